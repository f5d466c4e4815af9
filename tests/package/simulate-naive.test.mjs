// Simulations of generated claims against the model of simulate-naive.mjs: as objects, columns, CSV and NDJSON, and in workers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { claimsAsObjects } from "../../examples/claims/claims-example.mjs";
import { importText, imported as api } from "./install.mjs";
import { simulateNaively } from "./simulate-naive.mjs";

const { createCoverageWorker } = await importText("simulate-worker.mjs", 'export * from "care-coverage/worker";\n');
const example = (name) => JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));
const lists = example("catalog");
const catalog = new api.CareTypeCatalog(lists);

const changed = (payload, change) => {
  const draft = structuredClone(payload);
  change((name) => draft.guarantees.find((guarantee) => guarantee.name === name), draft);
  return draft;
};
const coverage = example("coverage");
/** Pays more here and less there, covers two things more and one less, and leaves a question open that the other does not. */
const draft = changed(coverage, (of, { guarantees }) => {
  of("DOCTORS_OPTAM").coverage_rule.components[0].percent = "200";
  of("SOFT_MEDICINE_AND_PSYCHOLOGY").coverage_rule.limits[0].max_count = 3;
  of("SOFT_MEDICINE_AND_PSYCHOLOGY").care_type_mappings.push({ selector: { include_care_types: ["SOPHROLOGY"] }, filter: {} });
  of("DENTAL_PROSTHETICS_OTHER").coverage_rule.limits[0].max_amount = of("DENTAL_PROSTHETICS_VISIBLE_TEETH").coverage_rule.limits[0].max_amount = "300";
  of("EVERYDAY_CARE").care_type_mappings[0].selector.exclude_care_types.push("BLOOD_TEST");
  guarantees.push({
    name: "LENSES_OF_ALL", care_type_mappings: [{ selector: { include_care_types: ["CONTACT_LENS_COVERED"] }, filter: { min_age: 40 } }], coverage_rule: of("HOSPITAL_STAY").coverage_rule,
  });
});
/** A limit that a family shares. */
const ofFamilies = changed(coverage, (of) => Object.assign(of("SOFT_MEDICINE_AND_PSYCHOLOGY").coverage_rule.limits[0], { scope: "family", max_count: 6 }));
const [base, option] = ["collective-base", "collective-option"].map(example);

const everything = catalog.compileCoverage({
  name: "EVERYTHING", version: 1,
  guarantees: [{
    name: "ALL", care_type_mappings: [{ selector: { include_care_type_groups: lists.care_type_groups.map(({ short_code }) => short_code) }, filter: {} }],
    coverage_rule: { components: [{ kind: "actual_costs", percent: "0" }], secu_share: "excluded" },
  }],
});

const numberOf = (text) => Number(text.slice(1));

/** Claims as they are made, and made worse: persons who stand for several, rows of nobody, without family or date, out of order. */
function claims(seed, rows) {
  return [...claimsAsObjects({ rows, seed, order: seed % 2 ? "person" : "date" })].map((row, index) => {
    const kind = (index * 7 + seed) % 23;
    const changed = { ...row, weight: ["1", "2.5", "0.0001", "3", undefined][numberOf(row.person) % 5] };
    if (numberOf(row.family) % 6 === 0) delete changed.family;
    if (kind === 1) for (const field of ["person", "family", "weight"]) delete changed[field];
    if (kind === 2) delete changed.care_date;
    if (kind === 3) changed.care_type = "NOBODY_KNOWS";
    if (kind === 4) delete changed.reimbursed_by_secu;
    if (kind === 5) changed.beneficiary = `B${index % 3}`;
    if (kind === 6) delete changed.secu_rate_percent;
    return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined));
  });
}

const WORLDS = {
  "a draft": { current: [coverage], draft: [draft], by: ["guarantee", { column: "sex" }] },
  "one side": { current: [coverage], draft: null, by: ["care_type"] },
  "a limit of families": { current: [ofFamilies], draft: [draft], by: ["age_band"] },
  "a base and its option": { current: [base], draft: [base, option], by: [] },
};

const fieldsOf = (rows) => [...new Set(rows.flatMap(Object.keys))];
const csvOf = (rows) => {
  const fields = fieldsOf(rows);
  return [fields, ...rows.map((row) => fields.map((field) => row[field] ?? ""))].map((cells) => cells.join(",")).join("\n");
};
const ndjsonOf = (rows) => rows.map((row) => JSON.stringify(row)).join("\n");

