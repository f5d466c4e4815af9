// The errors of the worker's client.
import { CoverageError, unusable } from "../error.ts";

export { unusable };

/** Reads a value of somebody else, which may throw. */
export function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CoverageError ? error : unusable("unreadable_value", "the value cannot be copied into the worker");
  }
}
