// The Compare view for every amount: who gets more and who less, whatever is charged.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { CareTypeCatalog } from "../../pkg/node.js";
import { assertForEveryone } from "./axe.mjs";
import { chooseFiles, eventually, exampleCatalog, exampleCoverage, file, openPage, outcomeOf, smallCatalog, smallCoverage, startBrowser } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const DATE = "2026-03-29";
const amountsOf = (page) => page.getByRole("region", { name: /^(For every amount|Pour tous les montants)$/ });
const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();
const settled = (page) => amountsOf(page).locator('.amounts-found[aria-busy="false"]').waitFor();

async function askOn(page, date = "29/03/2026") {
  const field = amountsOf(page).getByRole("textbox", { name: /^(On the day|À la date du)$/ });
  await field.fill(date);
  await field.blur();
  await settled(page);
}

async function compare(catalog, current, next, options = {}) {
  const page = await openPage(browser, { fragment: "#compare", ...options });
  await chooseFiles(page, file("types.json", catalog), file("now.json", current));
  await page.locator(".start-compare").waitFor();
  await page.locator("main input[type=file]").setInputFiles([file("next.json", { ...next, version: 9 })]);
  await amountsOf(page).waitFor();
  await askOn(page);
  return page;
}

const example = () => JSON.parse(exampleCoverage);
const of = (coverage, name) => coverage.guarantees.find((guarantee) => guarantee.name === name);

function edited() {
  const next = example();
  of(next, "DOCTORS_OPTAM").coverage_rule.components[0].percent = "200";
  of(next, "DENTAL_PROSTHETICS_VISIBLE_TEETH").coverage_rule.components[0].percent = "250";
  return next;
}

test("who gets more and who less is what the engine says, with both euros", async () => {
  const page = await compare(exampleCatalog, example(), edited());
  const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));
  const { regions } = catalog.compileCoverage(example()).compareAmounts(catalog.compileCoverage(edited()), { date: DATE });
  const number = (direction) => regions.filter((region) => region.direction === direction).length;
  assert.ok(number("more") > 0 && number("less") > 0);
  const words = await wordsOf(amountsOf(page));
  assert.ok(words.includes(`${number("less")} set of acts gets less ${number("more")} sets of acts get more`), words);
  const items = amountsOf(page).locator(".rule-changes > li");
  await eventually(async () => assert.equal(await items.count(), regions.length));
  // Losses first.
  const { loss } = regions.find(({ direction }) => direction === "less");
  const first = await wordsOf(items.first());
  assert.ok(first.includes(`${loss.current.amounts.complementary} € → ${loss.next.amounts.complementary} €`), first);
  await items.first().getByText("At most 15.00 € less at this base, from a price of 90.00 €.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("an example opens in Act with the euros of the coverage in hand, what was used of its limits included", async () => {
  const limited = (beyond) => {
    const coverage = smallCoverage();
    coverage.guarantees[0].coverage_rule = {
      components: [{ kind: "flat_amount", amount: "100" }], secu_share: "excluded", limits: [{ key: "DENTAL", period: { kind: "civil_year" }, max_amount: "500" }],
      beyond_limits: { components: [{ kind: "brss_percent", percent: beyond }] },
    };
    return coverage;
  };
  const page = await compare(smallCatalog, limited("125"), limited("100"));
  const words = await wordsOf(amountsOf(page));
  assert.match(words, /Once the limits are used up: /);
  const [, before, after] = /(\d[\d,]*\.\d\d) € → (\d[\d,]*\.\d\d) €/.exec(words);
  assert.notEqual(before, after);
  await amountsOf(page).getByRole("button", { name: /^Open in the Act view \(before\)/ }).first().click();
  await page.locator(".money-line").getByText(`${before} €`).waitFor();
  await page.getByRole("region", { name: "Used before this act" }).waitFor();
  await eventually(async () => assert.ok(await outcomeOf(page).isVisible()));
  assert.deepEqual(page.errors, []);
});

