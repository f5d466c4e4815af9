/** The controls of the facts of an act, each with what helps to answer it. */
import type { ComponentChildren } from "preact";
import { type ActFact, type BooleanFact, completedYears, complexityOf, FACTS, type TextFact, visibleTooth } from "../../engine/engine";
import { ToothChart, type ToothChartWords } from "../../kit/tooth-chart";
import type { ActDraft } from "../../store/types";
import { DecimalField, IntegerField } from "../common/fields";
import { sentence } from "../common/problems";
import { valueWords } from "../common/values";
import { hasBothDates, teethIn } from "./draft";
import { BooleanFactPart, type FactState, TextFactPart } from "./facts";
import { type Form, problemOf, setDraft, setFact, shared, TextControl } from "./fields";
import { actWords } from "./words";

export function Fact({ form, fact }: { form: Form; fact: ActFact }): ComponentChildren {
  switch (fact) {
    case "is_for_at_least_one_visible_tooth":
      return <Teeth form={form} />;
    case "is_etablissement_conventionne":
      return <Establishment form={form} />;
    case "glasses_lens_complexity":
      return (
        <>
          <Chosen form={form} fact={fact} />
          <Prescription form={form} />
        </>
      );
    default:
      return kindOf(fact) === "boolean" ? <YesOrNo form={form} fact={fact as BooleanFact} /> : <Chosen form={form} fact={fact as TextFact} />;
  }
}

function kindOf(fact: ActFact): "boolean" | "text" {
  return FACTS.find(({ name }) => name === fact)!.kind;
}

function factState<T>(form: Form, fact: ActFact, derived?: string | null): FactState<T> {
  const { problem, focus } = shared(form, fact);
  return {
    value: form.draft.facts[fact] as T | null | undefined,
    applies: form.applicable?.includes(fact) ?? true,
    derived: derived ?? null,
    problem,
    focus,
  };
}

function YesOrNo({ form, fact }: { form: Form; fact: BooleanFact }) {
  return <BooleanFactPart fact={fact} state={factState(form, fact)} onchange={(value) => setFact(form, fact, value)} />;
}

/** Values that the coverage asks for are offered with the known ones. */
function Chosen({ form, fact }: { form: Form; fact: TextFact }) {
  const field = FACTS.find(({ name }) => name === fact)!.condition;
  const filters = form.coverage.payload.guarantees.flatMap((guarantee) => guarantee.care_type_mappings.map(({ filter }) => filter));
  const mentioned = filters.flatMap((filter) => {
    const value = filter[field] ?? [];
    return typeof value === "string" ? [value] : typeof value === "boolean" ? [] : [...value];
  });
  return <TextFactPart fact={fact} state={factState(form, fact)} mentioned={mentioned} onchange={(value) => setFact(form, fact, value)} />;
}

/** Of two dates, the age follows. */
export function Age({ form }: { form: Form }) {
  const { facts } = form.draft;
  const derived = hasBothDates(facts);
  const age = derived ? completedYears(facts.member_birth_date!, facts.care_date!) : (facts.member_age ?? null);
  return (
    <IntegerField
      {...shared(form, "member_age")}
      label={actWords.age}
      value={age === null ? "" : String(age)}
      isOptional
      isDisabled={derived}
      hint={derived ? actWords.ageFromDates : null}
      oncommit={(value) => setFact(form, "member_age", value === "" ? undefined : Number(value))}
    />
  );
}

const chartWords = (): ToothChartWords => ({ permanent: actWords.teethPermanent, deciduous: actWords.teethDeciduous, tooth: actWords.tooth });

function Teeth({ form }: { form: Form }) {
  const { draft, applicable } = form;
  const fact = "is_for_at_least_one_visible_tooth";
  const given = teethIn(draft.teeth);
  const applies = applicable?.includes(fact) ?? true;
  const state = factState<boolean>(form, fact, given.length > 0 ? actWords.fromTeeth : null);
  if (given.length > 0) state.value = visibleTooth(given) ?? undefined;
  return (
    <>
      <BooleanFactPart fact={fact} state={state} onchange={(value) => setFact(form, fact, value)} />
      {applies && (
        <TextControl
          form={form}
          field="teeth"
          label={actWords.teeth}
          value={draft.teeth}
          hint={actWords.teethHint}
          onchange={(text) => setDraft(form, { teeth: text })}
        />
      )}
      {applies && (
        <details class="inline-details">
          <summary>{actWords.teethChart}</summary>
          <ToothChart words={chartWords()} selected={given} onchange={(teeth) => setDraft(form, { teeth: teeth.join(" ") })} />
        </details>
      )}
    </>
  );
}

function Establishment({ form }: { form: Form }) {
  const { facts } = form.draft;
  const fact = "is_etablissement_conventionne";
  const applies = form.applicable?.includes(fact) ?? true;
  const { nonConventioned, typedNumbers } = form.state;
  const derives = nonConventioned.value.length > 0 && Boolean(facts.establishment);
  const state = factState<boolean>(form, fact, derives ? actWords.fromEstablishment : null);
  if (derives) state.value = !nonConventioned.value.includes(facts.establishment!);
  return (
    <>
      <BooleanFactPart fact={fact} state={state} onchange={(value) => setFact(form, fact, value)} />
      {applies && (
        <TextControl
          form={form}
          field="establishment"
          label={actWords.establishment}
          value={facts.establishment ?? ""}
          onchange={(value) => setFact(form, "establishment", value === "" ? undefined : value)}
        />
      )}
      {applies && typedNumbers && (
        <details class="inline-details">
          <summary>{actWords.nonConventioned}</summary>
          <div class="field">
            <textarea
              class="code"
              rows={3}
              spellcheck={false}
              value={typedNumbers.value}
              aria-label={actWords.nonConventioned}
              aria-describedby="non-conventioned-hint"
              onInput={(event) => (typedNumbers.value = event.currentTarget.value)}
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

function Prescription({ form }: { form: Form }) {
  if (form.applicable && !form.applicable.includes("glasses_lens_complexity")) return null;
  const { prescription } = form.draft;
  const change = (change: Partial<ActDraft["prescription"]>) => setDraft(form, { prescription: { ...form.state.draft.value.prescription, ...change } });
  const field = (name: "sphere" | "cylinder") => (
    <DecimalField
      id={name}
      label={actWords[name]}
      value={prescription[name]}
      isOptional
      isSigned
      problem={problemOf(form, name)}
      oncommit={(value) => change({ [name]: value })}
    />
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
          <button type="button" onClick={() => setFact(form, "glasses_lens_complexity", answer.value)}>
            {actWords.useComplexity}
          </button>
        )}
        {answer && !answer.ok && <p class="bad">{answer.diagnostics.map(({ message }) => sentence(message))}</p>}
      </div>
    </details>
  );
}
