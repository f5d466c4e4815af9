// The mappings of a guarantee as a form: what they select, and their conditions.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseFiles, eventually, file, openPage, readText, rule, smallCatalog, smallCoverage, startBrowser } from "./browser.mjs";
import { cardOf, coverageOf, focusedWords, openCard, openSmall, three } from "./form-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("a care type goes to another guarantee: excluded here where a group brings it, named there, in one step that is said", async () => {
  const coverage = smallCoverage();
  coverage.guarantees.push({ name: "VISION", care_type_mappings: [{ selector: { include_care_types: ["LENS"] }, filter: {} }], coverage_rule: rule });
  const page = await openSmall(browser, coverage);
  const before = await readText(page);
  const move = async (name, label, target) => {
    const card = await openCard(page, name);
    await card.getByRole("button", { name: `Move to …: ${label}` }).click();
    await page.getByRole("combobox", { name: "To which guarantee" }).fill(target);
    await page.keyboard.press("Enter");
  };
  await move("DENTAL", "Couronne", "vision");
  await page.getByText("Couronne went to VISION: DENTAL now excludes it by name, VISION selects it by name.").waitFor();
  const selectors = async () => (await coverageOf(page)).guarantees.map(({ care_type_mappings: [{ selector }] }) => selector);
  await eventually(async () => assert.deepEqual(await selectors(), [{ include_care_type_groups: ["TEETH"], exclude_care_types: ["CROWN"] }, { include_care_types: ["LENS", "CROWN"] }]));
  await eventually(async () => assert.match(await focusedWords(page), /^DENTAL/));
  await move("VISION", "Couronne", "dental");
  await page.getByText("Couronne went to DENTAL: VISION no longer names it, DENTAL selects it by name.").waitFor();
  await eventually(async () => assert.deepEqual(await selectors(), [{ include_care_type_groups: ["TEETH"], include_care_types: ["CROWN"] }, { include_care_types: ["LENS"] }]));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.equal(await readText(page), before));
});

test("a picker says what each choice would do before it is taken", async () => {
  const coverage = smallCoverage({ include_care_type_groups: ["TEETH"], exclude_care_types: ["SCALING"] });
  coverage.guarantees.push(
    { name: "VISION", care_type_mappings: [{ selector: { include_care_types: ["LENS"] }, filter: { min_age: 18 } }], coverage_rule: rule },
    { name: "CHILDREN", care_type_mappings: [{ selector: { include_care_types: ["LENS"] }, filter: { max_age: 17 } }], coverage_rule: rule },
  );
  coverage.guarantees[0].care_type_mappings[0].filter = { min_age: 20 };
  const page = await openSmall(browser, coverage);
  const card = await openCard(page, "DENTAL");
  const box = card.getByRole("combobox", { name: "Add to what it selects" });
  const impactOf = async (code) => (await card.getByRole("option", { name: code }).locator(".impact").innerText()).replaceAll("\u00a0", " ");
  await box.fill("verre");
  await card.locator(".impact").first().waitFor();
  await eventually(async () => assert.equal(await impactOf("LENS"), "+ 1 care type · would overlap with VISION · also in CHILDREN, under other conditions"));
  await box.fill("couronne");
  await card.getByText("already selected: in the group Dentaire").waitFor();
  await box.fill("détartrage");
  await card.getByText("stays left out: excluded by name").waitFor();
  await page.keyboard.press("Escape");
  const except = card.getByRole("combobox", { name: "Leave out, too" });
  await except.fill("couronne");
  await card.getByText("− 1 care type").waitFor();
  await except.fill("détartrage");
  await page.keyboard.press("Escape");
  await box.fill("verre");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove Verre" }).waitFor();
  await eventually(async () => assert.deepEqual((await coverageOf(page)).guarantees[0].care_type_mappings[0].selector.include_care_types, ["LENS"]));
  await page.getByRole("button", { name: "Remove Verre" }).click();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Remove group Dentaire");
});

test("mappings are added, duplicated, moved within a guarantee and to another, and deleted; the focus goes on", async () => {
  const page = await openSmall(browser, three());
  const before = await readText(page);
  const card = await openCard(page, "ONE");
  await card.getByRole("button", { name: "Add a mapping" }).click();
  await page.waitForFunction(() => document.activeElement.textContent === "Mapping 2");
  await page.getByText("Nothing yet: choose the first care type or group.").waitFor();
  const second = card.getByRole("group", { name: "Mapping 2", exact: true });
  await second.getByRole("combobox", { name: "Add to what it selects" }).fill("TEETH");
  await page.keyboard.press("Enter");
  await second.getByRole("button", { name: "Remove group Dentaire" }).waitFor();
  await second.getByRole("button", { name: "Move up" }).click();
  await card.getByRole("group", { name: "Mapping 1", exact: true }).getByRole("button", { name: "Remove group Dentaire" }).waitFor();
  const selectors = async (index) => (await coverageOf(page)).guarantees[index].care_type_mappings.map(({ selector }) => Object.values(selector).flat().join());
  await eventually(async () => assert.deepEqual(await selectors(0), ["TEETH", "LENS"]));
  const handle = card.getByRole("button", { name: "Move mapping 1 of ONE: drag it, or press Alt with an arrow key" });
  await handle.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page.waitForFunction(() => document.querySelector(".mapping-entry:nth-child(2) .term-chip").textContent.includes("Dentaire"));
  await card.getByRole("group", { name: "Mapping 1", exact: true }).getByRole("button", { name: "Duplicate" }).click();
  await card.getByRole("group", { name: "Mapping 3", exact: true }).waitFor();
  await eventually(async () => assert.deepEqual(await selectors(0), ["LENS", "LENS", "TEETH"]));
  await card.getByRole("group", { name: "Mapping 3", exact: true }).getByRole("button", { name: "Move to …", exact: true }).click();
  await page.getByRole("combobox", { name: "To which guarantee" }).fill("three");
  await page.keyboard.press("Enter");
  await page.getByText("The mapping went from ONE to THREE.").waitFor();
  await eventually(async () => assert.deepEqual([await selectors(0), await selectors(2)], [["LENS", "LENS"], ["LENS", "TEETH"]]));
  await page.waitForFunction(() => document.activeElement.id === "mapping-2-1-title");
  await card.getByRole("group", { name: "Mapping 2", exact: true }).getByRole("button", { name: "Delete" }).click();
  await page.getByText("Mapping 2 of ONE was deleted.").waitFor();
  await eventually(async () => assert.equal(await focusedWords(page), "Mapping 1"));
  for (let step = 0; step < 7; step += 1) await page.keyboard.press("Control+z");
  await eventually(async () => assert.equal(await readText(page), before));
  assert.deepEqual(page.errors, []);
});

