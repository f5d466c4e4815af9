// The installed package in Node: import and require give the golden answers, are ready when they are imported, and hold what they
// promise and nothing else.
import { FACTS } from "../../scripts/facts.mjs";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { answer, notJson, resolve, runCases } from "./cases.mjs";
import { count, golden } from "./golden.mjs";
import { DOCUMENTS } from "../../scripts/schemas/documents.mjs";
import { importText, imported, inside, packedFiles, required, write } from "./install.mjs";

const WAYS = { import: imported, require: required };
const manifest = JSON.parse(readFileSync(inside("node_modules/care-coverage/package.json"), "utf8"));

for (const [way, api] of Object.entries(WAYS)) {
  test(`every golden case, through ${way}`, (t) => {
    const differences = golden.flatMap(({ file, document }) => runCases(file, document, api));
    assert.deepEqual(differences, [], differences.join("\n"));
    t.diagnostic(`${count} cases`);
  });
}

test("every error is a CoverageError that speaks for its first diagnostic", () => {
  for (const { file, document } of golden) {
    for (const given of document.cases.filter((given) => "error" in given)) {
      const { thrown, error } = answer(resolve(given, document), imported);
      const name = `${file}/${given.id}`;
      assert.ok(thrown instanceof Error, name);
      assert.equal(thrown.name, "CoverageError", name);
      assert.equal(thrown.code, error.find(({ severity }) => severity === "error").code, name);
      for (const diagnostic of error) assertDiagnostic(diagnostic, name);
    }
  }
});

