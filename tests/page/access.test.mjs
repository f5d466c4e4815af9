// For everyone: keyboard only, axe, narrow screens, dark mode.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import {
  chooseDocument, chooseFiles, editorOf, eventually, file, openExample, openExampleAct, openExampleDispense, openPage, openUndecidedExample,
  outcomeOf, smallCatalog, smallCoverage, startBrowser, textOf, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const refused = smallCoverage({ include_care_types: ["CROWM"] }, { practicioner: "DENTIST" });
/** On a narrow page, too, the text is next to the form. */
const withText = (options) => ({
  ...options,
  prepare: (page) => page.addInitScript(() => localStorage.setItem("care-coverage:coverage-mode", "both")),
});
const places = [
  ["start", (options) => openPage(browser, options)],
  ["coverage", (options) => openExample(browser, options)],
  ["coverage asked", async (options) => {
    const page = await openExample(browser, options);
    await page.getByRole("combobox", { name: "Ask about a care type" }).fill("telemonitoring");
    await page.keyboard.press("Enter");
    return page;
  }],
  ["coverage refused", async (options) => {
    const page = await openPage(browser, withText(options));
    await chooseFiles(page, file("types.json", smallCatalog), file("small.json", refused));
    await page.getByText("The engine cannot read this coverage yet").waitFor();
    await editorOf(page).locator(".cm-lintRange-error").first().waitFor();
    return page;
  }],
  ["coverage with problems of every severity, one pointed at", async (options) => {
    const page = await openPage(browser, withText(options));
    const coverage = smallCoverage({ include_care_types: ["CROWN"], include_care_type_groups: ["TEETH"] }, { allowed_treatment_modes: ["88"], min_age: 9, max_age: 8 });
    await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
    await editorOf(page).locator(".cm-lintRange-info").first().scrollIntoViewIfNeeded();
    await editorOf(page).locator(".cm-lintRange-info").first().hover();
    await editorOf(page).locator(".cm-tooltip").waitFor();
    return page;
  }],
  ["coverage broken, search open", async (options) => {
    const page = await openExample(browser, withText(options));
    await writeText(page, '{ "name": ');
    await page.getByText("This is not valid JSON yet").first().waitFor();
    await textOf(page).press("Control+f");
    await editorOf(page).getByRole("textbox", { name: "Find" }).waitFor();
    return page;
  }],
  ["coverage with findings", async (options) => {
    const page = await openUndecidedExample(browser, options);
    await page.getByRole("heading", { name: "ORTHODONTICS_YOUNG", exact: true }).click();
    await page.getByRole("heading", { name: "Also covered by other guarantees" }).waitFor();
    for (const summary of [/^Probably meant/, "One by one", "Cover these acts", /^Accepted/, /^\d+ care types: /, "13 care types that no guarantee selects"]) await page.locator("summary").filter({ hasText: summary }).first().click();
    return page;
  }],
  ["compliance", async (options) => {
    const page = await openExample(browser, { fragment: "#compliance", ...options });
    await page.locator('.judged[aria-busy="false"]').waitFor();
    return page;
  }],
  ["compare, nothing loaded", async (options) => {
    const page = await openPage(browser, { fragment: "#compare", ...options });
    await page.getByRole("button", { name: "Compare the example" }).waitFor();
    return page;
  }],
  ["compare, nothing to compare", async (options) => {
    const page = await openExample(browser, { fragment: "#compare", ...options });
    await page.getByRole("heading", { name: "Compare with which version?" }).waitFor();
    return page;
  }],
  ["compare, no differences", async (options) => {
    const page = await openExample(browser, { fragment: "#compare", ...options });
    await page.getByRole("button", { name: "Keep as the version to compare with" }).click();
    await page.getByText("No differences").waitFor();
    return page;
  }],
  ["compare, differences", async (options) => {
    const page = await openPage(browser, { fragment: "#compare", ...options });
    await page.getByRole("button", { name: "Compare the example" }).click();
    await page.locator("summary").filter({ hasText: "Try an example act" }).first().click();
    await page.getByRole("checkbox", { name: /^Show the other acts, too/ }).check();
    await page.locator(".example-act").waitFor();
    await page.locator('.amounts-found[aria-busy="false"]').waitFor();
    return page;
  }],
  ["compare, broken", async (options) => {
    const page = await openPage(browser, { fragment: "#compare", ...options });
    await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
    await page.getByRole("heading", { name: "Compare with which version?" }).waitFor();
    await page.locator("main input[type=file]").setInputFiles([file("refused.json", refused)]);
    await page.getByText("The version to compare cannot be read").waitFor();
    return page;
  }],
  ["act covered", (options) => openExampleAct(browser, "OPTAM or secteur 1", options)],
  ["act not covered", (options) => openExampleAct(browser, "husband", options)],
  ["act undecided, chart open", async (options) => {
    const page = await openExampleAct(browser, "does not say on which tooth", options);
    for (const summary of await page.locator(".act-form summary").all()) await summary.click();
    return page;
  }],
  ["care types open", async (options) => {
    const page = await openExampleAct(browser, "husband", options);
    await page.getByRole("combobox", { name: "Care type" }).fill("lit");
    return page;
  }],
  ["dispense, nothing loaded", async (options) => {
    const page = await openPage(browser, { fragment: "#dispense", ...options });
    await page.getByRole("combobox", { name: "Example dispenses" }).waitFor();
    return page;
  }],
  ...["Accepted: a whole package", "Accepted: a qualification", "Not decided", "Rejected: many problems", "Rejected: the discount is too low"].map((label) =>
    [`dispense, ${label}`, (options) => openExampleDispense(browser, label, options)]),
  ["dispense refused", async (options) => {
    const page = await openExampleDispense(browser, "Accepted: a whole", options);
    await writeText(page, '{ "rulset": "page-2022", "current_date": "2026-02-30", "contracts": [{}] }');
    await page.getByText("The engine cannot read this snapshot.").waitFor();
    await editorOf(page).locator(".cm-lintRange-error").first().waitFor();
    return page;
  }],
  ["dispense broken", async (options) => {
    const page = await openExampleDispense(browser, "Accepted: a whole", options);
    await writeText(page, '{ "ruleset": ');
    await page.getByText("This is not valid JSON yet").first().waitFor();
    return page;
  }],
  ["coverage with too many findings", async (options) => {
    const page = await openPage(browser, options);
    const [guarantee] = smallCoverage({ include_care_types: ["CROWN"] }).guarantees;
    const guarantees = Array.from({ length: 150 }, (_, index) => ({ ...guarantee, name: `G_${index}` }));
    await chooseFiles(page, file("types.json", smallCatalog), file("many.json", { name: "MANY", version: 1, guarantees }));
    await page.getByText("Not everything could be looked at").waitFor();
    return page;
  }],
  ["paste", async (options) => {
    const page = await openExample(browser, options);
    await chooseDocument(page, "Paste…");
    await page.getByRole("dialog").getByRole("textbox").fill("{");
    await page.getByRole("dialog").getByRole("button", { name: "Load" }).click();
    return page;
  }],
  ["share", async (options) => {
    const page = await openExample(browser, options);
    await chooseDocument(page, "Share…");
    await page.getByRole("textbox", { name: "Link" }).waitFor();
    return page;
  }],
];

