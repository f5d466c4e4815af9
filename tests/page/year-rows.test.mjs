// The acts of a year are changed: as rows of a sheet, and as their text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, startBrowser } from "./browser.mjs";
import { cellsOf, labelsOf, openActs, openYear, plain, rowOf, rows, showText, totals, yearText } from "./year-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("rows are typed like cells of a sheet: a date moves its row, Enter leads down, and each cell is one step to undo", async () => {
  const act = (label, care_date) => ({ label, act: { care_type: "CROWN", care_date }, amounts: { charged: "60", beneficiary: "anne" } });
  const page = await openActs(browser, [act("one", "2025-01-01"), act("two", "2025-02-01"), act("three", "2025-03-01")]);
  const focused = () => page.evaluate(() => document.activeElement.id);
  await rows(page).nth(2).waitFor();
  await page.getByRole("textbox", { name: "Date, one" }).fill("15/02/2025");
  await eventually(async () => assert.deepEqual(await labelsOf(page), ["one", "two", "three"]));
  await page.keyboard.press("Tab");
  await eventually(async () => assert.deepEqual(await labelsOf(page), ["two", "one", "three"]));
  await eventually(async () => assert.equal(await focused(), "year-type-0"));
  const charged = page.getByRole("textbox", { name: "Charged, one" });
  await charged.fill("70,50");
  await totals(page).getByText("Of 190.50 € charged").waitFor();
  await charged.press("Enter");
  await eventually(async () => assert.equal(await focused(), "year-charged-2"));
  await page.keyboard.press("Shift+Enter");
  await eventually(async () => assert.equal(await focused(), "year-charged-0"));
  await page.getByRole("textbox", { name: "Beneficiary, three" }).fill("paul");
  await page.keyboard.press("Tab");
  await totals(page).getByRole("row", { name: /^paul/ }).waitFor();
  await eventually(async () => assert.deepEqual((await totals(page).locator("tbody tr").allInnerTexts()).map((row) => plain(row).split(" ").slice(0, 2)), [["anne", "2"], ["paul", "1"], ["All", "together"]]));
  await page.getByRole("button", { name: "Duplicate three" }).click();
  await eventually(async () => assert.deepEqual(await labelsOf(page), ["two", "one", "three", "three"]));
  await page.getByRole("button", { name: "Add an act" }).click();
  await rows(page).nth(4).waitFor();
  await eventually(async () => assert.equal(await focused(), "year-date-4"));
  await rows(page).nth(4).getByText("Choose a care type", { exact: true }).waitFor();
  await page.keyboard.type("5 mars 2025");
  await page.keyboard.press("Tab");
  await page.getByRole("combobox", { name: "Care type, Entry 5" }).fill("verre");
  await page.keyboard.press("Enter");
  await rows(page).filter({ hasText: "What was charged is missing." }).waitFor();
  await showText(page);
  const year = JSON.parse(await yearText(page).inputValue());
  assert.deepEqual(year[4], { act: { care_type: "LENS", care_date: "2025-03-05" }, amounts: {} });
  assert.equal(year[0].amounts.charged, "70.50");
  // Each cell is a step of its own.
  await page.getByRole("main").focus();
  await page.keyboard.press("Control+z");
  await rows(page).filter({ hasText: "Entry 5" }).getByText("Choose a care type", { exact: true }).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Date, Entry 5" }).inputValue(), "05/03/2025"));
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelector("#year-date-4")?.value === "");
  assert.deepEqual(page.errors, []);
});

test("removing an act leaves the focus in the table, and after the last one on what is there instead", async () => {
  const act = (label, care_date) => ({ label, care_type: "CROWN", care_date, charged: "10" });
  const page = await openActs(browser, [act("late", "2025-03-01"), act("early", "2025-01-01"), act("middle", "2025-02-01")]);
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  await page.getByRole("button", { name: "Remove early" }).press("Enter");
  await eventually(async () => assert.equal(await focused(), "Remove middle"));
  await page.getByRole("button", { name: "Remove late" }).press("Enter");
  await eventually(async () => assert.equal(await focused(), "Remove middle"));
  await page.keyboard.press("Enter");
  await page.getByText("No acts yet.").waitFor();
  await eventually(async () => assert.match(await focused(), /^No acts yet\./));
});

test("an edited year says so, and an act is not removed by its place in an older text", async () => {
  const page = await openActs(browser, [{ label: "one", care_type: "CROWN", charged: "10" }, { label: "two", care_type: "CROWN", charged: "20" }]);
  await page.getByRole("main").getByText("acts.json", { exact: true }).waitFor();
  await showText(page);
  const text = yearText(page);
  // In one task: what is typed is read in the next one.
  await text.evaluate((area) => {
    area.value = '[{ "label": "new", "care_type": "CROWN", "charged": "5" }, { "label": "one", "care_type": "CROWN", "charged": "10" }]';
    area.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector('[aria-label="Remove one"]').click();
  });
  await eventually(async () => assert.deepEqual(await labelsOf(page), ["new", "one"]));
  await page.getByRole("button", { name: "Remove one" }).click();
  await eventually(async () => assert.deepEqual(await labelsOf(page), ["new"]));
  await page.getByRole("main").getByText("acts.json, edited", { exact: true }).waitFor();
});

test("the text of the acts answers while typing, and is kept when it is broken", async () => {
  const page = await openYear(browser);
  await showText(page);
  const text = yearText(page);
  await text.fill('[{ "care_type": "OSTEOPATHY", "charged": "60" }');
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await page.reload();
  await eventually(async () => assert.equal(await text.inputValue(), '[{ "care_type": "OSTEOPATHY", "charged": "60" }'));
  await text.fill("{}");
  await page.getByText("This should be a list of acts").waitFor();
  await text.fill("[]");
  await page.getByText("No acts yet.").waitFor();
});

test("the text of the acts keeps the focus while it turns invalid and valid again", async () => {
  const page = await openActs(browser, [{ care_type: "CROWN", charged: "10" }]);
  await rows(page).first().waitFor();
  await showText(page);
  const text = yearText(page);
  await text.fill("[]");
  await text.press("End");
  await page.keyboard.type("x", { delay: 30 });
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await page.keyboard.type("y", { delay: 30 });
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.getByText("No acts yet.").waitFor();
  await page.keyboard.type(" ");
  await eventually(async () => assert.equal(await text.inputValue(), "[] "));
  assert.deepEqual(page.errors, []);
});

test("the year by keyboard alone", async () => {
  const page = await openYear(browser);
  const tabTo = async (label) => {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent)).trim() === label) return;
    }
    assert.fail(`no way to ${label} by Tab`);
  };
  await page.getByRole("main").focus();
  await tabTo("Remove First session with the osteopath");
  await page.keyboard.press("Enter");
  await page.getByText("Removed: First session with the osteopath.").waitFor();
  await eventually(async () => assert.match((await cellsOf(rowOf(page, "Second session"))).at(-1), /1 of 5 times/));
  await tabTo("Open A ceramic crown on the canine 13 in the Act view");
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Who pays" }).waitFor();
});
