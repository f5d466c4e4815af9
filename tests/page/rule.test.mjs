// The rule of a guarantee: in words, and as a form that changes the text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, eventually, file, openExample, openPage, readText, smallCatalog, smallCoverage, startBrowser, writeText } from "./browser.mjs";

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
  await page.locator(".rule summary").click();
  await page.locator(".rule-form").waitFor();
  return page;
}
const brss = (percent) => ({ components: [{ kind: "brss_percent", percent }] });

test("the list of guarantees reads like a benefit table", async () => {
  const page = await openExample(browser);
  await eventually(async () => {
    const lines = await page.locator("details.guarantee > summary > .rule-words").allInnerTexts();
    assert.ok(lines.includes("300 % BR, Sécu included, ceiling 1,500 € a year, beyond it 100 % BR"));
    assert.ok(lines.includes("30 € a session, 5 sessions a year"));
    assert.deepEqual(page.errors, []);
  });
});

const percentOf = (page) => page.getByRole("textbox", { name: "Percentage", exact: true });
const french = async () => ({ context: await browser.context({ locale: "fr-FR" }) });

test("typing a figure changes the text and the words at each key, and can be undone", async () => {
  const page = await openRule(brss("100"));
  const figure = percentOf(page);
  await figure.press("End");
  await figure.pressSequentially("50");
  await wordsOf(page).getByText("10,050 % BR, Sécu included").waitFor();
  await eventually(async () => assert.deepEqual(await ruleOf(page), brss("10050")));
  await eventually(async () => assert.ok(await figure.evaluate((input) => input === document.activeElement)));
  await figure.fill("130");
  await wordsOf(page).getByText("130 % BR, Sécu included").waitFor();
  // All that was typed while the field had the focus is one step.
  await figure.press("Control+z");
  await wordsOf(page).getByText("100 % BR, Sécu included").waitFor();
  await eventually(async () => assert.equal(await figure.inputValue(), "100"));
  await page.getByRole("button", { name: "Redo in the text" }).click();
  await wordsOf(page).getByText("130 % BR, Sécu included").waitFor();
  await page.getByLabel("Of what", { exact: true }).selectOption("of the costs");
  await wordsOf(page).getByText("130 % of costs").waitFor();
  await page.getByLabel("Of what", { exact: true }).press("Control+z");
  await wordsOf(page).getByText("130 % BR, Sécu included").waitFor();
});

test("what is typed in the text stands in the form", async () => {
  const page = await openRule(brss("100"));
  const coverage = smallCoverage();
  coverage.guarantees[0].coverage_rule = { components: [{ kind: "flat_amount", amount: 18.65, per: "lens" }], secu_share: "excluded" };
  await writeText(page, JSON.stringify(coverage));
  await wordsOf(page).getByText("18.65 € a lens").waitFor();
  const amount = page.getByRole("textbox", { name: "Amount", exact: true });
  await eventually(async () => assert.equal(await amount.inputValue(), "18.65"));
  await eventually(async () => assert.equal(await page.getByLabel("For each", { exact: true }).inputValue(), "lens"));
  await eventually(async () => assert.equal(await page.getByLabel("Sécu part", { exact: true }).inputValue(), "excluded"));
  await amount.fill("20");
  await wordsOf(page).getByText("20 € a lens").waitFor();
  await eventually(async () => assert.equal((await ruleOf(page)).components[0].amount, 20, "a number stays a number"));
});

