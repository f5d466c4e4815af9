/** What does this coverage say, and what is wrong with it? The text on the left, on the right what the engine reads in it. */
import { h, type Child } from "../dom";
import type { Diagnostic, LoadedCoverage } from "../engine";
import { locate } from "../json";
import { messages as m } from "../messages";
import { problems } from "../problems";
import type { Results } from "../results";
import { getState, update, updateWork, type State } from "../state";
import { status } from "../status";
import { askedCareType } from "./asked-care-type";
import { guarantees } from "./guarantees";
import { startPanel } from "./start";

export function coverageView(state: State, results: Results): Child {
  const { work } = state;
  if (work.catalog === null && work.coverage === null) return startPanel(m.start.lead);
  return h("div", { class: "columns" },
    h("section", { class: "column text-column", "aria-labelledby": "coverage-text-label" },
      h("h2", {}, h("label", { id: "coverage-text-label", for: "coverage-text" }, m.coverage.text)),
      h("textarea", {
        id: "coverage-text",
        class: "code",
        spellcheck: "false",
        wrap: "off",
        "aria-describedby": "coverage-text-hint",
        value: work.coverage?.text ?? "",
        focus: state.coverageFocus,
        oninput: (event: Event) => typed((event.target as HTMLTextAreaElement).value),
      }),
      h("p", { id: "coverage-text-hint", class: "hint" }, m.coverage.textHint)),
    h("section", { class: "column", "aria-label": m.coverage.title }, reading(state, results)),
  );
}

/** Leads to the place of a pointer in the coverage's text. */
export function showInText(pointer: string): void {
  const span = locate(getState().work.coverage?.text ?? "", pointer);
  if (!span) return;
  location.hash = "coverage";
  update({ view: "coverage", coverageFocus: span });
}

function typed(text: string): void {
  updateWork({ coverage: { text, source: getState().work.coverage?.source ?? m.loaded.typedSource } });
}

function reading(state: State, { catalog, coverage, compiled }: Results): Child {
  if (catalog.state === "none") return h("p", { class: "empty" }, m.start.needCatalog);
  if (catalog.state === "broken") return broken(m.coverage.refusedCatalog, m.mistake(catalog.mistake));
  if (catalog.state === "refused") return refused(m.coverage.refusedCatalog, catalog.diagnostics);
  const warnings = catalog.value.warnings;
  const text = state.work.coverage?.text;
  return [
    coverage.state === "broken" && broken(m.coverage.brokenTitle, m.mistake(coverage.mistake), coverage.mistake.offset),
    coverage.state === "refused" && refused(m.coverage.refused, coverage.diagnostics, text),
    coverage.state !== "ready" && compiled && h("p", { class: "hint" }, m.coverage.stale),
    coverage.state === "none" && h("p", { class: "empty" }, m.start.needCoverage),
    compiled && h("div", { class: coverage.state === "ready" ? undefined : "stale" }, content(state, compiled)),
    warnings.length > 0 && h("details", { class: "card" }, h("summary", {}, m.coverage.catalogWarnings), problems(warnings)),
  ];
}

function content(state: State, coverage: LoadedCoverage): Child {
  return [askedCareType(state, coverage), guarantees(state, coverage)];
}

function broken(title: string, words: string, offset?: number): Child {
  return h("div", { class: "card bad-card", role: "status" },
    h("p", {}, status("bad", title)),
    h("p", {}, words),
    offset !== undefined && h("p", {},
      h("button", { type: "button", onclick: () => update({ coverageFocus: { start: offset, end: offset + 1 } }) }, m.coverage.show)));
}

function refused(title: string, diagnostics: readonly Diagnostic[], text?: string): Child {
  return h("div", { class: "card bad-card" },
    h("p", { role: "status" }, status("bad", title), " ", m.problems.title(diagnostics.length)),
    problems(diagnostics, text, text === undefined ? undefined : showInText));
}
