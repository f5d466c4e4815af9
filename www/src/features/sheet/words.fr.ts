/** The words of a coverage on paper. */
import type * as en from "./words.en";
import { count } from "../common/french";

export const sheetWords: typeof en.sheetWords = {
  about: (version: number, guarantees: number, careTypes: number, date: string) =>
    `Version ${version} · ${count(guarantees, "garantie", "garanties")} · catalogue de ${count(careTypes, "type d’acte", "types d’actes")} · imprimé le ${date}`,
  stale: "Le texte du contrat est illisible pour le moment. Voici le contrat d’avant.",
  when: (conditions: string) => `Si\u00a0: ${conditions}`,
  always: "Sans condition",
  noRule: "Aucune règle qui puisse être dite en mots",
  none: "Aucune garantie pour le moment.",
};
