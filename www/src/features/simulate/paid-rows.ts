/**
 * What do both sides pay for each row of a file? As it was simulated, with limits counted from row to row. Rows are found by their numbers:
 * that they are those of the simulation is seen by what they charge.
 */
import type { SimulatedSides } from "../../engine/amounts";
import type { LoadedCoverage, Reimbursement, RowAmounts } from "../../engine/engine";
import type { RowAnswer } from "./joined";

/** What was simulated, and what it pays for each row of the file. */
export interface PaidSides extends SimulatedSides {
  amounts: RowAmounts;
}

type Name = "current" | "draft";
type Stacks = Readonly<Record<Name, readonly LoadedCoverage[]>>;
type Act = Parameters<LoadedCoverage["reimburse"]>[0];

export class PaidRows {
  private readonly guarantees: Readonly<Record<Name, readonly string[]>>;

  constructor(private readonly amounts: RowAmounts, private readonly stacks: Stacks, private readonly outcomes: readonly string[]) {
    const names = (stack: readonly LoadedCoverage[]) => stack.flatMap(({ guaranteeNames }) => guaranteeNames);
    this.guarantees = { current: names(stacks.current), draft: names(stacks.draft) };
  }

  get length(): number {
    return this.amounts.charged.length;
  }

  /** Of an act that cannot be made of its cells, nothing is known but what was simulated. */
  of(row: number, act: Record<string, unknown> | null): { current: RowAnswer; draft: RowAnswer | null } {
    const { current, draft } = this.amounts;
    const codes = [current, draft].flatMap((side) => (side ? [this.outcomes[side.outcomes[row]!]!] : []));
    const isSummed = codes.every((outcome) => outcome === "covered" || outcome === "not_covered");
    if (isSummed && !isSameAmount(act?.["charged"], this.amounts.charged[row])) throw new Error("the engine has found other rows");
    const side = (name: Name): RowAnswer | null => this.side(name, row, act, isSummed);
    return { current: side("current")!, draft: side("draft") };
  }

  private side(name: Name, row: number, act: Record<string, unknown> | null, isSummed: boolean): RowAnswer | null {
    const side = this.amounts[name];
    if (!side) return null;
    const outcome = this.outcomes[side.outcomes[row]!] ?? "";
    const secu = this.amounts.secu_paid[row]!;
    const complementary = side.complementary[row]!;
    const left = this.amounts.charged[row]! - secu - complementary;
    const amounts = isSummed ? { secu_paid: decimalOf(secu), complementary: decimalOf(complementary), out_of_pocket: decimalOf(left) } : null;
    const missing = outcome === "undetermined" && act ? this.missing(name, act) : [];
    return { outcome, guarantee: this.guarantees[name][side.guarantees[row]!] ?? "", reimbursed: { ok: true, value: { amounts, missing } } };
  }

  /** What an act lacks to be decided, by itself. */
  private missing(name: Name, act: Record<string, unknown>): Reimbursement["missing"] {
    const [base, ...options] = this.stacks[name];
    const answer = base?.reimburseStack(options, { ...act, beneficiary: act["beneficiary"] ?? "-" } as unknown as Act);
    return answer?.ok ? [...new Set(answer.value.results.flatMap((result) => result.missing))] : [];
  }
}

/** Whether a cell of the file, as it was read, is so many 1/10,000 €. What was not read says nothing. */
function isSameAmount(charged: unknown, units: bigint | undefined): boolean {
  const [, whole, part = ""] = /^(\d+)(?:\.(\d{1,4}))?$/.exec(String(charged ?? "")) ?? [];
  return whole === undefined || BigInt(whole) * 10_000n + BigInt(part.padEnd(4, "0")) === units;
}

/** 1/10,000 € with two to four places. */
function decimalOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(5, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, "")}`;
}
