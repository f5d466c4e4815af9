/// <reference lib="esnext.disposable" />
/**
 * care-coverage: which guarantees of a health coverage match a care act, why, and how much they reimburse; and would a dispense
 * of medication be accepted?
 *
 * Ready at import, synchronously:
 *
 *     import { CareTypeCatalog } from "care-coverage";
 *
 * Rules that hold everywhere
 *  - An input that cannot be used is thrown as a `CoverageError` with every problem found. What the rules answer (not
 *    covered, undetermined) is returned.
 *  - Inputs are JSON-like values: plain objects (of any realm, or without prototype), arrays, strings, finite numbers,
 *    booleans, null. A `Set` may stand for an array. A property that is `undefined` is left out. Unknown fields are
 *    errors, except inside the entities of a dispense snapshot. So is everything else (functions, symbols, bigints, Dates, Maps, class instances, NaN, cycles, getters that
 *    throw), and the module stays usable after it.
 *  - Outputs are plain objects and arrays, arrays in the documented order; optional values are `null`, never `undefined`.
 *  - Decimals come in as a string ("18.65": no sign, exponent or blanks) or as a number read as its shortest decimal, and go
 *    out as strings. At most 12 digits before the point and 4 after it, 6 in a percentage; more is "amount_precision".
 *  - Dates are "YYYY-MM-DD" calendar dates of the years 0001 to 9999. The engine never reads a clock.
 *  - Pointers are RFC 6901 JSON Pointers into the value that was given; "" is the whole. Where a call takes two values,
 *    the message begins with the argument's name.
 *  - An object used after `free()` throws a `CoverageError` with the code "freed". `free()` itself may be called again.
 *    A `Coverage` survives its catalogue's `free()`.
 *
 * Wire fields are snake_case, as in the insurer's documents; functions, methods and options are camelCase.
 */

/** The version of this package, for example "1.2.3". */
export function packageVersion(): string;

// ───────────────────────────── diagnostics ─────────────────────────────

/** "error": the document must not be stored. "warning": it may be. "info": a hint. */
export type Severity = "error" | "warning" | "info";

/** One problem of one document. */
export interface Diagnostic {
  /** Stable snake_case identifier, see docs/codes.md; part of the API. The message is not. */
  code: string;
  severity: Severity;
  /** One line, lower-case start, no full stop, user input in backticks. */
  message: string;
  /** Where; of an unknown field its own place, of a missing field the object's. */
  pointer: string;
  /** Other places that explain this one (the first of two duplicates). */
  related: { pointer: string; message: string }[];
  /** JSON Patch (RFC 6902) on the given document that makes this diagnostic disappear, or null. */
  fix: { op: "add" | "remove" | "replace" | "move"; path: string; from?: string; value?: unknown }[] | null;
  /** Only from text: UTF-16 offsets of the value (of the key for `unknown_field` and `duplicate_key`, of the object for
   *  `missing_field`), and the 1-based line and column of its start. */
  range?: { start: number; end: number; line: number; column: number };
}

/** An input that cannot be used. */
export class CoverageError extends Error {
  /** The code of the first error among `diagnostics`. */
  readonly code: string;
  /** Every problem that made the input unusable, sorted by pointer, then code. */
  readonly diagnostics: Diagnostic[];
  constructor(diagnostics: Diagnostic[]);
}

// ───────────────────────────── care types ─────────────────────────────

/** The facts of an act that filters look at, without age. */
export type ActFact =
  | "is_optam_or_secteur_1" | "is_for_at_least_one_visible_tooth" | "is_etablissement_conventionne" | "practitioner"
  | "glasses_lens_complexity" | "reimbursed_by_secu" | "treatment_mode" | "nature_de_soins";

/** A kind of care, as the insurer's own list names it. */
export interface InternalCareType {
  /** Unique among care types; an integer within ±(2^53 − 1).
   *  @asType integer
   *  @minimum -9007199254740991
   *  @maximum 9007199254740991 */
  id: number;
  /** Unique among care types, case-sensitive, 1 to 64 characters (code points), no white space at either end.
   *  @minLength 1
   *  @maxLength 64
   *  @pattern ^(?:[^\s\u0085]|\ufeff)(?:[\s\S]*(?:[^\s\u0085]|\ufeff))?$ */
  short_code: string;
  /** What a person reads. */
  label?: string | null;
  /** The ids of the groups this care type belongs to; at least one.
   *  @minItems 1 */
  care_type_group_ids: SafeInteger[];
  /** The facts that acts of this type have; left out or null: all eight. Ages always apply. */
  applicable_facts?: ActFact[] | null;
}

