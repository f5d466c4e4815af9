// How many acts are reimbursed per second, through the built package in pkg/? Prints a table of medians.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { CareTypeCatalog } from "../pkg/index.js";

const example = (name) => JSON.parse(readFileSync(new URL(`../examples/${name}.json`, import.meta.url), "utf8"));
const coverage = new CareTypeCatalog(example("catalog")).compileCoverage(example("coverage"));
const priced = (name) => example(name).filter(({ amounts }) => amounts).map(({ act, amounts }) => ({ ...act, ...amounts }));
const [acts, year] = [priced("acts"), priced("year")];
const bare = example("acts").filter(({ amounts }) => amounts).map(({ act }) => act);
const { counters } = coverage.reimburseMany(year);

/** Rounds that are measured. */
const ROUNDS = 9;

/** Name, the call, and how many acts it reimburses. */
const rows = [
  ["reimburse, the acts of the example", () => acts.forEach((act) => coverage.reimburse(act)), acts.length],
  ["reimburse, with the counters of a year", () => acts.forEach((act) => coverage.reimburse(act, counters)), acts.length],
  ["reimburseMany, a year of a family", () => coverage.reimburseMany(year), year.length],
  ["guaranteesFor, for comparison", () => bare.forEach((act) => coverage.guaranteesFor(act)), acts.length],
];

/** Calls a second, after a while in which the compiler of the runtime warms up. */
function median(call) {
  const begun = performance.now();
  let calls = 0;
  while (performance.now() - begun < 300) {
    call();
    calls += 1;
  }
  const rounds = [];
  while (rounds.length < ROUNDS) {
    const started = performance.now();
    for (let index = 0; index < calls; index += 1) call();
    rounds.push((calls * 1_000) / (performance.now() - started));
  }
  return rounds.sort((a, b) => a - b)[Math.floor(rounds.length / 2)];
}

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0].model.trim()}); medians of ${ROUNDS} rounds`);
console.log(`${"".padEnd(44)}${"acts/s".padStart(12)}${"µs an act".padStart(12)}`);
for (const [name, call, count] of rows) {
  const perSecond = median(call) * count;
  console.log(`${name.padEnd(44)}${Math.round(perSecond).toLocaleString("en").padStart(12)}${(1e6 / perSecond).toFixed(1).padStart(12)}`);
}
