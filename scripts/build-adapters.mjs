// Makes the adapters of the package: entries for editors and forms, each of which needs what its user has installed.
import { writeFileSync } from "node:fs";
import { build } from "esbuild";
import { placedInPackage } from "./source-maps.mjs";

/** Those of the browser alone, of Node alone, and of both. */
const ADAPTERS = ["codemirror", "monaco", "forms", "lsp", "lsp-node", "spreadsheet"];
/** What `require` cannot ask for has none of it. */
const WITHOUT_REQUIRE = ["lsp"];

export async function buildAdapters(folder) {
  for (const [format, extension] of [["esm", "js"], ["cjs", "cjs"]]) {
    const { outputFiles } = await build({
      entryPoints: ADAPTERS.filter((name) => format === "esm" || !WITHOUT_REQUIRE.includes(name)).map((name) => `pkg-template/adapters/${name}.ts`),
      outdir: folder,
      outExtension: { ".js": `.${extension}` },
      format,
      bundle: true,
      // Only for Node does it say which names there are, so that `import` of such a file finds them. What is bundled is the same.
      platform: format === "cjs" ? "node" : "browser",
      sourcemap: "linked",
      write: false,
      target: "es2022",
      charset: "utf8",
      minifyWhitespace: format === "esm",
      minifySyntax: format === "esm",
      packages: "external",
      plugins: [{ name: "files of the package", setup: ({ onResolve }) => onResolve({ filter: /^#(index|node|language)$/ }, ({ path }) => ({ path: `./${path.slice(1)}.${extension}`, external: true })) }],
      logLevel: "warning",
    });
    for (const { path, text } of outputFiles) writeFileSync(path, path.endsWith(".map") ? placedInPackage(text) : text);
  }
}
