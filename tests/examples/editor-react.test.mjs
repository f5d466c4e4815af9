// The editors in React as Vite builds them, in Chromium: as it is developed, where StrictMode runs effects twice, and as it is shipped.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../page/browser.mjs";
import { serve } from "../page/server.mjs";

const EDITOR = "examples/editor-react";
const built = mkdtempSync(join(tmpdir(), "editor-react-"));
const MODES = ["development", "production"];
const servers = {};
let browser;
before(async () => {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc"], { cwd: EDITOR });
  for (const mode of MODES) {
    const folder = join(built, mode);
    execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--mode", mode, "--outDir", folder, "--emptyOutDir", "--logLevel", "error"], { cwd: EDITOR, env: { ...process.env, NODE_ENV: mode } });
    servers[mode] = await serve("/", folder);
  }
  browser = await launch();
});
after(async () => {
  await browser?.close();
  for (const server of Object.values(servers)) await server.stop();
  rmSync(built, { recursive: true });
});

const EXAMPLE = readFileSync("examples/coverage.json", "utf8");
const guarantee = (name, code, filter) => `    {
      "name": "${name}",
      "care_type_mappings": [{ "selector": { "include_care_types": ["${code}"] }, "filter": ${filter} }],
      "coverage_rule": { "components": [{ "kind": "brss_percent", "percent": "150" }] }
    }`;
const coverage = (...guarantees) => `{\n  "name": "BASIC",\n  "version": 1,\n  "guarantees": [\n${guarantees.join(",\n")}\n  ]\n}\n`;
const VISITS = guarantee("VISITS", "GP_VISIT", "{}");

/** The page with a text; every error fails the test that saw it. */
async function open(text, mode = "development", place = "") {
  const page = await browser.newPage();
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.errors.push(message.text()));
  await page.goto(servers[mode].address + place);
  await page.locator(".cm-content, .monaco .view-line").first().waitFor();
  if (text !== undefined) await write(page, text);
  return page;
}
async function close(page) {
  assert.deepEqual(page.errors, []);
  await page.close();
}

