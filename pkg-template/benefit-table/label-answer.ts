// What is meant by the terms of a label together: one narrows another, both are meant, or the second is not understood.
import type { BenefitPlace } from "../care-coverage-benefit-table";
import type { Filter } from "./regions.ts";

export interface LabelReading {
  /** Ascending; null where no term was found. */
  careTypes: string[] | null;
  /** Those of terms behind "hors", "sauf". */
  excluded: string[];
  when: Filter;
  /** Conditions that exclude one another. */
  isContradictory: boolean;
  /** What was not understood, outside of parentheses and in them. */
  unread: BenefitPlace[];
  asides: BenefitPlace[];
  /** What a term means under its heading only, which then does not bound it. */
  ofHeading?: ReadonlySet<string>;
}

/** A term where a label names it. */
export interface Named {
  careTypes: Set<string>;
  isGeneral: boolean;
  place: BenefitPlace;
  segment: number;
  /** From the term before: a comma, a slash, "et" or "ou" is between them; that, or parentheses. */
  isListed: boolean;
  isApart: boolean;
  /** No words that say something are between them; a colon, a dash or the end of a line is. */
  isNextTo: boolean;
  isCut: boolean;
}

/** What was found in a label: terms outside of parentheses, in them, behind "y compris" and behind "sauf". */
export interface Found {
  outside: Named[];
  inside: Named[];
  included: Named[];
  excluded: Named[];
  when: Filter;
  isContradictory: boolean;
  unread: BenefitPlace[];
  asides: BenefitPlace[];
}

/** `headings`: the care types of each. */
export function answerOf(found: Found, headings: readonly Set<string>[]): LabelReading {
  const { outside, inside, included, excluded, when, isContradictory, unread, asides } = found;
  const named = outside.length > 0 ? joined(outside, unread) : inside;
  if (outside.length > 0 && inside.length > 0) asides.push(...parenthesesOf(named, inside, headings));
  const careTypes = new Set(named.flatMap((term, at) => (isWider(term, at, named) ? [] : [...term.careTypes])));
  if (named.length > 0) for (const code of codesOf(included)) careTypes.add(code);
  for (const code of codesOf(excluded)) careTypes.delete(code);
  return { careTypes: careTypes.size > 0 ? [...careTypes].sort() : null, excluded: codesOf(excluded), when, isContradictory, unread, asides };
}

/** What is said in parentheses, too; those that may say less than the label does are not understood. */
function parenthesesOf(named: readonly Named[], inside: readonly Named[], headings: readonly Set<string>[]): BenefitPlace[] {
  const within = new Set(codesOf(inside));
  const heading = headings.find((codes) => hasAll(codes, within));
  const wider = named.filter(({ careTypes }) => hasAll(careTypes, within));
  // "Équipements à tarifs libres (classe II)": of several headings the parentheses say which one.
  if (heading && wider.length > 0 && codesOf(wider).every((code) => within.has(code) || !heading.has(code))) {
    for (const term of wider) term.careTypes = within;
    return [];
  }
  // "Psychologue (Mon soutien psy)": it is not known whether they are all of it.
  return hasAll(within, codesOf(named)) ? [] : inside.map(({ place }) => place);
}

/** What comes behind narrows it where it goes with the term right before it; what is before it does where it is no list. */
function isWider(term: Named, at: number, named: readonly Named[]): boolean {
  return named.some((other, place) => {
    const goesWith = other.segment === term.segment && (place > at ? !other.isApart : !term.isApart || place < at - 1);
    return goesWith && other.careTypes.size < term.careTypes.size && hasAll(term.careTypes, other.careTypes);
  });
}

function codesOf(terms: readonly Named[]): string[] {
  return terms.flatMap(({ careTypes }) => [...careTypes]);
}

function hasAll(codes: ReadonlySet<string>, some: Iterable<string>): boolean {
  return [...some].every((code) => codes.has(code));
}

/** Terms that are no list. What says nothing of its own goes with what is next to it: "visites, consultations de sages-femmes". Of two that
 *  cross, "prothèses dentaires 100 % Santé", what both are is meant; of two right behind one another that have nothing in common the second is not
 *  understood. */
function joined(named: readonly Named[], unread: BenefitPlace[]): Named[] {
  const goesOn = (at: number) => at > 0 && named[at] !== undefined && !named[at].isApart && named[at].segment === named[at - 1]!.segment;
  const yields = (at: number): boolean => named[at]!.isGeneral && ((goesOn(at) && !named[at - 1]!.isGeneral) || (at + 1 < named.length && (named[at + 1]!.isGeneral ? yields(at + 1) : goesOn(at + 1))));
  const left = named.filter((_, at) => !yields(at));
  left.forEach((term, at) => {
    const before = left[at - 1];
    if (!before || term.isListed || term.segment !== before.segment) return;
    const common = new Set([...term.careTypes].filter((code) => before.careTypes.has(code)));
    if (common.size === 0 && term.isNextTo && !term.isApart && !term.isCut) unread.push(term.place);
    else if (common.size > 0 && common.size < term.careTypes.size && common.size < before.careTypes.size) for (const one of [before, term]) one.careTypes = common;
  });
  return left;
}
