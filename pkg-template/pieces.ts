// A text in pieces, of which the core holds one at a time.

/** Bytes, or units of a string, that cross the boundary together. */
export const PIECE = 1 << 19;

export function* piecesOfBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}

/** The first byte of U+FFFD in UTF-8, and of few other characters. */
const FIRST_OF_REPLACEMENT = 0xef;

export function* piecesOfString(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PIECE, text.length);
    // The two halves of a character stay together.
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end += 1;
    const piece = text.slice(start, end);
    const bytes = encoder.encode(piece);
    // A half alone is no character: a byte that is no UTF-8 is written for it, so that its row is invalid. The encoder writes U+FFFD for it.
    if (piece.isWellFormed?.() ?? !bytes.includes(FIRST_OF_REPLACEMENT)) yield bytes;
    else for (const part of wellFormedParts(piece)) yield part === undefined ? Uint8Array.of(0xff) : encoder.encode(part);
    start = end;
  }
}

/** The parts of a text between half characters, and undefined for each half. No regular expression: one that is first compiled at the
 *  end of the stack ends a program of V8. */
function* wellFormedParts(text: string): Generator<string | undefined> {
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index) & 0xfc00;
    if (unit === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) index += 1;
    else if (unit === 0xd800 || unit === 0xdc00) {
      yield text.slice(start, index);
      yield undefined;
      start = index + 1;
    }
  }
  yield text.slice(start);
}