/** A group of care types. The same code, or id, may also name a care type. */
export interface CareTypeGroup {
  /** Unique among groups; an integer within ±(2^53 − 1).
   *  @asType integer
   *  @minimum -9007199254740991
   *  @maximum 9007199254740991 */
  id: number;
  /** Unique among groups, case-sensitive, 1 to 64 characters (code points), no white space at either end.
   *  @minLength 1
   *  @maxLength 64
   *  @pattern ^(?:[^\s\u0085]|\ufeff)(?:[\s\S]*(?:[^\s\u0085]|\ufeff))?$ */
  short_code: string;
  /** What a person reads. */
  label?: string | null;
}

/** An integer within ±(2^53 − 1).
 *  @asType integer
 *  @minimum -9007199254740991
 *  @maximum 9007199254740991 */
export type SafeInteger = number;

/** The three look-ups of the source document's `get_care_type_mappings`. */
export interface CareTypeMappings {
  internal_care_type_by_short_code: Record<string, InternalCareType>;
  care_type_group_by_short_code: Record<string, CareTypeGroup>;
  /** Key: the group's id in decimal. Lists ascending by short code. */
  care_type_group_to_internal_care_types: Record<string, InternalCareType[]>;
}

/** The same content as two lists: easier to write by hand, smaller to ship. */
export interface CareTypeLists {
  care_type_groups: CareTypeGroup[];
  internal_care_types: InternalCareType[];
}

/**
 * Which care types a mapping selects, by short code. A field left out is an empty list.
 *
 *     included = (members of include_care_type_groups) ∪ include_care_types
 *     excluded = (members of exclude_care_type_groups) ∪ exclude_care_types
 *     selected = included \ excluded                                          precedence "exclude_wins"
 *     selected = ((members of include groups \ members of exclude groups) ∪ include types) \ exclude types
 *                                                                             precedence "types_over_groups"
 *
 * No include selects nothing: a selector that only excludes is not "everything but".
 */
export interface CoverageCareTypeSelector {
  include_care_type_groups?: string[] | Set<string>;
  exclude_care_type_groups?: string[] | Set<string>;
  include_care_types?: string[] | Set<string>;
  exclude_care_types?: string[] | Set<string>;
}

/** One short code in one field of a selector. */
export interface SelectorTerm {
  field: "include_care_type_groups" | "exclude_care_type_groups" | "include_care_types" | "exclude_care_types";
  short_code: string;
}

/** Why a selector selects what it selects. */
export interface SelectorExplanation {
  /** Every care type that some term names or whose group some term names, ascending by short code. `decided_by` is the
   *  term that names the care type, else the first group as written; `overridden` are the terms of the other side. */
  care_types: { short_code: string; selected: boolean; decided_by: SelectorTerm; overridden: SelectorTerm[] }[];
}

/** How a catalogue reads what the documents leave open. */
export interface CareTypeCatalogOptions {
  /** Which terms of a selector win. Default "exclude_wins". */
  selectorPrecedence?: "exclude_wins" | "types_over_groups";
  /** The teeth that count as visible. Default "through_second_premolar" (20 teeth); or FDI numbers, exactly these. */
  visibleTeeth?: "through_second_premolar" | "through_first_premolar" | number[];
  /** Identification numbers of établissements non conventionnés. Given, an act's `establishment` tells whether it is
   *  conventionné: true unless listed. */
  nonConventionedEstablishments?: string[] | Set<string>;
  /** Values that validation accepts beside the built-in ones. */
  knownValues?: { practitioners?: string[]; glassesLensComplexities?: string[]; naturesDeSoins?: string[]; treatmentModes?: string[] };
}

/** What a validation reports. */
export interface ValidateOptions {
  /** Codes not to report, see docs/codes.md. */
  ignore?: string[] | Set<string>;
  /** False leaves out overlap, gap and redundancy. Default true. */
  analysis?: boolean;
}

/** The care types and groups of an insurer: the look-up tables, built once. */
export class CareTypeCatalog {
  /** Throws a `CoverageError` with every problem found: those of the data, then those of the options. */
  constructor(data: CareTypeMappings | CareTypeLists, options?: CareTypeCatalogOptions);
  readonly careTypeCount: number;
  readonly careTypeGroupCount: number;
  /** Warnings about the catalogue (a group without members, a value that stands twice in a list). */
  readonly diagnostics: Diagnostic[];
  /** `label` and `applicable_facts` are always there, null where not given. */
  getCareTypeMappings(): CareTypeMappings;
  /** The care types a selector computes to, ascending by short code. Unknown short codes throw, with the nearest code. */
  getCareTypesFromSelector(selector: CoverageCareTypeSelector): InternalCareType[];
  /** Every care type that the selector touches: selected or not, and by which term. */
  explainSelector(selector: CoverageCareTypeSelector): SelectorExplanation;
  /** All diagnostics of a payload of any shape whatsoever, sorted by pointer (segment by segment, indices as numbers), then
   *  code, then the first related pointer. Never throws for a bad payload, only for options that are wrong. */
  validateCoverage(payload: unknown, options?: ValidateOptions): Diagnostic[];
  /** The same for a JSON text (RFC 8259; a byte order mark is skipped): syntax errors become diagnostics, after which only
   *  completely read values are judged, and every diagnostic has a `range`. */
  validateCoverageText(text: string, options?: ValidateOptions): Diagnostic[];
  /** Throws a `CoverageError` with all problems that leave the meaning undefined (✗ in docs/codes.md). Everything else is
   *  compiled as written, so that an unfinished coverage can be tried: a reversed age range never holds, two guarantees
   *  that match one act give "ambiguous". */
  compileCoverage(payload: CoveragePayload): Coverage;
  /** Gives the memory back. Without it, garbage collection does so some time later. */
  free(): void;
  [Symbol.dispose](): void;
}

