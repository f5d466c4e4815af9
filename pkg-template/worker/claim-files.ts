// Parquet and Arrow: only the bytes that a piece needs are read of the file, and the workers read what they mean.
import type * as api from "../care-coverage-worker";
import type { FilePiece, FileStart, Range } from "../claim-files/reader.ts";
import { kindOf } from "../typed-arrays.ts";
import { arrowStart, batchesOf } from "./arrow-batches.ts";
import type { ClaimPieces } from "./claims.ts";
import { unusable } from "./errors.ts";
import { has } from "./reading.ts";
import { LARGE, textOf } from "./sources.ts";

/** A file of which any part can be read. */
export interface FileBytes {
  size: number;
  read(start: number, end: number): Promise<ArrayBuffer>;
}

export function filePieces(claims: unknown, format: "parquet" | "arrow"): ClaimPieces {
  if (typeof claims === "string") throw unusable("wrong_type", `expected bytes, because the format is \`${format}\``);
  let file: FileBytes;
  let pieces: AsyncIterator<FilePiece> | undefined;
  let total: number | null = has(claims, "size", "slice") ? (claims as api.BlobLike).size : null;
  let cancel: (reason: unknown) => void = () => {};
  let [number, bytes, rest] = [0, 0, undefined as FilePiece[] | undefined];
  const read: FilePiece[] = [];
  const bytesOf = (piece: FilePiece) => Promise.all(piece.ranges.map(([start, end]) => readWhole(file, [start, end])));
  return {
    get totalBytes() {
      return total;
    },
    linesBefore: 0,
    async start(): Promise<FileStart> {
      const source = fileOf(claims);
      cancel = source.cancel;
      file = await source.whole();
      total = file.size;
      return { format, size: file.size, bytes: format === "parquet" ? await footerOf(file) : await arrowStart(file) };
    },
    begin(plan: FilePiece[]) {
      rest = plan;
      if (format === "arrow") pieces = batchesOf(file);
    },
    async next() {
      const piece = pieces ? (await pieces.next()).value as FilePiece | undefined : rest![number];
      if (piece === undefined) return undefined;
      const given = await bytesOf(piece);
      read.push(piece);
      bytes = Math.max(bytes, ...piece.ranges.map(([, end]) => end));
      const isLast = pieces === undefined && number === rest!.length - 1;
      return { method: "pushFile", given: [number++, given], transfer: given, end: isLast ? file.size : bytes };
    },
    async again(number, some) {
      const given = await bytesOf(read[number]!);
      return { method: "pushFileRows", given: [number, given, some], transfer: given };
    },
    cancel: (reason) => cancel(reason),
    // Rows of values that are written as texts are given to the core as such a text.
    optionsOf: (options) => ({ ...options, format: "ndjson" }),
  };
}

async function readWhole(file: FileBytes, [start, end]: Range): Promise<ArrayBuffer> {
  const bytes = await file.read(start, end);
  if (bytes.byteLength !== end - start) throw unusable("wrong_type", `the file is shorter than it says: bytes ${start} to ${end} of ${file.size}`);
  return bytes;
}

/** What is read from its beginning only is kept as a whole. */
function fileOf(claims: unknown): { whole(): Promise<FileBytes>; cancel(reason: unknown): void } {
  if (has(claims, "slice", "size")) {
    const blob = claims as api.BlobLike;
    return { whole: async () => ({ size: blob.size, read: (start, end) => blob.slice(start, end).arrayBuffer() }), cancel() {} };
  }
  if (kindOf(claims) === "Uint8Array") {
    const bytes = claims as Uint8Array;
    return { whole: async () => ({ size: bytes.length, read: async (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer as ArrayBuffer }), cancel() {} };
  }
  const source = textOf(claims, LARGE);
  const whole = async (): Promise<FileBytes> => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let part = await source.next(); part !== undefined; part = await source.next()) parts.push(part as Uint8Array<ArrayBuffer>);
    const blob = new Blob(parts);
    return { size: blob.size, read: (start, end) => blob.slice(start, end).arrayBuffer() };
  };
  return { whole, cancel: (reason) => source.cancel(reason) };
}

const MAGIC = "PAR1";
const LENGTH = 8;

/** The end of a Parquet file, which says where its columns are. */
async function footerOf(file: FileBytes): Promise<Uint8Array> {
  const damaged = (why: string) => unusable("wrong_type", `expected a Parquet file: ${why}`);
  if (file.size < LENGTH + MAGIC.length) throw damaged(`${file.size} bytes are too few`);
  const end = await readWhole(file, [file.size - LENGTH, file.size]);
  if (String.fromCharCode(...new Uint8Array(end, LENGTH - MAGIC.length)) !== MAGIC) throw damaged("its last bytes are not `PAR1`, so that it is another file or not whole");
  const length = new DataView(end).getUint32(0, true) + LENGTH;
  if (length > file.size) throw damaged(`its footer would have ${length} of ${file.size} bytes`);
  return new Uint8Array(await readWhole(file, [file.size - length, file.size]));
}
