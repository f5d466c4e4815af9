/** Is this the work of a page? It was written by this page earlier, or by anyone into a link. */
import type { ActDraft, LoadedText, OtherVersion, Work } from "./types";

/** Null unless every part has the right kind. */
export function workFrom(json: unknown): Work | null {
  const work = json as Work;
  const isText = (loaded: LoadedText | null) => loaded === null || (typeof loaded?.text === "string" && typeof loaded.source === "string");
  // An act from before there were amounts has none.
  const isDraft = ({ facts, teeth, prescription, amounts = {} }: ActDraft) =>
    Object.values(amounts).every((amount) => typeof amount === "string") &&
    Object.values(facts).every((fact) => typeof fact !== "object" || fact === null) && typeof teeth === "string" &&
    typeof prescription.sphere === "string" && typeof prescription.cylinder === "string" && typeof prescription.multifocal === "boolean";
  const isOther = (other: OtherVersion | null) => other === null || (isText(other.catalog) && isText(other.coverage) && typeof other.isBefore === "boolean");
  try {
    // Work from before there was a comparison, a dispense, a year or acceptances has none.
    const { other = null, dispense = null, year = null, yearAct = null, acceptances = null } = work;
    const areTexts = [work.catalog, work.coverage, dispense, year, acceptances].every(isText) && (yearAct === null || Number.isInteger(yearAct));
    const usable = areTexts && isDraft(work.draft) && typeof work.nonConventioned === "string" && isOther(other);
    return usable ? { ...work, draft: { ...work.draft, amounts: work.draft.amounts ?? {} }, other, dispense, year, yearAct, acceptances } : null;
  } catch {
    return null;
  }
}
