// What a good developer writes by hand to find what claims cost under two coverages: uDSV for the rows, whole cents, and only what the
// rules of the measured coverages need. No counts by person, no groups, no problems of rows: totals alone.
import { inferSchema, initParser } from "udsv";
import { bitsOfFlagTexts } from "../acts/baselines/flags.mjs";
import { mapped, textMapping, textsHold } from "../acts/baselines/same-answer.mjs";

const NUMBERS = ["member_age", "charged", "brss", "secu_rate_percent", "pathway_rate_percent", "flat_contribution", "franchise", "quantity", "plv", "hlf"];

/** uDSV into objects: into arrays it was no quicker. */
export function rowsOf(bytes) {
  const text = new TextDecoder().decode(bytes);
  const schema = inferSchema(text);
  for (const column of schema.cols) column.type = NUMBERS.includes(column.name) ? "n" : "s";
  return initParser(schema).typedObjs(text);
}

const cents = (euros) => Math.round((euros ?? 0) * 100);

/** By care type the mappings of a coverage, in payload order. */
function mappingsOf(catalog, { guarantees }) {
  const byType = new Map();
  guarantees.forEach(({ name, coverage_rule, care_type_mappings }, guarantee) => {
    for (const { selector, filter } of care_type_mappings) {
      for (const { short_code } of catalog.getCareTypesFromSelector(selector)) {
        byType.set(short_code, [...(byType.get(short_code) ?? []), { guarantee, name, rule: coverage_rule, filter }]);
      }
    }
  });
  const rules = guarantees.map(({ coverage_rule }) => compiledRule(coverage_rule));
  return { rules, byType: mapped(byType, (mapping) => new Mapping(mapping.guarantee, textMapping(mapping))) };
}

/** A class, so that all have one shape whatever their filters ask. */
class Mapping {
  constructor(guarantee, { mask, flags, min, max, practitioner, lenses, modes, natures }) {
    this.guarantee = guarantee;
    this.mask = mask;
    this.flags = flags;
    this.min = min;
    this.max = max;
    this.practitioner = practitioner;
    this.lenses = lenses;
    this.modes = modes;
    this.natures = natures;
  }
}

const [NONE, SEVERAL] = [-1, -2];

/** The one guarantee that covers a row. */
function covering(mappings, flags, row) {
  let last = NONE;
  if (mappings === undefined) return last;
  const age = row.member_age;
  for (let index = 0; index < mappings.length; index++) {
    const mapping = mappings[index];
    if ((flags & mapping.mask) === mapping.flags && age >= mapping.min && age <= mapping.max && textsHold(mapping, row)) {
      if (last !== NONE && last !== mapping.guarantee) return SEVERAL;
      last = mapping.guarantee;
    }
  }
  return last;
}

const PMSS = { 2024: 386_400, 2025: 392_500 };

function compiledRule({ components, secu_share = "included", price_cap = null, limits = [], beyond_limits = null }) {
  return {
    isIncluded: secu_share === "included", cap: price_cap?.kind === "amount" ? cents(Number(price_cap.amount)) : (price_cap?.kind ?? null),
    parts: components.map(({ kind, percent, amount, per = "act" }) => ({ kind, percent: Number(percent ?? 0), amount: cents(Number(amount ?? 0)), perUnit: per !== "act" })),
    isPerSession: components.some(({ per }) => per === "session"),
    limits: limits.map(({ key, max_amount, max_count, max_days, counts, scope }) => ({
      key, most: max_amount === undefined ? (max_count ?? max_days) : cents(Number(max_amount)), isAmount: max_amount !== undefined, isTotal: counts === "total",
      isParted: max_days !== undefined || (max_count !== undefined && components.some(({ per }) => per === "session")), isOfSide: scope === "ear",
    })),
    beyond: beyond_limits === null ? null : compiledRule(beyond_limits),
  };
}

