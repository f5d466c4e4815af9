// A text in pieces, of which the core holds one at a time.

/** Bytes, or units of a string, that cross the boundary together. */
export const PIECE = 1 << 19;

export function* piecesOfBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}

export function* piecesOfString(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PIECE, text.length);
    // The two halves of a character stay together.
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end += 1;
    // A half alone is no character: a byte that is no UTF-8 stands for it, so that its row is invalid.
    const [first = "", ...others] = text.slice(start, end).split(/[\ud800-\udfff]/u);
    yield encoder.encode(first);
    for (const other of others) {
      yield Uint8Array.of(0xff);
      yield encoder.encode(other);
    }
    start = end;
  }
}

const tag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get;

/** The kind of a typed array of any realm; undefined for anything else. */
export function kindOf(value: unknown): string | undefined {
  return tag?.call(value) as string | undefined;
}
