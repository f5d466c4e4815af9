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
  remove: (label) => `Retirer ${label}`,
  pick: "Types d’actes et familles",
};
