/** What does the coverage pay before and after, act by act, and who gets more and who less? */
import { computed, signal } from "@preact/signals";
import type { ActAmounts, CareAct, LoadedCoverage, Reimbursement } from "../../engine/engine";
import { sumOf } from "../../kit/amounts";
import { decimal, minus, written } from "../../kit/decimals";
import { type ActSource, type PricedAct, pricedActs, source } from "./acts";
import { sides } from "./model";

/** What the coverage pays for an act; null where that cannot be said. */
export interface Paid {
  outcome: Reimbursement["outcome"] | "refused";
  guarantee: string | null;
  complementary: string | null;
}

export interface EuroRow {
  index: number;
  act: PricedAct;
  before: Paid;
  after: Paid;
  /** With a minus where members get less; null where a side cannot be said. */
  difference: string | null;
}

export interface Totals {
  before: string;
  after: string;
  difference: string;
  more: number;
  less: number;
  same: number;
  leftOut: number;
}

export const SORTINGS = ["act", "before", "after", "difference"] as const;
export type Sorting = (typeof SORTINGS)[number];

/** The largest losses first. */
export const sorting = signal<{ by: Sorting; isDescending: boolean }>({ by: "difference", isDescending: false });
export const showsAll = signal(false);

export const euroRows = computed((): readonly EuroRow[] => {
  if (sides.value === null || source.value === null) return [];
  const acts = pricedActs[source.value].value;
  const [before, after] = [paidFor(sides.value.before, acts, source.value), paidFor(sides.value.after, acts, source.value)];
  return acts.map((act, index) => rowOf(index, act, before[index]!, after[index]!));
});

export function rowOf(index: number, act: PricedAct, before: Paid, after: Paid): EuroRow {
  const isKnown = before.complementary !== null && after.complementary !== null;
  return { index, act, before, after, difference: isKnown ? differenceOf(before.complementary!, after.complementary!) : null };
}

export const totals = computed((): Totals => {
  const known = euroRows.value.filter(({ difference }) => difference !== null);
  const [before, after] = [sumOf(known.map((row) => row.before.complementary!)), sumOf(known.map((row) => row.after.complementary!))];
  const signs = known.map(({ difference }) => Math.sign(Number(difference)));
  const count = (sign: number) => signs.filter((other) => other === sign).length;
  const leftOut = euroRows.value.length - known.length;
  return { before, after, difference: differenceOf(before, after), more: count(1), less: count(-1), same: count(0), leftOut };
});

/** The known acts that a guarantee covered before and another one does after; null is nobody. */
export function movedActs(before: string | null, after: string | null): { acts: number; difference: string } | null {
  const isOf = (paid: Paid, name: string | null) => paid.complementary !== null && paid.guarantee === name;
  const rows = euroRows.value.filter((row) => isOf(row.before, before) && isOf(row.after, after));
  const sum = (side: "before" | "after") => sumOf(rows.map((row) => row[side].complementary!));
  return rows.length === 0 ? null : { acts: rows.length, difference: differenceOf(sum("before"), sum("after")) };
}

export function differenceOf(before: string, after: string): string {
  return written(minus(decimal(after), decimal(before)));
}

/** The acts of a year fill the same limits; the examples are each an act of its own. */
function paidFor(coverage: LoadedCoverage, acts: readonly PricedAct[], source: ActSource): Paid[] {
  if (source === "examples") return acts.map((act) => paidAlone(coverage, act));
  const alone = acts.map((act) => coverage.reimburse(asked(act)).ok);
  const able = acts.filter((_, index) => alone[index]);
  const answer = coverage.reimburseMany(able.map(asked), "last");
  const results = answer.ok ? answer.value.results.map(paidBy) : able.map(() => refused);
  return alone.map((isAble) => (isAble ? results.shift()! : refused));
}

const refused: Paid = { outcome: "refused", guarantee: null, complementary: null };

export function paidAlone(coverage: LoadedCoverage, act: PricedAct): Paid {
  const answer = coverage.reimburse(asked(act));
  return answer.ok ? paidBy(answer.value) : refused;
}

/** An act that no guarantee covers is paid nothing; that is known. */
function paidBy({ outcome, guarantee, amounts }: Reimbursement): Paid {
  const isNothing = outcome === "not_covered" || outcome === "unknown_care_type";
  return { outcome, guarantee, complementary: isNothing ? "0.00" : (amounts?.complementary ?? null) };
}

function asked({ act, amounts }: PricedAct): CareAct & ActAmounts {
  return { ...act, ...amounts };
}
