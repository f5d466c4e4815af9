// Stores: whatever is called in whatever order, with whatever payload, a SQLite file and Chromium's IndexedDB say what memory says.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { chromium } from "playwright-core";
import { imported as api, importText, inside, write } from "../../tests/package/install.mjs";
import { serve } from "../../tests/package/server.mjs";
import { coverageOf, lists, payloadWithError, payloadWithWarning } from "../../tests/stores/payloads.mjs";
import { play } from "./store-calls.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
symlinkSync(here("../../tests/stores/node_modules/better-sqlite3"), inside("node_modules/better-sqlite3"));
const { createMemoryStore } = await importText("memory.mjs", 'export * from "care-coverage/stores/memory";\n');
const { openSqliteStore } = await importText("sqlite.mjs", 'export * from "care-coverage/stores/sqlite";\n');

const modules = "/modules/care-coverage";
const imports = { "care-coverage": `${modules}/index.js`, "care-coverage/stores/indexeddb": `${modules}/stores/indexeddb.js` };
mkdirSync(inside("page"));
write("page/index.html", `<!doctype html><title>stores</title><script type="importmap">${JSON.stringify({ imports })}</script><script type="module" src="/fuzz/stores-page.mjs"></script>`);
const server = await serve({ fuzz: here("./"), page: inside("page"), modules: inside("node_modules") });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"] });
const page = await browser.newPage();
await page.goto(`${server.address}/page/index.html`);
await page.waitForFunction("globalThis.playCalls");

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("a", "b") },
  { weight: 2, arbitrary: fc.constantFrom("", "A", "a\u0000", "é", "e\u0301", "\ud800", "\ue000", "💊", "__proto__", '"', "\\", "'; --", "with a warning", "with errors") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);
const version = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.constantFrom(0, -1, 1.5, 2 ** 53, "1", null, true) });
const payload = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(name, version, fc.string({ unit: "binary", maxLength: 5 })).map((given) => coverageOf(...given)) },
  { weight: 1, arbitrary: fc.constantFrom(payloadWithError, payloadWithWarning) },
  { weight: 1, arbitrary: fc.tuple(name, version, fc.jsonValue({ maxDepth: 4 })).map(([name, version, rule]) => ({ name, version, guarantees: [{ name: "G", care_type_mappings: [], coverage_rule: rule }] })) },
  { weight: 1, arbitrary: fc.tuple(name, fc.jsonValue({ maxDepth: 2 })).map(([name, guarantees]) => ({ name, version: 1, guarantees })) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);
const options = fc.constantFrom(undefined, undefined, { commit: false }, { commit: false }, { commit: true }, { commit: null }, {}, { commit: 1 }, null, { comit: false });
const create = fc.tuple(payload, options).map((given) => ["createOrUpdateCoverage", given]);
const call = fc.oneof(
  { weight: 8, arbitrary: create },
  { weight: 2, arbitrary: name.map((name) => ["getLatestCoveragePayload", [name]]) },
  { weight: 2, arbitrary: fc.tuple(name, version).map((given) => ["getCoveragePayload", given]) },
  { weight: 1, arbitrary: name.map((name) => ["latestVersion", [name]]) },
  { weight: 2, arbitrary: fc.constantFrom(["listCoverages", []], ["commit", []], ["commit", []], ["rollback", []]) },
);
/** What is asked together is asked of one store: between two, which comes first is the storage's own affair. */
const together = fc
  .tuple(fc.nat(1), fc.oneof({ weight: 4, arbitrary: call.map((call) => [call]) }, { weight: 1, arbitrary: fc.array(call, { minLength: 2, maxLength: 4 }) }))
  .map(([store, calls]) => calls.map(([name, given]) => ({ store, name, given: JSON.stringify(given.filter((value) => value !== undefined)) })));

let files = 0;
export const property = fc.asyncProperty(fc.boolean(), fc.array(together, { minLength: 1, maxLength: 20, size: "max" }), async (isChecked, calls) => {
  const options = () => (isChecked ? { catalog: new api.CareTypeCatalog(lists) } : {});
  const memory = new Map();
  const wanted = await play([createMemoryStore({ ...options(), memory }), createMemoryStore({ memory })], calls);

  const file = inside(`fuzz-${++files}.db`);
  const stores = [await openSqliteStore(file, options()), await openSqliteStore(file)];
  const bySqlite = await play(stores, calls);
  for (const store of stores) await store.close();
  rmSync(file);
  assert.deepEqual(bySqlite, wanted);

  const byIndexedDb = await page.evaluate(([lists, calls]) => globalThis.playCalls(lists, calls), [isChecked ? lists : null, calls]);
  assert.deepEqual(byIndexedDb, wanted);
});

export async function close() {
  await browser.close();
  await server.stop();
}
