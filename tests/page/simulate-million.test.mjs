// A million realistic claims are generated and simulated in the page, which answers meanwhile.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseFiles, eventually, exampleCoverage, file, openExample, startBrowser } from "./browser.mjs";
import { forgetTasks, longestTask, watchTasks } from "./long-tasks.mjs";
import { plain, table } from "./simulate-panel.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("a million claims: by headings, with limits, and one person's year to try", async (t) => {
  const page = await openExample(browser, { fragment: "#compare", prepare: watchTasks });
  await page.getByRole("button", { name: /^Keep/ }).first().click();
  const draft = JSON.parse(exampleCoverage);
  draft.version = 4;
  draft.guarantees = draft.guarantees.filter(({ name }) => name !== "PREVENTION_ALLOWANCE");
  await chooseFiles(page, file("draft.json", draft));
  await page.getByText("CONFORT, version 4").first().waitFor();
  await page.goto(`${browser.address}#simulate`);
  await forgetTasks(page);
  const started = Date.now();
  await page.getByRole("button", { name: "1,000,000 example claims" }).click();
  await page.getByRole("heading", { name: "What example-1000000.csv would have cost", exact: true }).waitFor({ timeout: 120_000 });
  t.diagnostic(`generated and simulated after ${Date.now() - started} ms`);
  assertTime(t, "longest task", await longestTask(page), 100);
  await eventually(async () => assert.match(await page.getByText(/rows are in the sums\.$/).innerText(), /^99\d,\d{3} of 1,000,000 rows/));
  // What is dropped costs less, and nobody gains.
  await eventually(async () => assert.match(plain(await page.locator(".cost-sentence").innerText()), /^CONFORT, version 4 would have paid [\d,.]+ € less \(−\d+\.\d%\) than CONFORT, version 3\. Better off: 0 persons; worse off: [\d,]+ persons\.$/));
  await eventually(async () => {
    const headings = await table(page, "By heading").locator("tbody th").allInnerTexts();
    assert.ok(headings.includes("Dental") && headings.includes("Prevention and well-being"), headings.join());
  });
  await table(page, "Limits that bind").getByText("prevention_allowance").first().waitFor();
  const person = await table(page, "Who loses most").locator("tbody th").first().innerText();
  await page.getByRole("button", { name: `Try it: the acts of ${person}` }).click();
  await page.getByText(new RegExp(`^The (first \\d+ )?acts of ${person} are in the year\\.$`)).waitFor();
  assert.deepEqual(page.errors, []);
});
