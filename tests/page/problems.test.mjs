// The problems of a coverage: marked in the text, listed beside it, mended with one click.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  chooseFiles, editorOf, eventually, exampleCatalog, exampleCoverage, file, openPage, readText, selectionOf, smallCatalog, smallCoverage,
  startBrowser, textOf, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const panelOf = (page) => page.getByRole("region", { name: "Findings" });
const problemsOf = (page) => panelOf(page).getByRole("region", { name: /^To decide/ }).locator(".problems > li");
const problemOf = (page, words) => problemsOf(page).filter({ hasText: words });
const clean = (page) => panelOf(page).getByText("Nothing to decide", { exact: true }).waitFor();
const marked = async (page, severity) => {
  const marks = editorOf(page).locator(`.cm-lintRange-${severity}`);
  await marks.first().waitFor();
  return marks.allInnerTexts();
};

async function openText(text, options = {}) {
  const page = await openPage(browser, options);
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", text));
  await panelOf(page).waitFor();
  return page;
}

const good = JSON.stringify(smallCoverage({ include_care_types: ["CROWN", "SCALING", "LENS"] }, { practitioner: "DENTIST" }), null, 2);
const withProblems = good
  .replace('"LENS"', '"LENZ"')
  .replace('"DENTAL"', '"Dental care"')
  .replace('"practitioner"', '"practicioner"')
  .replace('"SCALING"', '"SCALING",\n              "CROWN"');

test("problems of every severity are marked in the text and listed, errors first, with place and pointer", async () => {
  const coverage = smallCoverage({ include_care_types: ["CROWN", "SCALING", "CROWM"], include_care_type_groups: ["TEETH"] }, { allowed_treatment_modes: ["88"] });
  const page = await openText(JSON.stringify(coverage, null, 2));
  await problemsOf(page).first().waitFor();
  await eventually(async () => {
    const severities = (await problemsOf(page).allInnerTexts()).map((text) => text.split("\n")[0].trim());
    assert.deepEqual(severities, ["Error", "Warning"]);
  });
  await eventually(async () => assert.deepEqual(await marked(page, "error"), ['"CROWM"']));
  await eventually(async () => assert.deepEqual(await marked(page, "warning"), ['"88"']));
  await eventually(async () => {
    const words = (await problemOf(page, "CROWM").innerText()).replace(/\s+/g, " ");
    assert.match(words, /Unknown care type CROWM; did you mean CROWN\? Line 13 DENTAL, mapping 1, include_care_types, entry 3 Replace by Couronne \(CROWN\)/);
  });
  await problemOf(page, "CROWM").getByRole("button", { name: "Replace by Couronne (CROWN)" }).click();
  // Now that all codes are known, what is redundant shows as a hint.
  await problemsOf(page).filter({ hasText: "Hint" }).first().waitFor();
  await eventually(async () => assert.deepEqual(await marked(page, "info"), ['"SCALING"', '"TEETH"']));
  await eventually(async () => assert.ok((await editorOf(page).locator(".cm-lint-marker-warning").count()) > 0));
  assert.deepEqual(page.errors, []);
});

test("a mark is a part of one line: the key of an object, a point where a line ends too early", async () => {
  const page = await openText(good.replace(/"coverage_rule": [^]*$/, '"coverage_rule": {\n        "limits": []\n      }\n    }\n  ]\n}'));
  await eventually(async () => assert.deepEqual(await marked(page, "info"), ['"coverage_rule"']));
  await problemsOf(page).first().getByRole("button", { name: /^Line/ }).click();
  await eventually(async () => assert.equal(await selectionOf(page), '"coverage_rule"'));
  await writeText(page, good.replace('"SMALL",', '"SMALL,'));
  await editorOf(page).locator(".cm-lintPoint-error").waitFor({ state: "attached" });
  await eventually(async () => assert.equal(await editorOf(page).locator(".cm-lintRange-error").count(), 0));
});

