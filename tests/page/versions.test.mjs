// The versions of coverages in the browser's IndexedDB: save, list, open, compare, files, and two tabs that meet.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import {
  chooseFiles, editorOf, file, openPage, readText, smallCatalog, smallCoverage, startBrowser, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const panelOf = (page) => page.getByRole("dialog", { name: "Versions" });
const handOf = (page) => panelOf(page).getByRole("region", { name: "The coverage in hand" });
const reportOf = (page) => panelOf(page).getByRole("group").filter({ has: page.locator("#versions-report") });
const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();
const press = (page, name) => panelOf(page).getByRole("button", { name, exact: true }).click();
const small = (version, change = {}) => ({ ...smallCoverage(), version, ...change });
const changed = (version, code) => ({ ...smallCoverage({ include_care_types: [code] }), version });

async function openVersions(page) {
  await page.getByRole("button", { name: "Versions…" }).first().click();
  await panelOf(page).waitFor();
  await panelOf(page).getByText("Reading what is stored…").waitFor({ state: "detached" });
  await panelOf(page).getByRole("heading", { name: "Stored in this browser" }).waitFor();
}

async function closeVersions(page) {
  await page.keyboard.press("Escape");
  await panelOf(page).waitFor({ state: "detached" });
}

/** A page with the small catalogue and a coverage. */
async function openSmall(coverage = small(1), options = {}) {
  const page = await openPage(browser, options);
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  await editorOf(page).waitFor();
  return page;
}

async function save(page, coverage, button = `Save version ${coverage.version}`) {
  await writeText(page, `${JSON.stringify(coverage, null, 2)}\n`);
  await openVersions(page);
  await press(page, button);
  await reportOf(page).getByText("is stored.").waitFor();
  await closeVersions(page);
}

/** A page whose browser holds versions 1, 2 and 3 of SMALL; the text in hand is the third. */
async function openThree(options = {}) {
  const page = await openSmall(small(1), options);
  await save(page, small(1));
  await save(page, changed(2, "CROWN"));
  await save(page, changed(3, "SCALING"));
  return page;
}

async function importFile(page, ...files) {
  await panelOf(page).locator("input[type=file]").setInputFiles(files);
  await reportOf(page).waitFor();
}

async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("with nothing stored, the panel says so and offers to save the first version", async () => {
  const page = await openSmall();
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
  const page = await openThree({ context });
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
  const page = await openSmall(changed(1, "CROWM"));
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
  const page = await openThree();
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
  const page = await openThree();
  await page.reload();
  await editorOf(page).waitFor();
  await openVersions(page);
  const rows = panelOf(page).locator(".version-list > li");
  assert.deepEqual(await rows.locator(".choice").allInnerTexts(), ["Version 3 · latest, in hand", "Version 2", "Version 1"]);
  assert.deepEqual(page.errors, []);
});

test("many coverages have a search box, and many versions come a part at a time", async () => {
  const page = await openSmall();
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
  assert.equal(await panelOf(page).locator(".version-list > li").count(), 10);
  await panelOf(page).getByRole("button", { name: "Show 15 more" }).click();
  assert.equal(await panelOf(page).locator(".version-list > li").count(), 25);
  assert.deepEqual(page.errors, []);
});

test("an old version opens, and undo brings back what was typed", async () => {
  const page = await openThree();
  const typed = '{ "name": "SMALL", "not": "finished';
  await writeText(page, typed);
  await openVersions(page);
  await press(page, "Open SMALL, version 1");
  await panelOf(page).waitFor({ state: "detached" });
  await page.getByText("SMALL, version 1, is open.").waitFor();
  assert.deepEqual(JSON.parse(await readText(page)), small(1));
  await page.getByRole("region", { name: "What is loaded" }).getByText("SMALL, version 1 · stored version 1").waitFor();
  assert.ok(await page.getByRole("button", { name: "Versions…" }).evaluate((button) => button === document.activeElement), "the focus is back");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  assert.equal(await readText(page), typed);
  assert.deepEqual(page.errors, []);
});

