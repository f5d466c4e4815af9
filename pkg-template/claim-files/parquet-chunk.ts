// Some rows of a column of Parquet, straight into codes and values: pages of plain values and of positions in a dictionary, which nearly all
// files have. What has other pages is read by hyparquet, value by value.
import { MOST_BITS, readHybrid, readLevels } from "./hybrid.ts";
import { Bytes, PLAIN, PLAIN_DICTIONARY, type PageHeader, RLE, RLE_DICTIONARY, pageHeader } from "./page-header.ts";
import { type ValueKind, Values, lengthOf } from "./parquet-values.ts";

export interface Chunk {
  bytes: Uint8Array;
  kind: ValueKind;
  isNullable: boolean;
  /** In all of it. */
  rows: number;
  /** A page without its compression. */
  unpack(packed: Uint8Array, size: number): Uint8Array;
}

export interface Read {
  codes: Uint32Array;
  values: ArrayLike<unknown>;
}

/** The rows of a chunk from `first`; undefined where a page is of another kind. */
export function readChunk(chunk: Chunk, first: number, rows: number): Read | undefined {
  const bytes = new Bytes(chunk.bytes);
  const values = new Values(chunk.kind);
  const codes = new Uint32Array(rows);
  let dictionary: Uint32Array | undefined;
  for (let row = 0; row < first + rows; ) {
    const header = pageHeader(bytes);
    const packed = bytes.take(header.compressed);
    if (header.kind === "other") continue;
    if (header.kind === "dictionary") {
      dictionary = new Uint32Array(values.read(new Bytes(chunk.unpack(packed, header.size)), header.values));
      continue;
    }
    const end = row + header.values;
    if (!(header.values >= 0 && end <= chunk.rows)) throw new Error(`a page has ${header.values} rows from ${row} of ${chunk.rows}`);
    if (end > first) {
      const page = pageOf(chunk, header, packed);
      const found = page && codesOf(page, values, dictionary);
      if (found === undefined) return undefined;
      spread(codes, row - first, page!, found);
    }
    row = end;
  }
  return { codes, values: values.all() };
}

interface Page {
  values: Bytes;
  encoding: number;
  rows: number;
  /** By row, 1 where there is a value; undefined where there is one in each. */
  levels: Uint8Array | undefined;
  filled: number;
}

/** Undefined for levels of another kind. */
function pageOf({ isNullable, unpack }: Chunk, { kind, size, values: rows, encoding, levels: levelsAs, definitionBytes, repetitionBytes, isCompressed }: PageHeader, packed: Uint8Array): Page | undefined {
  let [values, from]: (Bytes | undefined)[] = [];
  if (kind === "data") {
    values = new Bytes(unpack(packed, size));
    if (isNullable) {
      if (levelsAs !== RLE) return undefined;
      from = new Bytes(values.take(lengthOf(values)));
    }
  } else {
    const bytes = new Bytes(packed, repetitionBytes);
    if (isNullable) from = new Bytes(bytes.take(definitionBytes));
    const rest = packed.subarray(repetitionBytes + definitionBytes);
    values = new Bytes(isCompressed ? unpack(rest, size - repetitionBytes - definitionBytes) : rest);
  }
  if (from === undefined) return { values, encoding, rows, levels: undefined, filled: rows };
  const levels = new Uint8Array(rows);
  const filled = readLevels(from, levels);
  return { values, encoding, rows, levels: filled < rows ? levels : undefined, filled };
}

/** A code for each value of a page; undefined where they are encoded in another way. */
function codesOf({ values: bytes, encoding, filled }: Page, values: Values, dictionary: Uint32Array | undefined): Uint32Array | undefined {
  if (encoding === PLAIN) return values.read(bytes, filled);
  if (encoding === RLE && values.kind === "boolean") return values.readRuns(new Bytes(bytes.take(lengthOf(bytes))), filled);
  if (encoding !== RLE_DICTIONARY && encoding !== PLAIN_DICTIONARY) return undefined;
  const width = filled === 0 ? 0 : bytes.byte();
  if (width > MOST_BITS) return undefined;
  const positions = values.room(filled);
  if (width > 0) readHybrid(bytes, width, positions);
  const known = dictionary?.length ?? 0;
  for (let place = 0; place < filled; place++) {
    const position = positions[place]!;
    if (position >= known) throw new Error(`it asks for entry ${position} of a dictionary of ${known}`);
    positions[place] = dictionary![position]!;
  }
  return positions;
}

/** Puts the codes of a page where its rows are, the first of which is at `start`; where there is no value, the code is 0. */
function spread(codes: Uint32Array, start: number, { levels, rows }: Page, found: Uint32Array): void {
  const from = Math.max(-start, 0);
  let end = Math.min(rows, codes.length - start);
  if (levels === undefined) {
    codes.set(found.subarray(from, end), start + from);
    return;
  }
  let next = 0;
  for (let row = 0; row < from; row++) next += levels[row]!;
  while (end > from && levels[end - 1] === 0) end -= 1;
  // Without a branch: whether there is a value is hard to foresee.
  for (let row = from; row < end; row++) {
    const level = levels[row]!;
    codes[start + row] = found[next]! & -level;
    next += level;
  }
}
