// The rule of a guarantee: in words, and as a form that changes the text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, file, openExample, openPage, readText, smallCatalog, smallCoverage, startBrowser, writeText } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const cardOf = (page, guarantee) => page.locator("details.guarantee").filter({ has: page.getByRole("heading", { name: guarantee, exact: true }) });
const wordsOf = (page) => page.locator(".rule [role=status]");
const ruleOf = async (page, index = 0) => JSON.parse(await readText(page)).guarantees[index].coverage_rule;

/** One guarantee with this rule, its form open. */
async function openRule(rule, options = {}) {
  const page = await openPage(browser, options);
  const coverage = smallCoverage();
  coverage.guarantees[0].coverage_rule = rule;
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  await page.locator("care-editor").waitFor();
  await page.locator("summary").filter({ hasText: "Edit the rule" }).click();
  await page.locator(".rule-form").waitFor();
  return page;
}
const brss = (percent) => ({ components: [{ kind: "brss_percent", percent }] });

test("the list of guarantees reads like a benefit table", async () => {
  const page = await openExample(browser);
  const lines = await page.locator("details.guarantee > summary > .rule-words").allInnerTexts();
  assert.ok(lines.includes("300 % BR, Sécu included, ceiling 1,500 € a year, beyond it 100 % BR"));
  assert.ok(lines.includes("30 € a session, 5 sessions a year"));
  assert.deepEqual(page.errors, []);
});

test("typing a figure changes the text and the words at each key, and can be undone", async () => {
  const page = await openRule(brss("100"));
  const figure = page.getByRole("textbox", { name: "Figure" });
  await figure.press("End");
  await figure.pressSequentially("50");
  await wordsOf(page).getByText("10,050 % BR, Sécu included").waitFor();
  assert.deepEqual(await ruleOf(page), brss("10050"));
  assert.ok(await figure.evaluate((input) => input === document.activeElement));
  await figure.fill("130");
  await wordsOf(page).getByText("130 % BR, Sécu included").waitFor();
  await page.getByRole("button", { name: "Undo in the text" }).click();
  await wordsOf(page).getByText("10,050 % BR, Sécu included").waitFor();
  assert.equal(await figure.inputValue(), "10050");
});

test("what is typed in the text stands in the form", async () => {
  const page = await openRule(brss("100"));
  const coverage = smallCoverage();
  coverage.guarantees[0].coverage_rule = { components: [{ kind: "flat_amount", amount: 18.65, per: "lens" }], secu_share: "excluded" };
  await writeText(page, JSON.stringify(coverage));
  await wordsOf(page).getByText("18.65 € a lens").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Figure" }).inputValue(), "18.65");
  assert.equal(await page.getByLabel("For each", { exact: true }).inputValue(), "lens");
  assert.ok(await page.getByRole("radio", { name: "On top" }).isChecked());
  await page.getByRole("textbox", { name: "Figure" }).fill("20");
  await wordsOf(page).getByText("20 € a lens").waitFor();
  assert.equal((await ruleOf(page)).components[0].amount, 20, "a number stays a number");
});

test("components: another kind keeps the figure, parts are added and removed", async () => {
  const page = await openRule(brss("100"));
  await page.getByLabel("Of what", { exact: true }).selectOption("€");
  await page.getByLabel("For each", { exact: true }).selectOption("a session");
  await wordsOf(page).getByText("100 € a session").waitFor();
  assert.deepEqual((await ruleOf(page)).components, [{ kind: "flat_amount", amount: "100", per: "session" }]);
  await page.getByRole("button", { name: "Add a part" }).click();
  await wordsOf(page).getByText("100 € a session + 100 % BR").waitFor();
  await page.getByRole("button", { name: "Remove part 1" }).click();
  await wordsOf(page).getByText("100 % BR, Sécu included", { exact: true }).waitFor();
  assert.deepEqual(await ruleOf(page), { components: [{ kind: "brss_percent", percent: "100" }] });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Add a part");
  await page.getByRole("button", { name: "Remove part 1" }).click();
  await page.locator(".rule-form .told").first().waitFor();
  assert.deepEqual((await ruleOf(page)).components, []);
});

