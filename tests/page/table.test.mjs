// The Table view: the coverage as its readers see it, on paper, as files, and typed into.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { benefitGrid, benefitTable, benefitTableCsv, benefitTableHtml, benefitTableMarkdown } from "../../pkg/benefit-table.js";
import { CareTypeCatalog } from "../../pkg/node.js";
import { benefitGridsFromXlsx } from "../../pkg/spreadsheet.js";
import { assertForEveryone } from "./axe.mjs";
import {
  chooseFiles, eventually, exampleCatalog, exampleCoverage, file, openExample, openPage, readText, smallCatalog, smallCoverage, startBrowser, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const json = async (path) => JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), "utf8"));
const [headings, { examples }, english, french] = await Promise.all(["examples/headings.json", "examples/benefit-examples.json", "examples/synonyms/en.json", "examples/synonyms/fr.json"].map(json));
const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));
const DATE = "2026-03-29";

/** What the package itself says. */
function tableOf(...payloads) {
  return benefitTable(payloads.map((payload) => catalog.compileCoverage(payload)), { catalog, headings, examples, date: DATE, synonyms: [english, french] });
}

const plain = (text) => text.replace(/\s+/g, " ").trim();
const settled = (page) => page.locator('.tabled-answer[aria-busy="false"]').waitFor();

/** Each line of the table that is shown: its header and its cells, without the buttons. */
const shown = (page) =>
  page.locator("table.benefits:not(.benefits-examples) tbody tr").evaluateAll((rows) =>
    rows.map((row) => [row.querySelector("th").textContent, ...[...row.querySelectorAll("td > span")].map((cell) => cell.textContent)].map((text) => text.replace(/\s+/g, " ").trim())));

/** The same of the package's own. */
const expected = (table) => benefitGrid(table).slice(1).map((row) => row.filter((cell) => typeof cell === "string").map(plain));

async function openTable(coverage = JSON.parse(exampleCoverage), options = {}) {
  const page = await openPage(browser, { fragment: "#table", ...options });
  await chooseFiles(page, file("catalog.json", exampleCatalog), file("coverage.json", coverage));
  await settled(page);
  await page.locator("#table-date").fill("29/03/2026");
  await page.locator("#table-date").blur();
  await settled(page);
  return page;
}

for (const [locale, words] of [["en-US", { title: "What its readers see", unsaid: "What the table does not say", condition: "The condition has no usual words in tables" }], ["fr-FR", { title: "Ce que lisent les assurés", unsaid: "Ce que le tableau ne dit pas", condition: "La condition n’a pas de mots usuels dans les tableaux" }]]) {
  test(`the example is the table that the package makes of it, in French, with what it does not say, in ${locale}`, async () => {
    const page = await openTable(undefined, { context: await browser.context({ locale }) });
    const table = tableOf(JSON.parse(exampleCoverage));
    await page.getByRole("heading", { name: words.title }).waitFor();
    await eventually(async () => assert.deepEqual(await shown(page), expected(table)));
    await eventually(async () => assert.deepEqual(await page.locator("table.benefits").evaluateAll((all) => all.map(({ lang }) => lang)), ["fr", "fr"]));
    const euros = (amount) => plain(new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" }).format(amount));
    const paid = await page.locator("table.benefits-examples tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())));
    assert.deepEqual(paid, table.examples.map(({ title, price, coverages: [one] }) => [title, ...[price, one.secu, one.complementary, one.out_of_pocket].map(euros)]));
    const unsaid = page.getByRole("region", { name: words.unsaid });
    await unsaid.getByText(words.condition).click();
    const conditions = table.unsaid.filter(({ code }) => code === "condition");
    const listed = () => unsaid.getByRole("listitem").evaluateAll((items) => items.map((item) => item.lastElementChild.textContent));
    await eventually(async () => assert.deepEqual(await listed(), conditions.map(({ text }) => text)));
    assert.deepEqual(page.errors, []);
  });
}

const later = () => {
  const coverage = JSON.parse(exampleCoverage);
  coverage.version = 4;
  coverage.guarantees.find(({ name }) => name === "DOCTORS_OPTAM").coverage_rule.components[0].percent = "220";
  return coverage;
};

async function compareWithLater(page) {
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await page.getByRole("heading", { name: "Compare with which version?" }).waitFor();
  await page.getByRole("main").locator('input[type="file"]').setInputFiles(file("later.json", later()));
  await page.getByText("The coverage to compare with is loaded: later.json.").waitFor();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.getByRole("columnheader", { name: "CONFORT version 4" }).waitFor();
  await settled(page);
}

test("the version to compare with has a column of its own, in the order of the two", async () => {
  const page = await openTable();
  await compareWithLater(page);
  const columns = await page.locator("table.benefits:not(.benefits-examples) thead th").allInnerTexts();
  assert.equal(columns.length, 3);
  const isBefore = columns[1].includes("version 4");
  const [one, other] = [JSON.parse(exampleCoverage), later()];
  await eventually(async () => assert.deepEqual(await shown(page), expected(isBefore ? tableOf(other, one) : tableOf(one, other))));
  // Only the coverage in hand is typed into.
  const cells = await page.locator("table.benefits tbody tr:has(td)").first().locator("td").evaluateAll((all) => all.map((cell) => cell.querySelector("button") !== null));
  assert.deepEqual(cells, isBefore ? [false, true] : [true, false]);
  assert.deepEqual(page.errors, []);
});

test("on paper: A4 landscape, its header on each page, and nothing to press", async () => {
  const page = await openTable();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => [Math.round(width), Math.round(height)]);
  assert.ok(boxes.length >= 3 && boxes.length <= 6, `${boxes.length} pages`);
  for (const [width, height] of boxes) assert.ok(Math.abs(width - 842) < 2 && Math.abs(height - 595) < 2, `${width} × ${height}`);
  await page.emulateMedia({ media: "print" });
  const seen = await page.locator("button, input, header, footer, nav, summary").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map(({ outerHTML }) => outerHTML.slice(0, 80)));
  assert.deepEqual(seen, []);
  await eventually(async () => assert.ok(await page.getByText("Honoraires à l'hôpital").isVisible()));
});

