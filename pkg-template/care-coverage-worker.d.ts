/// <reference lib="esnext.disposable" />
/**
 * care-coverage in a worker: long work that does not freeze a page, with progress and cancellation.
 *
 *     import { createCoverageWorker } from "care-coverage/worker";
 *
 *     const worker = await createCoverageWorker();
 *     const catalog = await worker.createCatalog(lists);
 *     const coverage = await catalog.compileCoverage(payload);
 *     const { summary } = await coverage.evaluate(file, { format: "csv", onProgress: ({ rows }) => show(rows), signal });
 *
 * In browsers and their bundlers, Node, Bun, and Deno (`--allow-read`, of the worker's file). Rules that hold everywhere
 *  - Names, arguments and answers are those of "care-coverage", each as a promise. An input that cannot be used rejects with the
 *    `CoverageError` of "care-coverage" in this program, with the same diagnostics.
 *  - Arguments are copied when the call is made, and what is done with them later changes nothing. What cannot be copied (a
 *    function, a proxy, a getter that throws) rejects with the code "unreadable_value". A copy is plain: an instance of a class
 *    is read by its own properties. The acts of an iterable, or bytes of a source, are read as the evaluation comes to them.
 *  - `signal` rejects at once with its `reason`. What was not begun is not done; an analysis that was begun is done to its end
 *    in the worker, and what is asked after it waits. An evaluation stops after the part that is being answered, and stops
 *    reading its source.
 *  - Questions are answered in the order in which they are asked, by one worker; a question that is asked during an evaluation or a
 *    simulation waits for a part of it (some milliseconds), not for its end. These are shared with other workers, see `workers`.
 *  - After `free()` an object rejects with the code "freed"; what was asked before is answered.
 *  - A worker that cannot be loaded, that dies or that was closed rejects all that waits and everything later with an `Error`
 *    that says so. A worker that somebody else ends by `terminate()` reports to nobody in a browser: use `close()`.
 *  - In Node, Bun and Deno the worker does not keep the program alive while nothing is asked of it.
 */
import type {
  ActAmounts, ActCodes, ActColumns, ActExplanation, AmountComparison, AnalyzeOptions, AsJson, CareAct, CareTypeCatalogOptions,
  CareTypeEntry, CareTypeGroupEntry, CareTypeLists, CareTypeMappings, CatalogHit, ClaimColumns, ClaimDistributions, ClaimRow,
  CompareAmountsOptions, CoverageAnalysis, CoverageCareTypeSelector, CoverageDiff, CoverageOrStack, CoveragePayload, DeepReadonly,
  Diagnostic, DiffOptions, Evaluation, GivenAct, GuaranteeDecision, Headings, InternalCareType, JsonSchema, JsonSchemaOptions, KnownValues,
  LimitCounter, PricedColumns, ReimburseColumnsOptions, ReimburseManyOptions, ReimburseOptions, ReimbursedColumns, Reimbursement,
  Reimbursements, RequirementProfile, RequirementsOptions, RequirementsReport, ResolvedHeadings, SearchOptions, SelectorExplanation,
  SimulateOptions, Simulation, StackedReimbursement, TextDiagnostic, ValidateOptions,
} from "./index.js";

// What asks no engine needs no worker.
export { applyFixes, formatDiagnostics } from "./index.js";

/** Starts a worker. A module that this program has compiled is shared with it; else the worker alone loads the engine, in a browser
 *  by fetching `core.wasm`. Where it cannot (a bundler that leaves that file behind, a policy without `connect-src`), this program loads
 *  `care-coverage`. Rejects with an `Error` where the worker cannot be loaded. */
export function createCoverageWorker(options?: CoverageWorkerOptions): Promise<CoverageWorker>;

