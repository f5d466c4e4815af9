/** The text of the coverage, to be edited. */
import type { ComponentChildren } from "preact";
import { locate, type Span } from "../json-tree";
import { withBreaksOf, withPlainBreaks } from "../line-breaks";
import { messages as m } from "../messages";
import type { Results } from "../results";
import { getState, update, type State } from "../state";
import { textField } from "../text-field";
import { marksOf } from "./coverage-fixes";

export const COVERAGE_TEXT = "coverage";

export function coverageText(state: State, results: Results): ComponentChildren {
  const { coverage } = state.work;
  return textField(state, {
    name: COVERAGE_TEXT,
    label: m.coverage.text,
    text: withPlainBreaks(coverage?.text ?? ""),
    source: coverage?.source ?? m.loaded.typedSource,
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
  const loaded = { text: withBreaksOf(coverage?.text ?? "", text), source: source ?? coverage?.source ?? m.loaded.typedSource };
  update({ work: { ...work, coverage: loaded }, lastFix: null });
}
