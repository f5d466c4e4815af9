// Makes the npm package in pkg/ from pkg-template/ and the compiled module.
//
//   node scripts/build-package.mjs MODULE.wasm WASM_BINDGEN
//
// MODULE.wasm is cargo's release build, WASM_BINDGEN the command of the pinned version.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { build, transform } from "esbuild";
import { buildAdapters } from "./build-adapters.mjs";
import { buildGlue } from "./build-glue.mjs";
import { buildNotices } from "./build-notices.mjs";
import { buildSchemas } from "./build-schemas.mjs";
import { buildShapes } from "./build-shapes.mjs";
import { buildStores } from "./build-stores.mjs";
import { EXPORTS_OF_AMOUNTS, isOfAmounts } from "./parts-of-module.mjs";
import { declarationsOf } from "./declarations.mjs";
import { origin, withPublicLinks } from "./published.mjs";
import { placedInPackage, withMap } from "./source-maps.mjs";
import { splitModule } from "./split-module.mjs";

const [module, wasmBindgen] = process.argv.slice(2);
const work = "target/package";
const whole = `${work}/core_bg.wasm`;
/** The two modules of the package. */
const MODULES = ["core", "amounts"];

/** The JavaScript files of the package, each from the source of its name. The first two are shared: the others import `base` by the names
 *  of its parts and `core` as `#core`, and what loads others only where it needs them has these
 *  as `#index`, `#node`, `#claims`, `#language` and `#words`. A new entry is also named in `exports` of pkg-template/package.json. */
const FILES = ["base", "benefit-table", "core", "index", "node", "claims", "language", "language-worker", "language-worker-node", "language-thread", "language-thread-node", "slim", "text", "workerd", "worker", "worker-node", "worker-thread", "worker-thread-node", "words"];
/** Those that `require` can ask for. */
const COMMON_JS = ["base", "benefit-table", "core", "index", "node", "claims", "language", "language-worker-node", "language-thread-node", "slim", "text", "worker-node", "worker-thread-node", "words"];
/** What is in `base` and nowhere else. */
const PARTS_OF_BASE = /\/(?:answers|apply-fixes|base|error|format-diagnostics|memory|started)\.ts$/;
/** Those that hold the module as a text, or nothing but two lines, have no source map. */
const WITHOUT_MAP = ["index", "node", "workerd", "text"];
/** Packages that read files, which the worker loads where it is asked to and finds them. */
const READERS = ["hyparquet", "hyparquet-compressors", "apache-arrow"];
/** A file of the package in the JavaScript of another. */
const NAME_IN_COMMON_JS = new RegExp(`("\\./(?:${COMMON_JS.join("|")})\\.)js"`, "g");
/** The documents of docs/ for those who use the package. */
const GUIDES = ["benefit-tables", "codes", "coverage", "data-platforms", "dispense", "editors", "git", "language", "python", "reimbursement", "requirements", "runtimes", "simulation", "speed", "stores", "words"];
const GUIDES_BY_TASK = ["ci", "compliance", "edge", "editor", "testing", "upgrading"].map((name) => `guides/${name}`);
const OWN_URL = 'const __url = require("node:url").pathToFileURL(__filename);';

const JAVASCRIPT = { target: "es2022", charset: "utf8", legalComments: "none" };
/** Small, but with its names: a stack trace says where it comes from. Not for CommonJS, where TypeScript looks for the exports. */
const SMALL = { ...JAVASCRIPT, minifyWhitespace: true, minifySyntax: true };

/** The declarations of an entry, and where they come from. */
const DECLARATIONS = [
  ["index", "care-coverage.d.ts"],
  ["slim", "care-coverage-slim.d.ts"],
  ["text", "care-coverage-text.d.ts"],
  ["worker", "care-coverage-worker.d.ts"],
  // Where a compiler finds it that does not read `exports`.
  ["worker/thread", "care-coverage-worker-thread.d.ts"],
  ["words", "care-coverage-words.d.ts"],
  ["benefit-table", "care-coverage-benefit-table.d.ts"],
  ["language", "care-coverage-language.d.ts"],
  ["language/worker", "care-coverage-language-worker.d.ts"],
  ["language/worker/thread", "care-coverage-language-worker-thread.d.ts"],
  ["codemirror", "care-coverage-codemirror.d.ts"],
  ["monaco", "care-coverage-monaco.d.ts"],
  ["lsp", "care-coverage-lsp.d.ts"],
  ["forms", "care-coverage-forms.d.ts"],
  ["spreadsheet", "care-coverage-spreadsheet.d.ts"],
];

