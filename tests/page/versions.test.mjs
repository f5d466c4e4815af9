// The versions of coverages in the browser's IndexedDB: list, open, compare, and what stands in the way.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, editorOf, file, openPage, readText, smallCatalog, smallCoverage, startBrowser, writeText, chooseDocument } from "./browser.mjs";
import {
  changed, closeVersions, downloaded, handOf, importFile, openSmall, openThree, openVersions, panelOf, press, reportOf, small,
  wordsOf,
} from "./versions-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("with nothing stored, the panel says so and offers to save the first version", async () => {
  const page = await openSmall(browser);
  await openVersions(page);
  await panelOf(page).getByText("Nothing is stored yet.").waitFor();
  await handOf(page).getByText("No version of SMALL is stored yet.").waitFor();
  await press(page, "Save version 1");
  await reportOf(page).getByText("SMALL, version 1, is stored.", { exact: true }).waitFor();
  await handOf(page).getByText("SMALL, version 1, is stored just as it stands here.").waitFor();
  await panelOf(page).getByText("SMALL · 1 version").waitFor();
  assert.ok(await reportOf(page).evaluate((report) => report === document.activeElement), "the report has the focus that the button lost");
  assert.deepEqual(page.errors, []);
});

test("with nothing loaded, versions can be opened, too", async () => {
  const context = await browser.context();
  const page = await openThree(browser, { context });
  await page.close();
  const other = await openPage(browser, { context, prepare: (page) => page.addInitScript(() => localStorage.clear()) });
  await openVersions(other);
  await handOf(other).getByText("No coverage is in hand.").waitFor();
  await press(other, "Open SMALL, version 2");
  await panelOf(other).waitFor({ state: "detached" });
  assert.equal(JSON.parse(await readText(other)).version, 2);
  assert.deepEqual(other.errors, []);
});

