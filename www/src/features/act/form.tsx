/** The act as a form: every fact can be given, not apply, or not be known. */
import { noticeWords } from "../documents/words";
import { actWords } from "./words";
import { emptyDraft, fromAct, hasBothDates, numbersIn, teethIn, toAmounts, withCareType, type ActDraft } from "./draft";
import { careTypeOptions } from "../common/care-types";
import { Combobox, type Choice } from "../../kit/combobox";
import type { ComponentChildren } from "preact";
import {
  completedYears,
  complexityOf,
  visibleTooth,
  type ActFact,
  type CareAct,
  type Diagnostic,
  type LoadedCoverage,
  type TextFact,
} from "../../engine/engine";
import type { ExampleAct } from "../documents/examples";
import { booleanFact, textFact, type BooleanFact, type FactState } from "./facts";
import { valueWords } from "../common/values";
import { sentence } from "../common/problems";
import { getState, replaceWork, updateWork, type State } from "../../store/state";
import { toothChart } from "../../kit/tooth-chart";
import { amountsPart } from "./amounts";
import { input, part, problemOf, setDraft, type Form } from "./fields";

export function actForm(
  state: State,
  coverage: LoadedCoverage,
  act: CareAct | null,
  diagnostics: readonly Diagnostic[],
): ComponentChildren {
  const { draft, nonConventioned } = state.work;
  const { catalog } = coverage;
  const careType = draft.facts.care_type;
  const form: Form = {
    draft,
    coverage,
    diagnostics,
    focus: state.controlFocus,
    applicable: (careType && catalog.types.get(careType)?.applicable_facts) || null,
  };
  return (
    <>
      <div class="list-head">
        <h2>{actWords.form}</h2>
        <button type="button" onClick={clear}>
          {actWords.clear}
        </button>
      </div>
      {state.exampleActs.some((example) => catalog.types.has(example.act.care_type)) && exampleChooser(state.exampleActs)}
      <Combobox
        label={actWords.careType}
        id="care-type"
        options={careTypeOptions(catalog)}
        value={careType}
        free
        placeholder={actWords.careTypeHint}
        onchoose={(value) => updateWork({ draft: withCareType(getState().work.draft, value ?? undefined, catalog) })}
        hint={careType && catalog.types.has(careType) ? careType : null}
        problem={problemOf(form, "care_type")}
      />
      {amountsPart(form, state)}
      {part(actWords.member, <div class="fields">{dates(form)}</div>)}
      {part(actWords.caregiver, yesOrNo(form, "reimbursed_by_secu"), yesOrNo(form, "is_optam_or_secteur_1"), chosen(form, "practitioner"))}
      {part(actWords.teethAndEyes, teeth(form), chosen(form, "glasses_lens_complexity"), prescription(form))}
      {part(actWords.place, establishment(form, nonConventioned), chosen(form, "treatment_mode"), chosen(form, "nature_de_soins"))}
      {act && (
        <details class="card">
          <summary>{actWords.json}</summary>
          <pre class="code" tabindex={0}>
            {JSON.stringify({ ...act, ...toAmounts(draft) }, null, 2)}
          </pre>
        </details>
      )}
    </>
  );
}

function exampleChooser(acts: readonly ExampleAct[]): ComponentChildren {
  const options = acts.map(({ label }, index) => ({ value: String(index), label }));
  const choose = (value: Choice) => {
    const example = acts[Number(value)];
    if (example)
      replaceWork({ ...getState().work, draft: fromAct(example.act, example.amounts) }, noticeWords.loadedExampleAct(example.label));
  };
  return (
    <Combobox
      label={actWords.examples}
      id="example-act"
      options={options}
      value={undefined}
      placeholder={actWords.examplesHint}
      onchoose={choose}
    />
  );
}

function clear(): void {
  replaceWork({ ...getState().work, draft: emptyDraft }, actWords.cleared);
}

/** `undefined` makes a fact not known, so it leaves the act. */
function setFact<F extends keyof CareAct>(fact: F, value: CareAct[F] | undefined): void {
  const facts = { ...getState().work.draft.facts, [fact]: value };
  if (value === undefined) delete facts[fact];
  setDraft({ facts });
}

function factState<T>(form: Form, fact: ActFact, derived?: string | null): FactState<T> {
  return {
    value: form.draft.facts[fact] as T | null | undefined,
    applies: form.applicable?.includes(fact) ?? true,
    derived: derived ?? null,
    problem: problemOf(form, fact),
  };
}

function yesOrNo(form: Form, fact: BooleanFact): ComponentChildren {
  return booleanFact(fact, factState(form, fact), (value) => setFact(fact, value));
}

const FILTER_FIELD = {
  practitioner: "practitioner",
  glasses_lens_complexity: "glasses_lens_complexities",
  treatment_mode: "allowed_treatment_modes",
  nature_de_soins: "allowed_natures_de_soins",
} as const;

function chosen(form: Form, fact: TextFact): ComponentChildren {
  const filters = form.coverage.payload.guarantees.flatMap((guarantee) => guarantee.care_type_mappings.map(({ filter }) => filter));
  const mentioned = filters.flatMap((filter) => {
    const value = filter[FILTER_FIELD[fact]] ?? [];
    return typeof value === "string" ? [value] : [...value];
  });
  return textFact(fact, factState(form, fact), mentioned, (value) => setFact(fact, value));
}

