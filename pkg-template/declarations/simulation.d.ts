import type { ActOutcome, CareAct, ShortText } from "./acts";
import type { AmountColumn, PricedColumns } from "./batches";
import type { ClaimDistributions, ClaimMapping, Headings } from "./claims";
import type { DiagnosticCode } from "./codes";
import type { Coverage } from "./coverage";
import type { Decimal } from "./coverage-payload";
import type { TextFact } from "./facts";
import type { AsJson } from "./json";
import type { ActAmounts, ReimburseOptions } from "./reimbursement";

// ───────────────────────────── simulation ─────────────────────────────

/**
 * What claims would have cost: under `current` alone, or under `current` and under `draft`, which is to replace it. Each is a coverage, or
 * a base and its options in the order in which they pay.
 *
 * Claims are acts with amounts: as objects, as columns, as text (a string or UTF-8) with a `format`, or as distributions. A row that cannot be read or
 * decided is counted in `invalid` or by its outcome, and stops nothing. Limits are counted as `reimburseMany` counts them, over the acts
 * of each person; of each family, where a limit of either side is the family's. The order of rows of different dates changes nothing;
 * equal dates and rows without a date are taken in the order given.
 *
 * Throws for options, a mapping, headings or a header that cannot be used, and the errors of a rule that should pay for an act.
 */
export function simulate(current: CoverageOrStack<Coverage>, draft: CoverageOrStack<Coverage> | null, claims: Claims, options?: SimulateOptions): Simulation;

/** A coverage, or a base and its options in the order in which they pay. */
export type CoverageOrStack<C> = C | readonly C[];

/** Claims that are in memory, or how often acts come and what they cost. A text needs a `format`. */
export type Claims = readonly AsJson<ClaimRow>[] | ClaimColumns | AsJson<ClaimDistributions> | Uint8Array | string;

/** An act with its amounts, whose it is, and how many such acts it is for. */
export type ClaimRow = CareAct & ActAmounts & {
  /** Whose act it is. Limits are counted by person; `beneficiary` left out is the person. Both left out: a person of its own. */
  person?: ShortText | null;
  /** Whose limits of families it counts for. Left out: the person's alone. */
  family?: ShortText | null;
  /** How many such acts it is for: at most 6 digits before the point and 4 after it. All rows of one person have one weight. It
   *  multiplies sums, never what is used of a limit. Default 1.
   *  @default 1 */
  weight?: Decimal | null;
};

/** A text for each row: 0 left out, 1 `null`, else 2 + its position in `names`, which may repeat and need not be sorted. */
export interface TextColumn {
  codes: Uint32Array;
  names: readonly string[];
}

/**
 * Claims in columns: those of `reimburseColumns`, but each text is in a `TextColumn`, so that no codes of a coverage are needed. All are
 * as long as `care_type.codes`; one that is left out leaves its field out of every row. Units are made of `person` and `family`.
 */
export interface ClaimColumns extends Omit<PricedColumns, "care_type" | TextFact | "unit" | "beneficiary" | "stay_id"> {
  care_type: TextColumn;
  practitioner?: TextColumn;
  glasses_lens_complexity?: TextColumn;
  treatment_mode?: TextColumn;
  nature_de_soins?: TextColumn;
  person?: TextColumn;
  family?: TextColumn;
  beneficiary?: TextColumn;
  stay_id?: TextColumn;
  weight?: AmountColumn;
  /** For rows that have no age but a band, as those of Open DAMIR: its lowest age (0: 0 to 19; 10 to 70: ten years; 80: 80 and more), 255
   *  where there is none. */
  age_band?: Uint8Array;
  /** The columns that groups are made of, by the names that `by` has. */
  by?: Readonly<Record<string, TextColumn>>;
}

/** How claims are read, computed and grouped. */
export interface SimulateOptions extends Pick<ReimburseOptions, "secuRounding"> {
  /** What the groups are made of, in the order of their key. None: there are no groups. */
  by?: readonly GroupKey[] | undefined;
  /** Needed where groups are made of headings. */
  headings?: AsJson<Headings> | undefined;
  /** Whether what is paid for each row is answered, in `amounts`: 42 bytes a row with a draft. Default false.
   *  @default false */
  amounts?: boolean | undefined;
  /** Of a text. `parquet` and `arrow` only in a worker. */
  format?: "csv" | "ndjson" | "parquet" | "arrow" | undefined;
  /** What columns and values are called in a file. Default: as the fields of a `ClaimRow`. */
  mapping?: AsJson<ClaimMapping> | undefined;
}

/** What groups are made of: the heading of the care type, the guarantee under `current`, the care type, the age in bands of ten years
 *  (0–9 … 80–89, 90+), or a column of the claims by its own name. */
export type GroupKey = "heading" | "guarantee" | "care_type" | "age_band" | { readonly column: string };

