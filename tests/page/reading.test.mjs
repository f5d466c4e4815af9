// From a key to what is drawn: a text is parsed once and analyzed once, whoever shows it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseFiles, editorOf, eventually, file, openExample, openPage, readText, smallCatalog, smallCoverage, startBrowser, textOf, writeText } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Counts what the page asks the engine, and how often it parses the text that is shown. */
function watch(page) {
  return page.addInitScript(() => {
    window.asked = {};
    window.parsed = 0;
    const count = (name) => (window.asked[name] = (window.asked[name] ?? 0) + 1);
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (...given) {
      const { exports } = new Instance(...given);
      const counted = Object.entries(exports).map(([name, value]) => {
        const isQuestion = /^(coverage|caretypecatalog)_/.test(name);
        return [name, isQuestion ? (...args) => (count(name), value(...args)) : value];
      });
      return { exports: Object.fromEntries(counted) };
    };
    const { parse } = JSON;
    JSON.parse = (text, ...others) => {
      // The answers of the engine are parsed, too.
      if (text === document.querySelector("care-editor")?.value) window.parsed += 1;
      return parse(text, ...others);
    };
  });
}

const forget = (page) => page.evaluate(() => Object.assign(window, { asked: {}, parsed: 0 }));
const questions = async (page) => {
  const asked = await page.evaluate(() => window.asked);
  return Object.fromEntries(Object.entries(asked).filter(([name]) => /validate|compile|withPayload|analyze|caretypecatalog_new/.test(name)));
};

test("a key is one parse, one validation, one coverage, one analysis", async () => {
  const page = await openExample(browser, { prepare: watch });
  await editorOf(page).waitFor();
  await page.waitForTimeout(1500);
  assert.deepEqual(await questions(page), {
    caretypecatalog_new: 1, caretypecatalog_compileCoverage: 1, coverage_validateText: 1, coverage_analyze: 1,
  });
  await textOf(page).press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await forget(page);
  await page.keyboard.type(" ");
  await page.waitForTimeout(1500);
  assert.deepEqual(await questions(page), { coverage_validateText: 1, coverage_withPayload: 1, coverage_analyze: 1 });
  await eventually(async () => assert.equal(await page.evaluate(() => window.parsed), 1));
  // The other views show what is known.
  await forget(page);
  for (const name of ["Act", "Year", "Simulate", "Compare", "Coverage"]) await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  assert.deepEqual(await questions(page), {});
  await eventually(async () => assert.equal(await page.evaluate(() => window.parsed), 0));
  assert.deepEqual(page.errors, []);
});

test("where a text came from is said as long as it is what came from there", async () => {
  const page = await openExample(browser);
  const loaded = page.getByRole("region", { name: "What is loaded" });
  await loaded.getByText("· Example", { exact: true }).nth(1).waitFor();
  await editorOf(page).waitFor();
  await writeText(page, (await readText(page)).replace('"CONFORT"', '"MINE"'));
  await loaded.getByText("· Example, edited").first().waitFor();
  await page.reload();
  await loaded.getByText("· Example, edited").first().waitFor();
  await writeText(page, JSON.stringify(smallCoverage()));
  await loaded.getByText("· Example, edited").first().waitFor({ state: "detached" });
  await chooseFiles(page, file("small.json", smallCoverage()));
  await loaded.getByText("· small.json").first().waitFor();
  await textOf(page).press("Control+End");
  await page.keyboard.type(" ");
  await loaded.getByText("· small.json, edited").first().waitFor();
  await page.keyboard.press("Backspace");
  await loaded.getByText("· small.json", { exact: true }).first().waitFor();
});

test("an empty rule is no rule yet, in the list and in the card", async () => {
  const page = await openPage(browser);
  const coverage = smallCoverage();
  coverage.guarantees[0].coverage_rule = {};
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  const words = page.locator("details.guarantee > summary > .rule-words");
  await eventually(async () => assert.equal(await words.textContent(), "no rule yet"));
  await eventually(async () => assert.equal(await page.locator(".rule [role=status]").innerText(), "no rule yet"));
});

test("where a text came from outlives a reload, and an undo of the editor over a load brings it back", async () => {
  const page = await openExample(browser);
  const loaded = page.getByRole("region", { name: "What is loaded" });
  const sourceIs = (words) => loaded.getByText(`· ${words}`, { exact: true }).last().waitFor();
  await editorOf(page).waitFor();
  await textOf(page).press("Control+End");
  await page.keyboard.type(" ");
  await sourceIs("Example, edited");
  await page.reload();
  await editorOf(page).waitFor();
  await textOf(page).press("Control+End");
  await page.keyboard.type(" ");
  await page.waitForTimeout(300);
  await sourceIs("Example, edited");

  const other = await openExample(browser);
  const otherLoaded = other.getByRole("region", { name: "What is loaded" });
  await editorOf(other).waitFor();
  await chooseFiles(other, file("small.json", JSON.stringify(smallCoverage(), null, 2).replaceAll("\n", "\r\n")));
  await otherLoaded.getByText("· small.json", { exact: true }).waitFor();
  await textOf(other).press("Control+Z");
  await otherLoaded.getByText("CONFORT, version 3").waitFor();
  await eventually(async () => assert.equal(await otherLoaded.getByText("edited").count(), 0));
  await textOf(other).press("Control+Y");
  await otherLoaded.getByText("· small.json", { exact: true }).waitFor();
});

test("edits do not fill the memory: what a coverage was is let go", async (t) => {
  const page = await openExample(browser, { prepare: watch });
  await editorOf(page).waitFor();
  const client = await page.context().newCDPSession(page);
  /** Each key is read before the next one. */
  const typeMany = (many) => textOf(page).evaluate(async (field, many) => {
    field.focus();
    const read = () => window.asked.coverage_withPayload ?? 0;
    for (let key = 0; key < many; key += 1) {
      const before = read();
      document.execCommand("insertText", false, " ");
      while (read() === before) await new Promise((resolve) => setTimeout(resolve));
    }
  }, many);
  const used = async () => {
    await page.waitForTimeout(500);
    for (let time = 0; time < 3; time += 1) await client.send("HeapProfiler.collectGarbage");
    return (await client.send("Runtime.getHeapUsage")).usedSize / 1e6;
  };
  await textOf(page).press("Control+End");
  await typeMany(50);
  const before = await used();
  await typeMany(300);
  const grown = (await used()) - before;
  t.diagnostic(`${before.toFixed(1)} MB, and ${grown.toFixed(2)} MB more after 300 keys`);
  assert.ok(grown < 1.5, `${grown} MB more`);
});
