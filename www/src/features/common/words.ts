/** See `words.en.ts`; here in the language of the page. */
import { words } from "../../store/language";
import type * as Words from "./words.en";

export const { mistakeWords, commonWords, laterWords, comboboxWords, failureWords, fieldWords, lackWords, problemWords } = words<typeof Words>("common");
