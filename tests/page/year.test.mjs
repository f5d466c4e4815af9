// The Year view: acts in the order of their dates, limits filling up, totals, and what stands in the way.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, dropFiles, file, openExample, openExampleAct, openPage, smallCatalog, smallCoverage, startBrowser, unfoldAct, writeText, chooseDocument } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const exampleYear = JSON.parse(await readFile(new URL("../../examples/year.json", import.meta.url), "utf8"));
const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
const totals = (page) => page.getByRole("region", { name: "Together" });
const limits = (page) => page.getByRole("region", { name: "Limits at the end" });
const rows = (page) => page.locator(".year-acts tbody tr");
const rowOf = (page, words) => rows(page).filter({ hasText: words });
/** What each cell says, or the field in it has. */
const cellsOf = (row) =>
  row.locator("th, td").evaluateAll((cells) =>
    cells.map((cell) => {
      const [value] = [...cell.querySelectorAll("input")].map((input) => input.value);
      const copy = cell.cloneNode(true);
      for (const other of copy.querySelectorAll("label, .combobox-popup, .note")) other.remove();
      return [copy.textContent, cell.matches("th") ? undefined : value].filter(Boolean).join(" ").replaceAll(/\s+/g, " ").trim();
    }),
  );

async function openYear(options = {}) {
  const page = await openPage(browser, { fragment: "#year", ...options });
  await page.getByRole("button", { name: "Load the example year" }).click();
  await totals(page).waitFor();
  return page;
}

/** Text that is pasted into no field. */
function paste(page, text) {
  return page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** The small coverage, with a rule, and these acts. */
async function openActs(acts, rule = { components: [{ kind: "actual_costs", percent: "100" }] }, options = {}) {
  const page = await openPage(browser, { fragment: "#year", ...options });
  const coverage = smallCoverage();
  coverage.guarantees[0].coverage_rule = rule;
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage), file("acts.json", acts));
  return page;
}

test("the example year: from nothing to rows, totals and limits", async () => {
  const page = await openYear();
  assert.match(page.url(), /#year$/);
  await totals(page).getByText("Of 6,641.64 € charged, the Sécu pays 726.64 € and the coverage 2,559.51 €. Out of pocket: 3,355.49 €.").waitFor();
  assert.equal(await rows(page).count(), exampleYear.length);
  assert.deepEqual(await cellsOf(rowOf(page, "the canine 13")), [
    "04/03/2025", "A ceramic crown on the canine 13DENTAL_PROSTHETICS_VISIBLE_TEETHOpenDuplicateRemove", "claire", "", "680.00", "72.00 €", "288.00 €", "320.00 €",
    "dental_prosthetics576.00 € of 1,500.00 €",
  ]);
  assert.match((await cellsOf(rowOf(page, "A sixth session"))).at(-1), /soft_medicine_sessions5 of 5 timesused upless than the rule gives: a limit is reached/);
  assert.match((await cellsOf(rowOf(page, "the last of the ceiling"))).at(-1), /1,500\.00 € of 1,500\.00 €used up/);
  const filled = (await limits(page).getByRole("listitem").allInnerTexts()).map(plain);
  assert.ok(filled.includes("dental_prosthetics · claire, civil year 2025 1,500.00 € of 1,500.00 € used up"));
  assert.ok(filled.includes("hospital_comfort_days · claire, civil year 2025 2 of 60 days"));
  assert.ok(filled.includes("soft_medicine_sessions · claire, civil year 2026 1 of 5 times"));
  assert.deepEqual(page.errors, []);
});

test("acts stand in the order of their dates, those without a date last", async () => {
  const act = (label, care_date) => ({ label, act: { care_type: "CROWN", ...(care_date && { care_date }) }, amounts: { charged: "0.1" } });
  const page = await openActs([act("none"), act("late", "2025-12-31"), act("early", "2025-01-01"), act("also early", "2025-01-01")]);
  await rows(page).first().waitFor();
  assert.deepEqual(await rows(page).locator("th > p:first-child").allInnerTexts(), ["early", "also early", "late", "none"]);
  await totals(page).getByText("Of 0.40 € charged").waitFor();
});

test("a limit fills up per ear, in a rolling period", async () => {
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "aids", period: { kind: "rolling_months", months: 48 }, max_amount: 1700, scope: "ear" }] };
  const act = (care_date, side) => ({ care_type: "CROWN", care_date, charged: "1000", beneficiary: "anne", side });
  const page = await openActs([act("2020-01-01", "left"), act("2021-01-01", "left"), act("2021-01-01", "right"), act("2024-06-01", "left")], rule);
  await rows(page).first().waitFor();
  const uses = (await rows(page).locator("td:last-child").allInnerTexts()).map(plain);
  assert.deepEqual(uses.map((use) => use.replace(" less than the rule gives: a limit is reached", "")), [
    "aids 1,000.00 € of 1,700.00 €", "aids 1,700.00 € of 1,700.00 € used up", "aids 1,000.00 € of 1,700.00 €", "aids 1,700.00 € of 1,700.00 € used up",
  ]);
  await limits(page).getByText("anne, left, any 48 months").waitFor();
  await limits(page).getByText("anne, right, any 48 months").waitFor();
});

