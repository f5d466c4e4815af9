// Inputs of any size for every public function: the same thing so many times over, and never pairs of one thing.
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8"));
const [catalog, coverage, snapshot] = [read("catalog.json"), read("coverage.json"), read("dispense/accepted.json")];

const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** The example's catalogue so many times, each with codes of its own. */
export function listsOf(copies) {
  const of = (code, copy) => `${code}_${copy}`;
  return {
    care_type_groups: times(copies, (copy) => catalog.care_type_groups.map((group) => ({ ...group, id: group.id + copy * 1_000, short_code: of(group.short_code, copy) }))).flat(),
    internal_care_types: times(copies, (copy) =>
      catalog.internal_care_types.map((type) => ({
        ...type, id: type.id + copy * 10_000, short_code: of(type.short_code, copy), care_type_group_ids: type.care_type_group_ids.map((id) => id + copy * 1_000),
      })),
    ).flat(),
  };
}

const TERMS = ["include_care_type_groups", "include_care_types", "exclude_care_type_groups", "exclude_care_types"];

/** The example's coverage so many times, each over care types of its own. */
export function payloadOf(copies) {
  const guarantees = times(copies, (copy) =>
    coverage.guarantees.map((guarantee) => ({
      ...guarantee,
      name: `${guarantee.name}_${copy}`,
      care_type_mappings: guarantee.care_type_mappings.map(({ selector, filter }) => ({
        filter,
        selector: Object.fromEntries(TERMS.filter((term) => selector[term]).map((term) => [term, selector[term].map((code) => `${code}_${copy}`)])),
      })),
    })),
  ).flat();
  return { ...coverage, guarantees };
}

/** The same with a rule that can be computed, of so many percent of the base, and a profile that asks for acts of all of it. */
export function pricedOf(copies, percent) {
  const payload = payloadOf(copies);
  const rule = { components: [{ kind: "brss_percent", percent }] };
  return { ...payload, guarantees: payload.guarantees.map((guarantee) => ({ ...guarantee, coverage_rule: rule })) };
}

export function profileOf(copies) {
  const classes = Object.fromEntries(times(copies, (copy) => [`class_${copy}`, { selector: { include_care_type_groups: catalog.care_type_groups.map(({ short_code }) => `${short_code}_${copy}`) } }]));
  const title = { fr: "Tout", en: "All" };
  const requirements = Object.keys(classes).map((name) => ({ id: name, article: "1", title, kind: "at_most", class: name, rule: { components: [{ kind: "brss_percent", percent: "200" }], secu_share: "included" } }));
  return { name: "all", title, published: "2026-01-01", classes, requirements };
}

export const act = { care_type: "A", charged: "10", brss: "8", secu_rate_percent: 70, care_date: "2024-03-01", beneficiary: "m0" };

/** A catalogue of one type, and a coverage with a limit over a rolling period. */
export const rolling = {
  lists: { care_type_groups: [{ id: 1, short_code: "G" }], internal_care_types: [{ id: 1, short_code: "A", care_type_group_ids: [1] }] },
  payload: {
    name: "rolling", version: 1,
    guarantees: [{
      name: "D", care_type_mappings: [{ selector: { include_care_types: ["A"] }, filter: { min_age: 0 } }],
      coverage_rule: {
        components: [{ kind: "actual_costs", percent: "100" }],
        limits: [{ key: "k", max_amount: "999999999", period: { kind: "rolling_months", months: 120 } }],
      },
    }],
  },
};

/** The same with a limit of a year. */
export const yearly = JSON.parse(JSON.stringify(rolling).replace('{"kind":"rolling_months","months":120}', '{"kind":"civil_year"}'));

/** Acts of one person, each of its own day or all of one day; of as many persons; in the opposite order. */
export const acts = {
  "one person, one day": (count) => times(count, () => ({ ...act, member_age: 30 })),
  "one person, many days": (count) => times(count, (index) => ({ ...act, member_age: 30, care_date: day(index) })),
  "one person, later days first": (count) => times(count, (index) => ({ ...act, member_age: 30, care_date: day(count - index) })),
  "as many persons": (count) => times(count, (index) => ({ ...act, member_age: 30, beneficiary: `m${index}` })),
};

/** Claims of one person, of eight rows each, of as many persons; with a weight for each person. */
export const claims = {
  "one person": (count) => times(count, (index) => ({ ...claim, person: "p", care_date: day(index) })),
  "many persons": (count) => times(count, (index) => ({ ...claim, person: `p${index >> 3}`, care_date: day(index) })),
  "as many persons": (count) => times(count, (index) => ({ ...claim, person: `p${index}`, weight: `${1 + (index % 7)}` })),
};

const { beneficiary, ...withoutPerson } = act;
const claim = { ...withoutPerson, member_age: 30 };

/** A heading for each group. */
export function headingsOf(copies) {
  const title = { fr: "Tout", en: "All" };
  return { headings: listsOf(copies).care_type_groups.map(({ short_code }) => ({ id: short_code, title, selector: { include_care_type_groups: [short_code] } })) };
}

export function claimColumns(count) {
  return {
    care_type: { codes: new Uint32Array(count).fill(2), names: ["A"] }, person: { codes: Uint32Array.from({ length: count }, (_, row) => 2 + (row >> 3)), names: times(count, (index) => `p${index}`) },
    member_age: new Uint8Array(count).fill(30), charged: new Float64Array(count).fill(30), care_date: Int32Array.from({ length: count }, (_, row) => 20_000 - (row % 700)),
  };
}

export function claimsCsv(count, personOf) {
  return `person,care_type,member_age,care_date,charged,brss,secu_rate_percent\n${times(count, (row) => `${personOf(row)},A,30,${day(row)},10,8,70\n`).join("")}`;
}

function day(index) {
  return new Date(Date.UTC(2000, 0, 1 + (index % 9_000))).toISOString().slice(0, 10);
}

/** What as many acts of one person have left. */
export function counterOf(count) {
  const entries = times(count, (index) => ({ date: day(count - index), amount: "1.00", count: "0" }));
  return [{ key: "k", scope_id: "m0", period_start: null, amount: `${count}.00`, count: "0", entries }];
}

export function countersOf(count) {
  return times(count, (index) => ({ key: "k", scope_id: `m${index}`, period_start: null, amount: "0.00", count: "0", entries: [] }));
}

/** The example's dispense with so many contracts, employees and dispenses in addition to those that it concerns. */
export function snapshotOf(count) {
  const more = (list) => [...list, ...times(count, (index) => ({ ...list[0], id: `other-${index}` }))];
  return { ...snapshot, contracts: more(snapshot.contracts), employees: more(snapshot.employees), medications: more(snapshot.medications) };
}

export function queryOf(contracts) {
  return {
    current_date: "2026-03-02", client_id: "pharmacy-chain", division_id: "corner-pharmacy", medical_program_id: "affordable-medicines",
    contracts: times(contracts, (index) => ({ ...snapshot.contracts[0], id: `contract-${index}` })),
  };
}
