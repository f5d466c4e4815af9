/** The act as a form: every fact can be given, not apply, or not be known. */
import {
  type ActFact,
  type BooleanFact,
  type CareAct,
  completedYears,
  complexityOf,
  FACTS,
  type LoadedCoverage,
  type TextFact,
  visibleTooth,
} from "../../engine/engine";
import { type Choice, Combobox } from "../../kit/combobox";
import { ToothChart, type ToothChartWords } from "../../kit/tooth-chart";
import { controlFocus } from "../../store/page";
import type { ActDraft } from "../../store/types";
import { replaceWork } from "../../store/replace";
import { draft, emptyDraft, nonConventioned, numbersIn } from "../../store/work";
import { careTypeOptions } from "../common/labels";
import { sentence } from "../common/problems";
import { valueWords } from "../common/values";
import { comboboxWords } from "../common/words";
import type { ExampleAct } from "../documents/examples";
import { exampleActs } from "../documents/model";
import { noticeWords } from "../documents/words";
import { AmountsPart } from "./amounts";
import { fromAct, hasBothDates, teethIn, withCareType } from "./draft";
import { BooleanFactPart, type FactState, TextFactPart } from "./facts";
import { type Form, Input, Part, problemOf, setDraft } from "./fields";
import { act, amounts, diagnostics } from "./model";
import { actWords } from "./words";

export function ActForm({ coverage }: { coverage: LoadedCoverage }) {
  const { catalog } = coverage;
  const careType = draft.value.facts.care_type;
  const form: Form = {
    draft: draft.value,
    coverage,
    diagnostics: diagnostics.value,
    focus: controlFocus.value,
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
      {exampleActs.value.some((example) => catalog.types.has(example.act.care_type)) && <ExampleChooser acts={exampleActs.value} />}
      <Combobox
        words={comboboxWords}
        label={actWords.careType}
        id="care-type"
        options={careTypeOptions.value}
        value={careType}
        free
        placeholder={actWords.careTypeHint}
        onchoose={(value) => (draft.value = withCareType(draft.value, value ?? undefined, catalog))}
        hint={careType && catalog.types.has(careType) ? careType : null}
        problem={problemOf(form, "care_type")}
      />
      <AmountsPart form={form} />
      <Part title={actWords.member}>
        <div class="fields">
          <Dates form={form} />
        </div>
      </Part>
      <Part title={actWords.caregiver}>
        <YesOrNo form={form} fact="reimbursed_by_secu" />
        <YesOrNo form={form} fact="is_optam_or_secteur_1" />
        <Chosen form={form} fact="practitioner" />
      </Part>
      <Part title={actWords.teethAndEyes}>
        <Teeth form={form} />
        <Chosen form={form} fact="glasses_lens_complexity" />
        <Prescription form={form} />
      </Part>
      <Part title={actWords.place}>
        <Establishment form={form} />
        <Chosen form={form} fact="treatment_mode" />
        <Chosen form={form} fact="nature_de_soins" />
        <OtherFacts form={form} />
      </Part>
      {act.value && (
        <details class="card">
          <summary>{actWords.json}</summary>
          <pre class="code" tabindex={0}>
            {JSON.stringify({ ...act.value, ...amounts.value }, null, 2)}
          </pre>
        </details>
      )}
    </>
  );
}

