/** Which rows does the tree of a catalogue show: its groups and their care types, or what a search finds, the best first. */
import type { CareTypeGroup, InternalCareType, LoadedCatalog } from "../../engine/engine";
import type { TreeRow } from "../../kit/tree";
import { type CatalogIndex, indexOf } from "./catalog-index";
import { type CatalogHit, hitsOf } from "./hits";

export interface CatalogRow extends TreeRow {
  hit: CatalogHit;
}

interface Asked {
  text: string;
  /** Keys of the rows that are unfolded. */
  expanded: ReadonlySet<string>;
  /** Whether a care type is shown, and with it its groups; all are without it. */
  isShown?: ((careType: string) => boolean) | undefined;
  /** Whether a group is shown of which no care type is. */
  isGroupShown?: (group: string) => boolean;
}

const MOST_FOUND = 1000;

export function rowsOf(catalog: LoadedCatalog, { text, expanded, isShown = () => true, isGroupShown = () => true }: Asked): CatalogRow[] {
  const index = indexOf(catalog);
  const membersOf = (group: string) => (index.membersOf.get(group) ?? []).filter((type) => isShown(type.short_code));
  const tops = text.trim() === "" ? index.groups.map(groupHit) : hitsOf(catalog, text, "both", MOST_FOUND);
  const shown = tops.filter(({ of, shortCode }) =>
    of === "care_type" ? isShown(shortCode) : membersOf(shortCode).length > 0 || isGroupShown(shortCode),
  );
  return shown.flatMap((hit, at): CatalogRow[] => {
    const key = keyOf(hit);
    const members = hit.of === "group" ? membersOf(hit.shortCode) : [];
    const row: CatalogRow = { key, level: 1, text: hit.label, position: at + 1, siblings: shown.length, hit };
    if (members.length === 0) return [row];
    const isExpanded = expanded.has(key);
    return [{ ...row, isExpanded }, ...(isExpanded ? members.map((type, at) => memberRow(key, type, at + 1, members.length)) : [])];
  });
}

export function keyOf({ of, shortCode }: Pick<CatalogHit, "of" | "shortCode">): string {
  return `${of}/${shortCode}`;
}

function memberRow(group: string, { short_code, label }: InternalCareType, position: number, siblings: number): CatalogRow {
  const hit: CatalogHit = { of: "care_type", shortCode: short_code, label: label ?? short_code, synonym: null };
  return { key: `${group}/${short_code}`, level: 2, text: hit.label, position, siblings, hit };
}

function groupHit({ short_code, label }: CareTypeGroup): CatalogHit {
  return { of: "group", shortCode: short_code, label: label ?? short_code, synonym: null };
}

/** What is checked of a tree in which these codes are chosen: a group with some of its care types is half so. */
export function checkOf({ membersOf, groupsOf }: CatalogIndex, { of, shortCode }: CatalogHit, chosen: ReadonlySet<string>): "true" | "false" | "mixed" {
  if (chosen.has(shortCode)) return "true";
  if (of === "care_type") return (groupsOf.get(shortCode) ?? []).some((group) => chosen.has(group.short_code)) ? "true" : "false";
  const members = membersOf.get(shortCode) ?? [];
  const some = members.filter((type) => chosen.has(type.short_code)).length;
  return some === 0 ? "false" : some === members.length ? "true" : "mixed";
}
