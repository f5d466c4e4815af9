// The answers for many acts: those of a chunk, and all of them together.
import type * as api from "./care-coverage";

export const OUTCOME_CODES = Object.freeze(["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type", "invalid_act"] as const);
const COVERED = 1;
export const INVALID_ACT = 5;

/** So many invalid acts are listed. */
export const MAX_INVALID = 1_000;
export const MAX_ACTS = 100_000_000;

export type Invalid = api.Evaluation["invalid"];
/** What the core answers for a chunk. */
export type Answered = [outcomes: Uint8Array, guarantees: Int32Array, invalid: Invalid];

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
  return evaluation(names, outcomes, guarantees, answers.flatMap(([, , invalid]) => invalid));
}

export function evaluation(names: readonly string[], outcomes: Uint8Array, guarantees: Int32Array, invalid: Invalid): api.Evaluation {
  const byOutcome = new Array<number>(OUTCOME_CODES.length).fill(0);
  const byGuarantee = new Array<number>(names.length).fill(0);
  for (let act = 0; act < outcomes.length; act++) {
    const outcome = outcomes[act]!;
    byOutcome[outcome]! += 1;
    if (outcome === COVERED) byGuarantee[guarantees[act]!]! += 1;
  }
  const summary = {
    by_outcome: Object.fromEntries(OUTCOME_CODES.map((code, position) => [code, byOutcome[position]!])),
    by_guarantee: Object.fromEntries(names.map((name, position) => [name, byGuarantee[position]!])),
  };
  return { length: outcomes.length, outcomes, guarantees, summary, invalid };
}
