// The header of a page of Parquet: integers in the compact protocol of Thrift. What is not asked for is skipped.

export interface PageHeader {
  kind: "dictionary" | "data" | "data of version 2" | "other";
  /** Of the page as it is there, and without compression. */
  compressed: number;
  size: number;
  values: number;
  encoding: number;
  /** Of the levels of version 1. */
  levels: number;
  /** Of version 2: the bytes of levels, which are not compressed. */
  repetitionBytes: number;
  definitionBytes: number;
  isCompressed: boolean;
}

/** Encodings by their number in Parquet. */
export const [PLAIN, PLAIN_DICTIONARY, RLE, RLE_DICTIONARY] = [0, 2, 3, 8];

type Struct = Map<number, number | boolean | Struct>;

const KINDS: Record<number, PageHeader["kind"]> = { 0: "data", 2: "dictionary", 3: "data of version 2" };

export class Bytes {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error("it ends too soon");
    return byte;
  }

  /** Seven bits in each byte, the lowest first; those above the 32nd are lost. */
  integer(): number {
    let [integer, shift] = [0, 0];
    for (;;) {
      const byte = this.byte();
      if (shift < 32) integer |= (byte & 127) << shift;
      if (byte < 128) return integer >>> 0;
      shift += 7;
    }
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  /** So many of them from here. */
  take(length: number): Uint8Array {
    if (!(length >= 0 && length <= this.left)) throw new Error(`${length} bytes are asked for where there are ${this.left}`);
    const start = this.at;
    this.at += length;
    return this.bytes.subarray(start, this.at);
  }
}

export function pageHeader(bytes: Bytes): PageHeader {
  const page = struct(bytes);
  const of = (header: number): Struct => {
    const found = page.get(header);
    return found instanceof Map ? found : new Map();
  };
  const kind = KINDS[number(page, 1)] ?? "other";
  const header = of(kind === "data" ? 5 : kind === "dictionary" ? 7 : 8);
  return {
    kind, size: number(page, 2), compressed: number(page, 3), values: number(header, 1), encoding: number(header, kind === "data of version 2" ? 4 : 2), levels: number(header, 3),
    definitionBytes: number(header, 5), repetitionBytes: number(header, 6), isCompressed: header.get(7) !== false,
  };
}

function number(struct: Struct, field: number): number {
  const value = struct.get(field);
  return typeof value === "number" ? value : 0;
}

const [YES, NO, BYTE, SHORT, INTEGER, LONG, DOUBLE, TEXT, LIST, SET, MAP, STRUCT] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function struct(bytes: Bytes): Struct {
  const fields: Struct = new Map();
  let field = 0;
  for (;;) {
    const head = bytes.byte();
    if (head === 0) return fields;
    field = head > 15 ? field + (head >> 4) : signed(bytes.integer());
    fields.set(field, value(bytes, head & 15));
  }
}

const signed = (integer: number): number => (integer >>> 1) ^ -(integer & 1);

function value(bytes: Bytes, type: number): number | boolean | Struct {
  switch (type) {
    case YES: return true;
    case NO: return false;
    case BYTE: return bytes.byte();
    case SHORT:
    case INTEGER:
    case LONG: return signed(bytes.integer());
    case STRUCT: return struct(bytes);
    case DOUBLE: bytes.take(8); return 0;
    case TEXT: bytes.take(bytes.integer()); return 0;
    case LIST:
    case SET: return skipped(bytes);
    default: throw new Error(`a page header has a value of the type ${type}${type === MAP ? ", a map" : ""}`);
  }
}

function skipped(bytes: Bytes): number {
  const head = bytes.byte();
  const [count, type] = [head >> 4 === 15 ? bytes.integer() : head >> 4, head & 15];
  // A boolean in a list has a byte.
  for (let item = 0; item < count; item++) value(bytes, type === YES || type === NO ? BYTE : type);
  return 0;
}
