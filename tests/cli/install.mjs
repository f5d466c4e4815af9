// The program as a user gets it: both packages packed, and installed from their tarballs into a scratch folder, without network.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const BUILT = ["pkg", "cli/dist"];
for (const folder of BUILT) if (!existsSync(`${folder}/package.json`)) throw new Error(`${folder} is missing: build it first`);

export const home = mkdtempSync(join(tmpdir(), "care-coverage-cli-"));
process.on("exit", () => rmSync(home, { recursive: true, force: true }));

const npm = (...given) => execFileSync("npm", [...given, "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--cache", join(home, ".npm")],
  { cwd: home, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

writeFileSync(join(home, "package.json"), JSON.stringify({ name: "scratch", private: true }));
const packed = BUILT.map((folder) => JSON.parse(npm("pack", resolve(folder), "--json"))[0]);
npm("install", ...packed.map(({ filename }) => join(home, filename)));

/** The files of the tarball of the program, sorted. */
export const files = packed[1].files.map(({ path }) => path).sort();
/** Where `care-coverage` is. */
export const bin = join(home, "node_modules", ".bin");
/** The program's own file. */
export const program = join(home, "node_modules/care-coverage-cli/cli.js");
