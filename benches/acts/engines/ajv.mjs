// A JSON schema for each mapping, compiled, with our index by care type, so that only those are asked that can match.
import { Ajv } from "ajv";
import { FLAGS, TEXTS, allowed } from "../conditions.mjs";

export const title = "ajv, a schema for each mapping";
export const acts = 100_000;

export function prepare({ candidates }) {
  const ajv = new Ajv({ strict: true });
  const validators = new Map();
  const compiled = new Map([...candidates].map(([careType, mappings]) => [careType, mappings.map(({ name, filter }) => {
    if (!validators.has(filter)) validators.set(filter, ajv.compile(schemaOf(filter)));
    return { name, validate: validators.get(filter) };
  })]));
  return (act) => {
    const guarantees = [];
    let last;
    for (const { name, validate } of compiled.get(act.care_type) ?? []) {
      if (name !== last && validate(act)) guarantees.push((last = name));
    }
    return guarantees;
  };
}

function schemaOf(filter) {
  const properties = {};
  if (filter.min_age !== undefined || filter.max_age !== undefined) {
    properties.member_age = { type: "integer", minimum: filter.min_age ?? 0, maximum: filter.max_age ?? 130 };
  }
  for (const flag of FLAGS) if (filter[flag] !== undefined) properties[flag] = { const: filter[flag] };
  for (const fact of TEXTS) if (allowed(filter, fact)) properties[fact] = { enum: allowed(filter, fact) };
  return { type: "object", properties, required: Object.keys(properties) };
}