test("components: another kind keeps the figure, parts are added and removed", async () => {
  const page = await openRule(brss("100"));
  await page.getByLabel("Of what", { exact: true }).selectOption("as a flat amount");
  await page.getByLabel("For each", { exact: true }).selectOption("a session");
  await wordsOf(page).getByText("100 € a session").waitFor();
  await eventually(async () => assert.deepEqual((await ruleOf(page)).components, [{ kind: "flat_amount", amount: "100", per: "session" }]));
  await page.getByRole("button", { name: "Add a part" }).click();
  await wordsOf(page).getByText("100 € a session + 100 % BR").waitFor();
  await page.getByRole("button", { name: "Remove part 1" }).click();
  await wordsOf(page).getByText("100 % BR, Sécu included", { exact: true }).waitFor();
  await eventually(async () => assert.deepEqual(await ruleOf(page), { components: [{ kind: "brss_percent", percent: "100" }] }));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Add a part"));
  await page.getByRole("button", { name: "Remove part 1" }).click();
  await page.locator(".rule-form .told").first().waitFor();
  await eventually(async () => assert.deepEqual((await ruleOf(page)).components, []));
});

test("Sécu share and price cap", async () => {
  const page = await openRule(brss("50"));
  await page.getByLabel("Sécu part", { exact: true }).selectOption("excluded");
  await wordsOf(page).getByText("50 % BR on top of the Sécu").waitFor();
  const cap = page.getByLabel("Of a price of at most");
  await cap.selectOption("the HLF, of dental work");
  await wordsOf(page).getByText("50 % BR within the HLF on top of the Sécu").waitFor();
  await cap.selectOption("an amount");
  await page.getByRole("textbox", { name: "Highest price" }).fill("80");
  await eventually(async () => assert.deepEqual((await ruleOf(page)).price_cap, { kind: "amount", amount: "80" }));
  await cap.selectOption("no cap");
  await eventually(async () => assert.deepEqual(await ruleOf(page), { ...brss("50"), secu_share: "excluded", price_cap: null }));
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
  await page.getByRole("group", { name: "Add a limit" }).getByRole("button", { name: "€ a year" }).focus();
  await page.keyboard.press("Enter");
  const limit = page.getByRole("group", { name: "Limit 1" });
  await limit.waitFor();
  await eventually(async () => assert.ok(await limit.getByRole("textbox", { name: "At most" }).evaluate((input) => input === document.activeElement)));
  await page.keyboard.type("1500");
  await tabTo("In");
  await page.keyboard.type("so many");
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
  await eventually(async () => assert.deepEqual((await ruleOf(page)).limits, [{ key: "crowns", period: { kind: "rolling_months", months: 24 }, max_amount: "1500", counts: "total", scope: "family" }]));
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
  await eventually(async () => assert.deepEqual((await ruleOf(page)).limits, []));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "€ a year"));
});

test("a limit says who shares its counter", async () => {
  const page = await openExample(browser);
  await cardOf(page, "DENTAL_PROSTHETICS_OTHER").locator("summary").first().click();
  await cardOf(page, "DENTAL_PROSTHETICS_OTHER").locator("summary").filter({ hasText: "Edit the rule" }).click();
  await page.getByText("Shared with DENTAL_PROSTHETICS_VISIBLE_TEETH: keep both the same.").waitFor();
  await page.getByRole("textbox", { name: "At most" }).fill("1600");
  await cardOf(page, "DENTAL_PROSTHETICS_OTHER").locator(".told").first().waitFor();
});

/** What a field says of itself. */
const noteOf = (field) => field.evaluate((input) => document.getElementById(`${input.id}-hint`).textContent);

