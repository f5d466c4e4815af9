/** What the Catalogue view shows of the catalogue in hand, and what a person is changing in it. */
import { computed, signal } from "@preact/signals";
import type { LoadedCoverage } from "../../engine/engine";
import { catalog, compiled } from "../../store/readings";
import { documents } from "../../store/work";
import type { CatalogEntry } from "../picker/hits";
import { type EntryDraft, isLists } from "./draft";

export const PARTS = ["entries", "values", "text"] as const;
export type Part = (typeof PARTS)[number];

export const part = signal<Part>("entries");
export const chosen = signal<CatalogEntry | null>(null);
/** A new entry is in front, rather than the chosen one. */
export const newInFront = signal<CatalogEntry["of"] | null>(null);
/** Keys of the groups that are unfolded. */
export const expanded = signal<ReadonlySet<string>>(new Set());
/** Only care types that no guarantee selects. */
export const onlyUnselected = signal(false);
/** What is being changed, by the key of its entry: it stays while another entry is looked at. */
export const drafts = signal<ReadonlyMap<string, EntryDraft>>(new Map());

export const catalogNow = computed(() => (catalog.value.state === "ready" ? catalog.value.value : null));

/** The coverage in hand as it could last be read against this catalogue. */
export const coverageNow = computed((): LoadedCoverage | null => (compiled.value?.catalog === catalogNow.value ? compiled.value : null));

/** The catalogue has the shape that is edited here. */
export const isEditable = computed(() => {
  const json = documents.catalog.json.value;
  return json.ok && isLists(json.value);
});

/** The guarantees that select each care type, in the order of the coverage; null without a coverage. */
export const selectedBy = computed((): ReadonlyMap<string, readonly string[]> | null => {
  const coverage = coverageNow.value;
  if (coverage === null) return null;
  const guarantees = new Map<string, string[]>();
  for (const { name } of coverage.payload.guarantees) {
    for (const careType of coverage.careTypesOf(name)) {
      const known = guarantees.get(careType);
      if (known) known.push(name);
      else guarantees.set(careType, [name]);
    }
  }
  return guarantees;
});

/** How many care types nobody selects; null without a coverage. */
export const unselectedCount = computed(() => {
  const [catalog, selected] = [catalogNow.value, selectedBy.value];
  return catalog && selected && catalog.types.size - selected.size;
});
