// The engine's memory runs out: really, by a bound on what WebAssembly may have. The page says so, goes on, and loses nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { assertForEveryone } from "./axe.mjs";
import { actsFile, choose, exampleFile, repeated, result } from "./simulate-panel.mjs";
import {
  chooseDocument, chooseFiles, editorOf, eventually, exampleCatalog, exampleCoverage, file, largeCatalog, openExample, openPage, outcomeOf,
  readText, startBrowser, writeText,
} from "./browser.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

const OUT_OF_MEMORY = "The engine ran out of memory and was started again, and nothing you had here is lost: undo the last change, or close other tabs and try again.";

/** In pages of 64 KiB: enough for everything here, unless they are taken away. */
const MOST = 4_000;
const bounded = (maximum) => `
  const Real = WebAssembly.Memory;
  globalThis.memories = [];
  WebAssembly.Memory = class extends Real {
    constructor(descriptor) {
      super({ ...descriptor, maximum: ${maximum} });
      globalThis.memories.push(this);
    }
  };
  // The engine's first instance is made while its module arrives, those that take its place at once.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      globalThis.latest = (made.instance ?? made).exports;
      return made;
    };
  }
  WebAssembly.Instance = class extends WebAssembly.Instance {
    constructor(...given) {
      super(...given);
      globalThis.latest = this.exports;
    }
  };`;

const openBounded = (options = {}) => openExample(browser, { prepare: (page) => page.addInitScript(bounded(MOST)), ...options });

/** Takes all memory that the instance of the engine does not have yet. One that takes its place has the same bound, and all of it. */
function exhaust(page) {
  return page.evaluate((maximum) => {
    const memory = memories.at(-1);
    memory.grow(maximum - memory.buffer.byteLength / 65_536);
  }, MOST);
}

/** Takes also what the instance has freed. */
async function exhaustWhole(page) {
  await exhaust(page);
  await page.evaluate(() => {
    for (let size = 2 ** 24; size >= 2 ** 10; size /= 4) {
      try {
        for (;;) latest.__wbindgen_malloc(size, 1);
      } catch {
        // No place of this size is left.
      }
    }
  });
}

const instances = (page) => page.evaluate(() => memories.length);

function coverageOf(times, name = "MANY") {
  const guarantees = Array.from({ length: times }, () => JSON.parse(exampleCoverage).guarantees).flat().map((guarantee, index) => ({ ...guarantee, name: `G${index}` }));
  return { name, version: 1, guarantees };
}
const many = JSON.stringify(coverageOf(40));

const message = (page) => page.getByRole("alert", { name: "Message" });
const card = (page) => page.locator(".bad-card").filter({ hasText: "This could not be computed" });
const loadedOf = (page) => page.getByRole("region", { name: "What is loaded" });

/** The example, and a coverage for which there is no memory. */
async function openFailed(options) {
  const page = await openBounded(options);
  await editorOf(page).waitFor();
  await exhaust(page);
  await chooseFiles(page, file("many.json", many));
  await card(page).waitFor();
  return page;
}

test("a coverage that there is no memory for: said once, the text is there, what was before is shown, and undoing goes on", async () => {
  const page = await openFailed();
  await message(page).getByText(OUT_OF_MEMORY).waitFor();
  await eventually(async () => assert.equal(await page.getByText(OUT_OF_MEMORY).count(), 1));
  await eventually(async () => assert.equal(await readText(page), many));
  await card(page).getByText("There was not enough memory for it. Make the text smaller, or close other tabs and try again.").waitFor();
  // The form shows the text; what the engine knows of it is of the coverage before.
  await page.getByRole("heading", { name: "720 guarantees" }).waitFor();
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /184 care types[^]*not readable · many\.json/));
  // Drawing the page again fails no more instances.
  const failed = await instances(page);
  for (const name of ["Act", "Coverage", "Year", "Coverage"]) await page.getByRole("link", { name, exact: true }).click();
  await eventually(async () => assert.equal(await instances(page), failed));
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await loadedOf(page).getByText("CONFORT, version 3").waitFor();
  await eventually(async () => assert.equal(await card(page).count(), 0));
  // Catalogue and coverage are those of another instance now.
  await page.getByRole("link", { name: "Act", exact: true }).click();
  await outcomeOf(page).getByText("DOCTORS_OPTAM covers this act.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("trying again reads it where there is memory by then, and fails where there is not", async () => {
  const page = await openFailed();
  const failed = await instances(page);
  await exhaust(page);
  await card(page).getByRole("button", { name: "Try again" }).click();
  await message(page).getByText(OUT_OF_MEMORY).waitFor();
  await card(page).waitFor();
  await eventually(async () => assert.equal(await instances(page), failed + 1));
  await card(page).getByRole("button", { name: "Try again" }).click();
  await loadedOf(page).getByText("MANY, version 1").waitFor();
  await page.getByRole("heading", { name: "720 guarantees" }).waitFor();
  await eventually(async () => assert.equal(await message(page).count(), 0));
  await eventually(async () => assert.equal(await instances(page), failed + 1));
  // What the file replaced can still be brought back.
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await loadedOf(page).getByText("CONFORT, version 3").waitFor();
  assert.deepEqual(page.errors, []);
});

