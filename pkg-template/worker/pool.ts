// The workers of one client: one that is asked everything, and others that take a part of long work. They are started when long work first
// needs them.
import { CoverageError, isRefusal } from "../error.ts";
import type { Connection } from "./connection.ts";

export class Pool {
  readonly first: Connection;
  readonly #limit: number;
  readonly #start: () => Promise<Connection>;
  #others: Promise<Connection>[] = [];
  #isClosed = false;

  /** At most `limit` workers in all. */
  constructor(first: Connection, limit: number, start: () => Promise<Connection>) {
    this.first = first;
    this.#limit = limit;
    this.#start = start;
  }

  /** The other workers, as many as there may be. One that cannot be started is tried again next time. */
  others(): readonly Promise<Connection>[] {
    while (!this.#isClosed && this.#others.length < this.#limit - 1) {
      const other = this.#start();
      this.#others.push(other);
      other.catch(() => this.#forget(other));
      // One that ended has no place any more.
      other.then((connection) => connection.ended).then(() => this.#forget(other), () => {});
    }
    return this.#others;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const closing = this.#others.map((other) => other.then((connection) => connection.close(), () => {}));
    await Promise.all([this.first.close(), ...closing]);
  }

  #forget(other: Promise<Connection>): void {
    this.#others = this.#others.filter((known) => known !== other);
  }
}

/** What a worker has for one piece of long work. */
interface Lane<T> {
  connection: Connection;
  value: T;
  /** Parts that it was asked and has not answered. */
  asked: number;
}

/** Parts that a worker has at a time: the one that it answers, and the next. */
const WITH_WORKER = 2;

/** How a worker gets what it needs for a piece of long work, and gives it back. */
interface Needs<T> {
  make(connection: Connection): Promise<T>;
  free(value: T): void;
}

/** The workers that share one piece of long work: first one, then those that come to help. */
export class Lanes<T> {
  readonly #lanes: Lane<T>[];
  readonly #pool: Pool;
  readonly #needs: Needs<T>;
  #isOpen = true;
  #hasGrown = false;

  static async of<T>(pool: Pool, needs: Needs<T>): Promise<Lanes<T>> {
    return new Lanes(pool, needs, await needs.make(pool.first));
  }

  private constructor(pool: Pool, needs: Needs<T>, value: T) {
    this.#pool = pool;
    this.#needs = needs;
    this.#lanes = [{ connection: pool.first, value, asked: 0 }];
  }

  /** The workers that have a part of the work; from now on no other takes one. */
  close(): readonly { readonly connection: Connection; readonly value: T }[] {
    this.#isOpen = false;
    return this.#lanes;
  }

  free(): void {
    for (const { value } of this.close()) this.#needs.free(value);
  }

  /** Parts that are asked at a time: so many that no worker waits, and no more. */
  get parts(): number {
    return this.#lanes.length * WITH_WORKER + 1;
  }

  /** There is more to do than one worker has at a time. */
  grow(): void {
    if (this.#hasGrown || !this.#isOpen) return;
    this.#hasGrown = true;
    // Where one cannot help, the work is done by the others.
    for (const other of this.#pool.others()) other.then((connection) => this.#add(connection)).catch(() => {});
  }

  async #add(connection: Connection): Promise<void> {
    if (!this.#isOpen) return;
    try {
      const value = await this.#needs.make(connection);
      if (this.#isOpen) this.#lanes.push({ connection, value, asked: 0 });
      else this.#needs.free(value);
    } catch (error) {
      this.report(connection, error);
    }
  }

  /** Asks the worker that has least to do. */
  async ask<A>(question: (value: T) => Promise<A>): Promise<A> {
    const lane = this.#lanes.reduce((least, lane) => (lane.asked < least.asked ? lane : least));
    lane.asked += 1;
    try {
      return await question(lane.value);
    } catch (error) {
      this.report(lane.connection, error);
      throw error;
    } finally {
      lane.asked -= 1;
    }
  }

  /** An engine that failed has lost its objects: another worker than the first is ended, and a new one takes its place next time. */
  report(connection: Connection, error: unknown): void {
    if (connection !== this.#pool.first && error instanceof CoverageError && !isRefusal(error)) void connection.close();
  }
}
