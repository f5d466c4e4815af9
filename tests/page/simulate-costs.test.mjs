// What a file of claims would have cost, under what pays today and under a draft: sums, groups, persons, and the rows that are in no sum.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CareTypeCatalog } from "../../pkg/index.js";
import { chooseFiles, eventually, exampleCatalog, exampleCoverage, file, openExample, openPage, startBrowser } from "./browser.mjs";
import { actsFile, choose, coverage, meaningOf, openSimulate, plain, table } from "./simulate-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Doctors without OPTAM get more, and prevention less. */
const draftPayload = JSON.parse(exampleCoverage);
draftPayload.version = 4;
const changeRule = (name, percents) => {
  const guarantee = draftPayload.guarantees.find((guarantee) => guarantee.name === name);
  guarantee.coverage_rule = { components: [{ kind: "brss_percent", percent: percents }] };
};
changeRule("DOCTORS_NON_OPTAM", "250");
changeRule("DOCTORS_OPTAM", "100");
const draft = new CareTypeCatalog(JSON.parse(exampleCatalog)).compileCoverage(draftPayload);

const HEADER = "person,care_type,care_date,member_age,practitioner,is_optam_or_secteur_1,reimbursed_by_secu,charged,brss,secu_rate_percent,flat_contribution,region";
const visit = (person, isOptam, charged, region) => `${person},SPECIALIST_VISIT,2025-03-04,44,SPECIALIST,${isOptam},true,${charged},23.00,70,2.00,${region}`;
const ROWS = [
  visit("anne", false, "70.00", "north"), visit("anne", false, "55.50", "north"), visit("bruno", true, "60.00", "south"), visit("chloe", true, "23.00", "south"),
  visit("david", false, "80.00", "south"), "eva,NOPE,2025-03-04,44,,,true,20.00,20.00,70,,north", "fanny,SPECIALIST_VISIT,2025-03-04,forty,SPECIALIST,true,true,60.00,23.00,70,2.00,north",
];
const CLAIMS = [HEADER, ...ROWS].join("\n");
const claims = (name = "claims.csv", text = CLAIMS) => actsFile(name, text);

/** What the package pays for the rows that can be read, each on its own. */
const NAMES = HEADER.split(",");
const expected = ROWS.slice(0, 5).map((row) => {
  const cells = Object.fromEntries(row.split(",").map((cell, column) => [NAMES[column], cell]));
  const { person, region, ...act } = cells;
  const asked = { ...act, member_age: Number(act.member_age), is_optam_or_secteur_1: act.is_optam_or_secteur_1 === "true", reimbursed_by_secu: true, beneficiary: person };
  const of = (coverage) => coverage.reimburse(asked).amounts;
  return { person, region, current: of(coverage), draft: of(draft) };
});
const cents = (text) => BigInt(text.replace(".", ""));
const decimal = (cents) => `${cents < 0n ? "-" : ""}${String(cents < 0n ? -cents : cents).padStart(3, "0").replace(/(..)$/, ".$1")}`;
const sum = (texts) => texts.reduce((all, text) => all + cents(text), 0n);
const euros = (cents) => `${cents < 0n ? "−" : ""}${new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2 }).format(Number(cents < 0n ? -cents : cents) / 100)} €`;
const signed = (cents) => (cents === 0n ? euros(cents) : `${cents > 0n ? "+" : "−"}${euros(cents > 0n ? cents : -cents)}`);
const today = sum(expected.map(({ current }) => current.complementary));
const then = sum(expected.map(({ draft }) => draft.complementary));
const left = (side) => sum(expected.map((row) => row[side].out_of_pocket));

/** The example as it was, kept to compare with; and the draft in hand. */
async function openDraft(options = {}) {
  const page = await openExample(browser, { fragment: "#compare", ...options });
  await page.getByRole("button", { name: /^Keep/ }).first().click();
  await chooseFiles(page, file("draft.json", draftPayload));
  await page.getByText("CONFORT, version 4").first().waitFor();
  await page.goto(`${browser.address}#simulate`);
  return page;
}