test("where there is no memory for another instance either, the page stays, and goes on when there is", async () => {
  const page = await openBounded();
  await editorOf(page).waitFor();
  await exhaust(page);
  await page.evaluate(() => {
    const Bounded = WebAssembly.Memory;
    WebAssembly.Memory = function () {
      throw new RangeError("WebAssembly.Memory(): could not allocate memory");
    };
    window.giveBack = () => (WebAssembly.Memory = Bounded);
  });
  await chooseFiles(page, file("many.json", many));
  await card(page).waitFor();
  await message(page).getByText(OUT_OF_MEMORY).waitFor();
  for (const name of ["Act", "Compare", "Year", "Simulate", "Dispense", "Coverage"]) await page.getByRole("link", { name, exact: true }).click();
  await eventually(async () => assert.equal(await readText(page), many));
  await page.evaluate(() => window.giveBack());
  await card(page).getByRole("button", { name: "Try again" }).first().click();
  await loadedOf(page).getByText("MANY, version 1").waitFor();
  await page.getByRole("heading", { name: "720 guarantees" }).waitFor();
  assert.deepEqual(page.errors, []);
});

test("typing goes on after a failure: each text is read for itself", async () => {
  const page = await openFailed();
  await writeText(page, '{"name": "HALF');
  await page.getByText("This is not valid JSON yet").first().waitFor();
  await writeText(page, exampleCoverage);
  await loadedOf(page).getByText("CONFORT, version 3").waitFor();
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  await eventually(async () => assert.equal(await card(page).count(), 0));
  assert.deepEqual(page.errors, []);
});

test("a catalogue that there is no memory for is refused in words, and what was loaded is kept", async () => {
  const page = await openBounded();
  await exhaust(page);
  const catalog = largeCatalog();
  for (const type of catalog.internal_care_types) type.label += ` ${"x".repeat(1000)}`;
  await chooseFiles(page, file("types.json", catalog));
  await message(page).getByText(OUT_OF_MEMORY).waitFor();
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /184 care types in 50 groups · Example/));
  await page.getByRole("heading", { name: "18 guarantees" }).waitFor();
  await chooseFiles(page, file("types.json", catalog));
  await loadedOf(page).getByText("3,000 care types").waitFor();
  assert.deepEqual(page.errors, []);
});

/** A dispense that takes megabytes to read. */
const dispense = {
  ruleset: "page-2022", current_date: "2026-03-02", token: { client_id: "A" },
  legal_entities: Array.from({ length: 24_000 }, (_, index) => ({ id: `L${index}`, status: "ACTIVE", type: "PHARMACY" })),
};

async function failElsewhere(page) {
  await exhaust(page);
  await chooseFiles(page, file("dispense.json", JSON.stringify(dispense)));
  await card(page).waitFor();
}

const some = JSON.stringify(coverageOf(5, "SOME"));

/** The example as the other version, another coverage in hand, both of an instance that has failed since. */
async function openStale() {
  const page = await openBounded({ fragment: "#compare" });
  await page.getByRole("button", { name: "Keep as the version to compare with" }).click();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await writeText(page, some);
  await loadedOf(page).getByText("SOME, version 1").waitFor();
  await failElsewhere(page);
  return page;
}

test("what an instance made that has failed since is made again when it is asked for, and nobody hears of it", async () => {
  const page = await openStale();
  const failed = await instances(page);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await page.getByRole("link", { name: "Compare" }).click();
  await page.getByText(/\d+ guarantees added/).first().waitFor();
  await page.getByRole("link", { name: "Act", exact: true }).click();
  await outcomeOf(page).getByText(/guarantees cover this act at once/).waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await page.getByRole("searchbox", { name: "Find a guarantee" }).fill("G89");
  await page.getByText("G89").first().waitFor();
  await eventually(async () => assert.equal(await message(page).count(), 0));
  await eventually(async () => assert.equal(await instances(page), failed));
  assert.deepEqual(page.errors, []);
});

/** A comparison whose versions cannot be made again. Where something else of the page asks the instance first, which then fails for that, the
 *  next instance has memory, and the comparison is there: tried again. */
async function openCompareWithoutMemory() {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const page = await openStale();
    // Another instance is made for the next question.
    await page.getByRole("link", { name: "Act", exact: true }).click();
    await outcomeOf(page).getByText(/guarantees cover this act at once/).waitFor();
    await exhaustWhole(page);
    await page.getByRole("link", { name: "Compare" }).click();
    await card(page).or(page.getByText(/\d+ guarantees added/)).first().waitFor();
    if (await card(page).isVisible()) return page;
    await page.close();
  }
  throw new Error("the comparison was always there");
}

