// Nothing is lost: reloads, tabs, share links, the theme.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  chooseDocument, chooseFiles, eventually, file, largeCatalog, openExample, openExampleAct, openPage, outcomeOf, readText, smallCatalog,
  startBrowser, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Longer than the page waits before it saves. */
const saved = (page) => page.waitForTimeout(400);

async function shareLinkOf(page) {
  await chooseDocument(page, "Share…");
  const dialog = page.getByRole("dialog", { name: "Share" });
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await dialog.getByRole("button", { name: "Close" }).click();
  return link;
}

test("a reload keeps the view, the text as typed and the act", async () => {
  const page = await openExampleAct(browser, "husband");
  await page.getByRole("textbox", { name: "Age on that date" }).fill("46");
  // At once: what was typed just before a reload counts, too.
  await page.reload();
  await outcomeOf(page).getByText("Not covered").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Age on that date" }).inputValue(), "46"));
  await page.getByRole("link", { name: "Coverage" }).click();
  await writeText(page, '{ "name": "not finished');
  await page.reload();
  await eventually(async () => assert.equal(await readText(page), '{ "name": "not finished'));
  assert.match(page.url(), /#coverage$/);
});

test("two tabs do not overwrite one another, and a new tab starts from the last saved work", async () => {
  const context = await browser.context();
  const first = await openExample(browser, { context });
  await saved(first);
  const second = await openPage(browser, { context });
  await eventually(async () => assert.match(await readText(second), /"CONFORT"/));
  await writeText(first, '{"tab": 1}');
  await saved(first);
  await writeText(second, '{"tab": 2}');
  await saved(second);
  await first.reload();
  await second.reload();
  await eventually(async () => assert.equal(await readText(first), '{"tab": 1}'));
  await eventually(async () => assert.equal(await readText(second), '{"tab": 2}'));
  const third = await openPage(browser, { context });
  await eventually(async () => assert.equal(await readText(third), '{"tab": 2}'));
});

test("a share link brings the same work and view into another browser", async (t) => {
  const page = await openExampleAct(browser, "husband");
  const link = await shareLinkOf(page);
  t.diagnostic(`the example as a link: ${link.length} characters`);
  assert.match(link, /#act&share=[\w-]+$/);
  const other = await openPage(browser);
  await other.goto("about:blank");
  await other.goto(link);
  await outcomeOf(other).getByText("Not covered").waitFor();
  await other.getByText("The shared work is open.").waitFor();
  assert.match(other.url(), /#act$/);
  await eventually(async () => assert.equal(await other.getByRole("textbox", { name: "Age on that date" }).inputValue(), "45"));
  await other.getByRole("link", { name: "Coverage" }).click();
  await page.getByRole("link", { name: "Coverage" }).click();
  await eventually(async () => assert.equal(await readText(other), await readText(page)));
  assert.deepEqual(other.errors, []);
});

test("a link opened over other work can be undone, and leaves the last saved work alone", async () => {
  const link = await shareLinkOf(await openExample(browser));
  const context = await browser.context();
  const page = await openPage(browser, { context });
  await page.getByRole("button", { name: "Load the example" }).click();
  await writeText(page, '{"mine": true}');
  await saved(page);
  const opened = await openPage(browser, { context });
  await opened.goto(link);
  await opened.getByText("The work you had in this tab can be brought back.").waitFor();
  await saved(opened);
  const fresh = await openPage(browser, { context });
  await eventually(async () => assert.equal(await readText(fresh), '{"mine": true}'));
  await opened.bringToFront();
  await opened.locator("body").press("Control+z");
  await opened.waitForFunction(() => document.querySelector("care-editor")?.value === '{"mine": true}');
});

test("a damaged link is a sentence, and what is here stays", async () => {
  const page = await openExample(browser);
  const link = await shareLinkOf(page);
  for (const damaged of [link.slice(0, -40), `${link.split("=")[0]}=%%%`, `${link.split("=")[0]}=AAAA`, `${link.split("=")[0]}=`]) {
    await page.goto(damaged);
    await page.getByRole("alert", { name: "Message" }).getByText("This share link is damaged or incomplete").waitFor();
    await eventually(async () => assert.match(await readText(page), /"CONFORT"/));
    await page.getByRole("button", { name: "Dismiss" }).click();
  }
  assert.deepEqual(page.errors, []);
});

test("work too large for a link is a sentence", async () => {
  const page = await openExample(browser);
  const catalog = largeCatalog();
  let seed = 1;
  const noise = () => Array.from({ length: 40 }, () => (seed = (seed * 48271) % 2147483647).toString(36)).join(" ");
  for (const type of catalog.internal_care_types) type.label += ` ${noise()}`;
  await chooseFiles(page, file("types.json", catalog));
  await page.getByText("3,000 care types").first().waitFor();
  await chooseDocument(page, "Share…");
  await page.getByText(/This is too large for a link: it would have [\d,]+ characters/).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Link" }).count(), 0));
});

test("a browser that keeps nothing is a sentence, and the page works", async () => {
  const page = await openPage(browser, {
    prepare: (page) => page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    }),
  });
  await page.getByRole("button", { name: "Load the example" }).click();
  const sentence = page.getByText("it will be gone after a reload");
  await sentence.waitFor();
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  // Said once; what was replaced can still be brought back.
  await page.getByRole("button", { name: "Undo", exact: true }).waitFor();
  await page.getByRole("button", { name: "Dismiss" }).click();
  await writeText(page, "{");
  await saved(page);
  await eventually(async () => assert.equal(await sentence.count(), 0));
});

test("stored work that cannot be read is left aside", async () => {
  const context = await browser.context();
  await context.addInitScript(() => localStorage.setItem("care-coverage:last", '{"catalog": 1}'));
  const page = await openPage(browser, { context });
  await page.getByRole("button", { name: "Load the example" }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("stored work with an act that no form can show loses the act, and no text", async () => {
  const context = await browser.context();
  const text = { text: JSON.stringify({ mine: true }), source: "mine.json" };
  const work = { catalog: null, coverage: text, nonConventioned: "", draft: { facts: { "x-tags": ["a"] }, teeth: "" }, year: { text: "[]", source: "year.json" }, yearAct: 0 };
  await context.addInitScript((work) => localStorage.setItem("care-coverage:last", JSON.stringify(work)), work);
  const page = await openPage(browser, { context });
  await page.getByText("mine.json").first().waitFor();
  await writeText(page, "{}");
  await saved(page);
  const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem("care-coverage:tab")));
  assert.equal(kept.year.text, "[]");
  assert.deepEqual([kept.yearAct, kept.draft.facts], [null, {}]);
  assert.deepEqual(page.errors, []);
});

test("a refused clipboard and a link that cannot be made are sentences", async () => {
  const page = await openExample(browser);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) } }));
  await chooseDocument(page, "Share…");
  const dialog = page.getByRole("dialog", { name: "Share" });
  await dialog.getByRole("button", { name: "Copy" }).click();
  await dialog.getByText("The browser did not allow it").waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.evaluate(() => {
    window.CompressionStream = function () {
      throw new RangeError("out of memory");
    };
  });
  await chooseDocument(page, "Share…");
  await dialog.getByText("The link could not be made").waitFor();
  assert.deepEqual(page.errors, []);
});

