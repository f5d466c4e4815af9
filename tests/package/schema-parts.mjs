// Walks JSON Schemas, and asks whether a person can choose from one.
import assert from "node:assert/strict";

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** A schema and all in it, each with its place. */
export function* subschemas(schema, place) {
  if (!isObject(schema)) return;
  yield [place, schema];
  for (const key of ["properties", "patternProperties", "$defs", "definitions"]) {
    for (const [name, part] of Object.entries(schema[key] ?? {})) yield* subschemas(part, `${place}/${key}/${name}`);
  }
  for (const key of ["anyOf", "oneOf", "allOf"]) {
    for (const [index, part] of (schema[key] ?? []).entries()) yield* subschemas(part, key === "oneOf" ? `${place}/${key}/${index}` : place);
  }
  for (const key of ["items", "additionalProperties"]) yield* subschemas(schema[key], `${place}/${key}`);
}

/** Every field, every type and every choice of a union has a title, and what may be true, false or null offers three. */
export function isDescribed(schema, name) {
  const definitions = schema.$defs ?? schema.definitions ?? {};
  const known = (part) => (part.$ref ? definitions[part.$ref.split("/").at(-1)] : part);
  for (const [place, part] of subschemas(schema, name)) {
    for (const [field, property] of Object.entries(part.properties ?? {})) assert.ok(property.title, `${place}: ${field} has no title`);
    for (const branch of [...(part.anyOf ?? []), ...(part.oneOf ?? [])]) assert.ok(known(branch).title, `${place}: a choice has no title: ${JSON.stringify(branch).slice(0, 200)}`);
    const types = (part.anyOf ?? []).map((branch) => known(branch).type).concat(part.type ?? []);
    assert.ok(!(types.includes("boolean") && types.includes("null")), `${place} offers true and false only`);
    if (part.description) assert.doesNotMatch(part.description, /^(?! {4}).*\S {4,}\S/m, `${place} lost its lines`);
  }
  for (const [type, part] of Object.entries(definitions)) assert.ok(part.title, `${name}: ${type} has no title`);
}
