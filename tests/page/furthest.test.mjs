// How large a difference becomes with the price: against every price to the cent, on rules that bend in several ways.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { CareTypeCatalog } from "../../pkg/node.js";
import { smallCatalog, smallCoverage } from "./browser.mjs";

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("../../www/src/features/compare/furthest.ts", import.meta.url))],
  bundle: true, format: "esm", write: false,
});
const { furthest } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const catalog = new CareTypeCatalog(smallCatalog);
const CENTS = 20_000;
const act = { care_type: "CROWN", care_date: "2026-03-29", charged: "60.00", brss: "23.40", secu_rate_percent: "70", plv: "77.77", beneficiary: "1" };

function sideOf(coverage_rule) {
  const payload = smallCoverage();
  payload.guarantees[0].coverage_rule = coverage_rule;
  const coverage = catalog.compileCoverage(payload);
  return { counters: [], coverage: { reimburse: (act, counters) => ({ ok: true, value: coverage.reimburse(act, counters, { steps: false }) }) } };
}

const inCents = (amount) => Math.round(100 * Number(amount));
const paid = ({ coverage, counters }, cents) => inCents(coverage.reimburse({ ...act, charged: (cents / 100).toFixed(2) }, counters).value.amounts.complementary);

const limit = (max_amount) => [{ key: "K", period: { kind: "civil_year" }, max_amount }];
const RULES = {
  "100 % BR": { components: [{ kind: "brss_percent", percent: "100" }] },
  "325 % BR": { components: [{ kind: "brss_percent", percent: "325" }] },
  "actual costs up to the PLV": { components: [{ kind: "actual_costs", percent: "100" }], price_cap: { kind: "plv" } },
  "60 % of costs, at most 41.17": { components: [{ kind: "actual_costs", percent: "60" }], limits: limit("41.17"), beyond_limits: { components: [{ kind: "brss_percent", percent: "100" }] } },
  "a flat amount and the ticket": { components: [{ kind: "flat_amount", amount: "12.34" }, { kind: "ticket_moderateur", percent: "100" }], secu_share: "excluded" },
};

const sides = Object.entries(RULES).map(([name, rule]) => {
  const side = sideOf(rule);
  return { name, side, paid: Array.from({ length: CENTS }, (_, cents) => paid(side, cents)) };
});

for (const { name, side: before, paid: was } of sides) {
  test(`${name}, compared with the others`, () => {
    for (const { name: other, side: after, paid: is } of sides) {
      const gaps = is.map((cents, price) => cents - was[price]);
      for (const sign of [1, -1]) {
        const found = furthest({ act, counters: [[], []] }, before, after, sign);
        const most = Math.max(...gaps.map((gap) => sign * gap));
        assert.equal(found.isEndless, false, `${name} → ${other}`);
        // A difference that only rounding makes may be a cent more at some price.
        assert.ok(Math.abs(sign * inCents(found.difference) - most) <= 1, `${name} → ${other}: ${found.difference}, at most ${most} cents`);
        if (most > 1) assert.ok(sign * gaps[inCents(found.charged)] >= most - 1, `${name} → ${other} at ${found.charged}`);
      }
    }
  });
}

test("what grows with the price has no end, and what the engine refuses is not said", () => {
  const costs = (percent) => sideOf({ components: [{ kind: "actual_costs", percent }] });
  assert.deepEqual(furthest({ act, counters: [[], []] }, costs("90"), costs("80"), -1), { isEndless: true });
  const refusing = { counters: [], coverage: { reimburse: () => ({ ok: false, diagnostics: [] }) } };
  assert.equal(furthest({ act, counters: [[], []] }, refusing, costs("80"), 1), null);
});
