// The text editor: fetched when it is needed, replaced by a plain field when it cannot be; never in the way of typing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { CareTypeCatalog } from "../../pkg/index.js";
import {
  chooseFiles, editorOf, eventually, exampleCatalog, exampleCoverage, file, openExample, openExampleDispense, openPage, openUndecidedExample, readText, smallCatalog, smallCoverage, startBrowser, textOf,
  typingTimes, writeText,
} from "./browser.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const EDITOR = "**/editor-*.js";
const panelOf = (page) => page.getByRole("region", { name: "Findings" });
const unknownCode = smallCoverage({ include_care_types: ["LENZ"] });
const open = async (coverage, prepare) => {
  const page = await openPage(browser, { prepare });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  return page;
};

test("the editor is not fetched before a view edits text", async () => {
  const requests = [];
  const page = await openPage(browser, { prepare: (page) => page.on("request", (request) => requests.push(request.url())) });
  await page.getByRole("button", { name: "Load the example" }).waitFor();
  await page.waitForLoadState("networkidle");
  assert.equal(requests.filter((url) => /editor/.test(url)).length, 0);
  await page.getByRole("button", { name: "Load the example" }).click();
  await editorOf(page).waitFor();
  assert.equal(requests.filter((url) => /editor/.test(url)).length, 1);
});

test("the editor is styled under the page's content security policy, which stays strict", async () => {
  const page = await openExample(browser);
  await editorOf(page).waitFor();
  await eventually(async () => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    assert.match(policy, /style-src 'self';/);
    assert.doesNotMatch(policy, /unsafe-inline/);
  });
  const style = await editorOf(page).evaluate((editor) => {
    const of = (selector) => getComputedStyle(editor.shadowRoot.querySelector(selector));
    return {
      font: of(".cm-scroller").fontFamily,
      gutters: of(".cm-gutters").display,
      name: of(".cm-content .name").color,
      line: of(".cm-line").color,
      tags: editor.shadowRoot.querySelectorAll("style").length + document.querySelectorAll("style").length,
    };
  });
  assert.match(style.font, /monospace/);
  assert.equal(style.gutters, "flex");
  assert.notEqual(style.name, style.line);
  assert.equal(style.tags, 0);
  assert.deepEqual(page.errors, []);
});

test("while the editor is on its way, a plain field works; what is typed and selected there goes on in the editor", async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const page = await open(smallCoverage(), (page) => page.route(EDITOR, async (route) => (await held, route.continue())));
  await textOf(page).fill(JSON.stringify(unknownCode));
  await panelOf(page).getByText("did you mean LENS?").waitFor();
  await textOf(page).evaluate((area) => area.setSelectionRange(2, 6));
  release();
  await editorOf(page).waitFor();
  await eventually(async () => assert.equal(await readText(page), JSON.stringify(unknownCode)));
  await page.keyboard.type("title");
  await eventually(async () => assert.match(await readText(page), /^\{"title":/));
});

test("without the editor, the plain field and the list do everything but the marks", async () => {
  const page = await open(unknownCode, (page) => page.route(EDITOR, (route) => route.abort()));
  await page.getByText("The text editor could not be loaded.").waitFor();
  const area = textOf(page);
  const before = await area.inputValue();
  await panelOf(page).getByRole("button", { name: /^Line/ }).click();
  await eventually(async () => assert.equal(await area.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), '"LENZ"'));
  await panelOf(page).getByRole("button", { name: /^Replace by .*LENS/ }).click();
  await eventually(async () => assert.equal(await area.inputValue(), before.replace("LENZ", "LENS")));
  await panelOf(page).getByText("did you mean LENS?").waitFor({ state: "detached" });
  await page.keyboard.press("Control+Z");
  await eventually(async () => assert.equal(await area.inputValue(), before));
});

test("what is typed survives a reload, at once", async () => {
  const page = await openExample(browser);
  await editorOf(page).waitFor();
  await textOf(page).press("Control+End");
  await page.keyboard.type("// not finished 😀");
  await page.reload();
  await editorOf(page).waitFor();
  await eventually(async () => assert.match(await readText(page), /\n\/\/ not finished 😀$/));
  await page.getByText("This is not valid JSON yet", { exact: true }).waitFor();
});

test("a file dropped on the editor is loaded, not inserted", async () => {
  const page = await openExample(browser);
  await editorOf(page).waitFor();
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "small.json"));
    return transfer;
  }, JSON.stringify(smallCoverage()));
  await textOf(page).dispatchEvent("drop", { dataTransfer: transfer });
  await page.getByText("The coverage is loaded: small.json.").waitFor();
  await eventually(async () => assert.equal(await readText(page), JSON.stringify(smallCoverage())));
});

