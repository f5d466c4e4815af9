/** Which care types and groups do the classes of a profile name, and which of these does a catalogue lack? */
import type { ActClass, LoadedCatalog } from "../../engine/engine";
import { isObject, textsIn } from "../../kit/json/values";

export type Classes = Record<string, ActClass>;

const FIELDS = {
  include_care_type_groups: "groups",
  exclude_care_type_groups: "groups",
  include_care_types: "types",
  exclude_care_types: "types",
} as const;

type Codes = Pick<LoadedCatalog, "types" | "groups">;

/** Codes that the catalogue lacks, each once, and how many it has. What is no class says nothing: the engine says what is wrong with it. */
export function codesOf(classes: unknown, catalog: Codes): { unknown: string[]; known: number } {
  const unknown = new Set<string>();
  const known = new Set<string>();
  const meet = (code: string, codes: ReadonlyMap<string, unknown>) => (codes.has(code) ? known : unknown).add(code);
  for (const entry of isObject(classes) ? Object.values(classes) : []) {
    if (!isObject(entry)) continue;
    for (const [field, kind] of Object.entries(FIELDS)) for (const code of textsIn(entry["selector"], field)) meet(code, catalog[kind]);
    for (const tariff of tariffsIn(entry)) for (const code of textsIn(tariff, "care_types")) meet(code, catalog.types);
  }
  return { unknown: [...unknown], known: known.size };
}

/** The same classes without the codes that the catalogue lacks. A tariff of none but such is left out: without a list, it would be of all. */
export function withoutUnknown(classes: Classes, catalog: Codes): Classes {
  const without = (value: object, field: string, codes: ReadonlyMap<string, unknown>) =>
    field in value ? { [field]: textsIn(value, field).filter((code) => codes.has(code)) } : {};
  const selected = (selector: object) => Object.assign({ ...selector }, ...Object.entries(FIELDS).map(([field, kind]) => without(selector, field, catalog[kind])));
  const pruned = Object.entries(classes).map(([name, entry]) => {
    if (!isObject(entry) || !isObject(entry["selector"])) return [name, entry];
    const tariffs = tariffsIn(entry).map((tariff) => ({ ...(tariff as object), ...without(tariff as object, "care_types", catalog.types) }));
    const left = tariffs.filter((tariff) => !("care_types" in tariff) || textsIn(tariff, "care_types").length > 0);
    return [name, { ...entry, selector: selected(entry["selector"]), ...("tariffs" in entry && { tariffs: left }) }];
  });
  return Object.fromEntries(pruned) as Classes;
}

/** Whether the classes select anything themselves, whatever the catalogue is. */
export function isBound(classes: unknown): boolean {
  const entries = isObject(classes) ? Object.values(classes) : [];
  return entries.some((entry) => Object.keys(FIELDS).some((field) => isObject(entry) && textsIn(entry["selector"], field).length > 0));
}

function tariffsIn(entry: Record<string, unknown>): readonly unknown[] {
  const { tariffs } = entry;
  return Array.isArray(tariffs) ? tariffs.filter(isObject) : [];
}
