/**
 * Which field does the heading of a column name? In French and in English, whatever the page speaks, as spreadsheets of acts have them.
 *
 * These are not words that the page says. Of several headings for one field, the one that is earlier in its list is meant.
 */
import { fold } from "../../kit/search";
import type { Field } from "./fields";

const HEADINGS: Readonly<Partial<Record<Field, readonly string[]>>> = {
  care_type: [
    "code acte", "code de l acte", "type d acte", "type acte", "code soin", "code prestation", "act code", "care type code", "type of care", "acte",
    "act", "care act", "prestation", "soin", "libelle acte", "libelle de l acte", "nature de l acte", "care",
  ],
  care_date: [
    "date de soins", "date des soins", "date du soin", "date soins", "date soin", "date de l acte", "date acte", "date d execution", "date of care",
    "date of service", "service date", "treatment date", "date",
  ],
  member_birth_date: ["date de naissance", "date naissance", "naissance", "ne le", "nee le", "ddn", "birth date", "date of birth", "birthdate", "dob"],
  member_age: ["age", "age du beneficiaire", "age beneficiaire", "age du patient", "age patient", "age assure", "patient age", "age in years"],
  practitioner: [
    "praticien", "professionnel de sante", "professionnel", "specialite du praticien", "specialite", "executant", "provider", "professional", "specialty",
  ],
  is_optam_or_secteur_1: ["optam", "optam ou secteur 1", "optam secteur 1", "medecin optam", "adherent optam", "optam co", "dptam"],
  reimbursed_by_secu: [
    "remboursable", "remboursable secu", "remboursable par la secu", "pris en charge par la secu", "prise en charge secu", "pec secu", "rembourse",
    "rembourse par la secu", "reimbursed", "reimbursable",
  ],
  teeth: ["dents", "dent", "numeros de dents", "numero de dent", "n dent", "dents soignees", "tooth numbers"],
  is_for_at_least_one_visible_tooth: ["dent visible", "visible tooth", "visible"],
  establishment: ["etablissement", "finess", "n finess", "numero finess", "numero d etablissement", "hospital"],
  is_etablissement_conventionne: ["etablissement conventionne", "conventionne"],
  treatment_mode: ["mode de traitement", "mode traitement", "code mt", "mt"],
  nature_de_soins: ["nature de soins", "nature des soins", "discipline"],
  glasses_lens_complexity: ["complexite du verre", "complexite des verres", "complexite", "type de verre", "lens complexity"],
  charged: [
    "montant facture", "frais reels", "montant des frais", "montant depense", "depense", "facture", "montant", "honoraires", "prix", "frais",
    "amount charged", "billed amount", "amount", "billed", "price", "fee", "cost",
  ],
  brss: ["br", "base de remboursement", "base remboursement", "base secu", "tarif de convention", "tarif secu", "base ro", "base", "reimbursement base"],
  secu_rate_percent: ["taux secu", "taux de remboursement", "taux remboursement", "taux ro", "taux", "secu rate", "rate"],
  secu_reimbursement: ["remboursement secu theorique", "remboursement secu avant participation"],
  secu_paid: ["remboursement secu", "montant rembourse secu", "rembourse secu", "remboursement ro", "part secu", "part ro", "paye par la secu"],
  pathway_rate_percent: ["taux dans le parcours de soins", "taux dans le parcours", "taux parcours", "taux parcours de soins", "pathway rate"],
  flat_contribution: ["participation forfaitaire", "participation"],
  franchise: ["franchise medicale"],
  quantity: ["quantite", "nombre d actes", "nombre de seances", "nombre", "nb", "sessions"],
  plv: ["prix limite de vente"],
  hlf: ["honoraire limite de facturation"],
  reconstituted_brss: ["base reconstituee", "br reconstituee"],
  beneficiary: ["beneficiaire", "id beneficiaire", "numero beneficiaire", "assure", "patient", "personne", "member id", "member"],
  stay_id: ["sejour", "n sejour", "numero de sejour", "stay"],
  membership_start: ["date d adhesion", "debut d adhesion", "date adhesion", "adhesion"],
  person: ["personne", "id personne", "person id", "identifiant personne", "insured", "insured id"],
  family: [
    "famille", "id famille", "foyer", "household", "ouvrant droit", "numero d adherent", "numero adherent", "n adherent", "id adherent", "adherent",
    "numero de contrat", "numero contrat", "n contrat", "id assure", "assure principal", "assure", "policyholder", "policy",
  ],
  weight: ["poids", "ponderation", "coefficient", "facteur d extrapolation", "weighting"],
  side: ["cote", "oeil", "oreille", "eye", "ear"],
};

/** As it is compared: without case, accents, signs and the unit. */
function plain(heading: string): string {
  return fold(heading).replace(/œ/g, "oe").replace(/\((?:€|eur|euros|%)\)|€|%/g, "").replace(/[^a-z0-9]+/g, " ").trim();
}

/** The lower, the better; null where it does not name the field. */
function rankOf(heading: string, field: Field): number | null {
  if (heading === field.replaceAll("_", " ")) return 0;
  const names = HEADINGS[field] ?? [];
  const exact = names.indexOf(heading);
  if (exact >= 0) return 1 + exact;
  const part = names.findIndex((name) => name.includes(" ") && ` ${heading} `.includes(` ${name} `));
  return part >= 0 ? 100 + part : null;
}

/** For each column its field; a field has one column at most. */
export function guessFields(header: readonly string[], fields: readonly Field[]): (Field | null)[] {
  const guessed: (Field | null)[] = header.map(() => null);
  const candidates = header.flatMap((heading, column) =>
    fields.flatMap((field) => {
      const rank = rankOf(plain(heading), field);
      return rank === null ? [] : [{ column, field, rank }];
    }),
  );
  for (const { column, field } of candidates.sort((a, b) => a.rank - b.rank)) {
    if (guessed[column] === null && !guessed.includes(field)) guessed[column] = field;
  }
  return guessed;
}