test("a difference without an end, a limit that no amount shows, and acts that are not decided", async () => {
  const shared = (percent, count, lenses) => {
    const coverage = smallCoverage({ include_care_types: ["CROWN"] });
    coverage.guarantees[0].coverage_rule = { components: [{ kind: "actual_costs", percent }] };
    coverage.guarantees.push({
      name: "SCALING", care_type_mappings: [{ selector: { include_care_types: ["SCALING"] }, filter: {} }],
      coverage_rule: { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "SCALING", period: { kind: "civil_year" }, max_count: count }] },
    });
    const lens = { care_type_mappings: [{ selector: { include_care_types: ["LENS"] }, filter: {} }], coverage_rule: { components: [{ kind: "actual_costs", percent: "100" }] } };
    coverage.guarantees.push(...lenses.map((name) => ({ name, ...lens })));
    return coverage;
  };
  const page = await compare(smallCatalog, shared("90", 5, ["LENS_A", "LENS_B"]), shared("80", 1, ["LENS_A"]));
  await amountsOf(page).getByText("It grows with the price, without end.").first().waitFor();
  await amountsOf(page).getByText("number of acts: 5 → 1").waitFor();
  await amountsOf(page).locator("summary").filter({ hasText: "1 set of acts not decided" }).click();
  await amountsOf(page).getByText("Several guarantees claim these acts: decide who pays, in Coverage.").waitFor();
});

test("what is other about limits is in the words of the form", async () => {
  const limited = (limit, scaling) => {
    const coverage = smallCoverage({ include_care_types: ["CROWN"] });
    coverage.guarantees[0].coverage_rule = { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: "DENTAL", max_amount: "500", ...limit }] };
    coverage.guarantees.push({
      name: "SCALING", care_type_mappings: [{ selector: { include_care_types: ["SCALING"] }, filter: {} }],
      coverage_rule: { components: [{ kind: "actual_costs", percent: "100" }], limits: [{ key: scaling, period: { kind: "civil_year" }, max_count: 4 }] },
    });
    return coverage;
  };
  const page = await compare(smallCatalog, limited({ period: { kind: "civil_year" } }, "SCALING"), limited({ period: { kind: "rolling_months", months: 24 }, scope: "family" }, "SCALING"));
  await amountsOf(page).getByText("period: a civil year → 24 months").waitFor();
  await amountsOf(page).getByText("for whom: beneficiary → family").waitFor();
});

test("a reworded rule and a renamed guarantee give nothing", async () => {
  const reworded = smallCoverage();
  reworded.guarantees[0].name = "TEETH";
  reworded.guarantees[0].coverage_rule = { components: [{ kind: "ticket_moderateur", percent: "100" }], secu_share: "excluded" };
  const page = await compare(smallCatalog, smallCoverage(), reworded);
  await amountsOf(page).getByText("Members get the same for every act, whatever it costs.").waitFor();
});

test("where the worker cannot be loaded, that is said, and asked again it answers", async () => {
  const page = await openPage(browser, { fragment: "#compare", prepare: (page) => page.route("**/amounts-worker-*.js", (route) => route.abort()) });
  await page.getByRole("button", { name: "Compare the example with an edited version of it" }).click();
  await amountsOf(page).getByRole("alert").getByText("A part of it could not be loaded.").waitFor();
  await page.unroute("**/amounts-worker-*.js");
  await amountsOf(page).getByRole("button", { name: "Try again" }).click();
  await settled(page);
  await amountsOf(page).getByText(/sets of acts get more/).waitFor();
});

test("in French", async () => {
  const page = await compare(exampleCatalog, example(), edited(), { context: await browser.context({ locale: "fr-FR" }) });
  await eventually(async () => assert.match(await wordsOf(amountsOf(page)), /ensemble d’actes moins bien remboursé .* Les assurés reçoivent moins .*facturé 120,00 €, BR 30,00 € à 70 %/));
});

test("for everyone", async (t) => {
  await assertForEveryone(t, browser, [
    ["differences for every amount", async (options) => {
      const page = await compare(exampleCatalog, example(), edited(), options);
      for (const summary of await amountsOf(page).locator("summary").all()) await summary.click();
      return page;
    }],
  ]);
});
