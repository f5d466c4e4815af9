// The Compliance view: whether the coverage keeps a profile, shown by acts in euros.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { CareTypeCatalog } from "../../pkg/node.js";
import { assertForEveryone } from "./axe.mjs";
import {
  chooseFiles, dropFiles, eventually, exampleCatalog, exampleCoverage, file, openExample, openPage, outcomeOf, smallCatalog, smallCoverage,
  startBrowser, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const json = async (path) => JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), "utf8"));
const PROFILES = { "Contrat responsable": "fr-contrat-responsable", "Minimum of a company (ANI)": "fr-ani" };
const [profiles, classes, collective] = await Promise.all([
  Promise.all(Object.values(PROFILES).map((name) => json(`profiles/${name}.json`))), json("profiles/classes.example.json"), json("examples/collective-base.json"),
]);
const profileOf = (name) => profiles.find((profile) => profile.name === name);
const DATE = "2026-03-29";
const catalog = new CareTypeCatalog(JSON.parse(exampleCatalog));

/** What the engine itself answers, which the page is to show. */
function reportOf(payload, profile, options = {}) {
  return catalog.compileCoverage(payload).checkRequirements(profile, { date: DATE, classes, ...options });
}

const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();
const verdictOf = (page) => page.locator(".verdict");
const requirementOf = (page, id) => page.getByRole("article").filter({ has: page.locator(".requirement-article code", { hasText: new RegExp(`^${id}$`) }) });
const STATUS_WORDS = { holds: "Kept", violated: "Violated", not_decidable: "Not decidable", to_declare: "To declare", class_empty: "No such act", not_in_force: "Not in force" };
const wordFor = ({ kind, status }) => (kind === "by_construction" ? "Always kept" : kind === "declared" && status === "holds" ? "Declared: kept" : STATUS_WORDS[status]);

/** Waits until the answer is of what is in hand. */
const settled = (page) => page.locator('.judged[aria-busy="false"]').waitFor();

async function askOn(page, date = "29/03/2026") {
  await page.getByRole("textbox", { name: "On the day" }).fill(date);
  await page.getByRole("textbox", { name: "On the day" }).blur();
  await settled(page);
}

async function openCompliance(coverage, options = {}) {
  const page = await openPage(browser, { fragment: "#compliance", ...options });
  await chooseFiles(page, file("catalog.json", exampleCatalog), file("coverage.json", coverage));
  await settled(page);
  await askOn(page);
  return page;
}

/** Each requirement that is listed, with the word of its status. */
const listed = (page) =>
  page.locator("article.requirement").evaluateAll((cards) =>
    cards.map((card) => [card.querySelector(".requirement-article code").textContent, card.querySelector(".requirement-head .status").textContent]));

for (const [label, name] of Object.entries(PROFILES)) {
  test(`the example is judged by ${name} as the engine judges it`, async () => {
    const page = await openCompliance(exampleCoverage);
    await page.getByRole("combobox", { name: "Profile" }).selectOption({ label });
    const { summary, requirements } = reportOf(JSON.parse(exampleCoverage), profileOf(name));
    const all = requirements.length - summary.not_in_force;
    await verdictOf(page).getByText(`: ${summary.violated} of ${all} requirements are violated.`).waitFor();
    await eventually(async () => assert.match(await wordsOf(verdictOf(page)), new RegExp(`${summary.violated} violated ${summary.to_declare} to declare ${summary.holds} kept ${summary.class_empty} without acts`)));
    await page.getByRole("radio", { name: /^All/ }).check();
    await eventually(async () => assert.deepEqual(await listed(page), requirements.map((answer) => [answer.id, wordFor(answer)])));
    // Each first violation has the euros of its example.
    const euros = (amount) => new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2 }).format(amount);
    for (const { id, violations } of requirements.filter(({ status }) => status === "violated")) {
      const words = await wordsOf(requirementOf(page, id));
      for (const amount of [violations[0].example.paid, violations[0].example.required]) assert.ok(words.includes(`${euros(amount)} €`), `${id}: ${words} has ${amount}`);
    }
    assert.deepEqual(page.errors, []);
  });
}

