// Makes the npm package in pkg/ from pkg-template/ and the compiled module.
//
//   node scripts/build-package.mjs MODULE.wasm WASM_BINDGEN
//
// MODULE.wasm is cargo's release build, WASM_BINDGEN the command of the pinned version.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { buildSchemas } from "./build-schemas.mjs";
import { buildStores } from "./build-stores.mjs";

const [module, wasmBindgen] = process.argv.slice(2);
const work = "target/package";
const core = `${work}/core_bg.wasm`;

rmSync(work, { recursive: true, force: true });
say("wasm-bindgen: glue and module");
run(wasmBindgen, [
  "--target", "web", "--out-dir", work, "--out-name", "core", "--remove-name-section", "--remove-producers-section",
  // The entries bring the module themselves; a default path would be one more thing for bundlers to trip over.
  "--omit-default-module-path", module,
]);

say("wasm-opt: size");
run(process.execPath, ["node_modules/binaryen/bin/wasm-opt", "-Oz", core, "-o", core]);
// A module that no engine loads must not leave the build.
new WebAssembly.Module(readFileSync(core));

say("esbuild: entries");
rmSync("pkg", { recursive: true, force: true });
mkdirSync("pkg");
for (const [format, outfile] of [["esm", "pkg/index.js"], ["cjs", "pkg/index.cjs"]]) {
  await build({
    entryPoints: ["pkg-template/index.ts"],
    outfile,
    format,
    bundle: true,
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    alias: { "#core": `./${work}/core.js`, "#core.wasm": `./${core}` },
    plugins: [{ name: "module as text", setup: ({ onLoad }) => onLoad({ filter: /\.wasm$/ }, ({ path }) => ({ contents: textOf(readFileSync(path)), loader: "text" })) }],
    logLevel: "warning",
  });
}

say("stores");
await buildStores("pkg/stores", work);

say("schemas");
buildSchemas("pkg/schemas", work);

const [, version] = /^version = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"));
const manifest = JSON.parse(readFileSync("pkg-template/package.json", "utf8"));
writeFileSync("pkg/package.json", `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
copyFileSync("pkg-template/care-coverage.d.ts", "pkg/index.d.ts");
copyFileSync("pkg-template/care-coverage.d.ts", "pkg/index.d.cts");
for (const file of ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(file, `pkg/${file}`);
say(`pkg/ holds care-coverage ${version}`);

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
