// Made by `make docs` from src/coverage/facts/table.rs.
import type { ShortText } from "./acts";

// ───────────────────────────── facts of an act ─────────────────────────────

/** The facts that are true or false. */
export type BooleanFact = "is_optam_or_secteur_1" | "is_for_at_least_one_visible_tooth" | "is_etablissement_conventionne" | "reimbursed_by_secu";

/** The facts that are texts. */
export type TextFact = "practitioner" | "glasses_lens_complexity" | "treatment_mode" | "nature_de_soins";

/** The facts of an act that filters look at, without age. */
export type ActFact = BooleanFact | TextFact;

/** What an act says of these facts. Left out: unknown. `null`: it does not apply to this act, so a condition on it fails. */
export interface ActFacts {
  /** The professional is OPTAM (has agreed to moderate fees) or in secteur 1 (charges the regulated fees). */
  is_optam_or_secteur_1?: boolean | null;
  /** At least one tooth that the act concerns is visible. */
  is_for_at_least_one_visible_tooth?: boolean | null;
  /** The établissement (hospital) has an agreement with the Sécu (it is conventionné); a filter's `false` asks for one that has none. */
  is_etablissement_conventionne?: boolean | null;
  /** The profession of the practitioner. */
  practitioner?: ShortText | null;
  /** The complexity of the lens of a pair of glasses. */
  glasses_lens_complexity?: ShortText | null;
  /** The Sécurité sociale reimburses the act. */
  reimbursed_by_secu?: boolean | null;
  /** How a hospital treats the patient: a national code, two digits in a string such as "02", never a number. */
  treatment_mode?: ShortText | null;
  /** The nature de soins: the national grand group of the discipline. */
  nature_de_soins?: ShortText | null;
}

/** What a filter asks of these facts; one left out or null is no condition. An empty list holds for nothing. */
export interface FactConditions {
  /** The professional is OPTAM (has agreed to moderate fees) or in secteur 1 (charges the regulated fees). */
  is_optam_or_secteur_1?: boolean | null;
  /** At least one tooth that the act concerns is visible. */
  is_for_at_least_one_visible_tooth?: boolean | null;
  /** The établissement (hospital) has an agreement with the Sécu (it is conventionné); a filter's `false` asks for one that has none. */
  is_etablissement_conventionne?: boolean | null;
  /** The profession of the practitioner. */
  practitioner?: string | null;
  /** The complexity of the lens of a pair of glasses. */
  glasses_lens_complexities?: string[] | null;
  /** The Sécurité sociale reimburses the act. */
  reimbursed_by_secu?: boolean | null;
  /** How a hospital treats the patient: a national code, two digits in a string such as "02", never a number. */
  allowed_treatment_modes?: string[] | null;
  /** The nature de soins: the national grand group of the discipline. */
  allowed_natures_de_soins?: string[] | null;
}

/** `in`: one of these values. `not_in`: any value but these. Ascending. */
export type TextCondition = { in: string[] } | { not_in: string[] };

/** Restrictions on these facts; one left out is free. */
export interface FactRestrictions {
  is_optam_or_secteur_1?: boolean;
  is_for_at_least_one_visible_tooth?: boolean;
  is_etablissement_conventionne?: boolean;
  practitioner?: TextCondition;
  glasses_lens_complexity?: TextCondition;
  reimbursed_by_secu?: boolean;
  treatment_mode?: TextCondition;
  nature_de_soins?: TextCondition;
}

/** A code for each act, see `ActColumns`. */
export interface FactColumns {
  is_optam_or_secteur_1?: Uint8Array;
  is_for_at_least_one_visible_tooth?: Uint8Array;
  is_etablissement_conventionne?: Uint8Array;
  practitioner?: Uint32Array;
  glasses_lens_complexity?: Uint32Array;
  reimbursed_by_secu?: Uint8Array;
  treatment_mode?: Uint32Array;
  nature_de_soins?: Uint32Array;
}

/** The texts that have codes, see `ActCodes`. */
export interface TextCodes {
  practitioner: string[];
  glasses_lens_complexity: string[];
  treatment_mode: string[];
  nature_de_soins: string[];
}

/** The values that validation knows for the text facts. */
export interface KnownValues {
  practitioners: string[];
  glassesLensComplexities: string[];
  treatmentModes: string[];
  naturesDeSoins: string[];
}