/** Each is opened where there is room, and the window made narrow then. */
test("for everyone: axe, both themes, from 360 to 1,920 pixels", (t) => assertForEveryone(t, browser, places));

test("the skip link is first and leads to the content", async () => {
  const page = await openExample(browser);
  await page.reload();
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  await page.keyboard.press("Tab");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content"));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.tagName), "MAIN"));
});

test("from nothing to an outcome and a change by keyboard alone, with the focus always visible", async () => {
  const page = await openPage(browser);
  await page.getByRole("button", { name: "Load the example" }).waitFor();
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
      const shown = (element) => getComputedStyle(element).outlineStyle !== "none" || (element.parentElement && getComputedStyle(element.parentElement).outlineStyle !== "none");
      return { label: label.trim(), visible: element === document.body || shown(element), group: element.closest("fieldset")?.querySelector("legend")?.textContent };
    });
  const tabTo = async (label, group, key = "Tab") => {
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press(key);
      const now = await focused();
      assert.ok(now.visible, `the focus is visible on ${now.label}`);
      if ((label instanceof RegExp ? label.test(now.label) : now.label === label) && (!group || now.group === group)) return;
    }
    assert.fail(`no way to ${label} by Tab`);
  };

  await tabTo("Load the example");
  await page.keyboard.press("Enter");
  await page.getByText("The example is loaded").waitFor();
  await page.waitForFunction(() => document.activeElement.matches("main"));
  // The views are before the content.
  await tabTo("Act", undefined, "Shift+Tab");
  await page.keyboard.press("Enter");
  await outcomeOf(page).getByText("DOCTORS_OPTAM covers this act.").waitFor();

  await tabTo("Care type");
  await page.keyboard.type("couronne ceramique a tarif libre");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await outcomeOf(page).getByText("Not decided yet").waitFor();
  await tabTo("Not known", "At least one visible tooth?");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await outcomeOf(page).getByText("DENTAL_PROSTHETICS_OTHER covers this act.").waitFor();

  await tabTo("Choose on a chart");
  await page.keyboard.press("Enter");
  await tabTo("Tooth 18");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await eventually(async () => assert.equal((await focused()).label, "Tooth 47"));
  await page.keyboard.press("Space");
  await eventually(async () => assert.equal((await focused()).label, "Tooth 47"));
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Teeth" }).inputValue(), "47"));

  // What else would match an act that is covered is folded away.
  await tabTo(/^Other ways/);
  await page.keyboard.press("Enter");
  await tabTo("Apply, so that DENTAL_PROSTHETICS_VISIBLE_TEETH matches");
  await page.keyboard.press("Enter");
  await outcomeOf(page).getByText("DENTAL_PROSTHETICS_VISIBLE_TEETH covers this act.").waitFor();
  await eventually(async () => assert.ok(await outcomeOf(page).evaluate((area) => area.contains(document.activeElement))));
});

