// The Dispense view: what the system would answer, every check, the contracts, the inequality.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { checkDispense } from "../../pkg/index.js";
import { describeCheck } from "../../pkg/words.js";
import { chooseExampleDispense, eventually, openExampleDispense, openPage, readText, selectionOf, startBrowser, writeText } from "./browser.mjs";
import { accepted, answerOf, cardOf, exampleOf, examples, openSnapshot, plain, typed } from "./dispense-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Files of the page, as the tests can call them, with their English words. */
const { outputFiles } = await build({
  stdin: {
    contents: `
      import { speak } from "./store/language";
      import * as dispense from "./features/dispense/words.en";
      speak("en", { dispense });
      export { inequalities } from "./features/dispense/snapshots";
      export const { dispenseWords } = dispense;`,
    resolveDir: fileURLToPath(new URL("../../www/src/", import.meta.url)),
    loader: "ts",
  },
  bundle: true, format: "esm", write: false,
});
const { inequalities, dispenseWords } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);

const WORDS = { accepted: "Accepted", rejected: "Rejected", indeterminate: "Not decided yet" };
const checkOf = (page, id) => cardOf(page, "Checks").getByRole("listitem").filter({ has: page.getByText(id, { exact: true }) });
const groupOf = (page, words) => cardOf(page, "Checks").locator(".check-group").filter({ has: page.locator(".status", { hasText: words }) });
const unfold = async (page, words) => {
  await groupOf(page, words).locator("summary").click();
  // What is folded is drawn when it is unfolded.
  await groupOf(page, words).locator("ol.checks > li").first().waitFor();
};
/** A field of the form. */
const fact = (page, name) => page.getByRole("region", { name: "Facts to change" }).getByRole("group", { name, exact: true });
const wordsOf = async (element) => plain(await element.innerText());

test("with nothing loaded, the view offers the example", async () => {
  const page = await openPage(browser, { fragment: "#dispense" });
  await page.getByRole("heading", { name: "Would this dispense of medication be accepted?" }).waitFor();
  await page.getByRole("button", { name: "Load the example" }).click();
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  await answerOf(page).getByText("Every check that applies passes: the system would accept this dispense.").waitFor();
  await eventually(async () => assert.equal(await readText(page), exampleOf("accepted").text));
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
      await eventually(async () => assert.equal(await readText(page), text));
      const words = await wordsOf(answerOf(page));
      assert.ok(words.startsWith(WORDS[report.decision]), words);
      assert.ok(label.startsWith(WORDS[report.decision].split(" ").slice(0, 2).join(" ")), label);
      const failure = report.first_failure;
      if (failure === null) return assert.doesNotMatch(words, /Message/);
      assert.ok(words.includes(`${failure.status}`) && words.includes(failure.message), words);
      const check = report.checks.find(({ id, outcome }) => id === failure.id && outcome === "failed");
      assert.ok(words.includes(describeCheck(check).why), words);
      assert.equal(words.includes("Not certain"), !failure.certain);
      if (failure.entry) assert.ok(words.includes(failure.entry), words);
    });
  }
  assert.deepEqual(page.errors, []);
});

test("what fails comes first, what waits next, what passed is folded with its number; in each the ruleset's order", async () => {
  const { report } = exampleOf("many-problems");
  const page = await openExampleDispense(browser, "Rejected: many problems");
  const groups = (await cardOf(page, "Checks").locator(".check-group > h3, .check-group > summary").allInnerTexts()).map(plain);
  const numberOf = (outcome) => report.checks.filter((check) => check.outcome === outcome).length;
  assert.deepEqual(groups, [`${numberOf("failed")} fail`, `${numberOf("skipped")} not asked`, `${numberOf("passed")} pass`]);
  const rows = cardOf(page, "Checks").locator("ol.checks > li");
  await eventually(async () => assert.equal(await rows.count(), numberOf("failed")));
  for (const words of ["not asked", "pass"]) await unfold(page, words);
  await eventually(async () => {
    const found = await rows.locator("code").allInnerTexts();
    assert.deepEqual(found, ["failed", "skipped", "passed"].flatMap((wanted) => report.checks.filter(({ outcome }) => outcome === wanted).map(({ id }) => id)));
  });
  await eventually(async () => assert.match(await wordsOf(checkOf(page, "division_active")), /^The pharmacy \(division\) is not known as an active one division_active Answer 409: Division is not active Pharmacy 1, status$/));
  await eventually(async () => assert.match(await wordsOf(checkOf(page, "contract_division")), /Not asked because of “A contract for the program holds today” failed$/));
  await eventually(async () => assert.match(await wordsOf(checkOf(page, "provision_contract")), /Affordable medicines.*Marks its program: Medical program provision is not related/));
  await eventually(async () => assert.match(await wordsOf(checkOf(page, "medication_exists")), /Detail 1, Amiodarone, 20 tablets of 200 mg/));
});

