// What the additions of rules come to: the rate in the care pathway and the lines of the computation in Act, limits of components in Year.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chooseFiles, eventually, file, openPage, smallCatalog, smallCoverage, startBrowser, unfoldAct } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const plain = (text) => text.replaceAll(/[\u00a0\u202f]/g, " ").replace(/\s+/g, " ").trim();
const YEAR = { kind: "civil_year" };
const CREDIT = { kind: "actual_costs", percent: "100", limits: [{ key: "lens_credit", period: YEAR, max_amount: "170" }] };
const BR = (percent) => ({ kind: "brss_percent", percent });

function coverageOf(rule) {
  const coverage = smallCoverage({ include_care_types: ["CROWN"] });
  coverage.guarantees[0].coverage_rule = rule;
  return file("small.json", coverage);
}

async function openAct(rule, amounts, words, options = {}) {
  const page = await openPage(browser, { fragment: "#act", ...options });
  await chooseFiles(page, file("types.json", smallCatalog), coverageOf(rule));
  await page.getByRole("combobox", { name: words.careType }).fill("couronne");
  await page.keyboard.press("Enter");
  await unfoldAct(page);
  for (const [name, value] of Object.entries(amounts)) await page.getByRole("textbox", { name, exact: true }).fill(value);
  return page;
}

const rungsOf = async (page, region) => {
  const rows = await page.getByRole("region", { name: region }).getByRole("table").getByRole("row").all();
  const cells = await Promise.all(rows.slice(1).map((row) => row.locator("th, td").allInnerTexts()));
  return cells.map((row) => row.map(plain));
};

const english = { careType: "Care type" };

test("an act outside of the care pathway: the rate in it is an amount of the act, and a line of the computation", async () => {
  const page = await openAct({ components: [BR("100")] }, { Charged: "23", "Base of the Sécu, BR": "23", "Rate of the Sécu": "30", "Rate in the care pathway": "70" }, english);
  await page.getByText("Of 23.00 € charged, the Sécu pays 6.90 € and the coverage 6.90 €. Out of pocket: 9.20 €.").waitFor();
  await eventually(async () => assert.deepEqual(await rungsOf(page, "Who pays"), [
    ["Charged", "as given", "23.00 €"],
    ["Base of the Sécu", "the lower of what was charged and the BR", "23.00 €"],
    ["Sécu part", "30 % of the base, rounded down to the cent", "6.90 €"],
    ["The Sécu pays", "the Sécu part, less contributions", "6.90 €"],
    ["Sécu part in the care pathway", "70 % of the base in the care pathway, rounded down to the cent", "16.10 €"],
    ["The rule gives", "100 % BR", "23.00 €"],
    ["Left for the coverage", "the sum less the Sécu part in the care pathway", "6.90 €"],
    ["The coverage pays", "the result of the rule", "6.90 €"],
    ["Out of pocket", "what was charged, less what the two pay", "9.20 €"],
  ]));
  await page.getByRole("textbox", { name: "Rate in the care pathway", exact: true }).fill("20");
  await page.getByText(/rate in the care pathway is below/).first().waitFor();
  assert.deepEqual(page.errors, []);
});

test("in French: a credit, the option that was taken, and what their limits leave", async () => {
  const least = { kind: "least_of", options: [[{ kind: "ticket_moderateur", percent: "100" }], [BR("10")]] };
  const rule = { components: [least, CREDIT], secu_share: "excluded" };
  const page = await openAct(
    rule,
    { "Montant facturé": "300", "Base de la Sécu, BR": "100", "Taux de la Sécu": "70", Bénéficiaire: "anne", "Date des soins": "12/03/2025" },
    { careType: "Type d’acte" },
    { context: await browser.context({ locale: "fr-FR" }) },
  );
  await page.getByText("Sur 300,00 € facturés", { exact: false }).waitFor();
  await eventually(async () => assert.deepEqual((await rungsOf(page, "Qui paie")).slice(4), [
    ["La règle donne", "le moins élevé : 10 % BR", "10,00 €"],
    ["La règle donne", "frais réels", "300,00 €"],
    ["La règle donne en tout", "la somme, arrondie au centime", "310,00 €"],
    ["Reste pour la complémentaire", "la somme, en complément du remboursement de la Sécu", "310,00 €"],
    ["Ramené entre ses bornes", "au moins 0, au plus ce que laisse la Sécu", "230,00 €"],
    ["Reste du plafond lens_credit", "0,00 sur 170,00 € utilisés", "170,00 €"],
    ["Dans la limite des plafonds des composantes", "ce que laissent les plafonds des composantes", "180,00 €"],
    ["La complémentaire paie", "le résultat de la règle", "180,00 €"],
    ["Reste à charge", "le prix facturé, moins ce que paient la Sécu et la complémentaire", "50,00 €"],
  ]));
  assert.deepEqual(page.errors, []);
});

test("the year: a credit is used up, and a limit of the PMSS is as full as the computation says", async () => {
  const rule = { components: [BR("100"), CREDIT], limits: [{ key: "pmss_year", period: YEAR, max_pmss_percent: "8" }] };
  const act = (care_date, charged) => ({ act: { care_type: "CROWN", care_date }, amounts: { charged, beneficiary: "anne" } });
  const page = await openPage(browser, { fragment: "#year" });
  await chooseFiles(page, file("types.json", smallCatalog), coverageOf(rule), file("acts.json", [act("2025-02-01", "120"), act("2025-03-01", "200")]));
  const limits = page.getByRole("region", { name: "Limits at the end" });
  await limits.getByText("lens_credit").waitFor();
  // 8 % of 3,925.00 €, the PMSS of 2025.
  await eventually(async () => assert.deepEqual((await limits.getByRole("listitem").allInnerTexts()).map(plain).sort(), [
    "lens_credit · anne, civil year 2025 170.00 € of 170.00 € used up",
    "pmss_year · anne, civil year 2025 170.00 € of 314.00 €",
  ]));
  await eventually(async () => {
    const rows = await page.locator(".year-acts tbody tr").allInnerTexts();
    assert.match(plain(rows[0]), /lens_credit 120\.00 € of 170\.00 €/);
    assert.match(plain(rows[1]), /lens_credit 170\.00 € of 170\.00 € used up/);
    assert.match(plain(rows[1]), /pmss_year 170\.00 € of 314\.00 €/);
    assert.deepEqual(page.errors, []);
  });
});
