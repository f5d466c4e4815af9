// The worklist: what there is to decide, with choices that settle it; what is probably meant; what is accepted.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { CareTypeCatalog } from "../../pkg/node.js";
import { violations } from "./axe.mjs";
import { chooseFiles, eventually, exampleCatalog, exampleCoverage, file, openPage, smallCatalog, startBrowser, writeText } from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));
const small = new CareTypeCatalog(smallCatalog);
const exampleAccept = JSON.parse(await readFile(new URL("../../examples/coverage.accept.json", import.meta.url), "utf8"));

const worklistOf = (page) => page.locator("section.worklist");
const decideOf = (page) => worklistOf(page).getByRole("region", { name: /^(To decide|À décider)/ });
const itemsOf = (page) => decideOf(page).locator(".problems > li");
const itemOf = (page, words) => itemsOf(page).filter({ hasText: words });
const waysOf = (item) => item.locator(".ways > ul > li > button");
const partOf = (page, name) => worklistOf(page).locator("details").filter({ has: page.getByRole("heading", { name }) }).first();

const textOf = (coverage) => (typeof coverage === "string" ? coverage : JSON.stringify(coverage, null, 2));

async function open(coverage, { context, types = exampleCatalog } = {}) {
  const page = await openPage(browser, { context });
  await chooseFiles(page, file("types.json", types), file("mine.json", textOf(coverage)));
  await worklistOf(page).waitFor();
  await keptAs(page, textOf(coverage));
  return page;
}

/** Until the choices of all that is shown are known. */
async function settled(page) {
  await page.waitForFunction(() => !/Looking for|Recherche de/.test(document.querySelector(".worklist").innerText));
}

/** The text of a document as the page keeps it, which it does a moment after each change. */
const kept = (page, part = "coverage") => page.evaluate((part) => JSON.parse(sessionStorage.getItem("care-coverage:tab"))?.[part]?.text, part);

/** Until it is this; with `not`, until it is no longer that. */
async function keptAs(page, expected, { part = "coverage", not } = {}) {
  await page.waitForFunction(
    ({ part, expected, not }) => {
      const text = JSON.parse(sessionStorage.getItem("care-coverage:tab"))?.[part]?.text;
      return not === undefined ? text === expected : text !== not;
    },
    { part, expected, not },
  );
  return kept(page, part);
}

/** Takes a choice, and gives the text with it. */
async function take(page, button) {
  const before = await kept(page);
  await button.click();
  return keptAs(page, null, { not: before });
}

const unfold = (page, name) => partOf(page, name).locator("summary").first().click();
const rule = { components: [{ kind: "brss_percent", percent: "100" }] };
const guarantee = (name, ...mappings) => ({
  name,
  care_type_mappings: mappings.map(([types, filter = {}, more = {}]) => ({ selector: { include_care_types: types, ...more }, filter })),
  coverage_rule: rule,
});
const coverageOf = (...guarantees) => ({ name: "MINE", version: 1, guarantees });

const broken = `{
  "name": "BROKEN",
  "guarantees": [
    {
      "name": "DOCTORS",
      "care_type_mappings": [
        {
          "selector": { "include_care_types": ["GP", "Consultation chez un médecin spécialiste"] },
          "filter": { "is_optam": true, "age_min": 16 }
        }
      ],
      "coverage_rule": { "components": [{ "kind": "brss_percent", "percent": "150 %" }] }
    },
    {
      "name": "OSTEO",
      "care_type_mappings": [
        { "selector": { "include_care_types": ["OSTEOPATHY"] }, "filter": { "practitioner": "osteopathe" } },
        { "selector": { "include_care_types": ["OSTEOPATHY"] }, "filter": { "practitioner": "OSTEOPATH", "min_age": 60 } }
      ],
      "coverage_rule": { "components": [{ "kind": "flat_amount", "amount": "30,00" }], "limits": [{ "key": "osteo", "period": { "kind": "civil_year" }, "max_count": "5" }] }
    },
    {
      "name": "OSTEO",
      "care_type_mappings": [
        { "selector": { "include_care_types": ["OSTEOPATHY"] }, "filter": { "practitioner": "OSTEOPATH", "min_age": 40, "max_age": 20 } }
      ],
      "coverage_rule": { "components": [{ "kind": "actual_costs", "percent": "100" }] }
    },
    { "name": "DENTAL" }
  ]
}
`;

