// Acts of a Parquet file as objects, a part of its rows at a time.
import type { AsyncBuffer } from "hyparquet";
import type { GivenAct } from "care-coverage/slim";
import { Failure } from "../kit/failure.ts";
import type { Input } from "./input.ts";

const library = () => import("../parts/parquet.ts");

const ROWS = 4_096;
/** What an act can say; other columns are left alone. */
const AMOUNTS_LEFT = new Set(["person", "family", "weight"]);

export async function* parquetActs(input: Input): AsyncGenerator<{ acts: GivenAct[]; bytes: number }> {
  const { compressors, parquetMetadataAsync, parquetReadObjects } = await library();
  const file = await bufferOf(input);
  try {
    const metadata = await parquetMetadataAsync(file);
    const rows = Number(metadata.num_rows);
    const columns = metadata.schema.slice(1).map(({ name }) => name).filter((name) => !AMOUNTS_LEFT.has(name));
    for (let rowStart = 0; rowStart < rows || rowStart === 0; rowStart += ROWS) {
      const rowEnd = Math.min(rows, rowStart + ROWS);
      const read = rowEnd === rowStart ? [] : await parquetReadObjects({ file, metadata, columns, compressors, rowStart, rowEnd });
      yield { acts: read.map(actOf) as GivenAct[], bytes: rows === 0 ? 0 : Math.floor((file.byteLength * rowEnd) / rows) };
    }
  } catch (error) {
    if (error instanceof Failure || (error as { name?: string }).name === "CoverageError") throw error;
    throw new Failure(`${input.name}: ${(error as Error).message}`);
  }
}

/** A pipe is kept as a whole: such a file says at its end what is in it. */
async function bufferOf(input: Input): Promise<AsyncBuffer> {
  if (input.file) return (await library()).asyncBufferFromFile(input.file.name);
  const chunks: Uint8Array[] = [];
  for await (const chunk of input.bytes()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return { byteLength: bytes.length, slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer };
}

function actOf(row: Record<string, unknown>): unknown {
  const act: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    if (value === null || value === undefined) continue;
    act[name] = value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === "bigint" ? Number(value) : value;
  }
  return act;
}
