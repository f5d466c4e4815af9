// The worker's client has every question of the package's own classes, or this file says why not; and it needs no engine of its own.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import { lists, payload } from "./calls.mjs";
import { importText, imported as api, inside, write } from "./install.mjs";

/** What is not asked of a worker. */
const LEFT_OUT = {
  "CareTypeCatalog.toJSON": "JSON.stringify waits for nobody; `getCareTypeMappings` is there",
  "Coverage.toJSON": "JSON.stringify waits for nobody; `toPayload` is there",
};
/** What a program has of an object without asking: it came with it. */
const AT_ONCE = ["careTypeCount", "careTypeGroupCount", "diagnostics", "name", "version", "guaranteeNames"];
const CLASSES = { CareTypeCatalog: "CatalogInWorker", Coverage: "CoverageInWorker" };

const { createCoverageWorker } = await importText("names-entry.mjs", 'export * from "care-coverage/worker";\n');

/** The members of a class or an interface in a file of declarations. */
function declared(file, kind, name) {
  const text = readFileSync(inside("node_modules/care-coverage", file), "utf8");
  const [, body] = new RegExp(`^export ${kind} ${name} \\{\\n([^]*?)^\\}`, "m").exec(text) ?? assert.fail(`${file} declares no ${name}`);
  return Array.from(body.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm), ([, member]) => member).filter((member) => member !== "constructor");
}

test("every question of the declarations is one of the worker, as a promise", async () => {
  const worker = await createCoverageWorker();
  const catalog = await worker.createCatalog(lists);
  const objects = { CareTypeCatalog: catalog, Coverage: await catalog.compileCoverage(payload) };
  for (const [name, there] of Object.entries(CLASSES)) {
    const members = declared("index.d.ts", "class", name);
    assert.deepEqual(Object.getOwnPropertyNames(api[name].prototype).filter((member) => member !== "constructor").sort(), [...members].sort());
    const want = members.filter((member) => !(`${name}.${member}` in LEFT_OUT));
    assert.deepEqual(declared("worker.d.ts", "interface", there).sort(), [...want].sort(), there);
    for (const member of want) {
      const value = objects[name][member];
      if (AT_ONCE.includes(member) || member === "free") continue;
      const answer = value.call(objects[name]);
      assert.ok(answer instanceof Promise, `${there}.${member}`);
      await answer.catch((error) => assert.ok(error instanceof api.CoverageError, `${there}.${member}: ${error}`));
    }
  }
  await worker.close();
});

test("a proxy of an object of a worker is asked as the object is", async () => {
  const worker = await createCoverageWorker();
  const catalog = await worker.createCatalog(lists);
  const coverage = await new Proxy(catalog, {}).compileCoverage(payload);
  assert.deepEqual(await new Proxy(coverage, {}).diff(new Proxy(coverage, {})), await coverage.diff(coverage));
  assert.deepEqual(await new Proxy(coverage, {}).evaluate([]), await coverage.evaluate([]));
  assert.equal(inspect(coverage), "CoverageInWorker { name: 'CONFORT', version: 1, guarantees: 2 }");
  assert.equal(inspect(worker), "CoverageWorker {}");
  await assert.rejects(coverage.explain.call({}), { code: "wrong_type", message: "expected a CoverageInWorker" });
  await worker.close();
});

test("a program that imports the client alone has no engine: the worker has", () => {
  const script = write("alone.cjs", `
    const { createCoverageWorker } = require("care-coverage/worker");
    createCoverageWorker().then(async (worker) => {
      const catalog = await worker.createCatalog(${JSON.stringify(lists)});
      console.log(JSON.stringify([catalog.careTypeCount, Object.keys(require.cache).map((path) => path.split("/").at(-1)).sort()]));
      await worker.close();
    });`);
  assert.deepEqual(JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" })), [2, ["alone.cjs", "base.cjs", "worker-node.cjs"]]);
});

test("the memory of a worker's engine is bound by its own option", async () => {
  await assert.rejects(createCoverageWorker({ maxMemory: 7 }), { name: "CoverageError", code: "out_of_range" });
  const worker = await createCoverageWorker({ maxMemory: 2 * 1024 * 1024 });
  const many = Array.from({ length: 50_000 }, (_, id) => ({ id, short_code: `C${id}`, care_type_group_ids: [] }));
  await assert.rejects(worker.createCatalog({ care_type_groups: [], internal_care_types: many }), { name: "CoverageError", code: "out_of_memory" });
  await worker.createCatalog(lists);
  await worker.close();
});
