// Before a version is saved, the panel says what it would change for the last file of claims; nobody waits for it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseFiles, eventually, exampleCoverage, file, openExample, startBrowser } from "./browser.mjs";
import { actsFile, choose, plain } from "./simulate-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const payload = JSON.parse(exampleCoverage);
payload.version = 1;
const next = structuredClone(payload);
next.version = 2;
next.guarantees.find(({ name }) => name === "DOCTORS_OPTAM").coverage_rule = { components: [{ kind: "brss_percent", percent: "50" }] };
const CLAIMS = `person,care_type,care_date,member_age,practitioner,is_optam_or_secteur_1,reimbursed_by_secu,charged,brss,secu_rate_percent
anne,SPECIALIST_VISIT,2025-03-04,44,SPECIALIST,true,true,60.00,23.00,70
bruno,SPECIALIST_VISIT,2025-03-05,44,SPECIALIST,true,true,60.00,23.00,70`;

const openVersions = async (page) => {
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Document", exact: true }).click();
  await page.locator("#document-menu").getByRole("button", { name: /versions/i }).first().click();
};

/** The first version is stored, and the second in hand. */
async function openNext() {
  const page = await openExample(browser);
  await chooseFiles(page, file("one.json", payload));
  await page.getByText("version 1").first().waitFor();
  await openVersions(page);
  await page.getByRole("button", { name: /^Publish version 1/ }).click();
  await page.locator(".publish").getByRole("button", { name: /^Publish version 1/ }).click();
  await page.getByText(/version 1.* is (published|stored|saved)/i).first().waitFor();
  await chooseFiles(page, file("two.json", next));
  await page.getByText("version 2").first().waitFor();
  return page;
}

test("without a file it says where to simulate one; with one, what the version changes", async () => {
  const page = await openNext();
  await openVersions(page);
  await page.getByRole("button", { name: /^Publish version 2/ }).click();
  const claims = page.locator(".publish-claims");
  await claims.getByText("No file of claims was simulated yet.").waitFor();
  await claims.getByRole("link", { name: "Simulate" }).click();
  await choose(page, actsFile("last-year.csv", CLAIMS));
  await page.getByRole("heading", { name: "What last-year.csv would have cost" }).waitFor();
  await openVersions(page);
  await page.getByRole("button", { name: /^Publish version 2/ }).click();
  await claims.getByText("For last-year.csv:").waitFor();
  await eventually(async () => assert.match(plain(await claims.innerText()), /^For last-year\.csv: CONFORT, version 2 would have paid [\d.]+ € less \(−[\d.]+%\) than CONFORT, version 1\. Better off: 0 persons; worse off: 2 persons\.$/));
  // It can be published whatever is computed.
  await eventually(async () => assert.ok(await page.locator(".publish").getByRole("button", { name: /^Publish version 2/ }).isEnabled()));
  assert.deepEqual(page.errors, []);
});
