/** Rows of a file by their numbers, as acts: read from its beginning up to the last of them, and no row is held but these. */
import { parquetRows } from "../../kit/columnar";
import { LineRows, TableRows } from "../../kit/table-rows";
import { TextOfBytes } from "../../kit/table-text";
import { cellReader, type Column } from "./cells";
import type { Format } from "./format";
import { partsOf } from "./parts-of-file";

export interface Wanted {
  file: Blob;
  /** Null: NDJSON. */
  table: { separator: "," | ";" | "\t"; headerRows: number; columns: readonly (Column | null)[] } | null;
  format: Format;
  /** From 0, ascending. */
  numbers: readonly number[];
}

export type FoundRow = Record<string, unknown>;

/** Fewer where the file has not so many any more, or they cannot be read. */
export async function foundRows(wanted: Wanted): Promise<FoundRow[]> {
  const { file, table, format, numbers } = wanted;
  const read = (table?.columns ?? []).map((column) => column && { field: column.field, value: cellReader(column) });
  const rowOf = (cells: readonly string[]): FoundRow => {
    const values = read.map((column, position) => column && ([column.field, column.value(cells[position] ?? "")] as const));
    return Object.fromEntries(values.filter((entry) => entry !== null).filter(([, value]) => value !== undefined));
  };
  if (format === "parquet") return (await parquetRows(file, numbers)).map(rowOf);
  const found: FoundRow[] = [];
  const [bytes, rows] = [new TextOfBytes(), table ? new TableRows(table.separator) : new LineRows()];
  const next = new Set(numbers);
  let number = -(table?.headerRows ?? 0);
  const take = (text: string, isLast: boolean) => {
    for (const row of [...rows.push(text), ...(isLast ? rows.finish() : [])]) {
      if (next.delete(number)) found.push(...(table ? [rowOf(row.cells)] : parsed(row.text)));
      number += 1;
    }
  };
  let isFirst = true;
  for await (const part of partsOf(file, format)) {
    const text = bytes.push(part.bytes);
    take(isFirst ? text.replace(/^\uFEFF/, "") : text, false);
    if (text !== "") isFirst = false;
    if (next.size === 0) return found;
  }
  take(bytes.finish(), true);
  return found;
}

function parsed(text: string): FoundRow[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? [value as FoundRow] : [];
  } catch {
    return [];
  }
}
