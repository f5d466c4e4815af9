// The JSON Schemas of the package, in both drafts, against the decoder: what one refuses for its shape, so does the other.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import Ajv07 from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { golden } from "./golden.mjs";
import { imported as api, inside } from "./install.mjs";
import { resolve } from "./cases.mjs";
import { DOCUMENTS } from "../../scripts/schemas/documents.mjs";
import { isDescribed, subschemas } from "./schema-parts.mjs";

const FOLDER = inside("node_modules/care-coverage/schemas");
const read = (folder) =>
  Object.fromEntries(DOCUMENTS.map(([name]) => [name, JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"))]));
const OPTIONS = { strict: true, allowUnionTypes: true, allErrors: true };
const compiled = (ajv, schemas) => ({ ajv, schemas, accepts: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)])) });
const DRAFTS = { "2020-12": compiled(addFormats(new Ajv2020(OPTIONS)), read(FOLDER)), "07": compiled(addFormats(new Ajv07(OPTIONS)), read(`${FOLDER}/draft-07`)) };
const { ajv, schemas, accepts } = DRAFTS["2020-12"];

/** Codes that a schema knows, too. */
const OF_SHAPE = new Set([
  "wrong_type", "missing_field", "unknown_field", "invalid_string", "invalid_date", "empty_name", "empty_code", "version_below_one",
  "age_out_of_range", "no_group", "unknown_fact", "invalid_tooth", "amount_format", "negative_amount", "amount_precision", "not_positive",
  "out_of_range", "unknown_ruleset", "unknown_operation", "empty_rule", "unknown_component", "limit_needs_one_maximum", "nested_limits",
  "too_many_components", "too_few_options", "nested_components",
]);

/** Codes that a schema cannot know, or not always, and why. */
const OF_MEANING = {
  // Two places are compared.
  duplicate_guarantee: "uniqueness of one field of the entries",
  duplicate_short_code: "uniqueness of one field of the entries",
  duplicate_id: "uniqueness of one field of the entries",
  duplicate_value: "advice: a list may repeat a value",
  repeated_limit_key: "two limits are compared",
  unknown_group_id: "the ids are in another list",
  key_mismatch: "a key is compared with a field",
  inconsistent_mappings: "three look-ups are compared",
  inconsistent_fact: "two facts are compared",
  born_after_care_date: "two dates are compared",
  age_reversed: "two ages are compared",
  include_also_excluded: "two lists are compared",
  // The catalogue, its options or the coverage is asked.
  unknown_care_type: "the catalogue knows",
  unknown_care_type_group: "the catalogue knows",
  unknown_practitioner: "the options of the catalogue may know more",
  unknown_lens_complexity: "the options of the catalogue may know more",
  unknown_nature_de_soins: "the options of the catalogue may know more",
  unknown_treatment_mode: "the options of the catalogue may know more",
  treatment_mode_format: "the options of the catalogue may know more",
  selects_nothing: "the catalogue knows the members",
  useless_exclude: "the catalogue knows the members",
  redundant_include: "the catalogue knows the members",
  irrelevant_condition: "the catalogue knows the facts",
  overlap: "mappings are compared",
  gap: "mappings are compared",
  redundant_mapping: "mappings are compared",
  empty_group: "the catalogue knows the members",
  // Of profiles.
  unknown_class: "the classes are elsewhere in the document",
  // What may be stored or tried, although it never matches.
  unusual_guarantee_name: "advice",
  no_guarantee: "an unfinished coverage is one",
  no_mapping: "an unfinished coverage is one",
  empty_selector: "an unfinished selector is one",
  exclude_without_include: "an unfinished selector is one",
  empty_list: "a list may be empty",
  invalid_amount: "two amounts are compared",
  limit_key_mismatch: "two limits are compared",
  base_rule_on_unreimbursed: "advice: a rule is compared with a filter",
  beyond_without_limit: "advice",
  flat_without_limit: "advice",
  opaque_rule: "somebody else's rule is any object",
  // Numbers and sizes.
  amount_precision: "of a number, no schema counts the digits",
  not_positive: "0 is written in many ways",
  age_out_of_range: "two dates are compared",
  amount_precision: "of a number: its decimal is not asked",
  not_positive: "decimals are texts",
  too_deep: "no schema bounds the depth of the whole",
  too_large: "no schema bounds the size of the whole",
  // Of acceptances.
  unknown_code: "the table of codes grows",
  blocking_code: "the table of codes knows",
  diagnostics_truncated: "of the list, not of the document",
};

