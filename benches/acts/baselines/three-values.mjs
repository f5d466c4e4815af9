// The whole decision by hand for acts that leave facts out: what certainly matches, what may match, and what that waits for.
import { FLAGS, TEXTS, allowed } from "../conditions.mjs";

const FAILS = 0;
const UNKNOWN = 1;
const HOLDS = 2;
const NOTHING = [];

export function threeValues(candidates) {
  const compiled = new Map([...candidates].map(([careType, mappings]) => [careType, byGuarantee(mappings)]));
  return (act) => {
    const guarantees = [];
    const undetermined = [];
    for (const { name, filters } of compiled.get(act.care_type) ?? NOTHING) {
      let best = FAILS;
      for (let index = 0; index < filters.length && best !== HOLDS; index++) best = Math.max(best, judge(filters[index], act));
      if (best === HOLDS) guarantees.push(name);
      else if (best === UNKNOWN) undetermined.push({ guarantee: name, missing: missing(filters, act) });
    }
    const certain = guarantees.length === 0 ? "not_covered" : guarantees.length === 1 ? "covered" : "ambiguous";
    return { outcome: undetermined.length > 0 ? "undetermined" : certain, guarantees, undetermined };
  };
}

function byGuarantee(mappings) {
  const guarantees = new Map();
  for (const { name, filter } of mappings) {
    if (!guarantees.has(name)) guarantees.set(name, { name, filters: [] });
    guarantees.get(name).filters.push(compile(filter));
  }
  return [...guarantees.values()];
}

/** The conditions that are stated, and no others. */
function compile(filter) {
  const conditions = [];
  const { min_age, max_age } = filter;
  const isAgeAsked = min_age !== undefined || max_age !== undefined;
  if (isAgeAsked) conditions.push({ fact: "member_age", min: min_age ?? 0, max: max_age ?? 200, values: undefined });
  const oneOf = (fact, values) => values && conditions.push({ fact, min: 0, max: 0, values });
  for (const flag of FLAGS) oneOf(flag, filter[flag] === undefined ? undefined : [filter[flag]]);
  for (const fact of TEXTS) oneOf(fact, allowed(filter, fact));
  return conditions;
}

function judge(conditions, act) {
  let outcome = HOLDS;
  for (let index = 0; index < conditions.length; index++) {
    const { fact, min, max, values } = conditions[index];
    const value = act[fact];
    if (value === undefined) outcome = UNKNOWN;
    else if (values === undefined ? value < min || value > max : !values.includes(value)) return FAILS;
  }
  return outcome;
}

function missing(filters, act) {
  const facts = new Set();
  for (const conditions of filters) {
    if (judge(conditions, act) !== UNKNOWN) continue;
    for (const { fact } of conditions) if (act[fact] === undefined) facts.add(fact);
  }
  return [...facts].sort();
}
