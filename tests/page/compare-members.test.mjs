// The Compare view: who gets more and who less, in words and in euros, and a rename said as a rename.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { CareTypeCatalog } from "../../pkg/node.js";
import { chooseFiles, eventually, exampleCatalog, exampleCoverage, file, openPage, rule, smallCatalog, smallCoverage, startBrowser } from "./browser.mjs";
import { importFile, openVersions } from "./versions-panel.mjs";

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("../../www/src/features/compare/direction.ts", import.meta.url))],
  bundle: true, format: "esm", write: false,
});
const { directionOf } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const careTypes = new Set(JSON.parse(exampleCatalog).internal_care_types.map(({ short_code }) => short_code));
/** Of one, nobody knows the care type. */
const exampleActs = JSON.parse(await readFile(new URL("../../examples/acts.json", import.meta.url), "utf8")).filter(({ act }) => careTypes.has(act.care_type));
/** Of cents, as the English page writes them. */
const euros = (cents) => `${(cents / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 })} €`;

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const changesOf = (page) => page.getByRole("region", { name: /^(What changes|Ce qui change)$/ });
const sectionOf = (page, title) => changesOf(page).locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();

/** Two versions of the example: as it is, and as `edit` changes it. */
async function compareExample(edit, options = {}) {
  const page = await openPage(browser, { fragment: "#compare", ...options });
  await chooseFiles(page, file("types.json", exampleCatalog), file("comfort.json", exampleCoverage));
  await page.locator(".start-compare").waitFor();
  const next = JSON.parse(exampleCoverage);
  next.version = 4;
  edit(next, (name) => next.guarantees.find((guarantee) => guarantee.name === name));
  await page.locator("main input[type=file]").setInputFiles([file("next.json", next)]);
  await changesOf(page).waitFor();
  return page;
}

