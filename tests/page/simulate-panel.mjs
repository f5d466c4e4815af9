// The Simulate view as its tests use it: files, numbers, and what the package itself answers for the same file.
import { readFileSync } from "node:fs";
import { CareTypeCatalog, OUTCOME_CODES } from "../../pkg/index.js";
import { exampleCatalog, exampleCoverage, openExample } from "./browser.mjs";

export { OUTCOME_CODES };
export const exampleFile = readFileSync(new URL("../../examples/acts.csv", import.meta.url), "utf8");
/** The same as the engine reads it: the page knows a yes of people, too. */
export const strict = (text) => text.replaceAll(",yes,", ",true,");
export const coverage = new CareTypeCatalog(JSON.parse(exampleCatalog)).compileCoverage(JSON.parse(exampleCoverage));

/** The words of the page for an outcome. */
export const WORDS = {
  covered: "Covered", not_covered: "Not covered", undetermined: "Not decided yet",
  ambiguous: "Ambiguous", unknown_care_type: "Unknown care type", invalid_act: "Cannot be read",
};

export const DOWNLOAD = "Download the file with its results";

/** What the button gives: the name of the file, and its text. */
export async function downloadedFrom(page, name = DOWNLOAD) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString() };
}

/** The meaning that is picked for a column. */
export const meaningOf = (page, heading) => page.getByRole("combobox", { name: `What ${heading} means`, exact: true });

export const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
export const table = (page, name) => page.getByRole("table", { name, exact: true });
export const result = (page, name) => page.getByRole("heading", { name: `Result of ${name}` });
export const rowsToLookAt = (page) => table(page, "Rows to look at").locator("tbody tr");

/** A file as the file picker hands it over, without a type, as for an extension that the system does not know. */
export function actsFile(name, text) {
  return { name, mimeType: "", buffer: Buffer.from(text) };
}

export async function openSimulate(browser, options = {}) {
  return openExample(browser, { fragment: "#simulate", ...options });
}

export async function choose(page, ...files) {
  await page.locator("main input[type=file]").setInputFiles(files);
}

/** Each row of a table of counts: its name and its number. */
export async function counts(page, name) {
  const rows = await table(page, name).locator("tbody tr").all();
  return Object.fromEntries(await Promise.all(rows.map(async (row) => {
    const [title, number] = await row.locator("th, td").allInnerTexts();
    return [plain(title), Number(number.replaceAll(",", ""))];
  })));
}

/** A large file: the rows of the example file, again and again. */
export function repeated(rows) {
  const [header, ...lines] = exampleFile.trimEnd().split("\n");
  return [header, ...Array.from({ length: rows }, (_, index) => lines[(index * 7) % lines.length])].join("\n");
}
