// What comes of whole published tables: are they coverages, and would those be contrats responsables?
//
//     node scripts/tables.mjs [FOLDER]     FOLDER, or CARE_COVERAGE_DATA, holds benefit-grids.json and care-types-national.json
//
// Prints how many rows and cells of all tables are read, and for some tables what `checkRequirements` says of each formula. It needs the
// package, built.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CareTypeCatalog } from "../pkg/index.js";
import { benefitTable } from "./benefit-table.mjs";

const folder = process.argv[2] ?? process.env.CARE_COVERAGE_DATA;
const path = folder && join(folder, "benefit-grids.json");
if (!path || !existsSync(path)) {
  console.log("CARE_COVERAGE_DATA names no folder with benefit-grids.json: how much of its tables is read was not measured.");
  process.exit(0);
}
const json = (name) => JSON.parse(readFileSync(name, "utf8"));
const { readBenefitTable } = await benefitTable();
const catalog = new CareTypeCatalog(json(join(folder, "care-types-national.json")));
const given = { catalog, headings: json("headings/national.json"), synonyms: [json("benefit-tables/synonyms.national.json")] };
/** By the article of the agreement, and the positions in it of the tables that are parts of one. */
const CHECKED = [["KALIARTI000039332747", [0]], ["KALIARTI000045177592", [0, 1]], ["KALIARTI000034135592", [0]]];
const [profile, classes] = [json("profiles/fr-contrat-responsable.json"), json("profiles/classes.national.json")];

const counted = { tables: 0, rows: 0, matched: 0, cells: {} };
/** Labels of rows without care types, those that differ in nothing but figures as one. */
const unmatched = new Map();
for (const { article, tables } of json(path).articles) {
  tables.forEach((table) => {
    const answer = readBenefitTable(gridOf(table), given);
    const rows = answer.rows.filter(({ kind }) => kind === "benefit");
    counted.tables += 1;
    counted.rows += rows.length;
    counted.matched += rows.filter(({ status }) => status === "matched").length;
    for (const { label, status } of rows) {
      const form = label.normalize("NFKC").replace(/\d+(?:[.,]\d+)?/g, "N").replace(/\s+/g, " ").toLowerCase();
      if (status !== "matched") unmatched.set(form, (unmatched.get(form) ?? 0) + 1);
    }
    for (const { status } of answer.cells) counted.cells[status] = (counted.cells[status] ?? 0) + 1;
  });
  for (const [name, parts] of CHECKED) if (name === article) print(article, readBenefitTable(stacked(parts.map((part) => gridOf(tables[part]))), given));
}
console.log(`${counted.tables} tables, ${counted.rows} rows of benefits, of them ${counted.matched} with care types (${((100 * counted.matched) / counted.rows).toFixed(1)} %); cells:`, counted.cells);
console.log("\nThe most frequent labels without care types:");
for (const [form, count] of [...unmatched].sort((left, right) => right[1] - left[1]).slice(0, Number(process.env.FORMS ?? 15))) console.log(`${String(count).padStart(4)}  ${form.slice(0, 120)}`);

function print(article, { formulas, rows, cells }) {
  console.log(`\n${article}: ${rows.filter(({ status }) => status === "unmatched").length} of ${rows.filter(({ kind }) => kind === "benefit").length} rows are not matched, ${cells.filter(({ status }) => status === "unread").length} of ${cells.length} cells are not read`);
  for (const { name, coverage } of formulas) {
    const { summary, requirements } = catalog.compileCoverage(coverage).checkRequirements(profile, { date: "2026-01-01", classes });
    console.log(`  ${name}: ${coverage.guarantees.length} guarantees, ${catalog.validateCoverage(coverage).filter(({ severity }) => severity === "error").length} errors; ${JSON.stringify(summary)}`);
    for (const { id, status, violations } of requirements) if (status === "violated") console.log(`    ${id}: ${[...new Set(violations.map(said))].slice(0, 3).join("; ")}`);
  }
}

/** Who pays too little or too much; what no guarantee pays for by its care types. */
function said({ reason, guarantee, region }) {
  const codes = region?.care_types ?? [];
  return `${reason} (${guarantee ?? `no guarantee: ${codes.slice(0, 12).join(" ")}${codes.length > 12 ? ` and ${codes.length - 12} more` : ""}`})`;
}

/** One grid below the other. */
function stacked(grids) {
  const rows = [];
  for (const grid of grids) {
    const above = rows.length;
    for (const row of grid) rows.push(row.map((cell) => (typeof cell === "string" ? cell : { span_of: [cell.span_of[0] + above, cell.span_of[1]] })));
  }
  return rows;
}

/** Cells that span others, as HTML has them: [text, columns, rows]. A span beyond the table's width is an error of the publisher. */
function gridOf(table) {
  const rows = table.map(() => []);
  const width = Math.max(...table.slice(0, 3).map((row) => row.reduce((sum, cell) => sum + (Array.isArray(cell) ? cell[1] : 1), 0)));
  table.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      const [text, columns, high] = Array.isArray(cell) ? cell : [cell, 1, 1];
      while (rows[at][column] !== undefined) column += 1;
      const wide = columns > width ? (row.length > 1 ? 1 : width) : columns;
      for (let y = at; y < Math.min(at + high, table.length); y += 1) for (let x = column; x < column + wide; x += 1) rows[y][x] = x === column && y === at ? text : { span_of: [at, column] };
    }
  });
  return rows.map((row) => Array.from(row, (cell) => cell ?? ""));
}
