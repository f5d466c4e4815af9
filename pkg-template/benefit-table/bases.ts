// "150 %" of what? A cell that does not say it is a percentage of what its row says in a column of bases, or of what a header, a section or a
// sentence about the table says in words. It is never assumed.
import { fold } from "./normalise.ts";
import { readBenefit } from "./read-benefit.ts";

const NAMES = "(?:brss|br|(?:base|tarif)s? de (?:remboursement|convention|responsabilite)|tfr|trss|tc|pmss)\\b";
const OF = "(?: (?:de|du|des|de la|de l'|d'|sur|sur la|la|les))*";
const SAID = new RegExp(`\\b(?:en|exprimee?s?) ?(?:%|pourcentages?)${OF} (${NAMES})`);
/** All of a header: "% BR", "en % de la base de remboursement". */
const WHOLE = new RegExp(`^(?:en )?%${OF} (${NAMES})$`);

/** The base that words about several cells say; null where they say none. */
export function baseIn(text: string): string | null {
  const folded = fold(text.slice(0, 2_000)).text.replace(/\s+/g, " ").replace(/ ?%/g, " %").replace(/[()]/g, " ").replace(/\s+/g, " ").trim();
  return SAID.exec(folded)?.[1] ?? WHOLE.exec(folded)?.[1] ?? null;
}

/** A cell of a column of bases; null where it is another one. */
export function baseOf(text: string): string | null {
  const base = text.trim();
  return /\d|%|€/.test(base) || readBenefit(`100 % ${base}`).readings.length !== 1 ? null : base;
}

/** A bare percentage with its base; any other text is itself. */
export function withBase(text: string, base: string | null): string {
  if (base === null || !/^\s*\d{1,4}(?:[.,]\d+)?\s*%(?:\s*[([]?[\d*]{1,2}[)\]]?)*\s*$/.test(text)) return text;
  return text.replace("%", `% ${base}`);
}
