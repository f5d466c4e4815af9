// What the analysis finds, in the Coverage view: overlaps, gaps, mappings that change nothing, care types that nobody selects.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  chooseFiles, editorOf, eventually, file, openPage, openUndecidedExample, outcomeOf, readText, rule, selectionOf, smallCatalog,
  smallCoverage, startBrowser, textOf, typingTimes,
} from "./browser.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const guaranteeOf = (page, name) => page.locator("details.guarantee").filter({ has: page.getByRole("heading", { name, exact: true, level: 3 }) });
const panelOf = (page) => page.getByRole("region", { name: "Findings" });
const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();

async function openGuarantee(page, name) {
  const guarantee = guaranteeOf(page, name);
  if (!(await guarantee.evaluate((details) => details.open))) await guarantee.getByRole("heading", { name, exact: true, level: 3 }).click();
  await guarantee.getByRole("heading", { name: "Mapping 1", exact: true }).waitFor();
  return guarantee;
}

async function openSmall(coverage) {
  const page = await openPage(browser);
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", coverage));
  await panelOf(page).waitFor();
  return page;
}

const guarantee = (name, ...mappings) => ({
  name,
  care_type_mappings: mappings.map(([codes, filter]) => ({ selector: { include_care_types: codes }, filter })),
  coverage_rule: rule,
});
const coverageOf = (...guarantees) => ({ name: "SMALL", version: 1, guarantees });

