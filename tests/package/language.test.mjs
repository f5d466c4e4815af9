// The language service of the package: the cases of tests/language, and what else is promised of its entry.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { assertFrench } from "./french.mjs";
import { importText, imported as api, inside } from "./install.mjs";
import { ASKED, answers } from "./language-cases.mjs";

const language = await importText("language-entry.mjs", 'export * from "care-coverage/language";\n');
const read = (name) => JSON.parse(readFileSync(new URL(`../language/${name}.json`, import.meta.url), "utf8"));
const catalog = new api.CareTypeCatalog(read("catalog"));
const services = Object.fromEntries(["en", "fr"].map((name) => [name, language.createLanguageService(catalog, { language: name })]));
const open = (text, kind, of) => services[of].open(text, { kind });

for (const name of Object.keys(ASKED)) {
  const file = read(name);
  test(`${name}: the ids are unique`, () => assert.equal(new Set(file.cases.map(({ id }) => id)).size, file.cases.length));
  for await (const { id, note, want, got } of answers(name, file, open)) test(`${name}/${id}: ${note}`, () => assert.deepEqual(got, want));
}

test("the entry is the same by require, and exports what is declared", () => {
  const names = Object.keys(language);
  assert.deepEqual(Object.keys(createRequire(inside("entry.cjs"))("care-coverage/language")), names);
  const declared = readFileSync(inside("node_modules/care-coverage/language.d.ts"), "utf8");
  assert.deepEqual(Array.from(declared.matchAll(/^export (?:declare )?(?:function|const) (\w+)/gm), ([, name]) => name), names);
});

test("what is said in one language is said in the other, and French is French", () => {
  const texts = ["coverage", "100-sante", "to-repair"].map((name) => readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));
  const lists = JSON.parse(readFileSync(new URL("../../examples/catalog.json", import.meta.url), "utf8"));
  const example = new api.CareTypeCatalog({ ...lists, internal_care_types: lists.internal_care_types.map(({ label, ...type }) => type), care_type_groups: lists.care_type_groups.map(({ label, ...group }) => group) });
  const [en, fr] = ["en", "fr"].map((name) => language.createLanguageService(example, { language: name }));
  let count = 0;
  for (const text of texts) {
    const [english, french] = [en, fr].map((service) => service.open(text, { kind: "coverage" }));
    for (let offset = 0; offset <= text.length; offset += 3) {
      const [one, other] = [english, french].map((document) => document.completions(offset));
      // Of a word that is begun, words of the language are found.
      if ([...one, ...other].every(({ range: { start, end } }) => start === end)) assert.deepEqual(other.map(({ label }) => label), one.map(({ label }) => label), `${offset}`);
      for (const { label, detail, documentation } of other) if (label !== "{ }" || detail !== "") assertFrench(withoutCodes(`${detail} ${documentation}`), label);
      const [hover, said] = [english, french].map((document) => document.hover(offset));
      assert.equal(said === null, hover === null, `${offset}`);
      if (said !== null) assertFrench(withoutCodes(said.markdown.replace(/\*\*[^*]*\*\*\n/, "")), `${offset}`);
      count += 1;
    }
  }
  assert.ok(count > 5_000, `${count} places`);
});

