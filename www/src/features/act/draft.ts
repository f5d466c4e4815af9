/**
 * Which care act is in the form?
 *
 * The form keeps what a person typed (teeth as text, an age next to two dates that give one), the act only what the engine is asked:
 * a fact that the form derives from another is left out, because the engine derives it itself.
 */
import type { ActAmounts, ActFact, CareAct, LoadedCatalog } from "../../engine/engine";
import type { ActDraft } from "../../store/types";
import { emptyDraft } from "../../store/act-draft";

/** FDI numbers as typed, between blanks, commas or semicolons. What is no number stays a string, for the engine to point at. */
export function teethIn(text: string): number[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  return words.map((word) => (/^\d+$/.test(word) ? Number(word) : word)) as number[];
}

export function hasBothDates(facts: Partial<CareAct>): boolean {
  return Boolean(facts.care_date && facts.member_birth_date);
}

/** Null until a care type is chosen. `fromEstablishment`: the catalogue derives a fact from the establishment. */
export function toAct(draft: ActDraft, fromEstablishment: boolean): CareAct | null {
  const { care_type, ...facts } = draft.facts;
  if (!care_type) return null;
  const act: CareAct = { care_type, ...facts };
  if (hasBothDates(act)) delete act.member_age;
  const teeth = teethIn(draft.teeth);
  if (teeth.length > 0) {
    act.teeth = teeth;
    delete act.is_for_at_least_one_visible_tooth;
  }
  if (fromEstablishment && act.establishment) delete act.is_etablissement_conventionne;
  return act;
}

/** What is given, as it is typed, for the engine to point at. */
export function givenAmounts({ amounts }: ActDraft): Partial<ActAmounts> {
  const given = Object.entries(amounts).flatMap(([field, text]) => (text.trim() === "" ? [] : [[field, valueOf(field, text.trim())]]));
  return Object.fromEntries(given) as Partial<ActAmounts>;
}

/** Null until it is given what was charged. */
export function toAmounts(draft: ActDraft): ActAmounts | null {
  const { charged, ...others } = givenAmounts(draft);
  return charged === undefined ? null : { charged, ...others };
}

/** Amounts stay texts, so that they stay exact. */
function valueOf(field: string, text: string): string | number {
  return field === "tooth" && /^\d+$/.test(text) ? Number(text) : text;
}

/** What the form cannot show is left out: a fact that is a list or an object. */
export function fromAct(act: CareAct, amounts: Partial<ActAmounts> = {}): ActDraft {
  const { teeth: given, ...others } = act;
  const teeth = given === undefined || given === null || Array.isArray(given) ? given : [given];
  const shown = Object.entries(others).filter(([, value]) => value === null || typeof value !== "object");
  const { establishment, ...facts } = Object.fromEntries(shown) as Partial<CareAct>;
  // An act that is said to concern no teeth says that the fact does not apply.
  if (teeth !== undefined && !teeth?.length) facts.is_for_at_least_one_visible_tooth ??= null;
  for (const field of ["care_date", "member_birth_date", "member_age"] as const) if (facts[field] === null) delete facts[field];
  const typed = Object.entries(amounts).flatMap(([field, value]) => (value === null || value === undefined ? [] : [[field, String(value)]]));
  return { ...emptyDraft, facts: establishment ? { ...facts, establishment } : facts, teeth: teeth?.join(" ") ?? "", amounts: Object.fromEntries(typed) };
}

/** The draft after some changes to its act. A change to null of what another fact is derived from clears it. */
export function applyChanges(draft: ActDraft, changes: Partial<CareAct>): ActDraft {
  const { teeth, ...facts } = { ...draft.facts, ...changes };
  for (const field of ["care_date", "member_birth_date", "member_age", "establishment"] as const) if (facts[field] === null) delete facts[field];
  return { ...draft, facts, teeth: teeth === undefined ? draft.teeth : (teeth?.join(" ") ?? "") };
}

/** The draft for another care type. *Does not apply* said nothing where the type before did not have the fact, so it is forgotten. */
export function withCareType(draft: ActDraft, careType: string | undefined, catalog: LoadedCatalog): ActDraft {
  const { care_type: before, ...others } = draft.facts;
  const had = (before && catalog.types.get(before)?.applicable_facts) || null;
  const kept = Object.entries(others).filter(([fact, value]) => value !== null || had === null || had.includes(fact as ActFact));
  const facts: Partial<CareAct> = Object.fromEntries(kept);
  return { ...draft, facts: careType ? { ...facts, care_type: careType } : facts };
}
