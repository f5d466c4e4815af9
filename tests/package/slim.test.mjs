// The entry without its module: every form in which the module may come, and what is said before it is there. Each in a
// process of its own, because a module stays once it is there.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { promisify } from "node:util";
import { inside, write } from "./install.mjs";

const WASM = inside("node_modules/care-coverage/core.wasm");

/** A server of the module under three addresses, and the module in each form. */
const GIVEN = `
  import { readFileSync } from "node:fs";
  import { createServer } from "node:http";
  const bytes = readFileSync(${JSON.stringify(WASM)});
  const TYPES = { "/named": "application/wasm", "/unnamed": "application/octet-stream" };
  const server = createServer(({ url }, response) =>
    TYPES[url] ? response.writeHead(200, { "content-type": TYPES[url] }).end(bytes) : response.writeHead(404).end());
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const address = "http://127.0.0.1:" + server.address().port;`;

const SOURCES = {
  "a compiled module": "new WebAssembly.Module(bytes)",
  bytes: "bytes",
  "an ArrayBuffer": "bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)",
  "an address": 'address + "/named"',
  "a URL": 'new URL("/unnamed", address)',
  "a response": 'await fetch(address + "/named")',
  "a promise of a response": 'fetch(address + "/unnamed")',
};

for (const [name, source] of Object.entries(SOURCES)) {
  test(`init takes ${name}`, async () => {
    assert.equal(await run(`import init, { ageOn } from "care-coverage/slim"; await init(${source}); console.log(ageOn("2000-02-29", "2018-03-01"));`), "18\n");
  });
}

test("a call before the end of init says what is missing", async () => {
  const printed = await run(`
    import init, * as api from "care-coverage/slim";
    const calls = [() => api.ageOn("2000-02-29", "2018-03-01"), () => new api.CareTypeCatalog({}), () => api.packageVersion(), () => api.knownValues()];
    const starting = init(bytes);
    for (const call of calls) try { call(); } catch (error) { console.log(error.message); }
    await starting;
    console.log(calls[0]());`);
  assert.equal(printed, `${"care-coverage/slim has no module yet: call `init` and await it first\n".repeat(4)}18\n`);
});

test("init says why it failed, and may be called again", async () => {
  const printed = await run(`
    import init, { ageOn } from "care-coverage/slim";
    for (const source of [address + "/nowhere", new Uint8Array(4), 7]) await init(source).catch((error) => console.log(error.name));
    await Promise.all([init(bytes), init(bytes)]);
    console.log(ageOn("2000-02-29", "2018-03-01"));`);
  assert.equal(printed, "Error\nCompileError\nTypeError\n18\n");
});

test("both entries are one in a program", async () => {
  const printed = await run(`
    import init, * as slim from "care-coverage/slim";
    import * as api from "care-coverage";
    const lists = { care_type_groups: [], internal_care_types: [] };
    const [ours, theirs] = [api, slim].map(({ CareTypeCatalog }) => new CareTypeCatalog(lists).compileCoverage({ name: "A", version: 1, guarantees: [] }));
    await init(bytes);
    console.log(slim.CoverageError === api.CoverageError, ours.diff(theirs).regions?.length ?? "compared");`);
  assert.match(printed, /^true /);
});

const AMOUNTS = `
  const amounts = readFileSync(${JSON.stringify(inside("node_modules/care-coverage/amounts.wasm"))});`;

test("without the second module all golden cases hold but those that ask it, which say what is missing; with it they hold, too", async () => {
  const here = (name) => JSON.stringify(new URL(name, import.meta.url));
  const printed = await run(`${AMOUNTS}
    import assert from "node:assert/strict";
    import { runCase } from ${here("cases.mjs")};
    import { golden } from ${here("golden.mjs")};
    import init, * as api from "care-coverage/slim";
    const asksAmounts = ({ call, args = [] }) => /^(compareAmounts|reimburseColumns|checkRequirements|validateProfile(Text)?|validateMapping|guessMapping|previewClaims|simulate)$/.test(call) || (call === "diff" && args[0]?.date !== undefined);
    const cases = golden.flatMap(({ file, document }) => document.cases.map((given) => ({ given, run: () => runCase(file, given, document, api).differences })));
    const [first, second] = [cases.filter(({ given }) => !asksAmounts(given)), cases.filter(({ given }) => asksAmounts(given))];
    await init(bytes);
    assert.deepEqual(first.flatMap(({ run }) => run()), []);
    const isMissing = (error) => error.message === "care-coverage/slim has no module for amounts yet: call \`initAmounts\` and await it first";
    // A coverage that cannot be compiled is refused before.
    const refused = second.map(({ run }) => { try { return run().join(); } catch (error) { return isMissing(error) ? "missing" : String(error); } });
    assert.deepEqual(refused.filter((said) => said !== "missing" && said !== ""), []);
    assert.ok(refused.filter((said) => said === "missing").length > 100, refused.join());
    await api.initAmounts(amounts);
    assert.deepEqual(second.flatMap(({ run }) => run()), []);
    console.log("all");`);
  assert.equal(printed, "all\n");
});

test("the second module follows the first to another instance", async () => {
  const printed = await run(`${AMOUNTS}
    import init, { CareTypeCatalog, initAmounts, validateProfile } from "care-coverage/slim";
    await Promise.all([init(bytes), initAmounts(amounts)]);
    const compare = () => {
      const catalog = new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] });
      const coverage = catalog.compileCoverage({ name: "A", version: 1, guarantees: [] });
      return coverage.diff(coverage, { date: "2026-01-01" }).amount_changes.regions.length;
    };
    console.log(compare(), validateProfile({}).length > 0);
    await init(bytes, { maxMemory: 2 ** 24 });
    console.log(compare(), validateProfile({}).length > 0);`);
  assert.equal(printed, "0 true\n0 true\n");
});

test("require has the entry, too", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [write("slim.cjs", `
    const { default: init, ageOn } = require("care-coverage/slim");
    init(require("node:fs").readFileSync(${JSON.stringify(WASM)})).then(() => console.log(ageOn("2000-02-29", "2018-03-01")));`)]);
  assert.equal(stdout, "18\n");
});

let count = 0;
/** What a module prints that finds the module in every form. */
async function run(text) {
  const { stdout } = await promisify(execFile)(process.execPath, [write(`slim-${(count += 1)}.mjs`, GIVEN + text)]);
  return stdout;
}
