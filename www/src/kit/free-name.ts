/**
 * Which name is free? The wanted one, or the first of it with a number.
 *
 *     freeName(new Set(["DENTAL", "DENTAL_2"]), "DENTAL")   // "DENTAL_3"
 */

/** Characters that the key of a limit may have, as the engine counts them: code points. A name may have any number. */
export const LONGEST_KEY = 64;

export function freeName(taken: ReadonlySet<unknown>, wanted: string, longest = Infinity): string {
  let name = cut(wanted, longest);
  for (let number = 2; taken.has(name); number += 1) {
    const tail = `_${number}`;
    name = cut(wanted.replace(/_\d+$/, ""), longest - tail.length) + tail;
  }
  return name;
}

export function freeKey(taken: ReadonlySet<unknown>, wanted: string): string {
  return freeName(taken, wanted, LONGEST_KEY);
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : [...text].slice(0, longest).join("");
}
