/** Which terms are in a sentence? */
import type { TermName } from "./terms";
import { termsInText } from "./words";

export interface Piece {
  text: string;
  term: TermName | null;
}

/** The sentence in pieces: each term the first time it comes, as a word of its own, and what is between them. */
export function piecesOf(sentence: string): Piece[] {
  const terms = new Map(termsInText.map(([text, name]) => [text, name]));
  const pattern = new RegExp(`(?<![\\p{L}\\d_])(?:${[...terms.keys()].join("|")})(?![\\p{L}\\d_])`, "gu");
  const seen = new Set<TermName>();
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: text, index } of sentence.matchAll(pattern)) {
    const term = terms.get(text)!;
    if (seen.has(term)) continue;
    seen.add(term);
    pieces.push({ text: sentence.slice(end, index), term: null }, { text, term });
    end = index + text.length;
  }
  return [...pieces, { text: sentence.slice(end), term: null }].filter(({ text }) => text !== "");
}
