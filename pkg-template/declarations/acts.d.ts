import type { SelectorTerm } from "./care-types";
import type { Age } from "./coverage-payload";
import type { ActFact, ActFacts, FactConditions } from "./facts";
import type { Annotations, AsJson } from "./json";
import type { ActAmounts } from "./reimbursement";

// ───────────────────────────── care acts and matching ─────────────────────────────

/** A text of 1 to 64 characters (code points).
 *  @minLength 1
 *  @maxLength 64 */
export type ShortText = string;

/** A calendar date "YYYY-MM-DD" of the years 0001 to 9999.
 *  @format date
 *  @pattern ^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$
 *  @examples ["2026-03-01"] */
export type CalendarDate = string;

/** An FDI tooth number: 11–18, 21–28, 31–38, 41–48, and the deciduous 51–55, 61–65, 71–75, 81–85.
 *  @asType integer */
export type ToothNumber = number;

/** The facts of one care act. A fact left out is unknown; `null` means that it does not apply to this act, so a condition
 *  on it fails. For care_date, member_birth_date and member_age, `null` is the same as left out. String facts have 1 to 64
 *  characters and are not checked against the known values. */
export interface CareAct extends ActFacts, Annotations {
  /** The short code of a care type; one that the catalogue does not know is an answer, not an error. */
  care_type: ShortText;
  care_date?: CalendarDate | null;
  member_birth_date?: CalendarDate | null;
  /** Instead of, or consistent with, the two dates. */
  member_age?: Age | null;
  /** FDI tooth numbers: they say whether one is visible. [] or null: the fact does not apply. */
  teeth?: ToothNumber[] | null;
  /** Identification number of the établissement; it says whether it is conventionné where the catalogue has a list. */
  establishment?: ShortText | null;
}

/** An act as it may be given: with or without amounts, of which only `reimburse` and `reimburseMany` make use. Elsewhere they are only
 *  read, so that one that is wrong is an error everywhere. */
export type GivenAct = AsJson<CareAct & Partial<ActAmounts>>;

/** A fact that an answer waits for. */
export type MissingFact = ActFact | "member_age";

/**
 * With M the guarantees that certainly match, and U those that match or not depending on facts left out:
 * "undetermined" U is not empty; else "ambiguous" M has two or more, "covered" exactly one, "not_covered" none;
 * "unknown_care_type" the catalogue has no such short code.
 */
export type ActOutcome = "not_covered" | "covered" | "ambiguous" | "undetermined" | "unknown_care_type";

/** Which guarantees match an act. */
export interface GuaranteeDecision {
  outcome: ActOutcome;
  /** Guarantees with a mapping that certainly matches, in payload order, each once. */
  guarantees: string[];
  /** Guarantees that match or not depending on facts the act does not give. Facts in CareAct field names, sorted. */
  undetermined: { guarantee: string; missing: MissingFact[] }[];
}

/** Kleene logic: a filter fails if a condition fails, else is unknown if one is unknown, else holds. */
export type ConditionOutcome = "holds" | "fails" | "unknown";

/** One stated condition of a filter against an act. */
export interface ConditionResult {
  field: keyof FactConditions | "min_age" | "max_age";
  outcome: ConditionOutcome;
  /** The filter's value. */
  expected: unknown;
  /** The act's value (age as a number), null where it has none or is unknown. */
  actual: unknown;
}

/** Which guarantees match an act, why, and what would have to change for the others. */
export interface ActExplanation extends GuaranteeDecision {
  /** Every mapping whose selector selects the care type, in payload order. */
  mappings: { guarantee: string; pointer: string; outcome: ConditionOutcome; decided_by: SelectorTerm; conditions: ConditionResult[] }[];
  /** For each guarantee that selects the care type and does not certainly match: its mapping with the fewest facts to
   *  change or give, and these changes, which make it match. Fewest first, then payload order. Of an act whose care type is unknown, but
   *  near a known one or its label, that care type is among the changes. */
  nearest: { guarantee: string; pointer: string; changes: Partial<CareAct> }[];
}
