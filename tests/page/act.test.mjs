// The Act view: describing an act, the outcome, why, and what would have to change.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import {
  chooseExampleAct, chooseFiles, editorOf, eventually, file, openExample, openExampleAct, openPage, openUndecidedExample, outcomeOf,
  selectionOf, smallCatalog, smallCoverage, startBrowser, unfoldAct, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const factOf = (page, name) => page.getByRole("group", { name });
const cardOf = (page, guarantee) => page.getByRole("article").filter({ has: page.getByRole("heading", { name: guarantee }) });
const actOf = async (page) => {
  const details = page.locator("details").filter({ hasText: "This act as JSON" });
  if (!(await details.evaluate((element) => element.open))) await details.locator("summary").click();
  return JSON.parse(await details.locator("pre").innerText());
};

async function choose(page, name, words) {
  const box = page.getByRole("combobox", { name });
  await box.fill(words);
  await box.press("Enter");
}

test("each example act has its outcome in one sentence", async () => {
  const page = await openExample(browser, { fragment: "#act" });
  const cases = [
    ["OPTAM or secteur 1", "Covered", "DOCTORS_OPTAM covers this act."],
    ["nobody asked", "Not decided yet", "DOCTORS_OPTAM or DOCTORS_NON_OPTAM may cover this act. Not known: OPTAM or secteur 1."],
    ["husband", "Not covered", "No guarantee covers this act: the conditions are not met."],
    ["two guarantees claim it", "Ambiguous", "2 guarantees cover this act at once: ORTHODONTICS_YOUNG and ORTHODONTICS_ADULT."],
    ["television", "Not covered", "No guarantee selects"],
    ["typing error", "Unknown care type", "OSTEOPATY is not in the catalogue."],
  ];
  for (const [words, outcome, sentence] of cases) {
    await chooseExampleAct(page, words);
    await outcomeOf(page).getByText(sentence).waitFor();
    await outcomeOf(page).getByText(outcome, { exact: true }).waitFor();
  }
  assert.deepEqual(page.errors, []);
});

