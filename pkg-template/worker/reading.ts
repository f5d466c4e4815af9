// Streams and iterables of any kind, read alike.
interface Step {
  done?: boolean | undefined;
  value?: unknown;
}

export interface Reading {
  /** No promise where the source gives none: to wait for each of many acts costs more than to read them. */
  next(): PromiseLike<Step> | Step;
  /** Tells the source that nobody reads on; what it says to that is of no interest. */
  cancel(reason: unknown): void;
}

/** None where the value is neither a stream nor an iterable. */
export function readingOf(given: unknown): Reading | undefined {
  if (has(given, "getReader")) return readingOfStream((given as unknown as ReadableStream).getReader());
  const source = given as Partial<AsyncIterable<unknown> & Iterable<unknown>> | null | undefined;
  const iterator = source?.[Symbol.asyncIterator]?.() ?? source?.[Symbol.iterator]?.();
  return iterator && readingOfIterator(iterator);
}

function readingOfStream(reader: ReadableStreamDefaultReader): Reading {
  return { next: () => reader.read(), cancel: (reason) => ignore(() => reader.cancel(reason)) };
}

function readingOfIterator(iterator: AsyncIterator<unknown> | Iterator<unknown>): Reading {
  let hasEnded = false;
  const took = (step: Step): Step => {
    hasEnded = step.done ?? false;
    return step;
  };
  const failed = (error: unknown): never => {
    hasEnded = true;
    throw error;
  };
  return {
    next() {
      if (hasEnded) return { done: true };
      try {
        const step: PromiseLike<Step> | Step = iterator.next();
        return "then" in step ? step.then(took, failed) : took(step);
      } catch (error) {
        return failed(error);
      }
    },
    // An iterator that has ended by itself, or thrown, is not asked to end.
    cancel: () => hasEnded || ignore(() => iterator.return?.()),
  };
}

/** Whether a value is an object with these properties. */
export function has(given: unknown, ...names: string[]): boolean {
  return typeof given === "object" && given !== null && names.every((name) => name in given);
}

function ignore(action: () => unknown): void {
  try {
    Promise.resolve(action()).catch(() => {});
  } catch {
    // The same as a promise that rejects.
  }
}
