/** What only the elements say, in French. */
import { count } from "../../www/src/features/common/french";
import type { elementWords as English } from "./element-words.en";

export const elementWords: typeof English = {
  undo: "Annuler",
  dismiss: "Fermer ce message",
  messages: "Messages",
  invalid: (errors) => `Le contrat a ${count(errors, "erreur", "erreurs")}.`,
  broken: "Le texte n’est pas du JSON.",
  missing: "Veuillez saisir un contrat.",
  invalidAct: (errors) => `L’acte a ${count(errors, "erreur", "erreurs")}.`,
  brokenAct: "Le texte n’est pas le JSON d’un acte.",
  missingAct: "Veuillez saisir un acte.",
  unknownType: "Veuillez choisir un type d’acte du catalogue.",
  refusedCatalog: "Les listes de types d’actes ont des erreurs.",
  refusedCoverage: "Le contrat a des erreurs : il ne peut pas dire ce dont un acte a besoin.",
  remove: (label) => `Retirer ${label}`,
  pick: "Types d’actes et familles",
};
