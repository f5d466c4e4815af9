// The generated claims: data that fits the example catalogue and the counts, persons that stay who they are, and rows that the example
// coverage decides.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CLASSES, isFor } from "../../examples/claims/classes.mjs";
import { claimsAsObjects, claimsExample } from "../../examples/claims/claims-example.mjs";
import { CareTypeCatalog } from "../../pkg/index.js";

const read = (name) => JSON.parse(readFileSync(`examples/${name}.json`, "utf8"));
const [catalog, coverage, { kinds, acts }, counts] = ["catalog", "coverage", "claims/acts", "claims/counts"].map(read);

/** What a care type may be that is not one: a consultation is with whom the counts of specialties say. */
const OF_SPECIALTY = "visit of the specialty";
/** Of no care type of the example catalogue: care abroad. Estimates: what pharmacies dispense that the counts have under no code. */
const [ABROAD, ESTIMATES] = [["ETR"], ["PH7", "PH4"]];

test("each national act has a care type of the example catalogue", () => {
  const known = new Set(catalog.internal_care_types.map(({ short_code }) => short_code));
  const typesOf = ({ care_type }) => (care_type === null ? [] : typeof care_type === "string" ? [care_type] : Object.values(care_type));
  assert.deepEqual(acts.filter((act) => typesOf(act).some((type) => type !== OF_SPECIALTY && !known.has(type))), []);
  assert.deepEqual(acts.filter(({ care_type }) => care_type === null).map(({ act }) => act), ABROAD);
  const national = acts.map(({ act }) => act).filter((act) => act !== "");
  assert.equal(new Set(national).size, national.length);
});

test("each act has a kind, costs something, and is for somebody", () => {
  for (const act of acts) {
    const { kind, base, charged, ages, sex } = act;
    assert.ok(kinds[kind], kind);
    assert.ok((base ?? charged) !== undefined, JSON.stringify(act));
    assert.ok(CLASSES.some((own) => isFor(own, ages, sex)), JSON.stringify(act));
    assert.equal(base === undefined, kinds[kind].reimbursed !== true, JSON.stringify(act));
    assert.ok(base === undefined || (act.rate ?? kinds[kind].rate) > 0, JSON.stringify(act));
  }
});

const skip = process.env.CARE_COVERAGE_DATA ? false : "CARE_COVERAGE_DATA names no folder with the counts";
const ofData = (name) => JSON.parse(readFileSync(join(process.env.CARE_COVERAGE_DATA, `${name}.json`), "utf8"));

test("rows with national codes are of the national catalogue", { skip }, () => {
  const known = new Set(ofData("care-types-national").internal_care_types.map(({ short_code }) => short_code));
  for (const { care_type } of claimsAsObjects({ rows: 50_000, catalog: "national" })) assert.ok(known.has(care_type), care_type);
});

test("the numbers of lines are those of the national claims base", { skip }, () => {
  const given = ofData("claims-weights");
  const counted = acts.filter(({ act }) => act !== "" && !ESTIMATES.includes(act));
  assert.deepEqual(Object.fromEntries(counted.map(({ act, lines }) => [act, lines])), given.care_types);
  const names = { AGE_BEN_SNDS: "age_bands", BEN_SEX_COD: "sexes", PRS_PDS_QCP: "pathway", MDT_TYP_COD: "treatment_mode", EXO_MTF: "exoneration", MTM_NAT: "local_scheme", PSE_SPE_SNDS: "specialties" };
  for (const [theirs, own] of Object.entries(names)) assert.deepEqual(counts[own], Object.fromEntries(given.dimensions[theirs].map(([value, , lines]) => [Number(value), lines])), own);
});

async function bytesOf(options) {
  return Buffer.from(await new Response(claimsExample(options)).arrayBuffer()).toString();
}

test("the bytes are the objects, and the same in every run", async () => {
  for (const order of ["person", "date"]) {
    const options = { rows: 4_000, seed: 3, order };
    const [header, ...lines] = (await bytesOf(options)).trimEnd().split("\n");
    const fields = header.split(",");
    const readBack = lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [fields[index], cell]).filter(([, cell]) => cell !== "")));
    const asTexts = [...claimsAsObjects(options)].map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [field, String(value)])));
    assert.deepEqual(readBack, asTexts);
    assert.equal(await bytesOf(options), await bytesOf(options));
    assert.notEqual(await bytesOf(options), await bytesOf({ ...options, seed: 4 }));
  }
});

