// Does the page answer while a long table is brought in and looked through?
import { after, before, test } from "node:test";
import { startBrowser } from "./browser.mjs";
import { CSV, detail, openTable, review, table } from "./import-panel.mjs";
import { longestWork } from "./long-tasks.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("a table of 400 rows: no task of more than 50 ms of the processor", async (t) => {
  const [head, ...rows] = CSV.split("\n").slice(0, -1);
  const page = await openTable(browser);
  await page.locator(".tabled .list-head").first().getByRole("button", { name: /^(Import a table…|Importer un tableau…)$/ }).click();
  const work = async (act) => longestWork(page, async () => {
    await act();
    await review(page).waitFor();
    // What is drawn while there is time.
    await page.waitForTimeout(1000);
  });
  const long = [head, ...Array.from({ length: 40 }, () => rows).flat()].join("\n");
  assertTime(t, "brought in", await work(() => page.locator('.import-ways input[type="file"]').setInputFiles(table("long.csv", long))), 50);
  assertTime(t, "the next place", await work(() => page.keyboard.press("F8")), 50);
  assertTime(t, "left out", await work(() => detail(page).getByRole("button", { name: "Leave it out" }).click()), 50);
});
