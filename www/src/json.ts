/**
 * Where does a text stop being JSON, and where in it is the value of a pointer?
 *
 * Browsers word syntax errors differently and some give no place, so the text is read again here when `JSON.parse` refuses it.
 */

/** What the grammar wanted at the place of a mistake; `messages.ts` has the words. */
export type Expected =
  | "value" | "name" | "colon" | "comma_or_brace" | "comma_or_bracket" | "end" | "closing_quote" | "escape" | "no_line_break" | "less_depth";

export interface Mistake {
  offset: number;
  line: number;
  column: number;
  expected: Expected;
  /** A comma stands before a closing bracket or brace. */
  trailingComma: boolean;
  /** The character found instead, or null at the end of the text. */
  found: string | null;
}

export type Parsed = { ok: true; value: unknown } | { ok: false; mistake: Mistake };

export interface Span {
  start: number;
  end: number;
}

export function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, mistake: findMistake(text) };
  }
}

/** 1-based line and column of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** The span of the value a JSON Pointer names, or of the nearest value around it that exists; null when the text is not JSON. */
export function locate(text: string, pointer: string): Span | null {
  const segments = pointer.split("/").slice(1).map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  const reader = new Reader(text, segments);
  try {
    reader.document();
  } catch {
    return null;
  }
  return reader.span;
}

function findMistake(text: string): Mistake {
  const reader = new Reader(text, []);
  let expected: Expected = "end";
  try {
    reader.document();
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    expected = stop.expected;
  }
  const found = reader.offset < text.length ? String.fromCodePoint(text.codePointAt(reader.offset)!) : null;
  const trailingComma = (found === "}" || found === "]") && text.slice(0, reader.offset).trimEnd().endsWith(",");
  return { offset: reader.offset, ...placeOf(text, reader.offset), expected, trailingComma, found };
}

class Stop extends Error {
  constructor(readonly expected: Expected) {
    super(expected);
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const DEEPEST = 1000;

/** Reads the JSON grammar. `matched` counts the pointer's segments that lead to the value being read, or is -1 beside its path. */
class Reader {
  offset = 0;
  span: Span | null = null;
  private spanDepth = -1;

  constructor(private readonly text: string, private readonly segments: string[]) {}

  document(): void {
    this.value(0, 0);
    this.blanks();
    if (this.offset < this.text.length) throw new Stop("end");
  }

  private value(matched: number, depth: number): void {
    this.blanks();
    if (depth > DEEPEST) throw new Stop("less_depth");
    const start = this.offset;
    const first = this.text[start];
    if (first === "{") this.members(matched, depth);
    else if (first === "[") this.elements(matched, depth);
    else if (first === '"') this.string();
    else if (!this.skip(WORD) && !this.skip(NUMBER)) throw new Stop("value");
    if (matched > this.spanDepth) {
      this.spanDepth = matched;
      this.span = { start, end: this.offset };
    }
  }

  private members(matched: number, depth: number): void {
    this.offset += 1;
    if (this.next("}")) return;
    do {
      this.blanks();
      if (this.text[this.offset] !== '"') throw new Stop("name");
      const name = this.string();
      if (!this.next(":")) throw new Stop("colon");
      this.value(this.deeper(matched, name), depth + 1);
    } while (this.next(","));
    if (!this.next("}")) throw new Stop("comma_or_brace");
  }

  private elements(matched: number, depth: number): void {
    this.offset += 1;
    if (this.next("]")) return;
    let index = 0;
    do {
      this.value(this.deeper(matched, String(index)), depth + 1);
      index += 1;
    } while (this.next(","));
    if (!this.next("]")) throw new Stop("comma_or_bracket");
  }

  private string(): string {
    const start = this.offset;
    this.offset += 1;
    for (;;) {
      const character = this.text[this.offset];
      if (character === undefined) throw new Stop("closing_quote");
      if (character < " ") throw new Stop("no_line_break");
      if (character === '"') break;
      if (character !== "\\") this.offset += 1;
      else if (!this.skip(ESCAPE)) throw new Stop("escape");
    }
    this.offset += 1;
    return JSON.parse(this.text.slice(start, this.offset)) as string;
  }

  private deeper(matched: number, segment: string): number {
    return matched >= 0 && this.segments[matched] === segment ? matched + 1 : -1;
  }

  private blanks(): void {
    while (" \t\n\r".includes(this.text[this.offset] ?? "x")) this.offset += 1;
  }

  private next(character: string): boolean {
    this.blanks();
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
