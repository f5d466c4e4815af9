// The first world of the acts, with amounts: every guarantee pays a percentage of the base, with a limit of a year or without.
import { numbers } from "../acts/random.mjs";
import { columnsOf } from "../acts/texts.mjs";
import { generated } from "../acts/worlds.mjs";
import { CareTypeCatalog } from "../../pkg/index.js";

/** Acts of a member that follow one another. */
const ACTS_OF_A_MEMBER = 8;
const UNITS_IN_A_CENT = 100;

export function priced(count) {
  const world = generated({ title: "180 mappings over 480 care types, with amounts", stated: 7, count });
  const next = numbers(5);
  const percents = world.payload.guarantees.map(() => 100 + 25 * next(8));
  const compiled = (limits, ruleOf = (percent) => [{ kind: "brss_percent", percent: String(percent) }]) =>
    new CareTypeCatalog(world.data).compileCoverage({
      ...world.payload,
      guarantees: world.payload.guarantees.map((guarantee, position) => ({ ...guarantee, coverage_rule: { components: ruleOf(percents[position]), limits } })),
    });
  const year = [{ key: "year", period: { kind: "civil_year" }, max_amount: "300" }];
  const inOptions = (percent) => [{ kind: "least_of", options: [[{ kind: "brss_percent", percent: String(percent) }], [{ kind: "actual_costs", percent: "100" }]] }];
  const brss = Int32Array.from({ length: count }, () => 1_000 + next(9_000));
  const amounts = {
    brss, charged: brss.map((base) => base + next(5_000)), rate: Int32Array.from({ length: count }, () => [60, 65, 70, 80, 100][next(5)]),
    contribution: new Int32Array(count).fill(200),
  };
  const units = (cents) => BigInt64Array.from(cents, (value) => BigInt(value * UNITS_IN_A_CENT));
  const codes = columnsOf(world.coverage, world.acts);
  const columns = {
    ...codes, charged: units(amounts.charged), brss: units(brss), flat_contribution: units(amounts.contribution),
    secu_rate_percent: BigInt64Array.from(amounts.rate, (rate) => BigInt(rate * 10_000)),
  };
  const days = Int32Array.from({ length: count }, (_, row) => 20_454 + (row % ACTS_OF_A_MEMBER) * 40);
  const unit = Uint32Array.from({ length: count }, (_, row) => 1 + Math.floor(row / ACTS_OF_A_MEMBER));
  const acts = world.acts.map((act, row) => ({ ...act, charged: amounts.charged[row], brss: brss[row], rate: amounts.rate[row], contribution: amounts.contribution[row] }));
  const euros = (cents) => (cents / 100).toFixed(2);
  const objects = world.acts.map((act, row) => ({
    ...act, charged: euros(amounts.charged[row]), brss: euros(brss[row]), secu_rate_percent: amounts.rate[row], flat_contribution: euros(amounts.contribution[row]),
  }));
  return {
    ...world, percents, amounts, codes, columns, acts, objects, plain: compiled([]), limited: compiled(year), chosen: compiled([], inOptions),
    byMember: { ...columns, unit, care_date: days },
    /** The members in no order. */
    mixed: { ...columns, unit: unit.map((_, row) => 1 + ((row * 7_919) % unit[count - 1])), care_date: days },
  };
}