// ───────────────────────────── coverage payload ─────────────────────────────

/** Completed years on the care date.
 *  @asType integer
 *  @minimum 0
 *  @maximum 130 */
export type Age = number;

/** Every stated condition must hold; one left out or null is no condition. An empty list holds for nothing. */
export interface CoverageCareTypeFilter {
  /** Inclusive. */
  min_age?: Age | null;
  /** Inclusive. */
  max_age?: Age | null;
  /** The professional is OPTAM (has agreed to moderate fees) or in secteur 1 (charges the regulated fees). */
  is_optam_or_secteur_1?: boolean | null;
  is_for_at_least_one_visible_tooth?: boolean | null;
  /** false: only établissements non conventionnés. */
  is_etablissement_conventionne?: boolean | null;
  practitioner?: string | null;
  glasses_lens_complexities?: string[] | null;
  reimbursed_by_secu?: boolean | null;
  /** Two-digit strings such as "02", never numbers. */
  allowed_treatment_modes?: string[] | null;
  allowed_natures_de_soins?: string[] | null;
}

/** A mapping matches an act when its selector selects the act's care type and its filter holds. */
export interface CoverageCareTypeMapping { selector: CoverageCareTypeSelector; filter: CoverageCareTypeFilter }

/** A guarantee matches an act when at least one of its mappings does. */
export interface CoverageGuarantee {
  /** Unique in the coverage, not empty; usually in UPPER_SNAKE_CASE.
   *  @pattern [^\s\u0085]|\ufeff */
  name: string;
  care_type_mappings: CoverageCareTypeMapping[];
  coverage_rule: CoverageRuleParameterSet;
}

/** A versioned list of guarantees. */
export interface CoveragePayload {
  /** Not empty.
   *  @pattern [^\s\u0085]|\ufeff */
  name: string;
  /** An integer from 1 to 2^53 − 1.
   *  @asType integer
   *  @minimum 1
   *  @maximum 9007199254740991 */
  version: number;
  guarantees: CoverageGuarantee[];
}

/** How much is reimbursed and what the limits are: a `CoverageRule`, or any object without `components`, which is somebody
 *  else's rule: kept and returned unchanged, and not computed. */
export interface CoverageRuleParameterSet { [parameter: string]: unknown }

/** A decimal of at least 0 as a text: at most 12 digits before the point and 4 after it; no sign, exponent or blanks.
 *  @pattern ^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,4})?$ */
export type DecimalText = string;

/** A decimal of at least 0 as a number, read as its shortest decimal.
 *  @minimum 0 */
export type DecimalNumber = number;

/** An amount of money in euros, or a quantity. */
export type Decimal = DecimalText | DecimalNumber;

/** A percentage as a text: at most 12 digits before the point and 6 after it; no sign, exponent or blanks.
 *  @pattern ^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?$ */
export type PercentText = string;

/** A percentage: "150" is 150 %. */
export type Percent = PercentText | DecimalNumber;

/**
 * How much a guarantee pays, in euros, exactly:
 *
 *     target    = sum of the components, rounded half-up to the cent once
 *     unlimited = target, less the Sécu part where it is included; at least 0, at most what the Sécu leaves of the price
 *     paid      = unlimited, or the least that a limit leaves; at least what `beyond_limits` pays where one took something
 *
 * A `CoverageRule` may stand wherever a `CoverageRuleParameterSet` does. See docs/reimbursement.md.
 */
export type CoverageRule = {
  /** Summed; at least one.
   *  @minItems 1 */
  components: CoverageRuleComponent[];
  /** "included", the default: the sum is a total with the Sécu part. "excluded": it comes on top of it. */
  secu_share?: "included" | "excluded";
  /** The price that is looked at, at most. */
  price_cap?: CoverageRulePriceCap | null;
  /** All apply. */
  limits?: CoverageRuleLimit[];
  /** What is paid at least where a limit takes something away. */
  beyond_limits?: CoverageRuleBeyondLimits | null;
};

/** A rule without limits. */
export interface CoverageRuleBeyondLimits {
  /** Summed; at least one.
   *  @minItems 1 */
  components: CoverageRuleComponent[];
  secu_share?: "included" | "excluded";
  price_cap?: CoverageRulePriceCap | null;
  /** There are none beyond the limits.
   *  @maxItems 0 */
  limits?: CoverageRuleLimit[];
  beyond_limits?: CoverageRuleBeyondLimits | null;
}

