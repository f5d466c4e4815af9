// What is in the package that others wrote: the crates of core.wasm, Rust's standard library, and what esbuild copies into a store.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const TARGET = "wasm32-unknown-unknown";
const NOTICES = /^(licen[cs]e|copying|copyright|notice|authors)/i;

/** What is built of which crates, for which machine, and the npm packages of which it holds a copy. */
const PACKAGE = { manifest: "Cargo.toml", target: TARGET, copied: ["idb"] };

/** Each with its name, version, licence (an SPDX expression), hash, the texts of its notices, and what it needs, by `ref`.
 *  Sorted by name. */
export function thirdParty(of = PACKAGE) {
  const { crates, direct } = cratesOf(of);
  const standard = standardLibrary();
  const copied = of.copied.map((name) => npmPackage(name));
  const parts = [...crates, standard, ...copied].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  for (const { ref, license, texts } of parts) {
    if (!license || texts.length === 0) throw new Error(`${ref}: no licence is stated, or its text is missing`);
  }
  return { parts, direct: [...direct, standard.ref, ...copied.map(({ ref }) => ref)] };
}

/** The crates, but for our own, that a module needs when it is built without tests. What is only reached through a procedural macro runs in the
 *  compiler: of it, only what it writes is in the module. */
function cratesOf({ manifest, target }) {
  const metadata = JSON.parse(run("cargo", ["metadata", "--locked", "--format-version", "1", "--filter-platform", target, "--manifest-path", manifest]));
  const packages = new Map(metadata.packages.map((crate) => [crate.id, crate]));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  // The metadata also has the crates of features that only tests ask for.
  const tree = run("cargo", ["tree", "--locked", "--manifest-path", manifest, "--edges", "normal", "--target", target, "--prefix", "none", "--format", "{p}"]);
  const built = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const isBuilt = ({ name, version }) => built.has(`${name} v${version}`);
  const isMacro = (id) => packages.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
  const isNormal = ({ dep_kinds }) => dep_kinds.some(({ kind }) => kind === null);
  const needs = (id) => nodes.get(id).deps.filter(isNormal).map(({ pkg }) => pkg).filter((pkg) => isBuilt(packages.get(pkg)));

  const direct = needs(metadata.resolve.root);
  const compiled = reachable(direct, needs, (id) => !isMacro(id));
  const checksums = checksumsOf(join(dirname(manifest), "Cargo.lock"));
  const ref = (id) => `pkg:cargo/${packages.get(id).name}@${packages.get(id).version}`;
  const isTheirs = (id) => packages.get(id).source !== null;
  const crates = [...reachable(direct, needs, () => true)].filter(isTheirs).map((id) => {
    const { name, version, license, manifest_path } = packages.get(id);
    return {
      ref: ref(id),
      purl: ref(id),
      name,
      version,
      // As it was written before SPDX.
      license: license?.replaceAll("/", " OR "),
      hash: ["SHA-256", checksums.get(`${name} ${version}`)],
      isMacro: !compiled.has(id),
      texts: crateNotices(dirname(manifest_path), license),
      needs: needs(id).map(ref),
    };
  });
  return { crates, direct: direct.map(ref) };
}

/** These and all that they need, of what counts. */
function reachable(roots, needs, counts) {
  const reached = new Set();
  const visit = (id) => {
    if (reached.has(id) || !counts(id)) return;
    reached.add(id);
    needs(id).forEach(visit);
  };
  roots.forEach(visit);
  return reached;
}

function checksumsOf(lockFile) {
  const entries = readFileSync(lockFile, "utf8").matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"$/gm);
  return new Map([...entries].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]));
}

function standardLibrary() {
  const [, version] = /^rustc (\S+)/.exec(run("rustc", ["--version"]));
  const license = readFileSync("LICENSE-MIT", "utf8").replace(/^Copyright .*$/m, "Copyright (c) The Rust Project Developers (see https://thanks.rust-lang.org)");
  return {
    ref: `rust-std@${version}`,
    cpe: `cpe:2.3:a:rust-lang:rust:${version}:*:*:*:*:*:*:*`,
    name: "rust-std",
    version,
    license: "MIT OR Apache-2.0",
    texts: [{ file: "MIT", text: license }],
    needs: [],
  };
}

/** A package of npm of which a bundler copies code. `root`: the folder of the lock file that names it. */
export function npmPackage(name, root = ".") {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const { integrity } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages[folder];
  const ref = `pkg:npm/${name}@${version}`;
  const hash = ["SHA-512", Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex")];
  return { ref, purl: ref, name, version, license, hash, texts: noticesIn(join(root, folder)), needs: [] };
}

/** Those of a crate. Where it holds none and its author lets us choose the Apache licence, the text of that, which is the same for all who use it. */
function crateNotices(folder, license) {
  const texts = noticesIn(folder);
  if (texts.length > 0 || !license?.split(/ OR |\//).includes("Apache-2.0")) return texts;
  return [{ file: "Apache-2.0", text: readFileSync("LICENSE-APACHE", "utf8") }];
}

function noticesIn(folder) {
  const files = readdirSync(folder).filter((file) => NOTICES.test(file)).sort();
  return files.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

function run(command, args) {
  return execFileSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 26, stdio: ["ignore", "pipe", "inherit"] });
}