async function write(page, text) {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+A");
  await page.locator(".cm-content").evaluate((content, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
const read = async (page) => (await page.locator(".cm-line").allTextContents()).join("\n");

/** Puts the cursor behind the first place of some words in a line. */
async function goTo(page, words) {
  await page.locator(".cm-content").focus();
  await page.locator(".cm-line").filter({ hasText: words }).first().evaluate((line, words) => {
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let left = line.textContent.indexOf(words) + words.length;
    while (texts.nextNode() && left > texts.currentNode.length) left -= texts.currentNode.length;
    getSelection().collapse(texts.currentNode, left);
  }, words);
  // The editor learns of it by an event.
  await page.waitForTimeout(50);
}

for (const mode of MODES) {
  test(`the shipped coverage is shown, in ${mode}: no errors, a form, and both languages`, async () => {
    const page = await open(undefined, mode);
    await page.locator(".cm-line").first().waitFor();
    assert.ok(EXAMPLE.startsWith((await read(page)).slice(0, 200)));
    await page.getByRole("heading", { name: "Couverture" }).waitFor();
    await page.locator(".cm-lintRange-warning").first().waitFor();
    assert.equal(await page.locator(".cm-lintRange-error").count(), 0);
    await page.getByText("Placez le curseur").waitFor();
    await page.getByText('"DOCTORS_OPTAM"').click();
    const form = page.getByRole("form", { name: "Garantie" });
    assert.equal(await form.getByLabel("Nom").inputValue(), "DOCTORS_OPTAM");
    assert.equal(await form.getByLabel("OPTAM").inputValue(), "true");
    await form.getByText("Médecins généralistes").waitFor();
    await form.getByText("170\u202f% BR").waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("form", { name: "Guarantee" }).waitFor();
    await close(page);
  });
}

test("a problem is marked, said in the language, and its fix keeps the layout", async () => {
  const text = coverage(guarantee("VISITS", "GP_VISTI", "{}"));
  const page = await open(text);
  await page.locator(".cm-lintRange-error").hover();
  await page.locator(".cm-tooltip").getByText("type d’acte inconnu").waitFor();
  await page.mouse.move(0, 0);
  await page.getByRole("button", { name: "English" }).click();
  await page.locator(".cm-lintRange-error").hover();
  await page.locator(".cm-tooltip").getByText("unknown care type GP_VISTI").waitFor();
  await page.locator(".cm-diagnosticAction", { hasText: "GP_VISIT" }).click();
  await page.locator(".cm-lintRange-error").waitFor({ state: "detached" });
  assert.equal(await read(page), text.replace("GP_VISTI", "GP_VISIT"));
  await close(page);
});

test("a related place is named with its line, and gone to", async () => {
  const page = await open(coverage(VISITS, guarantee("SAME", "GP_VISIT", '{ "min_age": 18 }')));
  await page.locator(".cm-lintRange-warning").first().hover();
  await page.locator(".cm-diagnosticAction", { hasText: /^Ligne \d+: / }).first().click();
  await page.getByRole("form").waitFor();
  assert.equal(await page.getByLabel("Nom").inputValue(), "VISITS");
  await close(page);
});

test("codes are completed by what a person says, and conditions by the values that are known", async () => {
  const page = await open(coverage(guarantee("VISITS", "", '{ "practitioner": "" }')));
  await goTo(page, '"include_care_types": ["');
  await page.keyboard.type("toubib");
  const options = page.locator(".cm-tooltip-autocomplete li");
  await options.filter({ hasText: "GP_VISIT" }).first().waitFor();
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  assert.match(await read(page), /"include_care_types": \["GP_VISIT"\]/);
  await goTo(page, '"practitioner": "');
  await page.keyboard.press("Control+Space");
  await options.filter({ hasText: "DENTIST" }).first().waitFor();
  await page.keyboard.type("DENTIST");
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  assert.match(await read(page), /"practitioner": "DENTIST"/);
  // No codes of groups among care types, and nothing in a name.
  await goTo(page, '"name": "VISITS');
  await page.keyboard.press("Control+Space");
  await page.waitForTimeout(200);
  assert.equal(await options.count(), 0);
  await close(page);
});

test("a code says its label, its groups and who selects it; a guarantee what it pays", async () => {
  const page = await open(coverage(VISITS));
  await page.getByText('"GP_VISIT"').hover();
  const hover = page.locator(".cm-care-hover");
  await hover.getByText("Médecins généralistes").waitFor();
  assert.equal(await hover.locator("code").first().innerText(), "GP_VISIT");
  await page.mouse.move(0, 0);
  await page.getByText('"VISITS"').hover();
  await hover.getByText("150 % BR").waitFor();
  await close(page);
});

test("a wrong code is marked while it is typed, and its fix is applied", async () => {
  const page = await open(coverage(guarantee("VISITS", "", "{}")));
  await goTo(page, '"include_care_types": ["');
  await page.keyboard.type("GP_VISTI", { delay: 20 });
  await page.keyboard.press("Escape");
  await page.locator(".cm-lintRange-error").filter({ hasText: "GP_VISTI" }).hover();
  await page.getByRole("button", { name: "Remplacer par GP_VISIT" }).click();
  await page.locator(".cm-lintRange-error").waitFor({ state: "detached" });
  assert.equal(await read(page), coverage(guarantee("VISITS", "GP_VISIT", "{}")));
  await close(page);
});

test("a code is completed by its French label, whose words may be near", async () => {
  const page = await open(coverage(guarantee("CLEAN", "", "{}")));
  await goTo(page, '"include_care_types": ["');
  await page.keyboard.type("detartra");
  await page.locator(".cm-tooltip-autocomplete li", { hasText: "Détartrage" }).first().waitFor();
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  assert.equal(await read(page), coverage(guarantee("CLEAN", "DENTAL_SCALING", "{}")));
  await close(page);
});

test("a guarantee is renamed in a panel, which says why a name cannot be", async () => {
  const two = (name) => coverage(guarantee(name, "GP_VISIT", "{}"), guarantee("OTHER", "SPECIALIST_VISIT", "{}"));
  const page = await open(two("VISITS"));
  await goTo(page, '"VIS');
  await page.keyboard.press("F2");
  const name = page.getByLabel("Nouveau nom");
  assert.equal(await name.inputValue(), "VISITS");
  // What is there is selected.
  await page.keyboard.type("OTHER");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").filter({ hasText: "OTHER" }).waitFor();
  await name.fill("DOCTORS");
  await page.getByRole("button", { name: "Renommer" }).click();
  await name.waitFor({ state: "detached" });
  assert.equal(await read(page), two("DOCTORS"));
  // The panel goes by Escape, too, and the editor has the focus again.
  await page.keyboard.press("F2");
  await page.keyboard.press("Escape");
  await name.waitFor({ state: "detached" });
  await page.keyboard.press("Control+Z");
  assert.equal(await read(page), two("VISITS"));
  await close(page);
});

test("what can be done is in a panel; a text is folded and set out anew by keys", async () => {
  const page = await open('{ "name": "BASIC", "version": 1, "guarantees": [{ "name": "A", "care_type_mappings": [{ "selector": { "include_care_types": ["SPECIALIST_VISIT", "GP_VISIT"] }, "filter": {} }], "coverage_rule": {} }] }');
  await goTo(page, '"SPECIALIST_V');
  await page.keyboard.press("Control+.");
  const actions = page.getByRole("group", { name: "Actions" });
  await actions.getByRole("button", { name: /trier/i }).click();
  await actions.waitFor({ state: "detached" });
  assert.match(await read(page), /\["GP_VISIT", "SPECIALIST_VISIT"\]/);
  await page.keyboard.press("Shift+Alt+F");
  await page.waitForFunction(() => document.querySelectorAll(".cm-line").length > 5);
  assert.match(await read(page), /^\{\n  "name": "BASIC",\n  "version": 1,\n/);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+Alt+[");
  await page.locator(".cm-foldPlaceholder").first().waitFor();
  await close(page);
});

test("the form judges a guarantee as a part of the whole, and is put into the text, alone", async () => {
  const text = coverage(VISITS, guarantee("ADULTS", "SPECIALIST_VISIT", '{ "min_age": 18 }'));
  const page = await open(text);
  await goTo(page, '"ADULTS');
  await page.getByLabel("Âge maximal").fill("17");
  await page.getByRole("alert").waitFor();
  assert.ok(await page.getByRole("button", { name: "Mettre dans le texte" }).isDisabled());
  await page.getByLabel("Âge maximal").fill("");
  await page.getByLabel("Nom").fill("VISITS");
  await page.getByRole("alert").filter({ hasText: "VISITS" }).waitFor();
  await page.getByLabel("Nom").fill("GROWN_UPS");
  await page.getByLabel("OPTAM").selectOption("non");
  await page.getByText("150\u202f% BR").waitFor();
  await page.getByRole("button", { name: "Mettre dans le texte" }).click();
  const after = await read(page);
  assert.ok(after.startsWith(text.slice(0, text.indexOf("ADULTS") - 20)));
  const { guarantees } = JSON.parse(after);
  assert.deepEqual([guarantees[1].name, guarantees[1].care_type_mappings[0].filter], ["GROWN_UPS", { min_age: 18, is_optam_or_secteur_1: false }]);
  await close(page);
});

test("a text that is no coverage is no reason to fall", async () => {
  const page = await open("");
  for (const text of ["[", '{ "guarantees": [{ "name": 1 }] }', '{ "guarantees": [{}], "guarantees": [] }', "null", '{ "constructor": ["x"] }']) {
    await write(page, text);
    await page.locator(".cm-lintRange-error, .cm-lintPoint-error").first().waitFor({ state: "attached" });
    await goTo(page, text.slice(0, Math.ceil(text.length / 2)));
    await page.keyboard.press("Control+Space");
    await page.getByText("Placez le curseur").waitFor();
  }
  await close(page);
});

/** Monaco with the service in a worker, as it is shipped. Once something is marked, the service answers and letters have their final width: a click before that may be on the next word. */
async function openMonaco() {
  const page = await open(undefined, "production", "monaco.html");
  await page.locator(".monaco .squiggly-warning, .monaco .squiggly-info").first().waitFor();
  return page;
}
/** What is in sight, with the spaces of a keyboard. */
const readMonaco = async (page) => {
  const lines = await page.locator(".monaco .view-line").evaluateAll((lines) => lines.map((line) => [Number.parseFloat(line.style.top), line.textContent]));
  return lines.sort(([a], [b]) => a - b).map(([, text]) => text).join("\n").replaceAll("\u00a0", " ");
};
const errors = (page) => page.locator(".monaco .squiggly-error");
const firstCode = (page) => page.locator(".monaco .view-line").getByText('"MED_GP"').first();

test("Monaco: a wrong code is marked while it is typed, and its fix is applied", async () => {
  const page = await openMonaco();
  assert.equal(await errors(page).count(), 0);
  const before = await readMonaco(page);
  await firstCode(page).dblclick();
  await page.keyboard.type("MED_GPX", { delay: 30 });
  await page.keyboard.press("Escape");
  await errors(page).first().waitFor();
  await page.keyboard.press("Control+.");
  await page.getByText("Remplacer par MED_GP", { exact: true }).click();
  await errors(page).first().waitFor({ state: "detached" });
  assert.equal(await readMonaco(page), before);
  await close(page);
});

test("Monaco: a code is completed by its French label", async () => {
  const page = await openMonaco();
  const before = await readMonaco(page);
  await firstCode(page).dblclick();
  await page.keyboard.type("generalis", { delay: 30 });
  await page.locator(".monaco .view-line").getByText('["generalis"').waitFor();
  await page.keyboard.press("Control+Space");
  await page.locator(".suggest-widget .monaco-list-row", { hasText: "Médecins généralistes" }).first().waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press("Enter");
  await firstCode(page).waitFor();
  assert.equal(await readMonaco(page), before);
  await close(page);
});

test("Monaco: a guarantee is renamed, a code says what it is, and the text is set out anew", async () => {
  const page = await openMonaco();
  await page.locator(".monaco .view-line").getByText('"DOCTORS_OPTAM"').first().click();
  await page.keyboard.press("F2");
  const name = page.locator(".rename-box input");
  await name.waitFor();
  assert.equal(await name.inputValue(), "DOCTORS_OPTAM");
  await name.fill("DOCTORS");
  await page.keyboard.press("Enter");
  await page.getByText('"DOCTORS"').first().waitFor();
  assert.match(await readMonaco(page), /"name": "DOCTORS",/);
  await firstCode(page).hover();
  await page.locator(".monaco-hover", { hasText: "Médecins généralistes" }).first().waitFor();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("  ");
  // On Linux.
  await page.keyboard.press("Control+Shift+I");
  await page.waitForFunction(() => [...document.querySelectorAll(".monaco .view-line")].some((line) => line.style.top === "0px" && line.textContent === "{"));
  await close(page);
});
