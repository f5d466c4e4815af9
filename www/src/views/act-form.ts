/** The act as a form: every fact can be given, not apply, or not be known. */
import { emptyDraft, fromAct, hasBothDates, numbersIn, teethIn, toAmounts, withCareType, type ActDraft } from "../act-draft";
import { careTypeOptions } from "../care-types";
import { combobox } from "../combobox";
import { h, type Child } from "../dom";
import { completedYears, complexityOf, FACTS, visibleTooth, type ActFact, type BooleanFact, type CareAct, type Diagnostic, type LoadedCoverage, type TextFact } from "../engine";
import type { ExampleAct } from "../examples";
import { booleanFact, textFact, type FactState } from "../facts";
import { messages as m } from "../messages";
import { valueWords } from "../messages-values";
import { sentence } from "../problems";
import { getState, replaceWork, updateWork, type State } from "../state";
import { toothChart } from "../tooth-chart";
import { amountsPart } from "./act-amounts";
import { input, part, problemOf, setDraft, type Form } from "./act-fields";

export function actForm(state: State, coverage: LoadedCoverage, act: CareAct | null, diagnostics: readonly Diagnostic[]): Child {
  const { draft, nonConventioned } = state.work;
  const { catalog } = coverage;
  const careType = draft.facts.care_type;
  const form: Form = { draft, coverage, diagnostics, focus: state.controlFocus, applicable: (careType && catalog.types.get(careType)?.applicable_facts) || null };
  return [
    h("div", { class: "list-head" }, h("h2", {}, m.act.form), h("button", { type: "button", onclick: clear }, m.act.clear)),
    state.exampleActs.some((example) => catalog.types.has(example.act.care_type)) && exampleChooser(state.exampleActs),
    combobox(m.act.careType, {
      id: "care-type",
      options: careTypeOptions(catalog),
      value: careType,
      free: true,
      placeholder: m.act.careTypeHint,
      onchoose: (value) => updateWork({ draft: withCareType(getState().work.draft, value ?? undefined, catalog) }),
    }, careType && catalog.types.has(careType) ? careType : null, problemOf(form, "care_type")),
    amountsPart(form, state),
    part(m.act.member, h("div", { class: "fields" }, dates(form))),
    part(m.act.caregiver, yesOrNo(form, "reimbursed_by_secu"), yesOrNo(form, "is_optam_or_secteur_1"), chosen(form, "practitioner")),
    part(m.act.teethAndEyes, teeth(form), chosen(form, "glasses_lens_complexity"), prescription(form)),
    part(m.act.place, establishment(form, nonConventioned), chosen(form, "treatment_mode"), chosen(form, "nature_de_soins"), ...otherFacts(form)),
    act && h("details", { class: "card" }, h("summary", {}, m.act.json), h("pre", { class: "code", tabindex: 0 }, JSON.stringify({ ...act, ...toAmounts(draft) }, null, 2))),
  ];
}

function exampleChooser(acts: readonly ExampleAct[]): Child {
  const options = acts.map(({ label }, index) => ({ value: String(index), label }));
  return combobox(m.act.examples, {
    id: "example-act",
    options,
    value: undefined,
    placeholder: m.act.examplesHint,
    onchoose: (value) => {
      const example = acts[Number(value)];
      if (example) replaceWork({ ...getState().work, draft: fromAct(example.act, example.amounts) }, m.notice.loadedExampleAct(example.label));
    },
  });
}

