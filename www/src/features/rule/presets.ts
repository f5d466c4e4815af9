/** The rules and limits that benefit tables have most, as they are written. */
import type { Json } from "../../kit/json/values";

export type ComponentPreset = "brss" | "year" | "session" | "two_years" | "costs" | "pmss";
/** Rows of benefit tables that say more in one line. */
export type GridPreset =
  | "credit" | "tm_and_excess" | "costs_within_base" | "pmss_at_least_base" | "year_at_least_tm" | "base_within_pmss" | "costs_within_pmss" | "half_of_rest" | "half_base_more";
export type RulePreset = ComponentPreset | GridPreset;
export type LimitPreset = "amount_year" | "count_year" | "amount_two_years";

/** What a rule is; the limits have no keys yet. */
interface Preset {
  components: readonly Json[];
  secu_share: "included" | "excluded";
  limits?: readonly Json[];
  beyond_limits?: Json;
  /** Where the figure is that one would change first. */
  figure: string;
}

const base = (percent: string): Json => ({ kind: "brss_percent", percent });
const costs = (percent: string): Json => ({ kind: "actual_costs", percent });
const TM: Json = { kind: "ticket_moderateur", percent: "100" };
const COSTS = costs("100");
export const FIRST_COMPONENT: Json = base("100");

const YEAR = { kind: "civil_year" };
const TWO_YEARS = { kind: "rolling_months", months: 24 };

const LIMITS: Record<LimitPreset, Json> = {
  amount_year: { period: YEAR, max_amount: "100", counts: "complementary", scope: "beneficiary" },
  count_year: { period: YEAR, max_count: "5", scope: "beneficiary" },
  amount_two_years: { period: TWO_YEARS, max_amount: "200", counts: "complementary", scope: "beneficiary" },
};
/** Of a component; what counts is what it pays. */
export const CREDIT: Json = { period: YEAR, max_amount: "100", scope: "beneficiary" };

const inYear = (maximum: Json): Json => ({ period: YEAR, ...maximum, counts: "complementary", scope: "beneficiary" });
const FIRST = "/components/0/percent";
const OPTION = "/components/0/options/0/0/percent";

export const RULES: Record<RulePreset, Preset> = {
  brss: { components: [FIRST_COMPONENT], secu_share: "included", figure: FIRST },
  year: { components: [COSTS], secu_share: "included", limits: [LIMITS.amount_year], figure: "/limits/0/max_amount" },
  session: { components: [{ kind: "flat_amount", amount: "30", per: "session" }], secu_share: "excluded", figure: "/components/0/amount" },
  two_years: { components: [COSTS], secu_share: "included", limits: [LIMITS.amount_two_years], figure: "/limits/0/max_amount" },
  costs: { components: [COSTS], secu_share: "included", figure: FIRST },
  pmss: { components: [{ kind: "pmss_percent", percent: "1", per: "act" }], secu_share: "excluded", figure: FIRST },
  credit: {
    components: [base("100"), { ...COSTS, limits: [{ ...CREDIT, max_amount: "170" }] }],
    secu_share: "included",
    figure: "/components/1/limits/0/max_amount",
  },
  tm_and_excess: {
    components: [
      { kind: "least_of", options: [[TM], [base("30")]] },
      { kind: "least_of", options: [[{ kind: "excess_over_brss", percent: "100" }], [base("70")]] },
    ],
    secu_share: "excluded",
    figure: "/components/0/options/1/0/percent",
  },
  costs_within_base: { components: [{ kind: "least_of", options: [[costs("80")], [base("200")]] }], secu_share: "included", figure: OPTION },
  pmss_at_least_base: {
    components: [{ kind: "greatest_of", options: [[{ kind: "pmss_percent", percent: "6.5", per: "act" }], [base("175")]] }],
    secu_share: "included",
    figure: OPTION,
  },
  year_at_least_tm: {
    components: [COSTS],
    secu_share: "included",
    limits: [inYear({ max_amount: "126" })],
    beyond_limits: { components: [TM], secu_share: "excluded" },
    figure: "/limits/0/max_amount",
  },
  base_within_pmss: { components: [base("150")], secu_share: "included", limits: [inYear({ max_pmss_percent: "15" })], figure: FIRST },
  costs_within_pmss: {
    components: [COSTS],
    secu_share: "included",
    limits: [{ ...inYear({ max_pmss_percent: "4" }), period: { kind: "act" } }],
    figure: "/limits/0/max_pmss_percent",
  },
  half_of_rest: { components: [costs("50"), { kind: "rss_percent", percent: "50" }], secu_share: "included", figure: FIRST },
  half_base_more: { components: [base("150")], secu_share: "included", figure: FIRST },
};

/** Care without a base of the Sécu: a percentage of the base would pay nothing. */
export const FLAT: Preset = { components: [{ kind: "flat_amount", amount: "30", per: "act" }], secu_share: "excluded", figure: "/components/0/amount" };

export interface PresetRule {
  components: Json[];
  secu_share: string;
  limits: Json[];
  beyond_limits: Json | null;
}

/** `keyOf`: the next key that is free. */
export function ruleOf({ components, secu_share, limits = [], beyond_limits }: Preset, keyOf: () => string): PresetRule {
  const named = (limit: Json): Json => ({ key: keyOf(), ...limit });
  const own = components.map((component) => (Array.isArray(component["limits"]) ? { ...component, limits: component["limits"].map(named) } : component));
  return { components: own, secu_share, limits: limits.map(named), beyond_limits: beyond_limits ?? null };
}

export function limitOf(preset: LimitPreset, key: string): Json {
  return { key, ...LIMITS[preset] };
}

/** What a component is compared with first, once it is one of two. */
export function otherThan(component: Json): Json {
  return component["kind"] === "brss_percent" ? { kind: "flat_amount", amount: "100", per: "act" } : FIRST_COMPONENT;
}

export const MAXIMA = ["max_amount", "max_pmss_percent", "max_count", "max_days"] as const;

export function maximumOf(limit: Json): (typeof MAXIMA)[number] {
  return MAXIMA.find((name) => name in limit) ?? "max_amount";
}

export function figureOf(component: Json): string {
  return "amount" in component ? "amount" : "percent";
}
