// Parquet by hyparquet: row groups, or parts of large ones, of the columns that are asked for. Dictionaries stay as they are: each text of one
// is read once, into a code. Numbers are taken as they are stored, so that none goes through a float.
import type { ColumnData, FileMetaData, SchemaElement } from "hyparquet";
import type * as api from "../care-coverage";
import { CoverageError, unusable } from "../error.ts";
import { fieldsOf } from "./fields.ts";
import { load } from "./packages.ts";
import type { FilePiece, FileStart, OpenFile, Range } from "./reader.ts";
import { type Stored, type StoredAs, isStored } from "./values.ts";

/** Rows of a row group that are read together. */
const ROWS = 1 << 18;

/** A piece, and which rows of the file it has. */
interface Part extends FilePiece {
  first: number;
}

export async function openParquet({ bytes, size }: FileStart, options: api.SimulateOptions): Promise<OpenFile> {
  const { parquetMetadata, parquetRead } = await load("hyparquet");
  const metadata = sound(() => parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer, { geoparquet: false }));
  const roots = metadata.schema[0]?.num_children ?? 0;
  const elements = topElements(metadata.schema, roots);
  const fields = fieldsOf([...elements.keys()], options);
  const types = fields.fields.map((field) => {
    const element = elements.get(field.column);
    if (element === undefined) throw unusable("missing_field", `the Parquet file has no column ${JSON.stringify(field.column)}`);
    return storedAs(element);
  });
  const areStored = fields.fields.map((field, position) => isStored("Parquet", field, types[position]!));
  for (const name of ["care_type", "charged"]) {
    if (!fields.isWritten && !fields.fields.some(({ field }) => field === name)) throw unusable("missing_field", `the Parquet file has no column for \`${name}\``);
  }
  const columns = [...new Set(fields.fields.map(({ column }) => column))];
  const raw = withoutMeanings(metadata);
  const parts = sound(() => partsOf(raw, columns, size));
  const compressors = await compressorsFor(metadata, columns);
  return {
    pieces: parts,
    fields,
    isStored: !fields.isWritten && areStored.every(Boolean),
    async read(piece, given) {
      const { ranges, first, rows } = parts[piece]!;
      const file = { byteLength: size, slice: (start: number, end = size) => partOf(ranges, given, start, end) };
      const read = new Map<string, Stored>();
      for (const column of columns) {
        const element = elements.get(column)!;
        const texts = new Texts();
        const values: unknown[] = new Array(rows);
        let count = 0;
        const onChunk = ({ columnData, rowStart, rowEnd }: ColumnData) => {
          const [from, to] = [Math.max(rowStart, first), Math.min(rowEnd, first + rows)];
          for (let row = from; row < to; row++) values[row - first] = columnData[row - rowStart];
          count += Math.max(0, to - from);
        };
        try {
          await parquetRead({
            file, metadata: raw, columns: [column], rowStart: first, rowEnd: first + rows, onChunk, compressors: compressors as object, geoparquet: false, utf8: false,
            parsers: { stringFromBytes: (bytes) => texts.codeOf(bytes), timestampFromNanoseconds: (nanos) => nanos },
          });
        } catch (error) {
          throw damaged(`column ${JSON.stringify(column)}, rows from ${first}`, error);
        }
        if (count !== rows) throw damaged(`column ${JSON.stringify(column)}, rows from ${first}`, `it has ${count} of ${rows} values`);
        read.set(column, { as: storedAs(element), values: numbersOf(element, values), names: texts.names });
      }
      return { columns: fields.fields.map(({ column }) => read.get(column)!), rows };
    },
  };
}

/** The columns that are no part of another, by name. */
function topElements(schema: readonly SchemaElement[], count: number): Map<string, SchemaElement> {
  const found = new Map<string, SchemaElement>();
  const next = (position: number): number => {
    let after = position + 1;
    for (let child = schema[position]?.num_children ?? 0; child > 0; child--) after = next(after);
    return after;
  };
  for (let position = 1; found.size < count && position < schema.length; position = next(position)) found.set(schema[position]!.name, schema[position]!);
  return found;
}

const PER_DAY = { MILLIS: 86_400_000, MICROS: 86_400_000_000, NANOS: 86_400_000_000_000 };

