// A benefit table that is brought in: every way in, each cell as the package reads it, and what is said where something fails.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { benefitGridFromCsv, benefitGridFromHtml } from "../../pkg/benefit-table.js";
import { benefitGridsFromXlsx } from "../../pkg/spreadsheet.js";
import { assertForEveryone } from "./axe.mjs";
import { dropFiles, eventually, file, holdReadings, openPage, smallCoverage, startBrowser } from "./browser.mjs";
import { assertRead, CSV, detail, openImport, openTable, paste, place, plain, readingOf, review, table, XLSX } from "./import-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("an XLSX file: its first visible sheet, cell by cell as the package reads it; the hidden one comes last", async () => {
  const page = await openImport(browser, XLSX, { name: "grille.xlsx" });
  const sheets = await benefitGridsFromXlsx(XLSX);
  await assertRead(page, sheets[0].grid);
  const choice = page.getByRole("combobox", { name: "Sheet" });
  await eventually(async () => assert.deepEqual(await choice.locator("option").allInnerTexts(), ["Grille", "Notes (hidden)"]));
  await choice.selectOption({ label: "Notes (hidden)" });
  await page.getByText("No column of benefits is found").waitFor();
  await choice.selectOption({ label: "Grille" });
  await page.getByRole("heading", { name: /cells are understood/ }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("files are told apart: tables by their kind or by what they say, acts where acts are taken", async () => {
  const page = await openTable(browser);
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
  const page = await openTable(browser);
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

test("what is brought in last is what is shown, however long an earlier file takes to be read", async () => {
  const page = await openTable(browser, { prepare: holdReadings });
  await page.evaluate(() => globalThis.readings.hold());
  await dropFiles(page, table("slow.csv", CSV));
  await page.waitForFunction(() => globalThis.readings.waiting > 0);
  await page.evaluate(() => document.activeElement?.blur());
  await paste(page, { text: "Garanties\tBase\nCouronne\t250 % BR" });
  const grid = [["Garanties", "Base"], ["Couronne", "250 % BR"]];
  await assertRead(page, grid);
  await page.evaluate(() => globalThis.readings.release());
  await page.waitForFunction(() => globalThis.readings.waiting === 0);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  await assertRead(page, grid);
  await page.getByText("Pasted text", { exact: true }).waitFor();
});

test("what cannot be read says why, and what was there stays", async () => {
  const page = await openImport(browser);
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
  await eventually(async () => assert.ok(await place(page, "C9").isVisible()));
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
    const page = await openTable(browser, { prepare: (page) => page.route(pattern, (route) => (isFailing ? route.abort() : route.continue())) });
    await page.getByRole("button", { name: "Import a table…" }).click();
    await page.locator('.import-ways input[type="file"]').setInputFiles(table("grille.csv", CSV));
    await page.getByRole("alert").getByText(words).waitFor();
    isFailing = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await review(page).waitFor();
  }
  const page = await openImport(browser, "Garanties;Base\nLicorne;5 € environ\n");
  await page.getByText("0 of 1 cell are understood").waitFor();
  await page.getByText("no guarantee: nothing of it is understood").waitFor();
  await eventually(async () => assert.ok(await page.getByRole("button", { name: "Take it", exact: true }).isDisabled()));
  await page.getByText("Choose which formula becomes the coverage in hand.").waitFor();
});

test("a table of which all is understood says so", async () => {
  const page = await openImport(browser, "Garanties;Base\nCouronne;250 % BR y compris la Sécurité sociale\n");
  await page.getByText("Nothing is left to look at").waitFor();
  await page.getByText("Nothing: all of the table is in its coverages.").waitFor();
  await eventually(async () => assert.ok(await page.getByRole("button", { name: "Next", exact: true }).isDisabled()));
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
  const page = await openImport(browser, csv);
  const { formulas, cells, footnotes, other_columns } = readingOf(benefitGridFromCsv(csv));
  assert.deepEqual(other_columns.map(({ holds }) => holds), ["secu"]);
  assert.deepEqual(footnotes.map(({ is_used }) => is_used), [true, false]);
  assert.deepEqual(cells.map(({ part }) => part), [0, 1, null, null]);
  const left = page.getByRole("region", { name: "What is in no coverage" });
  await left.getByText("B: “Sécurité sociale” – a column of what the Sécu pays is no formula").waitFor();
  await eventually(async () => {
    const listed = (await left.locator("li").allInnerTexts()).map(plain);
    assert.ok(listed.some((line) => line.startsWith("A6: ") && line.endsWith("a footnote is not read")), listed.join("\n"));
    assert.ok(!listed.some((line) => line.startsWith("A5: ")), listed.join("\n"));
  });
  // Each line is a rule of its own, and what is taken for granted of it is said.
  await place(page, "C2").click();
  await detail(page).getByText("150 % BR").first().waitFor();
  await eventually(async () => assert.equal(await detail(page).locator(".import-rule").count(), 2));
  await place(page, "C3").click();
  await detail(page).getByText("Read with its footnote: “y compris le remboursement de la Sécurité sociale”").waitFor();
  assert.ok(formulas[0].coverage.guarantees.length > 0);
  assert.deepEqual(page.errors, []);
});

test("in French", async () => {
  const page = await openImport(browser, CSV, { context: await browser.context({ locale: "fr-FR" }) });
  await page.getByRole("heading", { name: /cellules comprises$/ }).waitFor();
  await page.getByRole("button", { name: "Suivant" }).click();
  await detail(page).getByText("30 € par jour").first().waitFor();
  await detail(page).getByRole("button", { name: "Accepter" }).click();
  await page.getByText("C9 Couronne : « 250 % BR selon contrat » – pas compris (« selon contrat »)").waitFor();
  await page.getByRole("button", { name: "Appliquer", exact: true }).click();
  await page.getByText("ESSENTIEL est maintenant le contrat en cours.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("for everyone", async (t) => {
  await assertForEveryone(t, browser, [
    ["the ways in", async ({ context }) => {
      const page = await openTable(browser, { context });
      await page.getByRole("button", { name: "Import a table…" }).click();
      await page.getByText("Choose a file…").waitFor();
      return page;
    }],
    ["what was read", ({ context }) => openImport(browser, CSV, { context })],
    ["a cell", async ({ context }) => {
      const page = await openImport(browser, XLSX, { context, name: "grille.xlsx" });
      await page.keyboard.press("F8");
      await detail(page).waitFor();
      return page;
    }],
    ["a row without care types", async ({ context }) => {
      const page = await openImport(browser, CSV, { context });
      await place(page, "A6").click();
      await detail(page).getByRole("button", { name: /^Browse/ }).click();
      return page;
    }],
    ["nothing understood", ({ context }) => openImport(browser, "bonjour\n", { context })],
  ]);
});
