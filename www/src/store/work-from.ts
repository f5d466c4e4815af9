/** Is this the work of a page? It was written by this page earlier, or by anyone into a link. */
import { type ActDraft, CLASSES, type ComplianceChoice, type LoadedText, type OtherVersion, PROFILES, type Work } from "./types";
import { emptyDraft } from "./work";

/** Null unless every text has the right kind. An act of the form that has not is left aside. */
export function workFrom(json: unknown): Work | null {
  const work = json as Work;
  const isText = (loaded: LoadedText | null) => loaded === null || (typeof loaded?.text === "string" && typeof loaded.source === "string");
  const isOther = (other: OtherVersion | null) => other === null || (isText(other.catalog) && isText(other.coverage) && typeof other.isBefore === "boolean");
  try {
    // Work from before there was a comparison, a dispense, a year, acceptances or a profile has none.
    const { other = null, dispense = null, year = null, yearAct = null, acceptances = null, profile = null, classes = null, compliance = null } = work;
    const areTexts = [work.catalog, work.coverage, dispense, year, acceptances, profile, classes].every(isText) && (yearAct === null || Number.isInteger(yearAct));
    if (!areTexts || typeof work.nonConventioned !== "string" || !isOther(other)) return null;
    const draft = draftFrom(work.draft);
    return { ...work, draft: draft ?? emptyDraft, other, dispense, year, yearAct: draft && yearAct, acceptances, profile, classes, compliance: complianceFrom(compliance) };
  } catch {
    return null;
  }
}

/** A choice that this page does not have is left aside. */
function complianceFrom(choice: ComplianceChoice | null): ComplianceChoice | null {
  if (choice === null) return null;
  const { profile, classes, leavesOut, date, declarations, tariffs } = choice;
  const isChoice =
    [...PROFILES, "own"].includes(profile) && [...CLASSES, "fitting", "profile", "own"].includes(classes) && typeof leavesOut === "boolean" &&
    typeof (date ?? "") === "string" && Object.values(declarations).every((holds) => typeof holds === "boolean") &&
    Object.values(tariffs).flatMap(Object.values).every((typed) => typeof typed === "string");
  return isChoice ? choice : null;
}

function draftFrom(draft: ActDraft): ActDraft | null {
  try {
    // An act from before there were amounts has none.
    const { facts, teeth, prescription, amounts = {} } = draft;
    const isDraft =
      Object.values(amounts).every((amount) => typeof amount === "string") &&
      Object.values(facts).every((fact) => typeof fact !== "object" || fact === null) && typeof teeth === "string" &&
      typeof prescription.sphere === "string" && typeof prescription.cylinder === "string" && typeof prescription.multifocal === "boolean" &&
      (draft.counters ?? []).every(({ key, scope_id, amount, count }) => [key, scope_id, amount, count].every((text) => typeof text === "string"));
    return isDraft ? { ...draft, amounts } : null;
  } catch {
    return null;
  }
}
