// Bundles the runner with all golden cases into files that need nothing else, one for each module system.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { golden } from "../package/golden.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Writes golden.mjs and golden.cjs, which export `runGolden(api)`. */
export async function bundleGolden(folder) {
  // As text: an object literal would give `__proto__` another meaning.
  const cases = { name: "golden cases", setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^golden-cases$/ }, ({ path }) => ({ path, namespace: "cases" }));
    onLoad({ filter: /.*/, namespace: "cases" }, () => ({ contents: JSON.stringify(golden), loader: "text" }));
  } };
  for (const [format, name] of [["esm", "golden.mjs"], ["cjs", "golden.cjs"]]) {
    await build({
      entryPoints: [here("runner.mjs")],
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
