import type { ActOutcome } from "./acts";
import type { Diagnostic } from "./diagnostics";
import type { FactColumns, TextCodes } from "./facts";
import type { ReimburseOptions } from "./reimbursement";

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

/** Amounts in 1/10,000 €, `-(2n ** 63n)` where it is left out; or in euros with at most four decimals, NaN where it is left out.
 *  Percentages and quantities in the same way. */
export type AmountColumn = BigInt64Array | Float64Array;

/**
 * Acts in columns with their amounts, see `ActAmounts`; all columns are as long as `care_type`.
 *
 * - dates: days since 1970-01-01, -2147483648 left out;
 * - sides: 0 or 1 left out, 2 left, 3 right; teeth: the FDI number, 0 left out; stays: a number for each, 0 left out;
 * - units: acts of one number are counted together, 0 alone. A member, or a family where a limit is the family's;
 * - beneficiaries: a number for each person of a unit, 0 whoever the unit is.
 */
export interface PricedColumns extends ActColumns {
  charged: AmountColumn;
  brss?: AmountColumn;
  secu_rate_percent?: AmountColumn;
  pathway_rate_percent?: AmountColumn;
  secu_reimbursement?: AmountColumn;
  secu_paid?: AmountColumn;
  flat_contribution?: AmountColumn;
  franchise?: AmountColumn;
  quantity?: AmountColumn;
  plv?: AmountColumn;
  hlf?: AmountColumn;
  pmss?: AmountColumn;
  reconstituted_brss?: AmountColumn;
  care_date?: Int32Array;
  membership_start?: Int32Array;
  side?: Uint8Array;
  tooth?: Uint8Array;
  unit?: Uint32Array;
  beneficiary?: Uint32Array;
  stay_id?: Uint32Array;
}

/** How amounts in columns are computed. */
export type ReimburseColumnsOptions = Pick<ReimburseOptions, "secuRounding">;

/** What is paid for many acts, in their order, in 1/10,000 €: 0 unless the act is covered. */
export interface ReimbursedColumns {
  /** How many acts. */
  readonly length: number;
  /** By act: position in `OUTCOME_CODES` of the outcome of `reimburse`. */
  readonly outcomes: Uint8Array;
  /** By act: position in `Coverage.guaranteeNames` of the guarantee whose rule is asked; -1 where there is none. */
  readonly guarantees: Int32Array;
  /** By act: what the coverage pays. */
  readonly complementary: BigInt64Array;
  /** By act: the Sécu part after the contributions. */
  readonly secu_paid: BigInt64Array;
  /** By act: what the member pays. */
  readonly out_of_pocket: BigInt64Array;
  /** How many covered acts went the general way, which takes longer: those of rules that are no sum, or of unusual amounts. */
  readonly general: number;
  /** The acts that could not be read, at most the first 1,000, as in an `Evaluation`. */
  readonly invalid: Evaluation["invalid"];
}

/** The texts that have codes: the care types of the catalogue, and what the filters of the coverage name. A text's code is 2 + its
 *  position. */
export interface ActCodes extends TextCodes {
  care_type: string[];
}
