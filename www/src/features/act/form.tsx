/** The act as a form: first what its care type needs, then the rest. Every fact can be given, not apply, or not be known. */
import type { ComponentChildren } from "preact";
import { type ActFact, FACTS, type LoadedCoverage } from "../../engine/engine";
import { type Choice, Combobox } from "../../kit/combobox";
import { controlFocus } from "../../store/page";
import { replaceWork } from "../../store/replace";
import { draft, emptyDraft } from "../../store/work";
import { Unfolding } from "../common/lists";
import { comboboxWords } from "../common/words";
import type { ExampleAct } from "../documents/examples";
import { exampleActs } from "../documents/model";
import { noticeWords } from "../documents/words";
import { CareTypeField } from "../picker/care-type-field";
import { AMOUNTS } from "./amount-fields";
import { Amount, isGiven } from "./amounts";
import { askedWith, MORE } from "./ask";
import { Age, Fact } from "./controls";
import { fromAct, withCareType } from "./draft";
import { DateControl, type Form, Part, problemOf } from "./fields";
import { act, amounts, diagnostics } from "./model";
import { isNeeded, needs } from "./needs";
import { actWords, amountWords } from "./words";

export function ActForm({ coverage }: { coverage: LoadedCoverage }) {
  const { catalog } = coverage;
  const careType = draft.value.facts.care_type;
  const isKnown = careType !== undefined && catalog.types.has(careType);
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
        <button type="button" onClick={() => replaceWork({ draft: emptyDraft }, actWords.cleared)}>
          {actWords.clear}
        </button>
      </div>
      {exampleActs.value.some(({ act }) => catalog.types.has(act.care_type)) && <ExampleChooser acts={exampleActs.value} />}
      <CareTypeField
        catalog={catalog}
        id="care_type"
        label={actWords.careType}
        chosen={careType ?? null}
        free
        onchoose={(value) => (draft.value = withCareType(draft.value, value ?? undefined, catalog))}
        hint={isKnown ? careType : null}
        problem={problemOf(form, "care_type")}
      />
      {careType !== undefined && (
        <Part title={needs.value === null ? amountWords.title : actWords.needed}>
          <Controls form={form} of={isNeeded} />
        </Part>
      )}
      <Rest form={form} />
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

/** The example that the form has is named, until something in it is changed. */
function ExampleChooser({ acts }: { acts: readonly ExampleAct[] }) {
  const options = acts.map(({ label }, index) => ({ value: String(index), label }));
  const now = JSON.stringify(draft.value);
  const chosen = acts.findIndex((example) => JSON.stringify(fromAct(example.act, example.amounts)) === now);
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
      value={chosen < 0 ? undefined : String(chosen)}
      placeholder={actWords.examplesHint}
      onchoose={choose}
    />
  );
}

const DATES = ["care_date", "member_birth_date", "member_age"] as const;

/** In the order in which the form asks: what is counted and when, then the facts. */
function Controls({ form, of }: { form: Form; of: (field: string) => boolean }) {
  const small = [...AMOUNTS, ...DATES].filter(of);
  return (
    <>
      {small.length > 0 && (
        <div class="fields">
          {AMOUNTS.filter(of).map((field) => (
            <Amount key={field} form={form} field={field} />
          ))}
          <Dates form={form} of={of} />
        </div>
      )}
      {FACTS.filter(({ name }) => of(name)).map(({ name }) => (
        <Fact key={name} form={form} fact={name} />
      ))}
    </>
  );
}

function Dates({ form, of }: { form: Form; of: (field: string) => boolean }): ComponentChildren {
  return (
    <>
      {of("care_date") && <DateControl form={form} fact="care_date" label={actWords.careDate} />}
      {of("member_birth_date") && <DateControl form={form} fact="member_birth_date" label={actWords.birthDate} />}
      {of("member_age") && <Age form={form} />}
    </>
  );
}

const CAREGIVER: readonly ActFact[] = ["reimbursed_by_secu", "is_optam_or_secteur_1", "practitioner"];
const TEETH_AND_EYES: readonly ActFact[] = ["is_for_at_least_one_visible_tooth", "glasses_lens_complexity"];

/** What this care type does not need: it may be said all the same. Unfolded where something in it is wrong. */
function Rest({ form }: { form: Form }) {
  const isRest = (field: string) => !isNeeded(field);
  const fields = [...AMOUNTS, ...DATES, ...FACTS.map(({ name }) => name)].filter(isRest);
  const { facts, amounts, teeth } = form.draft;
  const isSaid = (field: string) => {
    const fact = facts[field as keyof typeof facts];
    return isGiven(amounts, field as keyof typeof amounts) || (fact !== undefined && fact !== null) || (field === "is_for_at_least_one_visible_tooth" && teeth !== "");
  };
  const places = FACTS.map(({ name }) => name).filter((name) => !CAREGIVER.includes(name) && !TEETH_AND_EYES.includes(name));
  const parts: [string, readonly ActFact[]][] = [
    [actWords.caregiver, CAREGIVER],
    [actWords.teethAndEyes, TEETH_AND_EYES],
    [actWords.place, places],
  ];
  return (
    <Unfolding
      part={MORE}
      class="act-more"
      summary={actWords.more(fields.filter(isSaid).length)}
      isNeeded={["teeth", "establishment", ...fields].some((field) => isRest(askedWith(field)) && problemOf(form, field) !== null)}
    >
      {() => (
        <div class="column">
          {AMOUNTS.some(isRest) && (
            <Part title={amountWords.title}>
              <div class="fields">
                {AMOUNTS.filter(isRest).map((field) => (
                  <Amount key={field} form={form} field={field} />
                ))}
              </div>
            </Part>
          )}
          {DATES.some(isRest) && (
            <Part title={actWords.member}>
              <div class="fields">
                <Dates form={form} of={isRest} />
              </div>
            </Part>
          )}
          {parts
            .filter(([, facts]) => facts.some(isRest))
            .map(([title, facts]) => (
              <Part key={title} title={title}>
                {facts.filter(isRest).map((fact) => (
                  <Fact key={fact} form={form} fact={fact} />
                ))}
              </Part>
            ))}
        </div>
      )}
    </Unfolding>
  );
}
