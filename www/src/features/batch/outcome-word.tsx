/** What is an outcome called, and in which tone? */
import type { Tone } from "../../kit/status";
import { outcomeWords } from "../common/act-words";
import { OUTCOME_TONES } from "../common/outcome";
import type { BatchOutcome } from "./model";
import { batchWords as b } from "./words";

export function outcomeWord(outcome: BatchOutcome): { tone: Tone; words: string } {
  if (outcome === "invalid_act") return { tone: "bad", words: b.invalid };
  return { tone: OUTCOME_TONES[outcome], words: outcomeWords.words[outcome] };
}
