/** What does this coverage say, and what is wrong with it? The text on the left, on the right what the engine reads in it. */
import type { ComponentChildren } from "preact";
import type { Diagnostic, LoadedCoverage } from "../engine";
import { messages as m } from "../messages";
import { problems } from "../problems";
import type { Results } from "../results";
import type { State } from "../state";
import { status } from "../status";
import { labelOf, undoKey } from "../text-field";
import { askedCareType } from "./asked-care-type";
import { truncation, unselected } from "./coverage-findings";
import { coverageProblems } from "./coverage-problems";
import { COVERAGE_TEXT, coverageText, showSpan } from "./coverage-text";
import { failureCard, orFailure } from "./failure";
import { guarantees } from "./guarantees";

export function coverageView(state: State, results: Results): ComponentChildren {
  return (
    <div class="columns" onKeyDown={undoKey}>
      <section class="column text-column" aria-labelledby={labelOf(COVERAGE_TEXT)}>
        {coverageText(state, results)}
      </section>
      <section class="column" aria-label={m.coverage.title}>
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
  const brokenText = coverage.state === "broken" && broken(m.coverage.brokenTitle, m.mistake(coverage.mistake), coverage.mistake.offset);
  if (catalog.state === "none")
    return (
      <>
        {brokenText}
        <p class="empty">{m.start.needCatalog}</p>
      </>
    );
  if (catalog.state === "broken") return [brokenText, broken(m.coverage.refusedCatalog, m.mistake(catalog.mistake))];
  if (catalog.state === "refused") return [brokenText, refused(m.coverage.refusedCatalog, catalog.diagnostics)];
  if (catalog.state === "failed") return [brokenText, failureCard(catalog.code)];
  const warnings = catalog.value.warnings;
  return (
    <>
      {brokenText}
      {coverage.state === "failed" ? failureCard(coverage.code) : coverageProblems(state, results)}
      {coverage.state !== "ready" && compiled && <p class="hint">{m.coverage.stale}</p>}
      {coverage.state === "none" && <p class="empty">{m.start.needCoverage}</p>}
      {compiled && <div class={coverage.state === "ready" ? undefined : "stale"}>{orFailure(() => content(state, results, compiled))}</div>}
      {warnings.length > 0 && (
        <details class="card">
          <summary>{m.coverage.catalogWarnings}</summary>
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
    truncation(state, coverage.catalog, analysis.truncated, m.findings.truncated),
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
            {m.coverage.show}
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
        {status("bad", title)} {m.problems.title(diagnostics.length)}
      </p>
      {problems(diagnostics)}
    </div>
  );
}
