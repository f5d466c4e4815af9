// What the text editor knows of a coverage: completion by words, hovers, other names, actions, in the language of the page; and that the page
// keeps what they do as steps of its history.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseFiles, editorOf, eventually, exampleCatalog, file, openPage, readText, smallCoverage, startBrowser, textOf } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const open = async (locale) => {
  const page = await openPage(browser, { context: await browser.context({ locale }) });
  const coverage = smallCoverage({ include_care_types: ["GP_VISIT"] });
  await chooseFiles(page, file("types.json", exampleCatalog), file("small.json", coverage));
  await editorOf(page).waitFor();
  return page;
};
const options = (page) => editorOf(page).locator(".cm-tooltip-autocomplete li");

/** As a paste, whatever the language of the page. */
async function write(page, text) {
  const content = editorOf(page).locator(".cm-content");
  await content.focus();
  await page.keyboard.press("Control+A");
  await content.evaluate((content, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Asks for completions until the worker has its first answer. */
async function complete(page) {
  for (let tries = 0; tries < 60 && (await options(page).count()) === 0; tries += 1) {
    await page.keyboard.press("Control+Space");
    await page.waitForTimeout(500);
  }
}

test("a code is completed by its French label; what it is, a hover says", async () => {
  const page = await open("fr-FR");
  await write(page, '{ "name": "A", "version": 1, "guarantees": [{ "care_type_mappings": [{ "selector": { "include_care_types": [\n"detartrage');
  await complete(page);
  await eventually(async () => assert.match(await options(page).first().innerText(), /DENTAL_SCALING\s*Détartrage/));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("care-editor").value.endsWith('[\n"DENTAL_SCALING"'));
  await editorOf(page).locator(".cm-line").last().hover({ position: { x: 60, y: 8 } });
  await editorOf(page).locator(".cm-care-hover").getByText("Détartrage").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a guarantee is renamed as one step of the page's history", async () => {
  const page = await open("en-GB");
  const before = await readText(page);
  const [, name] = /"name": "(\w+)",\s+"care_type_mappings"/.exec(before);
  await textOf(page).press("Control+Home");
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "End", "ArrowLeft", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
  const field = editorOf(page).getByLabel("New name");
  for (let tries = 0; tries < 60 && (await field.count()) === 0; tries += 1) {
    await page.keyboard.press("F2");
    await page.waitForTimeout(500);
  }
  await field.fill("ANOTHER");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("care-editor").value.includes('"ANOTHER"'));
  await eventually(async () => assert.equal(await readText(page), before.replace(`"${name}"`, '"ANOTHER"')));
  await textOf(page).press("Control+z");
  await eventually(async () => assert.equal(await readText(page), before));
  assert.deepEqual(page.errors, []);
});
