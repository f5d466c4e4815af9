// workerd with a D1 database, through miniflare, with a module of a scratch project as its worker.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Installed once, with the template of the edge. */
const edge = createRequire(new URL("../../examples/edge/package.json", import.meta.url));
const { Miniflare } = await import(pathToFileURL(edge.resolve("miniflare")).href);

/** Writes a module with all that it imports to a folder, as wrangler would upload it. */
export async function bundle(entry, folder) {
  await build({
    entryPoints: { worker: entry }, outdir: folder, bundle: true, format: "esm", target: "es2022", conditions: ["workerd", "worker", "browser"],
    external: ["node:fs"], loader: { ".wasm": "copy" }, logLevel: "warning",
  });
}

/** Starts what is in such a folder. `options`: more for miniflare, such as `d1Persist`, the folder where its database is kept.
 *  `others`: workers in the same workerd. */
export async function startWorker(folder, { port, d1Persist, ...options } = {}, others = []) {
  const parts = readdirSync(folder).filter((name) => name.endsWith(".wasm"));
  const modules = ["worker.js", ...parts].map((name) => ({
    type: name.endsWith(".wasm") ? "CompiledWasm" : "ESModule", path: name, contents: readFileSync(join(folder, name)),
  }));
  const worker = { name: "worker", modules, compatibilityDate: "2026-04-01", d1Databases: ["DB"], ...options };
  const miniflare = new Miniflare({ host: "127.0.0.1", port, d1Persist, cf: false, workers: [worker, ...others] });
  const address = await miniflare.ready;
  return {
    address,
    /** The socket of one of the workers that has one of its own (`unsafeDirectSockets`): nothing is before it. */
    directAddress: async (name) => (await miniflare.unsafeGetDirectURL(name)).origin,
    async ask(question, argument = {}) {
      const response = await miniflare.dispatchFetch(`http://loopback/${question}`, { method: "POST", body: JSON.stringify(argument) });
      const answer = await response.json();
      if (response.status !== 200) throw new Error(answer);
      return answer;
    },
    database: () => miniflare.getD1Database("DB"),
    stop: () => miniflare.dispose(),
  };
}
