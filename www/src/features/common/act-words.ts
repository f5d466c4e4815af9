/** See `act-words.en.ts`; here in the language of the page. */
import { words } from "../../store/language";
import type * as Words from "./act-words.en";

export const { becauseWords, outcomeWords, answerWords, factName, regionWords } = words<typeof Words>("acts");
