import type { SelectorTerm } from "./care-types";
import type { Age, CoverageCareTypeFilter, CoveragePayload } from "./coverage-payload";
import type { ActCodes, ActColumns, Evaluation } from "./batches";
import type { ActAmounts, LimitCounter, ReimburseManyOptions, ReimburseOptions, Reimbursement, Reimbursements } from "./reimbursement";

// ───────────────────────────── care acts and matching ─────────────────────────────

/** A text of 1 to 64 characters (code points).
 *  @minLength 1
 *  @maxLength 64 */
export type ShortText = string;

/** A calendar date "YYYY-MM-DD" of the years 0001 to 9999.
 *  @format date
 *  @pattern ^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$ */
export type CalendarDate = string;

/** An FDI tooth number: 11–18, 21–28, 31–38, 41–48, and the deciduous 51–55, 61–65, 71–75, 81–85.
 *  @asType integer */
export type ToothNumber = number;

/** The facts of one care act. A fact left out is unknown; `null` means that it does not apply to this act, so a condition
 *  on it fails. For care_date, member_birth_date and member_age, `null` is the same as left out. String facts have 1 to 64
 *  characters and are not checked against the known values. */
export interface CareAct {
  /** The short code of a care type; one that the catalogue does not know is an answer, not an error. */
  care_type: ShortText;
  care_date?: CalendarDate | null;
  member_birth_date?: CalendarDate | null;
  /** Instead of, or consistent with, the two dates. */
  member_age?: Age | null;
  is_optam_or_secteur_1?: boolean | null;
  is_for_at_least_one_visible_tooth?: boolean | null;
  /** FDI tooth numbers: tell whether one is visible. [] or null: the fact does not apply. */
  teeth?: ToothNumber[] | null;
  is_etablissement_conventionne?: boolean | null;
  /** Identification number of the établissement; tells whether it is conventionné where the catalogue has a list. */
  establishment?: ShortText | null;
  practitioner?: ShortText | null;
  glasses_lens_complexity?: ShortText | null;
  reimbursed_by_secu?: boolean | null;
  treatment_mode?: ShortText | null;
  nature_de_soins?: ShortText | null;
}

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
  undetermined: { guarantee: string; missing: string[] }[];
}

/** Kleene logic: a filter fails if a condition fails, else is unknown if one is unknown, else holds. */
export type ConditionOutcome = "holds" | "fails" | "unknown";

/** One stated condition of a filter against an act. */
export interface ConditionResult {
  field: keyof CoverageCareTypeFilter;
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
   *  change or give, and these changes, which make it match. Fewest first, then payload order. */
  nearest: { guarantee: string; pointer: string; changes: Partial<CareAct> }[];
}

/** One filter against one act, without a catalogue (default visible teeth, every fact applicable). `conditions` lists the
 *  stated ones in the order of the filter's fields; `missing` the facts that an unknown outcome waits for, sorted. */
export function matchFilter(filter: CoverageCareTypeFilter, act: Omit<CareAct, "care_type">): {
  outcome: ConditionOutcome;
  conditions: ConditionResult[];
  missing: string[];
};

/** Class of a corrective lens by its prescription in dioptres (multiples of 0.25), after the Code de la sécurité sociale,
 *  art. R871-2, 3°. A negative cylinder is rewritten as a positive one first. */
export function lensComplexity(prescription: { sphere: number; cylinder: number; multifocal: boolean }): "SIMPLE" | "COMPLEX" | "VERY_COMPLEX";

/** Completed years between two calendar dates. A 29 February birthday falls on 1 March in common years. */
export function ageOn(birthDate: string, date: string): number;

/** The values that validation knows for the string conditions of a filter, without any option. An act may carry others. */
export function knownValues(): { practitioners: string[]; glassesLensComplexities: string[]; naturesDeSoins: string[]; treatmentModes: string[] };

/** `in`: one of these values. `not_in`: any value but these. Ascending. */
export type TextCondition = { in: string[] } | { not_in: string[] };

/** Restrictions on the facts of an act; a fact left out is free. Richer than a filter: it can say "any but". */
export interface ActConditions {
  /** Completed years, both included. */
  member_age?: { min: number; max: number };
  is_optam_or_secteur_1?: boolean;
  is_for_at_least_one_visible_tooth?: boolean;
  is_etablissement_conventionne?: boolean;
  reimbursed_by_secu?: boolean;
  practitioner?: TextCondition;
  glasses_lens_complexity?: TextCondition;
  treatment_mode?: TextCondition;
  nature_de_soins?: TextCondition;
}

/** A set of possible acts: any of these care types, every listed fact restricted as said, every other fact free. The regions
 *  of one list are disjoint, but for overlaps; no two of them could be one. */
export interface ActRegion {
  /** Short codes, ascending. */
  care_types: string[];
  conditions: ActConditions;
  /** One act inside, with its age and all eight facts: the first care type, the lowest age, `false` before `true`, the first
   *  value; `null` where a fact does not apply. Feeding it back to `guaranteesFor` shows the claim. */
  witness: CareAct;
}

/** A documented bound was reached: what is not finished, and which bound. Nothing else of the answer is wrong. */
export type Truncation = { care_types: string[]; reason: string } | null;

