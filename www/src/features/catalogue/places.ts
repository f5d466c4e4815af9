/** Which entry of a catalogue is a place in its text about? */
import type { Parsed } from "../../kit/json/parse";
import { segmentsOf } from "../../kit/json/tree";
import type { CatalogEntry } from "../picker/hits";

const LISTS = {
  care_type_groups: "group",
  care_type_group_by_short_code: "group",
  internal_care_types: "care_type",
  internal_care_type_by_short_code: "care_type",
} as const;

/** Null of a place that is about none, or whose entry has no code. */
export function entryAt(json: Parsed, pointer: string): CatalogEntry | null {
  const found = partAt(json, pointer);
  return typeof found?.entry.short_code === "string" ? { of: found.of, shortCode: found.entry.short_code } : null;
}

/** What the entry is called, by its label or its code. */
export function nameAt(json: Parsed, pointer: string): string | null {
  const entry = partAt(json, pointer)?.entry;
  return [entry?.label, entry?.short_code].find((name) => typeof name === "string" && name !== "") ?? null;
}

function partAt(json: Parsed, pointer: string): { of: CatalogEntry["of"]; entry: Partial<Record<"short_code" | "label", string>> } | null {
  const [list = "", name = ""] = segmentsOf(pointer);
  if (!json.ok || !Object.hasOwn(LISTS, list)) return null;
  const entry = (json.value as Record<string, Record<string, object | undefined> | undefined>)[list]?.[name];
  return typeof entry === "object" && entry !== null ? { of: LISTS[list as keyof typeof LISTS], entry } : null;
}
