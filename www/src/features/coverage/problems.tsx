/** Every problem of the coverage in hand: how bad, what, where, and what mends it. */
import { coverageWords, findingWords } from "./words";
import { list } from "../common/counting";
import { problemWords } from "../common/words";
import type { ComponentChildren } from "preact";
import { takesFocus } from "../../kit/focus";
import type { Diagnostic, Severity } from "../../engine/engine";
import { readTree, type Node } from "../../kit/json/tree";
import { placeOf } from "../../kit/json/parse";
import { more, unfolding } from "../common/lists";
import { fixWords, placeWords, spanOf } from "../common/problem-words";
import { plainSentence, pointerCode, sentence, SEVERITY_TONES } from "../common/problems";
import type { Results } from "../../store/results";
import { update, type State } from "../../store/state";
import { status } from "../../kit/status";
import { fixedText } from "../text/marks";
import { applyFix } from "./fixes";
import { showSpan } from "./text";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
/** Listed after all others, in this order. */
const LAST = ["redundant_mapping", "overlap", "analysis_truncated"];
const SHOWN_FIRST = 10;
const MORE = 50;
const LIST = "problems";
const GAP_LIST = "problems/gaps";

export function coverageProblems(state: State, results: Results): ComponentChildren {
  const { coverage } = results;
  if (coverage.state === "none") return null;
  const { problems, gaps } = apart(results);
  const counts = countsOf(problems);
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  const chosen = state.listedSeverity !== null && counts[state.listedSeverity] > 0 ? state.listedSeverity : null;
  const listed = SEVERITIES.filter((severity) => chosen === null || severity === chosen).flatMap((severity) =>
    inOrder(problems.filter((problem) => problem.severity === severity)),
  );
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  const refused = coverage.state === "refused";
  const { lastFix } = state;
  const next = lastFix && lastFix.index !== null && lastFix.text === results.text ? Math.min(lastFix.index, listed.length) : null;
  // After the last problem the heading takes the focus.
  const focusOf = (index: number) => (index === next ? lastFix : null);
  return (
    <section class="card" aria-labelledby="problems-title">
      <div class="list-head">
        <h2 id="problems-title" tabindex={-1} ref={takesFocus(focusOf(listed.length))}>
          {problemWords.heading}
        </h2>
        {present.length > 1 && filter(counts, chosen)}
      </div>
      {refused && <p>{status("bad", coverageWords.refused)}</p>}
      {problems.length === 0 && coverage.state === "ready" && (
        <p>{status("good", gaps.length > 0 ? problemWords.onlyGaps : problemWords.none)}</p>
      )}
      {problems.length === 0 && coverage.state === "broken" && <p class="empty">{problemWords.noneSoFar}</p>}
      {listed.length > 0 && (
        <ul class="problems">{listed.slice(0, shown).map((problem, index) => item(results, problem, index, focusOf(index)))}</ul>
      )}
      {more(LIST, listed.length, shown, MORE)}
      {gaps.length > 0 &&
        unfolding(state, GAP_LIST, {}, problemWords.gaps(gaps.length), () => (
          <>
            <ul class="problems folded">
              {gaps
                .slice(0, state.shown[GAP_LIST] ?? SHOWN_FIRST)
                .map((problem, index) => item(results, problem, listed.length + index, null))}
            </ul>
            {more(GAP_LIST, gaps.length, state.shown[GAP_LIST] ?? SHOWN_FIRST, MORE)}
          </>
        ))}
    </section>
  );
}

/** Most coverages have many gaps, on purpose, and each stands on its guarantee: in the list they are folded, and not counted as problems. */
function apart({ problems }: Results): { problems: readonly Diagnostic[]; gaps: readonly Diagnostic[] } {
  const isGap = ({ code }: Diagnostic) => code === "gap";
  return { problems: problems.filter((problem) => !isGap(problem)), gaps: problems.filter(isGap) };
}

/** Within a severity in the order of the text; what was found by looking at the coverage as a whole comes last. */
function inOrder(problems: readonly Diagnostic[]): Diagnostic[] {
  const rank = ({ code }: Diagnostic) => LAST.indexOf(code);
  return problems.toSorted((a, b) => rank(a) - rank(b));
}

/** The number of problems as a sentence, for those who do not see the list. */
export function problemsSentence(results: Results): string {
  const { coverage } = results;
  if (coverage.state === "none" || coverage.state === "failed") return "";
  const { problems, gaps } = apart(results);
  const counts = countsOf(problems);
  const words = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => problemWords.severities[severity](counts[severity]));
  const found = words.length > 0 ? list(words) : coverage.state === "broken" ? null : problemWords.none;
  return [coverage.state === "broken" && coverageWords.brokenTitle, found, gaps.length > 0 && findingWords.gaps(gaps.length)]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(" ");
}

function countsOf(problems: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}

function filter(counts: Record<Severity, number>, chosen: Severity | null): ComponentChildren {
  const choice = (severity: Severity | null, words: ComponentChildren) => (
    <button
      type="button"
      class="chip"
      aria-pressed={severity === chosen}
      onClick={() => update({ listedSeverity: severity, lastFix: null })}
    >
      {words}
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={problemWords.list}>
      {choice(null, problemWords.all(counts.error + counts.warning + counts.info))}
      {SEVERITIES.map(
        (severity) =>
          counts[severity] > 0 && choice(severity, status(SEVERITY_TONES[severity], problemWords.severities[severity](counts[severity]))),
      )}
    </div>
  );
}

function item({ text }: Results, problem: Diagnostic, index: number, focus: object | null): ComponentChildren {
  const { root } = readTree(text);
  const { severity, message, related } = problem;
  const fix = problem.fix && fixedText(text, problem.fix) !== null ? problem.fix : null;
  return (
    <li tabindex={-1} ref={takesFocus(focus)}>
      {status(SEVERITY_TONES[severity], problemWords.severity[severity])}
      <div>
        <p>{sentence(message)}</p>
        {place(text, root, problem)}
        {related.map((other) => (
          <>
            <p class="related">{problemWords.related(plainSentence(other.message))}</p>
            {place(text, root, other)}
          </>
        ))}
        {fix && (
          <p>
            <button
              type="button"
              class="fix"
              aria-label={problemWords.fix.of(fixWords(fix), plainSentence(message))}
              onClick={() => applyFix(text, fix, index)}
            >
              {fixWords(fix)}
            </button>
          </p>
        )}
      </div>
    </li>
  );
}

function place(text: string, root: Node | null, problem: Pick<Diagnostic, "pointer" | "range">): ComponentChildren {
  const span = spanOf(text, root, problem);
  const words = placeWords(text, root, problem.pointer);
  return (
    <>
      <p class="place">
        <button type="button" class="link" onClick={() => showSpan(span)}>
          {problemWords.line(problem.range?.line ?? placeOf(text, span.start).line)}
        </button>
        <span>{words.flatMap((word, at) => (at === 0 ? [word] : [", ", word]))}</span>
      </p>
      <p class="pointer">{pointerCode(problem.pointer)}</p>
    </>
  );
}
