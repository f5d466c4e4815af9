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
   *  civil year. "unit": an amount with neither unit nor period, or for an "équipement" or a
   *  "paire", is for each act. */
  assumed: ("share" | "year" | "unit")[];
  unread: BenefitUnread[];
  notes: BenefitNote[];
}

/** From `start` up to `end`, which is behind it. */
export interface BenefitPlace { start: number; end: number }

/** Words of a cell that were not understood. `lacks`: what would have to be said with them: of what a percentage is ("100 %"), over which time a
 *  number is ("4 séances"). Left out where that is not known. */
export interface BenefitUnread extends BenefitPlace { lacks?: "base" | "period" }

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

/** What is paid for all acts of an example, in euros, each null where it is not known. Of an act that no guarantee covers it is the Sécu's part and
 *  the rest. */
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
 *  date, a `RangeError` for a language and for more than 100 coverages. */
export function benefitTable(coverages: readonly Coverage[], options: BenefitTableOptions): BenefitTable;

export interface BenefitTableAsyncOptions extends BenefitTableOptions {
  /** An `AbortSignal` gives the work up; the promise rejects with its reason. */
  signal?: { readonly aborted: boolean; readonly reason?: any } | undefined;
}

/** The same table, made on the same thread in tasks of about 10 ms, so that a page answers meanwhile. Coverages and catalogue must not be freed
 *  before it is settled. Rejects with what `benefitTable` throws. */
export function benefitTableAsync(coverages: readonly Coverage[], options: BenefitTableAsyncOptions): Promise<BenefitTable>;

/** The table as cells, as `readBenefitTable` takes them, without its examples. A heading, and the label of several lines, span all columns. */
export function benefitGrid(table: BenefitTable): BenefitGrid;

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

// ───────────────────────────── a table as coverages ─────────────────────────────

/** A text; or the place of the text that spans this place, too. */
export type BenefitGridCell = string | { span_of: [row: number, column: number] };

/** Cells row by row. A cell that is not there is empty. */
export type BenefitGrid = BenefitGridCell[][];

export interface ReadBenefitTableOptions {
  /** The catalogue whose care types rows are for. */
  catalog: CareTypeCatalog;
  /** Titles of sections are compared with theirs. */
  headings: Headings;
  /** Other words for care types and groups. Default none. */
  synonyms?: readonly CareTypeSynonyms[] | undefined;
  /** Default `"fr"`; any other throws a `RangeError`. */
  language?: "fr" | undefined;
  /** By column, whether the Sécu part is included where neither cell nor heading says it: the answer to `share_open`. */
  shares?: { readonly [column: number]: "included" | "excluded" } | undefined;
}

/** All that a table says, and all that was not understood of it. */
export interface BenefitTableReading {
  /** From left to right. */
  formulas: BenefitFormula[];
  /** Every row of the table. */
  rows: BenefitTableReadRow[];
  /** Every cell of a row of benefits that has a text, by formula and column, then by row. A text that spans several rows or columns is read at
   *  each of its places; one of several lines, each for a line of its label, once for each: `part`. One that begins with "+" in a row without a
   *  label goes on with the cell above, and is in its text. */
  cells: BenefitTableReadCell[];
  /** What is said below the table, and sentences there about the whole table that were used. */
  footnotes: BenefitFootnote[];
  /** Columns that are no formula, from left to right. What is in them is in no coverage, nor in `cells`. */
  other_columns: BenefitOtherColumn[];
  /** Columns that have a bare `N % BR` below 100, so that their other bare ones might come on top of the Sécu, too; or cells
   *  of which words around them speak in a way that is not understood; with their rows. */
  share_open: { formula: number; column: number; rows: number[] }[];
}

export interface BenefitFormula {
  /** As its header calls it. */
  name: string;
  /** One, or one for each condition that is the header of a column: "Conventionné", "Non conventionné". */
  columns: number[];
  /** One guarantee for each reading that was used. Without guarantees where nothing was: no valid payload. */
  coverage: CoveragePayload;
}

/** A footnote. One that a cell or a row has and that is not used should be looked at: it may be a limit. */
export interface BenefitFootnote {
  /** "1" for "(1)", "[1]" and "¹"; "*" and "**" for stars. Null: a sentence about the whole table. */
  mark: string | null;
  /** Where it is, as places of the row's `label`. Null: the table has a mark, and no text for it. */
  row: number | null;
  start: number;
  end: number;
  text: string;
  /** Cells of coverages have it, and each of them is read with it. */
  is_used: boolean;
}

/** A column whose header says what it holds: what the Sécu pays or pays it on ("secu"); what both pay, where there is a formula next to it ("total");
 *  premiums, prices, examples in euros, what is left to pay ("example"). */
