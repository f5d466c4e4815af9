/** What a person can do with the coverage as a form: each is one edit of its text. */
import { batch } from "@preact/signals";
import type { LoadedCatalog } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import type { Span } from "../../kit/json/tree";
import { isObject } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { typeLabel } from "../common/labels";
import { loadedWords } from "../documents/words";
import { editCoverage, editDocument } from "../text/actions";
import { partOf as rulePart } from "../rule/model";
import { addition, duplication, move, newGuarantee, removal, renaming, renamingIn } from "./guarantee-edits";
import { coverageValue, guaranteeItems, mappingsOf, nameOf, pointerOf } from "./guarantee-list";
import { append, EMPTY_MAPPING } from "./mapping-edits";
import { ADD_BUTTON, begunConditions, COVERAGE_NAME, GUARANTEE_LIST, guaranteeLineId, mappingId, nameFieldId, openGuarantees, openIds, renamedGuarantee } from "./model";
import { moveType, type Target } from "./move-type";
import { formWords } from "./words";

/** Whether the text has such places. */
export function edit(editor: Editor, operations: readonly Operation[]): boolean {
  return operations.length > 0 && editCoverage(editor, operations);
}

const guarantees = (editor: Editor) => (guaranteeItems(editor).peek() ?? []).map(({ value }) => value);

/** Writes what every coverage has and this one has not. */
export function beginCoverage(editor: Editor): void {
  const skeleton = { name: formWords.newCoverage, version: 1, guarantees: [] };
  const value = coverageValue(editor).peek();
  batch(() => {
    if (isObject(value)) {
      const missing = Object.entries(skeleton).filter(([name]) => !(name in value));
      edit(editor, missing.map(([name, value]) => ({ op: "add", path: `/${name}`, value })));
    } else editor.documents.coverage.set({ text: `${JSON.stringify(skeleton, null, 2)}\n`, source: loadedWords.typedSource });
    editor.focusOn(COVERAGE_NAME);
  });
}

/** The new one is open, and its name is the next thing to type. */
export function addGuarantee(editor: Editor, index: number): void {
  insert(editor, index, addition(index, newGuarantee(guarantees(editor), formWords.newGuarantee)));
}

export function duplicateGuarantee(editor: Editor, index: number): void {
  insert(editor, index + 1, duplication(guarantees(editor), index));
}

function insert(editor: Editor, index: number, operations: readonly Operation[]): void {
  batch(() => {
    const before = openIds(editor).peek();
    if (!edit(editor, operations)) return;
    const added = guaranteeItems(editor).value?.[index];
    if (!added) return;
    openGuarantees(editor).value = new Set([...before, added.id]);
    beginRenaming(editor, added.id, index);
  });
}

export function beginRenaming(editor: Editor, id: string, index: number): void {
  batch(() => {
    renamedGuarantee(editor).value = id;
    editor.focusOn(nameFieldId(index));
  });
}

/** With it, in one step, what is named after it or names it. */
export function renameGuarantee(editor: Editor, index: number, name: string): void {
  const before = nameOf(guarantees(editor)[index]);
  if (before === name) return;
  batch(() => {
    if (!edit(editor, renaming(guarantees(editor), index, name))) return;
    const { acceptances } = editor.documents;
    const json = acceptances.isThere.peek() ? acceptances.typedJson.peek() : null;
    const operations = json?.ok && isObject(json.value) ? renamingIn(json.value, before, name) : [];
    if (operations.length > 0) editDocument(editor, acceptances, operations);
    editor.isUnfolded(rulePart(name)).value = editor.isUnfolded(rulePart(before)).value;
  });
}

export function moveGuarantee(editor: Editor, from: number, to: number): void {
  if (from === to || to < 0 || to >= guarantees(editor).length) return;
  keepOpen(editor);
  edit(editor, move(pointerOf(from), pointerOf(to)));
}

/** What is open stays so where another one becomes the first. */
function keepOpen(editor: Editor): void {
  openGuarantees(editor).value = openIds(editor).peek();
}

export function removeGuarantee(editor: Editor, index: number): void {
  const rest = guarantees(editor).length - 1;
  const name = nameOf(guarantees(editor)[index]);
  batch(() => {
    keepOpen(editor);
    if (!edit(editor, removal(index))) return;
    editor.focusOn(rest === 0 ? ADD_BUTTON : guaranteeLineId(Math.min(index, rest - 1)));
    editor.sayStep(formWords.removed(name));
  });
}

export function addMapping(editor: Editor, guarantee: number): void {
  const before = guarantees(editor)[guarantee];
  insertMapping(editor, guarantee, mappingsOf(before).length, append(pointerOf(guarantee), before, "care_type_mappings", EMPTY_MAPPING));
}

