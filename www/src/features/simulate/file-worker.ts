/**
 * A worker of its own for a file of acts: the engine reads the catalogue and the coverage here once more, and answers each part of the file, so
 * that the page answers meanwhile. It ends with the file.
 *
 * Of `sides`, the file is written again with what both pay for each row: the amounts of the simulation, in which limits are counted.
 */
import { EngineFailure, failureIn, type FailureCode } from "../../engine/failure";
import type { LoadedCoverage } from "../../engine/engine";
import type { Basis } from "./basis";
import { type Answers, FileEvaluation, type Reading } from "./evaluation";
import { PaidRows, type PaidSides } from "./paid-rows";
import { ParquetFile } from "./parquet-file";

export type Question =
  | { kind: "start"; basis: Basis; reading: Reading; sides?: PaidSides | null; isParquet?: boolean }
  | { kind: "part"; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "finish" };

/** `written`: what is written again of the rows that were answered. */
export type Reply =
  | { kind: "started"; name: string; version: number; guaranteeNames: readonly string[] }
  | { kind: "unreadable" }
  | { kind: "part"; rows: number; written: string }
  | { kind: "done"; rows: number; written: string | Uint8Array<ArrayBuffer>; answers: Answers }
  /** `code`: where it is the engine that failed. */
  | { kind: "failed"; cause: string; code: FailureCode | null };

let evaluation: FileEvaluation | null = null;
let parquet: ParquetFile | null = null;
let last: Promise<unknown> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const answered = last.then(() => answer(data)).catch(failed);
  last = answered.then((reply) => postMessage(reply));
});

function failed(error: unknown): Reply {
  return { kind: "failed", cause: error instanceof Error ? error.message : String(error), code: failureIn(error) };
}

async function answer(question: Question): Promise<Reply> {
  if (question.kind === "start") return start(question);
  if (!evaluation) throw new Error("nothing is started");
  const written = question.kind === "part" ? evaluation.push(question.bytes) : evaluation.finish();
  const { length: rows } = evaluation;
  return question.kind === "part" ? { kind: "part", rows, written } : { kind: "done", rows, written: parquet?.finish() ?? written, answers: evaluation.answers() };
}

/** The engine is fetched here: who waits for it before the first message would miss that. */
async function start({ basis, reading, sides, isParquet }: Extract<Question, { kind: "start" }>): Promise<Reply> {
  const { OUTCOME_CODES } = await import("../../engine/engine");
  const compiled = await coverageOf(basis);
  if (compiled === null) return { kind: "unreadable" };
  const stackOf = async (stack: readonly Basis[] | null) => (await Promise.all((stack ?? []).map(coverageOf))).filter((coverage) => coverage !== null);
  const paid = sides && new PaidRows(sides.amounts, { current: await stackOf(sides.current), draft: await stackOf(sides.draft) }, OUTCOME_CODES);
  const { guaranteeNames, payload } = compiled;
  if (isParquet && reading.joining) parquet = await ParquetFile.begin(reading.joining);
  evaluation = new FileEvaluation(
    {
      outcomes: OUTCOME_CODES,
      guaranteeNames,
      evaluate: (acts) => compiled.evaluate(acts as Parameters<typeof compiled.evaluate>[0]),
      evaluateLines: (text) => compiled.evaluateLines(text),
      missing: (act) => {
        const answer = compiled.decide(act as Parameters<typeof compiled.decide>[0]);
        return answer.ok ? [...new Set(answer.value.undetermined.flatMap(({ missing }) => missing))] : [];
      },
      reimburse: (act) => compiled.reimburse(act as Parameters<typeof compiled.reimburse>[0]),
      ...(paid && { paid }),
    },
    reading,
    parquet,
  );
  return { kind: "started", name: payload.name, version: payload.version, guaranteeNames };
}

/** Null where catalogue or coverage cannot be read. */
async function coverageOf({ catalog, coverage, nonConventioned }: Basis): Promise<LoadedCoverage | null> {
  const { LoadedCatalog, LoadedCoverage } = await import("../../engine/engine");
  const { parseJson } = await import("../../kit/json/parse");
  const types = LoadedCatalog.read(parseJson(catalog), [...nonConventioned]);
  if (types.state === "failed") throw new EngineFailure(types.code);
  if (types.state !== "ready") return null;
  const read = LoadedCoverage.read(types.value, parseJson(coverage), null);
  if (read.state === "failed") throw new EngineFailure(read.code);
  return read.state === "ready" ? read.value : null;
}
