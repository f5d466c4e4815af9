// The numbers of few bits that Parquet has for levels and for positions in a dictionary: runs of one number, and numbers packed by eight.
import type { Bytes } from "./page-header.ts";

/** What is packed fits into 32 bits with a part of the next. */
export const MOST_BITS = 24;

/** Reads `into` full, from numbers of `width` bits. */
export function readHybrid(from: Bytes, width: number, into: Uint32Array): void {
  for (let done = 0; done < into.length; ) {
    const run = nextRun(from, width, into.length - done);
    if (run.packed) unpack(run.packed, width, into, done, run.count);
    else into.fill(run.number, done, done + run.count);
    done += run.count;
  }
}

/** Reads `into` full, from numbers of one bit: how many are 1. */
export function readLevels(from: Bytes, into: Uint8Array): number {
  let ones = 0;
  for (let done = 0; done < into.length; ) {
    const { packed, count, number } = nextRun(from, 1, into.length - done);
    if (packed) ones += unpackBits(packed, into, done, count);
    else if (number > 0) {
      into.fill(1, done, done + count);
      ones += count;
    } else into.fill(0, done, done + count);
    done += count;
  }
  return ones;
}

/** Numbers that are packed, or one that comes several times. */
interface Run {
  count: number;
  packed: Uint8Array | undefined;
  number: number;
}

function nextRun(from: Bytes, width: number, most: number): Run {
  const head = from.integer();
  if ((head & 1) === 0) {
    let number = 0;
    for (let shift = 0; shift < width; shift += 8) number |= from.byte() << shift;
    return { count: Math.min(head >>> 1, most), packed: undefined, number };
  }
  // The last ones may be cut off.
  const packed = from.take(Math.min((head >>> 1) * width, from.left));
  const count = Math.min((head >>> 1) * 8, most);
  if (count * width > packed.length * 8) throw new Error("its packed numbers end too soon");
  return { count, packed, number: 0 };
}

function unpack(packed: Uint8Array, width: number, into: Uint32Array, start: number, count: number): void {
  const mask = (1 << width) - 1;
  let [bits, held, at] = [0, 0, 0];
  for (let place = start; place < start + count; place++) {
    while (held < width) {
      bits |= packed[at++]! << held;
      held += 8;
    }
    into[place] = bits & mask;
    bits >>>= width;
    held -= width;
  }
}

function unpackBits(packed: Uint8Array, into: Uint8Array, start: number, count: number): number {
  let ones = 0;
  for (let bit = 0; bit < count; bit++) {
    const level = (packed[bit >> 3]! >> (bit & 7)) & 1;
    into[start + bit] = level;
    ones += level;
  }
  return ones;
}