/** A part of the sum. */
export type CoverageRuleComponent = CoverageRulePercentage | CoverageRuleFlatAmount | CoverageRulePmssPercentage;

/** A percentage of something that the act tells. */
export interface CoverageRulePercentage {
  /** Of the BR (the base of the Sécu), of what the Sécu leaves of it, of what was charged within the price cap, of the Sécu
   *  part, or of the base that the Sécu would have if it reimbursed the act. */
  kind: "brss_percent" | "ticket_moderateur" | "actual_costs" | "rss_percent" | "reconstituted_brss_percent";
  percent: Percent;
}

/** An amount for each unit. */
export interface CoverageRuleFlatAmount {
  kind: "flat_amount";
  amount: Decimal;
  per?: CoverageRuleUnit;
}

/** A percentage of the PMSS, the monthly ceiling of the Sécu, for each unit. */
export interface CoverageRulePmssPercentage {
  kind: "pmss_percent";
  percent: Percent;
  per?: CoverageRuleUnit;
}

/** What the quantity of an act counts. "act", the default: the quantity is of no matter. */
export type CoverageRuleUnit = "act" | "session" | "day" | "semester" | "tooth" | "eye" | "ear" | "lens" | "box" | "year";

/** A regulated price of the act (PLV: devices, HLF: dental work), or an amount. */
export type CoverageRulePriceCap = { kind: "plv" | "hlf" } | { kind: "amount"; amount: Decimal };

/** How much of something is paid in a period: exactly one of `max_amount`, `max_count` and `max_days`. */
export type CoverageRuleLimit = CoverageRuleAmountLimit | CoverageRuleCountLimit | CoverageRuleDaysLimit;

/** An amount of money. */
export interface CoverageRuleAmountLimit {
  /** Limits of one key, in any rule of the coverage, share one counter. */
  key: ShortText;
  period: CoverageRulePeriod;
  max_amount: Decimal;
  /** "complementary", the default, or "total": Sécu and complementary together. */
  counts?: "complementary" | "total";
  scope?: CoverageRuleScope;
}

/** A number of acts, or of sessions where a component is per session. */
export interface CoverageRuleCountLimit {
  /** Limits of one key, in any rule of the coverage, share one counter. */
  key: ShortText;
  period: CoverageRulePeriod;
  max_count: Decimal;
  counts?: "complementary" | "total";
  scope?: CoverageRuleScope;
}

/** A number of days: what the quantity of the act counts. */
export interface CoverageRuleDaysLimit {
  /** Limits of one key, in any rule of the coverage, share one counter. */
  key: ShortText;
  period: CoverageRulePeriod;
  max_days: Decimal;
  counts?: "complementary" | "total";
  scope?: CoverageRuleScope;
}

/** When a limit begins anew. */
export type CoverageRulePeriod =
  | { kind: "act" | "stay" | "civil_year" | "membership_year" | "lifetime" }
  | { kind: "rolling_months"; months: CoverageRuleMonths };

/** A number of months, at least 1.
 *  @asType integer
 *  @minimum 1
 *  @maximum 9007199254740991 */
export type CoverageRuleMonths = number;

/** For whom, or for what, a limit is counted. Default "beneficiary". */
export type CoverageRuleScope = "beneficiary" | "family" | "eye" | "ear" | "tooth";

/** A rule in the words of a benefit table: "150 % BR, Sécu included", "TM + 200 €", "1.5 % PMSS a day, 90 days a year". A rule
 *  without `components` is only said to be another system's. Throws the errors of a rule that is wrong. */
export function describeRule(rule: CoverageRule | CoverageRuleParameterSet): string;

// ───────────────────────────── versions of a coverage ─────────────────────────────

/** A version that may be stored next, or that is stored. */
export interface CoverageVersion {
  name: string;
  /** At least 1. */
  version: number;
  /** Whether it is the first version of its coverage. */
  created: boolean;
}

/** The payload as plain JSON: what can be said of it without a catalogue. Throws the problems of its shape, and "empty_name" and
 *  "version_below_one" of the coverage. */
export function readCoveragePayload(payload: unknown): CoveragePayload;

/** Whether a payload may be stored next, where `latest` is the latest version of its coverage; left out or null, there is none.
 *  Throws what `readCoveragePayload` throws, or "version_not_one" for a first version other than 1, "version_exists" for one up to
 *  `latest`, "version_not_next" for one above `latest` + 1. */
export function checkCoverageVersion(payload: CoveragePayload, latest?: number | null): CoverageVersion;

/** What every store takes. */
export interface CoverageStoreOptions {
  /** Payloads with errors by this catalogue are refused; warnings do not matter. Without it only shape, name and version are checked. */
  catalog?: CareTypeCatalog;
}

