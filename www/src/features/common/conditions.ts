/** What does a condition ask, and what does an act answer, in words? */
import { type ConditionResult, type CoverageCareTypeFilter, FACTS } from "../../engine/engine";
import { answerWords, factName } from "./act-words";
import { list } from "./counting";
import { valueWords } from "./values";

type Field = ConditionResult["field"];

const FACT_OF: Partial<Record<Field, string>> = {
  min_age: "member_age",
  max_age: "member_age",
  ...Object.fromEntries(FACTS.map(({ condition, name }) => [condition, name])),
};

/** The fact of the act that a condition looks at. */
export function factOf(field: Field): string {
  return FACT_OF[field] ?? field;
}

/** One line per condition of a filter; the two ages are one. */
export function filterWords(filter: CoverageCareTypeFilter): string[] {
  const { min_age, max_age, ...others } = filter;
  const lines = Object.entries(others)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([field, value]) => line(field as Field, expectedWords(field as Field, value)));
  const age = ageWords(min_age ?? null, max_age ?? null);
  return age === null ? lines : [line("min_age", age), ...lines];
}

function line(field: Field, words: string): string {
  const fact = factName(factOf(field));
  return answerWords.condition(fact.charAt(0).toUpperCase() + fact.slice(1), words);
}

function ageWords(min: number | null, max: number | null): string | null {
  if (min !== null && max !== null) return min > max ? answerWords.reversed(min, max) : answerWords.between(min, max);
  if (min !== null) return answerWords.atLeast(min);
  return max === null ? null : answerWords.atMost(max);
}

export function expectedWords(field: Field, expected: unknown): string {
  if (field === "min_age") return answerWords.atLeast(Number(expected));
  if (field === "max_age") return answerWords.atMost(Number(expected));
  if (!Array.isArray(expected)) return factWords(factOf(field), expected);
  return expected.length === 0 ? answerWords.emptyList : list(expected.map((value) => factWords(factOf(field), value)), "or");
}

/** The value of a fact; `undefined` is not known, `null` does not apply. */
export function factWords(fact: string, value: unknown): string {
  if (value === undefined) return answerWords.unknown;
  if (value === null) return answerWords.none;
  if (typeof value === "boolean") return value ? answerWords.yes : answerWords.no;
  return Array.isArray(value) ? value.join(" ") : valueWords(fact, String(value));
}
