// The worker: in runtimes, in pages without bundler, and as bundlers make it.
import assert from "node:assert/strict";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { version as esbuildVersion } from "esbuild";
import { serve } from "../../package/server.mjs";
import { versionOfBrowser, visit } from "../browsers.mjs";
import { assertPrints, programFiles } from "../docs.mjs";
import { project } from "../project.mjs";
import { run, tool, versionOf } from "../tools.mjs";
import { esbuildPage, page, rollupPage, viteBuild, viteServe, viteOfPage, webpackBuild } from "./bundlers.mjs";

const PRINTS = "1 covered";

const MODULE = `
  import * as api from "care-coverage";
  import { createCoverageWorker } from "care-coverage/worker";
  import { runInWorker } from "./worker-golden.mjs";
  console.log(JSON.stringify(await runInWorker(api, createCoverageWorker)));`;

const SCRIPT = `
  const api = require("care-coverage");
  const { createCoverageWorker } = require("care-coverage/worker");
  const { runInWorker } = require("./worker-golden.cjs");
  runInWorker(api, createCoverageWorker).then((result) => console.log(JSON.stringify(result)));`;

/** Beside the example of the documentation. */
const PAGE = `
  import * as api from "care-coverage";
  import { createCoverageWorker } from "care-coverage/worker";
  import { runInWorker } from "./worker-golden.mjs";
  import "./worker-page.js";
  runInWorker(api, createCoverageWorker).then((result) => { globalThis.result = result; });`;

const OWN_PAGE = `
  import * as api from "care-coverage";
  import { createOwnWorker } from "./own-worker.js";
  import { runInWorker } from "./worker-golden.mjs";
  runInWorker(api, createOwnWorker).then((result) => { globalThis.result = result; });`;

/** A page that has no engine: what it is answered, and how much it fetched itself. */
const alone = (make, from) => `
  import { ${make} } from "${from}";
  const worker = await ${make}();
  const { careTypeCount } = await worker.createCatalog({ care_type_groups: [{ id: 1, short_code: "A" }], internal_care_types: [{ id: 1, short_code: "B", care_type_group_ids: [1] }] });
  const bytes = performance.getEntriesByType("resource").reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
  globalThis.result = { careTypeCount, bytes };`;

/** No hash: the answers are compared with those of the package in the same program. */
function judged({ asked, differences }) {
  assert.deepEqual(differences, [], differences.join("\n"));
  assert.ok(asked > 1_000, `${asked} cases`);
  return {};
}

// ───────────── runtimes ─────────────

const environment = (cwd) => ({ DENO_DIR: `${cwd}/.deno`, DENO_NO_UPDATE_CHECK: "1" });
const RUNTIMES = [
  ["Node of this machine", () => process.versions.node, () => [process.execPath], true],
  ...["18", "20", "22", "24", "26"].map((major) => [`Node ${major}`, () => versionOf(`node${major}`), () => [tool(`node${major}`, "bin/node")], false]),
  ["Bun", () => versionOf("bun"), () => [tool("bun", "bin/bun.exe")], true],
  ["Deno, --allow-read", () => versionOf("deno"), () => [process.execPath, tool("deno", "bin.cjs"), "run", "--no-prompt", "--no-remote", "--no-lock", "--allow-read"], true],
];

const runtimes = RUNTIMES.map(([name, version, command, isShort]) => ({
  name: `worker, ${name}`,
  version,
  isShort,
  isFull: true,
  async test(name) {
    const cwd = project(name, { "main.mjs": MODULE, "main.cjs": SCRIPT, ...programFiles("worker.mjs", "language-worker.mjs") });
    const [program, ...options] = command();
    const print = (file) => run(program, [...options, file], { cwd, env: environment(cwd) });
    assertPrints(await print("worker.mjs"), "worker.mjs", PRINTS);
    assertPrints(await print("language-worker.mjs"), "language-worker.mjs", "CROWN Couronne");
    judged(JSON.parse(await print("main.cjs")));
    return judged(JSON.parse(await print("main.mjs")));
  },
}));

// ───────────── pages ─────────────

const full = { isShort: false, isFull: true };
const files = () => ({ "index.html": page("./page.js"), "page.js": PAGE, ...programFiles("worker-page.js") });

async function visitPage(browser, address, prints = PRINTS) {
  const { result, text } = await visit(browser, address);
  assertPrints(text, "worker-page.js", prints);
  return judged(result);
}

