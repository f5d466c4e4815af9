/** What changes a text: somebody who types, and a fix of one of its problems. */
import { batch } from "@preact/signals";
import type { TextDiagnostic } from "../../engine/engine";
import { download } from "../../kit/download";
import { formatJson } from "../../kit/json/layout";
import { applyEdits, type Edit, type Operation, patchedText } from "../../kit/json/patch";
import type { Editor } from "../../store/editor/editor";
import type { TextDocument } from "../../store/text-document";
import type { LastFix } from "../../store/types";
import { loadedWords, noticeWords } from "../documents/words";
import { cursor } from "./model";
import { textWords } from "./words";

/** What is typed after a pause of this length is another step of the history. */
const TYPING_PAUSE_MS = 1000;

/** A fix as the engine puts it: edits that do not touch each other, and what they do. */
export interface Fix {
  edits: readonly Edit[];
  title: string;
}

export function typed({ history, lastFix }: Editor, document: TextDocument, text: string): void {
  history.asTyping(document, TYPING_PAUSE_MS, () =>
    batch(() => {
      lastFix.value = null;
      document.type(text, document.loaded.value?.source ?? loadedWords.typedSource);
    }),
  );
}

/** What is too long is left out. */
export function textIsFull({ say }: Editor): void {
  say({ tone: "failed", text: noticeWords.textFull });
}

/** Sets the text out on lines anew, as one step. */
export function format(editor: Editor, document: TextDocument): void {
  const { say } = editor;
  const text = document.text.peek();
  const formatted = formatJson(text);
  if (formatted === null) return say({ tone: "failed", text: textWords.notFormatted });
  if (formatted.trimEnd() === text.trimEnd()) return say({ tone: "done", text: textWords.isFormatted });
  putText(editor, document, formatted, null);
  say({ tone: "done", text: textWords.formatted });
}

/** What is around the editor may know better what to do with its coverage; any other text is a file. */
export function save({ documents, surroundings }: Editor, name: string, document: TextDocument): void {
  if (document === documents.coverage && surroundings.save) surroundings.save();
  else download(`${name}.json`, new Blob([document.loaded.peek()?.text ?? ""], { type: "application/json" }));
}

export function moved(editor: Editor, name: string, offset: number): void {
  cursor(editor).value = { name, offset };
}

/** Makes this the text, as one step that can be undone. What a form edits is read like what is typed, a fix at once. */
export function putText({ lastFix }: Editor, document: TextDocument, text: string, fix: LastFix | null): void {
  const loaded = document.loaded.value;
  if (loaded === null) return;
  batch(() => {
    if (fix) document.change(text);
    else document.type(text, loaded.source);
    lastFix.value = fix;
  });
}

/** The fix of a problem of a text; null where it has none. */
export function fixOf({ edits, fix_title: title }: TextDiagnostic): Fix | null {
  return edits && title !== null ? { edits, title: title.replaceAll("`", "") } : null;
}

/** Applies a fix that was found in `text`; does nothing when that is no longer the text. `index`: which of the listed problems it is of. */
export function applyFix(editor: Editor, document: TextDocument, text: string, fix: Fix, index: number | null): void {
  // From the end on, so that no edit moves the place of another.
  const fixed = applyEdits(text, [...fix.edits].reverse());
  if (document.text.value === text) putText(editor, document, fixed, { text: fixed, index });
}

/** Changes a text as a form does, as one step, and keeps its formatting. False where the text has no such places; then it stays. */
export function editDocument(editor: Editor, document: TextDocument, operations: readonly Operation[]): boolean {
  const before = document.text.peek();
  const text = patchedText(before, operations, document.treeFor(before));
  if (text === null) return false;
  putText(editor, document, text, null);
  return true;
}

export function editCoverage(editor: Editor, operations: readonly Operation[]): boolean {
  return editDocument(editor, editor.documents.coverage, operations);
}