for (const [language, options, name, shown, sentence] of [
  ["English", () => ({}), "Percentage", "12.5", "“12x” is not a number. Write 150 or 12.5, for example."],
  ["French", french, "Pourcentage", "12,5", "«\u00a012x\u00a0» n’est pas un nombre. Écrivez 150 ou 12,5, par exemple."],
]) {
  test(`${language}: a figure is taken as people write it, shown in the notation of the page when left, and what is none is said once`, async () => {
    const page = await openRule(brss("100"), await options());
    const figure = page.getByRole("textbox", { name, exact: true });
    for (const [typed, value] of [["12,5", "12.5"], ["150 %", "150"], ["1\u202f250,75\u00a0%", "1250.75"], ["1,250.75", "1250.75"], ["12.5", "12.5"]]) {
      await figure.fill(typed);
      await page.waitForFunction((value) => JSON.parse(document.querySelector("care-editor").value).guarantees[0].coverage_rule.components[0].percent === value, value);
      await eventually(async () => assert.equal(await figure.inputValue(), typed, "what is typed stays while the field has the focus"));
    }
    await figure.blur();
    await eventually(async () => assert.equal(await figure.inputValue(), shown));
    await figure.fill("12x");
    await eventually(async () => assert.equal(await figure.getAttribute("aria-invalid"), "true"));
    await eventually(async () => assert.equal(await noteOf(figure), sentence));
    await eventually(async () => assert.equal(await page.getByText(sentence).count(), 1));
    await eventually(async () => assert.deepEqual(await ruleOf(page), brss("12.5"), "nothing is written that cannot be read"));
    await figure.blur();
    await eventually(async () => assert.equal(await figure.inputValue(), "12x", "nor is it lost"));
    await figure.fill("20 €");
    await eventually(async () => assert.match(await noteOf(figure), language === "French" ? /en pourcentage\.$/ : /in percent\.$/));
    await figure.fill("1,250");
    await eventually(async () => assert.match(await noteOf(figure), language === "French" ? /1250 ou 1,2500/ : /1250 or 1\.2500/));
    await figure.press("Control+z");
    await eventually(async () => assert.equal(await figure.inputValue(), shown, "what was never written goes back to what is"));
    await eventually(async () => assert.equal(await figure.getAttribute("aria-invalid"), null));
    assert.deepEqual(page.errors, []);
  });
}

test("what the engine says of a field is at it, and nothing else moves", async () => {
  const page = await openRule({ ...brss("100"), limits: [{ key: "k", period: { kind: "civil_year" }, max_amount: "100" }] });
  const most = page.getByRole("group", { name: "Limit 1" }).getByRole("textbox", { name: "At most" });
  const places = () =>
    page.locator(".rule-form").evaluate((form) => {
      const { top } = form.getBoundingClientRect();
      return [...form.querySelectorAll("input, select, button")].map((element) => Math.round(element.getBoundingClientRect().top - top));
    });
  const before = await places();
  await most.fill("200,5x");
  await eventually(async () => assert.deepEqual(await places(), before));
  await most.fill("200,12345");
  await wordsOf(page).getByText("This rule has errors").waitFor();
  await page.waitForFunction((field) => field.getAttribute("aria-invalid") === "true", await most.elementHandle());
  await eventually(async () => assert.match(await noteOf(most), /^Error /));
  await eventually(async () => assert.deepEqual(await places(), before));
  await page.locator("details.guarantee > summary").getByText("The rule has errors").waitFor({ state: "attached" });
  await most.fill("200,50");
  await wordsOf(page).getByText("ceiling 200.50 € a year").waitFor();
  await eventually(async () => assert.deepEqual(await places(), before));
  await eventually(async () => assert.equal((await ruleOf(page)).limits[0].max_amount, "200.50"));
});

test("parts of an unexpected shape, of kinds and with fields that the form does not know are shown and kept, and the rest can be edited", async () => {
  const median = { kind: "median_of", options: [[{ kind: "brss_percent", percent: "5" }]] };
  const rule = { components: [7, median, { kind: "brss_percent", percent: "3", floor: 2 }], limits: ["x", { key: 1 }], price_cap: 4, note: { a: 1 } };
  const page = await openRule(rule);
  await eventually(async () => assert.equal(await page.getByText("This part has another shape than a form can show.").count(), 3));
  const second = page.getByRole("group", { name: "Part 2" });
  await eventually(async () => assert.match(await second.innerText(), /"median_of"[^]*does not know this kind[^]*Unknown kind of component median_of/));
  const third = page.getByRole("group", { name: "Part 3" });
  await eventually(async () => assert.match(await third.innerText(), /Also in the text, and kept\s+"floor": 2\s[^]*Unknown field floor/));
  await page.locator(".rule-form > .rest").getByText('"note": {"a":1}').waitFor();
  await third.getByRole("textbox", { name: "Percentage" }).fill("30");
  await page.getByRole("group", { name: "Limit 2" }).getByRole("textbox", { name: "Name of the counter" }).fill("k");
  await page.getByRole("button", { name: "Remove part 1" }).click();
  const { components, limits, ...others } = await ruleOf(page);
  assert.deepEqual(components, [median, { kind: "brss_percent", percent: "30", floor: 2 }]);
  assert.deepEqual([limits, others], [["x", { key: "k" }], { price_cap: 4, note: { a: 1 } }]);
  assert.deepEqual(page.errors, []);
});

