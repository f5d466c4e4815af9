/**
 * Which file is in hand, what do its columns mean, and what becomes of its rows, each on its own? One file at a time, in a worker; it goes
 * on while another view is open.
 *
 * A new file takes the place of the one before. What is shown was computed for the coverage as it was at the start.
 */
import { EngineFailure } from "../../engine/failure";
import { isUnfolded } from "../../store/lists";
import { notice, say, view } from "../../store/page";
import { keepFile, keptFile } from "../../store/files";
import { rememberedFields, rememberFields } from "../../store/mappings";
import { catalog } from "../../store/readings";
import { loadExample } from "../documents/actions";
import { exampleFile } from "../documents/examples";
import { noticeWords } from "../documents/words";
import { UnreadableBasis } from "./basis";
import { forgetCosts, lookUpChoices, simulateFile } from "./cost-actions";
import { chosenPart, type Part, part } from "./cost-model";
import { type Field, FIELDS } from "./fields";
import { look, type Table } from "./layout";
import { lookAtColumns } from "./columnar";
import { basis, actsFile, type ActsFile, COLUMNS, type Failure, isReadable, type LookedAt, type Phase, type Result } from "./model";
import { type Format, isColumnar } from "./format";
import { isNationalHeader } from "./national";
import { readingOf } from "./reading";
import { type Progress, runFile } from "./run";
import { fileWords as b } from "./words";

/** The page is drawn again so often while a file is evaluated. */
const DRAWN_EVERY_MS = 100;
const SAID_EVERY_PERCENT = 25;

/** The newest of each; what an earlier one still answers is for nobody. What is computed of the file before does not end the taking of the next. */
let taking: AbortController | null = null;
let running: AbortController | null = null;

const NOTHING_YET = { look: null, fields: [], isNational: false, basis: null, phase: { state: "waiting" }, before: null, shown: null, said: "", isKept: null } as const;

interface Choices {
  format?: Format;
  fields?: readonly (Field | null)[];
  /** Whether a file with the header of the national base is read as such. */
  isNational?: boolean;
}

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
export async function evaluateFile(file: File, choices: Choices = {}): Promise<void> {
  const signal = nextTaking();
  const isTaken = await takeFile(file, choices, signal);
  await lookUpChoices();
  if (isTaken && !signal.aborted) await begin();
}

/** The file in hand, its beginning looked at; false where there is nothing to compute of it. */
async function takeFile(file: File, { format: asked, fields: chosen, isNational: isAsked = true }: Choices, signal: AbortSignal): Promise<boolean> {
  try {
    const format = asked ?? (await formatOf(file));
    signal.throwIfAborted();
    const isUsable = format !== "json" && file.size > 0;
    const seen = !isUsable ? null : isColumnar(format) ? await lookAtColumns(file, format) : await look(file, format === "csv");
    signal.throwIfAborted();
    const isNational = isAsked && seen?.table != null && isNationalHeader(seen.table.header);
    const fields = isNational ? seen.table!.header.map(() => null) : seen?.table ? fieldsFor(seen.table, chosen) : [];
    const kind = format === "json" ? "csv" : format;
    putInHand({ ...NOTHING_YET, file, format: kind, look: seen, fields, isNational });
    if (!isUsable) {
      fail({ kind: format === "json" ? "json" : "empty" });
      return false;
    }
    isUnfolded(COLUMNS).value = fields.some((field, column) => field !== null && field !== seen?.table?.header[column]);
    void keep();
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    putInHand({ ...NOTHING_YET, file, format: asked ?? "csv" });
    fail({ kind: "unreadable", cause: causeOf(error) });
    return false;
  }
}

/** What is computed of the file before is for nobody. */
function putInHand(next: ActsFile): void {
  running?.abort();
  forgetCosts();
  actsFile.value = next;
}

/** What is in hand, by the coverage as it is now. */
export async function evaluate(): Promise<void> {
  const now = actsFile.value;
  if (!now?.look) return;
  const signal = nextRun();
  const before = now.phase.state === "done" ? now.phase : now.before;
  const start = (phase: Phase, said: string) => show({ phase, said, before, basis: basis.value });
  if (now.look.table && !now.fields.includes("care_type")) return start({ state: "columns" }, b.columns.needed);
  if (basis.value === null || !isReadable.value) return start({ state: "waiting" }, b.waiting(now.file.name));
  start({ state: "running", rows: 0, bytes: 0 }, b.saidStart(now.file.name));
  await run({ ...now, basis: basis.value }, signal);
}

export function readAsNational(isNational: boolean): void {
  const now = actsFile.value;
  if (now) void evaluateFile(now.file, { format: now.format, isNational });
}

export function evaluateAs(format: Format): void {
  if (actsFile.value) void evaluateFile(actsFile.value.file, { format });
}

/** A column means something else, or nothing. A field has one column at most. */
export function setField(column: number, field: Field | null): void {
  const now = actsFile.value;
  if (!now) return;
  const fields = now.fields.map((other, position) => (position === column ? field : other === field ? null : other));
  show({ fields });
  const header = now.look?.table?.header;
  if (header) rememberFields(header, fields);
  void keep();
  void begin();
}

