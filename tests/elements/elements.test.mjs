// The custom elements as another page has them: data in, events out, a part of a form, many on one page, under a strict policy.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { benefitGrid, benefitTable } from "../../pkg/benefit-table.js";
import { CareTypeCatalog } from "../../pkg/node.js";
import { BUDGET_OF_ELEMENTS, sizeOfElements } from "../../scripts/size-of-elements.mjs";
import { violations } from "../page/axe.mjs";
import { eventually, launch } from "../page/browser.mjs";
import { serve } from "./server.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = join(ROOT, "editor/dist");

let server;
let browser;
let page;
let seen;

before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A page with all elements, each with the example. Whatever the page reports, its policy too, fails the test. */
async function opened(options = {}, prepare = async () => {}) {
  await page?.context().close();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage();
  await prepare(page);
  seen = [];
  page.on("pageerror", ({ stack }) => seen.push(stack));
  page.on("console", (message) => message.type() === "error" && seen.push(message.text()));
  await page.goto(`${server.address}/tests/editor.html`);
  await page.waitForSelector("html[data-ready]");
  await page.locator("#one").getByRole("heading", { name: "18 guarantees" }).waitFor();
  // These come last and are long: until then, what is clicked may move between the look and the click.
  for (const id of ["one", "two", "findings"]) await element(id).getByRole("button", { name: /^Take exactly these acts out of/ }).first().waitFor();
  return page;
}

const events = (id, type) => page.evaluate(([id, type]) => globalThis.events.filter((event) => event.id === id && event.type === type).map(({ detail }) => detail), [id, type]);
const payloadOf = (id) => page.evaluate((id) => document.getElementById(id).payload, id);
const element = (id) => page.locator(`form > #${id}`);
const nameField = (id) => element(id).getByLabel("Name of the coverage");

test("where there is no page the package can be imported, and an element is a class", async () => {
  const folder = await mkdtemp(join(tmpdir(), "elements-"));
  try {
    await mkdir(join(folder, "node_modules"));
    await symlink(join(ROOT, "pkg"), join(folder, "node_modules/care-coverage"));
    // Node asks for what a file imports next to where it really is.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--preserve-symlinks", "--input-type=module", "-e", 'const all = await import("care-coverage-editor"); console.log(Object.keys(all).sort().join())'],
      { cwd: await withEditor(folder) },
    );
    assert.equal(stdout.trim(), "BenefitTableElement,CareActFormElement,CareTypePickerElement,CoverageEditorElement,CoverageFindingsElement,CoverageRuleFieldElement");
  } finally {
    await rm(folder, { recursive: true });
  }
});

async function withEditor(folder) {
  await symlink(DIST, join(folder, "node_modules/care-coverage-editor"));
  return folder;
}

test("the element is small without the engine, and the text editor is not a part of it", async () => {
  const { always, later } = sizeOfElements(DIST);
  assert.ok(always > 50_000 && always <= BUDGET_OF_ELEMENTS, `${always} bytes`);
  assert.ok(later > 100_000, `${later} bytes`);
  const parts = (await readdir(join(DIST, "parts"))).filter((name) => !name.startsWith("editor-"));
  for (const file of ["index.js", ...parts.map((name) => `parts/${name}`)]) assert.doesNotMatch(await readFile(join(DIST, file), "utf8"), /@codemirror|EditorView/, file);
});

test("data in, data out: an edit says the payload, what the engine finds, and whether it is valid", async () => {
  await opened();
  await eventually(async () => assert.deepEqual(await payloadOf("one"), await page.evaluate(() => globalThis.given.payload)));
  await eventually(async () => assert.deepEqual(await page.evaluate(() => globalThis.events), []));
  await nameField("one").fill("OTHER");
  await eventually(async () => assert.equal((await events("one", "input")).at(-1)?.payload.name, "OTHER"));
  const detail = (await events("one", "input")).at(-1);
  assert.equal(detail.valid, true);
  assert.deepEqual(JSON.parse(detail.value), detail.payload);
  assert.ok(detail.diagnostics.some(({ code }) => code === "overlap"));
  await eventually(async () => assert.deepEqual(await events("one", "change"), [], "typing goes on"));
  await nameField("one").blur();
  await eventually(async () => assert.deepEqual((await events("one", "change")).map(({ payload }) => payload.name), ["OTHER"]));
  await element("one").getByRole("button", { name: "Add a guarantee" }).click();
  await eventually(async () => assert.equal((await events("one", "change")).at(-1).payload.guarantees.length, 19));
  await eventually(async () => assert.equal((await events("one", "change")).at(-1).valid, false));
  assert.deepEqual(seen, []);
});

