// The entry of benefit tables of the installed package. What it reads is tested in tests/benefit-table.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { heavy, odd, refused } from "./hostile-values.mjs";
import { imported, importText, inside } from "./install.mjs";
import { asked, assertSaid } from "./said.mjs";

const entry = await importText("benefit-table-entry.mjs", 'export * from "care-coverage/benefit-table";\n');
const golden = JSON.parse(readFileSync(new URL("../benefit-table/cells.json", import.meta.url), "utf8"));
const { readBenefit } = entry;
const { CareTypeCatalog } = imported;

test("the entry is the same for import and require, as declared, and needs no engine", () => {
  const names = Object.keys(entry).sort();
  const required = createRequire(inside("entry.cjs"))("care-coverage/benefit-table");
  const installed = (file) => readFileSync(inside("node_modules/care-coverage", file), "utf8");
  const declared = Array.from(installed("benefit-table.d.ts").matchAll(/^export (?:declare )?(?:function|const) (\w+)/gm), ([, name]) => name);
  assert.deepEqual(Object.keys(required).sort(), names);
  assert.deepEqual(declared.sort(), names);
  // The words of rules, and no engine.
  assert.deepEqual(installed("benefit-table.js").match(/\bimport\b[^;]*?"[^"]*"/g).map((text) => /"(.*)"/.exec(text)[1]), ["./words.js"]);
  assert.doesNotMatch(installed("benefit-table.js"), /WebAssembly/);
  for (const { text, label, expected } of golden) for (const way of [entry, required]) assert.deepEqual(way.readBenefit(text, { label }), expected, text);
});

/** An answer, one of the errors that are declared, or what a getter of the caller throws. */
function outcome(ask) {
  try {
    return ask();
  } catch (error) {
    if (error.constructor !== TypeError && error.constructor !== RangeError && error.message !== "trapped") throw error;
    return error;
  }
}

test("values that no one should give are an answer, or an error that says what is wrong", (t) => {
  const values = [...Object.values(refused).flatMap(Object.entries), ...Object.entries(odd), ...Object.entries(heavy)];
  let [answered, thrown] = [0, 0];
  for (const [name, make] of values) {
    const asked = [(value) => readBenefit(value), (value) => readBenefit("150 % BR", value), (value) => readBenefit("5 séances par an à 30 €", { label: value }), (value) => readBenefit("150 % BR", { language: value })];
    for (const [place, ask] of asked.entries()) {
      const value = make("150 % BR");
      const got = outcome(() => ask(value));
      if (got instanceof Error) thrown += 1;
      else answered += 1;
      if (place === 0 && typeof value !== "string") assert.equal(got.message, "a cell is a text", name);
      if (place === 2 && typeof value !== "string" && value !== undefined) assert.equal(got.message, "the label of a row is a text", name);
      if (place === 3 && value !== "fr" && value !== undefined) assert.equal(got.message, "the language of a benefit table is `fr`", name);
    }
  }
  assert.deepEqual(readBenefit("150 % BR").readings[0].rule, { components: [{ kind: "brss_percent", percent: "150" }] });
  assert.equal({}.polluted, undefined);
  t.diagnostic(`${answered} answered, ${thrown} errors`);
  assert.ok(answered > 20 && thrown > 100);
});

test("values that no one should give to what reads and writes tables are an answer, or an error", (t) => {
  const catalog = new CareTypeCatalog({ care_type_groups: [{ id: 1, short_code: "GP", label: "Généralistes" }], internal_care_types: [{ id: 1, short_code: "VISIT", label: "Consultation", care_type_group_ids: [1] }] });
  const headings = { headings: [] };
  const rows = [["", "Base"], ["Généralistes", "100 % BR"]];
  const { formulas: [{ coverage: payload }] } = entry.readBenefitTable(rows, { catalog, headings });
  const coverage = catalog.compileCoverage(payload);
  const given = { catalog, headings, date: "2026-01-01" };
  const table = entry.benefitTable([coverage], given);
  const expected = entry.benefitTableCsv(table);
  const values = [...Object.values(refused).flatMap(Object.entries), ...Object.entries(odd), ...Object.entries(heavy)];
  let thrown = 0;
  for (const [, make] of values) {
    const asked = [
      (value) => entry.readBenefitTable(value, { catalog, headings }), (value) => entry.readBenefitTable([[value]], { catalog, headings }), (value) => entry.readBenefitTable(rows, { catalog, headings, language: value }),
      (value) => entry.benefitTable(value, given), (value) => entry.benefitTable([coverage], { ...given, date: value }), (value) => entry.benefitTable([coverage], { ...given, language: value }),
      (value) => entry.benefitGridFromCsv(value), (value) => entry.benefitGridFromHtml(value), (value) => entry.benefitTableCsv(table, { separator: value }),
    ];
    for (const ask of asked) {
      try {
        ask(make("x"));
      } catch (error) {
        thrown += 1;
        assert.ok(error instanceof Error, String(error));
      }
    }
  }
  assert.equal(entry.benefitTableCsv(entry.benefitTable([coverage], given)), expected);
  assert.equal({}.polluted, undefined);
  t.diagnostic(`${thrown} errors`);
  assert.ok(thrown > 100);
});

test("an answer is the caller's: what is done to it changes no other", () => {
  for (const { text, label, expected } of golden) {
    const answer = readBenefit(text, { label });
    for (const list of Object.values(answer)) list.length = 0;
    for (const { rule } of readBenefit(text, { label }).readings) rule.components.length = 0;
    assert.deepEqual(readBenefit(text, { label }), expected);
  }
});

test("the programs of docs/benefit-tables.md say what is written there", async () => {
  const text = readFileSync(new URL("../../docs/benefit-tables.md", import.meta.url), "utf8");
  let count = 0;
  for (const [, program] of text.matchAll(/^```js\n([^]*?)^```$/gm)) {
    const { text: module, promised } = asked(program);
    const { said } = await importText(`benefit-table-doc-${count}.mjs`, module);
    assertSaid(said, promised);
    count += promised.length;
  }
  assert.ok(count >= 5, `${count} values`);
});

test("the cells of docs/benefit-tables.md are read as it says", () => {
  const text = readFileSync(new URL("../../docs/benefit-tables.md", import.meta.url), "utf8");
  const rows = Array.from(text.matchAll(/^\| « (.+?) » \| `(\{.*\})` \|(.*)\|$/gm));
  for (const [, cell, rule, assumed] of rows) {
    const answer = readBenefit(cell);
    const plain = JSON.parse(JSON.stringify(answer.readings[0]?.rule, (name, value) => (name === "key" ? undefined : value)));
    assert.deepEqual([answer.readings.length, plain, answer.assumed.join(", ")], [1, JSON.parse(rule), assumed.trim()], cell);
  }
  assert.ok(rows.length >= 10, `${rows.length} rows`);
});
