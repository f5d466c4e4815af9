/** What the coverage decides for the act of the form, and who pays what for it. */
import { computed, signal } from "@preact/signals";
import type { Diagnostic, LimitCounter } from "../../engine/engine";
import type { FocusRequest } from "../../kit/focus";
import { compiled } from "../../store/readings";
import { draft, nonConventioned, numbersIn, yearAct } from "../../store/work";
import { countersBefore } from "../year/act-of-year";
import { toAct, toAmounts } from "./draft";

/** The outcome is asked to take the focus. */
export const outcomeFocus = signal<FocusRequest | null>(null);

/** Null until a care type is chosen. */
export const act = computed(() => toAct(draft.value, numbersIn(nonConventioned.value).length > 0));
/** Null until it is given what was charged. */
export const amounts = computed(() => toAmounts(draft.value));

export const decision = computed(() => (act.value && compiled.value ? compiled.value.explain(act.value) : null));
/** What was used of the limits before the act: by the acts of the year before it, or as an example says. */
export const used = computed((): readonly LimitCounter[] => (yearAct.value === null ? (draft.value.counters ?? []) : countersBefore.value));
export const money = computed(() => {
  if (!act.value || !amounts.value || !compiled.value) return null;
  return compiled.value.reimburse({ ...act.value, ...amounts.value }, used.value);
});

/** What is wrong with the act and its amounts. */
export const diagnostics = computed(() =>
  [decision.value, money.value]
    .flatMap((answer): readonly Diagnostic[] => (answer && !answer.ok ? answer.diagnostics : []))
    .filter((problem) => !isRuleError(problem)),
);

/** The errors of a rule point into the coverage, those of an act into the act. */
export function isRuleError({ pointer }: { pointer: string }): boolean {
  return pointer.startsWith("/guarantees/");
}