test("Sécu share and price cap", async () => {
  const page = await openRule(brss("50"));
  await page.getByRole("radio", { name: "On top" }).check();
  await wordsOf(page).getByText("50 % BR on top of the Sécu").waitFor();
  const cap = page.getByLabel("Price that counts, at most");
  await cap.selectOption("The HLF, of dental work");
  await wordsOf(page).getByText("50 % BR within the HLF on top of the Sécu").waitFor();
  await cap.selectOption("An amount in €");
  await page.getByRole("textbox", { name: "Cap in €" }).fill("80");
  assert.deepEqual((await ruleOf(page)).price_cap, { kind: "amount", amount: "80" });
  await cap.selectOption("No cap");
  assert.deepEqual(await ruleOf(page), { ...brss("50"), secu_share: "excluded", price_cap: null });
});

test("limits, by keyboard alone", async () => {
  const page = await openRule(brss("200"));
  const tabTo = async (label) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      const found = await page.evaluate(() => document.activeElement.labels?.[0]?.textContent ?? document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
      if (found.trim() === label) return;
    }
    assert.fail(`no way to ${label} by Tab`);
  };
  await page.getByRole("button", { name: "Add a limit" }).focus();
  await page.keyboard.press("Enter");
  const limit = page.getByRole("group", { name: "Limit 1" });
  await limit.waitFor();
  assert.ok(await limit.getByRole("textbox", { name: "At most" }).evaluate((input) => input === document.activeElement));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("1500");
  await tabTo("In");
  await page.keyboard.type("rolling");
  await tabTo("Months");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("24");
  await tabTo("Counted for each");
  await page.keyboard.type("family");
  await tabTo("What counts");
  await page.keyboard.type("with");
  await tabTo("Name of the counter");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("crowns");
  await wordsOf(page).getByText("200 % BR, Sécu included, ceiling 1,500 € in any 24 months for the family with the Sécu").waitFor();
  assert.deepEqual((await ruleOf(page)).limits, [{ key: "crowns", period: { kind: "rolling_months", months: 24 }, max_amount: "1500", counts: "total", scope: "family" }]);
  await limit.getByLabel("Of what is counted").selectOption("acts or sessions");
  await limit.getByLabel("In", { exact: true }).selectOption("a lifetime");
  await wordsOf(page).getByText("lifetime").waitFor();
  const [changed] = (await ruleOf(page)).limits;
  assert.deepEqual([changed.max_count, changed.period, "max_amount" in changed], ["1500", { kind: "lifetime" }, false]);
  await tabTo("Where a limit takes something away, still pay at least");
  await page.keyboard.press("Space");
  await wordsOf(page).getByText("beyond it 100 % BR").waitFor();
  await page.getByRole("button", { name: "Remove limit 1" }).click();
  await limit.waitFor({ state: "detached" });
  assert.deepEqual((await ruleOf(page)).limits, []);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Add a limit");
});

test("a limit says who shares its counter", async () => {
  const page = await openExample(browser);
  await cardOf(page, "DENTAL_PROSTHETICS_OTHER").locator("summary").first().click();
  await cardOf(page, "DENTAL_PROSTHETICS_OTHER").locator("summary").filter({ hasText: "Edit the rule" }).click();
  await page.getByText("Shared with DENTAL_PROSTHETICS_VISIBLE_TEETH: keep both the same.").waitFor();
  await page.getByRole("textbox", { name: "At most" }).fill("1600");
  await cardOf(page, "DENTAL_PROSTHETICS_OTHER").locator(".told").first().waitFor();
});

test("what is wrong stands at its control", async () => {
  const page = await openRule(brss("100"));
  const figure = page.getByRole("textbox", { name: "Figure" });
  await figure.fill("12,5");
  await wordsOf(page).getByText("This rule has errors").waitFor();
  assert.equal(await figure.getAttribute("aria-invalid"), "true");
  const described = await figure.evaluate((input) => document.getElementById(input.getAttribute("aria-describedby")).textContent);
  assert.match(described, /Error Expected a decimal such as 18\.65/);
  await page.locator("details.guarantee > summary").getByText("The rule has errors").waitFor({ state: "attached" });
  await figure.fill("12.5");
  await wordsOf(page).getByText("12.5 % BR, Sécu included").waitFor();
  await page.locator("[aria-invalid]").waitFor({ state: "detached" });
});

