/** What changes a text: somebody who types, and a fix of one of its problems. */
import { batch } from "@preact/signals";
import type { TextDiagnostic } from "../../engine/engine";
import { applyEdits, type Edit } from "../../kit/json/patch";
import { lastFix, notice, say } from "../../store/page";
import type { TextDocument } from "../../store/text-document";
import type { LastFix } from "../../store/types";
import { replaced, work } from "../../store/work";
import { loadedWords, noticeWords } from "../documents/words";
import { editor } from "./model";
import { textWords } from "./words";

/** A fix as the engine puts it: edits that do not touch each other, and what they do. */
export interface Fix {
  edits: readonly Edit[];
  title: string;
}

/** `source`: where the text came from that an undo of the editor brings back. */
export function typed(document: TextDocument, text: string, source?: string): void {
  batch(() => {
    lastFix.value = null;
    document.type(text, source ?? document.loaded.value?.source ?? loadedWords.typedSource);
  });
}

/** What is too long is left out. */
export function textIsFull(): void {
  say({ tone: "failed", text: noticeWords.textFull });
}

/** Makes this the text, as one step that can be undone. What a form edits is read like what is typed, a fix at once. */
export function putText(document: TextDocument, text: string, fix: LastFix | null): void {
  const loaded = document.loaded.value;
  if (loaded === null) return;
  const before = work.peek();
  batch(() => {
    if (fix) document.change(text);
    else document.type(text, loaded.source);
    lastFix.value = fix;
    // A text area forgets what can be undone when its text is set, so the page keeps it.
    if (editor.value !== "ready") notice.value = { tone: "done", text: textWords.fixed, undo: replaced(before, work.peek()) };
  });
}

/** The fix of a problem of a text; null where it has none. */
export function fixOf({ edits, fix_title: title }: TextDiagnostic): Fix | null {
  return edits && title !== null ? { edits, title: title.replaceAll("`", "") } : null;
}

/** Applies a fix that was found in `text`; does nothing when that is no longer the text. `index`: which of the listed problems it is of. */
export function applyFix(document: TextDocument, text: string, fix: Fix, index: number | null): void {
  // From the end on, so that no edit moves the place of another.
  const fixed = applyEdits(text, [...fix.edits].reverse());
  if (document.text.value === text) putText(document, fixed, { text: fixed, index });
}
