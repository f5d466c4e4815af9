// The words of a table that are of no rule.

export interface TableWords {
  title: string; care: string; without: string; nothing: string; rest: string; examples: string; act: string; price: string; secu: string; complementary: string; outOfPocket: string;
  pmss: (amount: string, date: string) => string; unsaid: string; unknown: string;
  /** "undetermined", and which fields of acts are missing. */
  missing: (fields: readonly string[]) => string;
}

/** Fields of acts, in French and in English; one that is not here is said by its name. */
const FIELDS: Record<string, readonly [string, string]> = {
  member_age: ["âge", "age"], care_date: ["date des soins", "date of care"], is_optam_or_secteur_1: ["OPTAM ou secteur 1", "OPTAM or secteur 1"],
  is_etablissement_conventionne: ["établissement conventionné", "établissement conventionné"], is_for_at_least_one_visible_tooth: ["dent visible", "visible tooth"],
  reimbursed_by_secu: ["remboursé par la Sécu", "reimbursed by the Sécu"], glasses_lens_complexity: ["complexité du verre", "complexity of the lens"], practitioner: ["professionnel", "practitioner"],
  side: ["côté", "side"], teeth: ["dents", "teeth"], beneficiary: ["bénéficiaire", "beneficiary"], nature_de_soins: ["nature de soins", "nature de soins"], treatment_mode: ["mode de traitement", "mode of treatment"], quantity: ["quantité", "quantity"], tooth: ["dent", "tooth"],
  charged: ["prix", "price"], brss: ["base de remboursement", "base"], reconstituted_brss: ["base reconstituée", "reconstituted base"], secu_rate_percent: ["taux de la Sécu", "rate of the Sécu"],
};

const FR: TableWords = {
  title: "Tableau de garanties", care: "Soins", without: "Autres soins", nothing: "Néant", rest: "autres cas", examples: "Exemples de remboursement", act: "Acte", price: "Prix", secu: "Sécurité sociale",
  complementary: "Complémentaire", outOfPocket: "Reste à charge", pmss: (amount, date) => `Le PMSS de l’année ${date.slice(0, 4)} est de ${amount}.`, unsaid: "Ce que le tableau ne dit pas", unknown: "indéterminé",
  missing: (fields) => `indéterminé (manque : ${fields.map((field) => FIELDS[field]?.[0] ?? field).join(", ")})`,
};

const EN: TableWords = {
  title: "Benefit table", care: "Care", without: "Other care", nothing: "None", rest: "other cases", examples: "Examples", act: "Act", price: "Price", secu: "Sécurité sociale", complementary: "Complementary",
  outOfPocket: "Out of pocket", pmss: (amount, date) => `The PMSS of ${date.slice(0, 4)} is ${amount}.`, unsaid: "What the table does not say", unknown: "undetermined",
  missing: (fields) => `undetermined (missing: ${fields.map((field) => FIELDS[field]?.[1] ?? field).join(", ")})`,
};

export function wordsOfTable(language: "fr" | "en"): TableWords {
  return language === "fr" ? FR : EN;
}
