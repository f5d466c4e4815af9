// Asking the core: what it throws becomes an error, an instance that failed is replaced, and an object that is freed meanwhile lives
// until the answer.
import { CoverageError, unusable } from "./error.ts";
import { faultOf, isEndOfStack } from "./fault.ts";
import { stackHasRoom } from "./stack.ts";
import { assertStarted, replace } from "./start.ts";

const MAX_ASKING = 8;

/** What is known of the instance. Set without a call where it may have failed, since the stack may have ended. */
export const engine = {
  /** How many questions are being asked: an input's getter may ask another one. */
  asking: 0,
  /** Which instance answers. One that fails leaves its memory in disorder, and is asked nothing more. */
  generation: 0,
  /** Whether it has failed and waits to be replaced, which is when no question to it waits for its end. */
  isFailed: false,
};
/** Why it failed: all questions that wait for their ends end with this. */
let fault: CoverageError | undefined;
/** The first questions take more of the stack: what they run is compiled when it is first run. */
let first = 64;

/** Asks the core; the array of diagnostics that it throws becomes an error. Whatever else leaves the question by an exception, but a
 *  `CoverageError`, ends the instance: what is run here and is not the core's must throw nothing else. */
export function ask<T>(question: () => T): T {
  if (engine.isFailed && engine.asking === 0) settle();
  assertStarted();
  stackHasRoom(first > 0);
  beginReading();
  let isOver = false;
  try {
    const answer = question();
    if (engine.isFailed) throw fault;
    isOver = true;
    first -= 1;
    return answer;
  } catch (thrown) {
    const error = failed(thrown);
    isOver = true;
    throw error;
  } finally {
    // The stack may have ended in `failed`, too.
    if (!isOver && !engine.isFailed) {
      engine.isFailed = true;
      engine.generation += 1;
    }
    engine.asking -= 1;
    if (engine.isFailed && engine.asking === 0) settle();
  }
}

/** An input is being read, up to `endReading`. */
export function beginReading(): void {
  if (engine.isFailed) throw failed(fault);
  if (engine.asking === MAX_ASKING) throw unusable("unreadable_value", "an input asks questions within questions without end");
  engine.asking += 1;
}

export function endReading(): void {
  engine.asking -= 1;
  if (!engine.isFailed || engine.asking > 0) return;
  const error = failed(fault);
  settle();
  throw error;
}

/** The error for what a question threw: the core throws an array, of diagnostics or of what the platform threw when it should make the
 *  answer. What is neither the core's nor ours has ended the instance. */
export function failed(thrown: unknown): Error {
  if (!engine.isFailed) {
    const platform: unknown = Array.isArray(thrown) && thrown[0] instanceof Error ? thrown[0] : undefined;
    if (isEndOfStack(platform)) return platform;
    if (Array.isArray(thrown) && platform === undefined) return new CoverageError(thrown);
    if (thrown instanceof CoverageError) return thrown;
    engine.isFailed = true;
    engine.generation += 1;
    thrown = platform ?? thrown;
  }
  return (fault ??= faultOf(thrown));
}

/** No question waits for the failed instance any more. Where the stack ends in here, the next question does it. */
function settle(): void {
  replace();
  fault = undefined;
  engine.isFailed = false;
}

/** Another instance for all questions from now on, where something has changed for it; objects of this one are stale. */
export function renewAfter(change: () => boolean): void {
  if (engine.asking > 0) throw unusable("unreadable_value", "the engine cannot be started again within a question");
  if (!change()) return;
  engine.generation += 1;
  replace();
}

/** One of the core's objects and its life. Reading an input may run foreign code (a getter, a proxy) that frees the very
 *  object that is being asked: the memory is then given back after the answer. */
export class Handle<T extends { free(): void }> {
  #object: T;
  #name: string;
  #generation = engine.generation;
  #questions = 0;
  #freed = false;

  constructor(object: T, name: string) {
    this.#object = object;
    this.#name = name;
  }

  ask<R>(question: (object: T) => R): R {
    const object = this.hold();
    try {
      return ask(() => question(object));
    } finally {
      this.release();
    }
  }

  /** The object, which lives until it is released. */
  hold(): T {
    if (this.#freed || this.#generation !== engine.generation) throw this.#gone();
    this.#questions += 1;
    return this.#object;
  }

  #gone(): CoverageError {
    if (this.#freed) return unusable("freed", `this ${this.#name} was freed`, { object: this.#name });
    return unusable("stale", `this ${this.#name} was made by an engine that was replaced since: make it again`, { object: this.#name });
  }

  release(): void {
    this.#questions -= 1;
    if (this.#freed && this.#questions === 0) this.#giveBack();
  }

  free(): void {
    if (this.#freed) return;
    this.#freed = true;
    if (this.#questions === 0) this.#giveBack();
  }

  /** The memory of a replaced instance is gone already. */
  #giveBack(): void {
    if (this.#generation !== engine.generation) return;
    try {
      this.#object.free();
    } catch (thrown) {
      throw failed(thrown);
    }
  }
}
