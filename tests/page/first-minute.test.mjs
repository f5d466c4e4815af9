// The first minute: an example that works, a question that follows edits, hints, the header, the Document menu, and messages.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import {
  chooseDocument, chooseFiles, eventually, exampleCatalog, exampleCoverage, file, openExample, openPage, readText, smallCatalog,
  smallCoverage, startBrowser, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const questionOf = (page, name = "What is left to pay?") => page.getByRole("region", { name });
const loadedOf = (page) => page.getByRole("region", { name: "What is loaded" });
const firstVisit = (options = {}) => openPage(browser, { isFirst: true, fragment: "#coverage", ...options });
const showText = (page) => page.getByRole("button", { name: "Both", exact: true }).click();
const stored = (page, storage, key) => page.evaluate(([storage, key]) => window[storage].getItem(key), [storage, key]);

test("a first visit begins with the table of an example that works, which is typed into, its findings, and a question with its euros", async () => {
  const page = await firstVisit({ fragment: "" });
  await page.getByRole("columnheader", { name: "CONFORT version 3" }).waitFor();
  await questionOf(page).getByText("Sécu 72.00 €, coverage 288.00 €, 320.00 € left to pay").waitFor();
  const findings = page.getByRole("region", { name: "Findings" });
  await eventually(async () => assert.match(await findings.innerText(), /Nothing to decide\s+Accepted: 15/));
  await page.getByRole("button", { name: /^Change: Inlays et onlays.*sur une dent visible, avec/ }).first().click();
  const dialog = page.getByRole("dialog", { name: "Change a cell" });
  await dialog.getByRole("textbox").fill("400 % BR");
  await dialog.getByRole("button", { name: "Take it" }).click();
  await questionOf(page).getByText("coverage 408.00 €, 200.00 € left to pay").waitFor();
  await page.keyboard.press("Control+z");
  await questionOf(page).getByText("320.00 € left to pay").waitFor();
  await findings.getByRole("link", { name: "See them in the form" }).click();
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  assert.match(page.url(), /#coverage$/);
  assert.deepEqual(page.errors, []);
});

test("the form of the example, and a question with its euros", async () => {
  const page = await firstVisit();
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  const question = questionOf(page);
  await question.getByText("Sécu 72.00 €, coverage 288.00 €, 320.00 € left to pay").waitFor();
  await eventually(async () => assert.match(await question.innerText(), /because DENTAL_PROSTHETICS_VISIBLE_TEETH pays: 300 % BR/));
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /CONFORT · version 3 · Example/));
  // It is nobody's step, and nobody's work until it is changed.
  await eventually(async () => assert.equal(await page.getByRole("button", { name: "Undo", exact: true }).count(), 0));
  await eventually(async () => assert.equal(await page.locator(".notice").count(), 0));
  await page.waitForTimeout(400);
  await eventually(async () => assert.equal(await stored(page, "localStorage", "care-coverage:last"), null));
  assert.deepEqual(page.errors, []);
});

