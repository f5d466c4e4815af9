// What is measured: coverages, and acts from a seed. An act says every fact that its care type has and `null` of the others, so that
// engines that know no facts left out can answer, too.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CareTypeCatalog } from "../../pkg/index.js";
import { FLAGS, LISTS, TEXTS, allowed } from "./conditions.mjs";
import { numbers } from "./random.mjs";

const VALUES = {
  practitioner: ["DENTIST", "OPTICIAN", "NURSE", "MIDWIFE", "CARDIOLOGIST", "GENERAL_PRACTITIONER", "PHYSIOTHERAPIST", "OSTEOPATH"],
  glasses_lens_complexity: ["SIMPLE", "COMPLEX", "VERY_COMPLEX"],
  treatment_mode: ["03", "04", "05", "10", "19", "20"],
  nature_de_soins: ["MEDECINE", "CHIRURGIE", "GYNECOLOGIE_OBSTETRIQUE", "ENFANCE_HANDICAPEE"],
};

/** 180 mappings over 480 care types, about 30 candidates a type; `times` as many mappings over the same types. `stated`: how many of
 *  the ten conditions a filter has, on average. */
export function generated({ title, stated, count, times = 1 }) {
  const next = numbers(42);
  const groups = Array.from({ length: 40 }, (_, id) => ({ id, short_code: `GROUP_${id}` }));
  const types = Array.from({ length: 480 }, (_, id) => ({ id, short_code: `TYPE_${id}`, care_type_group_ids: [id % groups.length] }));
  const mapping = () => {
    const selected = new Set(Array.from({ length: 7 }, () => groups[next(groups.length)].short_code));
    return { selector: { include_care_type_groups: [...selected] }, filter: filterOf(next, stated, [...FLAGS, ...TEXTS]) };
  };
  return world(title, { care_type_groups: groups, internal_care_types: types }, payloadOf(60 * times, mapping), count, next);
}

/** The shipped example. */
export function example(count) {
  const read = (name) => JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));
  return world("the shipped example", read("catalog"), read("coverage"), count, numbers(42));
}

/** The national catalogue, which is not part of the repository, under a generated coverage; undefined where CARE_COVERAGE_DATA does not
 *  name its folder. */
export function national(count) {
  const folder = process.env.CARE_COVERAGE_DATA;
  if (folder === undefined) {
    console.log("\nCARE_COVERAGE_DATA names no folder: the national catalogue is not measured.");
    return undefined;
  }
  const catalog = JSON.parse(readFileSync(join(folder, "care-types-national.json"), "utf8"));
  const next = numbers(42);
  const facts = new Map(catalog.internal_care_types.flatMap((type) => type.care_type_group_ids.map((id) => [id, type.applicable_facts])));
  const groups = catalog.care_type_groups.filter(({ id }) => facts.has(id));
  const mapping = () => {
    const { id, short_code } = groups[next(groups.length)];
    return { selector: { include_care_type_groups: [short_code] }, filter: filterOf(next, 7, facts.get(id) ?? [...FLAGS, ...TEXTS]) };
  };
  return world("the national catalogue", catalog, payloadOf(60, mapping), count, next);
}

/** The same acts, each without about a fifth of its facts. */
export function withFactsLeftOut(given) {
  const next = numbers(7);
  const leaveOut = (act) => Object.fromEntries(Object.entries(act).filter(([field]) => field === "care_type" || next(5) > 0));
  const acts = JSON.parse(JSON.stringify(given.acts.map(leaveOut)));
  return { ...given, title: "the first world, each fact left out of one act in five", acts };
}

/** A filter with some of the conditions on the age and these facts: so many of ten. */
function filterOf(next, stated, facts) {
  const pick = (list) => list[next(list.length)];
  const from = next(60);
  const condition = (fact) => {
    if (FLAGS.includes(fact)) return [fact, next(2) === 0];
    if (fact === "practitioner") return [fact, pick(VALUES[fact])];
    return [LISTS[fact], [...new Set([pick(VALUES[fact]), pick(VALUES[fact])])]];
  };
  const conditions = [["min_age", from], ["max_age", from + 20 + next(20)], ...facts.map(condition)];
  return Object.fromEntries(conditions.filter(() => next(10) < stated));
}

function payloadOf(count, mapping) {
  const guarantee = (_, name) => ({ name: `GUARANTEE_${name}`, coverage_rule: {}, care_type_mappings: [mapping(), mapping(), mapping()] });
  return { name: "BENCH", version: 1, guarantees: Array.from({ length: count }, guarantee) };
}

function world(title, data, payload, count, next) {
  const catalog = new CareTypeCatalog(data);
  const coverage = catalog.compileCoverage(payload);
  const mappings = mappingsOf(catalog, payload);
  const candidates = candidatesOf(mappings);
  const act = actOf(data, candidates, next);
  // As acts come from a request.
  const acts = JSON.parse(JSON.stringify(Array.from({ length: count }, act)));
  return { title, data, payload, catalog, coverage, mappings, candidates, acts };
}

/** The mappings in payload order, each with the guarantee that it belongs to and the care types that it selects. */
function mappingsOf(catalog, payload) {
  return payload.guarantees.flatMap(({ name, care_type_mappings }, guarantee) =>
    care_type_mappings.map(({ selector, filter }) => {
      const careTypes = catalog.getCareTypesFromSelector(selector).map(({ short_code }) => short_code);
      return { guarantee, name, filter, careTypes };
    }),
  );
}

/** By care type: the mappings that select it, in payload order. */
function candidatesOf(mappings) {
  const candidates = new Map();
  for (const mapping of mappings) {
    for (const careType of mapping.careTypes) {
      if (!candidates.has(careType)) candidates.set(careType, []);
      candidates.get(careType).push(mapping);
    }
  }
  return candidates;
}

/** Of seven acts six have what one of the mappings asks for, as acts have that somebody claims for, and one has anything. */
function actOf({ internal_care_types }, candidates, next) {
  const pick = (list) => list[next(list.length)];
  return () => {
    const { short_code, applicable_facts } = pick(internal_care_types);
    const mappings = candidates.get(short_code);
    const filter = mappings && next(7) > 0 ? pick(mappings).filter : {};
    const { min_age = 0, max_age = 99 } = filter;
    const value = (fact) => (FLAGS.includes(fact) ? (filter[fact] ?? next(2) === 0) : pick(allowed(filter, fact) ?? VALUES[fact]));
    const said = [...FLAGS, ...TEXTS].map((fact) => [fact, applicable_facts?.includes(fact) === false ? null : value(fact)]);
    return { care_type: short_code, member_age: min_age + next(max_age - min_age + 1), ...Object.fromEntries(said) };
  };
}