test("each wrong act has its errors at its row; the others are computed", async () => {
  const good = { act: { care_type: "CROWN" }, amounts: { charged: "100" } };
  const page = await openActs([
    good, { ...good, label: "wrong", amounts: { charged: "1,5", quantity: "-1" } }, { label: "free", act: { care_type: "CROWN" } }, 7, { label: "unknown", act: { care_type: "NOPE" }, amounts: { charged: "5" } },
    { label: "uncovered", act: { care_type: "LENS" }, amounts: { charged: "5" } },
  ]);
  await rowOf(page, "wrong").getByText("Expected a decimal such as 18.65").waitFor();
  assert.equal(await rowOf(page, "wrong").getByRole("listitem").count(), 2);
  await rowOf(page, "free").getByText("What was charged is missing.").waitFor();
  await rowOf(page, "Entry 4").getByText("This entry is no act").waitFor();
  await rowOf(page, "unknown").getByText("NOPE is not in the catalogue.").waitFor();
  await rowOf(page, "uncovered").getByText("Not covered").waitFor();
  await totals(page).getByText("Of 100.00 € charged").waitFor();
  await totals(page).getByText("5 acts are not in these sums").waitFor();
});

test("what a rule lacks, another system's rule and a broken one are told at the row", async () => {
  const acts = [{ act: { care_type: "CROWN" }, amounts: { charged: "100" } }];
  const missing = await openActs(acts, { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "x", period: { kind: "civil_year" }, max_amount: "5" }] });
  await rows(missing).getByText("Not given: beneficiary and date of care").waitFor();
  await rows(await openActs(acts, { table: 1 })).getByText("The rule is another system's: not computed").waitFor();
  const broken = await openActs(acts, { components: [] });
  await rows(broken).getByText("The rule of the guarantee has errors").waitFor();
});

test("files, drops and pastes are recognised", async () => {
  const page = await openExample(browser, { fragment: "#year" });
  await dropFiles(page, file("famille.json", exampleYear.slice(0, 2)));
  await page.getByText("The acts of a year are loaded: famille.json.").waitFor();
  assert.equal(await rows(page).count(), 2);
  await chooseDocument(page, "Paste…");
  await page.getByRole("dialog").getByRole("textbox").fill(JSON.stringify(exampleYear.slice(0, 3)));
  await page.getByRole("dialog").getByRole("button", { name: "Load" }).click();
  await rows(page).nth(2).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  assert.equal(await rows(page).count(), 2);
  await dropFiles(page, file("broken.json", "[1,"));
  await page.getByRole("alert", { name: "Message" }).getByText("broken.json is not valid JSON.").waitFor();
  assert.equal(await rows(page).count(), 2);
});

