// A text of acts in pieces of whole rows, as the engine reads them: in CSV, a line end within quotation marks ends no row, and such a mark opens a
// cell only where it is the cell's first character. A row of more than 1 MiB is cut off behind that, and reading goes on at the next line.
const LINE_END = 10;
const RETURN = 13;
const QUOTE = 34;
const MAX_ROW = 1 << 20;
const MARK = [0xef, 0xbb, 0xbf];

export interface Piece {
  /** Whole rows, without the header. */
  rows: Uint8Array;
  /** The lines of the text before them. */
  linesBefore: number;
}

/** Says the byte between two cells of a header. */
export type SeparatorOf = (header: Uint8Array) => number;

export class RowCutter {
  /** The header of a CSV, when it was read. */
  header: Uint8Array | null = null;
  readonly #separatorOf: SeparatorOf | null;
  readonly #size: number;
  /** Null where each line is a row. */
  #separator: number | null;
  /** What was not given away. It begins with a row. */
  #rest: Uint8Array = new Uint8Array();
  /** Up to where it was looked at, where the last row begins, and whether that is within quotation marks. */
  #scanned = 0;
  #row = 0;
  #isQuoted = false;
  #isSkipping = false;
  #isAtStart = true;
  #lines = 0;

  /** Pieces of at least `size` bytes, but for the last. A separator, in place of a function, is that of rows without a header. */
  constructor(separator: SeparatorOf | number | null, size = 1 << 18) {
    this.#separatorOf = typeof separator === "function" ? separator : null;
    this.#separator = typeof separator === "number" ? separator : null;
    this.#size = size;
  }

  *push(bytes: Uint8Array): Generator<Piece> {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    yield* this.#cut(false);
  }

  *finish(): Generator<Piece> {
    yield* this.#cut(true);
  }

  *#cut(isEnd: boolean): Generator<Piece> {
    if (this.#separatorOf && this.header === null && !this.#readHeader(this.#separatorOf, isEnd)) return;
    while (this.#rest.length > 0) {
      if (this.#isSkipping) {
        const end = this.#rest.indexOf(LINE_END) + 1;
        this.#drop(end > 0 ? end : this.#rest.length);
        if (end === 0) return;
        [this.#isSkipping, this.#isQuoted, this.#scanned, this.#row] = [false, false, 0, 0];
      }
      this.#scan(isEnd);
      const isLong = this.#rest.length - this.#row > MAX_ROW;
      if (isLong) {
        yield this.#take(this.#row + MAX_ROW + 1);
        this.#isSkipping = true;
      } else if (isEnd) {
        if (this.#rest.length > 0) yield this.#take(this.#rest.length);
        return;
      } else {
        if (this.#row >= this.#size) yield this.#take(this.#row);
        return;
      }
    }
  }

  /** Looks for the ends of rows. */
  #scan(isEnd: boolean): void {
    const bytes = this.#rest;
    if (this.#separator === null) {
      const end = bytes.lastIndexOf(LINE_END);
      if (end >= this.#scanned) this.#row = end + 1;
      this.#scanned = bytes.length;
      return;
    }
    while (this.#scanned < bytes.length) {
      if (this.#isQuoted) {
        const close = bytes.indexOf(QUOTE, this.#scanned);
        if ((close < 0 ? bytes.length : close) - this.#row > MAX_ROW) return;
        if (close < 0) this.#scanned = bytes.length;
        else if (close + 1 === bytes.length && !isEnd) {
          this.#scanned = close;
          return;
        } else if (bytes[close + 1] === QUOTE) this.#scanned = close + 2;
        else [this.#isQuoted, this.#scanned] = [false, close + 1];
      } else {
        const quote = bytes.indexOf(QUOTE, this.#scanned);
        const until = quote < 0 ? bytes.length : quote;
        const end = until > this.#scanned ? bytes.lastIndexOf(LINE_END, until - 1) : -1;
        if (end >= this.#scanned) this.#row = end + 1;
        this.#isQuoted = quote >= 0 && (quote === this.#row || bytes[quote - 1] === this.#separator);
        this.#scanned = quote < 0 ? bytes.length : quote + 1;
      }
    }
  }

  #take(length: number): Piece {
    const piece = { rows: this.#rest.subarray(0, length), linesBefore: this.#lines };
    this.#drop(length);
    return piece;
  }

  #drop(length: number): void {
    this.#lines += linesOf(this.#rest.subarray(0, length));
    this.#rest = this.#rest.subarray(length);
    this.#row = Math.max(0, this.#row - length);
    this.#scanned = Math.max(0, this.#scanned - length);
  }

  /** The first line with something in it. */
  #readHeader(separatorOf: SeparatorOf, isEnd: boolean): boolean {
    if (this.#isAtStart) {
      if (this.#rest.length < MARK.length && !isEnd) return false;
      if (MARK.every((byte, index) => this.#rest[index] === byte)) this.#rest = this.#rest.subarray(MARK.length);
      this.#isAtStart = false;
    }
    for (;;) {
      const found = this.#rest.indexOf(LINE_END);
      if (found < 0 && !isEnd && this.#rest.length <= MAX_ROW) return false;
      const end = found < 0 ? this.#rest.length : found;
      const line = this.#rest.slice(0, this.#rest[end - 1] === RETURN ? end - 1 : end);
      this.#drop(found < 0 ? end : end + 1);
      if (line.length === 0 && found >= 0) continue;
      this.header = line;
      this.#separator = separatorOf(line);
      return true;
    }
  }
}

export function linesOf(bytes: Uint8Array): number {
  let lines = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, end + 1)) lines += 1;
  return lines;
}