test("the question follows the coverage, its act and its price, and opens in Act", async () => {
  const page = await firstVisit();
  const question = questionOf(page);
  await question.getByText("320.00 € left to pay").waitFor();
  await showText(page);
  await writeText(page, exampleCoverage.replace('"percent": "300"', '"percent": "400"'));
  await question.getByText("Sécu 72.00 €, coverage 408.00 €, 200.00 € left to pay").waitFor();
  const price = question.getByRole("textbox", { name: "Price in euros" });
  await price.fill("1 200,50 €");
  await question.getByText("coverage 408.00 €, 720.50 € left to pay").waitFor();
  await price.fill("much");
  await question.getByText("Write an amount in euros").waitFor();
  await eventually(async () => assert.equal(await price.getAttribute("aria-invalid"), "true"));
  await question.getByRole("combobox", { name: "Act" }).selectOption("A session with an osteopath");
  await eventually(async () => assert.equal(await price.inputValue(), "60"));
  await question.getByText("Sécu 0.00 €, coverage 30.00 €, 30.00 € left to pay").waitFor();
  // A price is offered as it can be edited.
  await question.getByRole("combobox", { name: "Act" }).selectOption("A hearing aid at a free price");
  await eventually(async () => assert.equal(await price.inputValue(), "1500"));
  await question.getByRole("combobox", { name: "Act" }).selectOption("A session with an osteopath");
  await question.getByRole("button", { name: "Open in Act" }).click();
  await page.getByText("SOFT_MEDICINE_AND_PSYCHOLOGY covers this act.").waitFor();
  assert.match(page.url(), /#act$/);
  assert.deepEqual(page.errors, []);
});

test("the question says so where nothing pays, and is not asked of a catalogue without its acts", async () => {
  const page = await firstVisit();
  const question = questionOf(page);
  await question.getByText("320.00 € left to pay").waitFor();
  await showText(page);
  await writeText(page, '{ "name": "EMPTY", "version": 1, "guarantees": [] }');
  await question.getByText("Not covered").waitFor();
  await writeText(page, '{ "name": ');
  await question.getByText("the one in hand cannot be read yet").waitFor();
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.getByText("2 care types · 1 mapping").first().waitFor();
  await eventually(async () => assert.equal(await question.count(), 0));
});

test("stored work comes before the example, and a link before both", async () => {
  const context = await browser.context();
  const page = await firstVisit({ context });
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  await chooseDocument(page, "Share…");
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  await page.keyboard.press("Escape");
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.getByText("2 care types · 1 mapping").first().waitFor();
  await page.waitForFunction(() => localStorage.getItem("care-coverage:last")?.includes("SMALL"));
  const again = await firstVisit({ context });
  await loadedOf(again).getByText("SMALL · version 1").waitFor();
  const linked = await openPage({ ...browser, address: "" }, { fragment: link.replace("#coverage", "#act"), isFirst: true });
  await loadedOf(linked).getByText("CONFORT · version 3").waitFor();
  await linked.getByText("The shared work is open.").waitFor();
  assert.deepEqual(linked.errors, []);
});

test("without its files, a first visit is a sentence and the ways in", async () => {
  const page = await firstVisit({ prepare: (page) => page.route("**/catalog-*.json", (route) => route.abort()) });
  await page.getByRole("alert", { name: "Message" }).getByText("The example could not be loaded.").waitFor();
  await page.getByRole("button", { name: "Load the example" }).waitFor();
});

test("four hints are put away one by one, for good, and cover nothing", async () => {
  const context = await browser.context({ viewport: { width: 1440, height: 900 } });
  const page = await firstVisit({ context });
  const hints = page.getByRole("complementary", { name: "Hints" }).getByRole("listitem");
  await hints.first().waitFor();
  await eventually(async () => assert.equal(await hints.count(), 4));
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  // What is hidden has no place.
  const boxes = await page.locator("main > *").evaluateAll((parts) => parts.filter((part) => part.getClientRects().length > 0).map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]));
  for (const [index, [top]] of boxes.entries()) if (index > 0) assert.ok(top >= boxes[index - 1][1] - 1, `part ${index} is under the one before`);
  for (let left = 3; left >= 0; left -= 1) {
    await page.getByRole("button", { name: "Got it" }).first().press("Enter");
    await eventually(async () => assert.equal(await hints.count(), left));
    if (left > 0) await page.waitForFunction(() => document.activeElement.getAttribute("aria-label") === "Got it");
  }
  await page.reload();
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  await eventually(async () => assert.equal(await hints.count(), 0));
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: "Show the hints again" }).click();
  await eventually(async () => assert.equal(await hints.count(), 4));
});

test("the header is one row: at most 64 pixels at 1,440 and 120 at 360, in both languages", async () => {
  for (const [locale, document] of [["en-US", "Document"], ["fr-FR", "Document"]]) {
    for (const [width, most] of [[1440, 64], [1024, 104], [768, 104], [360, 120]]) {
      const page = await firstVisit({ context: await browser.context({ viewport: { width, height: 800 }, locale }) });
      await page.getByRole("button", { name: document, exact: true }).waitFor();
      const height = await page.locator(".page-header").evaluate((header) => header.getBoundingClientRect().height);
      assert.ok(height <= most, `${locale}, ${width}: ${height}`);
      await eventually(async () => assert.equal(await page.evaluate(() => window.document.documentElement.scrollWidth), width, `${locale}, ${width} scrolls sideways`));
      await page.context().close();
    }
  }
});

