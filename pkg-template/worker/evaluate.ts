// Many acts in workers: a source is read part by part, a few of which are with the workers at a time.
import type * as main from "../care-coverage";
import type * as api from "../care-coverage-worker";
import { type Answered, MAX_INVALID, joined } from "../answers.ts";
import type { ActEncoder } from "../encoder.ts";
import { separatorOf } from "../rows.ts";
import { type Acts, actsOf, encoded } from "./acts.ts";
import type { Remote } from "./connection.ts";
import { unusable } from "./errors.ts";
import { answerAll } from "./parts.ts";
import { Lanes, type Pool } from "./pool.ts";
import { RowSource } from "./row-source.ts";
import { textOf } from "./sources.ts";
import { signalOf } from "./stop.ts";

interface Evaluating {
  /** What each worker has of the coverage. */
  lanes: Lanes<Remote>;
  signal: api.AbortSignalLike | undefined;
  /** Takes the answer of a part, numbered within it, after so many lines of the source, of which `bytes` are answered then. */
  take(answer: Answered, lines: number, bytes: number): void;
}

/** `coverage` is held for as long as the evaluation lasts. */
export async function evaluate(
  coverage: Remote, pool: Pool, names: readonly string[], encoder: (signal: Evaluating["signal"]) => Promise<ActEncoder>, given: api.ActSource,
  options: api.EvaluateOptions,
): Promise<main.Evaluation> {
  const { format, onProgress } = options;
  const signal = signalOf(options);
  if (format !== undefined && format !== "ndjson" && format !== "csv") throw unusable("wrong_type", "the format is `ndjson` or `csv`");
  if (onProgress !== undefined && typeof onProgress !== "function") throw unusable("wrong_type", "`onProgress`: expected a function");
  if (signal?.aborted) throw signal.reason;

  const text = format && textOf(given);
  const acts = text || actsOf(given);
  const answers: Answered[] = [];
  let [rows, listed] = [0, 0];
  const take: Evaluating["take"] = ([outcomes, guarantees, counts, invalid], lines, bytes) => {
    const named = invalid.slice(0, MAX_INVALID - listed).map((act) => ({ ...act, index: rows + act.index, line: act.line === null ? null : lines + act.line }));
    answers.push([outcomes, guarantees, counts, named]);
    rows += outcomes.length;
    listed += named.length;
    const total = text ? text.totalBytes : null;
    // What a response says of its length may be wrong.
    onProgress?.({ rows, bytes, totalBytes: total !== null && bytes <= total ? total : null });
  };
  try {
    const lanes = await Lanes.of(pool, { make: (connection) => coverage.copyIn(connection), free() {} });
    if (text) await evaluateText({ lanes, signal, take }, new RowSource(text, format === "csv" ? separatorOf : undefined));
    else await evaluateActs({ lanes, signal, take }, acts as Acts, await encoder(signal));
  } catch (error) {
    acts.cancel(error);
    throw error;
  }
  return joined(names, answers);
}

/** What a worker answers of rows of a text: those that end in the bytes, and the last one where it has no end; and the lines. */
export type AnsweredRows = [ended: Answered, last: Answered, lines: number];

async function evaluateText({ lanes, signal, take }: Evaluating, rows: RowSource): Promise<void> {
  let lines = 0;
  await answerAll(rows, signal, lanes, (coverage, { bytes, number }) => {
    return coverage.askHeld("evaluateRows", [rows.header, number, bytes], signal, [bytes.buffer as ArrayBuffer]) as Promise<AnsweredRows>;
  }, ([ended, last, more], { cutLines, end, number }) => {
    if (number === 0) lines = rows.headerLines;
    take(ended, lines, end);
    if (last[0].length > 0) take(last, lines, end);
    lines += more + cutLines;
  });
}

async function evaluateActs({ lanes, signal, take }: Evaluating, acts: Acts, encoder: ActEncoder): Promise<void> {
  // They are read and encoded here, so that one worker is quick enough for the rest.
  lanes.close();
  await answerAll(acts, signal, lanes, async (coverage, chunk) => {
    const [parts, odd] = encoded(chunk, encoder);
    return coverage.askHeld("evaluateEncoded", [parts, odd], signal, parts.map(({ buffer }) => buffer as ArrayBuffer)) as Promise<Answered>;
  }, (answer) => take(answer, 0, 0));
}
