/** What the amounts of an act are called in a sentence. */
import type * as en from "./amount-names.en";
export const amountNames: typeof en.amountNames = {
  charged: "montant facturé",
  brss: "base de remboursement (BR)",
  secu_rate_percent: "taux de la Sécu",
  secu_reimbursement: "part de la Sécu",
  secu_paid: "versement de la Sécu",
  pathway_rate_percent: "taux dans le parcours de soins",
  flat_contribution: "participation forfaitaire",
  franchise: "franchise",
  quantity: "quantité",
  plv: "PLV",
  hlf: "HLF",
  reconstituted_brss: "BR reconstituée",
  pmss: "PMSS",
  beneficiary: "bénéficiaire",
  stay_id: "séjour",
  membership_start: "début de l’adhésion",
  side: "œil ou oreille",
  tooth: "dent",
};
