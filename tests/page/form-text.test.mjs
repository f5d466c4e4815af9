// The coverage as form and text: the ways between them, and what the form does while the text cannot be read.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { editorOf, eventually, openExample, openPage, selectionOf, startBrowser, textOf } from "./browser.mjs";
import { cards, cardOf, namesOf, coverageOf, focusedWords, openCard, openSmall, three } from "./form-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("from a card to its text and back; the guarantee that the cursor is in is marked", async () => {
  const page = await openExample(browser);
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await eventually(async () => assert.equal(await editorOf(page).count(), 0));
  const card = await openCard(page, "HEARING_AIDS_CLASS_II");
  await card.locator(".card-tools").getByRole("button", { name: "Show in the text" }).click();
  await editorOf(page).waitFor();
  // All of it, once the lines that it reaches to are drawn.
  await eventually(async () => assert.match(await selectionOf(page), /^\{\s+"name": "HEARING_AIDS_CLASS_II",[^]*\n    \}$/));
  await card.locator("summary").first().click();
  await textOf(page).focus();
  await page.getByText("In the text: HEARING_AIDS_CLASS_II").waitFor();
  await eventually(async () => assert.equal(await page.locator("details.guarantee.marked h3").textContent(), "HEARING_AIDS_CLASS_II"));
  await page.getByRole("button", { name: "Show the card", exact: true }).click();
  await eventually(async () => assert.ok(await card.evaluate((details) => details.open)));
  await eventually(async () => assert.match(await focusedWords(page), /HEARING_AIDS_CLASS_II|Mapping 1/));
});

test("form, text or both: what is chosen is kept, and no editor is fetched for the form", async () => {
  const context = await browser.context();
  const page = await openPage(browser, { context });
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.getByRole("button", { name: "Load the example" }).first().click();
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.reload();
  await cards(page).first().waitFor();
  fetched.length = 0;
  await page.reload();
  await cards(page).first().waitFor();
  assert.ok(!fetched.some((url) => url.includes("editor")), fetched.join(" "));
  await page.getByRole("button", { name: "Text", exact: true }).click();
  await editorOf(page).waitFor();
  await eventually(async () => assert.equal(await cards(page).count(), 0));
});

test("while the text is no JSON the form is there to be read, with the place of the mistake, and comes back", async () => {
  const page = await openSmall(browser, three());
  await textOf(page).press("Control+End");
  await page.keyboard.type("x");
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await page.getByText("The form shows the coverage as it could last be read.").waitFor();
  await eventually(async () => assert.equal(await page.locator(".coverage-parts button:enabled, .coverage-parts input:enabled").count(), 0));
  await eventually(async () => assert.deepEqual(await namesOf(page), ["ONE", "TWO", "THREE"]));
  await page.keyboard.press("Backspace");
  await page.getByRole("button", { name: "Add a guarantee" }).and(page.locator(":enabled")).waitFor();
});

test("a coverage that the engine refuses can still be edited in the form", async () => {
  const coverage = three();
  coverage.guarantees[1] = { name: "TWO", care_type_mappings: "none" };
  coverage.guarantees[2].name = "ONE";
  const page = await openSmall(browser, coverage);
  await eventually(async () => assert.deepEqual(await namesOf(page), ["ONE", "TWO", "ONE"]));
  await page.locator("details.guarantee").nth(1).locator("summary").click();
  await page.getByText("This part has another shape than a form can show.").waitFor();
  await page.locator("details.guarantee").nth(1).getByRole("button", { name: "Delete" }).click();
  const last = page.locator("details.guarantee").nth(1);
  await last.locator("summary").first().click();
  await last.getByRole("button", { name: "Rename" }).click();
  await last.getByLabel("Name of the guarantee").fill("LAST");
  await page.keyboard.press("Enter");
  await cardOf(page, "LAST").waitFor();
  await eventually(async () => assert.equal(await page.locator(".conditions-form .problems-at, .terms .problems-at").count(), 0));
  await eventually(async () => assert.deepEqual((await coverageOf(page)).guarantees.map(({ name }) => name), ["ONE", "LAST"]));
});