test("what is given is no edit, and what says the same is left as it is written", async () => {
  await opened();
  const text = '{"name":"X","version":1,"guarantees":[]}';
  const [value, payload, events] = await page.evaluate((text) => {
    one.value = text;
    one.payload = JSON.parse(text);
    return [one.value, one.payload, globalThis.events];
  }, text);
  assert.equal(value, text);
  assert.deepEqual(payload, JSON.parse(text));
  assert.deepEqual(events, []);
  assert.deepEqual(await page.evaluate(() => ((one.value = '{ "name"'), [one.payload, one.validity.badInput])), [null, true]);
  assert.equal(await page.evaluate(() => ((one.payload = one.payload), one.value)), '{ "name"');
  assert.deepEqual(await page.evaluate(() => ((one.value = ""), [one.payload, one.value])), [null, ""]);
  assert.deepEqual(seen, []);
});

test("editors on one page know nothing of one another", async () => {
  await opened();
  await nameField("one").fill("FIRST");
  await eventually(async () => assert.equal((await events("one", "input")).at(-1)?.payload.name, "FIRST"));
  await element("two").getByRole("button", { name: "Form", exact: true }).click();
  await eventually(async () => assert.equal(await nameField("two").inputValue(), "CONFORT"));
  await nameField("two").fill("SECOND");
  await eventually(async () => assert.equal((await payloadOf("two")).name, "SECOND"));
  await nameField("one").press("ControlOrMeta+z");
  await eventually(async () => assert.equal(await nameField("one").inputValue(), "CONFORT"));
  await eventually(async () => assert.equal((await payloadOf("two")).name, "SECOND"));
  await nameField("two").press("ControlOrMeta+z");
  await eventually(async () => assert.equal((await payloadOf("two")).name, "CONFORT"));
  assert.deepEqual(seen, []);
});

test("texts on one page know nothing of one another, and a finding that is meant is said", async () => {
  await opened();
  for (const id of ["one", "two"]) {
    await page.evaluate((id) => {
      const editor = document.getElementById(id);
      editor.setAttribute("mode", "text");
      editor.value = '{ "name": "", "version": 1, "guarantees": [] }';
    }, id);
    const content = element(id).locator("care-editor .cm-content");
    await content.click();
    await content.press("ControlOrMeta+Home");
    for (let step = 0; step < 11; step += 1) await content.press("ArrowRight");
    await page.keyboard.type(id);
  }
  for (const id of ["one", "two"]) await eventually(async () => assert.equal((await payloadOf(id))?.name, id));
  await page.keyboard.press("ControlOrMeta+z");
  await eventually(async () => assert.notEqual((await payloadOf("two"))?.name, "two"));
  await eventually(async () => assert.equal((await payloadOf("one")).name, "one"));
  await element("findings").getByRole("button", { name: "Accept with a note" }).first().click();
  await element("findings").getByRole("textbox", { name: "Why is it meant?" }).fill("On purpose");
  await element("findings").getByRole("textbox", { name: "Why is it meant?" }).press("Enter");
  await eventually(async () => assert.deepEqual((await events("findings", "input")).at(-1)?.accept.map(({ code, reason }) => [code, reason]), [["overlap", "On purpose"]]));
  await eventually(async () => assert.deepEqual(await page.evaluate(() => findings.accept.length), 1));
  assert.deepEqual(seen, []);
});

