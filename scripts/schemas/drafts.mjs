// One schema in the two drafts that tools know: 2020-12, and 07 for the others (ajv's default, Monaco, react-jsonschema-form).

const URLS = { "2020-12": "https://json-schema.org/draft/2020-12/schema", "07": "http://json-schema.org/draft-07/schema#" };

export function in2020(name, { definitions, ...schema }) {
  const document = { $schema: URLS["2020-12"], $id: `urn:care-coverage:${name}`, ...schema, ...(definitions && { $defs: definitions }) };
  return JSON.parse(JSON.stringify(document).replaceAll("#/definitions/", "#/$defs/"));
}

export function in07(name, schema) {
  return { $schema: URLS["07"], $id: `urn:care-coverage:draft-07:${name}`, ...alone(schema) };
}

/** What is next to a reference is not read in this draft. */
function alone(part) {
  if (Array.isArray(part)) return part.map(alone);
  if (part === null || typeof part !== "object") return part;
  const { $ref, ...others } = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, alone(value)]));
  // A field may have that name, too.
  if (typeof $ref !== "string") return $ref === undefined ? others : { $ref, ...others };
  return Object.keys(others).length === 0 ? { $ref } : { ...others, allOf: [{ $ref }] };
}
