// Ten times the acts, and ten times the mappings over the same care types: how much more time?
import { measure, oneByOne } from "./measure.mjs";
import { row } from "./report.mjs";
import { columnsOf, csvOf, ndjsonOf } from "./texts.mjs";
import { generated } from "./worlds.mjs";

const GOAL = 11;
const ACTS = 10_000;

export async function growthRows() {
  const given = { stated: 7, count: ACTS };
  const [small, many, large] = [generated(given), generated({ ...given, count: 10 * ACTS }), generated({ ...given, times: 10 })];
  return [...(await rows("10 × the acts", small, many)), ...(await rows("10 × the mappings", small, large, compiling))];
}

/** Times of all acts, not of one. */
async function rows(what, small, large, others = () => ({})) {
  const before = contenders(small, others);
  const after = contenders(large, others);
  const names = Object.keys(before);
  const all = names.flatMap((name) => [[name, { ...before[name], acts: 1 }], [`${name}, more`, { ...after[name], acts: 1 }]]);
  const times = await measure(Object.fromEntries(all));
  return names.map((name) => row(`${what}: ${name}`, times[`${name}, more`], "as many as before", times[name], GOAL));
}

function contenders({ acts, coverage, catalog, payload }, others) {
  const columns = columnsOf(coverage, acts);
  const [ndjson, csv] = [ndjsonOf(acts), csvOf(acts)];
  const whole = (ask) => ({ round: () => ask().length });
  return {
    guaranteesFor: oneByOne(acts, (act) => coverage.guaranteesFor(act)),
    evaluate: whole(() => coverage.evaluate(acts)), evaluateColumns: whole(() => coverage.evaluateColumns(columns)),
    NDJSON: whole(() => coverage.evaluateText(ndjson, "ndjson")), CSV: whole(() => coverage.evaluateText(csv, "csv")),
    ...others({ catalog, payload, acts }),
  };
}

/** What a coverage of more mappings costs before its first batch is answered. */
function compiling({ catalog, payload, acts }) {
  return {
    compileCoverage: {
      round() {
        const coverage = catalog.compileCoverage(payload);
        const { length } = coverage.evaluate(acts.slice(0, 1));
        coverage.free();
        return length;
      },
    },
  };
}