/** The versions of every coverage. `care-coverage/stores/memory`, `…/indexeddb`, `…/sqlite` and `…/d1` have it in front of four
 *  kinds of storage; what is stored, and how two writers meet, is in docs/stores.md. Calls of one store are carried out one after
 *  the other. What the storage itself throws is passed on as it is. */
export interface CoverageStore {
  /** Stages a version, and commits unless `commit` is false. Throws a `CoverageError`: the payload's errors, "version_not_one",
   *  "version_exists" or "version_not_next"; then this payload is not staged. Where the commit fails, it is. */
  createOrUpdateCoverage(payload: CoveragePayload, options?: { commit?: boolean | null }): Promise<CoverageVersion>;
  /** The latest version, one's own staged ones included. Throws "unknown_coverage". */
  getLatestCoveragePayload(coverageShortName: string): Promise<CoveragePayload>;
  /** Throws "unknown_coverage", or "unknown_version". */
  getCoveragePayload(coverageShortName: string, version: number): Promise<CoveragePayload>;
  /** Ascending by name (code points), one's own staged versions included. */
  listCoverages(): Promise<{ name: string; latest_version: number }[]>;
  /** Makes everything staged durable, all or nothing. Throws "version_exists" where another writer stored one of the versions first:
   *  then nothing of it is visible to others, and the stage stays until `rollback()`. */
  commit(): Promise<void>;
  /** Forgets what is staged. */
  rollback(): Promise<void>;
}

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
  /** The same decision, why, and what would have to change. */
  explain(act: CareAct): ActExplanation;
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
  /** A member's (or family's) acts, taken by care date, those of one date in the input's order, those without a date last;
   *  one result per act in the input's order, each with the counters after it, and the counters after all. */
  reimburseMany(acts: readonly (CareAct & ActAmounts)[], counters?: LimitCounter[], options?: ReimburseOptions): Reimbursements;
  /** Gives the memory back. Without it, garbage collection does so some time later. */
  free(): void;
  [Symbol.dispose](): void;
}

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
  readonly summary: { by_outcome: Record<string, number>; by_guarantee: Record<string, number> };
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
export interface ActColumns {
  care_type: Uint32Array;
  member_age?: Uint8Array;
  is_optam_or_secteur_1?: Uint8Array;
  is_for_at_least_one_visible_tooth?: Uint8Array;
  is_etablissement_conventionne?: Uint8Array;
  practitioner?: Uint32Array;
  glasses_lens_complexity?: Uint32Array;
  reimbursed_by_secu?: Uint8Array;
  treatment_mode?: Uint32Array;
  nature_de_soins?: Uint32Array;
}

/** The texts that have codes: the care types of the catalogue, and what the filters of the coverage name. A text's code is 2 + its
 *  position. */
export interface ActCodes {
  care_type: string[];
  practitioner: string[];
  glasses_lens_complexity: string[];
  treatment_mode: string[];
  nature_de_soins: string[];
}

// ───────────────────────────── medication dispense ─────────────────────────────

/** Money: at most 12 digits before the point and 4 after it.
 *  @minimum 0
 *  @pattern ^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,4})?$ */
export type Money = string | number;

/** A quantity of a medication: at most 9 digits before the point and 4 after it.
 *  @minimum 0
 *  @pattern ^(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,4})?$ */
export type Quantity = string | number;

/** At most 12 digits before the point and 6 after it.
 *  @minimum 0
 *  @pattern ^(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,6})?$ */
export type Tolerance = string | number;

/** From 0 to 1, at most 6 digits after the point.
 *  @minimum 0
 *  @maximum 1
 *  @pattern ^(?:0(?:\.[0-9]{1,6})?|1(?:\.0{1,6})?)$ */
export type Deviation = string | number;

/** The figures of one discount. */
export interface DiscountInput {
  /** What the program pays for this much of the medication. */
  discount_amount: Money;
  /** What the program pays for one whole package. */
  reimbursement_amount: Money;
  /** What is handed out. */
  medication_qty: Quantity;
  /** What a whole package holds; above 0. */
  package_qty: Quantity;
}

/** Whether a discount amount is allowed. */
export interface DiscountDecision {
  /** `discount_amount * package_qty <= reimbursement_amount * medication_qty`, decided without dividing. */
  allowed: boolean;
  /** reimbursement_amount * medication_qty / package_qty, rounded half-even to 6 decimals, without trailing zeros; for
   *  display only. */
  allowed_amount: string;
  /** discount_amount minus the allowed amount when positive, likewise; "0" otherwise. */
  excess: string;
}

/** `discount_amount * package_qty <= reimbursement_amount * medication_qty`, exactly, without dividing. Money has at most 12
 *  digits before the point and 4 after it, quantities 9 and 4. Throws "not_positive" for a package of 0. */
export function checkDiscountAmount(input: DiscountInput): DiscountDecision;

