// Acts that leave facts out: no engine but ours knows such acts, so that only what is written by hand is compared.
import { assertAgrees, decisionsOf } from "./agree.mjs";
import { threeValues } from "./baselines/three-values.mjs";
import { measure, oneByOne } from "./measure.mjs";
import { row } from "./report.mjs";
import { columnsOf, ndjsonOf } from "./texts.mjs";

export async function leftOutRows(world) {
  const { acts, coverage, candidates } = world;
  const columns = columnsOf(coverage, acts);
  const ndjson = ndjsonOf(acts);
  const batches = {
    evaluate: () => coverage.evaluate(acts), evaluateColumns: () => coverage.evaluateColumns(columns),
    NDJSON: () => coverage.evaluateText(ndjson, "ndjson"),
  };
  const decisions = decisionsOf(world, Object.fromEntries(Object.entries(batches).map(([name, ask]) => [name, ask()])));
  const hand = threeValues(candidates);
  await assertAgrees("by hand", acts, hand, decisions, (decision) => structuredClone(decision));

  const whole = (ask) => ({ acts: acts.length, round: () => ask().length });
  const times = await measure({
    guaranteesFor: oneByOne(acts, (act) => coverage.guaranteesFor(act)),
    ...Object.fromEntries(Object.entries(batches).map(([name, ask]) => [name, whole(ask)])),
    hand: oneByOne(acts, hand),
  });
  const byHand = "by hand, same answer (three values)";
  return [
    row("one act, guaranteesFor", times.guaranteesFor, byHand, times.hand),
    row("evaluate", times.evaluate, byHand, times.hand),
    row("columns, evaluateColumns", times.evaluateColumns, byHand, times.hand),
    row("NDJSON, bytes to verdicts", times.NDJSON, byHand, times.hand),
  ];
}
