// Puts a catalogue into the database of the worker: `node seed.mjs CATALOG.json [--remote]`. Without `--remote` it is the local one.
// What is no catalogue is refused before anything is written.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CareTypeCatalog, CoverageError } from "care-coverage";
import { seedStatements } from "./seed-statements.mjs";

const [file, where = "--local", ...more] = process.argv.slice(2);
if (file === undefined) throw new Error("node seed.mjs CATALOG.json [--remote]");
const data = JSON.parse(readFileSync(file, "utf8"));
try {
  const { careTypeCount, careTypeGroupCount } = new CareTypeCatalog(data);
  console.log(`seed: ${careTypeCount} care types, ${careTypeGroupCount} groups`);
} catch (error) {
  if (!(error instanceof CoverageError)) throw error;
  for (const { pointer, message } of error.diagnostics) console.error(`${pointer}: ${message}`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "seed-"));
try {
  const sql = join(folder, "seed.sql");
  writeFileSync(sql, seedStatements(data).map((statement) => `${statement};\n`).join(""));
  const wrangler = join(dirname(createRequire(import.meta.url).resolve("wrangler/package.json")), "bin/wrangler.js");
  execFileSync(process.execPath, [wrangler, "d1", "execute", "DB", where, "--file", sql, "--yes", ...more], { stdio: ["ignore", "ignore", "inherit"], cwd: import.meta.dirname });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
