/** The words for choosing care types and groups. */
import type * as en from "./words.en";
import { count } from "../common/french";

export const pickerWords: typeof en.pickerWords = {
  placeholder: {
    types: "Libellé, code ou mot courant",
    groups: "Libellé ou code d’une famille",
    both: "Type d’acte, famille ou mot courant",
  },
  list: "Types d’actes et familles trouvés",
  types: "Types d’actes",
  groups: "Familles d’actes",
  members: (number) => count(number, "type d’acte", "types d’actes"),
  synonym: (term) => `aussi\u00a0: ${term}`,
  path: (groups) => groups.join(" · "),
  chosen: "Déjà choisi",
  throughGroup: "Par sa famille",
  none: (text) =>
    `Rien dans le catalogue ne s’appelle «\u00a0${text}\u00a0», ni presque. Essayez un autre mot, ou parcourez les familles.`,
  noneOf: {
    types: "Le catalogue ne contient aucun type d’acte.",
    groups: "Le catalogue ne contient aucune famille.",
    both: "Le catalogue est vide.",
  },
  own: (text: string) => `Prendre «\u00a0${text}\u00a0», absent du catalogue`,
  more: "Il y en a d’autres\u00a0: précisez votre recherche.",
  browse: "Parcourir",
  browseOf: (label) => `Parcourir le catalogue\u00a0: ${label}`,
  tree: "Familles et leurs types d’actes",
  filter: "Rechercher dans le catalogue",
  close: "Fermer",
  treeHint: "Les flèches déplacent et déplient, Entrée choisit.",
};