test("an element that is taken out and put back, or moved, keeps what it holds", async () => {
  await opened();
  await nameField("one").fill("KEPT");
  await eventually(async () => assert.equal((await events("one", "input")).at(-1)?.payload.name, "KEPT"));
  await element("one").locator("summary", { hasText: "EVERYDAY_CARE" }).click();
  const open = () => element("one").locator("details.guarantee[open]").count();
  await eventually(async () => assert.equal(await open(), 2));
  await page.evaluate(() => form.append(one));
  await eventually(async () => assert.equal(await nameField("one").inputValue(), "KEPT"));
  const drawn = await page.evaluate(async () => {
    const one = document.getElementById("one");
    one.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const drawn = one.shadowRoot.querySelectorAll("input").length;
    // It is the same out of the page.
    one.payload = { ...one.payload, version: 9 };
    form.append(one);
    return drawn;
  });
  assert.equal(drawn, 0, "nothing is drawn where nobody looks");
  await eventually(async () => assert.equal(await nameField("one").inputValue(), "KEPT"));
  assert.equal(await open(), 2);
  await eventually(async () => assert.equal((await payloadOf("one")).version, 9));
  assert.deepEqual(seen, []);
});

test("in a form: its name, validity, required, disabled and reset", async () => {
  await opened();
  const state = () => page.evaluate(() => ({
    data: [...new FormData(form).keys()], valid: form.checkValidity(), invalid: [...form.querySelectorAll(":invalid")].map(({ id }) => id), said: one.validationMessage,
  }));
  await eventually(async () => assert.deepEqual(await state(), { data: ["coverage", "rule", "picked", "act", "table"], valid: true, invalid: [], said: "" }));
  await page.evaluate(() => (one.payload = { ...one.payload, version: 0 }));
  await eventually(async () => assert.deepEqual(await state(), { data: ["coverage", "rule", "picked", "act", "table"], valid: false, invalid: ["one"], said: "The coverage has 1 error." }));
  await page.evaluate(() => form.requestSubmit());
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement?.id), "one"));
  await page.evaluate(() => (one.value = ""));
  await eventually(async () => assert.equal((await state()).said, "Please enter a coverage."));
  await page.evaluate(() => {
    one.setAttribute("value", '{ "name": "FROM_ATTRIBUTE", "version": 1, "guarantees": [] }');
    form.reset();
  });
  await eventually(async () => assert.equal((await payloadOf("one")).name, "FROM_ATTRIBUTE"));
  await page.evaluate(() => (one.disabled = true));
  await eventually(async () => assert.equal(await nameField("one").isDisabled(), true));
  await eventually(async () => assert.deepEqual((await state()).data.includes("coverage"), false));
  assert.deepEqual(seen, []);
});

test("one language for the elements of a page, which follows the first of them", async () => {
  await opened();
  await page.evaluate(() => one.setAttribute("lang", "fr"));
  await element("one").getByRole("heading", { name: "18 garanties" }).waitFor();
  await page.evaluate(() => (one.payload = { ...one.payload, version: 0 }));
  await eventually(async () => assert.equal(await page.evaluate(() => one.validationMessage), "Le contrat a 1 erreur."));
  await page.evaluate(() => one.setAttribute("lang", "en"));
  await element("one").getByRole("heading", { name: "18 guarantees" }).waitFor();
  assert.deepEqual(seen, []);
});

test("themed from outside, and nothing of the page is styled", async () => {
  await opened({ colorScheme: "dark" });
  const text = () => page.evaluate(() => getComputedStyle(one).color);
  await eventually(async () => assert.equal(await text(), "rgb(27, 32, 40)", "a light page, whatever the system likes"));
  await page.evaluate(() => one.setAttribute("theme", "dark"));
  await eventually(async () => assert.equal(await text(), "rgb(232, 234, 238)"));
  const styles = () => page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length, document.querySelectorAll("style, link, [style]").length]);
  await eventually(async () => assert.deepEqual(await styles(), [0, 0, 0]));
  await page.evaluate(() => document.documentElement.style.setProperty("--care-accent", "rgb(1, 2, 3)"));
  const colour = () => page.evaluate(() => getComputedStyle(one.shadowRoot.querySelector("button.primary")).backgroundColor);
  await eventually(async () => assert.equal(await colour(), "rgb(1, 2, 3)"));
  const hidden = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("coverage-editor::part(modes) { display: none }");
    document.adoptedStyleSheets = [sheet];
    return getComputedStyle(one.shadowRoot.querySelector(".modes")).display;
  });
  assert.equal(hidden, "none");
});

