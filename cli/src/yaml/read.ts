// What does a text in YAML 1.2 say, as JSON with the place of each value? The engine then judges the JSON, as it does any other: numbers keep
// the digits of the source, and a key that occurs twice is there twice.
import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, Node, Pair, Scalar, YAMLError } from "yaml";

/** From an offset of the source to another. */
export interface Place { start: number; end: number }

export interface YamlText {
  /** What it says, without a blank. Null where it cannot be said. */
  json: string | null;
  /** By `start:end` of the JSON, where it is in the source. */
  places: Map<string, Place>;
  problems: YamlProblem[];
  document: Document;
  lines: LineCounter;
}

export interface YamlProblem extends Place { code: YamlError; message: string }
export type YamlError = YAMLError["code"] | "NOT_UTF8" | "NO_JSON_NUMBER" | "NO_TEXT_KEY" | "TOO_DEEP" | "TOO_LARGE" | "ALIAS_OF_ITSELF";

/** Deeper is refused by the engine; this is only for the stack. */
const MOST_LEVELS = 500;
const TOO_DEEP = `more than ${MOST_LEVELS} levels`;
/** As many values as the engine takes, and so much JSON: aliases repeat what they name. */
const MOST_VALUES = 1_000_000;
const MOST_TEXT = 2 ** 26;

/** `isUtf8`: whether the bytes of the source are, which then has no replaced character. */
export function readYaml(source: string, isUtf8 = true): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(source, { uniqueKeys: false, lineCounter: lines, prettyErrors: false, version: "1.2", schema: "core" });
  const found = [...document.errors, ...document.warnings];
  const tooDeep = found.find(({ code }) => code === "RESOURCE_EXHAUSTION");
  // What follows it was not read.
  const problems: YamlProblem[] = (tooDeep ? [tooDeep] : found).map(({ code, message, pos: [start, end] }) => ({ ...(tooDeep ? { code: "TOO_DEEP", message: TOO_DEEP } : { code, message }), start, end }));
  if (!isUtf8) {
    const start = Math.max(0, source.indexOf("\ufffd"));
    problems.unshift({ code: "NOT_UTF8", message: "bytes that are not UTF-8", start, end: start + 1 });
  }
  const writer = new Writer(document as Document, problems);
  const json = problems.length === 0 ? writer.write() : null;
  return { json: problems.length === 0 ? json : null, places: writer.places, problems, document: document as Document, lines };
}

class Writer {
  readonly places = new Map<string, Place>();
  #text = "";
  #parts: string[] = [];
  #length = 0;
  #values = 0;
  #open = new Set<Node>();
  #named = new Map<Node, Node>();

  constructor(readonly document: Document, readonly problems: YamlProblem[]) {}

  write(): string {
    const { contents } = this.document;
    this.#value(contents, placeOf(contents) ?? { start: 0, end: 0 }, undefined);
    this.#parts.push(this.#text);
    return this.#parts.join("");
  }

  /** `at`: what an alias names is said to be where the alias is. */
  #value(node: unknown, around: Place, at: Place | undefined): void {
    if (this.problems.length > 0) return;
    const place = at ?? placeOf(node) ?? around;
    const start = this.#length;
    this.#values += 1;
    if (this.#values > MOST_VALUES) return this.#problem("TOO_LARGE", `more than ${MOST_VALUES} values, with what aliases repeat`, place);
    if (isAlias(node)) {
      const named = this.#named.get(node) ?? node.resolve(this.document);
      if (named) this.#named.set(node, named);
      if (!named) return this.#problem("BAD_ALIAS", `unresolved alias \`${node.source}\``, place);
      return this.#value(named, place, place);
    }
    if (isMap(node) || isSeq(node)) {
      if (this.#open.has(node as Node)) return this.#problem("ALIAS_OF_ITSELF", "an alias of what it is in", place);
      if (this.#open.size >= MOST_LEVELS) return this.#problem("TOO_DEEP", TOO_DEEP, place);
      this.#open.add(node as Node);
      const [open, close] = isMap(node) ? "{}" : "[]";
      this.#put(open!);
      this.places.set(`${start}:${start + 1}`, firstOf(node, place, at));
      node.items.forEach((item, position) => {
        if (position > 0) this.#put(",");
        if (isPair(item)) this.#pair(item, place, at);
        else this.#value(item, place, at);
      });
      this.#put(close!);
      this.#open.delete(node as Node);
    } else {
      this.#scalar(node as Scalar | null, place);
    }
    this.places.set(`${start}:${this.#length}`, place);
  }

  #pair({ key, value }: Pair, around: Place, at: Place | undefined): void {
    const place = at ?? placeOf(key) ?? around;
    if (!isScalar(key)) return this.#problem("NO_TEXT_KEY", "a key that is no text", place);
    const start = this.#length;
    const plain = key.type === "PLAIN" || key.type === undefined;
    this.#put(JSON.stringify(plain && typeof key.value !== "string" ? (key.source ?? String(key.value ?? "")) : key.value));
    this.places.set(`${start}:${this.#length}`, place);
    this.#put(":");
    this.#value(value, { start: place.end, end: place.end }, at);
  }

  #scalar(node: Scalar | null, place: Place): void {
    const value: unknown = node?.value ?? null;
    if (typeof value !== "number" && typeof value !== "bigint") return this.#put(JSON.stringify(value));
    const number = jsonNumber(node?.source ?? String(value));
    if (number === null) return this.#problem("NO_JSON_NUMBER", `\`${node?.source}\` is no number of JSON`, place);
    this.#put(number);
  }

  #put(text: string): void {
    this.#text += text;
    this.#length += text.length;
    if (this.#text.length > 65_536) {
      this.#parts.push(this.#text);
      this.#text = "";
    }
    if (this.#length > MOST_TEXT) this.#problem("TOO_LARGE", `more than ${MOST_TEXT} characters, with what aliases repeat`, { start: 0, end: 0 });
  }

  #problem(code: YamlError, message: string, place: Place): void {
    if (this.problems.length === 0) this.problems.push({ code, message, ...place });
  }
}

/** A number of the core schema as JSON writes it, with its digits; null for one that is none. */
function jsonNumber(source: string): string | null {
  if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(source)) return source;
  if (/^0o[0-7]+$|^0x[0-9a-fA-F]+$/.test(source)) return String(BigInt(source));
  const parts = /^([-+]?)0*(\d*)(?:\.(\d*))?((?:[eE][-+]?\d+)?)$/.exec(source);
  if (!parts) return null;
  const [, sign, whole, fraction, exponent] = parts;
  return `${sign === "-" ? "-" : ""}${whole || "0"}${fraction ? `.${fraction}` : ""}${exponent}`;
}

/** Without the blanks and comments after it. */
function placeOf(node: unknown): Place | undefined {
  const range = (node as Node | null)?.range;
  return range ? { start: range[0], end: Math.max(range[0], range[1]) } : undefined;
}

/** What is underlined for an object or a list: its first key or the bracket. */
function firstOf(node: { flow?: boolean; items: unknown[] }, place: Place, at: Place | undefined): Place {
  if (at) return at;
  const [first] = node.items;
  const inside = node.flow ? undefined : placeOf(isPair(first) ? first.key : first);
  return inside ?? { start: place.start, end: Math.min(place.end, place.start + 1) };
}