test("an act comes from the Act view, goes back there, and is removed", async () => {
  const page = await openExampleAct(browser, "on a visible canine");
  await page.getByRole("button", { name: "Add this act to the year" }).click();
  await page.getByText("Added: the year has 1 act now.").waitFor();
  await field(page, "Charged").fill("500");
  await page.getByRole("button", { name: "Add this act to the year" }).click();
  await page.getByText("Added: the year has 2 acts now.").waitFor();
  await page.getByRole("link", { name: "Year" }).click();
  await totals(page).getByText("Of 1,180.00 € charged").waitFor();
  await rows(page).nth(1).getByRole("button", { name: /^Open / }).click();
  assert.match(page.url(), /#act$/);
  assert.equal(await field(page, "Charged").inputValue(), "500");
  await page.getByRole("link", { name: "Year" }).click();
  await rows(page).first().getByRole("button", { name: /^Remove / }).click();
  await totals(page).getByText("Of 500.00 € charged").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await totals(page).getByText("Of 1,180.00 € charged").waitFor();
});

test("the text of the acts answers while typing, and is kept when it is broken", async () => {
  const page = await openYear();
  await page.locator("summary").filter({ hasText: "The text of the acts" }).click();
  const text = page.getByRole("textbox", { name: "The acts as JSON" });
  await text.fill('[{ "care_type": "OSTEOPATHY", "charged": "60" }');
  await page.getByText("This is not valid JSON yet").waitFor();
  await page.reload();
  assert.equal(await text.inputValue(), '[{ "care_type": "OSTEOPATHY", "charged": "60" }');
  await text.fill("{}");
  await page.getByText("This should be a list of acts").waitFor();
  await text.fill("[]");
  await page.getByText("No acts yet.").waitFor();
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
  await page.getByText("This is not valid JSON yet").waitFor();
  await page.getByRole("link", { name: "Year" }).click();
  await page.getByText("This is what the coverage before pays.").waitFor();
  await page.reload();
  await page.getByText("The coverage that is loaded cannot be read.").waitFor();
});

test("two tabs keep their own year", async () => {
  const context = await browser.context();
  const saved = (page) => page.waitForTimeout(400);
  const first = await openYear({ context });
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

test("the year by keyboard alone", async () => {
  const page = await openYear();
  const tabTo = async (label) => {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent)).trim() === label) return;
    }
    assert.fail(`no way to ${label} by Tab`);
  };
  await page.getByRole("main").focus();
  await tabTo("Remove First session with the osteopath");
  await page.keyboard.press("Enter");
  await page.getByText("Removed: First session with the osteopath.").waitFor();
  assert.match((await cellsOf(rowOf(page, "Second session"))).at(-1), /1 of 5 times/);
  await tabTo("Open A ceramic crown on the canine 13 in the Act view");
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Who pays" }).waitFor();
});

test("a large year stays fast", async (t) => {
  const page = await openYear();
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
  assert.equal(await rows(page).count(), 50);
  await page.getByRole("button", { name: "Show 200 more" }).click();
  await rows(page).nth(249).waitFor();
  t.diagnostic(`1,050 acts drawn again in ${Math.round(time)} ms`);
});

test("of very many acts under a rolling limit, the amounts and the limits at the end are right", async () => {
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "rolling", period: { kind: "rolling_months", months: 12 }, max_amount: 1500 }] };
  const acts = Array.from({ length: 2_000 }, () => ({ care_type: "CROWN", care_date: "2024-01-01", charged: "1", beneficiary: "anne" }));
  const page = await openActs(acts, rule);
  await totals(page).getByText("Of 2,000.00 € charged, the Sécu pays 0.00 € and the coverage 1,500.00 €.").waitFor();
  await limits(page).getByText("1,500.00 € of 1,500.00 €").waitFor();
  await page.getByText("These are too many acts to show how each of them fills the limits").waitFor();
  assert.equal(await rows(page).count(), 50);
  assert.deepEqual(page.errors, []);
  // Fewer have them again.
  await dropFiles(page, file("acts.json", acts.slice(0, 20)));
  await rows(page).first().getByText("1.00 € of 1,500.00 €", { exact: true }).waitFor();
  assert.equal(await page.getByText("These are too many acts").count(), 0);
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
    ["the example", openYear],
    ["a table that is imported", async (options) => {
      const page = await openYear(options);
      await page.getByRole("button", { name: "Import a table…" }).click();
      await importOf(page).getByRole("textbox").fill("Date;Acte;Montant;N° de sinistre\n12/03/2025;OSTEOPATHY;60,50;S-1\nhier;NOPE;x;");
      await importOf(page).getByRole("listitem").first().waitFor();
      return page;
    }],
    ["under another version", async (options) => {
      const page = await openYear(options);
      await page.evaluate(() => (location.hash = "compare"));
      await page.getByRole("button", { name: "Compare the example with an edited version of it" }).click();
      await page.evaluate(() => (location.hash = "year"));
      await page.getByRole("combobox", { name: "Compare with" }).selectOption("other");
      await page.getByRole("heading", { name: /paid otherwise$/ }).waitFor();
      return page;
    }],
    ["errors", async (options) => {
      const page = await openActs([{ label: "wrong", act: { care_type: "CROWN" }, amounts: { charged: "x" } }, 7, { act: { care_type: "LENS" }, amounts: { charged: "5" } }], undefined, options);
      await rowOf(page, "wrong").waitFor();
      return page;
    }],
    ["broken text", async (options) => {
      const page = await openYear(options);
      await page.locator("summary").filter({ hasText: "The text of the acts" }).click();
      await page.getByRole("textbox", { name: "The acts as JSON" }).fill("[");
      await page.getByText("This is not valid JSON yet").waitFor();
      return page;
    }],
  ]);
});