const costsOf = (page, name = "claims.csv") => page.getByRole("heading", { name: `What ${name} would have cost`, exact: true });
const cellsOf = async (rows) => (await rows.evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText)))).map((cells) => cells.map(plain));
const rowsOf = (page, name) => cellsOf(table(page, name).locator("tbody tr"));
const pick = (page, label, option) => page.getByRole("combobox", { name: label }).selectOption({ label: option });

async function openCosts(options = {}) {
  const page = await openDraft(options);
  await choose(page, claims());
  await costsOf(page).waitFor();
  return page;
}

test("what is compared is what is kept and what is in hand; totals and difference are those of the package", async () => {
  const page = await openCosts();
  await eventually(async () => assert.equal(await page.getByRole("combobox", { name: "Coverage that pays today" }).locator("option:checked").innerText(), "CONFORT, version 3 · compared"));
  await eventually(async () => assert.equal(await page.getByRole("combobox", { name: "Coverage of the draft" }).locator("option:checked").innerText(), "CONFORT, version 4 · in hand"));
  const rows = await rowsOf(page, "In total");
  assert.deepEqual(rows.at(-2).slice(0, 4), ["Paid by the coverage", euros(today), euros(then), signed(then - today)]);
  assert.deepEqual(rows.at(-1).slice(0, 4), ["Left to pay", euros(left("current")), euros(left("draft")), signed(left("draft") - left("current"))]);
  assert.deepEqual(rows[0].slice(0, 3), ["Acts", "5", "5"]);
  await page.getByText("5 of 7 rows are in the sums.").waitFor();
  const sentence = plain(await page.locator(".cost-sentence").innerText());
  const change = then > today ? "more" : "less";
  assert.ok(sentence.startsWith(`CONFORT, version 4 would have paid ${euros(then > today ? then - today : today - then)} ${change}`), sentence);
  assert.ok(sentence.includes("than CONFORT, version 3. Better off: 2 persons; worse off: 1 person."), sentence);
  assert.deepEqual(page.errors, []);
});

test("groups by heading first, then by whatever is picked, also a column of the file; bars have the lengths of the differences", async () => {
  const page = await openCosts();
  const groups = page.getByRole("group", { name: "Groups" });
  await table(page, "By heading").waitFor();
  await groups.getByRole("button", { name: "heading" }).click();
  await groups.getByRole("combobox", { name: "a column…" }).selectOption({ label: "region" });
  await table(page, "By column region").waitFor();
  const rows = Object.fromEntries((await rowsOf(page, "By column region")).map(([name, ...cells]) => [name, cells]));
  for (const region of ["north", "south"]) {
    const of = expected.filter((row) => row.region === region);
    const [before, after] = ["current", "draft"].map((side) => sum(of.map((row) => row[side].complementary)));
    assert.deepEqual(rows[region].slice(2, 5), [euros(before), euros(after), signed(after - before)], region);
  }
  const widths = await table(page, "By column region").locator(".bar").evaluateAll((bars) => bars.map((bar) => (bar.firstChild?.getBoundingClientRect().width ?? 0) / bar.getBoundingClientRect().width));
  const differences = (await rowsOf(page, "By column region")).map((cells) => Number(cells[5].replace("−", "-").replace(/[^\d.-]/g, "")));
  const longest = Math.max(...differences.map(Math.abs));
  widths.forEach((width, row) => assert.ok(Math.abs(width - Math.abs(differences[row]) / longest / 2) < 0.02, `${width} for ${differences[row]}`));
  await groups.getByRole("button", { name: "type of care" }).click();
  await table(page, "By column region and type of care").waitFor();
  await groups.getByRole("button", { name: "column region" }).click();
  await groups.getByRole("button", { name: "age band" }).click();
  await table(page, "By type of care and age band").getByText("40 to 49").first().waitFor();
  // The columns of a file are not those of the next.
  await groups.getByRole("combobox", { name: "a column…" }).selectOption({ label: "region" });
  await choose(page, claims("next.csv", CLAIMS.replaceAll(/,[^,\n]*$/gm, "")));
  await costsOf(page, "next.csv").waitFor();
  await table(page, "By type of care and age band").waitFor();
  assert.deepEqual(page.errors, []);
});

