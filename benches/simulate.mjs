// How long does it take from the bytes of claims to what they cost under two coverages, compared with what is written by hand, with Parquet,
// and with two workers? Through the built package in pkg/. Ratios of one run are compared with goals; memory in a browser is measured by
// benches/simulate/tab.mjs.
//
//   node benches/simulate.mjs            SIMULATE_ROWS: of the workers (10,000,000)
import assert from "node:assert/strict";
import { openAsBlob } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { measure, median } from "./acts/measure.mjs";
import { isMissed, printHeader, printRow, row } from "./acts/report.mjs";
import { totalsByHand } from "./simulate/by-hand.mjs";
import { parquetOf } from "./simulate/parquet.mjs";
import { exampleSides, exampleWorld, mainWorld } from "./simulate/worlds.mjs";
import { claimsExample } from "../examples/claims/claims-example.mjs";
import { simulate } from "../pkg/index.js";
import { createCoverageWorker } from "../pkg/worker-node.js";

setFlagsFromString("--expose-gc");
globalThis.gc = runInNewContext("gc");

const ROWS = 100_000;
const ROWS_OF_WORKERS = Number(process.env.SIMULATE_ROWS ?? 10_000_000);
const PAIRS = 3;
const CSV = { format: "csv" };

const cents = (euros) => Math.round(Number(euros) * 100);

/** What is written by hand says the same, to the cent. */
function agree({ totals, rows }, byHand) {
  const paid = ({ complementary, out_of_pocket }) => ({ complementary: cents(complementary), out_of_pocket: cents(out_of_pocket) });
  assert.deepEqual({ rows, charged: cents(totals.charged), bySecu: cents(totals.secu_paid), current: paid(totals.current), draft: paid(totals.draft) }, byHand);
}

const main = mainWorld(ROWS);
const example = await exampleWorld(ROWS);
const byHand = [main, example].map(({ catalog, payloads }) => totalsByHand(catalog, payloads));
[main, example].forEach(({ coverages: [current, draft], csv }, index) => agree(simulate(current, draft, csv, CSV), byHand[index](csv)));

const contender = (ask) => ({ acts: ROWS, round: () => ask().rows });
const ours = ({ coverages: [current, draft], csv }, options) => contender(() => simulate(current, draft, csv, { ...CSV, ...options }));
const times = await measure({
  main: ours(main), "main, by hand": contender(() => byHand[0](main.csv)), example: ours(example), "example, by hand": contender(() => byHand[1](example.csv)),
  grouped: ours(example, { by: ["guarantee", "care_type", "age_band"] }),
  "one side": contender(() => simulate(example.coverages[0], null, example.csv, CSV)),
});

/** A worker of so many threads, with both coverages. */
async function workerOf(workers) {
  const { lists, payloads } = exampleSides();
  const worker = await createCoverageWorker({ workers });
  const catalog = await worker.createCatalog(lists);
  const [current, draft] = await Promise.all(payloads.map((payload) => catalog.compileCoverage(payload)));
  return { ask: (source, format) => worker.simulate(current, draft, source, { format }), close: () => worker.close() };
}

/** Seconds by the clock: what a worker saves is no processor time. In turns. */
async function inTurns(questions) {
  const taken = questions.map(() => []);
  for (let turn = -1; turn < PAIRS; turn++) {
    for (const [index, ask] of questions.entries()) {
      const started = performance.now();
      await ask();
      if (turn >= 0) taken[index].push((performance.now() - started) * 1_000_000);
    }
  }
  return taken.map(median);
}

const one = await workerOf(1);
const parquet = parquetOf(example.csv);
assert.deepEqual((await one.ask(parquet, "parquet")).totals, (await one.ask(example.csv, "csv")).totals);
const [fromParquet, fromCsv] = (await inTurns([() => one.ask(parquet, "parquet"), () => one.ask(example.csv, "csv")])).map((time) => time / ROWS);

const rows = [
  row("CSV to totals, 180 mappings × 480 types", times.main, "uDSV, by hand, no limits", times["main, by hand"], 0.3),
  row("CSV to totals, shipped example", times.example, "uDSV, by hand, with its limits", times["example, by hand"], 0.5),
  row("with groups by three keys", times.grouped, "without groups", times.example),
  row("two coverages", times.example, "one", times["one side"]),
  row("Parquet to totals, one worker", fromParquet, "CSV of the same rows", fromCsv, 0.7),
];

const folder = await mkdtemp(join(tmpdir(), "care-coverage-claims-"));
try {
  const path = join(folder, "claims.csv");
  const file = await open(path, "w");
  await file.writeFile(claimsExample({ rows: ROWS_OF_WORKERS, order: "date" }));
  await file.close();
  const blob = await openAsBlob(path);
  const two = await workerOf(2);
  assert.deepEqual((await two.ask(blob, "csv")).totals, (await one.ask(blob, "csv")).totals);
  const [byTwo, byOne] = (await inTurns([() => two.ask(blob, "csv"), () => one.ask(blob, "csv")])).map((time) => time / ROWS_OF_WORKERS);
  rows.push(row(`${ROWS_OF_WORKERS.toLocaleString("en")} rows by date, two workers`, byTwo, "one worker, by the clock", byOne, 0.65));
  await two.close();
} finally {
  await rm(folder, { recursive: true });
}
await one.close();

console.log(`\n== simulation (${availableParallelism()} of ${cpus().length} × ${cpus()[0].model}, Node ${process.version}; medians of a row)`);
printHeader();
rows.forEach(printRow);
const missed = rows.filter(isMissed).length;
console.log(missed === 0 ? "\n  All goals are reached." : `\n  ${missed} goals are missed.`);
