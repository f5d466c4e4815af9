/** How is the outcome of an act shown? */
import type { ActExplanation } from "../../engine/engine";
import { Status, type Tone } from "../../kit/status";
import { outcomeWords } from "./act-words";

export const OUTCOME_TONES: Record<ActExplanation["outcome"], Tone> = {
  covered: "good",
  not_covered: "bad",
  ambiguous: "open",
  undetermined: "open",
  unknown_care_type: "bad",
};

export function OutcomeStatus({ outcome }: { outcome: ActExplanation["outcome"] }) {
  return <Status tone={OUTCOME_TONES[outcome]} word={outcomeWords.words[outcome]} />;
}