function dates(form: Form): ComponentChildren {
  const { facts } = form.draft;
  const derived = hasBothDates(facts);
  const age = derived ? completedYears(facts.member_birth_date!, facts.care_date!) : (facts.member_age ?? null);
  const date = (fact: "care_date" | "member_birth_date", label: string) =>
    input(form, fact, label, { type: "date", value: facts[fact] ?? "" }, (value) => setFact(fact, value === "" ? undefined : value));
  return [
    date("care_date", actWords.careDate),
    date("member_birth_date", actWords.birthDate),
    input(
      form,
      "member_age",
      actWords.age,
      { type: "number", min: 0, max: 130, inputmode: "numeric", disabled: derived, value: age ?? "" },
      (value) => setFact("member_age", value === "" ? undefined : Number(value)),
      derived ? actWords.ageFromDates : null,
    ),
  ];
}

function teeth(form: Form): ComponentChildren {
  const { draft, applicable } = form;
  const fact = "is_for_at_least_one_visible_tooth";
  const given = teethIn(draft.teeth);
  const applies = applicable?.includes(fact) ?? true;
  const state = factState<boolean>(form, fact, given.length > 0 ? actWords.fromTeeth : null);
  if (given.length > 0) state.value = visibleTooth(given) ?? undefined;
  return (
    <>
      {booleanFact(fact, state, (value) => setFact(fact, value))}
      {applies &&
        input(
          form,
          "teeth",
          actWords.teeth,
          { type: "text", inputmode: "numeric", value: draft.teeth },
          (text) => setDraft({ teeth: text }),
          actWords.teethHint,
        )}
      {applies && (
        <details class="inline-details">
          <summary>{actWords.teethChart}</summary>
          {toothChart(given, (teeth) => setDraft({ teeth: teeth.join(" ") }))}
        </details>
      )}
    </>
  );
}

function establishment(form: Form, nonConventioned: string): ComponentChildren {
  const { facts } = form.draft;
  const fact = "is_etablissement_conventionne";
  const applies = form.applicable?.includes(fact) ?? true;
  const derives = nonConventioned.trim() !== "" && Boolean(facts.establishment);
  const state = factState<boolean>(form, fact, derives ? actWords.fromEstablishment : null);
  if (derives) state.value = !numbersIn(nonConventioned).includes(facts.establishment!);
  return (
    <>
      {booleanFact(fact, state, (value) => setFact(fact, value))}
      {applies &&
        input(form, "establishment", actWords.establishment, { type: "text", value: facts.establishment ?? "" }, (value) =>
          setFact("establishment", value === "" ? undefined : value),
        )}
      {applies && (
        <details class="inline-details">
          <summary>{actWords.nonConventioned}</summary>
          <div class="field">
            <textarea
              class="code"
              rows={3}
              spellcheck={false}
              value={nonConventioned}
              aria-label={actWords.nonConventioned}
              aria-describedby="non-conventioned-hint"
              onInput={(event: Event) => updateWork({ nonConventioned: (event.target as HTMLTextAreaElement).value })}
            />
            <p id="non-conventioned-hint" class="hint">
              {actWords.nonConventionedHint}
            </p>
          </div>
        </details>
      )}
    </>
  );
}

function prescription({ draft: { prescription }, applicable }: Form): ComponentChildren {
  if (applicable && !applicable.includes("glasses_lens_complexity")) return null;
  const change = (change: Partial<ActDraft["prescription"]>) =>
    setDraft({ prescription: { ...getState().work.draft.prescription, ...change } });
  const field = (name: "sphere" | "cylinder") => (
    <div class="field">
      <label for={name}>{actWords[name]}</label>
      <input
        id={name}
        type="number"
        step={0.25}
        value={prescription[name]}
        onInput={(event: Event) => change({ [name]: (event.target as HTMLInputElement).value })}
      />
    </div>
  );
  const complete = prescription.sphere !== "" && prescription.cylinder !== "";
  const answer = complete
    ? complexityOf({ ...prescription, sphere: Number(prescription.sphere), cylinder: Number(prescription.cylinder) })
    : null;
  return (
    <details class="inline-details">
      <summary>{actWords.prescription}</summary>
      <div class="fields">
        {field("sphere")}
        {field("cylinder")}
        <label class="choice">
          <input
            type="checkbox"
            checked={prescription.multifocal}
            onChange={(event: Event) => change({ multifocal: (event.target as HTMLInputElement).checked })}
          />
          <span>{actWords.multifocal}</span>
        </label>
      </div>
      <div class="bar" role="status">
        {answer?.ok && <span>{actWords.complexityIs(valueWords("glasses_lens_complexity", answer.value))}</span>}
        {answer?.ok && (
          <button type="button" onClick={() => setFact("glasses_lens_complexity", answer.value)}>
            {actWords.useComplexity}
          </button>
        )}
        {answer && !answer.ok && <p class="bad">{answer.diagnostics.map(({ message }) => sentence(message))}</p>}
      </div>
    </details>
  );
}