test("each condition shows what is expected, what the act says, and the result", async () => {
  const page = await openExampleAct(browser, "husband");
  const card = cardOf(page, "HOSPITAL_COMFORT").first();
  await card.getByText("Does not match").waitFor();
  await eventually(async () => assert.match(await card.innerText(), /Selected: in the group Frais d'accompagnant/));
  await eventually(async () => {
    const rows = await card.getByRole("row").allInnerTexts();
    assert.deepEqual(rows.slice(1).map((row) => row.split(/\s*\t\s*|\n/).map((cell) => cell.trim()).filter(Boolean)), [
      ["Age", "15 or younger", "45", "Fails"],
      ["Établissement conventionné", "yes", "yes", "Holds"],
    ]);
  });
});

test("a change that is applied makes the guarantee match, and can be undone", async () => {
  const page = await openExampleAct(browser, "husband");
  await page.getByRole("button", { name: "Apply, so that HOSPITAL_COMFORT matches" }).click();
  await outcomeOf(page).getByText("HOSPITAL_COMFORT covers this act.").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Age on that date" }).inputValue(), "15"));
  await eventually(async () => assert.ok(await outcomeOf(page).evaluate((area) => area.contains(document.activeElement))));
  await page.getByRole("status", { name: "Message" }).getByText("Changed in the act: age: 45 → 15.").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await outcomeOf(page).getByText("Not covered").waitFor();
});

test("a change clears what the fact was derived from", async () => {
  const page = await openExampleAct(browser, "A parent sleeps beside a child");
  await page.getByRole("textbox", { name: "Birth date" }).fill("1970-01-01");
  await outcomeOf(page).getByText("Not covered").waitFor();
  await page.getByRole("button", { name: "Apply, so that HOSPITAL_COMFORT matches" }).click();
  await outcomeOf(page).getByText("HOSPITAL_COMFORT covers this act.").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Birth date" }).inputValue(), ""));

  await chooseExampleAct(page, "on a molar at the back");
  await page.locator("summary").filter({ hasText: "Other ways" }).click();
  await page.getByRole("button", { name: "Apply, so that DENTAL_PROSTHETICS_VISIBLE_TEETH matches" }).click();
  await outcomeOf(page).getByText("DENTAL_PROSTHETICS_VISIBLE_TEETH covers this act.").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Teeth" }).inputValue(), ""));
  await eventually(async () => assert.ok(await factOf(page, "At least one visible tooth?").getByRole("radio", { name: "Yes" }).isChecked()));
});

test("a fact has four answers, and each decides differently", async () => {
  const page = await openExampleAct(browser, "OPTAM or secteur 1");
  const fact = factOf(page, "OPTAM or secteur 1?");
  const cases = [
    ["No", "DOCTORS_NON_OPTAM covers this act.", false],
    ["Not known", "DOCTORS_OPTAM or DOCTORS_NON_OPTAM may cover this act.", undefined],
    ["Does not apply", "No guarantee covers this act: the conditions are not met.", null],
    ["Yes", "DOCTORS_OPTAM covers this act.", true],
  ];
  for (const [answer, sentence, value] of cases) {
    await fact.getByRole("radio", { name: answer, exact: true }).check();
    await outcomeOf(page).getByText(sentence).waitFor();
    await eventually(async () => assert.equal((await actOf(page)).is_optam_or_secteur_1, value));
  }
});

test("facts that the care type does not have are shown as such", async () => {
  const page = await openExampleAct(browser, "Laser surgery");
  await unfoldAct(page);
  await page.getByText("At least one visible tooth?").locator("..").getByText("Does not apply to this care type").waitFor();
  await eventually(async () => assert.equal(await factOf(page, "At least one visible tooth?").count(), 0));
});

test("does not apply is forgotten with the care type that did not have the fact, and only then", async () => {
  const page = await openExampleAct(browser, "OPTAM or secteur 1");
  await factOf(page, "Reimbursed by the Sécu?").getByRole("radio", { name: "Does not apply" }).check();
  await choose(page, "Care type", "CROWN_CERAMIC_FREE");
  const act = await actOf(page);
  assert.equal("is_for_at_least_one_visible_tooth" in act, false);
  assert.equal(act.reimbursed_by_secu, null);
});

test("the age comes from the two dates, or is given", async () => {
  const page = await openExampleAct(browser, "Laser surgery");
  const age = page.getByRole("textbox", { name: "Age on that date" });
  await eventually(async () => assert.equal(await age.inputValue(), "31"));
  await eventually(async () => assert.ok(await age.isDisabled()));
  await page.getByRole("textbox", { name: "Birth date" }).fill("2026-01-01");
  await outcomeOf(page).getByText("This act cannot be decided").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Birth date" }).getAttribute("aria-invalid"), "true"));
  await page.getByRole("textbox", { name: "Birth date" }).fill("");
  await age.fill("17");
  await outcomeOf(page).getByText("Not covered").waitFor();
  await age.fill("18");
  await outcomeOf(page).getByText("CONTACT_LENSES_AND_EYE_SURGERY covers this act.").waitFor();
});

test("a value can be chosen by its words or typed freely, does not apply or is not known", async () => {
  const page = await openExampleAct(browser, "A session with an osteopath");
  await choose(page, "Practitioner", "physio");
  await eventually(async () => assert.equal((await actOf(page)).practitioner, "PHYSIOTHERAPIST"));
  await outcomeOf(page).getByText("Not covered").waitFor();
  const box = page.getByRole("combobox", { name: "Practitioner" });
  await box.fill("MAGNETISER");
  await box.press("Tab");
  await eventually(async () => assert.equal((await actOf(page)).practitioner, "MAGNETISER"));
  await choose(page, "Practitioner", "not known");
  await eventually(async () => assert.equal("practitioner" in (await actOf(page)), false));
  await outcomeOf(page).getByText("Not decided yet").waitFor();
  await choose(page, "Practitioner", "does not apply");
  await eventually(async () => assert.equal((await actOf(page)).practitioner, null));
});

test("teeth are given by number or on the chart, and decide whether one is visible", async () => {
  const page = await openExampleAct(browser, "does not say on which tooth");
  await page.getByText("Choose on a chart").click();
  await page.getByRole("button", { name: "Tooth 36" }).click();
  await outcomeOf(page).getByText("DENTAL_PROSTHETICS_OTHER covers this act.").waitFor();
  const visible = factOf(page, "At least one visible tooth?");
  await eventually(async () => assert.ok(await visible.getByRole("radio", { name: "No", exact: true }).isChecked()));
  await eventually(async () => assert.ok(await visible.getByRole("radio", { name: "Yes" }).isDisabled()));
  const teeth = page.getByRole("textbox", { name: "Teeth" });
  await teeth.fill("36, 11");
  await outcomeOf(page).getByText("DENTAL_PROSTHETICS_VISIBLE_TEETH covers this act.").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("button", { name: "Tooth 11" }).getAttribute("aria-pressed"), "true"));
  await teeth.fill("99");
  await outcomeOf(page).getByText("This act cannot be decided").waitFor();
  await eventually(async () => assert.equal(await teeth.getAttribute("aria-invalid"), "true"));
  await teeth.fill("eleven");
  await outcomeOf(page).getByText("This act cannot be decided").waitFor();
  await eventually(async () => assert.equal(await teeth.inputValue(), "eleven"));
});

