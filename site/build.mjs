// Builds the documentation site into site/dist: pages from docs/ and README.md, a page for each code, the API reference from the
// declarations of the package, and the playground under /play/. Nothing is fetched.
import { cpSync, existsSync, rmSync } from "node:fs";
import { build } from "vitepress";
import { writeApi } from "./lib/api.mjs";
import { writeCodePages } from "./lib/code-pages.mjs";
import { writeDocuments } from "./lib/documents.mjs";
import { DIST, PAGES, ROOT } from "./lib/places.mjs";

const PLAYGROUND = `${ROOT}/www/dist`;
if (!existsSync(`${PLAYGROUND}/index.html`)) throw new Error("the playground is not built: run make page");

rmSync(PAGES, { recursive: true, force: true });
await step("API reference", writeApi);
await step("pages of codes", writeCodePages);
await step("documents", writeDocuments);
await step("site", () => build(`${ROOT}/site`));
cpSync(PLAYGROUND, `${DIST}/play`, { recursive: true });
console.log("site: the site is in site/dist/");

async function step(what, make) {
  const started = performance.now();
  await make();
  console.log(`site: ${what} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
