// How a module in TypeScript is loaded: without its types.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

export async function load(url, context, next) {
  if (!url.endsWith(".ts")) return next(url, context);
  const { code } = transformSync(readFileSync(fileURLToPath(url), "utf8"), { loader: "ts", format: "esm", target: "es2023", sourcefile: url, supported: { "import-attributes": true } });
  return { format: "module", source: code, shortCircuit: true };
}