/** What a rule pays without limits. */
function unlimited(rule, row, { charged, base, share, eligible, quantity }) {
  let target = 0;
  for (const { kind, percent, amount, perUnit } of rule.parts) {
    if (kind === "brss_percent") target += (base * percent) / 100;
    else if (kind === "ticket_moderateur") target += ((base - share) * percent) / 100;
    else if (kind === "actual_costs") target += (eligible * percent) / 100;
    else if (kind === "flat_amount") target += amount * (perUnit ? quantity : 1);
    else if (kind === "pmss_percent") target += Math.round((PMSS[row.care_date.slice(0, 4)] * percent) / 100) * (perUnit ? quantity : 1);
    else throw new Error(`${kind} is not written`);
  }
  const raw = Math.floor(target + 0.5) - (rule.isIncluded ? share : 0);
  return Math.min(Math.max(0, raw), eligible - share, charged);
}

/** Sums of a side, row after row; rows of a person by care date. */
class Side {
  complementary = 0;
  out_of_pocket = 0;
  #used = new Map();

  constructor({ rules, byType }) {
    this.rules = rules;
    this.byType = byType;
  }

  guaranteeOf(row, flags) {
    return covering(this.byType.get(row.care_type), flags, row);
  }

  pay(guarantee, row, amounts) {
    const paid = guarantee === NONE ? 0 : this.#paid(this.rules[guarantee], row, amounts);
    this.complementary += paid;
    this.out_of_pocket += amounts.charged - amounts.bySecu - paid;
  }

  #paid(rule, row, amounts) {
    amounts.eligible = rule.cap === null ? amounts.charged : Math.min(amounts.charged, typeof rule.cap === "number" ? rule.cap : cents(row[rule.cap]));
    const all = unlimited(rule, row, amounts);
    if (rule.limits.length === 0) return all;
    const { share, quantity } = amounts;
    let own = this.#used.get(row.person);
    if (own === undefined) this.#used.set(row.person, (own = {}));
    let allowed = all;
    for (const { key, most, isAmount, isTotal, isParted, isOfSide } of rule.limits) {
      const left = Math.max(0, most - (own[isOfSide ? key + row.side : key] ?? 0) - (isTotal ? share : 0));
      const room = isAmount ? left : isParted ? Math.floor(all * Math.min(1, left / quantity) + 0.5) : left === 0 ? 0 : all;
      allowed = Math.min(allowed, room);
    }
    if (allowed > 0) {
      for (const { key, isAmount, isTotal, isParted, isOfSide } of rule.limits) {
        const counter = isOfSide ? key + row.side : key;
        own[counter] = (own[counter] ?? 0) + (isAmount ? allowed + (isTotal ? share : 0) : isParted ? quantity : 1);
      }
    }
    return allowed < all && rule.beyond !== null ? Math.max(allowed, unlimited(rule.beyond, row, amounts)) : allowed;
  }
}

/** Bytes of CSV to totals, in whole cents. */
export function totalsByHand(catalog, payloads) {
  const compiled = payloads.map((payload) => mappingsOf(catalog, payload));
  return (bytes) => {
    const [current, draft] = compiled.map((side) => new Side(side));
    let [charged, bySecu, rows] = [0, 0, 0];
    for (const row of rowsOf(bytes)) {
      const amounts = amountsOf(row);
      const flags = bitsOfFlagTexts(row);
      rows += 1;
      const [before, after] = [current.guaranteeOf(row, flags), draft.guaranteeOf(row, flags)];
      // What one side cannot decide is in no sum.
      if (before === SEVERAL || after === SEVERAL) continue;
      charged += amounts.charged;
      current.pay(before, row, amounts);
      draft.pay(after, row, amounts);
      bySecu += amounts.bySecu;
    }
    return { rows, charged, bySecu, current: sumsOf(current), draft: sumsOf(draft) };
  };
}

const sumsOf = ({ complementary, out_of_pocket }) => ({ complementary, out_of_pocket });

function amountsOf(row) {
  const charged = cents(row.charged);
  const base = Math.min(charged, cents(row.brss));
  const rss = Math.floor((base * (row.secu_rate_percent ?? 0)) / 100);
  const share = Math.max(rss, Math.floor((base * (row.pathway_rate_percent ?? 0)) / 100));
  return { charged, base, share, quantity: row.quantity ?? 1, eligible: charged, bySecu: rss - Math.min(rss, cents(row.flat_contribution) + cents(row.franchise)) };
}
