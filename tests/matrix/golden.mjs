// Bundles the runner with all golden cases into files that need nothing else, one for each module system.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { golden } from "../package/golden.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Writes golden.mjs and golden.cjs, which export `runGolden(api)`, and worker-golden.mjs and worker-golden.cjs, which export
 *  `runInWorker(api, createCoverageWorker)`. */
export async function bundleGolden(folder) {
  // As text: an object literal would give `__proto__` another meaning.
  const cases = { name: "golden cases", setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^golden-cases$/ }, ({ path }) => ({ path, namespace: "cases" }));
    onLoad({ filter: /.*/, namespace: "cases" }, () => ({ contents: JSON.stringify(golden), loader: "text" }));
  } };
  const files = [["runner.mjs", "golden"], ["worker-runner.mjs", "worker-golden"]];
  for (const [format, runner, name] of [["esm", "mjs"], ["cjs", "cjs"]].flatMap(([format, end]) => files.map(([runner, name]) => [format, runner, `${name}.${end}`]))) {
    await build({
      entryPoints: [here(runner)],
      outfile: join(folder, name),
      bundle: true,
      format,
      target: "es2022",
      nodePaths: [here("short/node_modules")],
      plugins: [cases],
      logLevel: "warning",
    });
  }
}
