/** What does an unfinished part of a coverage begin with? The least that has its shape; what only the author knows is left to be written. */
import * as kit from "../../kit/free-name";
import type { Parsed } from "../../kit/json/parse";
import { isObject, type Json, listIn } from "../../kit/json/values";
import { valueAt } from "./json";
import { skeletonWords } from "./words";

export const MAPPING = { selector: {}, filter: {} };

export function guaranteeSkeleton(json: Parsed): Json {
  return { name: freeName(json, skeletonWords.guarantee), care_type_mappings: [MAPPING], coverage_rule: { components: [{ kind: "brss_percent", percent: "100" }] } };
}

const OPTIONS = [[{ kind: "brss_percent", percent: "100" }], [{ kind: "actual_costs", percent: "100" }]];

/** By the form of a pointer, the fields of the object there. */
const PLACES: [RegExp, (json: Parsed, object: Json) => Json][] = [
  [/^$/, () => ({ name: skeletonWords.coverage, version: 1, guarantees: [] })],
  [/^\/guarantees\/\d+$/, (json) => guaranteeSkeleton(json)],
  [/\/care_type_mappings\/\d+$/, () => MAPPING],
  [/\/(?:components|options\/\d+)\/\d+$/, (_, { kind }) => ({ kind: "brss_percent", ...(kind === "flat_amount" ? { amount: "0" } : { percent: "100" }), options: OPTIONS })],
  [/\/limits\/\d+$/, (json) => ({ key: freeKey(json, skeletonWords.limit), period: { kind: "civil_year" } })],
  [/\/period$/, () => ({ kind: "civil_year", months: 12 })],
  [/\/price_cap$/, () => ({ kind: "plv", amount: "0" })],
  [/\/beyond_limits$/, () => ({ components: [{ kind: "brss_percent", percent: "100" }] })],
];

/** The fields, of those that the object at the pointer lacks, that can be begun. */
export function missingFields(json: Parsed, pointer: string, fields: readonly string[]): Json {
  const value = valueAt(json, pointer);
  const make = PLACES.find(([form]) => form.test(pointer))?.[1];
  if (!make || !isObject(value)) return {};
  const skeleton = make(json, value);
  return Object.fromEntries(fields.filter((field) => field in skeleton).map((field) => [field, skeleton[field]]));
}

/** `NAME`, `NAME_2`, `NAME_3`: the first that no guarantee has. */
export function freeName(json: Parsed, wanted: string): string {
  const guarantees = valueAt(json, "/guarantees");
  return kit.freeName(new Set(Array.isArray(guarantees) ? guarantees.map((guarantee) => (isObject(guarantee) ? guarantee["name"] : null)) : []), wanted);
}

export function freeKey(json: Parsed, wanted: string): string {
  const guarantees = valueAt(json, "/guarantees");
  const rules = (Array.isArray(guarantees) ? guarantees : []).map((guarantee) => (isObject(guarantee) ? guarantee["coverage_rule"] : null));
  const parts = rules.flatMap((rule) => [rule, ...listIn(rule, "components")]);
  const limits = parts.flatMap((part) => listIn(part, "limits"));
  return kit.freeKey(new Set(limits.map((limit: unknown) => (isObject(limit) ? limit["key"] : null))), wanted);
}