/** Codes, names and values are the same in every language. */
const withoutCodes = (text) => text.replaceAll(/`[^`]*`|"[^"]*"|\\?\b[A-Z0-9]+(?:\\?_[A-Z0-9]+)+\b|\\\[\\\]/g, "…");

test("every field and every value of the schemas has words in both languages", () => {
  const { definitions } = JSON.parse(readFileSync(new URL("../../target/package/shapes.json", import.meta.url), "utf8"));
  const [en, fr] = ["en", "fr"].map((name) => readFileSync(new URL(`../../pkg-template/language/words/${name}.ts`, import.meta.url), "utf8"));
  const has = (words, name, rest) => new RegExp(`^ {4}"?${name.replace("$", "\\$")}"?: ${rest}`, "m").test(words);
  const fields = new Map();
  const constants = new Set();
  const look = ({ properties = {}, enum: values = [], const: value, anyOf = [], oneOf = [], items }) => {
    for (const [name, field] of Object.entries(properties)) {
      // A field is said by its description, or by that of its type.
      const said = field.description ?? definitions[field.$ref?.slice("#/definitions/".length)]?.description;
      fields.set(name, (fields.get(name) ?? true) && said !== undefined);
      look(field);
    }
    for (const one of [...values, value]) if (typeof one === "string") constants.add(one);
    for (const other of [...anyOf, ...oneOf, ...(items ? [items] : [])]) look(other);
  };
  for (const schema of Object.values(definitions)) look(schema);
  assert.ok(fields.size > 100 && constants.size > 50, `${fields.size} fields, ${constants.size} values`);
  assert.deepEqual([...fields.keys()].filter((name) => !has(fr, name, '\\{ title: "[^"]+", text: "')), []);
  assert.deepEqual([...fields].filter(([name, said]) => !said && !has(en, name, '\\{.*text: "')).map(([name]) => name), []);
  for (const words of [en, fr]) assert.deepEqual([...constants].filter((name) => !has(words, name, '"')), []);
  const entries = (words) => Array.from(words.matchAll(/^ {4}"?([\w.-]+)"?: (?:"|\()/gm), ([, name]) => name);
  assert.deepEqual(entries(fr), entries(en));
});

test("what is wrong of a call is thrown, and a text never is", () => {
  const thrown = (call, code) => assert.throws(call, (error) => error instanceof api.CoverageError && error.code === code);
  for (const other of [undefined, null, {}, "catalog", 1]) thrown(() => language.createLanguageService(other), "wrong_type");
  thrown(() => language.createLanguageService({ get validateCoverageText() { throw new Error("no"); } }), "unreadable_value");
  thrown(() => language.createLanguageService(catalog, { get language() { throw new Error("no"); } }), "unreadable_value");
  thrown(() => language.createLanguageService(catalog, { language: "de" }), "wrong_type");
  thrown(() => language.createLanguageService(catalog, { lang: "fr" }), "unknown_field");
  thrown(() => language.createLanguageService(catalog, { validate: { ignore: ["no_such"] } }), "unknown_code");
  const { en } = services;
  for (const kind of [undefined, "contract", 1, "constructor", "__proto__"]) thrown(() => en.open("", { kind }), "wrong_type");
  thrown(() => en.open(1, { kind: "act" }), "wrong_type");
  thrown(() => en.open("", { kind: "act", other: 1 }), "unknown_field");
  const document = en.open("{}", { kind: "act" });
  for (const method of ["completions", "hover", "definition", "references", "prepareRename"]) {
    for (const offset of [undefined, null, "1", NaN, 0.5, {}]) thrown(() => document[method](offset), "wrong_type");
    for (const offset of [-1, 3, 2 ** 53]) thrown(() => document[method](offset), "out_of_range");
  }
  for (const range of [undefined, null, 1, { start: 0 }, { start: "0", end: 1 }]) thrown(() => document.codeActions(range), "wrong_type");
  thrown(() => document.codeActions({ start: 2, end: 1 }), "out_of_range");
  thrown(() => document.rename(0, 1), "wrong_type");
  for (const edits of [undefined, {}, [1], [{ start: 0, end: 0 }], [{ start: 0, end: 0, text: 1 }]]) thrown(() => document.update(edits), "wrong_type");
  for (const edits of [[{ start: 1, end: 9, text: "" }], [{ start: 1, end: 0, text: "" }], [{ start: 1, end: 2, text: "" }, { start: 0, end: 1, text: "" }]]) thrown(() => document.update(edits), "out_of_range");
  thrown(() => document.update([{ get start() { throw new Error("no"); }, end: 0, text: "" }]), "unreadable_value");
  assert.equal(document.text, "{}");
});

test("several edits at once are of the text before", () => {
  const document = services.en.open("[1, 2, 3]", { kind: "acts" });
  document.update([{ start: 1, end: 2, text: "10" }, { start: 4, end: 5, text: "20" }, { start: 8, end: 8, text: ", 4" }]);
  assert.equal(document.text, "[10, 20, 3, 4]");
  document.update([]);
  assert.equal(document.text, "[10, 20, 3, 4]");
});

test("what was freed says so, and a service frees its documents", () => {
  const service = language.createLanguageService(catalog);
  const [first, second] = [service.open("{}", { kind: "act" }), service.open("{}", { kind: "coverage" })];
  first.diagnostics();
  first.free();
  first.free();
  assert.throws(() => first.hover(0), { code: "freed" });
  assert.throws(() => first.text, { code: "freed" });
  second.hover(0);
  service.free();
  service.free();
  assert.throws(() => second.hover(0), { code: "freed" });
  assert.throws(() => service.open("", { kind: "act" }), { code: "freed" });
  const gone = new api.CareTypeCatalog({ care_type_groups: [], internal_care_types: [] });
  const of = language.createLanguageService(gone);
  const document = of.open("{}", { kind: "coverage" });
  gone.free();
  assert.throws(() => document.diagnostics(), { code: "freed" });
  assert.throws(() => language.createLanguageService(gone), { code: "freed" });
});

test("what is reported can be chosen, as for a validation", () => {
  const text = '{ "name": "A", "version": 1, "guarantees": [] }';
  const of = (validate) => language.createLanguageService(catalog, { validate }).open(text, { kind: "coverage" }).diagnostics().map(({ code, severity }) => `${severity} ${code}`);
  assert.deepEqual(of(undefined), ["warning no_guarantee"]);
  assert.deepEqual(of({ ignore: ["no_guarantee"] }), []);
  assert.deepEqual(of({ severities: { no_guarantee: "info" } }), ["info no_guarantee"]);
});
