// Words for people, without the engine: rules, filters, acts, steps, checks and diagnostics in a language.
import type * as api from "./care-coverage-words";
import type * as main from "./care-coverage";
import { actInWords, filterInWords, regionInWords, selectorInWords } from "./words/acts.ts";
import { checkInWords } from "./words/checks.ts";
import { languageOf } from "./words/languages.ts";
import { ruleInWords } from "./words/rule.ts";
import { stepInWords } from "./words/steps.ts";
import { translated, translatedRow } from "./words/translate.ts";
import { objectOf } from "./words/wrong.ts";

export { LANGUAGES } from "./words/languages.ts";

export function describeRule(rule: main.AsJson<main.CoverageRuleParameterSet>, options?: api.WordsOptions): string {
  return ruleInWords(languageOf(options?.language), rule);
}

export function describeSelector(selector: main.DeepReadonly<main.CoverageCareTypeSelector>, options?: api.LabelledOptions): string {
  return selectorInWords(languageOf(options?.language), objectOf("selector", selector), options?.label);
}

export function describeFilter(filter: main.DeepReadonly<main.CoverageCareTypeFilter>, options?: api.WordsOptions): string {
  return filterInWords(languageOf(options?.language), objectOf("filter", filter));
}

export function describeRegion(region: main.DeepReadonly<main.ActRegion>, options?: api.LabelledOptions): string {
  return regionInWords(languageOf(options?.language), objectOf("region", region), options?.label);
}

export function describeAct(act: main.DeepReadonly<main.CareAct>, options?: api.LabelledOptions): string {
  return actInWords(languageOf(options?.language), objectOf("act", act), options?.label, false);
}

export function describeStep(step: main.DeepReadonly<api.Step>, options?: api.WordsOptions): api.StepInWords {
  return stepInWords(languageOf(options?.language), objectOf("step", step));
}

export function describeCheck(check: main.DeepReadonly<main.DispenseCheck>, options?: api.WordsOptions): api.CheckInWords {
  return checkInWords(languageOf(options?.language), objectOf("check", check));
}

export function translate<D extends main.Diagnostic | main.InvalidRow>(said: D, language: api.Language): D {
  const [words, given] = [languageOf(language), objectOf<main.Diagnostic | main.InvalidRow>("diagnostic", said)];
  return ("row" in given ? translatedRow(words, given) : translated(words, given)) as D;
}
