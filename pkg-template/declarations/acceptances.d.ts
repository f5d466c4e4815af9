import type { ActConditions } from "./analysis";

// ───────────────────────────── findings that are meant ─────────────────────────────

/** Findings that are meant, and why: see *Meant findings* in docs/coverage.md. */
export interface Acceptance {
  /** A code that does not leave the meaning undefined (no ✗ in docs/codes.md). */
  code: string;
  /** Only findings that concern this guarantee; of gaps, only the care types that it selects. Default: any. */
  guarantee?: string;
  /** For the codes `overlap` and `gap`: only acts of these care types, by short code. Default: any.
   *  @minItems 1 */
  care_types?: readonly string[];
  /** For the codes `overlap` and `gap`: only these acts, in the words of a region of an analysis. Default: any. */
  conditions?: ActConditions;
  /** Why it is meant, for whoever reads it next. Not blank.
   *  @minLength 1 */
  reason: string;
}

/** What an analysis is told. A JSON file of this shape, beside a coverage, can be given as it is, to a validation, too. */
export interface AnalyzeOptions {
  /** Findings that are meant; at most 1,000. Of findings that several accept, the first says why. */
  accept?: readonly Acceptance[];
}
