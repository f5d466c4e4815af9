/** What changes a text: somebody who types, and a fix of one of its problems. */
import { batch } from "@preact/signals";
import type { Diagnostic } from "../../engine/engine";
import { patchedText } from "../../kit/json/patch";
import { lastFix, notice, say } from "../../store/page";
import type { TextDocument } from "../../store/text-document";
import type { LastFix } from "../../store/types";
import { replaced, work } from "../../store/work";
import { loadedWords, noticeWords } from "../documents/words";
import { editor } from "./model";
import { textWords } from "./words";

export type Fix = NonNullable<Diagnostic["fix"]>;

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

/** Whether the text has the places of a fix that was found in it. */
export function isFixable(document: TextDocument, fix: Diagnostic["fix"]): fix is Fix {
  return fix !== null && patchedText(document.read.value, fix, document.tree.value) !== null;
}

/** Applies a fix that was found in `text`; does nothing when that is no longer the text. `index`: which of the listed problems it is of. */
export function applyFix(document: TextDocument, text: string, fix: Fix, index: number | null): void {
  const fixed = patchedText(text, fix);
  if (fixed !== null && document.text.value === text) putText(document, fixed, { text: fixed, index });
}
