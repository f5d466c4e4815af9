// Choosing among many by typing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openExampleAct, startBrowser } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const activeOf = (box) => box.evaluate((input) => document.getElementById(input.getAttribute("aria-activedescendant"))?.textContent ?? null);

test("in a combobox, Enter takes the first match, and so does an arrow key down and Enter", async () => {
  const page = await openExampleAct(browser, "husband");
  const box = page.getByRole("combobox", { name: "Care type" });
  await box.fill("osteo");
  const first = await page.getByRole("listbox").getByRole("option").first().innerText();
  assert.ok((await page.getByRole("listbox").getByRole("option").count()) > 1);
  assert.equal(await activeOf(box), null, "no arrow key has gone to it");
  await box.press("ArrowDown");
  assert.equal((await activeOf(box)).replace(/\s/g, ""), first.replace(/\s/g, ""));
  await box.press("Enter");
  const taken = await box.inputValue();
  assert.ok(first.startsWith(taken), taken);
  await box.fill("osteo");
  await box.press("Enter");
  assert.equal(await box.inputValue(), taken);
  await box.fill("osteo");
  await box.press("ArrowDown");
  await box.press("ArrowDown");
  assert.notEqual(await activeOf(box), null);
  await box.press("Enter");
  assert.notEqual(await box.inputValue(), taken);
});
