// JSON logic for each mapping, compiled by json-logic-engine, with our index by care type.
import { LogicEngine } from "json-logic-engine";
import { FLAGS, TEXTS, allowed } from "../conditions.mjs";

export const title = "json-logic-engine, compiled";
export const acts = 100_000;

export function prepare({ candidates }) {
  const engine = new LogicEngine();
  const built = new Map();
  const compiled = new Map([...candidates].map(([careType, mappings]) => [careType, mappings.map(({ name, filter }) => {
    if (!built.has(filter)) built.set(filter, engine.build(logicOf(filter)));
    return { name, holds: built.get(filter) };
  })]));
  return (act) => {
    const guarantees = [];
    let last;
    for (const { name, holds } of compiled.get(act.care_type) ?? []) {
      if (name !== last && holds(act)) guarantees.push((last = name));
    }
    return guarantees;
  };
}

function logicOf(filter) {
  const conditions = [];
  if (filter.min_age !== undefined) conditions.push({ ">=": [{ var: "member_age" }, filter.min_age] });
  if (filter.max_age !== undefined) conditions.push({ "<=": [{ var: "member_age" }, filter.max_age] });
  for (const flag of FLAGS) if (filter[flag] !== undefined) conditions.push({ "===": [{ var: flag }, filter[flag]] });
  for (const fact of TEXTS) if (allowed(filter, fact)) conditions.push({ in: [{ var: fact }, allowed(filter, fact)] });
  return conditions.length === 0 ? true : { and: conditions };
}
