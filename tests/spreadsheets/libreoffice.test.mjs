// A real spreadsheet program: what it writes is read as people see it there, and it shows the cells of what is written here.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CareTypeCatalog } from "../../pkg/index.js";
import { benefitGrid, benefitGridFromCsv, benefitTable } from "../../pkg/benefit-table.js";
import { benefitGridsFromXlsx, benefitTableXlsx } from "../../pkg/spreadsheet.js";

const folder = mkdtempSync(join(tmpdir(), "care-coverage-spreadsheets-"));
after(() => rmSync(folder, { recursive: true }));
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const json = (url) => JSON.parse(readFileSync(new URL(url, import.meta.url), "utf8"));

/** Into the folder. Its profile is of these tests alone. `filter`: how it is written. */
function convert(file, extension, filter = extension) {
  execFileSync("soffice", [`-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`, "--headless", "--convert-to", filter, "--outdir", folder, file], { stdio: "pipe", timeout: 120_000 });
  return readFileSync(join(folder, `${file.split("/").pop().replace(/\.\w+$/, "")}.${extension}`));
}

/** It sets some spaces that do not break, by its version. */
const plain = (value) => JSON.parse(JSON.stringify(value).replaceAll(/[\u202f\u00a0]/g, " "));

test("the file that it wrote once, and the one that it writes now, are read as people see them", async () => {
  const expected = json("grille.json");
  assert.deepEqual(plain(await benefitGridsFromXlsx(readFileSync(here("grille.xlsx")))), expected);
  assert.deepEqual(plain(await benefitGridsFromXlsx(convert(here("grille.fods"), "xlsx"))), expected);
});

test("it opens a table that is written here, and shows the same cells", async () => {
  const catalog = new CareTypeCatalog(json("../../examples/catalog.json"));
  const coverage = catalog.compileCoverage(json("../../examples/coverage.json"));
  const table = benefitTable([coverage, coverage], { catalog, headings: json("../../examples/headings.json"), date: "2026-01-01" });
  writeFileSync(join(folder, "table.xlsx"), await benefitTableXlsx(table));
  // 44: comma, 34: quote, 76: UTF-8; the cells as they are shown.
  const shown = benefitGridFromCsv(convert(join(folder, "table.xlsx"), "csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true").toString());
  const written = benefitGrid(table).map((row) => row.map((cell) => (typeof cell === "string" ? cell.trim() : "")));
  assert.ok(written.length > 20);
  assert.deepEqual(shown.slice(0, written.length).map((row) => row.slice(0, 3)), written.map((row) => [...row, "", ""].slice(0, 3)));
  // What it reads, it writes as XLSX that is read here again.
  const [again] = await benefitGridsFromXlsx(convert(join(folder, "table.xlsx"), "xlsx", "xlsx:Calc MS Excel 2007 XML"));
  assert.deepEqual(again.grid.slice(0, written.length).map((row) => row.map((cell) => (typeof cell === "string" ? cell : ""))), written.map((row) => [...row, "", ""].slice(0, 3)));
});
