/** The acts of a year as a text: how is one added, changed and taken away? */
import { batch } from "@preact/signals";
import type { ActAmounts, CareAct, LoadedCatalog } from "../../engine/engine";
import { type Operation, patchedText } from "../../kit/json/patch";
import { replaceWork } from "../../store/replace";
import { focusOn, say } from "../../store/page";
import { compiled } from "../../store/readings";
import { documents, draft, setWork, work, yearAct } from "../../store/work";
import { fromAct } from "../act/draft";
import { openAct } from "../act/try-act";
import { typeLabel } from "../common/labels";
import { loadExampleInto } from "../documents/actions";
import { exampleYear } from "../documents/examples";
import { loadedWords, noticeWords } from "../documents/words";
import { changesOfYear } from "./act-of-year";
import { operationsOf, readEntry } from "./entries";
import { cellId, NO_ACTS, removeId, type YearRow } from "./model";
import { yearWords } from "./words";

/** The entries of the text as it is typed; null where it is no list. An empty text has none. */
export function entries(): unknown[] | null {
  const { isThere, text, typedJson } = documents.year;
  if (!isThere.value || text.value.trim() === "") return [];
  const json = typedJson.value;
  return json.ok && Array.isArray(json.value) ? json.value : null;
}

/** What an act looks like in the text: on lines of its own. */
export function textOfEntries(list: readonly unknown[]): string {
  return `${JSON.stringify(list, null, 2)}\n`;
}

/** Where it is in the text then; null where it could not be added. */
function add(act: CareAct, amounts: ActAmounts, catalog: LoadedCatalog, attach: boolean): void {
  const entry = { label: typeLabel(catalog, act.care_type), act, amounts };
  const before = entries();
  if (before === null) return say({ tone: "failed", text: yearWords.notAdded });
  const loaded = documents.year.loaded.value;
  const text = before.length === 0 ? textOfEntries([entry]) : patchedText(loaded!.text, [{ op: "add", path: "/-", value: entry }]);
  if (text === null) return say({ tone: "failed", text: yearWords.notAdded });
  const year = loaded ? { ...loaded, isEdited: true, text } : { source: loadedWords.typedSource, text };
  replaceWork({ year, yearAct: attach ? before.length : yearAct.value }, yearWords.added(before.length + 1));
}

export function addToYear(act: CareAct, amounts: ActAmounts, catalog: LoadedCatalog): void {
  add(act, amounts, catalog, false);
}

/** The act of the form stays an act of the year: of the new one. */
export function addAsAnother(act: CareAct, amounts: ActAmounts, catalog: LoadedCatalog): void {
  add(act, amounts, catalog, true);
}

/** Writes what the form changes of the act into the text of the year, and leaves the rest of it as it is. */
export function updateInYear(): void {
  const index = yearAct.value;
  const changes = changesOfYear.value;
  const json = entries()?.[index ?? -1];
  if (index === null || changes === null) return say({ tone: "failed", text: yearWords.notUpdated });
  change(operationsOf(index, json, changes), index, yearWords.updated);
}

/** The act of the form is on its own again. */
export function detach(): void {
  replaceWork({ draft: draft.value, yearAct: null }, yearWords.detached);
}

function change(operations: readonly Operation[], attached: number | null, words: string): boolean {
  const { loaded } = documents.year;
  const text = loaded.value && patchedText(loaded.value.text, operations);
  if (!loaded.value || text === null) return false;
  replaceWork({ year: { ...loaded.value, text, isEdited: true }, yearAct: attached }, words);
  return true;
}

/** The text that the last cell left. */
let edited: string | null = null;

/** Whether the places of the acts that are shown are those of the text: not while it is typed by hand and not read yet. */
function isCurrent(): boolean {
  const { text, read } = documents.year;
  return text.value === read.value || text.value === edited;
}

/** A cell: what it has, or undefined for nothing. The form of the Act view follows, unless it has changes of its own. */
export function editAct(index: number, changes: Record<string, unknown>): void {
  const { loaded, text } = documents.year;
  const json = entries()?.[index];
  const next = isCurrent() && patchedText(text.value, operationsOf(index, json, withLabel(json, changes)));
  if (!next || !loaded.value) return;
  const isShown = yearAct.value === index && Object.keys(changesOfYear.value ?? {}).length === 0;
  batch(() => {
    edited = next;
    documents.year.type(next, loaded.value!.source);
    const entry = isShown ? readEntry(entries()?.[index]) : null;
    if (entry) draft.value = fromAct(entry.act, entry.amounts);
  });
}

