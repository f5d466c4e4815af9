// What does a cell say without case, accents and kinds of blanks, and where in the text was it?

/** Folded characters; `starts[i]` and `ends[i]` are the UTF-16 offsets of what character `i` was made of. */
export interface Folded { text: string; starts: number[]; ends: number[] }

/** Most characters of a cell are what they are folded to. */
const PLAIN = /^[a-z0-9 %+(),:;/.*-]$/;

/** A small figure is a mark of a footnote. */
const FOOTNOTE = /[\u00b9\u00b2\u00b3\u2070-\u2079]/;

/** One sign for several that are used alike. */
const SAME_SIGN: Record<string, string> = {
  "\u2018": "'", "\u2019": "'", "\u02bc": "'", "`": "'", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2022": "-", "\u00b7": "-", "\u25aa": "-", "\u25cf": "-", "\uf0b7": "-",
  "\u00d7": "x", "\u0153": "oe", "\u00e6": "ae", "[": "(", "]": ")", "\u2044": "/",
};

export function fold(text: string): Folded {
  const folded: Folded = { text: "", starts: [], ends: [] };
  const parts: string[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    for (const sign of PLAIN.test(character) ? character : signsOf(character)) {
      parts.push(sign);
      folded.starts.push(at);
      folded.ends.push(end);
    }
    at = end;
  }
  folded.text = parts.join("");
  return folded;
}

/** The UTF-16 units that are left of a character. */
function signsOf(character: string): string[] {
  if (FOOTNOTE.test(character)) return [];
  const plain = character.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase();
  return Array.from(plain, (sign) => (/\s/u.test(sign) ? " " : (SAME_SIGN[sign] ?? sign))).join("").split("");
}
