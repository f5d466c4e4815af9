/** The terms of art in a line each. */
import type { TermName } from "./terms";

export const glossaryWords = {
  title: "Words",
  lead: "What the words of this page mean, in a line each.",
  rules: "The rules",
  all: "All words",
  close: "Close",
};

export const termWords: Record<TermName, { word: string; definition: string }> = {
  coverage: { word: "Coverage", definition: "What a complementary insurer promises: a named list of guarantees, in versions." },
  guarantee: { word: "Guarantee", definition: "What is paid for some care: which acts, under which conditions, by which rule. An act should match exactly one." },
  mapping: { word: "Mapping", definition: "One line of a guarantee: the care types it selects, and the conditions under which it holds." },
  selector: { word: "Selector", definition: "Which care types a mapping selects: groups and types that are included, without those that are excluded." },
  filter: { word: "Conditions", definition: "What must be true of an act for a mapping to hold, such as an age or OPTAM. All stated ones must hold." },
  rule: { word: "Rule", definition: "How much a guarantee pays: amounts that are added up, with the Sécu's part in them or on top of it, and limits." },
  limit: { word: "Limit", definition: "The most that is paid, or how often, in a year or another period. Guarantees with the same limit share what is left of it." },
  catalogue: { word: "Catalogue", definition: "All care types and their groups. A coverage is written for one catalogue." },
  care_type: { word: "Care type", definition: "A kind of care that a coverage can name, such as a ceramic crown or a visit to a GP." },
  care_type_group: { word: "Group", definition: "Care types under one name. A care type may be in several groups; who selects a group selects all of them." },
  care_act: { word: "Act", definition: "Care that somebody had: its care type, the facts that conditions ask for, and its amounts." },
  overlap: { word: "Overlap", definition: "Acts that two guarantees claim at once. Nobody can say which of them pays." },
  gap: { word: "Gap", definition: "Acts of a selected care type that meet the conditions of no guarantee: nothing is paid for them." },
  undecided: { word: "Not decided yet", definition: "A fact that a condition asks for is not known of this act. Once it is given, the answer is yes or no." },
  version: { word: "Version", definition: "A coverage as it was published. It never changes; a change is the next version." },
  secu: { word: "Sécu", definition: "Sécurité sociale, the compulsory health insurance. It pays its part first." },
  br: { word: "BR", definition: "Base de remboursement: the amount of an act that the Sécu reckons with, often less than its price. 150 % BR is one and a half times that." },
  tm: { word: "TM", definition: "Ticket modérateur: what the Sécu leaves of the base of reimbursement. Prices above the base are not in it." },
  excess: { word: "Excess over the BR", definition: "What a professional charges over the base of the Sécu, in French dépassement. The Sécu pays none of it." },
  care_pathway: { word: "Care pathway", definition: "To see one's own doctor first, in French parcours de soins. Outside of it the Sécu pays less, 30 % in place of 70 %, and a contrat responsable does not pay the difference." },
  out_of_pocket: { word: "Out of pocket", definition: "What is left to the member after the Sécu and the coverage have paid." },
  flat_contribution: { word: "Flat contributions", definition: "Taken off the Sécu's payment, such as 2 € for a visit to a doctor or 1 € for a box of medicine. No coverage may pay them." },
  pmss: { word: "PMSS", definition: "Monthly ceiling of the Sécu, 4,005 € in 2026. Tables give amounts as a percentage of it, so that they grow with it." },
  sante_100: { word: "100 % Santé", definition: "Glasses, hearing aids and dental work at regulated prices, of which nothing is left to pay." },
  hlf: { word: "HLF", definition: "Honoraires limites de facturation: the highest price that a dentist may ask for regulated work." },
  plv: { word: "PLV", definition: "Prix limite de vente: the highest price of a regulated device, such as a hearing aid of class I." },
  optam: { word: "OPTAM", definition: "Agreement by which a doctor of secteur 2 keeps fees moderate. Coverages pay such doctors better." },
  secteur_1: { word: "Secteur 1", definition: "Doctors who charge the Sécu's own fees, without a surplus." },
  visible_tooth: { word: "Visible tooth", definition: "A tooth that shows when one smiles: incisors, canines and premolars, unless the catalogue says otherwise." },
  lens_complexity: { word: "Lens complexity", definition: "Simple, complex or very complex, by the sphere and the cylinder of the prescription." },
  etablissement_conventionne: { word: "Établissement conventionné", definition: "A hospital or clinic under contract with the Sécu, which pays less in any other." },
  treatment_mode: { word: "Treatment mode", definition: "A national code of two digits for how care is given in an establishment, such as 03 for a full stay." },
  nature_de_soins: { word: "Nature of care", definition: "The national group of disciplines of a ward: medicine, surgery, maternity, rehabilitation…" },
  contrat_responsable: { word: "Contrat responsable", definition: "A coverage that keeps to minimums and ceilings of the law, and is taxed less for it." },
  requirement: { word: "Requirement", definition: "What a law or an agreement asks of a coverage, for every act of a class and every amount." },
  floor: { word: "Floor", definition: "The least that a coverage must pay for an act, in French plancher; a ceiling, plafond, is the most that it may pay." },
  ani: { word: "ANI", definition: "Accord national interprofessionnel: the health coverage that every company owes its employees." },
};

/** How the terms are written within sentences, the longest first. */
export const termsInText: readonly (readonly [text: string, name: TermName])[] = [
  ["100 % Santé", "sante_100"], ["secteur 1", "secteur_1"], ["OPTAM", "optam"], ["PMSS", "pmss"], ["Sécu", "secu"], ["HLF", "hlf"], ["PLV", "plv"], ["BR", "br"], ["TM", "tm"],
];
