/**
 * How is JSON set out on lines? What is short and simple is on one line, anything else has a line for each part. Numbers, names and texts
 * stay as they are written.
 *
 *     formatJson('{"a":[1,2],"b":{"c":{}}}')
 *     // {
 *     //   "a": [1, 2],
 *     //   "b": {
 *     //     "c": {}
 *     //   }
 *     // }
 */
import { type Node, type Part, readTree } from "./tree";

/** The longest line that is still one. */
export const WIDTH = 140;
const INDENT = "  ";

/** Null where the text is no JSON. */
export function formatJson(text: string): string | null {
  const { root, stop } = readTree(text);
  return root && stop === null ? `${laidOut(text, root)}\n` : null;
}

interface Place {
  /** Of the line that the value begins on. */
  indent: string;
  /** What one level adds. */
  unit: string;
  /** How many characters are in front of the value on its line, its indentation included. */
  column: number;
}

/** A closed value of a text, for a place in another. */
export function laidOut(text: string, node: Node, place: Place = { indent: "", unit: INDENT, column: 0 }): string {
  const { kind, parts, start, end } = node;
  if (kind === "scalar") return text.slice(start, end);
  const [open, close] = kind === "object" ? ["{", "}"] : ["[", "]"];
  if (parts.length === 0) return open + close;
  const line = oneLine(text, node);
  // A comma may follow.
  if (isSimple(node) && place.column + line.length < WIDTH) return line;
  const { unit } = place;
  const indent = place.indent + unit;
  const lines = parts.map((part) => {
    const name = nameOf(text, part);
    return name + laidOut(text, part.value, { indent, unit, column: indent.length + name.length });
  });
  return `${open}\n${indent}${lines.join(`,\n${indent}`)}\n${place.indent}${close}`;
}

/** Whether a value may be on one line: nothing in it has parts of its own but lists of scalars, or a single such object in a list. */
export function isSimple({ kind, parts }: Node): boolean {
  if (kind === "scalar") return true;
  if (kind === "array") return parts.every(({ value }) => value.kind === "scalar") || (parts.length === 1 && isSimple(parts[0]!.value));
  return parts.every(({ value }) => value.kind === "scalar" || (value.kind === "array" && value.parts.every((part) => part.value.kind === "scalar")));
}

/** With the blanks that a person would set. */
export function oneLine(text: string, { kind, parts, start, end }: Node): string {
  if (kind === "scalar") return text.slice(start, end);
  const inner = parts.map((part) => nameOf(text, part) + oneLine(text, part.value)).join(", ");
  return kind === "array" ? `[${inner}]` : inner === "" ? "{}" : `{ ${inner} }`;
}

function nameOf(text: string, { key }: Part): string {
  return key ? `${text.slice(key.start, key.end)}: ` : "";
}

/** The blanks that the line of a place begins with. */
export function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)![0];
}

/** What a level adds in this text, by its first line that is further in. */
export function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? INDENT;
}

export function placeOfLine(text: string, offset: number, unit: string): Place {
  return { indent: indentAt(text, offset), unit, column: offset - text.lastIndexOf("\n", offset - 1) - 1 };
}
