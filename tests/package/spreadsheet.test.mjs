// Benefit tables in files of spreadsheet programs: what is written is read again, an independent reader finds the same, and what people make with
// such programs (percentages and euros as numbers, dates, formulas, merged cells, hidden sheets) is read as they see it.
import assert from "node:assert/strict";
import { readFileSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import readExcelFile from "read-excel-file/node";
import { heavy, odd, refused } from "./hostile-values.mjs";
import { imported, importText, inside } from "./install.mjs";

symlinkSync(resolve("node_modules/hucre"), inside("node_modules/hucre"));
const { benefitGridsFromXlsx, benefitTableXlsx } = await importText("spreadsheet-entry.mjs", 'export * from "care-coverage/spreadsheet";\n');
const { benefitGrid, benefitTable, readBenefitTable } = await importText("spreadsheet-tables.mjs", 'export * from "care-coverage/benefit-table";\n');

const json = (name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const catalog = new imported.CareTypeCatalog(json("examples/catalog.json"));
const headings = json("examples/headings.json");
const coverage = catalog.compileCoverage(json("examples/coverage.json"));
const table = benefitTable([coverage, coverage], { catalog, headings, date: "2026-01-01", examples: json("examples/benefit-examples.json").examples });

/** Places that are a text in the grid. */
const textsOf = (grid) => grid.map((row) => row.map((cell) => (typeof cell === "string" ? cell.trim() : null)));
const wide = (grid, width) => grid.map((row) => [...row, ...Array(width - row.length).fill("")]);

test("a table is written and read again, cell by cell, with what spans", async () => {
  const [first, second, ...others] = await benefitGridsFromXlsx(await benefitTableXlsx(table));
  assert.deepEqual([first.hidden, second.hidden, others], [false, false, []]);
  const written = benefitGrid(table);
  assert.deepEqual(first.grid.slice(0, written.length), wide(written, 3));
  // Then an empty row, and the PMSS.
  assert.deepEqual(first.grid.slice(written.length).map(([cell]) => cell), ["", "Le PMSS de l’année 2026 est de 4\u202f005\u00a0€."]);
  assert.equal(second.grid.length, 1 + 2 * table.examples.length);
  const read = readBenefitTable(first.grid, { catalog, headings });
  assert.deepEqual(read.formulas.map(({ columns }) => columns), [[1], [2]]);
});

test("an independent reader finds the same texts; the file prints on A4 landscape with its header", async () => {
  const bytes = await benefitTableXlsx(table);
  const sheets = await readExcelFile(Buffer.from(bytes));
  const rows = Array.isArray(sheets[0]) ? sheets : sheets[0].data;
  const written = textsOf(benefitGrid(table));
  written.forEach((row, index) => row.forEach((text, column) => assert.equal(rows[index][column] ?? null, text === "" ? null : text, `${index}, ${column}`)));
  const files = unzipSync(bytes);
  const sheet = Buffer.from(files["xl/worksheets/sheet1.xml"]).toString();
  assert.match(sheet, /<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/);
  assert.match(Buffer.from(files["xl/workbook.xml"]).toString(), /_xlnm\.Print_Titles[^>]*>[^<]*!\$1:\$1</);
  assert.match(sheet, /<mergeCell ref="A2:C2"\/>/);
  assert.doesNotMatch(sheet, /<f[ >]/);
});

test("a text is never a formula", async () => {
  const evil = structuredClone(table);
  evil.headings[0].title = '=HYPERLINK("http://example.org";"x")';
  evil.coverages[0].name = "@SUM(1)";
  const bytes = await benefitTableXlsx(evil);
  assert.doesNotMatch(Buffer.from(unzipSync(bytes)["xl/worksheets/sheet1.xml"]).toString(), /<f[ >]/);
  const [{ grid }] = await benefitGridsFromXlsx(bytes);
  assert.deepEqual([grid[0][1], grid[1][0]], ["@SUM(1)", '=HYPERLINK("http://example.org";"x")']);
});

test("numbers are read as their program shows them", async () => {
  const shown = [
    [1.5, "0%", "150 %"], [1.255, "0.0%", "125,5 %"], [1500, '#,##0.00 "€"', "1 500,00 €"], [30, "#,##0\\ [$€-40C]", "30 €"], [30.5, "General", "30,5"],
    [0.1 + 0.2, "General", "0,3"], [26.1, undefined, "26,1"], [true, undefined, "oui"], [new Date(Date.UTC(2026, 0, 2)), undefined, "02/01/2026"], ["  150 % BR ", undefined, "150 % BR"], [null, undefined, ""],
  ];
  const cells = new Map(shown.flatMap(([value, numFmt], row) => (numFmt ? [[`${row},0`, { value, style: { numFmt } }]] : [])));
  const bytes = await writeXlsx({ sheets: [{ name: "Feuil1", rows: shown.map(([value]) => [value, "x"]), cells }] });
  const [{ grid }] = await benefitGridsFromXlsx(bytes);
  assert.deepEqual(grid.map(([text]) => text.replaceAll(/[\u202f\u00a0]/g, " ")), shown.map(([, , text]) => text));
});

test("merged cells span, formulas are their last result, hidden sheets say so", async () => {
  const rows = [["Garanties", "Base", null], ["Soins", "100 % BR", "150 % BR"], [null, "x", "y"], ["Somme", 3, 4]];
  const bytes = await writeXlsx({ sheets: [
    { name: "Grille", rows, merges: [{ startRow: 0, startCol: 1, endRow: 0, endCol: 2 }, { startRow: 1, startCol: 0, endRow: 2, endCol: 0 }], cells: new Map([["3,1", { formula: "1+2", formulaResult: 3 }]]) },
    { name: "Notes", rows: [["z"]], hidden: true },
  ] });
  const sheets = await benefitGridsFromXlsx(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  assert.deepEqual(sheets, [
    { name: "Grille", hidden: false, grid: [["Garanties", "Base", { span_of: [0, 1] }], ["Soins", "100 % BR", "150 % BR"], [{ span_of: [1, 0] }, "x", "y"], ["Somme", "3", "4"]] },
    { name: "Notes", hidden: true, grid: [["z"]] },
  ]);
});

test("bytes of another realm are bytes", async () => {
  const foreign = runInNewContext("(bytes) => Uint8Array.from(bytes)")(await benefitTableXlsx(table));
  assert.ok(!(foreign instanceof Uint8Array));
  for (const given of [foreign, foreign.buffer]) assert.equal((await benefitGridsFromXlsx(given)).length, 2);
});

test("whatever grid of texts is written, it is read", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\ufffe\uffff]/gu, "").trim());
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), async (rows) => {
    const cell = (text) => ({ text, guarantees: [], rule: null, limits: [], euros: [] });
    const lines = rows.map(([label, text]) => ({ label, care_types: [], lines: [{ label: null, when: {}, cells: [cell(text)] }] }));
    const given = { ...table, coverages: [{ name: "A", version: 1 }], headings: [{ id: null, title: "T", rows: lines }], examples: [] };
    const [{ grid }] = await benefitGridsFromXlsx(await benefitTableXlsx(given));
    assert.deepEqual(grid.slice(2), rows.map((row) => row.map((text) => text)));
  }), { numRuns: 60, seed: 1 });
});

test("what is no file is refused, and says so", async () => {
  for (const [name, make] of [...Object.values(refused).flatMap(Object.entries), ...Object.entries(odd), ...Object.entries(heavy)]) {
    await assert.rejects(async () => benefitGridsFromXlsx(make("x")), Error, name);
  }
  for (const given of [undefined, null, "UEsDBA==", [80, 75], {}, { [Symbol.toStringTag]: "ArrayBuffer" }]) await assert.rejects(benefitGridsFromXlsx(given), TypeError);
  const bytes = await benefitTableXlsx(table);
  await assert.rejects(benefitGridsFromXlsx(bytes.slice(0, bytes.length / 2)), { name: "TypeError", message: /^this is no XLSX file: / });
  await assert.rejects(benefitGridsFromXlsx(new Uint8Array(20_000_001)), RangeError);
  await assert.rejects(benefitGridsFromXlsx(new Uint8Array()), TypeError);
});
