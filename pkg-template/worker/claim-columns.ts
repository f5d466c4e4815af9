// Claims in columns, some rows at a time.
import type * as main from "../care-coverage";
import { ROWS, columnsOfGroups, pickedRows, rowsOf, tableOf } from "../simulate/columns.ts";
import type { ClaimPieces } from "./claims.ts";
import { readable } from "./errors.ts";

export function columnPieces(columns: main.ClaimColumns, options: main.SimulateOptions): ClaimPieces {
  const table = readable(() => tableOf(columns, columnsOfGroups(options)));
  let [start, number] = [0, 0];
  return {
    totalBytes: null,
    linesBefore: 0,
    async next() {
      if (start >= table.length) return undefined;
      const end = Math.min(start + ROWS, table.length);
      // Copied now, and only these rows: a message would take the whole of what they are a part of.
      const rows = rowsOf(table, start, end).map(copyOf);
      start = end;
      return { method: "pushColumns", given: [number++, rows], transfer: [], end: 0 };
    },
    async again(number, some) {
      const rows = pickedRows(table, some.map((row) => number * ROWS + row));
      return { method: "pushColumns", given: [number, rowsOf(rows, 0, some.length)], transfer: [] };
    },
    cancel() {},
    optionsOf: (options) => options,
  };
}

/** A column whose memory is its own. */
function copyOf(column: unknown): unknown {
  if (Array.isArray(column)) return column.map(copyOf);
  return ArrayBuffer.isView(column) ? (column as Uint8Array).slice() : column;
}
