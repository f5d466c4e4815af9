/**
 * What an editor of coverages, catalogues, acts and profiles asks while somebody types: completions, hovers, problems with what mends them,
 * where a name is used, renaming, formatting. It works on a text, however unfinished, and needs nothing but the package.
 *
 *     import { createLanguageService } from "care-coverage/language";
 *
 *     const service = createLanguageService(catalog, { language: "fr" });
 *     const document = service.open(text, { kind: "coverage" });
 *     document.update([{ start: 120, end: 120, text: "D" }]);
 *     document.completions(121);
 *
 * Rules that hold everywhere
 *  - Offsets are UTF-16 offsets of the text as it is now, as in a JavaScript string. One that is not in the text throws "out_of_range".
 *  - Nothing is thrown for a text, whatever it is: only for a call that is wrong, and for an object after its `free()`.
 *  - Edits are ascending and apart from one another, and all of them are of the text before.
 *  - Sentences are in the language of the service. What is in Markdown is escaped: what a person wrote stays as it is.
 */
import type { CareTypeCatalog, DiagnosticCode, TextDiagnostic, TextEdit, ValidateOptions } from "./index.js";

/** A language of `LANGUAGES` of "care-coverage/words". */
export type Language = "en" | "fr";

/** Starts a service for a catalogue. The catalogue stays the caller's, who frees it after the service.
 *  @throws "wrong_type" for what is no catalogue and for options that are wrong, "unknown_field" for an option that does not exist, "freed". */
export function createLanguageService(catalog: CareTypeCatalog, options?: LanguageServiceOptions): LanguageService;

export interface LanguageServiceOptions {
  /** Of all sentences. Default "en". */
  language?: Language | undefined;
  /** What is reported of a coverage: codes to ignore, severities, acceptances. */
  validate?: ValidateOptions | undefined;
}

/** What a document is: a coverage payload; the data of a catalogue, as lists or as look-ups; one act; a list of acts, each as it is or as
 *  `{ label, act, amounts }`; a profile of requirements. */
export type DocumentKind = "coverage" | "catalog" | "act" | "acts" | "profile";

export interface OpenOptions { kind: DocumentKind }

export interface LanguageService {
  /** Opens a text. */
  open(text: string, options: OpenOptions): LanguageDocument;
  /** Frees all of its documents. May be called again. */
  free(): void;
  [Symbol.dispose](): void;
}

/** A part of the text, from an offset to another. */
export interface Span { start: number; end: number }

/** A text that is being edited. */
export interface LanguageDocument {
  readonly kind: DocumentKind;
  /** The text as it is now. */
  readonly text: string;
  /** Says what was edited. Only what is around the edits is read again. */
  update(edits: readonly TextEdit[]): void;
  /** All problems, as `validateCoverageText` and its like say them. Of acts: what makes them unusable, and as a warning each care type that
   *  the catalogue does not know. */
  diagnostics(): TextDiagnostic[];
  /** What may be written at a place, the best first: fields that are missing, codes by code and label, known values, kinds. Nothing that the place
   *  cannot take; codes that the document uses already come last. */
  completions(offset: number): Completion[];
  /** What a code, a condition, a rule, a guarantee, a field or a value means; null where there is nothing to say. */
  hover(offset: number): Hover | null;
  /** What can be done with what is selected, or where the cursor is. */
  codeActions(range: Span): CodeAction[];
  /** What is named at a place, and where the document gives the name; null where nothing is named, or what nobody knows. */
  definition(offset: number): Definition | null;
  /** Every place that names the same, in the order of the text; of a care type also those that name one of its groups. */
  references(offset: number): Reference[];
  /** The name at a place, where it can be changed: of a guarantee, of the key of limits, of a class of a profile. */
  prepareRename(offset: number): RenameStart | null;
  /** What changes a name everywhere. A name that is taken, or can be none, gives no edits and a reason. */
  rename(offset: number, name: string): Rename;
  /** The parts that have names, in the order of the text. */
  symbols(): DocumentSymbol[];
  /** What is between the brackets of each object and list of several lines. */
  folding(): Span[];
  /** Sets the text out on lines anew. Only blanks change, and numbers stay as they are written. None where the text is not JSON. */
  format(): TextEdit[];
  /** Gives back what is held of the engine. May be called again. */
  free(): void;
  [Symbol.dispose](): void;
}

export type CompletionKind = "field" | "value" | "object" | "care_type" | "care_type_group" | "group_id" | "limit_key" | "class";

export interface Completion {
  /** The code, the name of the field, or the value. */
  label: string;
  /** Its words. */
  detail: string;
  /** What is put in place of `range`, with quotation marks and with the commas that the place needs. */
  insert: string;
  range: Span;
  kind: CompletionKind;
  /** In the order of the list. */
  sortText: string;
  /** Markdown; may be empty. */
  documentation: string;
  /** Where the cursor goes: an offset in `insert`. */
  cursor: number;
}

export interface Hover {
  /** What it is said of. */
  range: Span;
  markdown: string;
}

/** `fix`: mends a problem. `extract_group`: a group in place of its care types; in a catalogue, a new group of those that are selected.
 *  `split_by_optam`: two guarantees, one for professionals who are OPTAM or in secteur 1, one for the others. `sort_codes`: a list in ascending
 *  order. `remove_unused`: without all that does nothing. `add_missing`: the fields that an object lacks. */
export type CodeActionKind = "fix" | "extract_group" | "split_by_optam" | "sort_codes" | "remove_unused" | "add_missing";

export interface CodeAction {
  title: string;
  kind: CodeActionKind;
  edits: TextEdit[];
  /** The code of the problem that it mends; null for what mends none. */
  fixes: DiagnosticCode | null;
}

export type NameKind = "care_type" | "care_type_group" | "group_id" | "guarantee" | "limit_key" | "class";

export interface Definition {
  kind: NameKind;
  name: string;
  /** The label of the catalogue. */
  label: string | null;
  /** The short codes of the groups of a care type. */
  groups: string[];
  /** Where the document gives the name, or the first use of the key of limits; null where the catalogue does. */
  range: Span | null;
  pointer: string | null;
}

export interface Reference {
  range: Span;
  pointer: string;
  /** The group of the care type that is named there; null where it is named itself. */
  through: string | null;
}

export interface RenameStart { range: Span; name: string; kind: NameKind }

export interface Rename {
  edits: TextEdit[];
  /** Why there are none. */
  reason: string | null;
}

export type SymbolKind = "guarantee" | "mapping" | "rule" | "care_type" | "care_type_group" | "act" | "class" | "requirement";

export interface DocumentSymbol {
  /** As it is written; may be empty. */
  name: string;
  kind: SymbolKind;
  /** All of it. */
  range: Span;
  /** Its name. */
  selection: Span;
  children: DocumentSymbol[];
}
