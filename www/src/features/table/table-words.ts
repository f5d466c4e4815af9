/** What a benefit table says around its cells: in French in every language of the page. */
import { speech } from "../../kit/speech";

// Not the words of French, which are fetched for those who speak it.
const { euros } = speech("fr-FR");

export const frenchTable = {
  title: (coverages: readonly string[]) => `Tableau de garanties\u00a0: ${coverages.join(", ")}`,
  care: "Soins",
  pmss: (amount: string, date: string) => `Le PMSS de l’année ${date.slice(0, 4)} est de ${euros(amount)}.`,
  examples: "Exemples de remboursement",
  act: "Acte",
  coverage: "Contrat",
  price: "Prix",
  secu: "Sécurité sociale",
  complementary: "Complémentaire",
  outOfPocket: "Reste à charge",
  unknown: "indéterminé",
  euros,
};
