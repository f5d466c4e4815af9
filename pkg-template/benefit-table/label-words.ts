// Of which words is a label made, and where are they?
import { fold } from "./normalise.ts";

/** `depth`: in how many parentheses. `segment`: how many semicolons are before it. `list`: how many commas and the like. Offsets are of the text that was given. */
export interface Word { text: string; start: number; end: number; depth: number; segment: number; list: number }

/** A label is short: what is behind this is not read, and said so. */
export const LONGEST = 2_000;

/** Words between those that matter. */
const SMALL = new Set(["a", "au", "aux", "avec", "chez", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "leur", "ou", "par", "pour", "s", "sa", "ses", "son", "sur", "un", "une", "y", "an", "of", "the", "and", "or", "for"]);

/** Marks of footnotes, "(1)" and "[1]"; what counts rows, "b)", "2 –"; that there is no limit. */
const NOTHING = /\( ?\d{1,2} ?\)|\[ ?\d{1,2} ?\]|^\s*(?:[a-z]|\d{1,2}|[ivx]{1,4})\s?(?:[.)]|\s[-–—])(?=\s)|\bsans limit(?:e|ation)s?(?: de (?:dur[ée]e|jours?|temps))?(?![\p{L}])|\billimit[ée]+e?s?(?![\p{L}])/giu;

export function wordsOf(text: string): { words: Word[]; isCut: boolean } {
  const words: Word[] = [];
  const { text: folded, starts, ends } = fold(text.slice(0, LONGEST).replace(NOTHING, (part) => " ".repeat(part.length)));
  let [depth, segment, list] = [0, 0, 0];
  for (const { 0: sign, index } of folded.matchAll(/[a-z0-9]+|[();<>,/+]|[^\x00-\x7f]+/g)) {
    if (sign === "(") depth += 1;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (sign === ";") segment += 1;
    else if (sign === "," || sign === "/" || sign === "+") list += 1;
    else if (/[\p{L}\p{N}<>]/u.test(sign)) words.push({ text: text[starts[index]!] === "à" ? sign : wordOf(sign, words.at(-1)?.text), start: starts[index]!, end: ends[index + sign.length - 1]!, depth, segment, list });
  }
  return { words, isCut: text.length > LONGEST };
}

/** "de jour" is a kind of stay, and "par jour" a unit; "A" of "classe A" and "c" of "y.c." are no small words. */
function wordOf(word: string, before: string | undefined): string {
  if (before === "de" && /^(?:jour|nuit)$/.test(word)) return `de ${word}`;
  if (before === "y" && word === "c") return "yc";
  return word === "a" && /^classes?$/.test(before ?? "") ? "A" : word;
}

export function isSmall(word: string): boolean {
  return SMALL.has(word);
}

/** One form for singular and plural. */
export function stemOf(word: string): string {
  return word.length > 3 && /[sx]$/.test(word) && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** The words of a term that matter. */
export function stemsOf(text: string): string[] {
  const words = wordsOf(text).words.map((word) => word.text);
  const stems = words.filter((word) => !isSmall(word)).map(stemOf);
  return stems.length > 0 ? stems : words.map(stemOf);
}
