// Reads a JSON text, however unfinished it is. A mistake costs the part that it is in, and no more.
import { type Key, type Kind, type Node, type Part, stringOf } from "./nodes.ts";

const NO_PARTS: Part[] = [];
/** What is deeper is read, and has no parts. The engine takes 64 levels. */
const DEEPEST = 200;

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const [QUOTE, BACKSLASH, BLANK, LINE_FEED, RETURN, TAB] = [0x22, 0x5c, 0x20, 0x0a, 0x0d, 0x09];
const SIGNS = new Set(Array.from('"{}[]:,', (sign) => sign.charCodeAt(0)));
const LITERALS = new Map<string, Kind>([["true", "boolean"], ["false", "boolean"], ["null", "null"]]);

/** What is open around a value. */
export interface Around {
  depth: number;
  objects: number;
  arrays: number;
}

export function enter(around: Around, { kind }: Node): void {
  around.depth += 1;
  if (kind === "object") around.objects += 1;
  else around.arrays += 1;
}

export function leave(around: Around, { kind }: Node): void {
  around.depth -= 1;
  if (kind === "object") around.objects -= 1;
  else around.arrays -= 1;
}

/** Reads on from a place. It never fails: what it cannot read is a mistake, which it counts. */
export class Reader {
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
