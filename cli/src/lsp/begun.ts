// What may be meant by a text in YAML in which somebody is writing: the same text with what the place lacks, so that it says something.
import type { Place } from "../yaml/read.ts";

export interface Begun {
  /** The text with what was put in. */
  source: string;
  /** The key or the value that is written there, in it; and what there is of it in the text as it is. */
  at: Place;
  now: Place;
  /** What follows in the text as it is to be. */
  after: string;
}

/** Of a key without a value it is not known yet of which kind that will be. */
const VALUES = ["", " {}", " []", ' ""', " 1"];

/** Nothing where the line goes on after the cursor, but for the end of a list or an object on it. */
export function begun(text: string, offset: number): Begun[] {
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const end = text.indexOf("\n", offset);
  const rest = text.slice(offset, end < 0 ? text.length : end);
  if (!/^\s*([\]},].*)?$/.test(rest)) return [];
  const [word = ""] = /\w*$/.exec(before)!;
  const ahead = before.slice(0, before.length - word.length);
  const now = { start: offset - word.length, end: offset };
  const put = (written: string, more: string, after: string): Begun =>
    ({ source: `${text.slice(0, now.start)}${written}${more}${text.slice(offset)}`, at: { start: now.start, end: now.start + written.length }, now, after });
  const value = /(: +|^\s*(- +)+|[[,] *)$/.test(ahead);
  // A key is first in a block, or after a brace or a comma.
  const key = /^\s*(- +)*$|[{,] *$/.test(ahead);
  return [
    ...(value ? [put(word === "" ? '""' : word, "", "")] : []),
    ...(key ? VALUES.map((more) => put(word === "" ? '""' : word, `:${more}`, ": ")) : []),
  ];
}
