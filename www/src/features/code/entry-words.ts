/** See `entry-words.en.ts`; here in the language of the page. */
import { words } from "../../store/language";
import type * as Words from "./entry-words.en";

export const { codeEntryWords } = words<typeof Words>("codeEntry");
