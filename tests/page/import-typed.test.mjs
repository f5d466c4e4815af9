// A place of a table that is brought in is typed again: what is shown before it is taken is what is taken, and the focus stays near.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, startBrowser } from "./browser.mjs";
import { detail, openImport, place } from "./import-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const TABLE = [
  "Garanties;Base (y compris la Sécurité sociale);Option",
  "Couronne;125 % BR;250 % BR",
  "Soins dentaires;100 % BR;30 €",
  "Implant;500 €;600 € par implant",
  "(1) y compris la Sécurité sociale;;",
  "(2) Selon devis.;;",
].join("\n");

/** The words of the preview, and then those of the place once they are taken. */
async function typeInto(page, name, text) {
  await place(page, name).click();
  await detail(page).getByRole("textbox").first().fill(text);
  const preview = detail(page).locator(".import-typing [role=status]");
  await eventually(async () => assert.notEqual(await preview.innerText(), ""));
  const shown = { rules: await preview.locator(".import-rule").allInnerTexts(), reasons: await preview.locator(".import-reasons li").allInnerTexts() };
  await detail(page).getByRole("button", { name: "Take this" }).click();
  await place(page, name).and(page.getByRole("button", { name: /typed again$/ })).waitFor();
  await eventually(async () => {
    assert.deepEqual(await detail(page).locator(".import-rule").allInnerTexts(), shown.rules);
    assert.deepEqual(await detail(page).locator(".import-reasons li").allInnerTexts(), shown.reasons);
  });
  return shown;
}

test("the preview is what is taken: by the header's share", async () => {
  const page = await openImport(browser, TABLE);
  const byHeader = await typeInto(page, "B2", "60 % BR");
  assert.match(byHeader.rules.join(), /60 % BR/);
  assert.doesNotMatch(byHeader.rules.join(), /on top/);
  assert.deepEqual(byHeader.reasons, []);
  assert.deepEqual(page.errors, []);
});

test("the preview is what is taken: by the answer for a column, with what is assumed and what is not read", async () => {
  const page = await openImport(browser, TABLE.replace(" (y compris la Sécurité sociale)", ""));
  const open = await typeInto(page, "C2", "60 % BR");
  assert.match(open.rules.join(), /on top/);
  assert.equal(open.reasons.length, 1);
  await page.getByRole("group", { name: /column Option/ }).getByRole("radio", { name: /^Included/ }).check();
  const said = await typeInto(page, "C3", "80 % BR");
  assert.doesNotMatch(said.rules.join(), /on top/);
  assert.deepEqual(said.reasons, []);
  const noted = await typeInto(page, "B4", "400 € (2)");
  assert.ok(noted.reasons.some((reason) => reason.includes("A footnote is not read: “Selon devis”")), noted.reasons.join());
  assert.deepEqual(page.errors, []);
});

test("the focus stays at the place that was typed again or is as it was, and on the page once a formula is taken", async () => {
  const page = await openImport(browser, TABLE);
  const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);
  await place(page, "C2").click();
  await detail(page).getByRole("textbox").first().fill("300 % BR");
  await page.keyboard.press("Enter");
  await place(page, "C2").and(page.getByRole("button", { name: /300 % BR.*typed again$/ })).waitFor();
  await eventually(async () => assert.equal(await focused(), "import-detail"));
  await detail(page).getByRole("button", { name: "As it was" }).click();
  await place(page, "C2").and(page.getByRole("button", { name: /250 % BR/ })).waitFor();
  await eventually(async () => assert.equal(await focused(), "import-detail"));
  await eventually(async () => assert.equal(await detail(page).getByRole("textbox").first().inputValue(), "250 % BR"));
  await page.getByRole("button", { name: "Take it", exact: true }).click();
  await page.locator(".tabled-answer").waitFor();
  await eventually(async () => assert.equal(await focused(), "MAIN"));
  assert.deepEqual(page.errors, []);
});

test("without a name a formula is not taken, and the page says so next to the button", async () => {
  const page = await openImport(browser, TABLE);
  const name = page.getByRole("textbox", { name: /^Name of the coverage of Base/ });
  const take = page.getByRole("button", { name: "Take it", exact: true });
  const why = page.getByText("The coverage in hand has no name yet: type one above.");
  await name.fill(" ");
  await why.waitFor();
  await eventually(async () => assert.ok(await take.isDisabled()));
  await name.fill("CENTRE");
  await eventually(async () => assert.equal(await why.count(), 0));
  await eventually(async () => assert.ok(await take.isEnabled()));
  // The one to compare with needs one, too: it would be left behind without a word.
  await page.getByRole("combobox", { name: "What Option becomes" }).selectOption("other");
  await page.getByRole("textbox", { name: "Name of the coverage of Option" }).fill("");
  await page.getByText("The coverage to compare with has no name yet: type one above.").waitFor();
  await eventually(async () => assert.ok(await take.isDisabled()));
  assert.deepEqual(page.errors, []);
});

test("a very long header is shortened where it is named", async () => {
  const page = await openImport(browser, TABLE.replace("Option", "Option ".repeat(20_000)));
  const named = page.locator(".import-formulas, .import-assume, .import-grid thead");
  await eventually(async () => assert.match((await named.allInnerTexts()).join(), /Option Option .*…/));
  await eventually(async () => {
    const texts = await named.allTextContents();
    assert.ok(texts.join().length < 5000, String(texts.join().length));
  });
  const labels = await page.locator(".import-take [aria-label]").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  assert.ok(labels.every((label) => label.length < 200));
  assert.deepEqual(page.errors, []);
});
