/** The words of the Table view, but for those of the table itself. */
import type * as en from "./words.en";
import { count } from "../common/french";

export const tableWords: typeof en.tableWords = {
  lead: "Chargez un catalogue de types d’actes et un contrat\u00a0: vous verrez le tableau de garanties tel que ses lecteurs le liront, avec ses conditions et ses exemples en euros.",
  title: "Ce que lisent les assurés",
  settings: "Le tableau",
  date: "PMSS au",
  dateHint: "Les pourcentages du PMSS sont aussi donnés en euros de cette année-là.",
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
    again: "Réessayer",
    brokenCoverage: "Le contrat n’est pas lisible pour l’instant. Voici le tableau de ce qu’il disait avant.",
    computing: "Calcul en cours…",
    failed: "Le tableau n’a pas pu être fait",
    failedHelp: "Le calcul n’a pas pu démarrer dans ce navigateur, ou il a échoué.",
  },
};
