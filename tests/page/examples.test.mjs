// The example coverages: what the engine says of each, what they pay, and how they come into the page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { CareTypeCatalog } from "../../pkg/index.js";
import { chooseDocument, eventually, openPage, readText, startBrowser } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const textOf = (name) => readFile(new URL(`../../examples/${name}.json`, import.meta.url), "utf8");
const read = async (name) => JSON.parse(await textOf(name));
const catalog = new CareTypeCatalog(await read("catalog"), { synonyms: [await read("synonyms/fr"), await read("synonyms/en")] });
const paid = (coverage, act) => coverage.reimburse(act).amounts;

for (const name of ["coverage", "blank", "collective-base", "collective-option", "100-sante"]) {
  test(`${name} has no error, and warns of nothing but what a coverage of its kind leaves open`, async () => {
    const allowed = { coverage: ["gap", "overlap"], blank: ["no_guarantee"] }[name] ?? ["gap"];
    const found = catalog.validateCoverage(await read(name));
    assert.deepEqual(found.filter(({ code }) => !allowed.includes(code)), []);
    assert.ok(found.every(({ severity }) => severity !== "error"));
  });
}

test("the new examples are short", async () => {
  for (const name of ["blank", "collective-base", "collective-option", "100-sante", "to-repair"]) {
    const lines = (await textOf(name)).split("\n").length;
    assert.ok(lines <= 300, `${name}: ${lines} lines`);
  }
});