/** A label that only said the care type says the new one. */
function withLabel(json: unknown, changes: Record<string, unknown>): Record<string, unknown> {
  const { care_type: careType } = changes;
  const [entry, types] = [readEntry(json), compiled.value?.catalog];
  if (typeof careType !== "string" || !entry || !types || entry.label !== typeLabel(types, entry.act.care_type)) return changes;
  return { ...changes, label: typeLabel(types, careType) };
}

/** An act of which nothing is known yet, at the end. */
export function addRow(): void {
  const before = entries();
  if (before === null) return say({ tone: "failed", text: yearWords.notAdded });
  const entry = { act: { care_type: "" }, amounts: {} };
  const { loaded } = documents.year;
  const text = before.length === 0 ? textOfEntries([entry]) : patchedText(loaded.value!.text, [{ op: "add", path: "/-", value: entry }]);
  if (text === null) return;
  batch(() => {
    const attached = yearAct.value;
    setWork({ ...work.peek(), year: { ...(loaded.value ?? { source: loadedWords.typedSource }), ...(loaded.value && { isEdited: true }), text }, yearAct: attached });
    focusOn(cellId("date", before.length));
  });
}

/** The same act once more, after it. */
export function duplicate(index: number, label: string): void {
  const attached = yearAct.value;
  const entry = entries()?.[index];
  if (entry === undefined || !isCurrent()) return;
  batch(() => {
    const moved = attached !== null && attached > index ? attached + 1 : attached;
    if (change([{ op: "add", path: `/${index + 1}`, value: entry }], moved, yearWords.duplicated(label))) focusOn(cellId("date", index + 1));
  });
}

/** The button goes with its row, so that of the next row takes the focus, or of the one before the last. */
export function removeRow(rows: readonly YearRow[], position: number, label: string): void {
  const { index } = rows[position]!;
  const attached = yearAct.value;
  const moved = attached === null || attached < index ? attached : attached === index ? null : attached - 1;
  const next = rows[position + 1] ?? rows[position - 1];
  batch(() => {
    if (!isCurrent() || !change([{ op: "remove", path: `/${index}` }], moved, yearWords.removed(label))) return;
    focusOn(next ? removeId(next.index > index ? next.index - 1 : next.index) : NO_ACTS);
  });
}

/** The acts as they were before the last key, or before the text became no list: the place of the act of the form is one of these. */
let lastTyped: { source: string | undefined; acts: readonly unknown[] } | null = null;

function typedActs(): readonly unknown[] | null {
  const json = documents.year.typedJson.value;
  return json.ok && Array.isArray(json.value) ? json.value : null;
}

/** Before a change of the text by hand. */
export function beforeTyped(): void {
  const source = documents.year.loaded.value?.source;
  const acts = typedActs();
  if (acts) lastTyped = { source, acts };
  else if (lastTyped?.source !== source) lastTyped = null;
}

/** After it, the act of the form is the same entry, wherever it is now, or one that was changed at its place. */
export function followTyped(): void {
  const index = yearAct.value;
  const acts = typedActs();
  if (index === null || lastTyped === null || acts === null) return;
  const written = acts.map((entry) => JSON.stringify(entry));
  const own = JSON.stringify(lastTyped.acts[index]);
  if (written[index] === own) return;
  const at = written.indexOf(own);
  if (at >= 0) yearAct.value = at;
  else if (written.length !== lastTyped.acts.length) yearAct.value = null;
}

export function openRow({ act, amounts, index }: YearRow): void {
  openAct(fromAct(act!, amounts), yearWords.opened, index);
}

/** A family's year of acts, and the example that it is for. */
export async function loadExampleYear(): Promise<void> {
  const text = await exampleYear().catch(() => null);
  if (text === null) return say({ tone: "failed", text: noticeWords.exampleFailed });
  const year = { text, source: loadedWords.exampleSource };
  // Under a coverage that is already in hand, the acts alone.
  if (documents.catalog.isThere.value && documents.coverage.isThere.value) {
    replaceWork({ year }, noticeWords.loadedYear(year.source));
    return;
  }
  return loadExampleInto(noticeWords.loadedYearExample, (work) => ({ ...work, year }));
}
