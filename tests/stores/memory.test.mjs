// The store in memory: the contract, through import and require.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { importText, imported, inside, required } from "../package/install.mjs";
import { runContract } from "./contract.mjs";
import { coverageOf } from "./payloads.mjs";

const WAYS = {
  import: [imported, await importText("memory-store.mjs", 'export * from "care-coverage/stores/memory";\n')],
  require: [required, createRequire(inside("memory-store.cjs"))("care-coverage/stores/memory")],
};

for (const [way, [api, { createMemoryStore }]] of Object.entries(WAYS)) {
  test(`the contract in memory, through ${way}`, async (t) => {
    const { broken, count } = await runContract(api, () => {
      const memory = new Map();
      return { open: (options) => createMemoryStore({ ...options, memory }), end: () => {} };
    });
    assert.deepEqual(broken, [], broken.join("\n"));
    t.diagnostic(`${count} promises`);
  });
}

test("stores share nothing unless they are given the same memory", async () => {
  const [, { createMemoryStore }] = WAYS.import;
  const store = createMemoryStore();
  await store.createOrUpdateCoverage(coverageOf("basic", 1));
  assert.deepEqual(await createMemoryStore().listCoverages(), []);
});
