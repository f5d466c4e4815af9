// The coverage as a form: built, changed and put in order without its text, which follows each step.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone } from "./axe.mjs";
import {
  chooseFiles, editorOf, eventually, exampleCatalog, exampleCoverage, file, openExample, openPage, readText, rule, smallCatalog, smallCoverage, startBrowser, writeText,
} from "./browser.mjs";
import { cards, cardOf, namesOf, coverageOf, focusedWords, openCard, openSmall, three } from "./form-panel.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("an empty text and an empty object say how to begin, and nothing in them is lost", async () => {
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", smallCatalog));
  await page.getByRole("button", { name: "Begin a coverage" }).waitFor();
  await writeText(page, '{\n  "name": "KEPT"\n}');
  await page.getByRole("button", { name: "Begin a coverage" }).click();
  await page.getByText("This coverage has no guarantees yet.").waitFor();
  await eventually(async () => assert.deepEqual(await coverageOf(page), { name: "KEPT", version: 1, guarantees: [] }));
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "coverage-name"));
  await page.getByLabel("Version", { exact: true }).fill("2");
  await page.getByLabel("Version", { exact: true }).fill("2x");
  await page.getByText("“2x” is not a whole number.").waitFor();
  await eventually(async () => assert.equal((await coverageOf(page)).version, 2));
});

test("a rename carries the limits that are named after the guarantee, shared ones and what is accepted, in one step", async () => {
  const coverage = three();
  coverage.guarantees[1].coverage_rule.limits.unshift({ key: "one_year", period: { kind: "civil_year" }, max_amount: "100" });
  const page = await openSmall(browser, coverage);
  const before = await readText(page);
  const card = await openCard(page, "ONE");
  await card.getByRole("button", { name: "Rename" }).click();
  const field = card.getByLabel("Name of the guarantee");
  await eventually(async () => assert.ok(await field.evaluate((input) => input === document.activeElement && input.selectionEnd === 3)));
  await field.fill("NOT_THIS");
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await focusedWords(page), "Rename"));
  await eventually(async () => assert.equal(await readText(page), before));
  await page.keyboard.press("Enter");
  await field.fill("TWO");
  await page.getByText("Another guarantee is called TWO.").waitFor();
  await page.keyboard.press("Enter");
  await eventually(async () => assert.deepEqual(await namesOf(page), ["ONE", "TWO", "THREE"]));
  await field.fill("FIRST_ONE");
  await page.keyboard.press("Enter");
  await cardOf(page, "FIRST_ONE").waitFor();
  await eventually(async () => assert.equal(await focusedWords(page), "Rename"));
  await eventually(async () => assert.ok(await cardOf(page, "FIRST_ONE").evaluate((details) => details.open), "it stays open"));
  const { guarantees } = await coverageOf(page);
  assert.deepEqual(guarantees.map(({ coverage_rule: { limits } }) => limits.map(({ key }) => key)), [["first_one_year"], ["first_one_year", "two_year"], ["three_year"]]);
  await page.keyboard.press("Control+z");
  await cardOf(page, "ONE").waitFor();
  await eventually(async () => assert.equal(await readText(page), before));
});

test("a rename makes no one counter of two", async () => {
  const coverage = three();
  const limit = (key) => ({ key, period: { kind: "civil_year" }, max_amount: "100" });
  coverage.guarantees[0].coverage_rule.limits = [limit("ONE"), limit("one")];
  const page = await openSmall(browser, coverage);
  const card = await openCard(page, "ONE");
  await card.getByRole("button", { name: "Rename" }).click();
  await card.getByLabel("Name of the guarantee").fill("care");
  await page.keyboard.press("Enter");
  await cardOf(page, "care").waitFor();
  const { guarantees } = await coverageOf(page);
  assert.deepEqual(guarantees[0].coverage_rule.limits.map(({ key }) => key), ["care", "one"]);
});

