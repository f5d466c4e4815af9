// Share links that bring much, or mean harm: the page answers all the while, says what is in them, and loads nothing unasked.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { constants, deflateRawSync } from "node:zlib";
import { assertForEveryone } from "./axe.mjs";
import {
  chooseDocument, chooseFiles, eventually, exampleCatalog, exampleCoverage, file, largeCatalog, largeCoverage, openExample, openPage,
  readText, startBrowser, writeText,
} from "./browser.mjs";
import { forgetTasks, longestTask, watchTasks } from "./long-tasks.mjs";
import { assertTime, shortest } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const MiB = 1024 * 1024;
const loaded = (text) => ({ text: typeof text === "string" ? text : JSON.stringify(text), source: "shared.json" });
const example = {
  catalog: loaded(exampleCatalog), coverage: loaded(exampleCoverage),
  draft: { facts: {}, teeth: "", prescription: { sphere: "", cylinder: "", multifocal: false }, amounts: {} },
  nonConventioned: "", other: null, dispense: null, year: null,
};
const large = { ...example, catalog: loaded(largeCatalog()), coverage: loaded(largeCoverage()) };
const packed = (work) => deflateRawSync(typeof work === "string" ? work : JSON.stringify(work)).toString("base64url");
const messageOf = (page) => page.locator(".notice");

/** A gigabyte of zeros in a megabyte: each piece is packed by itself. */
function bomb() {
  const piece = deflateRawSync(Buffer.alloc(MiB), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: 1024 }, () => piece), deflateRawSync("")]).toString("base64url");
}

/** As a person who follows a link from a page that is open. */
function follow(page, part, view = "coverage") {
  return page.evaluate((fragment) => (location.hash = fragment), `${view}&share=${part}`);
}

/** What is unpacked on the page itself is counted in `window.unpacked`. */
async function watchAll(page) {
  await watchTasks(page);
  await page.addInitScript(() => {
    const Real = DecompressionStream;
    window.unpacked = 0;
    window.DecompressionStream = function (format) {
      const { readable, writable } = new Real(format);
      const counted = new TransformStream({ transform: (chunk, controller) => ((window.unpacked += chunk.length), controller.enqueue(chunk)) }, undefined, { highWaterMark: 0 });
      return { writable, readable: readable.pipeThrough(counted) };
    };
  });
}

/** A worker that is ended in the middle of something takes a moment. */
async function workersEnd(page) {
  // That of the findings stays.
  const ofLinks = () => page.workers().filter((worker) => worker.url().includes("link-worker")).length;
  for (let left = 50; left > 0 && ofLinks() > 0; left -= 1) await page.waitForTimeout(100);
  assert.equal(ofLinks(), 0);
}

/** The smallest of three: other programs on the machine make a task longer, never shorter. */
const MOST_MS = 200;

test("a link that unpacks to a gigabyte is stopped at once, and said to be too large", async (t) => {
  const part = bomb();
  assertTime(t, "longest task", await shortest(() => openBomb(t, part), MOST_MS), MOST_MS);
});

async function openBomb(t, part) {
  const page = await openExample(browser, { prepare: watchAll });
  await forgetTasks(page);
  const started = performance.now();
  await follow(page, part);
  await page.getByRole("alert", { name: "Message" }).getByText("This share link is too large: it unpacks to more than 2.1 MB, which is all that this page holds. Nothing was loaded from it.").waitFor();
  const took = performance.now() - started;
  await workersEnd(page);
  const unpacked = await page.evaluate(() => window.unpacked);
  assert.ok(unpacked > 0 && unpacked < 2 * MiB, `${unpacked} bytes were unpacked on the page`);
  await page.waitForTimeout(1000);
  await eventually(async () => assert.equal(await page.evaluate(() => window.unpacked), unpacked, "nothing is unpacked later"));
  const longest = await longestTask(page);
  assertTime(t, `a bomb of 1 GB in a link of ${(part.length / 1e6).toFixed(1)} MB, until it is said`, took, 5000);
  await eventually(async () => assert.match(await readText(page), /"CONFORT"/));
  assert.deepEqual(page.errors, []);
  await page.close();
  return longest;
}

