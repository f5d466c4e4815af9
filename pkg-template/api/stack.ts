// Several coverages for one act, as `CoverageStack` of src/wasm/coverage.rs has them.
import * as core from "#glue";
import { Handle, ask } from "../ask.ts";
import type * as api from "../care-coverage";
import { unusable } from "../error.ts";
import { type Coverage, handleOf } from "./coverage.ts";

export function reimburseStack(
  coverages: readonly Coverage[],
  act: api.AsJson<api.CareAct & api.ActAmounts>,
  counters?: api.DeepReadonly<api.LimitCounter[][]>,
  options?: api.ReimburseOptions,
): api.StackedReimbursement {
  if (!Array.isArray(coverages)) throw unusable("wrong_type", "coverages: expected an array of coverages");
  const handles = coverages.map((coverage: Coverage) => handleOf(coverage));
  const stack = new Handle(ask(() => new core.CoverageStack()), "stack");
  try {
    // One after the other: questions within questions are bounded.
    for (const handle of handles) handle.ask((coverage) => stack.ask((stack) => stack.push(coverage)));
    return stack.ask((stack) => stack.reimburse(act, counters, options));
  } finally {
    stack.free();
  }
}
