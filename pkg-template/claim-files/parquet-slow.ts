// The pages of Parquet that are not read quickly: by hyparquet, value by value.
import type { ColumnData, FileMetaData, parquetRead } from "hyparquet";
import type { Read } from "./parquet-chunk.ts";
import { type Part, partOf } from "./parquet-parts.ts";
import { numberOf } from "./parquet-values.ts";
import { FIRST, Texts } from "./texts.ts";

/** By codec, what makes a page of what is packed. */
export type Compressors = Record<string, (packed: Uint8Array, size: number) => Uint8Array>;

interface Whole {
  size: number;
  metadata: FileMetaData;
  compressors: Compressors;
}

export async function readSlowly(read: typeof parquetRead, { ranges, first, rows }: Part, given: readonly ArrayBuffer[], column: string, { size, metadata, compressors }: Whole): Promise<Read> {
  const texts = new Texts();
  const file = { byteLength: size, slice: (start: number, end = size) => partOf(ranges, given, start, end).slice().buffer };
  const codes = new Uint32Array(rows);
  const values: unknown[] = new Array(rows);
  let [count, areTexts] = [0, false];
  const onChunk = ({ columnData, rowStart, rowEnd }: ColumnData) => {
    const [from, to] = [Math.max(rowStart, first), Math.min(rowEnd, first + rows)];
    for (let row = from; row < to; row++) {
      const value: unknown = columnData[row - rowStart];
      values[row - first] = value instanceof Uint8Array ? numberOf(value) : value;
      if (value !== null && value !== undefined) codes[row - first] = row - first + FIRST;
    }
    count += Math.max(0, to - from);
  };
  await read({
    file, metadata, columns: [column], rowStart: first, rowEnd: first + rows, onChunk, compressors, geoparquet: false, utf8: false,
    parsers: {
      stringFromBytes: (bytes) => {
        areTexts = true;
        return texts.codeOf(bytes, 0, bytes.length);
      },
      timestampFromNanoseconds: (nanos) => nanos,
    },
  });
  if (count !== rows) throw new Error(`it has ${count} of ${rows} values`);
  return areTexts ? { codes: Uint32Array.from(values as (number | null)[]), values: texts.names } : { codes, values };
}
