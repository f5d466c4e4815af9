// Makes the stores of the package: an entry for each kind of storage. They import the package itself, so that there is one
// engine and one CoverageError, however many of them a program uses.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { placedInPackage } from "./source-maps.mjs";

const STORES = ["memory", "indexeddb", "sqlite", "d1"];

export async function buildStores(folder, work) {
  mkdirSync(folder, { recursive: true });
  for (const [format, extension] of [["esm", "js"], ["cjs", "cjs"]]) {
    const { outputFiles } = await build({
      entryPoints: STORES.map((name) => `pkg-template/stores/${name}.ts`),
      outdir: folder,
      outExtension: { ".js": `.${extension}` },
      format,
      bundle: true,
      // Only for Node does it say which names there are, so that `import` of such a file finds them. What is bundled is the same.
      platform: format === "cjs" ? "node" : "browser",
      mainFields: ["module", "main"],
      sourcemap: "linked",
      write: false,
      target: "es2022",
      charset: "utf8",
      external: ["care-coverage", "node:sqlite", "better-sqlite3"],
      logLevel: "warning",
    });
    for (const { path, text } of outputFiles) writeFileSync(path, path.endsWith(".map") ? placedInPackage(text) : text);
  }
  const declarations = `${work}/stores`;
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "pkg-template/stores", "--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--outDir", declarations], { stdio: "inherit" });
  for (const name of STORES) for (const extension of ["d.ts", "d.cts"]) copyFileSync(`${declarations}/${name}.d.ts`, `${folder}/${name}.${extension}`);
  // The store for browsers holds a copy of it.
  copyFileSync("node_modules/idb/LICENSE", `${folder}/LICENSE-idb`);
}
