// The public classes and functions over wasm-bindgen's glue, a file for each of src/wasm/. No rule lives here.
import type * as api from "./care-coverage";

export { OUTCOME_CODES } from "./answers.ts";
export { CareTypeCatalog } from "./api/catalog.ts";
export { Coverage } from "./api/coverage.ts";
export * from "./api/dispense.ts";
export * from "./api/functions.ts";
export { init } from "./api/init.ts";
export { reimburseStack } from "./api/stack.ts";
export { applyFixes } from "./apply-fixes.ts";
export { CoverageError } from "./error.ts";
export { formatDiagnostics } from "./format-diagnostics.ts";

/** The compiler compares all of it with the declarations; only there a `Coverage` has no constructor. */
type Satisfies<Declared, Actual extends Declared> = Actual;
export type Api = Satisfies<
  Omit<typeof api, "Coverage"> & { Coverage: { prototype: api.Coverage } },
  typeof import("./api.ts")
>;
