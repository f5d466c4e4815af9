// Prints the size of the module and of each entry of the package, alone and with the files that it imports, and of the custom elements;
// and fails when a module or the elements are over their budget.
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { BUDGET_OF_ELEMENTS, sizeOfElements } from "./size-of-elements.mjs";

/** Bytes of the gzipped module that is always needed: what it may have today, and what it should have. The second one, which compares
 *  amounts, checks requirements and simulates, is loaded where it is asked; it has a bound of its own. */
const BUDGET = 270_000;
const BUDGET_OF_AMOUNTS = 208_000;
const GOAL = 150_000;

/** What is fetched for each entry. */
const ENTRIES = {
  "module alone": ["core.wasm"],
  "module of amounts": ["amounts.wasm"],
  "default": ["index.js", "core.js", "base.js"],
  "default, require": ["index.cjs", "core.cjs", "base.cjs"],
  "Node": ["node.js", "core.js", "base.js"],
  "Node, require": ["node.cjs", "core.cjs", "base.cjs"],
  "workerd": ["workerd.js", "core.js", "base.js", "core.wasm", "amounts.wasm"],
  "slim": ["slim.js", "core.js", "base.js", "core.wasm"],
  "slim, no module": ["slim.js", "core.js", "base.js"],
  "worker, client": ["worker.js", "base.js"],
  "worker, thread": ["worker-thread.js", "core.js", "base.js", "core.wasm"],
  "text": ["text.js", "base.js"],
  "words": ["words.js"],
  "benefit-table": ["benefit-table.js", "words.js"],
  "language": ["language.js", "words.js"],
  "language, client": ["language-worker.js", "base.js"],
  "codemirror": ["codemirror.js"],
  "monaco": ["monaco.js"],
  "lsp, worker": ["lsp.js", "language.js", "words.js", "index.js", "core.js", "base.js"],
  "forms": ["forms.js"],
  "language, thread": ["language-thread.js", "language.js", "words.js", "core.js", "base.js", "core.wasm"],
};

const sum = (numbers) => numbers.reduce((left, right) => left + right, 0);
const rows = Object.entries(ENTRIES).map(([name, files]) => {
  const contents = files.map((file) => readFileSync(`pkg/${file}`));
  const size = (pack) => sum(contents.map((bytes) => pack(bytes).length));
  return { name, raw: size((bytes) => bytes), gzip: size((bytes) => gzipSync(bytes, { level: 9 })), brotli: size((bytes) => brotliCompressSync(bytes)) };
});

const [{ gzip, brotli }, amounts] = rows;
const cell = (value) => value.toLocaleString("en").padStart(10);
const ratio = (value) => `${value.toFixed(2)}x`.padStart(8);
console.log(`${"bytes".padEnd(18)}${["raw", "gzip", "brotli"].map((name) => name.padStart(10)).join("")}   against the module alone`);
for (const row of rows) {
  console.log(`${row.name.padEnd(18)}${cell(row.raw)}${cell(row.gzip)}${cell(row.brotli)}${ratio(row.gzip / gzip)}${ratio(row.brotli / brotli)}`);
}

const elements = sizeOfElements("editor/dist");
console.log(`${"care-coverage-editor without the engine".padEnd(28)}${cell(elements.always)} gzip; ${elements.later.toLocaleString("en")} more are fetched when they are needed`);

for (const [name, size, budget] of [
  ["module", gzip, BUDGET], ["module of amounts", amounts.gzip, BUDGET_OF_AMOUNTS], ["package of the elements", elements.always, BUDGET_OF_ELEMENTS],
]) {
  if (size <= budget) continue;
  console.error(`The ${name} is ${size - budget} bytes over its budget of ${budget} bytes gzip.`);
  process.exitCode = 1;
}
if (process.exitCode !== 1) {
  const goal = `the goal of ${GOAL.toLocaleString("en")} is ${gzip > GOAL ? "MISSED" : "reached"}`;
  console.log(`The module is within its budget of ${BUDGET.toLocaleString("en")} bytes gzip; ${goal}.`);
}