test("a rename is one line, and no care type has another guarantee", async () => {
  const page = await compareExample((_, of) => {
    of("DENTAL_PROSTHETICS_OTHER").name = "OTHER_CROWNS";
  });
  await changesOf(page).getByText("1 guarantee renamed.", { exact: true }).waitFor();
  await eventually(async () => assert.equal(await wordsOf(sectionOf(page, "Guarantees")), "Guarantees Renamed DENTAL_PROSTHETICS_OTHER is now called OTHER_CROWNS"));
  await eventually(async () => assert.equal(await changesOf(page).getByRole("article").count(), 0));
  await changesOf(page).getByText("Every act is decided alike.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a rename that carries its limit keys is no other rule; what else is other about it is said", async () => {
  const page = await compareExample((next, of) => {
    const guarantee = of("SOFT_MEDICINE_AND_PSYCHOLOGY");
    guarantee.name = "WELLBEING";
    const { limits } = guarantee.coverage_rule;
    const key = limits[0].key;
    for (const { coverage_rule } of next.guarantees) for (const limit of coverage_rule.limits ?? []) if (limit.key === key) limit.key = "wellbeing";
  });
  await changesOf(page).getByText("1 guarantee renamed.", { exact: true }).waitFor();
  const changed = await compareExample((_, of) => {
    const guarantee = of("HEARING_AIDS_CLASS_II");
    guarantee.name = "HEARING";
    for (const { filter } of guarantee.care_type_mappings) filter.min_age = 21;
  });
  await changesOf(changed).getByText(/^\d changes? in what is covered and 1 guarantee renamed\.$/).waitFor();
  await eventually(async () => assert.match(await wordsOf(changesOf(changed).getByRole("article").first()), /^No longer covered HEARING_AIDS_CLASS_II → becomes nobody .*[Mm]embers of 0 to 20/));
});

test("two guarantees of different care types are one removed and one added", async () => {
  const page = await openPage(browser, { fragment: "#compare" });
  const other = (selector, name) => ({ ...smallCoverage(selector), version: 2, guarantees: [{ ...smallCoverage(selector).guarantees[0], name }] });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.getByRole("heading", { name: "Compare with which version?" }).waitFor();
  await page.locator("main input[type=file]").setInputFiles([file("eyes.json", other({ include_care_type_groups: ["EYES"] }, "OPTICAL"))]);
  await eventually(async () => assert.match(await wordsOf(sectionOf(page, "Guarantees")), /Added OPTICAL Removed DENTAL$/));
});

test("a lower rate and a lower limit are red, with euros on an example act of the guarantee", async () => {
  const page = await compareExample((_, of) => {
    of("DOCTORS_OPTAM").coverage_rule.components[0].percent = "150";
    of("DENTAL_PROSTHETICS_VISIBLE_TEETH").coverage_rule.limits[0].max_amount = "1000.00";
    of("HEARING_AIDS_CLASS_II").coverage_rule.components[0].percent = "900";
  });
  const rules = sectionOf(page, "Rules");
  await rules.getByText("Example act:").first().waitFor();
  const of = (name) => rules.locator(".rule-changes > li").filter({ hasText: name });
  const [doctors, crowns, hearing] = [await wordsOf(of("DOCTORS_OPTAM")), await wordsOf(of("DENTAL_PROSTHETICS")), await wordsOf(of("HEARING_AIDS"))];
  assert.match(doctors, /^Members get less DOCTORS_OPTAM 170 % BR, Sécu included → becomes 150 % BR, Sécu included /);
  assert.match(doctors, /Example act: .* 410\.00 € charged, BR 271\.20 € 193\.04 € → 189\.84 € −3\.20 €$/);
  await eventually(async () => assert.equal(await of("DOCTORS_OPTAM").locator(".status.bad").count() >= 2, true));
  assert.match(crowns, /^Members get less .*1,500 € a year.* → .*1,000 € a year/);
  assert.match(hearing, /^Members get more .*Example act: .* \+\d/);
  assert.deepEqual(page.errors, []);
});

test("euros: the largest losses first, who gets more and less, sortable, and the sums are the engine's", async () => {
  const edit = (of) => {
    of("DENTAL_PROSTHETICS_VISIBLE_TEETH").coverage_rule.components[0].percent = "250";
    of("CONTACT_LENSES_AND_EYE_SURGERY").coverage_rule.limits[0].max_amount = "350.00";
  };
  const page = await compareExample((_, of) => edit(of));
  // In cents, as the package has it; what is not covered is paid nothing.
  const next = JSON.parse(exampleCoverage);
  edit((name) => next.guarantees.find((guarantee) => guarantee.name === name));
  const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));
  const [was, is] = [JSON.parse(exampleCoverage), next].map((payload) => catalog.compileCoverage(payload));
  const paid = (coverage, { act, amounts }) => {
    const { outcome, amounts: answer } = coverage.reimburse({ ...act, ...amounts });
    return answer ? Math.round(100 * Number(answer.complementary)) : outcome === "not_covered" || outcome === "unknown_care_type" ? 0 : null;
  };
  const known = exampleActs.map((example) => [paid(was, example), paid(is, example)]).filter(([a, b]) => a !== null && b !== null);
  const sum = (side) => euros(known.reduce((total, amounts) => total + amounts[side], 0));
  const different = known.map(([a, b]) => b - a).filter((difference) => difference !== 0).sort((a, b) => a - b);
  assert.ok(different.some((difference) => difference < 0) && different.some((difference) => difference > 0));
  const total = different.reduce((a, b) => a + b, 0);

  const card = changesOf(page).getByRole("region", { name: "In euros" });
  await card.getByText(`For ${known.length} example acts, the coverage pays ${sum(1)} in place of ${sum(0)}: ${euros(Math.abs(total))} ${total < 0 ? "less" : "more"}.`).waitFor();
  const same = known.length - different.length;
  const [more, less] = [different.filter((difference) => difference > 0).length, different.filter((difference) => difference < 0).length];
  await eventually(async () => assert.match(await wordsOf(card), new RegExp(`${more} acts? gets? more ${less} acts? gets? less ${same} acts? gets? the same`)));
  const differences = async () => (await card.locator("tbody tr td:last-child").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
  const signed = different.map((difference) => `${difference < 0 ? "−" : "+"}${euros(Math.abs(difference))}`);
  await eventually(async () => assert.deepEqual(await differences(), signed));
  await card.getByRole("button", { name: "Difference" }).click();
  await eventually(async () => assert.deepEqual(await differences(), signed.toReversed()));
  await eventually(async () => assert.equal(await card.getByRole("columnheader", { name: "Difference" }).getAttribute("aria-sort"), "descending"));
  await eventually(async () => assert.equal(await wordsOf(card.locator("tfoot th")), `Total of ${known.length} acts`));
  await card.getByRole("checkbox", { name: /^Show the other acts, too \(\d+\)$/ }).check();
  await eventually(async () => assert.equal(await card.locator("tbody tr").count(), 15));
  await card.getByRole("button", { name: "Act", exact: true }).click();
  await eventually(async () => assert.equal(await card.getByRole("columnheader", { name: "Act" }).getAttribute("aria-sort"), "ascending"));
});

test("euros of the year in hand follow its limits", async () => {
  const page = await openPage(browser, { fragment: "#year" });
  await page.getByRole("button", { name: "Load the example year" }).click();
  await page.getByRole("table").first().waitFor();
  await page.evaluate(() => (location.hash = "compare"));
  await page.locator(".start-compare").waitFor();
  const next = JSON.parse(exampleCoverage);
  next.version = 4;
  next.guarantees.find(({ name }) => name === "DENTAL_PROSTHETICS_VISIBLE_TEETH").coverage_rule.limits[0].max_amount = "1000.00";
  await page.locator("main input[type=file]").setInputFiles([file("next.json", next)]);
  const euros = changesOf(page).getByRole("region", { name: "In euros" });
  await euros.getByText(/^For \d+ acts of the year in hand, the coverage pays .* less\.$/).waitFor();
  await eventually(async () => assert.ok((await euros.locator("tbody tr .status.bad").count()) > 0, "acts beyond the lower limit are paid less"));
  await euros.getByRole("combobox").selectOption("examples");
  await euros.getByText(/^For \d+ example acts, .*: no difference\.$/).waitFor();
  assert.deepEqual(page.errors, []);
});

test("two versions from one file name are never named alike", async () => {
  const page = await openPage(browser, { fragment: "#compare" });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.locator(".start-compare").waitFor();
  await page.locator("main input[type=file]").setInputFiles([file("small.json", smallCoverage({ include_care_types: ["CROWN"] }))]);
  await changesOf(page).waitFor();
  await eventually(async () => {
    const names = await page.locator(".version > p:first-of-type").allInnerTexts();
    assert.deepEqual([...names].sort(), ["SMALL, version 1 · small.json", "SMALL, version 1 · small.json, as in hand"]);
  });
});

test("in French, every sentence of the view is French", async () => {
  const page = await compareExample(
    (_, of) => {
      of("DOCTORS_OPTAM").coverage_rule.components[0].percent = "150";
      of("SOFT_MEDICINE_AND_PSYCHOLOGY").name = "BIEN_ETRE";
    },
    { context: await browser.context({ locale: "fr-FR" }) },
  );
  await changesOf(page).getByText("1 règle modifiée et 1 garantie renommée.").waitFor();
  await eventually(async () => assert.match(await wordsOf(sectionOf(page, "Règles")), /Les assurés reçoivent moins DOCTORS_OPTAM/));
  await eventually(async () => assert.match(await wordsOf(sectionOf(page, "Garanties")), /SOFT_MEDICINE_AND_PSYCHOLOGY s’appelle désormais BIEN_ETRE/));
});

const percent = (percent, more = {}) => ({ components: [{ kind: "brss_percent", percent }], ...more });
const limit = (max, more = {}) => ({ key: "k", period: { kind: "civil_year" }, max_amount: max, ...more });

const costs = { kind: "actual_costs", percent: "100" };
const credit = (key, max_amount) => ({ ...costs, limits: [{ key, period: { kind: "civil_year" }, max_amount }] });
const flat = (key, max_count) => ({ kind: "flat_amount", amount: "30", limits: [{ key, period: { kind: "civil_year" }, max_count }] });
const pmss = { key: "k", period: { kind: "civil_year" } };

test("the direction of a rule: figures, limits, caps and what is added or taken away", () => {
  const cases = [
    ["less", percent("170"), percent("150")],
    ["more", percent("99.5"), percent("100")],
    ["same", percent("100"), { secu_share: "included", price_cap: null, limits: [], ...percent("100.0") }],
    ["more", percent("50"), percent("50", { secu_share: "excluded" })],
    ["less", percent("100"), percent("100", { limits: [limit("500.00")] })],
    ["more", percent("100", { limits: [limit("500.00")] }), percent("100")],
    ["less", percent("100", { limits: [limit("1500")] }), percent("100", { limits: [limit("1000")] })],
    ["mixed", percent("100", { limits: [limit("1500")] }), percent("200", { limits: [limit("1000")] })],
    ["less", percent("100", { limits: [limit("500")] }), percent("100", { limits: [limit("500", { scope: "family" })] })],
    ["unknown", percent("100", { limits: [limit("500")] }), percent("100", { limits: [limit("500", { period: { kind: "lifetime" } })] })],
    ["less", percent("100"), percent("100", { price_cap: { kind: "plv" } })],
    ["unknown", percent("100"), { components: [{ kind: "actual_costs", percent: "90" }] }],
    ["more", percent("100"), { components: [...percent("100").components, { kind: "flat_amount", amount: "20" }] }],
    ["more", percent("100", { limits: [limit("5")] }), percent("100", { limits: [limit("5")], beyond_limits: percent("100") })],
    ["less", percent("1", { limits: [limit("5")], beyond_limits: percent("100") }), percent("1", { limits: [limit("5")], beyond_limits: percent("90") })],
    ["unknown", { theirs: 1 }, { theirs: 2 }],
    ["same", { theirs: 1 }, { theirs: 1 }],
    ["less",
      { components: [{ kind: "least_of", options: [[{ kind: "actual_costs", percent: "80" }], [{ kind: "brss_percent", percent: "200" }]] }] },
      { components: [{ kind: "least_of", options: [[{ kind: "actual_costs", percent: "80" }], [{ kind: "brss_percent", percent: "180" }]] }] }],
    ["more", percent("100"), percent("100", { pathway_surcharge: "covered" })],
    ["less", { components: [credit("a", "170")] }, { components: [credit("a", "150")] }],
    ["more", { components: [credit("a", "170")] }, { components: [costs] }],
    ["unknown", { components: [credit("a", "170"), flat("b", "5")] }, { components: [flat("b", "5"), credit("a", "170")] }],
    ["same", { components: [credit("a", "170"), ...percent("100").components] }, { components: [...percent("100").components, credit("a", "170")] }],
    ["less", { ...percent("100"), limits: [{ ...pmss, max_pmss_percent: "15" }] }, { ...percent("100"), limits: [{ ...pmss, max_pmss_percent: "12" }] }],
    ["unknown", { ...percent("100"), limits: [{ ...pmss, max_pmss_percent: "15" }] }, { ...percent("100"), limits: [{ ...pmss, max_amount: "600" }] }],
  ];
  for (const [expected, before, after] of cases) assert.equal(directionOf(before, after), expected, `${JSON.stringify(before)} → ${JSON.stringify(after)}`);
  assert.equal(directionOf(rule, rule), "same");
});

test("a stored version is compared by one press, where one is stored", async () => {
  const page = await openPage(browser, { fragment: "#compare" });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.locator(".start-compare").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("group", { name: "Stored versions" }).count(), 0));
  await openVersions(page);
  await importFile(page, file("two.json", { format: "care-coverage-versions", versions: [smallCoverage({ include_care_types: ["CROWN"] }), { ...smallCoverage(), version: 2 }] }));
  await page.keyboard.press("Escape");
  const stored = page.getByRole("group", { name: "Stored versions" });
  await eventually(async () => assert.deepEqual(await stored.getByRole("button").allInnerTexts(), ["Version 2", "Version 1"]));
  await stored.getByRole("button", { name: "Compare with SMALL, version 1" }).click();
  await changesOf(page).getByText("Newly covered").waitFor();
  await stored.getByRole("button", { name: "Compare with SMALL, version 2" }).click();
  await changesOf(page).getByText("No differences").waitFor();
  assert.deepEqual(page.errors, []);
});