test("the text of the acts keeps the focus while it turns invalid and valid again", async () => {
  const page = await openActs([{ care_type: "CROWN", charged: "10" }]);
  await rows(page).first().waitFor();
  await page.locator("summary").filter({ hasText: "The text of the acts" }).click();
  const text = page.getByRole("textbox", { name: "The acts as JSON" });
  await text.fill("[]");
  await text.press("End");
  await page.keyboard.type("x", { delay: 30 });
  await page.getByText("This is not valid JSON yet").waitFor();
  await page.keyboard.type("y", { delay: 30 });
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.getByText("No acts yet.").waitFor();
  await page.keyboard.type(" ");
  assert.equal(await text.inputValue(), "[] ");
  assert.deepEqual(page.errors, []);
});

test("an edited year says so, and an act is not removed by its place in an older text", async () => {
  const page = await openActs([{ label: "one", care_type: "CROWN", charged: "10" }, { label: "two", care_type: "CROWN", charged: "20" }]);
  await page.getByRole("main").getByText("acts.json", { exact: true }).waitFor();
  await page.locator("summary").filter({ hasText: "The text of the acts" }).click();
  const text = page.getByRole("textbox", { name: "The acts as JSON" });
  // In one task: what is typed is read in the next one.
  await text.evaluate((area) => {
    area.value = '[{ "label": "new", "care_type": "CROWN", "charged": "5" }, { "label": "one", "care_type": "CROWN", "charged": "10" }]';
    area.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector('[aria-label="Remove one"]').click();
  });
  await rows(page).nth(1).waitFor();
  assert.deepEqual(await rows(page).locator("th > p:first-child").allInnerTexts(), ["new", "one"]);
  await page.getByRole("button", { name: "Remove one" }).click();
  assert.deepEqual(await rows(page).locator("th > p:first-child").allInnerTexts(), ["new"]);
  await page.getByRole("main").getByText("acts.json, edited", { exact: true }).waitFor();
});

test("removing an act leaves the focus in the table, and after the last one on what is there instead", async () => {
  const act = (label, care_date) => ({ label, care_type: "CROWN", care_date, charged: "10" });
  const page = await openActs([act("late", "2025-03-01"), act("early", "2025-01-01"), act("middle", "2025-02-01")]);
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  await page.getByRole("button", { name: "Remove early" }).press("Enter");
  assert.equal(await focused(), "Remove middle");
  await page.getByRole("button", { name: "Remove late" }).press("Enter");
  assert.equal(await focused(), "Remove middle");
  await page.keyboard.press("Enter");
  await page.getByText("No acts yet.").waitFor();
  assert.match(await focused(), /^No acts yet\./);
});

const ofYear = (page) => page.getByRole("region", { name: "Act of the year" });
const field = (page, name) => page.getByRole("textbox", { name, exact: true });

test("an act that is opened from the year has what it has there, to the cent: each act of the example", async () => {
  const page = await openYear();
  const inYear = [];
  for (const row of await rows(page).all()) inYear.push((await cellsOf(row)).slice(4, 8));
  assert.equal(inYear.length, exampleYear.length);
  await rows(page).first().getByRole("button", { name: /^Open / }).click();
  for (const [index, [charged, ...shares]] of inYear.entries()) {
    await ofYear(page).getByText(`Act ${index + 1} of ${inYear.length} in the year`).waitFor();
    const amounts = page.getByRole("region", { name: "Who pays" });
    await amounts.getByText(`Of ${charged} € charged`).waitFor();
    assert.deepEqual((await amounts.locator("dl.shares dd").allInnerTexts()).map(plain), shares, `act ${index + 1}`);
    if (index + 1 < inYear.length) await ofYear(page).getByRole("button", { name: "Next act" }).click();
  }
  assert.deepEqual(page.errors, []);
});

test("an act of the year keeps its counters while it is changed, and is updated in place", async () => {
  const page = await openYear();
  const before = await page.locator("#year-text").count();
  assert.equal(before, 0);
  await page.getByRole("button", { name: "Open A sixth session" }).first().click();
  await ofYear(page).getByText("Computed after the acts before it.").waitFor();
  await page.getByRole("region", { name: "Who pays" }).getByText(/5 of 5 used/).waitFor();
  assert.equal(await page.getByRole("button", { name: "Add this act to the year" }).count(), 0);
  const update = ofYear(page).getByRole("button", { name: "Update in the year" });
  assert.ok(await update.isDisabled());
  await field(page, "Charged").fill("71.00");
  await ofYear(page).getByText("Changed here, and not in the year yet").waitFor();
  await update.click();
  await ofYear(page).getByText("Computed after the acts before it.", { exact: true }).waitFor();
  await ofYear(page).getByRole("link", { name: "Back to the table" }).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Open A sixth session"));
  assert.equal(await rows(page).count(), exampleYear.length);
  await page.locator("summary").filter({ hasText: "The text of the acts" }).click();
  const text = await page.getByRole("textbox", { name: "The acts as JSON" }).inputValue();
  const original = await readFile(new URL("../../examples/year.json", import.meta.url), "utf8");
  const lines = original.split("\n");
  // One line differs: everything else is as it was written.
  assert.deepEqual(text.split("\n").filter((line, index) => line !== lines[index]).map((line) => line.trim()), ['"amounts": { "charged": "71.00", "beneficiary": "claire" }']);
});

