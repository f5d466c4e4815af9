// Where a text comes from: a piece of bytes at a time, each in a buffer of its own, which can be given away.
import type * as api from "../care-coverage-worker";
import { PIECE, piecesOfString } from "../pieces.ts";
import { kindOf } from "../typed-arrays.ts";
import { unusable } from "./errors.ts";
import { type Reading, has, readingOf } from "./reading.ts";

export interface Source {
  readonly totalBytes: number | null;
  /** The next piece; undefined at the end. */
  next(): Promise<Uint8Array | undefined>;
  /** Nobody reads on. */
  cancel(reason: unknown): void;
}

/** How many bytes go to a worker together: of what is there as a whole, and at least of what comes in small pieces. */
interface Sizes {
  whole: number;
  gathered: number;
}

/** An evaluation lets other questions in between. */
const SMALL: Sizes = { whole: PIECE, gathered: 1 << 16 };
export const LARGE: Sizes = { whole: 1 << 20, gathered: 1 << 20 };

export function textOf(given: unknown, sizes = SMALL): Source {
  if (typeof given === "string") return new Cut(piecesOfString(given), null);
  if (kindOf(given) === "Uint8Array") return new Cut(copiesOf(given as Uint8Array, sizes.whole), (given as Uint8Array).length);
  if (has(given, "slice", "size")) return new BlobSource(given as api.BlobLike, sizes.whole);
  if (has(given, "body", "headers")) return ofResponse(given as api.ResponseLike, sizes);
  const reading = readingOf(given);
  if (!reading) throw unusable("wrong_type", "expected a File, a Blob, a Response, a stream or an iterable of bytes, bytes, or a string");
  return new Gathered(reading, null, sizes.gathered);
}

/** What is there as a whole. */
class Cut implements Source {
  readonly totalBytes: number | null;
  readonly #pieces: Iterator<Uint8Array>;

  constructor(pieces: Iterator<Uint8Array>, totalBytes: number | null) {
    this.#pieces = pieces;
    this.totalBytes = totalBytes;
  }

  async next(): Promise<Uint8Array | undefined> {
    const { done, value } = this.#pieces.next();
    return done ? undefined : value;
  }

  cancel(): void {}
}

function* copiesOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield new Uint8Array(bytes.subarray(start, start + size));
}

/** A File or a Blob, read as it is needed: its stream would have to be given a size. */
class BlobSource implements Source {
  readonly totalBytes: number;
  readonly #blob: api.BlobLike;
  readonly #size: number;
  #start = 0;

  constructor(blob: api.BlobLike, size: number) {
    this.#blob = blob;
    this.#size = size;
    this.totalBytes = blob.size;
  }

  async next(): Promise<Uint8Array | undefined> {
    if (this.#start >= this.totalBytes) return undefined;
    const part = this.#blob.slice(this.#start, Math.min(this.#start + this.#size, this.totalBytes));
    this.#start += this.#size;
    return new Uint8Array(await part.arrayBuffer());
  }

  cancel(): void {}
}

function ofResponse(response: api.ResponseLike, sizes: Sizes): Source {
  if (!response.ok) throw new Error(`care-coverage/worker: the response has the status ${response.status}`);
  const length = response.headers.get("content-encoding") ? null : response.headers.get("content-length");
  const reading = response.body === null ? undefined : readingOf(response.body);
  return reading ? new Gathered(reading, length === null ? null : Number(length), sizes.gathered) : new Cut([].values(), 0);
}

/** What arrives in pieces of any size. They are copied: their buffers belong to somebody else, who may use them again. */
class Gathered implements Source {
  readonly totalBytes: number | null;
  readonly #reading: Reading;
  readonly #enough: number;
  /** What did not fit into the last piece. */
  #rest: Uint8Array = new Uint8Array();

  constructor(reading: Reading, totalBytes: number | null, enough: number) {
    this.#reading = reading;
    this.totalBytes = totalBytes;
    this.#enough = enough;
  }

  async next(): Promise<Uint8Array | undefined> {
    const piece = new Uint8Array(2 * this.#enough);
    let length = 0;
    const take = (bytes: Uint8Array) => {
      const fitting = bytes.subarray(0, piece.length - length);
      piece.set(fitting, length);
      length += fitting.length;
      return bytes.subarray(fitting.length);
    };
    this.#rest = take(this.#rest);
    while (length < this.#enough) {
      const step = this.#reading.next();
      const { done, value } = "then" in step ? await step : step;
      if (done) break;
      if (kindOf(value) !== "Uint8Array") throw unusable("wrong_type", "expected pieces of bytes (Uint8Array), because there is a format");
      this.#rest = new Uint8Array(take(value as Uint8Array));
    }
    return length === 0 ? undefined : piece.subarray(0, length);
  }

  cancel(reason: unknown): void {
    this.#reading.cancel(reason);
  }
}
