/**
 * Which words of a label stand for the care types that a person chooses? All of it, where it states no condition; else the words that are not
 * understood. Of a label that is all understood ("Honoraires OPTAM") none: it is then read with the names of what was chosen before it.
 */
import type { BenefitPlace, BenefitTableReadRow } from "../../engine/import";

/** Words between two that belong together. */
const BETWEEN = /^[\s'’.,:/-]*(?:(?:d|de|du|des|l|la|le|les|et|ou|à|au|aux|en|par|pour|sur)\b[\s'’.,:/-]*)*$/i;

export function termsFor({ label, unread, when }: BenefitTableReadRow): string[] {
  if (Object.keys(when).length === 0) return wordsOf(label);
  return runs(label, unread).flatMap(({ start, end }) => wordsOf(label.slice(start, end)));
}

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
