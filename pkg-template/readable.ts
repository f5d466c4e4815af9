// Values of somebody else, which may throw when they are read.
import { CoverageError, unusable } from "./error.ts";

/** Reads an argument of another kind than the core's: a getter or a proxy may throw. */
export function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CoverageError ? error : unusable("unreadable_value", "reading the value threw");
  }
}