/**
 * The entities that a dispense is judged by, as the system itself knows them; field names are the system's own.
 *
 * A section that is absent is not known: what reads it is "unknown". `null` or `[]` means searched and not found. A field
 * that is absent is not known, either; `null` is a value. Unknown sections and names in `config` are errors; other fields
 * inside the token, the request and the entities are ignored.
 */
export interface DispenseSnapshot {
  /** Which generation of the system's rules. */
  ruleset: "code-2019" | "page-2022";
  /** Default "create_dispense". */
  operation?: "create_dispense" | "qualify";
  /** The day of the question. */
  current_date: CalendarDate;
  /** Settings of the system. */
  config?: DispenseConfig;
  /** Who asks. */
  token?: DispenseToken;
  /** What is asked. */
  request?: DispenseRequest;
  /** The prescription. */
  medication_request?: MedicationRequest | null;
  legal_entities?: LegalEntity[] | null;
  employees?: Employee[] | null;
  divisions?: Division[] | null;
  medical_programs?: MedicalProgram[] | null;
  program_medications?: ProgramMedication[] | null;
  medications?: Medication[] | null;
  contracts?: Contract[] | null;
  medical_program_provisions?: MedicalProgramProvision[] | null;
  care_plans?: CarePlan[] | null;
  care_plan_activities?: CarePlan[] | null;
  /** Dispenses made before. */
  medication_dispenses?: MedicationDispense[] | null;
  /** The ingredients dispensed to the patient for the same time. */
  overlapping_dispensed_innm_ids?: string[] | null;
  [section: string]: unknown;
}

/** Settings of the system. A name that a check reads and that is absent is not known, but for the two with defaults. */
export interface DispenseConfig {
  /** Divisions must be verified in the DLS, the register of licences. */
  DISPENSE_DIVISION_DLS_VERIFY?: boolean | null;
  /** Programs must be provided by the division. */
  MEDICAL_PROGRAM_PROVISION_VERIFY?: boolean | null;
  /** The types of legal entities that may dispense. */
  MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES?: string[] | null;
  /** Of "code-2019": how far a discount may be above the allowed amount. Default 0.01. */
  TOLERANCE?: Tolerance | null;
  /** Of "code-2019": which part of the allowed amount a discount may be below it. Default 0.1. */
  DEVIATION?: Deviation | null;
}

export interface DispenseToken {
  /** The legal entity. */
  client_id?: string | null;
  user_id?: string | null;
  [field: string]: unknown;
}

/** Of a dispense: `code` and `medication_dispense`. Of a qualification: `medication_request_id`, `division_id`, `programs`. */
export interface DispenseRequest {
  /** The code that the patient was sent. Left out or null: none was given; an empty string is a code. */
  code?: string | null;
  medication_dispense?: RequestedDispense;
  medication_request_id?: string | null;
  /** Left out or null: none is given. */
  division_id?: string | null;
  /** The programs to qualify for; at most 100. */
  programs?: { id: string; [field: string]: unknown }[] | null;
  [field: string]: unknown;
}

export interface RequestedDispense {
  medication_request_id?: string | null;
  /** Left out or null: none is given. */
  division_id?: string | null;
  /** Left out or null: the dispense is paid by the patient alone. */
  medical_program_id?: string | null;
  /** What is handed out; at most 100. */
  dispense_details?: DispenseDetail[] | null;
  [field: string]: unknown;
}

export interface DispenseDetail {
  /** A brand. */
  medication_id?: string | null;
  medication_qty?: Quantity | null;
  /** What the program pays. */
  discount_amount?: Money | null;
  [field: string]: unknown;
}

/** A prescription. */
export interface MedicationRequest {
  id?: string | null;
  /** Must be "ACTIVE". */
  status?: string | null;
  is_active?: boolean | null;
  /** Must be "order". */
  intent?: string | null;
  dispense_valid_from?: CalendarDate | null;
  dispense_valid_to?: CalendarDate | null;
  /** The ingredient (INNM) that is prescribed. */
  medication_id?: string | null;
  medication_qty?: Quantity | null;
  medical_program_id?: string | null;
  /** null: no code is needed. */
  verification_code?: string | null;
  /** What it is based on; at most 100. */
  based_on?: { type?: string | null; id?: string | null; [field: string]: unknown }[] | null;
  is_blocked?: boolean | null;
  [field: string]: unknown;
}

export interface LegalEntity {
  id?: string | null;
  status?: string | null;
  is_active?: boolean | null;
  type?: string | null;
  [field: string]: unknown;
}

export interface Employee {
  user_id?: string | null;
  legal_entity_id?: string | null;
  /** Must be "APPROVED". */
  status?: string | null;
  is_active?: boolean | null;
  [field: string]: unknown;
}

/** A pharmacy of a legal entity. */
export interface Division {
  id?: string | null;
  legal_entity_id?: string | null;
  status?: string | null;
  is_active?: boolean | null;
  dls_verified?: boolean | null;
  [field: string]: unknown;
}

