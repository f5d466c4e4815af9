// Two tabs that save versions of the same coverage: nothing is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { editorOf, eventually, readText, startBrowser, writeText } from "./browser.mjs";
import {
  bare, changed, closeVersions, downloaded, handOf, openSmall, openThree, openVersions, panelOf, press, publish, published, reportOf, small, wordsOf,
} from "./versions-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

/** Two tabs of one browser, both with version 3 of SMALL and a change of their own. */
async function openTwoTabs() {
  const context = await browser.context();
  const first = await openThree(browser, { context });
  const second = await openSmall(browser, changed(3, "SCALING"), { context });
  await writeText(first, JSON.stringify(changed(4, "LENS"), null, 2));
  await writeText(second, JSON.stringify(changed(4, "CROWN"), null, 2));
  await openVersions(first);
  await openVersions(second);
  await publish(first, 4);
  await published(first, "SMALL", 4);
  // The second does not know of it.
  await publish(second, 4);
  await reportOf(second).getByText("SMALL, version 4, was stored in another tab a moment before.").waitFor();
  await reportOf(second).getByText("Yours is not stored, and nothing of your text is lost").waitFor();
  return { first, second };
}

test("two tabs that save the same version: the second is told, and saves its own as the next", async () => {
  const { first, second } = await openTwoTabs();
  await eventually(async () => assert.deepEqual(JSON.parse(await readText(second)), changed(4, "CROWN")));
  await publish(second, 5);
  await published(second, "SMALL", 5);
  await eventually(async () => assert.deepEqual(bare(JSON.parse(await readText(second))), changed(5, "CROWN")));
  // Both are there.
  await openVersions(first);
  const all = await downloaded(first, () => press(first, "Download everything"));
  assert.deepEqual(JSON.parse(all.text).versions.map(bare), [small(1), changed(2, "CROWN"), changed(3, "SCALING"), changed(4, "LENS"), changed(5, "CROWN")]);
  assert.deepEqual([...first.errors, ...second.errors], []);
});

test("two tabs that save the same version: the second compares, or goes on, and its text stays", async () => {
  const { second } = await openTwoTabs();
  await closeVersions(second);
  await eventually(async () => assert.deepEqual(JSON.parse(await readText(second)), changed(4, "CROWN")));
  await openVersions(second);
  await press(second, "Compare with version 4");
  await panelOf(second).waitFor({ state: "detached" });
  const versions = second.getByRole("region", { name: "The two versions" });
  await eventually(async () => assert.match(await wordsOf(versions), /^Before: to compare SMALL, version 4 · as stored .*After: in hand SMALL, version 4 · small\.json/));
  await second.getByRole("region", { name: "What changes" }).getByText("Newly covered").first().waitFor();
  await second.getByRole("link", { name: "Coverage", exact: true }).click();
  await editorOf(second).waitFor();
  await eventually(async () => assert.deepEqual(JSON.parse(await readText(second)), changed(4, "CROWN")));
  assert.deepEqual(second.errors, []);
});

test("two tabs that save at the very same moment: one version is stored, and both texts stay", async () => {
  const context = await browser.context();
  const first = await openThree(browser, { context });
  const second = await openSmall(browser, changed(3, "SCALING"), { context });
  for (const [page, code] of [[first, "LENS"], [second, "CROWN"]]) {
    // From version 3: the number in the text is only written once it is stored.
    await writeText(page, JSON.stringify(changed(3, code), null, 2));
    await openVersions(page);
  }
  for (const page of [first, second]) {
    await press(page, "Publish version 4…");
    await panelOf(page).getByRole("form").waitFor();
  }
  await Promise.all([press(first, "Publish version 4"), press(second, "Publish version 4")]);
  const reports = await Promise.all([first, second].map(async (page) => {
    const said = page.getByText("SMALL, version 4, is published").or(reportOf(page)).first();
    await said.waitFor();
    return wordsOf(said);
  }));
  assert.equal(reports.filter((words) => words.startsWith("SMALL, version 4, is published")).length, 1, reports.join("\n"));
  assert.equal(reports.filter((words) => words.startsWith("SMALL, version 4, was stored in another tab")).length, 1, reports.join("\n"));
  const texts = await Promise.all([readText(first), readText(second)]);
  const [stored, other] = reports[0].includes("is published") ? [0, 1] : [1, 0];
  const codes = ["LENS", "CROWN"];
  assert.deepEqual(bare(JSON.parse(texts[stored])), changed(4, codes[stored]));
  assert.deepEqual(JSON.parse(texts[other]), changed(3, codes[other]));
  assert.deepEqual([...first.errors, ...second.errors], []);
});

test("two tabs that save the same text are both content", async () => {
  const context = await browser.context();
  const first = await openThree(browser, { context });
  const second = await openSmall(browser, changed(3, "SCALING"), { context });
  for (const page of [first, second]) {
    await writeText(page, JSON.stringify(changed(4, "LENS"), null, 2));
    await openVersions(page);
  }
  await publish(first, 4);
  await published(first, "SMALL", 4);
  await publish(second, 4);
  await reportOf(second).getByText("SMALL, version 4, is stored already, just as it is here.").waitFor();
  assert.deepEqual([...first.errors, ...second.errors], []);
});
