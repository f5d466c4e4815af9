// The versions of coverages in the browser's IndexedDB: list, open, compare, and what stands in the way.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import { chooseDocument, chooseFiles, editorOf, eventually, file, openPage, readText, smallCatalog, smallCoverage, startBrowser, writeText } from "./browser.mjs";
import {
  bare, changed, closeVersions, downloaded, handOf, importFile, openSmall, openThree, openVersions, panelOf, press, publish, published, reportOf, save,
  small, wordsOf,
} from "./versions-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("with nothing stored, the panel says so and offers to publish the first version", async () => {
  const page = await openSmall(browser);
  await openVersions(page);
  await panelOf(page).getByText("Nothing is stored yet.").waitFor();
  await handOf(page).getByText("No version of SMALL is stored yet.").waitFor();
  await press(page, "Publish version 1…");
  const form = panelOf(page).getByRole("form", { name: "Publish SMALL, version 1" });
  await eventually(async () => assert.deepEqual(await form.getByRole("heading", { level: 4 }).allInnerTexts(), ["What it is", "What is left to decide", "A note for those who read the history"]));
  await form.getByText("It is the first version that is kept here.").waitFor();
  await eventually(async () => assert.ok(await form.getByRole("heading", { level: 3 }).evaluate((heading) => heading === document.activeElement), "the steps have the focus that the button lost"));
  await press(page, "Back");
  await publish(page, 1);
  await published(page, "SMALL", 1);
  await page.getByRole("button", { name: "See the versions" }).click();
  await handOf(page).getByText("SMALL, version 1, is stored just as it is here.").waitFor();
  await panelOf(page).getByText("SMALL · 1 version").waitFor();
  assert.deepEqual(page.errors, []);
});

test("with nothing loaded, versions can be opened, too", async () => {
  const context = await browser.context();
  const page = await openThree(browser, { context });
  await page.close();
  const other = await openPage(browser, { context, prepare: (page) => page.addInitScript(() => localStorage.setItem("care-coverage:last", "{}")) });
  await openVersions(other);
  await handOf(other).getByText("No coverage is in hand.").waitFor();
  await press(other, "Open SMALL, version 2");
  await panelOf(other).waitFor({ state: "detached" });
  await eventually(async () => assert.equal(JSON.parse(await readText(other)).version, 2));
  assert.deepEqual(other.errors, []);
});

test("the form of a version is there once it can be sent: who sends it at once publishes", async () => {
  const page = await openSmall(browser, small(1));
  await openVersions(page);
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const send = document.querySelector("form.publish button[type=submit]");
      if (!send) return;
      observer.disconnect();
      send.click();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await press(page, "Publish version 1…");
  await published(page, "SMALL", 1);
  assert.deepEqual(page.errors, []);
});

test("a payload with errors is refused with its diagnostics, one with warnings is stored", async () => {
  const page = await openSmall(browser, changed(1, "CROWM"));
  await openVersions(page);
  await publish(page, 1);
  await reportOf(page).getByText("Nothing is stored: the coverage has errors.").waitFor();
  await eventually(async () => assert.match(await wordsOf(reportOf(page)), /Error .*CROWM.* Line \d+ \/guarantees\/0\/care_type_mappings\/0\/selector\/include_care_types\/0/));
  await press(page, "Back");
  await panelOf(page).getByText("Nothing is stored yet.").waitFor();
  await closeVersions(page);
  await eventually(async () => assert.match(await readText(page), /CROWM/));
  // A treatment mode that nobody knows is a warning.
  const warned = { ...smallCoverage({ include_care_types: ["CROWN"] }, { allowed_treatment_modes: ["88"] }), version: 1 };
  await writeText(page, JSON.stringify(warned, null, 2));
  await page.getByRole("region", { name: "Findings" }).getByText("Warning").first().waitFor();
  await openVersions(page);
  await publish(page, 1);
  await published(page, "SMALL", 1);
  assert.deepEqual(page.errors, []);
});

