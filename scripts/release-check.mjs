// Are the packages in pkg/, editor/dist/ and cli/dist/ ready to be published? The version is in one place, the changelog has notes for it, and npm would
// take them. Writes the notes, with the hashes of what is released, to target/release-notes.md, and the tarballs next to them.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { packed, sha256 } from "./packed.mjs";

const [, version] = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"));
const problems = [];

/** The folder of each package, and what makes it. The elements need the engine: it is published first. */
const PACKAGES = { pkg: "make pkg", "editor/dist": "make editor", "cli/dist": "make cli" };
const manifests = Object.entries(PACKAGES).map(([folder, command]) => {
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  if (manifest.version !== version) problems.push(`${folder} is of version ${manifest.version}: run ${command}`);
  return manifest;
});
const [engine, elements, program] = manifests;
if (elements.peerDependencies[engine.name] !== `^${version}`) problems.push(`${elements.name} is for ${engine.name} ${elements.peerDependencies[engine.name]}`);
if (program.dependencies[engine.name] !== `^${version}`) problems.push(`${program.name} is for ${engine.name} ${program.dependencies[engine.name]}`);

/** The Python package is a crate of its own, and Python reads neither manifest of Rust's. */
const MANIFESTS = ["Cargo.toml", "python/Cargo.toml", "python/pyproject.toml"];
for (const path of MANIFESTS) {
  const [, own] = /^version = "(.+)"$/m.exec(readFileSync(path, "utf8"));
  if (own !== version) problems.push(`${path} is of version ${own}`);
}
// Cargo writes it into its lock files, and an example may name any version but this one.
const places = git("grep", "-nIwF", version, "--", ".", ":!*lock*", ":!CHANGELOG.md").filter((line) => !MANIFESTS.some((path) => line.startsWith(`${path}:`)));
for (const place of places) problems.push(`the version is written outside of its manifests: ${place}`);

const released = git("tag", "--list", `v${version}`);
if (released.length > 0) problems.push(`v${version} is a tag already: raise the version in Cargo.toml`);

const sections = readFileSync("CHANGELOG.md", "utf8").split(/^## /m).slice(1);
const notes = sections.find((section) => section.startsWith(`${version} `)) ?? sections.find((section) => section.startsWith("Unreleased"));
const [title, ...lines] = (notes ?? "").split("\n");
const text = lines.join("\n").trim();
if (!text) problems.push(`CHANGELOG.md has no notes under "${version} - DATE" nor under "Unreleased"`);

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
const tarballs = Object.keys(PACKAGES).map((folder) => packed(folder, "target").tarball);
const sums = checksums(tarballs);
writeFileSync("target/release-notes.md", `${text}\n\n${sums}`);
for (const [index, tarball] of tarballs.entries()) {
  const { would, provenance } = dryRun(tarball, manifests[index]);
  console.log(`${manifests[index].name} ${version}: ${would.entryCount} files, ${would.size.toLocaleString("en")} bytes packed, ${would.unpackedSize.toLocaleString("en")} unpacked`);
  console.log(`Tarball to publish: ${tarball}\n${provenance}`);
}
console.log(`Notes, from "${title}": target/release-notes.md, ${text.split("\n").length} lines\n${sums}`);

function checksums(tarballs) {
  const row = (path) => `| ${path.split("/").at(-1)} | \`${sha256(path)}\` |\n`;
  return `### Checksums\n\n| file | SHA-256 |\n|---|---|\n${["pkg/core.wasm", "pkg/amounts.wasm", ...tarballs].map(row).join("")}`;
}

function dryRun(tarball, manifest) {
  const answer = JSON.parse(execFileSync("npm", ["publish", "--dry-run", "--json", `./${tarball}`], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }));
  // npm attests where a package was built only if its manifest names the repository.
  const isReady = manifest.repository && manifest.publishConfig?.provenance;
  const provenance = isReady
    ? `Provenance: of ${manifest.repository.url}, when published by its CI`
    : "Provenance: none. Set `repository` in Cargo.toml to the public address of this repository";
  return { would: answer[manifest.name] ?? answer, provenance };
}

/** The lines that git prints; none where it finds nothing. */
function git(...args) {
  try {
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).split("\n").filter(Boolean);
  } catch (error) {
    if (error.status === 1) return [];
    throw error;
  }
}