test("each of the natural guesses gets a proposal", async () => {
  const page = await open(broken);
  await settled(page);
  const proposed = async (words, choice) => assert.ok((await waysOf(itemOf(page, words)).allInnerTexts()).includes(choice), `${words}: ${await waysOf(itemOf(page, words)).allInnerTexts()}`);
  await proposed("Unknown field is_optam", "Rename to is_optam_or_secteur_1");
  await proposed("Unknown field age_min", "Rename to min_age");
  await proposed("Unknown practitioner osteopathe", "Replace by OSTEOPATH");
  await proposed("Unknown care type GP", "Replace by Consultation chez le médecin généraliste (GP_VISIT)");
  await proposed("Unknown care type Consultation chez un médecin spécialiste", "Replace by Consultation chez un médecin spécialiste (SPECIALIST_VISIT)");
  assert.deepEqual(page.errors, []);
});

test("what nobody could guess is chosen from what is known: a value, a care type", async () => {
  const page = await open(coverageOf(guarantee("A", [["XYZQW"], { practitioner: "zzzz" }])));
  await settled(page);
  await itemOf(page, "Unknown practitioner zzzz").getByLabel("Another value").selectOption({ label: "Osteopath" });
  await itemOf(page, "XYZQW").getByText("Another care type or group").first().click();
  const field = itemOf(page, "XYZQW").getByRole("combobox");
  await field.fill("ostéo");
  const before = await kept(page);
  await page.keyboard.press("Enter");
  const { guarantees: [{ care_type_mappings: [mapping] }] } = JSON.parse(await keptAs(page, null, { not: before }));
  assert.deepEqual(mapping, { selector: { include_care_types: ["OSTEOPATHY"] }, filter: { practitioner: "OSTEOPATH" } });
});

test("a broken coverage is repaired by choices alone, and undone step by step", async () => {
  const page = await open(broken);
  let steps = 0;
  for (; steps < 30; steps += 1) {
    await settled(page);
    const ways = waysOf(decideOf(page)).first();
    if ((await ways.count()) === 0) break;
    await take(page, ways);
  }
  await decideOf(page).getByText("Nothing to decide", { exact: true }).waitFor();
  const repaired = JSON.parse(await kept(page));
  const errors = catalog.validateCoverage(repaired).filter(({ severity, code }) => severity === "error" || code === "overlap");
  assert.deepEqual(errors, []);
  assert.equal(repaired.version, 1);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("Control+z");
  await keptAs(page, broken);
  assert.deepEqual(page.errors, []);
});

test("an empty object and an empty guarantee get their fields at once", async () => {
  const page = await open(coverageOf());
  await writeText(page, "{}");
  await keptAs(page, "{}");
  await settled(page);
  await eventually(async () => assert.equal(await itemsOf(page).count(), 1));
  const begun = await take(page, waysOf(itemOf(page, "The fields name, version and guarantees are missing")).first());
  assert.deepEqual(JSON.parse(begun), { name: "NEW_COVERAGE", version: 1, guarantees: [] });
  await settled(page);
  const [first] = JSON.parse(await take(page, waysOf(itemsOf(page)).filter({ hasText: "Begin a guarantee" }))).guarantees;
  assert.deepEqual(first.care_type_mappings, [{ selector: {}, filter: {} }]);
  await settled(page);
  // What only the author knows is asked where it is missing.
  await itemOf(page, "The selector has no term").getByRole("combobox", { name: "Select a care type or a group" }).fill("ostéo");
  await page.keyboard.press("Enter");
  await decideOf(page).getByText("Nothing to decide", { exact: true }).waitFor();
});

