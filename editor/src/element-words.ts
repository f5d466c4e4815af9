/** See `element-words.en.ts`; here in the language of the elements. */
import { words } from "../../www/src/store/language";
import type * as Words from "./element-words.en";

export const { elementWords } = words<typeof Words>("element");
