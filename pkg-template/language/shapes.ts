// What may be at a place of a document? The schemas of the package say it, see scripts/schemas/shapes.mjs.
import shapes from "#shapes";
import type { DocumentKind } from "./types.ts";
import { type Node, type Step, stringOf } from "./nodes.ts";

/** A part of a schema, with references left in it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  const?: Scalar;
  enum?: Scalar[];
  default?: Scalar;
  examples?: Scalar[];
  minimum?: number;
  title?: string;
  description?: string;
  role?: Role;
  /** Whether the name is given here. */
  defines?: boolean;
  /** What the names of its fields are. */
  keys?: Role;
  /** The name of the definition. */
  name?: string;
}

export type Scalar = string | number | boolean | null;

/** What a text or a number names. `known:` is followed by a fact. */
export type Role = "care_type" | "care_type_group" | "group_id" | "guarantee" | "limit_key" | "class" | `known:${string}`;

/** What may be at a place: one of these. */
export interface Place {
  shapes: readonly Schema[];
  /** The field that it is the value of, or an entry of. */
  field: Schema | undefined;
  role: Role | undefined;
}

const { kinds, definitions } = JSON.parse(shapes) as { kinds: Record<DocumentKind, Schema[]>; definitions: Record<string, Schema> };
for (const [name, schema] of Object.entries(definitions)) schema.name = name;

const flattened = new WeakMap<Schema, readonly Schema[]>();

/** A schema without references and choices. */
export function flat(schema: Schema): readonly Schema[] {
  const known = flattened.get(schema);
  if (known) return known;
  const { $ref, anyOf } = schema;
  const all = $ref !== undefined ? flat(definitions[$ref.slice("#/definitions/".length)]!) : anyOf !== undefined ? anyOf.flatMap(flat) : [schema];
  const once = [...new Set(all)];
  flattened.set(schema, once);
  return once;
}

const WHOLES = Object.fromEntries(
  Object.entries(kinds).map(([kind, schemas]) => [kind, { shapes: schemas.flatMap(flat), field: undefined, role: undefined }]),
) as unknown as Record<DocumentKind, Place>;

export function wholeOf(kind: DocumentKind): Place {
  return WHOLES[kind];
}

export const KINDS = Object.keys(kinds) as DocumentKind[];

/** What may be where a step of the way leads. */
export function placeAt(text: string, kind: DocumentKind, steps: readonly Step[]): Place {
  return steps.reduce((place, step) => within(text, place, step), wholeOf(kind));
}

function within(text: string, place: Place, { node, part, index }: Step): Place {
  if (node.kind === "array") return entryOf(place);
  return part.key === null ? NOTHING : memberOf(objectsAt(text, place, node, index), part.key.name);
}

const NOTHING: Place = { shapes: [], field: undefined, role: undefined };

const entries = new WeakMap<Place, Place>();

export function entryOf(place: Place): Place {
  const known = entries.get(place);
  if (known) return known;
  const { shapes, field, role } = place;
  const items = shapes.flatMap(({ items, maxItems }) => (items !== undefined && maxItems !== 0 ? items : []));
  const entry = { shapes: unique(items.flatMap(flat)), field, role: role ?? items.find(({ role }) => role !== undefined)?.role };
  entries.set(place, entry);
  return entry;
}

const members = new WeakMap<Schema, Map<string, Place>>();

/** The value of a field of one of some objects. */
export function memberOf(objects: readonly Schema[], name: string): Place {
  const [only] = objects;
  if (only === undefined || objects.length > 1) return memberOfAll(objects, name);
  const known = members.get(only) ?? new Map<string, Place>();
  members.set(only, known);
  const place = known.get(name) ?? memberOfAll(objects, name);
  // Names of others are without end.
  if (place.field !== undefined) known.set(name, place);
  return place;
}

function memberOfAll(objects: readonly Schema[], name: string): Place {
  const fields = objects.flatMap(({ properties, additionalProperties }) => {
    const own = properties !== undefined && Object.hasOwn(properties, name) ? properties[name]! : undefined;
    return own ?? (typeof additionalProperties === "object" && Object.keys(additionalProperties).length > 0 ? additionalProperties : []);
  });
  return { shapes: unique(fields.flatMap(flat)), field: fields[0], role: fields.find(({ role }) => role !== undefined)?.role };
}

/** Which of the objects that may be at a place an object is: those whose kinds are its own, and then, if there are any, those that
 *  have all of its fields. `but`: a part that is being written. */
