// Acts as objects: read some thousands at a time, and encoded here, which costs the page less than copying them would.
import type * as api from "../care-coverage-worker";
import { MAX_ACTS } from "../answers.ts";
import { Columns, type Parts } from "../columns.ts";
import type { ActEncoder } from "../encoder.ts";
import { kindOf } from "../typed-arrays.ts";
import { readable, unusable } from "./errors.ts";
import { type Reading, has, readingOf } from "./reading.ts";

/** Acts that go to the worker together. */
const CHUNK = 4_096;

export interface Acts {
  /** The next acts; undefined at the end. */
  next(): Promise<unknown[] | undefined>;
  cancel(reason: unknown): void;
}

/** What goes to the worker: columns, and the acts that the encoder leaves to the core. */
export type Encoded = [parts: Parts, odd: OddAct[]];

/** An act's place, its copy, and the fields that could not be copied. */
export type OddAct = [place: number, copy: unknown, unreadable: string[]];

export function actsOf(given: api.ActSource): Acts {
  const list = readable(() => (Array.isArray(given) ? new List(given) : undefined));
  if (list) return list;
  if (typeof given === "string" || kindOf(given) !== undefined || has(given, "arrayBuffer")) throw unusable("wrong_type", "a text needs a format, `ndjson` or `csv`");
  const reading = readingOf(given);
  if (!reading) throw unusable("wrong_type", "expected an array or an iterable of acts");
  return new Gathered(reading, has(given, "getReader"));
}

/** An array, as long as it is when the evaluation begins. */
class List implements Acts {
  readonly #acts: readonly unknown[];
  readonly #count: number;
  #start = 0;

  constructor(acts: readonly unknown[]) {
    this.#acts = acts;
    this.#count = acts.length;
    if (!(this.#count <= MAX_ACTS)) throw tooMany();
  }

  async next(): Promise<unknown[] | undefined> {
    if (this.#start >= this.#count) return undefined;
    const length = Math.min(CHUNK, this.#count - this.#start);
    const start = this.#start;
    this.#start += length;
    return Array.from({ length }, (_, index) => this.#read(start + index));
  }

  cancel(): void {}

  /** An act that cannot be read becomes one that cannot be copied. */
  #read(index: number): unknown {
    try {
      return this.#acts[index];
    } catch {
      return () => {};
    }
  }
}

class Gathered implements Acts {
  readonly #reading: Reading;
  readonly #isStream: boolean;
  #count = 0;

  constructor(reading: Reading, isStream: boolean) {
    this.#reading = reading;
    this.#isStream = isStream;
  }

  async next(): Promise<unknown[] | undefined> {
    const acts: unknown[] = [];
    while (acts.length < CHUNK) {
      const step = this.#reading.next();
      const { done, value } = "then" in step ? await step : step;
      if (done) break;
      if (this.#isStream && kindOf(value) !== undefined) throw unusable("wrong_type", "a stream of bytes needs a format, `ndjson` or `csv`");
      acts.push(value);
    }
    this.#count += acts.length;
    if (this.#count > MAX_ACTS) throw tooMany();
    return acts.length === 0 ? undefined : acts;
  }

  cancel(reason: unknown): void {
    this.#reading.cancel(reason);
  }
}

function tooMany() {
  return unusable("too_large", `expected at most ${MAX_ACTS.toLocaleString("en")} acts`);
}

export function encoded(acts: readonly unknown[], encoder: ActEncoder): Encoded {
  const columns = Columns.ofLength(acts.length);
  const odd: OddAct[] = [];
  acts.forEach((act, place) => {
    if (encoder.encode(act)) columns.write(place, encoder);
    else odd.push(copyOf(place, act));
  });
  return [columns.parts, odd];
}

/** Acts as they go to a worker, and the fields of those that could not be copied. */
export function copiesOf(acts: readonly unknown[]): [acts: unknown[], odd: OddAct[]] {
  try {
    return [structuredClone(acts) as unknown[], []];
  } catch {
    const odd = acts.map((act, place) => copyOf(place, act));
    return [odd.map(([, copy]) => copy), odd.filter(([, , unreadable]) => unreadable.length > 0)];
  }
}

function copyOf(place: number, act: unknown): OddAct {
  try {
    return [place, structuredClone(act), []];
  } catch {
    return [place, ...copyOfFields(act)];
  }
}

/** What can be copied of an act, so that an error names the field that cannot. */
function copyOfFields(act: unknown): [copy: Record<string, unknown>, unreadable: string[]] {
  const copies: [string, unknown][] = [];
  const unreadable: string[] = [];
  const fields = fieldsOf(act);
  for (const field of fields) {
    try {
      copies.push([field, structuredClone((act as Record<string, unknown>)[field])]);
    } catch {
      unreadable.push(field);
    }
  }
  return [Object.fromEntries(copies), fields.length > 0 ? unreadable : ["care_type"]];
}

function fieldsOf(act: unknown): string[] {
  try {
    return typeof act === "object" && act !== null ? Object.keys(act) : [];
  } catch {
    return [];
  }
}
