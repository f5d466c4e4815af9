// The Compare view: what changes for members between two versions, or two catalogues.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  chooseDocument, chooseFiles, dropFiles, editorOf, eventually, exampleCatalog, exampleCoverage, file, openExample, openPage, outcomeOf,
  readText, rule, smallCatalog, smallCoverage, startBrowser, writeText,
} from "./browser.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const versionsOf = (page) => page.getByRole("region", { name: "The two versions" });
const changesOf = (page) => page.getByRole("region", { name: "What changes" });
const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();
const changeOf = (page, words) => changesOf(page).getByRole("article").filter({ hasText: words });

async function openComparison(options = {}) {
  const page = await openPage(browser, { fragment: "#compare", ...options });
  await page.getByRole("button", { name: "Compare the example with an edited version of it" }).click();
  await changesOf(page).waitFor();
  return page;
}

async function openSmall(options = {}) {
  const page = await openPage(browser, { fragment: "#compare", ...options });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.getByRole("heading", { name: "Compare with which version?" }).waitFor();
  return page;
}

/** Into the other version, by the view's own button. */
async function chooseOther(page, ...files) {
  await page.locator("main input[type=file]").setInputFiles(files);
}

test("from nothing, the example is compared with an edited version of it", async () => {
  const page = await openComparison();
  await changesOf(page).getByText("5 changes in what is covered, 3 rules changed and 1 guarantee renamed.").waitFor();
  await eventually(async () => assert.match(await wordsOf(versionsOf(page)), /^Before: in hand CONFORT, version 3 · Example .*After: to compare CONFORT, version 4 · Example, edited /));
  await eventually(async () => assert.match(await wordsOf(changeOf(page, "Newly covered")), /nobody → becomes HOSPITAL_COMFORT Members of 16 to 17, in an établissement conventionné Lit d'accompagnant COMPANION_BED, /));
  await eventually(async () => assert.match(await wordsOf(changeOf(page, "No longer ambiguous")), /ORTHODONTICS_YOUNG and ORTHODONTICS_ADULT → becomes ORTHODONTICS_YOUNG Members of 16 to 20/));
  await eventually(async () => assert.match(await wordsOf(changeOf(page, "EVERYDAY_CARE")), /^No longer covered EVERYDAY_CARE → becomes nobody Reimbursed by the Sécu/));
  await eventually(async () => assert.equal(await changeOf(page, "WELLBEING").count(), 0, "a rename is no change of what is covered"));
  await changesOf(page).getByText(/170.* → .*200/).waitFor();
  const guarantees = changesOf(page).locator("section").filter({ has: page.getByRole("heading", { name: "Guarantees", exact: true }) });
  await eventually(async () => assert.match(await wordsOf(guarantees), /Renamed SOFT_MEDICINE_AND_PSYCHOLOGY is now called WELLBEING$/));
  assert.deepEqual(page.errors, []);
});

test("an example act shows which guarantees match on each side, and opens in the Act view", async () => {
  const page = await openComparison();
  const change = changeOf(page, "Newly covered");
  await change.getByText("Try an example act").click();
  const words = await wordsOf(change.locator(".example-act"));
  // Of the region, not of the act that stands for it.
  assert.match(words, /^An act of these: Lit d'accompagnant, members of 16 to 17, in an établissement conventionné\. /);
  assert.match(words, /Before, CONFORT, version 3 Not covered No guarantee covers this act: the conditions are not met\. After, CONFORT, version 4 Covered HOSPITAL_COMFORT covers this act\./);
  await change.getByRole("button", { name: "Open in the Act view (before)" }).click();
  await outcomeOf(page).getByText("Not covered", { exact: true }).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Age on that date" }).inputValue(), "16"));
});

test("swapping turns every difference round", async () => {
  const page = await openComparison();
  await page.getByRole("button", { name: "Swap before and after" }).click();
  await eventually(async () => assert.match(await wordsOf(versionsOf(page)), /^Before: to compare .*version 4.*After: in hand .*version 3/));
  await eventually(async () => assert.match(await wordsOf(changeOf(page, "EVERYDAY_CARE")), /^Newly covered nobody → becomes EVERYDAY_CARE/));
  await changesOf(page).getByText(/200.* → .*170/).waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "⇄ Swap before and after"));
  await page.getByRole("button", { name: "Swap before and after" }).click();
  await changeOf(page, "Newly covered").getByText("HOSPITAL_COMFORT").waitFor();
});

test("a version is kept, changed, and what changed is shown; stopping can be undone", async () => {
  const page = await openExample(browser, { fragment: "#compare" });
  await page.getByRole("button", { name: "Keep as the version to compare with" }).click();
  await changesOf(page).getByText("No differences").waitFor();
  await page.getByRole("link", { name: "Change it in the Coverage view" }).click();
  await writeText(page, exampleCoverage.replace('"max_age": 20', '"max_age": 25'));
  await page.getByRole("link", { name: "Compare" }).click();
  await eventually(async () => assert.match(await wordsOf(versionsOf(page)), /^Before: to compare CONFORT, version 3 · as kept on .* \(Example\).*After: in hand CONFORT, version 3 · edited since /));
  await eventually(async () => assert.match(await wordsOf(changeOf(page, "Newly covered")), /ORTHODONTICS_YOUNG Members of 21 to 25, reimbursed by the Sécu/));
  await page.reload();
  await changeOf(page, "Newly covered").getByText("Members of 21 to 25").first().waitFor();
  await page.getByRole("button", { name: "Stop comparing" }).click();
  await page.getByRole("heading", { name: "Compare with which version?" }).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await changeOf(page, "Newly covered").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a rewording is no difference", async () => {
  const page = await openSmall();
  await chooseOther(page, file("other.json", { ...smallCoverage({ include_care_types: ["SCALING", "CROWN"] }), version: 2 }));
  await changesOf(page).getByText("No differences").waitFor();
});

test("the lower version comes before, from a file, a paste or a drop", async () => {
  const page = await openSmall();
  const version = (number) => ({ ...smallCoverage({ include_care_types: ["CROWN"] }), version: number });
  await chooseOther(page, file("next.json", version(2)));
  await page.getByText("The coverage to compare with is loaded: next.json.").waitFor();
  await eventually(async () => assert.match(await wordsOf(versionsOf(page)), /^Before: in hand .*After: to compare .*version 2 · next\.json/));
  await changeOf(page, "No longer covered").getByText("Détartrage").first().waitFor();
  await chooseFiles(page, file("three.json", { ...smallCoverage(), version: 3 }));
  await dropFiles(page, file("dropped.json", version(1)));
  await page.getByText("The coverage to compare with is loaded: dropped.json.").waitFor();
  await eventually(async () => assert.match(await wordsOf(versionsOf(page)), /^Before: to compare .*dropped\.json.*After: in hand .*three\.json/));
  await versionsOf(page).getByRole("button", { name: "Paste…" }).click();
  const dialog = page.getByRole("dialog", { name: "Paste what to compare with" });
  await dialog.getByRole("textbox").fill(JSON.stringify(version(9)));
  await dialog.getByRole("button", { name: "Load" }).click();
  await eventually(async () => assert.match(await wordsOf(versionsOf(page)), /^Before: in hand .*After: to compare .*version 9 · Pasted text/));
});

test("the same coverage is compared under another catalogue, and each version can have its own", async () => {
  const page = await openSmall();
  const [, scaling] = smallCatalog.internal_care_types;
  const types = [...smallCatalog.internal_care_types.filter((type) => type !== scaling), { ...scaling, care_type_group_ids: [2] }];
  await chooseOther(page, file("moved.json", { ...smallCatalog, internal_care_types: [...types, { id: 9, short_code: "BRIDGE", label: "Bridge", care_type_group_ids: [1] }] }));
  await page.getByText("The catalogue to compare with is loaded: moved.json.").waitFor();
  await eventually(async () => assert.match(await wordsOf(versionsOf(page)), /the same as in hand, with another catalogue .*4 care types in 2 groups · moved\.json/));
  await changeOf(page, "No longer covered").getByText("Détartrage").first().waitFor();
  // The label of a care type that only one of the two catalogues has.
  await changeOf(page, "Newly covered").getByText("Bridge", { exact: true }).waitFor();
  await chooseOther(page, file("other.json", { ...smallCoverage({ include_care_types: ["BRIDGE"] }), version: 2 }));
  await changeOf(page, "No longer covered").getByText("Couronne").first().waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await page.getByRole("link", { name: "Compare" }).click();
  await changeOf(page, "Newly covered").getByText("Bridge", { exact: true }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("a side that cannot be read says where, and what stood before stays compared", async () => {
  const page = await openSmall();
  await chooseOther(page, file("broken.json", '{ "guarantees": [ }'));
  await page.getByRole("alert", { name: "Message" }).getByText("broken.json is not valid JSON. Line 1, column 19").waitFor();
  await chooseOther(page, file("unknown.json", { ...smallCoverage({ include_care_types: ["CROWM"] }), version: 2 }));
  await page.getByText("The version to compare cannot be read").waitFor();
  await eventually(async () => assert.match(await wordsOf(page.locator(".bad-card")), /Unknown care type CROWM; did you mean CROWN\? Line \d+ \/guarantees\/0/));
  await chooseOther(page, file("next.json", { ...smallCoverage({ include_care_types: ["CROWN"] }), version: 2 }));
  await changeOf(page, "No longer covered").waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await editorOf(page).waitFor();
  const text = await readText(page);
  await writeText(page, text.replace('"version"', "version"));
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await page.getByRole("link", { name: "Compare" }).click();
  await page.getByText("The coverage in hand cannot be read", { exact: true }).waitFor();
  await page.getByText("These are the differences of the coverage before.").waitFor();
  await changeOf(page, "No longer covered").waitFor();
  await page.getByRole("button", { name: "Show in the text" }).click();
  assert.match(page.url(), /#coverage$/);
  // Nothing that could once be read is left after a reload.
  await page.getByRole("link", { name: "Compare" }).click();
  await page.reload();
  await page.getByText("a field name in double quotes is expected, but there is v.").waitFor();
  await eventually(async () => assert.equal(await changesOf(page).getByRole("article").count(), 0));
  assert.deepEqual(page.errors, []);
});

test("without a catalogue or a coverage, the view says what it needs", async () => {
  const page = await openPage(browser, { fragment: "#compare" });
  await page.getByText("see what changes for members").waitFor();
  await chooseFiles(page, file("small.json", smallCoverage()));
  await page.getByText("A coverage can be read once the catalogue of its care types is loaded.").waitFor();
  await chooseFiles(page, file("types.json", smallCatalog));
  await page.getByRole("heading", { name: "Compare with which version?" }).waitFor();
});

test("many differences come a part at a time and can be searched", async (t) => {
  const version = (number, offset) => ({
    name: "MANY",
    version: number,
    guarantees: Array.from({ length: 120 }, (_, index) => ({
      name: `G_${index}`,
      care_type_mappings: [{ selector: { include_care_types: [["CROWN", "SCALING", "LENS"][index % 3]] }, filter: { min_age: index + offset, max_age: index + offset } }],
      coverage_rule: { ...rule, components: [{ kind: "brss_percent", percent: String(100 + index * offset) }] },
    })),
  });
  const page = await openPage(browser, { fragment: "#compare" });
  await chooseFiles(page, file("types.json", smallCatalog), file("one.json", version(1, 0)));
  await page.getByRole("heading", { name: "Compare with which version?" }).waitFor();
  await chooseOther(page, file("two.json", version(2, 1)));
  await changesOf(page).getByText(/^\d+ changes in what is covered and 119 rules changed\.$/).waitFor();
  await eventually(async () => assert.equal(await changesOf(page).getByRole("article").count(), 20));
  await changesOf(page).getByRole("button", { name: "Show 20 more" }).first().click();
  await eventually(async () => assert.equal(await changesOf(page).getByRole("article").count(), 40));
  const box = changesOf(page).getByRole("searchbox", { name: "Find a guarantee or a care type" });
  const typing = await box.evaluate((input) => new Promise((resolve) => {
    const started = performance.now();
    input.value = "g_117";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    setTimeout(() => resolve(performance.now() - started));
  }));
  await changeOf(page, "G_117").first().waitFor();
  await eventually(async () => assert.ok((await changesOf(page).getByRole("article").count()) <= 4));
  await box.fill("zzz");
  await changesOf(page).getByText("No change concerns “zzz”.").waitFor();
  assertTime(t, "a key in the search of 120 changed guarantees", typing, 300);
});

test("a share link carries both versions", async () => {
  const page = await openComparison();
  await chooseDocument(page, "Share…");
  const link = await page.getByRole("dialog").getByRole("textbox", { name: "Link" }).inputValue();
  assert.match(link, /#compare&share=/);
  const other = await openPage(browser);
  await other.goto(link);
  await changeOf(other, "Newly covered").getByText("HOSPITAL_COMFORT").waitFor();
});

test("work that was kept before there was a comparison is still read", async () => {
  const page = await openExample(browser);
  await page.waitForTimeout(400);
  await page.evaluate(() => {
    const work = JSON.parse(sessionStorage.getItem("care-coverage:tab"));
    delete work.other;
    sessionStorage.setItem("care-coverage:tab", JSON.stringify(work));
  });
  await page.reload();
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
});

test("the view is fetched when it is opened; one that cannot be fetched is a sentence", async () => {
  const requests = [];
  const page = await openExample(browser, { prepare: (page) => page.on("request", (request) => requests.push(request.url())) });
  await page.waitForLoadState("networkidle");
  assert.equal(requests.filter((url) => /compare-/.test(url)).length, 0);
  await page.getByRole("link", { name: "Compare" }).click();
  await page.getByRole("heading", { name: "Compare with which version?" }).waitFor();
  const failing = await openExample(browser, { prepare: (page) => page.route("**/compare-*.js", (route) => route.abort()) });
  await failing.getByRole("link", { name: "Compare" }).click();
  await failing.getByRole("alert").getByText("This view could not be loaded.").waitFor();
});

test("by keyboard alone: compare the example, try an act, open it", async () => {
  const page = await openPage(browser, { fragment: "#compare" });
  await page.getByRole("button", { name: "Compare the example" }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  const tabTo = async (pattern) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      if (pattern.test(await focused())) return;
    }
    assert.fail(`no way to ${pattern} by Tab`);
  };
  await tabTo(/^Compare the example/);
  await page.keyboard.press("Enter");
  await changesOf(page).waitFor();
  await tabTo(/^⇄/);
  await page.keyboard.press("Space");
  await page.keyboard.press("Space");
  await tabTo(/^Try an example act/);
  await page.keyboard.press("Enter");
  await changesOf(page).locator(".example-act").waitFor();
  await tabTo(/^Open in the Act view/);
  await page.keyboard.press("Enter");
  await outcomeOf(page).getByText("Not covered", { exact: true }).waitFor();
});

test("the example and its catalogue stay as they are in the repository", async () => {
  const page = await openComparison();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await eventually(async () => assert.equal(await readText(page), exampleCoverage));
  const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem("care-coverage:tab") ?? "null")?.catalog.text ?? null);
  if (kept !== null) assert.equal(kept, exampleCatalog);
});
