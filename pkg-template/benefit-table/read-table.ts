// What does a benefit table say? Its formulas as coverages, and of each cell what was read, assumed and not understood. Nothing is dropped: a
// row or a cell that is no part of a coverage says why.
import type * as api from "../care-coverage-benefit-table";
import type * as main from "../care-coverage";
import { Footnotes } from "./footnotes.ts";
import { Grid } from "./grid.ts";
import { type Claim, guaranteesOf, type Names, uniqueName } from "./guarantees.ts";
import { unitsIn } from "./label-units.ts";
import { Labels } from "./labels.ts";
import { Notes, readingOf } from "./notes.ts";
import { readBenefit } from "./read-benefit.ts";
import { both, type Filter } from "./regions.ts";
import { applicable } from "./rows.ts";
import { linesOf, rowsOfTable, type TableRow } from "./rows-of-table.ts";
import type { Share } from "./share.ts";
import { type Column, shapeOf } from "./table-shape.ts";

export function readBenefitTable(rows: readonly (readonly api.BenefitGridCell[])[], options: api.ReadBenefitTableOptions): api.BenefitTableReading {
  const { catalog, headings, synonyms = [], language = "fr", shares = {} } = options;
  if (language !== "fr") throw new RangeError("the language of a benefit table is `fr`");
  for (const share of Object.values(shares)) if (share !== "included" && share !== "excluded") throw new RangeError("a share is `included` or `excluded`");
  const grid = new Grid(rows);
  const shape = shapeOf(grid);
  // A copy at each call of the catalogue.
  const mappings = catalog.getCareTypeMappings();
  const catalogue = { getCareTypeMappings: () => mappings };
  const labels = new Labels(catalogue, catalog.headings(headings), synonyms, language);
  const found = rowsOfTable(grid, shape, labels);
  const notes = new Notes(new Footnotes(found.filter(({ kind }) => kind === "footnote").map(({ row, label }) => ({ row, text: label }))), grid, found, shape);
  const answer: api.BenefitTableReading = {
    formulas: [], rows: found.map(({ shares: _, units: __, name, sections, goesOn, ...row }) => ({ ...row, footnotes: notes.ofRow(row.row) })), cells: [], share_open: [], footnotes: [], other_columns: shape.others,
  };
  const isAsked = (when: Filter, codes: readonly string[]) => codes.some((code) => applicable(mappings.internal_care_type_by_short_code[code]!, [{ filter: when, form: "", guarantee: 0 }]).length > 0);
  const names: Names = new Map();
  // Limits of one key share what they leave: each row has its own.
  const known: Names = new Map();
  for (const row of found) if (row.kind === "benefit") row.name = uniqueName(row.name, known);
  for (const { name, columns } of shape.formulas) {
    const claims: Claim[] = [];
    const formula = answer.formulas.length;
    for (const column of columns) {
      const cells = cellsOf(grid, column, columns, found, formula, notes);
      const open = withShares(cells, notes, Object.hasOwn(shares, column.column) ? shares[column.column]! : null);
      if (open.length > 0) answer.share_open.push({ formula, column: column.column, rows: open });
      for (const cell of cells) {
        const at = answer.cells.push(cell) - 1;
        const row = cell.part === null ? found[cell.row]! : { kind: "benefit", name: found[cell.row]!.name, ...found[cell.row]!.parts[cell.part]! };
        if (row.kind !== "benefit" || row.status !== "matched") {
          if (cell.status === "read") cell.status = "unmatched";
          continue;
        }
        // What is not understood, or is nothing, no wider row pays for.
        const readings = cell.reading.readings.length > 0 ? cell.reading.readings : [{ when: {}, rule: null }];
        for (const { when, rule } of readings) {
          const joint = both(row.when, when);
          const whole = joint && both(joint, isOfAll(grid, cell.row, columns) || (isAlone(grid, cell.row, column, columns) && !isAsked(column.when, row.care_types)) ? {} : column.when);
          if (whole) claims.push({ careTypes: row.care_types, when: whole, rule, name: row.name, cell: at });
          else if (rule) cell.status = "contradictory";
        }
      }
    }
    const { guarantees, shadowed, inapplicable, indivisible } = guaranteesOf(claims, catalogue, labels.basket);
    const used = new Set(claims.filter(({ rule }) => rule).map(({ cell }) => cell).filter((cell) => !shadowed.includes(cell)));
    for (const cell of shadowed) if (!used.has(cell)) answer.cells[cell]!.status = "shadowed";
    for (const [cell, codes] of inapplicable) answer.cells[cell]!.inapplicable = codes;
    for (const cell of indivisible) answer.cells[cell]!.status = "shadowed";
    answer.formulas.push({ name, columns: columns.map(({ column }) => column), coverage: { name: uniqueName(name, names, `FORMULA_${formula + 1}`), version: 1, guarantees } });
  }
  for (const row of notes.unused) {
    const place = unitsIn(found[row]!.label)?.place;
    if (place) answer.rows[row]!.asides.push(place);
  }
  answer.footnotes = notes.footnotes.list.map((footnote, index) => ({ ...footnote, is_used: isUsed(index, answer.cells) }));
  return answer;
}

