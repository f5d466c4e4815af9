// Does another folder give the same packages? Builds what would be committed here in a fresh copy, in a folder with a longer name and a
// target folder of its own, and compares every file of the packages and the tarballs with those of pkg/, editor/dist/ and cli/dist/.
//
//   node scripts/reproduce.mjs TOOLS
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packed, sha256 } from "./packed.mjs";

const [tools] = process.argv.slice(2);
const [, pinned] = /^rust-toolchain = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"));
const rustc = run("rustc", ["--version"]).trim();
if (!rustc.startsWith(`rustc ${pinned} `)) fail(`a release is built with Rust ${pinned}, which rustup installs; this is ${rustc}`);

const scratch = mkdtempSync(join(tmpdir(), "reproduce-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const copy = join(scratch, "a-folder-with-another-and-a-longer-name-than-that-of-the-first/care-coverage");
for (const file of run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"]).split("\0")) {
  if (!existsSync(file)) continue;
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  copyFileSync(file, join(copy, file));
}
for (const installed of ["node_modules", "www/node_modules"]) cpSync(installed, join(copy, installed), { recursive: true, verbatimSymlinks: true });
const { MAKEFLAGS, MAKELEVEL, CARGO_TARGET_DIR, ...env } = process.env;
execFileSync("make", ["--silent", "pkg/index.js", "editor/dist/index.js", "cli/dist/cli.js", `TOOLS=${tools}`], { cwd: copy, env: { ...env, CARGO_TERM_QUIET: "true" }, stdio: ["ignore", "ignore", "inherit"] });

const modules = ["core.wasm", "amounts.wasm"].map((name) => `${name.padEnd(12)} ${sha256(join("pkg", name))}`);
for (const folder of ["pkg", "editor/dist", "cli/dist"]) {
  const here = packed(folder, join(scratch, "first"));
  const there = packed(join(copy, folder), join(scratch, "second"));
  const bytes = (folder, name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : Buffer.alloc(0));
  const differing = [...new Set([...here.files, ...there.files])].filter((name) => !bytes(folder, name).equals(bytes(join(copy, folder), name)));
  const hashes = [here, there].map(({ tarball }) => sha256(tarball));
  console.log(`${folder}:\n  here                ${hashes[0]}\n  in the other folder ${hashes[1]}`);
  if (differing.length > 0) fail(`the bytes hang on the folder, of ${differing.join(", ")}`);
  if (hashes[0] !== hashes[1]) fail("the tarballs differ, in the order or the names of their files");
  console.log(`  ${here.files.length} files, the same bytes in two folders`);
}
console.log([...modules, `by ${rustc}`].join("\n"));

function run(command, args) {
  return execFileSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
}

function fail(why) {
  console.error(`reproduce: ${why}`);
  process.exit(1);
}
