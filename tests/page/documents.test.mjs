// How documents come in: opened, dropped, pasted; broken ones, refused ones, large ones.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  chooseDocument, chooseFiles, dropFiles, eventually, exampleCatalog, exampleCoverage, file, largeCatalog, largeCoverage, openExample,
  openPage, readText, selectionOf, smallCatalog, smallCoverage, startBrowser, typingTimes, writeText,
} from "./browser.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const loadedOf = (page) => page.getByRole("region", { name: "What is loaded" });

async function pasteIntoDialog(page, text, kind) {
  await chooseDocument(page, "Paste…");
  const dialog = page.getByRole("dialog", { name: "Paste a catalogue or a coverage" });
  await dialog.getByRole("textbox", { name: "JSON text" }).fill(text);
  if (kind) await dialog.getByRole("radio", { name: kind }).check();
  await dialog.getByRole("button", { name: "Load" }).click();
  return dialog;
}

test("files chosen together are recognised by their shape, in any order", async () => {
  const page = await openPage(browser);
  await chooseFiles(page, file("mine.json", exampleCoverage), file("types.json", exampleCatalog));
  await loadedOf(page).getByText("CONFORT, version 3").waitFor();
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /184 care types in 50 groups · types\.json/));
  await eventually(async () => assert.equal(await readText(page), exampleCoverage));
  assert.deepEqual(page.errors, []);
});

test("files can be dropped on the page", async () => {
  const page = await openPage(browser);
  await dropFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await loadedOf(page).getByText("SMALL, version 1").waitFor();
  await page.getByText("2 care types · 1 mapping").waitFor();
});

test("text can be pasted into the dialog, and anywhere on the page", async () => {
  const page = await openPage(browser);
  await pasteIntoDialog(page, exampleCatalog);
  await loadedOf(page).getByText("184 care types").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("dialog").count(), 0));
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, exampleCoverage);
  await loadedOf(page).getByText("CONFORT, version 3").waitFor();
});

test("broken JSON is a sentence with its line and column, and what was loaded is kept", async () => {
  const page = await openExample(browser);
  await chooseFiles(page, file("broken.json", '{\n  "name": "X",\n  "guarantees": [1,]\n}'));
  const message = page.getByRole("alert", { name: "Message" });
  await message.getByText("broken.json is not valid JSON. Line 3, column 20: a value is expected, but there is ].").waitFor();
  await eventually(async () => assert.match(await message.innerText(), /The comma before it is one too many\. What was loaded before is kept\./));
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /CONFORT, version 3/));
});

test("every kind of mistake in JSON has its place and its words", async () => {
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  const cases = [
    ["", null],
    ['{"a": 1', "Line 1, column 8: a comma or a closing brace } is expected, but the text ends."],
    ['{"a" 1}', "Line 1, column 6: a colon is expected after the field name, but there is 1."],
    ["{'a': 1}", "Line 1, column 2: a field name in double quotes is expected, but there is '."],
    ['{"a": [1 2]}', "Line 1, column 10: a comma or a closing bracket ] is expected, but there is 2."],
    ['{"a": "x\ny"}', "Line 1, column 9: a text between quotes cannot contain a line break or a tab, but there is a blank."],
    ['{"a": "x', "Line 1, column 9: a closing double quote is missing, but the text ends."],
    ['{"a": "\\q"}', "Line 1, column 8: the backslash starts no known escape, but there is \\."],
    ['{"a": 1}\n\n}', "Line 3, column 1: the text should end, but there is }."],
    ['{"a": 01}', "Line 1, column 8: a comma or a closing brace } is expected, but there is 1."],
    ["[".repeat(5000), "Line 1, column 1002: the text is nested too deeply, but there is [."],
  ];
  for (const [text, words] of cases) {
    await writeText(page, text);
    await page.getByText(words ?? "A coverage is a list of guarantees.").waitFor({ timeout: 3000 });
    await eventually(async () => assert.equal(await readText(page), text));
  }
});

test("broken JSON in the paste dialog keeps the text, to be mended there", async () => {
  const page = await openPage(browser);
  const dialog = await pasteIntoDialog(page, '{"internal_care_types": [}');
  await dialog.getByText("Line 1, column 26: a value is expected, but there is }.").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await chooseDocument(page, "Paste…");
  await eventually(async () => assert.equal(await dialog.getByRole("textbox").inputValue(), '{"internal_care_types": [}'));
});

test("a document of an unknown shape is asked about, and the person decides", async () => {
  const page = await openExample(browser);
  await chooseFiles(page, file("odd.json", { name: "ODD", version: 1 }));
  const message = page.getByRole("alert", { name: "Message" });
  await message.getByText("odd.json looks neither like a catalogue nor like a coverage nor like a dispense. What is it?").waitFor();
  await message.getByRole("button", { name: "Coverage" }).click();
  await page.getByText("The engine cannot read this coverage yet").waitFor();
  await page.getByText("The field guarantees is missing.").waitFor();
});

test("the kind can be said in the paste dialog", async () => {
  const page = await openExample(browser);
  const dialog = await pasteIntoDialog(page, '{"name": "ODD"}', "Catalogue");
  await dialog.getByText("Pasted text cannot be used as a catalogue.").waitFor();
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /184 care types/));
});

