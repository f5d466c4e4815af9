/** The rules and limits that benefit tables have most, as they are written. */
import type { Json } from "../../kit/json/values";

export type ComponentPreset = "brss" | "year" | "session" | "two_years" | "costs" | "pmss";
export type LimitPreset = "amount_year" | "count_year" | "amount_two_years";

interface Preset {
  components: Json[];
  secu_share: "included" | "excluded";
  limit?: LimitPreset;
}

const COSTS: Json = { kind: "actual_costs", percent: "100" };
export const FIRST_COMPONENT: Json = { kind: "brss_percent", percent: "100" };

export const RULES: Record<ComponentPreset, Preset> = {
  brss: { components: [FIRST_COMPONENT], secu_share: "included" },
  year: { components: [COSTS], secu_share: "included", limit: "amount_year" },
  session: { components: [{ kind: "flat_amount", amount: "30", per: "session" }], secu_share: "excluded" },
  two_years: { components: [COSTS], secu_share: "included", limit: "amount_two_years" },
  costs: { components: [COSTS], secu_share: "included" },
  pmss: { components: [{ kind: "pmss_percent", percent: "1", per: "act" }], secu_share: "excluded" },
};

/** Care without a base of the Sécu: a percentage of the base would pay nothing. */
export const FLAT: Preset = { components: [{ kind: "flat_amount", amount: "30", per: "act" }], secu_share: "excluded" };

const YEAR = { kind: "civil_year" };
const TWO_YEARS = { kind: "rolling_months", months: 24 };

const LIMITS: Record<LimitPreset, Json> = {
  amount_year: { period: YEAR, max_amount: "100", counts: "complementary", scope: "beneficiary" },
  count_year: { period: YEAR, max_count: "5", scope: "beneficiary" },
  amount_two_years: { period: TWO_YEARS, max_amount: "200", counts: "complementary", scope: "beneficiary" },
};

export function limitOf(preset: LimitPreset, key: string): Json {
  return { key, ...LIMITS[preset] };
}

/** Where in the rule is the figure that one would change first? */
export function firstFigure({ components, limit }: Preset): string {
  if (limit) return `/limits/0/${maximumOf(LIMITS[limit])}`;
  return `/components/0/${"amount" in components[0]! ? "amount" : "percent"}`;
}

const MAXIMA = ["max_amount", "max_count", "max_days"] as const;

export function maximumOf(limit: Json): (typeof MAXIMA)[number] {
  return MAXIMA.find((name) => name in limit) ?? "max_amount";
}
