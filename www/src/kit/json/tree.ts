/**
 * Where in a JSON text is each value?
 *
 *     nodeAt(readTree('{"a": [1, 2]}').root, "/a/1")   // { start: 10, end: 11, … }
 *
 * A text that is not finished gives the tree of what is before the mistake.
 */

/** What the grammar wanted at the place of a mistake. */
export type Expected =
  | "value" | "name" | "colon" | "comma_or_brace" | "comma_or_bracket" | "end" | "closing_quote" | "escape" | "no_line_break" | "less_depth";

export interface Span {
  start: number;
  end: number;
}

/** A value with its place. An object and an array hold their parts in the order of the text. */
export interface Node extends Span {
  kind: "object" | "array" | "scalar";
  parts: Part[];
  /** False where the text ends, or is no longer JSON, before the value's end. */
  closed: boolean;
}

/** A member of an object or an entry of an array, from its first character to its last. */
export interface Part extends Span {
  name: string;
  /** Where the name of a member is. */
  key: Span | null;
  value: Node;
}

export interface Tree {
  root: Node | null;
  /** Where and why reading ended before the end of the text. */
  stop: { offset: number; expected: Expected } | null;
}

export function readTree(text: string): Tree {
  return new Reader(text).document();
}

/** The parts that a JSON Pointer leads through, as far as they exist. Of a key that is there twice, the last counts. */
export function pathTo(root: Node, pointer: string): Part[] {
  const path: Part[] = [];
  for (const name of segmentsOf(pointer)) {
    const part = (path.at(-1)?.value ?? root).parts.findLast((part) => part.name === name);
    if (!part) break;
    path.push(part);
  }
  return path;
}

/** The value that a JSON Pointer names; null when the text has none. */
export function nodeAt(root: Node, pointer: string): Node | null {
  const path = pathTo(root, pointer);
  return path.length === segmentsOf(pointer).length ? (path.at(-1)?.value ?? root) : null;
}

/** The span of the value that a JSON Pointer names, or of the nearest value around it that exists; null without any. */
export function spanAt(root: Node | null, pointer: string): Span | null {
  return root && (pathTo(root, pointer).at(-1)?.value ?? root);
}

export function segmentsOf(pointer: string): string[] {
  return pointer.split("/").slice(1).map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

class Stop extends Error {
  constructor(readonly expected: Expected) {
    super(expected);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const BLANKS = /[ \t\n\r]*/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const DEEPEST = 1000;

/** Reads the JSON grammar. A node is in the tree from its first character on, so that a mistake loses only what comes after it. */
class Reader {
  private offset = 0;

  constructor(private readonly text: string) {}

  document(): Tree {
    let root: Node | null = null;
    try {
      this.value(0, (node) => (root = node));
      this.skip(BLANKS);
      if (this.offset < this.text.length) throw new Stop("end");
      return { root, stop: null };
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop;
      return { root, stop: { offset: this.offset, expected: stop.expected } };
    }
  }

  private value(depth: number, found: (node: Node) => void): Node {
    this.skip(BLANKS);
    if (depth > DEEPEST) throw new Stop("less_depth");
    const first = this.text[this.offset];
    const kind = first === "{" ? "object" : first === "[" ? "array" : "scalar";
    // Until its end is found, a value reaches to the end of the text.
    const node: Node = { kind, start: this.offset, end: this.text.length, parts: [], closed: false };
    if (kind !== "scalar") found(node);
    if (kind === "object") this.members(node, depth);
    else if (kind === "array") this.entries(node, depth);
    else if (first === '"') this.string();
    else if (!this.skip(WORD) && !this.skip(NUMBER)) throw new Stop("value");
    node.end = this.offset;
    node.closed = true;
    if (kind === "scalar") found(node);
    return node;
  }

  private members({ parts }: Node, depth: number): void {
    this.offset += 1;
    if (this.next("}")) return;
    do {
      this.skip(BLANKS);
      if (this.text[this.offset] !== '"') throw new Stop("name");
      const key = { start: this.offset, end: this.string() };
      const name = JSON.parse(this.text.slice(key.start, key.end)) as string;
      if (!this.next(":")) throw new Stop("colon");
      this.part(parts, { name, key, start: key.start }, depth);
    } while (this.next(","));
    if (!this.next("}")) throw new Stop("comma_or_brace");
  }

  private entries({ parts }: Node, depth: number): void {
    this.offset += 1;
    if (this.next("]")) return;
    do {
      this.skip(BLANKS);
      this.part(parts, { name: String(parts.length), key: null, start: this.offset }, depth);
    } while (this.next(","));
    if (!this.next("]")) throw new Stop("comma_or_bracket");
  }

  private part(parts: Part[], begun: { name: string; key: Span | null; start: number }, depth: number): void {
    const add = (value: Node) => parts.push({ ...begun, end: value.end, value });
    const { end } = this.value(depth + 1, add);
    parts.at(-1)!.end = end;
  }

  /** Moves behind the closing quote. */
  private string(): number {
    this.offset += 1;
    for (;;) {
      this.skip(PLAIN);
      const character = this.text[this.offset];
      if (character === undefined) throw new Stop("closing_quote");
      if (character === '"') return (this.offset += 1);
      if (character !== "\\") throw new Stop("no_line_break");
      if (!this.skip(ESCAPE)) throw new Stop("escape");
    }
  }

  private next(character: string): boolean {
    this.skip(BLANKS);
    if (this.text[this.offset] !== character) return false;
    this.offset += 1;
    return true;
  }

  private skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text);
    if (found) this.offset += found[0].length;
    return found !== null;
  }
}
