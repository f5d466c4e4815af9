// A diagnostic in a language: its sentence, filled with its values. What has no sentence, of another version for example, stays as it is.
import type * as main from "../care-coverage";
import { actInWords } from "./acts.ts";
import { en } from "./en.ts";
import { DIAGNOSTICS } from "./en-diagnostics.ts";
import type { Language } from "./language.ts";
import { number, quote, say } from "./numbers.ts";
import { type Value, type Values, match } from "./template.ts";

type Key = keyof typeof DIAGNOSTICS;
type Kind = "Text" | "MaybeText" | "Texts" | "Facts" | "Name" | "Integer" | "Number" | "Phrase" | "Guarantee" | "Act" | "Conditions";

/** What a message is made of; an older version has no `variant` and no `params`. */
interface Said { message: string; variant?: string; params?: object }

/** Nor has it a title of its fix. */
interface Titled { fix_title?: string | null }

/** A row of claims that is in no sum. */
export function translatedRow<R extends main.InvalidRow>(language: Language, row: R): R {
  return { ...row, message: messageIn(language, row.code ?? "row", row) };
}

export function translated<D extends main.Diagnostic>(language: Language, diagnostic: D): D {
  const { code, fix, fix_title: title, related }: D & Titled = diagnostic;
  return {
    ...diagnostic,
    message: messageIn(language, code, diagnostic),
    ...(title && fix && { fix_title: titleIn(language, code, fix) ?? title }),
    related: related.map((place) => ({ ...place, message: messageIn(language, "related", place) })),
  };
}

function messageIn(language: Language, code: string, { message, variant, params }: Said): string {
  const key = variant ? `${code}/${variant}` : code;
  if (variant === undefined || !isKey(key)) return message;
  const { argument, ...given } = params as Record<string, unknown>;
  const values = valuesIn(language, key, given);
  if (!values) return message;
  const said = say(language, language.diagnostics.messages[key], values);
  return typeof argument === "string" ? say(language, language.diagnostics.argument, { argument, message: said }) : said;
}

function isKey(key: string): key is Key {
  return Object.hasOwn(DIAGNOSTICS, key);
}

/** The values of a sentence in words; undefined where one is not there, or not known. */
function valuesIn(language: Language, key: Key, given: Record<string, unknown>): Values | undefined {
  const kinds: Record<string, Kind> = DIAGNOSTICS[key].values;
  const isWritten = (name: string) => OF_CODES.includes(key) || isQuoted(language.diagnostics.messages[key], name);
  const values = Object.entries(kinds).map(([name, kind]): [string, Value | undefined] => [name, valueIn(language, kind, given[name], isWritten(name))]);
  return values.every((pair): pair is [string, Value] => pair[1] !== undefined) ? Object.fromEntries(values) : undefined;
}

/** Integers of these sentences are codes. */
const OF_CODES: readonly Key[] = ["out_of_range/code"];

/** What is in backticks is as it is written in a document: a version, an id. */
function isQuoted(template: string, name: string): boolean {
  return Array.from(template.matchAll(/`[^`]*`/g)).some(([quoted]) => quoted.includes(`{${name}}`));
}

/** How many. The engine groups no figures, so English does not. */
function figure(language: Language, digits: string): string {
  return language === en ? digits : number(language, digits);
}

function valueIn(language: Language, kind: Kind, value: unknown, isWritten: boolean): Value | undefined {
  if (value === undefined) return undefined;
  switch (kind) {
    case "Text":
    case "Name":
      return String(value);
    case "MaybeText":
      return value === null ? null : String(value);
    case "Texts":
    case "Facts":
      return Array.isArray(value) ? value.map(quote).join(language.lists.comma) : undefined;
    case "Integer":
      return { number: Number(value), shown: isWritten ? String(value) : figure(language, String(value)) };
    case "Number":
      return String(value);
    case "Phrase":
      return phraseIn(language, String(value));
    case "Guarantee":
      return value === null ? language.diagnostics.unnamed_guarantee : quote(String(value));
    case "Act":
      return actInWords(language, value as main.CareAct, undefined, true);
    case "Conditions":
      // No sentence has a place for them.
      return "";
  }
}

/** Several bounds are one phrase. Undefined where one is not known. */
function phraseIn(language: Language, phrase: string): string | undefined {
  const parts = phrase.split(en.lists.semicolon).map((part) => {
    for (const [key, template] of Object.entries(en.diagnostics.phrases) as [keyof typeof en.diagnostics.phrases, string][]) {
      const values = match(template, part);
      if (values) return say(language, language.diagnostics.phrases[key], figuresIn(language, language.diagnostics.phrases[key], values));
    }
    return undefined;
  });
  return parts.includes(undefined) ? undefined : parts.join(language.lists.semicolon);
}

/** What is not quoted in a phrase is a figure. */
function figuresIn(language: Language, template: string, values: { readonly [name: string]: string | undefined }): Values {
  return Object.fromEntries(Object.entries(values).map(([name, text = ""]) => [name, isQuoted(template, name) ? text : figure(language, text)]));
}

/** Of a fix of several operations, the first says what it is about. */
function titleIn(language: Language, code: main.DiagnosticCode, [first]: readonly main.JsonPatchOperation[]): string | undefined {
  const { removed, ...titles } = language.diagnostics.titles;
  switch (first?.op) {
    case "add":
      return say(language, titles.add, { name: nameOf(first.path) });
    case "remove":
      return say(language, titles.remove, { name: Object.hasOwn(removed, code) ? removed[code]! : nameOf(first.path) });
    case "replace":
      return say(language, titles.replace, { value: shownIn(language, first.value) });
    case "move": {
      const title = parentOf(first.from) === parentOf(first.path) ? titles.rename : titles.move;
      return say(language, title, { name: nameOf(first.path) });
    }
    default:
      return undefined;
  }
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

function nameOf(pointer: string): string {
  return quote(pointer.slice(pointer.lastIndexOf("/") + 1).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function shownIn(language: Language, value: unknown): string {
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return `\`${value}\``;
  const { boolean, array, object } = language.diagnostics.phrases;
  return value === null ? language.diagnostics.phrases.null : typeof value === "boolean" ? boolean : Array.isArray(value) ? array : object;
}
