/** Ways to places in the text of the snapshot, and what changes it from outside of the text. */
import { patchedText } from "../../kit/json/patch";
import type { Span } from "../../kit/json/tree";
import { documents } from "../../store/work";
import { replaceWork } from "../../store/replace";
import { pageEditor } from "../../store/page-editor";
import { loadedWords } from "../documents/words";
import { editDocument } from "../text/actions";
import { type Fact, valueFor } from "./facts";
import { skeleton } from "./skeleton";
import { dispenseWords as d } from "./words";

/** Leads to the place of a pointer in the snapshot, or to the nearest around it. */
export function showPlace(pointer: string): void {
  const span = documents.dispense.spanOf(pointer);
  if (span) showSpan(span);
}

/** Of what has several lines, the first. */
export function showSpan({ start, end }: Span): void {
  const lineEnd = documents.dispense.read.value.indexOf("\n", start);
  documents.dispense.focus.value = { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}

/** Whether the text has a place for a field of the snapshot. */
export function hasPlaceFor(name: string): boolean {
  const { read, tree } = documents.dispense;
  return tree.value.root?.kind === "object" && patchedText(read.value, [{ op: "add", path: `/${name}`, value: "" }], tree.value) !== null;
}

export function setField(name: string, value: string): void {
  editDocument(pageEditor, documents.dispense, [{ op: "add", path: `/${name}`, value }]);
}

/** What is not there yet is added next to the others. */
export function setFact(fact: Fact, committed: string): void {
  const value = valueFor(fact, committed);
  if (value !== fact.value) editDocument(pageEditor, documents.dispense, [{ op: fact.isAbsent ? "add" : "replace", path: fact.pointer, value }]);
}

/** A snapshot to begin with: everything that the rules read, with the day of today. */
export function beginSnapshot(): void {
  const text = `${JSON.stringify(skeleton(new Date().toISOString().slice(0, 10)), null, 2)}\n`;
  replaceWork({ dispense: { text, source: loadedWords.typedSource } }, d.begun);
}