test("the overlap of the example: each choice says what it does before it is taken", async () => {
  const page = await open(exampleCoverage);
  await settled(page);
  const overlap = itemOf(page, "Two guarantees cover the same acts");
  await overlap.getByText("Members of 16 to 20, reimbursed by the Sécu").first().waitFor();
  const way = overlap.locator(".ways > ul > li").filter({ hasText: "Take exactly these acts out of ORTHODONTICS_ADULT" });
  await way.getByText("Stay with ORTHODONTICS_YOUNG: members of 16 to 20, reimbursed by the Sécu").waitFor();
  await eventually(async () => assert.equal(await way.getByText("No longer covered").count(), 0));
  // What takes cover from somebody comes after what does not, and says so.
  const all = await overlap.locator(".ways > ul > li").allInnerTexts();
  const losing = all.map((words) => words.includes("No longer covered"));
  assert.deepEqual(losing, losing.toSorted((a, b) => a - b));
  const after = catalog.compileCoverage(JSON.parse(await take(page, way.getByRole("button"))));
  await decideOf(page).getByText("Nothing to decide", { exact: true }).waitFor();
  const act = { care_type: "ORTHODONTIC_SEMESTER", member_age: 18, reimbursed_by_secu: true };
  assert.deepEqual(after.guaranteesFor(act).guarantees, ["ORTHODONTICS_YOUNG"]);
  await page.keyboard.press("Control+z");
  await keptAs(page, exampleCoverage);
});

test("guarantees of a finding lead to their cards, lines to the text", async () => {
  const page = await open(exampleCoverage);
  const overlap = itemOf(page, "Two guarantees cover the same acts");
  await overlap.getByRole("button", { name: "Show the card of ORTHODONTICS_ADULT" }).click();
  await eventually(async () => assert.match(await page.evaluate(() => document.activeElement.closest("details")?.textContent ?? document.activeElement.textContent), /ORTHODONTICS_ADULT/));
  await overlap.getByRole("button", { name: /^Line/ }).first().click();
  await page.waitForFunction(() => document.activeElement?.tagName === "CARE-EDITOR");
});

test("gaps by their cause: a group is accepted with one note, one by itself, and the file is what the package takes", async () => {
  const page = await open(exampleCoverage);
  await unfold(page, /Probably meant: 21/);
  const groups = partOf(page, /Probably meant/).locator(".gap-groups > li");
  await groups.first().waitFor();
  await eventually(async () => {
    const titles = await groups.locator("h4").allInnerTexts();
    assert.deepEqual(titles.slice(0, 2), ["Not reimbursed by the Sécu", "In an établissement that is not conventionné"]);
  });
  await groups.first().getByRole("button", { name: "Accept all 4 with one note" }).click();
  await page.keyboard.press("Enter");
  await page.getByText("Say in a few words why it is meant.").waitFor();
  await page.keyboard.type("the Sécu comes first");
  await page.keyboard.press("Enter");
  await partOf(page, /Probably meant: 17/).waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.querySelector("h4")?.textContent), "In an établissement that is not conventionné"));
  for (let left = 17; left > 0; ) {
    await groups.first().getByRole("button", { name: /^Accept/ }).first().click();
    await page.keyboard.type("meant");
    await page.keyboard.press("Enter");
    const before = left;
    await page.waitForFunction((before) => !document.querySelector(".worklist").innerText.includes(`Probably meant: ${before}`), before);
    left = Number(/Probably meant: (\d+)/.exec(await worklistOf(page).innerText())[1]);
  }
  await partOf(page, /Probably meant: 0/).getByText("Every act of a selected care type is covered, or accepted as not covered.").waitFor();
  await unfold(page, /Accepted:/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export" }).click()]);
  const accept = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.match(download.suggestedFilename(), /\.accept\.json$/);
  assert.deepEqual(Object.keys(accept), ["accept"]);
  const { gaps } = catalog.compileCoverage(JSON.parse(exampleCoverage)).analyze(accept);
  assert.deepEqual(gaps.filter(({ accepted }) => accepted === undefined), []);
  assert.ok(gaps.some(({ accepted }) => accepted === "the Sécu comes first"));
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => /Probably meant: [1-9]/.test(document.querySelector(".worklist").innerText));
});

test("a gap can be covered, and says by whom before it is", async () => {
  const page = await open(coverageOf(guarantee("TEETH", [["CROWN"], { max_age: 17 }])), { types: smallCatalog });
  await unfold(page, /Probably meant: 1/);
  const part = partOf(page, /Probably meant/);
  await part.getByText("Cover these acts").click();
  await settled(page);
  const ways = part.locator(".ways > ul > li");
  await eventually(async () => assert.match(await ways.first().innerText(), /Cover them by TEETH: also members of 18 or older\s+Then covered by TEETH: members of 18 or older/));
  assert.deepEqual(JSON.parse(await take(page, ways.first().getByRole("button"))).guarantees[0].care_type_mappings[0].filter, {});
  await partOf(page, /Probably meant: 0/).waitFor();
});

