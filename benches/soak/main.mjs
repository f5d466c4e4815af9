// Ten million acts through one coverage, in each way in turn, two million claims, and 20,000 coverages compiled, asked and freed. At the
// end the module holds exactly the memory that it held early, and the program as much but for a tolerance.
import { memoryInUse } from "./memory.mjs";
import { CoverageError, simulate } from "../../pkg/index.js";
import { numbers } from "../acts/random.mjs";
import { columnsOf, csvOf, ndjsonOf } from "../acts/texts.mjs";
import { example, generated } from "../acts/worlds.mjs";
import { odd } from "./acts.mjs";
import { exampleSides } from "../simulate/worlds.mjs";
import { claimsExample } from "../../examples/claims/claims-example.mjs";

const TURNS = 400;
const ACTS_OF_A_TURN = 25_000;
const COMPILATIONS = 20_000;
/** So many steps at least: then each way was gone a few times, and the largest of its inputs was seen. */
const FIRST = 40;
const SIMULATIONS = 200;
const CLAIMS_OF_A_SIMULATION = 10_000;
/** What V8 learns of the code, and the last of what the package remembers, which is bounded. A leak of a byte an act would be five
 *  times as much. */
const HEAP_TOLERANCE = 2 * 2 ** 20;

/** By turns; each is given acts and says how many it answered. */
const WAYS = {
  guaranteesFor: (coverage, acts) => acts.reduce((sum, act) => sum + asked(coverage, act), 0),
  evaluate: (coverage, acts) => coverage.evaluate(acts).length,
  simulate: (coverage, acts) => simulate(coverage, null, acts.map((act, index) => ({ ...act, charged: "30.5", person: `P${index >> 2}` }))).rows,
  evaluateColumns: (coverage, acts) => coverage.evaluateColumns(columnsOf(coverage, acts)).length,
  reimburseColumns: (coverage, acts) => coverage.reimburseColumns({ ...columnsOf(coverage, acts), charged: new Float64Array(acts.length).fill(30.5) }).length,
  evaluateText(coverage, acts) {
    const half = acts.length >> 1;
    const byLines = coverage.evaluateText(ndjsonOf(acts.slice(0, half)), "ndjson");
    return byLines.length + coverage.evaluateText(csvOf(acts.slice(half)), "csv").length;
  },
};

const ways = Object.values(WAYS);

function asked(coverage, act) {
  try {
    coverage.guaranteesFor(act);
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
  }
  return 1;
}

async function soak(what, times, step) {
  const started = performance.now();
  let early;
  for (let time = 0; time < times; time++) {
    await step(time);
    if (time + 1 === Math.max(times / 100, FIRST)) early = await memoryInUse();
  }
  const late = await memoryInUse();
  const isSteady = late.module === early.module && late.heap - early.heap <= HEAP_TOLERANCE;
  const reported = ["module", "heap"].map((kind) => `${kind} ${mebibytes(early[kind])} early, ${mebibytes(late[kind])} at the end`);
  console.log(`  ${what}: ${reported.join("; ")} (${((performance.now() - started) / 1_000).toFixed(0)} s)${isSteady ? "" : "  IT GREW"}`);
  return isSteady;
}

const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(3)} MiB`;

console.log(`\n== soak (the module must hold the same memory, the heap at most ${mebibytes(HEAP_TOLERANCE)} more)`);

const world = generated({ stated: 4, count: 10_000 });
const source = odd(world.acts, numbers(1));
const areActsSteady = await soak(`${(TURNS * ACTS_OF_A_TURN).toLocaleString("en")} acts`, TURNS, (turn) => {
  const acts = Array.from({ length: ACTS_OF_A_TURN }, () => source.next().value);
  const answered = ways[turn % ways.length](world.coverage, acts);
  if (answered !== acts.length) throw new Error(`${answered} of ${acts.length} acts were answered`);
});

const { catalog, payload, acts } = example(100);

const [current, draft] = exampleSides().coverages;
const areSimulationsSteady = await soak(`${(SIMULATIONS * CLAIMS_OF_A_SIMULATION).toLocaleString("en")} claims`, SIMULATIONS, async (time) => {
  const csv = await new Response(claimsExample({ rows: CLAIMS_OF_A_SIMULATION, seed: time, order: time % 2 ? "date" : "person", mistakes: 0.01 })).arrayBuffer();
  const { rows } = simulate(current, draft, new Uint8Array(csv), { format: "csv", by: ["guarantee", { column: "act_code" }] });
  if (rows !== CLAIMS_OF_A_SIMULATION) throw new Error(`${rows} claims were simulated`);
});

const areCompilationsSteady = await soak(`${COMPILATIONS.toLocaleString("en")} coverages`, COMPILATIONS, (time) => {
  const coverage = catalog.compileCoverage(payload);
  ways[time % ways.length](coverage, acts);
  coverage.free();
});

if (!areActsSteady || !areCompilationsSteady || !areSimulationsSteady) process.exitCode = 1;