const many = (text) => text.repeat(Math.floor((2 * MiB - 100_000) / text.length));
const brackets = loaded(many("["));
const year = JSON.stringify(Array.from({ length: 8_000 }, (_, index) => ({ care_type: "GP_VISIT", member_age: 40, charged: "25", care_date: "2024-01-01", beneficiary: `b${index}` })));
const guarantees = Array.from({ length: 85 }, () => JSON.parse(exampleCoverage).guarantees).flat().map((guarantee, index) => ({ ...guarantee, name: `G${index}` }));
/** Name, work or text, view, what the message says beside the size. */
const heavy = [
  ["2 MiB of [ as the work itself", many("["), "coverage", /^This share link is damaged or incomplete/],
  ["2 MiB of [ as the coverage", { ...example, coverage: brackets }, "coverage", /The coverage in it is not valid JSON\. Line 1, column 1002: the text is nested too deeply/],
  ["2 MiB of [ as the catalogue", { ...example, catalog: brackets }, "coverage", /The catalogue in it is not valid JSON\./],
  ["2 MiB of [ as the dispense", { ...example, dispense: brackets }, "dispense", /The dispense in it is not valid JSON\./],
  ["2 MiB of [ to compare with", { ...example, other: { catalog: null, coverage: brackets, isBefore: false } }, "compare", /The coverage to compare with in it is not valid JSON\./],
  ["2 MiB of [ as the acts of a year", { ...example, year: brackets }, "year", /^The shared work is large: 2(?:\.\d)? MB\./],
  ["objects in objects", { ...example, coverage: loaded('{"a":'.repeat(250_000)) }, "coverage", /nested too deeply/],
  ["a list without end", { ...example, coverage: loaded(`[${many("0,")}0]`) }, "coverage", /The coverage in it cannot be used: 1 problem\./],
  ["a coverage of 1,530 guarantees", { ...example, coverage: loaded({ name: "MANY", version: 1, guarantees }) }, "coverage", /^The shared work is large: 1(?:\.\d)? MB\. Once you open it, the page may not answer for about \d+ seconds?\./],
  ["a year of 8,000 acts", { ...example, year: loaded(year) }, "year", /^The shared work is large: 1(?:\.\d)? MB\./],
];

for (const [name, work, view, words] of heavy) {
  test(`${name}: the page answers all the while, and opens nothing unasked`, async (t) => {
    const part = packed(work);
    assertTime(t, "longest task", await shortest(() => openHeavy(part, view, words), MOST_MS), MOST_MS);
  });
}

async function openHeavy(part, view, words) {
  const page = await openExample(browser, { prepare: watchTasks });
  await forgetTasks(page);
  await follow(page, part, view);
  await messageOf(page).getByText(/is large|is damaged/).waitFor();
  const longest = await longestTask(page);
  await eventually(async () => assert.match(await messageOf(page).locator("p").innerText(), words));
  assert.match(page.url(), new RegExp(`#${view}$`));
  await workersEnd(page);
  // Nothing in hand has changed.
  await page.getByRole("button", { name: "Dismiss" }).click();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await eventually(async () => assert.match(await page.getByRole("region", { name: "What is loaded" }).innerText(), /CONFORT, version 3 · Example/));
  assert.deepEqual(page.errors, []);
  await page.close();
  return longest;
}

test("large work with a year that uses a limit and has an entry that is no act is read in the worker, and opens", async () => {
  const acts = Array.from({ length: 1_000 }, (_, index) => ({ label: `session ${index} ${"x".repeat(80)}`, act: { care_type: "OSTEOPATHY", practitioner: "OSTEOPATH", care_date: "2025-01-01" }, amounts: { charged: "60", beneficiary: "anne" } }));
  const page = await openExample(browser);
  await follow(page, packed({ ...example, year: loaded([...acts, "no act", { act: { care_type: "OSTEOPATHY" }, amounts: {} }]) }), "year");
  await messageOf(page).getByText("The shared work is large:").waitFor();
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByText("2 acts are not in these sums").waitFor();
  await page.getByText("5 of 5 times").first().waitFor();
  assert.deepEqual(page.errors, []);
});

test("little work is opened at once, whatever is in it", async (t) => {
  for (const text of ["[".repeat(33_000), `[${"0,".repeat(16_000)}0]`, '{"a":'.repeat(5_000)]) {
    const work = packed({ ...example, coverage: loaded(text) });
    assertTime(t, `${text.slice(0, 5)}…, longest task`, await shortest(() => openLittle(work), MOST_MS), MOST_MS);
  }
});

