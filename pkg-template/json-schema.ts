// The schema of a coverage payload with what one catalogue knows: its codes with their labels, and the values of its conditions.
import { in07, in2020 } from "#drafts";
import payloadSchema from "#payload-schema";
import type * as api from "./care-coverage";
import { unusable } from "./error.ts";
import { readable } from "./readable.ts";
import { FACTS } from "./facts.ts";

type Schema = Record<string, unknown>;
interface Part extends Schema { properties: Record<string, Schema> }

/** What the schema is made of. */
interface Known {
  careTypes: readonly api.InternalCareType[];
  groups: readonly api.CareTypeGroup[];
  values: api.KnownValues;
}

export function jsonSchemaOf(options: api.JsonSchemaOptions | undefined, known: () => Known): api.JsonSchema {
  const draft = draftOf(options);
  const schema = withKnown(JSON.parse(payloadSchema), known());
  // Each catalogue has another one: no address is that of all.
  const { $id, ...document } = (draft === "07" ? in07 : in2020)("", schema);
  return document;
}

function draftOf(options: api.JsonSchemaOptions | undefined): "2020-12" | "07" {
  if (options !== undefined && (typeof options !== "object" || options === null)) throw unusable("wrong_type", "expected an object of options");
  const { draft = "2020-12", ...others } = readable(() => ({ ...options }));
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw unusable("unknown_field", `there is no option ${JSON.stringify(unknown)}`);
  if (draft !== "2020-12" && draft !== "07") throw unusable("wrong_type", "`draft`: expected `2020-12` or `07`");
  return draft;
}

function withKnown(schema: Schema & { definitions: Schema }, { careTypes, groups, values }: Known): Schema {
  const { CoverageCareTypeSelector: selector, CoverageCareTypeFilter: filter } = schema.definitions as Record<string, Part>;
  Object.assign(schema.definitions, { CareTypeCode: codes("Care type", careTypes), CareTypeGroupCode: codes("Care type group", groups) });
  for (const side of ["include", "exclude"]) {
    selector!.properties[`${side}_care_types`]!.items = { $ref: "#/definitions/CareTypeCode" };
    selector!.properties[`${side}_care_type_groups`]!.items = { $ref: "#/definitions/CareTypeGroupCode" };
  }
  for (const { condition, knownValues } of FACTS) {
    if (knownValues === null) continue;
    const property = filter!.properties[condition]!;
    const known = values[knownValues];
    if (property.items === undefined) property.enum = [...known, null];
    // A national list that goes on: another mode is a warning.
    else if (condition === "allowed_treatment_modes") property.items = { anyOf: [{ title: "Known mode", enum: known }, { title: "Another mode", type: "string" }] };
    else property.items = { type: "string", enum: known };
  }
  return schema;
}

/** The choice of a code, by its label; nothing can be chosen of nothing. */
function codes(title: string, entries: readonly (api.InternalCareType | api.CareTypeGroup)[]): Schema {
  if (entries.length === 0) return { title, not: {} };
  return { title, oneOf: entries.map(({ short_code, label }) => ({ const: short_code, title: label ?? short_code })) };
}
