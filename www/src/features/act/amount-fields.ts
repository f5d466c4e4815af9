/** Which fields of an act are of its money, and of what limits count? Everything else is a fact. */
import type { ActAmounts } from "../../engine/engine";

export type AmountField = keyof ActAmounts;

/** What most acts need. */
export const FIRST_AMOUNTS = ["charged", "brss", "secu_rate_percent"] as const satisfies readonly AmountField[];

const OTHER_AMOUNTS = [
  "secu_reimbursement",
  "secu_paid",
  "pathway_rate_percent",
  "flat_contribution",
  "franchise",
  "quantity",
  "plv",
  "hlf",
  "reconstituted_brss",
  "pmss",
  "beneficiary",
  "membership_start",
  "stay_id",
  "side",
  "tooth",
] as const satisfies readonly AmountField[];

export const AMOUNTS: readonly AmountField[] = [...FIRST_AMOUNTS, ...OTHER_AMOUNTS];

export function isAmount(field: string): field is AmountField {
  return (AMOUNTS as readonly string[]).includes(field);
}