test("a picker: what is picked is what a selector includes", async () => {
  await opened();
  await element("picker").getByRole("combobox").fill("couronne");
  await element("picker").getByRole("option").first().click();
  const [{ value }] = await events("picker", "change");
  assert.equal(Object.values(value).flat().length, 1);
  await eventually(async () => assert.deepEqual(await page.evaluate(() => JSON.parse(new FormData(form).get("picked"))), value));
  await element("picker").getByRole("button", { name: /^Remove/ }).click();
  await eventually(async () => assert.deepEqual((await events("picker", "change")).at(-1).value, {}));
  assert.deepEqual(seen, []);
});

test("a rule on its own: its text stays as it was written, and its problems are where it has them", async () => {
  await opened();
  const before = await page.evaluate(() => ((rule.value = '{"components":[{"kind":"brss_percent",  "percent":"170"}]}'), rule.value));
  const figure = element("rule").getByRole("textbox").first();
  await figure.fill("180");
  await figure.press("Tab");
  await eventually(async () => assert.equal((await events("rule", "change")).at(-1)?.rule.components[0].percent, "180"));
  await eventually(async () => assert.equal(await page.evaluate(() => rule.value), before.replace("170", "180")));
  const [diagnostics, isValid] = await page.evaluate(() => {
    rule.rule = { components: [{ kind: "brss_percent", percent: "-1" }] };
    return [rule.diagnostics, rule.validity.valid];
  });
  assert.deepEqual(diagnostics.map(({ severity, pointer }) => `${severity} ${pointer}`), ["error /components/0/percent"]);
  assert.equal(isValid, false);
  assert.deepEqual(seen, []);
});

test("findings on their own: a choice is an edit, and a place is said", async () => {
  await opened();
  const choice = element("findings").getByRole("button", { name: /^Take exactly these acts out of/ });
  await choice.waitFor();
  await element("findings").getByRole("button", { name: /^Line / }).first().click();
  const [{ start, end }] = await events("findings", "show");
  assert.ok(start < end);
  await choice.click();
  await eventually(async () => assert.equal((await events("findings", "change")).length, 1));
  const [{ payload, diagnostics }] = await events("findings", "change");
  await eventually(async () => assert.notDeepEqual(payload, await page.evaluate(() => globalThis.given.payload)));
  assert.ok(!diagnostics.some(({ code }) => code === "overlap"));
  assert.deepEqual(seen, []);
});

const cells = (id) =>
  element(id).locator("table.benefits:not(.benefits-examples) tbody tr").evaluateAll((rows) =>
    rows.map((row) => [row.querySelector("th").textContent, ...[...row.querySelectorAll("td > span")].map((cell) => cell.textContent)].map((text) => text.replace(/\s+/g, " ").trim())));
const plain = (rows) => rows.map((row) => row.filter((cell) => typeof cell === "string").map((text) => text.replace(/\s+/g, " ").trim()));

test("a table: what its readers see, which is edited by typing what tables say", async () => {
  await opened();
  const [headings, { examples }, lists, payload] = await Promise.all(["headings", "benefit-examples", "catalog", "coverage"].map(async (name) => JSON.parse(await readFile(join(ROOT, `examples/${name}.json`), "utf8"))));
  const catalog = new CareTypeCatalog(lists);
  const tableOf = (...payloads) => plain(benefitGrid(benefitTable(payloads.map((one) => catalog.compileCoverage(one)), { catalog, headings, examples, date: "2026-03-29" })).slice(1));
  const expected = tableOf(payload);
  await eventually(async () => assert.deepEqual(await cells("table"), expected));
  await eventually(async () => assert.equal(await element("table").locator("table.benefits-examples tbody tr").count(), examples.length));
  // Nothing of the page's own is offered: neither its printing, nor a file for which it would need another package.
  await eventually(async () => assert.equal(await element("table").getByRole("button", { name: "Print" }).count(), 0));
  await element("table").getByRole("button", { name: "Download" }).click();
  await element("table").getByRole("button", { name: "Text (Markdown)" }).waitFor();
  await eventually(async () => assert.equal(await element("table").getByRole("button", { name: "Spreadsheet (XLSX)" }).count(), 0));
  await page.keyboard.press("Escape");
  await eventually(async () => assert.deepEqual(await events("table", "input"), []));

  await element("table").getByRole("button", { name: /^Change: Séance d.ostéopathie/ }).first().click();
  const dialog = page.getByRole("dialog", { name: "Change a cell" });
  await dialog.getByRole("textbox").fill("45 € par séance, 6 séances par an");
  await dialog.getByRole("button", { name: "Take it" }).click();
  const [{ payload: changed, valid }] = await eventually(async () => {
    const said = await events("table", "change");
    assert.equal(said.length, 1);
    return said;
  });
  assert.ok(valid);
  const pays = ({ care_type_mappings }) => JSON.stringify(care_type_mappings).includes("OSTEOPATH");
  assert.deepEqual(changed.guarantees.find(pays).coverage_rule.components, [{ kind: "flat_amount", amount: "45", per: "session" }]);
  await eventually(async () => assert.deepEqual(await cells("table"), tableOf(changed)));
  await page.evaluate(() => document.getElementById("table").undo());
  await eventually(async () => assert.deepEqual(await cells("table"), expected));

  // Another coverage has a column of its own, and what cannot be compiled is said.
  const later = { ...payload, version: 4, guarantees: payload.guarantees.slice(1) };
  await page.evaluate(([later]) => (document.getElementById("table").compared = [later, { name: "BROKEN" }]), [later]);
  await eventually(async () => assert.deepEqual(await cells("table"), tableOf(payload, later)));
  await element("table").getByText("cannot be read, so it has no column here").waitFor();
  await page.evaluate(() => Object.assign(document.getElementById("table"), { compared: [], headings: null, examples: [] }));
  await eventually(async () => assert.equal(await element("table").locator(".benefits-heading").count(), 1));
  await eventually(async () => assert.equal(await element("table").locator("table.benefits-examples").count(), 0));
  assert.deepEqual(seen, []);
});