function clear(): void {
  replaceWork({ ...getState().work, draft: emptyDraft }, m.act.cleared);
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

function yesOrNo(form: Form, fact: BooleanFact): Child {
  return booleanFact(fact, factState(form, fact), (value) => setFact(fact, value));
}

/** The facts that the form asks next to what they belong to; it asks all others at the end of the last part. */
const PLACED: readonly ActFact[] = [
  "reimbursed_by_secu", "is_optam_or_secteur_1", "practitioner", "is_for_at_least_one_visible_tooth", "glasses_lens_complexity",
  "is_etablissement_conventionne", "treatment_mode", "nature_de_soins",
];

function otherFacts(form: Form): Child[] {
  const others = FACTS.filter(({ name }) => !PLACED.includes(name));
  return others.map((fact) => (fact.kind === "boolean" ? yesOrNo(form, fact.name) : chosen(form, fact.name)));
}

function chosen(form: Form, fact: TextFact): Child {
  const field = FACTS.find(({ name }) => name === fact)!.condition;
  const filters = form.coverage.payload.guarantees.flatMap((guarantee) => guarantee.care_type_mappings.map(({ filter }) => filter));
  const mentioned = filters.flatMap((filter) => {
    const value = filter[field] ?? [];
    return typeof value === "string" ? [value] : typeof value === "boolean" ? [] : [...value];
  });
  return textFact(fact, factState(form, fact), mentioned, (value) => setFact(fact, value));
}

function dates(form: Form): Child {
  const { facts } = form.draft;
  const derived = hasBothDates(facts);
  const age = derived ? completedYears(facts.member_birth_date!, facts.care_date!) : (facts.member_age ?? null);
  const date = (fact: "care_date" | "member_birth_date", label: string) =>
    input(form, fact, label, { type: "date", value: facts[fact] ?? "" }, (value) => setFact(fact, value === "" ? undefined : value));
  return [
    date("care_date", m.act.careDate),
    date("member_birth_date", m.act.birthDate),
    input(form, "member_age", m.act.age, { type: "number", min: 0, max: 130, inputmode: "numeric", disabled: derived, value: age ?? "" },
      (value) => setFact("member_age", value === "" ? undefined : Number(value)), derived ? m.act.ageFromDates : null),
  ];
}

function teeth(form: Form): Child {
  const { draft, applicable } = form;
  const fact = "is_for_at_least_one_visible_tooth";
  const given = teethIn(draft.teeth);
  const applies = applicable?.includes(fact) ?? true;
  const state = factState<boolean>(form, fact, given.length > 0 ? m.act.fromTeeth : null);
  if (given.length > 0) state.value = visibleTooth(given) ?? undefined;
  return [
    booleanFact(fact, state, (value) => setFact(fact, value)),
    applies && input(form, "teeth", m.act.teeth, { type: "text", inputmode: "numeric", value: draft.teeth }, (text) => setDraft({ teeth: text }), m.act.teethHint),
    applies && h("details", { class: "inline-details" },
      h("summary", {}, m.act.teethChart),
      toothChart(given, (teeth) => setDraft({ teeth: teeth.join(" ") }))),
  ];
}

function establishment(form: Form, nonConventioned: string): Child {
  const { facts } = form.draft;
  const fact = "is_etablissement_conventionne";
  const applies = form.applicable?.includes(fact) ?? true;
  const derives = nonConventioned.trim() !== "" && Boolean(facts.establishment);
  const state = factState<boolean>(form, fact, derives ? m.act.fromEstablishment : null);
  if (derives) state.value = !numbersIn(nonConventioned).includes(facts.establishment!);
  return [
    booleanFact(fact, state, (value) => setFact(fact, value)),
    applies && input(form, "establishment", m.act.establishment, { type: "text", value: facts.establishment ?? "" },
      (value) => setFact("establishment", value === "" ? undefined : value)),
    applies && h("details", { class: "inline-details" },
      h("summary", {}, m.act.nonConventioned),
      h("div", { class: "field" },
        h("textarea", {
          class: "code", rows: 3, spellcheck: "false", value: nonConventioned,
          "aria-label": m.act.nonConventioned, "aria-describedby": "non-conventioned-hint",
          oninput: (event: Event) => updateWork({ nonConventioned: (event.target as HTMLTextAreaElement).value }),
        }),
        h("p", { id: "non-conventioned-hint", class: "hint" }, m.act.nonConventionedHint))),
  ];
}

function prescription({ draft: { prescription }, applicable }: Form): Child {
  if (applicable && !applicable.includes("glasses_lens_complexity")) return null;
  const change = (change: Partial<ActDraft["prescription"]>) => setDraft({ prescription: { ...getState().work.draft.prescription, ...change } });
  const field = (name: "sphere" | "cylinder") =>
    h("div", { class: "field" },
      h("label", { for: name }, m.act[name]),
      h("input", {
        id: name, type: "number", step: 0.25, value: prescription[name],
        oninput: (event: Event) => change({ [name]: (event.target as HTMLInputElement).value }),
      }));
  const complete = prescription.sphere !== "" && prescription.cylinder !== "";
  const answer = complete ? complexityOf({ ...prescription, sphere: Number(prescription.sphere), cylinder: Number(prescription.cylinder) }) : null;
  return h("details", { class: "inline-details" },
    h("summary", {}, m.act.prescription),
    h("div", { class: "fields" }, field("sphere"), field("cylinder"),
      h("label", { class: "choice" },
        h("input", {
          type: "checkbox", checked: prescription.multifocal,
          onchange: (event: Event) => change({ multifocal: (event.target as HTMLInputElement).checked }),
        }),
        h("span", {}, m.act.multifocal))),
    h("div", { class: "bar", role: "status" },
      answer?.ok && h("span", {}, m.act.complexityIs(valueWords("glasses_lens_complexity", answer.value))),
      answer?.ok && h("button", { type: "button", onclick: () => setFact("glasses_lens_complexity", answer.value) }, m.act.useComplexity),
      answer && !answer.ok && h("p", { class: "bad" }, answer.diagnostics.map(({ message }) => sentence(message)))));
}
