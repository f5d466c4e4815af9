#!/usr/bin/env node
// Checks the coverages of a git repository. Exit code 0: no errors, no warnings; 1: some are left; 2: it could not be asked.
import { CareTypeCatalog, applyFixes, formatDiagnostics, validateCatalogText } from "care-coverage";
import { isUtf8 } from "node:buffer";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const data = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
const FORMATS = new Map(Object.entries({
  text: (file, text, found) => (found.length > 0 ? `${formatDiagnostics(text, found, { file, color: Boolean(process.stdout.isTTY) })}\n\n` : ""),
  github: (file, _, found) => found.map(({ severity, code, message, range: { line, column } }) =>
    `::${severity === "info" ? "notice" : severity} file=${property(file)},line=${line},col=${column},title=${code}::${data(message)}\n`).join(""),
}));

/** Which of the near names an author meant is for a person to say. */
const isSafe = ({ code }) => !code.startsWith("unknown_");

/** What `ask` answers; what it throws is about a file. */
function about(file, ask) {
  try { return ask(); } catch ({ message }) { throw new Error(`${file}: ${message}`); }
}
const readJson = (file) => about(file, () => JSON.parse(readFileSync(file, "utf8")));

function readCatalog(file) {
  const text = about(file, () => readFileSync(file, "utf8"));
  const wrong = validateCatalogText(text).filter(({ severity }) => severity === "error");
  if (wrong.length > 0) throw new Error(formatDiagnostics(text, wrong, { file }));
  return new CareTypeCatalog(readJson(file));
}

function check(file, catalog, isFixing) {
  const accepted = file.replace(/\.json$/, ".accept.json");
  const [place, options] = existsSync(accepted) ? [accepted, readJson(accepted)] : [file, {}];
  const judge = (text) => about(place, () => catalog.validateCoverageText(text, options));
  const bytes = readFileSync(file);
  const found = judge(bytes);
  if (!isFixing || !isUtf8(bytes)) return { text: String(bytes), found };
  const { text, applied } = applyFixes(String(bytes), found.filter(isSafe), { again: (text) => judge(text).filter(isSafe) });
  if (applied.length > 0) writeFileSync(file, text);
  return { text, found: judge(text) };
}

/** Those that git has or would take, in the folder where it is asked. */
function filesOf(globs) {
  const patterns = globs.map((glob) => `:(glob)${glob}`);
  const listed = execFileSync("git", ["ls-files", "-zco", "--exclude-standard", "--deduplicate", "--", ...patterns], { stdio: "pipe" });
  return String(listed).split("\0").filter((file) => file.endsWith(".json") && !file.endsWith(".accept.json") && existsSync(file));
}

try {
  const options = { catalog: { type: "string", default: "catalog.json" }, format: { type: "string", default: "text" }, fix: { type: "boolean" } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const report = FORMATS.get(values.format);
  if (!report) throw new Error(`--format is one of ${[...FORMATS.keys()].join(", ")}`);
  const files = filesOf(positionals.length > 0 ? positionals : ["coverages/**/*.json"]);
  if (files.length === 0) throw new Error("no coverage is called so, or git ignores it");
  const catalog = readCatalog(values.catalog);
  for (const file of files) {
    const { text, found } = check(file, catalog, values.fix);
    process.stdout.write(report(file, text, found));
    if (found.some(({ severity }) => severity !== "info")) process.exitCode = 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
