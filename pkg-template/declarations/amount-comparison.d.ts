import type { Percent } from "./coverage-payload";
import type { ActRegion } from "./analysis";
import type { ActAmounts, LimitCounter, Reimbursement } from "./reimbursement";
import type { CalendarDate, CareAct } from "./acts";

// ───────────────────────────── amounts compared ─────────────────────────────

export interface CompareAmountsOptions {
  /** The day on which amounts are compared: its year has the PMSS. */
  date: CalendarDate;
  /** The rates of the Sécu that a base may have, at most 20. Default 70, 60, 65, 80, 100, 90, 30 and 15, in this order. */
  rates?: readonly Percent[] | null | undefined;
}

/** What was used of the limits of a rule: nothing, or all that they leave. */
export type LimitState = "unused" | "used_up";

/** An act that shows a difference. */
export interface AmountExample {
  act: CareAct & ActAmounts;
  /** What was used of the limits before it, of the earlier and of the later coverage. */
  counters: [LimitCounter[], LimitCounter[]];
  /** What the earlier coverage pays, and what the later one does: the answers of `reimburse`. */
  current: Reimbursement;
  next: Reimbursement;
}

/** Acts for which what members get differs at some amount. */
export interface AmountChange {
  region: ActRegion;
  /** The state of the limits of the earlier and of the later coverage in which it shows first; a rule without limits is "unused". */
  states: [LimitState, LimitState];
  /** Whether the later coverage pays more, less, or either, depending on the amounts or on what was used before. */
  direction: "more" | "less" | "both";
  /** Where it pays more. */
  gain: AmountExample | null;
  /** Where it pays less. */
  loss: AmountExample | null;
  /** No tariffs are known: a base may have any amount, at the rates that are asked for. */
  tariffs: "assumed";
  /** The rates at which it shows, in the order asked for; none where it shows without a base alone. */
  rates: string[];
  /** The quantities of an act that are asked for. */
  quantities: string[];
}

/** A difference between limits that no amount shows: "5 acts a year" that becomes "1 act a year". */
export interface LimitChange {
  /** The guarantee of the later coverage. */
  guarantee: string;
  /** The limit's key. */
  key: string;
  /** "shared_with": the other guarantees of its key. "limit": all of it, where only one of the rules has it. */
  field: "period" | "max_amount" | "max_pmss_percent" | "max_count" | "max_days" | "counts" | "scope" | "shared_with" | "limit";
  before: unknown;
  after: unknown;
}

/** Acts of which it is not decided, or not wholly. */
export interface NotDecidable {
  region: ActRegion;
  /** "too_many_cases": more than 4,096 systems for one question, or 1,000,000 in all. "too_precise": its numbers have more digits
   *  than are computed with. "less_than_rounding": a cent of difference before rounding that no act near it shows. "truncated": too
   *  many regions of a care type. "missing_pmss": a rule needs the PMSS of a year outside of the table. */
  reason: "ambiguous" | "opaque_rule" | "broken_rule" | "too_many_cases" | "too_precise" | "less_than_rounding" | "truncated" | "missing_pmss";
}

export interface AmountComparison {
  /** By care type, then by the act that shows it; disjoint. */
  regions: AmountChange[];
  /** By guarantee of the later coverage. */
  limits: LimitChange[];
  not_decidable: NotDecidable[];
}
