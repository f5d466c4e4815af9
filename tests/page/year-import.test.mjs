// Acts come into the year: files, drops, pastes, and tables of a spreadsheet.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseDocument, chooseFiles, dropFiles, eventually, file, openExample, openPage, smallCatalog, smallCoverage, startBrowser } from "./browser.mjs";
import { cellsOf, exampleYear, importOf, openActs, paste, plain, rows, showText, yearText } from "./year-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("files, drops and pastes are recognised", async () => {
  const page = await openExample(browser, { fragment: "#year" });
  await dropFiles(page, file("famille.json", exampleYear.slice(0, 2)));
  await page.getByText("The acts of a year are loaded: famille.json.").waitFor();
  await eventually(async () => assert.equal(await rows(page).count(), 2));
  await chooseDocument(page, "Paste…");
  await page.getByRole("dialog").getByRole("textbox").fill(JSON.stringify(exampleYear.slice(0, 3)));
  await page.getByRole("dialog").getByRole("button", { name: "Load" }).click();
  await rows(page).nth(2).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await eventually(async () => assert.equal(await rows(page).count(), 2));
  await dropFiles(page, file("broken.json", "[1,"));
  await page.getByRole("alert", { name: "Message" }).getByText("broken.json is not valid JSON.").waitFor();
  await eventually(async () => assert.equal(await rows(page).count(), 2));
});

test("what is pasted in the year is taken once: a table is imported, JSON is loaded", async () => {
  const page = await openActs(browser, [{ label: "first", care_type: "CROWN", charged: "10" }]);
  await rows(page).first().waitFor();
  await paste(page, "Date;Acte;Montant\n12/03/2025;CROWN;60\n");
  await importOf(page).getByText("1 act: all can be read.").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("alert", { name: "Message" }).count(), 0));
  await importOf(page).getByRole("button", { name: "Cancel" }).click();
  await paste(page, JSON.stringify(exampleYear.slice(0, 3), null, 2));
  await rows(page).nth(2).waitFor();
  await eventually(async () => assert.equal(await importOf(page).count(), 0));
  assert.deepEqual(page.errors, []);
});

test("cells of a spreadsheet become acts: columns are guessed, picked and kept, and what is wrong is grouped", async () => {
  const page = await openActs(browser, [{ label: "first", care_type: "CROWN", charged: "10", beneficiary: "anne" }]);
  await rows(page).first().waitFor();
  await page.getByRole("button", { name: "Import a table…" }).click();
  const text = importOf(page).getByRole("textbox");
  await eventually(async () => assert.ok(await text.evaluate((area) => area === document.activeElement)));
  await text.fill([
    "Date des soins\tCode acte\tMontant facturé\tPatient\tN° de sinistre",
    "12/03/2025\tCROWN\t1 234,50 €\tanne\tS-1",
    "13/03/2025\tcouronne\t60\tpaul\tS-2",
    "hier\tCROWN\t60\tpaul\t",
    "avant-hier\tLUNETTES\tsoixante\tpaul\t",
  ].join("\n"));
  const meaning = (heading) => importOf(page).getByRole("combobox", { name: `What ${heading} means` });
  await eventually(async () => assert.deepEqual(await Promise.all(["Date des soins", "Code acte", "Montant facturé", "Patient", "N° de sinistre"].map((heading) => meaning(heading).inputValue())), [
    "care_date", "care_type", "charged", "beneficiary", "",
  ]));
  await eventually(async () => {
    const problems = (await importOf(page).getByRole("listitem").allInnerTexts()).map(plain);
    assert.deepEqual(problems, [
      "2 rows: date of care cannot be read Lines 4 and 5: “hier”, “avant-hier”",
      "1 row: what was charged cannot be read Line 5: “soixante”",
      "1 row: the care type is not in the catalogue Line 5: “LUNETTES”",
    ]);
  });
  await importOf(page).getByRole("button", { name: "Add 4 acts to the year" }).click();
  await page.getByText("4 acts are in the year now.").waitFor();
  await eventually(async () => assert.equal(await rows(page).count(), 5));
  await showText(page);
  await eventually(async () => {
    const year = JSON.parse(await yearText(page).inputValue());
    assert.deepEqual(year.slice(1, 3), [
      { act: { care_type: "CROWN", care_date: "2025-03-12" }, amounts: { charged: "1234.50", beneficiary: "anne" }, "x-N° de sinistre": "S-1" },
      { act: { care_type: "CROWN", care_date: "2025-03-13" }, amounts: { charged: "60", beneficiary: "paul" }, "x-N° de sinistre": "S-2" },
    ]);
  });
  // What could not be read is at its row, as it was written, and is corrected there.
  const wrong = rows(page).filter({ has: page.locator('input[value="hier"], .bad') }).first();
  await wrong.waitFor();
  assert.deepEqual(page.errors, []);
});

test("a file of a spreadsheet in Windows-1252 that is dropped on the year, without headings, in French", async () => {
  const page = await openPage(browser, { fragment: "#year", context: await browser.context({ locale: "fr-FR" }) });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.getByRole("button", { name: "Importer un tableau…" }).waitFor();
  const bytes = Buffer.from("12/03/2025;D\xe9tartrage;43,20;Zo\xe9\n14/03/2025;CROWN;500;Zo\xe9\n", "latin1");
  const panel = page.getByRole("region", { name: "Importer un tableau d’actes" });
  await page.getByRole("button", { name: "Importer un tableau…" }).click();
  await panel.locator('input[type="file"]').setInputFiles([{ name: "actes.csv", mimeType: "text/csv", buffer: bytes }]);
  await eventually(async () => assert.equal(await panel.getByRole("checkbox", { name: "La première ligne contient les en-têtes" }).isChecked(), false));
  await panel.getByText("2 actes : tout est lisible.").waitFor();
  await panel.getByRole("combobox", { name: "Ce que veut dire Colonne 4" }).selectOption({ label: "bénéficiaire" });
  await panel.getByRole("button", { name: "Reprendre 2 actes" }).click();
  await rows(page).nth(1).waitFor();
  await eventually(async () => assert.deepEqual((await cellsOf(rows(page).first())).slice(0, 5).filter((_, column) => column !== 1), ["12/03/2025", "Zoé", "", "43,20"]));
  await dropFiles(page, { name: "autres.csv", buffer: Buffer.from("date;acte;montant\n01/02/2025;CROWN;10\n") });
  await panel.getByRole("button", { name: "Remplacer l’année par 1 acte" }).click();
  await page.getByText("1 acte importé dans l’année.").waitFor();
  await eventually(async () => assert.equal(await rows(page).count(), 1));
  assert.deepEqual(page.errors, []);
});