test("the lens complexity comes from a prescription", async () => {
  const page = await openExampleAct(browser, "before the prescription is read");
  await page.getByText("Work it out from a prescription").click();
  await page.getByLabel("Sphere (dioptres)").fill("-7");
  await page.getByLabel("Cylinder (dioptres)").fill("0.1");
  await page.getByText("0.25").first().waitFor();
  await page.getByLabel("Cylinder (dioptres)").fill("0");
  await page.getByText("This lens is complex.").waitFor();
  await page.getByRole("button", { name: "Use it" }).click();
  await outcomeOf(page).getByText("OPTICAL_COMPLEX_LENSES covers this act.").waitFor();
});

test("an establishment number decides once the list of establishments is given", async () => {
  const page = await openExampleAct(browser, "only the number is known");
  await outcomeOf(page).getByText("Not decided yet").waitFor();
  await page.getByText("Establishments without a contract").click();
  await page.getByRole("textbox", { name: "Establishments without a contract" }).fill("990000027\n");
  await outcomeOf(page).getByText("HOSPITAL_STAY covers this act.").waitFor();
  await eventually(async () => assert.ok(await factOf(page, "Établissement conventionné?").getByRole("radio", { name: "Yes" }).isChecked()));
  await page.getByLabel("Establishment number").fill("990000027");
  await outcomeOf(page).getByText("Not covered").waitFor();
});

test("a mapping leads to its place in the coverage", async () => {
  const page = await openExampleAct(browser, "husband");
  await cardOf(page, "HOSPITAL_COMFORT").first().getByRole("button", { name: "Show in the text" }).click();
  await editorOf(page).waitFor();
  await eventually(async () => assert.match(await selectionOf(page), /HOSP_COMPANION[^]*"max_age": 15/));
  assert.match(page.url(), /#coverage$/);
});

test("while the coverage cannot be read, the act is decided by the one before, or the page says where to look", async () => {
  const page = await openExampleAct(browser, "husband");
  await page.getByRole("link", { name: "Coverage" }).click();
  await writeText(page, "{");
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await page.getByRole("link", { name: "Act" }).click();
  await page.getByText("This is what the coverage before decides.").waitFor();
  await outcomeOf(page).getByText("Not covered").waitFor();
  await page.reload();
  await page.getByText("The Coverage view says what is wrong with it.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("the act can be started anew and brought back", async () => {
  const page = await openExampleAct(browser, "husband");
  await page.getByRole("button", { name: "New act" }).click();
  await outcomeOf(page).getByText("Choose a care type, or an example act.").waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await outcomeOf(page).getByText("Not covered").waitFor();
});

test("a catalogue of one's own has no example acts that do not fit", async () => {
  const page = await openPage(browser, { fragment: "#act" });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await choose(page, "Care type", "couronne");
  await outcomeOf(page).getByText("DENTAL covers this act.").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("combobox", { name: "Example acts" }).count(), 0));
  await page.getByRole("combobox", { name: "Care type" }).fill("zzz");
  await page.getByRole("option", { name: "Use “zzz”" }).waitFor();
});

