/** See `words.en.ts`; here in the language of the page. */
import { words } from "../../store/language";
import type { LoadedText } from "../../store/types";
import type * as Words from "./words.en";

export const { exampleWords, kindWords, loadedWords, menuWords, noticeWords, pasteWords, sourceWords, startWords } = words<typeof Words>("documents");

/** Whether it is one of the examples, edited or not. */
export function isExample(loaded: LoadedText | null): boolean {
  if (loaded === null || loaded.isReplaced) return false;
  const titles = Object.values(exampleWords).map((words) => (typeof words === "string" ? words : words.title));
  return loaded.source === loadedWords.exampleSource || titles.includes(loaded.source);
}
