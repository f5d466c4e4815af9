// Versions as files: export, import, and what an import leaves out.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, file, openPage, readText, smallCatalog, startBrowser } from "./browser.mjs";
import {
  bare, changed, downloaded, importFile, openSmall, openThree, openVersions, panelOf, press, reportOf, small, wordsOf,
} from "./versions-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("a version is exported as the payload it is, everything as one file, and both are imported in another browser", async () => {
  const page = await openThree(browser);
  await openVersions(page);
  const one = await downloaded(page, () => press(page, "Download SMALL, version 1"));
  assert.equal(one.name, "SMALL-1.json");
  assert.deepEqual(bare(JSON.parse(one.text)), small(1));
  await reportOf(page).getByText("1 version downloaded: SMALL-1.json.").waitFor();
  const all = await downloaded(page, () => press(page, "Download everything"));
  assert.equal(all.name, "coverage-versions.json");
  const ofOne = await downloaded(page, () => press(page, "Download all of SMALL"));
  assert.equal(ofOne.text, all.text);
  assert.deepEqual(page.errors, []);

  const other = await openSmall(browser, small(1, { name: "ELSE" }));
  await openVersions(other);
  await importFile(other, file(one.name, one.text));
  await reportOf(other).getByText("1 version of 1 coverage imported.").waitFor();
  await importFile(other, file(all.name, all.text));
  await reportOf(other).getByText("2 versions of 1 coverage imported. 1 version was stored already.").waitFor();
  await reportOf(other).getByText("SMALL, versions 2 to 3: imported.").waitFor();
  const again = await downloaded(other, () => press(other, "Download everything"));
  assert.equal(again.text, all.text);
  await importFile(other, file(all.name, all.text));
  await reportOf(other).getByText("No version was imported. 3 versions were stored already.").waitFor();
  assert.deepEqual(other.errors, []);
});

test("an import says what it left out and why, and imports all new versions of a coverage or none", async () => {
  const page = await openThree(browser);
  await openVersions(page);
  const refused = changed(2, "CROWM");
  const first = JSON.parse((await downloaded(page, () => press(page, "Download SMALL, version 1"))).text);
  await importFile(page, file("mixed.json", {
    format: "care-coverage-versions",
    versions: [
      first, changed(2, "LENS"), changed(4, "CROWN"),
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
  await eventually(async () => assert.deepEqual(await panelOf(page).locator("summary").allInnerTexts(), ["GOOD · 2 versions", "SMALL · 3 versions"]));
  assert.deepEqual(page.errors, []);
});

test("without a catalogue, an import checks the rest, and says so", async () => {
  const page = await openPage(browser);
  await openVersions(page);
  await importFile(page, file("small.json", changed(1, "CROWM")));
  await eventually(async () => assert.match(await wordsOf(reportOf(page)), /^1 version of 1 coverage imported\. .*No catalogue is loaded, so these versions were checked without one/));
  assert.deepEqual(page.errors, []);
});

test("a file that holds no versions is a sentence", async () => {
  const page = await openSmall(browser);
  await openVersions(page);
  await importFile(page, file("broken.json", '{ "name": '));
  await reportOf(page).getByText("broken.json is not valid JSON. Line 1, column 11").waitFor();
  await importFile(page, file("types.json", smallCatalog));
  await reportOf(page).getByText("types.json holds no versions").waitFor();
  await panelOf(page).getByText("Nothing is stored yet.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a file that is dropped on the panel is imported, not opened", async () => {
  const page = await openSmall(browser);
  await openVersions(page);
  const transfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "small.json"));
    return transfer;
  }, JSON.stringify(small(1, { name: "DROPPED" })));
  for (const type of ["dragover", "drop"]) await panelOf(page).getByRole("heading", { name: "Stored in this browser" }).dispatchEvent(type, { dataTransfer: transfer });
  await reportOf(page).getByText("DROPPED, version 1: imported.").waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.body.classList.contains("dropping")), false));
  await eventually(async () => assert.deepEqual(JSON.parse(await readText(page)), small(1)));
  assert.deepEqual(page.errors, []);
});
