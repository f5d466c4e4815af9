// Laws of the language service, at random places of the example files: whatever is edited, a document answers as one that is opened anew; what is
// offered is accepted; what is renamed, sorted or set out means the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { importText, imported as api } from "./install.mjs";
import { edited } from "./language-cases.mjs";

const { createLanguageService } = await importText("language-laws.mjs", 'export * from "care-coverage/language";\n');
const read = (name) => readFileSync(new URL(`../../${name}.json`, import.meta.url), "utf8");
const catalog = new api.CareTypeCatalog(JSON.parse(read("examples/catalog")));
const service = createLanguageService(catalog);

/** Texts of each kind. */
const TEXTS = [
  ...["coverage", "100-sante", "collective-base", "collective-option", "to-repair"].map((name) => ["coverage", read(`examples/${name}`)]),
  ["catalog", read("examples/catalog")], ["catalog", JSON.stringify(new api.CareTypeCatalog(JSON.parse(read("tests/language/catalog"))).getCareTypeMappings(), null, 2)],
  ["acts", read("examples/acts")], ["act", JSON.stringify(JSON.parse(read("examples/acts"))[0].act, null, 2)],
  ["acts", JSON.stringify(JSON.parse(read("examples/acts")).map(({ act, amounts }) => ({ ...act, ...amounts })), null, 2)],
  ["profile", read("profiles/fr-contrat-responsable")],
];
const texts = fc.constantFrom(...TEXTS);
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (text, share) => Math.floor(share * (text.length + 1));

/** What people and programs type. */
const typed = fc.constantFrom('"', "{", "}", "[", "]", ",", ":", "\n", " ", "a", "DE", "1", "-", "true", "null", '"kind": "flat_amount"', '{ "kind": "', "\\", "\u00a0", "\ufeff", "\ud800", "é", "//");
const edits = fc.array(fc.tuple(place, fc.nat(12), typed), { minLength: 1, maxLength: 6 });

test("a document that was edited answers as one that is opened with its text", () => {
  fc.assert(fc.property(texts, edits, place, ([kind, text], changes, share) => {
    const document = service.open(text, { kind });
    for (const [from, length, inserted] of changes) {
      // So that something is known of the text before.
      document.completions(at(document.text, share));
      document.hover(at(document.text, share));
      const start = at(document.text, from);
      document.update([{ start, end: Math.min(document.text.length, start + length), text: inserted }]);
    }
    const fresh = service.open(document.text, { kind });
    const offset = at(document.text, share);
    for (const ask of [
      (of) => of.completions(offset).map((completion) => ({ ...completion })), (of) => of.hover(offset), (of) => of.symbols(), (of) => of.folding(), (of) => of.format(), (of) => of.references(offset),
      (of) => of.definition(offset), (of) => of.rename(offset, "OTHER"),
    ]) assert.deepEqual(ask(document), ask(fresh));
    document.free();
    fresh.free();
  }), { numRuns: 400 });
});

test("diagnostics and actions of a document that was edited are those of its text", () => {
  fc.assert(fc.property(texts, edits, place, ([kind, text], changes, share) => {
    const document = service.open(text, { kind });
    document.diagnostics();
    for (const [from, length, inserted] of changes) {
      const start = at(document.text, from);
      document.update([{ start, end: Math.min(document.text.length, start + length), text: inserted }]);
    }
    const fresh = service.open(document.text, { kind });
    const range = { start: at(document.text, share), end: at(document.text, share) };
    assert.deepEqual(document.diagnostics(), fresh.diagnostics());
    assert.deepEqual(document.codeActions(range), fresh.codeActions(range));
    if (kind === "coverage") assert.deepEqual(document.diagnostics(), catalog.validateCoverageText(document.text));
    document.free();
    fresh.free();
  }), { numRuns: 120 });
});

