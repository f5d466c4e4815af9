/** What do people write for the fields and values of a coverage? Where the engine does not know what was meant, these words may. */
import { fold } from "../../kit/search";

/** Compared without case, accents, blanks and punctuation. */
function plainName(name: string): string {
  return fold(name).replace(/[^a-z0-9]/g, "");
}

/** By field, what else it is called, in English and in French. One word may be for several fields of different places. */
const FIELDS: Record<string, string> = {
  name: "nom title titre label libelle id code",
  version: "revision numero number",
  guarantees: "garanties guarantee garantie benefits",
  care_type_mappings: "mappings mapping lignes ligne selections care_types types_actes",
  coverage_rule: "rule rules regle reimbursement remboursement",
  selector: "selection select selecteur care_types actes",
  filter: "filters filtre filtres condition conditions when if si",
  include_care_types: "care_types care_type types type codes code include includes actes acte types_actes inclure inclus",
  include_care_type_groups: "groups group care_type_groups care_type_group families familles famille include_groups",
  exclude_care_types: "exclude excludes except exclusions exclure exclus sauf",
  exclude_care_type_groups: "exclude_groups except_groups exclude_families exclure_familles familles_exclues",
  min_age: "age_min age_minimum minimum_age age_from from_age age_minimal age_mini older_than a_partir_de",
  max_age: "age_max age_maximum maximum_age age_to to_age age_maximal age_maxi younger_than jusque",
  is_optam_or_secteur_1: "optam is_optam secteur secteur_1 secteur1 sector sector_1 optam_co optam_ou_secteur_1 dptam",
  is_for_at_least_one_visible_tooth: "visible_tooth visible visible_teeth front_tooth dent_visible dents_visibles is_visible",
  is_etablissement_conventionne: "conventionne etablissement_conventionne contracted is_contracted agreement hopital_conventionne",
  practitioner: "practitioners praticien profession professionnel specialite specialty doctor medecin provider prescriber",
  glasses_lens_complexities: "lens_complexity lens_complexities complexity complexities complexite complexites verre verres lenses",
  reimbursed_by_secu: "secu is_reimbursed reimbursed reimbursed_by_amo remboursable rembourse rembourse_secu rembourse_par_la_secu amo",
  allowed_treatment_modes: "treatment_mode treatment_modes mode modes mode_traitement modes_traitement mode_de_traitement dmt",
  allowed_natures_de_soins: "nature natures nature_soins nature_de_soins natures_de_soins nature_of_care discipline disciplines",
  components: "component parts part composantes composante formula",
  secu_share: "secu part_secu share",
  price_cap: "cap prix_plafond prix_limite max_price",
  limits: "limit plafonds plafond limite limites ceiling ceilings",
  beyond_limits: "beyond au_dela apres_plafond",
  pathway_surcharge: "pathway surcharge parcours parcours_de_soins majoration hors_parcours",
  options: "option choices choix alternatives",
  kind: "type nature of",
  percent: "percentage pourcentage rate taux value",
  amount: "montant value euros forfait",
  per: "unit unite par for_each",
  key: "cle name nom counter compteur id",
  period: "periode every duration duree",
  max_amount: "maximum max amount montant plafond max_euros",
  max_pmss_percent: "max_pmss pmss_percent pmss plafond_pmss",
  max_count: "count number nombre times fois seances sessions",
  max_days: "days jours nombre_de_jours",
  counts: "counted compte",
  scope: "portee for_whom par",
  months: "mois",
};

/** The fields that a name may be for. */
export function fieldsMeant(name: string): string[] {
  const wanted = plainName(name);
  return Object.entries(FIELDS).flatMap(([field, words]) => (words.split(" ").some((word) => plainName(word) === wanted) ? [field] : []));
}

/** By value, what else it is called: words that are in no label. */
const VALUES: Record<string, string> = {
  GENERAL_PRACTITIONER: "gp generaliste family_doctor medecin_traitant doctor docteur medecin omnipraticien",
  SPECIALIST: "specialiste",
  DENTIST: "dentiste",
  PHYSIOTHERAPIST: "kine kinesitherapeute physio",
  PODIATRIST: "podologue pedicure",
  OPHTHALMOLOGIST: "ophtalmo eye_doctor",
  LABORATORY: "labo analyses biologiste",
  PHARMACIST: "pharmacie pharmacy",
  MEDICAL_TRANSPORT: "ambulance taxi vsl ambulancier",
  SUPPLIER: "fournisseur",
  NURSE: "infirmiere",
  HEARING_AID_SPECIALIST: "audio audiologist",
  OSTEOPATH: "osteo",
  CHIROPRACTOR: "chiro chiropraticien",
  ACUPUNCTURIST: "acuponcteur",
  DIETITIAN: "nutritionniste nutritionist",
  PSYCHOLOGIST: "psy",
  GYNAECOLOGIST: "gyneco gynecologist",
  PAEDIATRICIAN: "pediatrician",
  ANAESTHETIST: "anesthesist anesthetist",
  VERY_COMPLEX: "hypercomplexe progressif_complexe",
  SIMPLE: "unifocal",
  MEDECINE: "medicine",
  CHIRURGIE: "surgery",
  GYNECOLOGIE_OBSTETRIQUE: "maternite obstetrique obstetrics maternity gynecology",
  SOINS_DE_SUITE_ET_READAPTATION: "ssr smr reeducation rehabilitation",
  SOINS_DE_LONGUE_DUREE: "usld long_stay",
  MALADIES_MENTALES_TOXICOMANIES: "psychiatrie psychiatry",
  "03": "hospitalisation hospital",
  "04": "ambulatoire jour",
  "07": "consultation externe",
  "10": "emergency urgence",
  "23": "ambulatory",
};

/** How well a value is meant by a text: 3 it is called so, 2 its words begin so, 1 it has the text in it, 0 not. `label`: as the page calls it. */
export function valueRank(text: string, value: string, label: string): number {
  const wanted = plainName(text);
  if (wanted === "") return 0;
  const names = [value, label, ...(VALUES[value]?.split(" ") ?? [])].map(plainName);
  if (names.includes(wanted)) return 3;
  if (wanted.length < 3) return 0;
  if (names.some((name) => name.startsWith(wanted) || (name.length > 3 && wanted.startsWith(name)))) return 2;
  return names.some((name) => name.includes(wanted)) ? 1 : 0;
}
