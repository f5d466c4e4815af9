// The Table view once the catalogue is one's own, or the coverage is: what is said then of the example, and that a table can be imported.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseDocument, chooseFiles, eventually, file, openPage, smallCatalog, smallCoverage, startBrowser } from "./browser.mjs";
import { review, table } from "./import-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const firstVisit = async (options = {}) => {
  const page = await openPage(browser, { isFirst: true, fragment: "", ...options });
  await page.locator('.tabled-answer[aria-busy="false"]').waitFor();
  return page;
};
const hints = (page) => page.getByRole("complementary", { name: "Hints" }).getByRole("listitem");

test("with an own catalogue the example is said to be written for another, and a table is imported", async () => {
  const page = await firstVisit();
  await chooseFiles(page, file("mine.json", smallCatalog));
  await page.getByText("The coverage that is shown first is an example, written for another catalogue than yours.").waitFor();
  await eventually(async () => assert.equal(await page.getByText(/^To decide/).count(), 0));
  await eventually(async () => assert.equal(await hints(page).count(), 0));
  await page.getByRole("main").getByRole("button", { name: "New coverage" }).waitFor();
  await page.getByRole("button", { name: "Import a table…" }).click();
  await page.locator('.import-ways input[type="file"]').setInputFiles(table("grille.csv", "Garanties;Base\nCouronne;125 % BR\n"));
  await review(page).waitFor();
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await page.getByRole("columnheader", { name: "BASE version 1" }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("with an own catalogue a new coverage is begun", async () => {
  const page = await firstVisit();
  await chooseFiles(page, file("mine.json", smallCatalog));
  await page.getByRole("main").getByRole("button", { name: "New coverage" }).click();
  await page.getByText("A new coverage is begun. Add its first guarantee.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("an own coverage that cannot be read leaves the import in place, too", async () => {
  const page = await openPage(browser, { fragment: "#table" });
  await chooseFiles(page, file("mine.json", smallCatalog), file("broken.json", { name: "X", version: 1, guarantees: [{ name: "A" }] }));
  await page.getByText("The coverage that is loaded cannot be read.").waitFor();
  await page.getByRole("button", { name: "Import a table…" }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("the hints of the first minute go with the example, and come back with it", async () => {
  const page = await firstVisit();
  await eventually(async () => assert.equal(await hints(page).count(), 4));
  await chooseFiles(page, file("mine.json", smallCatalog), file("coverage.json", smallCoverage()));
  await page.locator('.tabled-answer[aria-busy="false"]').waitFor();
  await eventually(async () => assert.equal(await hints(page).count(), 0));
  await chooseDocument(page, "Individual coverage");
  await eventually(async () => assert.equal(await hints(page).count(), 4));
  assert.deepEqual(page.errors, []);
});
