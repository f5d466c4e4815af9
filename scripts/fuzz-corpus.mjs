// The inputs that fuzzing starts from, a folder for each target: what the golden cases and the examples give, and what earlier runs
// found. The latter is kept in fuzz/corpus, a file for each target and a line of base64 for each input, in the order of their bytes.
//
//   node scripts/fuzz-corpus.mjs unpack FOLDER   writes FOLDER/cases/TARGET and FOLDER/kept/TARGET
//   node scripts/fuzz-corpus.mjs pack FOLDER     keeps what is in FOLDER/TARGET and not in the golden cases
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { golden } from "../tests/package/golden.mjs";

const [order, folder] = process.argv.slice(2);
const TARGETS = readdirSync("fuzz/fuzz_targets").map((file) => file.replace(/\.rs$/, ""));
/** A repository is no place for long ones: they are found again. */
const LONGEST = 2048;
const kept = (target) => `fuzz/corpus/${target}.base64`;

const fromCases = { values: documents(), text: documents(), batches: textsOfActs() };
for (const target of TARGETS) {
  const cases = fromCases[target] ?? [];
  if (order === "unpack") {
    write(`${folder}/cases/${target}`, cases);
    write(`${folder}/kept/${target}`, linesOf(kept(target)).map((line) => Buffer.from(line, "base64")));
  } else {
    const known = new Set(cases.map((seed) => Buffer.from(seed).toString("base64")));
    const inputs = readdirSync(`${folder}/${target}`).map((name) => readFileSync(`${folder}/${target}/${name}`));
    const lines = inputs.filter(({ length }) => length <= LONGEST).sort(Buffer.compare).map((input) => input.toString("base64")).filter((line) => line !== "" && !known.has(line));
    writeFileSync(kept(target), lines.map((line) => `${line}\n`).join(""));
    console.log(`fuzz: ${target}, ${lines.length} inputs kept`);
  }
}

function write(folder, inputs) {
  mkdirSync(folder, { recursive: true });
  for (const input of inputs) writeFileSync(`${folder}/${createHash("sha1").update(input).digest("hex")}`, input);
}

function linesOf(path) {
  return readFileSync(path, "utf8").split("\n").filter((line) => line !== "");
}

/** Every payload, selector, filter and act of the golden cases and of the example. */
function documents() {
  const seeds = new Set(["examples/coverage.json", "examples/acts.json"].map((path) => readFileSync(path, "utf8")));
  for (const { document: { cases, coverages } } of golden) {
    for (const { args = [], coverage } of cases) {
      for (const value of [...args, coverage]) if (value !== undefined) seeds.add(typeof value === "string" ? value : JSON.stringify(value));
    }
    for (const coverage of Object.values(coverages)) seeds.add(JSON.stringify(coverage));
  }
  return [...seeds];
}

/** A text of acts begins with its format and how long the pieces are in which it comes. */
function textsOfActs() {
  const texts = [];
  for (const { args: [text, format], call } of golden.find(({ file }) => file === "evaluate_text").document.cases) {
    if (call === "evaluateText" && typeof text === "string") texts.push([format === "csv" ? "c" : "n", text]);
  }
  const acts = JSON.parse(readFileSync("examples/acts.json", "utf8")).map(({ act }) => act);
  const fields = [...new Set(acts.flatMap(Object.keys))];
  const cell = (value) => (value === undefined ? "" : Array.isArray(value) ? value.join(" ") : String(value));
  texts.push(["n", acts.map((act) => JSON.stringify(act)).join("\n")]);
  texts.push(["c", [fields, ...acts.map((act) => fields.map((field) => cell(act[field])))].map((cells) => cells.join(",")).join("\n")]);
  for (const act of acts) {
    const given = Object.keys(act);
    texts.push(["n", JSON.stringify(act)], ["c", `${given.join(";")}\r\n${given.map((field) => `"${cell(act[field])}"`).join(";")}\r\n`]);
  }
  return texts.flatMap(([format, text]) => ["\0\0", "\x06\x10", "\x7f\x7f"].map((lengths) => format + lengths + text));
}
