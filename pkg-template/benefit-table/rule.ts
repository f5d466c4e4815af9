// Which rule is what a cell says? One normal form, and what had to be assumed.
//
//     amount for a period   all costs, with a limit of that amount
//     N % BR − RSS + M % BR   N + M % BR, with the share
import type * as main from "../care-coverage";
import { type Limit, type Part, type Plain, type Term, isAllCosts, isMoney, isPlainMoney, scopeOf } from "./cell.ts";

export type Assumption = "share" | "year" | "unit";

export interface Made { rule: main.CoverageRule; assumed: Set<Assumption> }

/** Null where a cell says what no rule can say. */
export function ruleOf(part: Part, key: () => string): Made | null {
  const assumed = new Set<Assumption>();
  const maker = new Maker(key, assumed);
  const rule = maker.whole(part);
  return rule && { rule, assumed };
}

class Maker {
  constructor(
    private readonly key: () => string,
    private readonly assumed: Set<Assumption>,
  ) {}

  whole(part: Part): main.CoverageRule | null {
    const components: Record<string, unknown>[] = [];
    const limits = [...part.limits];
    for (const term of summed(part)) {
      const made = this.component(term, part, limits);
      if (!made) return null;
      components.push(made);
    }
    const share = part.share ?? usualShare(part);
    if (part.share === null && sharesDiffer(part)) this.assumed.add("share");
    const beyond = part.beyond && this.whole(part.beyond);
    if (part.beyond && !beyond) return null;
    return {
      components,
      ...(share === "excluded" && { secu_share: share }),
      ...(part.cap && { price_cap: part.cap }),
      ...(limits.length > 0 && { limits: limits.map((limit) => this.limit(limit)) }),
      ...(beyond && { beyond_limits: beyond }),
      ...(part.isPathwayCovered && { pathway_surcharge: "covered" }),
    } as unknown as main.CoverageRule;
  }

  private component(term: Term, part: Part, limits: Limit[]): Record<string, unknown> | null {
    const { choice, parts, period, unit } = term;
    if (choice) {
      if (period || unit !== null) return null;
      const options = choice.options.map((option) => option.map(plainOf));
      if (!term.isUnitSaid && choice.options.flat().some((plain) => isPlainMoney(plain) && plain.per === "act")) this.assumed.add("unit");
      return { kind: choice.kind, options, ...this.own(term) };
    }
    const [plain] = parts;
    if (!plain || parts.length > 1) return null;
    if (isMoney(term) && period) return this.credit(term, plain, part, limits);
    if (period || term.isFamily) return null;
    if (!isMoney(term)) return unit === null || ["act", "session", "semester"].includes(unit) ? { ...plainOf(plain), ...this.own(term) } : null;
    if (unit === null) this.assumed.add("unit");
    return { ...plainOf({ ...plain, per: unit ?? "act" }), ...this.own(term) };
  }

  /** An amount for a period. */
  private credit(term: Term, { kind, decimal }: Plain, part: Part, limits: Limit[]): Record<string, unknown> | null {
    const { unit, period } = term;
    // Beyond limits there are no others.
    if (part.isBeyond || (unit !== null && !["eye", "ear", "tooth"].includes(unit))) return null;
    const limit: Limit = { of: kind === "flat_amount" ? "amount" : "pmss", maximum: decimal, period: period!, scope: scopeOf(term), countsTotal: false };
    const costs = { kind: "actual_costs", percent: "100" };
    if (part.terms.length > 1 || term.isBehindPlus) return { ...costs, ...this.own({ ...term, limits: [limit, ...term.limits] }) };
    limits.unshift({ ...limit, countsTotal: part.isTotal });
    return { ...costs, ...this.own(term) };
  }

  private own({ limits }: Term): Record<string, unknown> {
    return limits.length > 0 ? { limits: limits.map((limit) => this.limit({ ...limit, countsTotal: false })) } : {};
  }