test("an overlap stands on both guarantees, in words, and goes to the act form with one click", async () => {
  const page = await openUndecidedExample(browser);
  await eventually(async () => assert.match(await wordsOf(guaranteeOf(page, "ORTHODONTICS_YOUNG").locator("summary").first()), /1 overlap 3 gaps/));
  const adult = await openGuarantee(page, "ORTHODONTICS_ADULT");
  const overlaps = adult.locator(".findings").filter({ hasText: "Also covered by other guarantees" });
  await eventually(async () => assert.match(
    await wordsOf(overlaps.getByRole("listitem")),
    /^ORTHODONTICS_YOUNG its mapping 1, with mapping 1 of this one Members of 16 to 20, reimbursed by the Sécu Semestre de traitement d'orthodontie ORTHODONTIC_SEMESTER Accept with a note Try it What would settle it$/,
  ));
  await overlaps.getByRole("button", { name: /^Try it as an act: Semestre/ }).click();
  await outcomeOf(page).getByText("2 guarantees cover this act at once: ORTHODONTICS_YOUNG and ORTHODONTICS_ADULT.").waitFor();
  assert.match(page.url(), /#act$/);
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Age on that date" }).inputValue(), "16"));
  await eventually(async () => assert.ok(await outcomeOf(page).evaluate((area) => area.contains(document.activeElement))));
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await outcomeOf(page).getByText("Choose a care type, or an example act.").waitFor();
  assert.deepEqual(page.errors, []);
});

/** Of the guarantees, each third; PAGE=all: every one. */
const EACH = process.env.PAGE === "all" ? 1 : 3;

test("a gap of the example, on whatever guarantee, sends an act that nobody covers", async () => {
  const page = await openUndecidedExample(browser);
  const names = await page.locator("details.guarantee h3").allInnerTexts();
  let tried = 0;
  for (const name of names.filter((_, index) => index % EACH === 0)) {
    const gaps = (await openGuarantee(page, name)).locator(".findings").filter({ hasText: "Covered by no guarantee" }).getByRole("button", { name: /^Try it/ });
    const count = await gaps.count();
    for (let index = 0; index < count; index += 1) {
      await gaps.nth(index).click();
      await outcomeOf(page).getByText("Not covered", { exact: true }).waitFor();
      await page.getByRole("link", { name: "Coverage" }).click();
      tried += 1;
    }
    await guaranteeOf(page, name).getByRole("heading", { name, exact: true, level: 3 }).click();
  }
  assert.ok(tried >= 21 / EACH, `${tried} gaps`);
});

test("a region names its care types, and a longer list of them unfolds and can be searched", async () => {
  const page = await openUndecidedExample(browser);
  const doctors = await openGuarantee(page, "DOCTORS_OPTAM");
  const gap = doctors.locator(".findings").getByRole("listitem").filter({ hasText: "Not reimbursed by the Sécu" }).first();
  await gap.locator(".region-types > summary").click();
  await gap.getByRole("searchbox").fill("cardio");
  await gap.locator(".care-type-list li").filter({ hasText: "CARDIOLOGIST_VISIT" }).waitFor();
  await eventually(async () => assert.ok((await gap.locator(".care-type-list li").count()) < 5));
  await gap.getByRole("searchbox").fill("zzz");
  await gap.getByText("No care type of these acts matches “zzz”.").waitFor();
});

test("conditions are said as people say them", async () => {
  const page = await openSmall(coverageOf(
    guarantee("A", [["CROWN"], { max_age: 17, practitioner: "DENTIST", is_optam_or_secteur_1: true }]),
    guarantee("B", [["CROWN", "LENS"], { min_age: 12, is_for_at_least_one_visible_tooth: false, allowed_treatment_modes: ["03", "20"] }]),
  ));
  const a = await openGuarantee(page, "A");
  await a.getByText("Members of 12 to 17, OPTAM or secteur 1, no visible tooth, practitioner: Dentist, mode of treatment: 03 full hospital stay or 20 weekday hospital stay").waitFor();
  await a.getByText(/any practitioner but Dentist/i).first().waitFor();
  const b = await openGuarantee(page, "B");
  await b.getByText("Members of 12 or older, a visible tooth").first().waitFor();
  await b.getByText(/any mode of treatment but 03 full hospital stay and 20 weekday hospital stay/i).first().waitFor();
});

test("the problems list has what the analysis found, with its places; gaps are folded", async () => {
  const page = await openUndecidedExample(browser);
  const decide = panelOf(page).getByRole("region", { name: "To decide: 1" });
  const overlap = decide.locator(".problems > li");
  await eventually(async () => assert.equal(await overlap.count(), 1));
  await eventually(async () => assert.match(await wordsOf(overlap), /^Overlap Two guarantees cover the same acts: Members of 16 to 20.* ORTHODONTICS_YOUNG mapping 1 Line \d+ ORTHODONTICS_ADULT mapping 1 Line \d+/));
  const meant = panelOf(page).locator("details").filter({ has: page.getByRole("heading", { name: "Probably meant: 21" }) }).first();
  await eventually(async () => assert.equal(await meant.getByRole("listitem").count(), 0));
  await meant.locator("summary").first().click();
  await meant.locator(".gap-groups > li").nth(8).waitFor();
  await meant.getByText("One by one").first().click();
  await meant.locator(".gap-groups > li").first().locator(".regions > li").nth(3).waitFor();
  await editorOf(page).waitFor();
  await overlap.getByRole("button", { name: /^Line/ }).first().click();
  await eventually(async () => assert.equal(await selectionOf(page), "{"));
  await overlap.getByRole("button", { name: /^Line/ }).last().click();
  await eventually(async () => assert.equal(await selectionOf(page), "{"));
});

test("a mapping that changes nothing says why, and goes with one click", async () => {
  const page = await openSmall(coverageOf(guarantee("A", [["CROWN", "LENS"], {}], [["CROWN"], { min_age: 10 }]), guarantee("B", [["SCALING"], {}])));
  const a = await openGuarantee(page, "A");
  await a.getByText("The mapping changes nothing: the other mappings of A match all its acts.").waitFor();
  await panelOf(page).getByRole("listitem").filter({ hasText: "The mapping changes nothing" }).first().waitFor();
  await a.getByRole("button", { name: "Remove this mapping" }).click();
  await a.getByText("1 mapping", { exact: false }).first().waitFor();
  await eventually(async () => assert.equal(JSON.parse(await readText(page)).guarantees[0].care_type_mappings.length, 1));
  await panelOf(page).getByText("Nothing to decide", { exact: true }).waitFor();
  await eventually(async () => assert.match(await page.evaluate(() => document.activeElement.closest("summary")?.textContent), /^A2 care types · 1 mapping/));
});

test("care types that nobody selects are counted, folded, and can be searched", async () => {
  const page = await openUndecidedExample(browser);
  const card = page.locator("details").filter({ hasText: "13 care types that no guarantee selects" });
  await eventually(async () => assert.equal(await card.getByRole("listitem").count(), 0));
  await card.locator("summary").click();
  await card.getByRole("listitem").first().waitFor();
  await eventually(async () => assert.equal(await card.getByRole("listitem").count(), 10));
  await card.getByRole("searchbox", { name: "Find a care type that no guarantee selects" }).fill("zzz");
  await card.getByText("matches “zzz”").waitFor();
});

test("findings follow while typing, and the text that cannot be read keeps the last ones", async () => {
  const page = await openSmall(smallCoverage({ include_care_types: ["CROWN"] }, { max_age: 17 }));
  const small = await openGuarantee(page, "DENTAL");
  await small.getByText("Members of 18 or older").waitFor();
  await editorOf(page).waitFor();
  const text = await readText(page);
  const at = text.indexOf("17");
  await textOf(page).press("Control+Home");
  await editorOf(page).evaluate((editor, at) => editor.select({ start: at, end: at + 2 }), at);
  await page.keyboard.type("49");
  await small.getByText("Members of 50 or older").waitFor();
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await small.getByText(/^Members of \d+ or older$/).waitFor();
});

test("by keyboard alone: from a guarantee to its gap, into the act, and back", async () => {
  const page = await openSmall(smallCoverage({ include_care_types: ["CROWN"] }, { max_age: 17 }));
  await guaranteeOf(page, "DENTAL").locator("summary").first().focus();
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  for (let step = 0; step < 40 && !/^Try it/.test(await focused()); step += 1) await page.keyboard.press("Tab");
  await eventually(async () => assert.match(await focused(), /^Try it as an act: Couronne, members of 18 or older/));
  await page.keyboard.press("Enter");
  await outcomeOf(page).getByText("Not covered", { exact: true }).waitFor();
  await eventually(async () => assert.match(await focused(), /Not covered/));
});

test("10,000 overlaps keep the page usable, and say that there are more", async (t) => {
  const many = coverageOf(...Array.from({ length: 150 }, (_, index) => guarantee(`G_${index}`, [["CROWN"], { max_age: 100 }])));
  const page = await openSmall(many);
  await page.getByText("Not everything could be looked at").waitFor();
  await page.getByText("149 overlaps").first().waitFor();
  const first = await openGuarantee(page, "G_0");
  const rows = first.locator(".regions li");
  await eventually(async () => assert.equal(await rows.count(), 6));
  const shown = await page.evaluate(() => new Promise((resolve) => {
    const started = performance.now();
    [...document.querySelectorAll("details.guarantee button")].find((button) => button.textContent === "Show 20 more").click();
    setTimeout(() => resolve(performance.now() - started));
  }));
  await eventually(async () => assert.equal(await rows.count(), 26));
  await editorOf(page).waitFor();
  await textOf(page).press("Control+End");
  await typingTimes(page, " ");
  const times = await typingTimes(page, "     ");
  await page.waitForTimeout(1500);
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  assertTime(t, "a key in the text, with 10,000 overlaps (median)", times[times.length >> 1], 150);
  assertTime(t, "20 more rows", shown, 500);
  assert.ok(elements < 4000, `${elements} elements`);
  await first.getByRole("button", { name: /^Try it/ }).first().click();
  await outcomeOf(page).getByText("150 guarantees cover this act at once").waitFor();
  assert.deepEqual(page.errors, []);
});
