// The text of the Dispense view: edited, broken, mended, brought and kept; nothing of the snapshot is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  chooseExampleDispense, chooseFiles, dropFiles, editorOf, eventually, exampleCoverage, file, openExample, openExampleDispense, openPage, readText, selectionOf,
  startBrowser, textOf, typingTimes, writeText, chooseDocument,
} from "./browser.mjs";
import { accepted, answerOf, cardOf, exampleOf, openSnapshot, plain, typed } from "./dispense-panel.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const brokenCard = (page) => page.getByText("This is not valid JSON yet", { exact: true });

test("the switches edit the text, in one step that can be undone, and show what stands there", async () => {
  const page = await openExampleDispense(browser, "Accepted: a cent above");
  const choice = (name) => page.getByRole("radio", { name: new RegExp(name) });
  // A text that takes long to read is read when typing pauses.
  const chosen = (name) => page.getByRole("radio", { name: new RegExp(name), checked: true }).waitFor();
  await chosen("code-2019");
  await choice("page-2022").check();
  await eventually(async () => assert.equal(await readText(page), exampleOf("discount-within-tolerance").text.replace("code-2019", "page-2022")));
  await answerOf(page).getByText("Rejected", { exact: true }).waitFor();
  await page.keyboard.press("Control+z");
  await chosen("code-2019");
  await eventually(async () => assert.equal(await readText(page), exampleOf("discount-within-tolerance").text));
  await choice("Qualify programs").check();
  await eventually(async () => assert.match(await readText(page), /"operation": "qualify"/));
  await writeText(page, '{ "ruleset": "page-2022", "current_date": "2026-03-02" }');
  // The default of an absent operation.
  await chosen("create_dispense");
  await choice("Qualify programs").check();
  await eventually(async () => assert.equal(await readText(page), '{ "ruleset": "page-2022", "current_date": "2026-03-02", "operation": "qualify" }'));
  await writeText(page, "[]");
  await page.getByRole("radio", { name: /create_dispense/, disabled: true }).waitFor();
});

test("broken JSON says where, keeps what was judged before, and mends while typing", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  await writeText(page, exampleOf("accepted").text.replace('"order",', '"order";'));
  await page.getByText(/^Line 34, column \d+: a comma or a closing brace } is expected, but there is ;\.$/).waitFor();
  await page.getByText("Below: what came of the snapshot as it was before.").waitFor();
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Show in the text" }).first().click();
  await eventually(async () => assert.equal(await selectionOf(page), ";"));
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
  for (const place of ["Today", "Medication 1, quantity in a package", "Detail 1, discount", "contract"]) {
    assert.ok(words.some((text) => text.includes(place)), place);
  }
  await items.filter({ hasText: "quantity in a package" }).getByRole("button", { name: /^Line/ }).click();
  await eventually(async () => assert.equal(await selectionOf(page), "true"));
  await eventually(async () => assert.ok((await editorOf(page).locator(".cm-lintRange-error").allInnerTexts()).includes("true")));
  await card.getByRole("button", { name: /Rename to contracts/ }).click();
  await eventually(async () => assert.match(await readText(page), /"contracts": \[/));
  const left = cardOf(page, "3 problems");
  await eventually(async () => assert.ok(await left.evaluate((card) => card.contains(document.activeElement))));
});

