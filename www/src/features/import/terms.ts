/**
 * Which words of a label stand for the care types that a person chooses? All of it, where it states no condition; else the words that are not
 * understood. Of a label that is all understood ("Honoraires OPTAM") none: it is then read with the names of what was chosen before it.
 */
import type { BenefitPlace, BenefitTableReadRow } from "../../engine/import";
import type { Draft } from "./model";

/** Words between two that belong together. */
const BETWEEN = /^[\s'’.,:/-]*(?:(?:d|de|du|des|l|la|le|les|et|ou|à|au|aux|en|par|pour|sur)\b[\s'’.,:/-]*)*$/i;
/** What is left of a label of which no word is understood. */
const WITHOUT_MEANING = /^[\s'’.,:;/-]*(?:(?:d|de|du|des|l|la|le|les|et|ou)\b[\s'’.,:;/-]*)*$/i;

export function termsFor({ label, unread, when }: BenefitTableReadRow): string[] {
  if (Object.keys(when).length === 0) return wordsOf(label);
  return runs(label, unread).flatMap(({ start, end }) => wordsOf(label.slice(start, end)));
}

/**
 * Words of a label that are not understood, and that stay so once somebody chooses its care types: "par oreille" may be a limit. None where no
 * word of the label is understood: what is chosen is then what it says.
 */
export function besidesOf({ label, unread, asides }: BenefitTableReadRow): string[] {
  const places = [...unread, ...asides].toSorted((left, right) => left.start - right.start);
  const rest = places.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, label);
  return WITHOUT_MEANING.test(rest) ? [] : places.map(({ start, end }) => label.slice(start, end));
}

/** By label, the words that `besidesOf` had of it: a choice counts for all rows with its words. */
export function wordsBesides({ careTypes }: Pick<Draft, "careTypes">): (label: string) => string[] {
  const chosen = Object.values(careTypes).flatMap(({ terms, besides = [] }) => (besides.length === 0 ? [] : [{ terms: terms.map(plain), besides }]));
  return (label) => {
    const text = chosen.length === 0 ? "" : plain(label);
    return chosen.flatMap(({ terms, besides }) => (terms.some((term) => text.includes(term)) ? besides : []));
  };
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** A term is within one part of a label. */
function wordsOf(label: string): string[] {
  return label.split(";").map((part) => part.trim()).filter((part) => part !== "");
}

function runs(label: string, places: readonly BenefitPlace[]): BenefitPlace[] {
  const joined: BenefitPlace[] = [];
  for (const { start, end } of places) {
    const last = joined.at(-1);
    if (last && BETWEEN.test(label.slice(last.end, start))) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
