// The Year view: acts in the order of their dates, limits filling up, totals, and what stands in the way.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, dropFiles, eventually, file, openExample, openPage, smallCoverage, startBrowser, writeText } from "./browser.mjs";
import { cellsOf, exampleYear, importOf, labelsOf, limits, openActs, openYear, plain, rowOf, rows, showText, totals, yearText } from "./year-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("the example year: from nothing to rows, totals and limits", async () => {
  const page = await openYear(browser);
  assert.match(page.url(), /#year$/);
  await totals(page).getByText("Of 6,641.64 € charged, the Sécu pays 726.64 € and the coverage 2,559.51 €. Out of pocket: 3,355.49 €.").waitFor();
  await eventually(async () => assert.equal(await rows(page).count(), exampleYear.length));
  await eventually(async () => assert.deepEqual(await cellsOf(rowOf(page, "the canine 13")), [
    "04/03/2025", "A ceramic crown on the canine 13DENTAL_PROSTHETICS_VISIBLE_TEETHOpenDuplicateRemove", "claire", "", "680.00", "72.00 €", "288.00 €", "320.00 €",
    "dental_prosthetics576.00 € of 1,500.00 €",
  ]));
  await eventually(async () => assert.match((await cellsOf(rowOf(page, "A sixth session"))).at(-1), /soft_medicine_sessions5 of 5 timesused upless than the rule gives: a limit is reached/));
  await eventually(async () => assert.match((await cellsOf(rowOf(page, "the last of the ceiling"))).at(-1), /1,500\.00 € of 1,500\.00 €used up/));
  await eventually(async () => {
    const filled = (await limits(page).getByRole("listitem").allInnerTexts()).map(plain);
    assert.ok(filled.includes("dental_prosthetics · claire, civil year 2025 1,500.00 € of 1,500.00 € used up"));
    assert.ok(filled.includes("hospital_comfort_days · claire, civil year 2025 2 of 60 days"));
    assert.ok(filled.includes("soft_medicine_sessions · claire, civil year 2026 1 of 5 times"));
    assert.deepEqual(page.errors, []);
  });
});

test("acts stand in the order of their dates, those without a date last", async () => {
  const act = (label, care_date) => ({ label, act: { care_type: "CROWN", ...(care_date && { care_date }) }, amounts: { charged: "0.1" } });
  const page = await openActs(browser, [act("none"), act("late", "2025-12-31"), act("early", "2025-01-01"), act("also early", "2025-01-01")]);
  await rows(page).first().waitFor();
  await eventually(async () => assert.deepEqual(await labelsOf(page), ["early", "also early", "late", "none"]));
  await totals(page).getByText("Of 0.40 € charged").waitFor();
});

test("a limit fills up per ear, in a rolling period", async () => {
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "aids", period: { kind: "rolling_months", months: 48 }, max_amount: 1700, scope: "ear" }] };
  const act = (care_date, side) => ({ care_type: "CROWN", care_date, charged: "1000", beneficiary: "anne", side });
  const page = await openActs(browser, [act("2020-01-01", "left"), act("2021-01-01", "left"), act("2021-01-01", "right"), act("2024-06-01", "left")], rule);
  await rows(page).first().waitFor();
  await eventually(async () => {
    const uses = (await rows(page).locator("td:last-child").allInnerTexts()).map(plain);
    assert.deepEqual(uses.map((use) => use.replace(" less than the rule gives: a limit is reached", "")), [
      "aids 1,000.00 € of 1,700.00 €", "aids 1,700.00 € of 1,700.00 € used up", "aids 1,000.00 € of 1,700.00 €", "aids 1,700.00 € of 1,700.00 € used up",
    ]);
  });
  await limits(page).getByText("anne, left, any 48 months").waitFor();
  await limits(page).getByText("anne, right, any 48 months").waitFor();
});

