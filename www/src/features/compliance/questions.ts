/** The worker that questions about all amounts are asked in: fetched with the first of them, one for all views. */
import type { AmountQuestions } from "../../engine/amounts";

let made: Promise<AmountQuestions> | null = null;

export function questions(): Promise<AmountQuestions> {
  made ??= import("../../engine/amounts").then(({ AmountQuestions }) => new AmountQuestions());
  // A file that could not be fetched is fetched again when it is next needed.
  made.catch(() => (made = null));
  return made;
}
