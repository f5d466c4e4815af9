import type { Diagnostic, TextDiagnostic, TextEdit } from "./diagnostics";

// ───────────────────────────── diagnostics of texts: fixes and code frames ─────────────────────────────

export interface ApplyFixesOptions<D extends Diagnostic = TextDiagnostic> {
  /** What is wrong with a changed text, for example `(text) => catalog.validateCoverageText(text)`. With it, fixes are applied until none
   *  is left; without it, once. */
  again?: ((text: string) => D[]) | undefined;
}

export interface AppliedFixes<D extends Diagnostic = TextDiagnostic> {
  text: string;
  /** Those whose fix was applied, each as it was found. */
  applied: D[];
  /** With `again`, what it says of the text above; else those whose fix was not applied. */
  left: D[];
}

/**
 * Applies the fixes of the diagnostics of a text, all those whose `edits` lie apart from one another, and keeps its layout.
 *
 *     const { text, left } = applyFixes(before, catalog.validateCoverageText(before), { again: (text) => catalog.validateCoverageText(text) });
 *
 * Of two fixes that do not go together, such as one name for two guarantees, the first in the text is applied; `again` then offers the other
 * if it still helps, and where several fixes together bring an error, fewer are applied at once. What is `accepted` is left as it is. Ends
 * after 1,000 rounds. Asks no engine by itself.
 */
export function applyFixes<D extends Diagnostic = TextDiagnostic>(
  text: string,
  diagnostics: readonly D[],
  options?: ApplyFixesOptions<D>,
): AppliedFixes<D>;

export interface FormatDiagnosticsOptions {
  /** Of the words around a message ("error", "fix"). Default "en". */
  language?: "en" | "fr" | undefined;
  /** Colours of a terminal (ANSI). Default false. */
  color?: boolean | undefined;
  /** Said before line and column. */
  file?: string | undefined;
  /** The diagnostic in the language, for example `translate` of "care-coverage/words". */
  translate?: ((diagnostic: Diagnostic, language: "en" | "fr") => Diagnostic) | undefined;
}

/**
 * Diagnostics for a terminal or a log: each with its place, the line, what is marked of it, related places and what its fix does. Empty for
 * none. Of a value instead of a text, the pointer says the place.
 *
 *     error[unknown_care_type]: unknown care type `CROWM`; did you mean `CROWN`?
 *      --> basic.json:9:44
 *       |
 *     9 |           "include_care_types": ["CROWM"]
 *       |                                  ^^^^^^^
 *     fix: Replace by `CROWN`
 */
export function formatDiagnostics(text: string, diagnostics: readonly Diagnostic[], options?: FormatDiagnosticsOptions): string;
