// Claims in pieces, each a question to a part of a simulation: whatever they are given as.
import type * as main from "../care-coverage";
import type * as api from "../care-coverage-worker";
import type { FilePiece, FileStart } from "../claim-files/reader.ts";
import { separatorOf } from "../simulate/given.ts";
import { actsOf, copiesOf } from "./acts.ts";
import { columnPieces } from "./claim-columns.ts";
import { filePieces } from "./claim-files.ts";
import { unusable } from "./errors.ts";
import { has } from "./reading.ts";
import { RowSource } from "./row-source.ts";
import { LARGE, textOf } from "./sources.ts";

/** A question about one piece of the claims. */
export interface ClaimPiece {
  method: string;
  given: unknown[];
  transfer: ArrayBuffer[];
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
  return {
    totalBytes: source.totalBytes,
    get linesBefore() {
      return rows.headerLines;
    },
    async next() {
      const piece = await rows.next();
      return piece && { method: "pushText", given: [rows.header, piece.number, piece.bytes, piece.cutLines], transfer: [piece.bytes.buffer as ArrayBuffer], end: piece.end };
    },
    cancel: (reason) => source.cancel(reason),
    optionsOf: (options) => options,
  };
}

function valuePieces(claims: unknown): ClaimPieces {
  const rows = actsOf(claims as api.ActSource);
  let number = 0;
  return {
    totalBytes: null,
    linesBefore: 0,
    async next() {
      const some = await rows.next();
      return some && { method: "pushValues", given: [number++, ...copiesOf(some)], transfer: [], end: 0 };
    },
    cancel: (reason) => rows.cancel(reason),
    optionsOf: (options) => options,
  };
}

/** They are few, and one worker takes them all. */
function distributionPieces(claims: unknown): ClaimPieces {
  const pieces = [{ method: "pushDistributions", given: [0, claims], transfer: [], end: 0 }];
  return { totalBytes: null, linesBefore: 0, next: async () => pieces.shift(), cancel() {}, optionsOf: (options) => options };
}