test("a table is a mode of the editor, and a part that is fetched with it", async () => {
  await opened({}, (page) => page.route("**/tests/editor.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/<benefit-table[^]*<\/benefit-table>/, "") });
  }));
  const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("table-part")).length);
  assert.equal(await fetched(), 0);
  await element("one").getByRole("button", { name: "Table", exact: true }).click();
  await element("one").getByRole("columnheader", { name: "CONFORT version 3" }).waitFor();
  assert.equal(await fetched(), 1);
  await page.evaluate(() => document.getElementById("two").setAttribute("mode", "table"));
  await element("two").getByRole("columnheader", { name: "CONFORT version 3" }).waitFor();
  // A place that is asked for comes back to the form.
  await page.evaluate(() => document.getElementById("one").showGuarantee(0));
  await nameField("one").waitFor();
  assert.deepEqual(seen, []);
});

test("an act: what is filled in is the act, with what is wrong with it, and the form asks for what the care type needs", async () => {
  await opened();
  const form = element("act");
  await eventually(async () => assert.deepEqual(await page.evaluate(() => [act.value, act.payload, act.validity.valid]), ["", null, true]));
  const careType = form.getByRole("combobox", { name: "Care type" });
  await careType.fill("couronne");
  await form.getByRole("option").first().click();
  await eventually(async () => assert.equal((await events("act", "change")).at(-1)?.valid, true));
  const code = (await events("act", "change")).at(-1).act.care_type;
  await eventually(async () => assert.ok(await page.evaluate((code) => given.catalog.internal_care_types.some(({ short_code }) => short_code === code), code)));
  const charged = form.getByRole("textbox", { name: "Charged" });
  await charged.fill("550.5");
  await charged.press("Tab");
  await eventually(async () => assert.equal((await events("act", "change")).at(-1)?.act.charged, "550.5"));
  await form.getByRole("textbox", { name: "Teeth", exact: true }).fill("11 99");
  await form.getByRole("textbox", { name: "Teeth", exact: true }).press("Tab");
  await eventually(async () => assert.deepEqual((await events("act", "input")).at(-1)?.act.teeth, [11, 99]));
  const wrong = (await events("act", "change")).at(-1);
  assert.deepEqual([wrong.valid, wrong.diagnostics.map(({ severity, pointer }) => `${severity} ${pointer}`)], [false, ["error /teeth/1"]]);
  await eventually(async () => assert.equal(await page.evaluate(() => act.validationMessage), "The act has 1 error."));
  await form.getByRole("status").filter({ hasText: "99" }).waitFor();
  await eventually(async () => assert.deepEqual(await page.evaluate(() => JSON.parse(new FormData(document.getElementById("form")).get("act"))), { care_type: code, teeth: [11, 99], charged: "550.5" }));
  assert.deepEqual(seen, []);
});

