/** What the Coverage view shows of the coverage in hand. */
import { computed, signal } from "@preact/signals";
import { pathTo } from "../../kit/json/tree";
import { acceptances, compiled, coverage, problems } from "../../store/readings";
import { documents } from "../../store/work";
import { marksIn } from "../text/marks";
import { cursor } from "../text/model";
import { guaranteeItems } from "./guarantee-list";
import type { Condition } from "./mapping-edits";

/** What the text of the coverage is called among those of the page. */
export const TEXT_NAME = "coverage";

/** The identities of the open guarantees; null: as the view starts. */
export const openGuarantees = signal<ReadonlySet<string> | null>(null);
/** At first the first one is open. */
export const openIds = computed((): ReadonlySet<string> => openGuarantees.value ?? new Set(guaranteeItems.value?.slice(0, 1).map(({ id }) => id)));
/** The identity of the guarantee whose name is being typed. */
export const renamedGuarantee = signal<string | null>(null);
/** The care type asked about. */
export const askedCareType = signal<string | null>(null);
/** The care type that is to go to another guarantee, while its dialog is open. */
export const movingType = signal<{ guarantee: number; careType: string } | null>(null);
/** The mapping that is to go to another guarantee, likewise. */
export const movingMapping = signal<{ guarantee: number; mapping: number } | null>(null);

/** Conditions that are shown although they ask for nothing yet, by mapping. */
export const begunConditions = signal<ReadonlyMap<string, readonly Condition[]>>(new Map());

/** What is emptied stays on the page, so that another value can be given. `key`: of the mapping. */
export function keepShown(key: string, fields: readonly Condition[]): void {
  const before = begunConditions.peek().get(key) ?? [];
  begunConditions.value = new Map(begunConditions.peek()).set(key, [...new Set([...before, ...fields])]);
}

/** Overlaps, gaps, what nobody selects and what changes nothing. */
export const analysis = computed(() => compiled.value?.analysis(acceptances.value) ?? null);

export const marks = computed(() => {
  const reading = coverage.value;
  return marksIn(problems.value, reading.state === "broken" ? reading.mistake : null);
});

/** The guarantee and the mapping that the cursor is in, by their positions. */
export const cursorPlace = computed((): { guarantee: number; mapping: number | null } | null => {
  const { root } = documents.coverage.tree.value;
  const offset = cursor.value?.name === TEXT_NAME ? cursor.value.offset : null;
  if (offset === null || !root) return null;
  const at = (pointer: string) => {
    const parts = pathTo(root, pointer).at(-1)?.value.parts ?? [];
    const index = parts.findIndex(({ start, end }) => start <= offset && offset <= end);
    return index < 0 ? null : index;
  };
  const guarantee = at("/guarantees");
  return guarantee === null ? null : { guarantee, mapping: at(`/guarantees/${guarantee}/care_type_mappings`) };
});

/** The name of the list of guarantees, and of controls that may be asked to take the focus. */
export const GUARANTEE_LIST = "guarantees";
export const ADD_BUTTON = "add-guarantee";
export const COVERAGE_NAME = "coverage-name";

export function guaranteeLineId(guarantee: number): string {
  return `guarantee-${guarantee}`;
}

export function nameFieldId(guarantee: number): string {
  return `guarantee-${guarantee}-name`;
}

export function renameId(guarantee: number): string {
  return `guarantee-${guarantee}-rename`;
}

/** The title of a mapping, or one of its parts. */
export function mappingId(guarantee: number, mapping: number, part = "title"): string {
  return `mapping-${guarantee}-${mapping}-${part}`;
}