test("each condition has its sentence and its control, and keeps the way it is written", async () => {
  const filter = { practitioner: "DENTIST", allowed_treatment_modes: ["03", "04"], min_age: 18, reimbursed_by_secu: true };
  const page = await openSmall(browser, smallCoverage({ include_care_type_groups: ["TEETH"] }, filter));
  const card = await openCard(page, "DENTAL");
  const filterNow = async () => (await coverageOf(page)).guarantees[0].care_type_mappings[0].filter;
  await eventually(async () => assert.equal(await card.getByRole("textbox", { name: "Youngest age" }).inputValue(), "18"));
  await card.getByRole("textbox", { name: "Oldest age" }).fill("65");
  await card.getByRole("radio", { name: "not reimbursed by the Sécu" }).click();
  await card.getByRole("button", { name: "Remove 03 full hospital stay" }).click();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "combobox"));
  const modes = card.getByRole("combobox", { name: "Mode of treatment" });
  await modes.fill("outpatient surgery");
  await modes.press("Enter");
  await modes.fill("77");
  await card.getByRole("option", { name: "Use “77”" }).click();
  await card.getByRole("button", { name: "Remove 77" }).waitFor();
  await eventually(async () => assert.deepEqual(await filterNow(), { practitioner: "DENTIST", allowed_treatment_modes: ["04", "23", "77"], min_age: 18, reimbursed_by_secu: false, max_age: 65 }));
  await card.getByText("77", { exact: false }).first().waitFor();
  await card.getByRole("button", { name: "Remove the condition Practitioner" }).click();
  await eventually(async () => assert.equal(await focusedWords(page), "Add a condition"));
  await page.keyboard.press("Enter");
  await card.getByRole("button", { name: "Lens complexity", exact: true }).click();
  await card.getByText("Choose at least one value; until then it is no condition.").waitFor();
  const complexity = card.getByRole("combobox", { name: "Lens complexity" });
  await eventually(async () => assert.ok(await complexity.evaluate((input) => input === document.activeElement)));
  await complexity.fill("very");
  await complexity.press("Enter");
  await eventually(async () => assert.deepEqual((await filterNow()).glasses_lens_complexities, ["VERY_COMPLEX"]));
  await card.getByRole("textbox", { name: "Youngest age" }).fill("");
  await eventually(async () => assert.ok(!("min_age" in (await filterNow()))));
  await card.getByRole("textbox", { name: "Youngest age" }).fill("70");
  await card.getByText(/no age/i).first().waitFor();
});

test("what acts of the selected care types cannot have is said, where a condition is offered and where it is asked", async () => {
  const catalog = structuredClone(smallCatalog);
  catalog.internal_care_types[0].applicable_facts = ["reimbursed_by_secu"];
  catalog.internal_care_types[1].applicable_facts = ["reimbursed_by_secu", "practitioner"];
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", catalog), file("small.json", smallCoverage()));
  const card = await openCard(page, "DENTAL");
  await card.getByRole("button", { name: "Add a condition" }).click();
  await card.getByText("Acts of these care types do not have this.").first().waitFor();
  await card.getByText("1 of 2 care types do not have this.").waitFor();
  await card.getByRole("button", { name: "OPTAM or secteur 1", exact: true }).click();
  await card.locator(".condition-list").getByText("Acts of these care types do not have this.").waitFor();
});

test("a problem is at its control, with what mends it", async () => {
  const coverage = smallCoverage({ include_care_type_groups: ["TEETH"], include_care_types: ["CROWNE"] }, { practitioner: "DENTST", is_optam: true });
  coverage.guarantees[0].name = "Dental care";
  const page = await openSmall(browser, coverage);
  const card = await openCard(page, "Dental care");
  const chip = card.locator(".term-chip.error");
  await eventually(async () => assert.match(await chip.textContent(), /CROWNE/));
  await eventually(async () => assert.equal(await card.getByRole("combobox", { name: "Practitioner" }).inputValue(), "DENTST"));
  await card.locator(".conditions-form").getByText(/is_optam/).first().waitFor();
  await card.locator(".terms").getByRole("button", { name: "Replace by Couronne (CROWN)" }).click();
  await chip.waitFor({ state: "hidden" });
  await card.locator(".card-tools").getByRole("button", { name: /DENTAL_CARE/ }).click();
  await cardOf(page, "DENTAL_CARE").waitFor();
  await eventually(async () => assert.ok(await cardOf(page, "DENTAL_CARE").evaluate((details) => details.open)));
});
