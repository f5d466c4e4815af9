// A benefit table that is brought in: every way in, each cell as the package reads it, what a person says of it, and what becomes of it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { benefitGridFromCsv, benefitGridFromHtml, readBenefitTable } from "../../pkg/benefit-table.js";
import { CareTypeCatalog } from "../../pkg/node.js";
import { benefitGridsFromXlsx } from "../../pkg/spreadsheet.js";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, dropFiles, eventually, exampleCatalog, exampleCoverage, file, openPage, readText, smallCoverage, startBrowser } from "./browser.mjs";
import { forgetTasks, longestTask, watchTasks } from "./long-tasks.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const bytes = (path) => readFile(new URL(`../../${path}`, import.meta.url));
const json = async (path) => JSON.parse(await bytes(path));
const [headings, english, french] = await Promise.all(["examples/headings.json", "examples/synonyms/en.json", "examples/synonyms/fr.json"].map(json));
const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));
const XLSX = await bytes("tests/spreadsheets/grille.xlsx");

/** What the package itself reads. */
const readingOf = (grid, shares = {}) => readBenefitTable(grid, { catalog, headings, synonyms: [english, french], shares });

const CSV = [
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

const table = (name, content) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
const plain = (text) => text.replace(/\s+/g, " ").trim();
const review = (page) => page.locator('.import-review[aria-busy="false"]');
const place = (page, name) => page.locator(".import-cell").and(page.getByRole("button", { name: new RegExp(`^${name}\\s?:`) }));
const detail = (page) => page.locator(".import-detail");

/** Each place with a text: where, what it says, and how it is with it. */
const places = (page) => page.locator(".import-cell").evaluateAll((all) => all.map((cell) => [...cell.children].map((part) => part.textContent.trim()).join(" ").replace(/\s+/g, " ")));

async function openTable(options = {}) {
  const page = await openPage(browser, { fragment: "#table", ...options });
  await chooseFiles(page, file("catalog.json", exampleCatalog), file("coverage.json", exampleCoverage));
  await page.locator('.tabled-answer[aria-busy="false"]').waitFor();
  return page;
}

async function openImport(content = CSV, { name = "grille.csv", ...options } = {}) {
  const page = await openTable(options);
  await page.locator(".tabled .list-head").first().getByRole("button", { name: /^(Import a table…|Importer un tableau…)$/ }).click();
  await page.locator('.import-ways input[type="file"]').setInputFiles(table(name, content));
  await review(page).waitFor();
  return page;
}

/** Cells that are pasted where the focus is. */
function paste(page, { html = "", text = "" }) {
  return page.evaluate(({ html, text }) => {
    const clipboardData = new DataTransfer();
    if (html !== "") clipboardData.setData("text/html", html);
    if (text !== "") clipboardData.setData("text/plain", text);
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, { html, text });
}

const STATE_WORDS = { read: "Understood", assumed: "Assumed", unread: "Not understood", waiting: "Without care type", shadowed: "Shadowed", contradictory: "Contradictory", nothing: "Nothing paid" };

/** What is to be said of each cell of benefits, by the package's reading. */
function expectedCells({ cells }) {
  return cells.map(({ row, column, text, status, reading, inapplicable }) => {
    const state = status === "unmatched" ? "waiting" : status === "read" && (reading.assumed.length > 0 || inapplicable.length > 0) ? "assumed" : status;
    return plain(`${"ABCDEFG"[column]}${row + 1}: ${text} ${STATE_WORDS[state]}`);
  });
}

async function assertRead(page, grid) {
  await review(page).waitFor();
  const reading = readingOf(grid);
  const found = await places(page);
  const missing = expectedCells(reading).filter((cell) => !found.includes(cell));
  assert.deepEqual(missing, []);
  assert.ok(reading.cells.length > 0);
  return reading;
}

test("an XLSX file: its first visible sheet, cell by cell as the package reads it; the hidden one comes last", async () => {
  const page = await openImport(XLSX, { name: "grille.xlsx" });
  const sheets = await benefitGridsFromXlsx(XLSX);
  await assertRead(page, sheets[0].grid);
  const choice = page.getByRole("combobox", { name: "Sheet" });
  assert.deepEqual(await choice.locator("option").allInnerTexts(), ["Grille", "Notes (hidden)"]);
  await choice.selectOption({ label: "Notes (hidden)" });
  await page.getByText("No column of benefits is found").waitFor();
  await choice.selectOption({ label: "Grille" });
  await page.getByRole("heading", { name: /cells are understood/ }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("files are told apart: tables by their kind or by what they say, acts where acts are taken", async () => {
  const page = await openTable();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await dropFiles(page, table("formules.csv", CSV));
  await assertRead(page, benefitGridFromCsv(CSV));
  assert.match(page.url(), /#table$/);
  await page.getByText("formules.csv", { exact: true }).waitFor();
  const HTML = "<p>x</p><table><tr><th>Garanties<th>Base<tr><td>Couronne<td>200 % BR<tr><td>Implant<td>300 €</table>";
  await dropFiles(page, table("page.html", HTML));
  await page.getByText("page.html", { exact: true }).waitFor();
  await assertRead(page, benefitGridFromHtml(HTML));
  // What was there is not lost.
  await page.getByRole("button", { name: "Back to formules.csv" }).click();
  await assertRead(page, benefitGridFromCsv(CSV));
  // Acts are evaluated, wherever they are dropped.
  await page.getByRole("button", { name: "Back to the table" }).click();
  await dropFiles(page, table("acts.csv", "care_type,member_age\nCROWN,40\n"));
  await page.waitForURL(/#simulate$/);
  await page.getByText("acts.csv").first().waitFor();
  await dropFiles(page, table("more.csv", CSV));
  await page.getByText("more.csv").first().waitFor();
  assert.match(page.url(), /#simulate$/);
  await page.getByRole("link", { name: "Year", exact: true }).click();
  await dropFiles(page, table("year.csv", "Date;Acte;Montant\n12/03/2025;CROWN;60\n"));
  await page.locator(".year-import").waitFor();
  // The Document menu opens tables, too.
  await page.locator('header input[type="file"]').first().setInputFiles(table("menu.xlsx", XLSX));
  await page.getByText("menu.xlsx", { exact: true }).waitFor();
  assert.match(page.url(), /#table$/);
  assert.deepEqual(page.errors, []);
});

test("cells are pasted into the view, or into the field: spans of HTML go before the text", async () => {
  const page = await openTable();
  const html = "<table><tr><td>Garanties<td>Base<td>Plus<tr><td>Couronne<td colspan=2>250 % BR</table>";
  await page.evaluate(() => document.activeElement?.blur());
  await paste(page, { html, text: "Garanties\tBase\tPlus\nCouronne\t250 % BR\t" });
  await page.getByText("Pasted text", { exact: true }).waitFor();
  await assertRead(page, benefitGridFromHtml(html));
  await page.getByRole("button", { name: "Another table…" }).click();
  const field = page.getByRole("textbox", { name: "Or paste cells" });
  await field.fill("Garanties\tBase\nImplant\t300 €");
  await page.getByRole("button", { name: "Read these cells" }).click();
  await assertRead(page, [["Garanties", "Base"], ["Implant", "300 €"]]);
  // JSON is a document, wherever it is pasted.
  await page.getByRole("button", { name: "Back to the table" }).click();
  await page.locator('.tabled-answer[aria-busy="false"]').waitFor();
  await page.evaluate(() => document.activeElement?.blur());
  await paste(page, { text: JSON.stringify(smallCoverage()) });
  await page.getByText("The coverage is loaded: Pasted text.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("accepted, typed again or left out: each place that is open is gone through by the keyboard", async () => {
  const page = await openImport();
  await assertRead(page, benefitGridFromCsv(CSV));
  const number = async () => Number(/^\d+/.exec(await page.locator(".import-counts [role=status]").innerText())[0]);
  const before = await number();
  await page.keyboard.press("F8");
  // The first is the cell of the private room.
  await detail(page).getByRole("heading", { name: /^B4: Chambre particulière/ }).waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.id === "import-detail"));
  await detail(page).getByText("30 € a day").waitFor();
  await detail(page).getByText("Whether the Sécu’s part is included is not said").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await detail(page).getByRole("heading", { name: /^C4/ }).waitFor();
  await place(page, "B4").and(page.getByRole("button", { name: /Accepted$/ })).waitFor();
  assert.equal(await number(), before - 1);
  await page.keyboard.press("Escape");
  assert.equal(await detail(page).count(), 0);
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^C4/);
  // Words that are not understood: typed again, with what is understood of it at once.
  await place(page, "C9").click();
  await detail(page).getByText("Not understood: “selon contrat”").waitFor();
  const typed = detail(page).getByRole("textbox", { name: /^Type it again/ });
  await typed.fill("250 % BR environ");
  await detail(page).getByText("Not understood: “environ”").waitFor();
  await typed.fill("260 % BR y compris la Sécurité sociale");
  await detail(page).getByText("This is understood").waitFor();
  await page.keyboard.press("Enter");
  await place(page, "C9").and(page.getByRole("button", { name: /260 % BR.*Understood, typed again$/ })).waitFor();
  await detail(page).getByRole("button", { name: "As it was" }).click();
  await place(page, "C9").and(page.getByRole("button", { name: /250 % BR selon contrat.*Not understood$/ })).waitFor();
  await detail(page).getByRole("button", { name: "Leave it out" }).click();
  await place(page, "C9").and(page.getByRole("button", { name: /Left out$/ })).waitFor();
  await page.getByText("C9 Couronne: “250 % BR selon contrat” – left out by you").waitFor();
  // Words in brackets that are not understood are listed, even when the row is right without them.
  await place(page, "A8").click();
  await detail(page).getByText("Not understood: “tarif” and “spécial”").waitFor();
  await detail(page).getByRole("button", { name: "Accept it" }).click();
  await place(page, "A8").and(page.getByRole("button", { name: /Accepted$/ })).waitFor();
  await page.getByText("A8: “Soins dentaires (tarif spécial)” – words in brackets are not understood (“tarif”, “spécial”)").waitFor();
  assert.deepEqual(page.errors, []);
});

test("what many cells leave open is asked once: the share by column, the civil year", async () => {
  const page = await openImport();
  const grid = benefitGridFromCsv(CSV);
  const open = readingOf(grid).share_open;
  assert.deepEqual(open.map(({ column }) => column), [2]);
  const assume = page.getByRole("region", { name: "What the table does not say" });
  await assume.getByText("is the Sécu’s part included where a cell does not say it? 2 cells ask it").first().waitFor();
  await assume.getByRole("group", { name: /column Confort/ }).getByRole("radio", { name: "On top of it", exact: true }).check();
  const shared = readingOf(grid, { 2: "excluded" });
  await eventually(async () => assert.equal(await page.getByRole("button", { name: /^C8: 70 % BR Understood$/ }).count(), 1));
  await assume.getByRole("group", { name: /column Essentiel/ }).getByRole("radio", { name: /^As usual/ }).check();
  await assume.getByRole("checkbox", { name: /civil year/ }).check();
  await eventually(async () => assert.equal(await page.getByRole("button", { name: /Assumed$/ }).count(), 0));
  // The coverage is what the package reads with these answers.
  const [downloaded] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the coverage of Confort" }).click()]);
  assert.equal(downloaded.suggestedFilename(), "CONFORT.json");
  const { "x-import": note, ...coverage } = JSON.parse(await readFile(await downloaded.path(), "utf8"));
  assert.deepEqual(coverage, shared.formulas[1].coverage);
  assert.equal(note.source, "grille.csv");
  assert.ok(note.left_out.includes("C9 Couronne: “250 % BR selon contrat” – not understood (“selon contrat”)"), note.left_out.join("\n"));
  assert.ok(note.assumed.some((line) => line.startsWith("C10 Implant: “500 € par an” – ")), note.assumed.join("\n"));
  assert.deepEqual(page.errors, []);
});

test("rows without care types get them from the catalogue, or are left out; conditions of their labels stay", async () => {
  const page = await openImport();
  await place(page, "A6").click();
  const picker = detail(page).getByRole("combobox", { name: "Which care types is the row for?" });
  await picker.fill("Couronne");
  await page.keyboard.press("Enter");
  await place(page, "A6").and(page.getByRole("button", { name: /Understood$/ })).waitFor();
  await detail(page).getByText(/^The row is for /).waitFor();
  await place(page, "A5").click();
  await picker.fill("spécialiste");
  await page.keyboard.press("Enter");
  await place(page, "A5").and(page.getByRole("button", { name: /Understood$/ })).waitFor();
  await detail(page).getByText(/^Only: /).waitFor();
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await page.getByText("ESSENTIEL is the coverage in hand now.").waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  const { guarantees } = JSON.parse(await readText(page));
  const optam = guarantees.find(({ name }) => name.endsWith("_OPTAM"));
  assert.deepEqual(optam.care_type_mappings[0].filter, { is_optam_or_secteur_1: true });
  assert.ok(guarantees.some(({ name }) => name === "ALLOCATION_NAISSANCE"));
  assert.deepEqual(page.errors, []);
});

test("two formulas become the coverage in hand and the one to compare with in one step, which is undone", async () => {
  const page = await openImport();
  await page.getByRole("combobox", { name: "What Confort becomes" }).selectOption("other");
  await page.getByRole("textbox", { name: "Name of the coverage of Confort" }).fill("CONFORT PLUS");
  await page.getByRole("checkbox", { name: /^Keep the lists/ }).uncheck();
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await page.getByText("ESSENTIEL is the coverage in hand now, and CONFORT PLUS the one to compare with.").waitFor();
  await page.getByRole("columnheader", { name: /ESSENTIEL version 1/ }).waitFor();
  await page.getByRole("columnheader", { name: /CONFORT PLUS version 1/ }).waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  const reading = readingOf(benefitGridFromCsv(CSV));
  assert.deepEqual(JSON.parse(await readText(page)), reading.formulas[0].coverage);
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.equal(JSON.parse(await readText(page)).name, JSON.parse(exampleCoverage).name));
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.getByRole("columnheader", { name: /CONFORT version 3/ }).waitFor();
  assert.equal(await page.getByRole("columnheader", { name: /version 1/ }).count(), 0);
  // What was said of the table is still there for another formula.
  await page.getByRole("button", { name: "Import a table…" }).click();
  assert.equal(await page.getByRole("textbox", { name: "Name of the coverage of Confort" }).inputValue(), "CONFORT PLUS");
  assert.deepEqual(page.errors, []);
});

test("an import that is not taken yet survives another view and a reload", async () => {
  const page = await openImport();
  await place(page, "C9").click();
  await detail(page).getByRole("button", { name: "Leave it out" }).click();
  await place(page, "C9").and(page.getByRole("button", { name: /Left out$/ })).waitFor();
  await page.getByRole("link", { name: "Act", exact: true }).click();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await place(page, "C9").and(page.getByRole("button", { name: /Left out$/ })).waitFor();
  await page.reload();
  await place(page, "C9").and(page.getByRole("button", { name: /Left out$/ })).waitFor();
  await page.getByRole("button", { name: "Back to the table" }).click();
  await page.locator(".tabled-answer").waitFor();
  await page.reload();
  await page.locator(".tabled-answer").waitFor();
  assert.deepEqual(page.errors, []);
});

test("where the browser has no room, it says that a reload loses the import", async () => {
  const full = () => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (key === "care-coverage:import" && text.length > 10) throw new DOMException("full", "QuotaExceededError");
      return set.call(this, key, text);
    };
  };
  const page = await openImport(CSV, { prepare: (page) => page.addInitScript(full) });
  await page.getByText("a reload of the page loses what you have said of it").waitFor();
});

test("the places of one state alone are shown, and the rest of the list with more", async () => {
  const rows = Array.from({ length: 150 }, (_, at) => `Couronne;${at % 10 === 0 ? "licorne 5 €" : "125 % BR"}`);
  const page = await openImport(["Garanties;Base", ...rows].join("\n"), { prepare: watchTasks });
  const shown = () => page.locator(".import-row").count();
  await eventually(async () => assert.equal(await shown(), 100));
  await page.getByRole("button", { name: "Show 51 more rows" }).click();
  assert.equal(await shown(), 151);
  const chip = page.getByRole("button", { name: "Not understood 15" });
  await chip.click();
  assert.equal(await shown(), 15);
  assert.equal(await chip.getAttribute("aria-pressed"), "true");
  await chip.click();
  await eventually(async () => assert.equal(await shown(), 100));
  // The last place is far below what is drawn.
  await page.keyboard.press("Shift+F8");
  await detail(page).getByRole("heading", { name: /^B1\d\d: Couronne/ }).waitFor();
  await forgetTasks(page);
  await detail(page).getByRole("button", { name: "Leave it out" }).click();
  await eventually(async () => assert.equal(await page.locator('.import-review[aria-busy="true"]').count(), 0));
  const longest = await longestTask(page);
  assert.ok(longest < 400, `${longest} ms`);
});

test("what cannot be read says why, and what was there stays", async () => {
  const page = await openImport();
  const drop = (name, content) => page.evaluate(([name, bytes]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [name, [...content]]);
  for (const [name, content, words] of [
    ["old.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), "old.xls is a file of an older Excel (.xls), or it is locked by a password."],
    ["broken.xlsx", Buffer.from("PK\u0003\u0004nothing"), "broken.xlsx is no spreadsheet that can be read"],
    ["print.html", Buffer.from("%PDF-1.7"), "print.html is a PDF"],
    ["data.csv", Buffer.from([1, 0, 2, 0]), "data.csv is neither a spreadsheet nor a text."],
    ["void.csv", Buffer.from(";;\n"), "void.csv has no cell with a text."],
  ]) {
    await drop(name, content);
    await page.getByRole("alert").getByText(words).waitFor();
    await page.getByText("What was loaded before is kept.").waitFor();
  }
  assert.ok(await place(page, "C9").isVisible());
  assert.deepEqual(page.errors, []);
});

test("states: no catalogue, words that do not come, a worker that does not start, nothing that is understood", async () => {
  const empty = await openPage(browser, { fragment: "#table" });
  await dropFiles(empty, table("grille.csv", CSV));
  await empty.getByText("A table is read with a catalogue of care types").waitFor();
  await empty.getByRole("button", { name: "Load the example", exact: true }).click();
  await review(empty).waitFor();
  for (const [pattern, words] of [[/synonyms\.national[^/]*\.json/, "The words of benefit tables could not be fetched."], [/read-table/, "The table could not be read"]]) {
    let isFailing = true;
    const page = await openTable({ prepare: (page) => page.route(pattern, (route) => (isFailing ? route.abort() : route.continue())) });
    await page.getByRole("button", { name: "Import a table…" }).click();
    await page.locator('.import-ways input[type="file"]').setInputFiles(table("grille.csv", CSV));
    await page.getByRole("alert").getByText(words).waitFor();
    isFailing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await review(page).waitFor();
  }
  const page = await openImport("Garanties;Base\nLicorne;5 € environ\n");
  await page.getByText("0 of 1 cell are understood").waitFor();
  await page.getByText("no guarantee: nothing of it is understood").waitFor();
  assert.ok(await page.getByRole("button", { name: "Take it", exact: true }).isDisabled());
  await page.getByText("Choose which formula becomes the coverage in hand.").waitFor();
});

test("a table of which all is understood says so", async () => {
  const page = await openImport("Garanties;Base\nCouronne;250 % BR y compris la Sécurité sociale\n");
  await page.getByText("Nothing is left to look at").waitFor();
  await page.getByText("Nothing: all of the table is in its coverages.").waitFor();
  assert.ok(await page.getByRole("button", { name: "Next", exact: true }).isDisabled());
});

test("lines of a cell, footnotes and a column of the Sécu: each is shown as it was read, and listed where it was not", async () => {
  const csv = [
    "Garanties;Sécurité sociale;Essentiel",
    '"Scanner\nIRM";"70 % BR";"150 % BR\n10 €"',
    "Couronne (1);70 % BR;250 % BR",
    "Inlays (2);70 % BR;200 % BR",
    "(1) y compris le remboursement de la Sécurité sociale;;",
    "(2) sur présentation d’un devis;;",
  ].join("\n");
  const page = await openImport(csv);
  const { formulas, cells, footnotes, other_columns } = readingOf(benefitGridFromCsv(csv));
  assert.deepEqual(other_columns.map(({ holds }) => holds), ["secu"]);
  assert.deepEqual(footnotes.map(({ is_used }) => is_used), [true, false]);
  assert.deepEqual(cells.map(({ part }) => part), [0, 1, null, null]);
  const left = page.getByRole("region", { name: "What is in no coverage" });
  await left.getByText("B: “Sécurité sociale” – a column of what the Sécu pays is no formula").waitFor();
  const listed = (await left.locator("li").allInnerTexts()).map(plain);
  assert.ok(listed.some((line) => line.startsWith("A6: ") && line.endsWith("a footnote is not read")), listed.join("\n"));
  assert.ok(!listed.some((line) => line.startsWith("A5: ")), listed.join("\n"));
  // Each line is a rule of its own, and what is taken for granted of it is said.
  await place(page, "C2").click();
  await detail(page).getByText("150 % BR").first().waitFor();
  assert.equal(await detail(page).locator(".import-rule").count(), 2);
  await place(page, "C3").click();
  await detail(page).getByText("Read with its footnote: “y compris le remboursement de la Sécurité sociale”").waitFor();
  assert.ok(formulas[0].coverage.guarantees.length > 0);
  assert.deepEqual(page.errors, []);
});

test("in French", async () => {
  const page = await openImport(CSV, { context: await browser.context({ locale: "fr-FR" }) });
  await page.getByRole("heading", { name: /cellules comprises$/ }).waitFor();
  await page.getByRole("button", { name: "Suivant" }).click();
  await detail(page).getByText("30 € par jour").first().waitFor();
  await detail(page).getByRole("button", { name: "Accepter" }).click();
  await page.getByText("C9 Couronne : « 250 % BR selon contrat » – pas compris (« selon contrat »)").waitFor();
  await page.getByRole("button", { name: "Appliquer", exact: true }).click();
  await page.getByText("ESSENTIEL est maintenant le contrat en cours.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("what is left can be copied and kept as a text", async () => {
  const page = await openImport(CSV, { context: await browser.context({ permissions: ["clipboard-read", "clipboard-write"] }) });
  const [downloaded] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the list" }).click()]);
  const text = await readFile(await downloaded.path(), "utf8");
  const lines = text.trimEnd().split("\n");
  assert.equal(lines[0], "What is in no coverage of grille.csv:");
  assert.deepEqual(lines.slice(1), await page.locator(".import-left > li").allInnerTexts());
  assert.ok(lines.some((line) => line.includes("a footnote is not read")));
  await page.getByRole("button", { name: "Copy the list" }).click();
  await page.getByText("The list is copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
});

// ───────────────────────────── a column ─────────────────────────────

const column = (page) => page.getByRole("dialog", { name: /^(Paste a column|Coller une colonne)$/ });

test("a column that is pasted goes onto the lines from the cell on, is looked through, and taken as one step", async () => {
  const page = await openTable();
  const cells = page.locator(".cell-edit");
  const texts = await page.locator("table.benefits:not(.benefits-examples) td > span").allInnerTexts();
  const at = await cells.evaluateAll((all) => all.findIndex((button) => /ostéopathie/.test(button.getAttribute("aria-label"))));
  assert.ok(at >= 0);
  await cells.nth(at).focus();
  await paste(page, { text: "40 € par séance, 6 séances par an\r\n" });
  const dialog = column(page);
  await dialog.getByText("1 guarantee changes.").waitFor();
  await dialog.getByText("Assumed").waitFor();
  await dialog.getByRole("radio", { name: "included" }).check();
  const typed = dialog.getByRole("textbox").first();
  await typed.fill("40 € licorne");
  await dialog.getByText("Not understood: “licorne”").waitFor();
  assert.ok(await dialog.getByRole("button", { name: "Take them" }).isDisabled());
  await typed.fill("40 € par séance");
  await dialog.getByRole("button", { name: "Take them" }).click();
  await page.getByText("1 rule is changed.").waitFor();
  await eventually(async () => assert.ok(plain((await page.locator("table.benefits:not(.benefits-examples) td > span").allInnerTexts())[at]).startsWith("40 € par séance")));
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await eventually(async () => assert.deepEqual(await page.locator("table.benefits:not(.benefits-examples) td > span").allInnerTexts(), texts));
  // The whole column as it is changes nothing.
  await cells.first().focus();
  await paste(page, { text: texts.join("\n").replaceAll("\u00a0", " ") });
  await dialog.getByText("No guarantee would change.").waitFor();
  assert.equal(await dialog.getByText("Unchanged").count(), texts.length);
  await page.keyboard.press("Escape");
  assert.equal(await dialog.count(), 0);
  assert.deepEqual(page.errors, []);
});

test("a column as a spreadsheet has it, with titles between; lines below the end, and lines of one guarantee that differ", async () => {
  const guarantee = (name, codes, percent) => ({ name, care_type_mappings: [{ selector: { include_care_types: codes }, filter: {} }], coverage_rule: { components: [{ kind: "brss_percent", percent }] } });
  const coverage = { name: "SMALL", version: 1, guarantees: [guarantee("BOTH", ["OSTEOPATHY", "CROWN_CERAMIC_FREE"], "120"), guarantee("EYES", ["FRAME_CLASS_B"], "150")] };
  const page = await openPage(browser, { fragment: "#table" });
  await chooseFiles(page, file("catalog.json", exampleCatalog), file("coverage.json", coverage));
  await page.locator('.tabled-answer[aria-busy="false"]').waitFor();
  const rows = await page.locator("table.benefits:not(.benefits-examples) tbody tr").evaluateAll((all) => all.map((row) => ({ title: row.querySelector("th").textContent, isLine: row.querySelector("td") !== null })));
  assert.equal(rows.filter(({ isLine }) => isLine).length, 3);
  const pasteAll = async (text, titles) => {
    await page.locator(".cell-edit").first().focus();
    const from = rows.findIndex(({ isLine }) => isLine);
    const lines = rows.slice(from).flatMap(({ isLine, title }) => (isLine ? [text(title)] : titles(title)));
    await paste(page, { html: `<table>${[...lines, "1 €", "2 €"].map((line) => `<tr><td>${line}`).join("")}</table>` });
  };
  const same = (title) => (/Monture/.test(title) ? "90 €" : "130 % BR y compris la Sécurité sociale");
  for (const titles of [(title) => [title], () => [""], () => []]) {
    await pasteAll(same, titles);
    await column(page).getByText("2 pasted lines are below the end of the table.").waitFor();
    await column(page).getByText("2 guarantees change.").waitFor();
    await column(page).getByText("This changes 1 other line, too.").first().waitFor();
    assert.equal(await column(page).getByRole("textbox").count(), 3);
    await page.keyboard.press("Escape");
    await column(page).waitFor({ state: "detached" });
  }
  await pasteAll((title) => (/Monture/.test(title) ? "90 €" : /Couronne/.test(title) ? "140 % BR" : "130 % BR"), () => [""]);
  assert.equal(await column(page).getByText("Its guarantee pays another line that is pasted otherwise").count(), 2);
  await column(page).getByRole("button", { name: "Take them" }).click();
  await page.getByText("1 rule is changed.").waitFor();
  // Several columns are a table.
  await page.locator(".cell-edit").first().focus();
  await paste(page, { text: "Garanties\tBase\nCouronne\t100 % BR" });
  await review(page).waitFor();
  assert.deepEqual(page.errors, []);
});

test("for everyone", async (t) => {
  await assertForEveryone(t, browser, [
    ["the ways in", async ({ context }) => {
      const page = await openTable({ context });
      await page.getByRole("button", { name: "Import a table…" }).click();
      await page.getByText("Choose a file…").waitFor();
      return page;
    }],
    ["what was read", ({ context }) => openImport(CSV, { context })],
    ["a cell", async ({ context }) => {
      const page = await openImport(XLSX, { context, name: "grille.xlsx" });
      await page.keyboard.press("F8");
      await detail(page).waitFor();
      return page;
    }],
    ["a row without care types", async ({ context }) => {
      const page = await openImport(CSV, { context });
      await place(page, "A6").click();
      await detail(page).getByRole("button", { name: /^Browse/ }).click();
      return page;
    }],
    ["nothing understood", ({ context }) => openImport("bonjour\n", { context })],
    ["a column", async ({ context }) => {
      const page = await openTable({ context });
      await page.locator(".cell-edit").first().focus();
      await paste(page, { text: "150 % BR\n\n50 € par an\nlicorne\n" });
      await column(page).waitFor();
      return page;
    }],
  ]);
});