function ExampleChooser({ acts }: { acts: readonly ExampleAct[] }) {
  const options = acts.map(({ label }, index) => ({ value: String(index), label }));
  const choose = (value: Choice) => {
    const example = acts[Number(value)];
    if (example) replaceWork({ draft: fromAct(example.act, example.amounts) }, noticeWords.loadedExampleAct(example.label));
  };
  return (
    <Combobox
      words={comboboxWords}
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
  replaceWork({ draft: emptyDraft }, actWords.cleared);
}

/** `undefined` makes a fact not known, so it leaves the act. */
function setFact<F extends keyof CareAct>(fact: F, value: CareAct[F] | undefined): void {
  const facts = { ...draft.value.facts, [fact]: value };
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

function YesOrNo({ form, fact }: { form: Form; fact: BooleanFact }) {
  return <BooleanFactPart fact={fact} state={factState(form, fact)} onchange={(value) => setFact(fact, value)} />;
}

/** The facts that the form asks next to what they belong to; it asks all others at the end of the last part. */
const PLACED: readonly ActFact[] = [
  "reimbursed_by_secu",
  "is_optam_or_secteur_1",
  "practitioner",
  "is_for_at_least_one_visible_tooth",
  "glasses_lens_complexity",
  "is_etablissement_conventionne",
  "treatment_mode",
  "nature_de_soins",
];

function OtherFacts({ form }: { form: Form }) {
  const others = FACTS.filter(({ name }) => !PLACED.includes(name));
  return (
    <>
      {others.map(({ kind, name }) =>
        kind === "boolean" ? <YesOrNo key={name} form={form} fact={name} /> : <Chosen key={name} form={form} fact={name} />,
      )}
    </>
  );
}

function Chosen({ form, fact }: { form: Form; fact: TextFact }) {
  const field = FACTS.find(({ name }) => name === fact)!.condition;
  const filters = form.coverage.payload.guarantees.flatMap((guarantee) => guarantee.care_type_mappings.map(({ filter }) => filter));
  const mentioned = filters.flatMap((filter) => {
    const value = filter[field] ?? [];
    return typeof value === "string" ? [value] : typeof value === "boolean" ? [] : [...value];
  });
  return <TextFactPart fact={fact} state={factState(form, fact)} mentioned={mentioned} onchange={(value) => setFact(fact, value)} />;
}

function Dates({ form }: { form: Form }) {
  const { facts } = form.draft;
  const derived = hasBothDates(facts);
  const age = derived ? completedYears(facts.member_birth_date!, facts.care_date!) : (facts.member_age ?? null);
  const date = (fact: "care_date" | "member_birth_date", label: string) => (
    <Input
      form={form}
      fact={fact}
      label={label}
      props={{ type: "date", value: facts[fact] ?? "" }}
      oninput={(value) => setFact(fact, value === "" ? undefined : value)}
    />
  );
  return [
    date("care_date", actWords.careDate),
    date("member_birth_date", actWords.birthDate),
    <Input
      form={form}
      fact="member_age"
      label={actWords.age}
      props={{ type: "number", min: 0, max: 130, inputmode: "numeric", disabled: derived, value: age ?? "" }}
      oninput={(value) => setFact("member_age", value === "" ? undefined : Number(value))}
      hint={derived ? actWords.ageFromDates : null}
    />,
  ];
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
      <BooleanFactPart fact={fact} state={state} onchange={(value) => setFact(fact, value)} />
      {applies && (
        <Input
          form={form}
          fact="teeth"
          label={actWords.teeth}
          props={{ type: "text", inputmode: "numeric", value: draft.teeth }}
          oninput={(text) => setDraft({ teeth: text })}
          hint={actWords.teethHint}
        />
      )}
      {applies && (
        <details class="inline-details">
          <summary>{actWords.teethChart}</summary>
          <ToothChart words={chartWords()} selected={given} onchange={(teeth) => setDraft({ teeth: teeth.join(" ") })} />
        </details>
      )}
    </>
  );
}

function Establishment({ form }: { form: Form }) {
  const { facts } = form.draft;
  const fact = "is_etablissement_conventionne";
  const applies = form.applicable?.includes(fact) ?? true;
  const derives = nonConventioned.value.trim() !== "" && Boolean(facts.establishment);
  const state = factState<boolean>(form, fact, derives ? actWords.fromEstablishment : null);
  if (derives) state.value = !numbersIn(nonConventioned.value).includes(facts.establishment!);
  return (
    <>
      <BooleanFactPart fact={fact} state={state} onchange={(value) => setFact(fact, value)} />
      {applies && (
        <Input
          form={form}
          fact="establishment"
          label={actWords.establishment}
          props={{ type: "text", value: facts.establishment ?? "" }}
          oninput={(value) => setFact("establishment", value === "" ? undefined : value)}
        />
      )}
      {applies && (
        <details class="inline-details">
          <summary>{actWords.nonConventioned}</summary>
          <div class="field">
            <textarea
              class="code"
              rows={3}
              spellcheck={false}
              value={nonConventioned.value}
              aria-label={actWords.nonConventioned}
              aria-describedby="non-conventioned-hint"
              onInput={(event) => (nonConventioned.value = event.currentTarget.value)}
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

function Prescription({
  form: {
    draft: { prescription },
    applicable,
  },
}: {
  form: Form;
}) {
  if (applicable && !applicable.includes("glasses_lens_complexity")) return null;
  const change = (change: Partial<ActDraft["prescription"]>) => setDraft({ prescription: { ...draft.value.prescription, ...change } });
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