test("an act of the year is computed after those before it by the date that the form has", async () => {
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "year", period: { kind: "civil_year" }, max_amount: "100" }] };
  const act = (label, care_date) => ({ label, care_type: "CROWN", care_date, charged: "60", beneficiary: "anne" });
  const page = await openActs([act("one", "2025-01-01"), act("two", "2025-02-01"), act("three", "2025-03-01")], rule);
  await page.getByRole("button", { name: "Open three" }).click();
  const pays = page.getByRole("region", { name: "Who pays" });
  await pays.getByText("the coverage 0.00 €").waitFor();
  await pays.getByText("100.00 of 100.00 € used").waitFor();
  await field(page, "Date of care").fill("2025-01-15");
  await pays.getByText("60.00 of 100.00 € used").waitFor();
  await field(page, "Date of care").fill("2024-12-31");
  await pays.getByText("0.00 of 100.00 € used").waitFor();
  await ofYear(page).getByRole("button", { name: "Update in the year" }).click();
  await ofYear(page).getByText("Act 1 of 3 in the year").waitFor();
});

test("an act of the year is detached, added as another, and is none of another year", async () => {
  const act = (label, care_date) => ({ label, care_type: "CROWN", care_date, charged: "60", beneficiary: "anne" });
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "year", period: { kind: "civil_year" }, max_amount: "100" }] };
  const page = await openActs([act("one", "2025-01-01"), act("two", "2025-02-01")], rule);
  const pays = page.getByRole("region", { name: "Who pays" });
  await page.getByRole("button", { name: "Open two" }).click();
  await pays.getByText("60.00 of 100.00 € used").waitFor();
  await field(page, "Charged").fill("10");
  await ofYear(page).getByRole("button", { name: "Add as another act" }).click();
  await ofYear(page).getByText("Act 3 of 3 in the year").waitFor();
  await pays.getByText("100.00 of 100.00 € used").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await ofYear(page).getByText("Act 2 of 2 in the year").waitFor();
  await page.reload();
  await ofYear(page).getByText("Act 2 of 2 in the year").waitFor();
  // Taken out before it in the list, it is still the same act.
  await page.getByRole("link", { name: "Year" }).click();
  await page.getByRole("button", { name: "Remove one" }).click();
  await page.getByRole("link", { name: "Act", exact: true }).click();
  await ofYear(page).getByText("Act 1 of 1 in the year").waitFor();
  await pays.getByText("0.00 of 100.00 € used").waitFor();
  await ofYear(page).getByRole("button", { name: "Detach" }).click();
  assert.equal(await ofYear(page).count(), 0);
  await page.getByRole("button", { name: "Add this act to the year" }).waitFor();
  await page.getByRole("link", { name: "Year" }).click();
  await page.getByRole("button", { name: "Open two" }).click();
  await dropFiles(page, file("other.json", [act("other", "2025-05-05")]));
  await page.getByText("The acts of a year are loaded: other.json.").waitFor();
  assert.equal(await ofYear(page).count(), 0);
});

test("an act of the year is followed while the text of the acts is changed by hand", async () => {
  const act = (label) => ({ label, care_type: "CROWN", charged: "60" });
  const page = await openActs([act("one"), act("two")]);
  await page.getByRole("button", { name: "Open two" }).click();
  await page.getByRole("link", { name: "Year", exact: true }).click();
  await page.locator("summary").filter({ hasText: "The text of the acts" }).click();
  const text = page.getByRole("textbox", { name: "The acts as JSON" });
  const which = async (list) => {
    await text.fill(JSON.stringify(list));
    await rows(page).nth(list.length - 1).waitFor();
    await page.getByRole("link", { name: "Act", exact: true }).click();
    await page.getByRole("heading", { name: "The act", exact: true }).waitFor();
    const words = (await ofYear(page).count()) === 0 ? null : plain(await ofYear(page).locator("p").first().innerText());
    await page.getByRole("link", { name: "Year", exact: true }).click();
    return words;
  };
  assert.match(await which([act("zero"), act("one"), act("two")]), /^Act 3 of 3 in the year: two/);
  assert.match(await which([act("zero"), act("one"), { ...act("two"), charged: "61" }]), /^Act 3 of 3 in the year: two Changed here/);
  // Through texts that are no list.
  await text.fill("[{");
  await page.getByText("This is not valid JSON yet").waitFor();
  await text.fill("[{}");
  assert.match(await which([act("new"), act("zero"), act("one"), { ...act("two"), charged: "61" }]), /^Act 4 of 4 in the year: two/);
  assert.equal(await which([act("zero"), act("one")]), null);
});

