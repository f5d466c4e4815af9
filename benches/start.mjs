// How long until the first answer? A process that imports the package and asks it once, against one that does nothing, in Node and
// in workerd; and within a process, from the import to the answer. Prints medians, and the goals.
//
//   node benches/start.mjs [NODE]…
//
// NODE is the command of another Node to measure. workerd is that of tests/matrix/short.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const ROUNDS = 31;
/** The goals: process against process, and milliseconds within a process. */
const [RATIO, MILLISECONDS] = [1.2, 10];

const nodes = process.argv.length > 2 ? process.argv.slice(2).map((node) => resolve(node)) : [process.execPath];
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = path("../target/start/");
const workerd = path("../tests/matrix/short/node_modules/workerd/bin/workerd");
rmSync(folder, { recursive: true, force: true });
mkdirSync(`${folder}node_modules`, { recursive: true });
cpSync(path("../pkg"), `${folder}node_modules/care-coverage`, { recursive: true });

const ASK = 'matchFilter({ min_age: 18 }, { member_age: 40 })';
const write = (name, text) => writeFileSync(folder + name, text);
write("empty.mjs", "");
write("empty.cjs", "");
write("first.mjs", `import { matchFilter } from "care-coverage"; ${ASK};`);
write("first.cjs", `const { matchFilter } = require("care-coverage"); ${ASK};`);
write("within.mjs", `const start = performance.now(); const { matchFilter } = await import("care-coverage"); ${ASK}; console.log(performance.now() - start);`);
write("within.cjs", `const start = performance.now(); const { matchFilter } = require("care-coverage"); ${ASK}; console.log(performance.now() - start);`);
// What it would be if nothing were inlined.
write("slim.mjs", `import { readFileSync } from "node:fs"; const start = performance.now(); const { default: init, matchFilter } = await import("care-coverage/slim");
  await init(new WebAssembly.Module(readFileSync("node_modules/care-coverage/core.wasm"))); ${ASK}; console.log(performance.now() - start);`);
write("empty.js", "export default { test() {} };");
write("first.js", `import { matchFilter } from "care-coverage"; export default { test() { ${ASK}; } };`);
const module = (name, path = name) => `(name = "${name}", ${path.endsWith(".wasm") ? "wasm" : "esModule"} = embed "${path}")`;
const installed = (name, file) => module(name, `node_modules/care-coverage/${file}`);
const shared = [installed("care-coverage", "workerd.js"), ...["base.js", "core.js", "core.wasm"].map((name) => installed(name, name))];
for (const [name, modules] of [["empty", [module("empty.js")]], ["first", [module("first.js"), ...shared]]]) {
  write(`${name}.capnp`, `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (services = [(name = "main", worker = (compatibilityDate = "2025-06-01", modules = [${modules.join(", ")}]))]);`);
}

const run = (command, args) => execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

function milliseconds(command, args) {
  const start = performance.now();
  run(command, args);
  return performance.now() - start;
}

/** The medians of some measurements, taken in turn, so that what else the machine does falls on all of them. */
function medians(...measurements) {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => measurements.map((measure) => measure())).slice(1);
  return measurements.map((_, index) => rounds.map((round) => round[index]).sort((left, right) => left - right)[ROUNDS >> 1]);
}

const line = (...columns) => console.log(columns.map((text, index) => (index === 0 ? text.padEnd(40) : text.padStart(14))).join(""));
const ms = (value) => `${value.toFixed(1)} ms`;
const judged = (isReached) => (isReached ? "reached" : "missed");

console.log(`${cpus().length} cores (${cpus()[0].model.trim()}); medians of ${ROUNDS} rounds`);
line("process start to first answer", "empty", "first answer", "ratio", `goal ${RATIO}x`);
function against(label, command, empty, first) {
  const [nothing, answer] = medians(() => milliseconds(command, empty), () => milliseconds(command, first));
  line(label, ms(nothing), ms(answer), `${(answer / nothing).toFixed(2)}x`, judged(answer / nothing <= RATIO));
}
const versions = nodes.map((node) => [node, run(node, ["--version"]).trim()]);
for (const [node, version] of versions) {
  for (const [way, extension] of [["import", "mjs"], ["require", "cjs"]]) against(`Node ${version}, ${way}`, node, [`empty.${extension}`], [`first.${extension}`]);
}
against("workerd", workerd, ["test", "empty.capnp"], ["test", "first.capnp"]);

line("\nimport to first answer", "", "first answer", "", `goal ${MILLISECONDS} ms`);
for (const [node, version] of versions) {
  for (const [way, script] of [["import", "within.mjs"], ["require", "within.cjs"], ["slim, module from disk", "slim.mjs"]]) {
    const [answer] = medians(() => Number(run(node, [script])));
    line(`Node ${version}, ${way}`, "", ms(answer), "", judged(answer <= MILLISECONDS));
  }
}