test("the outcome takes the focus when an act is tried, and not again when the view is opened anew", async () => {
  const page = await openUndecidedExample(browser);
  await page.getByRole("button", { name: /^Try it as an act/ }).first().click();
  await outcomeOf(page).waitFor();
  const isOnOutcome = () => page.evaluate(() => document.activeElement.matches(".outcome"));
  await eventually(async () => assert.ok(await isOnOutcome()));
  for (const name of ["Year", "Act"]) await page.getByRole("link", { name, exact: true }).click();
  await outcomeOf(page).waitFor();
  await eventually(async () => assert.ok(!(await isOnOutcome())));
});

test("the example that is chosen is named in its box, until the act is another; what matches nothing does not stay", async () => {
  const page = await openExampleAct(browser, "husband");
  const box = page.getByRole("combobox", { name: "Example acts" });
  await eventually(async () => assert.match(await box.inputValue(), /^A husband sleeps beside his wife of 45/));
  await box.fill("nothing is called so");
  await page.getByText("Nothing matches “nothing is called so”.").waitFor();
  await box.press("Tab");
  await eventually(async () => assert.match(await box.inputValue(), /^A husband sleeps/));
  // The first arrow key goes to the first match.
  await box.fill("osteopath");
  await box.press("ArrowDown");
  const first = await page.getByRole("listbox").getByRole("option", { selected: true }).innerText();
  await box.press("Enter");
  await eventually(async () => assert.equal(await box.inputValue(), first));
  await page.getByRole("textbox", { name: "Charged", exact: true }).fill("61");
  await eventually(async () => assert.equal(await box.inputValue(), ""));
});

test("an unknown care type says what it may mean, and one key takes it", async () => {
  const page = await openExampleAct(browser, "typing error");
  await outcomeOf(page).getByText("Did you mean").waitFor();
  await outcomeOf(page).getByRole("button", { name: "Séance d'ostéopathie" }).press("Enter");
  await outcomeOf(page).getByText("SOFT_MEDICINE_AND_PSYCHOLOGY covers this act.").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("combobox", { name: "Care type" }).inputValue(), "Séance d'ostéopathie"));
  await eventually(async () => assert.ok(await outcomeOf(page).evaluate((area) => area.contains(document.activeElement))));
});

test("an act that is covered has its other ways folded and quiet; one that is not has what would have to change in front", async () => {
  const page = await openExampleAct(browser, "on a molar at the back");
  await outcomeOf(page).getByText("DENTAL_PROSTHETICS_OTHER covers this act.").waitFor();
  await eventually(async () => assert.equal(await page.getByText("What would have to change").count(), 0));
  await eventually(async () => assert.equal(await page.getByRole("button", { name: /^Apply/ }).count(), 0));
  await page.locator("summary").filter({ hasText: "Other ways (1)" }).click();
  await eventually(async () => assert.equal(await page.getByRole("button", { name: /^Apply/ }).getAttribute("class"), null));
  await chooseExampleAct(page, "husband");
  await page.getByRole("heading", { name: "What would have to change" }).waitFor();
  await eventually(async () => assert.equal(await page.getByRole("button", { name: /^Apply/ }).first().getAttribute("class"), "primary"));
});

