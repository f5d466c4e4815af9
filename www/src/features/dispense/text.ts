/** The text of the snapshot, to be edited; what changes it from outside; and the ways to its places. */
import { textWords } from "../text/words";
import { loadedWords } from "../documents/words";
import type { ComponentChildren } from "preact";
import type { Mark } from "../../kit/editor/element";
import { locate, readTree, type Span } from "../../kit/json/tree";
import { withBreaksOf, withPlainBreaks } from "../../kit/line-breaks";
import { dispenseWords as d } from "./words";
import type { DispenseResults } from "../../store/results";
import { getState, replaceWork, update, type State } from "../../store/state";
import { textField } from "../text/field";
import { fixedText, marksIn, type Fix } from "../text/marks";

export const DISPENSE_TEXT = "dispense";

export function dispenseText(state: State, results: DispenseResults): ComponentChildren {
  const { dispense } = state.work;
  return textField(state, {
    name: DISPENSE_TEXT,
    label: d.text,
    text: withPlainBreaks(dispense?.text ?? ""),
    source: dispense?.source ?? loadedWords.typedSource,
    marks: marksOf(results),
    marksText: results.text,
    focus: "dispenseFocus",
    typed,
  });
}

/** Leads to the place of a pointer in the snapshot, or to the nearest around it. */
export function showPlace(pointer: string): void {
  const span = locate(textInHand(), pointer);
  if (span) showSpan(span);
}

export function showSpan({ start, end }: Span): void {
  const lineEnd = textInHand().indexOf("\n", start);
  update({ dispenseFocus: { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) } });
}

/** Applies a fix that was found in `text`. `index`: which of the listed problems it is of. */
export function applyFix(text: string, fix: Fix, index: number | null): void {
  changeText(text, fixedText(text, fix), index);
}

/** The text with a field of the snapshot set; null where the text has no place for it. */
export function withField(text: string, name: string, value: string): string | null {
  return readTree(text).root?.kind === "object" ? fixedText(text, [{ op: "add", path: `/${name}`, value }]) : null;
}

/** Does nothing when `from` is no longer the text. */
export function changeText(from: string, to: string | null, index: number | null): void {
  const { work, editor } = getState();
  if (!work.dispense || to === null || withPlainBreaks(work.dispense.text) !== from) return;
  const dispense = { ...work.dispense, text: withBreaksOf(work.dispense.text, to) };
  const lastFix = { text: to, index };
  if (editor === "ready") update({ work: { ...work, dispense }, lastFix });
  // A text area forgets what can be undone when its text is set, so the page keeps it.
  else replaceWork({ ...work, dispense }, textWords.fixed, { lastFix });
}

function textInHand(): string {
  return withPlainBreaks(getState().work.dispense?.text ?? "");
}

const marked = new WeakMap<DispenseResults, Mark[]>();

/** The same list for the same results, so that it is marked once. */
function marksOf(results: DispenseResults): Mark[] {
  let marks = marked.get(results);
  if (!marks) {
    const { text, reading } = results;
    const problems = reading.state === "refused" ? reading.diagnostics : [];
    marks = marksIn(text, problems, reading.state === "broken" ? reading.mistake : null, (fix) => applyFix(text, fix, null));
    marked.set(results, marks);
  }
  return marks;
}

function typed(text: string, source?: string): void {
  const { work } = getState();
  const { dispense } = work;
  const loaded = { text: withBreaksOf(dispense?.text ?? "", text), source: source ?? dispense?.source ?? loadedWords.typedSource };
  update({ work: { ...work, dispense: loaded }, lastFix: null });
}
