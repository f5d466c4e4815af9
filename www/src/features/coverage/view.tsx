/** What does this coverage say, and what is wrong with it? The text on the left, on the right what the engine reads in it. */
import { commonWords, mistakeWords, problemWords } from "../common/words";
import { coverageWords, findingWords } from "./words";
import { startWords } from "../documents/words";
import type { ComponentChildren } from "preact";
import type { Diagnostic, LoadedCoverage } from "../../engine/engine";
import { problems } from "../common/problems";
import type { Results } from "../../store/results";
import type { State } from "../../store/state";
import { status } from "../../kit/status";
import { labelOf, undoKey } from "../text/field";
import { askedCareType } from "./asked-care-type";
import { truncation, unselected } from "./findings-parts";
import { coverageProblems } from "./problems";
import { COVERAGE_TEXT, coverageText, showSpan } from "./text";
import { failureCard, orFailure } from "../common/failure";
import { guarantees } from "./guarantees";

export function coverageView(state: State, results: Results): ComponentChildren {
  return (
    <div class="columns" onKeyDown={undoKey}>
      <section class="column text-column" aria-labelledby={labelOf(COVERAGE_TEXT)}>
        {coverageText(state, results)}
      </section>
      <section class="column" aria-label={coverageWords.title}>
        <div class="visually-hidden" role="status">
          {state.problemsSaid}
        </div>
        {reading(state, results)}
      </section>
    </div>
  );
}

function reading(state: State, results: Results): ComponentChildren {
  const { catalog, coverage, compiled } = results;
  const brokenText = coverage.state === "broken" && broken(coverageWords.brokenTitle, mistakeWords(coverage.mistake), coverage.mistake.offset);
  if (catalog.state === "none")
    return (
      <>
        {brokenText}
        <p class="empty">{startWords.needCatalog}</p>
      </>
    );
  if (catalog.state === "broken") return [brokenText, broken(coverageWords.refusedCatalog, mistakeWords(catalog.mistake))];
  if (catalog.state === "refused") return [brokenText, refused(coverageWords.refusedCatalog, catalog.diagnostics)];
  if (catalog.state === "failed") return [brokenText, failureCard(catalog.code)];
  const warnings = catalog.value.warnings;
  return (
    <>
      {brokenText}
      {coverage.state === "failed" ? failureCard(coverage.code) : coverageProblems(state, results)}
      {coverage.state !== "ready" && compiled && <p class="hint">{coverageWords.stale}</p>}
      {coverage.state === "none" && <p class="empty">{startWords.needCoverage}</p>}
      {compiled && <div class={coverage.state === "ready" ? undefined : "stale"}>{orFailure(() => content(state, results, compiled))}</div>}
      {warnings.length > 0 && (
        <details class="card">
          <summary>{coverageWords.catalogWarnings}</summary>
          {problems(warnings)}
        </details>
      )}
    </>
  );
}

function content(state: State, results: Results, coverage: LoadedCoverage): ComponentChildren {
  const analysis = coverage.analysis();
  return [
    askedCareType(state, coverage),
    truncation(state, coverage.catalog, analysis.truncated, findingWords.truncated),
    guarantees(state, results, coverage),
    unselected(state, coverage, analysis),
  ];
}

function broken(title: string, words: string, offset?: number): ComponentChildren {
  return (
    <div class="card bad-card">
      <p>{status("bad", title)}</p>
      <p>{words}</p>
      {offset !== undefined && (
        <p>
          <button type="button" onClick={() => showSpan({ start: offset, end: offset + 1 })}>
            {commonWords.show}
          </button>
        </p>
      )}
    </div>
  );
}

function refused(title: string, diagnostics: readonly Diagnostic[]): ComponentChildren {
  return (
    <div class="card bad-card">
      <p role="status">
        {status("bad", title)} {problemWords.title(diagnostics.length)}
      </p>
      {problems(diagnostics)}
    </div>
  );
}
