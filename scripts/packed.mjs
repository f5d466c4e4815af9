// The tarball that npm makes of a folder, and hashes of files.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export function packed(folder, destination) {
  mkdirSync(destination, { recursive: true });
  const options = ["--json", "--ignore-scripts", "--pack-destination", resolve(destination)];
  const [{ filename, files }] = JSON.parse(execFileSync("npm", ["pack", resolve(folder), ...options], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  return { tarball: join(destination, filename), files: files.map(({ path }) => path).sort() };
}

export function sha256(path) {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
