/** What does the package say in the language of the page? Asked inside a drawing or a computed value, the answer follows the language. */
import * as words from "care-coverage/words";
import type { Language } from "care-coverage/words";

let language: () => Language = () => "en";

/** From here on the words are in the language that `read` gives. */
export function followLanguage(read: () => Language): void {
  language = read;
}

/** With its message, its fix and its related places in words; the engine's own are English. */
export function translated<D extends Parameters<typeof words.translate>[0]>(diagnostic: D): D {
  const now = language();
  return now === "en" ? diagnostic : words.translate(diagnostic, now);
}

type Label = NonNullable<words.LabelledOptions["label"]>;

export function describeRule(rule: Parameters<typeof words.describeRule>[0]): string {
  return words.describeRule(rule, { language: language() });
}

export function describeSelector(selector: Parameters<typeof words.describeSelector>[0], label?: Label): string {
  return words.describeSelector(selector, { language: language(), label });
}

export function describeFilter(filter: Parameters<typeof words.describeFilter>[0]): string {
  return words.describeFilter(filter, { language: language() });
}

export function describeStep(step: words.Step): words.StepInWords {
  return words.describeStep(step, { language: language() });
}

export function describeCheck(check: Parameters<typeof words.describeCheck>[0]): words.CheckInWords {
  return words.describeCheck(check, { language: language() });
}