export interface CoverageWorkerOptions {
  /** How many workers there may be. Questions are asked to one; an evaluation or a simulation that is more than a few parts starts the
   *  others, which then stay. Default "all": one less than the processor's cores, at least one. 1 where a `worker` is given and no function
   *  that makes one. */
  workers?: number | "all" | undefined;
  /** A worker that the program made itself of "care-coverage/worker/thread", or a function that makes one: for bundlers that do not follow
   *  `new Worker(new URL(…))`, and for Parquet and Arrow in a browser. It belongs to the `CoverageWorker` then, whose `close()` ends it. */
  worker?: WorkerLike | (() => WorkerLike) | undefined;
  /** The compiled `WebAssembly.Module` of "care-coverage/core.wasm". Default: the one that `care-coverage` or
   *  `care-coverage/slim` was started with in this program. */
  module?: CompiledModule | undefined;
  /** The most bytes of memory that each worker's engine may take, as for `init`. Default: what `init` gave to this program's. */
  maxMemory?: number | undefined;
}

/** A `Worker` of browsers, Deno and Bun, or one of `node:worker_threads`. */
export type WorkerLike = WebWorkerLike | NodeWorkerLike;

/** What of a web worker is used. */
export interface WebWorkerLike {
  postMessage(message: unknown, transfer: any[]): void;
  terminate(): unknown;
  addEventListener(type: string, listener: (event: any) => void): void;
}

/** What of a worker of `node:worker_threads` is used. */
export interface NodeWorkerLike {
  postMessage(message: unknown, transfer: any[]): void;
  terminate(): unknown;
  on(event: string, listener: (value: any) => void): unknown;
  ref?(): unknown;
  unref?(): unknown;
}

/** The compiled `WebAssembly.Module`, of which TypeScript knows no more than that it is an object. */
export type CompiledModule = object;

/** What of an `AbortSignal` is used. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: any;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** What every question takes. */
export interface AskOptions {
  /** Rejects the question with its `reason`. */
  signal?: AbortSignalLike | undefined;
}

/** A worker. An engine that fails is replaced
 *  as this program's is: what it was asked is rejected with "out_of_memory" or "internal", and objects made before with "stale". */
export interface CoverageWorker {
  /** A `CareTypeCatalog` in the worker; rejects for data or options that cannot be used. */
  createCatalog(data: AsJson<CareTypeMappings> | AsJson<CareTypeLists>, options?: DeepReadonly<CareTypeCatalogOptions> & AskOptions): Promise<CatalogInWorker>;
  /** What coverages of this worker pay for one act, one after the other. */
  reimburseStack(
    coverages: readonly CoverageInWorker[], act: AsJson<CareAct & ActAmounts>, counters?: DeepReadonly<LimitCounter[][]>, options?: ReimburseOptions & AskOptions,
  ): Promise<StackedReimbursement>;
  /** What claims would have cost, as `simulate` of the package says it, by all workers: a File, a Blob, a Response, a stream, bytes or a
   *  string with a `format`; or what `simulate` takes in memory. Rejects for what `simulate` throws, for a source that fails, and for
   *  a Parquet or Arrow file that is damaged or has a column of another type. `parquet` needs the package `hyparquet`, `arrow` the package
   *  `apache-arrow`, and loads them when they are asked for. A worker holds some pieces of the source and the packed rows under limits. */
  simulate(
    current: CoverageOrStack<CoverageInWorker>, draft: CoverageOrStack<CoverageInWorker> | null, claims: ClaimSource, options?: WorkerSimulateOptions,
  ): Promise<Simulation>;
  /** Ends the worker and resolves when it has ended; what is being asked is rejected. May be called again. */
  close(): Promise<void>;
}

