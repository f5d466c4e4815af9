// A column that is pasted onto the table of a coverage.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, eventually, exampleCatalog, file, openPage, startBrowser } from "./browser.mjs";
import { openTable, paste, plain, review, table } from "./import-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const column = (page) => page.getByRole("dialog", { name: /^(Paste a column|Coller une colonne)$/ });

test("a column that is pasted goes onto the lines from the cell on, is looked through, and taken as one step", async () => {
  const page = await openTable(browser);
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
  await eventually(async () => assert.ok(await dialog.getByRole("button", { name: "Take them" }).isDisabled()));
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
  await eventually(async () => assert.equal(await dialog.getByText("Unchanged").count(), texts.length));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await dialog.count(), 0));
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
    await eventually(async () => assert.equal(await column(page).getByRole("textbox").count(), 3));
    await page.keyboard.press("Escape");
    await column(page).waitFor({ state: "detached" });
  }
  await pasteAll((title) => (/Monture/.test(title) ? "90 €" : /Couronne/.test(title) ? "140 % BR" : "130 % BR"), () => [""]);
  await eventually(async () => assert.equal(await column(page).getByText("Its guarantee pays another line that is pasted otherwise").count(), 2));
  await column(page).getByRole("button", { name: "Take them" }).click();
  await page.getByText("1 rule is changed.").waitFor();
  // Several columns are a table.
  await page.locator(".cell-edit").first().focus();
  await paste(page, { text: "Garanties\tBase\nCouronne\t100 % BR" });
  await review(page).waitFor();
  assert.deepEqual(page.errors, []);
});

test("a column, for everyone", async (t) => {
  await assertForEveryone(t, browser, [
    ["a column", async ({ context }) => {
      const page = await openTable(browser, { context });
      await page.locator(".cell-edit").first().focus();
      await paste(page, { text: "150 % BR\n\n50 € par an\nlicorne\n" });
      await column(page).waitFor();
      return page;
    }],
  ]);
});
