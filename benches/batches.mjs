// How long does an act take, one at a time and in a batch, beside hand-written JavaScript? Through the built package in pkg/. All
// engines must agree on every act before anything is timed. Medians of processor time per act, which other work on the machine disturbs
// less than the clock; ratios against two baselines with an index by care type: one gives the same answer, one stops at the first match.
import assert from "node:assert/strict";
import { cpus } from "node:os";
import { CareTypeCatalog, OUTCOME_CODES } from "../pkg/index.js";

const ACTS = 100_000;

/** Numbers below a bound, the same in every run. */
function numbers(seed) {
  return (bound) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * bound);
  };
}

const TEXTS = {
  practitioner: ["DENTIST", "OPTICIAN", "NURSE", "MIDWIFE", "SPECIALIST", "GENERAL_PRACTITIONER", "PHYSIOTHERAPIST", "OSTEOPATH"],
  glasses_lens_complexity: ["SIMPLE", "COMPLEX", "VERY_COMPLEX"],
  treatment_mode: ["03", "04", "05", "10", "19", "20"],
  nature_de_soins: ["MEDECINE", "CHIRURGIE", "GYNECOLOGIE_OBSTETRIQUE", "ENFANCE_HANDICAPEE"],
};
const FLAGS = ["is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "reimbursed_by_secu"];

/** 180 mappings of 60 guarantees over 480 care types, about 30 candidates a type. `strict`: how many conditions they have. */
function workload(strict) {
  const next = numbers(42);
  const pick = (list) => list[next(list.length)];
  const groups = Array.from({ length: 40 }, (_, id) => ({ id, short_code: `GROUP_${id}` }));
  const types = Array.from({ length: 480 }, (_, id) => ({ id, short_code: `TYPE_${id}`, care_type_group_ids: [id % 40] }));
  const filter = () => {
    const min = next(60);
    const conditions = [
      ["min_age", min], ["max_age", min + 20], ["practitioner", pick(TEXTS.practitioner)], ...FLAGS.map((flag) => [flag, next(2) === 0]),
      ["glasses_lens_complexities", [pick(TEXTS.glasses_lens_complexity)]], ["allowed_treatment_modes", [pick(TEXTS.treatment_mode), pick(TEXTS.treatment_mode)]],
      ["allowed_natures_de_soins", [pick(TEXTS.nature_de_soins)]],
    ];
    return Object.fromEntries(conditions.filter(() => next(10) < strict));
  };
  const mapping = () => ({ selector: { include_care_type_groups: [...new Set(Array.from({ length: 7 }, () => pick(groups).short_code))] }, filter: filter() });
  const guarantees = Array.from({ length: 60 }, (_, name) => ({ name: `GUARANTEE_${name}`, coverage_rule: {}, care_type_mappings: [mapping(), mapping(), mapping()] }));
  const act = () => ({
    care_type: pick(types).short_code, member_age: next(100),
    ...Object.fromEntries(FLAGS.map((flag) => [flag, next(2) === 0])), ...Object.fromEntries(Object.entries(TEXTS).map(([fact, texts]) => [fact, pick(texts)])),
  });
  return { catalog: { care_type_groups: groups, internal_care_types: types }, payload: { name: "BENCH", version: 1, guarantees }, acts: Array.from({ length: ACTS }, act) };
}

/** What a good front-end developer writes by hand: mappings by care type, in payload order. */
function byHand({ catalog, payload }) {
  const candidates = new Map(catalog.internal_care_types.map(({ short_code }) => [short_code, []]));
  for (const { name, care_type_mappings } of payload.guarantees) {
    for (const { selector, filter } of care_type_mappings) {
      for (const { short_code, care_type_group_ids: [group] } of catalog.internal_care_types) {
        if (selector.include_care_type_groups.includes(`GROUP_${group}`)) candidates.get(short_code).push({ name, filter });
      }
    }
  }
  const holds = (filter, act) =>
    (filter.min_age === undefined || act.member_age >= filter.min_age) &&
    (filter.max_age === undefined || act.member_age <= filter.max_age) &&
    (filter.is_optam_or_secteur_1 === undefined || act.is_optam_or_secteur_1 === filter.is_optam_or_secteur_1) &&
    (filter.is_for_at_least_one_visible_tooth === undefined || act.is_for_at_least_one_visible_tooth === filter.is_for_at_least_one_visible_tooth) &&
    (filter.is_etablissement_conventionne === undefined || act.is_etablissement_conventionne === filter.is_etablissement_conventionne) &&
    (filter.reimbursed_by_secu === undefined || act.reimbursed_by_secu === filter.reimbursed_by_secu) &&
    (filter.practitioner === undefined || act.practitioner === filter.practitioner) &&
    (filter.glasses_lens_complexities === undefined || filter.glasses_lens_complexities.includes(act.glasses_lens_complexity)) &&
    (filter.allowed_treatment_modes === undefined || filter.allowed_treatment_modes.includes(act.treatment_mode)) &&
    (filter.allowed_natures_de_soins === undefined || filter.allowed_natures_de_soins.includes(act.nature_de_soins));
  return {
    sameAnswer(act) {
      const guarantees = [];
      for (const { name, filter } of candidates.get(act.care_type) ?? []) {
        if (guarantees[guarantees.length - 1] !== name && holds(filter, act)) guarantees.push(name);
      }
      return { outcome: guarantees.length === 0 ? "not_covered" : guarantees.length === 1 ? "covered" : "ambiguous", guarantees };
    },
    firstMatch(act) {
      for (const { name, filter } of candidates.get(act.care_type) ?? []) if (holds(filter, act)) return name;
      return undefined;
    },
  };
}

const FIELDS = ["care_type", "member_age", ...FLAGS, ...Object.keys(TEXTS)];

let sink = 0;

/** Nanoseconds of an act, the median of some rounds. */
function perAct(round) {
  const times = Array.from({ length: 11 }, () => {
    const before = process.cpuUsage();
    sink += round();
    const { user, system } = process.cpuUsage(before);
    return ((user + system) * 1_000) / ACTS;
  });
  return times.sort((a, b) => a - b)[times.length >> 1];
}

function measure(title, strict) {
  const given = workload(strict);
  const { acts } = given;
  const coverage = new CareTypeCatalog(given.catalog).compileCoverage(given.payload);
  const hand = byHand(given);
  const codes = coverage.actCodes();
  const code = Object.fromEntries(["care_type", ...Object.keys(TEXTS)].map((fact) => [fact, new Map(codes[fact].map((text, position) => [text, position + 2]))]));
  const columns = {
    member_age: Uint8Array.from(acts, (act) => act.member_age),
    ...Object.fromEntries(FLAGS.map((flag) => [flag, Uint8Array.from(acts, (act) => (act[flag] ? 3 : 2))])),
    ...Object.fromEntries(Object.entries(code).map(([fact, codes]) => [fact, Uint32Array.from(acts, (act) => codes.get(act[fact]) ?? 1)])),
  };
  const ndjson = new TextEncoder().encode(acts.map((act) => JSON.stringify(act)).join("\n"));
  const csv = new TextEncoder().encode([FIELDS, ...acts.map((act) => FIELDS.map((field) => act[field]))].map((cells) => cells.join(",")).join("\n"));

  const batches = [coverage.evaluate(acts), coverage.evaluateColumns(columns), coverage.evaluateText(ndjson, "ndjson"), coverage.evaluateText(csv, "csv")];
  acts.forEach((act, index) => {
    const { outcome, guarantees } = hand.sameAnswer(act);
    const own = coverage.guaranteesFor(act);
    assert.deepEqual([own.outcome, own.guarantees], [outcome, guarantees]);
    assert.equal(hand.firstMatch(act), guarantees[0]);
    for (const batch of batches) {
      assert.equal(OUTCOME_CODES[batch.outcomes[index]], outcome);
      assert.equal(coverage.guaranteeNames[batch.guarantees[index]], guarantees[0]);
    }
  });

  const each = (ask) => () => acts.reduce((sum, act) => sum + (ask(act) ? 1 : 0), 0);
  const same = perAct(each(hand.sameAnswer));
  const first = perAct(each(hand.firstMatch));
  const text = new TextDecoder();
  const parsed = perAct(() => text.decode(ndjson).split("\n").reduce((sum, line) => sum + (hand.firstMatch(JSON.parse(line)) ? 1 : 0), 0));
  const outcomes = Object.entries(batches[0].summary.by_outcome).filter(([, count]) => count > 0).map(([outcome, count]) => `${count} ${outcome}`);
  console.log(`\n${title}: ${outcomes.join(", ")}`);
  console.log(`  by hand: same answer ${same.toFixed(0)} ns, first match ${first.toFixed(0)} ns, lines of JSON parsed and first match ${parsed.toFixed(0)} ns`);
  const row = (name, own, ratios) => {
    const shown = ratios.map(([what, by, goal]) => `${(own / by).toFixed(3)} of ${what} (goal ${goal}: ${own / by <= goal ? "reached" : "missed"})`);
    console.log(`  ${name.padEnd(16)}${own.toFixed(0).padStart(6)} ns   ${shown.join(", ")}`);
  };
  row("guaranteesFor", perAct(each((act) => coverage.guaranteesFor(act))), [["same answer", same, 0.15], ["first match", first, 1]]);
  row("evaluate", perAct(() => coverage.evaluate(acts).length), [["same answer", same, 0.1], ["first match", first, 0.7]]);
  row("evaluateColumns", perAct(() => coverage.evaluateColumns(columns).length), [["same answer", same, 0.01], ["first match", first, 0.08]]);
  row("NDJSON", perAct(() => coverage.evaluateText(ndjson, "ndjson").length), [["lines of JSON", parsed, 0.4]]);
  row("CSV", perAct(() => coverage.evaluateText(csv, "csv").length), []);
  coverage.free();
}

console.log(`\n== acts (${cpus().length} × ${cpus()[0].model}, Node ${process.version}; ${ACTS.toLocaleString("en")} acts that give every fact, medians)`);
measure("filters of about four conditions", 4);
measure("filters of about two conditions", 2);
if (sink === 0) throw new Error("nothing was done");
