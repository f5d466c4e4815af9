// The installed worker in Chromium: without bundler, and as Vite builds and serves it. Every golden case that a worker can be asked, a
// page that stays awake, and no error on the console.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { golden } from "./golden.mjs";
import { inside, write } from "./install.mjs";
import { serve } from "./server.mjs";

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FOLDERS = { tests: here("./"), page: inside("worker-page"), built: inside("worker-built"), alone: inside("worker-alone/built"), modules: inside("node_modules") };
const MODULES = "/modules/care-coverage";
const IMPORTS = JSON.stringify({ imports: { "care-coverage": `${MODULES}/index.js`, "care-coverage/slim": `${MODULES}/slim.js`, "care-coverage/worker": `${MODULES}/worker.js` } });

/** Runs the cases, and looks how long the page could do nothing else while many acts were evaluated. */
const script = (folder, documents) => `
  import * as api from "care-coverage";
  import { createCoverageWorker } from "care-coverage/worker";
  import { lists, payload } from "${folder}calls.mjs";
  import { casesInWorker } from "${folder}worker-cases.mjs";
  const row = JSON.stringify({ care_type: "CROWN", member_age: 40, practitioner: "DENTIST" }) + "\\n";
  async function run() {
    const worker = await createCoverageWorker();
    const cases = await casesInWorker(${documents}, api, worker);
    const coverage = await worker.createCatalog(lists).then((catalog) => catalog.compileCoverage(payload));
    const file = new File([row.repeat(500_000)], "acts.ndjson");
    const start = performance.now();
    let [longest, last, parts] = [0, start, 0];
    const ticking = setInterval(() => { longest = Math.max(longest, performance.now() - last); last = performance.now(); }, 1);
    const { length } = await coverage.evaluate(file, { format: "ndjson", onProgress: () => (parts += 1) });
    clearInterval(ticking);
    const took = performance.now() - start;
    const stop = new AbortController();
    const cancelled = await coverage.evaluate(new Response(file).body, { format: "ndjson", signal: stop.signal, onProgress: () => stop.abort() }).catch((error) => error.name);
    const spoilt = await coverage.evaluate([{ care_type: "CROWN", practitioner: document.body }]).then(({ invalid }) => invalid[0].diagnostics[0].code);
    const own = await createCoverageWorker({ worker: new Worker(URL.createObjectURL(new Blob(["throw new Error('broken')"]))) }).catch((error) => error.message);
    await worker.close();
    const closed = await coverage.analyze().catch((error) => error.message);
    return { ...cases, length, parts, longest, took, cancelled, spoilt, own, closed };
  }
  globalThis.result = run();`;
const FETCHED = `await (await fetch("/page/cases.json")).json()`;

const SLIM = `
  import init, { CoverageError } from "care-coverage/slim";
  import { createCoverageWorker } from "care-coverage/worker";
  import { lists } from "/tests/calls.mjs";
  async function run() {
    await init("${MODULES}/core.wasm");
    const worker = await createCoverageWorker();
    const error = await worker.createCatalog({}).catch((error) => error);
    await worker.createCatalog(lists);
    return { isOurs: error instanceof CoverageError, fetched: performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)) };
  }
  globalThis.result = run();`;

/** A page that imports nothing but the client: what it asks, and which files it fetched itself, with their sizes. */
const alone = (folder) => `
  import { createCoverageWorker } from "care-coverage/worker";
  import { act, lists, payload } from "${folder}calls.mjs";
  async function run() {
    const worker = await createCoverageWorker({ maxMemory: 64 * 1024 * 1024 });
    const coverage = await worker.createCatalog(lists).then((catalog) => catalog.compileCoverage(payload));
    const { outcome } = await coverage.guaranteesFor(act);
    // In the second module, which the worker fetches now, or is sent.
    const { amount_changes } = await coverage.diff(coverage, { date: "2026-01-01" });
    const fetched = performance.getEntriesByType("resource").map(({ name, decodedBodySize }) => [name.split("/").at(-1), decodedBodySize]);
    return { outcome, changed: amount_changes.regions.length, fetched };
  }
  globalThis.result = run();`;

let browser, vite;
before(async () => {
  mkdirSync(inside("worker-page"));
  const page = (head) => `<!doctype html><title>worker</title><script type="importmap">${IMPORTS}</script><script type="module" src="${head}"></script>`;
  write("worker-page/plain.html", page("plain.mjs"));
  write("worker-page/plain.mjs", script("/tests/", FETCHED));
  write("worker-page/slim.html", page("slim.mjs"));
  write("worker-page/slim.mjs", SLIM);
  write("worker-page/alone.html", page("alone.mjs"));
  write("worker-page/alone.mjs", alone("/tests/"));
  mkdirSync(inside("worker-alone"));
  write("worker-alone/index.html", '<!doctype html><title>alone</title><script type="module" src="./main.js"></script>');
  write("worker-alone/main.js", alone(here("./")));
  write("worker-page/cases.json", JSON.stringify(golden));
  write("worker-page/index.html", '<!doctype html><title>built</title><body><script type="module" src="./main.js"></script>');
  write("worker-page/main.js", `${script(here("./"), "JSON.parse(golden)")}\nimport golden from "./cases.json?raw";`);
  vite = await import(pathToFileURL(createRequire(here("../../www/package.json")).resolve("vite")).href);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
});
after(() => browser?.close());