test("the list can be narrowed to one severity", async () => {
  const page = await openText(withProblems);
  const all = await problemsOf(page).count();
  await panelOf(page).getByRole("button", { name: "2 warnings" }).click();
  await eventually(async () => assert.equal(await problemsOf(page).count(), 2));
  for (const text of await problemsOf(page).allInnerTexts()) assert.match(text, /^\s*Warning/);
  await panelOf(page).getByRole("button", { name: `All ${all}` }).click();
  await eventually(async () => assert.equal(await problemsOf(page).count(), all));
});

test("each kind of fix changes the text exactly where it has to, and its problem is gone", async (t) => {
  const list = (...codes) => JSON.stringify(smallCoverage({ include_care_types: codes }), null, 2);
  const oneLine = (codes) => good.replace(/\[\s+"CROWN",\s+"SCALING",\s+"LENS"\s+\]/, `[ ${codes} ]`);
  const cases = [
    ["replace a code", good.replace('"LENS"', '"LENZ"'), "LENZ", "Replace by Verre (LENS)", good],
    ["replace a number", good.replace('"version": 1', '"version" :  0'), "Versions count", "Replace by 1", good.replace('"version": 1', '"version" :  1')],
    ["rename a key", good.replace('"practitioner"', '"practicioner"'), "practicioner", "Rename to practitioner", good],
    ["remove in the middle", list("CROWN", "CROWN", "LENS"), "occurs twice", "Remove this repetition", list("CROWN", "LENS")],
    ["remove the last", list("CROWN", "LENS", "CROWN"), "occurs twice", "Remove this repetition", list("CROWN", "LENS")],
    ["remove on one line", oneLine('"CROWN" , "CROWN" , "LENS"'), "occurs twice", "Remove this repetition", oneLine('"CROWN" , "LENS"')],
    ["remove the first", JSON.stringify(smallCoverage({ include_care_types: ["CROWN"], include_care_type_groups: ["TEETH"] }), null, 2),
      "does not change what is selected", "Remove this include", JSON.stringify(smallCoverage({ include_care_types: [], include_care_type_groups: ["TEETH"] }), null, 2)],
    ["after astral characters", good.replace('"SMALL"', '"𝒮𝓂𝒶𝓁𝓁 😀"').replace('"LENS"', '"LENZ"'), "LENZ", "Replace by Verre (LENS)", good.replace('"SMALL"', '"𝒮𝓂𝒶𝓁𝓁 😀"')],
  ];
  const page = await openText(good);
  for (const [name, before, words, fix, expected] of cases) {
    await t.test(name, async () => {
      await writeText(page, before);
      const problem = problemOf(page, words).first();
      await problem.getByRole("button", { name: fix }).click();
      await eventually(async () => assert.equal(await readText(page), expected));
      await clean(page);
    });
  }
  assert.deepEqual(page.errors, []);
});

test("a text with Windows line breaks keeps them through marks, jumps, fixes and typing", async () => {
  const page = await openText(withProblems.replaceAll("\n", "\r\n"));
  await eventually(async () => assert.ok((await marked(page, "error")).includes('"LENZ"')));
  await problemOf(page, "LENZ").getByRole("button", { name: /^Line/ }).click();
  await eventually(async () => assert.equal(await selectionOf(page), '"LENZ"'));
  await problemOf(page, "LENZ").getByRole("button", { name: "Replace by Verre (LENS)" }).click();
  await eventually(async () => assert.equal(await readText(page), withProblems.replace("LENZ", "LENS")));
  await textOf(page).press("Control+End");
  await page.keyboard.type("\n ");
  await page.waitForTimeout(400);
  const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem("care-coverage:tab")).coverage.text);
  assert.equal(kept, `${withProblems.replace("LENZ", "LENS")}\n `.replaceAll("\n", "\r\n"));
});

