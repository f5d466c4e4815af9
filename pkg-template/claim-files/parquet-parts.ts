// Where the rows of a Parquet file are.
import type { ColumnMetaData, FileMetaData } from "hyparquet";
import type { FilePiece, Range } from "./reader.ts";

/** Rows of a row group that are read together. */
const ROWS = 1 << 18;

/** A piece, and which rows of the file it has. */
export interface Part extends FilePiece {
  first: number;
  group: Group;
}

/** A row group. */
interface Group {
  first: number;
  rows: number;
  /** By name. */
  chunks: ReadonlyMap<string, ColumnMetaData>;
}

/** What is read at once. */
export function partsOf(metadata: FileMetaData, columns: readonly string[], size: number): Part[] {
  let first = 0;
  return metadata.row_groups.flatMap((group) => {
    const chunks = new Map<string, ColumnMetaData>();
    const ranges = group.columns.flatMap(({ meta_data: chunk, file_path }): Range[] => {
      if (chunk === undefined || file_path !== undefined) throw new Error("a column is in another file, or encrypted");
      const name = chunk.path_in_schema[0]!;
      if (!columns.includes(name)) return [];
      chunks.set(name, chunk);
      const range = rangeOf(chunk);
      if (!(range[0] >= 4 && range[1] <= size)) throw new Error(`the column ${JSON.stringify(name)} ends at byte ${range[1]} of ${size}`);
      return [range];
    });
    const missing = columns.find((column) => !chunks.has(column));
    if (missing !== undefined) throw new Error(`a row group lacks the column ${JSON.stringify(missing)}`);
    const rows = Number(group.num_rows);
    const start = first;
    first += rows;
    return Array.from({ length: Math.ceil(rows / ROWS) }, (_, part) => ({
      ranges, first: start + part * ROWS, rows: Math.min(ROWS, rows - part * ROWS), group: { first: start, rows, chunks },
    }));
  });
}

export function rangeOf({ dictionary_page_offset, data_page_offset, total_compressed_size }: ColumnMetaData): Range {
  const start = Number(dictionary_page_offset || data_page_offset);
  return [start, start + Number(total_compressed_size)];
}

/** Bytes of the file out of those that were given. */
export function partOf(ranges: readonly Range[], given: readonly ArrayBuffer[], start: number, end: number): Uint8Array<ArrayBuffer> {
  const position = ranges.findIndex(([first, last]) => first <= start && end <= last);
  const range = ranges[position];
  if (range === undefined) throw new Error(`bytes ${start} to ${end} belong to no column`);
  return new Uint8Array(given[position]!, start - range[0], end - start);
}
