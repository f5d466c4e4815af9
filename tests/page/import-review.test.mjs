// A benefit table that is brought in: what a person says of it, and what becomes of it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { benefitGridFromCsv } from "../../pkg/benefit-table.js";
import { eventually, exampleCoverage, readText, startBrowser } from "./browser.mjs";
import { assertRead, CSV, detail, openImport, place, readingOf } from "./import-panel.mjs";
import { forgetTasks, longestTask, watchTasks } from "./long-tasks.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("accepted, typed again or left out: each place that is open is gone through by the keyboard", async () => {
  const page = await openImport(browser);
  await assertRead(page, benefitGridFromCsv(CSV));
  const number = async () => Number(/^\d+/.exec(await page.locator(".import-counts [role=status]").innerText())[0]);
  const before = await number();
  await page.keyboard.press("F8");
  // The first is the cell of the private room.
  await detail(page).getByRole("heading", { name: /^B4: Chambre particulière/ }).waitFor();
  await eventually(async () => assert.ok(await page.evaluate(() => document.activeElement.id === "import-detail")));
  await detail(page).getByText("30 € a day").waitFor();
  await detail(page).getByText("Whether the Sécu’s part is included is not said").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await detail(page).getByRole("heading", { name: /^C4/ }).waitFor();
  await place(page, "B4").and(page.getByRole("button", { name: /Accepted$/ })).waitFor();
  await eventually(async () => assert.equal(await number(), before - 1));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await detail(page).count(), 0));
  await eventually(async () => assert.match(await page.evaluate(() => document.activeElement.textContent), /^C4/));
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
  const page = await openImport(browser);
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
  const page = await openImport(browser);
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

test("what is said of a table is taken back step by step; the work of the page stays, and has its own steps again afterwards", async () => {
  const page = await openImport(browser);
  const undo = page.getByRole("banner").getByRole("button", { name: /^Undo/ });
  const isLeft = (name, is) => eventually(async () => assert.equal(await place(page, name).and(page.getByRole("button", { name: /Left out$/ })).count(), is ? 1 : 0, name));
  const openHistory = () => page.getByRole("banner").getByRole("button", { name: "Document" }).click();
  await openHistory();
  await eventually(async () => assert.ok(await undo.isDisabled(), "nothing is said yet"));
  await page.keyboard.press("Escape");
  await place(page, "C9").click();
  await detail(page).getByRole("button", { name: "Leave it out" }).click();
  await isLeft("C9", true);
  await place(page, "A6").click();
  await detail(page).getByRole("button", { name: "Leave the row out" }).click();
  await isLeft("B6", true);
  const name = page.getByRole("textbox", { name: "Name of the coverage of Confort" });
  await name.press("End");
  await name.pressSequentially(" PLUS");
  await eventually(async () => assert.equal(await name.inputValue(), "CONFORT PLUS"));
  await name.press("Control+z");
  await eventually(async () => assert.equal(await name.inputValue(), "CONFORT"));
  await page.keyboard.press("Control+z");
  await page.getByText("Undone: Row 6 is left out.").waitFor();
  await isLeft("B6", false);
  await isLeft("C9", true);
  // What the step was about is open, wherever the review had gone on to.
  await detail(page).getByRole("heading", { name: /^A6\b/ }).waitFor();
  await page.keyboard.press("Control+Shift+z");
  await isLeft("B6", true);
  await page.keyboard.press("Control+z");
  await openHistory();
  await page.getByRole("button", { name: "Undo: C9 is left out", exact: true }).click();
  await isLeft("C9", false);
  await detail(page).getByRole("heading", { name: /^C9\b/ }).waitFor();
  await openHistory();
  await eventually(async () => assert.ok(await undo.isDisabled()));
  await page.keyboard.press("Escape");
  // Back at the coverage, its own last step is the one that is undone.
  await page.getByRole("button", { name: "Back to the table" }).click();
  await page.getByRole("columnheader", { name: "CONFORT version 3" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText(/^Undone: /).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("columnheader", { name: "CONFORT version 3" }).count(), 0));
  assert.deepEqual(page.errors, []);
});

test("two formulas become the coverage in hand and the one to compare with in one step, which is undone", async () => {
  const page = await openImport(browser);
  await page.getByRole("combobox", { name: "What Confort becomes" }).selectOption("other");
  await page.getByRole("textbox", { name: "Name of the coverage of Confort" }).fill("CONFORT PLUS");
  await page.getByRole("checkbox", { name: /^Keep the lists/ }).uncheck();
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await page.getByText("ESSENTIEL is the coverage in hand now, and CONFORT PLUS the one to compare with.").waitFor();
  await page.getByRole("columnheader", { name: /ESSENTIEL version 1/ }).waitFor();
  await page.getByRole("columnheader", { name: /CONFORT PLUS version 1/ }).waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  const reading = readingOf(benefitGridFromCsv(CSV));
  await eventually(async () => assert.deepEqual(JSON.parse(await readText(page)), reading.formulas[0].coverage));
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.equal(JSON.parse(await readText(page)).name, JSON.parse(exampleCoverage).name));
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await page.getByRole("columnheader", { name: /CONFORT version 3/ }).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("columnheader", { name: /version 1/ }).count(), 0));
  // What was said of the table is still there for another formula.
  await page.getByRole("button", { name: "Import a table…" }).click();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Name of the coverage of Confort" }).inputValue(), "CONFORT PLUS"));
  assert.deepEqual(page.errors, []);
});

test("an import that is not taken yet survives another view and a reload", async () => {
  const page = await openImport(browser);
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
  const page = await openImport(browser, CSV, { prepare: (page) => page.addInitScript(full) });
  await page.getByText("a reload of the page loses what you have said of it").waitFor();
});

test("the places of one state alone are shown, and the rest of the list with more", async () => {
  const rows = Array.from({ length: 150 }, (_, at) => `Couronne;${at % 10 === 0 ? "licorne 5 €" : "125 % BR"}`);
  const page = await openImport(browser, ["Garanties;Base", ...rows].join("\n"), { prepare: watchTasks });
  const shown = () => page.locator(".import-row").count();
  await eventually(async () => assert.equal(await shown(), 100));
  await page.getByRole("button", { name: "Show 51 more rows" }).click();
  await eventually(async () => assert.equal(await shown(), 151));
  const chip = page.getByRole("button", { name: "Not understood 15" });
  await chip.click();
  await eventually(async () => assert.equal(await shown(), 15));
  await eventually(async () => assert.equal(await chip.getAttribute("aria-pressed"), "true"));
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

test("what is left can be copied and kept as a text", async () => {
  const page = await openImport(browser, CSV, { context: await browser.context({ permissions: ["clipboard-read", "clipboard-write"] }) });
  const [downloaded] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the list" }).click()]);
  const text = await readFile(await downloaded.path(), "utf8");
  const lines = text.trimEnd().split("\n");
  assert.equal(lines[0], "What is in no coverage of grille.csv:");
  await eventually(async () => assert.deepEqual(lines.slice(1), await page.locator(".import-left > li").allInnerTexts()));
  assert.ok(lines.some((line) => line.includes("a footnote is not read")));
  await page.getByRole("button", { name: "Copy the list" }).click();
  await page.getByText("The list is copied.").waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text));
});