test("files: HTML, CSV, Markdown and XLSX are what the package writes", async () => {
  const page = await openTable();
  const table = tableOf(JSON.parse(exampleCoverage));
  const take = async (name, extension) => {
    const downloads = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click();
    await page.getByRole("button", { name, exact: true }).click();
    const download = await downloads;
    assert.equal(download.suggestedFilename(), `CONFORT-benefit-table.${extension}`);
    return readFile(await download.path());
  };
  assert.equal((await take("Page (HTML)", "html")).toString(), benefitTableHtml(table, { document: true }));
  assert.equal((await take("Spreadsheet (CSV)", "csv")).toString(), `\ufeff${benefitTableCsv(table)}`);
  assert.equal((await take("Text (Markdown)", "md")).toString(), benefitTableMarkdown(table));
  const [sheet, second] = await benefitGridsFromXlsx(await take("Spreadsheet (XLSX)", "xlsx"));
  const grid = benefitGrid(table);
  const texts = (rows) => rows.map((row) => row.map((cell) => (typeof cell === "string" ? plain(cell) : "")));
  assert.deepEqual(texts(sheet.grid.slice(0, grid.length)), texts(grid));
  assert.equal(second.grid.length, examples.length + 1);
  assert.deepEqual(page.errors, []);
});

const ruleOf = async (page, guarantee) => {
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  const { guarantees } = JSON.parse(await readText(page));
  return guarantees.find(({ name }) => name === guarantee).coverage_rule;
};

/** Opens the cell of a row that has one line. */
async function openCell(page, label) {
  await page.getByRole("button", { name: label }).first().click();
  return page.getByRole("dialog", { name: "Change a cell" });
}

test("a cell is typed: what is understood and taken for granted is shown, and its guarantee changes in one step", async () => {
  const page = await openTable();
  const dialog = await openCell(page, /^Change: Séance d’ostéopathie|^Change: Séance d'ostéopathie/);
  const field = dialog.getByRole("textbox");
  const take = dialog.getByRole("button", { name: "Take it" });
  await eventually(async () => assert.ok(await take.isDisabled()));
  await field.fill("40 € par séance selon contrat");
  await dialog.getByText("Not understood: “selon contrat”").waitFor();
  // What would have to be said is said.
  await field.fill("100 %");
  await dialog.getByText("A percentage says of what it is").waitFor();
  await field.fill("25 € x 4 séances");
  await dialog.getByText("A number of times says in which period").waitFor();
  await eventually(async () => assert.ok(await take.isDisabled()));
  await field.fill("OPTAM : 40 €/séance – hors OPTAM : 30 €/séance");
  await dialog.getByText("A line has one rule").waitFor();
  await field.fill("néant");
  await dialog.getByText("This says that nothing is paid").waitFor();
  await field.fill("40 € par séance, 6 séances par an");
  await dialog.getByText("“par an” is the civil year.").waitFor();
  // Who says whether the Sécu is included? A person, where the cell does not.
  await eventually(async () => assert.ok(await dialog.getByRole("radio", { name: "on top of it" }).isChecked()));
  await dialog.getByRole("radio", { name: /^included/ }).check();
  const before = JSON.parse(exampleCoverage).guarantees.find(({ care_type_mappings }) => JSON.stringify(care_type_mappings).includes("OSTEOPATH"));
  await dialog.getByText(`The guarantee ${before.name} changes`).waitFor();
  await take.click();
  await page.getByText(`The rule of ${before.name} is changed.`).waitFor();
  await eventually(async () => assert.ok((await shown(page)).some(([, cell]) => cell?.startsWith("40 € par séance"))));
  const [limit] = before.coverage_rule.limits;
  await eventually(async () => assert.deepEqual(await ruleOf(page, before.name), {
    components: [{ kind: "flat_amount", amount: "40", per: "session" }], limits: [{ key: limit.key, period: { kind: "civil_year" }, max_count: "6" }],
  }));
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.deepEqual(await ruleOf(page, before.name), before.coverage_rule));
  assert.deepEqual(page.errors, []);
});