export interface MedicalProgram {
  id?: string | null;
  name?: string | null;
  is_active?: boolean | null;
  /** Only read by "page-2022". null or {}: no setting is on. */
  medical_program_settings?: MedicalProgramSettings | null;
  [field: string]: unknown;
}

export interface MedicalProgramSettings {
  skip_contract_provision_verify?: boolean | null;
  skip_mnn_in_treatment_period?: boolean | null;
  multi_medication_dispense_allowed?: boolean | null;
  [field: string]: unknown;
}

/** That a program pays for a medication, and how much. */
export interface ProgramMedication {
  medical_program_id?: string | null;
  medication_id?: string | null;
  is_active?: boolean | null;
  /** For one whole package. Only the type "FIXED" has a rule. */
  reimbursement?: { type?: string | null; reimbursement_amount?: Money | null; [field: string]: unknown } | null;
  /** false: only whole packages are handed out. */
  package_qty_divisible?: boolean | null;
  [field: string]: unknown;
}

export interface Medication {
  id?: string | null;
  /** Only a "BRAND" is dispensed. */
  type?: string | null;
  is_active?: boolean | null;
  /** What a whole package holds. */
  package_qty?: Quantity | null;
  /** The least that can be taken out of a package. */
  package_min_qty?: Quantity | null;
  ingredients?: { is_primary?: boolean | null; medication_child_id?: string | null; [field: string]: unknown }[] | null;
  [field: string]: unknown;
}

export interface Contract {
  id: string;
  /** Must be "REIMBURSEMENT", in any case. */
  type?: string | null;
  /** Must be "VERIFIED". */
  status?: string | null;
  is_active?: boolean | null;
  is_suspended?: boolean | null;
  start_date?: CalendarDate | null;
  /** Left out or null: the contract does not hold. */
  end_date?: CalendarDate | null;
  contractor_legal_entity_id?: string | null;
  medical_program_id?: string | null;
  /** Instead of `medical_program_id`. */
  medical_programs?: string[] | null;
  contract_number?: string | null;
  /** Ids, or rows; a row whose `is_active` is false does not count. */
  contract_divisions?: (string | ContractDivision)[] | null;
  [field: string]: unknown;
}

export interface ContractDivision {
  division_id?: string | null;
  is_active?: boolean | null;
  [field: string]: unknown;
}

/** That a division provides a program. */
export interface MedicalProgramProvision {
  medical_program_id?: string | null;
  division_id?: string | null;
  contract_number?: string | null;
  is_active?: boolean | null;
  [field: string]: unknown;
}

/** A care plan, or an activity of one. */
export interface CarePlan {
  id?: string | null;
  /** A plan must be "active", an activity "scheduled" or "in_progress". */
  status?: string | null;
  [field: string]: unknown;
}

/** A dispense made before. */
export interface MedicationDispense {
  medication_request_id?: string | null;
  /** "NEW" and "PROCESSED" stand in the way of another. */
  status?: string | null;
  details?: { medication_qty?: Quantity | null; [field: string]: unknown }[] | null;
  [field: string]: unknown;
}

/**
 * Would this dispense be accepted? Every check of the ruleset over the snapshot, whatever came of those before it.
 *
 *     rejected       a check with a status failed
 *     indeterminate  else, if one with a status is unknown
 *     accepted       else
 */
export function checkDispense(snapshot: DispenseSnapshot): DispenseReport;

/** What came of a dispense or a qualification. */
export interface DispenseReport {
  decision: "accepted" | "rejected" | "indeterminate";
  ruleset: string;
  /** What the source system would answer: the first check with a status that failed, or null. `certain` is false when an
   *  unknown check stands before it. */
  first_failure: { id: string; status: number; message: string; entry: string | null; certain: boolean } | null;
  /** The programs of the request, in its order. */
  programs: { program_id: string; status: "VALID" | "INVALID" | "UNKNOWN"; rejection_reason: string | null }[];
  /** The contracts for the request's program; null for a qualification, without program, and without contracts. */
  contract: ContractSelection | null;
  /** The details that can be computed. `allowed_amount` is reimbursement × quantity / package, rounded half-even to 6
   *  decimals; `allowed` is within what the ruleset tolerates. */
  amounts: { pointer: string; allowed_amount: string; discount_amount: string; allowed: boolean }[];
  /** In the ruleset's order; of checks per detail or per program, one for each. */
  checks: DispenseCheck[];
}

