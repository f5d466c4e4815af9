// Copy as and How this works: the code that the page shows runs, and answers what the page answers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, eventually, exampleCoverage, file, openExample, openExampleAct, openExampleDispense, openPage, openUndecidedExample, startBrowser } from "./browser.mjs";

const PACKAGE = fileURLToPath(new URL("../../pkg/", import.meta.url));
const CLI = fileURLToPath(new URL("../../cli/dist/", import.meta.url));
const run = promisify(execFile);

let browser;
let folder;
before(async () => {
  browser = await startBrowser();
  folder = await mkdtemp(join(tmpdir(), "care-coverage-code-"));
  await mkdir(join(folder, "node_modules"));
  await symlink(PACKAGE, join(folder, "node_modules", "care-coverage"));
  // It looks for the package next to itself.
  await cp(CLI, join(folder, "node_modules", "care-coverage-cli"), { recursive: true });
});
after(async () => {
  await browser.stop();
  await rm(folder, { recursive: true });
});

const dialogOf = (page) => page.getByRole("dialog", { name: "Copy as code" });
const codeOf = (page) => page.getByRole("region", { name: /^The code in/ });
const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();

async function openCode(page, language = "JavaScript") {
  await page.getByRole("button", { name: "Copy as…" }).first().click();
  await dialogOf(page).getByRole("radio", { name: language }).check();
}

/** What the page copies, with the files that it offers next to it in the folder. */
async function copied(page) {
  for (const button of await dialogOf(page).getByRole("button", { name: /^Download / }).all()) {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    await writeFile(join(folder, download.suggestedFilename()), await readFile(await download.path()));
  }
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await dialogOf(page).getByRole("button", { name: "Copy", exact: true }).click();
  await dialogOf(page).getByText("Copied").waitFor();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  await eventually(async () => assert.equal(code, await codeOf(page).evaluate((element) => element.textContent)));
  return code;
}

/** Run as a person would. */
async function answerOf(page) {
  await writeFile(join(folder, "copied.mjs"), await copied(page));
  const { stdout } = await run(process.execPath, ["copied.mjs"], { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}

test("an act: the copied JavaScript runs in Node and gives the page's amounts", async () => {
  const page = await openExampleAct(browser, "ceramic crown at a free price");
  const line = await wordsOf(page.locator(".money-line"));
  await openCode(page);
  const { outcome, guarantee, amounts } = await answerOf(page);
  assert.deepEqual([outcome, guarantee], ["covered", "DENTAL_PROSTHETICS_VISIBLE_TEETH"]);
  for (const amount of [amounts.secu_paid, amounts.complementary, amounts.out_of_pocket]) assert.ok(line.includes(amount), `${line} has ${amount}`);
  // Without amounts, the question is which guarantee covers it.
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Charged" }).fill("");
  await openCode(page);
  const explained = await answerOf(page);
  assert.deepEqual([explained.outcome, explained.guarantees], ["covered", ["DENTAL_PROSTHETICS_VISIBLE_TEETH"]]);
  assert.ok(explained.mappings.length > 0);
  assert.deepEqual(page.errors, []);
});

test("an act and a year: the copied test passes on the command line, and fails once the coverage pays otherwise", async () => {
  const page = await openExampleAct(browser, "ceramic crown at a free price");
  await openCode(page, "Test (YAML)");
  const tests = { act: await copied(page) };
  assert.match(tests.act, /"complementary": "\d+\.\d\d"/);
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Charged" }).fill("");
  await openCode(page, "Test (YAML)");
  tests.decision = await copied(page);
  assert.doesNotMatch(tests.decision, /amounts/);
  const years = await openPage(browser, { fragment: "#year" });
  await years.getByRole("button", { name: "Load the example year" }).click();
  await years.getByRole("region", { name: "Together" }).waitFor();
  await openCode(years, "Test (YAML)");
  tests.year = await copied(years);
  for (const [name, text] of Object.entries(tests)) await writeFile(join(folder, `${name}.coverage-test.yaml`), text);
  const cli = () => run(process.execPath, ["node_modules/care-coverage-cli/cli.js", "test", "--language", "en"], { cwd: folder }).catch((failed) => failed);
  const { stdout, stderr, code = 0 } = await cli();
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout + stderr, /3 tests: all passed/);
  const coverage = await readFile(join(folder, "coverage.json"), "utf8");
  await writeFile(join(folder, "coverage.json"), coverage.replaceAll(/"percent": *(?:"[^"]*"|[\d.]+)/g, '"percent": "1"'));
  assert.match((await cli()).stdout, /amounts\.complementary: expected /);
  assert.deepEqual([...page.errors, ...years.errors], []);
});

test("a table: the copied JavaScript makes the table of the page, and says so where there is no other way to ask", async () => {
  const page = await openExample(browser, { fragment: "#table" });
  await page.locator('.tabled-answer[aria-busy="false"]').waitFor();
  await page.getByRole("button", { name: "Download" }).click();
  await openCode(page);
  const answer = await answerOf(page);
  await eventually(async () => {
    const shown = await page.locator("table.benefits:not(.benefits-examples) td > span").allTextContents();
    assert.deepEqual(answer.headings.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map(({ text }) => text)))), shown);
  });
  await eventually(async () => assert.equal(answer.examples.length, await page.locator("table.benefits-examples tbody tr").count()));
  for (const language of ["Python", "Rust", "curl", "Test (YAML)"]) {
    await dialogOf(page).getByRole("radio", { name: language }).check();
    await dialogOf(page).getByText("The package for JavaScript makes benefit tables.").waitFor();
  }
  assert.deepEqual(page.errors, []);
});

