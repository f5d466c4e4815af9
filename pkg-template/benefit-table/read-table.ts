// What does a benefit table say? Its formulas as coverages, and of each cell what was read, assumed and not understood. Nothing is dropped: a
// row or a cell that is no part of a coverage says why.
import type * as api from "../care-coverage-benefit-table";
import type * as main from "../care-coverage";
import { Grid } from "./grid.ts";
import { type Claim, guaranteesOf, type Names, uniqueName } from "./guarantees.ts";
import { Labels } from "./labels.ts";
import { readBenefit } from "./read-benefit.ts";
import { both } from "./regions.ts";
import { rowsOfTable, type TableRow } from "./rows-of-table.ts";
import { type Share, shareIn } from "./share.ts";
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
  const header = shareIn(shape.headerText);
  const answer: api.BenefitTableReading = { formulas: [], rows: found.map(({ share, name, ...row }) => row), cells: [], share_open: [] };
  const names: Names = new Map();
  // Limits of one key share what they leave: each row has its own.
  const known: Names = new Map();
  for (const row of found) if (row.kind === "benefit") row.name = uniqueName(row.name, known);
  for (const { name, columns } of shape.formulas) {
    const claims: Claim[] = [];
    const formula = answer.formulas.length;
    for (const column of columns) {
      const cells = cellsOf(grid, column, columns, found, formula);
      const open = withShares(cells, found, header, Object.hasOwn(shares, column.column) ? shares[column.column]! : null);
      if (open.length > 0) answer.share_open.push({ formula, column: column.column, rows: open });
      for (const cell of cells) {
        const at = answer.cells.push(cell) - 1;
        const row = found[cell.row]!;
        if (row.kind !== "benefit" || row.status !== "matched") {
          if (cell.status === "read") cell.status = "unmatched";
          continue;
        }
        for (const { when, rule } of cell.reading.readings) {
          const joint = both(row.when, when);
          const whole = joint && both(joint, isOfAll(grid, cell.row, columns) ? {} : column.when);
          if (whole) claims.push({ careTypes: row.care_types, when: whole, rule, name: row.name, cell: at });
          else cell.status = "contradictory";
        }
      }
    }
    const { guarantees, shadowed, inapplicable, indivisible } = guaranteesOf(claims, catalogue);
    const used = new Set(claims.map(({ cell }) => cell).filter((cell) => !shadowed.includes(cell)));
    for (const cell of shadowed) if (!used.has(cell)) answer.cells[cell]!.status = "shadowed";
    for (const [cell, codes] of inapplicable) answer.cells[cell]!.inapplicable = codes;
    for (const cell of indivisible) answer.cells[cell]!.status = "shadowed";
    answer.formulas.push({ name, columns: columns.map(({ column }) => column), coverage: { name: uniqueName(name, names, `FORMULA_${formula + 1}`), version: 1, guarantees } });
  }
  return answer;
}

/** Every cell of a column that has words of its own, also in rows that are no benefits but sections with a benefit. */
function cellsOf(grid: Grid, { column }: Column, columns: readonly Column[], rows: readonly TableRow[], formula: number): api.BenefitTableReadCell[] {
  const cells: api.BenefitTableReadCell[] = [];
  rows.forEach(({ kind, name }, row) => {
    const text = grid.textAt(row, column);
    if (kind !== "benefit" || text === "") return;
    // A cell that spans all columns of a formula is one.
    if (column !== columns[0]!.column && isOfAll(grid, row, columns)) return;
    const reading = readBenefit(text, { label: column === columns[0]!.column ? name : `${name}_C${column}` });
    const status = reading.unread.length > 0 ? "unread" : reading.readings.length === 0 ? "nothing" : "read";
    cells.push({ row, column, origin: grid.originOf(row, column), formula, text, reading, share_from: reading.assumed.includes("share") && shareIn(text) === null ? "assumed" : "cell", status, inapplicable: [] });
  });
  return cells;
}

/** One cell spans all columns of a formula, which are of different conditions: it is for all of them. */
function isOfAll(grid: Grid, row: number, columns: readonly Column[]): boolean {
  const [origin, first] = grid.originOf(row, columns[0]!.column);
  return columns.length > 1 && columns.every(({ column }) => {
    const [other, start] = grid.originOf(row, column);
    return other === origin && start === first;
  });
}

/** The share that a heading says, or the caller; the rows whose share is open where a column shows a bare percentage below 100. */
function withShares(cells: readonly api.BenefitTableReadCell[], rows: readonly TableRow[], header: Share | null, given: Share | null): number[] {
  const open: number[] = [];
  const assumed = cells.filter(({ share_from }) => share_from === "assumed");
  for (const cell of assumed) {
    const said = rows[cell.row]!.share ?? header;
    const share = said ?? given;
    if (share === null) continue;
    cell.share_from = said ? "heading" : "given";
    cell.reading.assumed = cell.reading.assumed.filter((what) => what !== "share");
    for (const reading of cell.reading.readings) reading.rule = withShare(reading.rule, share);
  }
  const bare = (cell: api.BenefitTableReadCell) => cell.share_from === "assumed" && cell.reading.readings.some(({ rule }) => isPercentage(rule));
  const below = assumed.some((cell) => bare(cell) && cell.reading.readings.some(({ rule }) => rule.secu_share === "excluded"));
  if (!below) return open;
  for (const cell of assumed) {
    if (!bare(cell) || cell.reading.readings.every(({ rule }) => rule.secu_share === "excluded")) continue;
    cell.share_from = "open";
    open.push(cell.row);
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

