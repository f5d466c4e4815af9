// workerd with a D1 database, through miniflare, with a module of a scratch project as its worker.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Installed once, with the template of the edge. */
const edge = createRequire(new URL("../../examples/edge/package.json", import.meta.url));
const { Miniflare } = await import(pathToFileURL(edge.resolve("miniflare")).href);

/** One text with all that a module imports. */
export async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry], bundle: true, format: "esm", target: "es2022", conditions: ["workerd", "worker", "browser"], external: ["node:fs"],
    loader: { ".wasm": "copy" }, write: false, logLevel: "warning", outdir: "out",
  });
  return outputFiles.find(({ path }) => path.endsWith(".js")).text;
}

/** Starts it. `folder`: where the database is kept; in memory where it is left out. */
export async function startWorker(script, folder) {
  const miniflare = new Miniflare({
    modules: true, script, compatibilityDate: "2026-04-01", host: "127.0.0.1", d1Databases: ["DB"], ...(folder && { d1Persist: folder }),
  });
  await miniflare.ready;
  return {
    async ask(question, argument = {}) {
      const response = await miniflare.dispatchFetch(`http://loopback/${question}`, { method: "POST", body: JSON.stringify(argument) });
      const answer = await response.json();
      if (response.status !== 200) throw new Error(answer);
      return answer;
    },
    stop: () => miniflare.dispose(),
  };
}