test("each wrong act has its errors at its row; the others are computed", async () => {
  const good = { act: { care_type: "CROWN" }, amounts: { charged: "100" } };
  const page = await openActs(browser, [
    good, { ...good, label: "wrong", amounts: { charged: "1,5", quantity: "-1" } }, { label: "free", act: { care_type: "CROWN" } }, 7, { label: "unknown", act: { care_type: "NOPE" }, amounts: { charged: "5" } },
    { label: "uncovered", act: { care_type: "LENS" }, amounts: { charged: "5" } },
  ]);
  await rowOf(page, "wrong").getByText("Expected a decimal such as 18.65").waitFor();
  await eventually(async () => assert.equal(await rowOf(page, "wrong").getByRole("listitem").count(), 2));
  await rowOf(page, "free").getByText("What was charged is missing.").waitFor();
  await rowOf(page, "Entry 4").getByText("This entry is no act").waitFor();
  await rowOf(page, "unknown").getByText("NOPE is not in the catalogue.").waitFor();
  await rowOf(page, "uncovered").getByText("Not covered").waitFor();
  await totals(page).getByText("Of 100.00 € charged").waitFor();
  await totals(page).getByText("5 acts are not in these sums").waitFor();
});

test("what a rule lacks, another system's rule and a broken one are told at the row", async () => {
  const acts = [{ act: { care_type: "CROWN" }, amounts: { charged: "100" } }];
  const missing = await openActs(browser, acts, { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "x", period: { kind: "civil_year" }, max_amount: "5" }] });
  await rows(missing).getByText("Not given: beneficiary and date of care").waitFor();
  await rows(await openActs(browser, acts, { table: 1 })).getByText("The rule is another system's: not computed").waitFor();
  const broken = await openActs(browser, acts, { components: [] });
  await rows(broken).getByText("The rule of the guarantee has errors").waitFor();
});

test("each state has its way on: nothing loaded, no coverage, one that cannot be read, a stale one", async () => {
  const page = await openPage(browser, { fragment: "#year" });
  await page.getByText("Load the acts of a member or a family").waitFor();
  await chooseFiles(page, file("acts.json", exampleYear));
  await page.getByText("The acts are here. Load a catalogue and a coverage").waitFor();
  await page.getByRole("button", { name: "Load the example", exact: true }).click();
  await totals(page).waitFor();
  await page.getByRole("link", { name: "Coverage" }).click();
  await writeText(page, "{");
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await page.getByRole("link", { name: "Year" }).click();
  await page.getByText("This is what the coverage before pays.").waitFor();
  await page.reload();
  await page.getByText("The coverage that is loaded cannot be read.").waitFor();
});

test("two tabs keep their own year", async () => {
  const context = await browser.context();
  const saved = (page) => page.waitForTimeout(400);
  const first = await openYear(browser, { context });
  await saved(first);
  const second = await openPage(browser, { context, fragment: "#year" });
  await rows(second).first().waitFor();
  await second.getByRole("button", { name: "Empty the year" }).click();
  await second.getByText("Load the acts of a member or a family").waitFor();
  await saved(second);
  await first.reload();
  await rows(first).nth(exampleYear.length - 1).waitFor();
  await second.reload();
  await second.getByText("Load the acts of a member or a family").waitFor();
});

test("a large year stays fast", async (t) => {
  const page = await openYear(browser);
  const many = Array.from({ length: 50 }, () => exampleYear).flat();
  await dropFiles(page, file("many.json", many));
  await page.getByText("1,050 acts").waitFor();
  const time = await page.evaluate(async () => {
    const redrawn = () => new Promise((resolve) => setTimeout(resolve));
    const theme = document.querySelector(".page-header select");
    const started = performance.now();
    theme.dispatchEvent(new Event("change"));
    await redrawn();
    return performance.now() - started;
  });
  await eventually(async () => assert.equal(await rows(page).count(), 50));
  await page.getByRole("button", { name: "Show 200 more" }).click();
  await rows(page).nth(249).waitFor();
  t.diagnostic(`1,050 acts drawn again in ${Math.round(time)} ms`);
});

test("of very many acts under a rolling limit, the amounts and the limits at the end are right", async () => {
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "rolling", period: { kind: "rolling_months", months: 12 }, max_amount: 1500 }] };
  const acts = Array.from({ length: 2_000 }, () => ({ care_type: "CROWN", care_date: "2024-01-01", charged: "1", beneficiary: "anne" }));
  const page = await openActs(browser, acts, rule);
  await totals(page).getByText("Of 2,000.00 € charged, the Sécu pays 0.00 € and the coverage 1,500.00 €.").waitFor();
  await limits(page).getByText("1,500.00 € of 1,500.00 €").waitFor();
  await page.getByText("These are too many acts to show how each of them fills the limits").waitFor();
  await eventually(async () => assert.equal(await rows(page).count(), 50));
  assert.deepEqual(page.errors, []);
  // Fewer have them again.
  await dropFiles(page, file("acts.json", acts.slice(0, 20)));
  await rows(page).first().getByText("1.00 € of 1,500.00 €", { exact: true }).waitFor();
  await eventually(async () => assert.equal(await page.getByText("These are too many acts").count(), 0));
});

