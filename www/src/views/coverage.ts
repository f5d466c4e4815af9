/** What does this coverage say, and what is wrong with it? The text on the left, on the right what the engine reads in it. */
import { h, type Child } from "../dom";
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

export function coverageView(state: State, results: Results): Child {
  return h("div", { class: "columns", onkeydown: undoKey },
    h("section", { class: "column text-column", "aria-labelledby": labelOf(COVERAGE_TEXT) }, coverageText(state, results)),
    h("section", { class: "column", "aria-label": m.coverage.title },
      h("div", { class: "visually-hidden", role: "status" }, state.problemsSaid),
      reading(state, results)),
  );
}

function reading(state: State, results: Results): Child {
  const { catalog, coverage, compiled } = results;
  const brokenText = coverage.state === "broken" && broken(m.coverage.brokenTitle, m.mistake(coverage.mistake), coverage.mistake.offset);
  if (catalog.state === "none") return [brokenText, h("p", { class: "empty" }, m.start.needCatalog)];
  if (catalog.state === "broken") return [brokenText, broken(m.coverage.refusedCatalog, m.mistake(catalog.mistake))];
  if (catalog.state === "refused") return [brokenText, refused(m.coverage.refusedCatalog, catalog.diagnostics)];
  if (catalog.state === "failed") return [brokenText, failureCard(catalog.code)];
  const warnings = catalog.value.warnings;
  return [
    brokenText,
    coverage.state === "failed" ? failureCard(coverage.code) : coverageProblems(state, results),
    coverage.state !== "ready" && compiled && h("p", { class: "hint" }, m.coverage.stale),
    coverage.state === "none" && h("p", { class: "empty" }, m.start.needCoverage),
    compiled && h("div", { class: coverage.state === "ready" ? undefined : "stale" }, orFailure(() => content(state, results, compiled))),
    warnings.length > 0 && h("details", { class: "card" }, h("summary", {}, m.coverage.catalogWarnings), problems(warnings)),
  ];
}

function content(state: State, results: Results, coverage: LoadedCoverage): Child {
  const analysis = coverage.analysis();
  return [
    askedCareType(state, coverage),
    truncation(state, coverage.catalog, analysis.truncated, m.findings.truncated),
    guarantees(state, results, coverage),
    unselected(state, coverage, analysis),
  ];
}

function broken(title: string, words: string, offset?: number): Child {
  return h("div", { class: "card bad-card" },
    h("p", {}, status("bad", title)),
    h("p", {}, words),
    offset !== undefined && h("p", {},
      h("button", { type: "button", onclick: () => showSpan({ start: offset, end: offset + 1 }) }, m.coverage.show)));
}

function refused(title: string, diagnostics: readonly Diagnostic[]): Child {
  return h("div", { class: "card bad-card" },
    h("p", { role: "status" }, status("bad", title), " ", m.problems.title(diagnostics.length)),
    problems(diagnostics));
}
