// Claims in pieces, each a question to a part of a simulation: whatever they are given as.
import type * as main from "../care-coverage";
import type * as api from "../care-coverage-worker";
import type { FilePiece, FileStart } from "../claim-files/reader.ts";
import { piecesOfString } from "../pieces.ts";
import { separatorOf } from "../simulate/given.ts";
import { kindOf } from "../typed-arrays.ts";
import { actsOf, copiesOf } from "./acts.ts";
import { columnPieces } from "./claim-columns.ts";
import { filePieces } from "./claim-files.ts";
import { unusable } from "./errors.ts";
import { has } from "./reading.ts";
import { RowSource } from "./row-source.ts";
import { LARGE, textOf } from "./sources.ts";

/** A question to a part of a simulation. */
export interface Question {
  method: string;
  given: unknown[];
  transfer: ArrayBuffer[];
}

/** A question about one piece of the claims. */
export interface ClaimPiece extends Question {
  /** Bytes of the source up to its end. */
  end: number;
}

export interface ClaimPieces {
  readonly totalBytes: number | null;
  /** Lines of a text before its first row. */
  readonly linesBefore: number;
  /** What each part of the simulation gets of a file before its pieces, and then how the first one would read it. */
  start?(): Promise<FileStart>;
  begin?(plan: FilePiece[]): void;
  next(): Promise<ClaimPiece | undefined>;
  /** Some rows of a piece once more, from 0. None where the source cannot be read again. */
  again?(number: number, rows: readonly number[]): Promise<Question>;
  cancel(reason: unknown): void;
  /** The options that a part of the simulation is made with. */
  optionsOf(options: main.SimulateOptions): unknown;
}

const FORMATS = ["csv", "ndjson", "parquet", "arrow"];

export function claimPiecesOf(claims: api.ClaimSource, options: main.SimulateOptions): ClaimPieces {
  const { format } = options;
  if (format === undefined) {
    if (has(claims, "care_type")) return columnPieces(claims as main.ClaimColumns, options);
    return has(claims, "distributions") ? distributionPieces(claims) : valuePieces(claims);
  }
  if (!FORMATS.includes(format)) throw unusable("wrong_type", "the format is `csv`, `ndjson`, `parquet` or `arrow`");
  return format === "csv" || format === "ndjson" ? textPieces(claims, options) : filePieces(claims, format as "parquet" | "arrow");
}

function textPieces(claims: unknown, options: main.SimulateOptions): ClaimPieces {
  const source = textOf(claims, LARGE);
  const rows = new RowSource(source, options.format === "csv" ? separatorOf(options) : undefined);
  const read = bytesAgain(claims);
  const ranges: [start: number, end: number][] = [];
  return {
    totalBytes: source.totalBytes,
    get linesBefore() {
      return rows.headerLines;
    },
    async next() {
      const piece = await rows.next();
      if (piece) ranges.push([piece.end - piece.bytes.length, piece.end]);
      return piece && { method: "pushText", given: [rows.header, piece.number, piece.bytes, piece.cutLines], transfer: [piece.bytes.buffer as ArrayBuffer], end: piece.end };
    },
    ...(read && {
      async again(number, some) {
        const bytes = await read(...ranges[number]!);
        return { method: "pushRows", given: [rows.header, number, bytes, some], transfer: [bytes.buffer as ArrayBuffer] };
      },
    }),
    cancel: (reason) => source.cancel(reason),
    optionsOf: (options) => options,
  };
}

/** A part of a text that can be read again; none of a stream. */
function bytesAgain(claims: unknown): ((start: number, end: number) => Promise<Uint8Array>) | undefined {
  if (kindOf(claims) === "Uint8Array") return async (start, end) => new Uint8Array((claims as Uint8Array).subarray(start, end));
  let blob: api.BlobLike | undefined = has(claims, "slice", "size") ? (claims as api.BlobLike) : undefined;
  if (blob === undefined && typeof claims !== "string") return undefined;
  return async (start, end) => {
    blob ??= new Blob([...piecesOfString(claims as string)] as Uint8Array<ArrayBuffer>[]);
    return new Uint8Array(await blob.slice(start, end).arrayBuffer());
  };
}

function valuePieces(claims: unknown): ClaimPieces {
  const rows = actsOf(claims as api.ActSource);
  let number = 0;
  // Others than arrays are gone through once.
  const starts = Array.isArray(claims) ? [0] : undefined;
  return {
    totalBytes: null,
    linesBefore: 0,
    async next() {
      const some = await rows.next();
      if (some) starts?.push(starts.at(-1)! + some.length);
      return some && { method: "pushValues", given: [number++, ...copiesOf(some)], transfer: [], end: 0 };
    },
    ...(starts && {
      async again(number, some) {
        const rows = some.map((row) => (claims as unknown[])[starts[number]! + row]);
        return { method: "pushValues", given: [number, ...copiesOf(rows)], transfer: [] };
      },
    }),
    cancel: (reason) => rows.cancel(reason),
    optionsOf: (options) => options,
  };
}

/** They are few, and one worker takes them all. */
function distributionPieces(claims: unknown): ClaimPieces {
  const pieces = [{ method: "pushDistributions", given: [0, claims], transfer: [], end: 0 }];
  return { totalBytes: null, linesBefore: 0, next: async () => pieces.shift(), cancel() {}, optionsOf: (options) => options };
}
