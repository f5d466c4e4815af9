// Scratch projects with the packed package in them, under target/matrix/.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installInto } from "../package/pack.mjs";
import { bundleGolden } from "./golden.mjs";

const ROOT = fileURLToPath(new URL("../../target/matrix/", import.meta.url));
rmSync(ROOT, { recursive: true, force: true });
const template = join(ROOT, "template");
mkdirSync(template, { recursive: true });

/** The packed package. */
export const { tarball } = installInto(template);
await bundleGolden(template);

/** A project of its own with the package, the golden cases and these files ({ path: text }). */
export function project(name, files) {
  const folder = join(ROOT, name);
  for (const entry of readdirSync(template)) {
    if (!entry.startsWith(".") && !entry.endsWith(".tgz")) cpSync(join(template, entry), join(folder, entry), { recursive: true });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