test("what is accepted names the guarantee by its new name, and by its old one once that is undone", async () => {
  const accept = [{ code: "gap", guarantee: "ONE", reason: "meant" }, { code: "gap", guarantee: "TWO", reason: "meant, too" }];
  const text = (name, value) => ({ text: JSON.stringify(value, null, 2), source: name });
  const work = {
    catalog: text("types.json", smallCatalog), coverage: text("small.json", three()), acceptances: text("accept.json", { accept }), nonConventioned: "",
    draft: { facts: {}, teeth: "", prescription: { sphere: "", cylinder: "", multifocal: false }, amounts: {} },
  };
  const page = await openPage(browser, { isFirst: true, prepare: (page) => page.addInitScript((work) => localStorage.setItem("care-coverage:last", work), JSON.stringify(work)) });
  const accepted = async () => {
    // What is kept of the work follows a moment later.
    await page.waitForTimeout(500);
    const kept = await page.evaluate(() => JSON.parse(sessionStorage.getItem("care-coverage:tab")));
    return JSON.parse(kept.acceptances.text).accept.map(({ guarantee }) => guarantee);
  };
  const card = await openCard(page, "ONE");
  await card.getByRole("button", { name: "Rename" }).click();
  await card.getByLabel("Name of the guarantee").fill("FIRST");
  await page.keyboard.press("Enter");
  await cardOf(page, "FIRST").waitFor();
  await eventually(async () => assert.deepEqual(await accepted(), ["FIRST", "TWO"]));
  await page.keyboard.press("Control+z");
  await cardOf(page, "ONE").waitFor();
  await eventually(async () => assert.deepEqual(await accepted(), ["ONE", "TWO"]));
});

test("an age that is undone while its field has the focus is the age before, and one that cannot be read stays in the field", async () => {
  const coverage = three();
  coverage.guarantees[0].care_type_mappings[0].filter = { min_age: 16 };
  const page = await openSmall(browser, coverage);
  const age = (await openCard(page, coverage.guarantees[0].name)).getByLabel("Youngest age");
  const agesOf = async () => (await coverageOf(page)).guarantees[0].care_type_mappings[0].filter;
  await age.fill("17");
  await eventually(async () => assert.deepEqual(await agesOf(), { min_age: 17 }));
  await age.press("Control+z");
  await page.waitForFunction(() => document.activeElement.value === "16");
  await eventually(async () => assert.deepEqual(await agesOf(), { min_age: 16 }));
  await age.fill("17 or so");
  await page.getByText("“17 or so” is not a whole number.").waitFor();
  await age.fill("99999999999999999999");
  await eventually(async () => assert.deepEqual(await agesOf(), { min_age: "99999999999999999999" }));
  await eventually(async () => assert.equal(await age.inputValue(), "99999999999999999999"));
});