rmSync(work, { recursive: true, force: true });
say("wasm-bindgen: glue and module");
buildGlue(module, wasmBindgen, work);

say("wasm-opt: size");
// A function that is called once stays one, unless it is small: put into its caller it makes one so long that it packs worse, by a
// thirtieth of all. With `-Oz` it packs worse, too.
// The first KiB of the memory is the far end of the stack, of which no address is computed by way of one below zero: so a constant may
// be added by the load itself, a hundredth of the module.
run(process.execPath, ["node_modules/binaryen/bin/wasm-opt", "-g", "-Os", "--one-caller-inline-max-function-size=20", "--low-memory-unused", whole, "-o", whole]);
say("division: what compares amounts is a module of its own");
const { first, second } = splitModule(readFileSync(whole), new Set(EXPORTS_OF_AMOUNTS), isOfAmounts);
writeFileSync(`${work}/core.wasm`, first);
writeFileSync(`${work}/amounts.wasm`, second);
for (const name of MODULES) {
  const bytes = readFileSync(`${work}/${name}.wasm`);
  if (bytes.includes(process.cwd())) throw new Error(`${name}.wasm names the folder that it was built in`);
  // A module that no engine loads must not leave the build.
  new WebAssembly.Module(bytes);
}

rmSync("pkg", { recursive: true, force: true });
say("schemas");
buildSchemas("pkg/schemas", work);
await buildShapes(work);

say("esbuild: entries");
for (const name of FILES) await buildModule(name);
for (const name of COMMON_JS) await translateToCommonJs(name);
for (const name of MODULES) {
  copyFileSync(`${work}/${name}.wasm`, `pkg/${name}.wasm`);
  for (const kind of ["ts", "cts"]) copyFileSync("pkg-template/core.wasm.d.ts", `pkg/${name}.wasm.d.${kind}`);
}

say("stores");
await buildStores("pkg/stores", work);
say("adapters");
await buildAdapters("pkg");

