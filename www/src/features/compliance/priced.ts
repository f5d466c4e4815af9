/** What is known of the amounts of an act of an example, as it is read. */
import type { ActAmounts, CareAct } from "../../engine/engine";
import { euros, plainNumber } from "../common/counting";
import type { PricedWords } from "./words.en";

export type PricedAct = CareAct & ActAmounts;

export function pricedWords({ charged, brss, secu_rate_percent, plv, hlf, quantity }: ActAmounts): PricedWords {
  const orNull = <T>(value: T | null | undefined, write: (value: T) => string) => (value === null || value === undefined ? null : write(value));
  return {
    charged: euros(charged),
    brss: orNull(brss, euros),
    rate: orNull(secu_rate_percent, percent),
    plv: orNull(plv, euros),
    hlf: orNull(hlf, euros),
    quantity: orNull(quantity, plainNumber),
  };
}

export function percent(value: string | number): string {
  return `${plainNumber(value)}\u00a0%`;
}
