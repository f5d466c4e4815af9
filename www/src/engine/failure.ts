/**
 * What if the engine itself fails at a question, because its memory has run out or by a mistake of its own?
 *
 * The package then goes on with a new instance, and objects of the old one are stale. All that they were made of is on the page as text, so they
 * are made again when they are next asked, and nothing is lost but the answer to that question.
 */
export type FailureCode = "out_of_memory" | "internal";

/** The engine has no answer; another question may well have one. */
export class EngineFailure extends Error {
  constructor(readonly code: FailureCode) {
    super(code);
    this.name = "EngineFailure";
  }
}

/** The code of an error of the package; null where it has none. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}

/** Which failure an error of the package is; null for what it has against an input. */
export function failureIn(error: unknown): FailureCode | null {
  const code = codeOf(error);
  return code === "out_of_memory" || code === "internal" ? code : null;
}

type Listener = (code: FailureCode) => void;

let listener: Listener = () => {};

/** The listener is called at each failure, in the midst of whatever asked. */
export function onFailure(called: Listener): void {
  listener = called;
}

/** Asks the package. */
export function asked<T>(question: () => T): T {
  try {
    return question();
  } catch (error) {
    const code = failureIn(error);
    if (code === null || error instanceof EngineFailure) throw error;
    listener(code);
    throw new EngineFailure(code);
  }
}

/** An object of the package, made again once it is stale. */
export class Held<T extends { free(): void }> {
  private object: T;

  /** `first`: how it is made the first time, where there is a quicker way. */
  constructor(private readonly make: () => T, first = make) {
    this.object = asked(first);
  }

  /** As it is, stale or not. */
  get now(): T {
    return this.object;
  }

  ask<R>(question: (object: T) => R): R {
    try {
      return asked(() => question(this.object));
    } catch (error) {
      if (!isStale(error)) throw error;
    }
    this.object = asked(this.make);
    return asked(() => question(this.object));
  }

  free(): void {
    this.object.free();
  }
}

export function isStale(error: unknown): boolean {
  return codeOf(error) === "stale";
}
