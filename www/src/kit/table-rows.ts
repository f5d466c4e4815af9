/**
 * Where does a row of a table as text end, and what are its cells? CSV as RFC 4180 has it, with any separator; the text comes in parts.
 *
 * Lines end with LF, CRLF or CR. A cell that begins with a quotation mark may hold separators and line breaks. Rows without anything in them are none.
 */

export type Separator = "," | ";" | "\t";

export interface TableRow {
  /** On which it begins, from 1. */
  line: number;
  /** Without its line end. */
  text: string;
  cells: string[];
  /** Something follows a closing quotation mark, or one is never closed. */
  isTorn: boolean;
}

/** A row that is longer is torn; what follows begins on the next line. */
export const LONGEST_ROW = 1 << 20;

export class TableRows {
  private begun = "";
  private line = 1;

  constructor(private readonly separator: Separator) {}

  /** The rows that end in this part. */
  push(part: string): TableRow[] {
    const text = this.begun + part;
    const rows: TableRow[] = [];
    let at = 0;
    while (at < text.length) {
      const end = endOfRow(text, at, this.separator);
      // After a CR an LF may come.
      const isCut = end === null || (end === text.length && text[end - 1] === "\r");
      if (isCut && text.length - at < LONGEST_ROW) break;
      at = this.take(rows, text, at, isCut ? breakAfter(text, at + LONGEST_ROW) : end, isCut);
    }
    this.begun = text.slice(at);
    return rows;
  }

  /** The row that the text ends with. */
  finish(): TableRow[] {
    const rows: TableRow[] = [];
    const text = this.begun;
    this.begun = "";
    for (let at = 0; at < text.length; ) at = this.take(rows, text, at, endOfRow(text, at, this.separator) ?? text.length, false);
    return rows;
  }

  private take(rows: TableRow[], text: string, start: number, end: number, isTooLong: boolean): number {
    const whole = text.slice(start, end);
    const row = whole.replace(/(?:\r?\n|\r)$/, "");
    const isPlain = !row.includes('"');
    const { cells, isOdd } = isPlain ? { cells: row.split(this.separator), isOdd: false } : cellsOf(row, this.separator);
    const isTorn = isTooLong || isOdd;
    if (isTorn || cells.some((cell) => cell.trim() !== "")) rows.push({ line: this.line, text: row, cells, isTorn });
    this.line += isPlain && !isTooLong ? 1 : (whole.match(/\r\n|\n|\r/g)?.length ?? 0);
    return end;
  }
}

/** The lines of a text, each as a row without cells; blank ones are none. */
export class LineRows {
  private begun = "";
  private line = 1;

  push(part: string): TableRow[] {
    const lines = (this.begun + part).split("\n");
    // Of a line that is too long, the beginning says so.
    this.begun = lines.pop()!.slice(0, LONGEST_ROW + 1);
    return lines.flatMap((line) => this.rowOf(line));
  }

  finish(): TableRow[] {
    const last = this.begun;
    this.begun = "";
    return this.rowOf(last);
  }

  private rowOf(text: string): TableRow[] {
    const line = this.line++;
    return /^[ \t\f\r]*$/.test(text) ? [] : [{ line, text: text.replace(/\r$/, ""), cells: [], isTorn: false }];
  }
}

/** What separates cells most often outside of quotation marks in a first line; a semicolon or a tab before a comma, which is in numbers, too. */
export function separatorIn(line: string): Separator {
  const plain = line.replace(/"[^"]*"/g, "");
  const numberOf = (separator: Separator) => plain.split(separator).length - 1;
  return (["\t", ";", ","] as const).reduce((best, next) => (numberOf(next) > numberOf(best) ? next : best));
}

const STOP = /["\r\n]/g;
const BREAK = /\r\n|\n|\r/g;

/** What follows the row that begins here; null where it does not end. */
function endOfRow(text: string, start: number, separator: Separator): number | null {
  STOP.lastIndex = start;
  const stop = STOP.exec(text)?.index;
  if (stop === undefined) return null;
  if (text[stop] !== '"') return breakAfter(text, stop);
  for (let at = start; ; at += 1) {
    if (text[at] === '"') {
      at = afterQuoted(text, at + 1);
      if (at < 0) return null;
    }
    while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
    if (at >= text.length) return null;
    if (text[at] !== separator) return breakAfter(text, at);
  }
}

/** What follows the next line break, or the end. */
function breakAfter(text: string, start: number): number {
  BREAK.lastIndex = start;
  return BREAK.test(text) ? BREAK.lastIndex : text.length;
}

/** What follows the closing quotation mark; two of them are one within. */
function afterQuoted(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? -1 : at + 1;
}

/** The text of the first cells of a row. A quotation mark that is never closed would take in what follows, so it is closed. */
export function firstCells(row: string, count: number, separator: Separator): string {
  let end = -1;
  for (let cell = 0; cell < count; cell += 1) {
    const at = end + 1;
    const close = row[at] === '"' ? afterQuoted(row, at + 1) : 0;
    if (close < 0) return `${row}"`;
    end = row.indexOf(separator, Math.max(at, close));
    if (end < 0) return row;
  }
  return row.slice(0, end);
}

function cellsOf(row: string, separator: Separator): { cells: string[]; isOdd: boolean } {
  const cells: string[] = [];
  let isOdd = false;
  for (let at = 0; ; ) {
    const close = row[at] === '"' ? afterQuoted(row, at + 1) : 0;
    if (close < 0) isOdd = true;
    const next = close < 0 ? -1 : row.indexOf(separator, Math.max(at, close));
    const end = next < 0 ? row.length : next;
    const cell = row.slice(at, end);
    if (close > 0 && close < end && row.slice(close, end).trim() !== "") isOdd = true;
    cells.push(close > 0 ? row.slice(at + 1, close - 1).replaceAll('""', '"') : cell);
    if (next < 0) return { cells, isOdd };
    at = next + 1;
  }
}
