// The answers for many acts: those of a chunk, and all of them together.
import type * as api from "./care-coverage";
import { asRecord } from "./records.ts";

export const OUTCOME_CODES = Object.freeze(["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type", "invalid_act"] as const);

/** So many invalid acts are listed. */
export const MAX_INVALID = 1_000;
export const MAX_ACTS = 100_000_000;

export type Invalid = api.Evaluation["invalid"];
/** What the core answers for a chunk. It counts, too: how many acts have an outcome, in the order of the codes, then how many a
 *  guarantee alone covers, as far as there is one that does. */
export type Answered = [outcomes: Uint8Array, guarantees: Int32Array, counts: Uint32Array, invalid: Invalid];

/** The chunks, one after the other; the invalid acts are numbered over the whole. `names` are those of the guarantees. */
export function joined(names: readonly string[], answers: readonly Answered[]): api.Evaluation {
  const length = answers.reduce((sum, [outcomes]) => sum + outcomes.length, 0);
  const outcomes = new Uint8Array(length);
  const guarantees = new Int32Array(length);
  let start = 0;
  for (const [chunkOutcomes, chunkGuarantees] of answers) {
    outcomes.set(chunkOutcomes, start);
    guarantees.set(chunkGuarantees, start);
    start += chunkOutcomes.length;
  }
  return evaluation(names, outcomes, guarantees, answers.map(([, , counts]) => counts), answers.flatMap(([, , , invalid]) => invalid));
}

/** `counts` are those of the chunks. */
export function evaluation(
  names: readonly string[], outcomes: Uint8Array, guarantees: Int32Array, counts: readonly Uint32Array[], invalid: Invalid,
): api.Evaluation {
  const sum = (position: number) => counts.reduce((sum, chunk) => sum + (chunk[position] ?? 0), 0);
  const summary = {
    by_outcome: Object.fromEntries(OUTCOME_CODES.map((code, position) => [code, sum(position)])) as api.Evaluation["summary"]["by_outcome"],
    by_guarantee: asRecord(Object.fromEntries(names.map((name, position) => [name, sum(OUTCOME_CODES.length + position)]))),
  };
  return { length: outcomes.length, outcomes, guarantees, summary, invalid };
}
