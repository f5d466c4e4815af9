/** Who pays what, summed over rows: exactly, by guarantee and for all. */
import type { Diagnostic, Reimbursement } from "../../engine/engine";
import { type Decimal, decimal, plus, written } from "../../kit/decimals";

export const SUMMED = ["secu_paid", "complementary", "out_of_pocket"] as const;
type Summed = (typeof SUMMED)[number];

/** Exact decimals as texts. */
export interface Sum extends Record<Summed, string> {
  acts: number;
  charged: string;
}

export interface Money {
  isEmpty: boolean;
  all: Sum;
  byGuarantee: ReadonlyMap<string, Sum>;
  /** Covered rows whose amounts are not known: how many, for want of which fields, and for another reason. */
  unknown: { rows: number; missing: Record<string, number>; other: number };
}

type Running = Record<Summed, Decimal> & { acts: number };

export class Sums {
  private readonly byGuarantee = new Map<string, Running>();
  private readonly unknown: Money["unknown"] = { rows: 0, missing: {}, other: 0 };

  add(guarantee: string, reimbursed: { ok: true; value: Reimbursement } | { ok: false; diagnostics: readonly Diagnostic[] }): void {
    const amounts = reimbursed.ok ? reimbursed.value.amounts : null;
    if (amounts === null) return this.addUnknown(reimbursed.ok ? reimbursed.value.missing : []);
    let sum = this.byGuarantee.get(guarantee);
    if (!sum) this.byGuarantee.set(guarantee, (sum = nothing()));
    sum.acts += 1;
    for (const name of SUMMED) sum[name] = plus(sum[name], decimal(amounts[name]));
  }

  money(): Money {
    const all = nothing();
    for (const sum of this.byGuarantee.values()) {
      all.acts += sum.acts;
      for (const name of SUMMED) all[name] = plus(all[name], sum[name]);
    }
    const byGuarantee = new Map([...this.byGuarantee].map(([name, sum]) => [name, inText(sum)]));
    return { isEmpty: all.acts + this.unknown.rows === 0, all: inText(all), byGuarantee, unknown: this.unknown };
  }

  private addUnknown(missing: readonly string[]): void {
    const { unknown } = this;
    unknown.rows += 1;
    if (missing.length === 0) unknown.other += 1;
    for (const field of missing) unknown.missing[field] = (unknown.missing[field] ?? 0) + 1;
  }
}

function nothing(): Running {
  const zero = decimal(0);
  return { acts: 0, secu_paid: zero, complementary: zero, out_of_pocket: zero };
}

/** The parts are together what was charged. */
function inText({ acts, secu_paid, complementary, out_of_pocket }: Running): Sum {
  const charged = plus(plus(secu_paid, complementary), out_of_pocket);
  return { acts, charged: written(charged), secu_paid: written(secu_paid), complementary: written(complementary), out_of_pocket: written(out_of_pocket) };
}