test("the same year under the coverage as it was loaded: who gets more, who less, and for which acts", async () => {
  const acts = [["anne", "2025-01-01", "CROWN"], ["paul", "2025-02-01", "SCALING"]].map(([beneficiary, care_date, care_type]) => ({ care_type, care_date, charged: "100", beneficiary }));
  const rule = { components: [{ kind: "actual_costs", percent: "50" }] };
  const page = await openActs(browser, acts, rule);
  const card = page.getByRole("region", { name: "The same year under another version" });
  await card.getByText("There is no other version yet").waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  const coverage = smallCoverage({ include_care_types: ["CROWN"] });
  coverage.guarantees[0].coverage_rule = { components: [{ kind: "actual_costs", percent: "80" }] };
  await writeText(page, JSON.stringify(coverage));
  await page.getByRole("link", { name: "Year", exact: true }).click();
  await card.getByRole("combobox", { name: "Compare with" }).selectOption({ label: "The coverage as it was loaded" });
  await card.getByText("The coverage in hand pays 80.00 € for these acts, less than the 100.00 € of the other version.").waitFor();
  const cells = async (table) => (await card.getByRole("table").nth(table).locator("tbody tr").allInnerTexts()).map((row) => plain(row.replaceAll("\t", " ")));
  await eventually(async () => assert.deepEqual(await cells(0), [
    "anne 50.00 € 80.00 € +30.00 € better off", "paul 50.00 € 0.00 € −50.00 € worse off", "All together 100.00 € 80.00 € −20.00 € worse off",
  ]));
  await eventually(async () => assert.deepEqual(await cells(1), ["1 Jan 2025 · Couronne 50.00 € 80.00 € +30.00 € more", "1 Feb 2025 · Détartrage 50.00 € 0.00 € −50.00 € less"]));
  assert.deepEqual(page.errors, []);
});

test("the year is for everyone: axe, both themes, all widths", async (t) => {
  await assertForEveryone(t, browser, [
    ["nothing loaded", (options) => openPage(browser, { fragment: "#year", ...options })],
    ["nothing but a coverage", async (options) => {
      const page = await openExample(browser, options);
      await page.getByRole("link", { name: "Year", exact: true }).click();
      await page.getByText("Load the acts of a member or a family").waitFor();
      return page;
    }],
    ["the example", (options) => openYear(browser, options)],
    ["a table that is imported", async (options) => {
      const page = await openYear(browser, options);
      await page.getByRole("button", { name: "Import a table…" }).click();
      await importOf(page).getByRole("textbox").fill("Date;Acte;Montant;N° de sinistre\n12/03/2025;OSTEOPATHY;60,50;S-1\nhier;NOPE;x;");
      await importOf(page).getByRole("listitem").first().waitFor();
      return page;
    }],
    ["under another version", async (options) => {
      const page = await openYear(browser, options);
      await page.evaluate(() => (location.hash = "compare"));
      await page.getByRole("button", { name: "Compare the example with an edited version of it" }).click();
      await page.evaluate(() => (location.hash = "year"));
      await page.getByRole("combobox", { name: "Compare with" }).selectOption("other");
      await page.getByRole("heading", { name: /paid otherwise$/ }).waitFor();
      return page;
    }],
    ["errors", async (options) => {
      const page = await openActs(browser, [{ label: "wrong", act: { care_type: "CROWN" }, amounts: { charged: "x" } }, 7, { act: { care_type: "LENS" }, amounts: { charged: "5" } }], undefined, options);
      await rowOf(page, "wrong").waitFor();
      return page;
    }],
    ["broken text", async (options) => {
      const page = await openYear(browser, options);
      await showText(page);
      await yearText(page).fill("[");
      await page.getByText("This is not valid JSON yet").first().waitFor();
      return page;
    }],
  ]);
});
