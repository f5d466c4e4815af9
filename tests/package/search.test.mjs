// The search through a catalogue, and its look-ups: laws on the example and on catalogues of odd names. How long it takes: benches/search.mjs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { imported as api, required } from "./install.mjs";

const read = (name) => JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));
const lists = read("catalog");
const LANGUAGES = ["fr", "en"];
const synonyms = LANGUAGES.map((language) => read(`synonyms/${language}`));
const example = new api.CareTypeCatalog(lists, { synonyms });

/** Codes and labels of letters that are near one another, of signs, and of letters that have no capital or several. */
const names = fc.stringMatching(/^[aeéÉsSx_œŒß1ǅſﬁİıσς-]{1,6}$/);
const words = fc.array(names, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const catalogs = fc.record({
  groups: fc.uniqueArray(names, { minLength: 1, maxLength: 4 }),
  types: fc.uniqueArray(fc.tuple(names, fc.option(words), fc.nat()), { minLength: 1, maxLength: 12, selector: ([code]) => code }),
  terms: fc.array(words, { maxLength: 3 }),
}).map(({ groups, types, terms }) => new api.CareTypeCatalog({
  care_type_groups: groups.map((short_code, id) => ({ id, short_code })),
  internal_care_types: types.map(([short_code, label, group], id) => ({ id, short_code, label, care_type_group_ids: [group % groups.length] })),
}, { synonyms: [{ synonyms: [{ terms, care_types: [types[0][0]], care_type_groups: [groups[0]] }] }] }));

const everything = (catalog, text) => catalog.search(text, { limit: 1_000 });
const entriesOf = (catalog) => {
  const { internal_care_type_by_short_code: types, care_type_group_by_short_code: groups } = catalog.getCareTypeMappings();
  return [...Object.values(types), ...Object.values(groups)];
};

function assertCodeIsFirst(catalog, { short_code }) {
  const [first] = catalog.search(short_code);
  assert.deepEqual([first?.short_code, first?.score, first?.matched], [short_code, 100, "code"], short_code);
}

/** Nothing but an entry of that code, or one that is called so, comes before it. */
function assertLabelIsFound(catalog, { short_code, label }) {
  const hits = everything(catalog, label);
  const own = hits.find((hit) => hit.short_code === short_code && hit.label === label);
  assert.ok(own && own.score >= 98, `${short_code}: ${label}: ${JSON.stringify(hits.slice(0, 3))}`);
}

test("every code finds itself first, and every label its care type or group", () => {
  for (const entry of entriesOf(example)) {
    assertCodeIsFirst(example, entry);
    assertLabelIsFound(example, entry);
  }
  fc.assert(fc.property(catalogs, (catalog) => {
    for (const entry of entriesOf(catalog)) {
      assertCodeIsFirst(catalog, entry);
      if (entry.label) assertLabelIsFound(catalog, entry);
    }
    catalog.free();
  }), { numRuns: 200, seed: 1 });
});

test("case, accents and signs do not count, but for a code as written", () => {
  const stripped = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
  const ways = [stripped, (text) => text.toUpperCase(), (text) => text.toLowerCase(), (text) => text.normalize("NFD"), (text) => ` ${text.replaceAll(" ", "  ")}\n`];
  for (const text of [...entriesOf(example).map(({ label }) => label), ...synonyms.flatMap(({ synonyms }) => synonyms.flatMap(({ terms }) => terms))]) {
    const alike = (text) => everything(example, text).map((hit) => ({ ...hit, score: Math.min(hit.score, 99) }));
    const want = alike(text);
    assert.ok(want.length > 0, text);
    for (const way of ways) assert.deepEqual(alike(way(text)), want, `${text} as ${way(text)}`);
  }
});

test("hits are in order, each once, and the same each time and of each copy of the package", () => {
  const other = new required.CareTypeCatalog(lists, { synonyms });
  for (const text of ["couronne", "a", "soin", "dent", "medecin", "lunette verre", "optique", "kine", "chambr", "e", "prothese 100"]) {
    const hits = everything(example, text);
    assert.ok(hits.every(({ score }, index) => score >= 1 && score <= 100 && (index === 0 || score <= hits[index - 1].score)), text);
    assert.equal(new Set(hits.map(({ kind, short_code }) => `${kind} ${short_code}`)).size, hits.length, text);
    assert.deepEqual(example.search(text, { limit: 3 }), hits.slice(0, 3));
    for (const kind of ["care_type", "care_type_group"]) assert.deepEqual(example.search(text, { kind, limit: 1_000 }), hits.filter((hit) => hit.kind === kind));
    assert.deepEqual(everything(new api.CareTypeCatalog(example.getCareTypeMappings(), { synonyms }), text), hits);
    assert.deepEqual(everything(other, text), hits);
  }
});

test("every synonym that is shipped names what there is, and finds it", () => {
  for (const [index, document] of synonyms.entries()) {
    assert.equal(document.language, LANGUAGES[index]);
    const terms = document.synonyms.flatMap(({ terms }) => terms);
    assert.equal(new Set(terms).size, terms.length, "a term is written once");
    for (const { terms, care_types = [], care_type_groups = [] } of document.synonyms) {
      const named = [...care_types.map((code) => ["care_type", code]), ...care_type_groups.map((code) => ["care_type_group", code])];
      assert.ok(named.length > 0, terms[0]);
      for (const [kind, code] of named) {
        assert.ok(kind === "care_type" ? example.careType(code) : example.group(code), code);
        for (const term of terms) {
          const hit = example.search(term, { kind, limit: 1_000 }).find(({ short_code }) => short_code === code);
          assert.ok(hit && hit.score >= 95, `${term}: ${code} ${hit?.score}`);
        }
      }
    }
  }
});

test("look-ups are shared, frozen, and do not change what the catalogue answers", () => {
  const { internal_care_type_by_short_code: types, care_type_group_to_internal_care_types: members } = example.getCareTypeMappings();
  for (const [code, entry] of Object.entries(types)) {
    assert.deepEqual(example.careType(code), entry);
    assert.equal(example.careType(code), example.careType(code));
    for (const group of example.groupsOf(code)) {
      assert.ok(example.membersOf(group.short_code).includes(example.careType(code)));
      assert.equal(example.group(group.short_code), group);
      assert.deepEqual(example.membersOf(group.short_code), members[group.id]);
    }
  }
  const crown = example.careType("CROWN_ON_IMPLANT");
  for (const spoil of [
    () => { crown.label = "x"; }, () => crown.care_type_group_ids.push(1), () => example.groupsOf("CROWN_ON_IMPLANT").pop(), () => example.membersOf("TEETH_CROWN").pop(),
  ]) assert.throws(spoil, TypeError);
  const noted = new api.CareTypeCatalog({ care_type_groups: [{ id: 1, short_code: "G", "x-source": { pages: [1] } }], internal_care_types: [] });
  assert.throws(() => noted.group("G")["x-source"].pages.push(2), TypeError);
  assert.notEqual(types, example.getCareTypeMappings().internal_care_type_by_short_code);
});

test("the records of a catalogue and of a batch hold the names of the document and nothing else", () => {
  const catalog = new api.CareTypeCatalog({ care_type_groups: [{ id: 1, short_code: "toString" }], internal_care_types: [{ id: 1, short_code: "__proto__", care_type_group_ids: [1] }] });
  const mappings = catalog.getCareTypeMappings();
  assert.equal(mappings.internal_care_type_by_short_code.constructor, undefined);
  assert.equal(mappings.internal_care_type_by_short_code.__proto__.id, 1);
  assert.equal(mappings.care_type_group_by_short_code.toString.id, 1);
  assert.deepEqual(Object.keys(mappings.internal_care_type_by_short_code), ["__proto__"]);
  assert.deepEqual([catalog.careType("__proto__").id, catalog.group("toString").id, catalog.careType("constructor")], [1, 1, null]);
  assert.deepEqual(catalog.search("__proto__").map(({ short_code }) => short_code), ["__proto__"]);
  const guarantee = { name: "constructor", coverage_rule: {}, care_type_mappings: [{ selector: { include_care_types: ["__proto__"] }, filter: {} }] };
  const { by_guarantee } = catalog.compileCoverage({ name: "A", version: 1, guarantees: [guarantee] }).evaluate([{ care_type: "__proto__" }]).summary;
  assert.deepEqual([by_guarantee.constructor, by_guarantee.toString], [1, undefined]);
  // What a copy or a text keeps is the same to a reader of JSON.
  assert.equal(JSON.stringify(structuredClone(mappings)), JSON.stringify(mappings));
});

test("a freed catalogue answers no look-up, whatever it was asked before", () => {
  const catalog = new api.CareTypeCatalog(lists);
  assert.ok(catalog.careType("SCANNER") === null && catalog.search("scanner").length > 0);
  catalog.free();
  for (const ask of [() => catalog.careType("CT_SCAN"), () => catalog.search("scanner")]) assert.throws(ask, { code: "freed" });
});

test("tryCompile throws what is not about the payload", () => {
  const catalog = new api.CareTypeCatalog(lists);
  assert.throws(() => catalog.tryCompileText(7), { code: "wrong_type" });
  const freeing = { name: "A", version: 1, get guarantees() { catalog.free(); return []; } };
  assert.throws(() => catalog.tryCompile(freeing), { code: "freed" });
  // A payload that says something else the second time.
  let time = 0;
  const changing = { name: "A", guarantees: [], get version() { return (time += 1) === 1 ? 1 : "one"; } };
  const { coverage, diagnostics } = example.tryCompile(changing);
  assert.equal(coverage, null);
  assert.ok(diagnostics.length > 0);
});
