// Asking the core: what it throws becomes an error, an instance that failed is replaced, and an object that is freed meanwhile lives
// until the answer.
import { CoverageError, unusable } from "./error.ts";
import { faultOf, isEndOfStack } from "./fault.ts";
import { stackHasRoom } from "./stack.ts";
import { assertStarted, replace } from "./start.ts";

/** How many questions are being asked: an input's getter may ask another one. */
let asking = 0;
const MAX_ASKING = 8;
/** None more once the instance has failed. */
let mostAsking = MAX_ASKING;

/** Which instance answers. One that fails leaves its memory in disorder, and is asked nothing more. */
let generation = 0;
/** Why the instance failed, while questions to it still wait for their ends: they all end with this. */
let fault: CoverageError | undefined;

/** Asks the core; the array of diagnostics that it throws becomes an error. */
export function ask<T>(question: () => T): T {
  assertStarted();
  stackHasRoom();
  beginReading();
  try {
    const answer = question();
    if (fault) throw fault;
    return answer;
  } catch (thrown) {
    throw failed(thrown);
  } finally {
    endReading();
  }
}

/** An input is being read, up to `endReading`. */
export function beginReading(): void {
  if (asking >= mostAsking) throw fault ?? unusable("unreadable_value", "an input asks questions within questions without end");
  asking += 1;
}

export function endReading(): void {
  asking -= 1;
  if (fault === undefined || asking > 0) return;
  const told = fault;
  settle();
  throw told;
}

/** The error for what a question threw: the core throws an array, of diagnostics or of what the platform threw when it should make the
 *  answer. What is neither the core's nor ours has ended the instance. */
export function failed(thrown: unknown): Error {
  if (fault === undefined) {
    const platform: unknown = Array.isArray(thrown) && thrown[0] instanceof Error ? thrown[0] : undefined;
    if (isEndOfStack(platform)) return platform;
    if (Array.isArray(thrown) && platform === undefined) return new CoverageError(thrown);
    if (thrown instanceof CoverageError) return thrown;
    fault = faultOf(platform ?? thrown);
    mostAsking = 0;
    generation += 1;
  }
  const told = fault;
  if (asking === 0) settle();
  return told;
}

/** No question waits for the failed instance any more. */
function settle(): void {
  fault = undefined;
  mostAsking = MAX_ASKING;
  replace();
}

/** Another instance for all questions from now on, where something has changed for it; objects of this one are stale. */
export function renewAfter(change: () => boolean): void {
  if (asking > 0) throw unusable("unreadable_value", "the engine cannot be started again within a question");
  if (!change()) return;
  generation += 1;
  replace();
}

/** One of the core's objects and its life. Reading an input may run foreign code (a getter, a proxy) that frees the very
 *  object that is being asked: the memory is then given back after the answer. */
export class Handle<T extends { free(): void }> {
  #object: T;
  #name: string;
  #generation = generation;
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
    if (this.#freed || this.#generation !== generation) throw this.#gone();
    this.#questions += 1;
    return this.#object;
  }

  #gone(): CoverageError {
    if (this.#freed) return unusable("freed", `this ${this.#name} was freed`);
    return unusable("stale", `this ${this.#name} was made by an engine that was replaced since: make it again`);
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
    if (this.#generation !== generation) return;
    try {
      this.#object.free();
    } catch (thrown) {
      throw failed(thrown);
    }
  }
}