const FULL = "The text can have at most 2.1 MB: what was typed or pasted was left out.";
const LONGEST = 2 * 1024 * 1024;

test("the editor takes no more than a page holds, says so, and keeps what is there", async () => {
  const page = await open(smallCoverage());
  const before = JSON.stringify(smallCoverage(), null, 2);
  await writeText(page, `"${"x".repeat(LONGEST)}"`);
  await page.getByRole("alert", { name: "Message" }).getByText(FULL).waitFor();
  await eventually(async () => assert.equal(await readText(page), before));
  await page.getByRole("button", { name: "Dismiss" }).click();
  // What fits is taken, up to the last character.
  await writeText(page, `"${"x".repeat(LONGEST - 2)}"`);
  await page.waitForFunction((length) => document.querySelector("care-editor").value.length === length, LONGEST);
  await page.keyboard.type("y");
  await page.getByText(FULL).waitFor();
  await eventually(async () => assert.equal((await readText(page)).length, LONGEST));
  // Less is never too much.
  await page.keyboard.press("Backspace");
  await page.waitForFunction((length) => document.querySelector("care-editor").value.length === length, LONGEST - 1);
  await writeText(page, before);
  await page.getByText("2 care types · 1 mapping").waitFor();
  assert.deepEqual(page.errors, []);
});

test("the plain field takes no more either", async () => {
  const page = await open(smallCoverage(), (page) => page.route(EDITOR, (route) => route.abort()));
  const before = JSON.stringify(smallCoverage(), null, 2);
  await page.getByText("The text editor could not be loaded").waitFor();
  await textOf(page).evaluate((area, length) => {
    area.value = "x".repeat(length);
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, LONGEST + 1);
  await page.getByRole("alert", { name: "Message" }).getByText(FULL).waitFor();
  await eventually(async () => assert.equal(await textOf(page).inputValue(), before));
});

test("text pasted into the editor stays there, also when it looks like a document", async () => {
  const page = await openExample(browser);
  await writeText(page, JSON.stringify(smallCoverage()));
  await eventually(async () => assert.equal(await readText(page), JSON.stringify(smallCoverage())));
  await eventually(async () => assert.equal(await page.getByText("The coverage is loaded").count(), 0));
});

const lines = (page) => editorOf(page).locator(".cm-line");
const french = async () => ({ context: await browser.context({ locale: "fr-FR" }) });

test("a fix made before the editor is here can be undone once it is, by its keys and by the buttons", async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const page = await open(unknownCode, (page) => page.route(EDITOR, async (route) => (await held, route.continue())));
  const before = await textOf(page).inputValue();
  await panelOf(page).getByRole("button", { name: /^Replace by .*LENS/ }).click();
  await panelOf(page).getByText("did you mean LENS?").waitFor({ state: "detached" });
  release();
  await editorOf(page).waitFor();
  await eventually(async () => assert.equal(await readText(page), before.replace("LENZ", "LENS")));
  await textOf(page).press("Control+z");
  await eventually(async () => assert.equal(await readText(page), before));
  await page.getByRole("button", { name: "Redo in the text" }).click();
  await eventually(async () => assert.equal(await readText(page), before.replace("LENZ", "LENS")));
  await page.getByRole("button", { name: "Undo in the text" }).click();
  await eventually(async () => assert.equal(await readText(page), before));
});

test("the plain text area has the same history", async () => {
  const page = await open(smallCoverage(), (page) => page.route(EDITOR, (route) => route.abort()));
  await page.getByText("The text editor could not be loaded.").waitFor();
  const before = await textOf(page).inputValue();
  await textOf(page).press("Control+End");
  await page.keyboard.type("\n\n");
  await textOf(page).press("Control+z");
  await eventually(async () => assert.equal(await textOf(page).inputValue(), before));
  await page.getByRole("button", { name: "Redo in the text" }).click();
  await eventually(async () => assert.equal(await textOf(page).inputValue(), `${before}\n\n`));
});

test("typing without a pause is one step; a form's change between is another", async () => {
  const page = await open(smallCoverage());
  const before = await readText(page);
  await textOf(page).press("Control+End");
  await page.keyboard.type("\n\n\n");
  await page.locator(".rule summary").click();
  await page.getByRole("textbox", { name: "Percentage", exact: true }).fill("225");
  await page.waitForFunction(() => document.querySelector("care-editor").value.includes('"225"'));
  await textOf(page).press("Control+z");
  await eventually(async () => assert.equal(await readText(page), `${before}\n\n\n`));
  await textOf(page).press("Control+z");
  await eventually(async () => assert.equal(await readText(page), before));
});

