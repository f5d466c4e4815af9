// JSON Schemas of what this program reads: its configuration, and files of tests. What they have of acts and acceptances is of the schemas of the package.
import { shipped } from "./kit/engine.ts";
import { LANGUAGES } from "./kit/words.ts";
import { ACT_FIELDS, AMOUNTS, EXPECT_FIELDS, FIELDS as TEST_FIELDS, GAP_FIELDS, REQUIREMENT_FIELDS, STEP_FIELDS } from "./test/read.ts";
import { CATALOG_FIELDS, FIELDS, PROFILE_FIELDS, TABLE_FIELDS } from "./kit/config.ts";

export type Draft = "07" | "2020-12";
type Schema = Record<string, unknown>;

const TEXT = { type: "string" };
const TEXTS = { type: "array", items: TEXT };
const DAY = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "A day, such as 2026-01-31, in quotation marks or not." };
const NOTE = { type: "string", description: "For those who read the file." };
const GLOBS = { anyOf: [TEXT, TEXTS], description: "Files by globs, relative to this file; with ! those that are none." };
const STATUSES = ["holds", "violated", "not_decidable", "to_declare", "class_empty", "not_in_force"];

/** An object that has these fields and no others: the compiler of the schema fails where a reader knows another one. */
function object(fields: readonly string[], properties: Schema, required: readonly string[] = []): Schema {
  const differing = [...fields.filter((field) => !(field in properties)), ...Object.keys(properties).filter((field) => !fields.includes(field))];
  if (differing.length > 0) throw new Error(`schema: ${differing.join(", ")}`);
  return { type: "object", properties, ...(required.length > 0 && { required }), patternProperties: { "^x-": {} }, additionalProperties: false };
}

function ofPackage(name: string, draft: Draft): { schema: Schema; definitions: Schema } {
  const schema = JSON.parse(shipped(`schemas/${draft === "07" ? "draft-07/" : ""}${name}.json`).text) as Schema;
  return { schema, definitions: schema[definitionsIn(draft)] as Schema };
}

const definitionsIn = (draft: Draft) => (draft === "07" ? "definitions" : "$defs");

function whole(name: string, title: string, draft: Draft, schema: Schema, definitions: Schema): Schema {
  const $schema = draft === "07" ? "http://json-schema.org/draft-07/schema#" : "https://json-schema.org/draft/2020-12/schema";
  return { $schema, $id: `urn:care-coverage:${draft === "07" ? "draft-07:" : ""}${name}`, title, ...schema, [definitionsIn(draft)]: definitions };
}

export function configSchema(draft: Draft): Schema {
  const { definitions } = ofPackage("coverage-acceptances", draft);
  const acceptance = definitions["Acceptance"] as Schema;
  const ofCoverage = { ...acceptance, properties: { coverage: { ...TEXT, description: "The name of the coverage that it is for. Default: all." }, ...(acceptance["properties"] as Schema) } };
  const catalog = object(CATALOG_FIELDS, {
    file: { ...TEXT, description: "Default: catalog.json." },
    selectorPrecedence: { enum: ["exclude_wins", "types_over_groups"] },
    visibleTeeth: { anyOf: [{ enum: ["through_second_premolar", "through_first_premolar"] }, { type: "array", items: { type: "integer" } }] },
    nonConventionedEstablishments: TEXTS,
    knownValues: { type: "object", additionalProperties: TEXTS },
  });
  const profile = object(PROFILE_FIELDS, {
    profile: { ...TEXT, description: "A file, or a profile that ships. Default: the name of the entry." },
    classes: { ...TEXT, description: "Which acts its classes have: a file, or national or example, which ship." },
    tariffs: { ...TEXT, description: "A file." },
    declarations: { type: "object", additionalProperties: { type: "boolean" } },
    date: { ...DAY, description: "The day that is asked. Default: today." },
    coverages: GLOBS,
    description: NOTE,
  });
  const table = object(TABLE_FIELDS, {
    headings: { ...TEXT, description: "Under which heading care is: a file, or national, which ships." },
    synonyms: { anyOf: [TEXT, TEXTS], description: "Other words for care types: files, or national, which ships." },
    examples: { ...TEXT, description: "Acts with prices: a file, or national, which ships." },
  });
  return whole("config", "Configuration of care-coverage", draft, object(FIELDS, {
    $schema: TEXT,
    description: NOTE,
    catalog: { anyOf: [{ ...TEXT, description: "The catalogue, relative to this file. Default: catalog.json." }, catalog] },
    coverages: GLOBS,
    language: { enum: LANGUAGES },
    ignore: { ...TEXTS, description: "Codes that are not reported." },
    severities: { type: "object", additionalProperties: { enum: ["error", "warning", "info"] }, description: "By code." },
    accept: { type: "array", items: ofCoverage, description: "Findings that are meant, each with its reason." },
    profiles: { type: "object", additionalProperties: profile, description: "What coverages are held to, by name." },
    table: { ...table, description: "What benefit tables need." },
  }), definitions);
}

export function testSchema(draft: Draft): Schema {
  const [act, amounts] = [ofPackage("care-act", draft), ofPackage("act-amounts", draft)];
  const { properties } = act.schema as { properties: Schema };
  const wholeAct = { ...act.schema, properties: { ...properties, ...(amounts.schema["properties"] as Schema) } };
  for (const keyword of ["$schema", "$id", definitionsIn(draft)]) delete (wholeAct as Schema)[keyword];
  const given = { act: wholeAct };
  const expect = { ...object(EXPECT_FIELDS, {
    outcome: { enum: ["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type"] },
    guarantee: { type: ["string", "null"] },
    missing: TEXTS,
    amounts: object(AMOUNTS, Object.fromEntries(AMOUNTS.map((name) => [name, { type: ["string", "number"] }]))),
  }), minProperties: 1, description: "What is left out may be anything." };
  const step = object(STEP_FIELDS, { ...given, expect, description: NOTE }, ["act", "expect"]);
  const tested = {
    ...object(ACT_FIELDS, {
      name: TEXT, ...given, steps: { type: "array", items: step, description: "Acts one after the other: limits count." }, expect,
      counters: { type: "array", items: { type: "object" }, description: "What was used of limits before." }, description: NOTE,
    }, ["name"]),
    oneOf: [{ required: ["act", "expect"] }, { required: ["steps"] }],
  };
  const requirement = object(REQUIREMENT_FIELDS, {
    profile: TEXT, date: DAY, statuses: { type: "object", additionalProperties: { enum: STATUSES }, description: "By the id of a requirement." }, description: NOTE,
  }, ["profile"]);
  return whole("coverage-test", "Tests of a coverage", draft, object(TEST_FIELDS, {
    $schema: TEXT,
    description: NOTE,
    coverage: { ...TEXT, description: "The file of the coverage, relative to this one." },
    acts: { type: "array", items: tested },
    requirements: { type: "array", items: { anyOf: [{ ...TEXT, description: "A profile: nothing violated, nothing undecided." }, requirement] } },
    no_gaps: object(GAP_FIELDS, { groups: TEXTS, care_types: TEXTS, description: NOTE }),
  }, ["coverage"]), { ...act.definitions, ...amounts.definitions });
}
