// What do coverages pay for named acts, in euros, and how is it computed? Acts of one example are paid one after the other.
import type * as api from "../care-coverage-benefit-table";
import type * as main from "../care-coverage";
import type { Steps } from "./steps.ts";

export function* examplesOf(coverages: readonly main.Coverage[], examples: readonly api.BenefitExample[], language: "fr" | "en"): Steps<api.BenefitTableExample[]> {
  const answer: api.BenefitTableExample[] = [];
  for (const { id, title, acts } of examples) {
    yield;
    const price = sumOf(acts.map((act: api.BenefitExample["acts"][number]) => String(act.charged)));
    answer.push({ id, title: title[language], price, coverages: coverages.map((coverage) => paidOf(coverage, acts)) });
  }
  return answer;
}

function paidOf(coverage: main.Coverage, acts: api.BenefitExample["acts"]): api.BenefitExamplePaid {
  const { results } = coverage.reimburseMany(acts, [], { counters: "none" });
  const missing = [...new Set(results.flatMap((result) => result.missing))].sort();
  const amounts = results.map((result, index) => amountsOf(result, acts[index]!));
  if (amounts.some((amount) => amount === null)) return { secu: null, complementary: null, out_of_pocket: null, missing, acts: results };
  const sum = (name: "secu" | "complementary" | "out_of_pocket") => sumOf(amounts.map((amount) => amount![name]));
  return { secu: sum("secu"), complementary: sum("complementary"), out_of_pocket: sum("out_of_pocket"), missing, acts: results };
}

/** An act that no guarantee covers is paid by the Sécu alone, of which its answer says nothing: it is known where the Sécu has no part in it. */
function amountsOf({ outcome, amounts }: main.Reimbursement, act: api.BenefitExample["acts"][number]): { secu: string; complementary: string; out_of_pocket: string } | null {
  if (amounts) return { secu: amounts.secu_paid, complementary: amounts.complementary, out_of_pocket: amounts.out_of_pocket };
  const isWithoutSecu = outcome === "not_covered" && act.brss == null && act.secu_paid == null && act.secu_reimbursement == null;
  return isWithoutSecu ? { secu: "0.00", complementary: "0.00", out_of_pocket: sumOf([String(act.charged)]) } : null;
}

/** Exactly, with two decimals or more. */
export function sumOf(amounts: readonly string[]): string {
  const decimals = Math.max(2, ...amounts.map((amount) => amount.split(".")[1]?.length ?? 0));
  const total = amounts.reduce((sum, amount) => {
    const [whole, part = ""] = amount.split(".");
    return sum + BigInt(whole! + part.padEnd(decimals, "0"));
  }, 0n);
  const digits = total.toString().padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
