// The package as a user gets it: packed, and installed from the tarball into a scratch project, which goes when the process ends.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installInto } from "./pack.mjs";

/** The scratch project. */
export const folder = mkdtempSync(join(tmpdir(), "care-coverage-package-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** The files of the tarball, sorted. */
export const packedFiles = installInto(folder).files;

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
