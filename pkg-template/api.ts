// The public classes and functions over wasm-bindgen's glue, a file for each of src/wasm/. No rule lives here.
import type * as api from "./care-coverage";

export { OUTCOME_CODES } from "./answers.ts";
export { CareTypeCatalog } from "./api/catalog.ts";
export { Coverage } from "./api/coverage.ts";
export * from "./api/dispense.ts";
export * from "./api/functions.ts";
export { init } from "./api/init.ts";
export { simulate } from "./api/simulate.ts";
export { reimburseStack } from "./api/stack.ts";
export { applyFixes } from "./apply-fixes.ts";
export { CoverageError } from "./error.ts";
export { formatDiagnostics } from "./format-diagnostics.ts";

type OfTheRest<F> = F extends (first: never, ...rest: infer Rest) => unknown ? Rest : never;

type OfTheRest2<F> = F extends (first: never, second: never, ...rest: infer Rest) => unknown ? Rest : never;

/** The compiler compares all of it with the declarations; only there a `Coverage` has no constructor, and only here one has private parts. */
type Satisfies<Declared, Actual extends Declared> = Actual;
export type Api = Satisfies<
  Omit<typeof api, "Coverage" | "reimburseStack" | "simulate"> & {
    Coverage: { prototype: api.Coverage };
    simulate: (current: never, draft: never, ...rest: OfTheRest2<typeof api.simulate>) => ReturnType<typeof api.simulate>;
    reimburseStack: (coverages: never[], ...rest: OfTheRest<typeof api.reimburseStack>) => ReturnType<typeof api.reimburseStack>;
  },
  typeof import("./api.ts")
>;
