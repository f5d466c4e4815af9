/** Questions about all amounts, asked in a worker that is fetched with the first of them; one for all views. */
import type { AmountQuestions, Judged } from "../../engine/amounts";

let made: Promise<AmountQuestions> | null = null;

/** Rejects only where the question is given up. */
export async function askAmounts<T>(ask: (questions: AmountQuestions) => Promise<Judged<T>>): Promise<Judged<T>> {
  made ??= import("../../engine/amounts").then(({ AmountQuestions }) => new AmountQuestions());
  const questions = await made.catch(() => null);
  if (questions !== null) return ask(questions);
  // It is fetched again when it is next needed.
  made = null;
  return { state: "failed", code: "no_worker" };
}