test("what is shorter than the window does not scroll", async () => {
  const page = await firstVisit({ fragment: "#simulate" });
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  await page.getByRole("link", { name: "Simulate" }).click();
  await page.getByRole("heading", { name: "What would last year’s claims have cost?" }).waitFor();
  const [height, window] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  assert.equal(height, window);
});

test("on a phone, the tab in front is in sight", async () => {
  const page = await firstVisit({ context: await browser.context({ viewport: { width: 360, height: 760 } }), fragment: "#dispense" });
  const tab = page.getByRole("link", { name: "Dispense" });
  await tab.waitFor();
  const { left, right } = await tab.evaluate((tab) => tab.getBoundingClientRect());
  assert.ok(left >= 0 && right <= 360, `${left} to ${right}`);
});

test("the Document menu goes by keyboard, closes by Escape and elsewhere, and gives the focus back", async () => {
  const page = await openExample(browser);
  const button = page.getByRole("button", { name: "Document", exact: true });
  const item = page.locator("#document-menu").getByRole("button", { name: "New coverage" });
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  await button.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement.textContent === "Undo: The example is loaded: a catalogue, a coverage and an act");
  await page.keyboard.press("End");
  await eventually(async () => assert.equal(await focused(), "The catalogue"));
  await page.keyboard.press("Home");
  await eventually(async () => assert.match(await focused(), /^Undo: /));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await item.isVisible(), false));
  await eventually(async () => assert.equal(await focused(), "Document"));
  await button.click();
  await page.getByRole("heading", { name: "18 guarantees" }).click();
  await eventually(async () => assert.equal(await item.isVisible(), false));
  await button.click();
  assert.deepEqual(await violations(page), []);
  await page.locator("#document-menu").getByRole("button", { name: "Your versions…" }).click();
  await page.getByRole("dialog", { name: "Versions" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await focused(), "Document"));
});

test("New begins a coverage of the catalogue in hand, and that is one step", async () => {
  const page = await openExample(browser);
  await chooseFiles(page, file("types.json", smallCatalog));
  await page.getByText("The catalogue is loaded: types.json.").waitFor();
  await chooseDocument(page, "New coverage");
  await loadedOf(page).getByText("MY_COVERAGE · version 1").waitFor();
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /3 care types in 2 groups/));
  await eventually(async () => assert.deepEqual(JSON.parse(await readText(page)), { name: "MY_COVERAGE", version: 1, guarantees: [] }));
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await eventually(async () => assert.equal(await readText(page), exampleCoverage));
});

test("the coverage and the catalogue are downloaded exactly as they are", async () => {
  const page = await openPage(browser);
  const text = exampleCoverage.replaceAll("\n", "\r\n");
  await chooseFiles(page, file("mine.json", text), file("types.json", exampleCatalog));
  await loadedOf(page).getByText("CONFORT · version 3").waitFor();
  for (const [name, fileName, expected] of [["The coverage", "CONFORT-v3.json", text], ["The catalogue", "types.json", exampleCatalog]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), chooseDocument(page, name)]);
    assert.equal(download.suggestedFilename(), fileName);
    assert.equal(await readFile(await download.path(), "utf8"), expected);
  }
  await page.getByRole("button", { name: "Document", exact: true }).click();
  await eventually(async () => assert.ok(await page.getByRole("button", { name: "The acts of the year" }).isDisabled()));
});

