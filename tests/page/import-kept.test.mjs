// What is said of a table that is brought in is kept: for each sheet of a workbook, over a reload, and from an earlier version of the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, startBrowser } from "./browser.mjs";
import { CSV, detail, openTable, place, review } from "./import-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const choose = async (page, at) => {
  await page.getByRole("combobox", { name: "Sheet" }).selectOption(String(at));
  await review(page).waitFor();
};

const NOTHING = { texts: {}, left: [], leftRows: [], accepted: [], acceptedAll: [], careTypes: {}, shares: {}, names: {}, hand: "first", other: null };

/** A page that finds what another version of it has kept. */
async function openKept(kept) {
  const page = await openTable(browser);
  await page.evaluate((text) => sessionStorage.setItem("care-coverage:import", text), JSON.stringify(kept));
  await page.reload();
  return page;
}

test("what was said of one sheet is there again after a look at another, and after a reload", async () => {
  const sheets = ["Couronne", "Soins dentaires"].map((label) => ({ name: label, hidden: false, grid: [["Garanties", "Base"], [label, "125 % BR"]] }));
  const page = await openKept({ isOpen: true, draft: { source: "deux.xlsx", sheets, sheet: 0, keepsList: true, ...NOTHING } });
  await review(page).waitFor();
  await place(page, "B2").click();
  await detail(page).getByRole("textbox", { name: /^Type it again/ }).fill("300 % BR");
  await detail(page).getByRole("button", { name: "Take this" }).click();
  await place(page, "B2").and(page.getByRole("button", { name: /300 % BR.*typed again$/ })).waitFor();
  await page.getByRole("textbox", { name: "Name of the coverage of Base" }).fill("CENTRE");
  await choose(page, 1);
  await place(page, "A2").and(page.getByRole("button", { name: /Soins dentaires/ })).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("button", { name: /typed again$/ }).count(), 0));
  await place(page, "B2").click();
  await detail(page).getByRole("button", { name: "Leave it out" }).click();
  await place(page, "B2").and(page.getByRole("button", { name: /Left out$/ })).waitFor();
  await choose(page, 0);
  await place(page, "B2").and(page.getByRole("button", { name: /300 % BR.*typed again$/ })).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Name of the coverage of Base" }).inputValue(), "CENTRE"));
  await page.reload();
  await place(page, "B2").and(page.getByRole("button", { name: /300 % BR.*typed again$/ })).waitFor();
  await choose(page, 1);
  await place(page, "B2").and(page.getByRole("button", { name: /Left out$/ })).waitFor();
  // The choice of a sheet is a step, too.
  await choose(page, 0);
  await page.keyboard.press("Control+z");
  await place(page, "B2").and(page.getByRole("button", { name: /Left out$/ })).waitFor();
  assert.deepEqual(page.errors, []);
});

test("what an earlier version of the page has kept is taken up", async () => {
  const grid = CSV.split("\n").map((line) => line.split(";"));
  const draft = {
    source: "avant.csv", sheets: [{ name: "", hidden: false, grid }], sheet: 0, keepsList: true,
    ...NOTHING, texts: { "8,2": "260 % BR" }, left: ["9,1"],
  };
  const page = await openKept({ isOpen: true, draft });
  await place(page, "C9").and(page.getByRole("button", { name: /260 % BR.*typed again$/ })).waitFor();
  await place(page, "B10").and(page.getByRole("button", { name: /Left out$/ })).waitFor();
  assert.deepEqual(page.errors, []);
});

for (const [what, draft] of [["no sheets", { source: "avant.csv" }], ["another sheet than it has", { source: "avant.csv", sheets: [], sheet: 4 }], ["no draft", 7]]) {
  test(`what was kept and has ${what} is dropped, and a table can be brought in`, async () => {
    const page = await openKept({ isOpen: true, draft });
    await page.locator(".import-ways").waitFor();
    assert.deepEqual(page.errors, []);
  });
}