test("what is accepted: its note is edited, it is taken back, and what nothing needs is offered for removal", async () => {
  const page = await open(exampleCoverage);
  await unfold(page, /Accepted: 0/);
  const accepted = partOf(page, /Accepted/);
  await accepted.locator('input[type="file"]').setInputFiles(file("coverage.accept.json", exampleAccept));
  await partOf(page, /Accepted: 15/).waitFor();
  await decideOf(page).getByText("Nothing to decide", { exact: true }).waitFor();
  await partOf(page, /Probably meant: 0/).waitFor();
  await page.getByRole("button", { name: "Show 5 more" }).click();
  const note = accepted.getByRole("textbox", { name: /Traitement par gouttières transparentes/ });
  await eventually(async () => assert.equal(await note.inputValue(), "aligners are for adults"));
  await note.fill("aligners from 16 on");
  await page.keyboard.press("Tab");
  const says = (words) => page.waitForFunction((words) => JSON.parse(sessionStorage.getItem("care-coverage:tab")).acceptances?.text.includes(words), words);
  await says("aligners from 16 on");
  await accepted.getByRole("button", { name: "Do not accept any more: aligners from 16 on" }).click();
  await partOf(page, /Probably meant: 1/).waitFor();
  await page.keyboard.press("Control+z");
  await partOf(page, /Probably meant: 0/).waitFor();
  await says("aligners from 16 on");
  // A note that accepts nothing says so.
  const more = { accept: [...exampleAccept.accept, { code: "redundant_mapping", reason: "no longer" }, { code: "useless_exclude", reason: "nor this" }] };
  await accepted.locator('input[type="file"]').setInputFiles(file("more.json", more));
  await partOf(page, /Accepted: 17/).waitFor();
  await eventually(async () => assert.equal(await accepted.getByText("Accepts nothing any more").count(), 2));
  await accepted.getByRole("button", { name: "Remove 2 notes that nothing needs any more" }).click();
  await partOf(page, /Accepted: 15/).waitFor();
});

test("a note that is left as it was is no step, and what is loaded as something else is not replaced by accepting", async () => {
  const page = await open(exampleCoverage);
  await unfold(page, /Accepted: 0/);
  await partOf(page, /Accepted/).locator('input[type="file"]').setInputFiles(file("coverage.accept.json", exampleAccept));
  await partOf(page, /Accepted: 15/).waitFor();
  const stepsOf = () => page.evaluate(() => JSON.parse(sessionStorage.getItem("care-coverage:history")).past.length);
  await page.waitForTimeout(400);
  const steps = await stepsOf();
  const note = partOf(page, /Accepted/).locator("input.note").first();
  await note.fill(`${await note.inputValue()} `);
  await page.keyboard.press("Tab");
  await page.waitForTimeout(400);
  await eventually(async () => assert.equal(await stepsOf(), steps));
  await page.evaluate(() => {
    const work = JSON.parse(sessionStorage.getItem("care-coverage:tab"));
    work.acceptances = { text: '{"mine": ["kept"]}', source: "notes.json" };
    sessionStorage.setItem("care-coverage:tab", JSON.stringify(work));
  });
  await page.reload();
  await unfold(page, /Probably meant: 21/);
  await partOf(page, /Probably meant/).locator(".gap-groups > li").first().getByRole("button", { name: /^Accept/ }).first().click();
  await page.keyboard.type("meant");
  await page.keyboard.press("Enter");
  await page.getByText("notes.json, has no list “accept” to add to.").waitFor();
  await page.waitForTimeout(400);
  await eventually(async () => assert.equal(await kept(page, "acceptances"), '{"mine": ["kept"]}'));
});

test("a file that is none, and notes for another catalogue, are refused with their place; nothing is lost", async () => {
  const page = await open(exampleCoverage);
  await unfold(page, /Accepted: 0/);
  const input = partOf(page, /Accepted/).locator('input[type="file"]');
  await input.setInputFiles(file("coverage.json", "{}"));
  await page.getByText("coverage.json has no list “accept”").waitFor();
  await input.setInputFiles(file("other.json", { accept: [{ code: "gap", care_types: ["NOWHERE"], reason: "x" }] }));
  await page.getByText("other.json cannot be used for this coverage.").waitFor();
  await page.getByText("Unknown care type NOWHERE").first().waitFor();
  await partOf(page, /Accepted: 0/).waitFor();
});

