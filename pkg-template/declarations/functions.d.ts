import type { CareAct, ConditionOutcome, ConditionResult, MissingFact } from "./acts";
import type { CoverageCareTypeFilter } from "./coverage-payload";
import type { Diagnostic, TextDiagnostic } from "./diagnostics";
import type { KnownValues } from "./facts";
import type { AsJson } from "./json";
import type { ActAmounts } from "./reimbursement";

// ───────────────────────────── functions ─────────────────────────────

/** One filter against one act, without a catalogue (default visible teeth, every fact applicable). `conditions` lists the
 *  stated ones in the order of the filter's fields; `missing` the facts that an unknown outcome waits for, sorted. */
export function matchFilter(filter: AsJson<CoverageCareTypeFilter>, act: AsJson<Omit<CareAct, "care_type"> & Partial<ActAmounts>>): {
  outcome: ConditionOutcome;
  conditions: ConditionResult[];
  missing: MissingFact[];
};

/** Class of a corrective lens by its prescription in dioptres (multiples of 0.25), after the Code de la sécurité sociale,
 *  art. R871-2, 3°. A negative cylinder is rewritten as a positive one first. */
export function lensComplexity(prescription: { readonly sphere: number; readonly cylinder: number; readonly multifocal: boolean }): "SIMPLE" | "COMPLEX" | "VERY_COMPLEX";

/** Completed years between two calendar dates. A 29 February birthday falls on 1 March in common years. */
export function ageOn(birthDate: string, date: string): number;

/** The values that validation knows for the string conditions of a filter, without any option. An act may carry others. */
export function knownValues(): KnownValues;

/** All diagnostics of the data of a catalogue, of any shape whatsoever, errors and warnings, sorted as by `validateCoverage`. Never throws
 *  for data. */
export function validateCatalog(data: unknown): Diagnostic[];

/** The same for a JSON text (a string or UTF-8), for lists that are kept in files: syntax errors become diagnostics, and each diagnostic
 *  has its `range`, `mark` and `edits`. */
export function validateCatalogText(text: string | Uint8Array): TextDiagnostic[];

/** All diagnostics of a profile of requirements, of any shape whatsoever, whatever the catalogue is. Never throws for a profile. */
export function validateProfile(profile: unknown): Diagnostic[];

/** The same for a JSON text (a string or UTF-8): syntax errors become diagnostics, and each diagnostic has its `range`, `mark` and
 *  `edits`. */
export function validateProfileText(text: string | Uint8Array): TextDiagnostic[];

/** What a JSON text says (RFC 8259, a string or UTF-8; a byte order mark is skipped), read more strictly than by `JSON.parse`: throws
 *  "invalid_json" alone; else each "duplicate_key", a key that occurs twice in one object, of which readers take one or the other;
 *  "invalid_string" for half a character, "too_deep" and "too_large". Each with its `range`. */
export function readJsonText(text: string | Uint8Array): unknown;
