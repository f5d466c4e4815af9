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
  const [list = "", name = ""] = segmentsOf(pointer);
  if (!json.ok || !Object.hasOwn(LISTS, list)) return null;
  const entries = (json.value as Record<string, Record<string, { short_code?: unknown } | undefined> | undefined>)[list];
  const code = entries?.[name]?.short_code;
  return typeof code === "string" ? { of: LISTS[list as keyof typeof LISTS], shortCode: code } : null;
}
