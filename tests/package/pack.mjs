// Packs the package and installs it from the tarball, without network. Nothing here looks at the sources or at pkg/ beyond
// packing it.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("../../pkg/", import.meta.url));
if (!existsSync(PACKAGE)) throw new Error("pkg/ is missing: build the package first");

/** Makes a folder a project with the package installed. Returns the tarball's path and its files, sorted. */
export function installInto(folder) {
  const [packed] = JSON.parse(npm(folder, "pack", PACKAGE, "--json"));
  const tarball = join(folder, packed.filename);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "scratch", private: true, type: "module" }));
  npm(folder, "install", tarball);
  return { tarball, files: packed.files.map(({ path }) => path).sort() };
}

function npm(folder, command, what, ...options) {
  // A cache of its own: nothing stays, and nothing that lies about is taken for the tarball.
  const quiet = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--cache", join(folder, ".npm")];
  return execFileSync("npm", [command, what, ...options, ...quiet], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
