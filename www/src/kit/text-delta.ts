/**
 * How does one text become another? By replacing one part, the smallest there is.
 *
 *     deltaOf("a: 1", "a: 12")            // { start: 4, removed: "", inserted: "2" }
 *     withDelta("a: 1", deltaOf(…))       // "a: 12"
 */

export interface TextDelta {
  start: number;
  removed: string;
  inserted: string;
}

export function deltaOf(before: string, after: string): TextDelta {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same += 1;
  return { start, removed: before.slice(start, before.length - same), inserted: after.slice(start, after.length - same) };
}

export function withDelta(text: string, { start, removed, inserted }: TextDelta): string {
  return text.slice(0, start) + inserted + text.slice(start + removed.length);
}

export function withoutDelta(text: string, { start, removed, inserted }: TextDelta): string {
  return text.slice(0, start) + removed + text.slice(start + inserted.length);
}

/** Whether the text has this part, which the delta removes or has inserted, at its place. */
export function isAt(text: string, { start }: TextDelta, part: string): boolean {
  return start <= text.length && text.startsWith(part, start);
}

/** Both in turn as one; null where the second does not touch what the first inserted. */
export function joined(first: TextDelta, second: TextDelta): TextDelta | null {
  const end = first.start + first.inserted.length;
  if (second.start < first.start || second.start + second.removed.length > end) return null;
  const at = second.start - first.start;
  const inserted = first.inserted.slice(0, at) + second.inserted + first.inserted.slice(at + second.removed.length);
  return { start: first.start, removed: first.removed, inserted };
}
