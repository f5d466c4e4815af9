// Node: each version, by import and by require.
import { project } from "../project.mjs";
import { assertPrints, programFiles } from "../docs.mjs";
import { run, tool, versionOf } from "../tools.mjs";
import { MODULE, SCRIPT } from "../programs.mjs";

/** This machine's own Node in the short form, all others from npm. */
const NODES = [
  { label: "Node of this machine", command: () => process.execPath, version: () => process.versions.node, isShort: true, isFull: false },
  // The first one of all that `engines` allows, too.
  ...["18first", "18", "20", "22", "24", "26"].map((major) => ({
    label: major === "18first" ? "Node 18.0" : `Node ${major}`, command: () => tool(`node${major}`, "bin/node"), version: () => versionOf(`node${major}`), isShort: false, isFull: true,
  })),
];

const WAYS = [
  { way: "import", files: { "main.mjs": MODULE }, main: "main.mjs", example: "node.mjs", words: "words.mjs", language: "language.mjs" },
  { way: "require", files: { "main.cjs": SCRIPT }, main: "main.cjs", example: "node.cjs", words: "words.cjs", language: "language.cjs" },
];

const plain = NODES.flatMap(({ label, command, ...cell }) =>
  WAYS.map(({ way, files, main, example, words, language }) => ({
    ...cell,
    name: `${label}, ${way}`,
    async test(name) {
      const cwd = project(name, { ...files, ...programFiles(example, words, language) });
      assertPrints(await run(command(), ["--throw-deprecation", example], { cwd }), example);
      assertPrints(await run(command(), ["--throw-deprecation", words], { cwd }), words, "250\u202f% BR, y compris le remboursement de la Sécurité sociale");
      assertPrints(await run(command(), ["--throw-deprecation", language], { cwd }), language, "CROWN Couronne");
      return JSON.parse(await run(command(), [main], { cwd }));
    },
  })),
);

const SLIM = `
  import { readFileSync } from "node:fs";
  import init, * as api from "care-coverage/slim";
  import { runGolden } from "./golden.mjs";
  await init(readFileSync("node_modules/care-coverage/core.wasm"));
  await api.initAmounts(readFileSync("node_modules/care-coverage/amounts.wasm"));
  console.log(JSON.stringify(runGolden(api)));`;

const slim = {
  name: "Node of this machine, slim",
  version: () => process.versions.node,
  isShort: false,
  isFull: true,
  async test(name) {
    const cwd = project(name, { "main.mjs": SLIM, ...programFiles("slim-node.mjs", "slim-amounts.mjs") });
    assertPrints(await run(process.execPath, ["slim-amounts.mjs"], { cwd }), "slim-amounts.mjs", "true");
    assertPrints(await run(process.execPath, ["slim-node.mjs"], { cwd }), "slim-node.mjs");
    return JSON.parse(await run(process.execPath, ["main.mjs"], { cwd }));
  },
};

export const cells = [...plain, slim];
