// What of a text counts in a search: no case, no accents, nothing but letters and digits.

const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const OTHERS = /[^\p{L}\p{N}]+/gu;
/** Letters that are not a letter and its accent in Unicode. */
const LETTERS = /[œæøłđ]/g;
const SPELLED: Record<string, string> = { œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d" };

/** The words of a text, joined by a blank; of one without letters and digits, the text itself. */
export function folded(text: string): string {
  const words = plain(text).replace(OTHERS, " ").trim();
  return words === "" ? text.trim() : words;
}

/** In small letters without accents. */
function plain(text: string): string {
  // Most codes: a tenth of the time.
  if (ASCII.test(text)) return text.toLowerCase();
  // Each step may bring what the others take away: a sign that means a capital, a small letter with a mark.
  const small = text.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD").replace(MARKS, "");
  return small.replace(LETTERS, (letter) => SPELLED[letter] ?? letter);
}

/** A word without the sign of the plural, in French and in English. */
export function singular(word: string): string {
  return word.length >= 4 && (word.endsWith("s") || word.endsWith("x")) ? word.slice(0, -1) : word;
}
