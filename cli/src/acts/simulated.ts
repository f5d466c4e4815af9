// Claims under coverages, by the workers of the package, and every row that cannot be read: the package names the first thousand, and the text is
// read once more where there are others.
import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CoverageError, previewClaims } from "care-coverage/slim";
import type { AsJson, ClaimMapping, InvalidRow, SimulateOptions, Simulation } from "care-coverage/slim";
import type { WorkerSimulateOptions } from "care-coverage/worker";
import { Failure } from "../kit/failure.ts";
import { framed } from "../kit/framed.ts";
import type { Setting } from "../kit/setting.ts";
import { discard, temporaryFor } from "../kit/write.ts";
import { coveragesIn, startWorkers } from "./asked.ts";
import type { Documents } from "./asked.ts";
import { RowCutter } from "./cut.ts";
import type { Input } from "./input.ts";
import type { Progress } from "./progress.ts";

export interface Question {
  input: Input;
  current: Documents;
  draft: Documents | null;
  options: Pick<SimulateOptions, "amounts" | "by" | "headings"> & { mapping: AsJson<ClaimMapping> | undefined };
  workers: number;
  progress: Progress;
  setting: Setting;
  /** The reasons of rows that are said. */
  said: readonly string[];
}

export interface Simulated {
  simulation: Simulation;
  /** Rows that cannot be read, in their order, whatever their number. */
  problems: AsyncIterable<InvalidRow>;
  /** So many of them could not be named: of a Parquet file, all but the first thousand. */
  unnamed: number;
  close(): void;
}

/** Reasons of rows that say nothing that could be decided; others are answers. */
export const BAD = ["unreadable", "wrong_value", "invalid_act"] as const;
/** Those of rows without an answer of their own: a row that corrects another one is in no sum, and is paid nothing. */
export const UNPAID = [...BAD, "regularisation"] as const;

export async function simulated(question: Question): Promise<Simulated> {
  const { input, current, draft, options, workers, progress, setting, said } = question;
  const worker = await startWorkers(workers);
  const kept = input.file === null && input.format !== "parquet" ? new Kept(input) : null;
  const close = () => kept?.discard();
  try {
    const [currents, drafts] = [await coveragesIn(worker, current), draft && (await coveragesIn(worker, draft))];
    const asked: WorkerSimulateOptions = {
      ...options, mapping: options.mapping, format: input.format,
      onProgress: ({ rows, bytes, totalBytes }) => progress.at(rows, bytes, totalBytes),
    };
    const simulation = await worker.simulate(currents, drafts, input.file ?? kept?.bytes() ?? input.bytes(), asked);
    const bad = simulation.invalid.filter(({ reason }) => said.includes(reason));
    const first = bad.flatMap(({ first }) => first).sort((left, right) => left.row - right.row);
    const missing = bad.reduce((sum, { rows }) => sum + rows, 0) - first.length;
    const isText = input.format !== "parquet";
    const problems = missing === 0 || !isText ? inOrder(first) : again(kept ? kept.again() : input.bytes(), input.format as "csv" | "ndjson", question);
    return { simulation, problems, unnamed: isText ? 0 : missing, close };
  } catch (error) {
    close();
    if (error instanceof CoverageError) throw new Failure(framed({ file: input.name, text: "" }, error.diagnostics, { language: setting.language, color: false }));
    throw error;
  } finally {
    progress.end();
    await worker.close();
  }
}

async function* inOrder(first: readonly InvalidRow[]): AsyncGenerator<InvalidRow> {
  yield* first;
}

/** A text that comes through a pipe, kept in a file that only this user can read, until the call ends. */
class Kept {
  readonly #file = temporaryFor(join(tmpdir(), "acts"));

  constructor(readonly input: Input) {}

  async *bytes(): AsyncGenerator<Uint8Array> {
    const copy = createWriteStream(this.#file, { mode: 0o600, flags: "wx" });
    await once(copy, "open");
    for await (const chunk of this.input.bytes()) {
      if (!copy.write(chunk)) await once(copy, "drain");
      yield chunk;
    }
    copy.end();
    await once(copy, "close");
  }

  again(): AsyncIterable<Uint8Array> {
    return createReadStream(this.#file, { highWaterMark: 1 << 18 });
  }

  discard(): void {
    discard(this.#file);
  }
}

const MARKS: { [separator: string]: number } = { ";": 59, ",": 44, "|": 124, tab: 9 };

function separatorOf({ mapping }: Question["options"]): (header: Uint8Array) => number {
  const given = MARKS[(mapping as { separator?: string } | undefined)?.separator ?? ""];
  return (header) => {
    let isQuoted = false;
    for (const byte of header) {
      if (byte === 34) isQuoted = !isQuoted;
      else if (!isQuoted && Object.values(MARKS).includes(byte)) return given ?? byte;
    }
    return given ?? MARKS[","]!;
  };
}

/** The text once more, a piece at a time. */
async function* again(bytes: AsyncIterable<Uint8Array>, format: "csv" | "ndjson", { options, said }: Question): AsyncGenerator<InvalidRow> {
  const cutter = new RowCutter(format === "csv" ? separatorOf(options) : null, 1 << 16);
  let rows = 0;
  const read = function* (pieces: Iterable<{ rows: Uint8Array; linesBefore: number }>): Generator<InvalidRow> {
    for (const piece of pieces) {
      const header = cutter.header ?? new Uint8Array();
      const { rows: all, unreadable } = previewClaims(Buffer.concat([header, Uint8Array.of(10), piece.rows]), { format, ...(options.mapping && { mapping: options.mapping }) });
      for (const { row, line, reason, column, diagnostics: [diagnostic] } of unreadable) {
        if (!said.includes(reason) || !diagnostic) continue;
        const { code, variant, params, message } = diagnostic;
        yield { row: rows + row, line: piece.linesBefore + line - 1, message, code, variant, params, column };
      }
      rows += all.length;
    }
  };
  for await (const chunk of bytes) yield* read(cutter.push(chunk));
  yield* read(cutter.finish());
}
