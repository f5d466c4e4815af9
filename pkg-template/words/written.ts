// Which parts of a rule do the engine's English words say? Undefined where they say none that is known.
import { en } from "./en.ts";
import type { ChoiceKind, PlainKind } from "./language.ts";
import { decimalOf } from "./numbers.ts";
import type { Cap, Plain, Term } from "./rule-model.ts";
import { match } from "./template.ts";

export function percentOf(text: string): string | undefined {
  return figureOf(match(en.numbers.percent, text)?.number);
}

function eurosOf(text: string): string | undefined {
  return figureOf(match(en.numbers.euros, text)?.number);
}

function figureOf(text: string | undefined): string | undefined {
  return decimalOf(text?.replaceAll(en.numbers.group, ""));
}

export function capOf(text: string): Cap | undefined {
  const { plv, hlf } = en.rule.caps;
  if (text === plv) return { kind: "plv", amount: null };
  if (text === hlf) return { kind: "hlf", amount: null };
  const amount = eurosOf(text);
  return amount === undefined ? undefined : { kind: "amount", amount };
}

/** The components of a rule without limits of their own. */
export function termsOf(text: string): Term[] | undefined {
  return allOf(split(text, en.rule.plus), termOf);
}

export function optionOf(text: string): Plain[] | undefined {
  return allOf(split(text, en.rule.plus), plainOf);
}

export function termOf(text: string): Term | undefined {
  for (const kind of ["greatest_of", "least_of"] as const) {
    const options = optionsOf(kind, text);
    if (options !== undefined) return { kind, options };
  }
  return plainOf(text);
}

function optionsOf(kind: ChoiceKind, text: string): Plain[][] | undefined {
  const several = match(en.rule.several[kind], text)?.options;
  if (several !== undefined) return allOf(split(several, en.lists.comma), optionOf);
  const found = match(en.rule.either[kind], text);
  return found === null ? undefined : allOf([found.option!, found.bound!], (option) => optionOf(match(en.rule.sum, option)?.option ?? option));
}

function plainOf(text: string): Plain | undefined {
  const { whole_ticket_moderateur, whole_actual_costs, ...templates } = en.rule.components;
  if (text === whole_ticket_moderateur) return { kind: "ticket_moderateur", decimal: "100", per: "act" };
  for (const [per, unit] of [["act", null], ...Object.entries(en.rule.units)] as [Plain["per"], string | null][]) {
    for (const [kind, template] of Object.entries(templates) as [PlainKind, string][]) {
      const found = match(template, text, { per: unit });
      const decimal = found && (found.amount === undefined ? percentOf(found.percent!) : eurosOf(found.amount));
      if (decimal) return { kind, decimal, per };
    }
  }
  return undefined;
}

function allOf<T>(texts: readonly string[], read: (text: string) => T | undefined): T[] | undefined {
  const all = texts.map(read);
  return all.every((one): one is T & {} => one !== undefined) ? all : undefined;
}

/** Where the separator is in no parentheses. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  for (const piece of text.split(separator)) {
    const last = parts.at(-1);
    if (last !== undefined && isOpen(last)) parts[parts.length - 1] = last + separator + piece;
    else parts.push(piece);
  }
  return parts;
}

function isOpen(text: string): boolean {
  return text.split("(").length > text.split(")").length;
}
