// What ended an instance of the core: an error with a code, for those who were asking.
import { CoverageError, problem } from "./error.ts";

/** Whether an error says that the stack has ended; each engine says it in its own words. No regular expression: one that is first
 *  compiled at the end of the stack ends a program of V8. */
export function isEndOfStack(error: unknown): error is Error {
  return error instanceof Error && (error.message.includes("call stack") || error.message.includes("recursion"));
}

/** The error for what was thrown out of the core and is none of its own. A panic of the core arrives as an error with its place; what the
 *  core gives up at without a word is an allocation that failed. */
export function faultOf(thrown: unknown): CoverageError {
  // Nothing is known of an end that met another end of the stack.
  const { name, message } = thrown instanceof Error ? thrown : { name: "Error", message: "the stack ended" };
  const isMemory = name === "RuntimeError" ? message.toLowerCase().includes("unreachable") : name === "RangeError" && !isEndOfStack(thrown);
  const again = "it was replaced, and what was made with it has to be made again";
  const failure = `${name}: ${message}`;
  const said = isMemory
    ? problem("out_of_memory", `the engine ran out of memory; ${again}`, "", {})
    : problem("internal", `the engine failed: ${failure}; ${again}`, "", { failure });
  return new CoverageError([said], { cause: thrown });
}
