/** The answers of `analyze` and `diff`, as the package's contract has them. */
// MERGE: these are the package's own once it declares them; then this file goes, and `engine.ts` passes on the package's.
import type { CareAct } from "./engine";

/** `in`: one of these values. `not_in`: any value but these. */
export type TextCondition = { in: string[] } | { not_in: string[] };

/** Restrictions on the facts of an act; a fact left out is free. */
export interface ActConditions {
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

/** A set of possible acts, and one of them. */
export interface ActRegion {
  care_types: string[];
  conditions: ActConditions;
  witness: CareAct;
}

/** What is not finished, where a bound was reached. */
export type Truncation = { care_types: string[]; reason: string } | null;

export interface CoverageAnalysis {
  overlaps: { guarantees: [string, string]; pointers: [string, string]; region: ActRegion }[];
  gaps: { region: ActRegion }[];
  unselected_care_types: string[];
  redundant: { guarantee: string; pointer: string; reason: "selects_nothing" | "never_holds" | "covered_by_others" }[];
  truncated: Truncation;
}

export interface CoverageDiff {
  added_guarantees: string[];
  removed_guarantees: string[];
  rule_changes: { guarantee: string; pointer: string; before: unknown; after: unknown; message: string }[];
  decision_changes: { before: string[]; after: string[]; region: ActRegion }[];
  truncated: Truncation;
}
