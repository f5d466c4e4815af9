// On paper: a coverage as a sheet of its own, the other views without what they are changed with.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, exampleCoverage, openExample, openExampleAct, openPage, startBrowser } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page(?!s)/g)?.length ?? 0;
const CONTROLS = "button, .button, input, select, textarea, care-editor, header, footer, nav, summary";

/** The page as it is on paper, while it is printed. */
async function printing(page) {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

const visible = (page, selector) =>
  page.locator(selector).evaluateAll((elements) => elements.filter((element) => element.checkVisibility({ visibilityProperty: true })).map((element) => element.outerHTML.slice(0, 80)));

for (const [locale, words] of [["en-US", ["Version 3 · 18 guarantees", "300 % BR, Sécu included", "When: "]], ["fr-FR", ["Version 3 · 18 garanties", "y compris le remboursement de la Sécurité sociale", "Si\u00a0: "]]]) {
  test(`the example is at most 3 pages of A4, without a button, in ${locale}`, async (t) => {
    const context = await browser.context({ locale, colorScheme: "dark" });
    const page = await openPage(browser, { context, isFirst: true });
    await page.locator(".question").waitFor();
    await page.waitForLoadState("networkidle");
    const pdf = await page.pdf({ preferCSSPageSize: true });
    t.diagnostic(`${pagesOf(pdf)} pages`);
    assert.ok(pagesOf(pdf) >= 1 && pagesOf(pdf) <= 3, `${pagesOf(pdf)} pages`);
    await printing(page);
    const sheet = await page.locator(".sheet").innerText();
    for (const part of ["CONFORT", ...words]) assert.ok(sheet.includes(part), part);
    for (const { name } of JSON.parse(exampleCoverage).guarantees) assert.ok(sheet.includes(name), name);
    assert.ok(!/[{}"]/.test(sheet), "no JSON");
    await eventually(async () => assert.deepEqual(await visible(page, CONTROLS), []));
    await eventually(async () => assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), "rgb(255, 255, 255)"));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await eventually(async () => assert.equal(await page.locator(".sheet").count(), 0));
    assert.deepEqual(page.errors, []);
  });
}

test("an act is printed with its answer, without the buttons", async () => {
  const page = await openExampleAct(browser, "OPTAM or secteur 1");
  await page.getByText("DOCTORS_OPTAM covers this act.").waitFor();
  await printing(page);
  await eventually(async () => assert.deepEqual(await visible(page, "button, .button, header, footer, nav, textarea, care-editor"), []));
  await eventually(async () => assert.ok(await page.getByText("DOCTORS_OPTAM covers this act.").isVisible()));
  await eventually(async () => assert.equal(await page.locator(".sheet").count(), 0));
});

test("a coverage without guarantees is a sheet that says so", async () => {
  const page = await openExample(browser);
  await page.getByRole("button", { name: "Document", exact: true }).click();
  await page.locator("#document-menu").getByRole("button", { name: "New coverage" }).click();
  await page.getByText("A new coverage is begun.").waitFor();
  await printing(page);
  await page.locator(".sheet").getByText("No guarantee yet.").waitFor();
});