test("a message goes after a while, unless it is looked at; a failure stays until it is dismissed; both move nothing", async () => {
  const page = await openPage(browser);
  await page.clock.install();
  const top = () => page.locator("main").evaluate((main) => main.getBoundingClientRect().top);
  await page.getByRole("button", { name: "Load the example" }).waitFor();
  const before = await top();
  const message = page.locator(".notice");
  await page.getByRole("button", { name: "Load the example" }).first().click();
  await page.getByText("The example is loaded").waitFor();
  await eventually(async () => assert.equal(await top(), before));
  await message.hover();
  await page.clock.runFor(30_000);
  await eventually(async () => assert.equal(await message.count(), 1));
  await page.mouse.move(10, 10);
  await page.clock.runFor(7_000);
  await eventually(async () => assert.equal(await message.count(), 1));
  await page.clock.runFor(2_000);
  await message.waitFor({ state: "detached" });
  await chooseFiles(page, file("broken.json", "{"));
  const failure = page.getByRole("alert", { name: "Message" });
  await failure.getByText("broken.json is not valid JSON").waitFor();
  await page.clock.runFor(60_000);
  await eventually(async () => assert.equal(await message.count(), 1));
  await failure.getByRole("button", { name: "Dismiss" }).click();
  await eventually(async () => assert.equal(await message.count(), 0));
});

test("in the documentation site, its pages and the package are one click away", async () => {
  const { serve } = await import("./server.mjs");
  const server = await serve("/site/play/");
  const page = await openPage({ ...browser, address: server.address });
  await page.getByRole("button", { name: "More", exact: true }).click();
  const links = await page.locator("#more-menu a").evaluateAll((links) => links.map(({ textContent, href }) => [textContent, href]));
  assert.deepEqual(links.find(([name]) => name === "Documentation")?.[1], server.address.replace("play/", ""));
  assert.deepEqual(links.find(([name]) => name === "Package on npm")?.[1], "https://www.npmjs.com/package/care-coverage");
  await page.close();
  await server.stop();
});

test("for everyone: axe, both themes, both languages", async () => {
  for (const [locale, colorScheme, width] of [["en-US", "light", 1440], ["fr-FR", "dark", 360]]) {
    const page = await firstVisit({ context: await browser.context({ locale, colorScheme, viewport: { width, height: 800 } }) });
    await page.locator(".question").waitFor();
    assert.deepEqual(await violations(page), [], locale);
    await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.lang), locale.slice(0, 2)));
    await page.locator(".more-menu button").first().click();
    assert.deepEqual(await violations(page), [], `${locale}, menu`);
  }
});

test("a text that took the place of the example is no example any more; one that was formatted is", async () => {
  const page = await openExample(browser);
  const phrase = page.locator(".loaded-phrase");
  await writeText(page, JSON.stringify(JSON.parse(exampleCoverage)));
  await page.waitForFunction(() => document.querySelector(".loaded-phrase").textContent === "CONFORT · version 3 · Example, edited");
  await writeText(page, JSON.stringify({ name: "OWN", version: 1, guarantees: [] }));
  await page.waitForFunction(() => document.querySelector(".loaded-phrase").textContent === "OWN · version 1 · Typed here");
  await writeText(page, exampleCoverage);
  await page.waitForFunction(() => document.querySelector(".loaded-phrase").textContent === "CONFORT · version 3 · Example");
  await eventually(async () => assert.equal(await phrase.count(), 1));
});

