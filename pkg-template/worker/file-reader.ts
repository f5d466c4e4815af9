// A file of columns in the worker: what it needs of it, and its pieces as pieces of claims.
import type * as main from "../care-coverage";
import { type FileStart, type OpenFile, open } from "../claim-files/reader.ts";
import { ndjsonOf, tableOf } from "../claim-files/values.ts";
import { ROWS, pickedRows, rowsOf } from "../simulate/columns.ts";
import type { SimulationPart } from "../simulate/part.ts";

/** Pieces of claims that one piece of a file is at most. */
const PIECES = 4;

export class FileReader {
  readonly #start: FileStart;
  readonly #options: main.SimulateOptions;
  #open: Promise<OpenFile> | undefined;

  constructor(start: FileStart, options: main.SimulateOptions) {
    this.#start = start;
    this.#options = options;
  }

  file(): Promise<OpenFile> {
    return (this.#open ??= open(this.#start, this.#options));
  }

  /** Reads a piece of the file into a part of the simulation; how many rows it has. */
  async push(part: SimulationPart, number: number, bytes: readonly ArrayBuffer[]): Promise<number> {
    const file = await this.file();
    const { columns, rows } = await file.read(number, bytes);
    const table = file.isStored ? tableOf(file.fields, columns, rows) : undefined;
    const size = Math.max(ROWS, Math.ceil(rows / PIECES));
    for (let start = 0, piece = number * PIECES; start < rows; start += size, piece++) {
      const end = Math.min(start + size, rows);
      if (table) part.pushColumns(piece, rowsOf(table, start, end));
      else part.pushText(piece, ndjsonOf(file.fields, columns, start, end), 0);
    }
    return rows;
  }

  /** Reads some rows of a piece, from 0. */
  async pushRows(part: SimulationPart, number: number, bytes: readonly ArrayBuffer[], rows: readonly number[]): Promise<number> {
    const file = await this.file();
    const { columns, rows: length } = await file.read(number, bytes);
    if (file.isStored) return part.pushColumns(number, rowsOf(pickedRows(tableOf(file.fields, columns, length), rows), 0, rows.length));
    const lines = rows.map((row) => ndjsonOf(file.fields, columns, row, row + 1));
    const text = new Uint8Array(lines.reduce((size, line) => size + line.length, 0));
    lines.reduce((start, line) => (text.set(line, start), start + line.length), 0);
    return part.pushText(number, text, 0);
  }
}
