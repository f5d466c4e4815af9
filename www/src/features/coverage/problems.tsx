/** Every problem of the coverage in hand: how bad, what, where, and what mends it. */
import type { ComponentChildren } from "preact";
import type { Severity, TextDiagnostic } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { lastFix } from "../../store/page";
import { coverage } from "../../store/readings";
import { documents } from "../../store/work";
import { More, Unfolding } from "../common/lists";
import { placeWords } from "../common/problem-words";
import { SEVERITY_TONES } from "../common/problems";
import { problemWords } from "../common/words";
import { ProblemItem } from "../text/problem-item";
import { showSpan } from "./actions";
import { listedSeverity } from "./model";
import { apart, countsOf, inOrder, SEVERITIES } from "./problem-list";
import { coverageWords } from "./words";

const SHOWN_FIRST = 10;
const MORE = 50;
const TEXT = documents.coverage;
const LIST = "problems";
const GAP_LIST = "problems/gaps";

export function CoverageProblems() {
  const { state } = coverage.value;
  if (state === "none") return null;
  const { problems, gaps } = apart.value;
  const counts = countsOf(problems);
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  const asked = listedSeverity.value;
  const chosen = asked !== null && counts[asked] > 0 ? asked : null;
  const listed = SEVERITIES.filter((severity) => chosen === null || severity === chosen).flatMap((severity) =>
    inOrder(problems.filter((problem) => problem.severity === severity)),
  );
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  const refused = state === "refused";
  const fixed = lastFix.value;
  const next = fixed && fixed.index !== null && fixed.text === TEXT.read.value ? Math.min(fixed.index, listed.length) : null;
  // After the last problem the heading takes the focus.
  const focusOf = (index: number) => (index === next ? fixed : null);
  return (
    <section class="card" aria-labelledby="problems-title">
      <div class="list-head">
        <h2 id="problems-title" tabindex={-1} ref={takesFocus(focusOf(listed.length))}>
          {problemWords.heading}
        </h2>
        {present.length > 1 && <Filter counts={counts} chosen={chosen} />}
      </div>
      {refused && (
        <p>
          <Status tone="bad" word={coverageWords.refused} />
        </p>
      )}
      {problems.length === 0 && state === "ready" && (
        <p>
          <Status tone="good" word={gaps.length > 0 ? problemWords.onlyGaps : problemWords.none} />
        </p>
      )}
      {problems.length === 0 && state === "broken" && <p class="empty">{problemWords.noneSoFar}</p>}
      {listed.length > 0 && (
        <ul class="problems">
          {listed.slice(0, shown).map((problem, index) => (
            <Item problem={problem} index={index} focus={focusOf(index)} />
          ))}
        </ul>
      )}
      <More list={LIST} length={listed.length} shown={shown} step={MORE} />
      {gaps.length > 0 && (
        <Unfolding part={GAP_LIST} summary={problemWords.gaps(gaps.length)}>
          {() => (
            <>
              <ul class="problems folded">
                {gaps.slice(0, listState(GAP_LIST).shown.value ?? SHOWN_FIRST).map((problem, index) => (
                  <Item problem={problem} index={listed.length + index} focus={null} />
                ))}
              </ul>
              <More list={GAP_LIST} length={gaps.length} shown={listState(GAP_LIST).shown.value ?? SHOWN_FIRST} step={MORE} />
            </>
          )}
        </Unfolding>
      )}
    </section>
  );
}

function choose(severity: Severity | null): void {
  lastFix.value = null;
  listedSeverity.value = severity;
}

function Filter({ counts, chosen }: { counts: Record<Severity, number>; chosen: Severity | null }) {
  const choice = (severity: Severity | null, words: ComponentChildren) => (
    <button type="button" class="chip" aria-pressed={severity === chosen} onClick={() => choose(severity)}>
      {words}
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={problemWords.list}>
      {choice(null, problemWords.all(counts.error + counts.warning + counts.info))}
      {SEVERITIES.map(
        (severity) =>
          counts[severity] > 0 &&
          choice(severity, <Status tone={SEVERITY_TONES[severity]} word={problemWords.severities[severity](counts[severity])} />),
      )}
    </div>
  );
}

function Item({ problem, index, focus }: { problem: TextDiagnostic; index: number; focus: object | null }) {
  return (
    <li tabindex={-1} ref={takesFocus(focus)}>
      <ProblemItem document={TEXT} problem={problem} index={index} wordsOf={placeIn} show={showSpan} />
    </li>
  );
}

function placeIn(pointer: string): ComponentChildren {
  return placeWords(TEXT, pointer).flatMap((word, at) => (at === 0 ? [word] : [", ", word]));
}