test("one history for all: what was typed is taken back first, then what was loaded before, and both come again", async () => {
  const page = await openExample(browser);
  await chooseFiles(page, file("types.json", smallCatalog));
  await page.getByText("The catalogue is loaded: types.json.").waitFor();
  await writeText(page, '{"mine": true}');
  await eventually(async () => assert.equal(await page.getByRole("button", { name: "Undo", exact: true }).count(), 0, "of a step that is no longer the last"));
  await page.getByRole("link", { name: "Act", exact: true }).press("Control+Z");
  await eventually(async () => assert.match(await readText(page), /"CONFORT"/));
  await page.keyboard.press("Control+Z");
  await page.getByRole("region", { name: "What is loaded" }).getByText("184 care types").waitFor();
  await page.keyboard.press("Control+Y");
  await page.getByRole("region", { name: "What is loaded" }).getByText("3 care types").waitFor();
  await page.keyboard.press("Control+Shift+Z");
  await eventually(async () => assert.equal(await readText(page), '{"mine": true}'));
});

test("what is typed into a field is one step, and the history survives a reload", async () => {
  const page = await openExample(browser, { fragment: "#act" });
  const field = page.getByRole("textbox", { name: "Charged" });
  const before = await field.inputValue();
  await field.click();
  await field.press("Control+A");
  await page.keyboard.type("12345");
  await page.getByRole("button", { name: "New act" }).click();
  await saved(page);
  await page.reload();
  await page.getByRole("link", { name: "Act", exact: true }).press("Control+Z");
  await page.waitForFunction(() => document.querySelector("#charged")?.value === "12345");
  await page.keyboard.press("Control+Z");
  await eventually(async () => assert.equal(await field.inputValue(), before));
  await page.keyboard.press("Control+Y");
  await page.keyboard.press("Control+Y");
  // An act without a care type is asked for nothing else.
  await page.waitForFunction(() => (document.querySelector("#charged")?.value ?? "") === "");
});

