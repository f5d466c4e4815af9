import type { Acceptance } from "./acceptances";
import type { DiagnosticCode, DiagnosticSentences, RelatedSentence } from "./codes";
import type { Annotations, AsJson, JsonPatchOperation } from "./json";

// ───────────────────────────── diagnostics ─────────────────────────────

/** "error": the document must not be stored. "warning": it may be. "info": a hint. */
export type Severity = "error" | "warning" | "info";

/** The codes that this package itself gives to a call that is wrong: its `variant` is "call" then, and it names no values. */
export type CallCode = "wrong_type" | "unknown_field" | "missing_field" | "unreadable_value" | "too_large" | "out_of_range" | "out_of_memory";

/** What a diagnostic of a code may say: a sentence with the values that it names, or something of a call. */
export type DiagnosticSentence<C extends DiagnosticCode> = DiagnosticSentences[C] | (C extends CallCode ? { variant: "call"; params: {} } : never);

/** One problem of one document. `AnyDiagnostic` is the same as a union, in which the code tells the values. */
export interface Diagnostic<C extends DiagnosticCode = DiagnosticCode> {
  /** Stable snake_case identifier, see docs/codes.md; part of the API. The message is not. */
  code: C;
  severity: Severity;
  /** One line, lower-case start, no full stop, user input in backticks. */
  message: string;
  /** Which of the sentences of its code the message is; "" for the first, "call" for what only this package says of a call, such as
   *  a callback that is none, and which is no sentence. Part of the API. */
  variant: DiagnosticSentence<C>["variant"];
  /** The values that the message names; part of the API. A text is cut after 80 characters. Of a call with several arguments,
   *  `argument` names the one. */
  params: DiagnosticSentence<C>["params"] & { argument?: string };
  /** Where; of an unknown field its own place, of a missing field the object's. */
  pointer: string;
  /** Other places that explain this one (the first of two duplicates). */
  related: RelatedPlace[];
  /** JSON Patch (RFC 6902) on the given document that makes this diagnostic disappear, or null. */
  fix: JsonPatchOperation[] | null;
  /** What the fix does, in one line ("Replace by `DENTAL`"); null without a fix. */
  fix_title: string | null;
  /** Why it is meant. Only of a finding that is accepted, with the option `accepted: "info"`. */
  accepted?: string;
  /** Only from text: UTF-16 offsets of the value (of the key for `unknown_field` and `duplicate_key`, of the object for
   *  `missing_field`), and the 1-based line and column of its start. */
  range?: TextRange;
  /** Only from text: what to underline, a part of one line. Of an array or an object it is the key, where it has none the opening
   *  bracket; else the range. */
  mark?: TextRange;
  /** Only from text: the fix as edits of the text that keep its layout, ascending and apart from one another; null without a fix, and
   *  where a key occurs twice that the fix would remove or rename. */
  edits?: TextEdit[] | null;
}

/** A place in a text: UTF-16 offsets, and the line and the column of the start, from 1. */
export interface TextRange { start: number; end: number; line: number; column: number }

/** `text` instead of the UTF-16 units from `start` to `end`. */
export interface TextEdit { start: number; end: number; text: string }

/** One problem of a document that was given as a text. */
export interface TextDiagnostic extends Diagnostic {
  /** The value; of `unknown_field` and `duplicate_key` the key, of `missing_field` the object. */
  range: TextRange;
  mark: TextRange;
  edits: TextEdit[] | null;
  related: (RelatedPlace & { range: TextRange })[];
}

/** Another place in the same document, and what is there. */
export interface RelatedPlace {
  pointer: string;
  message: string;
  /** Which of the sentences of other places the message is; part of the API. */
  variant: RelatedSentence["variant"];
  params: RelatedSentence["params"];
  /** Only from text. */
  range?: TextRange;
}

/** A diagnostic of one of the codes: its code, and its variant, say which values it names.
 *
 *      for (const diagnostic of diagnostics as AnyDiagnostic[]) {
 *        if (diagnostic.code === "gap") show(diagnostic.params.act);
 *        if (diagnostic.code === "gap" && diagnostic.variant === "more") show(diagnostic.params.more);
 *      } */
export type AnyDiagnostic = { [C in DiagnosticCode]: Saying<C, DiagnosticSentence<C>> }[DiagnosticCode];

type Saying<C extends DiagnosticCode, S> = S extends DiagnosticSentence<C>
  ? Omit<Diagnostic<C>, "variant" | "params"> & { variant: S["variant"]; params: S["params"] & { argument?: string } }
  : never;

/** What a validation reports. */
export interface ValidateOptions extends Annotations {
  /** Codes not to report, see docs/codes.md. One that does not exist throws "unknown_code". */
  ignore?: readonly (DiagnosticCode | (string & {}))[] | ReadonlySet<DiagnosticCode | (string & {})> | undefined;
  /** By code, the severity of all its diagnostics. It changes nothing of what compiles; a code that leaves the meaning undefined (✗)
   *  can only be an "error". */
  severities?: { readonly [code: string]: Severity } | undefined;
  /** Findings that are meant; at most 1,000. Of findings that several accept, the first says why. */
  accept?: AsJson<Acceptance[]> | undefined;
  /** What becomes of accepted findings: they are left out, or each is an "info" whose `accepted` is the reason. Default "leave_out". */
  accepted?: "leave_out" | "info" | undefined;
  /** False leaves out overlap, gap and redundancy. Default true. */
  analysis?: boolean | undefined;
  /** The JSON Pointer of a part, such as "/guarantees/3": only its problems are reported, and those elsewhere that have a related place
   *  in it. The whole is judged, and pointers stay those of the whole. What leaves the part unread is reported, too. A text that is no
   *  pointer throws; a pointer to nothing does not. */
  within?: string | undefined;
}
