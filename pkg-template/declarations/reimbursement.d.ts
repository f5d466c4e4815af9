import type { Decimal, Percent } from "./coverage-payload";
import type { Coverage } from "./coverage";
import type { Annotations, AsJson, DeepReadonly } from "./json";
import type { ActOutcome, CalendarDate, CareAct, ShortText, ToothNumber } from "./acts";

// ───────────────────────────── reimbursement ─────────────────────────────

/** What an act says of money, and of what its limits are counted for. `null` is the same as left out, but for `charged`.
 *  What the rule needs and the act lacks makes the act undetermined, never a silent zero. */
export interface ActAmounts {
  /** What the professional charged, in euros. */
  charged: Decimal;
  /** BR or BRSS: the base of reimbursement of the Sécu. Left out for care that the Sécu does not reimburse. */
  brss?: Decimal | null;
  /** Of the base: 70 for doctors; at most 100. */
  secu_rate_percent?: Percent | null;
  /** The rate in the care pathway, where the act is out of it: 70 where the Sécu pays 30. At most 100, at least the rate. */
  pathway_rate_percent?: Percent | null;
  /** The Sécu part before flat contribution and franchise, instead of the rate; at most what was charged. */
  secu_reimbursement?: Decimal | null;
  /** The Sécu part after them, instead of the one before them. */
  secu_paid?: Decimal | null;
  /** Taken off the Sécu part, and never reimbursed: 2 € for an act of a doctor. Default 0.
   *  @default 0 */
  flat_contribution?: Decimal | null;
  /** The same, for a box of medicine. Default 0.
   *  @default 0 */
  franchise?: Decimal | null;
  /** How many sessions, days, boxes…; above 0. Default 1.
   *  @default 1 */
  quantity?: Decimal | null;
  /** The regulated price of a device. */
  plv?: Decimal | null;
  /** The regulated price of dental work. */
  hlf?: Decimal | null;
  /** The monthly ceiling of the Sécu. Default: that of the year of the care date, from 2019 to 2026. */
  pmss?: Decimal | null;
  /** The base that the Sécu would have if it reimbursed the act. */
  reconstituted_brss?: Decimal | null;
  /** Who receives the care, as the caller names persons. */
  beneficiary?: ShortText | null;
  stay_id?: ShortText | null;
  membership_start?: CalendarDate | null;
  /** Of the eye or the ear. */
  side?: "left" | "right" | null;
  tooth?: ToothNumber | null;
}

/** What earlier acts used of a limit. Kept by the caller. */
export interface LimitCounter {
  key: string;
  /** The beneficiary or "family"; "/left", "/right", "/16" (a tooth) and "/" with the stay's id are appended. */
  scope_id: string;
  /** The first day of the civil or membership year; null for other periods. */
  period_start: string | null;
  amount: string;
  count: string;
  /** Rolling periods only. */
  entries: { date: string; amount: string; count: string }[] | null;
}

/** How a reimbursement is computed and shown. */
export interface ReimburseOptions {
  /** How the Sécu part is rounded to the cent. Default "down". */
  secuRounding?: "down" | "half_up" | undefined;
  /** Whether the computation is shown. Default true; false: `steps` is empty. */
  steps?: boolean | undefined;
}

/** For many acts. */
export interface ReimburseManyOptions extends ReimburseOptions {
  /** "last": the counters after all acts. "each": also those after each act, in its result, which may be long: under a rolling limit
   *  each act adds an entry that the results after it repeat. "none": neither. What is not asked for is an empty array. Default "last". */
  counters?: "each" | "last" | "none" | undefined;
}

/** Who pays what. Amounts have two decimals, or more where they have parts of a cent. */
export interface Reimbursement {
  /** "undetermined" also where the rule needs what `missing` names, and where it is another system's. */
  outcome: ActOutcome;
  guarantee: string | null;
  /** The fields that the act lacks, sorted. */
  missing: Exclude<keyof CareAct | keyof ActAmounts, keyof Annotations>[];
  /** Null unless outcome is "covered". secu_paid + complementary + out_of_pocket is what was charged. */
  amounts: { secu_theoretical: string; secu_paid: string; ticket_moderateur: string; complementary: string; out_of_pocket: string } | null;
  /** The computation, in order, exactly: base, rss, pathway_rss, eligible, component:0 …, target, raw, unlimited, room:<key> … of
   *  components, offered, room:<key> … of the rule, allowed, amc, flat, secu_paid, out_of_pocket. `pathway_rss` where it counts,
   *  `offered` where a component has limits. Empty where there are no amounts, or no steps are asked for. */
  steps: { step: ReimbursementStepName; value: string; note: string | null }[];
  /** What is used of the limits after the act: those given, in their order, then new ones. In an answer for many acts empty, unless
   *  the counters after each act are asked for. */
  counters: LimitCounter[];
}

/** A line of a computation: `component:0` is the first component of the rule, `room:<key>` what a limit leaves. */
export type ReimbursementStepName =
  | "base" | "rss" | "pathway_rss" | "eligible" | `component:${number}` | "target" | "raw" | "unlimited" | `room:${string}` | "offered" | "allowed" | "amc" | "flat"
  | "secu_paid" | "out_of_pocket";

/** Many acts, one after the other. */
export interface Reimbursements {
  /** One per act, in the input's order. */
  results: Reimbursement[];
  /** What is used of the limits after all acts. Empty where no counters are asked for. */
  counters: LimitCounter[];
}

/** What several coverages pay for one act, one after the other: a base and its options, which may be of different catalogues. Each takes
 *  what those before it pay as it takes the Sécu part. `counters`: the counters of each coverage. "not_covered" pays nothing; after any
 *  other outcome without amounts, all later ones are "undetermined". Throws what `Coverage.reimburse` throws, the errors of a rule
 *  with the coverage as `argument` ("coverages/1"), and "wrong_type" where counters are not given for each coverage. */
export function reimburseStack(
  coverages: readonly Coverage[], act: AsJson<CareAct & ActAmounts>, counters?: DeepReadonly<LimitCounter[][]>, options?: ReimburseOptions,
): StackedReimbursement;

/** The answers of a base and its options. */
export interface StackedReimbursement {
  /** One per coverage, in the input's order: `out_of_pocket` is what is left after it and those before, `ticket_moderateur` that of the act. */
  results: Reimbursement[];
  /** Together what was charged. Null where no coverage covers the act, or what one of them pays is not known. */
  totals: { secu_paid: string; complementary: string; out_of_pocket: string } | null;
  /** What is used of the limits of each coverage after the act. */
  counters: LimitCounter[][];
}
