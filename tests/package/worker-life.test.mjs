// The life of the installed worker in Node: cancelling, several jobs at once, errors of sources, death, closing, memory, and the end
// of the program.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { lists, payload } from "./calls.mjs";
import { importText, imported as api, inside, write } from "./install.mjs";

const { createCoverageWorker } = await importText("worker-entry.mjs", 'export * from "care-coverage/worker";\n');
const worker = await createCoverageWorker();
after(() => worker.close());
const catalog = await worker.createCatalog(lists);
const coverage = await catalog.compileCoverage(payload);

const ROW = `${JSON.stringify({ care_type: "CROWN", member_age: 40 })}\n`;
const PIECE = new TextEncoder().encode(ROW.repeat(2_000));
const one = { format: "ndjson" };

/** Rows without end, and what came of the source. */
function endless() {
  const seen = { pieces: 0, cancelled: undefined };
  const stream = new ReadableStream({
    pull: (controller) => { seen.pieces += 1; controller.enqueue(PIECE); },
    cancel: (reason) => { seen.cancelled = reason; },
  }, { highWaterMark: 0 });
  return { stream, seen };
}

/** A signal that keeps the program alive until it comes, unlike `AbortSignal.timeout`. */
function soon() {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 10);
  return stop.signal;
}

/** The other tests' questions are answered as before. */
async function assertAlive() {
  assert.deepEqual(await catalog.validateCoverageText("{"), new api.CareTypeCatalog(lists).validateCoverageText("{"));
}

test("a signal that is aborted already: nothing is read and nothing asked", async () => {
  const reason = new Error("not at all");
  const signal = AbortSignal.abort(reason);
  const { stream, seen } = endless();
  const traps = { get [Symbol.iterator]() { return assert.fail("was read"); } };
  for (const ask of [
    () => coverage.evaluate(stream, { ...one, signal }), () => coverage.evaluate(traps, { signal }), () => coverage.analyze({ signal }),
    () => coverage.diff(coverage, { signal }), () => catalog.validateCoverage(payload, { signal }), () => catalog.validateCoverageText("", { signal }),
    () => catalog.compileCoverage(payload, { signal }), () => worker.createCatalog(lists, { signal }),
  ]) {
    await assert.rejects(ask, reason);
  }
  assert.deepEqual([seen.pieces, stream.locked], [0, false]);
  await assert.rejects(coverage.analyze({ signal: AbortSignal.abort() }), { name: "AbortError" });
});

test("a signal during an evaluation: at once, with its reason, and the source is cancelled", async () => {
  const { stream, seen } = endless();
  const stop = new AbortController();
  const reason = new Error("enough");
  let rows = 0;
  const asked = coverage.evaluate(stream, { ...one, signal: stop.signal, onProgress: (progress) => { if ((rows = progress.rows) > 20_000) stop.abort(reason); } });
  await assert.rejects(asked, reason);
  assert.ok(rows > 20_000 && rows < 40_000, `${rows} rows`);
  assert.equal(seen.cancelled, reason);
  const { pieces } = seen;
  await wait(20);
  assert.equal(seen.pieces, pieces);
  await assertAlive();
});

test("a signal while the source gives nothing: at once, all the same", async () => {
  const sources = [new ReadableStream({}), { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) }];
  for (const source of sources) await assert.rejects(coverage.evaluate(source, { ...one, signal: soon() }), { name: "AbortError" });
  const stuck = { size: 9, slice: () => ({ arrayBuffer: () => new Promise(() => {}) }) };
  await assert.rejects(coverage.evaluate(stuck, { ...one, signal: soon() }), { name: "AbortError" });
});

test("a generator is returned to when an evaluation is cancelled, and when a part of it is no act of bytes", async () => {
  let returned = 0;
  async function* acts() { try { for (;;) yield { care_type: "CROWN" }; } finally { returned += 1; } }
  function* bytes() { try { yield PIECE; yield "no bytes"; } finally { returned += 1; } }
  const stop = new AbortController();
  await assert.rejects(coverage.evaluate(acts(), { signal: stop.signal, onProgress: () => stop.abort() }), { name: "AbortError" });
  await assert.rejects(coverage.evaluate(bytes(), one), { name: "CoverageError", code: "wrong_type" });
  // Also one that is being waited for.
  const waiting = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}), return: () => { returned += 1; } }) };
  await assert.rejects(coverage.evaluate(waiting, { signal: soon() }), { name: "AbortError" });
  // One that has thrown, or ended, is not asked to end.
  const thrown = { [Symbol.iterator]: () => ({ next() { throw new Error("broke"); }, return: () => assert.fail("was asked to end") }) };
  await assert.rejects(coverage.evaluate(thrown), /broke/);
  await wait(10);
  assert.equal(returned, 3);
});

