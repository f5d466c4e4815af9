// The built site: every link leads somewhere, nothing is asked of another origin, and axe finds nothing on any kind of page.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { pageOf } from "../../site/lib/documents.mjs";
import { BASE, DIST, ROOT } from "../../site/lib/places.mjs";
import { assertNoSidewaysScroll, violations } from "../page/axe.mjs";
import { launch } from "../page/browser.mjs";
import { serve } from "../page/server.mjs";

const { LinkChecker } = await import(pathToFileURL(createRequire(new URL("../../site/package.json", import.meta.url)).resolve("linkinator")).href);
const pages = readdirSync(DIST, { recursive: true }).filter((name) => name.endsWith(".html") && !name.startsWith("play"));

/** One page of each kind: the first one, a guide, a page of rules, tables, a code, a class and a list of the API, and what is not there. */
const KINDS = ["", "guides/editor.html", "coverage.html", "codes.html", "codes/unknown_care_type.html", "api/care-coverage/classes/Coverage.html", "api/care-coverage/", "CHANGELOG.html", "404.html"];

let server, browser;
before(async () => ([server, browser] = [await serve(BASE, DIST), await launch()]));
after(() => Promise.all([server.stop(), browser.close()]));

test("every link of the site leads to a page, and to a heading that is there", { timeout: 120_000 }, async (t) => {
  const isElsewhere = async (link) => !link.startsWith(server.address);
  const check = () => new LinkChecker().check({ path: server.address, recurse: true, checkFragments: true, linksToSkip: isElsewhere, timeout: 20_000, concurrency: 8, retryErrors: true });
  const brokenOf = ({ links }) => links.filter(({ state }) => state === "BROKEN").map(({ url, status }) => `${url} (${status})`);
  let checked = await check();
  let broken = brokenOf(checked);
  // The checker loses a connection or a heading now and then: what is broken is so each time.
  for (let again = 0; again < 2 && broken.length > 0; again++) {
    checked = await check();
    const still = new Set(brokenOf(checked));
    broken = broken.filter((link) => still.has(link));
  }
  assert.deepEqual(broken, []);
  const { links } = checked;
  const found = new Set(links.map(({ url }) => new URL(url).pathname));
  // Every page that was built is reached.
  assert.deepEqual(pages.filter((page) => page !== "404.html" && !found.has(BASE + page) && !found.has(BASE + page.replace(/index\.html$/, ""))), []);
  t.diagnostic(`${links.length} links, ${pages.length} pages`);
});

test("every document of the package has its page", () => {
  const documents = readdirSync(`${ROOT}/pkg`, { recursive: true }).filter((name) => name.endsWith(".md") && name !== "THIRD_PARTY.md");
  assert.deepEqual(documents.filter((document) => !pages.includes(pageOf(document)?.replace(/md$/, "html"))), []);
});

test("no style asks another origin for anything", () => {
  const styles = readdirSync(join(DIST, "assets")).filter((name) => name.endsWith(".css"));
  assert.ok(styles.length > 0);
  for (const style of styles) assert.doesNotMatch(readFileSync(join(DIST, "assets", style), "utf8"), /url\(["']?(?:https?:)?\/\//);
});

for (const colorScheme of ["light", "dark"]) {
  for (const kind of KINDS) {
    test(`axe finds nothing on ${kind || "the first page"}, ${colorScheme}, and it asks no other origin`, async () => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
      const page = await context.newPage();
      const [errors, asked] = [[], []];
      page.on("request", (request) => asked.push(request.url()));
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(server.address + kind, { waitUntil: "networkidle" });
      assert.equal(await page.evaluate(() => document.documentElement.classList.contains("dark")), colorScheme === "dark");
      assert.deepEqual(await violations(page), []);
      if (colorScheme === "light") await assertNoSidewaysScroll(page);
      assert.deepEqual(errors, []);
      assert.deepEqual(asked.filter((url) => !url.startsWith(server.address) && !url.startsWith("data:")), []);
      await context.close();
    });
  }
}

test("the search of the site finds a code, offline", async () => {
  const page = await browser.newPage();
  await page.goto(server.address, { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("searchbox").fill("limit_key_mismatch");
  await page.locator(`#localsearch-list a[href*="codes/limit_key_mismatch"]`).first().click();
  await page.waitForURL(/codes\/limit_key_mismatch/);
  await page.close();
});

test("the playground is next to the pages", async () => {
  assert.ok(existsSync(join(DIST, "play/index.html")));
  const page = await browser.newPage();
  await page.goto(server.address);
  await page.getByRole("link", { name: "Playground" }).first().click();
  // A first visit begins with an example that works.
  await page.getByRole("columnheader", { name: "CONFORT version 3" }).waitFor();
  await page.close();
});
