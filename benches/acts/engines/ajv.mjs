// A JSON schema for each mapping, compiled.
import { Ajv } from "ajv";
import { FLAGS, TEXTS, allowed } from "../conditions.mjs";
import { inTurn, withOurIndex } from "./each-mapping.mjs";

const compiler = () => {
  const ajv = new Ajv({ strict: true });
  return (filter, careTypes) => ajv.compile(schemaOf(filter, careTypes));
};

export const ajv = { title: "ajv, a schema for each mapping", acts: 20_000, prepare: (world) => inTurn(world, compiler()) };
export const indexedAjv = { title: "ajv, with our index by care type", acts: 100_000, reported: true, prepare: (world) => withOurIndex(world, compiler()) };

function schemaOf(filter, careTypes) {
  const properties = careTypes === undefined ? {} : { care_type: { enum: careTypes } };
  if (filter.min_age !== undefined || filter.max_age !== undefined) {
    properties.member_age = { type: "integer", minimum: filter.min_age ?? 0, maximum: filter.max_age ?? 130 };
  }
  for (const flag of FLAGS) if (filter[flag] !== undefined) properties[flag] = { const: filter[flag] };
  for (const fact of TEXTS) if (allowed(filter, fact)) properties[fact] = { enum: allowed(filter, fact) };
  return { type: "object", properties, required: Object.keys(properties) };
}
