// Choosing care types and groups: by typing, from the tree, each with what it does before it is taken.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertNoSidewaysScroll, violations } from "./axe.mjs";
import { chooseFiles, eventually, file, largeCatalog, openExample, openExampleAct, openPage, smallCoverage, startBrowser } from "./browser.mjs";
import { longestWork } from "./long-tasks.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();
const optionsOf = (page) => page.getByRole("listbox").getByRole("option");
const activeOf = (box) => box.evaluate((input) => document.getElementById(input.getAttribute("aria-activedescendant"))?.textContent ?? null);
const pickerIn = (card, name = "Add to what it selects") => card.getByRole("combobox", { name }).first();
const treeIn = (card) => card.getByRole("group", { name: /^(Groups and their care types|Familles et leurs types d’actes)$/ });

/** The card of a guarantee of the example, open. */
async function openCard(page, name) {
  const card = page.locator("details.guarantee").filter({ has: page.getByRole("heading", { name, exact: true, level: 3 }) });
  await card.waitFor();
  if (!(await card.evaluate((details) => details.open))) await card.locator("summary").first().click();
  await card.getByRole("combobox").first().waitFor();
  return card;
}

test("in a combobox, Enter takes the first match, and so does an arrow key down and Enter", async () => {
  const page = await openExampleAct(browser, "husband");
  const box = page.getByRole("combobox", { name: "Care type" });
  await box.fill("osteo");
  const first = await optionsOf(page).first().locator(".label").innerText();
  await eventually(async () => assert.ok((await optionsOf(page).count()) > 1));
  await eventually(async () => assert.equal(await activeOf(box), null, "no arrow key has gone to it"));
  await box.press("ArrowDown");
  await eventually(async () => assert.ok((await activeOf(box)).startsWith(first)));
  await box.press("Enter");
  await eventually(async () => assert.equal(await box.inputValue(), first));
  await box.fill("osteo");
  await box.press("Enter");
  await eventually(async () => assert.equal(await box.inputValue(), first));
  await box.fill("osteo");
  await box.press("ArrowDown");
  await box.press("ArrowDown");
  await box.press("Enter");
  await eventually(async () => assert.notEqual(await box.inputValue(), first));
});

test("everyday words, codes of groups and mistakes find, in sections, the best of them first", async () => {
  const page = await openExample(browser);
  const card = await openCard(page, "SOFT_MEDICINE_AND_PSYCHOLOGY");
  const box = pickerIn(card);
  for (const [typed, section, found] of [
    ["lunettes", "Groups", "Lunettes de classe A (100 % Santé)"],
    ["optique", "Groups", "Lunettes de classe A (100 % Santé)"],
    ["MED_GP", "Groups", "Médecins généralistes"],
    ["dermato", "Care types", "Consultation chez un médecin spécialiste"],
    ["telemonitorng", "Care types", null],
  ]) {
    await box.fill(typed);
    const first = page.getByRole("listbox").getByRole("group").first();
    await eventually(async () => assert.equal(await first.locator(".combobox-section").innerText(), section, typed));
    const label = await first.getByRole("option").first().locator(".label").innerText();
    if (found) assert.equal(label, found, typed);
  }
  await box.fill("lunettes");
  await eventually(async () => assert.match(await wordsOf(optionsOf(page).first()), /EYE_CLASS_A also: lunettes · 5 care types/));
  await box.fill("qqqqqq");
  await page.getByText("Nothing in the catalogue is called “qqqqqq”, nor nearly so.").waitFor();
  await box.fill("acupuncture");
  await optionsOf(page).first().waitFor();
  assert.deepEqual(page.errors, []);
});

