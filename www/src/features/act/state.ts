/** What a form of an act holds, and what a coverage says of it. There may be many on a page. */
import { computed, type ReadonlySignal, type Signal } from "@preact/signals";
import type { ActAmounts, ActExplanation, Answer, CareAct, Diagnostic, LimitCounter, LoadedCoverage, Reimbursement } from "../../engine/engine";
import type { ActDraft } from "../../store/types";
import { toAct, toAmounts } from "./draft";
import { type Needs, needsOf, needsOfType } from "./needs";

interface Of {
  draft: Signal<ActDraft>;
  /** The coverage that is asked, as it could last be read. */
  compiled: ReadonlySignal<LoadedCoverage | null>;
  /** Without one of its own, the form asks for all that acts of a care type have. */
  hasCoverage: ReadonlySignal<boolean>;
  /** Identification numbers of établissements non conventionnés. */
  nonConventioned: ReadonlySignal<readonly string[]>;
  /** Where they are typed, one a line; null: not in this form. */
  typedNumbers: Signal<string> | null;
  /** What was used of the limits before the act. */
  used: ReadonlySignal<readonly LimitCounter[]>;
  /** Another act, which is said. */
  replace: (draft: ActDraft, said: string) => void;
}

export interface ActState extends Of {
  /** Null until a care type is chosen. */
  act: ReadonlySignal<CareAct | null>;
  /** Null until it is given what was charged. */
  amounts: ReadonlySignal<ActAmounts | null>;
  decision: ReadonlySignal<Answer<ActExplanation> | null>;
  money: ReadonlySignal<Answer<Reimbursement> | null>;
  /** What is wrong with the act and its amounts. */
  diagnostics: ReadonlySignal<readonly Diagnostic[]>;
  /** Null without a care type of the catalogue. */
  needs: ReadonlySignal<Needs | null>;
  /** Whether the form asks for it before the rest; without a care type, only for what was charged. */
  isNeeded: (field: string) => boolean;
}

export function createActState(of: Of): ActState {
  const { draft, compiled, hasCoverage, nonConventioned, used } = of;
  const act = computed(() => toAct(draft.value, nonConventioned.value.length > 0));
  const amounts = computed(() => toAmounts(draft.value));
  const decision = computed(() => (act.value && compiled.value ? compiled.value.explain(act.value) : null));
  const money = computed(() => {
    if (!act.value || !amounts.value || !compiled.value) return null;
    return compiled.value.reimburse({ ...act.value, ...amounts.value }, used.value);
  });
  // Both questions find what is wrong with a fact.
  const diagnostics = computed(() =>
    [decision.value, money.value]
      .flatMap((answer): readonly Diagnostic[] => (answer && !answer.ok ? answer.diagnostics : []))
      .filter((problem, index, all) => !isRuleError(problem) && all.findIndex(({ code, pointer }) => code === problem.code && pointer === problem.pointer) === index),
  );
  const careType = computed(() => draft.value.facts.care_type ?? null);
  const needs = computed((): Needs | null => {
    const [hand, type] = [compiled.value, careType.value];
    if (type === null || !hand?.catalog.types.has(type)) return null;
    return hasCoverage.value ? needsOf(hand, type) : needsOfType(hand.catalog, type);
  });
  return { ...of, act, amounts, decision, money, diagnostics, needs, isNeeded: (field) => needs.value?.has(field) ?? field === "charged" };
}

/** The errors of a rule point into the coverage, those of an act into the act. */
export function isRuleError({ pointer }: { pointer: string }): boolean {
  return pointer.startsWith("/guarantees/");
}