test("what is on a line is folded and unfolded by the gutter and by F9, all by Shift+F9", async () => {
  const page = await openExample(browser);
  await editorOf(page).waitFor();
  const folded = editorOf(page).locator(".cm-foldPlaceholder");
  const marker = editorOf(page).getByTitle("Fold line").filter({ visible: true }).nth(1);
  const top = async (locator) => (await locator.boundingBox()).y;
  // Before CodeMirror has measured the lines, the gutter is not in line with them.
  await eventually(async () => assert.ok(Math.abs((await top(marker)) - (await top(lines(page).nth(3)))) < 5));
  await marker.click();
  await lines(page).nth(3).filter({ hasText: '"guarantees": […]' }).waitFor();
  // As long as a person holds the button down: meanwhile, nothing may draw the line anew.
  await folded.click({ delay: 150 });
  await folded.waitFor({ state: "detached" });
  await textOf(page).press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+F9");
  await folded.first().waitFor();
  await eventually(async () => assert.match(await lines(page).first().innerText(), /^\{…\}$/));
  await page.keyboard.press("Shift+F9");
  await folded.waitFor({ state: "detached" });
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F9");
  await folded.first().waitFor();
  await page.keyboard.press("F9");
  await folded.waitFor({ state: "detached" });
});

test("brackets and quotation marks close themselves, and go together", async () => {
  const page = await open(smallCoverage());
  await writeText(page, "");
  await page.keyboard.type('{"a": ["b');
  await eventually(async () => assert.equal(await readText(page), '{"a": ["b"]}'));
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await eventually(async () => assert.equal(await readText(page), '{"a": []}'));
});

