/**
 * What becomes of a file of acts? One file at a time is evaluated, in a worker, and goes on while another view is open.
 *
 * A new file takes the place of the one before. What is shown was computed for the coverage as it was at the start.
 */
import { type Basis, diagnosticsOf, evaluateInWorker, UnreadableBasis } from "../../engine/batch-worker";
import { type Evaluation, OUTCOME_CODES } from "../../engine/engine";
import { notice, say, view } from "../../store/page";
import { loadExample } from "../documents/actions";
import { exampleFile } from "../documents/examples";
import { noticeWords } from "../documents/words";
import { basis, batch, type Batch, type Failure, type Format, type LookedAt, MOST_ROWS, type Phase, type Progress, type Result } from "./model";
import { findRows, type Part } from "./rows";
import { batchWords as b } from "./words";

/** The page is drawn again so often while a file is evaluated. */
const DRAWN_EVERY_MS = 100;
const SAID_EVERY_PERCENT = 25;

/** The newest; what an earlier one still answers is for nobody. */
let running: AbortController | null = null;

/** Files that were chosen or dropped: the first is evaluated. */
export async function evaluateFiles([file, ...others]: readonly File[]): Promise<void> {
  if (others.length > 0) say({ tone: "failed", text: b.leftOut(others.map(({ name }) => name)) });
  if (file) await evaluateFile(file);
}

/** The example file under the coverage in hand, or under that of the example where there is none. */
export async function evaluateExample(): Promise<void> {
  const text = await exampleFile().catch(() => null);
  if (text === null) return say({ tone: "failed", text: noticeWords.exampleFailed });
  if (basis.value === null) await loadExample();
  await evaluateFile(new File([text], b.exampleName, { type: "text/csv" }));
}

/** `format`: as a person says; else what the name of the file says, and its beginning where the name says nothing. */
export async function evaluateFile(file: File, format?: Format): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const now = basis.value;
  const begin = (format: Format, phase: Phase, said: string) => {
    batch.value = { file, format, basis: now, phase, shown: null, said };
  };
  // A first look at the file must not take long, but may fail.
  const beginning = format ?? (await formatOf(file).catch((error: unknown) => failureOf(error)));
  if (running !== controller) return;
  const failure = typeof beginning === "object" ? beginning : file.size === 0 ? ({ kind: "empty" } as const) : null;
  const chosen = typeof beginning === "object" ? "csv" : beginning;
  if (failure) return begin(chosen, { state: "failed", failure }, b.failure[failure.kind].title(file.name));
  if (now === null) return begin(chosen, { state: "waiting" }, b.waiting(file.name));
  begin(chosen, { state: "running", rows: 0, bytes: 0 }, b.saidStart(file.name));
  await run({ file, format: chosen, basis: now }, controller.signal);
}

/** What was evaluated, by the coverage as it is now. */
export function evaluateAgain(format?: Format): void {
  const now = batch.value;
  if (now) void evaluateFile(now.file, format ?? now.format);
}

export function showOutcome(outcome: LookedAt): void {
  show({ shown: outcome });
}

export function cancel(): void {
  const now = batch.value;
  if (now?.phase.state !== "running") return;
  running?.abort();
  batch.value = { ...now, phase: { ...now.phase, state: "cancelled" }, said: b.saidCancelled };
}

async function formatOf(file: File): Promise<Format | Failure> {
  if (/\.csv$/i.test(file.name)) return "csv";
  if (/\.(ndjson|jsonl)$/i.test(file.name)) return "ndjson";
  if (/\.json$/i.test(file.name)) return { kind: "json" };
  return /^\uFEFF?\s*\{/.test(await file.slice(0, 1024).text()) ? "ndjson" : "csv";
}

async function run({ file, format, basis }: { file: File; format: Format; basis: Basis }, signal: AbortSignal): Promise<void> {
  const parts: Part[] = [];
  let drawn = performance.now();
  const onProgress = ({ rows, bytes }: Progress) => {
    parts.push({ rows, bytes });
    if (signal.aborted || performance.now() - drawn < DRAWN_EVERY_MS) return;
    drawn = performance.now();
    show({ phase: { state: "running", rows, bytes }, said: saidOf(file, bytes) });
  };
  try {
    const evaluated = await evaluateInWorker(basis, file, { format, signal, onProgress });
    if (signal.aborted) return;
    const listed = listedOf(evaluated.evaluation);
    const result: Result = { ...evaluated, state: "done", listed, found: "reading" };
    const { length } = evaluated.evaluation;
    show({ phase: result, said: b.saidDone(length) });
    sayElsewhere(b.doneElsewhere(file.name, length));
    const wanted = new Set(Object.values(listed).flat());
    const found = await findRows(file, format === "csv", parts, wanted, signal).catch(() => "failed" as const);
    if (!signal.aborted) show({ phase: { ...result, found } });
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof UnreadableBasis) return show({ phase: { state: "waiting" }, said: b.waiting(file.name) });
    const failure = failureOf(error);
    const words = b.failure[failure.kind].title(file.name);
    show({ phase: { state: "failed", failure }, said: words });
    sayElsewhere(words, "failed");
  }
}

function show(change: Partial<Batch>): void {
  if (batch.value) batch.value = { ...batch.value, ...change };
}

/** Each quarter once: who listens is not to hear of every part. */
function saidOf(file: File, bytes: number): string {
  const percent = Math.floor((bytes / file.size) * (100 / SAID_EVERY_PERCENT)) * SAID_EVERY_PERCENT;
  return percent === 0 || percent === 100 ? (batch.value?.said ?? "") : b.saidProgress(percent);
}

/** Who has gone to another view reads it there, unless something else is offered. */
function sayElsewhere(text: string, tone: "done" | "failed" = "done"): void {
  if (view.value !== "batch" && notice.value === null) say({ tone, text });
}

function listedOf({ outcomes }: Evaluation): Result["listed"] {
  const rows = (outcome: LookedAt): number[] => {
    const code = OUTCOME_CODES.indexOf(outcome);
    const found: number[] = [];
    for (let at = outcomes.indexOf(code); at >= 0 && found.length < MOST_ROWS; at = outcomes.indexOf(code, at + 1)) found.push(at);
    return found;
  };
  return {
    invalid_act: rows("invalid_act"), unknown_care_type: rows("unknown_care_type"),
    ambiguous: rows("ambiguous"), undetermined: rows("undetermined"),
  };
}

/** A file that has changed or gone is the browser's to say; whatever else fails is the worker. */
function failureOf(error: unknown): Failure {
  const diagnostics = diagnosticsOf(error);
  if (diagnostics) return { kind: "header", diagnostics };
  const cause = error instanceof Error || error instanceof DOMException ? error.message : String(error);
  return { kind: error instanceof DOMException ? "unreadable" : "worker", cause };
}
