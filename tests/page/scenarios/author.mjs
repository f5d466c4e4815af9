// What a product manager does alone, in a browser and a language: author, change, repair, accept, publish; never in the text.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./driver.mjs";
import { wordsIn } from "./words.mjs";

/** The coverage and what is accepted in it, as the page keeps them. */
const WORK = "JSON.parse(sessionStorage.getItem('care-coverage:tab') ?? localStorage.getItem('care-coverage:last'))";
/** Only how long a failure takes to be one. */
const WAIT_MS = 60_000;

const textOf = async (person) => (await person.run(WORK))?.coverage?.text ?? "";
const coverageOf = async (person) => JSON.parse(await textOf(person));
const namesOf = async (person) => (await coverageOf(person)).guarantees.map(({ name }) => name);

/** The work is kept a moment after it changes: what it is to be is waited for. */
async function become(ask, isIt, what) {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const now = await ask();
    if (isIt(now)) return now;
    assert.ok(Date.now() < until, `${what}: ${JSON.stringify(now).slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What is there, and stays: choices are drawn again while they are tried. */
async function settled(ask, what) {
  let before = "";
  return become(async () => {
    const last = before;
    before = await ask();
    await new Promise((resolve) => setTimeout(resolve, 250));
    return before === last ? before : "";
  }, Boolean, what);
}

/** Runs the scenarios in one browser, in each language. */
export function scenarios(browserName) {
  let browser;
  before(async () => (browser = await start(browserName)));
  after(() => browser.stop());

  for (const language of ["fr", "en"]) {
    const locale = { fr: "fr-FR", en: "en-GB" }[language];
    const scenario = (name, run) =>
      test(`${browserName}, ${language}: ${name}`, async () => {
        const w = await wordsIn(language);
        const person = await browser.open(locale);
        await run(person, w);
        await person.leave();
      });

    scenario("the page opens with an example at work, in its language", async (person, w) => {
      await person.see("CONFORT");
      await person.see(w.table.tableWords.title);
      await person.see(w.table.tableWords.findings.none);
      assert.equal(await person.run("document.documentElement.lang"), language);
      assert.equal(await person.run("document.documentElement.scrollWidth <= innerWidth"), true);
    });

    scenario("three guarantees from nothing in at most 60 actions", async (person, w) => {
      await build(person, w);
      assert.ok(person.actions <= 60, `${person.actions} actions`);
      const isDone = ({ guarantees }) => guarantees.length === 4 && guarantees[3].coverage_rule.limits?.length === 1;
      const { guarantees } = await become(() => coverageOf(person), isDone, "four guarantees with their rules");
      assert.deepEqual(guarantees.map(({ name }) => name), ["GP_OPTAM", "GP_OTHER", "GLASSES", "OSTEOPATHY"]);
      assert.deepEqual(guarantees[0].care_type_mappings, [{ selector: { include_care_type_groups: ["MED_GP"] }, filter: { is_optam_or_secteur_1: true } }]);
      assert.deepEqual(guarantees[1].care_type_mappings[0].filter, { is_optam_or_secteur_1: false });
      assert.deepEqual(guarantees[1].coverage_rule.components, [{ kind: "brss_percent", percent: "80" }]);
      assert.deepEqual(guarantees[2].coverage_rule.limits.map(({ period, max_amount }) => [period, max_amount]), [[{ kind: "rolling_months", months: 24 }, "200"]]);
      assert.deepEqual(guarantees[3].care_type_mappings, [{ selector: { include_care_types: ["OSTEOPATHY"] }, filter: { practitioner: "OSTEOPATH", min_age: 16 } }]);
      assert.deepEqual([guarantees[3].coverage_rule.components, guarantees[3].coverage_rule.limits[0].max_count], [[{ kind: "flat_amount", amount: "30", per: "session" }], "5"]);
    });

    scenario("a care type moves, a guarantee is duplicated, put in order and deleted by keyboard, and all of it undone", async (person, w) => {
      await person.see("CONFORT");
      await person.click("link", w.shell.shellWords.views.coverage, { exact: true });
      const before = await become(() => textOf(person), (text) => text.includes("CONFORT"), "the example");
      const isOther = (text) => (now) => now !== text;
      const { formWords } = w.coverage;
      await person.tabTo("button", formWords.moveTypeOf("Scanner"));
      await person.press("Enter");
      await person.type("EVERYDAY");
      await person.press("ArrowDown", "Enter");
      const moved = await become(() => textOf(person), isOther(before), "a text with the care type elsewhere");
      assert.deepEqual(JSON.parse(moved).guarantees[0].care_type_mappings[0].selector.exclude_care_types, ["TELEMONITORING", "IMAGING_TECHNICAL_FEE", "CT_SCAN"]);
      await person.tabTo("button", formWords.duplicate, { exact: true });
      await person.press("Enter");
      await become(() => namesOf(person), (names) => names.length === 19, "19 guarantees");
      await person.press("Escape");
      const ofCopy = { exact: true, within: { role: "group", name: "DOCTORS_OPTAM_2" } };
      await person.tabTo("button", formWords.down, ofCopy);
      await person.press("Enter");
      await become(() => namesOf(person), ([, second]) => second === "DOCTORS_NON_OPTAM", "the copy after the next");
      await person.tabTo("button", formWords.remove, ofCopy);
      await person.press("Enter");
      await become(() => namesOf(person), (names) => names.length === 18, "18 guarantees");
      assert.notEqual(await person.focused(), "body");
      for (let step = 0; step < 4; step += 1) await person.press("Control+z");
      await become(() => textOf(person), (text) => text === before, "the text as it was");
    });

    scenario("a broken coverage is repaired by choices alone, and what is meant is accepted", async (person, w) => {
      const { worklistWords, acceptWords } = w.findings;
      await person.click("button", w.documents.menuWords.title);
      await person.click("button", w.documents.exampleWords.broken.title);
      await person.see(w.documents.exampleWords.broken.loaded);
      const isDecided = async () => (await person.text()).includes(worklistWords.nothing);
      for (let choices = 0; choices < 30 && !(await isDecided()); choices += 1) {
        const before = await textOf(person);
        await settled(() => person.run("[...document.querySelectorAll('.ways button')].map((button) => button.textContent).join()"), "a choice");
        await person.clickFirst(".ways button");
        await become(() => textOf(person), (text) => text !== before, "a text that the choice changed");
        // What a choice leaves is tried anew.
        await become(async () => (await isDecided()) || person.run("document.querySelector('.ways button') !== null"), Boolean, "what is left to decide");
      }
      assert.ok(await isDecided());
      await person.click("button", worklistWords.meant);
      for (let notes = 0; notes < 20 && (await person.clickFirst(".gap-groups .accept")); notes += 1) {
        await person.type({ fr: "Voulu.", en: "Meant." }[language]);
        await person.press("Enter");
        await become(() => person.count("textbox", acceptWords.reason), (fields) => fields === 0, "an accepted group");
      }
      await person.see(worklistWords.noneMeant);
      const { acceptances } = await become(() => person.run(WORK), (work) => work?.acceptances, "what is accepted");
      assert.ok(JSON.parse(acceptances.text).accept.length > 0);
    });

    scenario("version 2 is published after a comparison", async (person, w) => {
      const { versionWords } = w.versions;
      await person.click("button", w.documents.menuWords.title);
      await person.click("button", w.documents.exampleWords.blank.title);
      await person.see(w.documents.exampleWords.blank.loaded);
      await publish(person, w, 1);
      await person.click("button", w.coverage.formWords.add, { exact: true });
      await person.fill("textbox", w.coverage.formWords.guaranteeName, "OSTEOPATHY");
      await person.press("Enter");
      const inCard = { within: { role: "group", name: "OSTEOPATHY" } };
      await person.fill("combobox", w.coverage.formWords.selectsPick, "osteopath", inCard);
      await person.click("option", "OSTEOPATHY", inCard);
      await person.click("button", w.rule.presetWords.rules.session, inCard);
      // It comes when the rule is drawn, and would leave a menu that is opened before.
      await become(() => person.run("document.activeElement.tagName"), (name) => name === "INPUT", "the focus in the rule's figure");
      await publish(person, w, 2, async () => {
        await person.see(versionWords.step.changes(1));
        await person.see("OSTEOPATHY");
      });
      await become(() => coverageOf(person), ({ version }) => version === 2, "version 2 in hand");
    });
  }
}

/** Publishes what is in hand; `look`: at what changes, before. */
async function publish(person, w, version, look = async () => {}) {
  const { versionWords } = w.versions;
  await person.click("button", w.documents.menuWords.title);
  await person.click("button", w.documents.loadedWords.versions);
  await person.click("button", versionWords.publishBegin(version));
  await look();
  await person.fill("textbox", versionWords.note, `Version ${version}`);
  await person.click("button", versionWords.publish(version), { exact: true });
  await become(() => person.count("dialog", versionWords.note), (open) => open === 0, "the dialog closed");
}

/** The three guarantees of an insurer's table: GP visits by OPTAM or not, glasses, osteopathy. */
async function build(person, w) {
  const { formWords } = w.coverage;
  const { presetWords, ruleFormWords } = w.rule;
  const { regionWords } = w.acts;
  const inCard = (name) => ({ within: { role: "group", name } });
  const nameIt = async (name) => {
    await person.fill("textbox", formWords.guaranteeName, name);
    await person.press("Enter");
  };
  const pick = async (name, text, code) => {
    await person.fill("combobox", formWords.selectsPick, text, inCard(name));
    await person.click("option", code, inCard(name));
  };
  const condition = async (name, condition) => {
    await person.click("button", formWords.addCondition, inCard(name));
    await person.click("button", condition, { ...inCard(name), exact: true });
  };
  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
  const fact = (name) => capital(w.values.factNames[name]);

  await person.click("button", w.documents.menuWords.title);
  await person.click("button", w.documents.menuWords.new);
  await person.click("button", formWords.add);
  await nameIt("GP_OPTAM");
  await pick("GP_OPTAM", "MED_GP", "MED_GP");
  await condition("GP_OPTAM", fact("is_optam_or_secteur_1"));
  await person.click("button", presetWords.rules.brss, inCard("GP_OPTAM"));
  await person.click("button", formWords.duplicate, inCard("GP_OPTAM"));
  await nameIt("GP_OTHER");
  await person.click("radio", regionWords.flags.is_optam_or_secteur_1.no, inCard("GP_OTHER"));
  await person.click("button", ruleFormWords.edit, inCard("GP_OTHER"));
  await person.fill("textbox", ruleFormWords.percent, "80", inCard("GP_OTHER"));
  await person.click("button", formWords.add, { exact: true });
  await nameIt("GLASSES");
  await pick("GLASSES", { fr: "lunettes", en: "glasses" }[await person.run("document.documentElement.lang")], "EYE_");
  await person.click("button", presetWords.rules.two_years, inCard("GLASSES"));
  await person.click("button", formWords.add, { exact: true });
  await nameIt("OSTEOPATHY");
  await pick("OSTEOPATHY", "osteopath", "OSTEOPATHY");
  await condition("OSTEOPATHY", fact("practitioner"));
  await person.fill("combobox", fact("practitioner"), "ost", inCard("OSTEOPATHY"));
  await person.press("Enter");
  await condition("OSTEOPATHY", formWords.age.name);
  await person.fill("textbox", formWords.age.min, "16", inCard("OSTEOPATHY"));
  await person.click("button", presetWords.rules.session, inCard("OSTEOPATHY"));
  await person.click("button", presetWords.limits.count_year, inCard("OSTEOPATHY"));
}
