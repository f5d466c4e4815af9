// Pieces of whole rows of a source.
import { RowCutter, type RowPiece } from "../rows.ts";
import type { Source } from "./sources.ts";

export interface NumberedPiece extends RowPiece {
  /** Which piece of the source it is, from 0. */
  number: number;
}

export class RowSource {
  readonly #source: Source;
  readonly #cutter: RowCutter;
  #pieces: RowPiece[] = [];
  #count = 0;
  #isAtEnd = false;

  /** `separatorOf` the header, of a CSV alone. */
  constructor(source: Source, separatorOf: ((header: Uint8Array) => number) | undefined, size = 0) {
    this.#source = source;
    this.#cutter = new RowCutter(size, separatorOf);
  }

  /** Of a CSV, when its first piece is there. */
  get header(): Uint8Array | undefined {
    return this.#cutter.header;
  }

  get headerLines(): number {
    return this.#cutter.headerLines;
  }

  /** The next piece; undefined at the end. There is one at least, so that the header of a text without rows is looked at. */
  async next(): Promise<NumberedPiece | undefined> {
    while (this.#pieces.length === 0 && !this.#isAtEnd) {
      const chunk = await this.#source.next();
      this.#isAtEnd = chunk === undefined;
      this.#pieces = [...(chunk === undefined ? this.#cutter.finish() : this.#cutter.push(chunk))];
    }
    const piece = this.#pieces.shift() ?? (this.#count === 0 ? { bytes: new Uint8Array(), cutLines: 0, end: 0 } : undefined);
    return piece && { ...piece, number: this.#count++ };
  }
}