test("by keyboard alone: from the first finding to its choice, and to what comes next", async () => {
  const page = await open(coverageOf(guarantee("A", [["CROWM"]]), guarantee("B", [["SCALINGG"]])), { types: smallCatalog });
  await settled(page);
  await itemsOf(page).first().getByRole("button", { name: /^Line/ }).focus();
  const focused = () => page.evaluate(() => document.activeElement.textContent);
  for (let step = 0; step < 8 && !/^Replace by Couronne/.test(await focused()); step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.match(await focused(), /Unknown care type SCALINGG/));
  for (let step = 0; step < 8 && !/^Replace by Détartrage/.test(await focused()); step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.match(await focused(), /^Findings/));
});

test("in French, with the words of the trade, on a phone, and without violations", async () => {
  const context = await browser.context({ locale: "fr-FR", viewport: { width: 360, height: 760 } });
  const page = await open(exampleCoverage, { context });
  await decideOf(page).getByText("Deux garanties couvrent les mêmes actes").waitFor();
  await settled(page);
  await eventually(async () => {
    const words = await decideOf(page).innerText();
    assert.match(words, /Chevauchement/);
    assert.match(words, /Assurés de 16 à 20 ans, avec remboursement de la Sécu/);
    assert.match(words, /Restent à ORTHODONTICS_YOUNG\u00a0: assurés de 16 à 20 ans/);
  });
  await unfold(page, /Sans doute voulu\s: 21/);
  await partOf(page, /Sans doute voulu/).getByText("Sans remboursement de la Sécu").first().waitFor();
  await unfold(page, /Accepté\s: 0/);
  await eventually(async () => {
    const seen = await worklistOf(page).innerText();
    assert.doesNotMatch(seen, /\b(the|with|of|covered|mapping)\b/);
  });
  await eventually(async () => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)));
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.errors, []);
});

test("many errors of one kind are one line until it is unfolded", async () => {
  const page = await open(coverageOf(guarantee("A", [Array.from({ length: 20 }, (_, index) => `NOTHING_${index}`)])), { types: smallCatalog });
  const many = itemOf(page, "20 × an unknown care type");
  await eventually(async () => assert.equal(await many.locator(".problems > li").count(), 0));
  await many.locator("summary").first().click();
  await many.locator(".problems > li").nth(9).waitFor();
  await eventually(async () => assert.equal(await many.locator(".problems > li").count(), 10));
});

/** Coverages of a few guarantees that overlap, leave gaps and repeat themselves, the same at each run. */
function generated(seed) {
  let state = seed;
  const next = (number) => (state = (state * 1103515245 + 12345) % 2147483648) % number;
  const types = ["CROWN", "SCALING", "LENS"];
  const filter = () => ({
    ...(next(2) === 0 && { min_age: next(60) }),
    ...(next(3) === 0 && { max_age: 60 + next(60) }),
    ...(next(3) === 0 && { reimbursed_by_secu: next(2) === 0 }),
    ...(next(4) === 0 && { practitioner: ["DENTIST", "OPTICIAN"][next(2)] }),
    ...(next(4) === 0 && { allowed_treatment_modes: [["03"], ["03", "04"], ["04", "10"]][next(3)] }),
  });
  const mapping = () => [types.filter((_, index) => index === next(3) || next(2) === 0).slice(0, 3), filter()];
  const mappings = () => Array.from({ length: 1 + next(2) }, mapping).filter(([chosen]) => chosen.length > 0);
  const some = () => (mappings().length > 0 ? mappings() : [[["CROWN"], filter()]]);
  return coverageOf(...["ONE", "TWO", "THREE"].map((name) => guarantee(name, ...some().filter(([chosen]) => chosen.length > 0))).filter(({ care_type_mappings: list }) => list.length > 0));
}

/** Acts of a region: its witness, for each of its care types. */
const actsOf = ({ care_types, witness }) => care_types.map((care_type) => ({ ...witness, care_type }));

