// Makes what the language service knows of documents, of the schemas and of the facts of acts: `work`/shapes.json.
import { readFileSync, writeFileSync } from "node:fs";
import { transform } from "esbuild";
import { shapesOf } from "./schemas/shapes.mjs";

export async function buildShapes(work) {
  const { code } = await transform(readFileSync("pkg-template/facts.ts", "utf8"), { loader: "ts", format: "esm" });
  const { FACTS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  writeFileSync(`${work}/shapes.json`, JSON.stringify(shapesOf(work, FACTS)));
}
