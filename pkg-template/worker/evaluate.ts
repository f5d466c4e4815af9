// Many acts in a worker: a source is read part by part, a few of which are with the worker at a time.
import type * as main from "../care-coverage";
import type * as api from "../care-coverage-worker";
import { type Answered, MAX_INVALID, joined } from "../answers.ts";
import type { ActEncoder } from "../encoder.ts";
import { type Acts, actsOf, encoded } from "./acts.ts";
import type { Remote } from "./connection.ts";
import { unusable } from "./errors.ts";
import { type Source, textOf } from "./sources.ts";
import { Stop, signalOf } from "./stop.ts";

/** Parts that are asked and not answered: the worker has its next one when it has answered one, and no more is held than that. */
const PARTS = 3;

interface Evaluating {
  /** Held for as long as the evaluation lasts. */
  coverage: Remote;
  signal: api.AbortSignalLike | undefined;
  /** Takes the answer of a part, which has so many bytes. */
  take(answer: Answered, bytes: number): void;
}

export async function evaluate(
  coverage: Remote, names: readonly string[], encoder: (signal: Evaluating["signal"]) => Promise<ActEncoder>, given: api.ActSource, options: api.EvaluateOptions,
): Promise<main.Evaluation> {
  const { format, onProgress } = options;
  const signal = signalOf(options);
  if (format !== undefined && format !== "ndjson" && format !== "csv") throw unusable("wrong_type", "the format is `ndjson` or `csv`");
  if (onProgress !== undefined && typeof onProgress !== "function") throw unusable("wrong_type", "`onProgress`: expected a function");
  if (signal?.aborted) throw signal.reason;

  const text = format && textOf(given);
  const acts = text || actsOf(given);
  const answers: Answered[] = [];
  let [rows, bytes] = [0, 0];
  const take = (answer: Answered, more: number) => {
    answers.push(answer);
    rows += answer[0].length;
    bytes += more;
    const total = text ? text.totalBytes : null;
    // What a response says of its length may be wrong.
    onProgress?.({ rows, bytes, totalBytes: total !== null && bytes <= total ? total : null });
  };
  try {
    if (text) await evaluateText({ coverage, signal, take }, text, format === "csv");
    else await evaluateActs({ coverage, signal, take }, acts as Acts, await encoder(signal));
  } catch (error) {
    acts.cancel(error);
    throw error;
  }
  return joined(names, answers);
}

async function evaluateText({ coverage, signal, take }: Evaluating, text: Source, isCsv: boolean): Promise<void> {
  const [batch] = await coverage.makeHeld("textBatch", [isCsv], signal, "batch");
  try {
    await answerAll(text, signal, async (piece) => {
      const { length } = piece;
      return { answer: await batch.ask("push", [piece], signal, [piece.buffer as ArrayBuffer]), length };
    }, ({ answer, length }) => take(answer as Answered, length));
    take((await batch.ask("finish", [], signal)) as Answered, 0);
  } finally {
    batch.free();
  }
}

async function evaluateActs({ coverage, signal, take }: Evaluating, acts: Acts, encoder: ActEncoder): Promise<void> {
  let [count, listed] = [0, 0];
  await answerAll(acts, signal, async (chunk) => {
    const [parts, odd] = encoded(chunk, encoder);
    return coverage.askHeld("evaluateEncoded", [parts, odd], signal, parts.map(({ buffer }) => buffer as ArrayBuffer));
  }, (answer) => {
    const [outcomes, guarantees, counts, invalid] = answer as Answered;
    const start = count;
    count += outcomes.length;
    const named = invalid.slice(0, MAX_INVALID - listed).map((act) => ({ ...act, index: start + act.index }));
    listed += named.length;
    take([outcomes, guarantees, counts, named], 0);
  });
}

/** Asks for every part of a source, and takes the answers in its order. */
async function answerAll<P, A>(
  source: { next(): Promise<P | undefined> }, signal: Evaluating["signal"], ask: (part: P) => Promise<A>, take: (answer: A) => void,
): Promise<void> {
  const stop = new Stop(signal);
  const asked: Promise<void>[] = [];
  try {
    for (let part = await stop.wait(source.next()); part !== undefined; part = await stop.wait(source.next())) {
      const answered = ask(part).then((answer) => {
        if (!stop.isStopped) take(answer);
      });
      // A failure is not left until its turn: the source may be slow.
      answered.catch(stop.stop);
      asked.push(answered);
      if (asked.length === PARTS) await stop.wait(asked.shift()!);
    }
    for (const answered of asked) await stop.wait(answered);
  } finally {
    stop.release();
  }
}