function assertDiagnostic({ code, severity, message, variant, params, pointer, related, fix, fix_title: title, ...more }, name) {
  // Only what was read from a text has a place in one: not another argument of the call.
  const isOfText = name.startsWith("texts/") && "range" in more;
  assert.deepEqual(Object.keys(more).sort(), isOfText ? ["edits", "mark", "range"] : [], name);
  assert.match(code, /^[a-z]+(_[a-z]+)*$/, name);
  assert.match(severity, /^(error|warning|info)$/, name);
  assert.match(message, /^[\p{Ll}\p{Nd}`][^\n]*[^.\n]$/u, `${name}: ${message}`);
  assert.match(pointer, /^(\/([^~]|~[01])*)?$/, name);
  assert.match(variant, /^([a-z]+[0-9]*(_[a-z0-9]+)*)?$/, name);
  assert.equal(typeof params, "object", name);
  assert.ok(fix === null ? title === null : /^[A-Z][^\n]*[^.\n]$/.test(title), name);
  for (const place of related) {
    assert.deepEqual(Object.keys(place).sort(), ["message", "params", "pointer", ...(isOfText ? ["range"] : []), "variant"], name);
  }
  assert.ok(fix === null || (fix.length > 0 && fix.every(({ op, path }) => op && path.startsWith("/"))), name);
}

test("the answers are there at import, without waiting", () => {
  write("before.mjs", "export const seen = { ticks: 0 };\nPromise.resolve().then(() => (seen.ticks += 1));\n");
  // A module that awaits lets other work run before those that import it.
  const script = write(
    "sync.mjs",
    `import { seen } from "./before.mjs";
     import { ageOn } from "care-coverage";
     console.log(seen.ticks, ageOn("2000-02-29", "2018-03-01"));`,
  );
  assert.equal(run(script), "0 18\n");
  assert.equal(run(write("sync.cjs", 'console.log(require("care-coverage").ageOn("2000-02-29", "2018-02-28"));')), "17\n");
});

/** What a script prints in a Node of its own. Warnings are errors: the package must cause none. */
function run(script) {
  return execFileSync(process.execPath, ["--throw-deprecation", script], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

test("the version is the crate's", () => {
  const [, version] = /^version = "(.+)"$/m.exec(readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8"));
  assert.equal(manifest.version, version);
  for (const api of Object.values(WAYS)) assert.equal(api.packageVersion(), version);
});

test("the tarball holds these files and no other", () => {
  const both = ["cjs", "cjs.map", "js", "js.map"];
  const expected = [
    "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "SECURITY.md", "THIRD_PARTY.md", "package.json", "sbom.cdx.json",
    ...["core", "amounts"].flatMap((name) => ["wasm", "wasm.d.cts", "wasm.d.ts"].map((end) => `${name}.${end}`)),
    ...["base", "benefit-table", "claims", "codemirror", "core", "forms", "language", "language-thread-node", "language-worker-node", "lsp-node", "monaco", "slim", "spreadsheet", "words", "worker-node", "worker-thread-node"].flatMap((name) => both.map((end) => `${name}.${end}`)),
    ...["index", "node", "text"].flatMap((name) => [`${name}.cjs`, `${name}.js`]),
    ...["language-thread", "language-worker", "lsp", "worker", "worker-thread"].flatMap((name) => [`${name}.js`, `${name}.js.map`]),
    "workerd.js",
    ...["benefit-table", "codemirror", "forms", "index", "language", "language/worker", "language/worker/thread", "lsp", "monaco", "slim", "spreadsheet", "text", "words", "worker", "worker/thread"].flatMap((name) => [`${name}.d.cts`, `${name}.d.ts`]),
    ...["benefit-tables", "codes", "coverage", "data-platforms", "dispense", "editors", "git", "guides/ci", "guides/compliance", "guides/edge", "guides/editor", "guides/testing", "guides/upgrading", "language", "python", "reimbursement", "requirements", "runtimes", "simulation", "speed", "stores", "words"].map((guide) => `docs/${guide}.md`),
    ...DOCUMENTS.flatMap(([name]) => [`schemas/${name}.json`, `schemas/draft-07/${name}.json`]),
    ...["classes.example", "classes.national", "fr-ani", "fr-contrat-responsable"].map((name) => `profiles/${name}.json`),
    "benefit-tables/examples.national.json", "benefit-tables/synonyms.national.json", "headings/national.json", "mappings/damir.json",
    "stores/LICENSE-idb",
    ...["d1", "indexeddb", "memory", "sqlite"].flatMap((store) => [...both, "d.cts", "d.ts"].map((end) => `stores/${store}.${end}`)),
  ].sort();
  assert.deepEqual(packedFiles, expected);
  const installed = readdirSync(inside("node_modules/care-coverage"), { recursive: true, withFileTypes: true });
  assert.equal(installed.filter((entry) => entry.isFile()).length, expected.length);
});

test("the package needs nothing else, and its entries are all there", async () => {
  const { dependencies, peerDependencies, peerDependenciesMeta, optionalDependencies, scripts, exports } = manifest;
  assert.deepEqual({ dependencies, optionalDependencies, scripts }, { dependencies: undefined, optionalDependencies: undefined, scripts: undefined });
  // What some entries are for: editors, drivers, readers of files.
  assert.deepEqual(Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name].optional), []);
  const targets = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(targets));
  for (const target of targets(exports).filter((target) => !target.includes("*"))) assert.ok(packedFiles.includes(target.slice("./".length)), target);
  await assert.rejects(importText("deep.mjs", 'import "care-coverage/index.js";'), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
});

test("every store can be imported and required in Node, and is declared", async () => {
  for (const store of ["d1", "indexeddb", "memory", "sqlite"]) {
    const entry = `care-coverage/stores/${store}`;
    const names = Object.keys(await importText(`${store}-entry.mjs`, `export * from "${entry}";\n`));
    assert.deepEqual(Object.keys(createRequire(inside("entry.cjs"))(entry)), names);
    const declared = readFileSync(inside(`node_modules/care-coverage/stores/${store}.d.ts`), "utf8");
    assert.deepEqual(Array.from(declared.matchAll(/^export declare function (\w+)/gm), ([, name]) => name), names);
  }
});

test("what is exported is what is declared", () => {
  const declared = readFileSync(inside("node_modules/care-coverage/index.d.ts"), "utf8");
  const names = Array.from(declared.matchAll(/^export (?:declare )?(?:class|function|const) (\w+)/gm), ([, name]) => name);
  // A function that is declared twice is exported once.
  for (const api of Object.values(WAYS)) assert.deepEqual(Object.keys(api).sort(), [...new Set(names)].sort());
});

test("known values can be asked, and changing the answer changes nothing", () => {
  const before = structuredClone(imported.knownValues());
  assert.deepEqual(notJson(before), []);
  assert.deepEqual(Object.keys(before), FACTS.flatMap(({ knownValues }) => knownValues ?? []));
  try {
    imported.knownValues().practitioners.push("ASTROLOGER");
  } catch {
    // A frozen answer is as good.
  }
  assert.deepEqual(imported.knownValues(), before);
});
