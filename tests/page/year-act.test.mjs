// An act of the year in the Act view: what it has there, how it goes back, and which of the year it is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseDocument, dropFiles, eventually, file, openExampleAct, startBrowser, unfoldAct } from "./browser.mjs";
import { cellsOf, exampleText, exampleYear, field, ofYear, openActs, openYear, paste, plain, rows, showText, totals, yearText } from "./year-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

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
  await eventually(async () => assert.equal(await field(page, "Charged").inputValue(), "500"));
  await page.getByRole("link", { name: "Year" }).click();
  await rows(page).first().getByRole("button", { name: /^Remove / }).click();
  await totals(page).getByText("Of 500.00 € charged").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await totals(page).getByText("Of 1,180.00 € charged").waitFor();
});

test("an act that is opened from the year has what it has there, to the cent: each act of the example", async () => {
  const page = await openYear(browser);
  const inYear = [];
  for (const row of await rows(page).all()) inYear.push((await cellsOf(row)).slice(4, 8));
  assert.equal(inYear.length, exampleYear.length);
  await rows(page).first().getByRole("button", { name: /^Open / }).click();
  for (const [index, [charged, ...shares]] of inYear.entries()) {
    await ofYear(page).getByText(`Act ${index + 1} of ${inYear.length} in the year`).waitFor();
    const amounts = page.getByRole("region", { name: "Who pays" });
    await amounts.getByText(`Of ${charged} € charged`).waitFor();
    await eventually(async () => assert.deepEqual((await amounts.locator("dl.shares dd").allInnerTexts()).map(plain), shares, `act ${index + 1}`));
    if (index + 1 < inYear.length) await ofYear(page).getByRole("button", { name: "Next act" }).click();
  }
  assert.deepEqual(page.errors, []);
});

test("an act of the year keeps its counters while it is changed, and is updated in place", async () => {
  const page = await openYear(browser);
  const before = await page.locator("#year-text").count();
  assert.equal(before, 0);
  await page.getByRole("button", { name: "Open A sixth session" }).first().click();
  await ofYear(page).getByText("Computed after the acts before it.").waitFor();
  await page.getByRole("region", { name: "Who pays" }).getByText(/5 of 5 used/).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("button", { name: "Add this act to the year" }).count(), 0));
  const update = ofYear(page).getByRole("button", { name: "Update in the year" });
  await eventually(async () => assert.ok(await update.isDisabled()));
  await field(page, "Charged").fill("71.00");
  await ofYear(page).getByText("Changed here, and not in the year yet").waitFor();
  await update.click();
  await ofYear(page).getByText("Computed after the acts before it.", { exact: true }).waitFor();
  await ofYear(page).getByRole("link", { name: "Back to the table" }).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("Open A sixth session"));
  await eventually(async () => assert.equal(await rows(page).count(), exampleYear.length));
  await showText(page);
  const text = await yearText(page).inputValue();
  const lines = exampleText.split("\n");
  // One line differs: everything else is as it was written.
  assert.deepEqual(text.split("\n").filter((line, index) => line !== lines[index]).map((line) => line.trim()), ['"amounts": { "charged": "71.00", "beneficiary": "claire" }']);
});

test("an act of the year is computed after those before it by the date that the form has", async () => {
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "year", period: { kind: "civil_year" }, max_amount: "100" }] };
  const act = (label, care_date) => ({ label, care_type: "CROWN", care_date, charged: "60", beneficiary: "anne" });
  const page = await openActs(browser, [act("one", "2025-01-01"), act("two", "2025-02-01"), act("three", "2025-03-01")], rule);
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

test("an act of the year says which acts before it do not count", async () => {
  const act = (label, care_date, charged) => ({ label, care_type: "CROWN", care_date, charged, beneficiary: "anne" });
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "year", period: { kind: "civil_year" }, max_amount: "100" }] };
  const page = await openActs(browser, [act("one", "2025-01-01", "sixty"), act("two", "2025-02-01", "60"), act("three", "2025-03-01", "sixty")], rule);
  await page.getByRole("button", { name: "Open two" }).click();
  await ofYear(page).getByText("1 act before this one cannot be computed, so what it uses of the limits is not counted.").waitFor();
  await field(page, "Date of care").fill("2024-12-31");
  await ofYear(page).getByText("cannot be computed").waitFor({ state: "detached" });
});

