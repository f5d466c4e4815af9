/** The columns of a Parquet or an Arrow file, and its first rows as texts. Each library is fetched with the first file of its kind. */

export interface Beginning {
  header: string[];
  sample: string[][];
}

export async function parquetBeginning(file: Blob, rows: number): Promise<Beginning> {
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import("hyparquet");
  const source = { byteLength: file.size, slice: (start: number, end = file.size) => file.slice(start, end).arrayBuffer() };
  const metadata = await parquetMetadataAsync(source);
  const header = parquetSchema(metadata).children.map(({ element }) => element.name);
  const read = await parquetReadObjects({ file: source, metadata, rowEnd: Math.min(rows, Number(metadata.num_rows)) });
  return { header, sample: read.map((row) => header.map((name) => textOf(row[name]))) };
}

export async function arrowBeginning(file: Blob, rows: number): Promise<Beginning> {
  const { RecordBatchReader } = await import("apache-arrow");
  const reader = await RecordBatchReader.from(file.stream());
  try {
    await reader.open();
    const header = reader.schema.fields.map(({ name }) => name);
    const { value: batch } = await reader.next();
    const read = batch === undefined || batch === null ? [] : batch.slice(0, rows).toArray();
    return { header, sample: read.map((row: Record<string, unknown>) => header.map((name) => textOf(row[name]))) };
  } finally {
    await reader.cancel();
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** Rows by their numbers, as texts. */
export async function parquetRows(file: Blob, numbers: readonly number[]): Promise<string[][]> {
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import("hyparquet");
  const source = { byteLength: file.size, slice: (start: number, end = file.size) => file.slice(start, end).arrayBuffer() };
  const metadata = await parquetMetadataAsync(source);
  const header = parquetSchema(metadata).children.map(({ element }) => element.name);
  const rows: string[][] = [];
  for (const number of numbers) {
    const [row] = await parquetReadObjects({ file: source, metadata, rowStart: number, rowEnd: number + 1 });
    if (row) rows.push(header.map((name) => textOf(row[name])));
  }
  return rows;
}