test("what is loaded from a start screen takes the focus, which does not fall out of the page", async () => {
  const page = await openPage(browser);
  await page.getByRole("button", { name: "Load the example" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("The example is loaded").waitFor();
  await page.waitForFunction(() => document.activeElement?.matches("main"));
});

test("each start screen has its own question, uses the width, and has no hole", async () => {
  for (const [fragment, title] of [
    ["#coverage", "Which guarantee pays for which care, and why?"], ["#act", "Which guarantee pays for this act, and how much?"],
    ["#year", "What do the acts of a year cost, and how far do the limits go?"], ["#compare", "What changes for members from one version to the next?"],
    ["#simulate", "What would last year’s claims have cost?"], ["#dispense", "Would this dispense of medication be accepted?"],
  ]) {
    const page = await openPage(browser, { fragment, context: await browser.context({ viewport: { width: 1440, height: 1200 } }) });
    await page.getByRole("heading", { name: title }).waitFor();
    const { holes, width } = await page.locator(".start").evaluate((start) => {
      const holes = [];
      for (const column of [start, ...start.querySelectorAll(".start-lead, .start-examples, .start-examples > ul")]) {
        const boxes = [...column.children].map((child) => child.getBoundingClientRect());
        for (const [index, box] of boxes.entries()) if (index > 0) holes.push(box.top - boxes[index - 1].bottom);
      }
      return { holes, width: start.getBoundingClientRect().width };
    });
    assert.ok(holes.length >= 2 && Math.max(...holes) <= 48, `${fragment}: ${holes}`);
    assert.ok(fragment === "#dispense" || width >= 1200, `${fragment}: ${width}`);
    await page.context().close();
  }
});

test("the last change can be taken back and made again from the Document menu", async () => {
  const page = await openPage(browser);
  await page.getByRole("button", { name: "Load the example" }).click();
  await page.getByText("The example is loaded").waitFor();
  await chooseDocument(page, "Undo: The example is loaded: a catalogue, a coverage and an act");
  await page.getByRole("button", { name: "Load the example" }).waitFor();
  await chooseDocument(page, "Redo");
  await loadedOf(page).getByText("CONFORT · version 3").waitFor();
});

test("a language whose words cannot be fetched is a sentence, and the page stays in its own", async () => {
  const page = await openExample(browser, { prepare: (page) => page.route("**/french-*.js", (route) => route.abort()) });
  const language = page.getByRole("combobox", { name: "Language" });
  await language.selectOption("Français");
  await page.getByRole("alert", { name: "Message" }).getByText("The words of this language could not be fetched.").waitFor();
  await eventually(async () => assert.equal(await language.inputValue(), "en"));
  await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.lang), "en"));
});

test("of two languages that are chosen quickly, and of a view that is opened meanwhile, the last choice is spoken", async () => {
  // Words come when the test lets them.
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  const page = await openExample(browser, { fragment: "#table", prepare: (page) => page.route(/(english-views|french)-[^/]*\.js/, async (route) => (await held, route.continue())) });
  const language = page.getByRole("combobox", { name: "Language" });
  await page.getByRole("link", { name: "Year" }).click();
  await language.selectOption("Français");
  letGo();
  await page.getByRole("heading", { name: "Année", exact: false }).first().waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.lang), "fr"));
  await page.getByRole("combobox", { name: "Langue" }).selectOption("English");
  await page.getByRole("combobox").and(page.locator("[aria-label=Langue], [aria-label=Language]")).selectOption("Français");
  await page.waitForFunction(() => document.documentElement.lang === "fr" && localStorage.getItem("care-coverage:language") === "fr");
  assert.deepEqual(page.errors, []);
});

test("a language that is chosen is kept, and everything around the views is in it", async () => {
  const page = await openExample(browser);
  await page.getByRole("combobox", { name: "Language" }).selectOption("Français");
  await page.getByRole("link", { name: "Contrat" }).waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.lang), "fr"));
  assert.equal(await page.title(), "Contrat – care-coverage");
  await page.reload();
  await page.getByRole("link", { name: "Contrat" }).waitFor();
  await page.getByRole("button", { name: "Document", exact: true }).click();
  await page.getByRole("button", { name: "Contrat individuel" }).waitFor();
});

test("how large it is and where it came from is shown on demand, and read out always, at every width", async () => {
  for (const width of [360, 700, 1023, 1440]) {
    const page = await openExample(browser, { context: await browser.context({ viewport: { width, height: 740 } }) });
    const details = page.locator("#loaded-details");
    const box = () => details.evaluate((details) => details.getBoundingClientRect());
    assert.ok((await box()).width <= 1, `${width}: out of sight`);
    await eventually(async () => assert.match(await loadedOf(page).innerText(), /184 care types in 50 groups/));
    await eventually(async () => assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width));
    await page.locator(".loaded-phrase").click();
    const { left, right, width: shown } = await box();
    assert.ok(shown > 200 && left >= 0 && right <= width, `${width}: ${left} to ${right}`);
    await page.locator(".loaded-phrase").press("Escape");
    assert.ok((await box()).width <= 1, `${width}: put away`);
    await page.context().close();
  }
});
