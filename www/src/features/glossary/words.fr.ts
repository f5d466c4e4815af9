/** The terms of art in a line each. */
import type * as en from "./words.en";

export const glossaryWords: typeof en.glossaryWords = {
  title: "Lexique",
  lead: "Ce que veulent dire les mots de cette page, en une ligne chacun.",
  rules: "Les règles",
  all: "Tout le lexique",
  close: "Fermer",
};

export const termWords: typeof en.termWords = {
  coverage: { word: "Contrat", definition: "Ce que promet une complémentaire santé\u00a0: une liste de garanties, sous un nom et en versions." },
  guarantee: { word: "Garantie", definition: "Ce qui est payé pour certains soins\u00a0: quels actes, à quelles conditions, selon quelle règle. Un acte doit relever d’une seule garantie." },
  mapping: { word: "Ligne", definition: "Une ligne d’une garantie\u00a0: les types d’actes qu’elle sélectionne, et les conditions auxquelles elle s’applique." },
  selector: { word: "Sélection", definition: "Les types d’actes d’une ligne\u00a0: familles et types inclus, sans ceux qui sont exclus." },
  filter: { word: "Conditions", definition: "Ce qui doit être vrai d’un acte pour qu’une ligne s’applique, comme un âge ou l’OPTAM. Toutes doivent être remplies." },
  rule: { word: "Règle", definition: "Combien paie une garantie\u00a0: des montants qui s’additionnent, part Sécu comprise ou en plus, et des plafonds." },
  limit: { word: "Plafond", definition: "Le maximum payé, ou le nombre de fois, par an ou sur une autre période. Les garanties qui ont le même plafond se partagent ce qu’il en reste." },
  catalogue: { word: "Catalogue", definition: "Tous les types d’actes et leurs familles. Un contrat est écrit pour un catalogue." },
  care_type: { word: "Type d’acte", definition: "Un soin qu’un contrat peut nommer, comme une couronne céramique ou une consultation chez un généraliste." },
  care_type_group: { word: "Famille d’actes", definition: "Des types d’actes sous un même nom. Un type peut être dans plusieurs familles\u00a0; sélectionner une famille, c’est les sélectionner tous." },
  care_act: { word: "Acte", definition: "Un soin reçu par quelqu’un\u00a0: son type, les données que demandent les conditions, et ses montants." },
  overlap: { word: "Chevauchement", definition: "Des actes que deux garanties revendiquent à la fois. Personne ne peut dire laquelle paie." },
  gap: { word: "Cas non couvert", definition: "Des actes d’un type sélectionné qui ne remplissent les conditions d’aucune garantie\u00a0: rien n’est payé pour eux." },
  undecided: { word: "Pas encore décidé", definition: "Une donnée demandée par une condition n’est pas connue pour cet acte. Une fois qu’elle l’est, la réponse est oui ou non." },
  version: { word: "Version", definition: "Un contrat tel qu’il a été publié. Il ne change plus\u00a0; une modification est la version suivante." },
  secu: { word: "Sécu", definition: "La Sécurité sociale, l’assurance maladie obligatoire. Elle paie sa part en premier." },
  br: { word: "BR", definition: "Base de remboursement\u00a0: le montant d’un acte sur lequel calcule la Sécu, souvent inférieur à son prix. 150\u00a0% BR, c’est une fois et demie cette base." },
  tm: { word: "TM", definition: "Ticket modérateur\u00a0: ce que la Sécu laisse de la base de remboursement. Les dépassements n’en font pas partie." },
  excess: { word: "Dépassement", definition: "Ce qu’un praticien facture au-delà de la base de remboursement. La Sécu n’en paie rien." },
  care_pathway: { word: "Parcours de soins", definition: "Consulter d’abord son médecin traitant. Hors parcours, la Sécu paie moins\u00a0: 30\u00a0% au lieu de 70\u00a0%, et un contrat responsable ne paie pas la différence." },
  out_of_pocket: { word: "Reste à charge", definition: "Ce que l’assuré paie lui-même, une fois payées les parts de la Sécu et de la complémentaire." },
  flat_contribution: { word: "Participations forfaitaires", definition: "Retenues sur le remboursement de la Sécu, comme 2\u00a0€ par consultation ou 1\u00a0€ par boîte de médicaments. Aucun contrat ne peut les payer." },
  pmss: { word: "PMSS", definition: "Plafond mensuel de la Sécurité sociale, 4\u202f005\u00a0€ en 2026. Les tableaux de garanties donnent des montants en pourcentage, qui évoluent avec lui." },
  sante_100: { word: "100\u00a0% Santé", definition: "Lunettes, aides auditives et prothèses dentaires à prix réglementés, sans reste à charge." },
  hlf: { word: "HLF", definition: "Honoraires limites de facturation\u00a0: le prix maximal d’un acte dentaire réglementé." },
  plv: { word: "PLV", definition: "Prix limite de vente\u00a0: le prix maximal d’un appareil réglementé, comme une aide auditive de classe I." },
  optam: { word: "OPTAM", definition: "Option de pratique tarifaire maîtrisée\u00a0: un médecin de secteur\u00a02 y modère ses dépassements. Les contrats remboursent mieux ces médecins." },
  secteur_1: { word: "Secteur\u00a01", definition: "Médecins qui appliquent les tarifs de la Sécu, sans dépassement." },
  visible_tooth: { word: "Dent visible", definition: "Une dent que l’on voit quand on sourit\u00a0: incisives, canines et prémolaires, sauf si le catalogue dit autre chose." },
  lens_complexity: { word: "Complexité du verre", definition: "Simple, complexe ou très complexe, selon la sphère et le cylindre de l’ordonnance." },
  etablissement_conventionne: { word: "Établissement conventionné", definition: "Un hôpital ou une clinique qui a une convention avec la Sécu\u00a0; elle paie moins dans les autres." },
  treatment_mode: { word: "Mode de traitement", definition: "Code national à deux chiffres\u00a0: comment les soins sont donnés dans un établissement, par exemple 03 pour une hospitalisation complète." },
  nature_de_soins: { word: "Nature de soins", definition: "Groupe national de disciplines d’un service\u00a0: médecine, chirurgie, maternité, réadaptation…" },
  contrat_responsable: { word: "Contrat responsable", definition: "Un contrat qui respecte les minimums et les plafonds de la loi, et qui est moins taxé pour cela." },
  requirement: { word: "Exigence", definition: "Ce qu’une loi ou un accord demande à un contrat, pour chaque acte d’une classe et tous les montants." },
  floor: { word: "Plancher", definition: "Le minimum qu’un contrat doit payer pour un acte\u00a0; le plafond est le maximum qu’il peut payer." },
  ani: { word: "ANI", definition: "Accord national interprofessionnel\u00a0: la couverture santé que toute entreprise doit à ses salariés." },
};

/** How the terms are written within sentences, the longest first. */
export const termsInText: typeof en.termsInText = [
  ["100\u00a0% Santé", "sante_100"], ["100 % Santé", "sante_100"], ["secteur\u00a01", "secteur_1"], ["secteur 1", "secteur_1"], ["OPTAM", "optam"], ["PMSS", "pmss"],
  ["Sécurité sociale", "secu"], ["Sécu", "secu"], ["HLF", "hlf"], ["PLV", "plv"], ["BR", "br"], ["TM", "tm"],
];
