// Cloudflare's workerd: the package's files as they are, and what wrangler makes of them.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { program, programFiles } from "../docs.mjs";
import { project } from "../project.mjs";
import { run, tool, versionOf } from "../tools.mjs";

/** The newest date that the pinned workerd knows, and one before Workers could compile a module from bytes. */
const NEW_DATE = "2026-11-01";
const OLD_DATE = "2024-09-01";

/** `workerd test` calls `test`. The example is a Worker like any other. */
const worker = (imports, example) => `
  ${imports}
  import { runGolden } from "./golden.mjs";
  import example from "./${example}";
  export default {
    async test() {
      const answer = await example.fetch(new Request("http://localhost/"));
      console.log(JSON.stringify({ ...runGolden(api), example: await answer.text() }));
    },
  };`;
const PLAIN = worker('import * as api from "care-coverage";', "worker.js");
const SLIM = worker('import * as api from "care-coverage/slim";', "slim-worker.js");

const cell = { version: () => versionOf("workerd"), isFull: true };

/** The files that a condition of the package's `exports` gives for a specifier, under the names by which workerd finds them. */
function installed(cwd, entries) {
  const root = "node_modules/care-coverage";
  const { exports } = JSON.parse(readFileSync(join(cwd, root, "package.json"), "utf8"));
  const of = (entry, conditions) => {
    const found = conditions.reduce((target, condition) => target[condition] ?? target, exports[entry]);
    return `${root}/${(found.default ?? found).slice(2)}`;
  };
  const named = entries.map(([specifier, entry, conditions]) => [specifier, of(entry, conditions)]);
  return [...named, ["core.js", `${root}/core.js`], ["core.wasm", `${root}/core.wasm`]];
}

/** Runs a Worker of these modules ([name, path]); the first is the main one. */
async function work(cwd, date, modules) {
  const list = modules.map(([name, path]) => `(name = ${JSON.stringify(name)}, ${path.endsWith(".wasm") ? "wasm" : "esModule"} = embed ${JSON.stringify(path)})`);
  writeFileSync(join(cwd, "config.capnp"), `
    using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (services = [(name = "main", worker = .main)]);
    const main :Workerd.Worker = (compatibilityDate = "${date}", modules = [${list.join(", ")}]);`);
  const printed = await run(tool("workerd", "bin/workerd"), ["test", "config.capnp"], { cwd });
  const { example, ...result } = JSON.parse(printed.split("\n").find((line) => line.startsWith("{")));
  assert.equal(example, "250 % BR, Sécu included");
  return result;
}

const files = (names) => names.map((name) => [name, name]);

const unbundled = [OLD_DATE, NEW_DATE].map((date) => ({
  ...cell,
  name: `workerd, ${date}`,
  isShort: true,
  test(name) {
    const cwd = project(name, { "main.js": PLAIN, ...programFiles("worker.js") });
    return work(cwd, date, [...files(["main.js", "golden.mjs", "worker.js"]), ...installed(cwd, [["care-coverage", ".", ["workerd"]]])]);
  },
}));

const inlined = {
  ...cell,
  name: `workerd, ${NEW_DATE}, without its condition`,
  isShort: false,
  test(name) {
    const cwd = project(name, { "main.js": PLAIN, ...programFiles("worker.js") });
    return work(cwd, NEW_DATE, [...files(["main.js", "golden.mjs", "worker.js"]), ...installed(cwd, [["care-coverage", ".", ["import"]]])]);
  },
};

const slim = {
  ...cell,
  name: `workerd, ${OLD_DATE}, slim`,
  isShort: false,
  test(name) {
    const cwd = project(name, { "main.js": SLIM, ...programFiles("slim-worker.js") });
    const entries = [["care-coverage/slim", "./slim", ["import"]], ["care-coverage/core.wasm", "./core.wasm", []]];
    const [first, second, ...shared] = installed(cwd, entries);
    // Beside "care-coverage/slim", its own imports are found below "care-coverage/".
    return work(cwd, OLD_DATE, [...files(["main.js", "golden.mjs", "slim-worker.js"]), first, second, ...shared.slice(0, 1).map(([name, path]) => [`care-coverage/${name}`, path])]);
  },
};

const bundled = [OLD_DATE, NEW_DATE].map((date) => ({
  ...cell,
  name: `workerd, ${date}, wrangler bundle`,
  version: () => `${versionOf("workerd")}, wrangler ${versionOf("wrangler")}`,
  isShort: false,
  async test(name) {
    const cwd = project(name, { "main.js": PLAIN, "worker.js": program("worker.js"), "wrangler.toml": `name = "scratch"\nmain = "main.js"\ncompatibility_date = "${date}"\n` });
    // The newest wrangler wants a newer Node than the project does.
    const args = [tool("wrangler", "bin/wrangler.js"), "deploy", "--dry-run", "--outdir", "out"];
    await run(tool("node24", "bin/node"), args, { cwd, env: { WRANGLER_SEND_METRICS: "false", CI: "1" } });
    const built = readdirSync(join(cwd, "out")).filter((name) => /\.(js|wasm)$/.test(name)).sort((left) => (left === "main.js" ? -1 : 1));
    return work(cwd, date, built.map((name) => [name, `out/${name}`]));
  },
}));

export const cells = [...unbundled, inlined, slim, ...bundled];
