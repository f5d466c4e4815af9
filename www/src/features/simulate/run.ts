/** How is a file brought through the worker? A part at a time: neither side holds more of it than two. */
import type { RowAmounts } from "../../engine/engine";
import { EngineFailure } from "../../engine/failure";
import { type Basis, UnreadableBasis } from "./basis";
import type { Question, Reply } from "./file-worker";
import type { Format } from "./format";
import type { PaidSides } from "./paid-rows";
import { partsOf } from "./parts-of-file";
import type { Answers, Reading } from "./evaluation";

export interface Evaluated {
  answers: Answers;
  guaranteeNames: readonly string[];
  name: string;
  version: number;
}

export interface Progress {
  rows: number;
  bytes: number;
}

interface Run {
  basis: Basis;
  file: File;
  format: Format;
  reading: Reading;
  signal: AbortSignal;
  onProgress: (progress: Progress, written: string | Uint8Array<ArrayBuffer>) => void;
  /** What both sides pay for each row is written with it; the amounts are the worker's then. */
  sides?: PaidSides | null;
  isParquet?: boolean;
}

/** A worker for one file: when it ends, its memory is given back, and a failure of it is no failure of the next. */
export async function runFile({ basis, file, format, reading, signal, onProgress, sides = null, isParquet = false }: Run): Promise<Evaluated> {
  const worker = new WorkerOfFile(signal);
  try {
    const started = await worker.ask({ kind: "start", basis, reading, sides, isParquet }, "started", sides ? buffersOf(sides.amounts) : []);
    let asked: Promise<void> = Promise.resolve();
    for await (const { bytes, read } of partsOf(file, format)) {
      signal.throwIfAborted();
      await asked;
      asked = worker.ask({ kind: "part", bytes }, "part", [bytes.buffer]).then(({ rows, written }) => onProgress({ rows, bytes: read }, written));
      // What fails is met with when the next part waits for it.
      asked.catch(() => undefined);
    }
    await asked;
    const { answers, rows, written } = await worker.ask({ kind: "finish" }, "done");
    onProgress({ rows, bytes: file.size }, written);
    return { answers, guaranteeNames: started.guaranteeNames, name: started.name, version: started.version };
  } finally {
    worker.end();
  }
}

/** Questions are answered in their order. */
class WorkerOfFile {
  private readonly worker = new Worker(new URL("./file-worker.ts", import.meta.url), { type: "module" });
  private readonly waiting: { resolve: (reply: Reply) => void; reject: (error: unknown) => void }[] = [];
  private ended: { why: unknown } | null = null;

  constructor(signal: AbortSignal) {
    this.worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.waiting.shift()?.resolve(data));
    this.worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.fail(new Error(event.message || "the worker cannot be loaded"));
    });
    signal.addEventListener("abort", () => this.fail(signal.reason));
  }

  async ask<K extends Reply["kind"]>(question: Question, kind: K, transfer: Transferable[] = []): Promise<Extract<Reply, { kind: K }>> {
    if (this.ended) throw this.ended.why;
    const reply = await new Promise<Reply>((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(question, transfer);
    });
    if (reply.kind === "unreadable") throw new UnreadableBasis();
    if (reply.kind === "failed") throw reply.code === null ? new Error(reply.cause) : new EngineFailure(reply.code);
    if (reply.kind !== kind) throw new Error(`the worker has answered ${reply.kind}`);
    return reply as Extract<Reply, { kind: K }>;
  }

  end(): void {
    this.worker.terminate();
  }

  private fail(why: unknown): void {
    this.ended = { why };
    for (const { reject } of this.waiting.splice(0)) reject(why);
  }
}

function buffersOf({ charged, secu_paid, current, draft }: RowAmounts): Transferable[] {
  return [charged, secu_paid, ...[current, draft].flatMap((side) => (side ? [side.outcomes, side.guarantees, side.complementary] : []))].map(({ buffer }) => buffer);
}