export interface CoverageAnalysis {
  /** Two mappings of different guarantees that can both match one act, in payload order; at most 10,000. */
  overlaps: { guarantees: [string, string]; pointers: [string, string]; region: ActRegion }[];
  /** Acts that match nothing, of care types that some mapping selects: by care type, then by witness. At most 200 regions of
   *  one care type. */
  gaps: { region: ActRegion }[];
  /** Care types of the catalogue that no mapping selects, ascending. */
  unselected_care_types: string[];
  /** Mappings that could all be removed at once without changing any decision, in payload order. */
  redundant: { guarantee: string; pointer: string; reason: "selects_nothing" | "never_holds" | "covered_by_others" }[];
  truncated: Truncation;
}

export interface CoverageDiff {
  /** Names that only the later coverage has, in its order; a renamed guarantee is removed and added. */
  added_guarantees: string[];
  /** Names that only the earlier coverage has, in its order. */
  removed_guarantees: string[];
  /** Same guarantee, other rule: leaf by leaf, arrays by index, absent as `null`. `pointer` is into `coverage_rule`; `message`
   *  says the change in words. */
  rule_changes: { guarantee: string; pointer: string; before: unknown; after: unknown; message: string }[];
  /** Acts whose matching guarantees differ between the two; disjoint regions, together exactly all such acts. */
  decision_changes: { before: string[]; after: string[]; region: ActRegion }[];
  truncated: Truncation;
}

/** A compiled coverage; made by `CareTypeCatalog.compileCoverage`. */
export class Coverage {
  private constructor();
  /** The same as `compileCoverage(payload)` of the same catalogue, but `analyze` of the new coverage reuses what this one's found
   *  of the care types whose mappings did not change: for an editor that asks again after each key. Throws as
   *  `compileCoverage` does; this coverage stays as it is. */
  withPayload(payload: CoveragePayload): Coverage;
  readonly name: string;
  readonly version: number;
  /** In payload order. */
  readonly guaranteeNames: string[];
  /** The payload as it was given; a `Set` comes back as an array. */
  toPayload(): CoveragePayload;
  /** The short codes of the care types that some mapping of the guarantee selects, ascending. Throws "unknown_guarantee". */
  careTypesOf(guarantee: string): string[];
  /** Which guarantees match an act. Throws for an act that cannot be read or that contradicts itself. The answer is frozen, and
   *  shared with other acts that are decided alike. */
  guaranteesFor(act: CareAct): GuaranteeDecision;
  /** The same for an act as JSON text (RFC 8259, a string or UTF-8). What is wrong is thrown with its `range`: "invalid_json" alone;
   *  else each "duplicate_key", a key that occurs twice in one object, and the problems of the act. */
  guaranteesForText(text: string | Uint8Array): GuaranteeDecision;
  /** The same decision, why, and what would have to change. */
  explain(act: CareAct): ActExplanation;
  /** The same for an act as JSON text, which is read as `guaranteesForText` does. */
  explainText(text: string | Uint8Array): ActExplanation;
  /** Many acts at once, in their order: for each the outcome of `guaranteesFor` and the first guarantee. An act that cannot be
   *  read is `invalid_act` and stops nothing. At most 100,000,000 acts (`too_large`); `wrong_type` for no array. */
  evaluate(acts: readonly CareAct[] | ReadonlySet<CareAct>): Evaluation;
  /** Acts as text in UTF-8, with or without a byte order mark: a `CareAct` as JSON on each line, or CSV with a header of
   *  `CareAct` field names. Blank lines are not counted. See *Batches* in docs/coverage.md for the grammar of CSV; throws when
   *  its header lacks `care_type` (`missing_field`) or has an unknown or repeated column (`unknown_field`, `duplicate_key`). */
  evaluateText(text: Uint8Array | string, format: "ndjson" | "csv"): Evaluation;
  /** Acts that are arrays of codes already, the quickest way: see `ActColumns`. Throws `wrong_type` for a column of another kind
   *  or length, `unknown_field`, and `missing_field` without care types. A code that does not exist is `invalid_act`. */
  evaluateColumns(columns: ActColumns): Evaluation;
  /** The texts that have codes in `ActColumns`. */
  actCodes(): ActCodes;
  /** Acts that two guarantees claim, acts that match nothing, mappings that do nothing: exact, each with an act that shows it. */
  analyze(): CoverageAnalysis;
  /** What changes for members when `next` replaces this coverage. `next` may be of another catalogue: care types are compared
   *  by short code. A rewording (a group written as its care types, mappings in another order) is no change. */
  diff(next: Coverage): CoverageDiff;
  /** How much the covering guarantee pays, with every line of the computation. Throws for an act, counters or options that
   *  cannot be read, and the errors of the guarantee's rule, with pointers into the payload. */
  reimburse(act: CareAct & ActAmounts, counters?: LimitCounter[], options?: ReimburseOptions): Reimbursement;
  /** The same for an act as JSON text, which is read as `guaranteesForText` does. */
  reimburseText(text: string | Uint8Array, counters?: LimitCounter[], options?: ReimburseOptions): Reimbursement;
  /** A member's (or family's) acts, taken by care date, those of one date in the input's order, those without a date last;
   *  one result per act in the input's order, and the counters after all acts; those after each act are asked for by
   *  `options.counters`. Throws what `reimburse` throws, and "too_large" where more than 1,000,000 counters and entries of counters in
   *  all would be kept while the acts are counted, or shown. */
  reimburseMany(acts: readonly (CareAct & ActAmounts)[], counters?: LimitCounter[], options?: ReimburseManyOptions): Reimbursements;
  /** Gives the memory back. Without it, garbage collection does so some time later. */
  free(): void;
  [Symbol.dispose](): void;
}