test("the combobox follows the keyboard: open, move, choose, close, take back", async () => {
  const page = await openExampleAct(browser, "husband");
  const box = page.getByRole("combobox", { name: "Care type" });
  const before = await box.inputValue();
  await box.focus();
  await eventually(async () => assert.equal(await box.getAttribute("aria-expanded"), "false"));
  await page.keyboard.press("ArrowDown");
  await eventually(async () => assert.equal(await box.getAttribute("aria-expanded"), "true"));
  const active = () => box.evaluate((input) => document.getElementById(input.getAttribute("aria-activedescendant"))?.textContent);
  await page.keyboard.press("ArrowDown");
  const first = await active();
  assert.ok(first);
  await page.keyboard.press("ArrowDown");
  await eventually(async () => assert.notEqual(await active(), first));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await box.getAttribute("aria-expanded"), "false"));
  await eventually(async () => assert.equal(await box.inputValue(), before));
  await box.fill("no such care type at all");
  await page.keyboard.press("Escape");
  await eventually(async () => assert.equal(await box.inputValue(), before));
  const acts = page.getByRole("combobox", { name: "Example acts" });
  await acts.fill("no such act at all");
  await eventually(async () => assert.equal(await acts.getAttribute("aria-expanded"), "true"));
  await eventually(async () => assert.equal(await acts.getAttribute("aria-activedescendant"), null, "an empty list has no active option"));
});

test("a dialog takes the focus, closes with Escape and gives it back", async () => {
  const page = await openExample(browser);
  await chooseDocument(page, "Paste…");
  await eventually(async () => assert.ok(await page.getByRole("dialog").evaluate((dialog) => dialog.contains(document.activeElement))));
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent), "Document"));
});

test("nothing moves when reduced motion is asked for", async () => {
  const page = await openExample(browser, { context: await browser.context({ reducedMotion: "reduce" }) });
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0).length);
  assert.equal(moving, 0);
});