test("every offered fix of a text with ten problems can be applied, until none is left", async () => {
  let text = exampleCoverage;
  const change = (from, to) => {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  };
  change('"version": 3', '"version": 0');
  change('["MED_GP", "MED_SPECIALIST"', '["MED_GPP", "MED_SPECIALIST", "MED_SPECIALIST"');
  change('"TELEMONITORING", "IMAGING_TECHNICAL_FEE"]', '"TELEMONITORIN", "IMAGING_TECHNICAL_FEE", "IMAGING_TECHNICAL_FEE"]');
  change('"is_optam_or_secteur_1": false', '"is_optam_or_secteur1": false');
  change('"EVERYDAY_CARE"', '"Everyday care"');
  change('"reimbursed_by_secu": true }\n        },\n        {\n          "selector": { "include_care_types": ["TELEMONITORING"', '"reimbursd_by_secu": true }\n        },\n        {\n          "selector": { "include_care_types": ["TELEMONITORING"');
  change('"TEETH_CARE"', '"TEETH_CAR"');
  change('"SPA"]', '"SPA", "SPA"]');
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", exampleCatalog), file("mine.json", text));
  await problemsOf(page).first().waitFor();
  // Of each finding the first choice, but for the overlap, which the example has on purpose.
  const fixes = problemsOf(page).filter({ hasNotText: "Two guarantees cover" }).locator(".ways > ul > li:first-child > button");
  let applied = 0;
  while ((await fixes.count()) > 0) {
    const before = await readText(page);
    await fixes.first().click();
    await eventually(async () => assert.notEqual(await readText(page), before));
    assert.ok((applied += 1) <= 20, "the fixes come to an end");
  }
  // What is left is what the example has on purpose.
  await problemOf(page, "Two guarantees cover the same acts").waitFor();
  await eventually(async () => assert.equal(await problemsOf(page).count(), 1));
  assert.equal(applied, 10);
  // The version that was broken cannot be known; everything else is as it was, to the last blank.
  const mended = exampleCoverage.replace('"version": 3', '"version": 1');
  await eventually(async () => assert.equal(await readText(page), mended));
  for (let step = 0; step < applied; step += 1) await page.keyboard.press("Control+z");
  await eventually(async () => assert.equal(await readText(page), text));
  for (let step = 0; step < applied; step += 1) await page.keyboard.press("Control+Shift+z");
  await eventually(async () => assert.equal(await readText(page), mended));
});

test("a jump puts the cursor there, also to a related place and to a missing field's object", async () => {
  const page = await openText(withProblems);
  await problemOf(page, "practicioner").getByRole("button", { name: /^Line/ }).click();
  await eventually(async () => assert.equal(await selectionOf(page), '"practicioner"'));
  const twice = problemOf(page, "occurs twice");
  await twice.getByRole("button", { name: /^Line/ }).first().click();
  await eventually(async () => assert.equal(await selectionOf(page), '"CROWN"'));
  await twice.getByRole("button", { name: /^Line/ }).last().click();
  await eventually(async () => assert.equal(await selectionOf(page), '"CROWN"'));
  await writeText(page, '{\n  "name": "X",\n  "version": 1\n}');
  await problemOf(page, "guarantees is missing").getByRole("button", { name: "Line 1" }).click();
  await eventually(async () => assert.equal(await selectionOf(page), "{"));
});

test("a tooltip in the text offers the fix, too", async () => {
  const page = await openText(good.replace('"LENS"', '"LENZ"'));
  await editorOf(page).locator(".cm-lintRange-error").hover();
  const tooltip = editorOf(page).locator(".cm-tooltip");
  await tooltip.getByText("Unknown care type LENZ; did you mean LENS?").waitFor();
  await tooltip.getByRole("button", { name: "Replace by LENS" }).click();
  await eventually(async () => assert.equal(await readText(page), good));
  await clean(page);
});

