// The terms of art: a definition by keyboard, mouse and touch, and a list of all with links that lead somewhere.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { violations } from "./axe.mjs";
import { eventually, openPage, startBrowser } from "./browser.mjs";
import { serve } from "./server.mjs";

let browser, site;
before(async () => {
  browser = await startBrowser();
  site = await serve("/play/");
});
after(async () => {
  await browser.stop();
  await site.stop();
});

/** As a part of the documentation site, so that the links have somewhere to lead. */
async function openSite(options = {}) {
  const page = await openPage({ ...browser, address: site.address }, { isFirst: true, ...options });
  await page.locator(".question").getByRole("button", { name: "BR", exact: true }).waitFor();
  return page;
}

const wordOf = (page, name = "BR") => page.locator(".question").getByRole("button", { name, exact: true });
const noteOf = (page) => page.locator(".term-note:popover-open");

test("a term shows its definition and where its rules are, by keyboard", async () => {
  const page = await openSite();
  await wordOf(page).focus();
  await page.keyboard.press("Enter");
  await noteOf(page).getByText("Base de remboursement: the amount of an act that the Sécu reckons with").waitFor();
  const rules = noteOf(page).getByRole("link", { name: "The rules" });
  await eventually(async () => assert.match(await rules.getAttribute("href"), /\/reimbursement\.html#words$/));
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await noteOf(page).count(), 0));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "BR"));
  assert.deepEqual(page.errors, []);
});

test("by mouse it comes and goes with the pointer, and all words are one step away", async () => {
  const page = await openSite();
  await wordOf(page).hover();
  await noteOf(page).waitFor();
  await page.mouse.move(5, 5);
  await noteOf(page).waitFor({ state: "detached" }).catch(() => assert.fail("the definition goes with the pointer"));
  await wordOf(page).click();
  await noteOf(page).getByRole("button", { name: "All words" }).click();
  const dialog = page.getByRole("dialog", { name: "Words" });
  await dialog.getByText("Monthly ceiling of the Sécu").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "BR"));
});

test("by touch it opens within the screen of a phone", async () => {
  const page = await openSite({ context: await browser.context({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: "en-US" }) });
  await wordOf(page).tap();
  await noteOf(page).waitFor();
  const { left, right, top, bottom } = await noteOf(page).evaluate((note) => note.getBoundingClientRect());
  assert.ok(left >= 0 && right <= 360 && top >= 0 && bottom <= 740, JSON.stringify({ left, right, top, bottom }));
});

for (const [locale, open, title, word] of [["en-US", "Words", "Words", "Out of pocket"], ["fr-FR", "Lexique", "Lexique", "Reste à charge"]]) {
  test(`all words are in the footer, in ${locale}, each with a line of its own and no link that leads nowhere`, async () => {
    const page = await openPage(browser, { isFirst: true, context: await browser.context({ locale }) });
    await page.getByRole("contentinfo").getByRole("button", { name: open }).click();
    const dialog = page.getByRole("dialog", { name: title });
    await dialog.getByText(word, { exact: true }).waitFor();
    const entries = await dialog.locator(".glossary > div").evaluateAll((entries) => entries.map((entry) => [entry.querySelector("dt").textContent, entry.querySelector("dd").textContent.trim()]));
    assert.ok(entries.length >= 25, `${entries.length}`);
    for (const [name, definition] of entries) assert.ok(definition.length > 30 && definition.length < 220, `${name}: ${definition}`);
    assert.equal(new Set(entries.map(([name]) => name)).size, entries.length);
    await eventually(async () => assert.equal(await dialog.getByRole("link").count(), 0));
  });
}

test("each link leads to a heading of the documentation", async () => {
  const terms = await readFile(new URL("../../www/src/features/glossary/terms.ts", import.meta.url), "utf8");
  const links = [...terms.matchAll(/: "([\w-]+)\.html(?:#([^"]+))?"/g)].map(([, page, heading]) => [page, heading]);
  assert.ok(links.length > 25);
  const slug = (heading) => heading.toLowerCase().replace(/[`*.,:?!]/g, "").trim().replace(/\s+/g, "-");
  for (const [name, heading] of links) {
    const text = await readFile(new URL(`../../docs/${name}.md`, import.meta.url), "utf8");
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, words]) => slug(words));
    if (heading !== undefined) assert.ok(headings.includes(heading), `${name}.md has no heading ${heading}`);
  }
});
