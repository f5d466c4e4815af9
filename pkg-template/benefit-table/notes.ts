// Which footnotes has each row and cell, and what is said of it outside of the cell? The nearer goes before: footnotes of the cell and its row,
// the words of its row and sections, the footnotes of these, the header, its footnotes, a sentence about the whole table.
import type * as api from "../care-coverage-benefit-table";
import { baseIn, baseOf, withBase } from "./bases.ts";
import { type Footnotes, termsIn, withTerms } from "./footnotes.ts";
import type { Grid } from "./grid.ts";
import { withUnits } from "./label-units.ts";
import { readBenefit } from "./read-benefit.ts";
import type { TableRow } from "./rows-of-table.ts";
import { nearest, NOTHING_SAID, saidOf, type Share, type Shares, sharesIn, speaksOfShare } from "./share.ts";
import type { Shape } from "./table-shape.ts";

/** What is said of a cell before headings. */
export type Said = Pick<api.BenefitTableReadCell, "reading" | "status" | "share_from" | "footnotes_used">;

export class Notes {
  private readonly ofRows: number[][];
  private readonly ofHeaders: Map<number, number[]>;
  private readonly header: Shares;
  /** By footnote, the rows that have it: a limit that it says might be one for all of them. */
  private readonly rowsWith = new Map<number, Set<number>>();
  /** Rows with a cell that what their labels say it is for does not go with. */
  readonly unused = new Set<number>();
  /** The percentages of which base, where the whole table says it. */
  private readonly base: string | null;

  constructor(
    readonly footnotes: Footnotes,
    private readonly grid: Grid,
    private readonly rows: readonly TableRow[],
    private readonly shape: Shape,
  ) {
    const isBody = rows.map(({ kind }) => kind === "benefit");
    const around = rows.filter(({ row, kind }) => kind !== "benefit" && (row < isBody.indexOf(true) || row > isBody.lastIndexOf(true)));
    this.base = around.map(({ label }) => baseIn(label)).find((base) => base !== null) ?? null;
    this.header = sharesIn(shape.headerText);
    this.ofHeaders = new Map([...shape.headers].map(([column, texts]) => [column, footnotes.of(texts.join("\n"))]));
    const columns = shape.formulas.flatMap((formula) => formula.columns);
    this.ofRows = rows.map(({ row, kind, label }) => {
      if (kind === "footnote") return [];
      const own = footnotes.of(label);
      const all = kind === "header" ? own : [...own, ...columns.flatMap(({ column }) => footnotes.of(grid.textAt(row, column)))];
      for (const footnote of all) this.rowsWith.set(footnote, (this.rowsWith.get(footnote) ?? new Set()).add(row));
      return own;
    });
  }

  /** Those of its label. */
  ofRow(row: number): number[] {
    return this.ofRows[row]!;
  }

  /** Those of its text, of its row, of the sections above and of the header of its column. */
  ofCell(row: number, column: number, text: string): number[] {
    const all = [...this.near(row, text), ...this.ofSections(row), ...this.ofHeaders.get(column)!];
    return [...new Set(all)].sort((left, right) => left - right);
  }

  private near(row: number, text: string): number[] {
    return [...new Set([...this.footnotes.of(text), ...this.ofRows[row]!])];
  }

  private ofSections(row: number): number[] {
    return this.rows[row]!.sections.flatMap((section) => this.ofRows[section]!);
  }

  /** Of what a bare percentage of a cell is one: its row says it, its header, its sections or the table. */
  private baseAt(row: number, column: number): string | null {
    const ofRow = this.shape.others.filter(({ holds, name }) => holds === "secu" && /assiette|base|^br/i.test(name)).map((other) => baseOf(this.grid.textAt(row, other.column)));
    const ofSections = [...this.rows[row]!.sections].reverse().map((section) => baseIn(this.rows[section]!.label));
    return [...ofRow, ...this.shape.headers.get(column)!.map(baseIn), ...ofSections, this.base].find((base) => base !== null) ?? null;
  }

  /** A cell with its base, with what its label says that it is for, and with what the footnotes of its text and its row add to it. */
  reading(row: number, column: number, text: string, label: string): Said {
    let whole = withBase(text, this.baseAt(row, column));
    const { units } = this.rows[row]!;
    const bare = readBenefit(whole, { label });
    const ofLabel = units && bare.readings.length > 0 ? withUnits(whole, units, readBenefit(whole)) : whole;
    if (ofLabel === null) this.unused.add(row);
    else whole = ofLabel;
    const said = { ...readingOf(readBenefit(whole, { label }), whole), footnotes_used: [] as number[] };
    if (said.status !== "read") return { ...readingOf(readBenefit(text, { label }), text), footnotes_used: [] };
    for (const footnote of this.near(row, text)) {
      const terms = this.footnotes.isAlone(footnote) ? termsIn(this.footnotes.list[footnote]!.text) : null;
      if (!terms || (terms.hasLimit && this.rowsWith.get(footnote)!.size > 1)) continue;
      const reading = withTerms(whole, terms, label);
      if (!reading) continue;
      if (said.share_from === "assumed" && !reading.assumed.includes("share")) said.share_from = terms.saysShare ? "footnote" : "cell";
      whole = `${whole}, ${terms.text}`;
      said.reading = reading;
      said.footnotes_used.push(footnote);
    }
    return said;
  }

  /** Who says the share of a cell that does not say it; a share that is null is unclear. */
  shareOf({ row, column, reading }: api.BenefitTableReadCell): { share: Share | null; from: "heading" | "footnote"; footnote?: number } | null {
    const rules = reading.readings.map(({ rule }) => rule);
    const inWords = (shares: Shares) => {
      const said = saidOf(shares, rules);
      return said && { share: said === "unclear" ? null : said, from: "heading" as const };
    };
    const inNotes = (found: { share: Share | null; footnote: number } | null) => found && { ...found, from: "footnote" as const };
    return (
      inWords(this.rows[row]!.shares) ?? inNotes(this.footnotes.share(this.ofSections(row))) ?? inWords(nearest(this.rows[row]!.shares, this.header))
      ?? inNotes(this.footnotes.share(this.ofHeaders.get(column)!)) ?? inNotes(this.footnotes.shareOfTable(rules))
    );
  }
}

export function readingOf(reading: api.BenefitReading, text: string): Pick<api.BenefitTableReadCell, "reading" | "status" | "share_from"> {
  const status = reading.unread.length > 0 ? "unread" : reading.readings.length === 0 ? "nothing" : "read";
  return { reading, share_from: reading.assumed.includes("share") && !speaksOfShare(text) ? "assumed" : "cell", status };
}