async function visitFolder(folder, { browser = "chromium", policy, prints } = {}) {
  const server = await serve({ page: folder }, policy);
  try {
    return await visitPage(browser, `${server.address}/page/index.html`, prints);
  } finally {
    await server.stop();
  }
}

const names = ["", "/worker"].map((entry) => [`care-coverage${entry}`, `./node_modules/care-coverage/${entry.slice(1) || "index"}.js`]);
const importMap = `<script type="importmap">${JSON.stringify({ imports: Object.fromEntries(names) })}</script>`;

const unbundled = ["chromium", "firefox"].map((browser) => ({
  ...full,
  name: `worker, ${browser[0].toUpperCase()}${browser.slice(1)}, import map`,
  version: versionOfBrowser[browser],
  test: (name) => visitFolder(project(name, { ...files(), "index.html": page("./page.js", importMap) }), { browser }),
}));

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";

const vites = [undefined, "5", "6", "7", "8"].map((major) => ({
  name: `worker, Vite ${major ?? "of the page"}, build`,
  version: () => (major ? versionOf(`vite${major}`) : viteOfPage()),
  isShort: major === undefined,
  isFull: major !== undefined,
  test: async (name) => visitFolder(await viteBuild(project(name, files()), major), { policy: POLICY }),
}));

const served = ["5", "6", "7", "8"].map((major) => ({
  ...full,
  name: `worker, Vite ${major}, dev server`,
  version: () => versionOf(`vite${major}`),
  // Older ones move a dependency away from the worker's file next to it.
  test: (name) => viteServe(project(name, files()), major, { optimizeDeps: major === "8" ? {} : { exclude: ["care-coverage"] } }, (address) => visitPage("chromium", address)),
}));

const webpack = {
  ...full,
  name: "worker, webpack",
  version: () => versionOf("webpack"),
  test: async (name) => visitFolder(await webpackBuild(project(name, files()))),
};

/** Bundlers that do not follow `new Worker(new URL(…))`: the worker's file is an entry of its own. */
const others = [["rollup", () => versionOf("rollup"), rollupPage], ["esbuild", () => esbuildVersion, esbuildPage]].map(([bundler, version, build]) => ({
  ...full,
  name: `worker, ${bundler}, its file as an entry`,
  version,
  async test(name) {
    const cwd = project(name, { "page.js": OWN_PAGE, ...programFiles("own-worker.js", "worker-thread.js") });
    return visitFolder(await build(cwd, ["page.js", "worker-thread.js"]), { prints: "" });
  },
}));

/** The worker fetches the module where the bundler brings it along, or where it is put next to the worker's file; else the page does. */
const ALONE = {
  "Vite of the page": { isShort: true, version: viteOfPage, build: (cwd) => viteBuild(cwd) },
  webpack: { version: () => versionOf("webpack"), build: webpackBuild },
  rollup: { version: () => versionOf("rollup"), build: (cwd) => rollupPage(cwd, ["page.js", "worker-thread.js"]), isOwn: true },
  esbuild: { version: () => esbuildVersion, build: (cwd) => esbuildPage(cwd, ["page.js", "worker-thread.js"]), isOwn: true },
};

const pagesAlone = Object.entries(ALONE).map(([bundler, { version, build, isOwn = false, isShort = false }]) => ({
  name: `worker, ${bundler}, a page without engine`,
  version,
  isShort,
  isFull: true,
  async test(name) {
    const files = isOwn ? { "page.js": alone("createOwnWorker", "./own-worker.js"), ...programFiles("own-worker.js", "worker-thread.js") } : { "page.js": alone("createCoverageWorker", "care-coverage/worker") };
    const folder = await build(project(name, { "index.html": page("./page.js"), ...files }));
    const fetched = async () => {
      const server = await serve({ page: folder });
      try {
        const { result } = await visit("chromium", `${server.address}/page/index.html`, isOwn);
        assert.equal(result.careTypeCount, 1);
        return result.bytes;
      } finally {
        await server.stop();
      }
    };
    if (isOwn) {
      assert.ok((await fetched()) > 1_000_000, "the page loads the engine where the worker finds no module");
      for (const name of ["core.wasm", "amounts.wasm"]) copyFileSync(join(folder, "..", "node_modules/care-coverage", name), join(folder, name));
    }
    const bytes = await fetched();
    // The code, which rollup leaves as it is, and that of the worker: the engine is more than a million.
    assert.ok(bytes < 300_000, `the page fetched ${bytes} bytes`);
    return {};
  },
}));

export const cells = [...pagesAlone, ...runtimes, ...unbundled, ...vites, ...served, webpack, ...others];