test("a year: the copied JavaScript gives the page's sums", async () => {
  const page = await openPage(browser, { fragment: "#year" });
  await page.getByRole("button", { name: "Load the example year" }).click();
  const totals = page.getByRole("region", { name: "Together" });
  await totals.waitFor();
  const words = (await wordsOf(totals)).replaceAll(",", "");
  await openCode(page);
  const { results } = await answerOf(page);
  const paid = results.reduce((sum, { amounts }) => sum + (amounts ? Math.round(100 * Number(amounts.complementary)) : 0), 0);
  assert.ok(words.includes((paid / 100).toFixed(2)), `${words} has ${paid / 100}`);
});

test("the findings: the copied JavaScript finds what the page finds, without what is accepted", async () => {
  const page = await openUndecidedExample(browser);
  await openCode(page);
  const found = await answerOf(page);
  await page.keyboard.press("Escape");
  const gaps = found.filter(({ code }) => code === "gap").length;
  const overlaps = found.filter(({ code }) => code === "overlap").length;
  const worklist = await wordsOf(page.locator(".worklist"));
  assert.ok(gaps > 0 && worklist.includes(String(gaps)), `${worklist} has ${gaps} gaps`);
  assert.ok(overlaps > 0);
  assert.ok(found.every(({ range }) => range.line >= 1), "each with its place in the text");
});

test("a comparison and a dispense: the copied JavaScript answers alike", async () => {
  const page = await openPage(browser, { fragment: "#compare" });
  await page.getByRole("button", { name: "Compare the example with an edited version of it" }).click();
  await page.getByText("5 changes in what is covered").waitFor();
  await openCode(page);
  const diff = await answerOf(page);
  assert.deepEqual([diff.added_guarantees, diff.removed_guarantees], [["WELLBEING"], ["SOFT_MEDICINE_AND_PSYCHOLOGY"]]);
  const dispense = await openExampleDispense(browser, "Rejected: many problems");
  await openCode(dispense);
  const report = await answerOf(dispense);
  assert.equal(report.decision, "rejected");
  assert.deepEqual([...page.errors, ...dispense.errors], []);
});

