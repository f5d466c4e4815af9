// What wasm-bindgen makes of a compiled module: the module without what only it needs, and the JavaScript around it.
//
//   node scripts/build-glue.mjs MODULE.wasm WASM_BINDGEN FOLDER
//
// The package's own is made by scripts/build-package.mjs; by itself this makes that of another module, for tests.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export function buildGlue(module, wasmBindgen, folder) {
  const options = [
    "--target", "web", "--out-dir", folder, "--out-name", "core", "--remove-name-section", "--remove-producers-section",
    // The entries bring the module themselves; a default path would be one more thing for bundlers to trip over.
    "--omit-default-module-path",
    // Another instance may take the place of one that failed (pkg-template/start.ts).
    "--experimental-reset-state-function",
  ];
  execFileSync(wasmBindgen, [...options, module], { stdio: ["ignore", "ignore", "inherit"] });
  const glue = `${folder}/core.js`;
  writeFileSync(glue, withBoundMemory(withoutGuards(readFileSync(glue, "utf8"))));
}

/** Lets the glue take the memory of each instance from pkg-template/memory.ts, which knows how large it may become. */
function withBoundMemory(text) {
  const bounded = text.replace(/memory \|\| new WebAssembly\.Memory\(\{initial:(\d+)\}\)/, "newMemory($1)");
  if (bounded === text) throw new Error("the glue makes no memory of its own: is the module linked with --import-memory?");
  return `import { newMemory } from ${JSON.stringify(resolve("pkg-template/memory.ts"))};\n${bounded}`;
}

/** Without the guards in each function, which the package has itself (pkg-template/ask.ts): they take a tenth of a quick question. */
function withoutGuards(text) {
  const [stale, call] = [/^ *if \((?:this|\(next\))\.__wbg_inst !== undefined && .*\{\n.*'Invalid stale object.*\n *\}\n/gm, /^ *__wbg_call_guard\(\);\n/gm];
  for (const guard of [stale, call]) if (text.match(guard) === null) throw new Error(`the glue has no guard ${guard}`);
  return text.replace(stale, "").replace(call, "");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildGlue(...process.argv.slice(2));
