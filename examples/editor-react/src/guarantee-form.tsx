import type { CoverageCareTypeFilter, CoverageGuarantee, CoveragePayload, Diagnostic } from "care-coverage";
import { describeFilter, describeRule, describeSelector, translate, type Language } from "care-coverage/words";
import { useState, type ReactNode } from "react";
import { catalog } from "./catalog";

/** The name of a guarantee, and conditions of its first mapping: judged as a part of the whole coverage, before they are put into it. */
export function GuaranteeForm({ payload, at, language, onSave }: {
  payload: CoveragePayload; at: number; language: Language; onSave: (guarantee: CoverageGuarantee) => void;
}) {
  const [draft, setDraft] = useState(payload.guarantees[at]!);
  const place = `/guarantees/${at}`;
  const whole = { ...payload, guarantees: payload.guarantees.with(at, draft) };
  const found = catalog.validateCoverage(whole, { within: place }).map((diagnostic) => translate(diagnostic, language));
  const isRight = found.every(({ severity }) => severity !== "error");
  const say = (fr: string, en: string) => (language === "fr" ? fr : en);
  const label = (code: string, of: "care_type" | "group") => (of === "group" ? catalog.group(code) : catalog.careType(code))?.label;

  const [mapping] = draft.care_type_mappings;
  const setFilter = (change: CoverageCareTypeFilter) =>
    mapping && setDraft({ ...draft, care_type_mappings: draft.care_type_mappings.with(0, { ...mapping, filter: { ...mapping.filter, ...change } }) });
  const age = (name: "min_age" | "max_age") => (
    <input type="number" value={mapping?.filter[name] ?? ""}
      onChange={({ target: { value } }) => setFilter({ [name]: value === "" ? undefined : Number(value) })} />
  );
  const problemsAt = (path: string) => found.filter(({ pointer }) => pointer === place + path);
  const inFilter = (name: string) => problemsAt(`/care_type_mappings/0/filter/${name}`);
  const shown = [...problemsAt("/name"), ...["min_age", "max_age", "is_optam_or_secteur_1"].flatMap(inFilter)];

  return (
    <form aria-label={say("Garantie", "Guarantee")} onSubmit={(event) => { event.preventDefault(); onSave(draft); }}>
      <Field label={say("Nom", "Name")} problems={problemsAt("/name")}>
        <input value={draft.name} onChange={({ target }) => setDraft({ ...draft, name: target.value })} />
      </Field>
      <Field label={say("Âge minimal", "Youngest age")} problems={inFilter("min_age")}>{age("min_age")}</Field>
      <Field label={say("Âge maximal", "Oldest age")} problems={inFilter("max_age")}>{age("max_age")}</Field>
      <Field label={say("OPTAM ou secteur 1", "OPTAM or secteur 1")} problems={inFilter("is_optam_or_secteur_1")}>
        <select value={String(mapping?.filter.is_optam_or_secteur_1 ?? "")}
          onChange={({ target: { value } }) => setFilter({ is_optam_or_secteur_1: value === "" ? undefined : value === "true" })}>
          <option value="">{say("sans condition", "not asked")}</option>
          <option value="true">{say("oui", "yes")}</option><option value="false">{say("non", "no")}</option>
        </select>
      </Field>
      {isRight && draft.care_type_mappings.map(({ selector, filter }, index) => (
        <p key={index}>{describeSelector(selector, { language, label })} : {describeFilter(filter, { language })}</p>
      ))}
      {isRight && <p>{describeRule(draft.coverage_rule, { language })}</p>}
      <ul>{found.filter((one) => !shown.includes(one)).map(({ message }, index) => <li key={index}>{message}</li>)}</ul>
      <button disabled={!isRight}>{say("Mettre dans le texte", "Put into the text")}</button>
    </form>
  );
}

function Field({ label, problems, children }: { label: string; problems: Diagnostic[]; children: ReactNode }) {
  return <label>{label} {children} {problems.map(({ message }, index) => <em role="alert" key={index}>{message}</em>)}</label>;
}