test("another system's rule is shown as such and has no form; where there is none, one can be begun", async () => {
  const page = await openPage(browser);
  const coverage = smallCoverage();
  coverage.guarantees[0].coverage_rule = { table: 7 };
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  await page.getByText("A rule of another system: it is kept as it is, and not computed.").waitFor();
  await eventually(async () => assert.equal(await page.locator("summary").filter({ hasText: "Edit the rule" }).count(), 0));
});

/** A guarantee without a rule, its card open. */
async function openNone(mapping, options = {}, catalog = smallCatalog) {
  const page = await openPage(browser, options);
  const coverage = { ...smallCoverage(mapping.selector, mapping.filter) };
  coverage.guarantees[0].coverage_rule = {};
  await chooseFiles(page, file("types.json", catalog), file("small.json", coverage));
  await page.locator("care-editor").waitFor();
  return page;
}

test("an empty rule is no rule yet, in the head of the card and inside", async () => {
  const page = await openNone({});
  await eventually(async () => assert.equal(await wordsOf(page).innerText(), "no rule yet"));
  await page.locator("details.guarantee > summary").first().click();
  await eventually(async () => assert.equal(await page.locator("details.guarantee > summary .rule-words").innerText(), "no rule yet"));
  await eventually(async () => assert.equal(await page.locator("details.guarantee").getByText("another system").count(), 0));
});

