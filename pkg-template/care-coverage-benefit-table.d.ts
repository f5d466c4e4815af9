/**
 * French benefit tables (*tableaux de garanties*): cells as rules, whole tables as coverages, and coverages as tables.
 *
 *     import { benefitTable, benefitTableHtml, readBenefit } from "care-coverage/benefit-table";
 *
 *     readBenefit("30 €/séance, 5 séances/an").readings[0].rule;
 *     benefitTableHtml(benefitTable([coverage], { catalog, headings, date: "2026-01-01" }));
 *
 * Rules that hold everywhere
 *  - Never a guess: a cell is read when every word of it was used, or is known to carry no meaning. What was taken for granted is in
 *    `assumed`.
 *  - Places are offsets in UTF-16 units of the text that was given.
 *  - Nothing that is given as a text throws, and what is not read costs no more than what is.
 *  - This entry has no engine: it asks the catalogue and the coverages that it is given.
 */
import type {
  BenefitExample, CareTypeCatalog, CareTypeSynonyms, Coverage, CoverageCareTypeFilter, CoveragePayload, CoverageRule, CoverageRuleLimit, Headings, Reimbursement,
} from "./index.js";

export type { BenefitExample, BenefitExamples } from "./index.js";

export interface ReadBenefitOptions {
  /** Default `"fr"`; any other throws a `RangeError`. */
  language?: "fr" | undefined;
  /** The label of the row, of which keys of limits are made: "Médecine douce" gives `MEDECINE_DOUCE`, then `MEDECINE_DOUCE_2`. Without one
   *  they are `limit_1`, `limit_2`. */
  label?: string | undefined;
}

/** What a cell says, or which words of it were not understood: `readings` is empty where `unread` is not. */
export interface BenefitReading {
  /** One, or one for each condition; none where nothing is paid. */
  readings: { when: CoverageCareTypeFilter; rule: CoverageRule }[];
  /** "share": the cell does not say whether the Sécu part is included, and the other would pay otherwise. "year": "par an" is taken as the
   *  civil year. "unit": an amount with neither unit nor period is for each act. */
  assumed: ("share" | "year" | "unit")[];
  unread: BenefitPlace[];
  notes: BenefitNote[];
}

/** From `start` up to `end`, which is behind it. */
export interface BenefitPlace { start: number; end: number }

/** "nothing": nothing is paid. "frame_at_most": of it, this much for the frame. "pmss_in_euros": what a percentage of the PMSS is in euros.
 *  "currently": what an amount is today. Amounts are decimals in euros. */
export interface BenefitNote { code: "nothing" | "frame_at_most" | "pmss_in_euros" | "currently"; amount?: string }

/** Reads a cell. One of more than 2,000 UTF-16 units is not read. Throws a `TypeError` where the cell or the label is not a text. */
export function readBenefit(text: string, options?: ReadBenefitOptions): BenefitReading;

// ───────────────────────────── coverages as a table ─────────────────────────────

export interface BenefitTableOptions {
  /** The catalogue of the coverages. */
  catalog: CareTypeCatalog;
  /** Under which heading each care type is; those that no heading has come last. */
  headings: Headings;
  /** Default `"fr"`. */
  language?: "fr" | "en" | undefined;
  /** The day whose year has the PMSS: "2026-01-01". */
  date: string;
  /** Other words for care types: they decide which labels `unsaid` takes for ones that are read. Default none. */
  synonyms?: readonly CareTypeSynonyms[] | undefined;
  /** Named acts, of which it is said what each coverage pays. */
  examples?: readonly BenefitExample[] | undefined;
}

/** Coverages side by side. Care types that no coverage pays for are in no row. */
export interface BenefitTable {
  language: "fr" | "en";
  date: string;
  /** In euros; null for a year that is not known. */
  pmss: string | null;
  /** In the order given, which is that of all `cells`. */
  coverages: { name: string; version: number }[];
  headings: BenefitTableHeading[];
  examples: BenefitTableExample[];
  /** Where reading the table again would give something else. Of an English table only what words cannot say in any language. */
  unsaid: BenefitUnsaid[];
}

