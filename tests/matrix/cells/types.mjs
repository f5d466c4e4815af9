// What judges the package without running it.
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { tarball } from "../project.mjs";
import { run, tool, versionOf } from "../tools.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const cell = { isShort: false, isFull: true };

const publint = {
  ...cell,
  name: "publint",
  version: () => versionOf("publint"),
  async test() {
    await run(process.execPath, [tool("publint", "src/cli.js"), here("../../../pkg"), "--strict"]);
    return {};
  },
};

const attw = {
  ...cell,
  name: "arethetypeswrong",
  version: () => versionOf("@arethetypeswrong/cli"),
  async test() {
    // The module is no JavaScript, and has no declarations.
    await run(process.execPath, [tool("@arethetypeswrong/cli", "dist/index.js"), tarball, "--exclude-entrypoints", "core.wasm"]);
    return {};
  },
};

const typescript = {
  ...cell,
  name: "TypeScript, strict, node16 and bundler, no DOM",
  version: () => createRequire(import.meta.url)("typescript/package.json").version,
  async test() {
    await run(process.execPath, ["--test", here("../../package/types.test.mjs")]);
    return {};
  },
};

export const cells = [publint, attw, typescript];
