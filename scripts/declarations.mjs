// The declarations of the package are a file for each subject; what is shipped is one file, which any compiler resolves.
import { readFileSync } from "node:fs";

const FOLDER = "pkg-template";
const IMPORTS = /^(?:import type [^;]+;|\/\/ Made by .+)\n+/gm;

/** The declarations of an entry: each `export * from "./declarations/…"` is the file itself, without its imports of the others, and who made it. */
export function declarationsOf(entry) {
  const read = (path) => readFileSync(`${FOLDER}/${path}`, "utf8");
  const whole = read(entry).replace(/^export \* from "\.\/(declarations\/.+)";$/gm, (_, path) => read(`${path}.d.ts`).replace(IMPORTS, ""));
  return `${whole.trimEnd()}\n`;
}
