// Is the package in pkg/ ready to be published? The version stands in one place, the changelog has notes for it, and npm would
// take it. Writes the notes to target/release-notes.md.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const [, version] = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"));
const problems = [];

const manifest = JSON.parse(readFileSync("pkg/package.json", "utf8"));
if (manifest.version !== version) problems.push(`pkg/ is of version ${manifest.version}: run make pkg`);

// Cargo writes it into its lock files, and an example may name any version but this one.
const places = git("grep", "-nIwF", version, "--", ".", ":!*lock*", ":!CHANGELOG.md").filter((line) => !line.startsWith("Cargo.toml:"));
for (const place of places) problems.push(`the version stands outside Cargo.toml: ${place}`);

const released = git("tag", "--list", `v${version}`);
if (released.length > 0) problems.push(`v${version} is a tag already: raise the version in Cargo.toml`);

const sections = readFileSync("CHANGELOG.md", "utf8").split(/^## /m).slice(1);
const notes = sections.find((section) => section.startsWith(`${version} `)) ?? sections.find((section) => section.startsWith("Unreleased"));
const [title, ...lines] = (notes ?? "").split("\n");
const text = lines.join("\n").trim();
if (text) {
  mkdirSync("target", { recursive: true });
  writeFileSync("target/release-notes.md", `${text}\n`);
} else problems.push(`CHANGELOG.md has no notes under "${version} - DATE" nor under "Unreleased"`);

const { tarball, provenance } = problems.length > 0 ? {} : dryRun();

if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
console.log(`care-coverage ${version}: ${tarball.entryCount} files, ${tarball.size.toLocaleString("en")} bytes packed, ${tarball.unpackedSize.toLocaleString("en")} unpacked`);
console.log(`Notes, from "${title}": target/release-notes.md, ${text.split("\n").length} lines`);
console.log(provenance);

function dryRun() {
  const packed = JSON.parse(execFileSync("npm", ["publish", "--dry-run", "--json", "./pkg"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }));
  // npm attests where a package was built only if its manifest names the repository.
  const isReady = manifest.repository && manifest.publishConfig?.provenance;
  const provenance = isReady
    ? `Provenance: of ${manifest.repository.url}, when published by its CI`
    : "Provenance: none. Set `repository` in Cargo.toml to the public address of this repository";
  return { tarball: packed[manifest.name] ?? packed, provenance };
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
