// How are numbers, dates and lists written in a language? Decimals are texts, exact as the engine's.
import type { Language } from "./language.ts";
import { type Counted, type Values, fill } from "./template.ts";

/** A decimal as the engine writes it: digits, and digits after a point. */
const DECIMAL = /^([0-9]+)(?:\.([0-9]+))?$/;

/** The decimal that a document has as a text or a number, without needless zeros at its ends; undefined where it is none. */
export function decimalOf(given: unknown): string | undefined {
  const text = typeof given === "number" ? withoutExponent(given) : given;
  const [, integer, fraction = ""] = (typeof text === "string" && DECIMAL.exec(text)) || [];
  if (integer === undefined) return undefined;
  const kept = fraction.replace(/0+$/, "");
  const digits = integer.replace(/^0+(?=.)/, "");
  return kept === "" ? digits : `${digits}.${kept}`;
}

/** A number as its shortest decimal. */
function withoutExponent(number: number): string {
  const [, digits, exponent] = /^([0-9.]+)e([+-][0-9]+)$/.exec(String(number)) ?? [];
  if (digits === undefined) return String(number === 0 ? 0 : number);
  const [integer = "", fraction = ""] = digits.split(".");
  const point = integer.length + Number(exponent);
  const all = integer + fraction;
  return point > 0 ? all.padEnd(point, "0") : `0.${"0".repeat(-point)}${all}`;
}

/** A decimal of `decimalOf`, with at least so many digits after the point. */
export function number(language: Language, decimal: string, atLeast = 0): string {
  const [integer = "", fraction = ""] = decimal.split(".");
  const grouped = integer.replaceAll(/\B(?=(?:[0-9]{3})+$)/g, language.numbers.group);
  const shown = fraction.padEnd(atLeast, "0");
  return shown === "" ? grouped : `${grouped}${language.numbers.point}${shown}`;
}

/** A number to count with. */
export function counted(language: Language, decimal: string | number): Counted {
  return { number: Number(decimal), shown: number(language, String(decimal)) };
}

export function percent(language: Language, decimal: string): string {
  return say(language, language.numbers.percent, { number: number(language, decimal) });
}

/** Whole euros without decimals, others with at least two; or all with at least two. */
export function euros(language: Language, decimal: string, atLeast = decimal.includes(".") ? 2 : 0): string {
  return say(language, language.numbers.euros, { number: number(language, decimal, atLeast) });
}

/** A date "2025-03-12". Another text as it is. */
export function date(language: Language, written: string): string {
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(written) ?? [];
  return year === undefined ? written : say(language, language.numbers.date, { year, month: month!, day: day! });
}

export function list(language: Language, words: readonly string[], last: "and" | "or"): string {
  if (words.length < 2) return words[0] ?? "";
  const { comma } = language.lists;
  return say(language, language.lists[last], { first: words.slice(0, -1).join(comma), last: words.at(-1)! });
}

export function say(language: Language, template: string, values: Values): string {
  return fill(template, values, language.plural);
}

/** What a person wrote, in a sentence: as the engine quotes it. */
export function quote(text: string): string {
  const characters = Array.from(text, (character) => (/\p{Cc}/u.test(character) ? "\ufffd" : character));
  const shown = characters.slice(0, 80).join("");
  return characters.length > 80 ? `\`${shown}…\`` : `\`${shown}\``;
}
