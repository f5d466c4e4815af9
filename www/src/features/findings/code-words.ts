/** See `code-words.en.ts`; here in the language of the page. */
import { words } from "../../store/language";
import type * as Words from "./code-words.en";

export const { codeNames, nextWords, otherWords } = words<typeof Words>("codes");

/** What findings of a code are called. */
export function codeName(code: string): string {
  return (codeNames as Record<string, string | undefined>)[code] ?? otherWords.name;
}

/** What a person does next, where no choice can do it. */
export function nextStep(code: string): string {
  return (nextWords as Record<string, string | undefined>)[code] ?? otherWords.next;
}
