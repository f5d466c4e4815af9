// What makes somebody stop waiting: a signal, or a failure elsewhere.
import type { AbortSignalLike } from "../care-coverage-worker";
import { unusable } from "./errors.ts";

/** The signal of options, if there is one. */
export function signalOf(options: { signal?: AbortSignalLike | undefined } | undefined): AbortSignalLike | undefined {
  const signal = options?.signal ?? undefined;
  if (signal !== undefined && typeof signal.addEventListener !== "function") throw unusable("wrong_type", "`signal`: expected an AbortSignal");
  return signal;
}

/** Waits for one promise after the other until it is asked to stop. */
export class Stop {
  readonly #signal: AbortSignalLike | undefined;
  #stopped: { reason: unknown } | undefined;
  #reject: (reason: unknown) => void = () => {};

  constructor(signal: AbortSignalLike | undefined) {
    this.#signal = signal;
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener("abort", this.#onAbort);
  }

  /** The promise's value, unless it is asked to stop first. No `Promise.race`, which would keep something of every promise. */
  wait<T>(promise: PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      if (this.#stopped) reject(this.#stopped.reason);
      promise.then(resolve, reject);
    });
  }

  get isStopped(): boolean {
    return this.#stopped !== undefined;
  }

  stop = (reason: unknown): void => {
    this.#stopped ??= { reason };
    this.#reject(reason);
  };

  /** No longer listens to the signal. */
  release(): void {
    this.#signal?.removeEventListener("abort", this.#onAbort);
  }

  #onAbort = (): void => this.stop(this.#signal?.reason);
}