export interface BenefitOtherColumn { column: number; name: string; holds: "secu" | "total" | "example" }

/** A row; places are of its `label`. Of several columns of labels the last is the row's, and those before it are sections of it; the label has all of
 *  them with " : " between them.
 *  - "matched": its care types are known
 *  - "unmatched": they are not, or words of its label are not: `unread`. Its cells are in no coverage
 *  - "contradictory": it asks for conditions that exclude one another
 *  - "text": no row of benefits */
export interface BenefitTableReadRow {
  row: number;
  kind: "header" | "section" | "footnote" | "empty" | "benefit";
  label: string;
  /** Short codes, ascending. */
  care_types: string[];
  /** The conditions of its label and of the sections above. */
  when: CoverageCareTypeFilter;
  unread: BenefitPlace[];
  /** Words in parentheses that were not understood, or that mean less than the label does; ages that may mean two things ("jusqu'à 20 ans"); what
   *  amounts are for ("par an") where it does not go with a cell. The row is used, and somebody should look at them: they may be a limit. */
  asides: BenefitPlace[];
  status: "matched" | "unmatched" | "contradictory" | "text";
  /** Each line of a label of several, from the first on; a first line that ends with a colon is the section of the others. None where it has one. */
  parts: BenefitTableReadPart[];
  /** Positions in `footnotes` of those that marks of its label point to. */
  footnotes: number[];
}

/** A line of the label of a row, as if it were a row; places are of its own `label`. */
export type BenefitTableReadPart = Pick<BenefitTableReadRow, "label" | "care_types" | "when" | "unread" | "asides" | "status">;

export interface BenefitTableReadCell {
  row: number;
  column: number;
  /** Where its text is: its own place, or that of the cell that spans it. */
  origin: [row: number, column: number];
  formula: number;
  /** Of a cell that was divided, which part of its row it is for: it has as many lines as the label, each was understood, and it was not as a
   *  whole. Null: it is for the whole row. */
  part: number | null;
  /** Of the part, where there is one. */
  text: string;
  /** With the base of a bare percentage, where its table says it, and with what its footnotes add to it. */
  reading: BenefitReading;
  /** Who says whether the Sécu part is included: the cell; a footnote; a heading or header; the option `shares`; nobody, so that what is usual was
   *  taken ("assumed"), or what is usual while the column shows, or words around it say, that it may be otherwise ("open"). */
  share_from: "cell" | "footnote" | "heading" | "given" | "assumed" | "open";
  /** Positions in `footnotes` of those of its text, of its row, of the sections above and of the header of its column. */
  footnotes: number[];
  /** Those that `reading` is made of, too: every word of them was understood. One with a limit of its own is not used where several rows have it. */
  footnotes_used: number[];
  /** "read": it is in the coverage. "nothing": nothing is paid. "unread": words of it were not understood. For the acts of either no wider row
   *  pays. "unmatched": its row is. "shadowed":
   *  more special rows have all of its acts, or its care types lack a fact that its conditions ask for (`inapplicable`). "contradictory": its condition and those of its row and column exclude one another. */
  status: "read" | "nothing" | "unread" | "unmatched" | "shadowed" | "contradictory";
  /** Care types of the row that lack a fact which its conditions ask for: no act of theirs is meant. */
  inapplicable: string[];
}

/** Reads a table. Between rows of one care type, that of fewer care types goes before, then that of more conditions, then the first: the other
 *  is for what is left. Throws a `TypeError` for rows that are none, a `RangeError` for more than 200,000 cells, and for headings what
 *  `CareTypeCatalog.headings` throws. */
export function readBenefitTable(rows: readonly (readonly BenefitGridCell[])[], options: ReadBenefitTableOptions): BenefitTableReading;

// ───────────────────────────── cells of files ─────────────────────────────

/** The cells of a CSV text, of at most 20,000,000 UTF-16 units. Without a separator the one that is in the most lines of its
 *  beginning; of several a tab, then `;`. The apostrophe that `benefitTableCsv` writes before what a spreadsheet would take for a formula is
 *  taken away. */
export function benefitGridFromCsv(text: string, options?: BenefitCsvOptions): BenefitGrid;

/** The cells of the first table of an HTML text, with their spans: nothing of it is run, and no document is made of it. A table in a cell is
 *  text of the cell. Throws a `RangeError` for a table of more than 200,000 cells. */
export function benefitGridFromHtml(html: string): BenefitGrid;

/** What a clipboard has of cells that were copied. */
export interface BenefitPaste {
  /** `text/html`. It goes before the text, because it has spans. */
  html?: string | undefined;
  /** `text/plain`: cells with tabs between them. */
  text?: string | undefined;
}

/** The cells that were copied from a spreadsheet or a page. */
export function benefitGridFromPaste(pasted: BenefitPaste): BenefitGrid;
