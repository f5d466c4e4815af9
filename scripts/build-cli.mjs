// Makes the npm package of the command line, in cli/dist/: one file of CommonJS, which Node loads with the least work, and a part for each library
// that not every call needs. What others wrote is copied into them, so that nothing but care-coverage is installed with it.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import { notices } from "./build-notices.mjs";
import { origin } from "./published.mjs";
import { npmPackage } from "./third-party.mjs";

const DIST = "cli/dist";
const [version, repository, homepage] = ["version", "repository", "homepage"].map((field) => new RegExp(`^${field} = "(.+)"$`, "m").exec(readFileSync("Cargo.toml", "utf8"))?.[1]);

/** What is loaded when it is asked for, by what the sources import. */
const PARTS = {
  codes: "cli/src/parts/codes.ts",
  globs: "cli/src/parts/globs.ts",
  lsp: "cli/src/parts/lsp.ts",
  mcp: "cli/src/parts/mcp.ts",
  parquet: "cli/src/parts/parquet.ts",
  "parquet-writer": "cli/src/parts/parquet-writer.ts",
  spreadsheet: "cli/src/parts/spreadsheet.ts",
  yaml: "cli/src/yaml/index.ts",
};
const partOf = new Map(Object.entries(PARTS).map(([name, file]) => [resolve(file), name]));

function apart({ onResolve }) {
  onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
    const name = kind === "dynamic-import" ? partOf.get(resolve(resolveDir, path)) : undefined;
    return name === undefined ? undefined : { path: `./parts/${name}.js`, external: true };
  });
}

/** The package stays outside. Its language server and its spreadsheets are copied, because they need what only their users have installed. */
function outside({ onResolve }) {
  onResolve({ filter: /^care-coverage\/lsp$/ }, () => ({ path: resolve("pkg/lsp-node.js") }));
  onResolve({ filter: /^care-coverage\/spreadsheet$/ }, () => ({ path: resolve("pkg/spreadsheet.js") }));
  onResolve({ filter: /^care-coverage(\/|$)/ }, ({ path }) => ({ path, external: true }));
  const entries = { "./node.js": "care-coverage", "./language.js": "care-coverage/language" };
  onResolve({ filter: /^\.\// }, ({ path, importer }) => (importer === resolve("pkg/lsp-node.js") ? { path: entries[path], external: true } : undefined));
}

/** The parser of arguments can call other programs, which is not asked of it: to load what does takes 10 ms. */
function withoutPrograms({ onResolve, onLoad }) {
  onResolve({ filter: /^node:child_process$/ }, ({ importer }) => (/\/commander\//.test(importer) ? { path: "none", namespace: "none" } : undefined));
  onLoad({ filter: /./, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
}

/** Libraries ask for it where they are CommonJS in part. */
const HERE = 'const _here = require("node:url").pathToFileURL(__filename).href;';

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST, { recursive: true });
const options = {
  format: "cjs",
  platform: "node",
  target: "node20",
  supported: { "dynamic-import": false },
  bundle: true,
  charset: "utf8",
  minify: true,
  metafile: true,
  loader: { ".md": "text" },
  define: { VERSION: JSON.stringify(version), "import.meta.url": "_here" },
  logLevel: "warning",
};
const plugins = [apart, outside, withoutPrograms].map((setup) => ({ name: setup.name, setup }));
const programs = await build({ ...options, entryPoints: { cli: "cli/src/cli.ts", thread: "cli/src/acts/thread.ts" }, outdir: DIST, plugins });
const parts = await build({ ...options, entryPoints: PARTS, outdir: `${DIST}/parts`, plugins: plugins.slice(1), banner: { js: HERE } });
// A part that had a state of the program would have one of its own. What makes patches has none.
for (const [file, { inputs }] of Object.entries(parts.metafile.outputs)) {
  const shared = Object.keys(inputs).filter((name) => /^cli\/src\/(?!parts\/|yaml\/|kit\/patch\.ts)/.test(name));
  if (shared.length > 0) throw new Error(`${file} has a copy of ${shared.join(", ")}`);
}
const program = readFileSync(`${DIST}/cli.js`, "utf8").replace(/^(#!.*\n)?/, "#!/usr/bin/env node\n");
writeFileSync(`${DIST}/cli.js`, program);
chmodSync(`${DIST}/cli.js`, 0o755);

const manifest = JSON.parse(readFileSync("cli/package.json", "utf8"));
const whole = { ...manifest, version, dependencies: { "care-coverage": `^${version}` }, ...origin({ repository, homepage }, "cli") };
writeFileSync(`${DIST}/package.json`, `${JSON.stringify(whole, null, 2)}\n`);
copyFileSync("cli/README.md", `${DIST}/README.md`);
for (const file of ["CHANGELOG.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(file, `${DIST}/${file}`);

const inputs = [programs, parts].flatMap(({ metafile }) => Object.keys(metafile.inputs));
const names = inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
const copied = [...new Set(names.filter((name) => name !== undefined))].sort().map((name) => npmPackage(name));
for (const { name, license, texts } of copied) {
  if (!license || texts.length === 0) throw new Error(`${name}: no licence is stated, or its text is missing`);
}
const holds = "the npm packages of which its JavaScript has a copy, made smaller.";
writeFileSync(`${DIST}/THIRD_PARTY.md`, notices(`${manifest.name} ${version}`, copied, holds));
