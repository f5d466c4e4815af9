// Tests, measurements and scripts read this checkout and nothing else, but for what a variable of the environment names.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { test } from "node:test";

const FOLDERS = [".ci", "benches", "cli", "editor", "examples", "fuzz", "pkg-template", "python", "scripts", "site", "src", "tests", "www"];
const files = execFileSync("git", ["ls-files", ...FOLDERS], { encoding: "utf8" })
  .trim().split("\n").filter((file) => /^\.ci\/run$|\.(mjs|js|ts|rs|sh|py)$/.test(file) && file !== "tests/build/checkout.test.mjs");

/** Paths that a file names and that lead out of the checkout: relative to the file, to the manifest in Rust, or absolute. */
function leadingOut(file, text) {
  const relative = (text.match(/(?:\.\.\/)+[\w./-]*/g) ?? []).filter((path) => posix.join(posix.dirname(file), path).startsWith(".."));
  const ofManifest = text.match(/CARGO_MANIFEST_DIR"?\)?,? ?"?\/\.\.[\w./-]*/g) ?? [];
  const absolute = text.match(/["'`](?:\/(?:home|root|tmp|Users|mnt|opt|srv)\/|~\/)[\w./-]*/g) ?? [];
  return [...relative, ...ofManifest, ...absolute];
}

test("no path leads out of the checkout", () => {
  assert.ok(files.length >= 300, `${files.length} files`);
  const found = files.flatMap((file) => leadingOut(file, readFileSync(file, "utf8")).map((path) => `${file}: ${path}`));
  assert.deepEqual(found, []);
});

test("a path that leads out is seen", () => {
  const out = [
    ["tests/package/a.mjs", 'new URL("../../../elsewhere/data", import.meta.url)'], ["tests/a.rs", 'concat!(env!("CARGO_MANIFEST_DIR"), "/../elsewhere")'],
    ["scripts/a.mjs", 'readFileSync("/home/somebody/data")'], ["scripts/a.sh", "cat ../../data"],
  ];
  for (const [file, text] of out) assert.equal(leadingOut(file, text).length, 1, text);
  for (const [file, text] of [["tests/package/a.mjs", 'import "../support/b.mjs"'], ["scripts/a.mjs", 'join(process.env.DATA, "a")']]) assert.deepEqual(leadingOut(file, text), []);
});