/** Puts another coverage into the place of the one in hand. */
async function replaceBy(page, coverage) {
  await chooseFiles(page, file("mine.json", textOf(coverage)));
  await keptAs(page, textOf(coverage));
}

async function takeBack(page, coverage) {
  await page.keyboard.press("Control+z");
  await keptAs(page, textOf(coverage));
}

async function showAll(item) {
  const more = item.locator(".ways > p").getByRole("button", { name: /^Show \d+ more/ });
  while ((await more.count()) > 0) await more.first().click();
}

const errorsOf = (payload) => small.validateCoverage(payload).filter(({ severity }) => severity === "error").length;
const pairsOf = ({ overlaps }) => new Set(overlaps.map(({ guarantees }) => guarantees.join()));

/** No error more, and no guarantees that overlap now and did not before. */
function assertNoWorse(coverage, after, title) {
  assert.ok(errorsOf(after) <= errorsOf(coverage), title);
  const before = pairsOf(small.compileCoverage(coverage).analyze());
  for (const pair of pairsOf(small.compileCoverage(after).analyze())) assert.ok(before.has(pair), title);
}

/** PAGE=all: twice as many coverages. */
const ALL = process.env.PAGE === "all";

test("every choice that is offered settles its overlap, and makes nothing worse", async (t) => {
  const page = await open(generated(1), { types: smallCatalog });
  let tried = 0;
  for (const seed of ALL ? [2, 3, 4, 5] : [2, 3]) {
    const coverage = generated(seed);
    await replaceBy(page, coverage);
    const overlaps = itemOf(page, "Two guarantees cover the same acts");
    for (const [index, { region, guarantees: pair }] of small.compileCoverage(coverage).analyze().overlaps.slice(0, 3).entries()) {
      const item = overlaps.nth(index);
      await settled(page);
      await showAll(item);
      const number = await waysOf(item).count();
      assert.ok(number > 0, `seed ${seed}, overlap ${index}`);
      for (let way = 0; way < number; way += 1) {
        const title = `seed ${seed}: ${await waysOf(item).nth(way).innerText()}`;
        const after = JSON.parse(await take(page, waysOf(item).nth(way)));
        const compiled = small.compileCoverage(after);
        for (const act of actsOf(region)) {
          const { guarantees } = compiled.guaranteesFor(act);
          assert.ok(!pair.every((name) => guarantees.includes(name)), title);
        }
        assertNoWorse(coverage, after, title);
        tried += 1;
        await takeBack(page, coverage);
        await settled(page);
        await showAll(item);
      }
    }
  }
  t.diagnostic(`${tried} choices`);
  assert.ok(tried >= (ALL ? 20 : 10), `${tried}`);
  assert.deepEqual(page.errors, []);
});

test("every choice that is offered for a gap covers it, and makes nothing worse", async (t) => {
  let tried = 0;
  const page = await open(generated(1), { types: smallCatalog });
  await page.getByRole("heading", { name: /^Probably meant/ }).click();
  for (const seed of ALL ? [2, 3, 5, 8] : [2, 3]) {
    const coverage = generated(seed);
    await replaceBy(page, coverage);
    const before = small.compileCoverage(coverage).analyze();
    // Each gap by itself, with what would cover it.
    const folded = page.locator(".gap-groups details:not([open]):not(.region-types) > summary");
    while ((await folded.count()) > 0) await folded.first().click();
    await settled(page);
    const ways = page.locator(".gap-groups .cover .ways > ul > li > button");
    const number = Math.min(6, await ways.count());
    for (let way = 0; way < number; way += 1) {
      const title = `seed ${seed}: ${await ways.nth(way).innerText()}`;
      const after = JSON.parse(await take(page, ways.nth(way)));
      const compiled = small.compileCoverage(after);
      const covered = before.gaps.flatMap(({ region }) => actsOf(region)).filter((act) => compiled.guaranteesFor(act).outcome !== "not_covered");
      assert.ok(covered.length > 0, title);
      assertNoWorse(coverage, after, title);
      tried += 1;
      await takeBack(page, coverage);
      await settled(page);
    }
  }
  t.diagnostic(`${tried} choices`);
  assert.ok(tried >= (ALL ? 8 : 4), `${tried}`);
});