test("a refused coverage lists every problem with its line and place, and leads there", async () => {
  const page = await openPage(browser);
  const coverage = smallCoverage({ include_care_types: ["CROWM"], exclude_care_type_groups: ["EYEZ"] }, { practicioner: "DENTIST" });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  await page.getByText("The engine cannot read this coverage yet").waitFor();
  const problems = page.getByRole("listitem").filter({ hasText: "DENTAL, mapping 1" });
  await problems.nth(2).waitFor();
  await eventually(async () => assert.equal(await problems.count(), 3));
  const problem = problems.filter({ hasText: "DENTAL, mapping 1, include_care_types, entry 1" });
  await eventually(async () => assert.match(await problem.innerText(), /Error[^]*CROWM/));
  await eventually(async () => assert.match(await problem.innerText(), /did you mean CROWN\?\n/));
  await problem.getByRole("button", { name: /^Line \d+$/ }).click();
  await eventually(async () => assert.equal(await selectionOf(page), '"CROWM"'));
});

test("a refused catalogue lists its problems, and what was loaded is kept", async () => {
  const page = await openExample(browser);
  const [type] = smallCatalog.internal_care_types;
  await chooseFiles(page, file("twice.json", { ...smallCatalog, internal_care_types: [type, { ...type, id: 9 }, { ...type, id: 10, short_code: "X", care_type_group_ids: [77] }] }));
  const message = page.getByRole("alert", { name: "Message" });
  await message.getByText("twice.json cannot be used as a catalogue.").waitFor();
  await eventually(async () => assert.ok((await message.getByRole("listitem").count()) >= 2));
  await eventually(async () => assert.match(await message.innerText(), /\/internal_care_types\/1\/short_code/));
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /184 care types/));
});

test("what a document replaced can be brought back", async () => {
  const page = await openExample(browser);
  await writeText(page, '{"name": "half typed');
  await chooseFiles(page, file("small.json", smallCoverage()));
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await eventually(async () => assert.equal(await readText(page), '{"name": "half typed'));
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await eventually(async () => assert.match(await readText(page), /"SMALL"/));
});

test("a catalogue of 3,000 care types stays fast", async (t) => {
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", largeCatalog()), file("large.json", largeCoverage()));
  await page.getByText("3,000 care types in 30 groups").waitFor();
  await page.getByText("3,000 care types selected").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("row").count(), 11));
  await page.getByRole("button", { name: "Show 100 more" }).click();
  await eventually(async () => assert.equal(await page.getByRole("row").count(), 111));
  await page.getByRole("searchbox", { name: "Find a care type in this mapping" }).fill("2999");
  await page.getByRole("row", { name: /TYPE_2999/ }).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("row").count(), 2));

  const [typing] = await typingTimes(page, " ");
  await page.getByRole("link", { name: "Act" }).click();
  // The Coverage view has a box of this name, too.
  const box = page.locator("main.act").getByRole("combobox", { name: "Care type" });
  const searching = await box.evaluate(async (input) => {
    const started = performance.now();
    input.focus();
    input.value = "numero 2999";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return performance.now() - started;
  });
  await page.keyboard.press("Enter");
  await page.getByText("DENTAL covers this act.").waitFor();
  assertTime(t, "a key in the text, with 3,000 care types", typing, 200);
  assertTime(t, "a search of a care type", searching, 500);
  assert.deepEqual(page.errors, []);
});

const MiB = 1024 * 1024;
const tooLarge = (page, words) => page.getByRole("alert", { name: "Message" }).getByText(words);

test("a text that no field of the page holds is refused in words, and what was loaded is kept", async () => {
  const page = await openExample(browser);
  const coverage = smallCoverage();
  coverage.guarantees[0].name = "N".repeat(2 * MiB);
  await chooseFiles(page, file("long.json", coverage));
  await tooLarge(page, "long.json is too large: it may have at most 2.1 MB. What was loaded before is kept.").waitFor();
  await chooseDocument(page, "Paste…");
  const dialog = page.getByRole("dialog", { name: "Paste a catalogue or a coverage" });
  await dialog.getByRole("textbox", { name: "JSON text" }).evaluate((area, text) => {
    area.value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, JSON.stringify(coverage));
  await dialog.getByRole("button", { name: "Load" }).click();
  await dialog.getByText("Pasted text is too large: it may have at most 2.1 MB.").waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /CONFORT, version 3/));
  assert.deepEqual(page.errors, []);
});

test("a catalogue is shown in no field, and may be longer, up to a bound of its own", async () => {
  const page = await openPage(browser);
  const catalog = largeCatalog();
  for (const type of catalog.internal_care_types) type.label += ` ${"x".repeat(1000)}`;
  await chooseFiles(page, file("types.json", catalog), file("small.json", smallCoverage({ include_care_types: ["TYPE_0001"] })));
  await loadedOf(page).getByText("SMALL, version 1").waitFor();
  const huge = "types-of-all-the-world.json";
  await dropFiles(page, file(huge, " ".repeat(16 * MiB + 1)));
  await tooLarge(page, `${huge} is too large: it may have at most 16.8 MB.`).waitFor();
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /3,000 care types/));
});

test("what is typed while files are read stays", async () => {
  const page = await openExample(browser);
  await page.evaluate(() => {
    const { text } = File.prototype;
    File.prototype.text = function () {
      return new Promise((resolve) => (window.goOn = () => resolve(text.call(this))));
    };
  });
  await chooseFiles(page, file("types.json", smallCatalog));
  await page.waitForFunction(() => window.goOn);
  await writeText(page, JSON.stringify(smallCoverage()));
  await page.evaluate(() => window.goOn());
  await page.getByText("The catalogue is loaded: types.json.").waitFor();
  await eventually(async () => assert.equal(await readText(page), JSON.stringify(smallCoverage())));
  assert.deepEqual(page.errors, []);
});
