// The language service in Chromium, without bundler and under a strict policy: the cases of tests/language, on the page and in a worker.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { inside, write } from "./install.mjs";
import { ASKED } from "./language-cases.mjs";
import { serve } from "./server.mjs";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const MODULES = "/modules/care-coverage";
const read = (name) => readFileSync(new URL(`../language/${name}.json`, import.meta.url), "utf8");

const SCRIPT = `
  import { CareTypeCatalog } from "${MODULES}/index.js";
  import { createLanguageService } from "${MODULES}/language.js";
  import * as there from "${MODULES}/language-worker.js";
  import { answers } from "/tests/language-cases.mjs";
  const files = await (await fetch("/page/cases.json")).json();
  async function run() {
    const here = { en: createLanguageService(new CareTypeCatalog(files.catalog)), fr: createLanguageService(new CareTypeCatalog(files.catalog), { language: "fr" }) };
    const worker = await there.createCoverageWorker({ workers: 1 });
    const catalog = await worker.createCatalog(files.catalog);
    const away = { en: await there.createLanguageService(catalog), fr: await there.createLanguageService(catalog, { language: "fr" }) };
    const found = { count: 0, differences: [] };
    for (const [name, file] of Object.entries(files)) {
      if (name === "catalog") continue;
      for (const [way, services] of [["page", here], ["worker", away]]) {
        for await (const { id, want, got } of answers(name, file, (text, kind, of) => services[of].open(text, { kind }))) {
          found.count += 1;
          // Without regard to the order of fields.
          const sorted = (value) => JSON.stringify(value, (_, inner) => (inner && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner));
          if (sorted(want) !== sorted(got)) found.differences.push([way, name, id, want, got]);
        }
      }
    }
    await worker.close();
    return found;
  }
  globalThis.result = run();`;

let browser, server;
before(async () => {
  mkdirSync(inside("language-page"));
  write("language-page/index.html", '<!doctype html><title>language</title><script type="module" src="/page/main.js"></script>');
  write("language-page/main.js", SCRIPT);
  write("language-page/cases.json", JSON.stringify(Object.fromEntries(["catalog", ...Object.keys(ASKED)].map((name) => [name, JSON.parse(read(name))]))));
  server = await serve(
    { page: inside("language-page"), modules: inside("node_modules"), tests: fileURLToPath(new URL("./", import.meta.url)) },
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'",
  );
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("Chromium answers each case, on the page and in a worker, without an error", async () => {
  const page = await browser.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${server.address}/page/index.html`);
  await page.waitForFunction(() => globalThis.result, undefined, { timeout: 60_000 });
  const { count, differences } = await page.evaluate(() => globalThis.result);
  assert.deepEqual(differences, []);
  assert.deepEqual(errors, []);
  assert.ok(count > 180, `${count} answers`);
});