test("another year and another example are none of the act's, however they come", async () => {
  const act = (label) => ({ label, care_type: "CROWN", charged: "60" });
  const page = await openActs([act("one"), act("two")]);
  const open = async (name) => {
    await page.getByRole("link", { name: "Year", exact: true }).click();
    await page.getByRole("button", { name: `Open ${name}` }).first().click();
    await ofYear(page).waitFor();
  };
  await open("two");
  await paste(page, JSON.stringify([act("three"), act("four")]));
  await page.getByText("The acts of a year are loaded").waitFor();
  assert.equal(await ofYear(page).count(), 0);
  await open("four");
  await chooseDocument(page, "Individual coverage");
  await page.getByText("The example is loaded").waitFor();
  await page.getByRole("link", { name: "Act", exact: true }).click();
  await page.getByRole("heading", { name: "The act", exact: true }).waitFor();
  assert.equal(await ofYear(page).count(), 0);
});

test("a first look at an act of the year is the Act view: added there, and after a reload", async () => {
  const page = await openExampleAct(browser, "ceramic");
  await page.getByRole("button", { name: "Add this act to the year" }).click();
  await page.getByText("Added: the year has 1 act now.").waitFor();
  await page.getByRole("link", { name: "Year", exact: true }).click();
  await rows(page).first().getByRole("button", { name: /^Open/ }).click();
  await ofYear(page).getByText("Act 1 of 1 in the year").waitFor();
  await page.waitForTimeout(400);
  await page.reload();
  await ofYear(page).getByText("Act 1 of 1 in the year").waitFor();
  await page.getByRole("button", { name: "How this works" }).click();
  await page.getByRole("complementary", { name: "How this works" }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("what an act has that the form cannot show costs nothing of the work, and is left in the year", async () => {
  const acts = ["11", 11].map((teeth, index) => ({ label: `act ${index}`, act: { care_type: "CROWN", teeth, "x-tags": ["a"] }, amounts: { charged: "60" } }));
  const page = await openActs(acts);
  for (const name of ["act 0", "act 1"]) {
    await page.getByRole("link", { name: "Year", exact: true }).click();
    await page.getByRole("button", { name: `Open ${name}` }).click();
    await ofYear(page).getByText(name).waitFor();
    await unfoldAct(page);
    assert.equal(await page.getByRole("textbox", { name: "Teeth" }).inputValue(), "11");
  }
  await page.waitForTimeout(400);
  await page.reload();
  await ofYear(page).getByText("act 1").waitFor();
  await field(page, "Charged").fill("61");
  await ofYear(page).getByRole("button", { name: "Update in the year" }).click();
  await page.getByText("The act is updated in the year.").waitFor();
  const year = await page.waitForFunction(() => (JSON.parse(sessionStorage.getItem("care-coverage:tab")).year.text.includes("61") ? sessionStorage.getItem("care-coverage:tab") : null));
  assert.deepEqual(JSON.parse(JSON.parse(await year.jsonValue()).year.text)[1], { ...acts[1], amounts: { charged: "61" } });
  assert.deepEqual(page.errors, []);
});

test("an act of the year says which acts before it do not count", async () => {
  const act = (label, care_date, charged) => ({ label, care_type: "CROWN", care_date, charged, beneficiary: "anne" });
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "year", period: { kind: "civil_year" }, max_amount: "100" }] };
  const page = await openActs([act("one", "2025-01-01", "sixty"), act("two", "2025-02-01", "60"), act("three", "2025-03-01", "sixty")], rule);
  await page.getByRole("button", { name: "Open two" }).click();
  await ofYear(page).getByText("1 act before this one cannot be computed, so what it uses of the limits is not counted.").waitFor();
  await field(page, "Date of care").fill("2024-12-31");
  await ofYear(page).getByText("cannot be computed").waitFor({ state: "detached" });
});

