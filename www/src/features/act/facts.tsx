/** How does a person answer a fact of the act: yes, no, a value, *does not apply*, *not known*? */
import type { ComponentChildren } from "preact";
import { type ActFact, type BooleanFact, knownFactValues, type TextFact } from "../../engine/engine";
import { type Choice, Combobox } from "../../kit/combobox";
import { takesFocus } from "../../kit/focus";
import { factQuestions, valueWords } from "../common/values";
import { comboboxWords } from "../common/words";
import { actWords } from "./words";

export interface FactState<T> {
  value: T | null | undefined;
  /** False when acts of the chosen care type do not have the fact. */
  applies: boolean;
  /** Where the answer comes from, when the form works it out itself. */
  derived?: string | null;
  problem: ComponentChildren;
  /** A new object asks for the focus. */
  focus: object | null;
}

type Answer = boolean | null | undefined;

export function BooleanFactPart({
  fact,
  state,
  onchange,
}: {
  fact: BooleanFact;
  state: FactState<boolean>;
  onchange: (answer: Answer) => void;
}) {
  const { value, applies, derived, problem, focus } = state;
  const { question, hint } = factQuestions[fact];
  if (!applies) return <NotApplicable fact={fact} />;
  const answer = (label: string, own: Answer, ref?: ReturnType<typeof takesFocus>) => (
    <label class="choice">
      <input type="radio" name={fact} checked={value === own} ref={ref} onChange={() => onchange(own)} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset class="field fact" disabled={Boolean(derived)} aria-describedby={`${fact}-hint`}>
      <legend>{question}</legend>
      <div class="choices">
        {answer(actWords.answers.yes, true, takesFocus(focus))}
        {answer(actWords.answers.no, false)}
        {answer(actWords.answers.none, null)}
        {answer(actWords.answers.unknown, undefined)}
      </div>
      <p id={`${fact}-hint`} class={problem ? "hint bad" : "hint"}>
        {problem ?? derived ?? hint}
      </p>
    </fieldset>
  );
}

/** `mentioned`: values that the coverage asks for; they are offered with the known ones. */
export function TextFactPart({
  fact,
  state,
  mentioned,
  onchange,
}: {
  fact: TextFact;
  state: FactState<string>;
  mentioned: readonly string[];
  onchange: (value: Choice) => void;
}) {
  const { question, hint } = factQuestions[fact];
  if (!state.applies) return <NotApplicable fact={fact} />;
  const values = new Set([...[...knownFactValues[fact]].sort(), ...mentioned]);
  const known = [...values].map((value) => ({ value, label: valueWords(fact, value), code: value }));
  const options = [{ value: undefined, label: actWords.answers.unknown }, { value: null, label: actWords.answers.none }, ...known];
  return (
    <Combobox
      words={comboboxWords}
      label={question}
      id={fact}
      options={options}
      value={state.value}
      free
      onchoose={onchange}
      hint={hint}
      problem={state.problem}
    />
  );
}

/** What a person answered before stays in the form, for a care type that has the fact. */
function NotApplicable({ fact }: { fact: ActFact }) {
  return (
    <div class="not-applicable">
      <p class="term">{factQuestions[fact].question}</p>
      <p class="hint">{actWords.notApplicable}</p>
    </div>
  );
}
