// What others wrote: the bill of materials is one by its official schema, names what the module is made of, and each part has its
// notices.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { test } from "node:test";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { inside } from "./install.mjs";

const file = (name) => readFileSync(inside(`node_modules/care-coverage/${name}`));
const root = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const text = file("sbom.cdx.json").toString();
const sbom = JSON.parse(text);
const notices = file("THIRD_PARTY.md").toString();
const modules = ["core.wasm", "amounts.wasm"].map(file);
const named = new Map(sbom.components.map((component) => [component["bom-ref"], component]));

test("the bill of materials is CycloneDX 1.6", async () => {
  assert.equal(sbom.specVersion, "1.6");
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  assert.equal(await validator.validate(text), null);
  assert.notEqual(await validator.validate(text.replace('"library"', '"libary"')), null);
});

test("it is of these modules, and all in it is linked", () => {
  const { component } = sbom.metadata;
  assert.equal(component.version, JSON.parse(file("package.json")).version);
  const ofModule = (module) => [{ alg: "SHA-256", content: createHash("sha256").update(module).digest("hex") }];
  assert.deepEqual(new Set(component.components.map(({ hashes }) => hashes)), new Set(modules.map(ofModule)));
  const needs = new Map(sbom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
  const reached = new Set();
  const visit = (ref) => !reached.has(ref) && reached.add(ref) && needs.get(ref)?.forEach(visit);
  visit(component["bom-ref"]);
  assert.deepEqual([...named.keys()].filter((ref) => !reached.has(ref)), []);
});

test("it names every crate whose files the module names, those of Cargo.toml, and none that only tests use", () => {
  const compiled = (name, version) => named.get(`pkg:cargo/${name}@${version}`)?.scope === "required";
  const seen = new Set(Buffer.concat(modules).toString("latin1").match(/registry\/[a-z][\w-]*-\d+\.\d+\.\d+(?=\/)/g));
  assert.ok(seen.size >= 2, [...seen].join());
  for (const path of seen) {
    const [, name, version] = /\/([^/]+)-([^-]+)$/.exec(path);
    assert.ok(compiled(name, version), path);
  }
  const versions = new Map([...root("Cargo.lock").matchAll(/^name = "(.+)"\nversion = "(.+)"/gm)].map(([, name, version]) => [name, version]));
  const dependencies = (kind) => {
    const sections = root("Cargo.toml").split(/^(?=\[)/m).filter((section) => new RegExp(`^\\[(target\\..*\\.)?${kind}\\]`).test(section));
    return sections.flatMap((section) => [...section.matchAll(/^([\w-]+) = (?!.*optional = true)/gm)].map(([, name]) => name));
  };
  for (const name of dependencies("dependencies")) assert.ok(compiled(name, versions.get(name)), name);
  for (const name of [...dependencies("dev-dependencies"), "libm"]) assert.ok(!named.has(`pkg:cargo/${name}@${versions.get(name)}`), name);
});

test("hashes are those of the lock files", () => {
  const lock = root("Cargo.lock");
  const { packages } = JSON.parse(root("package-lock.json"));
  for (const { name, version, purl, hashes } of named.values()) {
    if (purl?.startsWith("pkg:cargo/")) {
      assert.ok(lock.includes(`name = "${name}"\nversion = "${version}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${hashes[0].content}"`), name);
    } else if (purl) assert.equal(`sha512-${Buffer.from(hashes[0].content, "hex").toString("base64")}`, packages[`node_modules/${name}`].integrity, name);
    else assert.equal(name, "rust-std");
  }
});

test("each part has its row and its notices", () => {
  for (const { name, version, licenses: [{ expression }] } of named.values()) {
    assert.ok(notices.includes(`| ${name} | ${version} | ${expression} |`), name);
    const section = notices.split(/^### /m).slice(1).find((section) => section.split("\n")[0].includes(`${name} ${version} (`));
    assert.match(section ?? "", /```text\n[^]{500,}```/, name);
  }
  for (const phrase of ["Copyright (c) 2014--2026, Kang Seonghoon", "Copyright (c) Ulrik Sverdrup \"bluss\"", "Copyright (c) 2016, Jake Archibald", "UNICODE LICENSE V3"]) {
    assert.ok(notices.includes(phrase), phrase);
  }
});

test("neither names a time or a folder of the machine that built it", () => {
  for (const [name, written] of [["sbom.cdx.json", text], ["THIRD_PARTY.md", notices]]) {
    for (const place of [homedir(), new URL("../..", import.meta.url).pathname, "file://", ".cargo", "timestamp", "serialNumber"]) {
      assert.ok(!written.includes(place), `${name}: ${place}`);
    }
  }
});