/** Errors of what is not finished: a text that is still empty, a list that is, a value that only its author knows. */
const UNFINISHED = [
  "empty_name", "empty_selector", "exclude_without_include", "selects_nothing", "no_mapping", "missing_field", "invalid_string", "empty_list", "duplicate_guarantee", "empty_code", "no_group",
  "duplicate_id", "duplicate_short_code", "inconsistent_fact", "invalid_amount", "unknown_class", "limit_key_mismatch", "repeated_limit_key", "inconsistent_mappings", "unknown_group_id", "key_mismatch",
  "invalid_date", "born_after_care_date", "irrelevant_condition",
];

/** Texts, numbers and words of a text that is JSON; of members, the names too. */
const tokens = new Map();
function tokensOf(text) {
  if (!tokens.has(text)) tokens.set(text, [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/g)]);
  return tokens.get(text);
}

test("what is offered is accepted where it is put", (t) => {
  let count = 0;
  fc.assert(fc.property(texts, place, fc.boolean(), fc.nat(), ([kind, text], share, isCut, choice) => {
    let offset = at(text, share);
    let before = text;
    if (isCut) {
      // A value, or a key, is gone: the cursor is where it was.
      const all = tokensOf(text);
      const token = all[Math.floor(share * all.length)];
      offset = token.index;
      before = text.slice(0, offset) + text.slice(offset + token[0].length);
    }
    const document = service.open(before, { kind });
    const offered = document.completions(offset);
    document.free();
    if (offered.length === 0) return;
    for (const index of new Set([0, choice % offered.length, offered.length - 1])) {
      const { range, insert, label } = offered[index];
      const after = edited(before, [{ ...range, text: insert }]);
      const now = service.open(after, { kind });
      const [start, end] = [range.start, range.start + insert.length];
      const wrong = now.diagnostics().filter(({ severity, code, range: of }) => severity === "error" && of.start >= start && of.end <= end && !UNFINISHED.includes(code));
      now.free();
      const shown = () => `${label}: ${JSON.stringify(after.slice(Math.max(0, start - 80), end + 40))}`;
      assert.deepEqual(wrong.map(({ code, message }) => `${code}: ${message}`), [], shown());
      // A whole text stays whole, and one that lacked this is.
      assert.doesNotThrow(() => JSON.parse(after), shown());
      count += 1;
    }
  }), { numRuns: 1_000 });
  t.diagnostic(`${count} completions`);
  assert.ok(count > 400);
});

test("setting out changes blanks alone, and is done at once", () => {
  const check = (text, kind) => {
    const document = service.open(text, { kind });
    const changes = document.format();
    const now = edited(text, changes);
    for (const { start, end, text: blanks } of changes) assert.match(text.slice(start, end) + blanks, /^[ \t\r\n]*$/);
    document.update(changes);
    assert.equal(document.text, now);
    assert.deepEqual(document.format(), []);
    document.free();
    return now;
  };
  for (const [kind, text] of TEXTS) {
    assert.deepEqual(JSON.parse(check(text, kind)), JSON.parse(text));
    assert.deepEqual(check(JSON.stringify(JSON.parse(text)), kind), check(text, kind));
  }
  fc.assert(fc.property(fc.json(), fc.constantFrom(undefined, 1, 4, "\t"), (text, indent) => {
    const given = indent === undefined ? text : JSON.stringify(JSON.parse(text), null, indent);
    assert.deepEqual(JSON.parse(check(given, "coverage")), JSON.parse(given));
  }), { numRuns: 500 });
});

test("a name that is changed everywhere changes no finding", () => {
  let count = 0;
  for (const [kind, text] of TEXTS.filter(([kind]) => kind === "coverage" || kind === "profile")) {
    const document = service.open(text, { kind });
    const found = (of) => of.diagnostics().map(({ code, severity, pointer, related }) => [code, severity, pointer.replaceAll("NEW_NAME", "*"), related.map((other) => other.pointer)]);
    for (let offset = 0; offset < text.length; offset += 1) {
      const start = document.prepareRename(offset);
      if (start === null) continue;
      const { edits: changes, reason } = document.rename(offset, "NEW_NAME");
      assert.equal(reason, null);
      const renamed = service.open(edited(text, changes), { kind });
      const star = (list) => list.map(([code, severity, pointer, related]) => [code, severity, pointer.replaceAll(start.name, "*"), related]);
      if (kind === "coverage") assert.deepEqual(found(renamed), found(document), start.name);
      else assert.deepEqual(star(found(renamed)), star(found(document)), start.name);
      // And back again.
      assert.equal(edited(renamed.text, renamed.rename(changes[0].start + 1, start.name).edits), text, start.name);
      renamed.free();
      count += 1;
      offset = start.range.end;
    }
    document.free();
  }
  assert.ok(count > 30, `${count} names`);
});

