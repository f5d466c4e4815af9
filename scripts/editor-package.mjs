// Makes an npm package of what Vite built in editor/dist/: its manifest, its documents, its licences, and those of what is in it.
//
//   node scripts/editor-package.mjs PACKAGE…
//
// Each PACKAGE is one of npm of which code is in the bundle.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { notices } from "./build-notices.mjs";
import { origin } from "./published.mjs";
import { npmPackage } from "./third-party.mjs";

const DIST = "editor/dist";
const packages = process.argv.slice(2).sort();
const [version, repository, homepage] = ["version", "repository", "homepage"].map((field) => new RegExp(`^${field} = "(.+)"$`, "m").exec(readFileSync("Cargo.toml", "utf8"))?.[1]);

const manifest = JSON.parse(readFileSync("editor/package.json", "utf8"));
// Both packages are released as one version.
const whole = { ...manifest, version, peerDependencies: { "care-coverage": `^${version}` }, ...origin({ repository, homepage }, "editor") };
writeFileSync(`${DIST}/package.json`, `${JSON.stringify(whole, null, 2)}\n`);
for (const file of ["README.md", "index.d.ts", "react.d.ts"]) copyFileSync(`editor/${file}`, `${DIST}/${file}`);
for (const file of ["CHANGELOG.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(file, `${DIST}/${file}`);

const parts = packages.map((name) => npmPackage(name, "www/"));
for (const { name, license, texts } of parts) {
  if (!license || texts.length === 0) throw new Error(`${name}: no licence is stated, or its text is missing`);
}
const holds = "the npm packages of which its JavaScript has a copy, made smaller.";
writeFileSync(`${DIST}/THIRD_PARTY.md`, notices(`${manifest.name} ${version}`, parts, holds));
