import type { Coverage } from "./coverage";
import type { Diagnostic, TextDiagnostic } from "./diagnostics";
import type { ActFact } from "./facts";
import type { Annotations } from "./json";

// ───────────────────────────── look-ups and search ─────────────────────────────

/** A care type of a catalogue: frozen, and the same object each time. */
export interface CareTypeEntry extends Readonly<Annotations> {
  readonly id: number;
  readonly short_code: string;
  readonly label: string | null;
  readonly care_type_group_ids: readonly number[];
  readonly applicable_facts: readonly ActFact[] | null;
}

/** A group of a catalogue, likewise. */
export interface CareTypeGroupEntry extends Readonly<Annotations> {
  readonly id: number;
  readonly short_code: string;
  readonly label: string | null;
}

/** A care type or a group that a search has found. */
export interface CatalogHit {
  kind: "care_type" | "care_type_group";
  short_code: string;
  label: string | null;
  /** What was found: its code, its label, a group of the care type (its code or label), or a synonym of it or of a group of it. Of
   *  several words in several places, where the first is. */
  matched: "code" | "label" | "group" | "synonym";
  /** That text, as it is written. */
  term: string;
  /** 1 to 100, higher is better, see docs/coverage.md; a later version may weigh otherwise. */
  score: number;
}

/** What is searched for. */
export interface SearchOptions {
  /** Only care types, or only groups. Without it, both. */
  kind?: "care_type" | "care_type_group" | undefined;
  /** The most hits, 1 to 1,000. Default 20. */
  limit?: number | undefined;
}

/** A document of other words for care types and groups, of one language for example. */
export interface CareTypeSynonyms extends Annotations {
  /** The language of the terms, such as "fr"; for readers only. */
  language?: string;
  synonyms: CareTypeSynonym[];
}

/** What people say for some care types or groups. Codes that a catalogue does not have are passed over. */
export interface CareTypeSynonym extends Annotations {
  terms: SynonymTerm[];
  /** Short codes. */
  care_types?: string[];
  /** Short codes. */
  care_type_groups?: string[];
}

/** A word or a few.
 *  @minLength 1
 *  @maxLength 64 */
export type SynonymTerm = string;

/** A coverage, with what is to be said of it; or why there is none. */
export type CompileResult<D extends Diagnostic = Diagnostic> = { coverage: Coverage; diagnostics: D[] } | { coverage: null; diagnostics: D[] };
/** The same of a text. */
export type CompileTextResult = CompileResult<TextDiagnostic>;
