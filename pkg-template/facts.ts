// Which facts of an act do filters look at? Made by `make docs` from src/coverage/facts/table.rs.

/** In the order of the filter's conditions: the field of an act and of a filter, the kind, the list of values that validation knows. */
export const FACTS = [
  { name: "is_optam_or_secteur_1", condition: "is_optam_or_secteur_1", kind: "boolean", knownValues: null },
  { name: "is_for_at_least_one_visible_tooth", condition: "is_for_at_least_one_visible_tooth", kind: "boolean", knownValues: null },
  { name: "is_etablissement_conventionne", condition: "is_etablissement_conventionne", kind: "boolean", knownValues: null },
  { name: "practitioner", condition: "practitioner", kind: "text", knownValues: "practitioners" },
  { name: "glasses_lens_complexity", condition: "glasses_lens_complexities", kind: "text", knownValues: "glassesLensComplexities" },
  { name: "reimbursed_by_secu", condition: "reimbursed_by_secu", kind: "boolean", knownValues: null },
  { name: "treatment_mode", condition: "allowed_treatment_modes", kind: "text", knownValues: "treatmentModes" },
  { name: "nature_de_soins", condition: "allowed_natures_de_soins", kind: "text", knownValues: "naturesDeSoins" },
] as const;
