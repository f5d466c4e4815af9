/** The words of the question above a coverage. */
import type * as en from "./words.en";
import type { KnownAct } from "./acts";

const acts: Record<KnownAct, string> = {
  crown: "Une couronne céramique sur une dent visible",
  crown_100_sante: "Une couronne 100\u00a0% Santé",
  gp: "Une consultation chez un généraliste OPTAM ou secteur\u00a01",
  dermatologist: "Une consultation chez un dermatologue hors OPTAM",
  lens: "Un verre progressif très complexe",
  hearing_aid: "Une aide auditive à prix libre",
  osteopath: "Une séance d’ostéopathie",
  braces: "Un semestre d’orthodontie à 13\u00a0ans",
};

export const questionWords: typeof en.questionWords = {
  title: "Que reste-t-il à payer\u00a0?",
  act: "Acte",
  charged: "Prix en euros",
  acts,
  shares: { secu: "Sécu", complementary: "Complémentaire", out_of_pocket: "Reste à charge" },
  answer: (secu: string, complementary: string, own: string) => `Sécu ${secu}, complémentaire ${complementary}, reste à charge ${own}`,
  because: (guarantee: string, rule: string) => `car ${guarantee} prend en charge\u00a0: ${rule}`,
  opaque: (guarantee: string) => `car ${guarantee} le couvre`,
  noAmount: "Écrivez un montant en euros, comme 680 ou 680,50.",
  noRule: (guarantee: string) => `${guarantee} couvre cet acte, mais sa règle ne peut pas encore être calculée.`,
  stale: "C’est ce que payait le contrat d’avant\u00a0: celui-ci est encore illisible.",
  open: "Ouvrir dans Acte",
  opened: (act: string) => `Dans le formulaire Acte\u00a0: ${act}.`,
};
