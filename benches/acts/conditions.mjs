// The ten conditions of a filter, and the facts of an act that they ask.

export const FLAGS = ["is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "reimbursed_by_secu"];

/** By fact: the condition that holds a list of its values. */
export const LISTS = {
  glasses_lens_complexity: "glasses_lens_complexities",
  treatment_mode: "allowed_treatment_modes",
  nature_de_soins: "allowed_natures_de_soins",
};

export const TEXTS = ["practitioner", ...Object.keys(LISTS)];

/** The fields of an act in the order in which the texts have them. */
export const FIELDS = ["care_type", "member_age", ...FLAGS, ...TEXTS];

/** The texts that a filter allows of a fact; undefined where it asks nothing. */
export function allowed(filter, fact) {
  if (fact === "practitioner") return filter.practitioner === undefined ? undefined : [filter.practitioner];
  return filter[LISTS[fact]];
}