test("what cannot be saved says why: no JSON, no catalogue, no name", async () => {
  const page = await openPage(browser);
  await chooseFiles(page, file("small.json", smallCoverage()));
  await openVersions(page);
  await handOf(page).getByText("Load the catalogue first.").waitFor();
  await eventually(async () => assert.deepEqual(await handOf(page).getByRole("button").allInnerTexts(), ["Download this coverage"]));
  await closeVersions(page);
  await chooseFiles(page, file("types.json", smallCatalog));
  await writeText(page, '{ "name": ');
  await openVersions(page);
  await handOf(page).getByText("The text is not valid JSON yet, so it cannot be stored. Line 1, column 11").waitFor();
  await closeVersions(page);
  await writeText(page, '{ "version": 1, "guarantees": [] }');
  await openVersions(page);
  await publish(page, 1);
  await reportOf(page).getByText("Nothing is stored: the coverage has errors.").waitFor();
  await eventually(async () => assert.match(await wordsOf(reportOf(page)), /name/));
  assert.deepEqual(page.errors, []);
});

test("a version that is stored already, or not next, is saved as the next one with one click; only its number changes, and undo brings it back", async () => {
  const page = await openThree(browser);
  const typed = '{"name": "SMALL",   "version": 2, // '.replace(" // ", "") + '\n   "guarantees": []}\n';
  await writeText(page, typed);
  await openVersions(page);
  await handOf(page).getByText("SMALL, version 2, is stored already, and not as it is here. The latest is version 3.").waitFor();
  await publish(page, 4);
  await published(page, "SMALL", 4);
  const [textBefore, note] = (await readText(page)).split(/(?=,\s*"x-version")/);
  assert.equal(textBefore, typed.replace("2", "4").slice(0, textBefore.length), "nothing else changes");
  assert.match(note, /^,\s*"x-version": \{ ?"date": "\d{4}-\d\d-\d\d" ?\}\}\n$/);
  await page.getByRole("button", { name: "Undo in the text" }).click();
  await eventually(async () => assert.equal(await readText(page), typed));
  const gap = typed.replace('"version": 2', '"version": 9');
  await writeText(page, gap);
  await openVersions(page);
  await handOf(page).getByText("The next version is 5, and the text says 9.").waitFor();
  await publish(page, 5);
  await published(page, "SMALL", 5);
  // A text without a number gets one.
  await writeText(page, '{ "name": "OTHER", "guarantees": [] }');
  await openVersions(page);
  await handOf(page).getByText("Here, versions count from 1: it becomes version 1, and the text, which has no number, gets it.").waitFor();
  await publish(page, 1);
  await published(page, "OTHER", 1);
  await eventually(async () => assert.deepEqual(bare(JSON.parse(await readText(page))), { name: "OTHER", guarantees: [], version: 1 }));
  assert.deepEqual(page.errors, []);
});

test("versions are listed with the latest first, and survive a reload", async () => {
  const page = await openThree(browser);
  await page.reload();
  await editorOf(page).waitFor();
  await openVersions(page);
  const rows = panelOf(page).locator(".version-list > li");
  await eventually(async () => assert.deepEqual(await rows.locator("p:first-child").allInnerTexts(), ["Version 3 · latest, in hand", "Version 2", "Version 1"]));
  assert.deepEqual(page.errors, []);
});

test("many coverages have a search box, and many versions come a part at a time", async () => {
  const page = await openSmall(browser);
  await openVersions(page);
  const many = Array.from({ length: 14 }, (_, index) => ({ ...smallCoverage(), name: `PLAN_${String(index + 1).padStart(2, "0")}`, version: 1 }));
  const long = Array.from({ length: 25 }, (_, index) => small(index + 1, { name: "LONG" }));
  await importFile(page, file("all.json", { format: "care-coverage-versions", versions: [...many, ...long] }));
  await reportOf(page).getByText("39 versions of 15 coverages imported.").waitFor();
  await eventually(async () => assert.equal(await panelOf(page).locator("details").count(), 10));
  await panelOf(page).getByRole("button", { name: "Show 5 more" }).click();
  await eventually(async () => assert.equal(await panelOf(page).locator("details").count(), 15));
  const box = panelOf(page).getByRole("searchbox", { name: "Find a coverage" });
  await box.fill("plan_07");
  await eventually(async () => assert.deepEqual(await panelOf(page).locator("summary").allInnerTexts(), ["PLAN_07 · 1 version"]));
  await box.fill("nothing like it");
  await panelOf(page).getByText("No coverage has “nothing like it” in its name.").waitFor();
  await box.fill("long");
  await panelOf(page).getByText("LONG · 25 versions").click();
  await panelOf(page).locator(".version-list > li").nth(9).waitFor();
  await eventually(async () => assert.equal(await panelOf(page).locator(".version-list > li").count(), 10));
  await panelOf(page).getByRole("button", { name: "Show 15 more" }).click();
  await eventually(async () => assert.equal(await panelOf(page).locator(".version-list > li").count(), 25));
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
  await eventually(async () => assert.deepEqual(bare(JSON.parse(await readText(page))), small(1)));
  await page.getByRole("region", { name: "What is loaded" }).getByText("SMALL · version 1 · as stored").waitFor();
  await eventually(async () => assert.ok(await page.getByRole("button", { name: "Document", exact: true }).evaluate((button) => button === document.activeElement), "the focus is back"));
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await eventually(async () => assert.equal(await readText(page), typed));
  assert.deepEqual(page.errors, []);
});

