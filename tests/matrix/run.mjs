// Runs the golden cases through the packed package in every runtime and bundler, prints a table, and fails on any red cell.
//
//   node tests/matrix/run.mjs short|full [PART OF A CELL'S NAME]
//
// The short form is what `make test` runs.
import { performance } from "node:perf_hooks";
import { count } from "../package/golden.mjs";
import { unused } from "./docs.mjs";

const AREAS = ["node", "deno-bun", "workerd", "bundlers", "next", "browsers", "worker", "adapters", "elements", "frameworks", "types"];
const [form, only = ""] = process.argv.slice(2);

const modules = await Promise.all(AREAS.map((area) => import(`./cells/${area}.mjs`)));
const cells = modules.flatMap(({ cells }) => cells).filter((cell) => (form === "short" ? cell.isShort : cell.isFull) && cell.name.includes(only));
if (cells.length === 0) throw new Error(`no cell of the ${form} form is named "${only}"`);

const WIDTHS = [48, 31, 11, 18, 9];
const line = (...columns) => console.log(columns.map((text, index) => String(text).padEnd(WIDTHS[index])).join("").trimEnd());
line("runtime", "version", "cases", "hash", "seconds");

const hashes = new Map();
const red = [];
for (const { name, version, test } of cells) {
  const start = performance.now();
  const result = await test(name.replaceAll(/\W+/g, "-").toLowerCase()).catch((error) => ({ error }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { passed, failed, hash, error } = result;
  // Some cells judge the package without running it.
  const isGreen = !error && (passed === undefined || (passed === count && failed.length === 0));
  if (hash) hashes.set(hash, [...(hashes.get(hash) ?? []), name]);
  if (!isGreen) red.push({ name, problems: error ? [error.stack] : failed });
  line(name, version(), passed === undefined ? (error ? "" : "clean") : `${passed}/${count}`, hash ?? "", seconds, isGreen ? "" : "RED");
}
for (const { close } of modules) await close?.();

for (const { name, problems } of red) console.error(`\n${name}\n${problems.slice(0, 3).join("\n").slice(0, 4000)}`);
for (const [hash, names] of hashes.size > 1 ? hashes : []) console.error(`\n${hash}: ${names.join("; ")}`);
const forgotten = form === "full" && !only ? unused() : [];
if (forgotten.length > 0) console.error(`\nPrograms of docs/runtimes.md that no cell runs: ${forgotten.join(", ")}`);
if (red.length > 0 || hashes.size > 1 || forgotten.length > 0) process.exit(1);
console.log(`\n${cells.length} cells are green${hashes.size === 1 ? `; the answers to all ${count} golden cases hash to ${Array.from(hashes.keys())[0]} everywhere` : ""}.`);
