import type { ActConditions } from "./analysis";
import type { DiagnosticCode } from "./codes";
import type { Annotations } from "./json";

// ───────────────────────────── findings that are meant ─────────────────────────────

/** Findings that are meant, and why: see *Meant findings* in docs/coverage.md. */
export interface Acceptance extends Annotations {
  /** A code that does not leave the meaning undefined (no ✗ in docs/codes.md). */
  code: DiagnosticCode | (string & {});
  /** Only findings that concern this guarantee; of gaps, only the care types that it selects. Default: any. */
  guarantee?: string | undefined;
  /** For the codes `overlap` and `gap`: only acts of these care types, by short code; not empty. Default: any. */
  care_types?: string[] | undefined;
  /** For the codes `overlap` and `gap`: only these acts, in the words of a region of an analysis. Default: any. */
  conditions?: ActConditions | undefined;
  /** Why it is meant, for whoever reads it next. Not blank.
   *  @pattern \S */
  reason: string;
}

/** The options of an analysis. A JSON file of this shape, next to a coverage, can be given as it is, to a validation, too. */
export interface AnalyzeOptions extends Annotations {
  /** Findings that are meant; at most 1,000. Of findings that several accept, the first says why. */
  accept?: Acceptance[] | undefined;
}
