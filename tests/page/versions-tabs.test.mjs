// Two tabs that save versions of the same coverage: nothing is lost.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { editorOf, readText, startBrowser, writeText } from "./browser.mjs";
import {
  changed, closeVersions, downloaded, handOf, openSmall, openThree, openVersions, panelOf, press, reportOf, small, wordsOf,
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
  await press(first, "Save version 4");
  await reportOf(first).getByText("SMALL, version 4, is stored.", { exact: true }).waitFor();
  // The second does not know of it.
  await press(second, "Save version 4");
  await reportOf(second).getByText("SMALL, version 4, was stored in another tab a moment before.").waitFor();
  await reportOf(second).getByText("Yours is not stored, and nothing of your text is lost").waitFor();
  return { first, second };
}

test("two tabs that save the same version: the second is told, and saves its own as the next", async () => {
  const { first, second } = await openTwoTabs();
  assert.deepEqual(JSON.parse(await readText(second)), changed(4, "CROWN"));
  await handOf(second).getByRole("button", { name: "Save as version 5" }).click();
  await reportOf(second).getByText("SMALL, version 5, is stored.", { exact: true }).waitFor();
  await closeVersions(second);
  assert.deepEqual(JSON.parse(await readText(second)), changed(5, "CROWN"));
  // Both are there.
  await closeVersions(first);
  await openVersions(first);
  const all = await downloaded(first, () => press(first, "Export everything"));
  assert.deepEqual(JSON.parse(all.text).versions, [small(1), changed(2, "CROWN"), changed(3, "SCALING"), changed(4, "LENS"), changed(5, "CROWN")]);
  assert.deepEqual([...first.errors, ...second.errors], []);
});

test("two tabs that save the same version: the second compares, or keeps editing, and its text stays", async () => {
  const { second } = await openTwoTabs();
  await press(second, "Keep editing");
  await panelOf(second).waitFor({ state: "detached" });
  assert.deepEqual(JSON.parse(await readText(second)), changed(4, "CROWN"));
  await openVersions(second);
  await press(second, "Compare with version 4");
  await panelOf(second).waitFor({ state: "detached" });
  const versions = second.getByRole("region", { name: "The two versions" });
  assert.match(await wordsOf(versions), /^Before: to compare .*SMALL, version 4 · stored version 4 .*After: in hand .*SMALL, version 4 · small\.json/);
  await second.getByRole("region", { name: "What changes" }).getByText("Newly covered").first().waitFor();
  await second.getByRole("link", { name: "Coverage", exact: true }).click();
  await editorOf(second).waitFor();
  assert.deepEqual(JSON.parse(await readText(second)), changed(4, "CROWN"));
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
  await Promise.all([press(first, "Save as version 4"), press(second, "Save as version 4")]);
  const reports = await Promise.all([first, second].map(async (page) => {
    await reportOf(page).waitFor();
    return wordsOf(reportOf(page));
  }));
  assert.equal(reports.filter((words) => words.startsWith("SMALL, version 4, is stored.")).length, 1, reports.join("\n"));
  assert.equal(reports.filter((words) => words.startsWith("SMALL, version 4, was stored in another tab")).length, 1, reports.join("\n"));
  const texts = await Promise.all([readText(first), readText(second)]);
  const [stored, other] = reports[0].includes("is stored.") ? [0, 1] : [1, 0];
  const codes = ["LENS", "CROWN"];
  assert.deepEqual(JSON.parse(texts[stored]), changed(4, codes[stored]));
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
  await press(first, "Save version 4");
  await reportOf(first).getByText("is stored.").waitFor();
  await press(second, "Save version 4");
  await reportOf(second).getByText("SMALL, version 4, is stored already, just as it stands here.").waitFor();
  assert.deepEqual([...first.errors, ...second.errors], []);
});
