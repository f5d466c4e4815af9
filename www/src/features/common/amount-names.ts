/** See `amount-names.en.ts`; here in the language of the page. */
import { words } from "../../store/language";
import type * as Words from "./amount-names.en";

export const { amountNames } = words<typeof Words>("amounts");