const TEXTS = ["care_type", "practitioner", "glasses_lens_complexity", "treatment_mode", "nature_de_soins", "person", "family", "beneficiary"];
const FLAGS = ["is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "reimbursed_by_secu"];
const AMOUNTS = ["charged", "brss", "secu_rate_percent", "pathway_rate_percent", "flat_contribution", "franchise", "quantity", "plv", "hlf", "weight"];

function columnsOf(rows, by) {
  const texts = (field) => {
    const names = [...new Set(rows.map((row) => row[field]).filter((text) => text !== undefined))];
    return { names, codes: Uint32Array.from(rows, (row) => (row[field] === undefined ? 0 : 2 + names.indexOf(row[field]))) };
  };
  return Object.fromEntries([
    ...TEXTS.map((field) => [field, texts(field)]), ...AMOUNTS.map((field) => [field, Float64Array.from(rows, (row) => (row[field] === undefined ? NaN : Number(row[field])))]),
    ...FLAGS.map((field) => [field, Uint8Array.from(rows, (row) => (row[field] === undefined ? 0 : row[field] ? 3 : 2))]),
    ["member_age", Uint8Array.from(rows, (row) => row.member_age)], ["side", Uint8Array.from(rows, (row) => ({ left: 2, right: 3 })[row.side] ?? 0)],
    ["care_date", Int32Array.from(rows, (row) => (row.care_date === undefined ? -2147483648 : Date.parse(row.care_date) / 86_400_000))],
    ["by", Object.fromEntries(by.filter((key) => typeof key !== "string").map(({ column }) => [column, texts(column)]))],
  ]);
}

const units = (text) => (text === null ? null : BigInt(Math.round(Number(text) * 10_000)));

/** What is paid for each row, and for the acts of those for whom most changes. `names`: the guarantees of each side. */
function assertAmounts(found, { amounts }, rows, names) {
  assert.deepEqual([...found.amounts.charged], amounts.charged);
  assert.deepEqual([...found.amounts.secu_paid], amounts.secu_paid);
  for (const side of ["current", "draft"]) {
    if (amounts[side] === null) {
      assert.equal(found.amounts[side], null);
      continue;
    }
    const { outcomes, guarantees, complementary } = found.amounts[side];
    assert.deepEqual([...complementary], amounts[side].map((paid) => paid.complementary));
    assert.deepEqual(Array.from(outcomes, (outcome) => api.OUTCOME_CODES[outcome]), amounts[side].map(({ outcome }) => outcome));
    amounts[side].forEach(({ outcome, guarantee }, row) => outcome === "covered" && assert.equal(names[side][guarantees[row]], guarantee));
  }
  const paid = { any: 0, limited: 0 };
  for (const { acts, rows: own, row_count: count } of [...(found.persons?.gains ?? []), ...(found.persons?.losses ?? [])]) {
    assert.deepEqual(acts.map(({ row }) => row), own);
    assert.equal(Math.min(count, 100), own.length);
    for (const { row, act, secu_paid, current, draft } of acts) {
      for (const field of ["care_type", "person", "family", "beneficiary", "care_date", "side", "member_age", "reimbursed_by_secu", "practitioner"]) assert.deepEqual(act[field], rows[row][field], field);
      assert.equal(units(act.charged), amounts.charged[row]);
      assert.equal(units(secu_paid), amounts.secu_paid[row]);
      for (const [name, side] of Object.entries({ current, draft })) {
        assert.equal(units(side.complementary), amounts[name][row].complementary);
        assert.equal(units(side.out_of_pocket), amounts.charged[row] - amounts.secu_paid[row] - amounts[name][row].complementary);
      }
      paid.any += 1;
    }
  }
  if (amounts.draft !== null) assert.ok(paid.any > 10);
}

/** What a simulation says is what the model says. */
function assertIs(found, expected, by) {
  assert.equal(found.rows, expected.rows);
  const { outcomes, ...totals } = found.totals;
  const { outcomes: byOutcome, ...sums } = expected.totals;
  assert.deepEqual(totals, sums);
  for (const side of ["current", "draft"]) {
    if (byOutcome[side] === null) assert.equal(outcomes[side], null);
    else assert.deepEqual(Object.fromEntries(Object.entries(outcomes[side]).filter(([, { rows }]) => rows > 0)), byOutcome[side]);
  }
  assert.equal(found.invalid.reduce((sum, { rows }) => sum + rows, 0), expected.rows - totals.rows);
  const keyOf = (key) => JSON.stringify(Object.values(key));
  const groups = new Map(found.groups.map(({ key, sums }) => [keyOf(key), sums]));
  // What is in no sum is in no group.
  const filled = expected.groups.filter(({ sums }) => sums.rows > 0);
  assert.equal([...groups.values()].filter(({ rows }) => rows > 0).length, filled.length);
  for (const { key, sums } of filled) assert.deepEqual(groups.get(keyOf(key)), sums, keyOf(key));
  assert.equal(found.groups.length === 0, by.length === 0);
  assert.deepEqual(found.acts, expected.acts);
  assert.deepEqual(found.limits.filter(({ persons }) => persons > 0).map(JSON.stringify).sort(), expected.limits.map(({ side, coverage, key, persons, cut }) => JSON.stringify({ side, coverage, key, persons, cut })).sort());
  if (expected.persons === null) return assert.equal(found.persons, null);
  const { histogram, quantiles, gains, losses, ...counts } = found.persons;
  const { counted, apart, better, worse, same, differences, gainsOf } = expected.persons;
  assert.deepEqual(counts, { counted, apart, better, worse, same });
  // What is at an end belongs to the class that is nearer to 0.
  const isIn = (gain, { from, to }) => {
    const [least, most] = [units(from), units(to)];
    if (least === 0n && most === 0n) return gain === 0n;
    return gain > 0n ? least !== null && least >= 0n && gain > least && (most === null || gain <= most) : gain < 0n && most !== null && most <= 0n && gain < most && (least === null || gain >= least);
  };
  assert.equal(histogram.length, 11);
  for (const own of histogram) assert.equal(own.persons, differences.filter((gain) => isIn(gain, own)).length, JSON.stringify(own));
  for (const { at, difference } of quantiles) assert.equal(difference, expected.persons.quantile(at), at);
  for (const [name, own] of Object.entries({ gains, losses })) {
    assert.deepEqual(own.map(({ difference }) => difference), expected.persons[name].map(({ difference }) => difference), name);
    for (const { acts, ...change } of own) if (change.person !== null) assert.deepEqual(change, gainsOf.get(change.person));
  }
}

const compiled = (side) => (side === null ? null : side.map((payload) => catalog.compileCoverage(payload)));
const whole = (side) => (side?.length === 1 ? side[0] : side);

for (const [name, { current, draft, by }] of Object.entries(WORLDS)) {
  const sides = { current: compiled(current), draft: compiled(draft) };

  test(`${name}: what reimburseMany and reimburseStack say, row by row`, async () => {
    for (const seed of [1, 2]) {
      const rows = claims(seed, 1_500);
      const expected = simulateNaively(api, { ...sides, rows, by, everything });
      const ask = (claims, options) => api.simulate(whole(sides.current), whole(sides.draft), claims, { by, amounts: true, ...options });
      const found = ask(rows);
      assertIs(found, expected, by);
      assertAmounts(found, expected, rows, { current: sides.current.flatMap(({ guaranteeNames }) => guaranteeNames), draft: sides.draft?.flatMap(({ guaranteeNames }) => guaranteeNames) });
      assert.deepEqual(ask(columnsOf(rows, by)), found, "columns");
      const withoutLines = (answer) => JSON.parse(JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? String(value) : value)), (key, value) => (key === "line" ? null : value));
      assert.deepEqual(withoutLines(ask(csvOf(rows), { format: "csv" })), withoutLines(found), "CSV");
      assert.deepEqual(withoutLines(ask(new TextEncoder().encode(ndjsonOf(rows)), { format: "ndjson" })), withoutLines(found), "NDJSON");
    }
  });
}

