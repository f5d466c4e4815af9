// The audit fails where something is wrong, and says what it could not look at. cargo-deny and npm are programs that answer as a
// test asks; that all crates may be used is tested here on the lock files themselves, since cargo-deny takes minutes to install.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import satisfies from "spdx-satisfies";

const folder = mkdtempSync(join(tmpdir(), "audit-"));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "deny"), '#!/bin/bash\necho "deny: $*"\n[ -z "$FAILS" ] || [[ $* != *$FAILS* ]]\n', { mode: 0o755 });
writeFileSync(join(folder, "npm"), '#!/bin/bash\necho "$REPORT"\nexit "$STATUS"\n', { mode: 0o755 });

function audit({ fails = "", report = "{}", status = 0 } = {}) {
  const env = { PATH: `${folder}:${process.env.PATH}`, FAILS: fails, REPORT: report, STATUS: String(status) };
  const { status: code, stdout, stderr } = spawnSync("scripts/audit.sh", [join(folder, "deny")], { env, encoding: "utf8" });
  return { code, stdout, unseen: stderr.split("\n").filter((line) => line.includes("NOT LOOKED AT")) };
}

test("all is looked at where all can be reached", () => {
  const { code, stdout, unseen } = audit();
  assert.equal(code, 0);
  assert.deepEqual(unseen, []);
  for (const manifest of ["Cargo.toml", "fuzz/Cargo.toml", "python/Cargo.toml"]) {
    for (const checks of ["licenses bans sources", "advisories"]) {
      assert.match(stdout, new RegExp(`^deny: --locked --manifest-path ${manifest} .* ${checks}$`, "m"));
    }
  }
});

test("what cannot be reached is said, and the rest is looked at", () => {
  const { code, stdout, unseen } = audit({ fails: "fetch db", report: '{ "message": "405 Method Not Allowed" }', status: 1 });
  assert.equal(code, 0);
  assert.equal(unseen.length, 4);
  assert.match(unseen[0], /, of crates: /);
  ["\\.", "www", "examples/edge"].forEach((folder, index) => assert.match(unseen[index + 1], new RegExp(`, of npm packages of ${folder}: `)));
  assert.match(stdout, / licenses bans sources$/m);
  assert.doesNotMatch(stdout, / advisories$/m);
});

for (const [what, given] of Object.entries({
  "a licence, a version or a source": { fails: "licenses" },
  "a vulnerable crate": { fails: "advisories" },
  "what is wrong with the fuzz targets only": { fails: "fuzz/Cargo.toml" },
  "what is wrong with the Python crate only": { fails: "python/Cargo.toml" },
  "a vulnerable npm package": { report: '{ "auditReportVersion": 2 }', status: 1 },
})) {
  test(`${what} ends the audit`, () => assert.equal(audit(given).code, 1));
}

test("every crate, those of the tests too, has a licence that deny.toml allows, and comes from crates.io", () => {
  const deny = readFileSync("deny.toml", "utf8");
  const strings = (text) => [...text.matchAll(/"([^"]+)"/g)].map(([, string]) => string);
  const allowed = strings(/^allow = (\[.*\])$/m.exec(deny)[1]);
  const exceptions = new Map([...deny.matchAll(/\{ crate = "(.+)", allow = (\[.*?\]) \}/g)].map(([, name, list]) => [name, strings(list)]));
  assert.ok(!satisfies("GPL-3.0-only OR (MIT AND NCSA)", allowed) && satisfies("GPL-3.0-only OR MIT", allowed));
  for (const manifest of ["Cargo.toml", "fuzz/Cargo.toml", "python/Cargo.toml"]) {
    const text = execFileSync("cargo", ["metadata", "--locked", "--format-version", "1", "--manifest-path", manifest], { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] });
    const crates = JSON.parse(text).packages.filter(({ name }) => !name.startsWith("care-coverage"));
    assert.ok(crates.length > 20, manifest);
    for (const { name, license, source } of crates) {
      const expression = license?.replaceAll("/", " OR ");
      assert.ok(expression && satisfies(expression, [...allowed, ...(exceptions.get(name) ?? [])]), `${name}: ${license}`);
      assert.equal(source, "registry+https://github.com/rust-lang/crates.io-index", name);
    }
  }
});

test("every npm package of a lock file has its hash", () => {
  const files = execFileSync("git", ["ls-files", "*package-lock.json"], { encoding: "utf8" }).trim().split("\n");
  assert.ok(files.length >= 7);
  for (const file of files) {
    for (const [path, entry] of Object.entries(JSON.parse(readFileSync(file, "utf8")).packages)) {
      if (path.includes("node_modules/") && !entry.link) assert.match(entry.integrity ?? "", /^sha(512|1)-/, `${file}: ${path}`);
    }
  }
});