/** Every cell of a column that has words of its own, also in rows that are no benefits but sections with a benefit. */
function cellsOf(grid: Grid, { column }: Column, columns: readonly Column[], rows: readonly TableRow[], formula: number, notes: Notes): api.BenefitTableReadCell[] {
  const cells: api.BenefitTableReadCell[] = [];
  for (const row of rows) {
    const own = grid.textAt(row.row, column);
    if (row.kind !== "benefit" || own === "" || isMore(grid, rows, row.row, column)) continue;
    const text = [own, ...moreOf(grid, rows, row.row, column)].join("\n");
    // A cell that spans all columns of a formula is one.
    if (column !== columns[0]!.column && isOfAll(grid, row.row, columns)) continue;
    const label = column === columns[0]!.column ? row.name : `${row.name}_C${column}`;
    const place = { row: row.row, column, origin: grid.originOf(row.row, column), formula };
    const footnotes = notes.ofCell(row.row, column, text);
    const parts = partsOf(row, text, label);
    if (parts) parts.forEach((part, index) => cells.push({ ...place, part: index, ...part, footnotes, footnotes_used: [], inapplicable: [] }));
    else cells.push({ ...place, part: null, text, ...notes.reading(row.row, column, text, label), footnotes, inapplicable: [] });
  }
  return cells;
}

/** "+ 120 €" in a row without a label: it goes on with the cell above, which alone would say less. */
function isMore(grid: Grid, rows: readonly TableRow[], row: number, column: number): boolean {
  return rows[row]!.goesOn && rows[row - 1]?.kind === "benefit" && !grid.isSpan(row, column) && grid.textAt(row, column).startsWith("+") && grid.textAt(row - 1, column) !== "";
}

function moreOf(grid: Grid, rows: readonly TableRow[], row: number, column: number): string[] {
  const more: string[] = [];
  for (let below = row + 1; below < rows.length && isMore(grid, rows, below, column); below += 1) more.push(grid.textAt(below, column));
  return more;
}

/** "100 €" and "200 €" of a row of two labels: what is not understood as one, where each line is one of a label that is understood. */
function partsOf({ parts }: TableRow, text: string, label: string): Pick<api.BenefitTableReadCell, "text" | "reading" | "status" | "share_from">[] | null {
  if (parts.length < 2 || parts.some(({ status }) => status !== "matched") || readBenefit(text).unread.length === 0) return null;
  const lines = linesOf(text);
  if (lines.length !== parts.length) return null;
  const read = lines.map((line, index) => ({ text: line, ...readingOf(readBenefit(line, { label: `${label}_${index + 1}` }), line) }));
  return read.every(({ status: said }) => said !== "unread") ? read : null;
}

/** One cell spans all columns of a formula, which are of different conditions: it is for all of them. */
function isOfAll(grid: Grid, row: number, columns: readonly Column[]): boolean {
  const [origin, first] = grid.originOf(row, columns[0]!.column);
  return columns.length > 1 && columns.every(({ column }) => {
    const [other, start] = grid.originOf(row, column);
    return other === origin && start === first;
  });
}

/** The only cell of its row in the columns of a formula: a condition of its column that is asked of no such act is none of it. */
function isAlone(grid: Grid, row: number, { column }: Column, columns: readonly Column[]): boolean {
  return columns.every((other) => other.column === column || grid.textAt(row, other.column) === "");
}

function isUsed(footnote: number, cells: readonly api.BenefitTableReadCell[]): boolean {
  const having = cells.filter(({ status, footnotes, footnotes_used }) => status === "read" && (footnotes.includes(footnote) || footnotes_used.includes(footnote)));
  return having.length > 0 && having.every(({ footnotes_used }) => footnotes_used.includes(footnote));
}

/** The share that a footnote says, a heading, or the caller; the rows whose share is open: where a column shows a bare percentage below 100, or
 *  what is said of it is not understood. */
function withShares(cells: readonly api.BenefitTableReadCell[], notes: Notes, given: Share | null): number[] {
  const open: number[] = [];
  const assumed = cells.filter(({ share_from }) => share_from === "assumed");
  const unclear = new Set<api.BenefitTableReadCell>();
  for (const cell of assumed) {
    const said = notes.shareOf(cell);
    const share = said?.share ?? given;
    if (share === null) {
      if (said) unclear.add(cell);
      continue;
    }
    cell.share_from = said?.share ? said.from : "given";
    if (said?.share && said.footnote !== undefined) cell.footnotes_used.push(said.footnote);
    cell.reading.assumed = cell.reading.assumed.filter((what) => what !== "share");
    for (const reading of cell.reading.readings) reading.rule = withShare(reading.rule, share);
  }
  const bare = (cell: api.BenefitTableReadCell) => cell.share_from === "assumed" && cell.reading.readings.some(({ rule }) => isPercentage(rule));
  const below = assumed.some((cell) => bare(cell) && cell.reading.readings.some(({ rule }) => rule.secu_share === "excluded"));
  for (const cell of assumed) {
    const isOpen = below && bare(cell) && cell.reading.readings.some(({ rule }) => rule.secu_share !== "excluded");
    if (cell.share_from !== "assumed" || !(isOpen || unclear.has(cell))) continue;
    cell.share_from = "open";
    if (open.at(-1) !== cell.row) open.push(cell.row);
  }
  return open;
}

function isPercentage({ components }: main.CoverageRule): boolean {
  return components.length === 1 && components[0]!.kind === "brss_percent";
}

function withShare(rule: main.CoverageRule, share: Share): main.CoverageRule {
  const { secu_share, ...rest } = rule;
  return share === "excluded" ? { ...rest, secu_share: "excluded" } : rest;
}

