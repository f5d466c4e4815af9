import type { ActOutcome } from "./acts";
import type { Diagnostic } from "./diagnostics";
import type { FactColumns, TextCodes } from "./facts";

// ───────────────────────────── many acts ─────────────────────────────

/** The outcomes of a batch; `Evaluation.outcomes` holds positions in this list. */
export const OUTCOME_CODES: readonly ["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type", "invalid_act"];

/** The answers for many acts, in their order. */
export interface Evaluation {
  /** How many acts. */
  readonly length: number;
  /** By act: position in `OUTCOME_CODES`. */
  readonly outcomes: Uint8Array;
  /** By act: position in `Coverage.guaranteeNames` of the first guarantee that certainly matches; -1 where there is none. */
  readonly guarantees: Int32Array;
  /** How many acts have each of the six outcomes, and how many each guarantee alone covers (`covered` acts only). */
  readonly summary: { by_outcome: Record<ActOutcome | "invalid_act", number>; by_guarantee: Record<string, number> };
  /** The acts that could not be read, at most the first 1,000: position from 0, the line of the text from 1 (null where the batch
   *  is no text), and why, with pointers relative to the act. */
  readonly invalid: { index: number; line: number | null; diagnostics: Diagnostic[] }[];
}

/**
 * Acts in columns, a code for each act; all columns are as long as `care_type`. A column that is left out leaves its fact out of
 * every act.
 *
 * - care types and texts: 0 left out, 1 `null` or a text that `actCodes` does not list, else 2 + its position in that list;
 *   an act without care type (0) is `invalid_act`, one with 1 is `unknown_care_type`;
 * - booleans: 0 left out, 1 `null`, 2 `false`, 3 `true`;
 * - ages: completed years on the care date, 0 to 130; 255 left out.
 */
export interface ActColumns extends FactColumns {
  care_type: Uint32Array;
  member_age?: Uint8Array;
}

/** The texts that have codes: the care types of the catalogue, and what the filters of the coverage name. A text's code is 2 + its
 *  position. */
export interface ActCodes extends TextCodes {
  care_type: string[];
}
