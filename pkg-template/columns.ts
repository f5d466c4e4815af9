// Acts in columns, a code for each fact: how they cross the boundary to the core, and to a worker.
import type * as core from "#glue";
import type { Invalid } from "./answers.ts";
import { EncodedColumns, type Parts, partsOf } from "./encoded-act.ts";

export type { Parts };

export class Columns extends EncodedColumns {
  static ofLength(length: number): Columns {
    return new Columns(partsOf(length));
  }

  /** Care type, age, and the facts in the order of the filter's conditions. */
  writeCodes(index: number, codes: ArrayLike<number>): void {
    this.parts.forEach((column, position) => (column[index] = codes[position] ?? 0));
  }

  /** An act that could not be read: one without a care type. */
  writeInvalid(index: number): void {
    this.writeCodes(index, []);
  }

  /** Writes the answers for some rows, as many as there is space for from `start` on. */
  ask(coverage: core.Coverage, start: number, outcomes: Uint8Array, guarantees: Int32Array): [counts: Uint32Array, invalid: Invalid] {
    const { length } = outcomes;
    const rows = this.parts.map((column) => column.subarray(start, start + length)) as Parts;
    return coverage.evaluateColumns(rows, outcomes, guarantees) as [Uint32Array, Invalid];
  }
}