export interface BenefitTableHeading {
  /** Null: care types that no heading has. */
  id: string | null;
  title: string;
  rows: BenefitTableRow[];
}

/** Care types of a heading that each coverage treats alike. */
export interface BenefitTableRow {
  label: string;
  /** Short codes, ascending. */
  care_types: string[];
  /** One, or one for each condition that changes what some coverage pays. */
  lines: BenefitTableLine[];
}

export interface BenefitTableLine {
  /** The condition in words; null where there is none. */
  label: string | null;
  when: CoverageCareTypeFilter;
  /** For each coverage. */
  cells: BenefitTableCell[];
}

export interface BenefitTableCell {
  text: string;
  /** That pay: none, one, or several where the coverage is ambiguous. */
  guarantees: string[];
  /** Null where nothing is paid; of several guarantees that of the first. */
  rule: CoverageRule | null;
  limits: CoverageRuleLimit[];
  /** What percentages of the PMSS are in euros, in the order of the text. */
  euros: BenefitEuros[];
}

/** A percentage, and what it is in euros, with two decimals. */
export interface BenefitEuros { pmss_percent: string; amount: string }

/**
 * What the table does not say at a place.
 *  - "care_types": reading the label of the row gives other care types
 *  - "condition": reading the label of the line gives another condition, or it is for all cases that no other line has
 *  - "rule": reading the cell gives another rule
 *  - "several_guarantees": several pay, which is ambiguous
 *  - "opaque_rule": another system's rule
 *  - "shared_limit": a limit shares what it leaves with that of another line
 *  - "too_many_lines": more than 4,096 parts, so that the row has no lines
 */
export interface BenefitUnsaid {
  code: "care_types" | "condition" | "rule" | "several_guarantees" | "opaque_rule" | "shared_limit" | "too_many_lines";
  /** Positions in `headings`, its `rows`, their `lines`. */
  heading: number;
  row: number;
  line: number;
  /** Null: of all. */
  coverage: number | null;
  /** What is said there, or the key of the limit. */
  text: string;
}

export interface BenefitTableExample {
  id: string;
  title: string;
  /** Of all its acts, in euros. */
  price: string;
  /** For each coverage. */
  coverages: BenefitExamplePaid[];
}

/** What is paid for all acts of an example, in euros; null where it is not known, or the Sécu's part of an act that is not covered. */
export interface BenefitExamplePaid {
  secu: string | null;
  complementary: string | null;
  out_of_pocket: string | null;
  /** The fields that acts lack. */
  missing: string[];
  /** For each act, with its computation. */
  acts: Reimbursement[];
}

/** Throws for headings that the catalogue lacks care types of, for acts of examples that cannot be read, a `TypeError` for no coverage or no
 *  date, a `RangeError` for a language. */
export function benefitTable(coverages: readonly Coverage[], options: BenefitTableOptions): BenefitTable;

export interface BenefitHtmlOptions {
  /** A whole document with its style, for printing on A4 landscape; else tables alone, of the class `benefit-table`. Default false. */
  document?: boolean | undefined;
}

/** Accessible HTML: a caption, headers of columns and rows. Every text is escaped. */
export function benefitTableHtml(table: BenefitTable, options?: BenefitHtmlOptions): string;

/** Tables of GitHub's Markdown. Every sign with a meaning is escaped. */
export function benefitTableMarkdown(table: BenefitTable): string;

export interface BenefitCsvOptions {
  /** Default `";"`, as French spreadsheets have it. */
  separator?: ";" | "," | "\t" | undefined;
}

/** The table without its examples. What a spreadsheet would take for a formula has an apostrophe in front. */
export function benefitTableCsv(table: BenefitTable, options?: BenefitCsvOptions): string;
