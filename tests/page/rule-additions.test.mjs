// What benefit tables say beyond a sum: limits of a component, the least and the greatest of options, the PMSS as a maximum, the care pathway.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, eventually, file, openPage, readText, smallCatalog, smallCoverage, startBrowser } from "./browser.mjs";

const data = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const EDITS = data("rule-edits.json");
/** The rows of "How more of them read", which come first. */
const ROWS = data("../package/grid-rows.json").slice(0, 9);

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const wordsOf = (page) => page.locator(".rule [role=status]");
const ruleIn = (text) => JSON.parse(text).guarantees[0].coverage_rule;
const typed = (text) => text.replaceAll(/[\u00a0\u202f]/g, " ");

async function openRule(rule, options = {}) {
  const page = await openPage(browser, options);
  const coverage = smallCoverage();
  coverage.guarantees[0].coverage_rule = rule;
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  await page.locator("care-editor").waitFor();
  await page.locator(".rule summary").click();
  await page.locator(".rule-form").waitFor();
  return page;
}

/** As a person does it: what is pressed and chosen by the keyboard, what is typed where the focus went. */
async function act(page, { more, choose, press, type, select, as, ...where }) {
  const form = where.in ? page.getByRole("group", { name: where.in, exact: true }) : page.locator(".rule-form");
  if (more) {
    await form.getByRole("button", { name: `More for part ${more}` }).press("Enter");
    await form.locator(".menu-panel").getByRole("button", { name: choose }).press("Enter");
  } else if (press) await form.getByRole("button", { name: press, exact: true }).first().press("Enter");
  else if (select) await form.getByLabel(select, { exact: true }).selectOption(as);
  else {
    await page.waitForFunction(() => document.activeElement.matches(".figure input"));
    await page.keyboard.type(type);
  }
}

const settled = (page, rule) => page.waitForFunction((rule) => JSON.stringify(JSON.parse(document.querySelector("care-editor").value).guarantees[0].coverage_rule) === rule, JSON.stringify(rule));

for (const { name, rule, do: actions, want, words, focus } of EDITS) {
  test(name, async () => {
    const page = await openRule(rule);
    const before = await readText(page);
    for (const action of actions) await act(page, action);
    await wordsOf(page).getByText(words, { exact: true }).waitFor();
    await eventually(async () => assert.deepEqual(ruleIn(await readText(page)), want));
    if (focus) await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.labels?.[0]?.textContent), focus));
    // Each is one step, and undoing all of them gives back the text to the letter.
    await page.evaluate(() => document.activeElement.blur());
    for (const _ of actions) await page.keyboard.press("Control+z");
    await settled(page, rule);
    await eventually(async () => assert.equal(await readText(page), before));
    assert.deepEqual(page.errors, []);
  });
}

for (const { text, fr } of ROWS) {
  test(`a row of a grid is a usual rule, and its form reads so: ${text}`, async () => {
    const page = await openRule({ components: [{ kind: "rss_percent", percent: "1" }] }, { context: await browser.context({ locale: "fr-FR" }) });
    await page.getByRole("button", { name: "Comme dans les grilles" }).click();
    const items = page.getByRole("group", { name: "Remplacer par une règle courante" }).locator(".menu-panel button");
    await items.nth((await items.allTextContents()).map(typed).indexOf(text)).click();
    await page.waitForFunction((words) => document.querySelector(".rule [role=status]").textContent.replaceAll(/[\u00a0\u202f]/g, " ") === words, fr);
    await eventually(async () => assert.ok(await page.evaluate(() => document.activeElement.matches(".figure input")), "its figure can be typed at once"));
    await eventually(async () => assert.equal(await page.locator(".rule-form .told").count(), 0, "nothing is wrong with it"));
  });
}