test("a signal after the end changes nothing, and leaves no listener", async () => {
  const signal = new AbortController().signal;
  let listeners = 0;
  const counted = {
    get aborted() { return signal.aborted; },
    addEventListener: (...given) => { listeners += 1; signal.addEventListener(...given); },
    removeEventListener: (...given) => { listeners -= 1; signal.removeEventListener(...given); },
  };
  await coverage.evaluate(ROW.repeat(50_000), { ...one, signal: counted });
  await coverage.evaluate([{ care_type: "CROWN" }], { signal: counted });
  await coverage.analyze({ signal: counted });
  await assert.rejects(catalog.compileCoverage({}, { signal: counted }));
  assert.equal(listeners, 0);
});

test("questions that were cancelled while they waited are not asked", async () => {
  const messages = [];
  const made = new Worker(pathToFileURL(inside("node_modules/care-coverage/worker-thread-node.js")));
  const post = made.postMessage.bind(made);
  made.postMessage = (message, transfer) => { messages.push(message.method ?? "free"); post(message, transfer); };
  const own = await createCoverageWorker({ worker: made });
  const catalog = await own.createCatalog(lists);
  messages.length = 0;
  const stop = new AbortController();
  const kept = [catalog.validateCoverageText("1"), catalog.validateCoverageText("2")];
  const cancelled = Array.from({ length: 9 }, () => catalog.validateCoverageText("3", { signal: stop.signal }));
  const last = catalog.validateCoverage(payload);
  stop.abort();
  for (const { status } of await Promise.allSettled(cancelled)) assert.equal(status, "rejected");
  await Promise.all([...kept, last]);
  assert.deepEqual(messages, ["validateCoverageText", "validateCoverageText", "validateCoverage"]);
  // What is made for nobody is freed.
  messages.length = 0;
  const making = new AbortController();
  const coverage = catalog.compileCoverage(payload, { signal: making.signal });
  making.abort();
  await assert.rejects(coverage, { name: "AbortError" });
  await catalog.validateCoverageText("1");
  assert.deepEqual(messages, ["compileCoverage", "free", "validateCoverageText"]);
  await own.close();
});

test("an error of the source, or of onProgress, rejects with that error", async () => {
  const wrong = new Error("the source broke");
  async function* broken() { yield PIECE; yield PIECE; throw wrong; }
  async function* brokenActs() { yield { care_type: "CROWN" }; throw wrong; }
  const errored = new ReadableStream({ start: (controller) => controller.enqueue(PIECE), pull: (controller) => controller.error(wrong) });
  const gone = { size: 9, slice: () => ({ arrayBuffer: () => Promise.reject(wrong) }) };
  for (const source of [broken(), errored, gone]) await assert.rejects(coverage.evaluate(source, one), wrong);
  await assert.rejects(coverage.evaluate(brokenActs()), wrong);
  const { stream, seen } = endless();
  let reported = 0;
  await assert.rejects(coverage.evaluate(stream, { ...one, onProgress() { reported += 1; throw wrong; } }), wrong);
  await assertAlive();
  assert.deepEqual([seen.cancelled, reported], [wrong, 1]);
  await assertAlive();
});

test("two evaluations at once take turns, and a question between them is answered soon", async () => {
  const text = ROW.repeat(200_000);
  const want = new api.CareTypeCatalog(lists).compileCoverage(payload).evaluateText(text, "ndjson");
  const order = [];
  const evaluation = (name) => coverage.evaluate(new Blob([text]), { ...one, onProgress: () => order.push(name) });
  const both = [evaluation("a"), evaluation("b")];
  await wait(5);
  await catalog.validateCoverage(payload);
  const before = order.length;
  for (const got of await Promise.all(both)) assert.deepEqual(got, want);
  assert.ok(before < order.length / 2, `answered after ${before} of ${order.length} parts`);
  const turns = order.filter((name, index) => name !== order[index - 1]).length;
  assert.ok(turns >= order.length / 4, order.join(""));
});

