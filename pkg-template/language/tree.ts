// Where in a JSON text is each value, however unfinished the text is? A text with mistakes has a tree, too: a mistake costs the part that it is
// in, and no more. Offsets are those of JavaScript strings (UTF-16).
import { last, lastIndex } from "./last.ts";

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

const NO_PARTS: Part[] = [];
/** What is deeper is read, and has no parts. The engine takes 64 levels. */
const DEEPEST = 200;

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const [QUOTE, BACKSLASH, BLANK, LINE_FEED, RETURN, TAB] = [0x22, 0x5c, 0x20, 0x0a, 0x0d, 0x09];
const SIGNS = new Set(Array.from('"{}[]:,', (sign) => sign.charCodeAt(0)));
const LITERALS = new Map<string, Kind>([["true", "boolean"], ["false", "boolean"], ["null", "null"]]);

export class Tree {
  text: string;
  root: Node | null;
  /** Mistakes before and behind the value. */
  #around: number;

  constructor(text: string) {
    this.text = text;
    const reader = new Reader(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
    this.root = reader.value({ depth: 0, objects: 0, arrays: 0 });
    reader.blanks();
    this.#around = (this.root === null ? 1 : 0) + (reader.at < text.length ? 1 : 0);
  }

  /** Whether the text is JSON. */
  get isWhole(): boolean {
    return this.#around === 0 && this.root!.mistakes === 0;
  }

  /** The text with another one in place of a part of it. What is not around the edit keeps its nodes, which move. */
  edit(start: number, end: number, inserted: string): void {
    const text = this.text.slice(0, start) + inserted + this.text.slice(end);
    if (this.#reread(text, start, end, inserted.length - (end - start))) this.text = text;
    else {
      const fresh = new Tree(text);
      [this.text, this.root, this.#around] = [text, fresh.root, fresh.#around];
    }
  }

  /** Reads the innermost object or array around an edit again, or one around that. It is the same as reading all where its end is found in
   *  the same place: what is before it does not know what is in it, and what is behind it only where it ends. */
  #reread(text: string, start: number, end: number, delta: number): boolean {
    const around = (node: Node) => isContainer(node) && node.closed && node.start < start && end < node.end;
    const steps: Step[] = [];
    const open = { depth: 0, objects: 0, arrays: 0 };
    let innermost: Node | undefined;
    for (let next: Node | null = this.root; next && around(next); ) {
      innermost = next;
      const step = stepAt(next, start);
      if (!step?.part.value || !around(step.part.value)) break;
      steps.push(step);
      next = step.part.value;
    }
    if (innermost === undefined) return false;
    for (const { node } of steps) enter(open, node);
    for (let tries = 0; tries < 3; tries += 1) {
      const old: Node = steps.at(-1)?.part.value ?? this.root!;
      const reader = new Reader(text, old.start);
      const now = reader.value(open);
      if (now?.closed && now.kind === old.kind && now.end === old.end + delta) {
        this.#put(steps, old, now, delta);
        return true;
      }
      const left = steps.pop();
      if (left === undefined) return false;
      leave(open, left.node);
    }
    return false;
  }

  /** What is around the edit becomes new nodes: what is known of a node of before is true as long as it is in the tree. */
  #put(steps: readonly Step[], old: Node, now: Node, delta: number): void {
    const mistakes = now.mistakes - old.mistakes;
    let value = now;
    for (const { node, part, index } of [...steps].reverse()) {
      part.value = value;
      part.end += delta;
      if (delta !== 0) for (let next = index + 1; next < node.parts.length; next += 1) move(node.parts[next]!, delta);
      value = { ...node, end: node.end + delta, mistakes: node.mistakes + mistakes };
    }
    this.root = value;
  }

  /** The way to the innermost object or array that an offset is within, and from it to the part that the offset touches. */
  pathAt(offset: number): { steps: Step[]; within: Node | null } {
    const steps: Step[] = [];
    let within: Node | null = null;
    for (let next: Node | null = this.root; next && isWithin(next, offset); ) {
      within = next;
      const step = stepAt(next, offset);
      if (step === undefined) return { steps, within };
      steps.push(step);
      next = step.part.value;
    }
    return { steps, within };
  }

  /** The way to what a JSON Pointer names, as far as it is there. Of a key that is there twice, the last counts. */
  pathTo(pointer: string): Step[] {
    const steps: Step[] = [];
    let next: Node | null = this.root;
    for (const segment of segmentsOf(pointer)) {
      const node: Node | null = next;
      const index = node === null ? -1 : node.kind === "array" ? indexOf(node, segment) : lastIndex(node.parts, ({ key }) => key?.name === segment);
      const part = node?.parts[index];
      if (node === null || part === undefined) break;
      steps.push({ node, part, index });
      next = part.value;
    }
    return steps;
  }

  /** The value that a JSON Pointer names. */
  nodeAt(pointer: string): Node | null {
    const steps = this.pathTo(pointer);
    return steps.length === segmentsOf(pointer).length ? (steps.length === 0 ? this.root : steps.at(-1)!.part.value) : null;
  }
}

/** What is open around a value. */
interface Around {
  depth: number;
  objects: number;
  arrays: number;
}

function enter(around: Around, { kind }: Node): void {
  around.depth += 1;
  if (kind === "object") around.objects += 1;
  else around.arrays += 1;
}

function leave(around: Around, { kind }: Node): void {
  around.depth -= 1;
  if (kind === "object") around.objects -= 1;
  else around.arrays -= 1;
}

/** Reads on from a place. It never fails: what it cannot read is a mistake, which it counts. */
class Reader {
  readonly #text: string;
  at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  /** The next value; null where something else comes first. */
  value(around: Around): Node | null {
    this.blanks();
    const start = this.at;
    const first = this.#text[start];
    if (first === "{" || first === "[") return this.#container(first === "{" ? "object" : "array", around);
    if (first === '"') {
      const { closed, isRight } = this.#string();
      return this.#scalar("string", start, closed, isRight);
    }
    const word = this.#word();
    if (word === "") return null;
    const kind = LITERALS.get(word) ?? (isNumber(word) ? "number" : "wrong");
    return this.#scalar(kind, start, true, kind !== "wrong");
  }

