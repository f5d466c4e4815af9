// What ended an instance of the core: an error with a code, for those who were asking.
import { CoverageError, problem } from "./error.ts";

/** The error for what was thrown out of the core and is none of its own. The core does not panic (its lints see to that), so that what
 *  it gives up at by itself is an allocation that failed. */
export function faultOf(thrown: unknown): CoverageError {
  const { name, message } = thrown instanceof Error ? thrown : { name: "", message: String(thrown) };
  const isStack = /call stack|recursion/i.test(message);
  const isMemory = name === "RuntimeError" ? /unreachable/i.test(message) : name === "RangeError" && !isStack;
  const [code, what] = isMemory
    ? ["out_of_memory", "the engine ran out of memory"]
    : ["internal", `the engine failed: ${name}: ${message}`];
  return new CoverageError([problem(code, `${what}; it was replaced, and what was made with it has to be made again`, "")], { cause: thrown });
}