test("what the engine says of options, of limits of components and of their keys is at them", async () => {
  const limit = (key) => ({ key, period: { kind: "civil_year" }, max_amount: "10" });
  const page = await openRule({
    components: [
      { kind: "least_of", options: [[{ kind: "brss_percent", percent: "100" }]] },
      { kind: "actual_costs", percent: "100", limits: [{ ...limit("same"), counts: "total" }] },
      { kind: "flat_amount", amount: "5", limits: [limit("same")] },
      { kind: "greatest_of", options: [[{ kind: "least_of", options: [] }], [{ kind: "tm", percent: "1" }]] },
    ],
    pathway_surcharge: "often",
  });
  const said = (group) => page.getByRole("group", { name: group, exact: true }).locator(".told").allInnerTexts();
  await eventually(async () => assert.match((await said("Part 1")).join(" "), /at least two options/));
  await eventually(async () => assert.match((await said("Limit 1 of part 2")).join(" "), /Unknown field counts/));
  await eventually(async () => assert.match((await said("Limit 1 of part 3")).join(" "), /has this key/));
  await eventually(async () => assert.match((await said("Option 1 of part 4")).join(" "), /plain components/));
  await eventually(async () => assert.match((await said("Option 2 of part 4")).join(" "), /Unknown kind of component tm/));
  const pathway = page.getByLabel("Outside of the care pathway", { exact: true });
  await eventually(async () => assert.equal(await pathway.getAttribute("aria-invalid"), "true"));
  await page.getByRole("group", { name: "Part 1", exact: true }).getByRole("button", { name: "Add an option" }).click();
  await page.getByRole("group", { name: "Option 2 of part 1" }).waitFor();
  await page.waitForFunction(() => ![...document.querySelectorAll('[aria-label="Part 1"] .told')].some((said) => said.textContent.includes("at least two options")));
  assert.deepEqual(page.errors, []);
});

test("a guarantee that is renamed takes the counters of its components with it", async () => {
  const limits = [{ key: "dental_credit", period: { kind: "civil_year" }, max_amount: "10" }];
  const page = await openRule({ components: [{ kind: "actual_costs", percent: "100", limits }] });
  await page.getByRole("button", { name: "Rename" }).click();
  await page.keyboard.type("TEETH");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "TEETH", exact: true }).waitFor();
  await eventually(async () => assert.equal(ruleIn(await readText(page)).components[0].limits[0].key, "teeth_credit"));
});

test("beyond the limits, components have options, and no limits", async () => {
  const page = await openRule({
    components: [{ kind: "brss_percent", percent: "150" }],
    limits: [{ key: "k", period: { kind: "civil_year" }, max_amount: "10" }],
    beyond_limits: { components: [{ kind: "brss_percent", percent: "100" }] },
  });
  const beyond = page.getByRole("group", { name: "Beyond the limits" });
  await eventually(async () => assert.equal(await beyond.getByRole("button", { name: "Add a credit" }).count(), 0));
  await beyond.getByRole("button", { name: "More for part 1" }).click();
  await eventually(async () => assert.deepEqual(await beyond.locator(".menu-panel button").allInnerTexts(), ["At most something else: the least of the two", "At least something else: the greatest of the two"]));
  await beyond.locator(".menu-panel button").last().click();
  await wordsOf(page).getByText("beyond it 100 % BR with a minimum of 100 €, Sécu included").waitFor();
});

test("the form of all of it is for everyone: axe, both themes, all widths", async (t) => {
  const { rule } = data("../package/grid-rows.json").find(({ text }) => text.startsWith("options qui sont des sommes"));
  const limited = { kind: "actual_costs", percent: "100", limits: [{ key: "a_rather_long_name_of_a_counter", period: { kind: "rolling_months", months: 24 }, max_pmss_percent: "15", scope: "tooth" }] };
  await assertForEveryone(t, browser, [
    ["options, limits of components and the care pathway", (options) => openRule({ ...rule, components: [...rule.components, limited] }, options)],
    ["the menu of a component", async (options) => {
      const page = await openRule({ components: [limited, limited] }, options);
      await page.getByRole("button", { name: "More for part 1" }).click();
      return page;
    }],
    ["the menu of rules of grids", async (options) => {
      const page = await openRule({ components: [limited] }, options);
      await page.getByRole("button", { name: "As grids say it" }).click();
      return page;
    }],
  ]);
});
