/**
 * Which bytes of a file are its rows? The engine answers rows by their number; to show what a row says, the file is read a second time.
 *
 * Rows are cut as the engine cuts them (`src/coverage/batch/`): blank lines are none, a quoted cell of CSV may hold line breaks, a row
 * of over 1 MiB ends at the next line. And it is proved rather than believed: the engine said after which bytes it had answered how many
 * rows, the file is read in the same parts, and where a count differs, no row of that part or later is shown.
 */

/** So many rows were answered when so many bytes had been read, both since the beginning. */
export interface Part {
  bytes: number;
  rows: number;
}

export interface Row {
  /** From 0. */
  index: number;
  /** On which it begins, from 1. */
  line: number;
  /** Without its line end; null where it is too long to be shown. */
  text: string | null;
}

export interface FoundRows {
  /** The first line of a CSV; empty for another format. */
  header: string;
  rows: ReadonlyMap<number, Row>;
}

/** A longer row is not kept. */
const LONGEST_SHOWN = 1 << 16;
/** A longer row is invalid, and what comes after it begins on a new line. */
const LONGEST_READ = 1 << 20;
const [TAB, LF, FORM_FEED, CR, SPACE, QUOTE, COMMA, SEMICOLON] = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x22, 0x2c, 0x3b];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** The rows with these numbers. Rejects where the file cannot be read any more. */
export async function findRows(
  file: Blob, isCsv: boolean, parts: readonly Part[], wanted: ReadonlySet<number>, signal: AbortSignal,
): Promise<FoundRows> {
  const cutter = new RowCutter(isCsv, wanted);
  const last = [...wanted].reduce((left, right) => Math.max(left, right), -1);
  let start = 0;
  for (const [index, { bytes, rows }] of parts.entries()) {
    if (cutter.count > last) break;
    const piece = new Uint8Array(await file.slice(start, bytes).arrayBuffer());
    signal.throwIfAborted();
    if (piece.length < bytes - start) throw new Error("the file has become shorter");
    // The last part is reported when what is left at the end is answered.
    const found = index === parts.length - 1 ? [...cutter.push(piece), ...cutter.finish()] : cutter.push(piece);
    if (cutter.count !== rows) break;
    cutter.keep(found);
    start = bytes;
  }
  return { header: cutter.header ?? "", rows: cutter.rows };
}

export class RowCutter {
  readonly rows = new Map<number, Row>();
  /** Rows up to here. */
  count = 0;
  header: string | null = null;
  private separator = COMMA;
  private line = 1;
  private begun: Uint8Array<ArrayBuffer> = new Uint8Array();
  private hasStarted = false;
  private isSkipping = false;
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor(private readonly isCsv: boolean, private readonly wanted: ReadonlySet<number>) {}

  /** Those of the rows that end in this piece that are wanted. */
  push(piece: Uint8Array<ArrayBuffer>): Row[] {
    const bytes = this.begun.length === 0 ? piece : joined(this.begun, piece);
    const found: Row[] = [];
    this.begun = bytes.subarray(this.cut(bytes, found));
    if (this.begun.length > LONGEST_READ) {
      this.begun = new Uint8Array();
      this.isSkipping = true;
      this.take(null, found);
    }
    return found;
  }

  /** Those that are left at the end. */
  finish(): Row[] {
    const found = this.push(Uint8Array.of(LF));
    // A quotation mark that is not closed keeps a row open.
    if (this.begun.length > 0) this.take(this.begun, found);
    return found;
  }

  keep(found: readonly Row[]): void {
    for (const row of found) this.rows.set(row.index, row);
  }

  /** Where the row begins that does not end here. */
  private cut(bytes: Uint8Array, found: Row[]): number {
    let at = 0;
    if (this.isSkipping) {
      const end = bytes.indexOf(LF);
      if (end < 0) return bytes.length;
      at = end + 1;
      this.line += 1;
      this.isSkipping = false;
    }
    if (!this.hasStarted) {
      const isMark = (length: number) => BYTE_ORDER_MARK.slice(0, length).every((byte, index) => bytes[index] === byte);
      // Perhaps a part of a byte order mark.
      if (bytes.length < 3 && isMark(bytes.length)) return 0;
      this.hasStarted = true;
      if (isMark(3)) at = 3;
    }
    for (;;) {
      while (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] === LF)) {
        at += bytes[at] === LF ? 1 : 2;
        this.line += 1;
      }
      const isHeader = this.isCsv && this.header === null;
      const end = this.isCsv && !isHeader ? endOfCsvRow(bytes, at, this.separator) : bytes.indexOf(LF, at) + 1;
      if (end === 0) return at;
      const row = bytes.subarray(at, end);
      if (isHeader) this.readHeader(row);
      else if (this.isCsv || !isBlank(row)) this.take(row, found);
      for (const byte of row) if (byte === LF) this.line += 1;
      at = end;
    }
  }

  private readHeader(row: Uint8Array): void {
    this.separator = row.find((byte) => byte === COMMA || byte === SEMICOLON) ?? COMMA;
    this.header = this.decoder.decode(withoutEnd(row));
  }

  /** `row`: null for one that is too long. */
  private take(row: Uint8Array | null, found: Row[]): void {
    const index = this.count++;
    if (!this.wanted.has(index)) return;
    const isShown = row !== null && row.length <= LONGEST_SHOWN;
    found.push({ index, line: this.line, text: isShown ? this.decoder.decode(withoutEnd(row)) : null });
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

function withoutEnd(row: Uint8Array): Uint8Array {
  const end = row.at(-1) !== LF ? row.length : row.at(-2) === CR ? row.length - 2 : row.length - 1;
  return row.subarray(0, end);
}

function isBlank(row: Uint8Array): boolean {
  return row.every((byte) => byte === SPACE || byte === TAB || byte === LF || byte === FORM_FEED || byte === CR);
}

/** What follows the row that begins here; 0 where it does not end. A quotation mark within a cell opens a quoted part there, as in the engine. */
function endOfCsvRow(bytes: Uint8Array, start: number, separator: number): number {
  let at = start;
  for (;;) {
    if (bytes[at] === QUOTE) {
      at = afterQuoted(bytes, at + 1);
      if (at < 0 || at === bytes.length) return 0;
      const next = bytes[at];
      if (next === LF) return at + 1;
      if (next === CR && bytes[at + 1] === LF) return at + 2;
      if (next === CR && at + 1 === bytes.length) return 0;
      if (next === separator) {
        at += 1;
        continue;
      }
    }
    while (at < bytes.length && bytes[at] !== separator && bytes[at] !== LF && bytes[at] !== QUOTE) at += 1;
    if (at === bytes.length) return 0;
    at += 1;
    if (bytes[at - 1] === LF) return at;
  }
}

/** What follows the closing quotation mark; two of them are one within. */
function afterQuoted(bytes: Uint8Array, start: number): number {
  let at = bytes.indexOf(QUOTE, start);
  while (at >= 0 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
  return at < 0 ? -1 : at + 1;
}
