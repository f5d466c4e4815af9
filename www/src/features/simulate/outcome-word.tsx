/** What is an outcome called, and in which tone? */
import type { Tone } from "../../kit/status";
import { outcomeWords } from "../common/act-words";
import { OUTCOME_TONES } from "../common/outcome";
import type { RowOutcome } from "./model";
import { fileWords as b } from "./words";

export function outcomeWord(outcome: RowOutcome): { tone: Tone; words: string } {
  if (outcome === "invalid_act") return { tone: "bad", words: b.invalid };
  return { tone: OUTCOME_TONES[outcome], words: outcomeWords.words[outcome] };
}
