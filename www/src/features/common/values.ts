/** What are the facts of an act and their values called, in the language of the page? */
import { words } from "../../store/language";
import type * as Words from "./values.en";

export const { factNames, factQuestions, valueLabels } = words<typeof Words>("values");

/** The words of a value, or the value itself where it has none. A mode of treatment is known by its number, so that stays in front. */
export function valueWords(fact: string, value: string): string {
  const labels = (valueLabels as Record<string, Record<string, string>>)[fact];
  const words = labels && Object.hasOwn(labels, value) ? labels[value] : undefined;
  if (words === undefined) return value;
  return fact === "treatment_mode" ? `${value} ${words}` : words;
}
