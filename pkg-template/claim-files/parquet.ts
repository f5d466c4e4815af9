// Parquet: row groups, or parts of large ones, of the columns that are asked for. hyparquet says what is in a file, and reads the pages that we
// do not. Dictionaries stay as they are. Numbers are taken as they are stored, so that none goes through a float.
import type { FileMetaData, SchemaElement } from "hyparquet";
import type * as api from "../care-coverage";
import { CoverageError, unusable } from "../error.ts";
import { fieldsOf } from "./fields.ts";
import { load } from "./packages.ts";
import { type Read, readChunk } from "./parquet-chunk.ts";
import { type Part, partOf, partsOf, rangeOf } from "./parquet-parts.ts";
import { storedAs, topElements, valueKind, withoutMeanings } from "./parquet-schema.ts";
import { type Compressors, readSlowly } from "./parquet-slow.ts";
import type { FileStart, OpenFile } from "./reader.ts";
import { unpackSnappy } from "./snappy.ts";
import { type Stored, isStored } from "./values.ts";

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
  const compressors: Compressors = { SNAPPY: unpackSnappy, ...(await compressorsFor(metadata, columns)) };
  return {
    pieces: parts,
    fields,
    isStored: !fields.isWritten && areStored.every(Boolean),
    async read(piece, given) {
      const part = parts[piece]!;
      const read = new Map<string, Stored>();
      for (const column of columns) {
        const element = elements.get(column)!;
        try {
          const found = readQuickly(part, given, column, element, compressors) ?? (await readSlowly(parquetRead, part, given, column, { size, metadata: raw, compressors }));
          read.set(column, { as: storedAs(element), ...found });
        } catch (error) {
          throw damaged(`column ${JSON.stringify(column)}, rows from ${part.first}`, error);
        }
      }
      return { columns: fields.fields.map(({ column }) => read.get(column)!), rows: part.rows };
    },
  };
}

/** Undefined where it is of another kind. */
function readQuickly({ group, first, rows, ranges }: Part, given: readonly ArrayBuffer[], column: string, element: SchemaElement, compressors: Compressors): Read | undefined {
  const chunk = group.chunks.get(column)!;
  const kind = valueKind(element);
  if (kind === undefined) return undefined;
  const unpack = (packed: Uint8Array, size: number): Uint8Array => {
    if (chunk.codec === "UNCOMPRESSED") return packed;
    const whole = compressors[chunk.codec]?.(packed, size);
    if (whole === undefined) throw new Error(`the compression ${chunk.codec} is not read`);
    if (whole.length !== size) throw new Error(`a page has ${whole.length} bytes in place of ${size}`);
    return whole;
  };
  const bytes = partOf(ranges, given, ...rangeOf(chunk));
  return readChunk({ bytes, kind, isNullable: element.repetition_type === "OPTIONAL", rows: group.rows, unpack }, first - group.first, rows);
}

const OWN_CODECS = ["UNCOMPRESSED", "SNAPPY"];

/** Files of other codecs need another package. */
async function compressorsFor({ row_groups }: FileMetaData, columns: readonly string[]): Promise<Compressors | undefined> {
  const isOther = row_groups.some((group) => group.columns.some(({ meta_data: chunk }) => chunk && columns.includes(chunk.path_in_schema[0]!) && !OWN_CODECS.includes(chunk.codec)));
  return isOther ? ((await load("hyparquet-compressors")).compressors as Compressors) : undefined;
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