/** What of the answers is shown; what is not computed yet is asked when it is first looked at. */
export function showPart(shown: Part): void {
  chosenPart.value = shown;
}

/** The file that this tab had in hand before a reload. What is computed of it is asked once somebody looks. */
export async function bringBack(): Promise<void> {
  if (taking) return;
  const kept = await keptFile();
  if (!kept || taking) return;
  await takeFile(kept.file, JSON.parse(kept.choices) as Choices, nextTaking());
}

export function showOutcome(outcome: LookedAt): void {
  show({ shown: outcome });
}

export function cancel(): void {
  const now = actsFile.value;
  if (now?.phase.state !== "running") return;
  running?.abort();
  show({ phase: { ...now.phase, state: "cancelled" }, said: b.saidCancelled });
}

function nextTaking(): AbortSignal {
  taking?.abort();
  taking = new AbortController();
  return taking.signal;
}

function nextRun(): AbortSignal {
  running?.abort();
  running = new AbortController();
  return running.signal;
}

/** What the part in front shows of the file. */
function begin(): Promise<void> {
  return part.value === "costs" ? simulateFile() : evaluate();
}

async function keep(): Promise<void> {
  const now = actsFile.value;
  if (!now) return;
  const isKept = await keepFile({ file: now.file, choices: JSON.stringify({ format: now.format, fields: now.fields, isNational: now.isNational } satisfies Choices) });
  if (actsFile.value?.file === now.file) show({ isKept });
}

/** What a person has said of this file, or of one with the same columns; else what the headings say. */
function fieldsFor({ header, fields: guessed }: Table, chosen: Choices["fields"]): readonly (Field | null)[] {
  const said = chosen?.length === guessed.length ? chosen : rememberedFields(header);
  return said ? said.map((field) => FIELDS.find((known) => known === field) ?? null) : guessed;
}

async function formatOf(file: File): Promise<Format | "json"> {
  if (/\.(csv|tsv|tab)$/i.test(file.name)) return "csv";
  if (/\.parquet$/i.test(file.name)) return "parquet";
  if (/\.(arrow|arrows|feather|ipc)$/i.test(file.name)) return "arrow";
  if (/\.(ndjson|jsonl)$/i.test(file.name)) return "ndjson";
  if (/\.json$/i.test(file.name)) return "json";
  const beginning = await file.slice(0, 1024).text();
  if (beginning.startsWith("PAR1")) return "parquet";
  if (beginning.startsWith("ARROW1")) return "arrow";
  return /^\uFEFF?\s*\{/.test(beginning) ? "ndjson" : "csv";
}

async function run({ file, format, look, fields, basis }: ActsFile, signal: AbortSignal): Promise<void> {
  const types = catalog.value;
  if (!look || !basis || types.state !== "ready") return;
  let drawn = performance.now();
  const onProgress = ({ rows, bytes }: Progress) => {
    if (signal.aborted || performance.now() - drawn < DRAWN_EVERY_MS) return;
    drawn = performance.now();
    show({ phase: { state: "running", rows, bytes }, said: saidOf(file, bytes) });
  };
  try {
    const reading = readingOf(look, fields, types.value);
    const evaluated = await runFile({ basis, file, format, reading, signal, onProgress });
    if (signal.aborted) return;
    const result: Result = { ...evaluated, state: "done", reading };
    const { length } = evaluated.answers;
    show({ phase: result, before: null, said: b.saidDone(length) });
    sayElsewhere(b.doneElsewhere(file.name, length));
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof UnreadableBasis) return show({ phase: { state: "waiting" }, said: b.waiting(file.name) });
    const failure = failureOf(error);
    fail(failure);
    sayElsewhere(b.failure[failure.kind].title(file.name), "failed");
  }
}

function show(change: Partial<ActsFile>): void {
  if (actsFile.value) actsFile.value = { ...actsFile.value, ...change };
}

function fail(failure: Failure): void {
  if (actsFile.value) show({ phase: { state: "failed", failure }, before: null, said: b.failure[failure.kind].title(actsFile.value.file.name) });
}

/** Each quarter once: who listens is not to hear of every part. */
function saidOf(file: File, bytes: number): string {
  const percent = Math.floor((bytes / file.size) * (100 / SAID_EVERY_PERCENT)) * SAID_EVERY_PERCENT;
  return percent === 0 || percent === 100 ? (actsFile.value?.said ?? "") : b.saidProgress(percent);
}

/** Who has gone to another view reads it there, unless something else is offered. */
function sayElsewhere(text: string, tone: "done" | "failed" = "done"): void {
  if (view.value !== "simulate" && notice.value === null) say({ tone, text });
}

/** A file that has changed or gone is the browser's to say; whatever else fails is the worker. */
export function failureOf(error: unknown): Failure & { cause: string } {
  return { kind: error instanceof DOMException ? "unreadable" : "worker", cause: causeOf(error) };
}

function causeOf(error: unknown): string {
  if (error instanceof EngineFailure) return b.engine[error.code];
  return error instanceof Error || error instanceof DOMException ? error.message : String(error);
}
