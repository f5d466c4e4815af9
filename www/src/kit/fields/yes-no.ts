/** How does a person, or a spreadsheet, write yes and no? In French, in English, by a cross, or as 1 and 0. */

export type YesNo = { ok: true; value: boolean } | { ok: false; why: "empty" | "not_yes_or_no" };

const YES = ["oui", "o", "vrai", "yes", "y", "true", "1", "x"];
const NO = ["non", "n", "faux", "no", "false", "0"];

export function parseYesNo(text: string): YesNo {
  const word = text.trim().toLowerCase();
  if (word === "") return { ok: false, why: "empty" };
  if (YES.includes(word)) return { ok: true, value: true };
  return NO.includes(word) ? { ok: true, value: false } : { ok: false, why: "not_yes_or_no" };
}