test("a cell that no one guarantee pays says why it cannot be typed", async () => {
  const page = await openTable();
  const ambiguous = tableOf(JSON.parse(exampleCoverage)).unsaid.find(({ code }) => code === "several_guarantees");
  assert.ok(ambiguous);
  const rows = page.locator("table.benefits:not(.benefits-examples) tbody").nth(ambiguous.heading);
  const dialog = page.getByRole("dialog", { name: "Change a cell" });
  await rows.locator("tr:has(td)", { hasText: "assurés de 16 à 20 ans, avec" }).getByRole("button").click();
  await dialog.getByText("Several guarantees pay here, which is ambiguous").waitFor();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await dialog.count(), 0));
  assert.deepEqual(page.errors, []);
});

test("a catalogue of other codes has its rows under no heading", async () => {
  const page = await openPage(browser, { fragment: "#table" });
  await chooseFiles(page, file("catalog.json", smallCatalog), file("coverage.json", smallCoverage()));
  await settled(page);
  await eventually(async () => assert.deepEqual(await shown(page), [["Autres soins"], ["Dentaire", "100 % BR, y compris le remboursement de la Sécurité sociale"]]));
  await eventually(async () => assert.equal(await page.locator("table.benefits").count(), 1));
  await page.getByText("Nothing: who reads the table again").waitFor();
});

test("states: nothing loaded, a text that cannot be read, headings that do not come", async () => {
  const empty = await openPage(browser, { fragment: "#table" });
  await empty.getByRole("heading", { name: "What will people read?" }).waitFor();
  const page = await openTable();
  const before = await shown(page);
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await writeText(page, "{");
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.getByText("This is the table of what it said before.").waitFor();
  await eventually(async () => assert.deepEqual(await shown(page), before));
  let isFailing = true;
  const failing = await openPage(browser, { fragment: "#coverage", prepare: (page) => page.route(/headings[^/]*\.json|national[^/]*\.json/, (route) => (isFailing ? route.abort() : route.continue())) });
  await chooseFiles(failing, file("catalog.json", exampleCatalog), file("coverage.json", exampleCoverage));
  await failing.getByRole("link", { name: "Table", exact: true }).click();
  await failing.getByText("The headings of benefit tables could not be fetched.").waitFor();
  isFailing = false;
  await failing.getByRole("button", { name: "Try again" }).click();
  await settled(failing);
});

test("for everyone", async (t) => {
  await assertForEveryone(t, browser, [
    ["nothing loaded", ({ context }) => openPage(browser, { context, fragment: "#table" })],
    ["the example", async ({ context }) => {
      const page = await openExample(browser, { context, fragment: "#table" });
      await settled(page);
      for (const summary of await page.locator(".tabled-unsaid summary").all()) await summary.click();
      return page;
    }],
    ["two columns", async ({ context }) => {
      const page = await openTable(undefined, { context });
      await compareWithLater(page);
      return page;
    }],
    ["a cell that is typed", async ({ context }) => {
      const page = await openTable(undefined, { context });
      const dialog = await openCell(page, /^Change: Séance d/);
      await dialog.getByRole("textbox").fill("40 €, 6 séances par an");
      await dialog.getByText("Taken for granted").waitFor();
      return page;
    }],
  ]);
});

test("a limit that is shared: it says with which lines, and that it goes where the rule has none", async () => {
  const page = await openTable();
  await page.getByRole("button", { name: /^Change: Inlays et onlays.*sur une dent visible, avec/ }).first().click();
  const dialog = page.getByRole("dialog", { name: "Change a cell" });
  await dialog.getByRole("textbox").fill("300 % BR, dans la limite de 1 000 € par an");
  await dialog.getByText(/^Its limit is shared with \d+ lines? of other guarantees, and stays so$/).waitFor();
  await dialog.getByRole("textbox").fill("300 % BR");
  await dialog.getByText(/^The guarantee loses its limit, which \d+ lines? of (another guarantee still counts|other guarantees still count)$/).waitFor();
  await eventually(async () => assert.equal(await dialog.getByText(/and stays so/).count(), 0));
  assert.deepEqual(page.errors, []);
});
