// What the two sides of a worker say to each other.
import type * as api from "../care-coverage";

/** A question about an object of the worker: 0 is the package itself. What it makes is kept under the number that the asking side
 *  gives, so that it can also be freed by one who no longer waits for the answer. */
export interface Call {
  id: number;
  on: number;
  method: string;
  given: readonly unknown[];
  makes: number | null;
}

/** Gives an object's memory back. */
export interface Free {
  free: number;
}

export type Message = Call | Free;

export type Reply = { id: number } & Answer;
export type Answer = { value: unknown } | { diagnostics: api.Diagnostic[] } | { failed: string };

/** The answer of `compileCoverage`. */
export interface Compiled {
  name: string;
  version: number;
  guaranteeNames: readonly string[];
}
