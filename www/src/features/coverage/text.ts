/** The text of the coverage, to be edited. */
import { coverageWords } from "./words";
import { loadedWords } from "../documents/words";
import type { ComponentChildren } from "preact";
import { locate, type Span } from "../../kit/json/tree";
import { withBreaksOf, withPlainBreaks } from "../../kit/line-breaks";
import type { Results } from "../../store/results";
import { getState, update, type State } from "../../store/state";
import { textField } from "../text/field";
import { marksOf } from "./fixes";

export const COVERAGE_TEXT = "coverage";

export function coverageText(state: State, results: Results): ComponentChildren {
  const { coverage } = state.work;
  return textField(state, {
    name: COVERAGE_TEXT,
    label: coverageWords.text,
    text: withPlainBreaks(coverage?.text ?? ""),
    source: coverage?.source ?? loadedWords.typedSource,
    marks: marksOf(results),
    marksText: results.text,
    focus: "coverageFocus",
    typed,
  });
}

/** Leads to the place of a pointer in the coverage's text. */
export function showInText(pointer: string): void {
  const span = locate(withPlainBreaks(getState().work.coverage?.text ?? ""), pointer);
  if (span) showSpan(span);
}

export function showSpan({ start, end }: Span): void {
  location.hash = "coverage";
  update({ view: "coverage", coverageFocus: { start, end } });
}

function typed(text: string, source?: string): void {
  const { work } = getState();
  const { coverage } = work;
  const loaded = { text: withBreaksOf(coverage?.text ?? "", text), source: source ?? coverage?.source ?? loadedWords.typedSource };
  update({ work: { ...work, coverage: loaded }, lastFix: null });
}
