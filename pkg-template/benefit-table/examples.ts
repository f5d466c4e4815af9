// What do coverages pay for named acts, in euros, and how is it computed? Acts of one example are paid one after the other.
import type * as api from "../care-coverage-benefit-table";
import type * as main from "../care-coverage";
import type { Steps } from "./steps.ts";

type Amounts = Pick<api.BenefitExamplePaid, "secu" | "complementary" | "out_of_pocket">;
type Acts = api.BenefitExample["acts"];

export function* examplesOf(coverages: readonly main.Coverage[], examples: readonly api.BenefitExample[], language: "fr" | "en", catalog: main.CareTypeCatalog): Steps<api.BenefitTableExample[]> {
  const answer: api.BenefitTableExample[] = [];
  for (const { id, title, acts } of examples) {
    yield;
    const price = sumOf(acts.map((act: Acts[number]) => String(act.charged)));
    answer.push({ id, title: title[language], price, coverages: coverages.map((coverage) => paidOf(coverage, acts, catalog)) });
  }
  return answer;
}

/** Each sum is known where it is known of every act. */
function paidOf(coverage: main.Coverage, acts: Acts, catalog: main.CareTypeCatalog): api.BenefitExamplePaid {
  const { results } = coverage.reimburseMany(acts, [], { counters: "none" });
  // An act that no guarantee covers is paid by the Sécu alone: as if by a guarantee that pays nothing.
  const paid = results.map((result, index) => (result.outcome === "not_covered" ? ofSecuAlone(acts[index]!, catalog) : result));
  const missing = [...new Set(paid.flatMap((result) => result.missing))].sort();
  const amounts = paid.map((result, index) => amountsOf(result, results[index]!.outcome));
  const sum = (name: keyof Amounts) => {
    const known = amounts.map((amount) => amount[name]);
    return known.some((amount) => amount === null) ? null : sumOf(known as string[]);
  };
  return { secu: sum("secu"), complementary: sum("complementary"), out_of_pocket: sum("out_of_pocket"), missing, acts: results };
}

function amountsOf({ amounts }: main.Reimbursement, outcome: main.ActOutcome): Amounts {
  if (amounts) return { secu: amounts.secu_paid, complementary: amounts.complementary, out_of_pocket: amounts.out_of_pocket };
  return { secu: null, complementary: outcome === "not_covered" ? "0.00" : null, out_of_pocket: null };
}

function ofSecuAlone(act: Acts[number], catalog: main.CareTypeCatalog): main.Reimbursement {
  const care_type_mappings = [{ selector: { include_care_types: [act.care_type] }, filter: {} }];
  const coverage = catalog.compileCoverage({ name: "NOTHING", version: 1, guarantees: [{ name: "NOTHING", care_type_mappings, coverage_rule: { components: [{ kind: "flat_amount", amount: "0" }], secu_share: "excluded" } }] });
  try {
    return coverage.reimburse(act);
  } finally {
    coverage.free();
  }
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