test("a text is set out on lines by a button and by a key, as one step; one that is no JSON stays", async () => {
  const page = await open(smallCoverage());
  const flat = JSON.stringify(smallCoverage());
  await writeText(page, flat);
  await page.getByRole("button", { name: "Format" }).click();
  await page.getByText("The text is set out anew.").waitFor();
  const formatted = await readText(page);
  assert.match(formatted, /^\{\n  "name": "SMALL",\n  "version": 1,\n  "guarantees": \[\n/);
  assert.deepEqual(JSON.parse(formatted), smallCoverage());
  await textOf(page).press("Control+z");
  await eventually(async () => assert.equal(await readText(page), flat));
  await textOf(page).press("Shift+Alt+f");
  await eventually(async () => assert.equal(await readText(page), formatted));
  await writeText(page, `${flat},`);
  await textOf(page).press("Shift+Alt+f");
  await page.getByText("The text can be set out once it is valid JSON.").waitFor();
  await eventually(async () => assert.equal(await readText(page), `${flat},`));
});

test("Ctrl+S opens the versions of a coverage, and downloads a dispense", async () => {
  const page = await open(smallCoverage());
  await editorOf(page).waitFor();
  await textOf(page).press("Control+s");
  await page.getByRole("dialog", { name: "Versions" }).waitFor();
  const other = await openExampleDispense(browser, "accepted");
  const [download] = await Promise.all([other.waitForEvent("download"), textOf(other).press("Control+s")]);
  assert.equal(download.suggestedFilename(), "dispense.json");
});

test("gaps are marked quietly, and a key leads past them from one problem to the next", async () => {
  const page = await openUndecidedExample(browser);
  await editorOf(page).waitFor();
  const signs = (severity) => editorOf(page).locator(`.cm-lint-marker-${severity}`);
  await signs("hint").first().waitFor();
  await eventually(async () => assert.equal(await editorOf(page).locator(".cm-gutter-lint .cm-lint-marker-warning").count(), 0, "the first lines have gaps alone"));
  const sign = await signs("hint").first().evaluate((element) => getComputedStyle(element, "::before").content);
  assert.equal(sign, '"·"');
  await textOf(page).press("Control+Home");
  await page.keyboard.press("F8");
  await editorOf(page).locator(".cm-diagnostic-warning").getByText(/both cover: members of 16 to 20/).waitFor();
});

test("the list of commands has their keys, and is one of buttons", async () => {
  const page = await openExample(browser);
  await editorOf(page).waitFor();
  await textOf(page).press("F1");
  const dialog = page.getByRole("dialog", { name: "Commands of the text editor" });
  await eventually(async () => assert.match(await dialog.getByRole("row").filter({ hasText: "Next problem" }).innerText(), /F8$/));
  await eventually(async () => assert.match(await dialog.getByRole("row").filter({ hasText: "Format" }).innerText(), /Shift\+Alt\+F$/));
  await dialog.getByRole("button", { name: "Find and replace" }).click();
  await editorOf(page).getByPlaceholder("Find").waitFor();
  await page.keyboard.type("GP");
  await page.getByRole("button", { name: "Commands…" }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "detached" });
});

test("French: the tools, the search and the list of commands, also after the language is changed", async () => {
  const page = await openPage(browser, await french());
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await editorOf(page).waitFor();
  await page.getByRole("button", { name: "Mettre en forme" }).click();
  await page.locator("care-editor .cm-content").press("Control+f");
  await editorOf(page).getByPlaceholder("Rechercher").waitFor();
  await editorOf(page).getByRole("button", { name: "tout remplacer" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("care-editor .cm-content").press("F1");
  const dialog = page.getByRole("dialog", { name: "Commandes de l’éditeur de texte" });
  await eventually(async () => assert.match(await dialog.getByRole("row").filter({ hasText: "Problème précédent" }).innerText(), /Maj\+F8$/));
  await dialog.getByRole("button", { name: "Fermer" }).click();
  await page.getByRole("combobox", { name: "Langue" }).selectOption("en");
  await page.getByRole("button", { name: "Format" }).waitFor();
  await page.locator("care-editor .cm-content").press("Control+f");
  await editorOf(page).getByPlaceholder("Find").waitFor();
  assert.deepEqual(page.errors, []);
});

for (const height of [700, 1000]) {
  test(`the editor's lower edge is seen without scrolling the page, and after it: ${height} px`, async () => {
    const page = await openExample(browser, { context: await browser.context({ viewport: { width: 1440, height } }) });
    await editorOf(page).waitFor();
    const edges = () => page.locator(".text-field").evaluate((field) => [field.getBoundingClientRect().bottom, innerHeight]);
    for (const scroll of [0, 90, 900]) {
      await page.evaluate((top) => scrollTo(0, top), scroll);
      await page.waitForFunction(() => Math.abs(innerHeight - document.querySelector(".text-field").getBoundingClientRect().bottom - 16) <= 2);
      const [bottom, window] = await edges();
      assert.ok(bottom <= window, `${bottom} of ${window} at ${scroll}`);
    }
  });
}

test("every key is judged at once: the shipped example", async (t) => {
  const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));
  const validations = Array.from({ length: 50 }, () => {
    const started = performance.now();
    catalog.validateCoverageText(exampleCoverage);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  catalog.free();

  const page = await openExample(browser);
  await editorOf(page).waitFor();
  await textOf(page).press("Control+Home");
  await page.keyboard.press("ArrowRight");
  const times = await typingTimes(page, ' "x": [1, 2, 3, "four"], "y": {"z": null}, ');
  const middle = times[times.length >> 1];
  t.diagnostic(
    `the shipped example (${exampleCoverage.length} characters): validation alone ${validations[25].toFixed(1)} ms (median, Node); ` +
      `from key to every result drawn ${middle.toFixed(1)} ms (median), ${times.at(-1).toFixed(1)} ms (longest)`,
  );
  await panelOf(page).getByText("Unknown field x").waitFor();
  assertTime(t, "a key (median)", middle, 100);
});

test("a very long text does not hold up typing, and what is shown is always of the newest text", async (t) => {
  const coverage = JSON.parse(exampleCoverage);
  const guarantees = Array.from({ length: 20 }, (_, copy) => coverage.guarantees.map((guarantee) => ({ ...guarantee, name: `${guarantee.name}_${copy}` })));
  const text = JSON.stringify({ ...coverage, guarantees: guarantees.flat() }, null, 2);
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", exampleCatalog), file("long.json", text));
  await panelOf(page).getByText("Two guarantees cover the same acts:").first().waitFor();
  await editorOf(page).waitFor();
  await textOf(page).press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await typingTimes(page, " ");
  const times = await typingTimes(page, '"wrong":1,');
  const middle = times[times.length >> 1];
  t.diagnostic(`${(text.length / 1024).toFixed(0)} KB of text: a key takes ${middle.toFixed(1)} ms (median), ${times.at(-1).toFixed(1)} ms (longest); it is read when typing pauses`);
  await panelOf(page).getByText("Unknown field wrong").waitFor();
  // An error that is typed and taken back before it was read is never shown.
  await page.keyboard.type("x");
  await page.keyboard.press("Backspace");
  await page.waitForTimeout(3000);
  await panelOf(page).getByText("Unknown field wrong").waitFor();
  await eventually(async () => assert.equal(await page.getByText("This is not valid JSON yet").count(), 0));
  assertTime(t, "a key (median)", middle, 100);
});
