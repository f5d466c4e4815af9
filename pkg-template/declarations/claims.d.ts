import type { CareAct, ShortText } from "./acts";
import type { CoverageCareTypeSelector } from "./care-types";
import type { Decimal } from "./coverage-payload";
import type { Diagnostic } from "./diagnostics";
import type { Annotations, AsJson } from "./json";
import type { InBothLanguages } from "./requirements";

// ───────────────────────────── claims ─────────────────────────────

/** What a file calls the fields of a claim, and how it writes them. Without `columns`, its columns have our names. */
export interface ClaimMapping extends Annotations {
  /** "damir": lines of the national claims base, which are sums of equal acts, without person and day.
   *  @default "rows" */
  kind?: "rows" | "damir" | null;
  /** Between the cells of a CSV. Default: the first one that its header has. */
  separator?: ";" | "," | "|" | "tab" | null;
  /** The sign before the decimals. Default: "either" with `columns`, else "point". */
  decimal?: DecimalSign | null;
  /** Such as "dd/MM/yyyy".
   *  @default "yyyy-MM-dd" */
  date_format?: string | null;
  /** By our field: the name of the column, or more of it. */
  columns?: { [field in ClaimField]?: string | MappedColumn | FixedColumn | null } | null;
  /** By our field: a table of values, instead of one in `columns`. */
  values?: { [field in ClaimField]?: ValueTable | null } | null;
}

/** The fields of a claim; the last five are of the national claims base alone. */
export type ClaimField =
  | "care_type" | "care_date" | "member_birth_date" | "member_age" | "teeth" | "establishment"
  | "is_optam_or_secteur_1" | "is_for_at_least_one_visible_tooth" | "is_etablissement_conventionne" | "practitioner"
  | "glasses_lens_complexity" | "reimbursed_by_secu" | "treatment_mode" | "nature_de_soins"
  | "charged" | "brss" | "secu_rate_percent" | "pathway_rate_percent" | "secu_reimbursement" | "secu_paid" | "flat_contribution"
  | "franchise" | "quantity" | "plv" | "hlf" | "pmss" | "reconstituted_brss" | "beneficiary" | "stay_id" | "membership_start"
  | "side" | "tooth" | "person" | "family" | "weight"
  | "acts" | "age_band" | "care_year" | "care_month" | "pathway_code";

/** Of "either", three digits behind a sign that could be thousands are wrong, and never guessed. */
export type DecimalSign = "point" | "comma" | "either";

/** A column, and how its values are written. */
export interface MappedColumn extends Annotations {
  column: string;
  /** Of a date: such as "dd/MM/yyyy". */
  format?: string | null;
  decimal?: DecimalSign | null;
  values?: ValueTable | null;
}

/** A field that is the same in all rows. */
export interface FixedColumn extends Annotations {
  fixed: string | number | boolean | null;
}

/** Our value for each of theirs, of texts, booleans and sides; null: it does not apply. */
export interface ValueTable {
  [theirs: string]: string | boolean | null;
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
  /** At most 12 decimals. */
  share: Decimal;
  charged: Decimal;
  brss?: Decimal | null;
  /** The rate of the Sécu, in per cent. */
  rate?: Decimal | null;
}

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