test("a place leads into the text, a reason to the check that failed", async () => {
  const page = await openExampleDispense(browser, "Rejected: many problems");
  await checkOf(page, "division_active").getByRole("button", { name: "Pharmacy 1, status" }).click();
  await eventually(async () => assert.equal(await selectionOf(page), '"INACTIVE"'));
  await checkOf(page, "discount_amount").getByRole("button", { name: "Detail 1, discount" }).click();
  await eventually(async () => assert.equal(await selectionOf(page), "30"));
  await answerOf(page).getByRole("button", { name: "Show in the text" }).click();
  await eventually(async () => assert.equal(await selectionOf(page), "[]"));
  await unfold(page, "not asked");
  await checkOf(page, "contract_division").getByRole("button", { name: /A contract for the program/ }).click();
  await eventually(async () => assert.match(await page.evaluate(() => document.activeElement.textContent), /^No contract for the program holds today/));
});

test("what waits is listed before what passed, and a check that passed can be led to", async () => {
  const page = await openExampleDispense(browser, "Not decided");
  await eventually(async () => {
    const groups = (await cardOf(page, "Checks").locator(".check-group > h3, .check-group > summary").allInnerTexts()).map(plain);
    assert.deepEqual(groups, ["7 wait for what is missing", "2 not asked", "24 pass"]);
  });
  await checkOf(page, "contract_exists").waitFor();
  await eventually(async () => assert.equal(await cardOf(page, "Checks").locator("ol.checks > li").count(), 7));
  await unfold(page, "pass");
  await eventually(async () => assert.equal(await cardOf(page, "Checks").locator("ol.checks > li").count(), 31));
});

