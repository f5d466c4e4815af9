// What cannot be said, with its place: these words judge nothing, but a sentence about a value of another kind would be wrong.
import { quote } from "./numbers.ts";

/** `what` is the document, `at` the pointer of the value. */
export function wrong(what: string, at: string, expected: string, value: unknown): TypeError {
  return new TypeError(`the ${what} cannot be said: at \`${at}\`: expected ${expected}, got ${kindOf(value)}`);
}

function kindOf(value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (value === undefined) return "nothing";
  if (typeof value !== "object" || value === null) return String(value);
  return Array.isArray(value) ? "a list" : "an object";
}

/** The value itself, of a document that must be an object. */
export function objectOf<T extends object>(what: string, value: T): T {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(what, "", "an object", value);
  return value;
}

/** The texts of a list, or of a set; of a list that is left out, none. */
export function textsOf(what: string, at: string, value: unknown): string[] {
  const texts: unknown[] = value instanceof Set ? [...value] : Array.isArray(value) ? value : value === undefined || value === null ? [] : [undefined];
  if (!texts.every((text) => typeof text === "string")) throw wrong(what, at, "a list of texts", value);
  return texts as string[];
}
