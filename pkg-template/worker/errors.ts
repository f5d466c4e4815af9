// The errors of the worker's client. A CoverageError is that of `#core`, which is the program's.
import { CoverageError } from "#core";

export function unusable(code: string, message: string): CoverageError {
  return new CoverageError([{ code, severity: "error", message, pointer: "", related: [], fix: null }]);
}

/** Reads a value of somebody else, which may throw. */
export function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CoverageError ? error : unusable("unreadable_value", "the value cannot be copied into the worker");
  }
}