test("what an undecided dispense lacks is a list of things to add; with them it is decided", async () => {
  const page = await openExampleDispense(browser, "Not decided");
  await answerOf(page).getByText("but the snapshot lacks 3 things that the rules read").waitFor();
  const missing = cardOf(page, "What is missing").getByRole("listitem");
  await eventually(async () => assert.deepEqual((await missing.allInnerTexts()).map((text) => plain(text).split(".")[0]), [
    "Contracts is not in the snapshot", "Pharmacy 1, licence verified is not in the snapshot", "Earlier dispenses is not in the snapshot",
  ]));
  await eventually(async () => assert.match(await wordsOf(missing.first()), /Waiting for it: A contract for the program holds today · .* \/contracts$/));
  await missing.getByRole("button", { name: "Pharmacy 1, licence verified" }).click();
  await eventually(async () => assert.match(await selectionOf(page), /^\{/));
  await writeText(page, exampleOf("accepted").text);
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  await eventually(async () => assert.equal(await cardOf(page, "What is missing").count(), 0));
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
  await eventually(async () => assert.match(await wordsOf(answerOf(page)), /^Rejected .*401 .*Incorrect code/));
});

test("the contract matrix: every contract, seven conditions, yes, no or unknown", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  const table = cardOf(page, "Contracts").getByRole("table");
  await eventually(async () => assert.deepEqual(await table.getByRole("columnheader").allInnerTexts(), ["Contract", "Reimbursement", "Verified", "Holds today", "Legal entity", "Pharmacy", "Program", "Not suspended"]));
  const row = (name) => table.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  await eventually(async () => assert.equal(await wordsOf(row(/contract-2026/)), "contract-2026 All hold yes yes yes yes yes yes yes"));
  await eventually(async () => assert.equal(await wordsOf(row(/contract-2025/)), "contract-2025 yes yes no yes yes yes yes"));
  await table.getByRole("button", { name: "contract-2025" }).click();
  await eventually(async () => assert.equal(await selectionOf(page), "{"));
  await typed(page, (snapshot) => {
    delete snapshot.contracts[0].status;
    snapshot.contracts[0].is_suspended = true;
  });
  await row(/contract-2026/).getByText("unknown").waitFor();
  await eventually(async () => assert.equal(await wordsOf(row(/contract-2026/)), "contract-2026 yes unknown yes yes yes yes no"));
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
  await card.getByText("50 × 30 = 1,500 ≤ 150 × 10 = 1,500").waitFor();
  await eventually(async () => assert.match(await wordsOf(card), /Detail 1 Amiodarone.* Allowed discount × package ≤ reimbursement × quantity Holds .* Discount 50 Allowed amount 50$/));
  await writeText(page, JSON.stringify(published("page-2022", "50.0001")));
  await card.getByText("50.0001 × 30 = 1,500.003 > 150 × 10 = 1,500").waitFor();
  await eventually(async () => assert.match(await wordsOf(card), /Not allowed.*Fails.*Above it 0\.0001/));
  await writeText(page, JSON.stringify(published("code-2019", "50.01")));
  await card.getByText("50.01 × 30 = 1,500.3 ≤ 150 × 10 + 0.01 × 30 = 1,500.3").waitFor();
  await card.getByText("50.01 × 30 = 1,500.3 ≥ (1 − 0.1) × 150 × 10 = 1,350").waitFor();
  await writeText(page, JSON.stringify({ ...published("code-2019", "44.99"), config: { TOLERANCE: "0.5", DEVIATION: "0.1" } }));
  await card.getByText("44.99 × 30 = 1,349.7 < (1 − 0.1) × 150 × 10 = 1,350").waitFor();
  await card.getByText("44.99 × 30 = 1,349.7 ≤ 150 × 10 + 0.5 × 30 = 1,515").waitFor();
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
  await eventually(async () => assert.deepEqual((await rows.allInnerTexts()).map(plain), [
    "May be used Affordable medicines affordable-medicines",
    "May not be used Insulin insulin Innm not on the list of approved innms for program 'Insulin'",
  ]));
  await cardOf(page, "Contracts").getByText("A qualification looks at the contracts of each program for itself.").waitFor();
});

test("the form has the snapshot's own facts; each changes its place in the text alone, and is answered at each key", async () => {
  const page = await openExampleDispense(browser, "Rejected: many problems");
  const { text } = exampleOf("many-problems");
  const detail = fact(page, "Detail 1, Amiodarone, 20 tablets of 200 mg");
  await detail.getByText("The discount is not within what the program pays for this quantity.").waitFor();
  await detail.getByRole("textbox", { name: "Discount" }).fill("28,88");
  await detail.getByText("The discount is not within").waitFor({ state: "hidden" });
  await eventually(async () => assert.equal(await readText(page), text.replace('"discount_amount": 30', '"discount_amount": 28.88')));
  await cardOf(page, "Checks").getByText("5 fail").waitFor();
  // In a field one types as one is used to; what cannot be read changes nothing.
  await page.getByRole("textbox", { name: "Today" }).fill("15/03/2026");
  await eventually(async () => assert.match(await readText(page), /"current_date": "2026-03-15"/));
  await page.getByRole("textbox", { name: "Today" }).fill("15/13/2026");
  await eventually(async () => assert.match(await readText(page), /"current_date": "2026-03-15"/));
  await page.locator("summary", { hasText: "Pharmacies" }).filter({ hasText: "1 fails a check" }).click();
  const pharmacy = fact(page, "Pharmacy 1, Corner Pharmacy");
  await pharmacy.getByRole("combobox", { name: "Status" }).selectOption("ACTIVE");
  await eventually(async () => assert.match(await readText(page), /"status": "ACTIVE",\s+"is_active": true,\s+"dls_verified": true/));
  await page.getByRole("textbox", { name: "Code that the patient gives" }).fill("4821");
  await cardOf(page, "Checks").getByText("3 fail").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a fact that a check waits for can be said in the form; a reference is picked by name, or is none", async () => {
  const page = await openExampleDispense(browser, "Not decided");
  await page.locator("summary", { hasText: "Pharmacies" }).click();
  const pharmacy = fact(page, "Pharmacy 1, Corner Pharmacy");
  await pharmacy.getByText("A check waits for this: the snapshot does not say it.").waitFor();
  await pharmacy.getByRole("combobox", { name: "Licence verified" }).selectOption("true");
  await eventually(async () => assert.match(await readText(page), /"dls_verified": true/));
  await pharmacy.getByText("A check waits for this").waitFor({ state: "hidden" });
  await fact(page, "Requested dispense").getByRole("combobox", { name: "Program" }).selectOption("");
  await eventually(async () => assert.match(await readText(page), /"medical_program_id": null,/));
});

