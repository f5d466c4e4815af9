// A file of columns, read in one worker: each piece from the bytes that it needs.
import type * as api from "../care-coverage";
import { openArrow } from "./arrow.ts";
import type { FileFields } from "./fields.ts";
import { openParquet } from "./parquet.ts";
import type { Stored } from "./values.ts";

/** Bytes of a file, from `start` up to before `end`. */
export type Range = [start: number, end: number];

/** A part of a file that is read at once. */
export interface FilePiece {
  ranges: Range[];
  rows: number;
}

export interface OpenFile {
  /** Of Arrow none: where its record batches are is known where the file is. */
  pieces: FilePiece[];
  fields: FileFields;
  /** Whether the columns are taken as they are stored, and not as rows whose values are written in the mapping's way. */
  isStored: boolean;
  /** The columns of a piece, in the order of the fields, and how many rows they have. `bytes` are those of its ranges. */
  read(piece: number, bytes: readonly ArrayBuffer[]): Promise<{ columns: Stored[]; rows: number }>;
}

/** What a worker gets of a file: all that says where its rows are. */
export interface FileStart {
  format: "parquet" | "arrow";
  bytes: Uint8Array;
  /** Of the whole file. */
  size: number;
}

export function open(start: FileStart, options: api.SimulateOptions): Promise<OpenFile> {
  return start.format === "parquet" ? openParquet(start, options) : openArrow(start, options);
}
