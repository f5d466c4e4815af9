/**
 * What does another rule mean in euros?
 *
 * On acts that the guarantee covers before and after: of the year in hand or the examples, where it covers one; else on an invented act of one
 * of its care types, with the amounts of an example of its care type or group, else with round ones.
 */
import type { ActAmounts, CareAct, LoadedCoverage } from "../../engine/engine";
import { decimal, written, times } from "../../kit/decimals";
import { pricedActs, type PricedAct } from "./acts";
import { type EuroRow, paidAlone, rowOf } from "./euros";
import type { Sides } from "./model";

export interface RuleExample extends EuroRow {
  from: "year" | "examples" | "invented";
}

const MOST = 3;
/** Of many acts of a year, so many are tried. */
const MOST_TRIED = 500;
/** Four times the BR is above what nearly every rule pays, and a price that is charged. */
const HIGHER_PRICE = 4;
const MOST_DEARER = 10;
/** Facts first, then amounts, then what a limit is counted for. */
const MOST_QUESTIONS = 4;

/** What an invented act says where the rule or a condition asks for it. */
const FACTS: Partial<CareAct> = {
  care_date: "2025-06-16",
  member_age: 40,
  is_optam_or_secteur_1: true,
  is_for_at_least_one_visible_tooth: true,
  is_etablissement_conventionne: true,
  reimbursed_by_secu: true,
  glasses_lens_complexity: "SIMPLE",
  practitioner: "SPECIALIST",
  treatment_mode: "00",
  nature_de_soins: "MEDECINE",
};
const AMOUNTS: ActAmounts = {
  charged: "100.00",
  brss: "50.00",
  secu_rate_percent: 70,
  plv: "100.00",
  hlf: "100.00",
  reconstituted_brss: "50.00",
  beneficiary: "1",
  membership_start: "2025-01-01",
  stay_id: "1",
  side: "left",
  tooth: 16,
};

/** `before`: what the guarantee was called before. */
export function ruleExamples(sides: Sides, guarantee: string, before: string): RuleExample[] {
  const names = { before, after: guarantee };
  const found = (["year", "examples"] as const).flatMap((from) =>
    pricedActs[from].value.slice(0, MOST_TRIED).flatMap((act, index) => exampleOf(sides, names, { act, index, from }) ?? []),
  );
  const different = found.filter(isDifferent).sort((a, b) => Number(a.difference) - Number(b.difference));
  if (different.length > 0) return distinct(different).slice(0, MOST);
  // Where the prices known are too low for the rules to differ, a higher one shows it.
  const dearer = found.slice(0, MOST_DEARER).flatMap(({ act, index }) => exampleOf(sides, names, { act: atHigherPrice(act), index, from: "invented" }) ?? []);
  const shown = [...distinct(found).slice(0, 1), ...dearer.filter(isDifferent).slice(0, 1)];
  return shown.length > 0 ? shown : invented(sides, names);
}

function isDifferent({ difference }: RuleExample): boolean {
  return Number(difference) !== 0;
}

function atHigherPrice({ act, amounts }: PricedAct): PricedAct {
  const charged = written(times(decimal(amounts.brss ?? amounts.charged), decimal(HIGHER_PRICE)));
  return { label: null, act, amounts: { ...amounts, charged } };
}

/** One for each care type and price. */
function distinct(examples: readonly RuleExample[]): RuleExample[] {
  const keys = examples.map(({ act: { act, amounts } }) => `${act.care_type} ${amounts.charged}`);
  return examples.filter((_, index) => keys.indexOf(keys[index]!) === index);
}

/** What the guarantee is called on each side. */
type Names = { before: string; after: string };
type Candidate = { act: PricedAct; index: number; from: RuleExample["from"] };

/** Null unless the guarantee covers the act before and after. */
function exampleOf({ before, after }: Sides, names: Names, { act, index, from }: Candidate): RuleExample | null {
  const later = paidAlone(after, act);
  if (later.guarantee !== names.after || later.complementary === null) return null;
  const earlier = paidAlone(before, act);
  if (earlier.guarantee !== names.before || earlier.complementary === null) return null;
  return { ...rowOf(index, act, earlier, later), from };
}

function invented(sides: Sides, names: Names): RuleExample[] {
  const before = new Set(sides.before.careTypesOf(names.before));
  const careTypes = sides.after.careTypesOf(names.after).filter((code) => before.has(code));
  const withAmounts = careTypes.map((code) => ({ code, amounts: amountsOf(sides.after, code) }));
  const best = [...withAmounts.filter(({ amounts }) => amounts !== null), ...withAmounts].slice(0, 5);
  for (const { code, amounts } of best) {
    const act = actOf(sides.after, names.after, code, amounts);
    const example = act && exampleOf(sides, names, { act, index: 0, from: "invented" });
    if (example) return [example];
  }
  return [];
}

/** Those of an example act of the care type, else of one of its groups. */
function amountsOf({ catalog }: LoadedCoverage, code: string): ActAmounts | null {
  const examples = pricedActs.examples.value;
  const groups = new Set(catalog.types.get(code)?.care_type_group_ids);
  const isNear = ({ act }: PricedAct) => catalog.types.get(act.care_type)?.care_type_group_ids.some((id) => groups.has(id)) ?? false;
  return (examples.find(({ act }) => act.care_type === code) ?? examples.find(isNear))?.amounts ?? null;
}

/** The fewest facts that the guarantee asks for, then what the engine still misses. */
function actOf(coverage: LoadedCoverage, guarantee: string, care_type: string, given: ActAmounts | null): PricedAct | null {
  const explained = coverage.explain({ care_type });
  if (!explained.ok) return null;
  let act: CareAct = { care_type, ...explained.value.nearest.find((change) => change.guarantee === guarantee)?.changes };
  const { charged, brss, secu_rate_percent } = AMOUNTS;
  let amounts = given ?? (act.reimbursed_by_secu === false ? { charged } : { charged, brss, secu_rate_percent });
  for (let turn = 0; turn < MOST_QUESTIONS; turn += 1) {
    const answer = coverage.reimburse({ ...act, ...amounts });
    if (!answer.ok || answer.value.missing.length === 0) break;
    const { missing } = answer.value;
    act = { ...act, ...pick(FACTS, missing) };
    amounts = { ...amounts, ...pick(AMOUNTS, missing) };
  }
  return { label: null, act, amounts };
}

function pick<T extends object>(values: T, fields: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field))) as Partial<T>;
}
