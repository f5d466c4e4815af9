// Cells of benefit tables as rules: golden cases, labels, and laws.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { CareTypeCatalog } from "../../pkg/index.js";
import { benefitTable } from "../../scripts/benefit-table.mjs";
import { canonical, rules } from "../package/words-rules.mjs";
import { cells, likely } from "./fragments.mjs";

const { readBenefit, describeRule } = await benefitTable();
const json = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const golden = json("cells.json");
/** Two sets, by different hands. */
const SETS = ["labels.json", "labels-2.json"];
const labels = SETS.flatMap((name) => json(name).cells);
const SEED = Number(process.env.SEED ?? 1);
const fr = { language: "fr" };

const catalog = new CareTypeCatalog({ care_type_groups: [{ id: 1, short_code: "ALL" }], internal_care_types: [{ id: 1, short_code: "ACT", care_type_group_ids: [1] }] });

/** Errors of a coverage of these readings, each for a guarantee of its own. */
function errorsOf(readings) {
  const guarantees = readings.map(({ when, rule }, index) => ({
    name: `READING_${index + 1}`, care_type_mappings: [{ selector: { include_care_types: ["ACT"] }, filter: when }], coverage_rule: rule,
  }));
  return catalog.validateCoverage({ name: "read", version: 1, guarantees }).filter(({ severity }) => severity === "error");
}

function assertWellFormed(text, { readings, assumed, unread, notes }) {
  assert.equal(readings.length === 0, unread.length > 0 || notes.some(({ code }) => code === "nothing"), text);
  if (unread.length > 0) assert.deepEqual([readings, assumed, notes], [[], [], []], text);
  let before = -1;
  for (const { start, end } of unread) {
    assert.ok(before < start && start < end && end <= text.length, `${text}: ${start} to ${end}`);
    before = end - 1;
  }
}

test("golden cases", () => {
  for (const { note, text, label, expected } of golden) assert.deepEqual(readBenefit(text, { label }), expected, `${text}: ${note}`);
});

for (const name of SETS) {
  test(`${name}: at least 99 of 100 that are read, or said to be unreadable, are right, with what is assumed`, () => {
    const withoutKeys = (readings) => JSON.stringify(readings, (name, value) => (name === "key" ? undefined : value));
    for (const drawn of ["uniform", "form"]) {
      let [judged, right] = [0, 0];
      for (const { text, readings, unread, assumed = [], [drawn]: times } of json(name).cells) {
        const read = readBenefit(text);
        if (read.readings.length === 0 && !unread) continue;
        judged += times;
        if (withoutKeys([read.readings, read.assumed]) === withoutKeys([readings, assumed])) right += times;
      }
      assert.ok(judged >= 90 && right >= 0.99 * judged, `${drawn}: ${right} of ${judged}`);
    }
  });
}

test("whatever is given as a text is answered, with places that are in it", () => {
  fc.assert(fc.property(fc.oneof(cells, likely, fc.string({ unit: "binary" }), fc.string()), (text) => assertWellFormed(text, readBenefit(text))), { numRuns: 5_000 });
  for (const text of ["", " ", "constructor", "__proto__ % BR", "100 % toString", "\ud800", "%".repeat(2_000), "(".repeat(2_000), "1 000 ".repeat(300), "100 % BR + ".repeat(180)]) assertWellFormed(text, readBenefit(text));
  assert.throws(() => readBenefit(undefined), TypeError);
  assert.throws(() => readBenefit("100 % BR", { language: "en" }), RangeError);
});

test("what is read is a rule that the engine accepts, and its words are read as it", (t) => {
  let read = 0;
  for (const text of [...golden, ...labels].map(({ text }) => text)) assert.deepEqual(errorsOf(readBenefit(text).readings), [], text);
  for (const text of fc.sample(fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: cells }), { numRuns: 4_000, seed: SEED })) {
    const { readings } = readBenefit(text);
    if (readings.length === 0) continue;
    read += 1;
    assert.deepEqual(errorsOf(readings), [], text);
    for (const { rule } of readings) assertReadAgain(rule, text);
  }
  t.diagnostic(`${read} read`);
  assert.ok(read > 1_000);
});

test("spaces, case, accents and the sign of the euro are of no matter", () => {
  const keyless = ({ readings, assumed, notes }) => [readings, assumed, notes];
  for (const { text } of [...golden, ...labels]) {
    const written = text.toUpperCase().replaceAll("€", "euros").normalize("NFD").replaceAll(" ", "\u202f");
    const other = text.replaceAll("\u202f", " ").toLowerCase();
    assert.deepEqual(keyless(readBenefit(written)), keyless(readBenefit(text)), written);
    assert.deepEqual(keyless(readBenefit(other)), keyless(readBenefit(text)), other);
  }
});

test("French words of a rule: read, they are that rule, and its words are the same", () => {
  for (const rule of fc.sample(rules, { numRuns: 5_000, seed: SEED })) assertReadAgain(rule, describeRule(rule, fr));
  for (const { rule } of json("../package/grid-rows.json")) assertReadAgain(rule, describeRule(rule, fr));
  // Words that say that they are not all there is.
  assert.deepEqual(readBenefit(describeRule({ rate: 1 }, fr)).readings, []);
});

function assertReadAgain(rule, from) {
  const words = describeRule(rule, fr);
  const { readings, unread } = readBenefit(words);
  assert.equal(readings.length, 1, `${from} → ${words}: ${unread.map(({ start, end }) => words.slice(start, end)).join(" … ")}`);
  assert.equal(canonical(readings[0].rule), canonical(rule), `${from} → ${words}`);
  assert.equal(describeRule(readings[0].rule, fr), words, from);
}