test("what needs work is listed first: violations, then what is to be declared; declaring changes the verdict and can be undone", async () => {
  const page = await openCompliance(JSON.stringify(collective));
  await page.getByRole("combobox", { name: "Profile" }).selectOption({ label: "Minimum of a company (ANI)" });
  await settled(page);
  const { requirements, summary } = reportOf(collective, profileOf("fr-ani"));
  assert.equal(summary.violated + summary.not_decidable, 0);
  await verdictOf(page).getByText(`No amount speaks against the minimum of a company; ${summary.to_declare} points are still to be declared.`).waitFor();
  const declared = requirements.filter(({ kind }) => kind === "declared");
  await eventually(async () => assert.deepEqual((await listed(page)).map(([id]) => id), declared.map(({ id }) => id)));
  for (const { id } of declared) await requirementOf(page, id).getByRole("checkbox", { name: "We declare that it is so" }).check();
  await verdictOf(page).getByText("The minimum of a company, by all that this profile asks.").waitFor();
  await eventually(async () => assert.match(await wordsOf(verdictOf(page)), /uncertain in the profile itself/));
  const last = declared.at(-1).id;
  await requirementOf(page, last).getByRole("checkbox", { name: "It is not so" }).check();
  await verdictOf(page).getByText(/^Below the minimum of a company: 1 of \d+ requirements is violated\./).waitFor();
  await requirementOf(page, last).getByText("Declared: not kept").waitFor();
  await eventually(async () => assert.equal(await requirementOf(page, last).getByRole("checkbox", { name: "We declare that it is so" }).isChecked(), false));
  // What is declared outlives a reload, and each tick is a step.
  await page.reload();
  await verdictOf(page).getByText(/^Below the minimum/).waitFor();
  await page.keyboard.press("Control+z");
  await verdictOf(page).getByText("The minimum of a company, by all that this profile asks.").waitFor();
  assert.deepEqual(page.errors, []);
});

/** Wheelchairs are paid in full up to their regulated price, by a guarantee of their own. */
function withWheelchairs(text) {
  const coverage = JSON.parse(text);
  for (const { care_type_mappings } of coverage.guarantees) for (const { selector } of care_type_mappings) (selector.exclude_care_types ??= []).push("WHEELCHAIR");
  coverage.guarantees.push({
    name: "WHEELCHAIRS", care_type_mappings: [{ selector: { include_care_types: ["WHEELCHAIR"] }, filter: {} }],
    coverage_rule: { components: [{ kind: "actual_costs", percent: "100" }], price_cap: { kind: "plv" }, secu_share: "included" },
  });
  return coverage;
}

test("an edit that mends one violation changes its verdict alone", async () => {
  const page = await openCompliance(exampleCoverage);
  await requirementOf(page, "CR18").getByText("Violated", { exact: true }).waitFor();
  const before = await listed(page);
  const mended = withWheelchairs(exampleCoverage);
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await writeText(page, JSON.stringify(mended, null, 2));
  await page.locator("details.guarantee", { hasText: "WHEELCHAIRS" }).first().waitFor({ state: "attached" });
  await page.getByRole("link", { name: "Compliance" }).click();
  const { summary } = reportOf(mended, profileOf("fr-contrat-responsable"));
  await verdictOf(page).getByText(new RegExp(`: ${summary.violated} of `)).waitFor();
  await requirementOf(page, "CR18").waitFor({ state: "detached" });
  await eventually(async () => assert.deepEqual(await listed(page), before.filter(([id]) => id !== "CR18")));
  await page.getByRole("radio", { name: /^All/ }).check();
  await requirementOf(page, "CR18").getByText("Kept", { exact: true }).waitFor();
});

