// The Dispense view: what the system would answer, every check, the contracts, the inequality.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { checkDispense } from "../../pkg/index.js";
import { chooseExampleDispense, openExampleDispense, openPage, readText, selectionOf, startBrowser, writeText } from "./browser.mjs";
import { accepted, answerOf, cardOf, exampleOf, examples, openSnapshot, plain, typed } from "./dispense-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** A file of the page, as the tests can call it. */
async function sourceOf(path) {
  const entry = fileURLToPath(new URL(`../../www/src/${path}`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
const { inequalities } = await sourceOf("features/dispense/snapshots.ts");
const { dispenseWords } = await sourceOf("features/dispense/words.ts");

const WORDS = { accepted: "Accepted", rejected: "Rejected", indeterminate: "Not decided yet" };
const checkOf = (page, id) => cardOf(page, "Checks").getByRole("listitem").filter({ has: page.getByText(id, { exact: true }) });
const wordsOf = async (element) => plain(await element.innerText());

test("with nothing loaded, the view offers the example", async () => {
  const page = await openPage(browser, { fragment: "#dispense" });
  await page.getByRole("heading", { name: "Would this dispense of medication be accepted?" }).waitFor();
  await page.getByRole("button", { name: "Load the example" }).click();
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  await answerOf(page).getByText("Nothing stands in the way: the system would accept this dispense.").waitFor();
  assert.equal(await readText(page), exampleOf("accepted").text);
  assert.match(page.url(), /#dispense$/);
  assert.deepEqual(page.errors, []);
});

test("every shipped example is in the menu and gives the engine's decision and first failure", async (t) => {
  const page = await openPage(browser, { fragment: "#dispense" });
  assert.equal(Object.keys(dispenseWords.exampleLabels).length, examples.length);
  for (const { name, text, report } of examples) {
    const label = dispenseWords.exampleLabels[name];
    await t.test(label, async () => {
      await chooseExampleDispense(page, label);
      assert.equal(await readText(page), text);
      const words = await wordsOf(answerOf(page));
      assert.ok(words.startsWith(WORDS[report.decision]), words);
      assert.ok(label.startsWith(WORDS[report.decision].split(" ").slice(0, 2).join(" ")), label);
      const failure = report.first_failure;
      if (failure === null) return assert.doesNotMatch(words, /Message/);
      assert.ok(words.includes(`${failure.status}`) && words.includes(failure.message), words);
      assert.ok(words.includes(dispenseWords.checks[failure.id].failed), words);
      assert.equal(words.includes("Not certain"), !failure.certain);
      if (failure.entry) assert.ok(words.includes(failure.entry), words);
    });
  }
  assert.deepEqual(page.errors, []);
});

test("every check of the documents has its words", async () => {
  const documented = await readFile(new URL("../../docs/dispense.md", import.meta.url), "utf8");
  const ids = new Set([...documented.matchAll(/^\| `(\w+)`(?:, per \w+)? \| (?:\d+|–) \|/gm)].map(([, id]) => id));
  assert.equal(ids.size, 34);
  assert.deepEqual([...ids].sort(), Object.keys(dispenseWords.checks).sort());
});

test("the checks stand in the ruleset's order, with outcome, message, place and reason", async () => {
  const { report } = exampleOf("many-problems");
  const page = await openExampleDispense(browser, "Rejected: many problems");
  const rows = cardOf(page, "Checks").locator("ol.checks > li");
  const found = await rows.evaluateAll((rows) => rows.map((row) => [row.querySelector("code").textContent, row.querySelector(".status").textContent.toLowerCase()]));
  assert.deepEqual(found, report.checks.map(({ id, outcome }) => [id, outcome]));
  assert.match(await wordsOf(checkOf(page, "division_active")), /^Failed The pharmacy \(division\) is not known as an active one division_active Answer 409: Division is not active Pharmacy 1, status$/);
  assert.match(await wordsOf(checkOf(page, "contract_division")), /Not asked because of “A contract for the program holds today” failed$/);
  assert.match(await wordsOf(checkOf(page, "provision_contract")), /Affordable medicines.*Marks its program: Medical program provision is not related/);
  assert.match(await wordsOf(checkOf(page, "medication_exists")), /Detail 1, Amiodarone, 20 tablets of 200 mg/);
});

test("a place leads into the text, a reason to the check that failed", async () => {
  const page = await openExampleDispense(browser, "Rejected: many problems");
  await checkOf(page, "division_active").getByRole("button", { name: "Pharmacy 1, status" }).click();
  assert.equal(await selectionOf(page), '"INACTIVE"');
  await checkOf(page, "discount_amount").getByRole("button", { name: "Detail 1, discount_amount" }).click();
  assert.equal(await selectionOf(page), "30");
  await answerOf(page).getByRole("button", { name: "Show in the text" }).click();
  assert.equal(await selectionOf(page), "[]");
  await page.getByRole("group", { name: "Which checks are listed" }).getByRole("button", { name: "4 skipped" }).click();
  await checkOf(page, "contract_division").getByRole("button", { name: /A contract for the program/ }).click();
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^FailedNo contract for the program holds today/);
});

test("the list can be narrowed by outcome", async () => {
  const page = await openExampleDispense(browser, "Not decided");
  const filter = page.getByRole("group", { name: "Which checks are listed" });
  const rows = cardOf(page, "Checks").locator("ol.checks > li");
  assert.equal(await rows.count(), 33);
  await filter.getByRole("button", { name: "7 unknown" }).click();
  assert.equal(await rows.count(), 7);
  await filter.getByRole("button", { name: "2 skipped" }).click();
  assert.equal(await rows.count(), 2);
  assert.equal(await filter.getByRole("button", { name: "2 skipped" }).getAttribute("aria-pressed"), "true");
  assert.equal(await filter.getByRole("button", { name: /failed/ }).count(), 0);
  await filter.getByRole("button", { name: "All 33" }).click();
  assert.equal(await rows.count(), 33);
});

test("what an undecided dispense lacks is a list of things to add; with them it is decided", async () => {
  const page = await openExampleDispense(browser, "Not decided");
  await answerOf(page).getByText("but the snapshot lacks 3 things that the rules read").waitFor();
  const missing = cardOf(page, "What is missing").getByRole("listitem");
  assert.deepEqual((await missing.allInnerTexts()).map((text) => plain(text).split(".")[0]), [
    "Contracts is not in the snapshot", "Pharmacy 1, dls_verified is not in the snapshot", "Earlier dispenses is not in the snapshot",
  ]);
  assert.match(await wordsOf(missing.first()), /Waiting for it: A contract for the program holds today · .* \/contracts$/);
  await missing.getByRole("button", { name: "Pharmacy 1, dls_verified" }).click();
  assert.match(await selectionOf(page), /^\{/);
  await writeText(page, exampleOf("accepted").text);
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  assert.equal(await cardOf(page, "What is missing").count(), 0);
});

test("what cannot be computed with is told from what is absent", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  await typed(page, (snapshot) => (snapshot.medications[0].package_qty = 0));
  await cardOf(page, "What is missing").getByText("is there, but nothing can be computed with it").waitFor();
  await cardOf(page, "Discounts").getByText("1 detail has no amounts to compare: the checks say why.").waitFor();
  await typed(page, (snapshot) => (snapshot.program_medications[0].reimbursement.type = "EXTERNAL"));
  await cardOf(page, "What is missing").getByText("Only reimbursements of the type FIXED have a rule.").waitFor();
});

test("a failure that may not be the first says so", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  await typed(page, (snapshot) => {
    delete snapshot.divisions;
    snapshot.request.code = "1";
  });
  await answerOf(page).getByText("Not certain: a check before it waits").waitFor();
  assert.match(await wordsOf(answerOf(page)), /^Rejected .*401 .*Incorrect code/);
});

test("the contract matrix: every contract, seven conditions, yes, no or unknown", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  const table = cardOf(page, "Contracts").getByRole("table");
  assert.deepEqual(await table.getByRole("columnheader").allInnerTexts(), ["Contract", "Reimbursement", "Verified", "Holds today", "Legal entity", "Pharmacy", "Program", "Not suspended"]);
  const row = (name) => table.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  assert.equal(await wordsOf(row(/contract-2026/)), "contract-2026 All hold yes yes yes yes yes yes yes");
  assert.equal(await wordsOf(row(/contract-2025/)), "contract-2025 yes yes no yes yes yes yes");
  await table.getByRole("button", { name: "contract-2025" }).click();
  assert.equal(await selectionOf(page), "{");
  await typed(page, (snapshot) => {
    delete snapshot.contracts[0].status;
    snapshot.contracts[0].is_suspended = true;
  });
  await row(/contract-2026/).getByText("unknown").waitFor();
  assert.equal(await wordsOf(row(/contract-2026/)), "contract-2026 yes unknown yes yes yes yes no");
  await typed(page, (snapshot) => delete snapshot.contracts);
  await cardOf(page, "Contracts").getByText("The snapshot does not say which contracts there are.").waitFor();
  await typed(page, (snapshot) => (snapshot.request.medication_dispense.medical_program_id = null));
  await cardOf(page, "Contracts").getByText("Without a program, no contract is needed.").waitFor();
});

const published = (ruleset, discount) => {
  const snapshot = accepted();
  snapshot.ruleset = ruleset;
  const [detail] = snapshot.request.medication_dispense.dispense_details;
  Object.assign(detail, { medication_qty: "10", discount_amount: discount });
  snapshot.medication_request.medication_qty = "10";
  Object.assign(snapshot.medications[0], { package_qty: "30", package_min_qty: "10" });
  snapshot.program_medications[0].reimbursement.reimbursement_amount = "150.00";
  return snapshot;
};

test("the inequality is written out with its numbers, by the rules of the ruleset", async () => {
  const page = await openSnapshot(browser, published("page-2022", "50.00"));
  const card = cardOf(page, "Discounts");
  await card.getByText("50 × 30 = 1 500 ≤ 150 × 10 = 1 500").waitFor();
  assert.match(await wordsOf(card), /Detail 1 Amiodarone.* Allowed discount × package ≤ reimbursement × quantity Holds .* Discount 50 Allowed amount 50$/);
  await writeText(page, JSON.stringify(published("page-2022", "50.0001")));
  await card.getByText("50.0001 × 30 = 1 500.003 > 150 × 10 = 1 500").waitFor();
  assert.match(await wordsOf(card), /Not allowed.*Fails.*Above it 0\.0001/);
  await writeText(page, JSON.stringify(published("code-2019", "50.01")));
  await card.getByText("50.01 × 30 = 1 500.3 ≤ 150 × 10 + 0.01 × 30 = 1 500.3").waitFor();
  await card.getByText("50.01 × 30 = 1 500.3 ≥ (1 − 0.1) × 150 × 10 = 1 350").waitFor();
  await writeText(page, JSON.stringify({ ...published("code-2019", "44.99"), config: { TOLERANCE: "0.5", DEVIATION: "0.1" } }));
  await card.getByText("44.99 × 30 = 1 349.7 < (1 − 0.1) × 150 × 10 = 1 350").waitFor();
  await card.getByText("44.99 × 30 = 1 349.7 ≤ 150 × 10 + 0.5 × 30 = 1 515").waitFor();
});

test("the written inequality always says what the engine decides", (t) => {
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const decimal = (integer, fraction) => `${random(2) ? random(10 ** integer) : 10 ** integer - 1}${random(3) ? `.${String(random(10 ** fraction)).padStart(fraction, "0")}` : ""}`;
  let close = 0;
  for (let round = 0; round < 2000; round += 1) {
    const ruleset = random(2) ? "page-2022" : "code-2019";
    const [P, Q, cents] = [1 + random(300), 1 + random(300), 1 + random(1_000_000)];
    const near = Math.round((cents * Q) / P) + random(5) - 2;
    const figures = random(4)
      ? { discount_amount: Math.max(0, near) / 100, reimbursement_amount: cents / 100, medication_qty: Q, package_qty: String(P) }
      : { discount_amount: decimal(9, 4), reimbursement_amount: decimal(9, 4), medication_qty: decimal(8, 4), package_qty: `${1 + random(1e8)}.${1 + random(9)}` };
    const snapshot = published(ruleset, figures.discount_amount);
    snapshot.config.TOLERANCE = random(2) ? "0.000001" : 0.01;
    snapshot.config.DEVIATION = random(2) ? 0.1 : "0.333333";
    snapshot.request.medication_dispense.dispense_details[0].medication_qty = figures.medication_qty;
    snapshot.medications[0].package_qty = figures.package_qty;
    snapshot.program_medications[0].reimbursement.reimbursement_amount = figures.reimbursement_amount;
    const [amount] = checkDispense(snapshot).amounts;
    assert.equal(inequalities(snapshot, figures).every(({ holds }) => holds), amount.allowed, JSON.stringify(snapshot.config) + JSON.stringify(figures));
    if (amount.allowed) close += 1;
  }
  t.diagnostic(`2,000 discounts, ${close} allowed: the written inequality agrees with the engine`);
});

test("programs are marked, with the reason", async () => {
  const page = await openExampleDispense(browser, "Accepted: a qualification");
  const rows = cardOf(page, "Programs").getByRole("listitem");
  assert.deepEqual((await rows.allInnerTexts()).map(plain), [
    "May be used Affordable medicines affordable-medicines",
    "May not be used Insulin insulin Innm not on the list of approved innms for program 'Insulin'",
  ]);
  await cardOf(page, "Contracts").getByText("A qualification looks at the contracts of each program for itself.").waitFor();
});
