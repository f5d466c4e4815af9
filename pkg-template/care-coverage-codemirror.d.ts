/**
 * CodeMirror 6 for texts of this package: problems with what mends them, completion, hovers, folding, formatting, renaming.
 *
 *     import { createLanguageService } from "care-coverage/language";
 *     import { careCoverage } from "care-coverage/codemirror";
 *     import { basicSetup, EditorView } from "codemirror";
 *
 *     const service = createLanguageService(catalog, { language: "fr" });
 *     new EditorView({ parent, doc: text, extensions: [basicSetup, careCoverage(service, { kind: "coverage", language: "fr" })] });
 *
 * It needs `@codemirror/autocomplete`, `lang-json`, `language`, `lint`, `state` and `view`, which `codemirror` and `@codemirror/lang-json` bring.
 * Each editor opens a text of its own, and frees it when the editor is destroyed; the service stays the caller's.
 */
import type { Extension } from "@codemirror/state";
import type { Command, EditorView } from "@codemirror/view";
import type { TextEdit } from "./index.js";
import type { DocumentKind, Language, LanguageService } from "./language.js";
import type { LanguageServiceInWorker } from "./language/worker.js";

/** One extension with all of it, and JSON. The service answers in the program, or in a worker, so that typing never waits for it. */
export function careCoverage(service: LanguageService | LanguageServiceInWorker, options: CareCoverageOptions): Extension;

export interface CareCoverageOptions {
  /** What the text is. */
  kind: DocumentKind;
  /** Of the few words of the panels; what the service says is in the service's language. Other words are `EditorState.phrases`, by the English
   *  ones. Default "en". */
  language?: Language | undefined;
  /** Problems are looked for so many milliseconds after the last key. Default 200. */
  delay?: number | undefined;
  /** False: the program finds the problems and shows them by `showProblems`. Default true. */
  lint?: boolean | undefined;
  /** Makes the edits of a fix, an action, a format or a new name, in place of the editor: for a program that keeps the text itself. Edits are
   *  ascending, and of the text as it is in the editor. */
  apply?: ((edits: readonly TextEdit[], view: EditorView) => void) | undefined;
}

/** A problem as it is marked: a `TextDiagnostic`, or what has as much of it. */
export interface Problem {
  /** What is underlined: offsets, with `\n` as line break. */
  readonly mark: { readonly start: number; readonly end: number };
  /** "hint": it is marked quietly, and `nextProblem` leads past it while there is another. */
  readonly severity: "error" | "warning" | "info" | "hint";
  /** A sentence, with code in backticks. */
  readonly message: string;
  readonly code?: string | undefined;
  /** What mends it. */
  readonly edits?: readonly TextEdit[] | null | undefined;
  readonly fix_title?: string | null | undefined;
  readonly related?: readonly { readonly range: { readonly start: number; readonly line: number }; readonly message: string }[] | undefined;
}

/** Marks these problems, in place of those that are marked. They must be of the text that is in the editor. */
export function showProblems(view: EditorView, problems: readonly Problem[]): void;

/** Goes to the next problem and shows it. F8. */
export const nextProblem: Command;
/** Goes to the problem before. Shift-F8. */
export const previousProblem: Command;
/** Opens a panel for the new name of what is at the cursor: a guarantee, a key of limits, a class. F2. */
export const rename: Command;
/** Opens a panel with what can be done with the selection. Ctrl-. or ⌘. */
export const codeActions: Command;
/** Sets the text out on lines anew. Shift-Alt-F. */
export const format: Command;