test("an example is tried in Act with the same euros, after what was paid before it", async () => {
  const { requirements } = reportOf(JSON.parse(exampleCoverage), profileOf("fr-contrat-responsable"));
  for (const id of ["CR17", "CR13"]) {
    const page = await openCompliance(exampleCoverage);
    await requirementOf(page, id).getByRole("button", { name: /^Try it in Act/ }).first().click();
    const { example } = requirements.find((answer) => answer.id === id).violations[0];
    const { amounts, guarantee } = example.reimbursements.at(-1);
    await outcomeOf(page).getByText(`${guarantee} covers this act.`).waitFor();
    const line = await wordsOf(page.locator(".money-line"));
    for (const part of [amounts.secu_paid, amounts.complementary, amounts.out_of_pocket]) assert.ok(line.includes(`${part} €`), `${line} has ${part}`);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  }
});

test("an example with a history is tried in Act after it, and the limits can be begun anew", async () => {
  // One pair of glasses a year is too often for an adult.
  const payload = structuredClone(collective);
  for (const { coverage_rule } of payload.guarantees) for (const limit of coverage_rule.limits ?? []) if (limit.period.months === 24) limit.period.months = 12;
  const report = reportOf(payload, profileOf("fr-contrat-responsable"));
  const answer = report.requirements.find(({ id }) => id === "CR13");
  assert.equal(answer.status, "violated");
  const page = await openCompliance(JSON.stringify(payload));
  await requirementOf(page, "CR13").getByRole("button", { name: /^Try it in Act/ }).first().click();
  const { amounts } = answer.violations[0].example.reimbursements.at(-1);
  await page.locator(".money-line").getByText(`${amounts.complementary} €`).waitFor();
  const used = page.getByRole("region", { name: "Used before this act" });
  await used.getByText(/ acts?$/).first().waitFor();
  await page.reload();
  await used.waitFor();
  await used.getByRole("button", { name: "Begin with unused limits" }).click();
  await used.waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
});

test("the rule of a violation is shown in Coverage", async () => {
  const page = await openCompliance(exampleCoverage);
  await requirementOf(page, "CR17").getByRole("button", { name: "Show the rule of EVERYDAY_CARE" }).click();
  const card = page.locator("details.guarantee", { has: page.getByRole("heading", { name: "EVERYDAY_CARE", exact: true }) });
  await card.waitFor();
  await page.waitForFunction(() => document.activeElement.closest("details.guarantee")?.textContent.includes("EVERYDAY_CARE"));
  await eventually(async () => assert.ok(await card.evaluate((details) => details.open)));
});

const ownProfile = (change = {}) => ({
  name: "branch", title: { fr: "Accord de branche", en: "Branch agreement" }, published: "2026-01-01",
  classes: { crowns: { selector: { include_care_types: ["CROWN"] } } },
  requirements: [
    { id: "B1", article: "Article 3", title: { fr: "Couronnes à 200 % BR", en: "Crowns at 200 % BR" }, kind: "at_least", class: "crowns", rule: { components: [{ kind: "brss_percent", percent: "200" }] } },
  ],
  ...change,
});

async function openSmall(options = {}) {
  const page = await openPage(browser, { fragment: "#compliance", ...options });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.getByText("These classes cannot be used with this catalogue").waitFor();
  return page;
}

