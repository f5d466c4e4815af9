// What wasm-bindgen makes of a compiled module: the module without what only it needs, and the JavaScript around it.
//
//   node scripts/build-glue.mjs MODULE.wasm WASM_BINDGEN FOLDER
//
// The package's own is made by scripts/build-package.mjs; by itself this makes that of another module, for tests.
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { EXPORTS_OF_AMOUNTS } from "./parts-of-module.mjs";

export function buildGlue(module, wasmBindgen, folder) {
  const options = [
    "--target", "web", "--out-dir", folder, "--out-name", "core", "--remove-producers-section",
    // The entries bring the module themselves; a default path would be one more thing for bundlers to trip over.
    "--omit-default-module-path",
    // Another instance may take the place of one that failed (pkg-template/start.ts).
    "--experimental-reset-state-function",
  ];
  execFileSync(wasmBindgen, [...options, module], { stdio: ["ignore", "ignore", "inherit"] });
  const glue = `${folder}/core.js`;
  const changes = [withoutGuards, withOtherNames, withBoundMemory(folder), withAmounts(folder)];
  writeFileSync(glue, changes.reduce((text, change) => change(text), readFileSync(glue, "utf8")));
  appendFileSync(`${folder}/core.d.ts`, "\nexport function startAmounts(): WebAssembly.Exports;\n");
}

/** Lets the glue take the memory of each instance from pkg-template/memory.ts, which knows how large it may become. Named by its place
 *  from here: the glue is in the source maps, which name no machine. */
function withBoundMemory(folder) {
  const imported = `import { newMemory } from "${relative(folder, "pkg-template/memory.ts")}";\n`;
  return (text) => imported + changed(text, /memory \|\| new WebAssembly\.Memory\(\{initial:(\d+)\}\)/g, "newMemory($1)");
}

/** Lets what compares amounts be asked of a second module, which is instantiated for each instance of the first when it is first asked. A
 *  module that was not divided has it itself. */
function withAmounts(folder) {
  const imported = `import { amountsModule } from "${relative(folder, "pkg-template/started.ts")}";\n`;
  const [first] = EXPORTS_OF_AMOUNTS;
  const start = `
let amountsExports, firstOfAmounts, importsOfFirst;
export function startAmounts() {
    if (firstOfAmounts !== wasm) {
        amountsExports = "${first}" in wasm ? wasm : new WebAssembly.Instance(amountsModule(), { ...importsOfFirst, first: wasm }).exports;
        firstOfAmounts = wasm;
    }
    return amountsExports;
}
`;
  return (text) => {
    const asked = EXPORTS_OF_AMOUNTS.reduce((text, name) => changed(text, new RegExp(`\\bwasm\\.${name}\\(`, "g"), `startAmounts().${name}(`), text);
    return imported + changed(asked, /return \{\n *__proto__: null,\n *"\.\/core_bg\.js": import0,\n *\};/, "return (importsOfFirst = { __proto__: null, \"./core_bg.js\": import0 });") + start;
  };
}

/** Its classes have other names than ours, which would be numbered: a trace and a console show them. */
function withOtherNames(text) {
  const classes = Array.from(text.matchAll(/^export class (\w+) /gm), ([, name]) => name);
  if (classes.length === 0) throw new Error("the glue has no classes");
  const renamed = changed(text, new RegExp(`\\b(?:${classes.join("|")})\\b`, "g"), "Core$&");
  return `${changed(renamed, /^export class /gm, "class ")}export { ${classes.map((name) => `Core${name} as ${name}`).join(", ")} };\n`;
}

/** Without the guards in each function, which the package has itself (pkg-template/ask.ts): they take a tenth of a quick question. */
function withoutGuards(text) {
  const [stale, call] = [/^ *if \((?:this|\(next\))\.__wbg_inst !== undefined && .*\{\n.*'Invalid stale object.*\n *\}\n/gm, /^ *__wbg_call_guard\(\);\n/gm];
  return changed(changed(text, stale, ""), call, "");
}

/** The text with another part; one that is not there any more is no text that we know. */
function changed(text, its, ours) {
  if (text.match(its) === null) throw new Error(`the glue has no ${its}`);
  return text.replace(its, ours);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildGlue(...process.argv.slice(2));