test("pieces are whole rows, and there are as many as were asked for", async () => {
  const pieces = [];
  for await (const piece of claimsExample({ rows: 10_000 })) pieces.push(piece);
  assert.ok(pieces.length > 2);
  assert.ok(pieces.every((piece) => piece.at(-1) === 10));
  for (const rows of [0, 1, 2, 40]) assert.equal((await bytesOf({ rows })).split("\n").length, rows + 2);
});

test("a person keeps family, age and sex; families have one to five; dates are of the year", () => {
  for (const order of ["person", "date"]) {
    const [persons, families] = [new Map(), new Map()];
    const rows = [...claimsAsObjects({ rows: 30_000, year: 2024, order })];
    for (const { person, family, member_age, sex, care_date } of rows) {
      const own = [family, member_age, sex].join();
      assert.equal(persons.get(person) ?? own, own);
      persons.set(person, own);
      families.set(family, (families.get(family) ?? new Set()).add(person));
      assert.match(care_date, /^2024-/);
    }
    assert.ok(rows.length / persons.size > 12 && rows.length / persons.size < 15.5, `${rows.length / persons.size} rows of a person`);
    assert.deepEqual(new Set([...families.values()].map(({ size }) => size)), new Set([1, 2, 3, 4, 5]));
    const key = order === "person" ? ({ person, care_date }) => person + care_date : ({ care_date }) => care_date;
    assert.ok(rows.every((row, index) => index === 0 || key(rows[index - 1]) <= key(row)), order);
  }
});

test("ages, sexes and acts are as often as in the counts", () => {
  const rows = 100_000;
  const found = { ages: {}, sexes: {}, acts: {} };
  const count = (of, key) => (of[key] = (of[key] ?? 0) + 1);
  for (const { member_age, sex, act_code } of claimsAsObjects({ rows, order: "date" })) {
    count(found.ages, member_age < 20 ? 0 : Math.min(80, Math.floor(member_age / 10) * 10));
    count(found.sexes, sex);
    if (act_code) count(found.acts, act_code);
  }
  const ages = Object.entries(counts.age_bands).filter(([from]) => from !== "99");
  const sum = ages.reduce((sum, [, lines]) => sum + lines, 0);
  for (const [from, lines] of ages) assert.ok(Math.abs(found.ages[from] / rows - lines / sum) < 0.02, `${from}: ${found.ages[from]}`);
  assert.ok(Math.abs(found.sexes.F / rows - counts.sexes["2"] / (counts.sexes["1"] + counts.sexes["2"])) < 0.03);
  const all = acts.reduce((sum, { lines, care_type }) => sum + (care_type === null ? 0 : lines), 0);
  for (const { act, lines } of acts.filter(({ act, care_type, lines }) => act !== "" && care_type !== null && lines > all / 100)) {
    assert.ok(Math.abs(found.acts[act] / rows / (lines / all) - 1) < 0.1, `${act}: ${found.acts[act]}`);
  }
});

test("the example coverage decides every row, a fifth of them under limits; mistakes are as many as asked for", async () => {
  const compiled = new CareTypeCatalog(catalog).compileCoverage(coverage);
  const limited = new Set(coverage.guarantees.filter(({ coverage_rule }) => coverage_rule.limits.length > 0).map(({ name }) => name));
  const rows = 20_000;
  let [covered, counted] = [0, 0];
  for (const { person, family, sex, act_code, ...act } of claimsAsObjects({ rows, order: "date" })) {
    const { outcome, guarantee } = compiled.reimburse({ ...act, beneficiary: person }, [], { steps: false });
    assert.ok(["covered", "not_covered"].includes(outcome), JSON.stringify(act));
    if (outcome === "covered") covered += 1;
    if (limited.has(guarantee)) counted += 1;
  }
  assert.ok(covered / rows > 0.9, `${covered} are covered`);
  assert.ok(Math.abs(counted / rows - 0.2) < 0.015, `${counted} under limits`);
  const wrong = (await bytesOf({ rows, mistakes: 0.1 })).match(/INCONNU|31\/02\/2025|n\.c\.|,-1,/g).length;
  assert.ok(Math.abs(wrong / rows - 0.1) < 0.01, `${wrong} mistakes`);
});

test("options that mean nothing are refused", () => {
  for (const options of [{ rows: -1 }, { rows: 1.5 }, { order: "none" }, { catalog: "other" }]) assert.throws(() => claimsExample(options), RangeError);
});
