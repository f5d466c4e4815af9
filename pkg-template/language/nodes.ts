// Where in a JSON text a value is, and what it says. Offsets are those of JavaScript strings (UTF-16).
import { last } from "./last.ts";

export type Kind = "object" | "array" | "string" | "number" | "boolean" | "null" | "wrong";

export interface Node {
  /** "wrong": a word that is no JSON. */
  kind: Kind;
  start: number;
  end: number;
  /** False of a text, an object or an array whose end is missing. */
  closed: boolean;
  /** Of an object its members, of an array its entries, in the order of the text; else none. */
  parts: Part[];
  /** How many mistakes are in it. */
  mistakes: number;
}

export interface Part {
  /** Of a member. */
  key: Key | null;
  /** Null where none is written. */
  value: Node | null;
  start: number;
  /** Behind the value, the colon or the key, whichever is last. */
  end: number;
}

export interface Key {
  name: string;
  start: number;
  end: number;
  closed: boolean;
  /** Where the colon is; -1 where there is none. */
  colon: number;
}

/** A part on the way to a place, and what it is a part of. */
export interface Step {
  node: Node;
  part: Part;
  index: number;
}

/** The text between quotes, as far as it can be read. */
export function stringOf(text: string, start: number, end: number, closed = true): string {
  const inner = text.slice(start + 1, closed ? end - 1 : end);
  if (!inner.includes("\\")) return inner;
  try {
    return JSON.parse(`"${inner}"`) as string;
  } catch {
    return inner;
  }
}

export function isContainer({ kind }: Node): boolean {
  return kind === "object" || kind === "array";
}

export function segmentsOf(pointer: string): string[] {
  return pointer.split("/").slice(1).map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The JSON Pointer of the last step. */
export function pointerOf(steps: readonly Step[]): string {
  return steps.map(({ part, index }) => `/${part.key === null ? index : part.key.name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The member of an object with a name, the last of several. */
export function memberOf(node: Node | null | undefined, name: string): Part | undefined {
  return node?.kind === "object" ? last(node.parts, ({ key }) => key?.name === name) : undefined;
}

export function valueOf(node: Node | null | undefined, name: string): Node | null {
  return memberOf(node, name)?.value ?? null;
}

/** What a text in quotes says; undefined for anything else. */
export function textOfNode(text: string, node: Node | null | undefined): string | undefined {
  return node?.kind === "string" ? stringOf(text, node.start, node.end, node.closed) : undefined;
}

/** The entries of a list. */
export function entriesOf(node: Node | null | undefined): Node[] {
  return node?.kind === "array" ? node.parts.flatMap(({ value }) => value ?? []) : [];
}

/** What a value of the text is in JavaScript; undefined where it is not JSON. */
export function jsonOf(text: string, node: Node | null | undefined): unknown {
  if (!node || node.mistakes > 0) return undefined;
  try {
    return JSON.parse(text.slice(node.start, node.end));
  } catch {
    return undefined;
  }
}