const version = cargoField("version");
const address = { repository: cargoField("repository"), homepage: cargoField("homepage") };
const manifest = JSON.parse(readFileSync("pkg-template/package.json", "utf8"));
writeFileSync("pkg/package.json", `${JSON.stringify({ ...manifest, version, ...origin(address) }, null, 2)}\n`);
for (const [name, source] of DECLARATIONS) {
  // Of a file in a folder the others are further out.
  const text = declarationsOf(source).replaceAll('from "./', `from "${"../".repeat(name.split("/").length - 1) || "./"}`);
  mkdirSync(`pkg/${dirname(name)}`, { recursive: true });
  writeFileSync(`pkg/${name}.d.ts`, text);
  writeFileSync(`pkg/${name}.d.cts`, text.replaceAll(/(from "[./]+[a-z/]+)\.js"/g, '$1.cjs"'));
}
mkdirSync("pkg/docs/guides", { recursive: true });
// The only document that a registry shows.
writeFileSync("pkg/README.md", withPublicLinks(readFileSync("README.md", "utf8"), address.repository, version));
for (const file of ["CHANGELOG.md", "SECURITY.md", "LICENSE-MIT", "LICENSE-APACHE", ...[...GUIDES, ...GUIDES_BY_TASK].map((name) => `docs/${name}.md`)]) copyFileSync(file, `pkg/${file}`);
// Data that is loaded where it is asked for: requirements of laws, what their classes are in a catalogue, words and examples of benefit tables.
for (const folder of ["benefit-tables", "headings", "mappings", "profiles"]) cpSync(folder, `pkg/${folder}`, { recursive: true });
say("what others wrote");
buildNotices("pkg", version);
say(`pkg/ holds care-coverage ${version}`);

/** A field of the crate's manifest, the only place of it. */
function cargoField(name) {
  return new RegExp(`^${name} = "(.+)"$`, "m").exec(readFileSync("Cargo.toml", "utf8"))?.[1];
}

async function buildModule(name) {
  const { outputFiles } = await build({
    ...SMALL,
    entryPoints: [`pkg-template/${name}.ts`],
    outfile: `pkg/${name}.js`,
    bundle: true,
    format: "esm",
    alias: { "#glue": `./${work}/core.js`, "#drafts": "./scripts/schemas/drafts.mjs", "#payload-schema": `./${work}/coverage-payload.schema.json`, "#shapes": `./${work}/shapes.json` },
    loader: { ".json": "text" },
    external: ["node:os", "node:worker_threads", ...READERS],
    inject: ["pkg-template/utf8.ts"],
    plugins: [{ name: "files of the package", setup: (build) => bringFiles(build, name) }],
    sourcemap: WITHOUT_MAP.includes(name) ? false : "linked",
    write: false,
    logLevel: "warning",
  });
  for (const { path, text } of outputFiles) writeFileSync(path, path.endsWith(".map") ? placedInPackage(text) : text);
}

async function translateToCommonJs(name) {
  const module = readFileSync(`pkg/${name}.js`, "utf8");
  const hasMap = !WITHOUT_MAP.includes(name);
  const { code, map } = await transform(hasMap ? withMap(module, readFileSync(`pkg/${name}.js.map`)) : module, {
    ...JAVASCRIPT,
    format: "cjs",
    // Only for Node does it say which names there are, so that `import` of such a file finds them.
    platform: "node",
    // What `require` cannot ask for is imported in both.
    supported: { "dynamic-import": READERS.some((reader) => module.includes(`import("${reader}")`)) },
    sourcemap: hasMap && "external",
    sourcefile: `${name}.js`,
    ...(module.includes("import.meta.url") && { define: { "import.meta.url": "__url" }, banner: OWN_URL }),
  });
  writeFileSync(`pkg/${name}.cjs`, `${code.replace(NAME_IN_COMMON_JS, '$1cjs"')}${hasMap ? `//# sourceMappingURL=${name}.cjs.map\n` : ""}`);
  if (hasMap) writeFileSync(`pkg/${name}.cjs.map`, map);
}

/** What is shared stays a file of its own; the module does where it is imported compiled, and is inlined elsewhere. */
function bringFiles({ onResolve, onLoad }, name) {
  if (name !== "base") onResolve({ filter: PARTS_OF_BASE }, () => ({ path: "./base.js", external: true }));
  onResolve({ filter: /^#(core|index|node|claims|language|words)$/ }, ({ path }) => ({ path: `./${path.slice(1)}.js`, external: true }));
  const fileOf = (path) => `${work}/${/^#(\w+\.wasm)/.exec(path)[1]}`;
  onResolve({ filter: /^#\w+\.wasm\?module$/ }, ({ path }) => ({ path: `./${basename(fileOf(path))}`, external: true }));
  onResolve({ filter: /^#\w+\.wasm\?(text|base64)$/ }, ({ path }) => ({ path, namespace: "inlined" }));
  onLoad({ filter: /\?text$/, namespace: "inlined" }, ({ path }) => ({ contents: textOf(readFileSync(fileOf(path))), loader: "text" }));
  onLoad({ filter: /\?base64$/, namespace: "inlined" }, ({ path }) => ({ contents: readFileSync(fileOf(path), "base64"), loader: "text" }));
}

/** A byte is a character, above the control characters, which would be escaped. Compressed, that is a fifth smaller than base64,
 *  which cuts bytes in pieces. */
function textOf(bytes) {
  return Array.from(bytes, (byte) => String.fromCharCode(byte + 0x20)).join("");
}

function run(command, args) {
  execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
}

function say(what) {
  console.log(`package: ${what}`);
}
