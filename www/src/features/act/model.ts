/** The act of the Act view: what the coverage decides for it, and who pays what for it. */
import { computed, signal } from "@preact/signals";
import type { LimitCounter } from "../../engine/engine";
import type { FocusRequest } from "../../kit/focus";
import { compiled } from "../../store/readings";
import { replaceWork } from "../../store/replace";
import { draft, nonConventioned, numbersIn, yearAct } from "../../store/work";
import { countersBefore } from "../year/act-of-year";
import { createActState } from "./state";

/** The outcome is asked to take the focus. */
export const outcomeFocus = signal<FocusRequest | null>(null);

/** What was used of the limits before the act: by the acts of the year before it, or as an example says. */
export const used = computed((): readonly LimitCounter[] => (yearAct.value === null ? (draft.value.counters ?? []) : countersBefore.value));

export const pageAct = createActState({
  draft,
  compiled,
  hasCoverage: signal(true),
  nonConventioned: computed(() => numbersIn(nonConventioned.value)),
  typedNumbers: nonConventioned,
  used,
  replace: (draft, said) => replaceWork({ draft }, said),
});

export const { act, amounts, decision, money, diagnostics } = pageAct;
