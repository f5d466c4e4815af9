// The acts that a call is about: a file, which can be read at any place, or what comes through a pipe.
import { closeSync, createReadStream, fstatSync, openSync, read } from "node:fs";
import { extname } from "node:path";
import { promisify } from "node:util";
import type { BlobLike } from "care-coverage/worker";
import { Failure, FileFailure } from "../kit/failure.ts";
import { noteRead } from "../kit/inputs.ts";
import type { Words } from "../kit/words.ts";

export const INPUTS = ["csv", "ndjson", "parquet"] as const;
export type InputFormat = (typeof INPUTS)[number];

export interface Input {
  /** As people called it. */
  name: string;
  format: InputFormat;
  /** Null of a pipe. */
  file: FileOfActs | null;
  /** From the beginning; a pipe gives them once. */
  bytes(): AsyncIterable<Uint8Array>;
}

const readAt = promisify(read);

/** A file as the worker's client reads one. */
export class FileOfActs implements BlobLike {
  readonly size: number;
  readonly #descriptor: number;

  constructor(readonly name: string) {
    try {
      this.#descriptor = openSync(name, "r");
      const found = fstatSync(this.#descriptor);
      if (found.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
      this.size = found.size;
      noteRead(name);
    } catch (error) {
      throw new FileFailure(name, error);
    }
  }

  slice(start: number, end: number) {
    return {
      arrayBuffer: async (): Promise<ArrayBuffer> => {
        const bytes = new Uint8Array(Math.max(0, Math.min(end, this.size) - start));
        for (let length = 0; length < bytes.length; ) {
          const { bytesRead } = await readAt(this.#descriptor, bytes, length, bytes.length - length, start + length);
          if (bytesRead === 0) return bytes.buffer.slice(0, length);
          length += bytesRead;
        }
        return bytes.buffer;
      },
    };
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** What a name says of its format. */
const EXTENSIONS: { [extension: string]: InputFormat } = { ".csv": "csv", ".tsv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".parquet": "parquet", ".pq": "parquet" };

export async function openInput(name: string, asked: InputFormat | undefined, words: Words): Promise<Input> {
  if (name !== "-") {
    const format = asked ?? EXTENSIONS[extname(name).toLowerCase()];
    if (format === undefined) throw new Failure(words.actsWords.whichFormat(name));
    const file = new FileOfActs(name);
    // What is no regular file, such as a pipe with a name, is read once.
    const isRegular = file.size > 0;
    return { name, format, file: isRegular ? file : null, bytes: () => createReadStream(name, { highWaterMark: 1 << 18 }) };
  }
  const chunks = (process.stdin as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const first = await chunks.next();
  const format = asked ?? sniffed(first.done ? undefined : first.value);
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let step = first; !step.done; step = await chunks.next()) yield step.value;
  }
  return { name: "<stdin>", format, file: null, bytes };
}

/** By its first characters: an object is NDJSON, a magic number Parquet, anything else has a header. */
function sniffed(bytes: Uint8Array = new Uint8Array()): InputFormat {
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1").replace(/^\xef\xbb\xbf/, "").trimStart();
  return start.startsWith("PAR1") ? "parquet" : start.startsWith("{") ? "ndjson" : "csv";
}
