// Measures one world and sends its rows: each has a process of its own, so that what V8 learns from one does not slow down another.
import { fullRows } from "./full.mjs";
import { growthRows } from "./growth.mjs";
import { leftOutRows } from "./left-out.mjs";
import { example, generated, national, withFactsLeftOut } from "./worlds.mjs";

const ACTS = 100_000;
const main = () => generated({ title: "180 mappings over 480 care types, seven of ten conditions each", stated: 7, count: ACTS });

const WORLDS = {
  main: () => reported(main(), (world) => fullRows(world, true)),
  sparse: () => reported(generated({ title: "the same with four of ten conditions each", stated: 4, count: ACTS }), fullRows),
  example: () => reported(example(ACTS), fullRows),
  national: () => reported(national(ACTS), fullRows),
  "left out": () => reported(withFactsLeftOut(main()), leftOutRows),
  growth: async () => ({ title: "growth", mix: "figures are those of all acts", rows: await growthRows() }),
};

async function reported(world, rowsOf) {
  if (world === undefined) return undefined;
  const { by_outcome } = world.coverage.evaluate(world.acts).summary;
  const share = ([outcome, count]) => `${((count / world.acts.length) * 100).toFixed(1)} % ${outcome}`;
  const shares = Object.entries(by_outcome).filter(([, count]) => count > 0).map(share);
  const perType = [...world.candidates.values()].reduce((sum, { length }) => sum + length, 0) / world.candidates.size;
  return { title: world.title, mix: `${perType.toFixed(1)} candidates a care type; ${shares.join(", ")}`, rows: await rowsOf(world) };
}

process.send({ section: await WORLDS[process.argv[2]]() });
process.disconnect();
