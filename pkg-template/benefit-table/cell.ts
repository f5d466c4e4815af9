// What does a cell say, before it is a rule? The parts that the grammar finds, with what it says of each.

export interface Plain { kind: string; decimal: string; per: string }

export interface Period { kind: string; months?: number; isAssumed: boolean }

export interface Limit {
  of: "amount" | "pmss" | "count" | "days";
  maximum: string;
  period: Period;
  scope: string;
  countsTotal: boolean;
}

export interface Choice { kind: "least_of" | "greatest_of"; options: Plain[][] }

/** A part of the sum. */
export interface Term {
  /** Summed; more than one only in parentheses. */
  parts: Plain[];
  choice: Choice | null;
  /** Of an amount for a period: all costs, at most that amount. */
  period: Period | null;
  /** What is said for each of: units, "beneficiary", "family"; with a period they are its scope. */
  unit: string | null;
  isFamily: boolean;
  limits: Limit[];
  isBehindPlus: boolean;
  /** Whether what amounts among its options are for is said. */
  isUnitSaid: boolean;
  /** Whether its last option is a bound without parentheses, which may go on behind a plus. */
  isBounded: boolean;
  /** Of all costs with an amount as their bound, which has replaced them. */
  isBoundOfCosts: boolean;
}

export type Cap = { kind: "plv" | "hlf" } | { kind: "amount"; amount: string };

export interface Part {
  terms: Term[];
  share: "included" | "excluded" | null;
  /** Whether "− RSS" or "y compris" says that amounts are totals. */
  isTotal: boolean;
  /** Whether it says so between two terms: "100 % BR − RSS + 50 % BR". */
  isTotalOfFirst: boolean;
  cap: Cap | null;
  limits: Limit[];
  isPathwayCovered: boolean;
  beyond: Part | null;
  /** Whether this is what is paid beyond limits. */
  isBeyond: boolean;
}

export function newTerm(parts: Plain[]): Term {
  return { parts, choice: null, period: null, unit: null, isFamily: false, limits: [], isBehindPlus: false, isUnitSaid: false, isBounded: false, isBoundOfCosts: false };
}

export function newPart(): Part {
  return { terms: [], share: null, isTotal: false, isTotalOfFirst: false, cap: null, limits: [], isPathwayCovered: false, beyond: null, isBeyond: false };
}

const OF_MONEY = ["flat_amount", "pmss_percent"];

export function isMoney(term: Term): boolean {
  return !term.choice && term.parts.length === 1 && OF_MONEY.includes(term.parts[0]!.kind);
}

export function isPlainMoney(plain: Plain): boolean {
  return OF_MONEY.includes(plain.kind);
}

export function isAllCosts(term: Term): boolean {
  return !term.choice && term.parts.length === 1 && term.parts[0]!.kind === "actual_costs" && term.parts[0]!.decimal === "100";
}

const SCOPES = ["eye", "ear", "tooth"];

export function isScope(unit: string): boolean {
  return SCOPES.includes(unit);
}

export function scopeOf({ unit, isFamily }: Pick<Term, "unit" | "isFamily">): string {
  return isFamily ? "family" : unit !== null && isScope(unit) ? unit : "beneficiary";
}

export function isOfMoney({ of }: Limit): boolean {
  return of === "amount" || of === "pmss";
}

export function speaksOfPmss({ terms, limits }: Part): boolean {
  return limits.some(({ of }) => of === "pmss") || terms.some((term) => term.limits.some(({ of }) => of === "pmss") || [term.parts, ...(term.choice?.options ?? [])].flat().some(({ kind }) => kind === "pmss_percent"));
}
