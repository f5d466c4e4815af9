// How is JSON set out on lines? What is short and simple is on one line, anything else has a line for each part. Numbers, names and texts stay as
// they are written, so that only blanks change.
import type { Node, Part } from "./nodes.ts";
import type { Tree } from "./tree.ts";
import type { TextEdit } from "./types.ts";

/** The longest line that is still one. */
const WIDTH = 140;
const INDENT = "  ";

/** Where a value is set out. */
export interface Surroundings {
  /** Of the line that the value begins on. */
  indent: string;
  /** What one level adds. */
  unit: string;
  /** How many characters are in front of the value on its line. */
  column: number;
}

/** The edits that set a text out anew; none where it is no JSON. */
export function formatted({ text, root, isWhole }: Tree): TextEdit[] {
  if (root === null || !isWhole) return [];
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const now = `${text.slice(0, start)}${laidOut(text, root)}\n`;
  return blanksBetween(text, text.includes("\r\n") ? now.replaceAll("\n", "\r\n") : now);
}

/** Where the blanks of two texts differ that else are the same. */
function blanksBetween(before: string, now: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let [at, other] = [0, 0]; at < before.length || other < now.length; ) {
    const [end, otherEnd] = [behindBlanks(before, at), behindBlanks(now, other)];
    const text = now.slice(other, otherEnd);
    if (before.slice(at, end) !== text) edits.push({ start: at, end, text });
    const length = lengthOfToken(before, end);
    [at, other] = [end + length, otherEnd + length];
  }
  return edits;
}

function behindBlanks(text: string, at: number): number {
  let end = at;
  while (end < text.length && " \t\r\n".includes(text[end]!)) end += 1;
  return end;
}

function lengthOfToken(text: string, at: number): number {
  let end = at + 1;
  if (text[at] === '"') {
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    return end + 1 - at;
  }
  return Math.min(end, text.length) - at;
}

/** A closed value of a text, for a place in another. */
export function laidOut(text: string, node: Node, around: Surroundings = { indent: "", unit: INDENT, column: 0 }): string {
  const { kind, parts, start, end } = node;
  if (kind !== "object" && kind !== "array") return text.slice(start, end);
  const [open, close] = kind === "object" ? ["{", "}"] : ["[", "]"];
  if (parts.length === 0) return open + close;
  const line = oneLine(text, node);
  // A comma may follow.
  if (isSimple(node) && around.column + line.length < WIDTH) return line;
  const { unit } = around;
  const indent = around.indent + unit;
  const lines = parts.map((part) => {
    const name = nameOf(text, part);
    return name + laidOut(text, part.value!, { indent, unit, column: indent.length + name.length });
  });
  return `${open}\n${indent}${lines.join(`,\n${indent}`)}\n${around.indent}${close}`;
}

/** Whether a value may be on one line: nothing in it has parts of its own but lists of scalars, or a single such object in a list. */
function isSimple({ kind, parts }: Node): boolean {
  if (kind === "object") return parts.every(({ value }) => isScalar(value!) || isListOfScalars(value!));
  if (kind !== "array") return true;
  return parts.every(({ value }) => isScalar(value!)) || (parts.length === 1 && isSimple(parts[0]!.value!));
}

function isScalar({ kind }: Node): boolean {
  return kind !== "object" && kind !== "array";
}

function isListOfScalars({ kind, parts }: Node): boolean {
  return kind === "array" && parts.every(({ value }) => isScalar(value!));
}

/** With the blanks that a person would set. */
export function oneLine(text: string, { kind, parts, start, end }: Node): string {
  if (kind !== "object" && kind !== "array") return text.slice(start, end);
  const inner = parts.map((part) => nameOf(text, part) + oneLine(text, part.value!)).join(", ");
  return kind === "array" ? `[${inner}]` : inner === "" ? "{}" : `{ ${inner} }`;
}

function nameOf(text: string, { key }: Part): string {
  return key ? `${text.slice(key.start, key.end)}: ` : "";
}

/** The blanks that the line of a place begins with. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset))![0];
}

/** What a level adds in this text, by its first line that is further in. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? INDENT;
}

export function surroundings(text: string, offset: number): Surroundings {
  return { indent: indentAt(text, offset), unit: unitOf(text), column: offset - text.lastIndexOf("\n", offset - 1) - 1 };
}
