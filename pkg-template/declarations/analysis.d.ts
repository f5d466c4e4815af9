import type { AmountComparison } from "./amount-comparison";
import type { CalendarDate, CareAct } from "./acts";
import type { Age } from "./coverage-payload";
import type { ActFact, FactRestrictions } from "./facts";

// ───────────────────────────── overlaps, gaps, differences ─────────────────────────────

/** Restrictions on the facts of an act; a fact left out is free. Richer than a filter: it can say "any but". */
export interface ActConditions extends FactRestrictions {
  /** Completed years, both included. */
  member_age?: { min: Age; max: Age };
}

/** A set of possible acts: any of these care types, every listed fact restricted as said, every other fact free. The regions
 *  of one list are disjoint, but for overlaps; no two of them could be one; equal sets of acts are equal regions, however the
 *  mappings are written. */
export interface ActRegion {
  /** Short codes, ascending. */
  care_types: string[];
  conditions: ActConditions;
  /** One act inside, with its age and all facts: the first care type, the lowest age, `false` before `true`, the
   *  smallest known value; `null` where a fact does not apply. Feeding it back to `guaranteesFor` shows the claim. */
  witness: CareAct;
}

/** A documented bound was reached: what is not finished, and which bound. Nothing else of the answer is wrong. */
export type Truncation = { care_types: string[]; reason: string } | null;

/** A finding says why it is meant in `accepted`, where an acceptance covers it; where it covers a part, the finding comes in parts. */
export interface CoverageAnalysis {
  /** Two mappings of different guarantees that can both match one act, in payload order; at most 10,000. */
  overlaps: { guarantees: [string, string]; pointers: [string, string]; region: ActRegion; accepted?: string }[];
  /** Acts that match nothing, of care types that some mapping selects: by care type, then by witness. At most 200 regions of
   *  one care type. `open_facts`: each fact of which another value alone would make some of these acts match, in the order of the
   *  conditions; gaps of one cause have equal ones. */
  gaps: { region: ActRegion; open_facts: ("member_age" | ActFact)[]; accepted?: string }[];
  /** Care types of the catalogue that no mapping selects, ascending. */
  unselected_care_types: string[];
  /** Mappings that could all be removed at once without changing any decision, in payload order. */
  redundant: { guarantee: string; pointer: string; reason: "selects_nothing" | "never_holds" | "covered_by_others"; accepted?: string }[];
  truncated: Truncation;
}

export interface DiffOptions {
  /** The day on which amounts are compared, too. */
  date?: CalendarDate | null | undefined;
}

export interface CoverageDiff {
  /** Names that only the later coverage has, in its order; a renamed guarantee is removed and added. */
  added_guarantees: string[];
  /** Names that only the earlier coverage has, in its order. */
  removed_guarantees: string[];
  /** Same guarantee, other rule: leaf by leaf, arrays by index, absent as `null`. `pointer` is into `coverage_rule`; `message`
   *  says the change in words. */
  rule_changes: { guarantee: string; pointer: string; before: unknown; after: unknown; message: string }[];
  /** Acts whose matching guarantees differ between the two; disjoint regions, together exactly all such acts. */
  decision_changes: { before: string[]; after: string[]; region: ActRegion }[];
  /** What members get for the same acts, as `compareAmounts` says it; null where no day is asked for. */
  amount_changes: AmountComparison | null;
  truncated: Truncation;
}
