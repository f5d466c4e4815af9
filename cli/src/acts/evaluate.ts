// Many acts, asked by several workers: each has one piece and the next, and answers come in the order of the rows.
import { CoverageError } from "care-coverage/slim";
import type { Diagnostic, Evaluation, GivenAct } from "care-coverage/slim";
import type { CoverageInWorker, CoverageWorker } from "care-coverage/worker";
import { createCoverageWorker } from "care-coverage/worker";
import { Failure } from "../kit/failure.ts";
import { framed } from "../kit/framed.ts";
import type { Setting } from "../kit/setting.ts";
import { coveragesIn } from "./asked.ts";
import type { Documents } from "./asked.ts";
import { RowCutter, linesOf } from "./cut.ts";
import type { Piece } from "./cut.ts";
import type { Input } from "./input.ts";
import { parquetActs } from "./parquet.ts";

export interface InvalidAct { line: number | null; diagnostics: readonly Diagnostic[] }

export interface AnsweredActs {
  outcomes: Uint8Array;
  /** Positions among the guarantees of the coverage, or -1. */
  guarantees: Int32Array;
  /** By position. All of them. */
  invalid: Map<number, InvalidAct>;
  /** Bytes of the source up to here. */
  bytes: number;
}

/** So many acts of a piece that cannot be read are said in one answer of the package. */
const SAID_AT_ONCE = 1_000;
const WITH_WORKER = 2;

type Ask = (coverage: CoverageInWorker) => Promise<Omit<AnsweredActs, "bytes">>;

export async function evaluated(input: Input, documents: Documents, workers: number, { language, output, words }: Setting, take: (answered: AnsweredActs) => void): Promise<void> {
  const lanes: { worker: CoverageWorker; coverage: CoverageInWorker; asked: number }[] = [];
  const add = async () => {
    const worker = await createCoverageWorker({ workers: 1 });
    const [coverage] = await coveragesIn(worker, documents);
    lanes.push({ worker, coverage: coverage!, asked: 0 });
  };
  await add();
  // The others come when there is more to do than one has at a time.
  let others: Promise<void>[] | undefined;
  const waiting: { answer: Promise<Omit<AnsweredActs, "bytes">>; bytes: number }[] = [];
  const takeFirst = async () => {
    const { answer, bytes } = waiting.shift()!;
    take({ ...(await answer), bytes });
  };
  try {
    for await (const { ask, bytes } of questionsOf(input, (names) => output.note(`${words.actsWords.notRead(names)}\n`))) {
      if (waiting.length >= lanes.length * WITH_WORKER) {
        others ??= Array.from({ length: workers - 1 }, add);
        if (lanes.length < workers) await Promise.race([Promise.all(others), waiting[0]!.answer]);
        await takeFirst();
      }
      const lane = lanes.reduce((least, one) => (one.asked < least.asked ? one : least));
      lane.asked += 1;
      const answer = ask(lane.coverage).finally(() => (lane.asked -= 1));
      // It is waited for later.
      answer.catch(() => {});
      waiting.push({ answer, bytes });
    }
    while (waiting.length > 0) await takeFirst();
  } catch (error) {
    if (error instanceof CoverageError) throw new Failure(framed({ file: input.name, text: "" }, error.diagnostics, { language, color: false }));
    throw error;
  } finally {
    await Promise.allSettled(others ?? []);
    await Promise.all(lanes.map(({ worker }) => worker.close()));
  }
}

async function* questionsOf(input: Input, notRead: (names: string[]) => void): AsyncGenerator<{ ask: Ask; bytes: number }> {
  if (input.format === "parquet") {
    for await (const { acts, bytes } of parquetActs(input)) yield { ask: (coverage) => objects(coverage, acts), bytes };
    return;
  }
  const { format } = input;
  const cutter = new RowCutter(format === "csv" ? separatorOf : null);
  let [bytes, pieces] = [0, 0];
  let header: Promise<Uint8Array> | undefined;
  const question = (piece: Piece) => {
    const before = pieces === 0 ? new Uint8Array() : LINE_END;
    pieces += 1;
    const ask = async (coverage: CoverageInWorker) => text(coverage, format, format === "csv" ? await (header ??= headerOf(cutter.header!, coverage, notRead)) : before, piece);
    return { ask, bytes };
  };
  for await (const chunk of input.bytes()) {
    bytes += chunk.length;
    for (const piece of cutter.push(chunk)) yield question(piece);
  }
  for (const piece of cutter.finish()) yield question(piece);
  // A header without rows is looked at, too.
  if (pieces === 0) yield question({ rows: new Uint8Array(), linesBefore: 0 });
}

