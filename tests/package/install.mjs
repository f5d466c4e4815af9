// The package as a user gets it: packed, and installed from the tarball into a scratch project. Nothing here looks at the
// sources or at pkg/ beyond packing it. The scratch project goes when the process ends.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PACKAGE = fileURLToPath(new URL("../../pkg/", import.meta.url));
if (!existsSync(PACKAGE)) throw new Error("pkg/ is missing: build the package first");

/** The scratch project. */
export const folder = mkdtempSync(join(tmpdir(), "care-coverage-package-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const [tarball] = JSON.parse(npm("pack", PACKAGE, "--json"));
/** The files of the tarball, sorted. */
export const packedFiles = tarball.files.map(({ path }) => path).sort();

write("package.json", JSON.stringify({ name: "scratch", private: true, type: "module" }));
npm("install", join(folder, tarball.filename));

/** A path in the scratch project. */
export function inside(...names) {
  return join(folder, ...names);
}

/** Writes a file of the scratch project and returns its path. */
export function write(name, text) {
  writeFileSync(inside(name), text);
  return inside(name);
}

/** What a module of the scratch project with this text exports. */
export async function importText(name, text) {
  return import(pathToFileURL(write(name, text)).href);
}

/** The package, as `import` gives it. */
export const imported = await importText("imported.mjs", 'export * from "care-coverage";\n');

/** The package, as `require` gives it. */
export const required = createRequire(inside("required.cjs"))("care-coverage");

function npm(command, what, ...options) {
  // A cache of its own: nothing stays, and nothing that lies about is taken for the tarball.
  const quiet = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--cache", join(folder, ".npm")];
  return execFileSync("npm", [command, what, ...options, ...quiet], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
