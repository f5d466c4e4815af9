// Do two rules say the same, but for the keys of their limits and fields that only state a default?
import type * as main from "../care-coverage";

/** More months are as many, to the engine and in words. */
const MOST_MONTHS = 4_294_967_295;

type Value = Record<string, any>;

export function areSame(left: main.CoverageRuleParameterSet, right: main.CoverageRuleParameterSet): boolean {
  return formOf(left) === formOf(right);
}

/** A text that rules of one meaning share. */
export function formOf(rule: main.CoverageRuleParameterSet): string {
  const { components, limits = [], beyond_limits, pathway_surcharge } = rule as Value;
  if (!Array.isArray(components)) return JSON.stringify(rule);
  return JSON.stringify([partOf(rule as Value), limits.map(limitOf), beyond_limits ? partOf(beyond_limits) : null, pathway_surcharge === "covered"]);
}

function partOf({ components, secu_share, price_cap }: Value): unknown {
  return [components.map(componentOf), secu_share === "excluded", price_cap ? [price_cap.kind, numberOf(price_cap.amount)] : null];
}

function componentOf({ kind, percent, amount, per, options, limits }: Value): unknown {
  return [kind, numberOf(percent ?? amount), per ?? "act", options?.map((option: Value[]) => option.map(componentOf)) ?? null, (limits ?? []).map(limitOf)];
}

function limitOf({ period, counts, scope, ...maxima }: Value): unknown {
  const counted = ["max_amount", "max_pmss_percent", "max_count", "max_days"].map((name) => numberOf(maxima[name]));
  return [period.kind, period.months === undefined ? null : Math.min(period.months, MOST_MONTHS), counts === "total", scope ?? "beneficiary", counted];
}

/** "30.00" is 30. */
function numberOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = String(value);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Every limit of a rule, those of its components too. */
export function limitsOf(rule: main.CoverageRuleParameterSet): main.CoverageRuleLimit[] {
  const { components = [], limits = [] } = rule as Value;
  return [...limits, ...(Array.isArray(components) ? components : []).flatMap((component: Value) => component.limits ?? [])];
}
