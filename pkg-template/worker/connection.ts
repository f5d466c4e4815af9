// Questions to a worker: a few are with it, the others wait here, where they can still be taken back.
import type { AbortSignalLike, WorkerLike } from "../care-coverage-worker";
import { CoverageError } from "../error.ts";
import { readable, unusable } from "./errors.ts";
import type { Brought, Call, Free, Reply } from "./messages.ts";
import { type Port, open } from "./port.ts";
import { Stop } from "./stop.ts";

/** Questions that the worker has: the one that it answers, and the next. */
const WITH_WORKER = 2;

interface Question {
  call: Call;
  transfer: ArrayBuffer[];
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

export class Connection {
  readonly #port: Port;
  readonly #amounts: () => Promise<WebAssembly.Module>;
  #waiting: Question[] = [];
  readonly #asked = new Map<number, Question>();
  #end: Error | undefined;
  #lastNumber = 0;
  #onEnd: (ended: unknown) => void = () => {};
  /** When it has been closed, or has failed, and the worker is gone. */
  readonly ended = new Promise<unknown>((resolve) => (this.#onEnd = resolve));

  /** `amounts` gives the second module, for a worker that cannot fetch it. `name` is what errors call the worker. */
  constructor(worker: WorkerLike, amounts: () => Promise<WebAssembly.Module>, name: string) {
    this.#amounts = amounts;
    this.#port = open(worker, { receive: (reply) => this.#receive(reply), end: (why) => this.#fail(`${name} has failed: ${why}`) });
  }

  /** Whether it was closed, or has failed. */
  get isEnded(): boolean {
    return this.#end !== undefined;
  }

  /** A number of a question, or of an object of the worker. */
  number(): number {
    return (this.#lastNumber += 1);
  }

  /** What is given is copied now; buffers in `transfer` go to the worker whole. */
  async ask(call: Omit<Call, "id">, signal: AbortSignalLike | undefined, transfer: ArrayBuffer[] = []): Promise<unknown> {
    if (signal?.aborted) throw signal.reason;
    if (this.#end) throw this.#end;
    const stop = new Stop(signal);
    const id = this.number();
    try {
      return await stop.wait(new Promise((resolve, reject) => {
        const mustWait = this.#asked.size >= WITH_WORKER && transfer.length === 0;
        const given = mustWait ? readable(() => structuredClone(call.given)) : call.given;
        // A getter of what was given may have closed the worker.
        if (this.#end) throw this.#end;
        this.#waiting.push({ call: { ...call, id, given }, transfer, resolve, reject });
        this.#askNext();
      }));
    } catch (error) {
      this.#forget(id, call.makes);
      throw error;
    } finally {
      stop.release();
    }
  }

  free(number: number): void {
    if (!this.#end) this.#port.post({ free: number } satisfies Free, []);
  }

  async close(): Promise<void> {
    this.#fail("the worker was closed");
    await this.ended;
  }

  #askNext(): void {
    while (this.#asked.size < WITH_WORKER) {
      const question = this.#waiting.shift();
      if (!question) break;
      const { call, transfer, reject } = question;
      // Before it is copied: a getter may ask, or close the worker.
      this.#asked.set(call.id, question);
      try {
        readable(() => this.#port.post(call, transfer));
      } catch (error) {
        this.#asked.delete(call.id);
        reject(error);
      }
    }
    if (!this.#end) this.#port.keep(this.#asked.size > 0);
  }

  #receive(reply: Reply): void {
    if (this.#end) return;
    if ("wants" in reply) return this.#bring();
    const { id, ...answer } = reply;
    const question = this.#asked.get(id);
    this.#asked.delete(id);
    // First, so that the worker has its next question while this answer is used.
    this.#askNext();
    if ("value" in answer) question?.resolve(answer.value);
    else question?.reject("diagnostics" in answer ? new CoverageError(answer.diagnostics) : new Error(answer.failed));
  }

  #bring(): void {
    const send = (amounts: WebAssembly.Module | null) => void (this.#end || this.#port.post({ amounts } satisfies Brought, []));
    this.#amounts().then(send).catch(() => send(null));
  }

  /** Takes a question back for which nobody waits any more. What it makes in the worker is freed after it. */
  #forget(id: number, makes: number | null): void {
    this.#waiting = this.#waiting.filter(({ call }) => call.id !== id);
    if (makes !== null) this.free(makes);
  }

  #fail(message: string): void {
    if (this.#end) return;
    this.#end = new Error(`care-coverage/worker: ${message}`);
    const left = [...this.#asked.values(), ...this.#waiting];
    this.#asked.clear();
    this.#waiting = [];
    for (const { reject } of left) reject(this.#end);
    // Who waits for the end of `close` would else be left by a program that has nothing else to do.
    this.#port.keep(true);
    // Also after an error: a web worker goes on after it.
    this.#onEnd(this.#port.end());
  }
}

/** An object of the worker and its life: freed while it is asked, it lives until the answer. */
export class Remote {
  readonly connection: Connection;
  readonly number: number;
  readonly #name: string;
  readonly #copies = new Map<Connection, Promise<Remote>>();
  #questions = 0;
  #freed = false;

  constructor(connection: Connection, number: number, name: string) {
    this.connection = connection;
    this.number = number;
    this.#name = name;
  }

  ask(method: string, given: readonly unknown[], signal: AbortSignalLike | undefined, transfer?: ArrayBuffer[]): Promise<unknown> {
    return this.held(() => this.askHeld(method, given, signal, transfer));
  }

  /** The same for one who holds the object: it may have been freed since. */
  askHeld(method: string, given: readonly unknown[], signal: AbortSignalLike | undefined, transfer?: ArrayBuffer[]): Promise<unknown> {
    return this.connection.ask({ on: this.number, method, given, makes: null }, signal, transfer);
  }

  /** Asks for a new object. */
  make(method: string, given: readonly unknown[], signal: AbortSignalLike | undefined, name: string): Promise<[made: Remote, value: unknown]> {
    return this.held(() => this.makeHeld(method, given, signal, name));
  }

  async makeHeld(method: string, given: readonly unknown[], signal: AbortSignalLike | undefined, name: string): Promise<[made: Remote, value: unknown]> {
    const makes = this.connection.number();
    const value = await this.connection.ask({ on: this.number, method, given, makes }, signal);
    return [new Remote(this.connection, makes, name), value];
  }

  /** The object lives at least until `use` has ended. */
  async held<T>(use: () => Promise<T>): Promise<T> {
    if (this.#freed) throw unusable("freed", `this ${this.#name} was freed`, { object: this.#name });
    this.#questions += 1;
    try {
      return await use();
    } finally {
      this.#questions -= 1;
      if (this.#freed && this.#questions === 0) this.#giveBack();
    }
  }

  /** The same in another worker, made there when it is first needed. For one who holds the object. */
  copyIn(connection: Connection): Promise<Remote> {
    if (connection === this.connection) return Promise.resolve(this);
    const known = this.#copies.get(connection);
    if (known) return known;
    const copy = this.#copy(connection);
    this.#copies.set(connection, copy);
    copy.catch(() => this.#copies.delete(connection));
    return copy;
  }

  async #copy(connection: Connection): Promise<Remote> {
    const parts = (await this.askHeld("parts", [], undefined)) as Uint8Array[];
    const makes = connection.number();
    await connection.ask({ on: 0, method: "madeOfParts", given: [parts], makes }, undefined, parts.map(({ buffer }) => buffer as ArrayBuffer));
    return new Remote(connection, makes, this.#name);
  }

  free(): void {
    if (this.#freed) return;
    this.#freed = true;
    if (this.#questions === 0) this.#giveBack();
  }

  #giveBack(): void {
    this.connection.free(this.number);
    for (const copy of this.#copies.values()) copy.then((copy) => copy.free(), () => {});
  }
}
