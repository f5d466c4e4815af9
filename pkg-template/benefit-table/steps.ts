// Work of many steps, at once or in slices between which others have their turn.
import type { BenefitTableAsyncOptions } from "../care-coverage-benefit-table";

/** Work that pauses after each step; what it returns is its answer. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** A frame is 16 ms, and who waits has other things to do in it. */
const SLICE_MS = 8;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Rejects with the reason of the signal, from the next pause on. */
export async function inSlices<T>(steps: Steps<T>, signal: BenefitTableAsyncOptions["signal"]): Promise<T> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) throw signal.reason;
    const until = performance.now() + SLICE_MS;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < until);
  }
}
