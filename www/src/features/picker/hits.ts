/** Which care types and groups does a person mean by what they type? */
import type { LoadedCatalog } from "../../engine/engine";
import { indexOf } from "./catalog-index";

export type Kinds = "types" | "groups" | "both";

/** A care type or a group of a catalogue. */
export interface CatalogEntry {
  of: "care_type" | "group";
  shortCode: string;
}

export interface CatalogHit extends CatalogEntry {
  label: string;
  /** The everyday word that it was found by. */
  synonym: string | null;
}

const KIND_ASKED = { types: { kind: "care_type" }, groups: { kind: "care_type_group" }, both: {} } as const;

/** The best first. Of an empty text, all groups and care types in the order of their labels. */
export function hitsOf(catalog: LoadedCatalog, text: string, kinds: Kinds, limit: number): CatalogHit[] {
  if (text.trim() === "") return everything(catalog, kinds, limit);
  const found = catalog.search(text, { ...KIND_ASKED[kinds], limit });
  return found.map(({ kind, short_code, label, matched, term }) => ({
    of: kind === "care_type" ? "care_type" : "group",
    shortCode: short_code,
    label: label ?? short_code,
    synonym: matched === "synonym" ? term : null,
  }));
}

function everything(catalog: LoadedCatalog, kinds: Kinds, limit: number): CatalogHit[] {
  const { groups, types } = indexOf(catalog);
  const hits = (of: CatalogHit["of"], entries: readonly { short_code: string; label?: string | null }[]) =>
    entries.slice(0, limit).map(({ short_code, label }): CatalogHit => ({ of, shortCode: short_code, label: label ?? short_code, synonym: null }));
  return [...(kinds === "types" ? [] : hits("group", groups)), ...(kinds === "groups" ? [] : hits("care_type", types))].slice(0, limit);
}

/** The search builds what it needs at the first question: before a person types, rather than at their first key. */
export function prepareSearch(catalog: LoadedCatalog): void {
  indexOf(catalog);
  catalog.search("a", { limit: 1 });
}
