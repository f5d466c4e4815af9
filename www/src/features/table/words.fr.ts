/** The words of the Table view, but for those of the table itself. */
import type * as en from "./words.en";
import { count } from "../common/french";

export const tableWords: typeof en.tableWords = {
  lead: "Chargez un catalogue de types d’actes et un contrat\u00a0: vous verrez le tableau de garanties tel que ses lecteurs le liront, avec ses conditions et ses exemples en euros.",
  title: "Ce que lisent les assurés",
  findings: {
    title: "Points à traiter",
    decide: (number: number) => `À décider\u00a0: ${number}`,
    none: "Rien à décider",
    meant: (number: number) => `Sans doute voulus\u00a0: ${number}`,
    accepted: (number: number) => `Acceptés\u00a0: ${number}`,
    see: "Les voir dans le formulaire",
  },
  date: "PMSS au",
  dateHint: "Les pourcentages du PMSS sont aussi donnés en euros de cette année-là.",
  import: "Importer un tableau…",
  download: "Télécharger",
  formats: { html: "Page (HTML)", csv: "Tableur (CSV)", md: "Texte (Markdown)", xlsx: "Tableur (XLSX)" },
  downloadFailed: "Le fichier n’a pas pu être écrit. Vérifiez la connexion au serveur de cette page, puis réessayez.",
  print: "Imprimer",
  fileName: "tableau-de-garanties",
  region: "Tableau de garanties",
  examples: "Exemples en euros",
  scroll: "Le tableau est plus large que l’écran\u00a0: faites-le défiler.",
  compared: {
    other_catalog: "La version à comparer a son propre catalogue\u00a0: elle n’a pas de colonne ici.",
    unreadable: "La version à comparer n’est pas lisible\u00a0: elle n’a pas de colonne ici.",
  },
  empty: "Aucune garantie ne sélectionne encore d’acte\u00a0: le tableau n’a pas de ligne.",
  andOthers: (labels: string, number: number) => `${labels} et ${number} autres`,

  cell: {
    edit: "Modifier",
    editOf: (place: string) => `Modifier\u00a0: ${place}`,
    title: "Modifier une cellule",
    text: "Comme un tableau le dit",
    hint: "«\u00a030\u00a0€ par séance, 5 séances par an\u00a0», «\u00a0150\u00a0%\u00a0BR\u00a0», «\u00a0TM + 50\u00a0%\u00a0BR\u00a0»",
    understood: "Voici ce qui est compris",
    unread: (words: readonly string[]) => `Pas compris\u00a0: ${words.map((word) => `«\u00a0${word}\u00a0»`).join(", ")}`,
    states: {
      empty: "Rien n’est saisi.",
      nothing: "Cela dit que rien n’est payé\u00a0: retirez plutôt ces actes de la garantie dans Contrat.",
      conditions: "Cela dit plusieurs choses sous conditions. Une ligne a une seule règle\u00a0: séparez la garantie dans Contrat.",
    },
    assumed: "Supposé, car la cellule ne le dit pas",
    assumptions: {
      share: "La part de la Sécu est",
      year: "«\u00a0par an\u00a0» est l’année civile.",
      unit: "Le montant est pour chaque acte.",
    },
    shares: { included: "comprise\u00a0: c’est le total avec elle", excluded: "en plus" },
    alone: (guarantee: string) => `La garantie ${guarantee} change\u00a0; elle ne paie aucune autre ligne.`,
    others: (guarantee: string, lines: number) => `La garantie ${guarantee} change, et avec elle ${count(lines, "autre ligne", "autres lignes")}`,
    sharing: (lines) => `Son plafond est commun avec ${count(lines, "ligne", "lignes")} d’autres garanties, et le reste`,
    fixed: {
      nothing: "Aucune garantie ne paie ici. Ajoutez-en une dans Contrat, ou faites sélectionner ces actes par une garantie.",
      several: "Plusieurs garanties paient ici, ce qui est ambigu\u00a0: il n’y a pas une seule règle à changer. Tranchez d’abord dans Contrat.",
      opaque: "La règle est celle d’un autre système. Elle est conservée telle quelle, et se modifie dans le texte de Contrat.",
    },
    take: "Appliquer",
    cancel: "Annuler",
    close: "Fermer",
    taken: (guarantee: string) => `La règle de ${guarantee} est modifiée.`,
    notTaken: "Le contrat ne peut pas être modifié pour l’instant\u00a0: son texte n’est pas lisible, ou la garantie n’y est plus.",
  },

  unsaid: {
    title: "Ce que le tableau ne dit pas",
    none: "Rien\u00a0: relu, le tableau donne un contrat qui paie les mêmes montants.",
    lead: "Qui n’a que le tableau comprendrait autre chose à ces endroits. Une note sous le tableau peut le dire.",
    codes: {
      care_types: "Le libellé ne dit pas de quels actes il s’agit",
      condition: "La condition n’a pas de mots usuels dans les tableaux",
      rule: "La cellule ne dit pas toute la règle",
      several_guarantees: "Plusieurs garanties paient\u00a0: c’est ambigu",
      opaque_rule: "La règle est celle d’un autre système",
      shared_limit: "Le plafond est partagé avec d’autres lignes",
      too_many_lines: "Il y a trop de conditions pour des lignes",
    },
    places: (number: number) => count(number, "endroit", "endroits"),
  },

  states: {
    loading: "Chargement des rubriques des tableaux de garanties…",
    notFetched: "Les rubriques des tableaux de garanties n’ont pas pu être récupérées. Vérifiez la connexion au serveur de cette page.",
    brokenCoverage: "Le contrat n’est pas lisible pour l’instant. Voici le tableau de ce qu’il disait avant.",
    computing: "Calcul en cours…",
    failed: "Le tableau n’a pas pu être fait",
    failedHelp: "Le calcul n’a pas pu démarrer dans ce navigateur, ou il a échoué.",
  },
};
