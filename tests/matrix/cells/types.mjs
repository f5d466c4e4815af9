// What judges the package without running it.
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
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
    await run(process.execPath, [tool("@arethetypeswrong/cli", "dist/index.js"), tarball]);
    return {};
  },
};

/** The package tests try the lowest and the newest, with one target. */
const TYPESCRIPTS = {
  "5.2": () => dirname(createRequire(import.meta.url).resolve("typescript52/package.json")),
  "5.9": () => tool("typescript59"),
  "7.0": () => dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
};

const typescripts = Object.entries(TYPESCRIPTS).map(([minor, folder]) => ({
  ...cell,
  name: `TypeScript ${minor}, strict, every kind of module and target`,
  version: () => JSON.parse(readFileSync(join(folder(), "package.json"), "utf8")).version,
  async test() {
    await run(process.execPath, ["--test", here("../../package/typescript.test.mjs")], { env: { TYPESCRIPT: folder() } });
    return {};
  },
}));

export const cells = [publint, attw, ...typescripts];
