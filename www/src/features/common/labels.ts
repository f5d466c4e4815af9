/** What are care types and groups called, and why does a selector select one? By label, or by code where there is none. */
import type { LoadedCatalog, SelectorTerm } from "../../engine/engine";
import { becauseWords } from "./act-words";

export function typeLabel(catalog: LoadedCatalog, shortCode: string): string {
  return catalog.types.get(shortCode)?.label ?? shortCode;
}

export function groupLabel(catalog: LoadedCatalog, shortCode: string): string {
  return catalog.groups.get(shortCode)?.label ?? shortCode;
}

export function reason(catalog: LoadedCatalog, term: SelectorTerm): string {
  return becauseWords[term.field](groupLabel(catalog, term.short_code));
}

/** Why a selector decided as it did, and which terms that overrode. */
export function fullReason(catalog: LoadedCatalog, decidedBy: SelectorTerm, overridden: readonly SelectorTerm[]): string {
  const first = reason(catalog, decidedBy);
  return overridden.length === 0 ? first : `${first}, ${becauseWords.overrides(overridden.map((term) => reason(catalog, term)))}`;
}
