import type { ActFact } from "./facts";
import type { Annotations } from "./json";

// ───────────────────────────── care types ─────────────────────────────

/** A kind of care, as the insurer's own list names it. */
export interface InternalCareType extends Annotations {
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
  /** The facts that acts of this type have; left out or null: all. Ages always apply. */
  applicable_facts?: ActFact[] | null;
}

/** A group of care types. The same code, or id, may also name a care type. */
export interface CareTypeGroup extends Annotations {
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
export interface CareTypeMappings extends Annotations {
  internal_care_type_by_short_code: Record<string, InternalCareType>;
  care_type_group_by_short_code: Record<string, CareTypeGroup>;
  /** Key: the group's id in decimal. Lists ascending by short code. */
  care_type_group_to_internal_care_types: Record<string, InternalCareType[]>;
}

/** The same content as two lists: easier to write by hand, smaller to ship. */
export interface CareTypeLists extends Annotations {
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
export interface CoverageCareTypeSelector extends Annotations {
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
