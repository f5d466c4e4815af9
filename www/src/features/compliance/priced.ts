/** What is known of the amounts of an act of an example, as it is read. */
import type { ActAmounts, CareAct } from "../../engine/engine";
import { euros, plainNumber } from "../common/counting";
import { complianceWords } from "./words";
import type { PricedWords } from "./words.en";

/** So many are asked where none are given. */
const USUAL_RATES = 8;

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

/** At which rates of the Sécu something shows, from the lowest. */
export function ratesWords(rates: readonly string[]): string {
  return complianceWords.rates(rates.toSorted((a, b) => Number(a) - Number(b)).map(percent), rates.length === USUAL_RATES);
}

export function percent(value: string | number): string {
  return `${plainNumber(value)}\u00a0%`;
}
