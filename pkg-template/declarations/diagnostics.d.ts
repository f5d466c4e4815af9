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
  fix: { op: "add" | "remove" | "replace" | "move"; path: string; from?: string; value?: unknown }[] | null;
  /** Only from text: UTF-16 offsets of the value (of the key for `unknown_field` and `duplicate_key`, of the object for
   *  `missing_field`), and the 1-based line and column of its start. */
  range?: { start: number; end: number; line: number; column: number };
}

/** What a JSON text says (RFC 8259, a string or UTF-8; a byte order mark is skipped), read more strictly than by `JSON.parse`: throws
 *  "invalid_json" alone; else each "duplicate_key", a key that occurs twice in one object, of which readers take one or the other;
 *  "invalid_string" for half a character, "too_deep" and "too_large". Each with its `range`. */
export function readJsonText(text: string | Uint8Array): unknown;

/** An input that cannot be used; or the end of an engine, with the codes "out_of_memory" and "internal" and what was thrown as its
 *  `cause`. */
export class CoverageError extends Error {
  /** The code of the first error among `diagnostics`. */
  readonly code: string;
  /** Every problem that made the input unusable, sorted by pointer, then code. */
  readonly diagnostics: Diagnostic[];
  constructor(diagnostics: Diagnostic[]);
}
