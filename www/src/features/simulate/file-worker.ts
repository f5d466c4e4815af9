/**
 * A worker of its own for a file of acts: the engine reads the catalogue and the coverage here once more, and answers each part of the file, so
 * that the page answers meanwhile. It ends with the file.
 */
import { EngineFailure, failureIn, type FailureCode } from "../../engine/failure";
import type { Basis } from "./basis";
import { type Answers, FileEvaluation, type Reading } from "./evaluation";

export type Question =
  | { kind: "start"; basis: Basis; reading: Reading }
  | { kind: "part"; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "finish" };

/** `written`: what is written again of the rows that were answered. */
export type Reply =
  | { kind: "started"; name: string; version: number; guaranteeNames: readonly string[] }
  | { kind: "unreadable" }
  | { kind: "part"; rows: number; written: string }
  | { kind: "done"; rows: number; written: string; answers: Answers }
  /** `code`: where it is the engine that failed. */
  | { kind: "failed"; cause: string; code: FailureCode | null };

let evaluation: FileEvaluation | null = null;
let last: Promise<unknown> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const answered = last.then(() => answer(data)).catch(failed);
  last = answered.then((reply) => postMessage(reply));
});

function failed(error: unknown): Reply {
  return { kind: "failed", cause: error instanceof Error ? error.message : String(error), code: failureIn(error) };
}

async function answer(question: Question): Promise<Reply> {
  if (question.kind === "start") return start(question.basis, question.reading);
  if (!evaluation) throw new Error("nothing is started");
  const written = question.kind === "part" ? evaluation.push(question.bytes) : evaluation.finish();
  const { length: rows } = evaluation;
  return question.kind === "part" ? { kind: "part", rows, written } : { kind: "done", rows, written, answers: evaluation.answers() };
}

/** The engine is fetched here: who waits for it before the first message would miss that. */
async function start({ catalog, coverage, nonConventioned }: Basis, reading: Reading): Promise<Reply> {
  const { LoadedCatalog, LoadedCoverage, OUTCOME_CODES } = await import("../../engine/engine");
  const { parseJson } = await import("../../kit/json/parse");
  const types = LoadedCatalog.read(parseJson(catalog), [...nonConventioned]);
  if (types.state === "failed") throw new EngineFailure(types.code);
  if (types.state !== "ready") return { kind: "unreadable" };
  const read = LoadedCoverage.read(types.value, parseJson(coverage), null);
  if (read.state === "failed") throw new EngineFailure(read.code);
  if (read.state !== "ready") return { kind: "unreadable" };
  const compiled = read.value;
  const { guaranteeNames, payload } = compiled;
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
    },
    reading,
  );
  return { kind: "started", name: payload.name, version: payload.version, guaranteeNames };
}
