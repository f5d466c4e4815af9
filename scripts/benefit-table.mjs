// The reader of benefit tables, made from its source: for scripts and tests that need no built package of it.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

export async function benefitTable() {
  const outfile = resolve("target/benefit-table/benefit-table.mjs");
  await build({ entryPoints: ["pkg-template/benefit-table.ts"], outfile, bundle: true, format: "esm", target: "es2022", charset: "utf8", platform: "neutral", logLevel: "warning" });
  return import(pathToFileURL(outfile).href);
}