/** Whether a schema knows it, too. */
function isOfShape({ code, pointer, variant }, document) {
  // Which fields an acceptance has depends on its code.
  if (code === "unknown_field" && variant === "acts") return false;
  // Two dates are compared.
  if (code === "invalid_date" && variant === "reversed") return false;
  if (code === "not_positive") return pointer.endsWith("/months");
  const value = pointer.split("/").slice(1).reduce((value, name) => value[name.replaceAll("~1", "/").replaceAll("~0", "~")], document);
  // Of two dates that are too far from each other, one is blamed.
  if (code === "age_out_of_range" && typeof value === "string") return false;
  // The digits of a number are counted as it is written, which no schema does.
  if (code === "amount_precision" && typeof value === "number") return false;
  return OF_SHAPE.has(code);
}

/** What the functions about dispenses take. */
const DISPENSE = { checkDispense: "dispense-snapshot", selectContracts: "contract-query", checkDiscountAmount: "discount-input" };

/** The documents of a golden case, each with its schema and what the decoder says of it alone. */
function* documents({ call, args = [], catalog, coverage }) {
  if (call in DISPENSE) yield [DISPENSE[call], args[0], refusal(() => api[call](args[0])).refused ?? []];
  if (call === "matchFilter") {
    const [given, facts] = args;
    yield filter(given);
    // The facts next to a care type, which makes them an act.
    if (isObject(facts)) yield act({ care_type: "ANY", ...facts });
  }
  const profiles = ["validateProfile", "checkRequirements"].includes(call) ? [args[0]] : call === "validateProfileText" ? parsed(args[0]) : [];
  for (const profile of profiles) {
    yield ["requirement-profile", profile, api.validateProfile(profile)];
    if (isObject(profile?.classes)) yield classes(profile.classes);
  }
  if (call === "validateMapping") yield ["claim-mapping", args[0], api.validateMapping(args[0])];
  if (call === "validateHeadings" || call === "headings") yield ["headings", args[0], api.validateHeadings(args[0])];
  if (call === "previewClaims" && typeof args[0] !== "string") yield ["claim-distributions", args[0], refusal(() => api.previewClaims(args[0])).refused ?? []];
  if (call === "checkRequirements" && isObject(args[1]?.classes)) yield classes(args[1].classes);
  if (catalog === undefined) return;
  const known = refusal(() => new api.CareTypeCatalog(catalog.data));
  for (const document of list(catalog.options?.synonyms)) {
    yield ["care-type-synonyms", document, refusal(() => new api.CareTypeCatalog(NO_TYPES, { synonyms: [document] })).refused?.map(withinDocument) ?? []];
  }
  yield [lookUps(catalog.data) ? "care-type-mappings" : "care-type-lists", catalog.data, known.diagnostics ?? known.refused];
  // A catalogue that cannot be used, for itself or for its options, says nothing of other documents.
  const { refused, ...ready } = refusal(() => new api.CareTypeCatalog(catalog.data, catalog.options));
  if (refused) return;
  const selector = (given) => ["coverage-care-type-selector", given, refusal(() => ready.of.explainSelector(given)).refused ?? []];
  const options = call === "analyze" ? args[0] : args[1];
  if (["validateCoverage", "validateCoverageText", "analyze"].includes(call) && isObject(options) && "accept" in options) {
    const accept = { accept: options.accept };
    yield ["coverage-acceptances", accept, refusal(() => ready.of.validateCoverage({}, accept)).refused ?? []];
  }
  const payloads = call === "validateCoverage" ? [args[0]] : call === "validateCoverageText" ? parsed(args[0]) : [];
  for (const payload of [coverage, ...payloads].filter((payload) => payload !== undefined)) {
    yield ["coverage-payload", payload, ready.of.validateCoverage(payload)];
    for (const part of parts(payload).filter(isObject)) {
      if (part.selector !== undefined) yield selector(part.selector);
      if (part.filter !== undefined) yield filter(part.filter);
    }
    const rules = list(payload?.guarantees).map((guarantee) => guarantee?.coverage_rule);
    for (const rule of rules) if (isObject(rule) && "components" in rule) yield ["coverage-rule", rule, refusal(() => api.describeRule(rule)).refused ?? []];
  }
  const priced = ["reimburse", "reimburseStack"].includes(call) ? [args[0]] : call === "reimburseMany" ? list(args[0]) : [];
  for (const given of priced.filter(isObject)) {
    yield act(given);
    const amounts = Object.fromEntries(Object.entries(given).filter(([name]) => name in schemas["act-amounts"].properties));
    yield ["act-amounts", amounts, refusal(() => empty.reimburse({ care_type: "ANY", ...amounts })).refused ?? []];
  }
  if (["getCareTypesFromSelector", "explainSelector"].includes(call)) yield selector(args[0]);
  if (["guaranteesFor", "explain"].includes(call)) yield act(args[0]);
}

