/**
 * Monaco for texts of this package: problems with what mends them, completion, hovers, folding, formatting, names.
 *
 *     import { createLanguageService } from "care-coverage/language";
 *     import { careCoverage } from "care-coverage/monaco";
 *     import * as monaco from "monaco-editor";
 *
 *     const editing = careCoverage(monaco, createLanguageService(catalog, { language: "fr" }));
 *     editing.attach(editor.getModel(), { kind: "coverage" });
 *
 * It imports nothing: which Monaco it is, the program says. Problems of the JSON language of Monaco itself come in addition, unless its
 * `jsonDefaults` are set not to validate.
 */
import type * as Monaco from "monaco-editor";
import type { Language, LanguageService, OpenOptions } from "./language.js";
import type { LanguageServiceInWorker } from "./language/worker.js";

/** Registers the providers, once for a service; they answer for models that are attached. The service answers in the program, or in a worker. */
export function careCoverage(monaco: MonacoModule, service: LanguageService | LanguageServiceInWorker, options?: CareCoverageOptions): CareCoverageEditing;

/** What is asked of it: all of `monaco-editor`, or `monaco-editor/editor` with the features that the program registers. */
export type MonacoModule = Pick<typeof Monaco, "editor" | "languages" | "MarkerSeverity">;

export interface CareCoverageOptions {
  /** The language of the models, by Monaco's id. Default "json". */
  languageId?: string | undefined;
  /** Of the one sentence that is the adapter's own; what the service says is in the service's language. Default "en". */
  language?: Language | undefined;
  /** Problems are looked for so many milliseconds after the last change. Default 200. */
  delay?: number | undefined;
}

export interface CareCoverageEditing {
  /** Opens the text of a model, and marks its problems from then on, until what it gives is disposed of, or the model is. */
  attach(model: Monaco.editor.ITextModel, options: OpenOptions): Monaco.IDisposable;
  /** Takes back everything. The service stays the caller's. */
  dispose(): void;
}
