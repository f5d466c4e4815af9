import type { Diagnostic } from "./diagnostics";
import type { CoveragePayload } from "./coverage-payload";
import type { Coverage } from "./acts";

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
   *  completely read values are judged, and every diagnostic has a `range`. Bytes are UTF-8; of those that are not, the diagnostic
   *  "invalid_json" says where. */
  validateCoverageText(text: string | Uint8Array, options?: ValidateOptions): Diagnostic[];
  /** Throws a `CoverageError` with all problems that leave the meaning undefined (✗ in docs/codes.md). Everything else is
   *  compiled as written, so that an unfinished coverage can be tried: a reversed age range never holds, two guarantees
   *  that match one act give "ambiguous". */
  compileCoverage(payload: CoveragePayload): Coverage;
  /** Gives the memory back. Without it, garbage collection does so some time later. */
  free(): void;
  [Symbol.dispose](): void;
}