const workers = await Promise.all([1, 2].map((workers) => createCoverageWorker({ workers })));
after(() => Promise.all(workers.map((worker) => worker.close())));

test("workers: one and two say the same, whatever the pieces and the order of days", async () => {
  const rows = claims(5, 6_000);
  const { current, draft, by } = WORLDS["a limit of families"];
  const text = csvOf(rows);
  const options = { by, format: "csv", amounts: true };
  const here = api.simulate(...[current, draft].map((side) => whole(compiled(side))), text, options);
  assert.ok([...here.persons.gains, ...here.persons.losses].every(({ acts }) => acts.length > 0));
  const changes = (of) => (list) => list.map((change) => ({ ...change, acts: of(change.acts) }));
  const withoutActs = ({ persons, ...rest }) => ({ ...rest, persons: { ...persons, gains: changes(() => null)(persons.gains), losses: changes(() => null)(persons.losses) } });
  for (const worker of workers) {
    const theirs = await worker.createCatalog(lists);
    const sides = await Promise.all([current, draft].map((side) => theirs.compileCoverage(side[0])));
    const bytes = new TextEncoder().encode(text);
    for (const size of [100, 4_093, bytes.length]) {
      const stream = new ReadableStream({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      });
      // A stream is over when it was read.
      assert.deepEqual(await worker.simulate(...sides, stream, options), withoutActs(here), `${size} bytes`);
    }
    for (const claims of [text, bytes, new Blob([bytes])]) assert.deepEqual(await worker.simulate(...sides, claims, options), here);
    assert.deepEqual((await worker.simulate(...sides, rows, { by, amounts: true })).persons, here.persons);
  }
});
