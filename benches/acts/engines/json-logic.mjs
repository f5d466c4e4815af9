// JSON logic for each mapping, compiled by json-logic-engine.
import { LogicEngine } from "json-logic-engine";
import { FLAGS, TEXTS, allowed } from "../conditions.mjs";
import { inTurn, withOurIndex } from "./each-mapping.mjs";

const compiler = () => {
  const engine = new LogicEngine();
  return (filter, careTypes) => engine.build(logicOf(filter, careTypes));
};

export const jsonLogic = { title: "json-logic-engine, compiled", acts: 20_000, prepare: (world) => inTurn(world, compiler()) };
export const indexedJsonLogic = {
  title: "json-logic-engine, with our index by care type", acts: 100_000, reported: true, prepare: (world) => withOurIndex(world, compiler()),
};

function logicOf(filter, careTypes) {
  const conditions = careTypes === undefined ? [] : [{ in: [{ var: "care_type" }, careTypes] }];
  if (filter.min_age !== undefined) conditions.push({ ">=": [{ var: "member_age" }, filter.min_age] });
  if (filter.max_age !== undefined) conditions.push({ "<=": [{ var: "member_age" }, filter.max_age] });
  for (const flag of FLAGS) if (filter[flag] !== undefined) conditions.push({ "===": [{ var: flag }, filter[flag]] });
  for (const fact of TEXTS) if (allowed(filter, fact)) conditions.push({ in: [{ var: fact }, allowed(filter, fact)] });
  return conditions.length === 0 ? true : { and: conditions };
}
