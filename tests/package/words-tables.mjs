// The tables of languages, which the package does not export.
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const folder = fileURLToPath(new URL("../../pkg-template/words/", import.meta.url));
const ENTRY = `
  export { languageOf, LANGUAGES } from "./languages.ts";
  export { DIAGNOSTICS } from "./en-diagnostics.ts";
  export { fill, match, parameters } from "./template.ts";`;

const { outputFiles } = buildSync({ stdin: { contents: ENTRY, resolveDir: folder, loader: "ts" }, bundle: true, format: "esm", target: "es2022", charset: "utf8", write: false });
const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

export const { DIAGNOSTICS, fill, match, parameters } = module;

/** { en: table, fr: table } */
export const tables = Object.fromEntries(module.LANGUAGES.map((name) => [name, module.languageOf(name)]));
