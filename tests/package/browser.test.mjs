// The installed package in a browser, without bundler and through one, and under a strict Content-Security-Policy: every
// golden case, and no error on the console.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { count, golden } from "./golden.mjs";
import { inside, write } from "./install.mjs";
import { serve } from "./server.mjs";

const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FOLDERS = { tests: here("./"), page: inside("page"), built: inside("built"), modules: inside("node_modules") };

const IMPORT_MAP = JSON.stringify({ imports: { "care-coverage": "/modules/care-coverage/index.js" } });
/** Runs the cases and leaves what came of them for the test. Answers at once: there is no `await` before the first. */
const script = (runner) => `
  import * as api from "care-coverage";
  import { runCases } from ${JSON.stringify(runner)};
  const age = api.ageOn("2000-02-29", "2018-03-01");
  globalThis.result = fetch("/page/golden.json").then((response) => response.json()).then((golden) => ({
    age,
    version: api.packageVersion(),
    count: golden.reduce((sum, { document }) => sum + document.cases.length, 0),
    differences: golden.flatMap(({ file, document }) => runCases(file, document, api)),
  }));`;

let browser, vite;
before(async () => {
  mkdirSync(inside("page"));
  write("page/plain.html", `<!doctype html><title>plain</title><script type="importmap">${IMPORT_MAP}</script><script type="module" src="plain.mjs"></script>`);
  write("page/golden.json", JSON.stringify(golden));
  write("page/plain.mjs", script("/tests/cases.mjs"));
  write("page/index.html", '<!doctype html><title>built</title><script type="module" src="./main.js"></script>');
  write("page/main.js", script(here("cases.mjs")));
  vite = await import(pathToFileURL(createRequire(here("../../www/package.json")).resolve("vite")).href);
  await vite.build({ root: inside("page"), base: "./", configFile: false, logLevel: "error", build: { outDir: inside("built"), emptyOutDir: true } });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
});
after(() => browser?.close());

test("a page without bundler, through an import map", async (t) => {
  assertAgrees(await open("/page/plain.html"), t);
});

test("a page that Vite built", async (t) => {
  assertAgrees(await open("/built/index.html"), t);
  t.diagnostic(`Vite ${vite.version}`);
});

test("a page whose policy allows nothing but its own scripts and WebAssembly", async (t) => {
  assertAgrees(await open("/built/index.html", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"), t);
});

test("a page whose policy does not allow WebAssembly says so", async () => {
  const { result, errors } = await open("/built/index.html", "default-src 'none'; script-src 'self'; connect-src 'self'");
  assert.equal(result, undefined);
  assert.match(errors.join("\n"), /Content Security Policy/);
});

function assertAgrees({ result, errors }, t) {
  assert.deepEqual(errors, []);
  assert.deepEqual(result.differences, [], result.differences.join("\n"));
  assert.equal(result.age, 18);
  assert.equal(result.count, count);
  t.diagnostic(`${result.count} cases`);
}

/** What the script of a page left, and every error on the way. */
async function open(path, policy) {
  const server = await serve(FOLDERS, policy);
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("requestfailed", (request) => errors.push(`${request.url()}: ${request.failure().errorText}`));
  try {
    await page.goto(server.address + path);
    return { result: await page.evaluate("globalThis.result"), errors };
  } finally {
    await context.close();
    await server.stop();
  }
}