test("one version is compared with the coverage in hand, two with one another", async () => {
  const page = await openThree();
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

test("a version is exported as the payload it is, everything as one file, and both are imported in another browser", async () => {
  const page = await openThree();
  await openVersions(page);
  const one = await downloaded(page, () => press(page, "Export SMALL, version 1"));
  assert.equal(one.name, "SMALL-1.json");
  assert.deepEqual(JSON.parse(one.text), small(1));
  await reportOf(page).getByText("1 version exported: SMALL-1.json.").waitFor();
  const all = await downloaded(page, () => press(page, "Export everything"));
  assert.equal(all.name, "coverage-versions.json");
  const ofOne = await downloaded(page, () => press(page, "Export all of SMALL"));
  assert.equal(ofOne.text, all.text);
  assert.deepEqual(page.errors, []);

  const other = await openSmall(small(1, { name: "ELSE" }));
  await openVersions(other);
  await importFile(other, file(one.name, one.text));
  await reportOf(other).getByText("1 version of 1 coverage imported.").waitFor();
  await importFile(other, file(all.name, all.text));
  await reportOf(other).getByText("2 versions of 1 coverage imported. 1 version was stored already.").waitFor();
  await reportOf(other).getByText("SMALL, versions 2 to 3: imported.").waitFor();
  const again = await downloaded(other, () => press(other, "Export everything"));
  assert.equal(again.text, all.text);
  await importFile(other, file(all.name, all.text));
  await reportOf(other).getByText("No version was imported. 3 versions were stored already.").waitFor();
  assert.deepEqual(other.errors, []);
});

test("an import says what it left out and why, and imports all new versions of a coverage or none", async () => {
  const page = await openThree();
  await openVersions(page);
  const refused = changed(2, "CROWM");
  await importFile(page, file("mixed.json", {
    format: "care-coverage-versions",
    versions: [
      small(1), changed(2, "LENS"), changed(4, "CROWN"),
      small(1, { name: "GOOD" }), small(2, { name: "GOOD" }),
      small(1, { name: "BAD" }), { ...refused, name: "BAD" }, small(3, { name: "BAD" }),
      small(2, { name: "GAP" }), { version: 1, guarantees: [] }, 7,
    ],
  }));
  const words = await wordsOf(reportOf(page));
  assert.match(words, /2 versions of 1 coverage imported\. 1 version was stored already\. 5 coverages were left out/);
  assert.match(words, /GOOD, versions 1 to 2: imported\./);
  assert.match(words, /SMALL, version 2: another one is stored under this number/);
  assert.match(words, /SMALL: 1 other version was left out with it/);
  assert.match(words, /BAD, version 2: refused\. Error .*CROWM/);
  assert.match(words, /BAD: 2 other versions were left out with it/);
  assert.match(words, /GAP, version 2: refused\. Error/);
  assert.match(words, /Entry 10: no coverage with a name\. Entry 11: no coverage with a name\./);
  assert.deepEqual(await panelOf(page).locator("summary").allInnerTexts(), ["GOOD · 2 versions", "SMALL · 3 versions"]);
  assert.deepEqual(page.errors, []);
});

test("without a catalogue, an import checks the rest, and says so", async () => {
  const page = await openPage(browser);
  await openVersions(page);
  await importFile(page, file("small.json", changed(1, "CROWM")));
  assert.match(await wordsOf(reportOf(page)), /^1 version of 1 coverage imported\. .*No catalogue is loaded, so these versions were checked without one/);
  assert.deepEqual(page.errors, []);
});

test("a save that ends after the panel was closed says so on the page", async () => {
  const page = await openSmall(changed(1, "CROWM"));
  await openVersions(page);
  await panelOf(page).evaluate((panel) => {
    [...panel.querySelectorAll("button")].find(({ textContent }) => textContent === "Save version 1").click();
    panel.close();
  });
  await page.getByRole("alert", { name: "Message" }).getByText("Nothing is stored: the coverage has errors. Your text is as it was.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a file that holds no versions is a sentence", async () => {
  const page = await openSmall();
  await openVersions(page);
  await importFile(page, file("broken.json", '{ "name": '));
  await reportOf(page).getByText("broken.json is not valid JSON. Line 1, column 11").waitFor();
  await importFile(page, file("types.json", smallCatalog));
  await reportOf(page).getByText("types.json holds no versions").waitFor();
  await panelOf(page).getByText("Nothing is stored yet.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a file that is dropped on the panel is imported, not opened", async () => {
  const page = await openSmall();
  await openVersions(page);
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "small.json"));
    return transfer;
  }, JSON.stringify(small(1, { name: "DROPPED" })));
  for (const type of ["dragover", "drop"]) await panelOf(page).getByRole("heading", { name: "Stored in this browser" }).dispatchEvent(type, { dataTransfer: transfer });
  await reportOf(page).getByText("DROPPED, version 1: imported.").waitFor();
  assert.equal(await page.evaluate(() => document.body.classList.contains("dropping")), false);
  assert.deepEqual(JSON.parse(await readText(page)), small(1));
  assert.deepEqual(page.errors, []);
});

/** Two tabs of one browser, both with version 3 of SMALL and a change of their own. */
async function openTwoTabs() {
  const context = await browser.context();
  const first = await openThree({ context });
  const second = await openSmall(changed(3, "SCALING"), { context });
  await writeText(first, JSON.stringify(changed(4, "LENS"), null, 2));
  await writeText(second, JSON.stringify(changed(4, "CROWN"), null, 2));
  await openVersions(first);
  await openVersions(second);
  await press(first, "Save version 4");
  await reportOf(first).getByText("SMALL, version 4, is stored.", { exact: true }).waitFor();
  // The second does not know of it.
  await press(second, "Save version 4");
  await reportOf(second).getByText("SMALL, version 4, was stored in another tab a moment before.").waitFor();
  await reportOf(second).getByText("Yours is not stored, and nothing of your text is lost").waitFor();
  return { first, second };
}

test("two tabs that save the same version: the second is told, and saves its own as the next", async () => {
  const { first, second } = await openTwoTabs();
  assert.deepEqual(JSON.parse(await readText(second)), changed(4, "CROWN"));
  await handOf(second).getByRole("button", { name: "Save as version 5" }).click();
  await reportOf(second).getByText("SMALL, version 5, is stored.", { exact: true }).waitFor();
  await closeVersions(second);
  assert.deepEqual(JSON.parse(await readText(second)), changed(5, "CROWN"));
  // Both are there.
  await closeVersions(first);
  await openVersions(first);
  const all = await downloaded(first, () => press(first, "Export everything"));
  assert.deepEqual(JSON.parse(all.text).versions, [small(1), changed(2, "CROWN"), changed(3, "SCALING"), changed(4, "LENS"), changed(5, "CROWN")]);
  assert.deepEqual([...first.errors, ...second.errors], []);
});

test("two tabs that save the same version: the second compares, or keeps editing, and its text stays", async () => {
  const { second } = await openTwoTabs();
  await press(second, "Keep editing");
  await panelOf(second).waitFor({ state: "detached" });
  assert.deepEqual(JSON.parse(await readText(second)), changed(4, "CROWN"));
  await openVersions(second);
  await press(second, "Compare with version 4");
  await panelOf(second).waitFor({ state: "detached" });
  const versions = second.getByRole("region", { name: "The two versions" });
  assert.match(await wordsOf(versions), /^Before: to compare .*SMALL, version 4 · stored version 4 .*After: in hand .*SMALL, version 4 · small\.json/);
  await second.getByRole("region", { name: "What changes" }).getByText("Newly covered").first().waitFor();
  await second.getByRole("link", { name: "Coverage", exact: true }).click();
  await editorOf(second).waitFor();
  assert.deepEqual(JSON.parse(await readText(second)), changed(4, "CROWN"));
  assert.deepEqual(second.errors, []);
});

test("two tabs that save at the very same moment: one version is stored, and both texts stay", async () => {
  const context = await browser.context();
  const first = await openThree({ context });
  const second = await openSmall(changed(3, "SCALING"), { context });
  for (const [page, code] of [[first, "LENS"], [second, "CROWN"]]) {
    // From version 3: the number in the text is only written once it is stored.
    await writeText(page, JSON.stringify(changed(3, code), null, 2));
    await openVersions(page);
  }
  await Promise.all([press(first, "Save as version 4"), press(second, "Save as version 4")]);
  const reports = await Promise.all([first, second].map(async (page) => {
    await reportOf(page).waitFor();
    return wordsOf(reportOf(page));
  }));
  assert.equal(reports.filter((words) => words.startsWith("SMALL, version 4, is stored.")).length, 1, reports.join("\n"));
  assert.equal(reports.filter((words) => words.startsWith("SMALL, version 4, was stored in another tab")).length, 1, reports.join("\n"));
  const texts = await Promise.all([readText(first), readText(second)]);
  const [stored, other] = reports[0].includes("is stored.") ? [0, 1] : [1, 0];
  const codes = ["LENS", "CROWN"];
  assert.deepEqual(JSON.parse(texts[stored]), changed(4, codes[stored]));
  assert.deepEqual(JSON.parse(texts[other]), changed(3, codes[other]));
  assert.deepEqual([...first.errors, ...second.errors], []);
});

test("two tabs that save the same text are both content", async () => {
  const context = await browser.context();
  const first = await openThree({ context });
  const second = await openSmall(changed(3, "SCALING"), { context });
  for (const page of [first, second]) {
    await writeText(page, JSON.stringify(changed(4, "LENS"), null, 2));
    await openVersions(page);
  }
  await press(first, "Save version 4");
  await reportOf(first).getByText("is stored.").waitFor();
  await press(second, "Save version 4");
  await reportOf(second).getByText("SMALL, version 4, is stored already, just as it stands here.").waitFor();
  assert.deepEqual([...first.errors, ...second.errors], []);
});

const blockStorage = (page) =>
  page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });

async function openUnavailable(options = {}) {
  const page = await openSmall(small(1), { prepare: blockStorage, ...options });
  await page.getByRole("button", { name: "Versions…" }).click();
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
  const page = await openSmall();
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
  const page = await openSmall();
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
  const page = await openThree();
  await writeText(page, JSON.stringify(changed(3, "LENS"), null, 2));
  const button = page.getByRole("button", { name: "Versions…" });
  await button.focus();
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

test("for everyone: axe in both themes, nothing scrolls sideways", (t) => assertForEveryone(t, browser, [
  ["empty", async (options) => {
    const page = await openSmall(small(1), options);
    await openVersions(page);
    return page;
  }],
  ["three versions, one ticked", async (options) => {
    const page = await openThree(options);
    await openVersions(page);
    await panelOf(page).getByRole("checkbox").first().check();
    return page;
  }],
  ["refused", async (options) => {
    const page = await openSmall(changed(1, "CROWM"), options);
    await openVersions(page);
    await press(page, "Save version 1");
    await reportOf(page).waitFor();
    return page;
  }],
  ["import with problems", async (options) => {
    const page = await openThree(options);
    await openVersions(page);
    await importFile(page, file("mixed.json", { format: "care-coverage-versions", versions: [changed(2, "LENS"), { ...changed(1, "CROWM"), name: "BAD" }, small(1, { name: "GOOD" })] }));
    return page;
  }],
  ["not next", async (options) => {
    const page = await openSmall(small(3), options);
    await openVersions(page);
    await handOf(page).getByText("The next version is 1, and the text says 3.").waitFor();
    return page;
  }],
  ["unavailable", openUnavailable],
]));
