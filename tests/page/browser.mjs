// One Chromium for a test file, and the steps that many tests share.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterEach, beforeEach } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic",
];

/** Chromium without its windows, where it is installed: the same engine in half of the processor's time. */
const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find((path) => existsSync(path));

export const launch = () => chromium.launch({ executablePath, args: ARGUMENTS });

/** Pages so many times slower than the machine: what a test does not wait for shows. */
const SLOWER = Number(process.env.SLOWER ?? 1);

async function slowDown(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

/** What a test has opened ends with it, its subtests included: pages that nobody looks at take memory and time. */
const opened = [];
let depth = 0;
beforeEach(() => {
  depth += 1;
});
afterEach(async () => {
  depth -= 1;
  if (depth === 0) await Promise.all(opened.splice(0).map((context) => context.close()));
});

/** Opens the built page in fresh contexts, so that tests share no storage. Every error on the page fails the test that saw it. */
export async function startBrowser() {
  const server = await serve();
  const browser = await launch();
  return {
    address: server.address,
    context: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      if (SLOWER > 1) context.on("page", (page) => slowDown(page));
      opened.push(context);
      return context;
    },
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/** What a page has saved on which everything was closed. */
const EMPTY_WORK = JSON.stringify({
  catalog: null, coverage: null, nonConventioned: "",
  draft: { facts: {}, teeth: "", prescription: { sphere: "", cylinder: "", multifocal: false }, amounts: {} },
});

/**
 * A page of the context, opened at a fragment, or else at the form of the coverage. `errors` collects what the page reports; `prepare` runs before it loads. `isFirst`: nobody
 * has been here before; else, the page finds the empty work of an earlier visit, by somebody who looks at the form and the text where there
 * is room.
 */
export async function openPage(browser, { context, isFirst = false, fragment = "#coverage", prepare } = {}) {
  const page = await (context ?? (await browser.context())).newPage();
  if (!isFirst) {
    await page.addInitScript((work) => {
      const keep = (key, text) => localStorage.getItem(key) === null && localStorage.setItem(key, text);
      try {
        keep("care-coverage:last", work);
        if (matchMedia("(min-width: 64rem)").matches) keep("care-coverage:coverage-mode", "both");
        keep("care-coverage:hints", '["example","question","views","document"]');
      } catch {
        // A browser that keeps nothing.
      }
    }, EMPTY_WORK);
  }
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.errors.push(message.text()));
  await prepare?.(page);
  await page.goto(browser.address + fragment);
  return page;
}

/** `prepare` of a page: from `readings.hold()` on, its files are read once `readings.release()` is called. */
export async function holdReadings(page) {
  await page.addInitScript(() => {
    const { arrayBuffer } = Blob.prototype;
    let released = Promise.resolve();
    const readings = (globalThis.readings = {
      waiting: 0,
      hold: () => void (released = new Promise((resolve) => (readings.release = resolve))),
    });
    Blob.prototype.arrayBuffer = async function () {
      readings.waiting += 1;
      await released;
      readings.waiting -= 1;
      return arrayBuffer.call(this);
    };
  });
}

export async function openExample(browser, options = {}) {
  const page = await openPage(browser, options);
  await page.getByRole("button", { name: "Load the example", exact: true }).first().click();
  await page.getByText("The example is loaded").waitFor();
  // The list is drawn a moment later.
  if ((options.fragment ?? "#coverage") === "#coverage") await page.locator("details.guarantee").first().waitFor({ state: "attached" });
  return page;
}

/** Something of the Document menu. */
export async function chooseDocument(page, name) {
  await page.getByRole("button", { name: "Document", exact: true }).click();
  await page.locator("#document-menu").getByRole("button", { name, exact: true }).click();
}

/** The example coverage with none of its findings accepted. */
export async function openUndecidedExample(browser, options = {}) {
  const page = await openPage(browser, options);
  await chooseFiles(page, file("types.json", exampleCatalog), file("mine.json", exampleCoverage));
  await page.locator("details.guarantee").first().waitFor({ state: "attached" });
  return page;
}

export async function openExampleAct(browser, example, options = {}) {
  const page = await openExample(browser, { fragment: "#act", ...options });
  await chooseExampleAct(page, example);
  return page;
}

export async function chooseExampleAct(page, words) {
  await page.getByRole("combobox", { name: "Example acts" }).fill(words);
  await page.keyboard.press("Enter");
}

/** Opens the Dispense view with one of the example dispenses, found by words of its label. */
export async function openExampleDispense(browser, words, options = {}) {
  const page = await openPage(browser, { fragment: "#dispense", ...options });
  await chooseExampleDispense(page, words);
  return page;
}

export async function chooseExampleDispense(page, words) {
  await page.getByRole("combobox", { name: "Example dispenses" }).fill(words);
  await page.keyboard.press("Enter");
  await page.getByText(`Example dispense: ${words}`).waitFor();
  await editorOf(page).waitFor();
}

/** The part of the act's form that its care type does not need. */
export async function unfoldAct(page) {
  const part = page.locator("details.act-more");
  if (!(await part.evaluate((details) => details.open))) await part.locator("summary").first().click();
}

/** Only how long a failure takes to be one. */
const WAIT_MS = 60_000;

/**
 * An assertion about what the page answers a moment after it is asked: in a later task, from a worker, or once typing pauses. It is tried
 * again until it holds; the last failure is the test's. What was itself waited for in vain is not.
 */
export async function eventually(assertion) {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (error.name === "TimeoutError" || Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function outcomeOf(page) {
  return page.getByRole("status", { name: "Outcome" });
}

/** The text of the view in front: in the editor, or in the plain text area that stands in for it. */
export function textOf(page) {
  return page.getByRole("textbox", { name: /^(Coverage|Snapshot) as JSON$/ });
}

export function editorOf(page) {
  return page.locator("care-editor");
}

export function readText(page) {
  return editorOf(page).evaluate((editor) => editor.value);
}

/** Replaces the text as a person does: select all, paste. */
export async function writeText(page, text) {
  await editorOf(page).waitFor();
  await textOf(page).focus();
  await page.keyboard.press("Control+A");
  if (text === "") return page.keyboard.press("Delete");
  await textOf(page).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }));
  }, text);
}

