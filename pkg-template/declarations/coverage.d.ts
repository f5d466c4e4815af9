import type { AnalyzeOptions } from "./acceptances";
import type { ActExplanation, CareAct, GivenAct, GuaranteeDecision } from "./acts";
import type { AmountComparison, CompareAmountsOptions } from "./amount-comparison";
import type { CoverageAnalysis, CoverageDiff, DiffOptions } from "./analysis";
import type { ActCodes, ActColumns, Evaluation, PricedColumns, ReimburseColumnsOptions, ReimbursedColumns } from "./batches";
import type { CoveragePayload } from "./coverage-payload";
import type { Diagnostic, TextDiagnostic, ValidateOptions } from "./diagnostics";
import type { AsJson, DeepReadonly } from "./json";
import type { ActAmounts, LimitCounter, ReimburseManyOptions, ReimburseOptions, Reimbursement, Reimbursements } from "./reimbursement";
import type { RequirementProfile, RequirementsOptions, RequirementsReport } from "./requirements";

// ───────────────────────────── a compiled coverage ─────────────────────────────

/** A compiled coverage; made by `CareTypeCatalog.compileCoverage`. */
export class Coverage {
  private constructor();
  /** The same as `compileCoverage(payload)` of the same catalogue, but `analyze` of the new coverage reuses what this one's found
   *  of the care types whose mappings did not change: for an editor that asks again after each key. Throws as
   *  `compileCoverage` does; this coverage stays as it is. */
  withPayload(payload: AsJson<CoveragePayload>): Coverage;
  readonly name: string;
  readonly version: number;
  /** In payload order. */
  readonly guaranteeNames: string[];
  /** The payload as it was given; a `Set` comes back as an array. */
  toPayload(): CoveragePayload;
  /** The same, for `JSON.stringify`. */
  toJSON(): CoveragePayload;
  /** The short codes of the care types that some mapping of the guarantee selects, ascending. Throws "unknown_guarantee". */
  careTypesOf(guarantee: string): string[];
  /** Which guarantees match an act. Throws for an act that cannot be read or that contradicts itself. The answer is frozen, and
   *  shared with other acts that are decided alike. */
  guaranteesFor(act: GivenAct): GuaranteeDecision;
  /** The same for an act as JSON text (RFC 8259, a string or UTF-8). What is wrong is thrown with its `range`: "invalid_json" alone;
   *  else each "duplicate_key", a key that occurs twice in one object, and the problems of the act. */
  guaranteesForText(text: string | Uint8Array): GuaranteeDecision;
  /** The same decision, why, and what would have to change. */
  explain(act: GivenAct): ActExplanation;
  /** The same for an act as JSON text, which is read as `guaranteesForText` does. */
  explainText(text: string | Uint8Array): ActExplanation;
  /** Many acts at once, in their order: for each the outcome of `guaranteesFor` and the first guarantee. An act that cannot be
   *  read is `invalid_act` and stops nothing. At most 100,000,000 acts (`too_large`); `wrong_type` for no array. */
  evaluate(acts: readonly GivenAct[] | ReadonlySet<GivenAct>): Evaluation;
  /** Acts as text in UTF-8, with or without a byte order mark: a `CareAct` as JSON on each line, or CSV with a header of
   *  `CareAct` field names. Blank lines are not counted. See *Batches* in docs/coverage.md for the grammar of CSV; throws when
   *  its header lacks `care_type` (`missing_field`) or has an unknown or repeated column (`unknown_field`, `duplicate_key`). */
  evaluateText(text: Uint8Array | string, format: "ndjson" | "csv"): Evaluation;
  /** Acts that are arrays of codes already, the quickest way: see `ActColumns`. Throws `wrong_type` for a column of another kind
   *  or length, `unknown_field`, and `missing_field` without care types. A code that does not exist is `invalid_act`. */
  evaluateColumns(columns: Readonly<ActColumns>): Evaluation;
  /** What `reimburse` pays for each of many acts in columns, as integers; acts of one `unit` are counted together, as `reimburseMany`
   *  does, in whatever order they come. Throws what `evaluateColumns` throws, for options that are wrong, and the errors of a rule that
   *  should pay for an act. An act that cannot be read is `invalid_act`. */
  reimburseColumns(columns: Readonly<PricedColumns>, options?: ReimburseColumnsOptions): ReimbursedColumns;
  /** The texts that have codes in `ActColumns`. */
  actCodes(): ActCodes;
  /** Acts that two guarantees claim, acts that match nothing, mappings that do nothing: exact, each with an act that shows it.
   *  Throws only for options that are wrong. */
  analyze(options?: AsJson<AnalyzeOptions>): CoverageAnalysis;
  /** What changes for members when `next` replaces this coverage. `next` may be of another catalogue: care types are compared
   *  by short code. A rewording (a group written as its care types, mappings in another order) is no change. With a day, what members
   *  get is compared, too: `amount_changes`. Throws only for options that are wrong. */
  diff(next: Coverage, options?: DiffOptions): CoverageDiff;
  /** For which acts, and at which amounts, does `next` pay more or less than this coverage? Decided exactly for all amounts at once, by
   *  linear algebra and not by trying; each answer has an act with amounts that shows it, and what cannot be decided is said. A
   *  rule in other words that pays the same is no change. Throws only for options that are wrong. */
  compareAmounts(next: Coverage, options: CompareAmountsOptions): AmountComparison;
  /** What came of each requirement of a profile, such as the law of the *contrat responsable*: for every act of its classes, and all
   *  amounts. Throws for a profile or options that are wrong. */
  checkRequirements(profile: AsJson<RequirementProfile>, options: AsJson<RequirementsOptions>): RequirementsReport;
  /** All diagnostics of a payload that is to replace this coverage, the same as those of `CareTypeCatalog.validateCoverage`. Care types
   *  whose mappings did not change are not analyzed again, neither here nor in what `withPayload` makes of this coverage next: for
   *  an editor that asks after each key. Throws only for options that are wrong. */
  validate(payload: unknown, options?: ValidateOptions): Diagnostic[];
  /** The same for a JSON text, which is read as `CareTypeCatalog.validateCoverageText` does. */
  validateText(text: string | Uint8Array, options?: ValidateOptions): TextDiagnostic[];
  /** How much the covering guarantee pays, with every line of the computation. Throws for an act, counters or options that
   *  cannot be read, and the errors of the guarantee's rule, with pointers into the payload. */
  reimburse(act: AsJson<CareAct & ActAmounts>, counters?: DeepReadonly<LimitCounter[]>, options?: ReimburseOptions): Reimbursement;
  /** The same for an act as JSON text, which is read as `guaranteesForText` does. */
  reimburseText(text: string | Uint8Array, counters?: DeepReadonly<LimitCounter[]>, options?: ReimburseOptions): Reimbursement;
  /** A member's (or family's) acts, taken by care date, those of one date in the input's order, those without a date last;
   *  one result per act in the input's order, and the counters after all acts; those after each act are asked for by
   *  `options.counters`. Throws what `reimburse` throws, and "too_large" where more than 1,000,000 counters and entries of counters in
   *  all would be kept while the acts are counted, or shown. */
  reimburseMany(acts: readonly AsJson<CareAct & ActAmounts>[], counters?: DeepReadonly<LimitCounter[]>, options?: ReimburseManyOptions): Reimbursements;
  /** Gives the memory back. Without it, garbage collection does so some time later. */
  free(): void;
  [Symbol.dispose](): void;
}
