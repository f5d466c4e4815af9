// Small changes of a text that keep the layout a person gave it.
import { laidOut, oneLine, surroundings } from "./layout.ts";
import type { Node } from "./nodes.ts";
import { Tree } from "./tree.ts";
import type { TextEdit } from "./types.ts";

/** A value in place of another one, set out as the rest. */
export function replacing(text: string, { start, end }: { start: number; end: number }, value: unknown): TextEdit {
  const tree = new Tree(JSON.stringify(value));
  // A text that has one line keeps it.
  const written = text.includes("\n") ? laidOut(tree.text, tree.root!, surroundings(text, start)) : oneLine(tree.text, tree.root!);
  return { start, end, text: written };
}

/** One more part at the end of an object or a list: a member or an entry, as JSON. */
export function appending(text: string, node: Node, json: string): TextEdit {
  const last = node.parts.at(-1);
  if (last === undefined) return { start: node.start + 1, end: node.end - 1, text: node.kind === "object" ? ` ${json} ` : json };
  return { start: last.end, end: last.end, text: separatorIn(text, node) + json };
}

/** One more part at the beginning. */
export function prepending(text: string, node: Node, json: string): TextEdit {
  const [first] = node.parts;
  if (first === undefined) return appending(text, node, json);
  const blanks = text.slice(node.start + 1, first.start);
  return { start: first.start, end: first.start, text: `${json},${blanks === "" ? " " : blanks}` };
}

/** What is between two parts; of one part alone, the blanks before it say. */
export function separatorIn(text: string, { parts, start }: Node): string {
  const [first, second] = parts;
  if (first && second) return text.slice(first.end, second.start);
  const blanks = first ? text.slice(start + 1, first.start) : "";
  return blanks.includes("\n") ? `,${blanks}` : ", ";
}

/** Without a part, and without one comma. */
export function removing({ parts, start, end }: Node, index: number): TextEdit {
  const [before, part, after] = [parts[index - 1], parts[index]!, parts[index + 1]];
  if (before) return { start: before.end, end: part.end, text: "" };
  return after ? { start: part.start, end: after.start, text: "" } : { start: start + 1, end: end - 1, text: "" };
}


/** The part that differs. */
export function difference(before: string, now: string): TextEdit[] {
  if (before === now) return [];
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === now[now.length - 1 - same]) same += 1;
  return [{ start, end: before.length - same, text: now.slice(start, now.length - same) }];
}

/** The text after edits, which are ascending and apart. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  let [result, at] = ["", 0];
  for (const { start, end, text: inserted } of edits) {
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}

/** Within a range, or touching it. */
export function touches(place: { start: number; end: number }, range: { start: number; end: number }): boolean {
  return place.start <= range.end && range.start <= place.end;
}
