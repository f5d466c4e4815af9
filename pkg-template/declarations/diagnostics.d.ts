import type { JsonPatchOperation } from "./json";

// ───────────────────────────── diagnostics ─────────────────────────────

/** "error": the document must not be stored. "warning": it may be. "info": a hint. */
export type Severity = "error" | "warning" | "info";

/** One problem of one document. */
export interface Diagnostic {
  /** Stable snake_case identifier, see docs/codes.md; part of the API. The message is not. */
  code: string;
  severity: Severity;
  /** One line, lower-case start, no full stop, user input in backticks. */
  message: string;
  /** Where; of an unknown field its own place, of a missing field the object's. */
  pointer: string;
  /** Other places that explain this one (the first of two duplicates). */
  related: { pointer: string; message: string }[];
  /** JSON Patch (RFC 6902) on the given document that makes this diagnostic disappear, or null. */
  fix: JsonPatchOperation[] | null;
  /** Only from text: UTF-16 offsets of the value (of the key for `unknown_field` and `duplicate_key`, of the object for
   *  `missing_field`), and the 1-based line and column of its start. */
  range?: TextRange;
}

/** A place in a text: UTF-16 offsets, and the line and the column of the start, from 1. */
export interface TextRange { start: number; end: number; line: number; column: number }

/** One problem of a document that was given as a text. */
export interface TextDiagnostic extends Diagnostic {
  /** The value; of `unknown_field` and `duplicate_key` the key, of `missing_field` the object. */
  range: TextRange;
}

/** What a validation reports. */
export interface ValidateOptions {
  /** Codes not to report, see docs/codes.md. */
  ignore?: readonly string[] | ReadonlySet<string> | undefined;
  /** False leaves out overlap, gap and redundancy. Default true. */
  analysis?: boolean | undefined;
}
