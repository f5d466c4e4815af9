// The Coverage view: what each guarantee selects, under which conditions, and why.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  chooseFiles, eventually, exampleCoverage, file, openExample, openPage, outcomeOf, readText, selectionOf, smallCatalog, smallCoverage,
  startBrowser, textOf, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const guaranteeOf = (page, name) => page.getByRole("group").filter({ has: page.getByRole("heading", { name, exact: true }) });

const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();

async function openGuarantee(page, name) {
  const guarantee = guaranteeOf(page, name);
  if (!(await guarantee.evaluate((details) => details.open))) await guarantee.getByRole("heading", { name, exact: true }).click();
  return guarantee;
}

test("a guarantee says what its selectors select and under which conditions", async () => {
  const page = await openExample(browser);
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  const comfort = await openGuarantee(page, "HOSPITAL_COMFORT");
  await comfort.getByText("Mode of treatment").first().waitFor();
  await eventually(async () => assert.match(await comfort.innerText(), /3 mappings/));
  await eventually(async () => assert.doesNotMatch(await comfort.locator("summary").first().ariaSnapshot(), /[▾▸]/));
  const mapping = (number) => comfort.getByRole("group", { name: `Mapping ${number}` });
  await eventually(async () => {
    const chips = (await mapping(1).locator(".conditions-form .term-chip > span").allInnerTexts()).slice(0, 2);
    assert.deepEqual(chips, ["03 full hospital stay", "20 weekday hospital stay"]);
  });
  await eventually(async () => assert.equal(await mapping(2).getByRole("textbox", { name: "Oldest age" }).inputValue(), "15"));
  await eventually(async () => assert.equal(await mapping(3).getByRole("textbox", { name: "Youngest age" }).inputValue(), "70"));
  await eventually(async () => assert.ok(await mapping(2).getByRole("radio", { name: "in an établissement conventionné" }).isChecked()));
  const stay = await openGuarantee(page, "HOSPITAL_STAY");
  await stay.getByText("No condition").first().waitFor();
  await eventually(async () => assert.match(await stay.innerText(), /No condition: every act of these care types\./));
});

test("what is selected comes first, and what is left out does not hide it", async () => {
  const page = await openExample(browser);
  const guarantee = await openGuarantee(page, "ORTHODONTICS_YOUNG");
  await guarantee.getByText(/\d+ care types selected, \d+ left out/).first().waitFor();
  const [, selected] = /(\d+) care types selected/.exec(await guarantee.innerText());
  await eventually(async () => {
    const rows = await guarantee.locator("tbody tr").allInnerTexts();
    assert.ok(Number(selected) < rows.length);
    assert.deepEqual(rows.map((row) => /Selected/.test(row)), rows.map((_, index) => index < Number(selected)));
  });
});

test("every care type of a selector says why it is selected or left out", async () => {
  const page = await openExample(browser);
  const guarantee = await openGuarantee(page, "DOCTORS_OPTAM");
  await guarantee.getByText("30 care types selected, 2 left out").waitFor();
  await guarantee.getByRole("button", { name: "Show 22 more" }).click();
  const leftOut = guarantee.getByRole("row", { name: /TELEMONITORING/ });
  await eventually(async () => assert.match(await wordsOf(leftOut), /Left out excluded by name, although in the group Télémédecine/));
  await guarantee.getByRole("searchbox").fill("urgences");
  await eventually(async () => assert.match(await wordsOf(guarantee.getByRole("row", { name: /EMERGENCY_DOCTOR_FEE/ })), /Selected named by the selector/));
});

test("a search without results says so, in a mapping and among the guarantees", async () => {
  const page = await openExample(browser);
  const guarantee = await openGuarantee(page, "DOCTORS_OPTAM");
  await guarantee.getByRole("searchbox").fill("zzz");
  await guarantee.getByText("No care type of this mapping matches “zzz”.").waitFor();
  const box = page.getByRole("searchbox", { name: "Find a guarantee" });
  await box.fill("dental");
  await eventually(async () => assert.equal(await page.locator("details.guarantee h3").count(), 3));
  await box.fill("zzz");
  await page.getByText("No guarantee has “zzz” in its name.").waitFor();
  await eventually(async () => assert.ok(await box.evaluate((input) => input === document.activeElement)));
});

