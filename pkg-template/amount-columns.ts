// The fields of an act that are amounts: of money, in per cent, and the quantity. In the order in which the core takes them as columns, that
// of src/coverage/facts/amounts.rs.
import type * as api from "./care-coverage";

export const AMOUNTS: readonly (keyof api.ActAmounts)[] = [
  "charged", "brss", "secu_rate_percent", "pathway_rate_percent", "secu_reimbursement", "secu_paid", "flat_contribution", "franchise", "quantity",
  "plv", "hlf", "pmss", "reconstituted_brss",
];