test("the broken one has the seven mistakes it promises, each at its place", async () => {
  const found = catalog.validateCoverage(await read("to-repair")).map(({ code, pointer, message }) => [code, pointer, message]);
  const expected = [
    ["unknown_field", /^\/guarantees\/0\/.*is_optam$/, /is_optam_or_secteur_1/],
    ["unknown_care_type", /^\/guarantees\/0\//, /`GP`/],
    ["unknown_care_type", /^\/guarantees\/1\//, /`Détartrage`.*DENTAL_SCALING/],
    ["overlap", /^\/guarantees\/3\//, /CROWNS_AND_BRIDGES.*DENTAL_100_SANTE/],
    ["unknown_field", /age_min$/, /min_age/],
    ["unknown_practitioner", /practitioner$/, /OSTEOPATH/],
    ["missing_field", /^\/guarantees\/6$/, /coverage_rule/],
  ];
  assert.equal(found.length, expected.length, JSON.stringify(found, null, 1));
  for (const [index, [code, pointer, message]] of expected.entries()) {
    assert.equal(found[index][0], code);
    assert.match(found[index][1], pointer);
    assert.match(found[index][2], message);
  }
});

test("the collective base pays what a company must offer at least, and the option more", async () => {
  const [base, option] = await Promise.all(["collective-base", "collective-option"].map(async (name) => catalog.compileCoverage(await read(name))));
  const crown = { care_type: "CROWN_CERAMIC_FREE", is_for_at_least_one_visible_tooth: true, practitioner: "DENTIST", reimbursed_by_secu: true, care_date: "2026-02-01", charged: "680", brss: "120", secu_rate_percent: 60, beneficiary: "1" };
  // 125 % BR, Sécu included: 150 − 72.
  assert.equal(paid(base, crown).complementary, "78.00");
  assert.equal(paid(option, crown).complementary, "288.00");
  // A pair of glasses with two simple lenses: at least 100 € with the Sécu; with two complex ones, 200 €.
  const glasses = (coverage, complexity) => {
    const amounts = { brss: "0.05", secu_rate_percent: 60, charged: "300", care_date: "2026-02-01", beneficiary: "1", member_age: 40, reimbursed_by_secu: true };
    const parts = [{ ...amounts, care_type: "FRAME_CLASS_B" }, ...["left", "right"].map((side) => ({ ...amounts, care_type: "LENS_SINGLE_CLASS_B", glasses_lens_complexity: complexity, side }))];
    return parts.map((part) => paid(coverage, part)).reduce((sum, { secu_paid, complementary }) => sum + Number(secu_paid) + Number(complementary), 0);
  };
  assert.ok(glasses(base, "SIMPLE") >= 100 && glasses(base, "SIMPLE") <= 420);
  assert.ok(glasses(base, "COMPLEX") >= 200 && glasses(base, "COMPLEX") <= 700);
  assert.ok(glasses(option, "SIMPLE") > glasses(base, "SIMPLE") && glasses(option, "SIMPLE") <= 420);
  assert.ok(glasses(option, "COMPLEX") <= 700);
  // The private room: 1 and 2 % of the monthly ceiling of 2026, 4,005 €.
  const room = { care_type: "ROOM_OVERNIGHT", care_date: "2026-02-01", charged: "100", beneficiary: "1" };
  assert.equal(paid(base, room).complementary, "40.05");
  assert.equal(paid(option, room).complementary, "80.10");
});

test("100 % Santé leaves nothing to pay within its ceilings", async () => {
  const coverage = catalog.compileCoverage(await read("100-sante"));
  const common = { care_date: "2026-02-01", member_age: 50, beneficiary: "1", reimbursed_by_secu: true, secu_rate_percent: 60 };
  const acts = [
    { care_type: "CROWN_CERAMIC_100_SANTE", charged: "500", brss: "120", hlf: "500" },
    { care_type: "FRAME_CLASS_A", charged: "30", brss: "9", plv: "30" },
    { care_type: "HEARING_AID_CLASS_I", charged: "950", brss: "400", plv: "950", side: "left" },
  ];
  for (const act of acts) assert.equal(paid(coverage, { ...common, ...act }).out_of_pocket, "0.00", act.care_type);
  // A hearing aid at a free price: 1,700 € with the Sécu at most.
  const free = paid(coverage, { ...common, care_type: "HEARING_AID_CLASS_II", charged: "2500", brss: "400", side: "left" });
  assert.ok(Number(free.secu_paid) + Number(free.complementary) <= 1700);
});

test("example acts are called in French, too, and the French year is the same year", async () => {
  for (const { label, label_fr: french } of await read("acts")) assert.ok(french && french !== label, label);
  const without = (year) => year.map(({ label, ...entry }) => (assert.ok(label), entry));
  const [year, french] = [await read("year"), await read("year.fr")];
  assert.deepEqual(without(french), without(year));
  assert.ok(french.every(({ label }, index) => label !== year[index].label));
  const page = await openPage(browser, { fragment: "#act", context: await browser.context({ locale: "fr-FR" }) });
  await page.getByRole("button", { name: "Charger l’exemple" }).click();
  await page.locator("#example-act").fill("chirurgien OPTAM");
  await page.keyboard.press("Enter");
  await page.getByText("Acte d’exemple\u00a0: Un chirurgien OPTAM opère").waitFor();
});

test("what is meant of the example is the same in both languages, and its reasons are in the one of the page", async () => {
  const without = ({ accept }) => accept.map(({ reason, ...entry }) => (assert.ok(reason), entry));
  const [english, french] = [await read("coverage.accept"), await read("coverage.accept.fr")];
  assert.deepEqual(without(french), without(english));
  assert.ok(french.accept.every(({ reason }, index) => reason !== english.accept[index].reason));
  // A first visit asks for it before the page speaks a language.
  for (const isFirst of [true, false]) {
    const page = await openPage(browser, { isFirst, context: await browser.context({ locale: "fr-FR" }) });
    if (!isFirst) await page.getByRole("button", { name: "Charger l’exemple" }).click();
    await page.locator("summary", { hasText: "Accepté" }).first().click();
    await page.locator("input, textarea").evaluateAll((fields) => fields.map(({ value }) => value)).then((values) => assert.ok(values.includes(french.accept[2].reason), values.join("\n")));
  }
});

test("every example is loaded from the Document menu, over whatever is in hand", async () => {
  const page = await openPage(browser);
  const loaded = page.getByRole("region", { name: "What is loaded" });
  for (const [name, file, words] of [
    ["Collective, base and option", "collective-base", "COLLECTIVE_BASE · version 1"],
    ["100 % Santé", "100-sante", "SANTE_100 · version 1"],
    ["One to repair", "to-repair", "Coverage not readable"],
    ["Blank, with the example catalogue", "blank", "MY_COVERAGE · version 1"],
    ["Individual coverage", "coverage", "CONFORT · version 3"],
  ]) {
    await chooseDocument(page, name);
    await loaded.getByText(words).waitFor();
    await eventually(async () => assert.equal(await readText(page), await textOf(file)));
  }
  assert.deepEqual(page.errors, []);
});

test("the option of the collective example is what Compare shows next to it", async () => {
  const page = await openPage(browser);
  await chooseDocument(page, "Collective, base and option");
  await page.getByText("Compare shows what its option adds.").waitFor();
  await page.getByRole("link", { name: "Compare" }).click();
  await page.getByText("COLLECTIVE_BASE_AND_OPTION, version 1").first().waitFor();
  await eventually(async () => assert.equal(await page.getByText("No differences").count(), 0));
});