const isOutside = (type) => ({ ...type, applicable_facts: ["practitioner"] });
const outsideCatalog = { ...smallCatalog, internal_care_types: smallCatalog.internal_care_types.map(isOutside) };
for (const [what, mapping, catalog, words, typed, result] of [
  ["care that the Sécu may reimburse", {}, smallCatalog, "100 % BR, Sécu included", "170", "170 % BR, Sécu included"],
  ["care that it does not, by the conditions", { filter: { reimbursed_by_secu: false } }, smallCatalog, "30 €", "45", "45 €"],
  ["care that it does not, by the catalogue", {}, outsideCatalog, "30 €", "45", "45 €"],
]) {
  test(`a rule that is begun opens in the form, with the figure to type: ${what}`, async () => {
    const page = await openNone(mapping, {}, catalog);
    await page.getByRole("button", { name: "Begin a rule" }).click();
    await wordsOf(page).getByText(words).waitFor();
    await page.locator(".rule-form").waitFor();
    await page.keyboard.type(typed);
    await wordsOf(page).getByText(result).waitFor();
    const lines = (await readText(page)).split("\n");
    assert.ok(lines.every((line) => line.length < 100), "it is set out on lines");
    assert.match(lines.find((line) => line.includes('"coverage_rule"')), /\{$/);
  });
}

for (const [preset, typed, words] of [
  ["% of the BR", "150", "150 % BR, Sécu included"],
  ["€ a year", "400", "100 % of costs, ceiling 400 € a year"],
  ["€ a session", "25", "25 € a session"],
  ["200 € every 2 years", "250", "100 % of costs, ceiling 250 € in any 24 months"],
  ["Actual costs", "80", "80 % of costs"],
  ["% of the PMSS", "5", "5 % PMSS"],
]) {
  test(`a usual rule by a button: ${preset}`, async () => {
    const page = await openNone({});
    await page.getByRole("group", { name: "Or begin with a usual rule" }).getByRole("button", { name: preset, exact: true }).click();
    await page.locator(".rule-form").waitFor();
    await page.waitForFunction(() => document.activeElement.matches(".figure input"));
    await page.keyboard.type(typed);
    await wordsOf(page).getByText(words).waitFor();
    if (preset.startsWith("200")) await page.getByText("“200 € every 2 years” is written as 100 % of the costs, with a limit of 200 € in any 24 months.").waitFor();
  });
}

test("a usual rule in place of another leaves what the form does not know, and its limits have counters of their own", async () => {
  const page = await openRule({ ...brss("100"), price_cap: { kind: "hlf" }, description: "kept", beyond_limits: brss("50"), limits: [{ key: "dental", period: { kind: "act" }, max_count: 2 }] });
  await page.getByRole("group", { name: "Replace by a usual rule" }).getByRole("button", { name: "€ a year" }).click();
  await wordsOf(page).getByText("100 % of costs, ceiling 100 € a year").waitFor();
  const { description, limits, price_cap, beyond_limits } = await ruleOf(page);
  assert.deepEqual([description, price_cap, beyond_limits, limits.map(({ key }) => key)], ["kept", null, null, ["dental_2"]]);
  await page.getByRole("group", { name: "Add a limit" }).getByRole("button", { name: "Sessions a year" }).click();
  await page.waitForFunction(() => document.activeElement.id.endsWith("/limits/1/max_count"));
  await page.keyboard.type("3");
  await wordsOf(page).getByText("3 acts a year").waitFor();
});

test("French: the words of the form, from nothing to a rule with a limit", async () => {
  const page = await openNone({ filter: { reimbursed_by_secu: false } }, await french());
  await eventually(async () => assert.equal(await wordsOf(page).innerText(), "pas encore de règle"));
  await page.getByRole("group", { name: "Ou commencer par une règle courante" }).getByRole("button", { name: "Forfait en € par séance" }).click();
  await page.locator(".rule-form").waitFor();
  await page.waitForFunction(() => document.activeElement.matches(".figure input"));
  await page.keyboard.type("30,50 €");
  await page.getByRole("group", { name: "Ajouter un plafond" }).getByRole("button", { name: "Séances par an" }).click();
  await page.waitForFunction(() => document.activeElement.id.endsWith("/limits/0/max_count"));
  await page.keyboard.type("5");
  await wordsOf(page).getByText(/^30,50\s€ par séance, dans la limite de 5 séances par an$/).waitFor();
  await eventually(async () => assert.deepEqual((await ruleOf(page)).components, [{ kind: "flat_amount", amount: "30.50", per: "session" }]));
});

test("while the text cannot be read, the form waits", async () => {
  const page = await openRule(brss("100"));
  const text = await readText(page);
  await writeText(page, text.slice(0, -3));
  await page.getByText("The text cannot be read at the moment. The form is back once it can.").waitFor();
  await writeText(page, text);
  await percentOf(page).waitFor();
});

test("with the plain text area, a change of the form can be undone, too", async () => {
  const page = await openPage(browser, { prepare: (page) => page.route("**/editor-*.js", (route) => route.abort()) });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.locator("summary").filter({ hasText: "Edit the rule" }).click();
  await percentOf(page).fill("130");
  await wordsOf(page).getByText("130 % BR").waitFor();
  await eventually(async () => assert.match(await page.getByRole("textbox", { name: "Coverage as JSON" }).inputValue(), /"percent": "130"/));
  await page.getByRole("button", { name: "Undo in the text" }).click();
  await wordsOf(page).getByText("100 % BR").waitFor();
});

test("a form that cannot be fetched is a sentence", async () => {
  const page = await openPage(browser, { prepare: (page) => page.route("**/form-*.js", (route) => route.abort()) });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.locator("summary").filter({ hasText: "Edit the rule" }).click();
  await page.getByText("This view could not be loaded.").waitFor();
});

test("a reload keeps what the form changed", async () => {
  const page = await openRule(brss("100"));
  await percentOf(page).fill("175");
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
