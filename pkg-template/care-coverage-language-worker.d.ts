/**
 * The language service in a worker: every question of "care-coverage/language" as a promise, so that a page never waits for an analysis.
 *
 *     import { createCoverageWorker, createLanguageService } from "care-coverage/language/worker";
 *
 *     const worker = await createCoverageWorker({ workers: 1 });
 *     const catalog = await worker.createCatalog(lists);
 *     const service = await createLanguageService(catalog, { language: "fr" });
 *     const document = await service.open(text, { kind: "coverage" });
 *     document.update([{ start: 120, end: 120, text: "D" }]);
 *     await document.completions(121, { signal });
 *
 * Questions are answered one after the other: one that is asked behind an `update` is of the text after it. A rejection is what the same
 * method of "care-coverage/language" throws, the `reason` of a signal, or an `Error` where the worker has failed.
 */
import type { TextDiagnostic, TextEdit } from "./index.js";
import type {
  CodeAction, Completion, Definition, DocumentKind, DocumentSymbol, Hover, LanguageServiceOptions, OpenOptions, Reference, Rename, RenameStart, Span,
} from "./language.js";
import type { AskOptions, CatalogInWorker, CoverageWorker, CoverageWorkerOptions } from "./worker.js";

export type { AskOptions };

/** As `createCoverageWorker` of "care-coverage/worker", with a worker that has the language service, too. A worker that the program makes
 *  itself is made of "care-coverage/language/worker/thread". */
export function createCoverageWorker(options?: CoverageWorkerOptions): Promise<CoverageWorker>;

/** Starts a service for a catalogue of a worker of this module. The catalogue stays the caller's. */
export function createLanguageService(catalog: CatalogInWorker, options?: LanguageServiceInWorkerOptions): Promise<LanguageServiceInWorker>;

export interface LanguageServiceInWorkerOptions extends LanguageServiceOptions, AskOptions {}

export interface LanguageServiceInWorker {
  open(text: string, options: OpenOptions & AskOptions): Promise<LanguageDocumentInWorker>;
  /** Frees all of its documents. May be called again. */
  free(): void;
  [Symbol.dispose](): void;
}

/** A text that is being edited, in the worker. */
export interface LanguageDocumentInWorker {
  readonly kind: DocumentKind;
  /** It cannot be taken back, so it has no signal. */
  update(edits: readonly TextEdit[]): Promise<void>;
  diagnostics(options?: AskOptions): Promise<TextDiagnostic[]>;
  completions(offset: number, options?: AskOptions): Promise<Completion[]>;
  hover(offset: number, options?: AskOptions): Promise<Hover | null>;
  codeActions(range: Span, options?: AskOptions): Promise<CodeAction[]>;
  definition(offset: number, options?: AskOptions): Promise<Definition | null>;
  references(offset: number, options?: AskOptions): Promise<Reference[]>;
  prepareRename(offset: number, options?: AskOptions): Promise<RenameStart | null>;
  rename(offset: number, name: string, options?: AskOptions): Promise<Rename>;
  symbols(options?: AskOptions): Promise<DocumentSymbol[]>;
  folding(options?: AskOptions): Promise<Span[]>;
  format(options?: AskOptions): Promise<TextEdit[]>;
  free(): void;
  [Symbol.dispose](): void;
}
