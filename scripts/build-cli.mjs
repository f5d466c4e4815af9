// Makes the npm package of the command line, in cli/dist/: a small program that loads the part of each command when it is asked for. What
// others wrote is copied into it, so that nothing but care-coverage is installed with it, and it starts quickly.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { notices } from "./build-notices.mjs";
import { origin } from "./published.mjs";
import { npmPackage } from "./third-party.mjs";

const DIST = "cli/dist";
const [version, repository, homepage] = ["version", "repository", "homepage"].map((field) => new RegExp(`^${field} = "(.+)"$`, "m").exec(readFileSync("Cargo.toml", "utf8"))?.[1]);

/** The package stays outside. Its language server and its spreadsheets are copied, because they need what only their users have installed. */
function outside({ onResolve }) {
  onResolve({ filter: /^care-coverage\/lsp$/ }, () => ({ path: resolve("pkg/lsp-node.js") }));
  onResolve({ filter: /^care-coverage\/spreadsheet$/ }, () => ({ path: resolve("pkg/spreadsheet.js") }));
  onResolve({ filter: /^care-coverage(\/|$)/ }, ({ path }) => ({ path, external: true }));
  const entries = { "./node.js": "care-coverage", "./language.js": "care-coverage/language" };
  onResolve({ filter: /^\.\// }, ({ path, importer }) => (importer === resolve("pkg/lsp-node.js") ? { path: entries[path], external: true } : undefined));
}

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });
const { metafile } = await build({
  entryPoints: { cli: "cli/src/cli.ts", "parts/thread": "cli/src/acts/thread.ts" },
  outdir: DIST,
  chunkNames: "parts/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20",
  bundle: true,
  splitting: true,
  charset: "utf8",
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  plugins: [{ name: "care-coverage", setup: outside }],
  loader: { ".md": "text" },
  define: { VERSION: JSON.stringify(version) },
  // What is copied is CommonJS in part, and asks for modules of Node.
  banner: { js: 'import { createRequire as _require } from "node:module"; const require = _require(import.meta.url);' },
  logLevel: "warning",
});
const program = readFileSync(`${DIST}/cli.js`, "utf8").replace(/^(#!.*\n)?/, "#!/usr/bin/env node\n");
writeFileSync(`${DIST}/cli.js`, program);
chmodSync(`${DIST}/cli.js`, 0o755);

const manifest = JSON.parse(readFileSync("cli/package.json", "utf8"));
const whole = { ...manifest, version, dependencies: { "care-coverage": `^${version}` }, ...origin({ repository, homepage }, "cli") };
writeFileSync(`${DIST}/package.json`, `${JSON.stringify(whole, null, 2)}\n`);
copyFileSync("cli/README.md", `${DIST}/README.md`);
for (const file of ["CHANGELOG.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(file, `${DIST}/${file}`);

const names = Object.keys(metafile.inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
const parts = [...new Set(names.filter((name) => name !== undefined))].sort().map((name) => npmPackage(name));
for (const { name, license, texts } of parts) {
  if (!license || texts.length === 0) throw new Error(`${name}: no licence is stated, or its text is missing`);
}
const holds = "the npm packages of which its JavaScript has a copy, made smaller.";
writeFileSync(`${DIST}/THIRD_PARTY.md`, notices(`${manifest.name} ${version}`, parts, holds));