test("the form asks first for what the care type needs", async () => {
  const page = await openExample(browser, { fragment: "#act" });
  await page.getByRole("button", { name: "New act" }).click();
  await choose(page, "Care type", "osteo");
  const labels = async () => (await page.locator(".act-form > .form-part").locator("label:visible, legend:visible").allInnerTexts()).filter((label) => !/^(Yes|No|Does not apply|Not known)$/.test(label));
  await eventually(async () => assert.deepEqual(await labels(), ["Charged", "Quantity", "Beneficiary", "Date of care", "Practitioner"]));
  await choose(page, "Care type", "CROWN_CERAMIC_FREE");
  await eventually(async () => assert.deepEqual(await labels(), ["Charged", "Base of the Sécu, BR", "Rate of the Sécu", "Beneficiary", "Date of care", "At least one visible tooth?", "Teeth", "Reimbursed by the Sécu?"]));
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Franchise" }).count(), 0));
  await unfoldAct(page);
  await page.getByRole("textbox", { name: "Franchise" }).waitFor();
});

test("a care type is found by an everyday word", async () => {
  const page = await openExample(browser, { fragment: "#act" });
  await page.getByRole("combobox", { name: "Care type" }).fill("lunettes");
  await page.getByRole("listbox").getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "The act" }).getByText(/^(FRAME|LENS|GLASSES)/).first().waitFor();
});

test("every example act has amounts, and what can be decided is computed", async () => {
  const acts = JSON.parse(await readFile(new URL("../../examples/acts.json", import.meta.url), "utf8"));
  assert.deepEqual(acts.filter(({ amounts }) => amounts?.charged === undefined).map(({ label }) => label), []);
});

test("the act in French: what is typed, decided and computed", async () => {
  const page = await openPage(browser, { fragment: "#act", context: await browser.context({ locale: "fr-FR" }) });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage(undefined, { min_age: 18 })));
  await choose(page, "Type d’acte", "couronne");
  const field = (name) => page.getByRole("textbox", { name, exact: true });
  await field("Montant facturé").fill("1 234,50 €");
  await field("Base de la Sécu, BR").fill("120");
  await field("Taux de la Sécu").fill("70 %");
  await field("Date des soins").fill("12/03/2025");
  await field("Date de naissance").fill("3 mars 1980");
  await page.getByRole("status", { name: "Résultat" }).getByText("DENTAL couvre cet acte.").waitFor();
  const pays = page.getByRole("region", { name: "Qui paie" });
  await pays.getByText("Sur 1 234,50 € facturés, la Sécu paie 84,00 € et la complémentaire 36,00 €. Reste à charge : 1 114,50 €.").waitFor();
  await pays.getByText("70 % de la base, arrondi au centime inférieur").waitFor();
  const act = JSON.parse(await page.locator("details").filter({ hasText: "Cet acte en JSON" }).locator("pre").evaluate((pre) => pre.textContent));
  assert.deepEqual(act, { care_type: "CROWN", care_date: "2025-03-12", member_birth_date: "1980-03-03", charged: "1234.50", brss: "120", secu_rate_percent: "70" });
  await field("Date de naissance").fill("3 mars 2010");
  await page.getByRole("status", { name: "Résultat" }).getByText("Non couvert").waitFor();
  await page.getByRole("heading", { name: "Ce qui devrait changer" }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("the fields of a row are on one line, however long their labels are, and the answer is next to them at 768", async () => {
  const page = await openExampleAct(browser, "on a visible canine", { context: await browser.context({ viewport: { width: 1440, height: 900 } }) });
  const tops = () => page.locator(".act-form .form-part").first().locator(".fields input:not([type=date])").evaluateAll((inputs) => inputs.map((input) => Math.round(input.getBoundingClientRect().top)));
  const rows = new Set(await tops());
  assert.ok(rows.size <= 2, `inputs at ${[...rows]}`);
  await page.setViewportSize({ width: 768, height: 900 });
  const [charged, answer] = await Promise.all(["#charged", "#money-title"].map((selector) => page.locator(selector).boundingBox()));
  assert.ok(Math.abs(charged.y - answer.y) < 300, `${charged.y} and ${answer.y}`);
});