async function openLittle(part) {
  const page = await openPage(browser, { prepare: watchTasks });
  await page.getByRole("button", { name: "Load the example" }).waitFor();
  await forgetTasks(page);
  await follow(page, part);
  await page.getByText("The shared work is open.").waitFor();
  await page.waitForTimeout(500);
  const longest = await longestTask(page);
  await page.close();
  return longest;
}

test("large work is offered, opened when the person says so, and can be undone", async () => {
  const page = await openExample(browser);
  await writeText(page, '{"mine": true}');
  await follow(page, packed(large), "act");
  await messageOf(page).getByText("The shared work is large:").waitFor();
  await eventually(async () => assert.equal(await messageOf(page).getAttribute("class"), "notice open"));
  // The person goes on meanwhile, and the link opens its own view.
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await writeText(page, '{"mine": "still"}');
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByText("The shared work is open. The work you had in this tab can be brought back.").waitFor();
  await page.getByText("3,000 care types in 30 groups").waitFor();
  assert.match(page.url(), /#act$/);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await eventually(async () => assert.equal(await readText(page), '{"mine": "still"}'));
  assert.deepEqual(page.errors, []);
});

test("a page that starts with such a link is usable while it is read", async () => {
  const page = await openPage(browser, { fragment: `#coverage&share=${packed(large)}` });
  await messageOf(page).getByText("The shared work is large:").waitFor();
  await page.getByRole("button", { name: "Load the example" }).waitFor();
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByText("3,000 care types in 30 groups").waitFor();
  await page.getByText("The shared work is open.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("of two links, the later counts", async () => {
  const page = await openPage(browser);
  await page.getByRole("button", { name: "Load the example" }).waitFor();
  for (const isBegun of [true, false]) {
    await follow(page, packed(large));
    if (isBegun) await messageOf(page).getByText("it is being read").waitFor();
    await follow(page, packed(example), "act");
    await messageOf(page).getByText("The shared work is open.").waitFor();
    await page.waitForTimeout(1000);
    await eventually(async () => assert.match(await messageOf(page).locator("p").innerText(), /^The shared work is open\./));
    await workersEnd(page);
  }
  await eventually(async () => assert.match(await page.getByRole("region", { name: "What is loaded" }).innerText(), /CONFORT/));
});

test("what cannot be read in the background, or not in time, is a sentence", async () => {
  const page = await openExample(browser, { prepare: (page) => page.clock.install() });
  await page.route("**/link-worker-*.js", (route) => route.abort());
  await follow(page, packed(large));
  await messageOf(page).getByText("What is in this share link could not be read; perhaps this device is short of memory.").waitFor();
  await page.unroute("**/link-worker-*.js");
  await page.route("**/link-worker-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "addEventListener('message', () => { for (;;); });" }));
  await follow(page, packed(large));
  await messageOf(page).getByText("This share link holds much: it is being read, and the page can be used meanwhile.").waitFor();
  await page.clock.fastForward(11_000);
  await messageOf(page).getByText("What is in this share link takes too long to read. Nothing was loaded from it.").waitFor();
  await workersEnd(page);
  await eventually(async () => assert.match(await readText(page), /"CONFORT"/));
});

test("a browser that cannot unpack links says so", async () => {
  const page = await openPage(browser, { fragment: `#act&share=${packed(example)}`, prepare: (page) => page.addInitScript(() => delete globalThis.DecompressionStream) });
  await messageOf(page).getByText("This browser cannot unpack share links.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("work that no page would open again is not made into a link", async () => {
  const page = await openPage(browser);
  const catalog = largeCatalog();
  for (const type of catalog.internal_care_types) type.label += ` ${"é".repeat(300)}`;
  await chooseFiles(page, file("types.json", catalog));
  await page.getByText("3,000 care types").first().waitFor();
  await chooseDocument(page, "Share…");
  await page.getByText(/This is too large for a link: it is 2\.\d MB, and a link holds at most 2\.1 MB\. Send the files instead\./).waitFor();
});

test("for everyone: axe, both themes, every width", (t) =>
  assertForEveryone(t, browser, [
    ["large work is offered", async (options) => {
      const page = await openExample(browser, options);
      await follow(page, packed({ ...large, coverage: loaded("[".repeat(200_000)) }));
      await messageOf(page).getByText("The shared work is large:").waitFor();
      return page;
    }],
    ["a link that is too large", async (options) => {
      const page = await openExample(browser, options);
      await follow(page, bomb());
      await messageOf(page).getByText("This share link is too large").waitFor();
      return page;
    }],
  ]));
