/**
 * A worker of its own for a file of acts: the engine reads the catalogue and the coverage here once more, and answers each part of the file, so
 * that the page answers meanwhile. It ends with the file.
 *
 * Of `sides`, the file is written again with what both pay for each row.
 */
import { EngineFailure, failureIn, type FailureCode } from "../../engine/failure";
import type { SimulatedSides } from "../../engine/amounts";
import type { LoadedCoverage } from "../../engine/engine";
import type { Basis } from "./basis";
import { type Answers, FileEvaluation, type Reading, type Side } from "./evaluation";
import { ParquetFile } from "./parquet-file";

export type Question =
  | { kind: "start"; basis: Basis; reading: Reading; sides?: SimulatedSides | null; isParquet?: boolean }
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
  const stacks = sides ? await Promise.all([sides.current, sides.draft ?? []].map((stack) => Promise.all(stack.map(coverageOf)))) : null;
  const { guaranteeNames, payload } = compiled;
  const side = (stack: readonly (LoadedCoverage | null)[] | undefined): Side | null => {
    const found = (stack ?? []).filter((coverage) => coverage !== null);
    return found.length > 0 ? sideOf(found) : null;
  };
  const current = side(stacks?.[0]);
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
      ...(current && { sides: { current, draft: side(stacks?.[1]) } }),
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

/** A coverage, or a base and its options: an act is covered where one of them covers it. */
function sideOf(stack: readonly LoadedCoverage[]): Side {
  const [base, ...options] = stack;
  return (act) => {
    const given = act as unknown as Parameters<LoadedCoverage["reimburse"]>[0];
    const answer = base!.reimburseStack(options, given);
    if (!answer.ok) return { outcome: "invalid_act", guarantee: "", reimbursed: answer };
    const { results, totals } = answer.value;
    const covering = results.filter(({ outcome }) => outcome === "covered");
    const decisive = results.find(({ outcome }) => outcome !== "covered" && outcome !== "not_covered") ?? covering[0] ?? results[0]!;
    const missing = [...new Set(results.flatMap((result) => result.missing))];
    return { outcome: decisive.outcome, guarantee: covering.flatMap(({ guarantee }) => guarantee ?? []).join(" + "), reimbursed: { ok: true, value: { amounts: totals, missing } } };
  };
}
