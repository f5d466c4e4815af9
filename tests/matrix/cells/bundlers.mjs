// Bundlers, each without a plugin for WebAssembly: what they make runs in Chromium.
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as esbuild, version as esbuildVersion } from "esbuild";
import { serve } from "../../package/server.mjs";
import { visit } from "../browsers.mjs";
import { assertPrints, program, programFiles } from "../docs.mjs";
import { MODULE, PAGE } from "../programs.mjs";
import { project } from "../project.mjs";
import { load, run, versionOf } from "../tools.mjs";

export const page = (script, head = "") => `<!doctype html><meta charset="utf-8"><title>page</title>${head}<body><script type="module" src="${script}"></script>`;
const pageProject = (name) => project(name, { "index.html": page("./page.js"), "page.js": PAGE, ...programFiles("main.js") });

/** Opens a built page, and judges what the example of the documentation wrote into it. */
async function visitBuilt(folder, policy) {
  const server = await serve({ built: folder }, policy);
  try {
    return await judged(`${server.address}/built/index.html`, "main.js");
  } finally {
    await server.stop();
  }
}

async function judged(address, example) {
  const { result, text } = await visit("chromium", address);
  assertPrints(text, example);
  return result;
}

/** Where the page's own Vite is the only one that is installed, it is that one. */
async function loadVite(major) {
  if (major !== undefined) return load(`vite${major}`);
  return import(pathToFileURL(createRequire(fileURLToPath(new URL("../../../www/package.json", import.meta.url))).resolve("vite")).href);
}

export async function viteBuild(root, major) {
  const vite = await loadVite(major);
  await vite.build({ root, base: "./", configFile: false, logLevel: "error", build: { outDir: "built", chunkSizeWarningLimit: 1e5 } });
  return join(root, "built");
}

/** What `visit` finds at the address of a development server. */
export async function viteServe(root, major, options, visit) {
  const vite = await loadVite(major);
  const server = await vite.createServer({ root, configFile: false, logLevel: "error", server: { host: "127.0.0.1", port: 0 }, ...options });
  try {
    await server.listen();
    return await visit(`http://127.0.0.1:${server.httpServer.address().port}/`);
  } finally {
    await server.close();
  }
}

const full = { isShort: false, isFull: true };

const vites = ["5", "6", "7", "8"].flatMap((major) => [
  { ...full, name: `Vite ${major}, dev server`, version: () => versionOf(`vite${major}`), test: (name) => viteServe(pageProject(name), major, {}, (address) => judged(address, "main.js")) },
  { ...full, name: `Vite ${major}, build`, version: () => versionOf(`vite${major}`), test: async (name) => visitBuilt(await viteBuild(pageProject(name), major)) },
]);

export const viteOfPage = () => createRequire(new URL("../../../www/package.json", import.meta.url))("vite/package.json").version;

const ours = {
  isShort: true,
  isFull: false,
  name: "Vite of the page, build",
  version: viteOfPage,
  test: async (name) => visitBuilt(await viteBuild(pageProject(name))),
};

const policy = {
  ...full,
  name: "Content-Security-Policy, Vite 8 build",
  version: () => versionOf("vite8"),
  test: async (name) => visitBuilt(await viteBuild(pageProject(name), "8"), "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"),
};

const SLIM = `
  import init, * as api from "care-coverage/slim";
  import address from "care-coverage/core.wasm?url";
  import amounts from "care-coverage/amounts.wasm?url";
  import { runGolden } from "./golden.mjs";
  await Promise.all([init(address), api.initAmounts(amounts)]);
  await import("./slim-vite.js");
  globalThis.result = runGolden(api);`;

const slim = {
  ...full,
  name: "Vite 8, build, slim",
  version: () => versionOf("vite8"),
  async test(name) {
    const root = project(name, { "index.html": page("./page.js"), "page.js": SLIM, "slim-vite.js": program("slim-vite.js") });
    return visitBuilt(await viteBuild(root, "8"));
  },
};

const webpack = {
  ...full,
  name: "webpack",
  version: () => versionOf("webpack"),
  test: async (name) => visitBuilt(await webpackBuild(pageProject(name))),
};

export async function webpackBuild(cwd) {
  const { default: webpack } = await load("webpack");
  await new Promise((resolve, reject) => {
    webpack({ context: cwd, entry: "./page.js", mode: "production", output: { path: join(cwd, "out"), filename: "page.js" }, performance: false }, (error, stats) =>
      error ? reject(error) : stats.hasErrors() || stats.hasWarnings() ? reject(new Error(stats.toString())) : resolve());
  });
  return folderOf(cwd);
}

const rollup = {
  ...full,
  name: "rollup",
  version: () => versionOf("rollup"),
  test: async (name) => visitBuilt(await rollupPage(pageProject(name), ["page.js"])),
};

export async function rollupPage(cwd, files) {
  const { rollup } = await load("rollup");
  const { default: nodeResolve } = await load("@rollup/plugin-node-resolve");
  const input = files.map((file) => join(cwd, file));
  const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true })], onwarn: (warning) => { throw new Error(warning.message); } });
  await bundle.write({ dir: join(cwd, "out"), format: "es" });
  await bundle.close();
  return folderOf(cwd);
}

const esbuildCell = {
  ...full,
  name: "esbuild",
  version: () => esbuildVersion,
  test: async (name) => visitBuilt(await esbuildPage(pageProject(name), ["page.js"])),
};

export async function esbuildPage(cwd, files) {
  const entryPoints = files.map((file) => join(cwd, file));
  await esbuild({ entryPoints, outdir: join(cwd, "out"), bundle: true, splitting: true, minify: true, format: "esm", logLevel: "error" });
  return folderOf(cwd);
}

const esbuildForNode = {
  ...full,
  name: "esbuild for Node",
  version: () => esbuildVersion,
  async test(name) {
    const cwd = project(name, { "main.mjs": MODULE });
    await esbuild({ entryPoints: [join(cwd, "main.mjs")], outfile: join(cwd, "out/main.mjs"), bundle: true, platform: "node", format: "esm", logLevel: "error" });
    // Nothing of the package but what is in the bundle.
    rmSync(join(cwd, "node_modules"), { recursive: true });
    return JSON.parse(await run(process.execPath, ["out/main.mjs"], { cwd }));
  },
};

/** The page that a bundler's file goes with. */
function folderOf(cwd) {
  project(`${cwd.split("/").at(-1)}/out`, { "index.html": page("./page.js") });
  return join(cwd, "out");
}

export const cells = [ours, ...vites, slim, policy, webpack, rollup, esbuildCell, esbuildForNode];
export { close } from "../browsers.mjs";