test("where the work can be kept and its history cannot, no older history is left with it", async () => {
  const page = await openExample(browser);
  await writeText(page, '{"first": 1}');
  await saved(page);
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, text) {
      if (key === "care-coverage:history" && text !== "") throw new DOMException("full", "QuotaExceededError");
      set.call(this, key, text);
    };
  });
  await writeText(page, '{"second, which is longer": [2]}');
  await saved(page);
  await page.reload();
  await eventually(async () => assert.equal(await readText(page), '{"second, which is longer": [2]}'));
  await page.getByRole("link", { name: "Act", exact: true }).press("Control+Z");
  await eventually(async () => assert.equal(await readText(page), '{"second, which is longer": [2]}'));
});

test("a history that is of another text changes nothing in this one", async () => {
  const page = await openExample(browser);
  await writeText(page, '{"first": 1}');
  await saved(page);
  await page.evaluate(() => {
    const work = JSON.parse(sessionStorage.getItem("care-coverage:tab"));
    work.coverage.text = '{"other": "than what was typed"}';
    sessionStorage.setItem("care-coverage:tab", JSON.stringify(work));
  });
  await page.reload();
  await eventually(async () => assert.equal(await readText(page), '{"other": "than what was typed"}'));
  await page.getByRole("link", { name: "Act", exact: true }).press("Control+Z");
  await eventually(async () => assert.equal(await readText(page), '{"other": "than what was typed"}'));
  assert.deepEqual(page.errors, []);
});

test("what is typed while coverages are compared is no change of the other one", async () => {
  const page = await openPage(browser, { fragment: "#compare" });
  await page.getByRole("button", { name: "Compare the example with an edited version of it" }).click();
  await page.getByRole("link", { name: "Act", exact: true }).click();
  await page.getByRole("textbox", { name: "Charged" }).fill("77");
  await saved(page);
  const changed = await page.evaluate(() => JSON.parse(sessionStorage.getItem("care-coverage:history")).past.at(-1).changes.map(({ part }) => part));
  assert.deepEqual(changed, ["draft"]);
});

test("in a field whose text is no part of the work yet, undo is the field's own", async () => {
  const page = await openExample(browser);
  const price = page.getByRole("textbox", { name: "Price in euros" });
  await price.click();
  await page.keyboard.type("5");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await saved(page);
  await eventually(async () => assert.equal(await page.getByRole("heading", { name: "18 guarantees" }).count(), 1));
  await eventually(async () => assert.equal(await page.evaluate(() => JSON.parse(sessionStorage.getItem("care-coverage:history")).future.length), 0));
});

test("a form that was emptied is nothing to bring back, after a reload, too", async () => {
  const link = await shareLinkOf(await openExample(browser));
  const page = await openPage(browser, { fragment: "#act" });
  await page.getByRole("button", { name: "Load the example" }).first().click();
  await page.getByText("The example is loaded").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await saved(page);
  await page.reload();
  await page.goto(link);
  await page.getByText("The shared work is open.", { exact: true }).waitFor();
  await eventually(async () => assert.equal(await page.getByText("can be brought back").count(), 0));
});

test("the theme is chosen, kept, and follows the system otherwise", async () => {
  const context = await browser.context({ colorScheme: "dark" });
  const page = await openPage(browser, { context });
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const theme = page.getByLabel("Theme");
  const openMenu = () => page.getByRole("button", { name: "More", exact: true }).click();
  await openMenu();
  await eventually(async () => assert.equal(await background(), "rgb(20, 23, 27)"));
  await theme.selectOption("Light");
  await eventually(async () => assert.equal(await background(), "rgb(246, 247, 249)"));
  await page.reload();
  await openMenu();
  await eventually(async () => assert.equal(await background(), "rgb(246, 247, 249)"));
  await theme.selectOption("System");
  await eventually(async () => assert.equal(await background(), "rgb(20, 23, 27)"));
});
