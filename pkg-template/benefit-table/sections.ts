// What is above the rows of a table: headings and other titles, which say what their rows are for.
import type { LabelReading } from "./label-answer.ts";
import type { Labels } from "./labels.ts";
import { fold } from "./normalise.ts";
import type { Filter } from "./regions.ts";
import { type Shares, sharesIn } from "./share.ts";

/** What is above rows. */
export interface Section {
  row: number;
  label: string;
  /** Of the heading that it is. */
  title: string | null;
  isHeading: boolean;
  careTypes: Set<string> | null;
  when: Filter;
  /** Behind benefits of a heading, so that it is not known whether it belongs to it. */
  isApart: boolean;
  /** Every word of it is understood, and it is no heading. */
  isWhole: boolean;
  /** It has more words than a title, and is not understood. */
  isSentence: boolean;
  /** What a term of it means under its heading only. */
  ofHeading: ReadonlySet<string> | null;
  shares: Shares;
}

/** What labels are read below: a heading, or a section of which nothing else is known. */
export function titleOf(sections: readonly Section[]): string | null {
  return [...sections].reverse().find(({ isApart }) => isApart)?.label ?? sections.find(({ isHeading }) => isHeading)?.title ?? null;
}

/** A section whose words were not all understood bounds its rows, but does not stand for what they are for, nor for a condition: "tous les 2 ans,
 *  sauf mineurs". */
export function sectionOf(row: number, label: string, { careTypes, excluded, when, isContradictory, unread, ofHeading }: LabelReading, labels: Labels, above: Section | undefined): Section {
  const found = labels.isTerm(label) && !labels.isTitle(label) ? null : labels.heading(label);
  const heading = found?.careTypes ?? null;
  const rest = heading === null && careTypes === null && excluded.length > 0 && above?.careTypes ? new Set([...above.careTypes].filter((code) => !excluded.includes(code))) : null;
  const isUnderstood = !isContradictory && unread.every(({ start, end }) => labels.isOfTitle(label.slice(start, end)));
  return {
    row, label, title: found?.title ?? null, isHeading: heading !== null, careTypes: heading ?? (careTypes ? new Set(careTypes) : rest), when: isUnderstood ? when : {}, isApart: false,
    isWhole: unread.length === 0 && heading === null, isSentence: !isUnderstood && labels.isLong(label), ofHeading: ofHeading ?? null, shares: sharesIn(label),
  };
}

/** More sections within one another are no table's. */
const MOST_SECTIONS = 8;

/** A heading ends all sections; a section behind benefits ends those that it is no part of. A sentence that is not understood ends none. */
export function withSection(sections: Section[], section: Section, isBehindBenefits: boolean): Section[] {
  if (section.isHeading) return [section];
  const { careTypes } = section;
  const heading = sections.find(({ isHeading }) => isHeading)?.careTypes;
  // What is mostly of another heading ends it, whatever it is called.
  if (!section.isSentence && !section.ofHeading && careTypes && heading && 2 * [...careTypes].filter((code) => heading.has(code)).length < careTypes.size) return [section];
  if (isBehindBenefits && careTypes === null && !section.isSentence && Object.keys(section.when).length === 0) section.isApart = true;
  const kept = [...sections];
  while (kept.length > 0) {
    const last = kept.at(-1)!;
    const isPart = section.careTypes !== null && last.careTypes !== null && [...section.careTypes].every((code) => last.careTypes!.has(code)) && last.careTypes.size > section.careTypes.size;
    if (last.isHeading || isPart || !isBehindBenefits) break;
    kept.pop();
  }
  return [...kept.slice(-MOST_SECTIONS), section];
}

/** Kinds of stays that no fact of an act says. */
const STAY = /^(?:(?:hospitalisations?|sejours?|etablissements?|frais|soins|en|de|a|la|l|d)\s+)*(?:psychiatr\w+|maternite|medicale|chirurgicale|obstetricale|etranger|reeducation|readaptation|convalescence|(?:soins de )?suite.*)$/;

export function isOfStay(label: string): boolean {
  return STAY.test(fold(label.slice(0, 200)).text.replace(/[^a-z0-9]+/g, " ").trim());
}