test("a version is compared with the coverage in hand, and opening another compares the two", async () => {
  const page = await openThree(browser);
  await openVersions(page);
  await press(page, "Compare with SMALL, version 1");
  await panelOf(page).waitFor({ state: "detached" });
  const versions = page.getByRole("region", { name: "The two versions" });
  await eventually(async () => assert.match(await wordsOf(versions), /^Before: to compare SMALL, version 1 · as stored .*After: in hand SMALL, version 3/));
  await openVersions(page);
  await press(page, "Open SMALL, version 2");
  await page.getByText("SMALL, version 2, is open.").waitFor();
  await eventually(async () => assert.match(await wordsOf(versions), /^Before: to compare SMALL, version 1 .*After: in hand SMALL, version 2 · as stored/));
  await page.getByRole("region", { name: "What changes" }).getByText("No longer covered").first().waitFor();
  // What was in hand comes back.
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await versions.getByText("SMALL, version 3").waitFor();
  assert.deepEqual(page.errors, []);
});

test("version 2 is published after a comparison: what changed, what is left to decide, a note; the history keeps who and when", async () => {
  const page = await openSmall(browser);
  await save(page, small(1), { note: "The first one", author: "Claire" });
  const next = { ...changed(1, "CROWN"), guarantees: [{ ...changed(1, "CROWN").guarantees[0], coverage_rule: { components: [{ kind: "brss_percent", percent: "80" }] } }] };
  await writeText(page, JSON.stringify(next, null, 2));
  await openVersions(page);
  await press(page, "Publish version 2…");
  const form = panelOf(page).getByRole("form", { name: "Publish SMALL, version 2" });
  await form.getByRole("heading", { name: "What changes since version 1" }).waitFor();
  await eventually(async () => {
    const lines = await form.locator(".steps > li").first().getByRole("listitem").allInnerTexts();
    assert.deepEqual(lines.map((line) => line.replace(/\s+/g, " ")), [
      "Members get less DENTAL: 100 % BR, Sécu included → 80 % BR, Sécu included",
      "No longer covered DENTAL: Détartrage (every act)",
    ]);
  });
  await form.getByText("Nothing is left to decide").waitFor();
  await eventually(async () => assert.equal(await form.getByRole("textbox", { name: "Author" }).inputValue(), "Claire", "who publishes is asked once"));
  await form.getByRole("textbox", { name: "Note" }).fill("Scaling leaves");
  // By keyboard, from the field.
  await form.getByRole("textbox", { name: "Author" }).press("Enter");
  await published(page, "SMALL", 2);
  await eventually(async () => assert.deepEqual(bare(JSON.parse(await readText(page))), { ...next, version: 2 }));
  await page.getByRole("button", { name: "See the versions" }).click();
  const rows = panelOf(page).locator(".version-list > li .version-words");
  await rows.getByText("The first one").waitFor();
  await eventually(async () => {
    const words = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    assert.match(words[0], /^Version 2 · latest, in hand \d{1,2} \w+ \d{4} · Claire Scaling leaves$/);
    assert.match(words[1], /^Version 1 \d{1,2} \w+ \d{4} · Claire The first one$/);
    assert.deepEqual(page.errors, []);
  });
});

