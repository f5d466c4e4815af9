// The import of the Table view as its tests use it: tables that are brought in, their places, and what the package itself reads.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { readBenefitTable } from "../../pkg/benefit-table.js";
import { CareTypeCatalog } from "../../pkg/node.js";
import { chooseFiles, exampleCatalog, exampleCoverage, file, openPage } from "./browser.mjs";

const bytes = (path) => readFile(new URL(`../../${path}`, import.meta.url));
const json = async (path) => JSON.parse(await bytes(path));
const [headings, english, french, ofTables] = await Promise.all(["examples/headings.json", "examples/synonyms/en.json", "examples/synonyms/fr.json", "examples/synonyms/tables.fr.json"].map(json));
const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));
export const XLSX = await bytes("tests/spreadsheets/grille.xlsx");

/** What the package itself reads. */
export const readingOf = (grid, shares = {}) => readBenefitTable(grid, { catalog, headings, synonyms: [english, french, ofTables], shares });

/** By the words alone that people search for. */
export const patientsReadingOf = (grid) => readBenefitTable(grid, { catalog, headings, synonyms: [english, french] });

export const CSV = [
  "Garanties;Essentiel;Confort",
  "HOSPITALISATION;;",
  "Forfait journalier hospitalier;Frais réels;Frais réels",
  "Chambre particulière;30 € par jour;60 € par jour, 90 jours par an",
  "Honoraires OPTAM;100 % BR;200 % BR",
  "Allocation naissance;100 €;200 €",
  "DENTAIRE;;",
  "Soins dentaires (tarif spécial);100 % BR;70 % BR",
  "Couronne;125 % BR;250 % BR selon contrat",
  "Implant;néant;500 € par an",
  "(1) Selon les conditions générales.;;",
].join("\n");

export const table = (name, content) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
export const plain = (text) => text.replace(/\s+/g, " ").trim();
export const review = (page) => page.locator('.import-review[aria-busy="false"]');
export const place = (page, name) => page.locator(".import-cell").and(page.getByRole("button", { name: new RegExp(`^${name}\\s?:`) }));
export const detail = (page) => page.locator(".import-detail");

/** Each place with a text: where, what it says, and how it is with it. */
const places = (page) => page.locator(".import-cell").evaluateAll((all) => all.map((cell) => [...cell.children].map((part) => part.textContent.trim()).join(" ").replace(/\s+/g, " ")));

export async function openTable(browser, options = {}) {
  const page = await openPage(browser, { fragment: "#table", ...options });
  await chooseFiles(page, file("catalog.json", exampleCatalog), file("coverage.json", exampleCoverage));
  await page.locator('.tabled-answer[aria-busy="false"]').waitFor();
  return page;
}

export async function openImport(browser, content = CSV, { name = "grille.csv", ...options } = {}) {
  const page = await openTable(browser, options);
  await page.locator(".tabled .list-head").first().getByRole("button", { name: /^(Import a table…|Importer un tableau…)$/ }).click();
  await page.locator('.import-ways input[type="file"]').setInputFiles(table(name, content));
  await review(page).waitFor();
  return page;
}

/** Cells that are pasted where the focus is. */
export function paste(page, { html = "", text = "" }) {
  return page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer();
    if (html !== "") clipboardData.setData("text/html", html);
    if (text !== "") clipboardData.setData("text/plain", text);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, { html, text });
}

const STATE_WORDS = { noted: "Footnote not read", read: "Understood", assumed: "Assumed", unread: "Not understood", waiting: "Without care type", shadowed: "Shadowed", contradictory: "Contradictory", nothing: "Nothing paid" };

/** What is to be said of each cell of benefits, by the package's reading. */
function expectedCells({ cells, footnotes: all }) {
  return cells.map(({ row, column, text, status, reading, inapplicable, footnotes, footnotes_used: used }) => {
    const isNoted = footnotes.some((at) => !used.includes(at) && text.includes(`(${all[at].mark})`));
    const state = status === "read" && isNoted ? "noted" : status === "unmatched" ? "waiting" : status === "read" && (reading.assumed.length > 0 || inapplicable.length > 0) ? "assumed" : status;
    return plain(`${"ABCDEFG"[column]}${row + 1}: ${text} ${STATE_WORDS[state]}`);
  });
}

export async function assertRead(page, grid) {
  await review(page).waitFor();
  const reading = readingOf(grid);
  const found = await places(page);
  const missing = expectedCells(reading).filter((cell) => !found.includes(cell));
  assert.deepEqual(missing, []);
  assert.ok(reading.cells.length > 0);
  return reading;
}
