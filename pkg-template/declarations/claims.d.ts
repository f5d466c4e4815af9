import type { CalendarDate, CareAct, ShortText } from "./acts";
import type { CoverageCareTypeSelector } from "./care-types";
import type { Decimal, DecimalNumber } from "./coverage-payload";
import type { Diagnostic } from "./diagnostics";
import type { Annotations, AsJson } from "./json";
import type { InBothLanguages } from "./requirements";

// ───────────────────────────── claims ─────────────────────────────

/** What a file calls the fields of a claim, and how it writes them. Without `columns`, its columns have our names. */
export type ClaimMapping = RowMapping | NationalMapping;

/** How a file of claims is written. */
export interface ClaimFileStyle extends Annotations {
  /** Between the cells of a CSV. Default: the first one that its header has. */
  separator?: ";" | "," | "|" | "tab" | null;
  /** The sign before the decimals. Default: "either" with `columns`, else "point". */
  decimal?: DecimalSign | null;
  /** Default: "yyyy-MM-dd". */
  date_format?: DateFormat | null;
}

/** Of a file with an act in each row. */
export interface RowMapping extends ClaimFileStyle {
  kind?: "rows" | null;
  columns?: RowColumns | null;
}

/** Of the national claims base: lines are sums of equal acts, without person and day. */
export interface NationalMapping extends ClaimFileStyle {
  kind: "damir";
  columns: NationalColumns;
}

/** Where the fields of an act are. */
export interface ActColumnNames extends Annotations {
  care_type: TextColumnName;
  charged: AmountColumnName;
  practitioner?: TextColumnName | null;
  glasses_lens_complexity?: TextColumnName | null;
  treatment_mode?: TextColumnName | null;
  nature_de_soins?: TextColumnName | null;
  establishment?: TextColumnName | null;
  is_optam_or_secteur_1?: FlagColumnName | null;
  is_for_at_least_one_visible_tooth?: FlagColumnName | null;
  is_etablissement_conventionne?: FlagColumnName | null;
  reimbursed_by_secu?: FlagColumnName | null;
  brss?: AmountColumnName | null;
  secu_rate_percent?: AmountColumnName | null;
  pathway_rate_percent?: AmountColumnName | null;
  secu_reimbursement?: AmountColumnName | null;
  secu_paid?: AmountColumnName | null;
  flat_contribution?: AmountColumnName | null;
  franchise?: AmountColumnName | null;
  quantity?: AmountColumnName | null;
  plv?: AmountColumnName | null;
  hlf?: AmountColumnName | null;
  pmss?: AmountColumnName | null;
  reconstituted_brss?: AmountColumnName | null;
  member_age?: WholeColumnName | null;
  teeth?: ListColumnName | null;
}

/** Where the fields of a claim are. */
export interface RowColumns extends ActColumnNames {
  beneficiary?: TextColumnName | null;
  stay_id?: TextColumnName | null;
  person?: TextColumnName | null;
  family?: TextColumnName | null;
  care_date?: DateColumnName | null;
  member_birth_date?: DateColumnName | null;
  membership_start?: DateColumnName | null;
  side?: SideColumnName | null;
  tooth?: WholeColumnName | null;
  weight?: AmountColumnName | null;
}

/** Where the fields of a sum of acts are. */
export interface NationalColumns extends ActColumnNames {
  /** How many acts it is the sum of. */
  acts: AmountColumnName;
  age_band?: WholeColumnName | null;
  care_year?: WholeColumnName | null;
  care_month?: WholeColumnName | null;
  pathway_code?: WholeColumnName | null;
}

/** The fields of a claim; the last five are of the national claims base alone. */
export type ClaimField = Exclude<keyof RowColumns | keyof NationalColumns, keyof Annotations>;

/** Of "either", three digits behind a sign that could be thousands are wrong, and never guessed. */
export type DecimalSign = "point" | "comma" | "either";

/** `yyyy`, `MM` or `M`, `dd` or `d`, each once, and what is between them.
 *  @pattern ^(?=[^y]*yyyy[^y]*$)(?=[^M]*MM?[^M]*$)(?=[^d]*dd?[^d]*$)(?!.*(?:^|[^M])M[yd])(?!.*(?:^|[^d])d[yM])[yMd/. -]+$
 *  @examples ["dd/MM/yyyy"] */
export type DateFormat = string;

export type TextColumnName = string | MappedTexts | { fixed: ShortText | null };
export type FlagColumnName = string | MappedFlags | { fixed: boolean | null };
export type SideColumnName = string | MappedSides | { fixed: "left" | "right" | null };
export type DateColumnName = string | MappedDates | { fixed: CalendarDate | null };
export type AmountColumnName = string | MappedAmounts | { fixed: Decimal | null };
/** Whole numbers. */
export type WholeColumnName = string | MappedColumn | { fixed: number | null };
export type ListColumnName = string | MappedColumn;

/** A column. */
export interface MappedColumn extends Annotations {
  column: string;
}

