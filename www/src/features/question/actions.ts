/** What a person can change in the question, and where it can be looked into. */
import { fromAct } from "../act/draft";
import { openAct } from "../act/try-act";
import type { KnownAct } from "./acts";
import { asked, chosen, question } from "./model";
import { questionWords } from "./words";

/** Each act has its price. */
export function chooseAct(name: KnownAct): void {
  asked.value = { name, charged: null };
}

export function setCharged(charged: string): void {
  if (chosen.value) asked.value = { name: chosen.value, charged };
}

export function openInAct(): void {
  const now = question.value;
  if (now && chosen.value) openAct(fromAct(now.act, now.amounts), questionWords.opened(questionWords.acts[chosen.value]));
}
