/** The act as a form: first what its care type needs, then the rest. Every fact can be given, not apply, or not be known. */
import type { ComponentChildren } from "preact";
import { type ActFact, FACTS, type LoadedCoverage } from "../../engine/engine";
import { emptyDraft } from "../../store/act-draft";
import { useEditor } from "../common/editor";
import { Unfolding } from "../common/lists";
import { CareTypeField } from "../picker/care-type-field";
import { AMOUNTS } from "./amount-fields";
import { Amount, isGiven } from "./amounts";
import { Age, Fact } from "./controls";
import { withCareType } from "./draft";
import { DateControl, type Form, Part, problemOf } from "./fields";
import { askedWith, MORE } from "./needs";
import type { ActState } from "./state";
import { actWords, amountWords } from "./words";

interface Props {
  state: ActState;
  coverage: LoadedCoverage;
  /** Acts to begin with. */
  examples?: ComponentChildren;
}

export function ActForm({ state, coverage, examples }: Props) {
  const { draft, act, amounts, diagnostics, needs, isNeeded } = state;
  const { catalog } = coverage;
  const careType = draft.value.facts.care_type;
  const isKnown = careType !== undefined && catalog.types.has(careType);
  const form: Form = {
    state,
    draft: draft.value,
    coverage,
    diagnostics: diagnostics.value,
    focus: useEditor().asked.value,
    applicable: (careType && catalog.types.get(careType)?.applicable_facts) || null,
  };
  return (
    <>
      <div class="list-head">
        <h2>{actWords.form}</h2>
        <button type="button" onClick={() => state.replace(emptyDraft, actWords.cleared)}>
          {actWords.clear}
        </button>
      </div>
      {examples}
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
  const { isNeeded } = form.state;
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
