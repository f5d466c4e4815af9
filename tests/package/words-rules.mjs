// Random rules, of few values, so that many are nearly the same.
import fc from "fast-check";

const decimal = fc.constantFrom("0", "0.5", "1", "30", "50", "99.5", "100", "100.00", "150", "1234.5", "999999999999.25", 1, 100, 1234.5, 0.0001);
const unit = fc.constantFrom("act", "session", "day", "semester", "tooth", "eye", "ear", "lens", "box", "year");

const component = fc.oneof(
  fc.record({ kind: fc.constantFrom("brss_percent", "ticket_moderateur", "actual_costs", "rss_percent", "reconstituted_brss_percent"), percent: decimal }),
  fc.record({ kind: fc.constant("flat_amount"), amount: decimal, per: unit }, { requiredKeys: ["kind", "amount"] }),
  fc.record({ kind: fc.constant("pmss_percent"), percent: decimal, per: unit }, { requiredKeys: ["kind", "percent"] }),
);

const cap = fc.oneof(fc.constantFrom(null, { kind: "plv" }, { kind: "hlf" }), fc.record({ kind: fc.constant("amount"), amount: decimal }));

const period = fc.oneof(
  fc.record({ kind: fc.constantFrom("act", "stay", "civil_year", "membership_year", "lifetime") }),
  fc.record({ kind: fc.constant("rolling_months"), months: fc.constantFrom(1, 2, 12, 24, 1200, 5_000_000_000) }),
);

const limit = fc.tuple(
  fc.record({ period, counts: fc.constantFrom("complementary", "total"), scope: fc.constantFrom("beneficiary", "family", "eye", "ear", "tooth") }, { requiredKeys: ["period"] }),
  fc.constantFrom("max_amount", "max_count", "max_days"),
  decimal,
).map(([limit, maximum, value]) => ({ ...limit, [maximum]: value }));

const part = {
  components: fc.array(component, { minLength: 1, maxLength: 3 }),
  secu_share: fc.constantFrom("included", "excluded"),
  price_cap: cap,
};

/** Their limits have keys of their own. */
export const rules = fc.record({
  ...part,
  limits: fc.array(limit, { maxLength: 2 }).map((limits) => limits.map((limit, index) => ({ key: `k${index}`, ...limit }))),
  beyond_limits: fc.oneof(fc.constant(null), fc.record(part, { requiredKeys: ["components"] })),
}, { requiredKeys: ["components"] });

/** A text that two rules have in common where they pay the same, whatever their limits are called. */
export function canonical(rule) {
  const number = (value) => (value === undefined ? undefined : Number(value));
  const part = ({ components, secu_share = "included", price_cap }) => ({
    components: components.map(({ kind, percent, amount, per = "act" }) => ({ kind, value: number(percent ?? amount), per })),
    secu_share,
    price_cap: price_cap ? { kind: price_cap.kind, amount: number(price_cap.amount) } : null,
  });
  const limit = ({ period, counts = "complementary", scope = "beneficiary", max_amount, max_count, max_days }) => ({
    period: { kind: period.kind, months: Math.min(period.months ?? 0, 4_294_967_295) }, counts, scope, maxima: [max_amount, max_count, max_days].map(number),
  });
  return JSON.stringify({ ...part(rule), limits: (rule.limits ?? []).map(limit), beyond: rule.beyond_limits ? part(rule.beyond_limits) : null });
}
