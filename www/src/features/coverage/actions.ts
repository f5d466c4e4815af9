/** What a person can do with the coverage as a form: each is one edit of its text. */
import { batch } from "@preact/signals";
import type { LoadedCatalog } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import type { Span } from "../../kit/json/tree";
import { isObject } from "../../kit/json/values";
import { showPart } from "../../store/coverage-mode";
import { isUnfolded, listState } from "../../store/lists";
import { focusOn, view } from "../../store/page";
import { sayStep } from "../../store/replace";
import { documents } from "../../store/work";
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
export function edit(operations: readonly Operation[]): boolean {
  return operations.length > 0 && editCoverage(operations);
}

const guarantees = () => (guaranteeItems.peek() ?? []).map(({ value }) => value);

/** Writes what every coverage has and this one has not. */
export function beginCoverage(): void {
  const skeleton = { name: formWords.newCoverage, version: 1, guarantees: [] };
  const value = coverageValue.peek();
  batch(() => {
    if (isObject(value)) {
      const missing = Object.entries(skeleton).filter(([name]) => !(name in value));
      edit(missing.map(([name, value]) => ({ op: "add", path: `/${name}`, value })));
    } else documents.coverage.set({ text: `${JSON.stringify(skeleton, null, 2)}\n`, source: loadedWords.typedSource });
    focusOn(COVERAGE_NAME);
  });
}

/** The new one is open, and its name is the next thing to type. */
export function addGuarantee(index: number): void {
  insert(index, addition(index, newGuarantee(guarantees(), formWords.newGuarantee)));
}

export function duplicateGuarantee(index: number): void {
  insert(index + 1, duplication(guarantees(), index));
}

function insert(index: number, operations: readonly Operation[]): void {
  batch(() => {
    const before = openIds.peek();
    if (!edit(operations)) return;
    const added = guaranteeItems.value?.[index];
    if (!added) return;
    openGuarantees.value = new Set([...before, added.id]);
    beginRenaming(added.id, index);
  });
}

export function beginRenaming(id: string, index: number): void {
  batch(() => {
    renamedGuarantee.value = id;
    focusOn(nameFieldId(index));
  });
}

/** With it, in one step, what is named after it or names it. */
export function renameGuarantee(index: number, name: string): void {
  const before = nameOf(guarantees()[index]);
  if (before === name) return;
  batch(() => {
    if (!edit(renaming(guarantees(), index, name))) return;
    const { acceptances } = documents;
    const json = acceptances.isThere.peek() ? acceptances.typedJson.peek() : null;
    const operations = json?.ok && isObject(json.value) ? renamingIn(json.value, before, name) : [];
    if (operations.length > 0) editDocument(acceptances, operations);
    isUnfolded(rulePart(name)).value = isUnfolded(rulePart(before)).value;
  });
}

export function moveGuarantee(from: number, to: number): void {
  if (from === to || to < 0 || to >= guarantees().length) return;
  keepOpen();
  edit(move(pointerOf(from), pointerOf(to)));
}

/** What is open stays so where another one becomes the first. */
function keepOpen(): void {
  openGuarantees.value = openIds.peek();
}

export function removeGuarantee(index: number): void {
  const rest = guarantees().length - 1;
  const name = nameOf(guarantees()[index]);
  batch(() => {
    keepOpen();
    if (!edit(removal(index))) return;
    focusOn(rest === 0 ? ADD_BUTTON : guaranteeLineId(Math.min(index, rest - 1)));
    sayStep(formWords.removed(name));
  });
}

export function addMapping(guarantee: number): void {
  const before = guarantees()[guarantee];
  insertMapping(guarantee, mappingsOf(before).length, append(pointerOf(guarantee), before, "care_type_mappings", EMPTY_MAPPING));
}

export function duplicateMapping(guarantee: number, mapping: number): void {
  insertMapping(guarantee, mapping + 1, [{ op: "copy", from: pointerOf(guarantee, mapping), path: pointerOf(guarantee, mapping + 1) }]);
}

