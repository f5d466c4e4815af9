// Random rules, of few values, so that many are nearly the same.
import fc from "fast-check";

const decimal = fc.constantFrom("0", "0.5", "1", "30", "50", "99.5", "100", "100.00", "150", "1234.5", "999999999999.25", 1, 100, 1234.5, 0.0001);
const unit = fc.constantFrom("act", "session", "day", "semester", "tooth", "eye", "ear", "lens", "box", "year");

const plain = fc.oneof(
  fc.record({ kind: fc.constantFrom("brss_percent", "ticket_moderateur", "actual_costs", "rss_percent", "reconstituted_brss_percent", "excess_over_brss"), percent: decimal }),
  fc.record({ kind: fc.constant("flat_amount"), amount: decimal, per: unit }, { requiredKeys: ["kind", "amount"] }),
  fc.record({ kind: fc.constant("pmss_percent"), percent: decimal, per: unit }, { requiredKeys: ["kind", "percent"] }),
);

const cap = fc.oneof(fc.constantFrom(null, { kind: "plv" }, { kind: "hlf" }), fc.record({ kind: fc.constant("amount"), amount: decimal }));

const period = fc.oneof(
  fc.record({ kind: fc.constantFrom("act", "stay", "civil_year", "membership_year", "lifetime") }),
  fc.record({ kind: fc.constant("rolling_months"), months: fc.constantFrom(1, 2, 12, 24, 1200, 5_000_000_000) }),
);

const scope = fc.constantFrom("beneficiary", "family", "eye", "ear", "tooth");
const counts = fc.constantFrom("complementary", "total");

/** `rest`: the fields that are there or not. */
const limitOf = (rest) => fc.tuple(
  fc.record({ period, ...rest }, { requiredKeys: ["period"] }),
  fc.constantFrom("max_amount", "max_pmss_percent", "max_count", "max_days"),
  decimal,
).map(([limit, maximum, value]) => ({ ...limit, [maximum]: value }));

const option = fc.array(plain, { minLength: 1, maxLength: 3 });
const chosen = fc.record({ kind: fc.constantFrom("greatest_of", "least_of"), options: fc.array(option, { minLength: 2, maxLength: 4 }) });
const component = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 2, arbitrary: chosen });
const limited = fc.tuple(component, fc.array(limitOf({ scope }), { maxLength: 2 })).map(([component, limits]) => (limits.length === 0 ? component : { ...component, limits }));

const part = (component) => ({
  components: fc.array(component, { minLength: 1, maxLength: 4 }),
  secu_share: fc.constantFrom("included", "excluded"),
  price_cap: cap,
});

/** Their limits have keys of their own. */
export const rules = fc.record({
  ...part(fc.oneof({ weight: 2, arbitrary: component }, limited)),
  pathway_surcharge: fc.constantFrom("left_to_member", "covered"),
  limits: fc.array(limitOf({ counts, scope }), { maxLength: 3 }),
  beyond_limits: fc.oneof(fc.constant(null), fc.record(part(component), { requiredKeys: ["components"] })),
}, { requiredKeys: ["components"] }).map(withKeys);

function withKeys(rule) {
  let count = 0;
  const named = (part) => (part.limits ? { ...part, limits: part.limits.map((limit) => ({ key: `k${(count += 1)}`, ...limit })) } : part);
  return named({ ...rule, components: rule.components.map(named) });
}

/** A text that two rules have in common where they pay the same, whatever their limits are called. */
export function canonical(rule) {
  const number = (value) => (value === undefined ? undefined : Number(value));
  const limit = ({ period, counts = "complementary", scope = "beneficiary", max_amount, max_pmss_percent, max_count, max_days }) => ({
    period: { kind: period.kind, months: Math.min(period.months ?? 0, 4_294_967_295) }, counts, scope, maxima: [max_amount, max_pmss_percent, max_count, max_days].map(number),
  });
  const component = ({ kind, percent, amount, per = "act", options, limits = [] }) => ({
    kind, value: number(percent ?? amount), per, options: options?.map((option) => option.map(component)), limits: limits.map(limit),
  });
  const part = ({ components, secu_share = "included", price_cap }) => ({
    components: components.map(component),
    secu_share,
    price_cap: price_cap ? { kind: price_cap.kind, amount: number(price_cap.amount) } : null,
  });
  const { pathway_surcharge = "left_to_member", limits = [], beyond_limits } = rule;
  return JSON.stringify({ ...part(rule), pathway_surcharge, limits: limits.map(limit), beyond: beyond_limits ? part(beyond_limits) : null });
}
