// How well does what was typed fit a text? Without regard to case and accents, and with a letter wrong.
import { folded } from "../look-ups/folded.ts";
import { isNear, mistakes } from "../look-ups/near.ts";

/** The lower the better; undefined where it does not fit. The first text counts most. */
export function rankOf(typed: string, texts: readonly (string | undefined)[]): number | undefined {
  const sought = folded(typed);
  if (sought === "") return 0;
  let best: number | undefined;
  texts.forEach((text, position) => {
    const rank = text === undefined ? undefined : rankIn(sought, folded(text));
    if (rank !== undefined) best = Math.min(best ?? Infinity, rank * 4 + Math.min(position, 3));
  });
  return best;
}

function rankIn(sought: string, text: string): number | undefined {
  if (text.startsWith(sought)) return 0;
  const words = text.split(" ");
  const typed = sought.split(" ");
  if (typed.every((word) => words.some((its) => its.startsWith(word)))) return 1;
  if (text.includes(sought)) return 2;
  return typed.every((word) => words.some((its) => its.startsWith(word) || isNear(word, its, mistakes(word.length)))) ? 3 : undefined;
}