function storedAs({ type, repetition_type, converted_type, logical_type, num_children, scale }: SchemaElement): StoredAs {
  if (num_children || repetition_type === "REPEATED") return { is: "other", name: logical_type?.type ?? "group" };
  const logical = logical_type?.type;
  if (logical === "DECIMAL" || converted_type === "DECIMAL") return { is: "decimal", scale: (logical_type?.type === "DECIMAL" ? logical_type.scale : scale) ?? 0 };
  if (logical === "DATE" || converted_type === "DATE") return { is: "date" };
  if (logical_type?.type === "TIMESTAMP") return { is: "time", perDay: PER_DAY[logical_type.unit] };
  if (converted_type === "TIMESTAMP_MILLIS") return { is: "time", perDay: PER_DAY.MILLIS };
  if (converted_type === "TIMESTAMP_MICROS") return { is: "time", perDay: PER_DAY.MICROS };
  if (type === "INT96") return { is: "time", perDay: PER_DAY.NANOS };
  if (logical === "TIME" || logical === "UUID" || logical === "FLOAT16" || logical === "INTERVAL" || converted_type === "INTERVAL") return { is: "other", name: logical ?? "INTERVAL" };
  switch (type) {
    case "BOOLEAN": return { is: "boolean" };
    case "INT32":
    case "INT64": return { is: "integer" };
    case "FLOAT": return { is: "float32" };
    case "DOUBLE": return { is: "float" };
    case "BYTE_ARRAY": return { is: "text" };
    default: return { is: "other", name: String(type) };
  }
}

/** The same file, of which hyparquet reads all but texts as they are stored: it makes dates and decimals of them otherwise, as floats. */
function withoutMeanings(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element): SchemaElement => {
    const isUnsigned = element.converted_type?.startsWith("UINT") || (element.logical_type?.type === "INTEGER" && !element.logical_type.isSigned);
    if (element.num_children || isUnsigned) return element;
    const { converted_type, logical_type, ...plain } = element;
    return storedAs(element).is === "text" ? { ...plain, converted_type: "UTF8" } : plain;
  });
  return { ...metadata, schema };
}

/** What is read at once. */
function partsOf(metadata: FileMetaData, columns: readonly string[], size: number): Part[] {
  let first = 0;
  return metadata.row_groups.flatMap((group) => {
    const ranges = group.columns.flatMap(({ meta_data: chunk, file_path }): Range[] => {
      if (chunk === undefined || file_path !== undefined) throw new Error("a column is in another file, or encrypted");
      if (!columns.includes(chunk.path_in_schema[0]!)) return [];
      const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
      const range: Range = [start, start + Number(chunk.total_compressed_size)];
      if (!(range[0] >= 4 && range[1] <= size)) throw new Error(`the column ${JSON.stringify(chunk.path_in_schema[0])} ends at byte ${range[1]} of ${size}`);
      return [range];
    });
    const rows = Number(group.num_rows);
    const start = first;
    first += rows;
    return Array.from({ length: Math.ceil(rows / ROWS) }, (_, part) => ({ ranges, first: start + part * ROWS, rows: Math.min(ROWS, rows - part * ROWS) }));
  });
}

/** Bytes of the file out of those that were given. */
function partOf(ranges: readonly Range[], given: readonly ArrayBuffer[], start: number, end: number): ArrayBuffer {
  const position = ranges.findIndex(([first, last]) => first <= start && end <= last);
  const range = ranges[position];
  if (range === undefined) throw new Error(`bytes ${start} to ${end} belong to no column`);
  return given[position]!.slice(start - range[0], end - range[0]);
}

/** The texts of a column, each with a code. */
class Texts {
  readonly names: string[] = [];
  readonly #codes = new Map<string, number>();
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  codeOf(bytes: Uint8Array): number {
    const text = this.#decoder.decode(bytes);
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.names.push(text) + 1;
    this.#codes.set(text, code);
    return code;
  }
}

/** Decimals in bytes are numbers, the highest byte first. */
function numbersOf(element: SchemaElement, values: unknown[]): unknown[] {
  const isBytes = element.type === "FIXED_LEN_BYTE_ARRAY" || element.type === "BYTE_ARRAY";
  return isBytes && storedAs(element).is === "decimal" ? values.map((value) => (value instanceof Uint8Array ? numberOf(value) : value)) : values;
}

function numberOf(bytes: Uint8Array): number | bigint {
  const isNegative = bytes[0]! > 127;
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === (isNegative ? 255 : 0)) start += 1;
  if (bytes.length - start <= 6) {
    let number = 0;
    for (let at = start; at < bytes.length; at++) number = number * 256 + bytes[at]!;
    return isNegative ? number - 256 ** (bytes.length - start) : number;
  }
  return BigInt.asIntN(bytes.length * 8, bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n));
}

const OWN_CODECS = ["UNCOMPRESSED", "SNAPPY"];

/** Files of other codecs need another package. */
async function compressorsFor({ row_groups }: FileMetaData, columns: readonly string[]): Promise<Record<string, unknown> | undefined> {
  const isOther = row_groups.some((group) => group.columns.some(({ meta_data: chunk }) => chunk && columns.includes(chunk.path_in_schema[0]!) && !OWN_CODECS.includes(chunk.codec)));
  return isOther ? (await load("hyparquet-compressors")).compressors : undefined;
}

function sound<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CoverageError ? error : damaged("footer", error);
  }
}

function damaged(where: string, error: unknown): CoverageError {
  if (error instanceof CoverageError) return error;
  return unusable("wrong_type", `the Parquet file is damaged, or of a kind that is not read: ${where}: ${error instanceof Error ? error.message : String(error)}`);
}