test("who is better and worse off, and the largest changes with a way to try them", async () => {
  const page = await openCosts();
  const change = (name) => sum(expected.filter(({ person }) => person === name).map(({ current }) => current.out_of_pocket)) - sum(expected.filter(({ person }) => person === name).map(({ draft }) => draft.out_of_pocket));
  const gains = ["anne", "bruno", "chloe", "david"].map((name) => [name, change(name)]).filter(([, gain]) => gain > 0n).sort((a, b) => Number(b[1] - a[1]));
  const shown = await rowsOf(page, "Who gains most");
  assert.deepEqual(shown.map((cells) => cells.slice(0, 2)), gains.map(([name, gain]) => [name, euros(gain)]));
  const histogram = (await rowsOf(page, "By how much")).filter(([, persons]) => persons !== "0");
  assert.equal(histogram.reduce((all, [, persons]) => all + Number(persons), 0), 4);
  await page.getByText("2 persons with an act that was not decided are left out.").waitFor();
  // One with two acts is a year, one with one act is an act.
  await page.getByRole("button", { name: "Try it: the acts of anne" }).click();
  await page.getByText("The acts of anne are in the year.").waitFor();
  assert.match(page.url(), /#year$/);
  await eventually(async () => {
    const text = await page.evaluate(() => JSON.parse(sessionStorage.getItem("care-coverage:tab"))?.year?.text ?? "[]");
    assert.deepEqual(JSON.parse(text).map(({ act, amounts }) => [act.care_type, act.care_date, amounts.charged, amounts.beneficiary]), [
      ["SPECIALIST_VISIT", "2025-03-04", "70.00", "anne"], ["SPECIALIST_VISIT", "2025-03-04", "55.50", "anne"],
    ]);
  });
  await page.getByRole("link", { name: "Simulate", exact: true }).click();
  await page.getByRole("button", { name: "Try it: the acts of david" }).click();
  await page.getByText("Row 5 of claims.csv is in the form.").waitFor();
  assert.match(page.url(), /#act$/);
  assert.deepEqual(page.errors, []);
});

test("rows that are in no sum: by reason, with their lines and columns", async () => {
  const page = await openCosts();
  const rows = Object.fromEntries((await rowsOf(page, "Rows that are in no sum")).map(([reason, ...cells]) => [reason, cells]));
  assert.deepEqual(rows["A code that the catalogue does not have"].slice(0, 2), ["1", "line 7"]);
  assert.deepEqual(rows["A value that cannot be"].slice(0, 2), ["1", "line 8"]);
  await page.getByText("A value that cannot be: the first row").click();
  await page.getByText("Line 8, column member_age").waitFor();
});

test("a header of its own, semicolons, French dates and amounts, yes and no, and lines that count", async () => {
  const page = await openDraft();
  const french = ["sep=;", "assuré;code acte;date de soins;âge;praticien;OPTAM;remboursable;montant facturé;BR;taux;participation forfaitaire;;région"];
  for (const row of ROWS.slice(0, 5)) {
    const [person, type, , age, practitioner, optam, , charged, brss, rate, flat, region] = row.split(",");
    french.push([person, type, "04/03/2025", age, practitioner, optam === "true" ? "oui" : "NON", "x", `${charged.replace(".", ",")} €`, brss.replace(".", ","), `${rate} %`, flat.replace(".", ","), "", region].join(";"));
  }
  french.push("zoe;SPECIALIST_VISIT;31/02/2025;44;SPECIALIST;oui;x;60,00;23,00;70;2,00;;nord");
  await choose(page, actsFile("soins.csv", `\uFEFF${french.join("\r\n")}\r\n`));
  await costsOf(page, "soins.csv").waitFor();
  const rows = await rowsOf(page, "In total");
  assert.deepEqual(rows.at(-2).slice(1, 3), [euros(today), euros(then)]);
  // The line of the file, with the two before its rows.
  await eventually(async () => assert.deepEqual((await rowsOf(page, "Rows that are in no sum"))[0].slice(1, 3), ["1", "line 8"]));
  assert.deepEqual(page.errors, []);
});

test("which columns are needed is said; a meaning that was picked is remembered for files of the same columns", async () => {
  const page = await openDraft();
  const text = CLAIMS.replace("charged", "total du mois");
  await choose(page, claims("first.csv", text));
  await page.getByRole("region", { name: "Say which column has what was charged." }).waitFor();
  await meaningOf(page, "total du mois").selectOption("charged");
  await costsOf(page, "first.csv").waitFor();
  await choose(page, claims("second.csv", text));
  await costsOf(page, "second.csv").waitFor();
  await page.reload();
  await choose(page, claims("third.csv", text));
  await costsOf(page, "third.csv").waitFor();
  // Another set of columns is another file.
  await choose(page, claims("fourth.csv", text.replace("region", "county")));
  await page.getByRole("region", { name: "Say which column has what was charged." }).waitFor();
});

test("without a draft each row is shown first, and the costs are those of today alone", async () => {
  const page = await openSimulate(browser);
  await choose(page, claims());
  await page.getByRole("heading", { name: "Result of claims.csv" }).waitFor();
  await page.getByRole("button", { name: "What it would have cost" }).click();
  await costsOf(page).waitFor();
  await eventually(async () => {
    const paid = plain(await page.locator(".cost-sentence").innerText());
    assert.ok(paid.includes(`CONFORT, version 3 pays ${euros(today)}; ${euros(left("current"))} is left to pay.`), paid);
  });
  await eventually(async () => assert.equal(await page.getByRole("heading", { name: "Who is better and worse off" }).count(), 0));
  await eventually(async () => assert.equal(await table(page, "In total").locator("thead th").count(), 1));
  // A draft that pays the same.
  await pick(page, "Coverage of the draft", "CONFORT, version 3 · in hand");
  await page.getByText("Nothing changes: for each of these acts, CONFORT, version 3 pays what CONFORT, version 3 pays.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a change of the coverage is followed, sides are swapped, and an option is added and removed", async () => {
  const page = await openCosts();
  await page.getByRole("button", { name: "Swap the two" }).click();
  await eventually(async () => assert.deepEqual((await rowsOf(page, "In total")).at(-2).slice(1, 4), [euros(then), euros(today), signed(today - then)]));
  await page.getByRole("button", { name: "Add an option to the draft" }).click();
  await page.getByRole("combobox", { name: "Option 1, Draft" }).waitFor();
  await page.getByRole("button", { name: "Remove the option CONFORT, version 4" }).click();
  await eventually(async () => assert.deepEqual((await rowsOf(page, "In total")).at(-2).slice(1, 4), [euros(then), euros(today), signed(today - then)]));
  assert.deepEqual(page.errors, []);
});

test("the file with what both sides pay for each row, as CSV and as Parquet", async () => {
  const page = await openCosts();
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  };
  const csv = await save("Download the file with its results");
  assert.equal(csv.name, "claims-result.csv");
  const lines = csv.bytes.toString().trimEnd().split("\n").map((line) => line.split(/,(?! )/));
  assert.deepEqual(lines.map((cells) => cells.slice(0, 12).join()), [HEADER, ...ROWS]);
  const at = (heading) => lines[0].findIndex((cell) => cell.replaceAll('"', "").startsWith(heading));
  for (const [row, { current, draft }] of expected.entries()) {
    assert.equal(lines[row + 1][at("Paid by the coverage (CONFORT, version 3")], current.complementary);
    assert.equal(lines[row + 1].at(-1), decimal(cents(draft.complementary) - cents(current.complementary)));
  }
  const parquet = await save("As Parquet");
  assert.equal(parquet.name, "claims-result.parquet");
  const { parquetReadObjects } = await import(pathToFileURL(createRequire(new URL("../../www/package.json", import.meta.url)).resolve("hyparquet")).href);
  const objects = await parquetReadObjects({ file: parquet.bytes.buffer.slice(parquet.bytes.byteOffset, parquet.bytes.byteOffset + parquet.bytes.length) });
  assert.equal(objects.length, ROWS.length);
  assert.equal(objects[0].person, "anne");
  assert.equal(objects[0]["Paid by the coverage (CONFORT, version 3)"], Number(expected[0].current.complementary));
  assert.equal(objects[5].Difference, null);
  assert.deepEqual(page.errors, []);
});

test("a Parquet file: its columns are mapped, its claims simulated, its rows tried", async () => {
  const { parquetWriteBuffer } = await import(pathToFileURL(createRequire(new URL("../../www/package.json", import.meta.url)).resolve("hyparquet-writer")).href);
  const cells = ROWS.slice(0, 5).map((row) => row.split(","));
  const typed = { member_age: ["INT32", Number], is_optam_or_secteur_1: ["BOOLEAN", (text) => text === "true"], reimbursed_by_secu: ["BOOLEAN", (text) => text === "true"], charged: ["DOUBLE", Number], brss: ["DOUBLE", Number] };
  const columnData = NAMES.map((name, column) => ({ name: name === "charged" ? "total" : name, type: typed[name]?.[0] ?? "STRING", data: cells.map((row) => (typed[name]?.[1] ?? String)(row[column])) }));
  const page = await openDraft();
  await choose(page, { name: "claims.parquet", mimeType: "", buffer: Buffer.from(parquetWriteBuffer({ columnData })) });
  await page.getByRole("region", { name: "Say which column has what was charged." }).waitFor();
  await meaningOf(page, "total").selectOption("charged");
  await costsOf(page, "claims.parquet").waitFor();
  await eventually(async () => assert.deepEqual((await rowsOf(page, "In total")).at(-2).slice(1, 4), [euros(today), euros(then), signed(then - today)]));
  await page.getByRole("button", { name: "Try it: the acts of anne" }).click();
  await page.getByText("The acts of anne are in the year.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("an Arrow file, likewise, also each of its rows on its own", async () => {
  const { tableFromArrays, tableToIPC } = createRequire(new URL("../../www/package.json", import.meta.url))("apache-arrow");
  const cells = ROWS.slice(0, 5).map((row) => row.split(","));
  const typed = { member_age: (cells) => Int32Array.from(cells, Number), is_optam_or_secteur_1: (cells) => cells.map((text) => text === "true"), reimbursed_by_secu: (cells) => cells.map((text) => text === "true") };
  const columns = NAMES.map((name, column) => [name, (typed[name] ?? ((cells) => cells))(cells.map((row) => row[column]))]);
  const page = await openDraft();
  await choose(page, { name: "claims.arrow", mimeType: "", buffer: Buffer.from(tableToIPC(tableFromArrays(Object.fromEntries(columns)), "file")) });
  await costsOf(page, "claims.arrow").waitFor();
  await eventually(async () => assert.deepEqual((await rowsOf(page, "In total")).at(-2).slice(1, 4), [euros(today), euros(then), signed(then - today)]));
  await page.getByRole("button", { name: "Try it: the acts of anne" }).click();
  await page.getByText("The acts of anne are in the year.").waitFor();
  await page.getByRole("link", { name: "Simulate", exact: true }).click();
  await page.getByRole("button", { name: "Each row on its own" }).click();
  await page.getByText("5 acts: 5 covered").waitFor();
  assert.deepEqual(page.errors, []);
});

test("the old name of the view leads to it", async () => {
  const page = await openPage(browser, { fragment: "#batch" });
  await page.getByRole("heading", { name: "What would last year’s claims have cost?" }).waitFor();
  assert.match(page.url(), /#simulate$/);
});

test("left and right, in French and in English, and the values of facts by their words", async () => {
  const page = await openDraft();
  const header = "person,care_type,care_date,member_age,reimbursed_by_secu,charged,side";
  const text = [header, ...["left", "droite", "OG"].map((side, index) => `p${index},GLASSES_FRAME_A,2025-03-04,44,true,30.00,${side}`)].join("\n");
  await choose(page, claims("eyes.csv", text));
  await costsOf(page, "eyes.csv").waitFor();
  await eventually(async () => assert.equal(await page.getByText("A value that cannot be", { exact: true }).count(), 0));
});