test("a care type can be asked about: who selects it, who leaves it out, and why", async () => {
  const page = await openExample(browser);
  const box = page.getByRole("combobox", { name: "Ask about a care type" });
  await box.fill("telemonitoring");
  await box.press("Enter");
  const answers = page.locator(".answers").getByRole("listitem");
  await eventually(async () => assert.deepEqual((await answers.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim()), [
    "Left out DOCTORS_OPTAM Mapping 1 excluded by name, although in the group Télémédecine",
    "Left out DOCTORS_NON_OPTAM Mapping 1 excluded by name, although in the group Télémédecine",
    "Selected EVERYDAY_CARE Mapping 2 named by the selector",
  ]));
  await box.fill("television");
  await box.press("Enter");
  await answers.filter({ hasText: "in the excluded group" }).first().waitFor();
  await eventually(async () => assert.ok((await answers.allInnerTexts()).every((text) => text.startsWith("Left out"))));
  await page.getByRole("link", { name: "Try it as an act" }).click();
  await outcomeOf(page).getByText("Not covered").first().waitFor();
});

test("a care type that no guarantee names has its sentence", async () => {
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  const box = page.getByRole("combobox", { name: "Ask about a care type" });
  await box.fill("verre");
  await box.press("Enter");
  await page.getByText("No guarantee names Verre, nor a group it belongs to.").waitFor();
});

test("the guarantees follow while typing; broken text is kept and the last reading stays", async () => {
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.getByText("2 care types selected").waitFor();
  const text = await readText(page);
  await writeText(page, text.replace('"TEETH"', '"TEETH", "EYES"'));
  await page.getByText("3 care types selected").waitFor();
  await textOf(page).press("Control+End");
  await page.keyboard.type("x");
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await page.getByText("The form shows the coverage as it could last be read.").waitFor();
  await page.getByText("3 care types selected").waitFor();
  await eventually(async () => assert.equal(await selectionOf(page), ""));
  await page.keyboard.press("Backspace");
  await page.getByText("This is not valid JSON yet").first().waitFor({ state: "hidden" });
});

test("the place of broken text can be shown", async () => {
  const page = await openExample(browser);
  await writeText(page, exampleCoverage.replace('"version": 3,', '"version": 3;'));
  await page.getByText(/^Line 3, column \d+: a comma or a closing brace } is expected, but there is ;\.$/).waitFor();
  await page.locator(".bad-card").getByRole("button", { name: "Show in the text" }).click();
  await eventually(async () => assert.equal(await selectionOf(page), ";"));
});

test("a coverage without guarantees, and one without its catalogue, have their sentence", async () => {
  const page = await openPage(browser);
  await chooseFiles(page, file("empty.json", { name: "EMPTY", version: 1, guarantees: [] }));
  await page.getByText("A coverage can be read once the catalogue of its care types is loaded.").waitFor();
  await chooseFiles(page, file("types.json", smallCatalog));
  await page.getByText("This coverage has no guarantees yet.").waitFor();
});

test("a coverage can be typed from nothing", async () => {
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", smallCatalog));
  await page.getByRole("button", { name: "Begin a coverage" }).waitFor();
  await writeText(page, JSON.stringify(smallCoverage({ include_care_types: ["LENS"] }, { min_age: 20, max_age: 18, glasses_lens_complexities: [] })));
  await page.getByText("1 care type selected").waitFor();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Youngest age" }).inputValue(), "20"));
  await page.locator(".condition-list").getByText("Error").first().waitFor();
  await page.getByText("The list is empty, so this holds for no act.").waitFor();
});