export function objectsAt(text: string, place: Place, node: Node, but = -1): readonly Schema[] {
  const said = objectsOf(place);
  if (said.length < 2) return said;
  // A text without a colon is no field yet.
  const others = node.parts.filter(({ key }, index) => index !== but && (key === null || key.colon >= 0));
  const ofKind = said.filter((schema) => others.every((part) => !isOtherKind(text, schema, part)));
  const left = ofKind.length > 0 ? ofKind : said;
  const withAll = left.filter((schema) => others.every(({ key }) => key === null || isField(schema, key.name)));
  return withAll.length > 0 ? withAll : left;
}

const objects = new WeakMap<Place, readonly Schema[]>();

/** The objects that may be at a place, but for somebody else's, which may have any field. */
export function objectsOf(place: Place): readonly Schema[] {
  const known = objects.get(place);
  if (known) return known;
  const said = place.shapes.filter(({ properties, additionalProperties }) =>
    properties !== undefined || (typeof additionalProperties === "object" && Object.keys(additionalProperties).length > 0));
  objects.set(place, said);
  return said;
}

function isOtherKind(text: string, { properties }: Schema, { key, value }: Step["part"]): boolean {
  if (key === null || value?.kind !== "string" || !properties || !Object.hasOwn(properties, key.name)) return false;
  const values = flat(properties[key.name]!).flatMap(constantsOf);
  return values.length > 0 && flat(properties[key.name]!).every((shape) => constantsOf(shape).length > 0) && !values.includes(stringOf(text, value.start, value.end, value.closed));
}

function isField({ properties, additionalProperties }: Schema, name: string): boolean {
  return name.startsWith("x-") || additionalProperties !== false || (properties !== undefined && Object.hasOwn(properties, name));
}

/** The values of which one has to be there; none where any may. */
export function constantsOf(schema: Schema): Scalar[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum !== undefined) return schema.enum;
  return schema.oneOf?.flatMap(constantsOf) ?? [];
}

/** What a value is called by its schema: "yes". */
export function titleOfConstant(schemas: readonly Schema[], value: Scalar): string | undefined {
  return schemas.flatMap(({ oneOf = [] }) => oneOf).find((choice) => choice.const === value)?.title;
}

export function takes(schema: Schema, type: string): boolean {
  return Array.isArray(schema.type) ? schema.type.includes(type) : schema.type === type;
}

/** Whether a value that begins so may be for a schema. */
export function takesWritten(schema: Schema, value: string): boolean {
  return flat(schema).some((shape) => {
    if (value === "{") return shape.properties !== undefined || takes(shape, "object");
    if (value === "[") return takes(shape, "array");
    const constants = constantsOf(shape);
    if (constants.length > 0) return constants.some((constant) => JSON.stringify(constant) === value);
    if (value.startsWith('"')) return takes(shape, "string");
    if (value === "null") return takes(shape, "null");
    return value === "true" || value === "false" ? takes(shape, "boolean") : takes(shape, "number") || (takes(shape, "integer") && /^-?\d+$/.test(value));
  });
}

/** The least that may be for a schema, as JSON on one line. */
export function sampleOf(schema: Schema, depth = 0): string {
  const [first] = flat(schema);
  if (first === undefined || depth > 6) return "null";
  if (schema.default !== undefined) return JSON.stringify(schema.default);
  const [constant] = constantsOf(first);
  if (constant !== undefined) return JSON.stringify(constant);
  if (takes(first, "array")) return listOf(first, depth);
  if (first.properties !== undefined) return objectOf(first, depth);
  if (takes(first, "object")) return "{}";
  const role = schema.role ?? first.role;
  if (role !== undefined && takes(first, "string")) return '""';
  const example = schema.examples?.[0] ?? first.examples?.[0];
  if (example !== undefined) return JSON.stringify(example);
  if (takes(first, "integer") || takes(first, "number")) return String(Math.max(first.minimum ?? 0, 0));
  return takes(first, "boolean") ? "true" : '""';
}

function listOf({ items, minItems = 0 }: Schema, depth: number): string {
  return `[${Array.from({ length: items ? minItems : 0 }, () => sampleOf(items!, depth + 1)).join(", ")}]`;
}

/** With the fields that must be there; `given` are some of them, as JSON. */
export function objectOf({ properties = {}, required = [] }: Schema, depth = 0, given: Record<string, string> = {}): string {
  const fields = required.map((name) => `${JSON.stringify(name)}: ${given[name] ?? sampleOf(properties[name]!, depth + 1)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