test("compliance, and amounts compared: the copied JavaScript answers alike", async () => {
  const page = await openExample(browser, { fragment: "#compliance" });
  await page.locator(".verdict").waitFor();
  await openCode(page);
  const { profile, summary, requirements } = await answerOf(page);
  assert.equal(profile, "fr-contrat-responsable");
  const verdict = await wordsOf(page.locator(".verdict"));
  assert.ok(verdict.includes(`${summary.violated} of ${requirements.length - summary.not_in_force} requirements are violated.`), verdict);
  await dialogOf(page).getByRole("radio", { name: "curl" }).check();
  await eventually(async () => assert.match(await codeOf(page).evaluate((element) => element.textContent), /8787\/requirements --json '\{\n {2}"name": "CONFORT",\n {2}"version": 3,\n {2}"profile": "fr-contrat-responsable",\n {2}"classes": "example",/));
  const compare = await openPage(browser, { fragment: "#compare" });
  await compare.getByRole("button", { name: "Compare the example with an edited version of it" }).click();
  const amounts = compare.getByRole("region", { name: "For every amount" });
  await amounts.locator('.amounts-found[aria-busy="false"]').waitFor();
  await amounts.getByRole("button", { name: "Copy as…" }).click();
  await dialogOf(compare).getByRole("radio", { name: "JavaScript" }).check();
  const { regions } = await answerOf(compare);
  const more = regions.filter(({ direction }) => direction === "more").length;
  await amounts.getByText(`${more} sets of acts get more`).waitFor();
  assert.deepEqual([...page.errors, ...compare.errors], []);
});

test("a simulation: the copied JavaScript simulates the file that is next to it, under what is set", async () => {
  const page = await openExample(browser, { fragment: "#compare" });
  await page.getByRole("button", { name: /^Keep/ }).first().click();
  const draft = JSON.parse(exampleCoverage);
  draft.version = 4;
  draft.guarantees.find(({ name }) => name === "DOCTORS_NON_OPTAM").coverage_rule = { components: [{ kind: "brss_percent", percent: "250" }] };
  await chooseFiles(page, file("draft.json", draft));
  await page.getByText("CONFORT, version 4").first().waitFor();
  await page.goto(`${browser.address}#simulate`);
  // Headings of its own, a separator and dates of a French spreadsheet, and letters of an old one.
  const header = "Assuré;Code acte;Date de soins;Âge;Praticien;OPTAM;Remboursable;Montant;BR;Taux;Région";
  const rows = ["Zoé;SPECIALIST_VISIT;04/03/2025;44;SPECIALIST;non;oui;70,00;23,00;70;Île", "Zoé;SPECIALIST_VISIT;05/03/2025;44;SPECIALIST;non;oui;55,50;23,00;70;Île", "Léo;GP_VISIT;06/03/2025;12;;oui;oui;30,00;30,00;70;Sud"];
  const bytes = Buffer.from(`${[header, ...rows].join("\r\n")}\r\n`, "latin1");
  await page.locator("main input[type=file]").setInputFiles([{ name: "soins 2025.csv", mimeType: "", buffer: bytes }]);
  await page.getByRole("heading", { name: "What soins 2025.csv would have cost", exact: true }).waitFor();
  await page.getByRole("combobox", { name: "a column…" }).selectOption({ label: "Région" });
  await page.getByRole("table", { name: "By heading and column Région" }).waitFor();
  await writeFile(join(folder, "soins 2025.csv"), bytes);
  const sentence = (await wordsOf(page.locator(".cost-sentence"))).replaceAll("\u00a0", " ");
  await openCode(page);
  const answer = await answerOf(page);
  assert.deepEqual([answer.rows, answer.totals.rows, answer.persons.better], [3, 3, 1]);
  const more = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2 }).format(Number(answer.totals.difference));
  assert.ok(sentence.includes(`${more} €`), `${sentence} has ${more}`);
  assert.deepEqual(answer.groups.map(({ key }) => Object.values(key)), [["ROUTINE_CARE", "Sud"], ["ROUTINE_CARE", "Île"]]);
  assert.deepEqual(page.errors, []);
});