test("what is left to decide is counted, and leads to where it is decided; the whole comparison is one press away", async () => {
  const page = await openSmall(browser, { ...smallCoverage({ include_care_types: ["CROWN"] }, { min_age: 18, allowed_treatment_modes: ["88"] }), version: 1 });
  await openVersions(page);
  await press(page, "Publish version 1…");
  const step = panelOf(page).locator(".steps > li").nth(1);
  await eventually(async () => assert.match(await wordsOf(step), /^What is left to decide 1 warning \d gaps? that nobody accepted/));
  await step.getByRole("link", { name: "Decide in the Coverage view" }).click();
  await panelOf(page).waitFor({ state: "detached" });
  assert.match(page.url(), /#coverage$/);
  await openVersions(page);
  await publish(page, 1);
  await published(page, "SMALL", 1);
  await writeText(page, JSON.stringify(changed(2, "CROWN")));
  await openVersions(page);
  await press(page, "Publish version 2…");
  await press(page, "See all in the Compare view, with euros");
  await panelOf(page).waitFor({ state: "detached" });
  await page.getByRole("region", { name: "What changes" }).getByText("Newly covered").waitFor();
  assert.deepEqual(page.errors, []);
});

test("the example, whose number is 3, is asked for plainly: it becomes 1, or keeps its number after those before it", async () => {
  const page = await openSmall(browser, small(3));
  await openVersions(page);
  await handOf(page).getByText("the number in the text changes from 3 to 1").waitFor();
  await handOf(page).getByText("To keep the number 3, import versions 1 to 2 from files first.").waitFor();
  await importFile(page, file("earlier.json", { format: "care-coverage-versions", versions: [small(1), changed(2, "CROWN")] }));
  await handOf(page).getByRole("button", { name: "Publish version 3…" }).waitFor();
  await publish(page, 3);
  await published(page, "SMALL", 3);
  await eventually(async () => assert.deepEqual(bare(JSON.parse(await readText(page))), small(3)));
});

test("the coverage in hand is downloaded as it is typed, finished or not", async () => {
  const page = await openSmall(browser);
  await writeText(page, '{ "name": "SMALL", "not": "finished');
  await openVersions(page);
  const broken = await downloaded(page, () => press(page, "Download this coverage"));
  assert.deepEqual(broken, { name: "coverage.json", text: '{ "name": "SMALL", "not": "finished' });
  await closeVersions(page);
  await writeText(page, JSON.stringify(small(7)));
  await openVersions(page);
  assert.deepEqual(await downloaded(page, () => press(page, "Download this coverage")), { name: "SMALL-7.json", text: JSON.stringify(small(7)) });
});

test("the panel in French: publishing and history", async () => {
  const page = await openSmall(browser, small(1), { context: await browser.context({ locale: "fr-FR" }) });
  await chooseDocument(page, "Vos versions…");
  const panel = page.getByRole("dialog");
  await panel.getByText("Aucune version de SMALL n’est encore enregistrée.").waitFor();
  await panel.getByRole("button", { name: "Publier la version 1…" }).click();
  await panel.getByRole("textbox", { name: "Note (facultative)" }).fill("Première");
  await panel.getByRole("button", { name: "Publier la version 1", exact: true }).click();
  await page.getByText("SMALL, version 1, est publiée").waitFor();
  await page.getByRole("button", { name: "Voir les versions" }).click();
  await panel.getByText("Première").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a save that ends after the panel was closed says so on the page", async () => {
  const page = await openSmall(browser, changed(1, "CROWM"));
  await openVersions(page);
  await press(page, "Publish version 1…");
  await panelOf(page).getByRole("form").waitFor();
  await panelOf(page).evaluate((panel) => {
    [...panel.querySelectorAll("button")].find(({ textContent }) => textContent === "Publish version 1").click();
    panel.close();
  });
  await page.getByRole("alert", { name: "Message" }).getByText("Nothing is stored: the coverage has errors. Your text is as it was.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("what is typed while a version is stored stays, and has its number", async () => {
  const page = await openSmall(browser, small(1));
  await openVersions(page);
  await press(page, "Publish version 1…");
  await panelOf(page).getByRole("form").waitFor();
  const field = await page.locator("care-editor").evaluateHandle((editor) => editor.shadowRoot.querySelector("[contenteditable]"));
  await panelOf(page).evaluate((panel, field) => {
    [...panel.querySelectorAll("button")].find(({ textContent }) => textContent === "Publish version 1").click();
    panel.close();
    field.focus();
    getSelection().collapse(field, 0);
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "\t\t\t");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
  }, field);
  await published(page, "SMALL", 1);
  const text = await readText(page);
  assert.match(text, /\t\t\t/);
  assert.equal(JSON.parse(text)["x-version"].date.length, 10);
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
  const text = await downloaded(page, () => press(page, "Download this coverage"));
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
  await publish(page, 1);
  await reportOf(page).getByText("It has no more room for this page").waitFor();
  await panelOf(page).getByRole("button", { name: "Publish version 1" }).waitFor();
  await eventually(async () => assert.deepEqual(JSON.parse(await readText(page)), small(1)));
  assert.deepEqual(page.errors, []);
});

test("the store comes with the panel, and brings no second module", async (t) => {
  // Without the text, whose editor and language service come in their own time.
  const page = await openPage(browser, { prepare: (page) => page.addInitScript(() => localStorage.setItem("care-coverage:coverage-mode", "form")) });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", small(1)));
  await page.locator("details.guarantee").first().waitFor();
  await page.waitForLoadState("networkidle");
  const requests = [];
  page.on("response", async (response) => requests.push({ url: response.url(), bytes: (await response.body()).length }));
  await openVersions(page);
  await page.waitForLoadState("networkidle");
  const bytes = requests.reduce((sum, { bytes }) => sum + bytes, 0);
  t.diagnostic(`opening the panel fetches ${requests.length} files, ${(bytes / 1024).toFixed(1)} KB unpacked`);
  assert.ok(requests.some(({ url }) => url.includes("versions")), "the panel was fetched on opening");
  // 58 KB are the words of the views that are opened later, which are one file.
  assert.ok(bytes < 95 * 1024, `${bytes} bytes`);
  assert.ok(requests.every(({ url }) => !url.includes("engine") && !url.endsWith(".wasm")), "no engine");
});

test("by keyboard alone: save, list, open, close, with the focus always in the panel", async () => {
  const page = await openThree(browser);
  await writeText(page, JSON.stringify(changed(3, "LENS"), null, 2));
  const button = page.getByRole("button", { name: "Document", exact: true });
  await button.focus();
  const open = async () => {
    await page.keyboard.press("ArrowUp");
    await page.waitForFunction(() => document.activeElement?.textContent === "The catalogue");
    for (let steps = 0; steps < 15 && (await page.evaluate(() => document.activeElement.textContent)) !== "Your versions…"; steps += 1) await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent === "The coverage in hand");
  };
  await open();
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
  await tabTo("Publish version 4…");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.textContent === "Publish SMALL, version 4");
  await tabTo("Publish version 4");
  await page.keyboard.press("Enter");
  await published(page, "SMALL", 4);
  await eventually(async () => assert.ok(await button.evaluate((button) => button === document.activeElement), "the focus is back"));
  await open();
  await tabTo("Open SMALL, version 1");
  await page.keyboard.press("Enter");
  await panelOf(page).waitFor({ state: "detached" });
  await eventually(async () => assert.ok(await button.evaluate((button) => button === document.activeElement)));
  await eventually(async () => assert.equal(JSON.parse(await readText(page)).version, 1));
  await open();
  await closeVersions(page);
  await eventually(async () => assert.ok(await button.evaluate((button) => button === document.activeElement)));
});

