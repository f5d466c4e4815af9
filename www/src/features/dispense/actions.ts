/** Ways to places in the text of the snapshot, and what changes it from outside of the text. */
import { patchedText } from "../../kit/json/patch";
import type { Span } from "../../kit/json/tree";
import { documents } from "../../store/work";
import { putText } from "../text/actions";

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

/** The text with a field of the snapshot set; null where the text has no place for it. */
export function withField(name: string, value: string): string | null {
  const { read, tree } = documents.dispense;
  return tree.value.root?.kind === "object" ? patchedText(read.value, [{ op: "add", path: `/${name}`, value }], tree.value) : null;
}

/** Does nothing while what is typed is not read yet. */
export function setField(name: string, value: string): void {
  const { text, read } = documents.dispense;
  const changed = withField(name, value);
  if (changed !== null && text.value === read.value) putText(documents.dispense, changed, { text: changed, index: null });
}