function insertMapping(guarantee: number, mapping: number, operations: readonly Operation[]): void {
  batch(() => {
    if (edit(operations)) focusOn(mappingId(guarantee, mapping));
  });
}

export function removeMapping(guarantee: number, mapping: number): void {
  const rest = mappingsOf(guarantees()[guarantee]).length - 1;
  batch(() => {
    if (!edit([{ op: "remove", path: pointerOf(guarantee, mapping) }])) return;
    forgetBegun(guarantee);
    focusOn(rest === 0 ? guaranteeLineId(guarantee) : mappingId(guarantee, Math.min(mapping, rest - 1)));
    sayStep(formWords.mappingRemoved(mapping + 1, nameOf(guarantees()[guarantee])));
  });
}

export function moveMapping(guarantee: number, from: number, to: number): void {
  if (from === to || to < 0 || to >= mappingsOf(guarantees()[guarantee]).length) return;
  forgetBegun(guarantee);
  edit(move(pointerOf(guarantee, from), pointerOf(guarantee, to)));
}

/** Mappings are known by their positions: what is begun in one is not to be seen in another. */
function forgetBegun(guarantee: number): void {
  const id = guaranteeItems.peek()?.[guarantee]?.id;
  begunConditions.value = new Map([...begunConditions.peek()].filter(([key]) => !key.startsWith(`${id}/`)));
}

/** To the end of another guarantee. */
export function moveMappingTo(guarantee: number, mapping: number, other: number): void {
  const [from, to] = [guarantees()[guarantee], guarantees()[other]];
  const list = `${pointerOf(other)}/care_type_mappings`;
  const isThere = isObject(to) && Array.isArray(to["care_type_mappings"]);
  const made: Operation[] = isThere ? [] : [{ op: "add", path: list, value: [] }];
  batch(() => {
    if (!edit([...made, ...move(pointerOf(guarantee, mapping), `${list}/-`)])) return;
    forgetBegun(guarantee);
    openCard(other);
    focusOn(mappingId(other, mappingsOf(to).length));
    sayStep(formWords.mappingMoved(nameOf(from), nameOf(to)));
  });
}

/** Says what it did to both. */
export function moveCareType(catalog: LoadedCatalog, guarantee: number, careType: string, target: Target): void {
  const all = guarantees();
  const done = moveType(catalog, all, guarantee, careType, target);
  const names = { careType: typeLabel(catalog, careType), from: nameOf(all[guarantee]), to: nameOf(all[target.guarantee]) };
  batch(() => {
    if (!edit(done.operations)) return;
    focusOn(guaranteeLineId(guarantee));
    sayStep(formWords.typeMoved(names, done));
  });
}

export function toggleGuarantee(id: string, isOpen: boolean): void {
  const open = openIds.peek();
  if (isOpen === open.has(id)) return;
  const next = new Set(open);
  if (isOpen) next.add(id);
  else next.delete(id);
  openGuarantees.value = next;
}

function openCard(guarantee: number): void {
  const item = guaranteeItems.value?.[guarantee];
  if (!item) return;
  toggleGuarantee(item.id, true);
  const { typed, shown } = listState(GUARANTEE_LIST);
  typed.value = "";
  if (guarantee >= (shown.value ?? 0)) shown.value = guarantee + 1;
}

/** Leads from the text to the form. */
export function showCard(guarantee: number, mapping: number | null = null): void {
  location.hash = "coverage";
  batch(() => {
    view.value = "coverage";
    showPart("form");
    openCard(guarantee);
    focusOn(mapping === null ? guaranteeLineId(guarantee) : mappingId(guarantee, mapping));
  });
}

/** Leads to the text, of which all that is at the place is selected. */
export function showInText(pointer: string): void {
  const span = documents.coverage.spanOf(pointer);
  if (span) showSpan(span);
}

export function showSpan({ start, end }: Span): void {
  location.hash = "coverage";
  batch(() => {
    view.value = "coverage";
    showPart("text");
    documents.coverage.focus.value = { start, end };
  });
}
