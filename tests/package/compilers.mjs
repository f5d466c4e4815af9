// The TypeScript compilers that the declarations are tried with.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { folder, write } from "./install.mjs";

const { resolve } = createRequire(import.meta.url);
const installed = (name) => dirname(resolve(`${name}/package.json`));

/** Folders of TypeScript: the lowest version that the package is for, and the newest. */
export const COMPILERS = { lowest: installed("typescript52"), newest: installed("typescript") };

export const versionOf = (compiler) => JSON.parse(readFileSync(join(compiler, "package.json"), "utf8")).version;

export const STRICT = {
  target: "es2022", lib: ["es2022", "esnext.disposable"], types: [], noEmit: true, strict: true, noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true, noImplicitOverride: true, skipLibCheck: false, resolveJsonModule: true,
};
export const BUNDLER = { module: "esnext", moduleResolution: "bundler" };

/** What a compiler says of files of the scratch project ({ name: text }), one line each. */
export function compileWith(compiler, files, options) {
  for (const [file, text] of Object.entries(files)) write(file, text);
  const names = Object.keys(files);
  const config = write(`tsconfig.${names[0]}.json`, JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files: names }));
  const { stdout, stderr, error } = spawnSync(process.execPath, [join(compiler, "bin/tsc"), "--pretty", "false", "-p", config], { cwd: folder, encoding: "utf8" });
  if (error) throw error;
  return `${stdout}${stderr}`.split("\n").filter(Boolean);
}
