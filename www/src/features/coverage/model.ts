/** What the Coverage view shows of the coverage in hand. */
import { computed, signal } from "@preact/signals";
import { type Node, pathTo } from "../../kit/json/tree";
import { perEditor } from "../../store/editor/per-editor";
import type { Editor } from "../../store/editor/editor";
import { marksIn } from "../text/marks";
import { cursor } from "../text/model";
import { guaranteeItems } from "./guarantee-list";
import type { Condition } from "./mapping-edits";

/** What the text of the coverage is called among those of the page. */
export const TEXT_NAME = "coverage";

/** The identities of the open guarantees; null: as the view starts. */
export const openGuarantees = perEditor(() => signal<ReadonlySet<string> | null>(null));
/** At first the first one is open. */
export const openIds = perEditor((editor) =>
  computed((): ReadonlySet<string> => openGuarantees(editor).value ?? new Set(guaranteeItems(editor).value?.slice(0, 1).map(({ id }) => id))),
);
/** The identity of the guarantee whose name is being typed. */
export const renamedGuarantee = perEditor(() => signal<string | null>(null));
/** The care type asked about. */
export const askedCareType = perEditor(() => signal<string | null>(null));
/** The care type that is to go to another guarantee, while its dialog is open. */
export const movingType = perEditor(() => signal<{ guarantee: number; careType: string } | null>(null));
/** The mapping that is to go to another guarantee, likewise. */
export const movingMapping = perEditor(() => signal<{ guarantee: number; mapping: number } | null>(null));

/** Conditions that are shown although they ask for nothing yet, by mapping. */
export const begunConditions = perEditor(() => signal<ReadonlyMap<string, readonly Condition[]>>(new Map()));

/** What is emptied stays on the page, so that another value can be given. `key`: of the mapping. */
export function keepShown(editor: Editor, key: string, fields: readonly Condition[]): void {
  const begun = begunConditions(editor);
  const before = begun.peek().get(key) ?? [];
  begun.value = new Map(begun.peek()).set(key, [...new Set([...before, ...fields])]);
}

/** Overlaps, gaps, what nobody selects and what changes nothing. */
export const analysis = perEditor(({ compiled, acceptances }) => computed(() => compiled.value?.analysis(acceptances.value) ?? null));

export const marks = perEditor((editor) =>
  computed(() => {
    const reading = editor.coverage.value;
    return marksIn(editor.problems.value, reading.state === "broken" ? reading.mistake : null);
  }),
);

/** The guarantee and the mapping that the cursor is in, by their positions. */
export const cursorPlace = perEditor((editor) =>
  computed((): { guarantee: number; mapping: number | null } | null => {
    const { root } = editor.documents.coverage.tree.value;
    const at = cursor(editor).value;
    const offset = at?.name === TEXT_NAME ? at.offset : null;
    if (offset === null || !root) return null;
    const guarantee = entryAt(root, "/guarantees", offset);
    return guarantee === null ? null : { guarantee, mapping: entryAt(root, `/guarantees/${guarantee}/care_type_mappings`, offset) };
  }),
);

/** The position of the entry of a list that an offset is in; null where it is in none. */
function entryAt(root: Node, list: string, offset: number): number | null {
  const parts = pathTo(root, list).at(-1)?.value.parts ?? [];
  const index = parts.findIndex(({ start, end }) => start <= offset && offset <= end);
  return index < 0 ? null : index;
}

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