test("a profile of one's own is dropped, judged with its own classes, and kept", async () => {
  const page = await openSmall();
  await dropFiles(page, file("branch.json", ownProfile()));
  await page.getByText("The profile is loaded: branch.json.").waitFor();
  await verdictOf(page).getByText("Branch agreement is not kept: 1 of 1 requirement is violated.").waitFor();
  await eventually(async () => assert.match(await wordsOf(requirementOf(page, "B1")), /Crowns at 200 % BR Article 3 B1 .*Paid by DENTAL Example: Couronne, 60\.00 € charged, BR 30\.00 € at 70 %\. The coverage pays 9\.00 €; at least 39\.00 € must be\./));
  await page.reload();
  await verdictOf(page).getByText("Branch agreement is not kept").waitFor();
  // A tariff that is given in place of the invented base.
  await requirementOf(page, "B1").getByText("Tariff of these acts", { exact: true }).click();
  await requirementOf(page, "B1").getByRole("textbox", { name: "BR" }).fill("107,50");
  await requirementOf(page, "B1").getByText("A BR and a rate are needed.").waitFor();
  await requirementOf(page, "B1").getByRole("textbox", { name: "Rate of the Sécu" }).fill("60 %");
  await requirementOf(page, "B1").getByText("BR 107.50 € at 60 %").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a profile with an error says where, one that is no JSON too, and the next one takes its place", async () => {
  const page = await openSmall();
  const broken = ownProfile();
  broken.requirements[0].class = "crown";
  const input = page.locator(".held-to input[type=file]").first();
  await input.setInputFiles([file("broken.json", broken)]);
  await page.getByText("broken.json cannot be used: 1 problem to correct.").waitFor();
  await eventually(async () => assert.match(await wordsOf(page.getByRole("region", { name: "Profile", exact: true })), /did you mean crowns\? Line \d+ \/requirements\/0\/class/i));
  await eventually(async () => assert.equal(await verdictOf(page).count(), 0));
  await input.setInputFiles([file("no.json", '{ "name": ')]);
  await page.getByRole("alert", { name: "Message" }).getByText("no.json is not valid JSON. Line 1, column 11").waitFor();
  await page.getByText("broken.json cannot be used: 1 problem to correct.").waitFor();
  await input.setInputFiles([file("branch.json", ownProfile())]);
  await verdictOf(page).getByText("Branch agreement is not kept").waitFor();
  assert.deepEqual(page.errors, []);
});

test("classes that do not fit the catalogue say which codes it lacks; without them nothing is judged, with one's own it is", async () => {
  const page = await openSmall();
  const card = page.getByRole("region", { name: "These classes cannot be used with this catalogue" });
  await eventually(async () => assert.match(await wordsOf(card), /\d+ codes of the classes are not in this catalogue; none is\./));
  await card.getByRole("button", { name: "Leave them out" }).click();
  await verdictOf(page).getByText("Nothing could be judged").waitFor();
  await page.getByText(/codes that this catalogue lacks are left out of the classes/).waitFor();
  const mine = Object.fromEntries(Object.entries(classes).map(([name, entry]) => [name, { ...entry, selector: {}, tariffs: undefined }]));
  mine.dental_basket.selector = { include_care_types: ["CROWN"] };
  await page.locator(".held-to input[type=file]").nth(1).setInputFiles([file("mine.json", mine)]);
  await page.getByText("The classes of acts are loaded: mine.json.").waitFor();
  await verdictOf(page).getByText(/^Not a contrat responsable: 1 of \d+ requirements is violated\./).waitFor();
  await requirementOf(page, "CR16").getByText("Paid by DENTAL").waitFor();
  mine.dental_basket.selector = { include_care_types: ["CROWM"] };
  await page.locator(".held-to input[type=file]").nth(1).setInputFiles([file("mine.json", mine)]);
  await card.getByText("CROWM").waitFor();
  await eventually(async () => assert.match(await wordsOf(card), /1 code of the classes is not in this catalogue; none is\. Unknown care type CROWM; did you mean CROWN\?/));
});

test("nothing loaded, no catalogue, and a coverage that cannot be read", async () => {
  const page = await openPage(browser, { fragment: "#compliance" });
  await page.getByRole("heading", { name: "Is it a contrat responsable?" }).waitFor();
  await chooseFiles(page, file("small.json", smallCoverage()));
  await page.getByText("A coverage can be read once the catalogue of its care types is loaded.").waitFor();
  await page.getByRole("button", { name: "Load the example", exact: true }).click();
  await verdictOf(page).getByText("Not a contrat responsable").waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await writeText(page, exampleCoverage.replace('"version"', "version"));
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await page.getByRole("link", { name: "Compliance" }).click();
  await page.getByText("The coverage cannot be read at the moment. This is what was said of it before.").waitFor();
  await page.locator('.judged.is-behind[aria-busy="true"]').getByText("Not a contrat responsable").waitFor();
  assert.deepEqual(page.errors, []);
});

