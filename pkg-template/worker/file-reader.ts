// A file of columns in the worker: what it needs of it, and its pieces as pieces of claims.
import type * as main from "../care-coverage";
import { type FileStart, type OpenFile, open } from "../claim-files/reader.ts";
import { ndjsonOf, tableOf } from "../claim-files/values.ts";
import { ROWS, rowsOf } from "../simulate/columns.ts";
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
}
