// Problems under the fields of a form: every place of a diagnostic is found where the form library looks for it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { importText, imported as api, inside } from "./install.mjs";

const jsonForms = createRequire(import.meta.url)("@jsonforms/core");

const { toFormResolver, toJsonFormsErrors, toRjsfErrors, ...others } = await importText("forms-entry.mjs", 'export * from "care-coverage/forms";\n');
const catalog = new api.CareTypeCatalog(JSON.parse(readFileSync(new URL("../../examples/catalog.json", import.meta.url), "utf8")));
const broken = JSON.parse(readFileSync(new URL("../../examples/to-repair.json", import.meta.url), "utf8"));
const problem = (pointer, code = "wrong_type", severity = "error", message = `\`x\` at ${pointer}`) => ({ pointer, code, severity, message });

const at = (value, pointer) => pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")).reduce((inner, step) => inner?.[step], value);

test("the entry has three functions, by require too", () => {
  assert.deepEqual(Object.keys(others), []);
  assert.deepEqual(Object.keys(createRequire(inside("forms.cjs"))("care-coverage/forms")).sort(), ["toFormResolver", "toJsonFormsErrors", "toRjsfErrors"]);
});

test("every error of a coverage is at its place, with its message, in each of them", async () => {
  const found = catalog.validateCoverage(broken);
  const errors = found.filter(({ severity }) => severity === "error");
  assert.ok(errors.length >= 3 && errors.length < found.length, `${errors.length} of ${found.length}`);
  const rjsf = toRjsfErrors(found);
  const jsonForms = toJsonFormsErrors(found);
  const resolved = await toFormResolver((values) => catalog.validateCoverage(values))(broken);
  assert.deepEqual(jsonForms.map(({ instancePath, keyword }) => [instancePath, keyword]), errors.map(({ pointer, code }) => [pointer, code]));
  assert.deepEqual(resolved.values, {});
  for (const { pointer, message } of errors) {
    assert.ok(at(rjsf, pointer).__errors.includes(message.replaceAll("`", "")), pointer);
    const field = at(resolved.errors, pointer);
    assert.equal(typeof (field.type ?? field.root?.type), "string", pointer);
  }
});

test("what is right is handed on", async () => {
  const values = { name: "BASIC" };
  assert.deepEqual(await toFormResolver(() => [problem("/name", "gap", "warning")])(values), { values, errors: {} });
  assert.deepEqual([toRjsfErrors([]), toJsonFormsErrors([])], [{}, []]);
});

test("a form of a part has the problems of that part, by its own names", async () => {
  const found = [problem("/guarantees/3/name"), problem("/guarantees/3"), problem("/guarantees/30/name"), problem("/name")];
  const within = "/guarantees/3";
  assert.deepEqual(toRjsfErrors(found, { within }), { name: { __errors: ["x at /guarantees/3/name"] }, __errors: ["x at /guarantees/3"] });
  assert.deepEqual(toJsonFormsErrors(found, { within }).map(({ instancePath }) => instancePath), ["/name", ""]);
  const { errors } = await toFormResolver(() => found, { within })({ name: "A" });
  assert.deepEqual(Object.keys(errors).sort(), ["name", "root"]);
});

test("severities say what is shown", () => {
  const found = [problem("/a", "x", "warning"), problem("/b")];
  assert.deepEqual(Object.keys(toRjsfErrors(found, { severities: ["warning"] })), ["a"]);
  assert.equal(toJsonFormsErrors(found, { severities: ["warning", "error"] }).length, 2);
});

test("a field has its first problem, and all of them where the form asks for all; a list as a whole has its root", async () => {
  const found = [problem("/list/1/name", "a"), problem("/list/1/name", "b"), problem("/list", "c")];
  const resolve = toFormResolver(() => found);
  const values = { list: [{}, { name: "" }] };
  const ref = { focus() {} };
  const { errors } = await resolve(values, undefined, { fields: { list: [undefined, { name: { ref, name: "list.1.name" } }] } });
  assert.ok(Array.isArray(errors.list));
  assert.deepEqual(errors.list[1].name, { type: "a", message: "x at /list/1/name", ref });
  assert.deepEqual(errors.list.root, { type: "c", message: "x at /list" });
  const all = await resolve(values, undefined, { criteriaMode: "all" });
  assert.deepEqual(all.errors.list[1].name.types, { a: "x at /list/1/name", b: "x at /list/1/name" });
});

test("names that come from a text do no harm", async () => {
  const found = [problem("/__proto__/polluted"), problem("/constructor"), problem("/a~1b/c~0d")];
  const errors = toRjsfErrors(found);
  assert.equal({}.polluted, undefined);
  assert.ok(Object.hasOwn(errors, "__proto__") && Object.hasOwn(errors, "constructor"));
  assert.deepEqual(errors["a/b"]["c~d"].__errors, ["x at /a~1b/c~0d"]);
  await toFormResolver(() => found)({});
  assert.equal({}.polluted, undefined);
});

test("JSON Forms shows each error under its control, next to those of the schema", () => {
  const schema = JSON.parse(readFileSync(inside("node_modules", "care-coverage", "schemas", "draft-07", "coverage-payload.json"), "utf8"));
  // What a control shows is asked by the path of its data.
  const shown = (payload, additionalErrors) => {
    const core = jsonForms.coreReducer(undefined, jsonForms.init(payload, schema, undefined, { additionalErrors, validationMode: "ValidateAndShow" }));
    assert.ok(core.validator);
    return (pointer) => jsonForms.getErrorAt(pointer.slice(1).replaceAll("/", "."), {})({ jsonforms: { core } }).map(({ message }) => message);
  };
  // The second has, at the rule, what fits no alternative of the schema, too.
  const wrongKind = structuredClone(broken);
  wrongKind.guarantees[0].coverage_rule = { components: [{ kind: "brss_percent", percent: "x" }, { kind: "none" }] };
  for (const payload of [broken, wrongKind]) {
    const found = catalog.validateCoverage(payload);
    const [withOurs, without] = [shown(payload, toJsonFormsErrors(found)), shown(payload, [])];
    const errors = found.filter(({ severity }) => severity === "error");
    assert.ok(errors.length >= 3);
    for (const { pointer, message } of errors) {
      const plain = message.replaceAll("`", "");
      assert.ok(withOurs(pointer).includes(plain), `${pointer}: ${withOurs(pointer)}`);
      assert.ok(!without(pointer).includes(plain), pointer);
    }
  }
  const ofAlternatives = jsonForms.coreReducer(undefined, jsonForms.init(wrongKind, schema)).errors.filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf");
  assert.ok(ofAlternatives.some(({ instancePath }) => instancePath.startsWith("/guarantees/0/coverage_rule")));
});
