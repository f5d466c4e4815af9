/** What does a fix do to the text of the coverage, and how is a problem marked there? */
import { textWords } from "../text/words";
import type { Mark } from "../../kit/editor/element";
import { withBreaksOf, withPlainBreaks } from "../../kit/line-breaks";
import type { Results } from "../../store/results";
import { getState, replaceWork, update, type State } from "../../store/state";
import { fixedText, marksIn, type Fix } from "../text/marks";

/** Applies a fix that was found in `text`; does nothing when that is no longer the text. `index`: which of the listed problems it is of. */
export function applyFix(text: string, fix: Fix, index: number | null): void {
  const { work } = getState();
  const fixed = fixedText(text, fix);
  if (!work.coverage || fixed === null || withPlainBreaks(work.coverage.text) !== text) return;
  putText(fixed, { text: fixed, index });
}

/** Makes this the text of the coverage in hand, as one step that can be undone. */
export function putText(text: string, lastFix: State["lastFix"]): void {
  const { work, editor } = getState();
  if (!work.coverage) return;
  const coverage = { ...work.coverage, text: withBreaksOf(work.coverage.text, text) };
  if (editor === "ready") update({ work: { ...work, coverage }, lastFix });
  // A text area forgets what can be undone when its text is set, so the page keeps it.
  else replaceWork({ ...work, coverage }, textWords.fixed, { lastFix });
}

const marked = new WeakMap<Results, Mark[]>();

/** The same list for the same results, so that it is marked once. */
export function marksOf(results: Results): Mark[] {
  let marks = marked.get(results);
  if (!marks) {
    const { text, coverage, problems } = results;
    marks = marksIn(text, problems, coverage.state === "broken" ? coverage.mistake : null, (fix) => applyFix(text, fix, null));
    marked.set(results, marks);
  }
  return marks;
}