const viteOptions = () => ({ root: inside("worker-page"), base: "./", configFile: false, logLevel: "error" });

test("without bundler, through an import map", async (t) => {
  assertAgrees(await openServed("/page/plain.html"), t);
});

test("as Vite builds it", async (t) => {
  await vite.build({ ...viteOptions(), build: { outDir: inside("worker-built"), emptyOutDir: true, chunkSizeWarningLimit: 1e5 } });
  assertAgrees(await openServed("/built/index.html"), t);
});

test("as Vite builds it, under a policy that allows the page's own scripts and workers, and WebAssembly", async (t) => {
  // The blob is the test's own.
  assertAgrees(await openServed("/built/index.html", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:"), t);
});

test("as Vite serves it while one develops", async (t) => {
  const server = await vite.createServer({ ...viteOptions(), base: "/", server: { host: "127.0.0.1", port: 0, fs: { strict: false } } });
  try {
    await server.listen();
    assertAgrees(await open(`http://127.0.0.1:${server.httpServer.address().port}/index.html`), t);
  } finally {
    await server.close();
  }
});

test("with the entry without its module: the default entry is not fetched", async () => {
  const { result, errors } = await openServed("/page/slim.html");
  assert.deepEqual(errors, []);
  assert.equal(result.isOurs, true);
  assert.ok(!result.fetched.includes("index.js"), String(result.fetched));
});

test("a page that imports the client alone fetches no engine: the worker does", async () => {
  const { result, errors } = await openServed("/page/alone.html");
  assert.deepEqual(errors, []);
  assert.deepEqual([result.outcome, result.changed], ["covered", 0]);
  const names = result.fetched.map(([name]) => name).filter((name) => !["alone.mjs", "calls.mjs", "favicon.ico"].includes(name));
  // What the worker's file imports is listed with it: its own base.js and core.js. The module, which the worker fetches later, is not.
  assert.deepEqual(names.sort(), ["base.js", "base.js", "core.js", "worker-thread.js", "worker.js"]);
});

test("the same as Vite builds it, with and without leave to connect: without, the page loads the engine", async () => {
  await vite.build({ ...viteOptions(), root: inside("worker-alone"), build: { outDir: inside("worker-alone/built"), emptyOutDir: true, chunkSizeWarningLimit: 1e5 } });
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";
  const size = ({ fetched }) => fetched.reduce((sum, [, size]) => sum + size, 0);
  const free = await openServed("/alone/index.html", `${policy}; connect-src 'self'`);
  assert.deepEqual([free.errors, free.result.outcome, free.result.changed], [[], "covered", 0]);
  assert.ok(size(free.result) < 180_000, JSON.stringify(free.result.fetched));
  const bound = await openServed("/alone/index.html", policy);
  assert.deepEqual([bound.result.outcome, bound.result.changed], ["covered", 0]);
  assert.ok(bound.errors.every((text) => /connect-src|Fetch API cannot load/.test(text)), String(bound.errors));
  assert.ok(size(bound.result) > 400_000, JSON.stringify(bound.result.fetched));
});

function assertAgrees({ result, errors }, t) {
  assert.deepEqual(errors, []);
  assert.deepEqual(result.differences, [], result.differences.join("\n"));
  assert.ok(result.count > 1_000, `${result.count} cases`);
  assert.deepEqual([result.length, result.cancelled, result.spoilt], [500_000, "AbortError", "unreadable_value"]);
  assert.match(result.own, /the worker has failed: .*broken/);
  assert.match(result.closed, /the worker was closed/);
  // On the page's own thread it would be all of the time.
  assert.ok(result.longest < result.took / 2, `${result.longest} of ${result.took} ms`);
  t.diagnostic(`${result.count} cases; ${Math.round(result.took)} ms of evaluation, of which the page could do nothing for ${Math.round(result.longest)} at a stretch`);
}

async function openServed(path, policy) {
  const server = await serve(FOLDERS, policy);
  try {
    return await open(server.address + path);
  } finally {
    await server.stop();
  }
}

/** What the script of a page left, and every error on the way. */
async function open(address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    const { url } = message.location();
    // Vite's server has no icon.
    if (["error", "warning"].includes(message.type()) && !url?.endsWith("/favicon.ico")) errors.push(`${message.text()} ${url}`);
  });
  try {
    await page.goto(address);
    await page.waitForFunction("globalThis.result !== undefined", undefined, { timeout: 60_000 }).catch((error) => errors.push(error.message));
    return { result: await page.evaluate("globalThis.result"), errors };
  } finally {
    await context.close();
  }
}