test("curl asks a route of the edge service, and what has none says so; Rust is the example that is compiled", async () => {
  const page = await openExampleAct(browser, "keeps to the agreed fees");
  await openCode(page, "curl");
  const request = await codeOf(page).evaluate((element) => element.textContent);
  assert.match(request, /^curl http:\/\/127\.0\.0\.1:8787\/reimburse --json '\{\n {2}"name": "CONFORT",\n {2}"version": 3,/);
  await dialogOf(page).getByText("CONFORT, version 3, must be stored there").waitFor();
  await dialogOf(page).getByRole("radio", { name: "Rust" }).check();
  const program = await codeOf(page).evaluate((element) => element.textContent);
  assert.equal(program, await readFile(new URL("../../examples/page_call.rs", import.meta.url), "utf8"), "examples/page_call.rs is what the page copies for this act");
  const compare = await openPage(browser, { fragment: "#compare" });
  await compare.getByRole("button", { name: "Compare the example with an edited version of it" }).click();
  await openCode(compare, "curl");
  await dialogOf(compare).getByText("The service of examples/edge has no such question.").waitFor();
  await eventually(async () => assert.equal(await codeOf(compare).count(), 0));
});

test("a browser that does not let a page copy says so, and the code can be selected", async () => {
  const page = await openExampleAct(browser, "keeps to the agreed fees");
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
  await openCode(page);
  await dialogOf(page).getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByText("The browser does not let the page copy.").waitFor();
});

test("How this works follows the view and what is typed in it; Escape closes it and gives the focus back", async () => {
  const page = await openExampleAct(browser, "keeps to the agreed fees");
  const opener = page.getByRole("contentinfo").getByRole("button", { name: "How this works" });
  await opener.click();
  const drawer = page.getByRole("complementary", { name: "How this works" });
  await drawer.getByText('"charged": "30.00"').waitFor();
  await eventually(async () => assert.ok(await drawer.getByRole("heading", { level: 2 }).evaluate((heading) => heading === document.activeElement)));
  await page.getByRole("textbox", { name: "Charged" }).fill("45");
  await drawer.getByText('"charged": "45"').waitFor();
  await drawer.getByText("Who pays what, and the computation").waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await drawer.getByText("catalog.validateCoverageText(payload").waitFor();
  await page.getByRole("link", { name: "Dispense", exact: true }).click();
  await drawer.getByText("The view in front has no answer yet.").waitFor();
  await drawer.getByRole("button", { name: "Close how this works" }).focus();
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  await page.waitForFunction((button) => button === document.activeElement, await opener.elementHandle());
  assert.deepEqual(page.errors, []);
});

test("in French", async () => {
  const page = await openExample(browser, { context: await browser.context({ locale: "en-US" }), fragment: "#act" });
  await page.getByRole("combobox", { name: "Language" }).selectOption("fr");
  await page.getByRole("button", { name: "Copier en code…" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Copier en code" });
  await dialog.getByText("S’exécute dans Node").waitFor();
  await dialog.getByRole("button", { name: "Comment ça marche" }).click();
  const drawer = page.getByRole("complementary", { name: "Comment ça marche" });
  await drawer.getByText("Qui paie quoi, et le calcul").waitFor();
  assert.deepEqual(page.errors, []);
});

test("for everyone: axe in both themes, nothing scrolls sideways", (t) => assertForEveryone(t, browser, [
  ["copy as", async (options) => {
    const page = await openExampleAct(browser, "keeps to the agreed fees", options);
    await page.setViewportSize({ width: 360, height: 740 });
    await openCode(page);
    return page;
  }],
  ["how this works", async (options) => {
    const page = await openExample(browser, options);
    await page.getByRole("contentinfo").getByRole("button", { name: "How this works" }).click();
    await codeOf(page).waitFor();
    return page;
  }],
]));
