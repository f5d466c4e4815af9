/** How does a table of acts come into the year: pasted cells of a spreadsheet, or a file? */
import { TextOfBytes } from "../../kit/table-text";
import { readTree } from "../../kit/json/tree";
import { LARGEST_TEXT } from "../../store/limits";
import { say } from "../../store/page";
import { compiled } from "../../store/readings";
import { replaceWork } from "../../store/replace";
import { documents, yearAct } from "../../store/work";
import { OWN_FIELDS } from "../simulate/fields";
import { look } from "../simulate/layout";
import { loadedWords, noticeWords } from "../documents/words";
import { codeOf } from "../picker/codes";
import { entries, textOfEntries } from "./actions";
import { guessByValues, imported, importing, type Importing, importTable, type Meaning, seemsHeadings, withLabels } from "./import-model";
import { importWords, yearWords } from "./words";

const EMPTY: Importing = { text: "", name: null, look: null, hasHeadings: true, meanings: [] };

export function beginImport(): void {
  importing.value = EMPTY;
}

export function cancelImport(): void {
  importing.value = null;
}

/** What the columns mean is guessed from the headings, or from what they hold. */
export async function importText(text: string, name: string | null = null): Promise<void> {
  importing.value = { ...EMPTY, text, name };
  if (text.trim() === "") return;
  const found = await look(new Blob([text]), true, OWN_FIELDS);
  if (importing.value?.text !== text || !found.table) return;
  const { header, sample, fields } = found.table;
  const meanings = withLabels(header, fields);
  const hasHeadings = seemsHeadings(header, meanings);
  importing.value = { text, name, look: found, hasHeadings, meanings: hasHeadings ? meanings : byValues([header, ...sample]) };
}

function byValues(rows: readonly (readonly string[])[]): (Meaning | null)[] {
  const catalog = compiled.value?.catalog;
  const width = Math.max(...rows.map((row) => row.length));
  return guessByValues(rows, width, (cell) => catalog !== undefined && codeOf(catalog, cell) !== null);
}

export async function importFile(file: File): Promise<void> {
  if (file.size > LARGEST_TEXT) return say({ tone: "failed", text: noticeWords.tooLarge(file.name, LARGEST_TEXT) });
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return say({ tone: "failed", text: noticeWords.fileFailed(file.name) });
  const reader = new TextOfBytes();
  const text = reader.push(new Uint8Array(bytes)) + reader.finish();
  await importText(text.replace(/^\uFEFF/, ""), file.name);
}

/** A field has one column. */
export function setMeaning(column: number, meaning: Meaning | null): void {
  const now = importing.value;
  const width = importTable.value?.headings.length ?? 0;
  if (!now) return;
  const meanings = Array.from({ length: width }, (_, at) => now.meanings[at] ?? null);
  importing.value = { ...now, meanings: meanings.map((taken, at) => (at === column ? meaning : taken === meaning ? null : taken)) };
}

export function setHeadings(hasHeadings: boolean): void {
  const now = importing.value;
  if (!now?.look?.table) return;
  const { header, sample, fields } = now.look.table;
  importing.value = { ...now, hasHeadings, meanings: hasHeadings ? withLabels(header, fields) : byValues([header, ...sample]) };
}

/** The text with more entries after its last one, each on lines of its own. */
function withEntries(text: string, acts: readonly unknown[]): string {
  const { end } = readTree(text).root!.parts.at(-1)!;
  const added = acts.map((act) => `,\n  ${JSON.stringify(act, null, 2).replaceAll("\n", "\n  ")}`);
  return text.slice(0, end) + added.join("") + text.slice(end);
}

/** Several cells that are pasted anywhere in the view but into a text area are a table; JSON is a document. */
export function pasteTable(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const isElsewhere = event.target instanceof Element && event.target.closest("textarea, care-editor, dialog") !== null;
  if (isElsewhere || /^\s*[[{]/.test(text) || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  void importText(text);
}

/** `how`: after the acts that are there, or in their place. */
export function takeImported(how: "add" | "replace"): void {
  const acts = imported.value?.entries ?? [];
  const before = how === "add" ? entries() : [];
  if (before === null) return say({ tone: "failed", text: yearWords.notAdded });
  const { loaded } = documents.year;
  const isNew = before.length === 0 || loaded.value === null;
  const text = isNew ? textOfEntries(acts) : withEntries(loaded.value!.text, acts);
  if (text.length > LARGEST_TEXT) return say({ tone: "failed", text: importWords.tooMuch(acts.length) });
  const source = importing.value?.name ?? loadedWords.pastedSource;
  const year = isNew ? { text, source } : { ...loaded.value!, text, isEdited: true };
  importing.value = null;
  replaceWork({ year, yearAct: how === "add" ? yearAct.value : null }, importWords.taken(acts.length));
}
