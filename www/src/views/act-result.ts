/** What the coverage decides for the act, why, and what would have to change. */
import { applyChanges } from "../act-draft";
import { euros } from "../amounts";
import { guaranteeName, reason, typeLabel } from "../care-types";
import { expectedWords, factOf, factWords } from "../conditions";
import { h, type Child } from "../dom";
import type { ActExplanation, Answer, CareAct, ConditionResult, Diagnostic, LoadedCatalog, LoadedCoverage, Reimbursement } from "../engine";
import { factName, messages as m } from "../messages";
import { problems } from "../problems";
import { getState, replaceWork, type State } from "../state";
import { status, type Tone } from "../status";
import { showInText } from "./coverage-text";

type Mapping = ActExplanation["mappings"][number];
type Nearest = ActExplanation["nearest"][number];

export const OUTCOME_TONES: Record<ActExplanation["outcome"], Tone> = {
  covered: "good",
  not_covered: "bad",
  ambiguous: "open",
  undetermined: "open",
  unknown_care_type: "bad",
};
const CONDITION_TONES: Record<ConditionResult["outcome"], Tone> = { holds: "good", fails: "bad", unknown: "open" };

export function outcomeStatus(outcome: ActExplanation["outcome"]): Child {
  return status(OUTCOME_TONES[outcome], m.outcome.words[outcome]);
}

/** `null`: no care type is chosen yet. */
export function outcome(state: State, catalog: LoadedCatalog, answer: Answer<ActExplanation> | null, money: Answer<Reimbursement> | null): Child {
  const body = (tone: Tone, word: string | null, words: string) =>
    h("div", { class: `outcome ${tone}`, tabindex: -1, focus: state.outcomeFocus }, word && h("p", { class: "outcome-word" }, status(tone, word)), h("p", {}, words), moneyLine(money));
  if (answer === null) return body("info", null, m.outcome.choose);
  if (!answer.ok) return body("bad", null, m.outcome.invalid);
  const selecting = new Set(answer.value.mappings.map(({ guarantee }) => guarantee)).size;
  const careType = typeLabel(catalog, state.work.draft.facts.care_type ?? "");
  const kind = answer.value.outcome;
  return body(OUTCOME_TONES[kind], m.outcome.words[kind], m.outcome.sentence(answer.value, careType, selecting));
}

/** So that the money is in sight while the form is filled in. */
function moneyLine(money: Answer<Reimbursement> | null): Child {
  if (!money?.ok || money.value.amounts === null) return null;
  const { secu_paid, complementary, out_of_pocket } = money.value.amounts;
  return h("p", { class: "money-line" }, m.amounts.line(euros(secu_paid), euros(complementary), euros(out_of_pocket)));
}

export function explanation(state: State, coverage: LoadedCoverage, answer: Answer<ActExplanation> | null): Child {
  if (answer === null) return null;
  if (!answer.ok) return invalid(answer.diagnostics);
  const { mappings, nearest, outcome } = answer.value;
  if (outcome === "unknown_care_type") return null;
  return [
    nearest.length > 0 && h("section", {},
      h("h2", {}, m.outcome.nearest),
      h("p", { class: "hint" }, m.outcome.nearestHint),
      h("ul", { class: "nearest" }, nearest.map((entry) => h("li", { key: entry.pointer, class: "card" }, nearestEntry(state, entry))))),
    h("section", {},
      h("h2", {}, m.outcome.mappings),
      mappings.length === 0
        ? h("p", { class: "empty" }, m.outcome.noMappings)
        : mappings.map((mapping) => mappingCard(coverage, mapping))),
  ];
}

function invalid(diagnostics: readonly Diagnostic[]): Child {
  return h("div", { class: "card bad-card" }, problems(diagnostics));
}

function mappingCard({ catalog }: LoadedCoverage, { guarantee, pointer, outcome, decided_by, conditions }: Mapping): Child {
  return h("article", { key: pointer, class: "card" },
    h("div", { class: "list-head" }, h("h3", {}, guaranteeName(guarantee)), status(CONDITION_TONES[outcome], m.outcome[outcome])),
    h("p", { class: "why" },
      `${m.coverage.mapping(Number(pointer.split("/").at(-1)) + 1)}. ${m.outcome.decidedBy(reason(catalog, decided_by))}. `,
      h("button", { type: "button", class: "link", onclick: () => showInText(pointer) }, m.coverage.show)),
    conditions.length === 0 ? h("p", {}, m.outcome.noConditions) : conditionTable(conditions));
}

function conditionTable(conditions: readonly ConditionResult[]): Child {
  const { condition, expected, actual, result } = m.outcome.table;
  const words = { holds: m.outcome.conditionHolds, fails: m.outcome.conditionFails, unknown: m.outcome.conditionUnknown };
  return h("table", { class: "conditions stacking" },
    h("thead", {}, h("tr", {}, [condition, expected, actual, result].map((title) => h("th", { scope: "col" }, title)))),
    h("tbody", {}, conditions.map((row) =>
      h("tr", { key: row.field },
        h("th", { scope: "row" }, factName(factOf(row.field))),
        h("td", { "data-label": expected }, expectedWords(row.field, row.expected)),
        // The engine says null both where an act has no value and where it is not known.
        h("td", { "data-label": actual }, factWords(factOf(row.field), row.actual ?? (row.outcome === "unknown" ? undefined : null))),
        h("td", { "data-label": result }, status(CONDITION_TONES[row.outcome], words[row.outcome]))))));
}

function nearestEntry(state: State, { guarantee, changes }: Nearest): Child {
  const lines = changeWords(state, changes);
  return [
    h("div", {}, h("h3", {}, guaranteeName(guarantee)), h("ul", {}, lines.map((words) => h("li", {}, words)))),
    h("button", { type: "button", class: "primary", "aria-label": m.outcome.applyTo(guarantee), onclick: () => apply(changes, lines) }, m.outcome.apply),
  ];
}

/** A change to null only switches off what another fact was derived from, so it is not worth a line. */
function changeWords({ work }: State, changes: Partial<CareAct>): string[] {
  return Object.entries(changes)
    .filter(([, value]) => value !== null)
    .map(([fact, value]) => m.outcome.change(factName(fact), factWords(fact, work.draft.facts[fact as keyof CareAct]), factWords(fact, value)));
}

/** The button goes with the change, so the focus moves to the new outcome. */
function apply(changes: Partial<CareAct>, lines: readonly string[]): void {
  const { work } = getState();
  replaceWork({ ...work, draft: applyChanges(work.draft, changes) }, m.notice.applied(m.list([...lines])), { outcomeFocus: {} });
}
