// Asking the core: what it throws becomes an error, and an object that is freed meanwhile lives until the answer.
import { CoverageError, unusable } from "./error.ts";
import { assertStarted } from "./start.ts";

/** How many questions are being asked: an input's getter may ask another one. */
let asking = 0;
const MAX_ASKING = 8;

/** Takes and gives back a piece of the stack. Where there is none left it throws a RangeError, which is harmless here and
 *  not inside the core: a stack that ends there leaves the core's memory in disorder. */
export function stackHasRoom(frames: number): number {
  return frames === 0 ? 0 : 1 + stackHasRoom(frames - 1);
}

/** Asks the core; the array of diagnostics that it throws becomes an error. */
export function ask<T>(question: () => T): T {
  assertStarted();
  if (asking === 0) stackHasRoom(400);
  return reading(question);
}

/** Reads an input, which may ask questions of its own. */
export function reading<T>(read: () => T): T {
  if (asking === MAX_ASKING) throw unusable("unreadable_value", "an input asks questions within questions without end");
  asking += 1;
  try {
    return read();
  } catch (thrown) {
    throw Array.isArray(thrown) ? new CoverageError(thrown) : thrown;
  } finally {
    asking -= 1;
  }
}

/** One of the core's objects and its life. Reading an input may run foreign code (a getter, a proxy) that frees the very
 *  object that is being asked: the memory is then given back after the answer. */
export class Handle<T extends { free(): void }> {
  #object: T;
  #name: string;
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
    if (this.#freed) throw unusable("freed", `this ${this.#name} was freed`);
    this.#questions += 1;
    return this.#object;
  }

  release(): void {
    this.#questions -= 1;
    if (this.#freed && this.#questions === 0) this.#object.free();
  }

  free(): void {
    if (this.#freed) return;
    this.#freed = true;
    if (this.#questions === 0) this.#object.free();
  }
}
