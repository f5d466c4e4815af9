// A text in pieces that hold whole rows, so that each can be read without the others: cut at line ends, which in CSV are outside of
// quotation marks. Quotation marks are read as in src/coverage/batch/csv.rs: one opens a cell only where it is the cell's first character.

const LINE_END = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;
const SEMICOLON = 59;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The longest row that is read, as in src/coverage/batch/text.rs. */
export const MAX_ROW = 1 << 20;

/** Whole rows. A row that is too long is the last one of its piece and cut off behind its limit, so that its reader finds it too long. */
export interface RowPiece {
  bytes: Uint8Array;
  /** Line ends of a row that is too long, which are not in the bytes. */
  cutLines: number;
  /** Bytes of the text up to the end of this piece. */
  end: number;
}

/** Cuts a text that comes chunk by chunk. Which rows there are does not depend on the chunks. */
export class RowCutter {
  /** The first line of a CSV with something in it, without byte order mark and line end; undefined until it was read. */
  header: Uint8Array | undefined;
  /** The lines up to it, with it. */
  headerLines = 0;
  readonly #separatorOf: ((header: Uint8Array) => number) | undefined;
  #separator = 0;
  /** Of rows that have not ended. */
  #rest: Uint8Array = new Uint8Array();
  /** Bytes before the rest. */
  #start = 0;
  #hasBegun = false;
  /** Whether what comes belongs to a row that is too long. */
  #isSkipping = false;
  readonly #size: number;

  /** `separatorOf` a header gives the byte between two cells of a CSV; none for a text with a row on each line. Pieces have at least `size`
   *  bytes, but for the last one. */
  constructor(size: number, separatorOf?: (header: Uint8Array) => number) {
    this.#size = size;
    this.#separatorOf = separatorOf;
  }

  /** The pieces that can be cut with this chunk. */
  *push(chunk: Uint8Array): Generator<RowPiece> {
    this.#rest = joined(this.#rest, chunk);
    if (this.#rest.length >= this.#size) yield* this.#cut(false);
  }

  /** What is left at the end of the text. */
  *finish(): Generator<RowPiece> {
    yield* this.#cut(true);
  }

  *#cut(isEnd: boolean): Generator<RowPiece> {
    while (this.#begin(isEnd)) {
      const { end, isLong } = wholeRows(this.#rest, this.#separatorOf && this.#separator);
      if (end > 0) yield this.#take(end);
      else if (isLong) {
        this.#isSkipping = true;
        yield this.#take(MAX_ROW + 1, 1);
      } else {
        if (isEnd && this.#rest.length > 0) yield this.#take(this.#rest.length);
        return;
      }
    }
  }

  /** Comes to the beginning of a row; whether it could. */
  #begin(isEnd: boolean): boolean {
    if (this.#isSkipping) {
      const end = this.#rest.indexOf(LINE_END) + 1;
      this.#drop(end > 0 ? end : this.#rest.length);
      if (end === 0) return false;
      this.#isSkipping = false;
    }
    return this.#separatorOf === undefined || this.header !== undefined || this.#readHeader(this.#separatorOf, isEnd);
  }

  #readHeader(separatorOf: (header: Uint8Array) => number, isEnd: boolean): boolean {
    const mark = this.#hasBegun || !BYTE_ORDER_MARK.every((byte, index) => this.#rest[index] === byte) ? 0 : BYTE_ORDER_MARK.length;
    let start = mark;
    for (let end = this.#rest.indexOf(LINE_END, start); end >= 0; end = this.#rest.indexOf(LINE_END, start)) {
      this.headerLines += 1;
      const last = this.#rest[end - 1] === RETURN ? end - 1 : end;
      if (last > start) return this.#setHeader(start, last, end + 1, separatorOf);
      start = end + 1;
    }
    // Blank lines are gone through once.
    if (start > mark) {
      this.#hasBegun = true;
      this.#drop(start);
      start = 0;
    }
    const { length } = this.#rest;
    // A header that is too long is one, too: its reader says so.
    if (!isEnd && length <= MAX_ROW) return false;
    return this.#setHeader(start, this.#rest[length - 1] === RETURN ? length - 1 : length, length, separatorOf);
  }

  #setHeader(start: number, end: number, next: number, separatorOf: (header: Uint8Array) => number): boolean {
    this.header = this.#rest.slice(start, Math.max(start, end));
    this.#separator = separatorOf(this.header);
    this.#drop(next);
    return true;
  }

  #take(length: number, cutLines = 0): RowPiece {
    // Of its own memory, which can be given away.
    const bytes = this.#rest.slice(0, length);
    this.#drop(length);
    return { bytes, cutLines, end: this.#start };
  }

  #drop(length: number): void {
    this.#rest = this.#rest.subarray(length);
    this.#start += length;
  }
}

/** Where the last row ends that is whole; and whether the row after it is too long, or has begun to be. */
function wholeRows(bytes: Uint8Array, separator: number | undefined): { end: number; isLong: boolean } {
  const cells = separator === undefined ? [] : quotedCells(bytes, separator);
  let last = cells.length;
  let end = bytes.lastIndexOf(LINE_END);
  while (end >= 0) {
    while (last > 0 && cells[last - 1]!.open > end) last -= 1;
    const cell = cells[last - 1];
    if (cell === undefined || cell.close < end) break;
    end = cell.open > 0 ? bytes.lastIndexOf(LINE_END, cell.open - 1) : -1;
  }
  return { end: end + 1, isLong: bytes.length - (end + 1) > MAX_ROW };
}

interface Quoted {
  open: number;
  close: number;
}

/** The cells in quotation marks, up to one that does not end, or not soon enough for its row. */
function quotedCells(bytes: Uint8Array, separator: number): Quoted[] {
  const cells: Quoted[] = [];
  let open = bytes.indexOf(QUOTE);
  while (open >= 0) {
    const before = open > 0 ? bytes[open - 1] : LINE_END;
    if (before !== separator && before !== LINE_END) {
      open = bytes.indexOf(QUOTE, open + 1);
      continue;
    }
    let close = bytes.indexOf(QUOTE, open + 1);
    while (close >= 0 && bytes[close + 1] === QUOTE) close = bytes.indexOf(QUOTE, close + 2);
    if (close < 0 || close - open > MAX_ROW) {
      cells.push({ open, close: bytes.length });
      break;
    }
    cells.push({ open, close });
    open = bytes.indexOf(QUOTE, close + 1);
  }
  return cells;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The byte between the cells of a CSV of acts: the first of both that the header has. */
export function separatorOf(header: Uint8Array): number {
  return header.find((byte) => byte === COMMA || byte === SEMICOLON) ?? COMMA;
}

/** How many line ends there are. */
export function linesOf(bytes: Uint8Array): number {
  let lines = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, end + 1)) lines += 1;
  return lines;
}