test("parts of an unexpected shape are left to the text", async () => {
  const page = await openRule({ components: [7, { kind: "percentage", percent: "3" }], limits: ["x", { key: 1 }], price_cap: 4 });
  assert.equal(await page.getByText("This part has another shape than a form can show.").count(), 2);
  await page.getByText("Unknown kind of component percentage").first().waitFor();
  await page.getByRole("button", { name: "Remove part 1" }).click();
  assert.deepEqual((await ruleOf(page)).components, [{ kind: "percentage", percent: "3" }]);
  assert.deepEqual(page.errors, []);
});

test("another system's rule is shown as such and has no form; where there is none, one can be begun", async () => {
  const page = await openPage(browser);
  const coverage = smallCoverage();
  coverage.guarantees[0].coverage_rule = { table: 7 };
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  await page.getByText("A rule of another system: it is kept as it is, and not computed.").waitFor();
  assert.equal(await page.locator("summary").filter({ hasText: "Edit the rule" }).count(), 0);
  coverage.guarantees[0].coverage_rule = {};
  await writeText(page, JSON.stringify(coverage));
  await page.getByRole("button", { name: "Begin a rule" }).click();
  await wordsOf(page).getByText("100 % BR, Sécu included").waitFor();
});

test("while the text cannot be read, the form waits", async () => {
  const page = await openRule(brss("100"));
  const text = await readText(page);
  await writeText(page, text.slice(0, -3));
  await page.getByText("The text cannot be read at the moment. The form is back once it can.").waitFor();
  await writeText(page, text);
  await page.getByRole("textbox", { name: "Figure" }).waitFor();
});

test("with the plain text area, a change of the form can be undone, too", async () => {
  const page = await openPage(browser, { prepare: (page) => page.route("**/editor-*.js", (route) => route.abort()) });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.locator("summary").filter({ hasText: "Edit the rule" }).click();
  await page.getByRole("textbox", { name: "Figure" }).fill("130");
  await wordsOf(page).getByText("130 % BR").waitFor();
  assert.match(await page.getByRole("textbox", { name: "Coverage as JSON" }).inputValue(), /"percent": "130"/);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await wordsOf(page).getByText("100 % BR").waitFor();
});

test("a form that cannot be fetched is a sentence", async () => {
  const page = await openPage(browser, { prepare: (page) => page.route("**/rule-form-*.js", (route) => route.abort()) });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.locator("summary").filter({ hasText: "Edit the rule" }).click();
  await page.getByText("This view could not be loaded.").waitFor();
});

test("a reload keeps what the form changed", async () => {
  const page = await openRule(brss("100"));
  await page.getByRole("textbox", { name: "Figure" }).fill("175");
  await page.reload();
  await wordsOf(page).getByText("175 % BR, Sécu included").waitFor();
});

test("the form is for everyone: axe, both themes, all widths", async (t) => {
  await assertForEveryone(t, browser, [
    ["everything a rule may have", (options) => openRule({
      components: [{ kind: "reconstituted_brss_percent", percent: "100" }, { kind: "flat_amount", amount: "30", per: "session" }],
      price_cap: { kind: "amount", amount: "80" },
      limits: [{ key: "a_rather_long_name_of_a_counter", period: { kind: "rolling_months", months: 24 }, max_amount: "1500", counts: "total", scope: "tooth" }],
      beyond_limits: { components: [{ kind: "pmss_percent", percent: "1.5", per: "day" }] },
    }, options)],
    ["with errors", (options) => openRule({ components: [{ kind: "brss_percent", percent: "x" }, { kind: "y" }, 7], limits: [{ key: "", period: {}, max_days: "-1", max_count: 2 }] }, options)],
  ]);
});