function filter(given) {
  return ["coverage-care-type-filter", given, refusal(() => api.matchFilter(given, {})).refused ?? []];
}

const NO_TYPES = { care_type_groups: [], internal_care_types: [] };
const withinDocument = (diagnostic) => ({ ...diagnostic, pointer: diagnostic.pointer.replace("/synonyms/0", "") });

const empty = new api.CareTypeCatalog(NO_TYPES).compileCoverage({ name: "NONE", version: 1, guarantees: [] });

/** By a profile that asks nothing of them. */
function classes(given) {
  const profile = { name: "none", title: { fr: "Aucune", en: "None" }, published: "2026-01-01", classes: {}, requirements: [] };
  const refused = refusal(() => empty.checkRequirements(profile, { date: "2026-01-01", classes: given })).refused ?? [];
  return ["act-classes", given, refused.map((diagnostic) => ({ ...diagnostic, pointer: diagnostic.pointer.replace("/classes", "") }))];
}

function act(given) {
  return ["care-act", given, refusal(() => empty.guaranteesFor(given)).refused ?? []];
}

/** What an answer is `of`, with its diagnostics; or those of what was `refused`. */
function refusal(ask) {
  try {
    const of = ask();
    return { of, diagnostics: of.diagnostics };
  } catch (error) {
    if (!(error instanceof api.CoverageError)) throw error;
    return { refused: error.diagnostics };
  }
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const lookUps = (data) => isObject(data) && Object.keys(data).some((name) => name.includes("_by_short_code") || name.includes("_to_"));

function parsed(text) {
  try {
    return [JSON.parse(text)];
  } catch {
    return []; // No document: a schema is not asked.
  }
}

const list = (value) => (Array.isArray(value) ? value : []);

/** The mappings of a payload of any shape. */
function parts(payload) {
  return list(payload?.guarantees).flatMap((guarantee) => list(guarantee?.care_type_mappings));
}

/** Whether some text is not Unicode: no schema is asked about such a document. `stringify` escapes only these. */
const hasLoneSurrogate = (document) => /\\ud[89a-f]/.test(JSON.stringify(document));

/** Documents that no function reads as a whole. */
const WITHOUT_DECODER = ["benefit-examples"];

test("examples of benefit tables: those that ship are accepted, and what is none is refused", () => {
  const shipped = ["benefit-tables/examples.national.json", "examples/benefit-examples.json"].map((name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8")));
  const changed = (change) => {
    const document = structuredClone(shipped[0]);
    change(document);
    return document;
  };
  const wrong = [
    {}, [], null, { examples: {} }, changed(({ examples }) => delete examples[0].id), changed(({ examples }) => (examples[0].acts = [])), changed(({ examples }) => (examples[0].other = 1)),
    changed(({ examples }) => (examples[0].title = "x")), changed(({ examples }) => (examples[0].acts[0].charged = "a lot")), changed(({ examples }) => delete examples[0].acts[0].care_type),
  ];
  for (const [draft, { ajv, accepts }] of Object.entries(DRAFTS)) {
    for (const document of shipped) assert.ok(accepts["benefit-examples"](document), `${draft}: ${ajv.errorsText(accepts["benefit-examples"].errors)}`);
    for (const document of wrong) assert.ok(!accepts["benefit-examples"](document), `${draft}: ${JSON.stringify(document)?.slice(0, 200)}`);
  }
});

test("every document of the golden cases is judged alike", (t) => {
  const judged = new Map();
  const differences = [];
  for (const { file, document } of golden) {
    for (const given of document.cases) {
      const asked = resolve(given, document);
      for (const [schema, value, diagnostics] of documents(asked)) {
        if (hasLoneSurrogate(value)) continue;
        const codes = [...new Set(diagnostics.map(({ code }) => code))];
        const strange = codes.filter((code) => !OF_SHAPE.has(code) && !(code in OF_MEANING));
        assert.deepEqual(strange, [], `${file}/${given.id}: is this a code that a schema can know?`);
        const wanted = !diagnostics.some((diagnostic) => isOfShape(diagnostic, value));
        for (const [draft, { ajv, accepts }] of Object.entries(DRAFTS)) {
          if (accepts[schema](value) === wanted) continue;
          const why = wanted ? ajv.errorsText(accepts[schema].errors) : "it is accepted";
          differences.push(`${file}/${given.id} as ${schema}, draft ${draft}: the decoder says [${codes}], the schema: ${why}\n  ${JSON.stringify(value).slice(0, 400)}`);
        }
        const counts = judged.get(schema) ?? { accepted: 0, refused: 0 };
        counts[wanted ? "accepted" : "refused"] += 1;
        judged.set(schema, counts);
      }
    }
  }
  assert.deepEqual(differences, [], `${differences.length} differ:\n${differences.join("\n")}`);
  const asked = [...judged.keys(), ...WITHOUT_DECODER].sort();
  assert.deepEqual(asked, Object.keys(schemas).sort(), "each schema is asked");
  for (const [schema, { accepted, refused }] of [...judged].sort()) t.diagnostic(`${schema}: ${accepted} accepted, ${refused} refused`);
});

const META = { "2020-12": "https://json-schema.org/draft/2020-12/schema", "07": "http://json-schema.org/draft-07/schema#" };

test("the schemas are valid, and none is lenient by mistake", () => {
  for (const [draft, { ajv, schemas }] of Object.entries(DRAFTS)) {
    for (const [name, type] of DOCUMENTS) {
      const schema = schemas[name];
      assert.equal(schema.$schema, META[draft], name);
      assert.ok(ajv.validateSchema(schema), `${name}: ${ajv.errorsText()}`);
      assert.equal(schema.$id, `urn:care-coverage:${draft === "07" ? "draft-07:" : ""}${name}`);
      for (const [place, part] of subschemas(schema, name)) {
        // Entities of a snapshot have many more fields than the checks read.
        const isEntity = ["DispenseSnapshot", "ContractQuery"].includes(type) && part !== schema && !place.endsWith("/DispenseConfig");
        if (part.properties) assert.deepEqual(part.additionalProperties, isEntity ? {} : false, `${place} allows any field`);
        if (part.patternProperties) assert.deepEqual([Object.keys(part.patternProperties), Object.keys(part.properties).slice(-2)], [["^x-"], ["$schema", "description"]], place);
        // `[^]` is JavaScript's alone; other languages read the patterns, too.
        assert.ok(!part.pattern?.includes("[^]"), `${place}: ${part.pattern} is not of all languages`);
        // What is next to a reference is not read in draft 07.
        if (draft === "07" && typeof part.$ref === "string") assert.deepEqual(Object.keys(part), ["$ref"], place);
      }
    }
  }
});

test("a person can choose from the schemas", () => {
  for (const { schemas } of Object.values(DRAFTS)) for (const [name, schema] of Object.entries(schemas)) isDescribed(schema, name);
  const has = (key) => Array.from(subschemas(schemas["coverage-payload"], "")).filter(([, part]) => key in part).length;
  for (const key of ["title", "enum", "default", "examples", "oneOf"]) assert.ok(has(key) >= 3, `${has(key)} have ${key}`);
  const { description } = schemas["coverage-care-type-selector"];
  assert.match(description, /^ {4}included = .+\n {4}excluded = .+\n {4}selected = /m, "what is indented keeps its lines");
});

test("a rule that is misspelt is no rule of another system", () => {
  const payload = (coverage_rule) => ({ name: "A", version: 1, guarantees: [{ name: "B", care_type_mappings: [], coverage_rule }] });
  for (const { accepts } of Object.values(DRAFTS)) {
    const isAccepted = (rule) => accepts["coverage-payload"](payload(rule));
    assert.ok(isAccepted({ components: [{ kind: "brss_percent", percent: 100 }], secu_share: "excluded" }));
    assert.ok(isAccepted({ percent: 100 }));
    for (const wrong of [{ components: [{ kind: "brss_percnt" }], secu_shar: "x" }, { components: [{ kind: "brss_percent", percent: 100 }], secu_shar: "x" }, { components: {} }]) assert.ok(!isAccepted(wrong), JSON.stringify(wrong));
  }
});

test("what the declarations say of a type or a field, the schemas say", () => {
  const declared = new Map(documented(readFileSync(inside("node_modules/care-coverage/index.d.ts"), "utf8")));
  let count = 0;
  for (const [name, schema] of Object.entries(schemas)) {
    for (const [type, part] of [[DOCUMENTS.find(([file]) => file === name)[1], schema], ...Object.entries(schema.$defs ?? {})]) {
      for (const [field, property] of Object.entries(part.properties ?? {})) {
        const said = declared.get(`${type}.${field}`);
        if (said === undefined) continue;
        assert.ok(property.description, `${name}: ${type}.${field} has no description`);
        assert.equal(words(property.description), words(said), `${name}: ${type}.${field}`);
        count += 1;
      }
    }
  }
  assert.ok(count >= 20, `only ${count} fields have a doc comment`);
});

/** `Type.field` and its doc comment, without tags, of every field of an interface that has one. */
function* documented(declarations) {
  for (const [, type, body] of declarations.matchAll(/^export interface (\w+)[^{]*\{\n(.*?)^\}/gms)) {
    for (const [, comment, field] of body.matchAll(/^ {2}\/\*\*(.*?)\*\/\s*(?:readonly )?(\w+)\??:/gms)) {
      const text = comment.replace(/^\s*\*/gm, "").split(/(?:^|\s)@\w/)[0];
      if (words(text)) yield [`${type}.${field}`, text];
    }
  }
}

const words = (text) => text.replace(/\s+/g, " ").trim();

test("the examples validate", () => {
  const example = (name) => JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));
  const check = (schema, value) => assert.ok(accepts[schema](value), `${schema}: ${ajv.errorsText(accepts[schema].errors)}`);
  check("care-type-lists", example("catalog"));
  check("care-type-mappings", new api.CareTypeCatalog(example("catalog")).getCareTypeMappings());
  check("coverage-payload", example("coverage"));
  check("coverage-acceptances", example("coverage.accept"));
  for (const file of readdirSync(new URL("../../examples/dispense", import.meta.url))) {
    const snapshot = example(`dispense/${file.slice(0, -".json".length)}`);
    check("dispense-snapshot", snapshot);
    const { client_id } = snapshot.token;
    const { current_date, contracts } = snapshot;
    if (contracts) check("contract-query", { current_date, client_id, division_id: null, medical_program_id: "P1", contracts });
  }
  const acts = example("acts");
  for (const entry of [...acts, ...example("year")]) {
    check("care-act", entry.act);
    if (entry.amounts) check("act-amounts", entry.amounts);
  }
  for (const { coverage_rule } of example("coverage").guarantees) check("coverage-rule", coverage_rule);
});
