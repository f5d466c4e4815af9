/**
 * Parquet and Arrow files as the text of a table, so that whatever reads tables reads them, too. Each library is fetched with the first file
 * of its kind.
 */
import { csvCell } from "./csv";

export type Columnar = "parquet" | "arrow";

export interface Beginning {
  header: string[];
  sample: string[][];
}

/** Some rows, and how many bytes of the file were read by then, about. */
export interface TextPart {
  text: string;
  read: number;
}

/** So many rows are made text at a time. */
const ROWS_AT_ONCE = 10_000;

export async function beginningOf(file: Blob, format: Columnar, rows: number): Promise<Beginning> {
  for await (const { header, cells } of rowsOf(file, format, rows)) return { header, sample: cells.slice(0, rows) };
  return { header: [], sample: [] };
}

/** As CSV with commas, its header first. */
export async function* textOf(file: Blob, format: Columnar): AsyncGenerator<TextPart> {
  let isFirst = true;
  for await (const { header, cells, read } of rowsOf(file, format, ROWS_AT_ONCE)) {
    const lines = [...(isFirst ? [header] : []), ...cells].map((row) => `${row.map(csvCell).join(",")}\n`);
    isFirst = false;
    yield { text: lines.join(""), read };
  }
}

interface Rows {
  header: string[];
  cells: string[][];
  read: number;
}

function rowsOf(file: Blob, format: Columnar, atOnce: number): AsyncGenerator<Rows> {
  return format === "parquet" ? parquetParts(file, atOnce) : arrowParts(file);
}

async function* parquetParts(file: Blob, atOnce: number): AsyncGenerator<Rows> {
  const { header, rows, read } = await openParquet(file);
  for (let start = 0; start === 0 || start < rows; start += atOnce) {
    const end = Math.min(rows, start + atOnce);
    const cells = end > start ? (await read(start, end)).map((row) => header.map((name) => cellOf(row[name]))) : [];
    yield { header, cells, read: rows === 0 ? file.size : Math.round((file.size * end) / rows) };
  }
}

async function openParquet(file: Blob) {
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import("hyparquet");
  const source = { byteLength: file.size, slice: (start: number, end = file.size) => file.slice(start, end).arrayBuffer() };
  const metadata = await parquetMetadataAsync(source);
  return {
    header: parquetSchema(metadata).children.map(({ element }) => element.name),
    rows: Number(metadata.num_rows),
    read: (rowStart: number, rowEnd: number) => parquetReadObjects({ file: source, metadata, rowStart, rowEnd }),
  };
}

async function* arrowParts(file: Blob): AsyncGenerator<Rows> {
  const { RecordBatchReader } = await import("apache-arrow");
  let read = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({ transform: (part, out) => ((read += part.length), out.enqueue(part)) });
  const reader = await RecordBatchReader.from(file.stream().pipeThrough(counting));
  try {
    await reader.open();
    const header = reader.schema.fields.map(({ name }) => name);
    let isEmpty = true;
    for await (const batch of reader) {
      isEmpty = false;
      for (let start = 0; start < batch.numRows; start += ROWS_AT_ONCE) {
        const rows = batch.slice(start, start + ROWS_AT_ONCE).toArray() as Record<string, unknown>[];
        yield { header, cells: rows.map((row) => header.map((name) => cellOf(row[name]))), read };
      }
    }
    if (isEmpty) yield { header, cells: [], read: file.size };
  } finally {
    await reader.cancel();
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