test("no more than a few parts of a source are held", async () => {
  let [given, answered, ahead] = [0, 0, 0];
  async function* pieces() {
    for (let piece = 0; piece < 60; piece += 1) {
      given += 1;
      ahead = Math.max(ahead, given - answered);
      yield PIECE;
    }
  }
  await coverage.evaluate(pieces(), { ...one, onProgress: ({ bytes }) => { answered = Math.floor(bytes / PIECE.length); } });
  assert.equal(given, 60);
  assert.ok(ahead <= 8, `${ahead} pieces of ${PIECE.length} bytes`);
});

test("after free(): the code freed, and what was asked before is answered", async () => {
  const catalog = await worker.createCatalog(lists);
  const coverage = await catalog.compileCoverage(payload);
  const acts = Array(50_000).fill({ care_type: "CROWN" });
  const asked = [coverage.analyze(), coverage.evaluate(ROW.repeat(50_000), one), coverage.evaluate(acts), coverage.evaluate(acts.values()), catalog.validateCoverage(payload)];
  const two = [await catalog.compileCoverage(payload), coverage];
  const compared = two[0].diff(two[1]);
  for (const object of [coverage, catalog, two[0], coverage]) assert.equal(object.free(), undefined);
  await Promise.all([...asked, compared]);
  const trap = { get [Symbol.iterator]() { return assert.fail("was read"); } };
  for (const ask of [
    () => coverage.analyze(), () => coverage.evaluate(trap), () => coverage.diff(two[0]), () => catalog.validateCoverage(payload),
    () => catalog.validateCoverageText("1"), () => catalog.compileCoverage(payload),
  ]) {
    await assert.rejects(ask, (error) => error instanceof api.CoverageError && error.code === "freed");
  }
  const other = await worker.createCatalog(lists).then((catalog) => catalog.compileCoverage(payload));
  await assert.rejects(other.diff(coverage), { code: "freed" });
  assert.equal(coverage.name, payload.name);
});

test("coverages of two workers are not compared", async () => {
  const other = await createCoverageWorker();
  const stranger = await other.createCatalog(lists).then((catalog) => catalog.compileCoverage(payload));
  await assert.rejects(coverage.diff(stranger), { name: "CoverageError", code: "wrong_type" });
  await other.close();
});

test("close() rejects what waits and what comes, and may be called again", async () => {
  const own = await createCoverageWorker();
  const catalog = await own.createCatalog(lists);
  const coverage = await catalog.compileCoverage(payload);
  const { stream, seen } = endless();
  const asked = [coverage.evaluate(stream, one), coverage.analyze(), catalog.validateCoverage(payload)];
  const closing = own.close();
  for (const { reason } of await Promise.allSettled(asked)) assert.match(reason.message, /^care-coverage\/worker: the worker was closed$/);
  await closing;
  assert.match(seen.cancelled.message, /closed/);
  for (const ask of [() => own.createCatalog(lists), () => coverage.evaluate([]), () => catalog.compileCoverage(payload)]) await assert.rejects(ask, /the worker was closed/);
  for (const object of [coverage, catalog]) object.free();
  await own.close();
});

test("a getter of an argument may ask, and may close the worker", async () => {
  const own = await createCoverageWorker();
  const catalog = await own.createCatalog(lists);
  let inner;
  const asking = { get name() { inner = catalog.validateCoverageText("{"); return "A"; }, version: 1, guarantees: [] };
  assert.equal((await catalog.compileCoverage(asking)).name, "A");
  assert.equal((await inner).length, 1);
  for (const busy of [0, 3]) {
    const own = await createCoverageWorker();
    const catalog = await own.createCatalog(lists);
    const waiting = Promise.allSettled(Array.from({ length: busy }, () => catalog.validateCoverage(payload)));
    await assert.rejects(catalog.validateCoverage({ get name() { own.close(); return "A"; } }), /the worker was closed/);
    assert.ok((await waiting).every(({ status }) => status === "rejected"));
  }
  await own.close();
});

for (const [how, end, message] of [
  ["is terminated", (made) => made.terminate(), /failed: it exited with code 1/],
  ["throws", (made) => made.postMessage(null), /failed: /],
]) {
  test(`a worker that ${how} rejects all that waits and all that comes`, async () => {
    const made = new Worker(pathToFileURL(inside("node_modules/care-coverage/worker-thread-node.js")));
    const own = await createCoverageWorker({ worker: made });
    const coverage = await own.createCatalog(lists).then((catalog) => catalog.compileCoverage(payload));
    const { stream, seen } = endless();
    const asked = assert.rejects(coverage.evaluate(stream, one), message);
    await wait(5);
    end(made);
    await asked;
    assert.match(seen.cancelled.message, message);
    await assert.rejects(coverage.analyze(), message);
    coverage.free();
    await own.close();
  });
}