test("an act of the year is detached, added as another, and is none of another year", async () => {
  const act = (label, care_date) => ({ label, care_type: "CROWN", care_date, charged: "60", beneficiary: "anne" });
  const rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "year", period: { kind: "civil_year" }, max_amount: "100" }] };
  const page = await openActs(browser, [act("one", "2025-01-01"), act("two", "2025-02-01")], rule);
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
  await eventually(async () => assert.equal(await ofYear(page).count(), 0));
  await page.getByRole("button", { name: "Add this act to the year" }).waitFor();
  await page.getByRole("link", { name: "Year" }).click();
  await page.getByRole("button", { name: "Open two" }).click();
  await dropFiles(page, file("other.json", [act("other", "2025-05-05")]));
  await page.getByText("The acts of a year are loaded: other.json.").waitFor();
  await eventually(async () => assert.equal(await ofYear(page).count(), 0));
});

test("an act of the year is followed while the text of the acts is changed by hand", async () => {
  const act = (label) => ({ label, care_type: "CROWN", charged: "60" });
  const page = await openActs(browser, [act("one"), act("two")]);
  await page.getByRole("button", { name: "Open two" }).click();
  await page.getByRole("link", { name: "Year", exact: true }).click();
  await showText(page);
  const text = yearText(page);
  const which = async (list) => {
    await text.fill(JSON.stringify(list));
    await rows(page).nth(list.length - 1).waitFor();
    await page.getByRole("link", { name: "Act", exact: true }).click();
    await page.getByRole("heading", { name: "The act", exact: true }).waitFor();
    const words = (await ofYear(page).count()) === 0 ? null : plain(await ofYear(page).locator("p").first().innerText());
    await page.getByRole("link", { name: "Year", exact: true }).click();
    return words;
  };
  await eventually(async () => assert.match(await which([act("zero"), act("one"), act("two")]), /^Act 3 of 3 in the year: two/));
  await eventually(async () => assert.match(await which([act("zero"), act("one"), { ...act("two"), charged: "61" }]), /^Act 3 of 3 in the year: two Changed here/));
  // Through texts that are no list.
  await text.fill("[{");
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await text.fill("[{}");
  await eventually(async () => assert.match(await which([act("new"), act("zero"), act("one"), { ...act("two"), charged: "61" }]), /^Act 4 of 4 in the year: two/));
  await eventually(async () => assert.equal(await which([act("zero"), act("one")]), null));
});

test("another year and another example are none of the act's, however they come", async () => {
  const act = (label) => ({ label, care_type: "CROWN", charged: "60" });
  const page = await openActs(browser, [act("one"), act("two")]);
  const open = async (name) => {
    await page.getByRole("link", { name: "Year", exact: true }).click();
    await page.getByRole("button", { name: `Open ${name}` }).first().click();
    await ofYear(page).waitFor();
  };
  await open("two");
  await paste(page, JSON.stringify([act("three"), act("four")]));
  await page.getByText("The acts of a year are loaded").waitFor();
  await eventually(async () => assert.equal(await ofYear(page).count(), 0));
  await open("four");
  await chooseDocument(page, "Individual coverage");
  await page.getByText("The example is loaded").waitFor();
  await page.getByRole("link", { name: "Act", exact: true }).click();
  await page.getByRole("heading", { name: "The act", exact: true }).waitFor();
  await eventually(async () => assert.equal(await ofYear(page).count(), 0));
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
  const page = await openActs(browser, acts);
  for (const name of ["act 0", "act 1"]) {
    await page.getByRole("link", { name: "Year", exact: true }).click();
    await page.getByRole("button", { name: `Open ${name}` }).click();
    await ofYear(page).getByText(name).waitFor();
    await unfoldAct(page);
    await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Teeth" }).inputValue(), "11"));
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
