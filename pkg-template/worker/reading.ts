// Streams and iterables of any kind, read alike.
export interface Reading {
  next(): PromiseLike<{ done?: boolean | undefined; value?: unknown }>;
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
  let isAtEnd = false;
  return {
    async next() {
      // Also where it throws: such an iterator has ended.
      const wasAtEnd = isAtEnd;
      isAtEnd = true;
      const next = wasAtEnd ? { done: true } : await iterator.next();
      isAtEnd = next.done ?? false;
      return next;
    },
    cancel: () => isAtEnd || ignore(() => iterator.return?.()),
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