test("a worker that cannot be loaded, or that is another one, is an error of createCoverageWorker", async () => {
  await assert.rejects(createCoverageWorker({ worker: new Worker(pathToFileURL(inside("no-such-file.js"))) }), /the worker has failed: .*no-such-file/);
  await assert.rejects(createCoverageWorker({ worker: new Worker("throw new Error('broken');", { eval: true }) }), /the worker has failed: broken/);
  await assert.rejects(createCoverageWorker({ worker: new Worker("process.exit(3)", { eval: true }) }), /the worker has failed: it exited with code 3/);
});

test("the module is compiled once, and not by the worker", async () => {
  write("counting.mjs", `
    import { parentPort } from "node:worker_threads";
    let compiled = 0;
    const { Module } = WebAssembly;
    WebAssembly.Module = new Proxy(Module, { construct: (...given) => { compiled += 1; return Reflect.construct(...given); } });
    WebAssembly.compile = WebAssembly.instantiate = () => { compiled += 1; };
    parentPort.on("message", ({ id }) => id === -1 && parentPort.postMessage({ id, compiled }));
  `);
  const counting = write("counting-thread.mjs", 'import "./counting.mjs";\nimport "care-coverage/worker/thread";\n');
  const made = new Worker(pathToFileURL(counting));
  const own = await createCoverageWorker({ worker: made });
  assert.deepEqual(await own.createCatalog(lists).then((catalog) => catalog.validateCoverageText("1")), await catalog.validateCoverageText("1"));
  made.ref();
  made.postMessage({ id: -1, free: 0 });
  const [{ compiled }] = await once(made, "message");
  assert.equal(compiled, 0);
  await own.close();
});

test("many jobs leave nothing behind, here and in the worker", async () => {
  const own = await createCoverageWorker();
  const text = ROW.repeat(2_000);
  const round = async () => {
    const catalog = await own.createCatalog(lists);
    const coverage = await catalog.compileCoverage(payload);
    const { stream } = endless();
    const stop = new AbortController();
    await assert.rejects(coverage.evaluate(stream, { ...one, signal: stop.signal, onProgress: () => stop.abort() }), { name: "AbortError" });
    await coverage.evaluate(text, one);
    await assert.rejects(coverage.evaluate("no header", { format: "csv" }), { code: "missing_field" });
    coverage.free();
    catalog.free();
  };
  const rounds = async (count) => { for (let done = 0; done < count; done += 1) await round(); return process.memoryUsage().rss; };
  await rounds(100);
  const before = await rounds(100);
  const later = await rounds(300);
  await own.close();
  // A round reads half a megabyte: 300 that stay would be 150.
  assert.ok(later - before < 60e6, `${(later - before) / 1e6} MB more`);
});

test("what nobody has any more is freed", async () => {
  const messages = [];
  const made = new Worker(pathToFileURL(inside("node_modules/care-coverage/worker-thread-node.js")));
  const post = made.postMessage.bind(made);
  made.postMessage = (message, transfer) => { messages.push(message.method ?? "free"); post(message, transfer); };
  const own = await createCoverageWorker({ worker: made });
  await own.createCatalog(lists).then((catalog) => catalog.compileCoverage(payload)).then((coverage) => coverage.analyze());
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc");
  for (let tries = 0; tries < 50 && messages.filter((name) => name === "free").length < 2; tries += 1) {
    collect();
    await wait(10);
  }
  assert.deepEqual(messages.slice(-2), ["free", "free"]);
  await own.close();
});

for (const [way, text] of [
  ["import", 'import { createCoverageWorker } from "care-coverage/worker";'],
  ["require", 'const { createCoverageWorker } = require("care-coverage/worker");'],
]) {
  test(`a program ends by itself when nothing is asked, and not before, through ${way}`, async () => {
    const script = write(`ends.${way === "import" ? "mjs" : "cjs"}`, `${text}
      createCoverageWorker()
        .then((worker) => worker.createCatalog(${JSON.stringify(lists)}))
        .then((catalog) => catalog.validateCoverageText("{"))
        .then(async (found) => {
          console.log(found.length);
          // The end of a worker of which nothing is asked is waited for, too.
          await (await createCoverageWorker()).close();
          console.log("closed");
        });`);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--throw-deprecation", script], { timeout: 20_000 });
    assert.deepEqual([stdout, stderr], ["1\nclosed\n", ""]);
  });
}