/** What claims would have cost. Amounts are exact decimals in euros, times their weights, not rounded; weights too. */
export interface Simulation {
  /** How many rows, those that cannot be read included. */
  rows: number;
  totals: SimulationSums & {
    /** By outcome under each side: so they also say how much is in no other sum. */
    outcomes: { current: Record<SimulationOutcome, OutcomeSums>; draft: Record<SimulationOutcome, OutcomeSums> | null };
  };
  /** By key, sorted: at most 10,000. Null in a key where a row has none. Empty without `by`. */
  groups: { key: Record<string, string | null>; sums: SimulationSums }[];
  /** What is in no group, because there are too many. */
  other: SimulationSums | null;
  /** Who is better and worse off; null without a draft. */
  persons: PersonChanges | null;
  /** Acts whose guarantee changes, in rows; null without a draft. */
  acts: { newly_covered: number; no_longer_covered: number; other_guarantee: number } | null;
  /** Every limit, by side, coverage of the stack and key: how many persons reach it, and what it cuts off. */
  limits: { side: "current" | "draft"; coverage: number; key: string; persons: number; cut: string }[];
  /** Rows that could not be read or decided, by reason: those that occur. */
  invalid: { reason: InvalidReason; rows: number; first: InvalidRow[] }[];
  /** What had to be assumed, and of how many rows: what occurs. */
  assumed: { reason: AssumedReason; rows: number }[];
  /** What is paid for each row; null unless the option `amounts` asks it. */
  amounts: RowAmounts | null;
}

/** What is paid for each row, in the order of the source, limits counted: amounts in 1/10,000 €, without weight. A row that is in no sum has 0
 *  everywhere; so times their weights they sum to the totals. What is left of what was charged is out of pocket. */
export interface RowAmounts {
  charged: BigInt64Array;
  secu_paid: BigInt64Array;
  current: SideAmounts;
  /** Null without a draft. */
  draft: SideAmounts | null;
}

/** What one side decides and pays for each row. */
export interface SideAmounts {
  /** Positions in `OUTCOME_CODES`. */
  outcomes: Uint8Array;
  /** The guarantee that covers the row: a position in the `guaranteeNames` of all coverages of the side, coverage after coverage; -1 none. */
  guarantees: Int32Array;
  /** What the coverages of the side pay. */
  complementary: BigInt64Array;
}

/** The outcome of a row. */
export type SimulationOutcome = ActOutcome | "invalid_act";

export interface OutcomeSums {
  rows: number;
  weight: string;
  charged: string;
}

/** Sums over the rows that are computed on both sides: covered or not covered. What is charged is the sum of the three parts. */
export interface SimulationSums {
  rows: number;
  weight: string;
  charged: string;
  secu_paid: string;
  current: SimulationPaid;
  /** Null without a draft. */
  draft: SimulationPaid | null;
  /** What the draft pays more than the current coverage; null without a draft. */
  difference: string | null;
}

export interface SimulationPaid {
  complementary: string;
  out_of_pocket: string;
}

/** What changes for persons. A person is better off who pays less under the draft, over all of their rows. */
export interface PersonChanges {
  /** Persons of whom all rows are computed on both sides, with one weight. */
  counted: number;
  /** The others. */
  apart: number;
  better: number;
  worse: number;
  same: number;
  /** In fixed classes of the difference, ascending: above 500 €, up to 500, 100, 50 and 10, of both signs, and 0. What is on a border is in
   *  the class nearer to 0. Null has no end. */
  histogram: { from: string | null; to: string | null; persons: number }[];
  /** Weighted, lower: the smallest difference up to which at least the part `at` of all persons is. Empty where all weights are 0. */
  quantiles: { at: string; difference: string }[];
  /** The ten who gain most, and those who lose most. */
  gains: PersonChange[];
  losses: PersonChange[];
}

/** What changes for one person: what they pay less under the draft, once, and for how many persons they stand. */
export interface PersonChange {
  /** Null where a row has neither person nor beneficiary, and is a person of its own. */
  person: string | null;
  difference: string;
  weight: string;
  /** How many rows they have. */
  row_count: number;
  /** The first 100 of them, from 0. */
  rows: number[];
  /** The acts of these rows; null where the claims cannot be read again: a stream, a Response, an iterable that is no array. */
  acts: PersonAct[] | null;
}

/** An act of a person, and what is paid for it, limits counted over all of the rows that share them. Decimals in euros, without weight. */
export interface PersonAct {
  /** From 0. */
  row: number;
  /** What the row says, with our names. */
  act: ClaimRow;
  secu_paid: string;
  current: SimulationPaid;
  draft: SimulationPaid;
}

/**
 * Why a row is in no sum: the line is no row; a value of a cell; the act as a whole; its care type is not in the catalogue; several
 * guarantees match; facts that it lacks decide; a correction of another line; a band of ages that a condition cuts; a second weight of
 * one person.
 */
export type InvalidReason =
  | "unreadable" | "wrong_value" | "invalid_act" | "unknown_care_type" | "ambiguous" | "undetermined" | "regularisation" | "band" | "weight";

/** A row that is in no sum; of all reasons together, at most the first 1,000. */
export interface InvalidRow {
  /** From 0. */
  row: number;
  /** Of the text, from 1; null where there is none. */
  line: number | null;
  /** One line, lower-case start, no full stop, user input in backticks. `translate` of `care-coverage/words` says it in another language. */
  message: string;
  /** The code whose sentence the message is; null: one that only rows have. */
  code: DiagnosticCode | null;
  /** Which of the sentences of its code, or of rows; "" where there is no other, or none. Part of the API; the message is not. */
  variant: string;
  /** The values that the message names. */
  params: { readonly [name: string]: unknown };
  /** The column of the value, as the claims call it. */
  column: string | null;
}

/** What was assumed of rows: 0 for the Sécu part of an act that is not covered and does not say it; a person of its own, because the row
 *  names none; no limits, because the rows are sums of many acts. */
export type AssumedReason = "secu_paid" | "person" | "limits";