/** One check, see docs/dispense.md. */
export interface DispenseCheck {
  id: string;
  /** "skipped": switched off, without subject, or after a check that failed. "unknown": it waits for what is missing. */
  outcome: "passed" | "failed" | "skipped" | "unknown";
  /** The HTTP status the source gives for this failure; null unless failed, and where a program is only marked INVALID. */
  status: number | null;
  /** The source's own message, verbatim; null unless failed. */
  message: string | null;
  /** The value that decided, or the reference that was not found; null unless failed, but of a detail its place. */
  pointer: string | null;
  /** JSONPath of the source's error body, e.g. "$.dispense_details.[0].discount_amount"; null unless failed. */
  entry: string | null;
  /** Of a check per program. */
  program_id: string | null;
  /** For unknown: pointers of what is missing, sorted, at most 100. For skipped: the id of the check that failed, or the
   *  pointer of the setting or the reference that made it so. */
  because: string[];
}

/** What contracts are compared with. */
export interface ContractQuery {
  current_date: CalendarDate;
  /** The legal entity. */
  client_id: string;
  /** null: none is given. */
  division_id: string | null;
  medical_program_id: string;
  contracts: Contract[];
}

/** Which contracts satisfy all conditions, and what each condition says of each. */
export interface ContractSelection {
  /** Ids of the contracts that satisfy all seven (six without a division). */
  selected: string[];
  /** Every contract, in the order given. null: the contract lacks the field, or no division is given. */
  candidates: { id: string; conditions: Record<"type" | "status" | "dates" | "legal_entity" | "division" | "program" | "not_suspended", boolean | null> }[];
}

/** Seven conditions on every contract. */
export function selectContracts(query: ContractQuery): ContractSelection;

// ───────────────────────────── reimbursement ─────────────────────────────

/** What an act says of money, and of what its limits are counted for. `null` is the same as left out, but for `charged`.
 *  What the rule needs and the act lacks makes the act undetermined, never a silent zero. */
export interface ActAmounts {
  /** What the professional charged, in euros. */
  charged: Decimal;
  /** BR or BRSS: the base of reimbursement of the Sécu. Left out for care that the Sécu does not reimburse. */
  brss?: Decimal | null;
  /** Of the base: 70 for doctors; at most 100. */
  secu_rate_percent?: Percent | null;
  /** The Sécu part before flat contribution and franchise, instead of the rate; at most what was charged. */
  secu_reimbursement?: Decimal | null;
  /** The Sécu part after them, instead of the one before them. */
  secu_paid?: Decimal | null;
  /** Taken off the Sécu part, and never reimbursed: 2 € for an act of a doctor. Default 0. */
  flat_contribution?: Decimal | null;
  /** The same, for a box of medicine. Default 0. */
  franchise?: Decimal | null;
  /** How many sessions, days, boxes…; above 0. Default 1. */
  quantity?: Decimal | null;
  /** The regulated price of a device. */
  plv?: Decimal | null;
  /** The regulated price of dental work. */
  hlf?: Decimal | null;
  /** The monthly ceiling of the Sécu. Default: that of the year of the care date, from 2019 to 2026. */
  pmss?: Decimal | null;
  /** The base that the Sécu would have if it reimbursed the act. */
  reconstituted_brss?: Decimal | null;
  /** Who receives the care, as the caller names persons. */
  beneficiary?: ShortText | null;
  stay_id?: ShortText | null;
  membership_start?: CalendarDate | null;
  /** Of the eye or the ear. */
  side?: "left" | "right" | null;
  tooth?: ToothNumber | null;
}

/** What earlier acts used of a limit. Kept by the caller. */
export interface LimitCounter {
  key: string;
  /** The beneficiary or "family"; "/left", "/right", "/16" (a tooth) and "/" with the stay's id are appended. */
  scope_id: string;
  /** The first day of the civil or membership year; null for other periods. */
  period_start: string | null;
  amount: string;
  count: string;
  /** Rolling periods only. */
  entries: { date: string; amount: string; count: string }[] | null;
}

/** How the Sécu part is rounded to the cent. Default "down". */
export interface ReimburseOptions { secuRounding?: "down" | "half_up" }

/** Who pays what. Amounts have two decimals, or more where they have parts of a cent. */
export interface Reimbursement {
  /** "undetermined" also where the rule needs what `missing` names, and where it is another system's. */
  outcome: ActOutcome;
  guarantee: string | null;
  /** The fields that the act lacks, sorted. */
  missing: string[];
  /** Null unless outcome is "covered". secu_paid + complementary + out_of_pocket is what was charged. */
  amounts: { secu_theoretical: string; secu_paid: string; ticket_moderateur: string; complementary: string; out_of_pocket: string } | null;
  /** The computation, in order, exactly: base, rss, eligible, component:0 …, target, raw, unlimited, room:<key> …, allowed,
   *  amc, flat, secu_paid, out_of_pocket. Empty where there are no amounts. */
  steps: { step: string; value: string; note: string | null }[];
  /** What is used of the limits after the act: those given, in their order, then new ones. */
  counters: LimitCounter[];
}

/** Many acts, one after the other. */
export interface Reimbursements {
  /** One per act, in the input's order. */
  results: Reimbursement[];
  counters: LimitCounter[];
}