/** What is selected in the editor; null while the focus is elsewhere. */
export function selectionOf(page) {
  return editorOf(page).evaluate((editor) => (document.activeElement === editor ? editor.shadowRoot.getSelection().toString() : null));
}

/** Milliseconds from each key until the page has read the text again and drawn what it found. */
export function typingTimes(page, keys) {
  return textOf(page).evaluate(async (field, keys) => {
    const times = [];
    field.focus();
    for (const key of keys) {
      const started = performance.now();
      document.execCommand("insertText", false, key);
      for (let turn = 0; turn < 10; turn += 1) await null;
      await new Promise((resolve) => setTimeout(resolve));
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return times.sort((a, b) => a - b);
  }, [...keys]);
}

/** Files as the file picker hands them over; values become JSON. */
export function file(name, content) {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

export async function chooseFiles(page, ...files) {
  await page.locator('input[type="file"]').first().setInputFiles(files);
}

/** Drops files on the page as a person does. */
export async function dropFiles(page, ...files) {
  await page.getByRole("navigation").waitFor();
  const transfer = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer();
      for (const { name, text } of files) transfer.items.add(new File([text], name));
      return transfer;
    },
    files.map(({ name, buffer }) => ({ name, text: buffer.toString() })),
  );
  await page.dispatchEvent("main", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
}

const example = (name) => readFile(new URL(`../../examples/${name}.json`, import.meta.url), "utf8");
export const exampleCatalog = await example("catalog");
export const exampleCoverage = await example("coverage");

export const smallCatalog = {
  care_type_groups: [
    { id: 1, short_code: "TEETH", label: "Dentaire" },
    { id: 2, short_code: "EYES", label: "Optique" },
  ],
  internal_care_types: [
    { id: 1, short_code: "CROWN", label: "Couronne", care_type_group_ids: [1] },
    { id: 2, short_code: "SCALING", label: "Détartrage", care_type_group_ids: [1] },
    { id: 3, short_code: "LENS", label: "Verre", care_type_group_ids: [2] },
  ],
};

export const rule = { components: [{ kind: "brss_percent", percent: "100" }] };

/** A coverage of one guarantee with one mapping. */
export function smallCoverage(selector = { include_care_type_groups: ["TEETH"] }, filter = {}) {
  return { name: "SMALL", version: 1, guarantees: [{ name: "DENTAL", care_type_mappings: [{ selector, filter }], coverage_rule: rule }] };
}

/** A catalogue of 3,000 care types in 30 groups, and a coverage that selects them all. */
export function largeCatalog() {
  const groups = Array.from({ length: 30 }, (_, index) => ({ id: index + 1, short_code: `GROUP_${index + 1}`, label: `Groupe ${index + 1}` }));
  const types = Array.from({ length: 3000 }, (_, index) => {
    const number = String(index + 1).padStart(4, "0");
    return { id: index + 1, short_code: `TYPE_${number}`, label: `Acte numéro ${number}`, care_type_group_ids: [(index % 30) + 1] };
  });
  return { care_type_groups: groups, internal_care_types: types };
}

export function largeCoverage() {
  return smallCoverage({ include_care_type_groups: Array.from({ length: 30 }, (_, index) => `GROUP_${index + 1}`) });
}