test("while the text cannot be read the form keeps what was, and changes nothing", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  await writeText(page, "{ ");
  await page.getByText("The text cannot be read at the moment, so these are the facts of before.").waitFor();
  await eventually(async () => assert.ok(await page.getByRole("textbox", { name: "Today" }).isDisabled()));
});

test("one that is begun is a whole snapshot of today, accepted, with its facts in the form", async () => {
  const page = await openPage(browser, { fragment: "#dispense" });
  await page.getByRole("button", { name: "Begin one" }).click();
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  const snapshot = JSON.parse(await readText(page));
  const { decision, checks } = checkDispense(snapshot);
  assert.equal(decision, "accepted");
  assert.deepEqual(checks.filter(({ outcome }) => outcome === "unknown"), []);
  await fact(page, "Detail 1, brand").getByRole("textbox", { name: "Discount" }).fill("10,01");
  await answerOf(page).getByText("Rejected", { exact: true }).waitFor();
  await page.getByRole("radio", { name: /^Program code of 2019/ }).check();
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
});

test("the rulesets are said in a sentence", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  await page.getByText("As the system's documentation describes them").waitFor();
  await page.getByRole("radio", { name: /^Program code of 2019/ }).check();
  await page.getByText("A discount may be a cent above what is allowed, and 10 % below it.").waitFor();
});

for (const [width, zoom] of [[1024, 1], [768, 1], [1440, 2]]) {
  test(`the contracts scroll in a box that says so, by keyboard, too: ${width} px, zoom ${zoom * 100} %`, async () => {
    const context = await browser.context({ viewport: { width: width / zoom, height: 900 / zoom } });
    const page = await openExampleDispense(browser, "Accepted: a whole", { context });
    const box = page.getByRole("region", { name: "Contracts and conditions" });
    await eventually(async () => assert.ok(await box.evaluate((box) => box.scrollWidth > box.clientWidth)));
    await page.getByText("The table is wider than its box: scroll it sideways, or with the arrow keys.").waitFor();
    await box.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector(".scroll-box").scrollLeft > 0);
    await eventually(async () => assert.ok(await page.getByRole("main").evaluate((main) => main.scrollWidth <= main.clientWidth)));
  });
}

test("in French: words of the page in French, the system's own messages in English", async () => {
  const page = await openPage(browser, { fragment: "#dispense", context: await browser.context({ locale: "fr-FR" }) });
  await page.getByRole("combobox", { name: "Exemples de délivrance" }).fill("plusieurs problèmes");
  await page.keyboard.press("Enter");
  const answer = page.getByRole("region", { name: "Ce que le système répondrait" });
  await answer.getByText("Refusée", { exact: true }).waitFor();
  await answer.getByText("Aucun contrat pour le programme n’est en cours.").waitFor();
  await eventually(async () => assert.equal(await answer.locator("[lang=en]").innerText(), "Program cannot be used - no active contract exists"));
  const checks = cardOf(page, "Vérifications");
  await checks.getByText("6 en échec").waitFor();
  await checks.getByText("La pharmacie (division) n’est pas connue comme active").waitFor();
  await eventually(async () => assert.ok((await checks.locator("q").evaluateAll((quotes) => quotes.map((quote) => quote.lang))).every((lang) => lang === "en")));
  const form = page.getByRole("region", { name: "Données à modifier" });
  await form.getByRole("textbox", { name: "Remise" }).fill("28,88");
  await checks.getByText("5 en échec").waitFor();
  await cardOf(page, "Remises").getByText("28,88 × 20 = 577,6 ≤ 28,88 × 20 = 577,6").waitFor();
  assert.deepEqual(page.errors, []);
});
