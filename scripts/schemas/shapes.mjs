// What the language service knows of documents: the schemas of four kinds, with one copy of what they share, and what names something.
import { readFileSync } from "node:fs";

/** The kinds of documents, and the schemas that one may have. */
const KINDS = {
  coverage: ["coverage-payload"],
  catalog: ["care-type-lists", "care-type-mappings"],
  act: ["care-act"],
  acts: ["care-act", "act-amounts"],
  profile: ["requirement-profile"],
};

/** What the texts and numbers of a field are, by type and field; of a list its entries. Known values are those of a fact. */
const ROLES = {
  "CoverageCareTypeSelector.include_care_types": "care_type",
  "CoverageCareTypeSelector.exclude_care_types": "care_type",
  "CoverageCareTypeSelector.include_care_type_groups": "care_type_group",
  "CoverageCareTypeSelector.exclude_care_type_groups": "care_type_group",
  "ActTariff.care_types": "care_type",
  "care-act.care_type": "care_type",
  "InternalCareType.care_type_group_ids": "group_id",
  "PaidAct.class": "class",
  "EquipmentRequirement.frame": "class",
  "LensPair.lenses": "class",
};

/** Where a name is given: others are not offered there. */
const DEFINITIONS = { "CoverageGuarantee.name": "guarantee", "CareTypeGroup.id": "group_id", "CareTypeGroup.short_code": "care_type_group", "InternalCareType.short_code": "care_type" };

/** What the names of the fields of an object are. */
const KEYS = { "requirement-profile.classes": "class" };

/** Of several types. */
const ROLES_OF_FIELDS = [
  [/^CoverageRule\w*Limit$/, "key", "limit_key"],
  [/Requirement$|^AtLeast|^AtMost/, "class", "class"],
];

/** What is written first where a field's type has an example that does not fit, or says little. */
const EXAMPLES = {
  percent: "100", max_count: "10", max_days: "10", rolling_months: 24, months: 24, rate_percent: "70", secu_rate_percent: "70", pathway_rate_percent: "70",
  max_pmss_percent: "10", at_most_brss_percent: "100", below_brss_percent: "20",
};

/** Not needed for completion, nor for what is shown of a place. */
const LEFT_OUT = ["pattern", "minLength", "maxLength", "format", "patternProperties"];

/** An act as the examples of the playground have it: with a name, and its amounts apart. */
const NAMED_ACT = {
  type: "object",
  properties: { label: { type: "string" }, label_fr: { type: "string" }, act: { $ref: "#/definitions/care-act" }, amounts: { $ref: "#/definitions/act-amounts" } },
  required: ["label", "act"],
  additionalProperties: false,
};

/** One schema for all kinds: `{ kinds, definitions }`. `facts` are those of pkg-template/facts.ts. */
export function shapesOf(folder, facts) {
  const definitions = { "named-act": NAMED_ACT };
  for (const name of new Set(Object.values(KINDS).flat())) {
    const { definitions: its = {}, ...schema } = JSON.parse(readFileSync(`${folder}/${name}.schema.json`, "utf8"));
    Object.assign(definitions, its, { [name]: schema });
  }
  const shortened = Object.fromEntries(Object.entries(definitions).map(([name, schema]) => [name, short(schema)]));
  for (const [name, schema] of Object.entries(shortened)) giveRoles(name, schema, facts);
  const kinds = Object.fromEntries(Object.entries(KINDS).map(([kind, names]) => [kind, names.map((name) => ({ $ref: `#/definitions/${name}` }))]));
  kinds.acts = [{ type: "array", items: { anyOf: [{ $ref: "#/definitions/care-act" }, { $ref: "#/definitions/named-act" }] } }];
  return { kinds, definitions: shortened };
}

function short(part) {
  if (Array.isArray(part)) return part.map(short);
  if (part === null || typeof part !== "object") return part;
  const { properties, ...others } = part;
  const kept = Object.entries(others).filter(([name]) => !LEFT_OUT.includes(name)).map(([name, value]) => [name, short(value)]);
  // A property may have the name of a keyword.
  const fields = properties && Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, short(value)]));
  return { ...Object.fromEntries(kept), ...(fields && { properties: fields }) };
}

function giveRoles(type, { properties = {} }, facts) {
  for (const [field, property] of Object.entries(properties)) {
    const role = ROLES[`${type}.${field}`] ?? ROLES_OF_FIELDS.find(([types, name]) => types.test(type) && name === field)?.[2] ?? roleOfFact(type, field, facts);
    if (role !== undefined) property.role = role;
    if (field in EXAMPLES) property.examples = [EXAMPLES[field]];
    const [defines, keys] = [DEFINITIONS[`${type}.${field}`], KEYS[`${type}.${field}`]];
    if (defines !== undefined) Object.assign(property, { role: defines, defines: true });
    if (keys !== undefined) property.keys = keys;
  }
}

function roleOfFact(type, field, facts) {
  const of = type === "CoverageCareTypeFilter" ? "condition" : type === "care-act" ? "name" : undefined;
  const fact = facts.find((fact) => of !== undefined && fact[of] === field && fact.knownValues !== null);
  return fact && `known:${fact.name}`;
}