export function duplicateMapping(editor: Editor, guarantee: number, mapping: number): void {
  insertMapping(editor, guarantee, mapping + 1, [{ op: "copy", from: pointerOf(guarantee, mapping), path: pointerOf(guarantee, mapping + 1) }]);
}

function insertMapping(editor: Editor, guarantee: number, mapping: number, operations: readonly Operation[]): void {
  batch(() => {
    if (edit(editor, operations)) editor.focusOn(mappingId(guarantee, mapping));
  });
}

export function removeMapping(editor: Editor, guarantee: number, mapping: number): void {
  const rest = mappingsOf(guarantees(editor)[guarantee]).length - 1;
  batch(() => {
    if (!edit(editor, [{ op: "remove", path: pointerOf(guarantee, mapping) }])) return;
    forgetBegun(editor, guarantee);
    editor.focusOn(rest === 0 ? guaranteeLineId(guarantee) : mappingId(guarantee, Math.min(mapping, rest - 1)));
    editor.sayStep(formWords.mappingRemoved(mapping + 1, nameOf(guarantees(editor)[guarantee])));
  });
}

export function moveMapping(editor: Editor, guarantee: number, from: number, to: number): void {
  if (from === to || to < 0 || to >= mappingsOf(guarantees(editor)[guarantee]).length) return;
  forgetBegun(editor, guarantee);
  edit(editor, move(pointerOf(guarantee, from), pointerOf(guarantee, to)));
}

/** Mappings are known by their positions: what is begun in one is not to be seen in another. */
function forgetBegun(editor: Editor, guarantee: number): void {
  const id = guaranteeItems(editor).peek()?.[guarantee]?.id;
  begunConditions(editor).value = new Map([...begunConditions(editor).peek()].filter(([key]) => !key.startsWith(`${id}/`)));
}

/** To the end of another guarantee. */
export function moveMappingTo(editor: Editor, guarantee: number, mapping: number, other: number): void {
  const [from, to] = [guarantees(editor)[guarantee], guarantees(editor)[other]];
  const list = `${pointerOf(other)}/care_type_mappings`;
  const isThere = isObject(to) && Array.isArray(to["care_type_mappings"]);
  const made: Operation[] = isThere ? [] : [{ op: "add", path: list, value: [] }];
  batch(() => {
    if (!edit(editor, [...made, ...move(pointerOf(guarantee, mapping), `${list}/-`)])) return;
    forgetBegun(editor, guarantee);
    openCard(editor, other);
    editor.focusOn(mappingId(other, mappingsOf(to).length));
    editor.sayStep(formWords.mappingMoved(nameOf(from), nameOf(to)));
  });
}

/** Says what it did to both. */
export function moveCareType(editor: Editor, catalog: LoadedCatalog, guarantee: number, careType: string, target: Target): void {
  const all = guarantees(editor);
  const done = moveType(catalog, all, guarantee, careType, target);
  const names = { careType: typeLabel(catalog, careType), from: nameOf(all[guarantee]), to: nameOf(all[target.guarantee]) };
  batch(() => {
    if (!edit(editor, done.operations)) return;
    editor.focusOn(guaranteeLineId(guarantee));
    editor.sayStep(formWords.typeMoved(names, done));
  });
}

export function toggleGuarantee(editor: Editor, id: string, isOpen: boolean): void {
  const open = openIds(editor).peek();
  if (isOpen === open.has(id)) return;
  const next = new Set(open);
  if (isOpen) next.add(id);
  else next.delete(id);
  openGuarantees(editor).value = next;
}

function openCard(editor: Editor, guarantee: number): void {
  const item = guaranteeItems(editor).value?.[guarantee];
  if (!item) return;
  toggleGuarantee(editor, item.id, true);
  const { typed, shown } = editor.listState(GUARANTEE_LIST);
  typed.value = "";
  if (guarantee >= (shown.value ?? 0)) shown.value = guarantee + 1;
}

/** Leads from the text to the form. */
export function showCard(editor: Editor, guarantee: number, mapping: number | null = null): void {
  batch(() => {
    editor.surroundings.comeToFront({ guarantee, mapping });
    editor.showPart("form");
    openCard(editor, guarantee);
    editor.focusOn(mapping === null ? guaranteeLineId(guarantee) : mappingId(guarantee, mapping));
  });
}

/** Leads to the text, of which all that is at the place is selected. */
export function showInText(editor: Editor, pointer: string): void {
  const span = editor.documents.coverage.spanOf(pointer);
  if (span) showSpan(editor, span);
}

export function showSpan(editor: Editor, { start, end }: Span): void {
  batch(() => {
    editor.surroundings.comeToFront({ start, end });
    editor.showPart("text");
    editor.documents.coverage.focus.value = { start, end };
  });
}