/** A `CareTypeCatalog` in the worker: its questions, each as a promise. `toJSON` is not among them: nobody could wait for it. */
export interface CatalogInWorker {
  readonly careTypeCount: number;
  readonly careTypeGroupCount: number;
  readonly diagnostics: readonly Diagnostic[];
  getCareTypeMappings(options?: AskOptions): Promise<CareTypeMappings>;
  careType(code: string, options?: AskOptions): Promise<CareTypeEntry | null>;
  group(code: string, options?: AskOptions): Promise<CareTypeGroupEntry | null>;
  membersOf(group: string, options?: AskOptions): Promise<readonly CareTypeEntry[] | null>;
  groupsOf(careType: string, options?: AskOptions): Promise<readonly CareTypeGroupEntry[] | null>;
  search(text: string, options?: SearchOptions & AskOptions): Promise<CatalogHit[]>;
  knownValues(options?: AskOptions): Promise<KnownValues>;
  jsonSchema(options?: JsonSchemaOptions & AskOptions): Promise<JsonSchema>;
  getCareTypesFromSelector(selector: AsJson<CoverageCareTypeSelector>, options?: AskOptions): Promise<InternalCareType[]>;
  explainSelector(selector: AsJson<CoverageCareTypeSelector>, options?: AskOptions): Promise<SelectorExplanation>;
  headings(headings: AsJson<Headings>, options?: AskOptions): Promise<ResolvedHeadings>;
  /** All diagnostics of a payload of any shape. */
  validateCoverage(payload: unknown, options?: ValidateOptions & AskOptions): Promise<Diagnostic[]>;
  /** The same for a JSON text, with ranges. */
  validateCoverageText(text: string | Uint8Array, options?: ValidateOptions & AskOptions): Promise<TextDiagnostic[]>;
  /** All diagnostics of one guarantee, which is in no coverage yet. */
  validateGuarantee(guarantee: unknown, options?: Omit<ValidateOptions, "within"> & AskOptions): Promise<Diagnostic[]>;
  /** The coverage, or null where the meaning is undefined; either way what is said of the payload without analysis. */
  tryCompile(payload: unknown, options?: AskOptions): Promise<CompileResultInWorker>;
  tryCompileText(text: string | Uint8Array, options?: AskOptions): Promise<CompileResultInWorker<TextDiagnostic>>;
  /** Rejects with all problems that leave the meaning undefined. */
  compileCoverage(payload: AsJson<CoveragePayload>, options?: AskOptions): Promise<CoverageInWorker>;
  /** Gives the worker's memory back. Without it, garbage collection does so some time later. */
  free(): void;
  [Symbol.dispose](): void;
}

/** The answer of `tryCompile`. */
export type CompileResultInWorker<D extends Diagnostic = Diagnostic> = { coverage: CoverageInWorker | null; diagnostics: D[] };