/** What is decided and paid stays. */
const SAME = ["sort_codes", "extract_group", "remove_unused"];

test("what is sorted, grouped or removed decides and pays as before, and no action brings an error", () => {
  const counts = {};
  for (const [kind, text] of TEXTS) {
    const document = service.open(text, { kind });
    const before = document.diagnostics().filter(({ severity }) => severity === "error").length;
    const seen = new Set();
    for (let offset = 0; offset < text.length; offset += 7) {
      for (const { kind: action, edits: changes, title } of document.codeActions({ start: offset, end: offset })) {
        const after = edited(text, changes);
        if (seen.has(after)) continue;
        seen.add(after);
        counts[action] = (counts[action] ?? 0) + 1;
        const now = service.open(after, { kind });
        const errors = now.diagnostics().filter(({ severity }) => severity === "error");
        now.free();
        // What is wrong in a guarantee is wrong in both copies.
        if (action !== "split_by_optam" || before === 0) assert.ok(errors.length <= before, `${title}: ${JSON.stringify(errors.map(({ code, pointer }) => [code, pointer]))}`);
        if (kind !== "coverage" || !SAME.includes(action)) continue;
        const [old, next] = [text, after].map((text) => catalog.tryCompile(JSON.parse(text)).coverage);
        if (old === null) continue;
        const { changes: decisions, rules } = old.diff(next);
        assert.deepEqual([decisions ?? [], rules ?? []], [[], []], title);
        old.free();
        next.free();
      }
    }
    document.free();
  }
  for (const action of ["fix", "sort_codes", "add_missing"]) assert.ok(counts[action] > 0, `${action} of ${JSON.stringify(counts)}`);
});

test("a group in place of its care types, and without what does nothing, selects the same", () => {
  const codes = JSON.parse(read("examples/catalog")).internal_care_types.map(({ short_code }) => short_code);
  const groups = JSON.parse(read("examples/catalog")).care_type_groups.map(({ short_code }) => short_code);
  const several = (of, most) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: most });
  // Members of some groups, so that there are groups to find.
  const included = fc.tuple(several(groups, 3), several(codes, 4)).map(([whole, some]) => [...new Set([...whole.flatMap((group) => catalog.membersOf(group).map(({ short_code }) => short_code)), ...some])]);
  let count = 0;
  fc.assert(fc.property(included, several(groups, 2), several(codes, 3), several(groups, 1), (include_care_types, include_care_type_groups, exclude_care_types, exclude_care_type_groups) => {
    const selector = { include_care_type_groups, include_care_types, exclude_care_types, exclude_care_type_groups };
    const text = JSON.stringify({ name: "A", version: 1, guarantees: [{ name: "A", care_type_mappings: [{ selector, filter: {} }], coverage_rule: {} }] }, null, 2);
    const document = service.open(text, { kind: "coverage" });
    const offset = text.indexOf('"include_care_types"');
    for (const { kind, edits: changes, title } of document.codeActions({ start: offset, end: text.indexOf("coverage_rule") })) {
      if (!SAME.includes(kind)) continue;
      const now = JSON.parse(edited(text, changes)).guarantees[0].care_type_mappings[0].selector;
      assert.deepEqual(catalog.getCareTypesFromSelector(now), catalog.getCareTypesFromSelector(selector), title);
      count += 1;
    }
    document.free();
  }), { numRuns: 300 });
  assert.ok(count > 100, `${count} actions`);
});