/** Under a modal dialog, Chromium lays the page behind it out late when the window shrinks; so it only grows. */
async function narrow(page) {
  await page.addInitScript(() => localStorage.setItem("care-coverage:coverage-mode", "both"));
  await page.setViewportSize({ width: 360, height: 740 });
}

test("for everyone: axe in both themes, nothing scrolls sideways", (t) => assertForEveryone(t, browser, [
  ["empty", async (options) => {
    const page = await openSmall(browser, small(1), options);
    await openVersions(page);
    return page;
  }],
  ["three versions", async (options) => {
    const page = await openThree(browser, options);
    await openVersions(page);
    await panelOf(page).locator(".version-words .muted").nth(1).waitFor();
    return page;
  }],
  ["publishing", async (options) => {
    const page = await openThree(browser, options);
    await writeText(page, JSON.stringify(changed(4, "LENS"), null, 2));
    await openVersions(page);
    await press(page, "Publish version 4…");
    await panelOf(page).getByText("Newly covered").waitFor();
    return page;
  }],
  ["refused", async (options) => {
    const page = await openSmall(browser, changed(1, "CROWM"), options);
    await openVersions(page);
    await publish(page, 1);
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
    await handOf(page).getByText("Here, versions count from 1: it becomes version 1, and the number in the text changes from 3 to 1.").waitFor();
    return page;
  }],
  ["unavailable", openUnavailable],
].map(([name, open]) => [name, (options) => open({ ...options, prepare: narrow })])));
