// The words of the page, from its own files: what a person of a language looks for.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** By feature, as `shell/language.*.ts` and `shell/views.*.ts` have them. */
export async function wordsIn(language) {
  const files = await Promise.all(["language", "views"].map((part) => bundled(`${part}.${language}`)));
  return Object.assign({}, ...files);
}

async function bundled(name) {
  const entry = fileURLToPath(new URL(`../../../www/src/shell/${name}.ts`, import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}