const LINE_END = Uint8Array.of(10);

async function text(coverage: CoverageInWorker, format: "csv" | "ndjson", before: Uint8Array, { rows, linesBefore }: Piece): Promise<Omit<AnsweredActs, "bytes">> {
  const answer = await coverage.evaluate(Buffer.concat([before, rows]), { format });
  const { outcomes, guarantees } = answer;
  if (answer.summary.by_outcome.invalid_act <= SAID_AT_ONCE) return { outcomes, guarantees, invalid: saidOf(answer, 0, linesBefore - linesOf(before)) };
  // More than the package says at once: in smaller pieces.
  const invalid: AnsweredActs["invalid"] = new Map();
  let acts = 0;
  for (const part of smaller(rows, format === "csv" ? separatorOf(before) : null)) {
    const ahead = format === "csv" || part.linesBefore === 0 ? before : LINE_END;
    const answered = await text(coverage, format, ahead, { rows: part.rows, linesBefore: linesBefore + part.linesBefore });
    for (const [act, said] of answered.invalid) invalid.set(acts + act, said);
    acts += answered.outcomes.length;
  }
  return { outcomes, guarantees, invalid };
}

function* smaller(rows: Uint8Array, separator: number | null): Generator<Piece> {
  const size = Math.max(64, rows.length >> 4);
  const cutter = new RowCutter(separator, size);
  for (let start = 0; start < rows.length; start += size) yield* cutter.push(rows.subarray(start, start + size));
  yield* cutter.finish();
}

async function objects(coverage: CoverageInWorker, acts: readonly GivenAct[]): Promise<Omit<AnsweredActs, "bytes">> {
  const answer = await coverage.evaluate(acts);
  const { outcomes, guarantees } = answer;
  const invalid = saidOf(answer, 0, 0);
  for (let from = SAID_AT_ONCE; answer.summary.by_outcome.invalid_act > SAID_AT_ONCE && from - SAID_AT_ONCE < acts.length; from += SAID_AT_ONCE) {
    const start = from - SAID_AT_ONCE;
    for (const [act, said] of saidOf(await coverage.evaluate(acts.slice(start, from)), start, 0)) invalid.set(act, said);
  }
  return { outcomes, guarantees, invalid };
}

function saidOf({ invalid }: Evaluation, acts: number, lines: number): AnsweredActs["invalid"] {
  return new Map(invalid.map(({ index, line, diagnostics }) => [acts + index, { line: line === null ? null : lines + line, diagnostics }]));
}

/** As the engine finds it: the first of both that the header has. */
export function separatorOf(header: Uint8Array): number {
  return header.find((byte) => byte === 44 || byte === 59) ?? 44;
}

/** The header and its line end. Columns that no act has are left alone, as notes are. */
async function headerOf(header: Uint8Array, coverage: CoverageInWorker, notRead: (names: string[]) => void): Promise<Uint8Array> {
  const separator = String.fromCharCode(separatorOf(header));
  let names = Buffer.from(header).toString("latin1").split(separator);
  try {
    await coverage.evaluate(Buffer.concat([header, LINE_END]), { format: "csv" });
  } catch (error) {
    if (!(error instanceof CoverageError) || error.diagnostics.some(({ code }) => code !== "unknown_field")) throw error;
    const unknown = new Set(error.diagnostics.map(({ pointer }) => Number(pointer.slice(1))));
    notRead(names.filter((_, index) => unknown.has(index)).map((name) => Buffer.from(name, "latin1").toString("utf8")));
    names = names.map((name, index) => (unknown.has(index) ? `x-${name.replaceAll('"', "")}` : name));
  }
  return Buffer.from(`${names.join(separator)}\n`, "latin1");
}
