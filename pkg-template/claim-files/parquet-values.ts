// The values of a column of Parquet as they are stored, one after the other, and the code of each: of texts that of the text, of others that of
// its place.
import { readHybrid } from "./hybrid.ts";
import type { Bytes } from "./page-header.ts";
import { FIRST, Texts } from "./texts.ts";

/** `unsigned` and `long unsigned` are whole numbers from 0 on. Bytes are decimals, of a fixed length or with their length before them. */
export type ValueKind = "text" | "boolean" | "integer" | "unsigned" | "long" | "long unsigned" | "float" | "double" | "int96" | "bytes" | number;

export class Values {
  readonly kind: ValueKind;
  readonly #texts = new Texts();
  readonly #parts: ArrayLike<unknown>[] = [];
  #count = 0;

  constructor(kind: ValueKind) {
    this.kind = kind;
    if (kind === "boolean") this.#parts.push([false, true]);
  }

  /** Those that were read, the first of which has the first code. */
  all(): ArrayLike<unknown> {
    if (this.kind === "text") return this.#texts.names;
    const [first] = this.#parts;
    if (first === undefined || this.#parts.length === 1) return first ?? [];
    return joined(this.#parts, first, this.#count);
  }

  /** For so many codes; what was there before is overwritten. */
  room(count: number): Uint32Array {
    if (codes.length < count) codes = new Uint32Array(count);
    return codes.subarray(0, count).fill(0);
  }

  /** Reads plain values: the code of each, until more are read. */
  read(bytes: Bytes, count: number): Uint32Array {
    const { kind } = this;
    if (kind === "boolean") return this.#readBits(bytes.take(Math.ceil(count / 8)), count);
    const codes = this.room(fitting(bytes, count, kind));
    if (kind === "text") {
      this.#readTexts(bytes, codes);
      return codes;
    }
    this.#parts.push(plain(kind, bytes, count));
    for (let place = 0; place < count; place++) codes[place] = FIRST + this.#count + place;
    this.#count += count;
    return codes;
  }

  /** Reads booleans in runs. */
  readRuns(bytes: Bytes, count: number): Uint32Array {
    const codes = this.room(count);
    readHybrid(bytes, 1, codes);
    for (let place = 0; place < count; place++) codes[place]! += FIRST;
    return codes;
  }

  #readBits(packed: Uint8Array, count: number): Uint32Array {
    const codes = this.room(count);
    for (let place = 0; place < count; place++) codes[place] = FIRST + ((packed[place >> 3]! >> (place & 7)) & 1);
    return codes;
  }

  #readTexts({ bytes, at: start }: Bytes, codes: Uint32Array): void {
    const texts = this.#texts;
    let at = start;
    for (let place = 0; place < codes.length; place++) {
      const length = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      at += 4;
      if (!(length >= 0 && at + length <= bytes.length)) throw new Error("a text ends after its page");
      codes[place] = texts.codeOf(bytes, at, length);
      at += length;
    }
  }
}

/** The codes that were read last, of whichever column: a page has many. */
let codes = new Uint32Array();

function joined(parts: readonly ArrayLike<unknown>[], first: ArrayLike<unknown>, count: number): ArrayLike<unknown> {
  if (!parts.every((part) => part.constructor === first.constructor) || Array.isArray(first)) return parts.flatMap((part) => Array.from(part));
  const all = new (first.constructor as new (length: number) => Float64Array)(count);
  let start = 0;
  for (const part of parts) {
    all.set(part as ArrayLike<number>, start);
    start += part.length;
  }
  return all;
}

/** Bytes that a value takes at least. */
const SIZES: Record<Exclude<ValueKind, number>, number> = { text: 4, boolean: 0, integer: 4, unsigned: 4, long: 8, "long unsigned": 8, float: 4, double: 8, int96: 12, bytes: 4 };

/** As many values, where there can be so many. */
function fitting(bytes: Bytes, count: number, kind: ValueKind): number {
  const size = typeof kind === "number" ? kind : SIZES[kind];
  if (!(count * size <= bytes.left)) throw new Error(`${count} values are asked for where there are ${bytes.left} bytes`);
  return count;
}

/** Each in so many bytes. */
function fixed<A extends { [place: number]: unknown }>(into: A, bytes: Bytes, count: number, size: number, read: (view: DataView, at: number) => A[number]): A {
  const { buffer, byteOffset, length } = bytes.take(size * count);
  const view = new DataView(buffer, byteOffset, length);
  for (let place = 0; place < count; place++) into[place] = read(view, place * size);
  return into;
}

function plain(kind: Exclude<ValueKind, "text" | "boolean">, bytes: Bytes, count: number): ArrayLike<unknown> {
  switch (kind) {
    case "integer": return fixed(new Int32Array(count), bytes, count, 4, (view, at) => view.getInt32(at, true));
    case "unsigned": return fixed(new Uint32Array(count), bytes, count, 4, (view, at) => view.getUint32(at, true));
    case "float": return fixed(new Float32Array(count), bytes, count, 4, (view, at) => view.getFloat32(at, true));
    case "double": return fixed(new Float64Array(count), bytes, count, 8, (view, at) => view.getFloat64(at, true));
    case "long": return longs(bytes, count, (view, at) => view.getInt32(at, true), (view, at) => view.getBigInt64(at, true));
    case "long unsigned": return longs(bytes, count, (view, at) => view.getUint32(at, true), (view, at) => view.getBigUint64(at, true));
    case "int96": return fixed(new Array<bigint>(count), bytes, count, 12, (view, at) => BigInt(view.getInt32(at + 8, true) - EPOCH) * NANOSECONDS + view.getBigInt64(at, true));
    case "bytes": return Array.from({ length: count }, () => numberOf(bytes.take(lengthOf(bytes))));
    default: return Array.from({ length: count }, () => numberOf(bytes.take(kind)));
  }
}

const SAFE = 2 ** 21;

/** As numbers, where each of them is safe. */
function longs(bytes: Bytes, count: number, upper: (view: DataView, at: number) => number, exact: (view: DataView, at: number) => bigint): Float64Array | bigint[] {
  const start = bytes.at;
  let areSafe = true;
  const numbers = fixed(new Float64Array(count), bytes, count, 8, (view, at) => {
    const high = upper(view, at + 4);
    areSafe &&= high < SAFE && high >= -SAFE;
    return high * 2 ** 32 + view.getUint32(at, true);
  });
  if (areSafe) return numbers;
  bytes.at = start;
  return fixed(new Array<bigint>(count), bytes, count, 8, exact);
}

/** The length of what follows. */
export function lengthOf(bytes: Bytes): number {
  const { buffer, byteOffset } = bytes.take(4);
  return new DataView(buffer, byteOffset).getUint32(0, true);
}

/** The Julian day of 1970-01-01, and how much makes a day. */
const [EPOCH, NANOSECONDS] = [2_440_588, 86_400_000_000_000n];

/** Bytes of the largest decimals that there are, of 76 digits. */
const MOST_BYTES = 32;

/** The number of bytes, the highest first. */
export function numberOf(bytes: Uint8Array): number | bigint {
  if (bytes.length > MOST_BYTES) throw new Error(`a decimal has ${bytes.length} bytes`);
  const isNegative = bytes[0]! > 127;
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === (isNegative ? 255 : 0)) start += 1;
  if (bytes.length - start <= 6) {
    let number = 0;
    for (let at = start; at < bytes.length; at++) number = number * 256 + bytes[at]!;
    return isNegative ? number - 256 ** (bytes.length - start) : number;
  }
  return BigInt.asIntN(bytes.length * 8, bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n));
}
