/** How is a finding said in one sentence? Overlaps and gaps by their acts; the engine says one act that shows them. */
import type { ActConditions, Diagnostic } from "../../engine/engine";
import { conditionWords } from "./regions";
import { problemWords } from "./words";

/** In the words of the engine, with what a person wrote in backticks. */
export function saidOf({ code, params, message }: Diagnostic): string {
  const values = params as { act?: { care_type: string }; conditions?: ActConditions; more?: number; group?: string; first?: string | null; second?: string | null };
  if ((code !== "gap" && code !== "overlap") || !values.act || !values.conditions) return message;
  const { act, conditions, more = 0, group } = values;
  const acts = problemWords.acts(conditionWords(conditions), group ?? act.care_type, more);
  return code === "gap" ? problemWords.notCovered(acts) : problemWords.overlapping(values.first ?? problemWords.unnamed, values.second ?? problemWords.unnamed, acts);
}
