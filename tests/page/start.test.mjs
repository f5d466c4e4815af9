// What a person meets first: nothing loaded, loading, an engine that cannot start, and how much that weighs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, openExample, openPage, startBrowser } from "./browser.mjs";
import { serve } from "./server.mjs";
import { assertTime, shortest } from "./times.mjs";

let browser;
before(async () => (browser = await startBrowser()));
after(() => browser.stop());

test("with nothing loaded, both views offer the example", async () => {
  for (const [fragment, title] of [["#coverage", "Which guarantee pays for which care, and why?"], ["#act", "Which guarantee pays for this act, and how much?"]]) {
    const page = await openPage(browser, { fragment });
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByRole("button", { name: "Load the example" }).click();
    await page.getByText("The example is loaded").waitFor();
    assert.deepEqual(page.errors, []);
  }
});

test("the example brings a catalogue, a coverage and an act", async () => {
  const page = await openExample(browser);
  const loaded = page.getByRole("region", { name: "What is loaded" });
  await eventually(async () => assert.match(await loaded.innerText(), /184 care types in 50 groups[^]*CONFORT, version 3/));
  await page.getByRole("link", { name: "Act" }).click();
  await page.getByText("DOCTORS_OPTAM covers this act.").waitFor();
  assert.match(page.url(), /#act$/);
});

test("what a view starts with is together, on a high screen, too", async () => {
  const page = await openExample(browser, { context: await browser.context({ viewport: { width: 1280, height: 1600 } }) });
  for (const [view, heading] of [["Year", "What do the acts of a year cost, and how far do the limits go?"], ["Dispense", "Would this dispense of medication be accepted?"]]) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.getByRole("heading", { name: heading }).waitFor();
    const gaps = await page.locator(".start").evaluate((start) => {
      const boxes = [...start.children].map((child) => {
        const range = document.createRange();
        range.selectNodeContents(child);
        return range.getBoundingClientRect();
      });
      return boxes.slice(1).map(({ top }, index) => top - boxes[index].bottom);
    });
    assert.ok(gaps.length >= 2 && Math.max(...gaps) <= 48, `${view}: ${gaps}`);
  }
});

test("an example that cannot be fetched is a sentence", async () => {
  const page = await openPage(browser, { prepare: (page) => page.route("**/catalog-*.json", (route) => route.abort()) });
  await page.getByRole("button", { name: "Load the example" }).click();
  await page.getByRole("alert", { name: "Message" }).getByText("The example could not be loaded.").waitFor();
});

test("while the engine loads, the page says so", async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const page = await openPage(browser, { prepare: (page) => page.route("**/app-*.js", async (route) => (await held, route.continue())) });
  await page.getByText("Loading the engine…").waitFor();
  release();
  await page.getByRole("button", { name: "Load the example" }).waitFor();
});

test("without WebAssembly, the page says what to switch on", async () => {
  const page = await openPage(browser, { prepare: (page) => page.addInitScript(() => delete globalThis.WebAssembly) });
  const alert = page.getByRole("alert");
  await alert.getByRole("heading", { name: "The engine could not be started" }).waitFor();
  await eventually(async () => assert.match(await alert.innerText(), /WebAssembly is switched off in this browser/));
});

test("with the engine's script blocked, the page says what to check", async () => {
  const page = await openPage(browser, { prepare: (page) => page.route("**/app-*.js", (route) => route.abort()) });
  const alert = page.getByRole("alert");
  await alert.getByRole("heading", { name: "The engine could not be started" }).waitFor();
  await eventually(async () => assert.match(await alert.innerText(), /an extension or a proxy that blocks script files/));
  await eventually(async () => assert.match(await alert.innerText(), /What the browser says: /));
});

test("with the engine's module blocked or missing, the page says what to check", async () => {
  for (const answer of [(route) => route.abort(), (route) => route.fulfill({ status: 404, body: "not here" })]) {
    const page = await openPage(browser, { prepare: (page) => page.route("**/*.wasm", answer) });
    const alert = page.getByRole("alert");
    await alert.getByRole("heading", { name: "The engine could not be started" }).waitFor();
    await eventually(async () => assert.match(await alert.innerText(), /What the browser says: /));
  }
});

test("with every script blocked, the page itself says what to check", async () => {
  const page = await openPage(browser, { prepare: (page) => page.route("**/*.js", (route) => route.abort()) });
  await page.getByText("check that nothing blocks them, then reload").waitFor({ state: "visible" });
});

test("the page says that nothing is sent anywhere, and sends nothing", async () => {
  const requests = [];
  const page = await openExample(browser, { prepare: (page) => page.on("request", (request) => requests.push(request)) });
  await page.getByText("nothing you open, paste or type is sent anywhere").waitFor();
  await page.getByRole("link", { name: "Act" }).click();
  await page.getByText("DOCTORS_OPTAM covers this act.").waitFor();
  for (const request of requests) {
    assert.ok(request.url().startsWith(browser.address), request.url());
    assert.equal(request.method(), "GET");
  }
});

test("the built page works from any folder, and without a fragment shows the table", async () => {
  const server = await serve("/some/folder/");
  const page = await openExample({ ...browser, address: server.address }, { fragment: "" });
  await page.getByRole("columnheader", { name: "CONFORT version 3" }).waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
  await server.stop();
});

// 204 KB of it are the module, of which `make size` takes care, and 50 KB the package's own JavaScript, its words and its
// worker. The rest is the example at work: its catalogue and coverage, the table and what reads its cells, and the words of the first view.
// Compressed as a server does that keeps its files compressed.
const USABLE_MS = 1000;

test("the first view stays under 380 KB and is usable at once", async (t) => {
  const server = await serve("/", undefined, 11);
  let bytes;
  const usable = await shortest(async () => {
    const page = await (await browser.context()).newPage();
    const network = await page.context().newCDPSession(page);
    await network.send("Network.enable");
    bytes = 0;
    network.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    const started = performance.now();
    await page.goto(server.address);
    await page.getByText("320.00 € left to pay").waitFor();
    const milliseconds = performance.now() - started;
    await page.waitForLoadState("networkidle");
    await page.context().close();
    return milliseconds;
  }, USABLE_MS);
  await server.stop();
  t.diagnostic(`${(bytes / 1024).toFixed(1)} KB transferred`);
  assert.ok(bytes > 10_000, "the transfer was measured");
  assert.ok(bytes < 380 * 1024, `${bytes} bytes`);
  assertTime(t, "usable", usable, USABLE_MS);
});

test("a view whose file could not be fetched tries again when it is opened again", async () => {
  const page = await openPage(browser);
  let isDown = true;
  await page.route("**/simulate-*.js", (route) => (isDown ? route.abort() : route.continue()));
  await page.getByRole("link", { name: "Simulate" }).click();
  await page.getByText("This view could not be loaded.").waitFor();
  isDown = false;
  for (const name of ["Coverage", "Simulate"]) await page.getByRole("link", { name, exact: true }).click();
  await page.getByText("Loading…").waitFor({ state: "detached" });
  await eventually(async () => assert.equal(await page.getByText("This view could not be loaded.").count(), 0));
});
