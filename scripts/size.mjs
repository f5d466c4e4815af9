// Prints the size of the module and of each entry of the package, and fails when the module is over its budget.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Bytes of the gzipped module. */
const BUDGET = 200_000;

const files = [
  ["module", "target/package/core_bg.wasm"],
  ...readdirSync("pkg").filter((name) => /\.c?js$/.test(name)).map((name) => [name, `pkg/${name}`]),
];
const rows = files.map(([name, path]) => {
  const bytes = readFileSync(path);
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
});

const cell = (value) => value.toLocaleString("en").padStart(10);
console.log(`${"bytes".padEnd(12)}${["raw", "gzip", "brotli"].map((name) => name.padStart(10)).join("")}`);
for (const { name, raw, gzip, brotli } of rows) console.log(`${name.padEnd(12)}${cell(raw)}${cell(gzip)}${cell(brotli)}`);

const [{ gzip }] = rows;
if (gzip > BUDGET) {
  console.error(`The module is ${gzip - BUDGET} bytes over its budget of ${BUDGET} bytes gzip.`);
  process.exit(1);
}
console.log(`The module is within its budget of ${BUDGET.toLocaleString("en")} bytes gzip.`);
