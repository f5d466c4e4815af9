// What is being written where the cursor is: the name of a field, or a value?
import { isContainer, type Node, type Step } from "./nodes.ts";
import { stepAt, type Tree } from "./tree.ts";
import type { Span } from "./types.ts";
import { lastIndex } from "./last.ts";

export interface Cursor {
  at: "key" | "value";
  /** The way to what is written: its last step is the member or the entry, also where it is not there yet. */
  steps: readonly Step[];
  /** The text in front of the cursor, without a quotation mark. */
  typed: string;
  isQuoted: boolean;
  /** What a completion takes the place of. */
  range: Span;
  /** Of a key: a colon follows, so that only the name is written. */
  hasValue: boolean;
  /** How the value begins that is there already: a text, a number or a word as it is, a bracket; "" where none is. */
  value: string;
  /** What separates it from what is around it. */
  before: string;
  after: string;
}


export function cursorAt(tree: Tree, offset: number): Cursor | null {
  const { steps, within } = tree.pathAt(offset);
  if (within === null) return inRoot(tree, offset);
  const last = steps.at(-1);
  const touched = last?.node === within ? last : undefined;
  const around = touched ? steps.slice(0, -1) : steps;
  return within.kind === "array" ? inArray(tree, offset, within, around, touched) : inObject(tree, offset, within, around, touched);
}

function inRoot({ text, root }: Tree, offset: number): Cursor | null {
  if (root !== null && (isContainer(root) || offset < root.start || offset > root.end)) return null;
  const word = root === null ? inserted(offset) : wordAt(text, root, offset);
  return { at: "value", steps: [], hasValue: false, value: "", before: "", after: "", ...word };
}

function inArray({ text }: Tree, offset: number, node: Node, around: readonly Step[], touched: Step | undefined): Cursor | null {
  const value = touched?.part.value;
  if (touched && value && !isContainer(value)) return written("value", text, [...around, touched], wordAt(text, value, offset), false);
  if (touched && value && value.start < offset && offset < value.end) return null;
  return written("value", text, [...around, placeholder(node, offset)], inserted(offset), false);
}

function inObject({ text }: Tree, offset: number, node: Node, around: readonly Step[], touched: Step | undefined): Cursor | null {
  const step = touched ?? before(text, node, offset);
  if (step === undefined) return written("key", text, [...around, placeholder(node, offset)], inserted(offset), false);
  const { key, value } = step.part;
  if (key === null) return null;
  const steps = [...around, step];
  if (offset >= key.start && offset <= key.end) return written("key", text, steps, wordAt(text, key, offset), key.colon >= 0);
  if (key.colon < 0 || offset <= key.colon) return null;
  if (value === null) return written("value", text, steps, inserted(offset), false);
  if (offset < value.start) return null;
  if (!isContainer(value)) return written("value", text, steps, wordAt(text, value, offset), false);
  // Behind an object or a list another field may follow.
  return offset === value.end ? written("key", text, [...around, placeholder(node, offset)], inserted(offset), false) : null;
}

/** The member before a place whose value is not there yet, or whose colon. */
function before(text: string, node: Node, offset: number): Step | undefined {
  const index = lastIndex(node.parts, ({ end }) => end <= offset);
  const part = node.parts[index];
  if (part === undefined || part.value !== null) return undefined;
  return text.slice(part.end, offset).trim() === "" ? { node, part, index } : undefined;
}

/** A part that is not there. */
function placeholder(node: Node, offset: number): Step {
  const index = stepAt(node, offset)?.index ?? lastIndex(node.parts, ({ end }) => end <= offset);
  return { node, part: { key: null, value: null, start: offset, end: offset }, index: index + 0.5 };
}

type Word = Pick<Cursor, "typed" | "isQuoted" | "range">;

function inserted(offset: number): Word {
  return { typed: "", isQuoted: false, range: { start: offset, end: offset } };
}

/** In a text whose quotation mark is that of another one, or is missing, the word ends where no code goes on. */
function wordAt(text: string, token: Span & { closed: boolean }, offset: number): Word {
  const isQuoted = text[token.start] === '"';
  const start = token.start;
  const typed = text.slice(start + (isQuoted ? 1 : 0), Math.max(offset, start + (isQuoted ? 1 : 0)));
  const rest = text.slice(offset, token.end);
  const isOwn = !isQuoted || (token.closed && !/[,:[\]{}]/.test(rest.slice(0, -1)));
  return { typed: offset === start ? "" : typed, isQuoted, range: { start, end: isOwn ? token.end : offset + /^[\p{L}\p{N}_.-]*/u.exec(rest)![0].length } };
}

function written(at: Cursor["at"], text: string, steps: readonly Step[], word: Word, hasValue: boolean): Cursor {
  const { start, end } = word.range;
  const [previous, next] = [signBefore(text, start), signFrom(text, end)];
  const isBehindColon = at === "value" && steps.at(-1)!.part.key !== null;
  const isBeforeColon = at === "key" && (hasValue || next === ":");
  const isLast = isBeforeColon || ",}]".includes(next);
  return {
    at, steps, ...word,
    hasValue: isBeforeColon,
    value: isBeforeColon ? valueBehind(text, end) : "",
    before: isBehindColon || "{[,".includes(previous) ? "" : ", ",
    after: isLast ? "" : isBlank(text[end]) ? "," : ", ",
  };
}

const VALUE = /[ \t\r\n]*:[ \t\r\n]*("(?:[^"\\\n\r]|\\.)*"|[{[]|-?\d[\d.eE+-]*|true|false|null)/y;

function valueBehind(text: string, at: number): string {
  VALUE.lastIndex = at;
  return VALUE.exec(text)?.[1] ?? "";
}

/** The last character before a place that is no blank; a bracket where there is none. */
function signBefore(text: string, at: number): string {
  let index = at - 1;
  while (index >= 0 && isBlank(text[index])) index -= 1;
  return text[index] ?? "[";
}

function signFrom(text: string, at: number): string {
  let index = at;
  while (index < text.length && isBlank(text[index])) index += 1;
  return text[index] ?? "]";
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}
