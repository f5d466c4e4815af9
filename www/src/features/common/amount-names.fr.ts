/** What the amounts of an act are called in a sentence. */
import type * as en from "./amount-names.en";
export const amountNames: typeof en.amountNames = {
  charged: "what was charged",
  brss: "base of the Sécu",
  secu_rate_percent: "rate of the Sécu",
  secu_reimbursement: "Sécu part",
  secu_paid: "what the Sécu paid",
  flat_contribution: "flat contribution",
  franchise: "franchise",
  quantity: "quantity",
  plv: "PLV",
  hlf: "HLF",
  reconstituted_brss: "reconstituted base",
  pmss: "PMSS",
  beneficiary: "beneficiary",
  stay_id: "stay",
  membership_start: "start of the membership",
  side: "eye or ear",
  tooth: "tooth",
};