for (const part of ["amounts-worker-*.js", "amounts-*.wasm"]) {
  test(`where ${part} cannot be loaded, that is said, and asked again it answers`, async () => {
    // What a worker fetches is a request of its context.
    const context = await browser.context();
    const page = await openExample(browser, { fragment: "#act", context });
    await context.route(`**/${part}`, (route) => route.abort());
    await page.getByRole("link", { name: "Compliance" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "The computation could not be started in this browser" });
    await alert.getByText("A part of it could not be loaded.").waitFor();
    await context.unroute(`**/${part}`);
    await alert.getByRole("button", { name: "Try again" }).click();
    await verdictOf(page).getByText("Not a contrat responsable").waitFor();
  });
}

test("a profile of one's own that cannot be judged yet says so, and asked again it is", async () => {
  const page = await openSmall();
  await page.route("**/amounts-*.wasm", (route) => route.abort());
  await dropFiles(page, file("branch.json", ownProfile()));
  const alert = page.getByRole("alert").filter({ hasText: "The computation could not be started in this browser" });
  await alert.waitFor();
  await page.unroute("**/amounts-*.wasm");
  await alert.getByRole("button", { name: "Try again" }).click();
  await verdictOf(page).getByText("Branch agreement is not kept").waitFor();
});

test("what cannot be decided says why, and nothing is called compliant; a rule without amounts says its reason", async () => {
  const page = await openSmall();
  const [guarantee] = smallCoverage({ include_care_types: ["CROWN"] }).guarantees;
  const claimed = { name: "TWO", version: 1, guarantees: [guarantee, { ...guarantee, name: "OTHER" }, { ...guarantee, name: "SCALING", care_type_mappings: [{ selector: { include_care_types: ["SCALING"] }, filter: {} }] }] };
  await chooseFiles(page, file("two.json", claimed));
  const [floor] = ownProfile().requirements;
  const scaling = { article: "Article 4", title: { fr: "Détartrage", en: "Scaling" }, class: "scaling" };
  const known = ownProfile({
    classes: { ...ownProfile().classes, scaling: { selector: { include_care_types: ["SCALING"] } }, lens: { selector: { include_care_types: ["LENS"] } } },
    requirements: [floor, { ...scaling, id: "B2", kind: "at_most", rule: { components: [{ kind: "brss_percent", percent: "300" }] } }],
  });
  await dropFiles(page, file("branch.json", known));
  await verdictOf(page).getByText("Not certain yet that Branch agreement is kept: 1 requirement cannot be decided.").waitFor();
  await requirementOf(page, "B1").getByText("Several guarantees claim these acts: decide who pays, in Coverage.").waitFor();
  known.requirements = [
    { ...scaling, id: "B3", kind: "rule_field", field: "secu_share", forbidden: "included" },
    { ...scaling, id: "B4", kind: "covered", class: "lens" },
    { ...scaling, id: "B5", kind: "covered", class: "crowns" },
  ];
  await dropFiles(page, file("branch.json", known));
  await verdictOf(page).getByText("Branch agreement is not kept: 3 of 3 requirements are violated.").waitFor();
  await requirementOf(page, "B3").getByText("The rule has the value that is forbidden.").waitFor();
  await requirementOf(page, "B4").getByText("No guarantee covers these acts.").waitFor();
  await requirementOf(page, "B5").getByText("Several guarantees claim these acts, so that none covers them.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a profile that cannot be fetched is a sentence, and asked again it comes", async () => {
  const page = await openExample(browser, { fragment: "#act" });
  await page.route("**/fr-contrat-responsable-*.json", (route) => route.abort());
  await page.getByRole("link", { name: "Compliance" }).click();
  await page.getByText("The profile or the classes could not be fetched.").waitFor();
  await page.unroute("**/fr-contrat-responsable-*.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await verdictOf(page).getByText("Not a contrat responsable").waitFor();
});

test("the day decides what is in force", async () => {
  const page = await openCompliance(exampleCoverage);
  await requirementOf(page, "CR17").waitFor();
  await askOn(page, "31/12/2025");
  const { summary } = reportOf(JSON.parse(exampleCoverage), profileOf("fr-contrat-responsable"), { date: "2025-12-31" });
  assert.ok(summary.not_in_force > 0);
  await verdictOf(page).getByText(`${summary.not_in_force} not in force`).waitFor();
  await requirementOf(page, "CR17").waitFor({ state: "detached" });
});

test("by keyboard alone: to the profile, a declaration, an example and back", async () => {
  const page = await openExample(browser, { fragment: "#compliance" });
  await verdictOf(page).waitFor();
  await settled(page);
  const tabTo = async (wanted) => {
    for (let step = 0; step < 120; step += 1) {
      await page.keyboard.press("Tab");
      const label = await page.evaluate(() => {
        const element = document.activeElement;
        return (element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent).trim();
      });
      if (label.startsWith(wanted)) return;
    }
    assert.fail(`no way to ${wanted} by Tab`);
  };
  await page.getByRole("link", { name: "Compliance" }).focus();
  await tabTo("Profile");
  await page.keyboard.press("ArrowDown");
  await verdictOf(page).getByText("Below the minimum of a company").waitFor();
  await settled(page);
  await tabTo("We declare that it is so");
  await page.keyboard.press("Space");
  await page.getByText("Declared: kept").waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox", "the focus stays on the box"));
  await page.getByRole("link", { name: "Compliance" }).focus();
  await tabTo("Try it in Act");
  await page.keyboard.press("Enter");
  await outcomeOf(page).waitFor();
  await eventually(async () => assert.ok(await outcomeOf(page).evaluate((area) => area.contains(document.activeElement))));
});

test("in French, in the words of an insurer", async () => {
  const page = await openPage(browser, { fragment: "#compliance", context: await browser.context({ locale: "fr-FR" }) });
  await page.getByRole("button", { name: "Charger l’exemple", exact: true }).first().click();
  await verdictOf(page).getByText(/^Ce contrat n’est pas responsable\u00a0: \d+ exigences sur \d+ ne sont pas respectées\.$/).waitFor();
  const words = await wordsOf(requirementOf(page, "CR17"));
  assert.match(words, /Non respectée Prothèses capillaires de classe II sans reste à charge/);
  assert.match(words, /Le contrat paie 140,00 € ; plancher : 490,00 €\./);
  assert.deepEqual(page.errors, []);
});

test("on paper: the verdict and the violations, without what they are changed with", async () => {
  const page = await openCompliance(exampleCoverage);
  await page.emulateMedia({ media: "print" });
  const visible = await page.locator("main").evaluate((main) =>
    [...main.querySelectorAll("button:not(.term-word), .button, input, select, textarea")].filter((element) => element.checkVisibility()).map((element) => element.outerHTML.slice(0, 80)));
  assert.deepEqual(visible, []);
  await eventually(async () => assert.match(await wordsOf(page.locator("main")), /CONFORT, version 3, held to: Contrat responsable \(France\), on 29 Mar 2026\. Verdict Not a contrat responsable: 6 of 36 requirements are violated\./));
});

test("for everyone, in every state", async (t) => {
  await assertForEveryone(t, browser, [
    ["nothing loaded", async (options) => {
      const page = await openPage(browser, { fragment: "#compliance", ...options });
      await page.getByRole("heading", { name: "Is it a contrat responsable?" }).waitFor();
      return page;
    }],
    ["the example, all unfolded", async (options) => {
      const page = await openCompliance(exampleCoverage, options);
      for (const summary of await page.locator("main summary").all()) await summary.click();
      return page;
    }],
    ["the example, all requirements", async (options) => {
      const page = await openCompliance(exampleCoverage, options);
      await page.getByRole("radio", { name: /^All/ }).check();
      return page;
    }],
    ["a profile with an error", async (options) => {
      const page = await openSmall(options);
      const broken = ownProfile({ requirements: [{ id: "B1", kind: "nope" }] });
      await page.locator(".held-to input[type=file]").first().setInputFiles([file("broken.json", broken)]);
      await page.getByText(/^broken.json cannot be used/).waitFor();
      return page;
    }],
    ["classes that do not fit", (options) => openSmall(options)],
  ]);
});
