// A line of a computation in words. The engine's notes are English sentences: by the English table they are read, and said by another.
import type * as main from "../care-coverage";
import { optionInWords, termInWords } from "./components.ts";
import { en } from "./en.ts";
import type { Language, StepName } from "./language.ts";
import { decimalOf, euros, number, percent, quote, say } from "./numbers.ts";
import { capInWords } from "./rule.ts";
import { type Values, match } from "./template.ts";
import { capOf, optionOf, percentOf, termOf, termsOf } from "./written.ts";

export type Step = main.Reimbursement["steps"][number];

export function stepInWords(language: Language, step: Step): { name: string; value: string; note: string | null } {
  const colon = step.step.indexOf(":");
  const name = colon < 0 ? step.step : step.step.slice(0, colon);
  const which = step.step.slice(colon + 1);
  const decimal = decimalOf(step.value);
  return {
    name: isStep(name) ? say(language, language.steps.names[name], { number: String(Number(which) + 1), key: quote(which) }) : step.step,
    value: decimal === undefined ? step.value : euros(language, decimal, 2),
    note: step.note === null || !isStep(name) ? step.note : (noteInWords(language, name, step.note) ?? step.note),
  };
}

function isStep(name: string): name is StepName {
  return Object.hasOwn(en.steps.names, name);
}

/** Undefined for a note that is not known. */
function noteInWords(language: Language, step: StepName, note: string): string | undefined {
  const known: Record<string, string> = en.steps.notes[step];
  const words: Record<string, string> = language.steps.notes[step];
  for (const [key, template] of Object.entries(known)) {
    const written = match(template, note);
    const values = written && valuesOf(language, written);
    if (values) return say(language, words[key]!, values);
  }
  return undefined;
}

/** What the places of a note hold, in a language; null where one of them is not known. */
function valuesOf(language: Language, written: { readonly [name: string]: string | undefined }): Values | null {
  const values = Object.entries(written).map(([name, text]): [string, string | undefined] => [name, IN_WORDS[name]?.(language, text!)]);
  return values.every((pair): pair is [string, string] => pair[1] !== undefined) ? Object.fromEntries(values) : null;
}

const IN_WORDS: Record<string, (language: Language, text: string) => string | undefined> = {
  percent: (language, text) => inWords(percentOf(text), (decimal) => percent(language, decimal)),
  used: countInWords,
  maximum: countInWords,
  cap: (language, text) => inWords(capOf(text), (cap) => capInWords(language, cap)),
  component: (language, text) => inWords(termOf(text), (term) => termInWords(language, term)),
  option: (language, text) => inWords(optionOf(text), (option) => optionInWords(language, option)),
  rule: beyondInWords,
};

/** As many decimals as are written. */
function countInWords(language: Language, text: string): string | undefined {
  return inWords(decimalOf(text), (decimal) => number(language, decimal, text.split(".")[1]?.length));
}

function inWords<T>(read: T | undefined, say: (read: T) => string): string | undefined {
  return read === undefined ? undefined : say(read);
}

/** Components, their price cap and their share. */
function beyondInWords(language: Language, text: string): string | undefined {
  for (const share of ["included", "excluded"] as const) {
    const found = match(en.rule.shares[share], text);
    const what = found && whatInWords(language, found.what!);
    if (what) return say(language, language.rule.shares[share], { what });
  }
  return whatInWords(language, text);
}

function whatInWords(language: Language, text: string): string | undefined {
  const capped = match(en.rule.capped, text);
  const terms = termsOf(capped?.components ?? text);
  const words = terms?.map((term) => termInWords(language, term)).join(language.rule.plus);
  if (!capped || words === undefined) return words;
  const cap = IN_WORDS.cap!(language, capped.cap!);
  return cap && say(language, language.rule.capped, { components: words, cap });
}
