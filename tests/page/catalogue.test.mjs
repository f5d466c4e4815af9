// The Catalogue view: which care types and groups there are, who selects them, and what a change of them does.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assertForEveryone, violations } from "./axe.mjs";
import {
  chooseFiles, editorOf, eventually, exampleCatalog, exampleCoverage, file, largeCatalog, largeCoverage, openExample, openPage, readText,
  smallCatalog, smallCoverage, startBrowser,
} from "./browser.mjs";
import { longestWork } from "./long-tasks.mjs";
import { assertTime } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const openCatalogue = (options = {}) => openExample(browser, { fragment: "#catalogue", ...options });

async function openSmall(coverage = smallCoverage(), catalog = smallCatalog, options = {}) {
  const page = await openPage(browser, { fragment: "#catalogue", ...options });
  await chooseFiles(page, file("types.json", catalog), file("small.json", coverage));
  await page.getByRole("tree").waitFor();
  return page;
}

const searchOf = (page) => page.getByRole("searchbox", { name: /^Find by label/ });
const rowsOf = async (page) => (await page.getByRole("treeitem").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
const detailsOf = (page) => page.locator("#catalogue-details");
const impactOf = (page) => page.getByRole("region", { name: "What this changes" });
const wordsOf = async (element) => (await element.innerText()).replace(/\s+/g, " ").trim();

/** Chooses the best match of a text. */
async function choose(page, text) {
  await searchOf(page).fill(text);
  await page.getByRole("treeitem").first().click();
}

async function textOfCatalogue(page) {
  await page.getByRole("button", { name: "Text", exact: true }).click();
  const text = await page.getByRole("region", { name: "Catalogue as JSON" }).textContent();
  await page.getByRole("button", { name: "Care types and groups" }).click();
  return text;
}

test("care types and groups are found by label, code, group and everyday word, and with a mistake", async () => {
  const page = await openCatalogue();
  for (const [typed, found] of [
    ["lunettes", /Lunettes de classe A/],
    ["optique", /Lunettes de classe A/],
    ["ostéo", /Séance d'ostéopathie/],
    ["MED_GP", /Médecins généralistes/],
    ["osteopahtie", /Séance d'ostéopathie/],
  ]) {
    await searchOf(page).fill(typed);
    await page.getByRole("treeitem").first().filter({ hasText: found }).waitFor();
  }
  await searchOf(page).fill("zzzzzz");
  await page.getByText("Nothing in the catalogue is called “zzzzzz”, nor nearly so.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("the tree follows the keyboard: unfold, move, fold, ends, letters, choose", async () => {
  const page = await openCatalogue();
  const tree = page.getByRole("tree");
  const active = async () => {
    const id = await tree.getAttribute("aria-activedescendant");
    return wordsOf(page.locator(`#${id}`));
  };
  await tree.focus();
  const first = await active();
  assert.match(first, /^▸ Actes techniques médicaux en ville/);
  await page.keyboard.press("ArrowRight");
  await eventually(async () => assert.match(await active(), /^▾ Actes techniques/));
  await page.keyboard.press("ArrowRight");
  const child = await active();
  assert.match(child, /^Acte technique médical au cabinet/);
  await eventually(async () => assert.equal(await page.locator(`#${await tree.getAttribute("aria-activedescendant")}`).getAttribute("aria-level"), "2"));
  await page.keyboard.press("ArrowLeft");
  await eventually(async () => assert.match(await active(), /^▾ Actes techniques/));
  await page.keyboard.press("ArrowLeft");
  await eventually(async () => assert.equal(await active(), first));
  await page.keyboard.press("End");
  const last = await active();
  await page.keyboard.press("Home");
  await eventually(async () => assert.equal(await active(), first));
  assert.notEqual(last, first);
  await page.keyboard.type("bio");
  await eventually(async () => assert.match(await active(), /Biologie médicale/));
  await page.keyboard.press("Enter");
  await detailsOf(page).getByRole("heading", { name: "Biologie médicale" }).waitFor();
  await eventually(async () => assert.ok(await tree.evaluate((element) => element === document.activeElement)));
});

test("a care type says who selects it and why, and leads to the guarantee", async () => {
  const page = await openCatalogue();
  await choose(page, "TELEMONITORING");
  const details = detailsOf(page);
  await details.getByRole("heading", { level: 3 }).waitFor();
  await eventually(async () => {
    const answers = await details.locator(".answers li").allInnerTexts();
    assert.deepEqual(answers.map((text) => text.replace(/\s+/g, " ").trim()), [
      "Selected EVERYDAY_CARE Mapping 2 named by the selector",
      "Left out DOCTORS_OPTAM Mapping 1 excluded by name, although in the group Télémédecine",
      "Left out DOCTORS_NON_OPTAM Mapping 1 excluded by name, although in the group Télémédecine",
    ]);
  });
  await details.getByRole("link", { name: "Show the guarantee EVERYDAY_CARE" }).click();
  await page.waitForURL(/#coverage/);
  const card = page.locator("details.guarantee[open]").filter({ has: page.getByRole("heading", { name: "EVERYDAY_CARE", exact: true }) });
  await card.waitFor();
});

test("a group says who names it and which of its care types are selected; its members lead on", async () => {
  const page = await openSmall(smallCoverage({ include_care_type_groups: ["TEETH"], exclude_care_types: ["SCALING"] }));
  await choose(page, "TEETH");
  const details = detailsOf(page);
  await eventually(async () => assert.match(await wordsOf(details), /DENTAL names the group · selects 1 of its 2 care types/));
  await details.getByRole("button", { name: "Détartrage" }).click();
  await details.getByRole("heading", { name: "Détartrage" }).waitFor();
  await eventually(async () => assert.ok(await details.evaluate((element) => element === document.activeElement)));
  await eventually(async () => assert.match(await wordsOf(details), /Selected by no guarantee/));
});

test("what nobody selects is shown alone, by group", async () => {
  const page = await openSmall();
  await page.getByRole("button", { name: "Selected by no guarantee (1)" }).click();
  await eventually(async () => assert.deepEqual(await rowsOf(page), ["▸ Optique EYES 1 care type"]));
  await page.getByRole("tree").focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("treeitem", { name: /Verre/ }).waitFor();
  await searchOf(page).fill("couronne");
  await page.getByText("No care type that no guarantee selects is called “couronne”.").waitFor();
});

test("a new code is changed everywhere in the coverage, in one step that can be undone", async () => {
  const page = await openCatalogue();
  await choose(page, "TELEMONITORING");
  await detailsOf(page).getByRole("button", { name: "Change…" }).click();
  await page.getByRole("textbox", { name: "Short code" }).fill("MONITORING_AT_HOME");
  await impactOf(page).getByText("The code changes in 3 mappings of 3 guarantees, too.").waitFor();
  await impactOf(page).getByText("No act is decided otherwise.").waitFor();
  await page.getByRole("button", { name: "Change the catalogue" }).click();
  await detailsOf(page).getByText("MONITORING_AT_HOME", { exact: true }).waitFor();
  await eventually(async () => assert.equal(await detailsOf(page).locator(".answers li").count(), 3));
  await eventually(async () => assert.equal(await textOfCatalogue(page), exampleCatalog.replaceAll('"TELEMONITORING"', '"MONITORING_AT_HOME"')));
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await editorOf(page).waitFor();
  await eventually(async () => assert.equal(await readText(page), exampleCoverage.replaceAll('"TELEMONITORING"', '"MONITORING_AT_HOME"')));
  await page.getByRole("link", { name: "Catalogue", exact: true }).click();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await searchOf(page).fill("TELEMONITORING");
  await page.getByRole("treeitem").first().filter({ hasText: "TELEMONITORING" }).waitFor();
  await eventually(async () => assert.equal(await textOfCatalogue(page), exampleCatalog));
});

/** The work of the tab, changed as if it had been kept so. */
async function changeWork(page, change) {
  await page.waitForTimeout(500);
  await page.evaluate((change) => {
    const work = JSON.parse(sessionStorage.getItem("care-coverage:tab"));
    sessionStorage.setItem("care-coverage:tab", JSON.stringify({ ...work, ...change }));
  }, change);
  await page.reload();
}

const keptWork = (page) => page.waitForTimeout(500).then(() => page.evaluate(() => JSON.parse(sessionStorage.getItem("care-coverage:tab"))));

test("a new code is changed in the findings that are meant and in the acts of a year, too", async () => {
  const page = await openSmall();
  const act = { care_type: "CROWN", care_date: "2026-03-01", member_birth_date: "1990-01-01" };
  const texts = { acceptances: '{ "accept": [{ "code": "gap", "care_types": ["SCALING", "CROWN"], "reason": "meant" }] }', year: JSON.stringify([{ act }, act, { ...act, care_type: "LENS" }]) };
  await changeWork(page, Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text, source: name }])));
  await choose(page, "CROWN");
  await detailsOf(page).getByRole("button", { name: "Change…" }).click();
  await page.getByRole("textbox", { name: "Short code" }).fill("CROWN_2");
  await impactOf(page).getByText("No mapping of the coverage names it.").waitFor();
  await page.getByRole("button", { name: "Change the catalogue" }).click();
  await detailsOf(page).getByText("CROWN_2", { exact: true }).waitFor();
  const after = await keptWork(page);
  for (const [name, text] of Object.entries(texts)) assert.equal(after[name].text, text.replaceAll('"CROWN"', '"CROWN_2"'));
});

test("a catalogue that cannot be read says why, and its text can be seen", async () => {
  const page = await openSmall();
  const twice = { ...smallCatalog, care_type_groups: [...smallCatalog.care_type_groups, smallCatalog.care_type_groups[0]] };
  await changeWork(page, { catalog: { text: JSON.stringify(twice, null, 2), source: "twice.json" } });
  await page.getByText("The engine cannot read this catalogue.").waitFor();
  await page.getByText(/^Line \d+$/).first().waitFor();
  await eventually(async () => assert.equal(await page.getByRole("region", { name: "Catalogue as JSON" }).textContent(), JSON.stringify(twice, null, 2)));
  assert.deepEqual(await violations(page), []);
  await changeWork(page, { catalog: { text: "{ x", source: "broken.json" } });
  await page.getByText("The catalogue is not valid JSON.").waitFor();
});

test("a membership says before it is taken who would select the care type, and which acts are decided otherwise", async () => {
  const page = await openSmall();
  await choose(page, "LENS");
  await detailsOf(page).getByRole("button", { name: "Change…" }).click();
  await page.getByRole("combobox", { name: "Add to a group" }).fill("dent");
  await page.getByRole("option").filter({ hasText: "Dentaire" }).getByText("would be selected by DENTAL").waitFor();
  await page.keyboard.press("Enter");
  await impactOf(page).getByText("DENTAL selects 1 more care type.").waitFor();
  await eventually(async () => assert.match(await wordsOf(impactOf(page)), /Covered now nothing → becomes DENTAL Every act Verre LENS/));
  await page.getByRole("button", { name: "Change the catalogue" }).click();
  await detailsOf(page).getByRole("link", { name: "Show the guarantee DENTAL" }).waitFor();
});

test("what the engine refuses is said at the field, and cannot be taken", async () => {
  const page = await openSmall();
  await choose(page, "LENS");
  await detailsOf(page).getByRole("button", { name: "Change…" }).click();
  const code = page.getByRole("textbox", { name: "Short code" });
  await code.fill("CROWN");
  await page.locator("#catalogue-code-hint.bad").waitFor();
  await eventually(async () => assert.equal(await code.getAttribute("aria-invalid"), "true"));
  await eventually(async () => assert.ok(await page.getByRole("button", { name: "Change the catalogue" }).isDisabled()));
  await code.fill("LENS");
  await impactOf(page).getByText("Nothing is changed yet.").waitFor();
  await page.getByRole("button", { name: "Take out Optique" }).click();
  await impactOf(page).getByText("The catalogue cannot be changed so.").waitFor();
  await eventually(async () => assert.ok(await page.getByRole("button", { name: "Change the catalogue" }).isDisabled()));
  await page.getByRole("button", { name: "Cancel" }).click();
  await detailsOf(page).getByRole("heading", { name: "Verre" }).waitFor();
});

test("a care type is added in a group, with its facts, and another is removed with its mentions", async () => {
  const page = await openSmall(smallCoverage({ include_care_types: ["CROWN", "SCALING"] }));
  await choose(page, "EYES");
  await page.getByRole("button", { name: "Add a care type" }).click();
  await page.getByRole("textbox", { name: "Label" }).fill("Monture");
  await eventually(async () => assert.ok(await page.getByRole("button", { name: "Add it to the catalogue" }).isDisabled()));
  await page.getByRole("textbox", { name: "Short code" }).fill("FRAME");
  await page.getByText("Only these").click();
  for (const fact of ["Visible tooth", "Practitioner"]) await page.getByLabel(fact).uncheck();
  await impactOf(page).getByText("No guarantee selects other care types than before.").waitFor();
  await page.getByRole("button", { name: "Add it to the catalogue" }).click();
  await detailsOf(page).getByRole("heading", { name: "Monture" }).waitFor();
  const added = JSON.parse(await textOfCatalogue(page)).internal_care_types.at(-1);
  assert.deepEqual({ ...added, applicable_facts: added.applicable_facts.length }, { id: 4, short_code: "FRAME", label: "Monture", care_type_group_ids: [2], applicable_facts: 6 });
  await choose(page, "SCALING");
  await detailsOf(page).getByRole("button", { name: "Remove…" }).click();
  await impactOf(page).getByText("It is taken out of 1 mapping of 1 guarantee, too.").waitFor();
  await impactOf(page).getByText("DENTAL selects 1 fewer.").or(impactOf(page).getByText("DENTAL selects 1 fewer care type.")).waitFor();
  await page.getByRole("button", { name: "Remove it from the catalogue" }).click();
  await page.getByText("Détartrage is removed from the catalogue.").waitFor();
  await searchOf(page).fill("");
  await choose(page, "CROWN");
  await detailsOf(page).getByRole("link", { name: "Show the guarantee DENTAL" }).waitFor();
});

test("a group is added with its members from the tree, and a group is removed unless a care type would have none", async () => {
  const page = await openSmall();
  await page.getByRole("button", { name: "Add a group" }).click();
  await page.getByRole("textbox", { name: "Label" }).fill("Tout");
  await page.getByRole("textbox", { name: "Short code" }).fill("ALL");
  await page.getByRole("button", { name: "Browse the catalogue: Add a care type" }).click();
  const tree = page.getByRole("group", { name: "Groups and their care types" }).getByRole("tree");
  await tree.focus();
  for (const key of ["ArrowRight", "ArrowDown", "Enter", "ArrowDown", "Space"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Take out Détartrage" }).waitFor();
  const group = tree.getByRole("treeitem", { name: /Dentaire TEETH/ });
  await eventually(async () => assert.equal(await group.getAttribute("aria-checked"), "true"));
  await page.keyboard.press("Enter");
  await eventually(async () => assert.equal(await group.getAttribute("aria-checked"), "mixed"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add it to the catalogue" }).click();
  await detailsOf(page).getByRole("heading", { name: "Tout" }).waitFor();
  const { care_type_groups: groups, internal_care_types: types } = JSON.parse(await textOfCatalogue(page));
  assert.deepEqual(groups.at(-1), { id: 3, short_code: "ALL", label: "Tout" });
  assert.deepEqual(types.map((type) => type.care_type_group_ids), [[1, 3], [1, 3], [2]]);
  await choose(page, "EYES");
  await detailsOf(page).getByRole("button", { name: "Remove…" }).click();
  await impactOf(page).getByText("The catalogue cannot be changed so.").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await choose(page, "TEETH");
  await detailsOf(page).getByRole("button", { name: "Remove…" }).click();
  await impactOf(page).getByText(/DENTAL selects 2 fewer/).waitFor();
  await eventually(async () => assert.match(await wordsOf(impactOf(page)), /No longer covered DENTAL → becomes nothing/));
  await page.getByRole("button", { name: "Remove it from the catalogue" }).click();
  await page.getByText("Dentaire is removed from the catalogue.").waitFor();
});

test("a change that is not taken stays while another entry is looked at", async () => {
  const page = await openSmall();
  await choose(page, "LENS");
  await detailsOf(page).getByRole("button", { name: "Change…" }).click();
  await page.getByRole("textbox", { name: "Label" }).fill("Verre correcteur");
  await choose(page, "CROWN");
  await detailsOf(page).getByRole("heading", { name: "Couronne" }).waitFor();
  await searchOf(page).fill("LENS");
  await page.getByRole("treeitem", { name: /being changed/ }).click();
  await eventually(async () => assert.equal(await page.getByRole("textbox", { name: "Label" }).inputValue(), "Verre correcteur"));
});

test("what is done in the form is undone in the form, a field at a time", async () => {
  const page = await openSmall();
  await choose(page, "LENS");
  await detailsOf(page).getByRole("button", { name: "Change…" }).click();
  const [label, code] = ["Label", "Short code"].map((name) => page.getByRole("textbox", { name }));
  await label.pressSequentially("s neufs");
  await code.fill("LENSES");
  await page.getByText("Only these").click();
  await page.getByLabel("Practitioner").uncheck();
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.ok(await page.getByLabel("Practitioner").isChecked()));
  for (const key of ["Control+z", "Control+z"]) await page.keyboard.press(key);
  await eventually(async () => assert.equal(await code.inputValue(), "LENS"));
  await eventually(async () => assert.match(await label.inputValue(), /neufs/));
  await page.keyboard.press("Control+z");
  await eventually(async () => assert.equal(await label.inputValue(), "Verre"));
  await page.keyboard.press("Control+y");
  await eventually(async () => assert.match(await label.inputValue(), /neufs/));
  await searchOf(page).fill("verre");
  await eventually(async () => assert.equal(await page.getByRole("treeitem").count(), 1));
});

test("a catalogue of look-ups by code is shown, and changed once it is written as two lists", async () => {
  const [types, groups] = [smallCatalog.internal_care_types, smallCatalog.care_type_groups];
  const byCode = (entries) => Object.fromEntries(entries.map((entry) => [entry.short_code, entry]));
  const lookUps = {
    internal_care_type_by_short_code: byCode(types),
    care_type_group_by_short_code: byCode(groups),
    care_type_group_to_internal_care_types: Object.fromEntries(groups.map(({ id }) => [id, types.filter((type) => type.care_type_group_ids.includes(id))
      .sort((a, b) => (a.short_code < b.short_code ? -1 : 1))])),
  };
  const page = await openSmall(smallCoverage(), lookUps);
  await choose(page, "LENS");
  await eventually(async () => assert.equal(await page.getByRole("button", { name: "Change…" }).count(), 0));
  await page.getByRole("button", { name: "Write it as two lists" }).click();
  await detailsOf(page).getByRole("button", { name: "Change…" }).waitFor();
  await eventually(async () => assert.deepEqual(JSON.parse(await textOfCatalogue(page)), smallCatalog));
});

test("what the engine remarks is in a list, and at its entry", async () => {
  const catalog = { ...smallCatalog, care_type_groups: [...smallCatalog.care_type_groups, { id: 9, short_code: "EMPTY", label: "Vide" }] };
  const page = await openSmall(smallCoverage(), catalog);
  await page.getByText("1 remark about the catalogue").click();
  await page.getByRole("button", { name: "Show the entry" }).click();
  await detailsOf(page).getByRole("heading", { name: "Vide" }).waitFor();
  await detailsOf(page).locator(".remarks").getByText("Warning").waitFor();
});

test("the other lists are there with their words, are searched and copied", async () => {
  const context = await browser.context({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await openCatalogue({ context });
  await page.getByRole("button", { name: "Other lists" }).click();
  const practitioners = page.getByRole("region", { name: /^Practitioners/ });
  await eventually(async () => assert.equal(await practitioners.getByRole("row").count(), 31));
  await practitioners.getByRole("searchbox").fill("osteo");
  await practitioners.getByRole("button", { name: "Copy OSTEOPATH", exact: true }).click();
  await page.getByText("Copied: OSTEOPATH").waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "OSTEOPATH"));
});

test("without a catalogue, without a coverage, and with one that cannot be read, the view says so", async () => {
  const page = await openPage(browser, { fragment: "#catalogue" });
  await page.getByText(/^Load a catalogue to see its care types/).waitFor();
  await chooseFiles(page, file("types.json", smallCatalog));
  await choose(page, "LENS");
  await detailsOf(page).getByText("Load a coverage to see which guarantees select it.").waitFor();
  await chooseFiles(page, file("broken.json", smallCoverage({ include_care_types: ["NOBODY"] })));
  await detailsOf(page).getByText("The coverage cannot be read at the moment").waitFor();
});

test("3,000 care types: nothing takes 50 ms while typing, moving and changing", async (t) => {
  const page = await openPage(browser, { fragment: "#catalogue" });
  await chooseFiles(page, file("types.json", largeCatalog()), file("large.json", largeCoverage()));
  await page.getByRole("tree").waitFor();
  await page.waitForTimeout(1000);
  const steps = {
    search: async () => {
      await searchOf(page).pressSequentially("acte num 29", { delay: 40 });
      await searchOf(page).fill("");
    },
    tree: async () => {
      await page.getByRole("tree").focus();
      for (const key of ["ArrowRight", "End", "Home", "ArrowDown", "PageDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    },
    change: async () => {
      await page.getByRole("button", { name: "Change…" }).click();
      await page.getByRole("textbox", { name: "Label" }).pressSequentially("abc", { delay: 40 });
      await page.getByRole("textbox", { name: "Short code" }).pressSequentially("_NEW", { delay: 40 });
      await impactOf(page).getByText("No act is decided otherwise.").waitFor();
    },
    pick: async () => {
      await page.getByRole("combobox", { name: "Add to a group" }).pressSequentially("groupe 2", { delay: 40 });
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: /^Browse the catalogue/ }).click();
      await impactOf(page).getByText("No act is decided otherwise.").waitFor();
    },
  };
  for (const [name, step] of Object.entries(steps)) {
    assertTime(t, `${name}, longest task`, await longestWork(page, step), 50);
  }
  await eventually(async () => assert.ok((await page.getByRole("treeitem").count()) < 100, "only what is in sight is drawn"));
  assert.deepEqual(page.errors, []);
});

test("for everyone: axe, both themes, every width", async (t) => {
  const edited = async (options) => {
    const page = await openCatalogue(options);
    await choose(page, "TELEMONITORING");
    await detailsOf(page).getByRole("button", { name: "Change…" }).click();
    await page.getByText("Only these").click();
    await page.getByRole("button", { name: /^Browse the catalogue/ }).click();
    await page.getByRole("combobox", { name: "Add to a group" }).fill("dent");
    return page;
  };
  await assertForEveryone(t, browser, [
    ["nothing loaded", (options) => openPage(browser, { fragment: "#catalogue", ...options })],
    ["a care type", async (options) => {
      const page = await openCatalogue(options);
      await choose(page, "ostéo");
      return page;
    }],
    ["a change", edited],
    ["other lists", async (options) => {
      const page = await openCatalogue(options);
      await page.getByRole("button", { name: "Other lists" }).click();
      return page;
    }],
    ["text", async (options) => {
      const page = await openCatalogue(options);
      await page.getByRole("button", { name: "Text", exact: true }).click();
      return page;
    }],
  ]);
});

test("in French: search, details and a change", async () => {
  const context = await browser.context({ locale: "fr-FR" });
  const page = await openPage(browser, { context, fragment: "#catalogue" });
  await chooseFiles(page, file("types.json", smallCatalog), file("small.json", smallCoverage()));
  await page.getByRole("searchbox", { name: /^Rechercher par libellé/ }).fill("verre");
  await page.getByRole("treeitem").first().click();
  await page.getByRole("button", { name: "Modifier…" }).click();
  await page.getByRole("combobox", { name: "Ajouter à une famille" }).fill("dent");
  await page.getByRole("option").getByText("serait sélectionné par DENTAL").waitFor();
  await page.keyboard.press("Enter");
  await page.getByText("DENTAL sélectionne 1 type d’acte de plus.").waitFor();
  await page.getByRole("button", { name: "Modifier le catalogue" }).click();
  await page.getByText("Modifié dans le catalogue : Verre.").waitFor();
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.errors, []);
});