/** A compiled `Coverage` in the worker: its questions, each as a promise. It survives its catalogue's `free()`. */
export interface CoverageInWorker {
  readonly name: string;
  readonly version: number;
  /** In payload order. */
  readonly guaranteeNames: readonly string[];
  /** A new coverage, which reuses what this one's analysis found. */
  withPayload(payload: AsJson<CoveragePayload>, options?: AskOptions): Promise<CoverageInWorker>;
  toPayload(options?: AskOptions): Promise<CoveragePayload>;
  careTypesOf(guarantee: string, options?: AskOptions): Promise<string[]>;
  guaranteesFor(act: GivenAct, options?: AskOptions): Promise<GuaranteeDecision>;
  guaranteesForText(text: string | Uint8Array, options?: AskOptions): Promise<GuaranteeDecision>;
  explain(act: GivenAct, options?: AskOptions): Promise<ActExplanation>;
  explainText(text: string | Uint8Array, options?: AskOptions): Promise<ActExplanation>;
  evaluateColumns(columns: Readonly<ActColumns>, options?: AskOptions): Promise<Evaluation>;
  reimburseColumns(columns: Readonly<PricedColumns>, options?: ReimburseColumnsOptions & AskOptions): Promise<ReimbursedColumns>;
  actCodes(options?: AskOptions): Promise<ActCodes>;
  validate(payload: unknown, options?: ValidateOptions & AskOptions): Promise<Diagnostic[]>;
  validateText(text: string | Uint8Array, options?: ValidateOptions & AskOptions): Promise<TextDiagnostic[]>;
  reimburse(act: AsJson<CareAct & ActAmounts>, counters?: DeepReadonly<LimitCounter[]>, options?: ReimburseOptions & AskOptions): Promise<Reimbursement>;
  reimburseText(text: string | Uint8Array, counters?: DeepReadonly<LimitCounter[]>, options?: ReimburseOptions & AskOptions): Promise<Reimbursement>;
  reimburseMany(
    acts: readonly AsJson<CareAct & ActAmounts>[], counters?: DeepReadonly<LimitCounter[]>, options?: ReimburseManyOptions & AskOptions,
  ): Promise<Reimbursements>;
  /** Acts that two guarantees claim, acts that match nothing, mappings that do nothing. */
  analyze(options?: AsJson<AnalyzeOptions> & AskOptions): Promise<CoverageAnalysis>;
  checkRequirements(profile: AsJson<RequirementProfile>, options: AsJson<RequirementsOptions> & AskOptions): Promise<RequirementsReport>;
  /** What changes for members when `next`, a coverage of the same worker, replaces this one. */
  diff(next: CoverageInWorker, options?: DiffOptions & AskOptions): Promise<CoverageDiff>;
  /** At which amounts `next`, a coverage of the same worker, pays more or less than this one. */
  compareAmounts(next: CoverageInWorker, options: CompareAmountsOptions & AskOptions): Promise<AmountComparison>;
  /**
   * Many acts: the answer of `Coverage.evaluateText`, where a format is given, and of `Coverage.evaluate` elsewhere. Neither this
   * program nor the worker ever holds more of a source than a few parts of it; the answer takes 5 bytes for each act.
   * An error of the source (a stream, an iterator, a file that has gone, a response whose `ok` is false) rejects the evaluation,
   * and so does an error that `onProgress` throws. A source that is not read to its end is cancelled.
   */
  evaluate(acts: ActSource, options?: EvaluateOptions): Promise<Evaluation>;
  /** The same for a text, named as in the package. */
  evaluateText(text: TextSource, format: "ndjson" | "csv", options?: Omit<EvaluateOptions, "format">): Promise<Evaluation>;
  /** Gives the worker's memory back. Without it, garbage collection does so some time later. */
  free(): void;
  [Symbol.dispose](): void;
}

/** With a format, a text: a File or a Blob, a Response, a stream or an iterable of bytes, bytes, or a string. Without one, acts as
 *  objects: an array or an iterable of any kind. */
export type ActSource = TextSource | Iterable<GivenAct> | AsyncIterable<GivenAct>;

/** A text of acts, in UTF-8 where it is bytes. */
export type TextSource =
  | BlobLike | ResponseLike | ByteStreamLike | AsyncIterable<Uint8Array> | Iterable<Uint8Array> | Uint8Array | string;

/** What of a `File` or a `Blob` is used. */
export interface BlobLike {
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** What of a `Response` is used. One whose `ok` is false is no text of acts: it rejects. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: ByteStreamLike | null;
}

/** What of a `ReadableStream` of bytes is used. */
export interface ByteStreamLike {
  getReader(): {
    read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
    cancel(reason?: unknown): Promise<unknown>;
  };
}

/** Claims: a text or a file with a `format`, else what `simulate` takes in memory, or an iterable of rows. */
export type ClaimSource =
  | TextSource | readonly AsJson<ClaimRow>[] | ClaimColumns | AsJson<ClaimDistributions> | Iterable<AsJson<ClaimRow>> | AsyncIterable<AsJson<ClaimRow>>;

export interface WorkerSimulateOptions extends SimulateOptions, AskOptions {
  /** Called after each part that was read, and once more at the end. */
  onProgress?: ((progress: EvaluationProgress) => void) | undefined;
}

export interface EvaluateOptions extends AskOptions {
  /** Of a text; "wrong_type" where a text has none, or objects have one. */
  format?: "ndjson" | "csv" | undefined;
  /** Called after each part that is answered, in order. */
  onProgress?: ((progress: EvaluationProgress) => void) | undefined;
}

export interface EvaluationProgress {
  /** Rows that are answered. */
  rows: number;
  /** Bytes of the text that are answered; 0 for objects. */
  bytes: number;
  /** Bytes that the whole text has, where that is known before its end: of a File or a Blob, of bytes, and of a Response that says
   *  so and is not compressed; else null. */
  totalBytes: number | null;
}