test("undo goes back over fixes, typing and loads, one by one, and forth again", async () => {
  const page = await openText(withProblems);
  const loaded = page.getByRole("region", { name: "What is loaded" });
  await problemOf(page, "LENZ").getByRole("button", { name: "Replace by Verre (LENS)" }).click();
  const fixed = await readText(page);
  await textOf(page).press("Control+End");
  await page.keyboard.type("  ");
  const typed = await readText(page);
  assert.equal(typed, `${fixed}  `);
  await chooseFiles(page, file("other.json", good));
  await loaded.getByText("other.json").first().waitFor();
  await eventually(async () => assert.equal(await readText(page), good));
  const back = page.getByRole("button", { name: "Undo in the text" });
  const forth = page.getByRole("button", { name: "Redo in the text" });
  await back.click();
  await eventually(async () => assert.equal(await readText(page), typed));
  await loaded.getByText("small.json").first().waitFor();
  await textOf(page).press("Control+z");
  await eventually(async () => assert.equal(await readText(page), fixed));
  await back.click();
  await eventually(async () => assert.equal(await readText(page), withProblems));
  await problemOf(page, "LENZ").waitFor();
  for (const text of [fixed, typed, good]) {
    await forth.click();
    await eventually(async () => assert.equal(await readText(page), text));
  }
  await loaded.getByText("other.json").first().waitFor();
  // Another view may come between.
  await page.getByRole("link", { name: "Act" }).click();
  await page.getByRole("link", { name: "Coverage" }).click();
  await back.click();
  await eventually(async () => assert.equal(await readText(page), typed));
});

test("by keyboard alone: from the text to a problem, fix after fix, back with undo, into the text", async () => {
  const page = await openText(withProblems);
  await textOf(page).focus();
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  const tabTo = async (pattern) => {
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      if (pattern.test(await focused())) return;
    }
    assert.fail(`no way to ${pattern} by Tab`);
  };
  const count = () => problemsOf(page).count();
  const before = await count();
  await tabTo(/^Replace by Verre/);
  await page.keyboard.press("Enter");
  await problemOf(page, "LENZ").waitFor({ state: "detached" });
  // The next problem has the focus, so that the way to its fix is short.
  await eventually(async () => assert.match(await focused(), /^(Error|Warning)/));
  await tabTo(/^Re/);
  await page.keyboard.press("Space");
  await eventually(async () => assert.equal(await count(), before - 2));
  await page.keyboard.press("Control+z");
  await page.waitForTimeout(100);
  await eventually(async () => assert.equal(await count(), before - 1));
  await page.keyboard.press("Control+y");
  while ((await count()) > 0) {
    await tabTo(/^Re/);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(50);
  }
  await eventually(async () => assert.equal(await focused(), "Findings"));
  await textOf(page).focus();
  await page.keyboard.press("Control+f");
  await editorOf(page).getByRole("textbox", { name: "Find" }).waitFor();
  await page.keyboard.press("Escape");
  await textOf(page).press("F8");
});

test("the number of problems is said once it stays the same", async () => {
  const page = await openText(good);
  const said = page.locator(".visually-hidden[role=status]");
  await said.getByText("Nothing to decide.").waitFor({ state: "attached" });
  await writeText(page, withProblems);
  await eventually(async () => assert.equal(await said.textContent(), "Nothing to decide. 1 gap."));
  await said.getByText("2 errors and 2 warnings.").waitFor({ state: "attached" });
  await writeText(page, "{");
  await said.getByText("This is not valid JSON yet").waitFor({ state: "attached" });
});

test("broken JSON: its place is marked, what can be read is judged, and the last reading stays, marked as such", async () => {
  const page = await openText(withProblems);
  await writeText(page, good);
  await page.getByRole("heading", { name: "1 guarantee" }).waitFor();
  await writeText(page, withProblems.replace('"coverage_rule"', "coverage_rule"));
  await page.getByText("a field name in double quotes is expected, but there is c.").first().waitFor();
  await page.getByText("The form shows the coverage as it could last be read.").waitFor();
  await page.getByRole("heading", { name: "1 guarantee" }).waitFor();
  await eventually(async () => assert.ok((await marked(page, "error")).includes("c")));
  await problemOf(page, "LENZ").getByRole("button", { name: "Replace by Verre (LENS)" }).click();
  await eventually(async () => assert.match(await readText(page), /"LENS"[^]* coverage_rule/));
});
