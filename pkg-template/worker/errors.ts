// The errors of the worker's client. A CoverageError is that of `#core`, which is the program's.
import { CoverageError } from "#core";
import type * as api from "../care-coverage";

/** `params` are the values of the code's first sentence; what is said without them is said of the call, in English alone. */
export function unusable<C extends api.DiagnosticCode>(code: C, message: string, params?: api.Diagnostic<C>["params"]): CoverageError {
  const variant = params === undefined ? "call" : "";
  const problem = { code, severity: "error", message, variant, params: params ?? {}, pointer: "", related: [], fix: null, fix_title: null };
  return new CoverageError([problem as api.Diagnostic]);
}

/** Reads a value of somebody else, which may throw. */
export function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CoverageError ? error : unusable("unreadable_value", "the value cannot be copied into the worker");
  }
}