test("what is pasted in the year is taken once: a table is imported, JSON is loaded", async () => {
  const page = await openActs([{ label: "first", care_type: "CROWN", charged: "10" }]);
  await rows(page).first().waitFor();
  await paste(page, "Date;Acte;Montant\n12/03/2025;CROWN;60\n");
  await importOf(page).getByText("1 act: all can be read.").waitFor();
  assert.equal(await page.getByRole("alert", { name: "Message" }).count(), 0);
  await importOf(page).getByRole("button", { name: "Cancel" }).click();
  await paste(page, JSON.stringify(exampleYear.slice(0, 3), null, 2));
  await rows(page).nth(2).waitFor();
  assert.equal(await importOf(page).count(), 0);
  assert.deepEqual(page.errors, []);
});

const importOf = (page) => page.getByRole("region", { name: "Import a table of acts" });

test("cells of a spreadsheet become acts: columns are guessed, picked and kept, and what is wrong is grouped", async () => {
  const page = await openActs([{ label: "first", care_type: "CROWN", charged: "10", beneficiary: "anne" }]);
  await rows(page).first().waitFor();
  await page.getByRole("button", { name: "Import a table…" }).click();
  const text = importOf(page).getByRole("textbox");
  assert.ok(await text.evaluate((area) => area === document.activeElement));
  await text.fill([
    "Date des soins\tCode acte\tMontant facturé\tPatient\tN° de sinistre",
    "12/03/2025\tCROWN\t1 234,50 €\tanne\tS-1",
    "13/03/2025\tcouronne\t60\tpaul\tS-2",
    "hier\tCROWN\t60\tpaul\t",
    "avant-hier\tLUNETTES\tsoixante\tpaul\t",
  ].join("\n"));
  const meaning = (heading) => importOf(page).getByRole("combobox", { name: `What ${heading} means` });
  assert.deepEqual(await Promise.all(["Date des soins", "Code acte", "Montant facturé", "Patient", "N° de sinistre"].map((heading) => meaning(heading).inputValue())), [
    "care_date", "care_type", "charged", "beneficiary", "",
  ]);
  const problems = (await importOf(page).getByRole("listitem").allInnerTexts()).map(plain);
  assert.deepEqual(problems, [
    "2 rows: date of care cannot be read Lines 4 and 5: “hier”, “avant-hier”",
    "1 row: what was charged cannot be read Line 5: “soixante”",
    "1 row: the care type is not in the catalogue Line 5: “LUNETTES”",
  ]);
  await importOf(page).getByRole("button", { name: "Add 4 acts to the year" }).click();
  await page.getByText("4 acts are in the year now.").waitFor();
  assert.equal(await rows(page).count(), 5);
  await page.locator("summary").filter({ hasText: "The text of the acts" }).click();
  const year = JSON.parse(await page.getByRole("textbox", { name: "The acts as JSON" }).inputValue());
  assert.deepEqual(year.slice(1, 3), [
    { act: { care_type: "CROWN", care_date: "2025-03-12" }, amounts: { charged: "1234.50", beneficiary: "anne" }, "x-N° de sinistre": "S-1" },
    { act: { care_type: "CROWN", care_date: "2025-03-13" }, amounts: { charged: "60", beneficiary: "paul" }, "x-N° de sinistre": "S-2" },
  ]);
  // What could not be read is at its row, as it was written, and is corrected there.
  const wrong = rows(page).filter({ has: page.locator('input[value="hier"], .bad') }).first();
  await wrong.waitFor();
  assert.deepEqual(page.errors, []);
});

test("a file of a spreadsheet in Windows-1252 that is dropped on the year, without headings, in French", async () => {
  const page = await openPage(browser, { fragment: "#year", context: await browser.context({ locale: "fr-FR" }) });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.getByRole("button", { name: "Importer un tableau…" }).waitFor();
  const bytes = Buffer.from("12/03/2025;D\xe9tartrage;43,20;Zo\xe9\n14/03/2025;CROWN;500;Zo\xe9\n", "latin1");
  const panel = page.getByRole("region", { name: "Importer un tableau d’actes" });
  await page.getByRole("button", { name: "Importer un tableau…" }).click();
  await panel.locator('input[type="file"]').setInputFiles([{ name: "actes.csv", mimeType: "text/csv", buffer: bytes }]);
  assert.equal(await panel.getByRole("checkbox", { name: "La première ligne contient les en-têtes" }).isChecked(), false);
  await panel.getByText("2 actes : tout est lisible.").waitFor();
  await panel.getByRole("combobox", { name: "Ce que veut dire Colonne 4" }).selectOption({ label: "bénéficiaire" });
  await panel.getByRole("button", { name: "Reprendre 2 actes" }).click();
  await rows(page).nth(1).waitFor();
  assert.deepEqual((await cellsOf(rows(page).first())).slice(0, 5).filter((_, column) => column !== 1), ["12/03/2025", "Zoé", "", "43,20"]);
  await dropFiles(page, { name: "autres.csv", buffer: Buffer.from("date;acte;montant\n01/02/2025;CROWN;10\n") });
  await panel.getByRole("button", { name: "Remplacer l’année par 1 acte" }).click();
  await page.getByText("1 acte importé dans l’année.").waitFor();
  assert.equal(await rows(page).count(), 1);
  assert.deepEqual(page.errors, []);
});

