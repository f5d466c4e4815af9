// Ten times the example: the page answers while it is loaded and while one types, and what it shows is of the text in hand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseFiles, editorOf, eventually, exampleCatalog, exampleCoverage, file, openPage, readText, startBrowser, textOf } from "./browser.mjs";
import { longestWork } from "./long-tasks.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const coverage = JSON.parse(exampleCoverage);
const copies = Array.from({ length: 10 }, (_, copy) => coverage.guarantees.map((guarantee) => ({ ...guarantee, name: `${guarantee.name}_${copy}` })));
const text = JSON.stringify({ ...coverage, guarantees: copies.flat() }, null, 2);

async function openLong(prepare) {
  const page = await openPage(browser, { prepare });
  await chooseFiles(page, file("types.json", exampleCatalog), file("long.json", text));
  await page.locator("details.guarantee .rule-words").first().waitFor({ state: "attached" });
  await editorOf(page).waitFor();
  return page;
}

/** Milliseconds of the processor that the longest task of the page took, whatever else the machine does. */
async function longestTask(page, act) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "devtools.timeline"] } });
  await act();
  const done = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await done;
  const keys = events.find(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown");
  const tasks = events.filter(({ name, pid, tid, tdur }) => /RunTask$/.test(name) && pid === keys.pid && tid === keys.tid && tdur > 0);
  return Math.max(...tasks.map(({ tdur }) => tdur / 1000));
}

test("typing: no task of more than 50 ms, and the newest text is read in the end", async (t) => {
  const page = await openLong();
  await textOf(page).press("Control+Home");
  await page.keyboard.press("ArrowRight");
  const wrong = () => editorOf(page).locator(".cm-lintRange-error").first();
  const longest = await longestTask(page, async () => {
    await page.keyboard.type('"wrong": 1, ', { delay: 60 });
    await wrong().waitFor();
    await page.keyboard.type(" ", { delay: 60 });
    await page.waitForTimeout(2000);
  });
  await eventually(async () => assert.equal(await wrong().innerText(), '"wrong"'));
  assertTime(t, `typing in ${(text.length / 1024).toFixed(0)} KB, longest task`, longest, 50);
  assert.deepEqual(page.errors, []);
});

test("loading: in the middle of three, no task of more than 50 ms", async (t) => {
  const times = [];
  for (let round = 0; round < 3; round += 1) {
    const page = await openPage(browser);
    await chooseFiles(page, file("types.json", exampleCatalog));
    times.push(await longestWork(page, async () => {
      await chooseFiles(page, file("long.json", text));
      await page.getByRole("heading", { name: `${copies.flat().length} guarantees` }).waitFor();
      await editorOf(page).waitFor();
      await page.waitForTimeout(1500);
    }));
    await page.context().close();
  }
  assertTime(t, "longest task (median)", times.sort((a, b) => a - b)[1], 50);
});

test("without its worker, a long text is read all the same", async () => {
  const page = await openLong((page) => page.route("**/worker-thread-*.js", (route) => route.abort()));
  await textOf(page).press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type('"wrong": 1, ');
  await editorOf(page).locator(".cm-lintRange-error").first().waitFor();
});

test("what is undone and what another text says is read, too", async () => {
  const page = await openLong();
  await textOf(page).press("Control+End");
  await page.keyboard.type("x");
  await page.getByText("This is not valid JSON yet", { exact: true }).waitFor();
  await textOf(page).press("Control+z");
  await page.getByText("This is not valid JSON yet", { exact: true }).waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await readText(page), text));
  await chooseFiles(page, file("short.json", exampleCoverage));
  await page.locator("details.guarantee").nth(18).waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await page.locator("details.guarantee").count(), 18));
});
