// Cloudflare's workerd: the package's files as they are, and what wrangler makes of them.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { assertPrints, program, programFiles } from "../docs.mjs";
import { project } from "../project.mjs";
import { run, tool, versionOf } from "../tools.mjs";

/** The newest date that the pinned workerd knows, and one before Workers could compile a module from bytes. */
const NEW_DATE = "2026-10-01";
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
const SLIM = worker('import * as api from "care-coverage/slim";\n  import amounts from "care-coverage/amounts.wasm";\n  await api.initAmounts(amounts);', "slim-worker.js");

const cell = { version: () => versionOf("workerd"), isFull: true };

/** The file of an entry under a condition, and those next to it, under the names by which workerd finds them. */
function installed(cwd, specifier, entry, condition) {
  const root = "node_modules/care-coverage";
  const { exports } = JSON.parse(readFileSync(join(cwd, root, "package.json"), "utf8"));
  const nextTo = (name) => [posix.join(posix.dirname(specifier), name), posix.join(root, name)];
  return [[specifier, posix.join(root, exports[entry][condition].default)], ...["base.js", "core.js", "core.wasm", "amounts.wasm"].map(nextTo)];
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
  assertPrints(example, "the Worker");
  return result;
}

const files = (names) => names.map((name) => [name, name]);

const unbundled = [OLD_DATE, NEW_DATE].map((date) => ({
  ...cell,
  name: `workerd, ${date}`,
  isShort: true,
  test(name) {
    const cwd = project(name, { "main.js": PLAIN, ...programFiles("worker.js") });
    return work(cwd, date, [...files(["main.js", "golden.mjs", "worker.js"]), ...installed(cwd, "care-coverage", ".", "workerd")]);
  },
}));

const inlined = {
  ...cell,
  name: `workerd, ${NEW_DATE}, without its condition`,
  isShort: false,
  test(name) {
    const cwd = project(name, { "main.js": PLAIN, ...programFiles("worker.js") });
    return work(cwd, NEW_DATE, [...files(["main.js", "golden.mjs", "worker.js"]), ...installed(cwd, "care-coverage", ".", "import")]);
  },
};

const slim = {
  ...cell,
  name: `workerd, ${OLD_DATE}, slim`,
  isShort: false,
  test(name) {
    const cwd = project(name, { "main.js": SLIM, ...programFiles("slim-worker.js") });
    return work(cwd, OLD_DATE, [...files(["main.js", "golden.mjs", "slim-worker.js"]), ...installed(cwd, "care-coverage/slim", "./slim", "import")]);
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
