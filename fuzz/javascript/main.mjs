// Fuzzes what the package, the page and the edge worker have in JavaScript.
//
//   node fuzz/javascript/main.mjs SECONDS SEED [TARGET…]
//
// SECONDS are shared out evenly. With a seed other than 0 the inputs are the same in every run; a run that fails prints the seed and
// the path of the smallest input, with which `FUZZ_PATH` tries it again.
import { performance } from "node:perf_hooks";
import fc from "fast-check";

const TARGETS = ["acts", "values", "stores", "links", "edge"];

const [seconds, seed, ...wanted] = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : TARGETS;
const milliseconds = (Number(seconds) * 1000) / names.length;
const chosen = Number(seed) || Math.floor(performance.timeOrigin) % 2 ** 31;
const path = process.env.FUZZ_PATH;

for (const name of names) {
  const { property, close = () => {} } = await import(`./${name}.mjs`);
  const started = performance.now();
  const result = await fc.check(property, { seed: chosen, path, numRuns: 1e9, interruptAfterTimeLimit: milliseconds, endOnFailure: false });
  await close();
  if (result.failed) {
    console.error(`fuzz: ${name}, FUZZ_PATH=${result.counterexamplePath} and seed ${chosen}\n${fc.defaultReportMessage(result)}\n${result.errorInstance?.stack}`);
    process.exit(1);
  }
  const took = (performance.now() - started) / 1000;
  console.log(`fuzz: ${name}, ${result.numRuns} inputs in ${took.toFixed(0)} s, ${(result.numRuns / took).toFixed(0)} a second, seed ${chosen}`);
}
process.exit(0);