/** A column of texts; in `values` our text for each of theirs. */
export interface MappedTexts extends MappedColumn {
  values?: { [theirs: string]: ShortText | null } | null;
}

/** A column of booleans; in `values` ours for each of their texts. */
export interface MappedFlags extends MappedColumn {
  values?: { [theirs: string]: boolean | null } | null;
}

/** A column of sides; in `values` ours for each of their texts. */
export interface MappedSides extends MappedColumn {
  values?: { [theirs: string]: "left" | "right" | null } | null;
}

export interface MappedDates extends MappedColumn {
  format?: DateFormat | null;
}

export interface MappedAmounts extends MappedColumn {
  decimal?: DecimalSign | null;
}

/** How often acts come and what they cost, per insured and year. */
export interface ClaimDistributions extends Annotations {
  distributions: ClaimDistribution[];
}

/** How often an act comes, and what it costs. */
export interface ClaimDistribution extends Annotations {
  care_type: ShortText;
  /** What is known of all these acts. */
  facts?: Omit<CareAct, "care_type"> | null;
  /** Acts per insured and year: at most 6 digits before the point and 4 after it. */
  frequency: Decimal;
  /** Their shares sum to 1. */
  amounts: DistributedAmount[];
}

/** What a part of the acts costs. */
export interface DistributedAmount extends Annotations {
  share: Share;
  charged: Decimal;
  brss?: Decimal | null;
  /** The rate of the Sécu, in per cent. */
  rate?: Decimal | null;
}

/** A part of 1 as a text, with at most 12 decimals.
 *  @pattern ^\d(?:\.[0-9]{1,12})?$
 *  @examples ["0.25"]
 *  @title Text */
export type ShareText = string;

/** A part of 1. */
export type Share = ShareText | DecimalNumber;

/** Under which headings care types are, as in a benefit table. */
export interface Headings extends Annotations {
  /** Of several that select a care type, the first has it. */
  headings: Heading[];
}

/** A heading. */
export interface Heading extends Annotations {
  /** Unique in the file. */
  id: ShortText;
  title: InBothLanguages;
  selector: CoverageCareTypeSelector;
}

/** The headings of the care types of a catalogue. */
export interface ResolvedHeadings {
  headings: { id: string; title: { fr: string; en: string }; care_types: string[] }[];
  /** The care types that no heading has. */
  without: string[];
}

/** Some rows of claims, as they are read. */
export interface ClaimPreview {
  /** With our names, also those that cannot be read, as far as they can; amounts are decimals, days calendar dates. `by`: the columns that
   *  are carried along. */
  rows: Record<string, unknown>[];
  unreadable: {
    /** Its position. */
    row: number;
    /** Its line in the text, from 1. */
    line: number;
    reason: "unreadable" | "wrong_value" | "invalid_act" | "regularisation";
    /** The column that has it, as the file calls it. */
    column: string | null;
    /** Pointers say nothing. */
    diagnostics: Diagnostic[];
  }[];
}

/** How a text of claims is read. */
export interface PreviewOptions {
  format: "csv" | "ndjson";
  mapping?: AsJson<ClaimMapping> | null | undefined;
  /** Columns that are carried along, by their own names. */
  by?: readonly string[] | undefined;
}

/** A mapping that was guessed. */
export interface MappingGuess {
  mapping: ClaimMapping;
  /** The columns of the file, in their order. */
  columns: ColumnGuess[];
  /** The fields that must be there and were not found. */
  missing: ClaimField[];
}

/** What a column is taken for. */
export interface ColumnGuess {
  column: string;
  /** Null: it is not read. */
  field: ClaimField | null;
  /** "high": a usual name, and values that fit; "medium": nearly a usual name, or no values; "low": dates that can be read in two ways. */
  confidence: "high" | "medium" | "low" | null;
  by: ("name" | "values")[];
  seen: {
    kind: "empty" | "date" | "boolean" | "whole" | "decimal" | "text";
    /** Every format that fits all dates, the likeliest first. */
    date_formats: string[];
    decimal: DecimalSign | null;
    /** How many cells are not empty. */
    filled: number;
    /** Up to three different values. */
    examples: string[];
  };
}

/** All diagnostics of a mapping of claims, of any shape whatsoever. Never throws for a mapping. */
export function validateMapping(mapping: unknown): Diagnostic[];

/** All diagnostics of a file of headings, of any shape whatsoever, whatever the catalogue is. Never throws for a file. */
export function validateHeadings(headings: unknown): Diagnostic[];

/** Which columns of a file are which fields, by the names of its header and the cells of some rows. */
export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): MappingGuess;

/** What is read of a text of claims (a string or UTF-8), or of distributions, for whoever writes a mapping. Throws for options, a mapping, a
 *  header or distributions that cannot be used; a row that cannot be read is in `unreadable`. */
export function previewClaims(text: string | Uint8Array, options: PreviewOptions): ClaimPreview;
export function previewClaims(distributions: AsJson<ClaimDistributions>): ClaimPreview;
