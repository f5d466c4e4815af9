/** How may an entry of a catalogue be changed? A draft is what a form shows of it; what it changes becomes operations on two texts. */
import type { ActFact, CareTypeLists, LoadedCatalog } from "../../engine/engine";
import { indexOf } from "../picker/catalog-index";
import type { CatalogEntry } from "../picker/hits";

export interface EntryDraft {
  of: CatalogEntry["of"];
  /** The code that it has in the catalogue; null of a new one. */
  was: string | null;
  label: string;
  code: string;
  /** Codes of the groups of a care type, or of the care types of a group. */
  linked: readonly string[];
  /** Of a care type; null: all facts. */
  facts: readonly ActFact[] | null;
  isRemoved: boolean;
}

export function isLists(json: unknown): json is CareTypeLists {
  const lists = json as Partial<CareTypeLists> | null;
  return typeof json === "object" && Array.isArray(lists?.care_type_groups) && Array.isArray(lists.internal_care_types);
}

/** `linked`: what a new entry belongs to. */
export function newDraft(of: CatalogEntry["of"], linked: readonly string[] = []): EntryDraft {
  return { of, was: null, label: "", code: "", linked, facts: null, isRemoved: false };
}

/** The entry as it is; null where the catalogue has no such. */
export function draftOf(catalog: LoadedCatalog, { of, shortCode }: CatalogEntry): EntryDraft | null {
  const { groupsOf, membersOf } = indexOf(catalog);
  const type = of === "care_type" ? catalog.types.get(shortCode) : undefined;
  const entry = type ?? (of === "group" ? catalog.groups.get(shortCode) : undefined);
  if (!entry) return null;
  const linked = (of === "group" ? membersOf : groupsOf).get(shortCode) ?? [];
  return {
    of,
    was: shortCode,
    label: entry.label ?? "",
    code: shortCode,
    linked: linked.map((other) => other.short_code),
    facts: type?.applicable_facts ?? null,
    isRemoved: false,
  };
}

export function keyOfDraft({ of, was }: EntryDraft): string {
  return was === null ? `new/${of}` : `${of}/${was}`;
}

export function isChanged(draft: EntryDraft, before: EntryDraft | null): boolean {
  if (before === null || draft.isRemoved) return true;
  return draft.label !== before.label || draft.code !== before.code || !sameSet(draft.linked, before.linked) || !sameFacts(draft.facts, before.facts);
}

export function sameFacts(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return a === null || b === null ? a === b : sameSet(a, b);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const others = new Set(b);
  return a.length === b.length && a.every((value) => others.has(value));
}