test("a payload with errors is refused with its diagnostics, one with warnings is stored", async () => {
  const page = await openSmall(browser, changed(1, "CROWM"));
  await openVersions(page);
  await press(page, "Save version 1");
  await reportOf(page).getByText("Nothing is stored: the coverage has errors.").waitFor();
  assert.match(await wordsOf(reportOf(page)), /Error .*CROWM.* Line \d+ \/guarantees\/0\/care_type_mappings\/0\/selector\/include_care_types\/0/);
  await panelOf(page).getByText("Nothing is stored yet.").waitFor();
  await closeVersions(page);
  assert.match(await readText(page), /CROWM/);
  // A treatment mode that nobody knows is a warning.
  const warned = { ...smallCoverage({ include_care_types: ["CROWN"] }, { allowed_treatment_modes: ["88"] }), version: 1 };
  await writeText(page, JSON.stringify(warned, null, 2));
  await page.getByRole("region", { name: "Problems" }).getByText("Warning").first().waitFor();
  await openVersions(page);
  await press(page, "Save version 1");
  await reportOf(page).getByText("SMALL, version 1, is stored.", { exact: true }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("what cannot be saved says why: no JSON, no catalogue, no name", async () => {
  const page = await openPage(browser);
  await chooseFiles(page, file("small.json", smallCoverage()));
  await openVersions(page);
  await handOf(page).getByText("Load the catalogue first.").waitFor();
  assert.equal(await handOf(page).getByRole("button").count(), 0);
  await closeVersions(page);
  await chooseFiles(page, file("types.json", smallCatalog));
  await writeText(page, '{ "name": ');
  await openVersions(page);
  await handOf(page).getByText("The text is not valid JSON yet, so it cannot be stored. Line 1, column 11").waitFor();
  await closeVersions(page);
  await writeText(page, '{ "version": 1, "guarantees": [] }');
  await openVersions(page);
  await press(page, "Save version 1");
  await reportOf(page).getByText("Nothing is stored: the coverage has errors.").waitFor();
  assert.match(await wordsOf(reportOf(page)), /name/);
  assert.deepEqual(page.errors, []);
});

test("a version that is stored already, or not next, is saved as the next one with one click; only its number changes, and undo brings it back", async () => {
  const page = await openThree(browser);
  const typed = '{"name": "SMALL",   "version": 2, // '.replace(" // ", "") + '\n   "guarantees": []}\n';
  await writeText(page, typed);
  await openVersions(page);
  await handOf(page).getByText("SMALL, version 2, is stored already, and not as it stands here. The latest is version 3.").waitFor();
  await press(page, "Save as version 4");
  await reportOf(page).getByText("SMALL, version 4, is stored.", { exact: true }).waitFor();
  await closeVersions(page);
  assert.equal(await readText(page), typed.replace("2", "4"));
  await page.getByRole("button", { name: "Undo in the text" }).click();
  assert.equal(await readText(page), typed);
  const gap = typed.replace('"version": 2', '"version": 9');
  await writeText(page, gap);
  await openVersions(page);
  await handOf(page).getByText("The next version is 5, and the text says 9.").waitFor();
  await press(page, "Save as version 5");
  await reportOf(page).getByText("SMALL, version 5, is stored.", { exact: true }).waitFor();
  // A text without a number gets one.
  await closeVersions(page);
  await writeText(page, '{ "name": "OTHER", "guarantees": [] }');
  await openVersions(page);
  await handOf(page).getByText("The next version is 1, and the text says none.").waitFor();
  await press(page, "Save as version 1");
  await reportOf(page).getByText("OTHER, version 1, is stored.", { exact: true }).waitFor();
  await closeVersions(page);
  assert.deepEqual(JSON.parse(await readText(page)), { name: "OTHER", guarantees: [], version: 1 });
  assert.deepEqual(page.errors, []);
});

test("versions are listed with the latest first, and survive a reload", async () => {
  const page = await openThree(browser);
  await page.reload();
  await editorOf(page).waitFor();
  await openVersions(page);
  const rows = panelOf(page).locator(".version-list > li");
  assert.deepEqual(await rows.locator(".choice").allInnerTexts(), ["Version 3 · latest, in hand", "Version 2", "Version 1"]);
  assert.deepEqual(page.errors, []);
});

test("many coverages have a search box, and many versions come a part at a time", async () => {
  const page = await openSmall(browser);
  await openVersions(page);
  const many = Array.from({ length: 14 }, (_, index) => ({ ...smallCoverage(), name: `PLAN_${String(index + 1).padStart(2, "0")}`, version: 1 }));
  const long = Array.from({ length: 25 }, (_, index) => small(index + 1, { name: "LONG" }));
  await importFile(page, file("all.json", { format: "care-coverage-versions", versions: [...many, ...long] }));
  await reportOf(page).getByText("39 versions of 15 coverages imported.").waitFor();
  assert.equal(await panelOf(page).locator("details").count(), 10);
  await panelOf(page).getByRole("button", { name: "Show 5 more" }).click();
  assert.equal(await panelOf(page).locator("details").count(), 15);
  const box = panelOf(page).getByRole("searchbox", { name: "Find a coverage" });
  await box.fill("plan_07");
  assert.deepEqual(await panelOf(page).locator("summary").allInnerTexts(), ["PLAN_07 · 1 version"]);
  await box.fill("nothing like it");
  await panelOf(page).getByText("No coverage has “nothing like it” in its name.").waitFor();
  await box.fill("long");
  await panelOf(page).getByText("LONG · 25 versions").click();
  await panelOf(page).locator(".version-list > li").nth(9).waitFor();
  assert.equal(await panelOf(page).locator(".version-list > li").count(), 10);
  await panelOf(page).getByRole("button", { name: "Show 15 more" }).click();
  assert.equal(await panelOf(page).locator(".version-list > li").count(), 25);
  assert.deepEqual(page.errors, []);
});

test("an old version opens, and undo brings back what was typed", async () => {
  const page = await openThree(browser);
  const typed = '{ "name": "SMALL", "not": "finished';
  await writeText(page, typed);
  await openVersions(page);
  await press(page, "Open SMALL, version 1");
  await panelOf(page).waitFor({ state: "detached" });
  await page.getByText("SMALL, version 1, is open.").waitFor();
  assert.deepEqual(JSON.parse(await readText(page)), small(1));
  await page.getByRole("region", { name: "What is loaded" }).getByText("SMALL, version 1 · stored version 1").waitFor();
  assert.ok(await page.getByRole("button", { name: "Document", exact: true }).evaluate((button) => button === document.activeElement), "the focus is back");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  assert.equal(await readText(page), typed);
  assert.deepEqual(page.errors, []);
});

test("one version is compared with the coverage in hand, two with one another", async () => {
  const page = await openThree(browser);
  await openVersions(page);
  await panelOf(page).getByRole("checkbox", { name: "Compare SMALL, version 1" }).check();
  await press(page, "Compare SMALL, version 1, with the coverage in hand");
  await panelOf(page).waitFor({ state: "detached" });
  const versions = page.getByRole("region", { name: "The two versions" });
  assert.match(await wordsOf(versions), /^Before: to compare .*SMALL, version 1 · stored version 1 .*After: in hand .*SMALL, version 3/);
  await openVersions(page);
  await panelOf(page).getByRole("checkbox", { name: "Compare SMALL, version 2" }).check();
  await panelOf(page).getByRole("checkbox", { name: "Compare SMALL, version 1" }).check();
  await press(page, "Compare versions 1 and 2 of SMALL");
  await panelOf(page).waitFor({ state: "detached" });
  await page.getByText("SMALL, version 2, is open, and compared with SMALL, version 1.").waitFor();
  assert.match(await wordsOf(versions), /^Before: to compare .*SMALL, version 1 .*After: in hand .*SMALL, version 2 · stored version 2/);
  await page.getByRole("region", { name: "What changes" }).getByText("No longer covered").first().waitFor();
  // What was in hand comes back.
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  assert.match(await wordsOf(versions), /After: in hand .*SMALL, version 3/);
  assert.deepEqual(page.errors, []);
});

test("a save that ends after the panel was closed says so on the page", async () => {
  const page = await openSmall(browser, changed(1, "CROWM"));
  await openVersions(page);
  await panelOf(page).evaluate((panel) => {
    [...panel.querySelectorAll("button")].find(({ textContent }) => textContent === "Save version 1").click();
    panel.close();
  });
  await page.getByRole("alert", { name: "Message" }).getByText("Nothing is stored: the coverage has errors. Your text is as it was.").waitFor();
  assert.deepEqual(page.errors, []);
});

const blockStorage = (page) =>
  page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });

async function openUnavailable(options = {}) {
  const page = await openSmall(browser, small(1), {
    ...options,
    prepare: async (page) => {
      await blockStorage(page);
      await options.prepare?.(page);
    },
  });
  await chooseDocument(page, "Your versions…");
  await panelOf(page).getByRole("alert").getByText("This browser keeps nothing for this page").waitFor();
  return page;
}

test("where the browser keeps nothing, the panel says what to do, and the text can be exported", async () => {
  const page = await openUnavailable();
  await panelOf(page).getByText("allow them for this page").waitFor();
  await panelOf(page).getByText("What the browser says: The operation is insecure.").waitFor();
  const text = await downloaded(page, () => press(page, "Export the coverage as a file"));
  assert.deepEqual(JSON.parse(text.text), small(1));
  await page.evaluate(() => delete IDBFactory.prototype.open);
  await press(page, "Try again");
  await panelOf(page).getByText("This browser keeps nothing for this page").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a storage that fails while saving is a sentence, and the text stays", async () => {
  const page = await openSmall(browser);
  await openVersions(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("No room.", "QuotaExceededError");
    };
  });
  await press(page, "Save version 1");
  await reportOf(page).getByText("It has no more room for this page").waitFor();
  await handOf(page).getByRole("button", { name: "Save version 1" }).waitFor();
  assert.deepEqual(JSON.parse(await readText(page)), small(1));
  assert.deepEqual(page.errors, []);
});