test("a guarantee that is split by OPTAM pays for the same acts", () => {
  // The example has two guarantees for doctors already: as one again.
  const payload = JSON.parse(read("examples/coverage"));
  payload.guarantees = payload.guarantees.filter(({ name }) => name !== "DOCTORS_NON_OPTAM");
  for (const { filter } of payload.guarantees[0].care_type_mappings) delete filter.is_optam_or_secteur_1;
  const text = JSON.stringify(payload, null, 2);
  const acts = JSON.parse(read("examples/acts")).map(({ act }) => act).filter(({ is_optam_or_secteur_1: fact }) => typeof fact === "boolean");
  const document = service.open(text, { kind: "coverage" });
  const old = catalog.compileCoverage(JSON.parse(text));
  let count = 0;
  for (const { selection, name } of document.symbols()) {
    const split = document.codeActions(selection).find(({ kind }) => kind === "split_by_optam");
    if (split === undefined) continue;
    const next = catalog.compileCoverage(JSON.parse(edited(text, split.edits)));
    for (const act of acts) {
      const { outcome, guarantees } = next.guaranteesFor(act);
      const merged = guarantees.map((guarantee) => guarantee.replace(new RegExp(`^${name}_(?:NON_)?OPTAM$`), name));
      assert.deepEqual([outcome, merged], [old.guaranteesFor(act).outcome, old.guaranteesFor(act).guarantees], `${name}: ${JSON.stringify(act)}`);
      count += 1;
    }
  }
  assert.ok(acts.length >= 5 && count >= 5, `${acts.length} acts, ${count} answers`);
});

test("nothing that is opened stops the service, and nothing takes long", () => {
  const deep = 20_000;
  const heavy = [
    "[".repeat(deep), '{"a":'.repeat(deep), '"'.repeat(deep), "\\".repeat(deep), '"\\'.repeat(deep), ",".repeat(deep), ":".repeat(deep), "}".repeat(deep), "a ".repeat(deep), `[${'"CROWN",'.repeat(deep)}`,
    `{${'"name": "A",'.repeat(10_000)}`, `{ "guarantees": [${'{ "name": "A" }'.repeat(5_000)}`, "\u00a0".repeat(deep), "\ud800".repeat(1_000), "\ufeff{}", `{ "classes": { ${'"a": {}, '.repeat(5_000)} } }`, " ".repeat(deep),
    `{ "__proto__": { "constructor": 1 }, "toString": "__proto__", "guarantees": [{ "name": "constructor", "coverage_rule": { "kind": "__proto__" } }] }`,
  ];
  const kinds = ["coverage", "catalog", "act", "acts", "profile"];
  const ask = (text, kind, offset) => {
    const document = service.open(text, { kind });
    document.update([{ start: offset, end: offset, text: '"' }]);
    document.update([{ start: offset, end: offset + 1, text: "" }]);
    const before = performance.now();
    const answers = [
      document.completions(offset), document.hover(offset), document.codeActions({ start: offset, end: text.length }), document.definition(offset), document.references(offset),
      document.prepareRename(offset), document.rename(offset, "\ud800"), document.symbols(), document.folding(), document.format(), document.diagnostics(),
    ];
    const time = performance.now() - before;
    document.free();
    // What is answered can be sent to another thread.
    structuredClone(answers);
    return time;
  };
  for (const text of heavy) for (const kind of kinds) for (const offset of [0, 1, text.length >> 1, text.length]) assert.ok(ask(text, kind, offset) < 10_000, `${text.slice(0, 20)}, ${kind}, ${offset}`);
  const bits = fc.array(fc.constantFrom('"', "{", "}", "[", "]", ",", ":", "\\", "\n", " ", "1", "null", "kind", "guarantees", "\u2028", "\ud83d", "é"), { maxLength: 60 }).map((parts) => parts.join(""));
  fc.assert(fc.property(fc.oneof(bits, fc.string({ unit: "binary", maxLength: 60 })), fc.constantFrom(...kinds), place, (text, kind, share) => {
    ask(text, kind, at(text, share));
  }), { numRuns: 800 });
});