test("an act that is given is no edit, is kept with what the form has no control for, and one of no care type of the catalogue is not valid", async () => {
  await opened();
  const given = { care_type: "GP_VISIT", member_age: 30, "x-file": { id: 7 }, charged: 30 };
  const [value, payload, said] = await page.evaluate((given) => ((act.payload = given), [act.value, act.payload, events.filter(({ id }) => id === "act")]), given);
  assert.deepEqual([JSON.parse(value), payload, said], [given, given, []]);
  const age = element("act").getByRole("textbox", { name: "Age on that date" });
  await eventually(async () => assert.equal(await age.inputValue(), "30"));
  await age.fill("31");
  await age.press("Tab");
  await eventually(async () => assert.deepEqual(await payloadOf("act"), { ...given, member_age: 31, charged: "30" }));
  assert.deepEqual(await page.evaluate(() => ((act.value = '{ "care_type": "NO_SUCH" }'), [act.validity.customError, act.validationMessage])), [true, "Please choose a care type of the catalogue."]);
  assert.deepEqual(await page.evaluate(() => ((act.value = "[1"), [act.payload, act.validity.badInput])), [null, true]);
  await page.evaluate(() => ((act.required = true), (act.value = "")));
  await eventually(async () => assert.equal(await page.evaluate(() => act.validity.valueMissing), true));
  await page.evaluate((given) => {
    const element = document.getElementById("act");
    element.payload = given;
    element.remove();
    document.getElementById("form").append(element);
  }, given);
  await eventually(async () => assert.equal(await age.inputValue(), "30"));
  assert.deepEqual(seen, []);
});

test("of a coverage, the form asks first for what its conditions and rules need", async () => {
  await opened();
  const needed = element("act").locator(".form-part").first();
  await page.evaluate(() => (act.payload = { care_type: "GP_VISIT" }));
  await needed.getByText("Age on that date").waitFor();
  await page.evaluate(() => (act.coverage = given.payload));
  await eventually(async () => assert.equal(await needed.getByText("Age on that date").count(), 0));
  await eventually(async () => assert.ok(await needed.getByRole("textbox", { name: "Charged" }).count()));
  await eventually(async () => assert.deepEqual(await events("act", "input"), []));
  assert.deepEqual(seen, []);
});

test("another copy of the package takes the elements that are there", async () => {
  await opened();
  const [isOther, isSame] = await page.evaluate(async () => {
    const [first, second] = await Promise.all([import("/editor/index.js"), import("/editor/index.js?another")]);
    const names = Object.keys(first);
    return [first !== second, names.length === 6 && names.every((name) => first[name] === second[name]) && one instanceof second.CoverageEditorElement];
  });
  assert.deepEqual([isOther, isSame], [true, true]);
  await nameField("one").fill("STILL");
  await eventually(async () => assert.equal((await payloadOf("one")).name, "STILL"));
  assert.deepEqual(seen, []);
});

test("a part that cannot be fetched is asked for again, and the page around stays", async () => {
  await opened({}, (page) => page.route("**/parts/form-*.js", (route) => route.abort()));
  const again = element("rule").getByRole("button", { name: "Try again" });
  await again.waitFor();
  assert.ok(seen.splice(0).every((text) => text.includes("ERR_FAILED")));
  await page.unroute("**/parts/form-*.js");
  await page.evaluate(() => (globalThis.stays = true));
  await again.click();
  await element("rule").getByRole("textbox").first().waitFor();
  await eventually(async () => assert.equal(await page.evaluate(() => globalThis.stays), true));
  assert.deepEqual(seen, []);
});

test("two on one page are told apart by their labels, and axe finds nothing", async () => {
  await opened();
  const regions = async (id) => (await element(id).ariaSnapshot()).match(/(?<=region ")[^"]+/g);
  await eventually(async () => assert.deepEqual(await regions("one"), ["Base: Coverage", "Base: Findings", "Base: To decide: 1"]));
  await page.evaluate(() => one.setAttribute("aria-label", "Contrat"));
  await eventually(async () => assert.equal((await regions("one"))[0], "Contrat: Coverage"));
  await element("two").locator("care-editor .cm-content").waitFor();
  assert.deepEqual(await violations(page, null), []);
  assert.deepEqual(seen, []);
});