test("the store comes with the panel, and brings no second module", async (t) => {
  const page = await openSmall(browser);
  const requests = [];
  page.on("response", async (response) => requests.push({ url: response.url(), bytes: (await response.body()).length }));
  await openVersions(page);
  await page.waitForLoadState("networkidle");
  const bytes = requests.reduce((sum, { bytes }) => sum + bytes, 0);
  t.diagnostic(`opening the panel fetches ${requests.length} files, ${(bytes / 1024).toFixed(1)} KB unpacked`);
  assert.ok(requests.some(({ url }) => url.includes("versions")), "the panel was fetched on opening");
  assert.ok(bytes < 60 * 1024, `${bytes} bytes`);
  assert.ok(requests.every(({ url }) => !url.includes("engine") && !url.endsWith(".wasm")), "no engine");
});

test("by keyboard alone: save, list, open, close, with the focus always in the panel", async () => {
  const page = await openThree(browser);
  await writeText(page, JSON.stringify(changed(3, "LENS"), null, 2));
  const button = page.getByRole("button", { name: "Document", exact: true });
  await button.focus();
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.activeElement?.textContent === "The catalogue");
  for (let steps = 0; steps < 10 && (await page.evaluate(() => document.activeElement.textContent)) !== "Your versions…"; steps += 1) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.textContent === "The coverage in hand");
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
    // Past the last control of a dialog, a browser leads through its own controls.
    const inPanel = element === document.body || element.closest("dialog") !== null;
    return { label: label.trim(), inPanel };
  });
  const tabTo = async (label) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      const now = await focused();
      assert.ok(now.inPanel, `the focus stays in the panel, not on ${now.label}`);
      if (now.label === label) return;
    }
    assert.fail(`no way to ${label} by Tab`);
  };
  await tabTo("Save as version 4");
  await page.keyboard.press("Enter");
  await reportOf(page).getByText("SMALL, version 4, is stored.", { exact: true }).waitFor();
  await tabTo("Compare SMALL, version 4");
  await page.keyboard.press("Space");
  assert.equal((await focused()).label, "Compare SMALL, version 4");
  await tabTo("Open SMALL, version 1");
  await page.keyboard.press("Enter");
  await panelOf(page).waitFor({ state: "detached" });
  assert.ok(await button.evaluate((button) => button === document.activeElement));
  assert.equal(JSON.parse(await readText(page)).version, 1);
  await page.keyboard.press("Enter");
  await handOf(page).waitFor();
  await closeVersions(page);
  assert.ok(await button.evaluate((button) => button === document.activeElement));
});