  #scalar(kind: Kind, start: number, closed: boolean, isRight: boolean): Node {
    return { kind, start, end: this.at, closed, parts: NO_PARTS, mistakes: isRight ? 0 : 1 };
  }

  #container(kind: "object" | "array", around: Around): Node {
    const node: Node = { kind, start: this.at, end: this.at, closed: false, parts: [], mistakes: 0 };
    if (around.depth >= DEEPEST) return this.#tooDeep(node);
    this.at += 1;
    const closing = kind === "object" ? "}" : "]";
    enter(around, node);
    this.#parts(node, closing, around);
    leave(around, node);
    if (!node.closed) node.mistakes += 1;
    node.end = this.at;
    for (const { value } of node.parts) node.mistakes += value?.mistakes ?? 1;
    return node;
  }

  #parts(node: Node, closing: string, around: Around): void {
    /** Whether a comma, or the beginning, is before. */
    let isFree = true;
    for (;;) {
      this.blanks();
      const first = this.#text[this.at];
      if (first === undefined) return;
      if (first === closing) {
        // A comma before it is one too many.
        if (isFree && node.parts.length > 0) node.mistakes += 1;
        this.at += 1;
        node.closed = true;
        return;
      }
      // It ends something around this; where there is no such thing, it is one too many.
      if (first === "}" || first === "]") {
        if ((first === "}" ? around.objects : around.arrays) > 0) return;
        node.mistakes += 1;
        this.at += 1;
      } else if (first === ",") {
        if (isFree) node.mistakes += 1;
        isFree = true;
        this.at += 1;
      } else if (first === ":") {
        node.mistakes += 1;
        this.at += 1;
      } else {
        if (!isFree) node.mistakes += 1;
        node.parts.push(node.kind === "object" ? this.#member(node, around) : this.#entry(around));
        isFree = false;
      }
    }
  }

  #entry(around: Around): Part {
    const start = this.at;
    const value = this.value(around)!;
    return { key: null, value, start, end: value.end };
  }

  #member(node: Node, around: Around): Part {
    const start = this.at;
    const first = this.#text[start];
    if (first === "{" || first === "[") {
      node.mistakes += 1;
      return this.#entry(around);
    }
    const key = this.#key(node);
    this.blanks();
    if (this.#text[this.at] !== ":") {
      this.at = key.end;
      return { key, value: null, start, end: key.end };
    }
    key.colon = this.at;
    this.at += 1;
    const end = this.at;
    this.blanks();
    const isNext = this.#text[this.at] === '"' && this.#isNextMember(end);
    const value = isNext ? null : this.value(around);
    if (value === null) this.at = end;
    return { key, value, start, end: this.at };
  }

  #key(node: Node): Key {
    const start = this.at;
    if (this.#text[start] !== '"') {
      const name = this.#word();
      node.mistakes += 1;
      return { name, start, end: this.at, closed: false, colon: -1 };
    }
    const { closed, isRight } = this.#string();
    if (!isRight) node.mistakes += 1;
    return { name: stringOf(this.#text, start, this.at, closed), start, end: this.at, closed, colon: -1 };
  }

  /** Whether a text on another line, before which a value is missing, is the key of the next member. */
  #isNextMember(from: number): boolean {
    const { at } = this;
    if (!this.#text.slice(from, at).includes("\n")) return false;
    const { closed } = this.#string();
    this.blanks();
    const isKey = closed && this.#text[this.at] === ":";
    this.at = at;
    return isKey;
  }

  /** Up to the closing quote, or to the end of the line. */
  #string(): { closed: boolean; isRight: boolean } {
    let isRight = true;
    this.at += 1;
    for (;;) {
      // Not a number at the end.
      const unit = this.#text.charCodeAt(this.at);
      if (unit === QUOTE) {
        this.at += 1;
        return { closed: true, isRight };
      }
      if (unit === LINE_FEED || unit === RETURN || Number.isNaN(unit)) return { closed: false, isRight: false };
      if (unit === BACKSLASH) {
        const length = this.#escape();
        if (length === 0) isRight = false;
        this.at += Math.max(1, length);
      } else {
        if (unit < BLANK) isRight = false;
        this.at += 1;
      }
    }
  }

  #escape(): number {
    ESCAPE.lastIndex = this.at;
    return ESCAPE.exec(this.#text)?.[0].length ?? 0;
  }

  #tooDeep(node: Node): Node {
    let depth = 0;
    while (this.at < this.#text.length) {
      const character = this.#text[this.at]!;
      if (character === '"') {
        this.#string();
        continue;
      }
      this.at += 1;
      if (character === "{" || character === "[") depth += 1;
      else if (character === "}" || character === "]") depth -= 1;
      if (depth === 0) break;
    }
    return { ...node, end: this.at, closed: depth === 0, mistakes: 1 };
  }

  blanks(): void {
    while (isBlank(this.#text.charCodeAt(this.at))) this.at += 1;
  }

  /** What is neither a sign of JSON nor a blank. */
  #word(): string {
    const start = this.at;
    for (let unit = this.#text.charCodeAt(start); !isBlank(unit) && !SIGNS.has(unit) && !Number.isNaN(unit); unit = this.#text.charCodeAt(this.at)) this.at += 1;
    return this.#text.slice(start, this.at);
  }
}

function isBlank(unit: number): boolean {
  return unit === BLANK || unit === LINE_FEED || unit === RETURN || unit === TAB;
}

function isNumber(word: string): boolean {
  NUMBER.lastIndex = 0;
  return NUMBER.exec(word)?.[0].length === word.length;
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

/** Behind its first character; where its end is missing, also at it. */
function isWithin(node: Node, offset: number): boolean {
  return isContainer(node) && node.start < offset && (node.closed ? offset < node.end : offset <= node.end);
}

/** The part that an offset touches, the later of two. */
export function stepAt(node: Node, offset: number): Step | undefined {
  const { parts } = node;
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  return part !== undefined && offset <= part.end ? { node, part, index: low - 1 } : undefined;
}

function move(part: Part, by: number): void {
  part.start += by;
  part.end += by;
  if (part.key !== null) {
    part.key.start += by;
    part.key.end += by;
    if (part.key.colon >= 0) part.key.colon += by;
  }
  if (part.value !== null) moveNode(part.value, by);
}

function moveNode(node: Node, by: number): void {
  node.start += by;
  node.end += by;
  for (const part of node.parts) move(part, by);
}

export function segmentsOf(pointer: string): string[] {
  return pointer.split("/").slice(1).map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function indexOf({ parts }: Node, segment: string): number {
  const index = /^(?:0|[1-9]\d*)$/.test(segment) ? Number(segment) : -1;
  return index < parts.length ? index : -1;
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
