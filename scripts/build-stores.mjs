// Makes the stores of the package: an entry for each kind of storage. They import the package itself, so that there is one
// engine and one CoverageError, however many of them a program uses.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { build } from "esbuild";

const STORES = ["memory", "indexeddb", "sqlite", "d1"];

export async function buildStores(folder, work) {
  mkdirSync(folder, { recursive: true });
  for (const [format, extension] of [["esm", "js"], ["cjs", "cjs"]]) {
    await build({
      entryPoints: STORES.map((name) => `pkg-template/stores/${name}.ts`),
      outdir: folder,
      outExtension: { ".js": `.${extension}` },
      format,
      bundle: true,
      target: "es2022",
      charset: "utf8",
      external: ["care-coverage", "node:sqlite", "better-sqlite3"],
      logLevel: "warning",
    });
  }
  const declarations = `${work}/stores`;
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "pkg-template/stores", "--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--outDir", declarations], { stdio: "inherit" });
  for (const name of STORES) for (const extension of ["d.ts", "d.cts"]) copyFileSync(`${declarations}/${name}.d.ts`, `${folder}/${name}.${extension}`);
  // The store for browsers holds a copy of it.
  copyFileSync("node_modules/idb/LICENSE", `${folder}/LICENSE-idb`);
}