  private limit({ of, maximum, period, scope, countsTotal }: Limit): Record<string, unknown> {
    if (period.isAssumed) this.assumed.add("year");
    return {
      key: this.key(),
      period: period.kind === "rolling_months" ? { kind: period.kind, months: period.months } : { kind: period.kind },
      [MAXIMA[of]]: maximum,
      ...(countsTotal && { counts: "total" }),
      ...(scope !== "beneficiary" && { scope }),
    };
  }
}

const MAXIMA: Record<Limit["of"], string> = { amount: "max_amount", pmss: "max_pmss_percent", count: "max_count", days: "max_days" };

function plainOf({ kind, decimal, per }: Plain): Record<string, unknown> {
  return { kind, [kind === "flat_amount" ? "amount" : "percent"]: decimal, ...(per !== "act" && { per }) };
}

/** "100 % BR − RSS + 50 % BR" is 150 % BR. */
function summed({ terms, isTotalOfFirst }: Part): Term[] {
  const [first, second, ...others] = terms;
  const bases = [first, second].map((term) => (term && !term.choice && term.limits.length === 0 && term.parts.length === 1 && term.parts[0]!.kind === "brss_percent" ? term.parts[0]!.decimal : null));
  const [left, right] = bases;
  if (!isTotalOfFirst || others.length > 0 || left == null || right == null) return terms;
  const sum = sumOf(left, right);
  return [{ ...first!, parts: [{ kind: "brss_percent", decimal: sum, per: "act" }] }];
}

function sumOf(left: string, right: string): string {
  const decimals = Math.max(...[left, right].map((text) => text.split(".")[1]?.length ?? 0));
  const units = [left, right].map((text) => BigInt(text.split(".")[0]! + (text.split(".")[1] ?? "").padEnd(decimals, "0")));
  const digits = (units[0]! + units[1]!).toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, "");
}

/** What decides the share of a part: of what is limited to something else, that alone. */
function decisive(part: Part): Plain[] {
  return part.terms.filter((term) => !term.period).flatMap(({ choice, parts }) => (choice ? (choice.kind === "least_of" ? choice.options[0]! : choice.options.flat()) : parts));
}

/** The share that is meant where the cell does not say it. */
function usualShare(part: Part): "included" | "excluded" {
  const plains = decisive(part);
  const has = (kind: string) => plains.some((plain) => plain.kind === kind);
  const bases = plains.filter(({ kind }) => kind === "brss_percent" || kind === "reconstituted_brss_percent");
  if (part.terms.some((term) => term.isBoundOfCosts)) return "included";
  // "TM + 100 % FR limité à 150 % BR" comes on top.
  const isOnTm = !part.terms.some(isAllCosts) && part.terms.some(({ choice, parts }) => !choice && parts[0]!.kind === "ticket_moderateur");
  if (!isOnTm && plains.some(({ kind, decimal }) => kind === "actual_costs" && decimal === "100")) return "included";
  if (part.isBeyond && part.terms.some(isWhole)) return "included";
  if (has("ticket_moderateur") || has("excess_over_brss")) return "excluded";
  if (bases.length > 0) return bases.some(({ decimal }) => Number(decimal) >= 100) ? "included" : "excluded";
  return has("actual_costs") || part.terms.every((term) => term.period) ? "included" : "excluded";
}

/** A percentage of 100 or more of the base or the costs: beyond limits it is a total, whatever is added to it. */
function isWhole({ choice, parts }: Term): boolean {
  return !choice && ["brss_percent", "reconstituted_brss_percent", "actual_costs"].includes(parts[0]!.kind) && Number(parts[0]!.decimal) >= 100;
}

/** Whether the other share would pay otherwise, and nothing in the cell says which. */
function sharesDiffer(part: Part): boolean {
  if (part.terms.length === 1 && !part.terms[0]!.isBoundOfCosts && (isAllCosts(part.terms[0]!) || part.terms[0]!.period)) return false;
  return !decisive(part).some(({ kind }) => kind === "ticket_moderateur" || kind === "excess_over_brss");
}
