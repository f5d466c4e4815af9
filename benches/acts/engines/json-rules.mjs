// Rules of json-rules-engine, an engine for each care type.
import { Engine } from "json-rules-engine";
import { FLAGS, TEXTS, allowed } from "../conditions.mjs";

export const title = "json-rules-engine";
export const acts = 300;

export function prepare({ candidates, payload }) {
  const order = new Map(payload.guarantees.map(({ name }, position) => [name, position]));
  const engines = new Map([...candidates].map(([careType, mappings]) => {
    const rules = mappings.map(({ name, filter }) => ({ conditions: { all: conditionsOf(filter) }, event: { type: name } }));
    return [careType, new Engine(rules)];
  }));
  return async (act) => {
    const engine = engines.get(act.care_type);
    if (engine === undefined) return [];
    const { events } = await engine.run(act);
    return [...new Set(events.map(({ type }) => type))].sort((a, b) => order.get(a) - order.get(b));
  };
}

function conditionsOf(filter) {
  const conditions = [];
  const add = (fact, operator, value) => conditions.push({ fact, operator, value });
  if (filter.min_age !== undefined) add("member_age", "greaterThanInclusive", filter.min_age);
  if (filter.max_age !== undefined) add("member_age", "lessThanInclusive", filter.max_age);
  for (const flag of FLAGS) if (filter[flag] !== undefined) add(flag, "equal", filter[flag]);
  for (const fact of TEXTS) if (allowed(filter, fact)) add(fact, "in", allowed(filter, fact));
  return conditions;
}
