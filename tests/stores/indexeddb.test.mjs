// The store in Chromium's IndexedDB: the contract, many tabs, a browser that is killed, earlier formats.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readlinkSync } from "node:fs";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { inside, write } from "../package/install.mjs";
import { serve } from "../package/server.mjs";
import { rowsOf } from "./formats.mjs";

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const modules = "/modules/care-coverage";
const IMPORT_MAP = JSON.stringify({ imports: { "care-coverage": `${modules}/index.js`, "care-coverage/stores/indexeddb": `${modules}/stores/indexeddb.js` } });
const launch = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS };

let server, browser;
before(async () => {
  mkdirSync(inside("page"));
  write("page/index.html", `<!doctype html><title>stores</title><script type="importmap">${IMPORT_MAP}</script><script type="module" src="/tests/indexeddb-page.mjs"></script>`);
  server = await serve({ tests: fileURLToPath(new URL("./", import.meta.url)), page: inside("page"), modules: inside("node_modules") });
  browser = await chromium.launch(launch);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A tab that is ready to be asked. Every error of the page fails the question. */
async function openTab(context) {
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${server.address}/page/index.html`);
  await page.waitForFunction("globalThis.answers");
  return {
    page,
    async ask(question, argument = {}) {
      const answer = await page.evaluate(([question, argument]) => globalThis.answers[question](argument), [question, argument]);
      assert.deepEqual(errors, []);
      return answer;
    },
  };
}

function testInTab(name, run) {
  test(name, async (t) => {
    const context = await browser.newContext();
    try {
      await run(await openTab(context), context, t);
    } finally {
      await context.close();
    }
  });
}

testInTab("the contract in IndexedDB", async (tab, context, t) => {
  const { broken, count } = await tab.ask("contract");
  assert.deepEqual(broken, [], broken.join("\n"));
  t.diagnostic(`${count} promises, Chromium ${browser.version()}`);
});

testInTab("of 50 writers in five tabs that submit the same version, one wins", async (tab, context) => {
  const tabs = [tab, ...(await Promise.all(Array.from({ length: 4 }, () => openTab(context))))];
  for (const version of [1, 2, 3]) {
    const said = (await Promise.all(tabs.map((tab) => tab.ask("write", { name: "basic", version })))).flat();
    assert.deepEqual(said.sort(), ["stored", ...Array(49).fill("version_exists")].sort());
  }
  assert.deepEqual(await tab.ask("list"), ["basic", "basic copy"].map((name) => ({ name, latest_version: 3 })));
});

testInTab("a store of an earlier format is read and written on", async (tab) => {
  const version = await tab.page.evaluate("packageVersion");
  assert.deepEqual(await tab.ask("earlier", { rows: await rowsOf(1) }), [[1, null], [2, null], [3, version]]);
});

testInTab("a store gives way to a later version of the package", async (tab) => {
  assert.equal(await tab.ask("later"), "VersionError");
});

testInTab("a closed store says so", async (tab) => {
  assert.equal(await tab.ask("closed"), "the store was closed");
});

test("a browser that is killed during its commits leaves every acknowledged version, and nothing half done", async (t) => {
  for (const count of [5, 30, 70]) {
    const folder = mkdtempSync(inside("chromium-"));
    const context = await chromium.launchPersistentContext(folder, launch);
    const ended = once(context, "close");
    const { page } = await openTab(context);
    const lines = [];
    const enough = new Promise((resolve) => page.on("console", (message) => lines.push(message.text()) === count && resolve()));
    page.evaluate(() => globalThis.answers.submit({ name: "basic" })).catch(() => undefined);
    await enough;
    // Chromium's lock is a link to `host-process`.
    process.kill(Number(readlinkSync(`${folder}/SingletonLock`).split("-").at(-1)), "SIGKILL");
    await ended;
    const again = await chromium.launchPersistentContext(folder, launch);
    const listed = await (await openTab(again)).ask("list");
    await again.close();
    const acknowledged = lines.length;
    assert.ok(lines.every((line, index) => line === `stored ${index + 1}`), lines.join());
    assert.deepEqual(listed.map(({ name }) => name), ["basic", "basic copy"], `${acknowledged} versions were acknowledged`);
    const [stored, copy] = listed.map(({ latest_version }) => latest_version);
    // The page goes on while the word of its last commits is on the way.
    assert.ok(stored >= acknowledged && stored <= 100, `${stored} versions are stored, ${acknowledged} were acknowledged`);
    assert.equal(copy, stored, "a commit is whole");
    t.diagnostic(`acknowledged ${acknowledged}, stored ${stored}`);
  }
});
