// Templates: a sentence with places for what differs.
//
//     {name}                 the parameter
//     [ …{name}… ]           left out where one of its parameters is null
//     {count|act|acts}       the form that goes with the number, as the language counts; # in it is the number
//
// They are data, so that a language is a table, and can be read in both directions: filled, and compared with a sentence.

/** A number that a sentence counts with, and how it is written. */
export interface Counted { number: number; shown: string }

export type Value = string | Counted | null;
export type Values = { readonly [name: string]: Value };

type Part =
  | { kind: "text"; text: string }
  | { kind: "value"; name: string }
  | { kind: "form"; name: string; forms: string[] }
  | { kind: "optional"; parts: Part[] };

const PIECES = /\{(\w+)((?:\|[^{}|]*)*)\}|\[((?:[^\][{}]|\{[^{}]*\})*)\]|([^{[]+|[{[])/g;

const parsed = new Map<string, Part[]>();

function partsOf(template: string): Part[] {
  let parts = parsed.get(template);
  if (parts === undefined) parsed.set(template, (parts = parse(template)));
  return parts;
}

function parse(template: string): Part[] {
  return Array.from(template.matchAll(PIECES), ([, name, forms, optional, text = ""]): Part => {
    if (optional !== undefined) return { kind: "optional", parts: parse(optional) };
    if (name === undefined) return { kind: "text", text };
    return forms ? { kind: "form", name, forms: forms.slice(1).split("|") } : { kind: "value", name };
  });
}

/** The names of the parameters: those that must be there, and those that may be null. */
export function parameters(template: string): { needed: Set<string>; optional: Set<string> } {
  const needed = new Set<string>();
  const optional = new Set<string>();
  const collect = (parts: Part[], into: Set<string>): void => {
    for (const part of parts) {
      if (part.kind === "optional") collect(part.parts, optional);
      else if (part.kind !== "text") into.add(part.name);
    }
  };
  collect(partsOf(template), needed);
  for (const name of needed) optional.delete(name);
  return { needed, optional };
}

/** Which of the forms of a word goes with a number. */
export type Plural = (number: number) => number;

/** The sentence. */
export function fill(template: string, values: Values, plural: Plural): string {
  return filled(partsOf(template), values, plural);
}

function filled(parts: Part[], values: Values, plural: Plural): string {
  return parts.map((part) => {
    switch (part.kind) {
      case "text":
        return part.text;
      case "optional":
        return part.parts.some((inner) => isNull(inner, values)) ? "" : filled(part.parts, values, plural);
      case "value": {
        const value = values[part.name];
        // The tests fill every template of every language.
        if (value === undefined || value === null) throw new Error(`no value for {${part.name}}`);
        return typeof value === "string" ? value : value.shown;
      }
      case "form": {
        const value = values[part.name];
        if (typeof value !== "object" || value === null) throw new Error(`no number for {${part.name}}`);
        const form = part.forms[plural(value.number)] ?? part.forms.at(-1)!;
        return form.replaceAll("#", value.shown);
      }
    }
  }).join("");
}

function isNull(part: Part, values: Values): boolean {
  return (part.kind === "value" || part.kind === "form") && (values[part.name] ?? null) === null;
}

const patterns = new Map<string, RegExp>();

/** The values with which a template gives a sentence, as they are written in it; null where it never does. Those that are known
 *  already are given. A parameter occurs once. */
export function match(template: string, sentence: string, known: { readonly [name: string]: string | null } = {}): { readonly [name: string]: string | undefined } | null {
  const key = JSON.stringify([template, known]);
  let pattern = patterns.get(key);
  if (pattern === undefined) patterns.set(key, (pattern = new RegExp(`^${patternOf(partsOf(template), known)}$`, "su")));
  const found = pattern.exec(sentence);
  return found && { ...found.groups };
}

function patternOf(parts: Part[], known: { readonly [name: string]: string | null }): string {
  return parts.map((part) => {
    switch (part.kind) {
      case "text":
        return escaped(part.text);
      case "value":
        return known[part.name] ? escaped(known[part.name]!) : `(?<${part.name}>.+?)`;
      case "form":
        return `(?:${part.forms.map(escaped).join("|")})`;
      case "optional": {
        const values = part.parts.map((inner) => (inner.kind === "value" ? known[inner.name] : undefined));
        if (values.includes(null)) return "";
        const pattern = patternOf(part.parts, known);
        return values.some((value) => value !== undefined) ? pattern : `(?:${pattern})?`;
      }
    }
  }).join("");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
