/** What the coverage answers now for each act of a call, as a test expects it; null for a call of no acts. */
import type { ActExplanation, Reimbursement } from "../../engine/engine";
import { compiled } from "../../store/readings";
import { askedOf, year } from "../year/model";
import type { Call } from "./call";
import type { Step } from "./test-file";

export function expectedOf(call: Call): readonly Step[] | null {
  const coverage = compiled.value;
  if (coverage === null) return null;
  if (call.ask === "explain") {
    const answer = coverage.explain(call.act);
    return answer.ok ? [{ act: call.act, expect: decided(answer.value) }] : null;
  }
  if (call.ask === "reimburse") {
    const answer = coverage.reimburse(call.act as Parameters<typeof coverage.reimburse>[0], call.counters);
    return answer.ok ? [{ act: call.act, expect: paid(answer.value) }] : null;
  }
  if (call.ask !== "reimburseMany" || year.value?.state !== "ready") return null;
  return year.value.rows.flatMap((row) => (row.result === null ? [] : [{ act: askedOf(row), expect: paid(row.result) }]));
}

function decided({ outcome, guarantees, undetermined }: ActExplanation) {
  const missing = [...new Set(undetermined.flatMap(({ missing }) => missing as readonly string[]))].sort();
  return { outcome, ...(outcome === "covered" && { guarantee: guarantees[0] }), ...(missing.length > 0 && { missing }) };
}

function paid({ outcome, guarantee, missing, amounts }: Reimbursement) {
  const sums = amounts && { complementary: amounts.complementary, secu_paid: amounts.secu_paid, out_of_pocket: amounts.out_of_pocket };
  return { outcome, ...(guarantee !== null && { guarantee }), ...(missing.length > 0 && { missing }), ...(sums && { amounts: sums }) };
}
