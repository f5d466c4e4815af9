// The runtimes and bundlers of the matrix, which live in two folders of their own: they are large.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const FOLDERS = ["short", "full"].map((name) => fileURLToPath(new URL(`${name}/node_modules/`, import.meta.url)));

/** A path in the folder of a package. */
export function tool(name, ...path) {
  const folder = FOLDERS.find((folder) => existsSync(join(folder, name)));
  if (!folder) throw new Error(`${name} is not installed: run the matrix with make`);
  return join(folder, name, ...path);
}

export function versionOf(name) {
  return JSON.parse(readFileSync(tool(name, "package.json"), "utf8")).version;
}

export { load } from "./full/load.mjs";

/** As it was before a bundler in this process wrote its NODE_ENV into it, which makes Next fail. */
export const ENVIRONMENT = { ...process.env, NO_COLOR: "1" };

/** What a command prints. What it complains of is in the error if it fails. */
export async function run(command, args, { cwd, env } = {}) {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd, env: { ...ENVIRONMENT, ...env }, maxBuffer: 1e8, timeout: 300_000,
  }).catch((error) => {
    throw new Error(`${[command, ...args].join(" ")}\n${error.stdout}\n${error.stderr}`);
  });
  return stdout;
}
