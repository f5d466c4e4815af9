/** How does a person answer a fact of the act: yes, no, a value, *does not apply*, *not known*? */
import { combobox, type Choice } from "./combobox";
import { h, type Child } from "./dom";
import { knownFactValues, type ActFact, type BooleanFact, type TextFact } from "./engine";
import { messages as m } from "./messages";
import { factQuestions, valueWords } from "./messages-values";

export interface FactState<T> {
  value: T | null | undefined;
  /** False when acts of the chosen care type do not have the fact. */
  applies: boolean;
  /** Where the answer comes from, when the form works it out itself. */
  derived?: string | null;
  problem: Child;
}

type Answer = boolean | null | undefined;

export function booleanFact(fact: BooleanFact, state: FactState<boolean>, onchange: (answer: Answer) => void): Child {
  const { value, applies, derived, problem } = state;
  const { question, hint } = factQuestions[fact];
  if (!applies) return notApplicable(fact);
  const answer = (label: string, own: Answer) =>
    h("label", { class: "choice" },
      h("input", { type: "radio", name: fact, checked: value === own, onchange: () => onchange(own) }),
      h("span", {}, label));
  return h("fieldset", { class: "field fact", disabled: Boolean(derived), "aria-describedby": `${fact}-hint` },
    h("legend", {}, question),
    h("div", { class: "choices" },
      answer(m.act.answers.yes, true),
      answer(m.act.answers.no, false),
      answer(m.act.answers.none, null),
      answer(m.act.answers.unknown, undefined)),
    h("p", { id: `${fact}-hint`, class: problem ? "hint bad" : "hint" }, problem ?? derived ?? hint),
  );
}

/** `mentioned`: values that the coverage asks for; they are offered beside the known ones. */
export function textFact(fact: TextFact, state: FactState<string>, mentioned: readonly string[], onchange: (value: Choice) => void): Child {
  const { question, hint } = factQuestions[fact];
  if (!state.applies) return notApplicable(fact);
  const values = new Set([...[...knownFactValues[fact]].sort(), ...mentioned]);
  const known = [...values].map((value) => ({ value, label: valueWords(fact, value), code: value }));
  const options = [{ value: undefined, label: m.act.answers.unknown }, { value: null, label: m.act.answers.none }, ...known];
  return combobox(question, { id: fact, options, value: state.value, free: true, onchoose: onchange }, hint, state.problem);
}

/** What a person answered before stays in the form, for a care type that has the fact. */
function notApplicable(fact: ActFact): Child {
  return h("div", { class: "not-applicable" }, h("p", { class: "term" }, factQuestions[fact].question), h("p", { class: "hint" }, m.act.notApplicable));
}
