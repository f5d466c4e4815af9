// The options of a question: those that the worker reads, and the signal, which stays here.
import type * as api from "../care-coverage-worker";
import { readable } from "./errors.ts";
import { has } from "./reading.ts";
import { signalOf } from "./stop.ts";

export function split<T extends api.AskOptions>(options: T | undefined): [signal: api.AbortSignalLike | undefined, others: unknown] {
  // What is no object of options, the package refuses.
  if (!has(options, "signal")) return [undefined, options];
  const { signal, ...others } = readable(() => ({ ...(options as T) }));
  return [signalOf({ signal }), others];
}