test("what choosing does is said before it is taken, by mouse and by keyboard", async () => {
  const page = await openExample(browser);
  const card = await openCard(page, "SOFT_MEDICINE_AND_PSYCHOLOGY");
  const chips = card.locator(".term-chip");
  const before = await chips.count();
  const box = pickerIn(card);
  await box.fill("EYE_CLASS_A");
  await optionsOf(page).first().locator(".impact").filter({ hasText: /5/ }).waitFor();
  await optionsOf(page).first().click();
  await chips.nth(before).waitFor();
  await eventually(async () => assert.equal(await box.inputValue(), ""));
  await box.fill("EYE_CLASS_B");
  await box.press("Enter");
  await chips.nth(before + 1).waitFor();
  await box.fill("EYE_CLASS_A");
  const taken = optionsOf(page).first();
  await eventually(async () => assert.equal(await taken.getAttribute("aria-disabled"), "true"));
  await eventually(async () => assert.match(await wordsOf(taken), /Already chosen/));
  await box.press("Enter");
  await eventually(async () => assert.equal(await chips.count(), before + 2));
});

test("the tree unfolds from the button: chosen, half chosen and through the group; chosen again is taken out", async () => {
  const page = await openExample(browser);
  const card = await openCard(page, "SOFT_MEDICINE_AND_PSYCHOLOGY");
  const chips = card.locator(".term-chip");
  const before = await chips.count();
  const button = card.getByRole("button", { name: "Browse the catalogue: Add to what it selects" }).first();
  await button.click();
  await eventually(async () => assert.equal(await button.getAttribute("aria-expanded"), "true"));
  const panel = treeIn(card);
  const tree = panel.getByRole("tree");
  await panel.getByRole("searchbox").fill("EYE_CLASS_A");
  const group = tree.getByRole("treeitem").first();
  await tree.focus();
  await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.equal(await group.getAttribute("aria-checked"), "false"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await chips.nth(before).waitFor();
  await group.and(page.locator('[aria-checked="mixed"]')).waitFor();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await group.and(page.locator('[aria-checked="true"]')).waitFor();
  await tree.getByRole("treeitem").filter({ hasText: "By its group" }).first().waitFor();
  await page.keyboard.press("Space");
  await group.and(page.locator('[aria-checked="mixed"]')).waitFor();
  await page.keyboard.press("Escape");
  await eventually(async () => assert.ok(await button.evaluate((element) => element === document.activeElement)));
  await eventually(async () => assert.equal(await panel.count(), 0));
});

test("in French, at 360 pixels, in the dark: the list, the tree, nothing for axe to find", async () => {
  const context = await browser.context({ locale: "fr-FR", colorScheme: "dark", viewport: { width: 360, height: 740 } });
  const page = await openPage(browser, { context });
  await page.getByRole("button", { name: "Charger l’exemple" }).first().click();
  const card = await openCard(page, "SOFT_MEDICINE_AND_PSYCHOLOGY");
  const box = pickerIn(card, "Ajouter à la sélection");
  await box.fill("lunettes");
  await page.getByRole("listbox").getByText("Familles d’actes").waitFor();
  await eventually(async () => assert.match(await wordsOf(optionsOf(page).first()), /EYE_CLASS_A aussi : lunettes · 5 types d’actes/));
  assert.deepEqual(await violations(page, ".care-type-picker"), []);
  await card.getByRole("button", { name: /^Parcourir le catalogue/ }).first().click();
  await treeIn(card).getByRole("treeitem").first().waitFor();
  assert.deepEqual(await violations(page, ".care-type-picker"), []);
  await assertNoSidewaysScroll(page);
  assert.deepEqual(page.errors, []);
});

test("3,000 care types: nothing takes 50 ms while typing and browsing", async (t) => {
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", largeCatalog()), file("small.json", smallCoverage({ include_care_types: ["TYPE_0001"] })));
  const card = await openCard(page, "DENTAL");
  await page.waitForTimeout(1500);
  const typing = await longestWork(page, () => pickerIn(card).pressSequentially("acte num 29", { delay: 40 }));
  const browsing = await longestWork(page, async () => {
    await page.keyboard.press("Escape");
    await card.getByRole("button", { name: /^Browse the catalogue/ }).first().click();
    await treeIn(card).getByRole("searchbox").pressSequentially("groupe", { delay: 40 });
    await treeIn(card).getByRole("tree").focus();
    for (const key of ["ArrowRight", "PageDown", "End", "Home"]) await page.keyboard.press(key);
  });
  assertTime(t, "typing, longest task", typing, 50);
  assertTime(t, "browsing, longest task", browsing, 50);
  await eventually(async () => assert.ok((await page.getByRole("treeitem").count()) < 60));
});
