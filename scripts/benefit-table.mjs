// The reader of benefit tables, and the words of rules, made from their source: for scripts and tests that need no built package of them.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

export async function benefitTable() {
  const outfile = resolve("target/benefit-table/benefit-table.mjs");
  const contents = 'export * from "./benefit-table.ts"; export { describeRule } from "./words.ts";';
  await build({ stdin: { contents, resolveDir: "pkg-template", loader: "ts" }, outfile, bundle: true, format: "esm", target: "es2022", charset: "utf8", platform: "neutral", logLevel: "warning" });
  return import(pathToFileURL(outfile).href);
}
