// applyFixes and formatDiagnostics: cases as data, and on the texts of the golden cases with the engine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { resolve } from "./cases.mjs";
import { golden } from "./golden.mjs";
import { importText, imported } from "./install.mjs";

const { CareTypeCatalog, applyFixes, formatDiagnostics } = imported;

const data = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

for (const { name, text, diagnostics, want, left } of data("apply-fixes.json")) {
  test(`applyFixes: ${name}`, () => {
    const answer = applyFixes(text, diagnostics);
    assert.equal(answer.text, want);
    assert.deepEqual(answer.left.map(({ code }) => code), left);
    assert.deepEqual(new Set([...answer.applied, ...answer.left]), new Set(diagnostics));
  });
}

for (const { name, text, diagnostics, options, want } of data("format-diagnostics.json")) {
  test(`formatDiagnostics: ${name}`, () => assert.equal(formatDiagnostics(text, diagnostics, options), want.join("\n")));
}

test("slim and worker have both, without a module", async () => {
  const others = await importText("others.mjs", 'export * as slim from "care-coverage/slim"; export * as worker from "care-coverage/worker";');
  for (const { applyFixes, formatDiagnostics } of Object.values(others)) {
    const found = [{ code: "x", severity: "info", message: "m", pointer: "", related: [], fix: [], fix_title: "Mend", edits: [{ start: 0, end: 1, text: "[" }] }];
    assert.equal(applyFixes("{]", found).text, "[]");
    assert.match(formatDiagnostics("{]", found), /^info\[x\]: m\n/);
  }
});

test("an unknown language is refused", () => {
  assert.throws(() => formatDiagnostics("", [], { language: "de" }), { name: "RangeError", message: /^unknown language `de`: expected one of `en`, `fr`$/ });
});

test("a translated diagnostic is shown in its words", () => {
  const diagnostic = { code: "gap", severity: "warning", message: "m", pointer: "/a", related: [], fix: null, fix_title: null };
  const translate = (given, language) => ({ ...given, message: `${given.message} ${language}` });
  assert.equal(formatDiagnostics("", [diagnostic], { language: "fr", translate }), "avertissement[gap]: m fr\n  --> #/a");
});

test("on the texts of the golden cases, fixes come to an end, and the text stays JSON", () => {
  let applied = 0;
  const cases = golden.flatMap(({ document }) => document.cases.map((written) => resolve(written, document)));
  for (const { call, args, catalog: given, id: name } of cases) {
    if (!call.startsWith("validateCoverage")) continue;
    const catalog = new CareTypeCatalog(given.data, given.options);
    const [first] = args;
    for (const text of call.endsWith("Text") ? [first] : [JSON.stringify(first), JSON.stringify(first, null, 2)]) {
      if (typeof text !== "string" || text.length > 1e6) continue;
      const again = (text) => catalog.validateCoverageText(text);
      const answer = applyFixes(text, again(text), { again });
      assert.deepEqual(answer.left, again(answer.text), name);
      assert.ok(answer.left.every(({ edits }) => !edits?.length), name);
      if (answer.applied.length > 0 && answer.left.every(({ code }) => code !== "invalid_json")) JSON.parse(answer.text.replace(/^\ufeff/, ""));
      applied += answer.applied.length;
      formatDiagnostics(text, answer.applied, { color: true });
    }
  }
  assert.ok(applied > 100, `only ${applied} fixes`);
});

test("where two fixes together bring an error, one is applied", () => {
  const catalog = new CareTypeCatalog({ care_type_groups: [{ id: 1, short_code: "G" }], internal_care_types: [{ id: 1, short_code: "A", care_type_group_ids: [1] }] });
  const guarantee = (name) => ({ name, care_type_mappings: [{ selector: { include_care_types: ["A"] }, filter: {} }], coverage_rule: {} });
  const text = JSON.stringify({ name: "HEALTH", version: 1, guarantees: [guarantee("dental care"), guarantee("Dental-care")] });
  const again = (text) => catalog.validateCoverageText(text);
  const { text: after, applied } = applyFixes(text, again(text), { again });
  assert.deepEqual(JSON.parse(after).guarantees.map(({ name }) => name), ["DENTAL_CARE", "Dental-care"]);
  assert.deepEqual(applied.map(({ code }) => code), ["unusual_guarantee_name"]);
});
