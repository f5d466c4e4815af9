// A coverage is built from nothing, by controls alone, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseFiles, editorOf, eventually, exampleCatalog, file, openPage, readText, startBrowser } from "./browser.mjs";
import { coverageOf, openCard } from "./form-panel.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const BUILDING = {
  "en-US": {
    begin: "Begin a coverage", name: "Name of the coverage", add: "Add a guarantee", guaranteeName: "Name of the guarantee", duplicate: "Duplicate",
    pick: "Add to what it selects", addCondition: "Add a condition", optam: "OPTAM or secteur 1", notOptam: "neither OPTAM nor secteur 1",
    practitioner: "Practitioner", age: "Age", youngest: "Youngest age", edit: "Edit the rule", percentage: "Percentage",
    brss: "% of the BR", twoYears: "200 € every 2 years", session: "€ a session", sessions: "Sessions a year",
  },
  "fr-FR": {
    begin: "Commencer un contrat", name: "Nom du contrat", add: "Ajouter une garantie", guaranteeName: "Nom de la garantie", duplicate: "Dupliquer",
    pick: "Ajouter à la sélection", addCondition: "Ajouter une condition", optam: "OPTAM ou secteur 1", notOptam: "praticien hors OPTAM et hors secteur 1",
    practitioner: "Praticien", age: "Âge", youngest: "Âge minimal", edit: "Modifier la règle", percentage: "Pourcentage",
    brss: "% de la BR", twoYears: "200 € tous les 2 ans", session: "Forfait en € par séance", sessions: "Séances par an",
  },
};

for (const [locale, w] of Object.entries(BUILDING)) test(`three guarantees are built from nothing, by controls alone, in at most 60 actions (${locale})`, async () => {
  const page = await openPage(browser, { context: await browser.context({ locale }) });
  await chooseFiles(page, file("catalog.json", exampleCatalog));
  let actions = 0;
  const click = async (locator) => ((actions += 1), locator.click());
  const fill = async (locator, text) => ((actions += 1), locator.fill(text));
  const press = async (key) => ((actions += 1), page.keyboard.press(key));
  const button = (name) => page.getByRole("button", { name, exact: true });
  const nameIt = async (name) => {
    await fill(page.getByLabel(w.guaranteeName), name);
    await press("Enter");
    return openCard(page, name);
  };
  const pick = async (card, text, option) => {
    await fill(card.getByRole("combobox", { name: w.pick }), text);
    await click(card.getByRole("option", { name: option }).first());
  };
  const condition = async (card, name) => {
    await click(card.getByRole("button", { name: w.addCondition }));
    await click(card.getByRole("button", { name, exact: true }));
  };

  await click(button(w.begin));
  await fill(page.getByLabel(w.name), "MY_COVERAGE");

  await click(button(w.add));
  let card = await nameIt("GP_OPTAM");
  await pick(card, "généraliste", /MED_GP/);
  await condition(card, w.optam);
  await click(card.getByRole("button", { name: w.brss }));

  await click(card.getByRole("button", { name: w.duplicate }).first());
  card = await nameIt("GP_OTHER");
  await click(card.getByRole("radio", { name: w.notOptam }));
  await click(card.locator("summary").filter({ hasText: w.edit }));
  await fill(card.getByRole("textbox", { name: w.percentage }), "80");

  await click(button(w.add));
  card = await nameIt("GLASSES");
  await pick(card, "lunettes", /EYE_CLASS_B/);
  await click(card.getByRole("button", { name: w.twoYears }));

  await click(button(w.add));
  card = await nameIt("OSTEOPATHY");
  await pick(card, "ostéopath", /OSTEOPATHY/);
  await condition(card, w.practitioner);
  await fill(card.getByRole("combobox", { name: w.practitioner }), "ostéo");
  await press("Enter");
  await condition(card, w.age);
  await fill(card.getByRole("textbox", { name: w.youngest }), "16");
  await click(card.getByRole("button", { name: w.session }));
  await click(card.getByRole("button", { name: w.sessions }));
  assert.ok(actions <= 60, `${actions} actions`);

  await editorOf(page).waitFor();
  await eventually(async () => assert.match(await readText(page), /"filter": \{ "practitioner": "OSTEOPATH", "min_age": 16 \}/));
  const [optam, other, glasses, osteopathy] = (await coverageOf(page)).guarantees;
  assert.deepEqual(optam, {
    name: "GP_OPTAM",
    care_type_mappings: [{ selector: { include_care_type_groups: ["MED_GP"] }, filter: { is_optam_or_secteur_1: true } }],
    coverage_rule: { components: [{ kind: "brss_percent", percent: "100" }], secu_share: "included" },
  });
  assert.deepEqual([other.name, other.care_type_mappings[0].filter, other.coverage_rule.components], [
    "GP_OTHER", { is_optam_or_secteur_1: false }, [{ kind: "brss_percent", percent: "80" }],
  ]);
  assert.deepEqual(glasses.care_type_mappings, [{ selector: { include_care_type_groups: ["EYE_CLASS_B"] }, filter: {} }]);
  assert.deepEqual(glasses.coverage_rule.limits.map(({ period, max_amount }) => [period, max_amount]), [[{ kind: "rolling_months", months: 24 }, "200"]]);
  assert.deepEqual(osteopathy.care_type_mappings, [{ selector: { include_care_types: ["OSTEOPATHY"] }, filter: { practitioner: "OSTEOPATH", min_age: 16 } }]);
  assert.deepEqual(osteopathy.coverage_rule.limits.map(({ max_count }) => max_count), ["5"]);
  assert.deepEqual(page.errors, []);
});
