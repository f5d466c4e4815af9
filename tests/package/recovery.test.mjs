// An engine that runs out of memory, in this program and in a worker; tests/faults has what else can fail.
import assert from "node:assert/strict";
import { test } from "node:test";
import { act, lists, payload } from "./calls.mjs";
import { importText, imported, required } from "./install.mjs";
import { recover } from "./recovery.mjs";

for (const [how, api] of Object.entries({ import: imported, require: required })) {
  test(`the package goes on after its engine ran out of memory, through ${how}`, () => assert.deepEqual(recover(api), []));
}

test("a worker has the bound of its program, and goes on after its engine ran out of memory", async () => {
  const { createCoverageWorker } = await importText("worker-recovery.mjs", 'export * from "care-coverage/worker";\n');
  imported.init({ maxMemory: 8 * 2 ** 20 });
  const worker = await createCoverageWorker();
  imported.init();
  try {
    const large = { ...payload, guarantees: Array.from({ length: 20_000 }, (_, index) => ({ ...payload.guarantees[0], name: `G${index}` })) };
    const catalog = await worker.createCatalog(lists);
    const coverage = await catalog.compileCoverage(payload);
    assert.deepEqual(await catalog.validateCoverageText(new TextEncoder().encode("{")), await catalog.validateCoverageText("{"));
    for (const [ask, code] of [[() => catalog.compileCoverage(large), "out_of_memory"], [() => catalog.validateCoverage({}), "stale"], [() => coverage.evaluate([act]), "stale"]]) {
      await assert.rejects(ask, (error) => error instanceof imported.CoverageError && error.code === code);
    }
    const again = await (await worker.createCatalog(lists)).compileCoverage(payload);
    assert.equal((await again.evaluate([act])).summary.by_outcome.covered, 1);
  } finally {
    await worker.close();
  }
});