test("guarantees are added, duplicated, moved and deleted, and all of it undone, byte for byte", async () => {
  const page = await openExample(browser);
  await editorOf(page).waitFor();
  const before = await readText(page);
  const names = await namesOf(page);
  const card = await openCard(page, "IMPLANTS_AND_PERIODONTICS");
  await card.getByRole("button", { name: "Duplicate" }).first().click();
  await cardOf(page, "IMPLANTS_AND_PERIODONTICS_2").waitFor();
  const copy = (await coverageOf(page)).guarantees[9];
  assert.deepEqual(copy.coverage_rule.limits.map(({ key }) => key), ["implants_and_periodontics_2"]);
  await eventually(async () => assert.match(await readText(page), /"name": "IMPLANTS_AND_PERIODONTICS_2",\n {6}"care_type_mappings": \[\n/));
  await page.keyboard.press("Enter");
  await cardOf(page, "IMPLANTS_AND_PERIODONTICS_2").getByRole("button", { name: "Move up" }).first().click();
  await page.waitForFunction(() => document.querySelectorAll("details.guarantee h3")[8].textContent === "IMPLANTS_AND_PERIODONTICS_2");
  await eventually(async () => assert.equal(await focusedWords(page), "Move up"));
  await card.getByRole("button", { name: "Add one after it" }).click();
  await cardOf(page, "NEW_GUARANTEE").waitFor();
  await eventually(async () => assert.deepEqual((await namesOf(page)).slice(8, 11), ["IMPLANTS_AND_PERIODONTICS_2", "IMPLANTS_AND_PERIODONTICS", "NEW_GUARANTEE"]));
  await page.keyboard.press("Escape");
  await cardOf(page, "NEW_GUARANTEE").getByRole("button", { name: "Delete" }).first().click();
  await page.getByText("NEW_GUARANTEE was deleted.").waitFor();
  await eventually(async () => assert.match(await focusedWords(page), /^ORTHODONTICS_YOUNG/));
  await card.getByRole("button", { name: "Delete" }).first().click();
  await page.getByText("IMPLANTS_AND_PERIODONTICS was deleted.").waitFor();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("Control+z");
  await eventually(async () => assert.deepEqual(await namesOf(page), names));
  await eventually(async () => assert.equal(await readText(page), before));
  assert.deepEqual(page.errors, []);
});

test("guarantees change places by Alt with an arrow and by dragging; what is open moves with them", async () => {
  const page = await openSmall(browser, three());
  const handle = (name) => page.getByRole("button", { name: `Move ${name}: drag it, or press Alt with an arrow key` });
  const inOrder = (...names) => page.waitForFunction((names) => [...document.querySelectorAll("details.guarantee h3")].map((h3) => h3.textContent).join() === names, names.join());
  await handle("ONE").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await inOrder("TWO", "ONE", "THREE");
  await eventually(async () => assert.match(await focusedWords(page), /^Move ONE:/));
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await inOrder("TWO", "THREE", "ONE");
  await eventually(async () => assert.ok(await cardOf(page, "ONE").evaluate((details) => details.open)));
  await eventually(async () => assert.deepEqual((await coverageOf(page)).guarantees.map(({ name }) => name), ["TWO", "THREE", "ONE"]));
  await cardOf(page, "ONE").locator("summary").first().click();
  const drag = async (from, to, end = () => page.mouse.up()) => {
    await page.evaluate(() => document.querySelector(".guarantees").scrollIntoView({ block: "end" }));
    // Hovering waits until it stays where it is.
    await handle(from).hover({ position: { x: 8, y: 8 } });
    await page.mouse.down();
    const [start, aim] = [await handle(from).boundingBox(), await cardOf(page, to).boundingBox()];
    await page.mouse.move(start.x + 8, start.y - 20);
    await page.mouse.move(aim.x + 8, aim.y + 2, { steps: 4 });
    await end();
  };
  await drag("ONE", "TWO", async () => {
    await page.keyboard.press("Escape");
    await page.mouse.up();
  });
  await inOrder("TWO", "THREE", "ONE");
  await drag("ONE", "TWO");
  await inOrder("ONE", "TWO", "THREE");
  await eventually(async () => assert.match(await focusedWords(page), /^Move ONE:/));
  await page.keyboard.press("Control+z");
  await inOrder("TWO", "THREE", "ONE");
});

test("by keyboard alone: a guarantee with a group, a condition and an exception, its name last", async () => {
  const page = await openSmall(browser, three());
  const tabTo = async (name) => {
    for (let keys = 0; keys < 60; keys += 1) {
      if ((await focusedWords(page)) === name || (await page.evaluate((name) => document.activeElement.labels?.[0]?.textContent === name, name))) return;
      await page.keyboard.press("Tab");
      await eventually(async () => assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "BODY"));
    }
    assert.fail(`${name} is not reached`);
  };
  await page.getByRole("button", { name: "Form", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add a guarantee" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.value === "NEW_GUARANTEE");
  await page.keyboard.type("TEETH");
  await page.keyboard.press("Enter");
  await tabTo("Add to what it selects");
  await page.keyboard.type("dentaire");
  await page.keyboard.press("Enter");
  await tabTo("Leave something out");
  await page.keyboard.press("Enter");
  await page.keyboard.type("détartrage");
  await page.keyboard.press("Enter");
  await tabTo("Add a condition");
  await page.keyboard.press("Enter");
  await tabTo("Age");
  await page.keyboard.press("Enter");
  await page.keyboard.type("16");
  await page.keyboard.press("Tab");
  await page.keyboard.type("20");
  await page.getByRole("button", { name: "Both", exact: true }).click();
  await editorOf(page).waitFor();
  await eventually(async () => assert.deepEqual((await coverageOf(page)).guarantees[3], {
    name: "TEETH",
    care_type_mappings: [{ selector: { include_care_type_groups: ["TEETH"], exclude_care_types: ["SCALING"] }, filter: { min_age: 16, max_age: 20 } }],
    coverage_rule: {},
  }));
});

test("in French: the same form, its words and its controls", async () => {
  const page = await openPage(browser, { context: await browser.context({ locale: "fr-FR" }) });
  await chooseFiles(page, file("types.json", smallCatalog));
  await page.getByRole("button", { name: "Commencer un contrat" }).click();
  await page.getByRole("button", { name: "Ajouter une garantie" }).click();
  await page.getByLabel("Nom de la garantie").fill("DENTAIRE");
  await page.keyboard.press("Enter");
  const card = cardOf(page, "DENTAIRE");
  await card.getByRole("combobox", { name: "Ajouter à la sélection" }).fill("dentaire");
  await page.keyboard.press("Enter");
  await card.getByText("2 types d’actes sélectionnés").waitFor();
  await card.getByRole("button", { name: "Ajouter une condition" }).click();
  await card.getByRole("button", { name: "Âge", exact: true }).click();
  await card.getByRole("textbox", { name: "Âge minimal" }).fill("16");
  await editorOf(page).waitFor();
  await eventually(async () => assert.deepEqual((await coverageOf(page)).guarantees[0].care_type_mappings, [{ selector: { include_care_type_groups: ["TEETH"] }, filter: { min_age: 16 } }]));
  await eventually(async () => {
    const words = (await page.locator(".coverage-fields, .list-head, .card-tools, .mapping-entry").allInnerTexts()).join("\n");
    assert.doesNotMatch(words, /\b(Add|Remove|Move|Delete|mapping|care type|Selects|Except)\b/);
    assert.match(words, /Sélectionne/);
    assert.deepEqual(page.errors, []);
  });
});

/** What the page has computed until now, in milliseconds of the processor, so that a busy machine changes little. */
async function computing(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find(({ name }) => name === "ScriptDuration").value;
  };
}

test("in ten times the example, a key in a field of the form costs less than 50 ms, and only a part of the cards is drawn", async (t) => {
  const example = JSON.parse(exampleCoverage);
  const many = Array.from({ length: 10 }, (_, round) => example.guarantees.map((guarantee) => ({ ...guarantee, name: `${guarantee.name}_${round}` }))).flat();
  const page = await openPage(browser);
  await chooseFiles(page, file("catalog.json", exampleCatalog), file("many.json", { ...example, guarantees: many }));
  await page.getByRole("heading", { name: "180 guarantees" }).waitFor();
  await eventually(async () => assert.equal(await cards(page).count(), 25));
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await page.waitForTimeout(1000);
  const computed = await computing(page);
  await page.getByLabel("Name of the coverage").press("End");
  const costs = [];
  for (const key of "LARGE") {
    const before = await computed();
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
    costs.push((await computed()) - before);
  }
  const [, , middle] = costs.sort((a, b) => a - b);
  assertTime(t, "a key in a field (median, processor)", middle, 50);
  assert.ok(middle > 1, "something was computed");
});

test("the form is for everyone: axe, both themes, all widths", async (t) => {
  const coverage = smallCoverage({ include_care_type_groups: ["TEETH"], include_care_types: ["CROWNE"], exclude_care_types: ["SCALING"] }, { min_age: 70, max_age: 18, practitioner: "DENTIST", allowed_treatment_modes: [] });
  coverage.guarantees.push({ ...three().guarantees[0], name: "A_RATHER_LONG_NAME_OF_A_GUARANTEE_THAT_HAS_TO_BREAK_SOMEWHERE" });
  await assertForEveryone(t, browser, [
    ["with all that a card has", async (options) => {
      const page = await openPage(browser, options);
      await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
      const card = await openCard(page, "DENTAL");
      await card.getByRole("button", { name: "Rename" }).click();
      await card.getByRole("button", { name: "Add a condition" }).click();
      await openCard(page, "A_RATHER_LONG_NAME_OF_A_GUARANTEE_THAT_HAS_TO_BREAK_SOMEWHERE");
      return page;
    }],
    ["with nothing yet", async (options) => {
      const page = await openPage(browser, options);
      await chooseFiles(page, file("types.json", smallCatalog));
      await page.getByRole("button", { name: "Begin a coverage" }).waitFor();
      return page;
    }],
  ]);
});
