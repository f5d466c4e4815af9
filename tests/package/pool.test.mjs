// Several workers for one client: they share an evaluation, whose answer is the same; they are started when there is enough to do, have
// the same objects, and end with the client.
import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { lists, payload } from "./calls.mjs";
import { importText, imported as api, inside } from "./install.mjs";

const { createCoverageWorker } = await importText("pool-entry.mjs", 'export * from "care-coverage/worker";\n');
const direct = new api.CareTypeCatalog(lists).compileCoverage(payload);

/** A client with several workers, those that it made, and what each was asked. */
async function pool(workers = 2, options = {}) {
  const made = [];
  const worker = () => {
    const one = new Worker(pathToFileURL(inside("node_modules/care-coverage/worker-thread-node.js")));
    const post = one.postMessage.bind(one);
    one.asked = [];
    one.postMessage = (message, transfer) => { one.asked.push(message.method ?? "free"); post(message, transfer); };
    made.push(one);
    return one;
  };
  const client = await createCoverageWorker({ workers, worker, ...options });
  const catalog = await client.createCatalog(lists);
  return { client, made, catalog, coverage: await catalog.compileCoverage(payload) };
}

const FINE = { care_type: "CROWN", member_age: 40 };
/** Every tenth row is wrong, in one of several ways. */
const WRONG = ['{"care_type":', '{"care_type":"CROWN","member_age":131}', '\ufeff{"care_type":"CROWN"}', '["CROWN"]'];
const rows = Array.from({ length: 120_000 }, (_, row) => (row % 10 ? JSON.stringify({ ...FINE, member_age: row % 100 }) : WRONG[(row / 10) % 4]) + (row % 777 ? "" : "\n"));
const NDJSON = `\ufeff${rows.join("\n")}`;
const WRONG_CELLS = ['"not closed by a mark" here', '"a\nb ""c""\n",131', "CROWN", "CROWN,1,2,3", ',"'.repeat(3)];
const CSV = `\n\r\ncare_type,member_age\r\n${rows.map((_, row) => (row % 10 ? `"CROWN",${row % 100}` : WRONG_CELLS[(row / 10) % 4])).join("\n")}`;

const stream = (text, size) => new ReadableStream({
  start(controller) {
    const bytes = new TextEncoder().encode(text);
    for (let start = 0; start < bytes.length; start += size) controller.enqueue(bytes.slice(start, start + size));
    controller.close();
  },
});

test("an evaluation by one, two and three workers says what the package says", async () => {
  for (const workers of [1, 2, 3]) {
    const { client, made, coverage } = await pool(workers);
    for (const [text, format] of [[NDJSON, "ndjson"], [CSV, "csv"]]) {
      const want = direct.evaluateText(text, format);
      assert.equal(want.length, 120_000);
      assert.equal(want.invalid.length, 1_000);
      for (const source of [text, new Blob([text]), stream(text, 10_007), new TextEncoder().encode(text)]) {
        const seen = [];
        const got = await coverage.evaluate(source, { format, onProgress: ({ rows, bytes }) => seen.push([rows, bytes]) });
        assert.deepEqual(got, want);
        assert.deepEqual(seen, [...seen].sort(([a], [b]) => a - b));
        assert.deepEqual(seen.at(-1), [120_000, new TextEncoder().encode(text).length]);
      }
    }
    assert.equal(made.length, workers);
    for (const { asked } of made) assert.ok(asked.includes("evaluateRows"), `${workers} workers`);
    await client.close();
  }
});

test("rows that are too long, and marks that are not closed, far into a text", async () => {
  const { client, coverage } = await pool();
  const fine = "CROWN,40\n".repeat(90_000);
  for (const text of [`care_type,member_age\n${fine}${"x".repeat(1_200_000)}\n${fine}`, `care_type,member_age\n${fine}CROWN,"open\n${fine}`]) {
    const want = direct.evaluateText(text, "csv");
    assert.equal(want.invalid.length, 1);
    for (const source of [text, stream(text, 65_536)]) assert.deepEqual(await coverage.evaluate(source, { format: "csv" }), want);
  }
  await client.close();
});

test("headers are refused as the package refuses them", async () => {
  const { client, coverage } = await pool();
  for (const text of ["", "\n", "member_age\n40\n", "care_type,nothing\n", "h".repeat(1_100_000)]) {
    let want;
    try { direct.evaluateText(text, "csv"); } catch (error) { want = error; }
    await assert.rejects(coverage.evaluate(text, { format: "csv" }), { name: "CoverageError", message: want.message, diagnostics: want.diagnostics });
  }
  await client.close();
});

test("other workers are started when there is more than one has to do, and not before", async () => {
  const { client, made, catalog, coverage } = await pool(3);
  await catalog.validateCoverage(payload);
  await coverage.evaluate(`${JSON.stringify(FINE)}\n`, { format: "ndjson" });
  await coverage.evaluate(Array(20_000).fill(FINE));
  assert.equal(made.length, 1);
  await coverage.evaluate(NDJSON, { format: "ndjson" });
  assert.equal(made.length, 3);
  await coverage.evaluate(NDJSON, { format: "ndjson" });
  assert.equal(made.length, 3);
  await client.close();
});

test("what is made in other workers is made once of each object, and freed with it", async () => {
  const { client, made, catalog, coverage } = await pool();
  const changed = await coverage.withPayload({ ...payload, version: 9 });
  const { coverage: third } = await catalog.tryCompileText(JSON.stringify(payload));
  // The other has what it was made of when the catalogue is gone.
  catalog.free();
  const objects = [coverage, changed, third];
  for (let round = 0; round < 2; round += 1) for (const object of objects) assert.deepEqual(await object.evaluate(NDJSON, { format: "ndjson" }), direct.evaluateText(NDJSON, "ndjson"));
  const asked = (method) => made[1].asked.filter((name) => name === method).length;
  assert.deepEqual([asked("madeOfParts"), asked("free")], [3, 0]);
  const running = coverage.evaluate(NDJSON, { format: "ndjson" });
  for (const object of objects) object.free();
  await running;
  await wait(10);
  assert.deepEqual([asked("madeOfParts"), asked("free")], [3, 3]);
  await client.close();
});

test("close() ends all workers, also while they are needed", async () => {
  const { client, made, coverage } = await pool(3);
  const running = coverage.evaluate(NDJSON, { format: "ndjson" });
  while (made.length < 3) await wait(1);
  const ended = made.map((worker) => once(worker, "exit"));
  const closing = client.close();
  await assert.rejects(running, /the worker was closed/);
  await closing;
  await Promise.all(ended);
});

test("each worker has the bound of memory", async () => {
  const { client, made, coverage } = await pool(2, { maxMemory: 16 * 1024 * 1024 });
  assert.deepEqual(await coverage.evaluate(NDJSON, { format: "ndjson" }), direct.evaluateText(NDJSON, "ndjson"));
  assert.deepEqual(made.map(({ asked }) => asked[0]), ["bound", "bound"]);
  await client.close();
});

test("numbers of workers that are none are refused", async () => {
  for (const workers of [0, 1.5, "two"]) await assert.rejects(createCoverageWorker({ workers }), { code: "wrong_type" });
  const one = new Worker("setTimeout(() => {}, 1e6)", { eval: true });
  await assert.rejects(createCoverageWorker({ workers: 2, worker: one }), { code: "wrong_type", message: /a function that makes a worker/ });
  await one.terminate();
});