test("where there is no memory to make it again, its part of the view says so, and the others stay", async () => {
  const page = await openCompareWithoutMemory();
  await card(page).getByText("There was not enough memory for it.").waitFor();
  await page.getByRole("region", { name: "The two versions" }).getByText("SOME, version 1").waitFor();
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await eventually(async () => assert.equal(await readText(page), some));
  await page.getByRole("link", { name: "Compare" }).click();
  await card(page).getByRole("button", { name: "Try again" }).click();
  await page.getByText(/\d+ guarantees added/).first().waitFor();
  await eventually(async () => assert.equal(await card(page).count(), 0));
  assert.deepEqual(page.errors, []);
});

test("a year that there is no memory for keeps its text, and is computed when tried again", async () => {
  const page = await openBounded({ fragment: "#year" });
  const act = { care_type: "GP_VISIT", member_age: 40, is_optam_or_secteur_1: true, reimbursed_by_secu: true, charged: "30", brss: "26.5", secu_rate_percent: 70, care_date: "2024-01-01" };
  const acts = Array.from({ length: 5_000 }, (_, index) => ({ ...act, beneficiary: `member ${index}` }));
  await exhaust(page);
  await chooseFiles(page, file("year.json", acts));
  await card(page).waitFor();
  await message(page).getByText(OUT_OF_MEMORY).waitFor();
  await eventually(async () => assert.match(await page.getByRole("main").innerText(), /year\.json/));
  const failed = await instances(page);
  await page.getByRole("link", { name: "Coverage", exact: true }).click();
  await page.getByRole("link", { name: "Year" }).click();
  await card(page).waitFor();
  await eventually(async () => assert.equal(await instances(page), failed, "what failed is not asked again by itself"));
  await card(page).getByRole("button", { name: "Try again" }).click();
  await page.getByText("5,000 acts").first().waitFor();
  assert.deepEqual(page.errors, []);
});

test("a dispense that there is no memory for keeps its text", async () => {
  const page = await openBounded();
  await failElsewhere(page);
  assert.match(page.url(), /#dispense$/);
  await eventually(async () => assert.match(await readText(page), /"L23999"/));
  await card(page).getByRole("button", { name: "Try again" }).click();
  await page.getByText(/Rejected|Accepted|Cannot be decided/).filter({ visible: true }).first().waitFor();
  await eventually(async () => assert.equal(await card(page).count(), 0));
  assert.deepEqual(page.errors, []);
});

test("stored versions are checked by a catalogue that is made again", async () => {
  const page = await openFailed();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await writeText(page, exampleCoverage.replace('"version": 3', '"version": 1'));
  await loadedOf(page).getByText("CONFORT, version 1").waitFor();
  await chooseDocument(page, "Your versions…");
  const panel = page.getByRole("dialog", { name: "Versions" });
  await panel.getByRole("button", { name: "Publish version 1…" }).click();
  await panel.getByRole("button", { name: "Publish version 1", exact: true }).click();
  await page.getByText("CONFORT, version 1, is published").waitFor();
  assert.deepEqual(page.errors, []);
});

/** The scripts of a worker have less memory than they need. */
async function boundWorkers(page, files, pages) {
  await page.route(files, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${bounded(pages)}\n${await response.text()}` });
  });
}

test("a worker that runs out of memory breaks off its file, and the page goes on", async () => {
  const page = await openExample(browser, { fragment: "#simulate" });
  await boundWorkers(page, "**/file-worker-*.js", 18);
  await choose(page, actsFile("many.csv", repeated(40_000)));
  const failed = page.getByRole("region", { name: "The evaluation of many.csv was broken off." });
  await failed.getByText("perhaps this device is short of memory").waitFor();
  await eventually(async () => assert.match(await failed.innerText(), /the engine ran out of memory/));
  await page.unroute("**/file-worker-*.js");
  await choose(page, actsFile("acts.csv", exampleFile));
  await result(page, "acts.csv").waitFor();
  assert.deepEqual(page.errors, []);
});

test("a link whose work the worker has no memory for opens nothing", async () => {
  const page = await openExample(browser);
  await boundWorkers(page, "**/link-worker-*.js", 18);
  const loaded = (text) => ({ text, source: "shared.json" });
  const draft = { facts: {}, teeth: "", prescription: { sphere: "", cylinder: "", multifocal: false }, amounts: {} };
  const work = { catalog: loaded(exampleCatalog), coverage: loaded(many), draft, nonConventioned: "", other: null, dispense: null, year: null };
  const part = deflateRawSync(JSON.stringify(work)).toString("base64url");
  await page.evaluate((fragment) => (location.hash = fragment), `coverage&share=${part}`);
  await message(page).getByText("What is in this share link could not be read; perhaps this device is short of memory.").waitFor();
  await eventually(async () => assert.match(await loadedOf(page).innerText(), /CONFORT, version 3/));
  assert.deepEqual(page.errors, []);
});

test("for everyone: axe, both themes, every width", (t) => assertForEveryone(t, browser, [["a coverage that there is no memory for", openFailed]]));
