// What is handed to the service, read with care: it may be anything.
import { unusable } from "../error.ts";
import { readable } from "../readable.ts";
import type { Span, TextEdit } from "./types.ts";

export function textOf(value: unknown, name: string): string {
  if (typeof value !== "string") throw unusable("wrong_type", `${name}: expected a string`);
  return value;
}

export function offsetIn(offset: unknown, length: number, name = "offset"): number {
  if (typeof offset !== "number" || !Number.isInteger(offset)) throw unusable("wrong_type", `${name}: expected a whole number`);
  if (offset < 0 || offset > length) throw unusable("out_of_range", `${name}: expected a place from 0 to ${length}, the end of the text`);
  return offset;
}

export function rangeIn(range: unknown, length: number): Span {
  const { start, end } = objectOf<Span>(range, "range");
  return ordered({ start: offsetIn(start, length, "range: start"), end: offsetIn(end, length, "range: end") }, "range");
}

/** Copies of the edits, which must be ascending and apart. */
export function checkedEdits(edits: unknown, length: number): TextEdit[] {
  if (!Array.isArray(edits)) throw unusable("wrong_type", "edits: expected an array");
  let last = 0;
  return readable(() => Array.from(edits as unknown[])).map((edit, index) => {
    const name = `edits: ${index}`;
    const { start, end, text } = objectOf<TextEdit>(edit, name);
    const span = ordered({ start: offsetIn(start, length, `${name}: start`), end: offsetIn(end, length, `${name}: end`) }, name);
    if (span.start < last) throw unusable("out_of_range", `${name}: expected edits in the order of the text, apart from one another`);
    last = span.end;
    return { ...span, text: textOf(text, `${name}: text`) };
  });
}

function ordered(span: Span, name: string): Span {
  if (span.end < span.start) throw unusable("out_of_range", `${name}: expected an end behind the start`);
  return span;
}

/** A plain copy: what is read twice may be another one each time. */
export function objectOf<T extends object>(value: unknown, name: string): Partial<Record<keyof T, unknown>> {
  if (typeof value !== "object" || value === null) throw unusable("wrong_type", `${name}: expected an object`);
  return readable(() => ({ ...value })) as Partial<Record<keyof T, unknown>>;
}

/** The options of a call, with none but these. */
export function optionsOf<T extends object>(value: unknown, names: readonly (keyof T & string)[]): Partial<Record<keyof T, unknown>> {
  if (value === undefined) return {};
  const options = objectOf<T>(value, "options");
  const unknown = Object.keys(options).find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) throw unusable("unknown_field", `there is no option ${JSON.stringify(unknown)}`);
  return options;
}