test("rows are typed like cells of a sheet: a date moves its row, Enter leads down, and each cell is one step to undo", async () => {
  const act = (label, care_date) => ({ label, act: { care_type: "CROWN", care_date }, amounts: { charged: "60", beneficiary: "anne" } });
  const page = await openActs([act("one", "2025-01-01"), act("two", "2025-02-01"), act("three", "2025-03-01")]);
  const names = () => rows(page).locator("th > p:first-child").allInnerTexts();
  const focused = () => page.evaluate(() => document.activeElement.id);
  await rows(page).nth(2).waitFor();
  await page.getByRole("textbox", { name: "Date, one" }).fill("15/02/2025");
  assert.deepEqual(await names(), ["one", "two", "three"]);
  await page.keyboard.press("Tab");
  assert.deepEqual(await names(), ["two", "one", "three"]);
  assert.ok((await focused()).startsWith("year-type-0") || (await focused()) === "", await focused());
  const charged = page.getByRole("textbox", { name: "Charged, one" });
  await charged.fill("70,50");
  await totals(page).getByText("Of 190.50 € charged").waitFor();
  await charged.press("Enter");
  assert.equal(await focused(), "year-charged-2");
  await page.keyboard.press("Shift+Enter");
  assert.equal(await focused(), "year-charged-0");
  await page.getByRole("textbox", { name: "Beneficiary, three" }).fill("paul");
  await page.keyboard.press("Tab");
  await totals(page).getByRole("row", { name: /^paul/ }).waitFor();
  assert.deepEqual((await totals(page).locator("tbody tr").allInnerTexts()).map((row) => plain(row).split(" ").slice(0, 2)), [["anne", "2"], ["paul", "1"], ["All", "together"]]);
  await page.getByRole("button", { name: "Duplicate three" }).click();
  assert.deepEqual(await names(), ["two", "one", "three", "three"]);
  await page.getByRole("button", { name: "Add an act" }).click();
  await rows(page).nth(4).waitFor();
  assert.equal(await focused(), "year-date-4");
  await rows(page).nth(4).getByText("Choose a care type", { exact: true }).waitFor();
  await page.keyboard.type("5 mars 2025");
  await page.keyboard.press("Tab");
  await page.getByRole("combobox", { name: "Care type, Entry 5" }).fill("verre");
  await page.keyboard.press("Enter");
  await rows(page).filter({ hasText: "What was charged is missing." }).waitFor();
  await page.locator("summary").filter({ hasText: "The text of the acts" }).click();
  const year = JSON.parse(await page.getByRole("textbox", { name: "The acts as JSON" }).inputValue());
  assert.deepEqual(year[4], { act: { care_type: "LENS", care_date: "2025-03-05" }, amounts: {} });
  assert.equal(year[0].amounts.charged, "70.50");
  // Each cell is a step of its own.
  await page.getByRole("main").focus();
  await page.keyboard.press("Control+z");
  await rows(page).filter({ hasText: "Entry 5" }).getByText("Choose a care type", { exact: true }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Date, Entry 5" }).inputValue(), "05/03/2025");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.querySelector("#year-date-4")?.value === "");
  assert.deepEqual(page.errors, []);
});

test("the same year under the coverage as it was loaded: who gets more, who less, and for which acts", async () => {
  const acts = [["anne", "2025-01-01", "CROWN"], ["paul", "2025-02-01", "SCALING"]].map(([beneficiary, care_date, care_type]) => ({ care_type, care_date, charged: "100", beneficiary }));
  const rule = { components: [{ kind: "actual_costs", percent: "50" }] };
  const page = await openActs(acts, rule);
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
  assert.deepEqual(await cells(0), [
    "anne 50.00 € 80.00 € +30.00 € better off", "paul 50.00 € 0.00 € −50.00 € worse off", "All together 100.00 € 80.00 € −20.00 € worse off",
  ]);
  assert.deepEqual(await cells(1), ["1 Jan 2025 · Couronne 50.00 € 80.00 € +30.00 € more", "1 Feb 2025 · Détartrage 50.00 € 0.00 € −50.00 € less"]);
  assert.deepEqual(page.errors, []);
});
