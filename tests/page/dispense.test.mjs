// The Dispense view: what the system would answer, every check, the contracts, the inequality; and nothing of the snapshot is lost.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { checkDispense } from "../../pkg/index.js";
import {
  chooseExampleDispense, chooseFiles, dropFiles, editorOf, exampleCoverage, file, openExample, openExampleDispense, openPage, readText, selectionOf,
  startBrowser, textOf, typingTimes, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const FOLDER = new URL("../../examples/dispense/", import.meta.url);
const examples = await Promise.all((await readdir(FOLDER)).map(async (name) => {
  const text = await readFile(new URL(name, FOLDER), "utf8");
  return { name: name.replace(".json", ""), text, snapshot: JSON.parse(text), report: checkDispense(JSON.parse(text)) };
}));
const exampleOf = (name) => examples.find((example) => example.name === name);
const accepted = () => structuredClone(exampleOf("accepted").snapshot);

/** A file of the page, as the tests can call it. */
async function sourceOf(path) {
  const entry = fileURLToPath(new URL(`../../www/src/${path}`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
const { inequalities } = await sourceOf("snapshots.ts");
const { dispenseMessages } = await sourceOf("messages-dispense.ts");

const WORDS = { accepted: "Accepted", rejected: "Rejected", indeterminate: "Not decided yet" };
const answerOf = (page) => page.getByRole("region", { name: "What the system would answer" });
const cardOf = (page, name) => page.locator("section.card").filter({ has: page.getByRole("heading", { name, exact: true, level: 2 }) });
const checkOf = (page, id) => cardOf(page, "Checks").getByRole("listitem").filter({ has: page.getByText(id, { exact: true }) });
const brokenCard = (page) => page.getByText("This is not valid JSON yet", { exact: true });
const plain = (text) => text.replace(/\s+/g, " ").trim();
const wordsOf = async (element) => plain(await element.innerText());
const typed = (page, change) => {
  const snapshot = accepted();
  change(snapshot);
  return writeText(page, JSON.stringify(snapshot, null, 2));
};

async function openSnapshot(snapshot, options = {}) {
  const page = await openPage(browser, { fragment: "#dispense", ...options });
  await chooseFiles(page, file("snapshot.json", snapshot));
  await page.getByText("The dispense is loaded: snapshot.json.").waitFor();
  await editorOf(page).waitFor();
  return page;
}

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
  assert.equal(Object.keys(dispenseMessages.exampleLabels).length, examples.length);
  for (const { name, text, report } of examples) {
    const label = dispenseMessages.exampleLabels[name];
    await t.test(label, async () => {
      await chooseExampleDispense(page, label);
      assert.equal(await readText(page), text);
      const words = await wordsOf(answerOf(page));
      assert.ok(words.startsWith(WORDS[report.decision]), words);
      assert.ok(label.startsWith(WORDS[report.decision].split(" ").slice(0, 2).join(" ")), label);
      const failure = report.first_failure;
      if (failure === null) return assert.doesNotMatch(words, /Message/);
      assert.ok(words.includes(`${failure.status}`) && words.includes(failure.message), words);
      assert.ok(words.includes(dispenseMessages.checks[failure.id].failed), words);
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
  assert.deepEqual([...ids].sort(), Object.keys(dispenseMessages.checks).sort());
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
  const page = await openSnapshot(published("page-2022", "50.00"));
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

test("the switches edit the text, in one step that can be undone, and show what stands there", async () => {
  const page = await openExampleDispense(browser, "Accepted: a cent above");
  const choice = (name) => page.getByRole("radio", { name, exact: true });
  assert.ok(await choice("code-2019").isChecked());
  await choice("page-2022").check();
  assert.equal(await readText(page), exampleOf("discount-within-tolerance").text.replace("code-2019", "page-2022"));
  await answerOf(page).getByText("Rejected", { exact: true }).waitFor();
  await page.keyboard.press("Control+z");
  assert.ok(await choice("page-2022").isChecked(), "keys in a field are the field's");
  await page.getByRole("button", { name: "Undo in the text" }).click();
  assert.equal(await readText(page), exampleOf("discount-within-tolerance").text);
  assert.ok(await choice("code-2019").isChecked());
  await choice("Qualify programs").check();
  assert.match(await readText(page), /"operation": "qualify"/);
  await writeText(page, '{ "ruleset": "page-2022", "current_date": "2026-03-02" }');
  assert.ok(await choice("Dispense").isChecked(), "the default of an absent operation");
  await choice("Qualify programs").check();
  assert.equal(await readText(page), '{ "ruleset": "page-2022", "current_date": "2026-03-02", "operation": "qualify" }');
  await writeText(page, "[]");
  assert.ok(await choice("Dispense").isDisabled());
});

test("broken JSON says where, keeps what was judged before, and mends while typing", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  await writeText(page, exampleOf("accepted").text.replace('"order",', '"order";'));
  await page.getByText(/^Line 34, column \d+: a comma or a closing brace } is expected, but there is ;\.$/).waitFor();
  await page.getByText("Below: what came of the snapshot as it was before.").waitFor();
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Show in the text" }).first().click();
  assert.equal(await selectionOf(page), ";");
  await page.keyboard.type(",");
  await brokenCard(page).waitFor({ state: "hidden" });
});

test("a refused snapshot lists every problem with its place and fix; a fix leads to the next", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  await typed(page, (snapshot) => {
    snapshot.contract = snapshot.contracts;
    delete snapshot.contracts;
    snapshot.current_date = "2026-02-30";
    snapshot.medications[0].package_qty = true;
    snapshot.request.medication_dispense.dispense_details[0].discount_amount = "28,88";
  });
  const card = cardOf(page, "4 problems");
  await card.getByText("The engine cannot read this snapshot.").waitFor();
  const items = card.getByRole("listitem");
  const words = await items.allInnerTexts();
  for (const place of ["current_date", "Medication 1, package_qty", "Detail 1, discount_amount", "contract"]) {
    assert.ok(words.some((text) => text.includes(place)), place);
  }
  await items.filter({ hasText: "package_qty" }).getByRole("button", { name: /^Line/ }).click();
  assert.equal(await selectionOf(page), "true");
  assert.ok((await editorOf(page).locator(".cm-lintRange-error").allInnerTexts()).includes("true"));
  await card.getByRole("button", { name: /Rename to contracts/ }).click();
  assert.match(await readText(page), /"contracts": \[/);
  const left = cardOf(page, "3 problems");
  assert.ok(await left.evaluate((card) => card.contains(document.activeElement)));
});

test("a snapshot comes from a file, a drop or the clipboard, from any view, and is recognised", async () => {
  const page = await openExample(browser);
  await dropFiles(page, file("dispense.json", accepted()));
  await page.getByText("The dispense is loaded: dispense.json.").waitFor();
  assert.match(page.url(), /#dispense$/);
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("heading", { name: "Would this dispense of medication be accepted?" }).waitFor();
  await page.getByRole("button", { name: "Paste…" }).click();
  const dialog = page.getByRole("dialog", { name: "Paste a dispense" });
  await dialog.getByRole("textbox").fill(exampleOf("wrong-code").text);
  await dialog.getByRole("button", { name: "Load" }).click();
  await answerOf(page).getByText("Incorrect code").waitFor();
  // What has no field to tell it by is what the view shows.
  await chooseFiles(page, file("odd.json", { operation: "qualify" }));
  await page.getByText("The engine cannot read this snapshot.").waitFor();
  await page.getByRole("link", { name: "Coverage" }).click();
  assert.equal(await readText(page), exampleCoverage);
});

test("each text has an undo history of its own", async () => {
  const page = await openExample(browser);
  await textOf(page).press("Control+End");
  await page.keyboard.type("x");
  await page.getByRole("link", { name: "Dispense" }).click();
  await chooseExampleDispense(page, "Accepted: a whole");
  await textOf(page).press("Control+End");
  await page.keyboard.type("y");
  await page.getByRole("link", { name: "Coverage" }).click();
  assert.ok((await readText(page)).endsWith("x"));
  await page.getByRole("button", { name: "Undo in the text" }).click();
  assert.equal(await readText(page), exampleCoverage);
  await page.getByRole("link", { name: "Dispense" }).click();
  assert.ok((await readText(page)).endsWith("y"));
  await page.getByRole("button", { name: "Undo in the text" }).click();
  assert.equal(await readText(page), exampleOf("accepted").text);
});

test("a reload keeps the text as typed, and two tabs do not overwrite one another", async () => {
  const context = await browser.context();
  const first = await openExampleDispense(browser, "Rejected: the code is wrong", { context });
  await writeText(first, '{ "ruleset": "not finished');
  await first.reload();
  await editorOf(first).waitFor();
  assert.equal(await readText(first), '{ "ruleset": "not finished');
  await first.waitForTimeout(400);
  const second = await openPage(browser, { context, fragment: "#dispense" });
  await editorOf(second).waitFor();
  assert.equal(await readText(second), '{ "ruleset": "not finished');
  await writeText(second, '{"tab": 2}');
  await second.waitForTimeout(400);
  await first.reload();
  await editorOf(first).waitFor();
  assert.equal(await readText(first), '{ "ruleset": "not finished');
  await writeText(first, "");
  await first.getByText("Load a snapshot, choose an example, or type one on the left.").waitFor();
});

test("a share link brings the dispense, and work from before there were dispenses opens", async () => {
  const page = await openExampleDispense(browser, "Rejected: the contract is suspended");
  await page.getByRole("button", { name: "Share…" }).click();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  const other = await openPage(browser);
  await other.goto("about:blank");
  await other.goto(link);
  await answerOf(other).getByText("Contract is suspended").waitFor();
  const context = await browser.context();
  await context.addInitScript((text) => {
    const draft = { facts: {}, teeth: "", prescription: { sphere: "", cylinder: "", multifocal: false } };
    localStorage.setItem("care-coverage:last", JSON.stringify({ catalog: null, coverage: { text, source: "old" }, draft, nonConventioned: "" }));
  }, exampleCoverage);
  const old = await openPage(browser, { context });
  await editorOf(old).waitFor();
  assert.equal(await readText(old), exampleCoverage);
});

test("by keyboard alone: load the example, narrow the checks, follow a place, switch the rules", async () => {
  const page = await openPage(browser, { fragment: "#dispense" });
  await page.getByRole("button", { name: "Load the example" }).waitFor();
  const label = () => page.evaluate(() => {
    const element = document.activeElement;
    return (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).trim();
  });
  const tabTo = async (wanted) => {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press("Tab");
      if ((await label()) === wanted) return;
    }
    assert.fail(`no way to ${wanted} by Tab`);
  };
  await tabTo("Example dispenses");
  await page.keyboard.type("many problems");
  await page.keyboard.press("Enter");
  await answerOf(page).getByText("Rejected", { exact: true }).waitFor();
  await editorOf(page).waitFor();
  await tabTo("6 failed");
  await page.keyboard.press("Enter");
  assert.equal(await label(), "6 failed");
  await tabTo("Pharmacy 1, status");
  await page.keyboard.press("Enter");
  assert.equal(await selectionOf(page), '"INACTIVE"');
  // Typing there answers at once, and Tab leads out of the text.
  await page.keyboard.type('"ACTIVE"');
  await cardOf(page, "Checks").getByText("division_active").waitFor({ state: "hidden" });
  await page.keyboard.press("Shift+Tab");
  for (let step = 0; step < 10 && (await label()) !== "page-2022"; step += 1) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  assert.match(await readText(page), /"ruleset": "code-2019"/);
  await page.getByText("rules code-2019").waitFor();
});

test("the decision is said once typing has paused", async () => {
  const page = await openExampleDispense(browser, "Rejected: the code is wrong");
  await page.getByRole("status").filter({ hasText: "Rejected. The code is missing, or not the one that the patient was sent." }).waitFor({ state: "attached" });
});

test("on a narrow screen nothing scrolls sideways but the contracts, inside their own box", async () => {
  const page = await openExampleDispense(browser, "Rejected: the discount is too low", { context: await browser.context({ viewport: { width: 360, height: 740 } }) });
  const [content, visible] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(content <= visible, `${content}`);
  const box = page.getByRole("region", { name: "Contracts and conditions" });
  assert.ok(await box.evaluate((box) => box.scrollWidth > box.clientWidth && box.tabIndex === 0));
});

test("a hundred details, hundreds of contracts and medications stay fast", async (t) => {
  const snapshot = accepted();
  const [medication] = snapshot.medications;
  const [participant] = snapshot.program_medications;
  const ids = Array.from({ length: 100 }, (_, index) => `brand-${index}`);
  snapshot.medications = ids.map((id) => ({ ...medication, id }));
  snapshot.program_medications = ids.map((medication_id) => ({ ...participant, medication_id }));
  snapshot.request.medication_dispense.dispense_details = ids.map((medication_id) => ({ medication_id, medication_qty: 20, discount_amount: "28.88" }));
  snapshot.medication_request.medication_qty = 2000;
  snapshot.contracts = Array.from({ length: 300 }, (_, index) => ({ ...snapshot.contracts[0], id: `contract-${index}` }));
  const page = await openSnapshot(snapshot);
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  await page.getByRole("button", { name: "All 528" }).waitFor();
  assert.equal(await cardOf(page, "Checks").locator("ol.checks > li").count(), 50);
  await cardOf(page, "Contracts").getByRole("button", { name: "Show 100 more" }).waitFor();
  const times = await typingTimes(page, '{"a": 1, "b": 2}');
  const middle = times[times.length >> 1];
  t.diagnostic(`${Math.round((await readText(page)).length / 1024)} KB, 528 checks: from key to drawn ${middle.toFixed(1)} ms (median), ${times.at(-1).toFixed(1)} ms (longest)`);
  await brokenCard(page).waitFor();
  assert.ok(middle < 100, `${middle} ms`);
  const started = performance.now();
  await writeText(page, JSON.stringify(snapshot));
  await brokenCard(page).waitFor({ state: "hidden" });
  t.diagnostic(`pasted over, judged and drawn again after ${(performance.now() - started).toFixed(0)} ms`);
});

test("without the editor, a plain field does everything but the marks", async () => {
  const page = await openPage(browser, { fragment: "#dispense", prepare: (page) => page.route("**/editor-*.js", (route) => route.abort()) });
  await page.getByRole("button", { name: "Load the example" }).click();
  await page.getByText("The text editor could not be loaded.").waitFor();
  const area = page.getByRole("textbox", { name: "Snapshot as JSON" });
  await area.fill(exampleOf("wrong-code").text);
  await answerOf(page).getByText("Incorrect code").waitFor();
  await page.getByRole("radio", { name: "code-2019" }).check();
  assert.match(await area.inputValue(), /"ruleset": "code-2019"/);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  assert.equal(await area.inputValue(), exampleOf("wrong-code").text);
});

test("an example that cannot be fetched is a sentence", async () => {
  const page = await openPage(browser, { fragment: "#dispense", prepare: (page) => page.route("**/accepted-*.json", (route) => route.abort()) });
  await page.getByRole("button", { name: "Load the example" }).click();
  await page.getByRole("alert", { name: "Message" }).getByText("The example could not be loaded.").waitFor();
});