test("a snapshot comes from a file, a drop or the clipboard, from any view, and is recognised", async () => {
  const page = await openExample(browser);
  await dropFiles(page, file("dispense.json", accepted()));
  await page.getByText("The dispense is loaded: dispense.json.").waitFor();
  assert.match(page.url(), /#dispense$/);
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("heading", { name: "Would this dispense of medication be accepted?" }).waitFor();
  await chooseDocument(page, "Paste…");
  const dialog = page.getByRole("dialog", { name: "Paste a dispense" });
  await dialog.getByRole("textbox").fill(exampleOf("wrong-code").text);
  await dialog.getByRole("button", { name: "Load" }).click();
  await answerOf(page).getByText("Incorrect code").waitFor();
  // What has no field to tell it by is what the view shows.
  await chooseFiles(page, file("odd.json", { operation: "qualify" }));
  await page.getByText("The engine cannot read this snapshot.").waitFor();
  await page.getByRole("link", { name: "Coverage" }).click();
  await page.getByRole("textbox", { name: "Coverage as JSON" }).waitFor();
  await eventually(async () => assert.equal(await readText(page), exampleCoverage));
});

test("what is typed, picked in the form and chosen is one history, undone step by step", async () => {
  const page = await openExampleDispense(browser, "Accepted: a whole");
  const { text } = exampleOf("accepted");
  await page.getByRole("group", { name: /^Detail 1/ }).getByRole("textbox", { name: "Discount" }).fill("30");
  await answerOf(page).getByText("Rejected", { exact: true }).waitFor();
  await page.getByRole("radio", { name: /code-2019/ }).check();
  await textOf(page).press("Control+End");
  await page.keyboard.type("y");
  await eventually(async () => assert.equal(await readText(page), `${text.replace('"discount_amount": 28.88', '"discount_amount": 30').replace("page-2022", "code-2019")}y`));
  for (const before of [text.replace('"discount_amount": 28.88', '"discount_amount": 30').replace("page-2022", "code-2019"), text.replace('"discount_amount": 28.88', '"discount_amount": 30'), text]) {
    await page.keyboard.press("Control+z");
    await eventually(async () => assert.equal(await readText(page), before));
  }
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
});

test("a reload keeps the text as typed, and two tabs do not overwrite one another", async () => {
  const context = await browser.context();
  const first = await openExampleDispense(browser, "Rejected: the code is wrong", { context });
  await writeText(first, '{ "ruleset": "not finished');
  await first.reload();
  await editorOf(first).waitFor();
  await eventually(async () => assert.equal(await readText(first), '{ "ruleset": "not finished'));
  await first.waitForTimeout(400);
  const second = await openPage(browser, { context, fragment: "#dispense" });
  await editorOf(second).waitFor();
  await eventually(async () => assert.equal(await readText(second), '{ "ruleset": "not finished'));
  await writeText(second, '{"tab": 2}');
  await second.waitForTimeout(400);
  await first.reload();
  await editorOf(first).waitFor();
  await eventually(async () => assert.equal(await readText(first), '{ "ruleset": "not finished'));
  await writeText(first, "");
  await first.getByText("Load a snapshot, choose an example, or type one.").waitFor();
});

test("a share link brings the dispense, and work from before there were dispenses opens", async () => {
  const page = await openExampleDispense(browser, "Rejected: the contract is suspended");
  await chooseDocument(page, "Share…");
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
  await eventually(async () => assert.equal(await readText(old), exampleCoverage));
});

test("by keyboard alone: load the example, follow a place, switch the rules", async () => {
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
  await tabTo("Pharmacy 1, status");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await selectionOf(page), '"INACTIVE"'));
  // Typing there answers at once, and Tab leads out of the text.
  await page.keyboard.type('"ACTIVE"');
  await cardOf(page, "Checks").getByText("division_active").waitFor({ state: "hidden" });
  await page.keyboard.press("Shift+Tab");
  for (let step = 0; step < 60 && !(await label()).includes("page-2022"); step += 1) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.match(await readText(page), /"ruleset": "code-2019"/));
  await page.getByRole("radio", { name: /code-2019/, checked: true }).waitFor();
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
  await eventually(async () => assert.ok(await box.evaluate((box) => box.scrollWidth > box.clientWidth && box.tabIndex === 0)));
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
  const page = await openSnapshot(browser, snapshot);
  await answerOf(page).getByText("Accepted", { exact: true }).waitFor();
  await cardOf(page, "Checks").locator("summary", { hasText: /\d+ pass/ }).click();
  await page.waitForFunction(() => document.querySelectorAll("ol.checks > li").length >= 50);
  await eventually(async () => assert.equal(await cardOf(page, "Checks").locator("ol.checks > li").count(), 50));
  await cardOf(page, "Contracts").getByRole("button", { name: "Show 100 more" }).waitFor();
  const times = await typingTimes(page, '{"a": 1, "b": 2}');
  const middle = times[times.length >> 1];
  t.diagnostic(`${Math.round((await readText(page)).length / 1024)} KB, 528 checks: from key to drawn ${middle.toFixed(1)} ms (median), ${times.at(-1).toFixed(1)} ms (longest)`);
  await brokenCard(page).waitFor();
  assertTime(t, "a key (median)", middle, 100);
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
  await page.getByRole("radio", { name: /code-2019/ }).check();
  await eventually(async () => assert.match(await area.inputValue(), /"ruleset": "code-2019"/));
  await page.getByRole("button", { name: "Undo in the text" }).click();
  await eventually(async () => assert.equal(await area.inputValue(), exampleOf("wrong-code").text));
});

test("an example that cannot be fetched is a sentence", async () => {
  const page = await openPage(browser, { fragment: "#dispense", prepare: (page) => page.route("**/accepted-*.json", (route) => route.abort()) });
  await page.getByRole("button", { name: "Load the example" }).click();
  await page.getByRole("alert", { name: "Message" }).getByText("The example could not be loaded.").waitFor();
});
