// No build takes other versions than those of the lock files.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const files = execFileSync("git", ["ls-files", "Makefile", "scripts", "benches/*.mjs", "tests/*.mjs", ".ci"], { encoding: "utf8" }).trim().split("\n");
const lines = files.flatMap((file) => readFileSync(file, "utf8").replaceAll("\\\n", " ").split("\n").map((line) => ({ file, line: line.trim() })));
const code = lines.filter(({ line }) => !/^(#|\/\/|\*|\/\*)/.test(line));

/** Words behind `cargo` that resolve versions. */
const CARGO = /(?:\bcargo (?:\+\S+ )?|"cargo", \[")(?:bench|build|check|clippy|deny|doc|fetch|install|metadata|run|test|tree)\b/;

test("every call of cargo that resolves versions is --locked", () => {
  const calls = code.filter(({ file, line }) => CARGO.test(line) && file !== "tests/build/locked.test.mjs");
  assert.ok(calls.length >= 10, `${calls.length} calls`);
  assert.deepEqual(calls.filter(({ line }) => !line.includes("--locked")), []);
});

test("the Python package is built of the versions that its lock file has, and the engine's crates are those of the npm package", () => {
  const calls = code.filter(({ file, line }) => file === "Makefile" && /maturin" build\b/.test(line));
  assert.equal(calls.length, 1);
  assert.match(calls[0].line, / --locked /);
  const versionsIn = (file) => new Map(Array.from(readFileSync(file, "utf8").matchAll(/^name = "(.+)"\nversion = "(.+)"$/gm), ([, name, version]) => [name, version]));
  const [own, engines] = [versionsIn("python/Cargo.lock"), versionsIn("Cargo.lock")];
  const engine = ["chrono", "rust_decimal", "serde", "strsim", "arrayvec", "num-traits"];
  assert.deepEqual(engine.map((name) => own.get(name)), engine.map((name) => engines.get(name)));
});

test("Python's packages are installed by their hashes, and none is built", () => {
  const calls = code.filter(({ file, line }) => file === "Makefile" && /\bpip" install\b|-m pip install\b/.test(line));
  const ofLock = calls.filter(({ line }) => line.includes("-r python/requirements.txt"));
  assert.equal(ofLock.length, 1);
  assert.match(ofLock[0].line, /--require-hashes --only-binary :all:/);
  const lock = readFileSync("python/requirements.txt", "utf8").replaceAll("\\\n", " ").split("\n").filter((line) => /^[a-z]/.test(line));
  assert.ok(lock.length >= 15, `${lock.length} packages`);
  for (const line of lock) assert.match(line, /^[\w.-]+(?:\[[\w,-]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}/, line);
  // What a build by itself would take.
  const maturin = /^maturin==(\S+)/m.exec(readFileSync("python/requirements.txt", "utf8"))[1];
  assert.ok(readFileSync("python/pyproject.toml", "utf8").includes(`"maturin==${maturin}"`));
});

test("every npm install is of a lock file, and runs no script of a package", () => {
  const calls = code.filter(({ file, line }) => file === "Makefile" && /\bnpm (?:ci|install|i)\b/.test(line));
  assert.ok(calls.length >= 7, `${calls.length} calls`);
  for (const { line } of calls) {
    assert.match(line, /\bnpm (?:ci|install --no-save)\b/, line);
    assert.match(line, /--ignore-scripts/, line);
  }
});
