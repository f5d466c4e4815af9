/** See `words.en.ts`; here in the language of the page. */
import { words } from "../../store/language";
import type * as Words from "./words.en";

export const { importWords, columnWords } = words<typeof Words>("import");
