/** What the parts of the act's form are made of. */
import type { ComponentChildren } from "preact";
import type { ActFact, CareAct, Diagnostic, LoadedCoverage } from "../../engine/engine";
import type { ActDraft } from "../../store/types";
import { DateField, TextInput } from "../common/fields";
import { sentence } from "../common/problems";
import type { ActState } from "./state";

/** What the parts of the form share. */
export interface Form {
  state: ActState;
  draft: ActDraft;
  coverage: LoadedCoverage;
  diagnostics: readonly Diagnostic[];
  applicable: readonly ActFact[] | null;
  focus: { id: string; request: object } | null;
}

/** Nothing where it has no fields. */
export function Part({ title, children: fields }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="form-part">
      <h3>{title}</h3>
      {fields}
    </section>
  );
}

export function setDraft({ state: { draft } }: Form, change: Partial<ActDraft>): void {
  draft.value = { ...draft.value, ...change };
}

/** `undefined` makes a fact not known, so it leaves the act. */
export function setFact<F extends keyof CareAct>(form: Form, fact: F, value: CareAct[F] | undefined): void {
  const facts = { ...form.state.draft.value.facts, [fact]: value };
  if (value === undefined) delete facts[fact];
  setDraft(form, { facts });
}

/** The first problem that the engine has with a field, in words. */
export function problemOf({ diagnostics }: Form, field: string): ComponentChildren {
  const found = diagnostics.find(({ pointer }) => pointer.split("/")[1] === field);
  return found ? sentence(found.message) : null;
}

/** What every field of the form is given: its problem, and the focus where it is asked for. */
export function shared(form: Form, field: string) {
  return { id: field, problem: problemOf(form, field), focus: form.focus?.id === field ? form.focus.request : null };
}

export function DateControl({ form, fact, label }: { form: Form; fact: "care_date" | "member_birth_date"; label: string }) {
  const commit = (value: string) => setFact(form, fact, value === "" ? undefined : value);
  return <DateField {...shared(form, fact)} label={label} value={form.draft.facts[fact] ?? ""} isOptional oncommit={commit} />;
}

export function TextControl({
  form,
  field,
  label,
  value,
  hint,
  onchange,
}: {
  form: Form;
  field: string;
  label: string;
  value: string;
  hint?: string;
  onchange: (value: string) => void;
}) {
  return <TextInput {...shared(form, field)} label={label} value={value} hint={hint} oncommit={onchange} />;
}
