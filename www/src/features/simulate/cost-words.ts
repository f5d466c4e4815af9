/** See `cost-words.en.ts`; here in the language of the page. */
import { words } from "../../store/language";
import type * as Words from "./cost-words.en";

export const { costWords } = words<typeof Words>("costs");