/** Under a modal dialog, Chromium lays the page behind it out late when the window shrinks; so it only grows. */
const narrow = (page) => page.setViewportSize({ width: 360, height: 740 });

test("for everyone: axe in both themes, nothing scrolls sideways", (t) => assertForEveryone(t, browser, [
  ["empty", async (options) => {
    const page = await openSmall(browser, small(1), options);
    await openVersions(page);
    return page;
  }],
  ["three versions, one ticked", async (options) => {
    const page = await openThree(browser, options);
    await openVersions(page);
    await panelOf(page).getByRole("checkbox").first().check();
    return page;
  }],
  ["refused", async (options) => {
    const page = await openSmall(browser, changed(1, "CROWM"), options);
    await openVersions(page);
    await press(page, "Save version 1");
    await reportOf(page).waitFor();
    return page;
  }],
  ["import with problems", async (options) => {
    const page = await openThree(browser, options);
    await openVersions(page);
    await importFile(page, file("mixed.json", { format: "care-coverage-versions", versions: [changed(2, "LENS"), { ...changed(1, "CROWM"), name: "BAD" }, small(1, { name: "GOOD" })] }));
    return page;
  }],
  ["not next", async (options) => {
    const page = await openSmall(browser, small(3), options);
    await openVersions(page);
    await handOf(page).getByText("The next version is 1, and the text says 3.").waitFor();
    return page;
  }],
  ["unavailable", openUnavailable],
].map(([name, open]) => [name, (options) => open({ ...options, prepare: narrow })])));
