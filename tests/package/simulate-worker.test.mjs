// A simulation by one and by several workers, of claims that come in any way: one answer, that of the package. What is wrong is said with its
// place, and what is cancelled ends at once.
import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { after, test } from "node:test";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { arrowOf, columnsOf, csvOf, current, draft, lists, ndjsonOf, parquetOf, rows, valuesOf } from "./claims.mjs";
import { importText, imported as api, inside } from "./install.mjs";

const { createCoverageWorker } = await importText("simulate-entry.mjs", 'export * from "care-coverage/worker";\n');
const direct = new api.CareTypeCatalog(lists);
const [now, next] = [direct.compileCoverage(current), direct.compileCoverage(draft)];

async function client(workers) {
  const worker = await createCoverageWorker({ workers });
  const catalog = await worker.createCatalog(lists);
  return { worker, current: await catalog.compileCoverage(current), draft: await catalog.compileCoverage(draft) };
}
const [one, three] = [await client(1), await client(3)];
after(() => Promise.all([one.worker.close(), three.worker.close()]));

const claims = rows(60_000);
const by = ["care_type", "age_band", { column: "branch" }];
const encode = (text) => new TextEncoder().encode(text);
const CSV = csvOf(claims, "\r\n");
const streamOf = (bytes, size) => new ReadableStream({
  start: (controller) => {
    for (let start = 0; start < bytes.length; start += size) controller.enqueue(bytes.slice(start, start + size));
    controller.close();
  },
});

/** A stream, or a Response, is over when it was read. */
const withoutActs = ({ persons, ...rest }) => ({ ...rest, persons: persons && { ...persons, gains: persons.gains.map((change) => ({ ...change, acts: null })), losses: persons.losses.map((change) => ({ ...change, acts: null })) } });
const withoutLines = ({ invalid, ...rest }) => ({ ...rest, invalid: invalid.map(({ first, ...reason }) => ({ ...reason, first: first.map(({ line, ...row }) => row) })) });

test("without the packages that read them, Parquet and Arrow are refused, which are named", async () => {
  for (const [format, name] of [["parquet", "hyparquet"], ["arrow", "apache-arrow"]]) {
    const file = format === "parquet" ? parquetOf(claims.slice(0, 10)) : arrowOf(claims.slice(0, 10), "file");
    await assert.rejects(one.worker.simulate(one.current, null, file, { format }), { code: "wrong_type", message: new RegExp(`the package \`${name}\`.*is not there`) });
  }
  for (const name of ["hyparquet", "hyparquet-compressors", "fzstd", "hysnappy", "apache-arrow", "flatbuffers", "tslib", "json-with-bigint"]) symlinkSync(resolve("node_modules", name), inside("node_modules", name));
});

test("claims as text, columns, Parquet and Arrow, from any source, by one or three workers: one answer", async () => {
  const [before, later] = [await client(1), await client(3)];
  const want = api.simulate(now, next, CSV, { format: "csv", by });
  assert.equal(want.rows, 60_000);
  assert.ok(want.totals.rows > 30_000 && want.groups.length > 100 && want.persons.worse > 100);
  assert.ok(want.limits.some(({ persons }) => persons > 0));
  assert.deepEqual(api.simulate(now, next, encode(CSV), { format: "csv", by }), want);
  const parquet = parquetOf(claims);
  const small = { by, format: "parquet" };
  const given = {
    csv: [CSV, { format: "csv", by }], bytes: [encode(CSV), { format: "csv", by }], blob: [new Blob([CSV]), { format: "csv", by }],
    response: [() => new Response(CSV), { format: "csv", by }], stream: [() => streamOf(encode(CSV), 70_001), { format: "csv", by }],
    ndjson: [ndjsonOf(claims), { format: "ndjson", by }], columns: [columnsOf(claims), { by }],
    parquet: [parquet, small], "a Blob of Parquet": [new Blob([parquet]), small], "a stream of Parquet": [() => streamOf(parquet, 50_000), small],
    arrow: [arrowOf(claims, "file"), { by, format: "arrow" }], "an Arrow stream": [() => streamOf(arrowOf(claims, "stream"), 60_000), { by, format: "arrow" }],
  };
  for (const [name, [source, options]] of Object.entries(given)) {
    for (const { worker, current, draft } of [before, later]) {
      const got = await worker.simulate(current, draft, typeof source === "function" ? source() : source, options);
      // What is read of a file of columns is kept as a whole.
      const isOver = typeof source === "function" && options.format === "csv";
      if (isOver) assert.ok([...got.persons.gains, ...got.persons.losses].every(({ acts }) => acts === null));
      const wanted = isOver ? withoutActs(want) : want;
      // Other texts have other lines, or none.
      if (options.format === "csv") assert.deepEqual(got, wanted, name);
      else assert.deepEqual(withoutLines(got), withoutLines(wanted), name);
    }
  }
  await Promise.all([before.worker.close(), later.worker.close()]);
});

test("claims as values", async () => {
  const some = valuesOf(claims.slice(0, 10_000));
  const want = api.simulate(now, next, some, { by: ["guarantee"] });
  assert.equal(want.rows, 10_000);
  assert.deepEqual(withoutLines(want), withoutLines(api.simulate(now, next, csvOf(claims.slice(0, 10_000)), { format: "csv", by: ["guarantee"] })));
  for (const { worker, current, draft } of [one, three]) {
    assert.deepEqual(await worker.simulate(current, draft, some, { by: ["guarantee"] }), want);
    for (const source of [some.values(), (async function* () { yield* some; })()]) assert.deepEqual(await worker.simulate(current, draft, source, { by: ["guarantee"] }), withoutActs(want));
  }
  // A field that cannot be copied is a row that cannot be read, there as here.
  const odd = [{ ...some[0], care_type: () => {} }, some[1]];
  assert.deepEqual(await one.worker.simulate(one.current, null, odd), api.simulate(now, null, odd));
});

test("stacks, and the order of rows of different dates", async () => {
  const want = api.simulate([now, next], [next, now], CSV, { format: "csv" });
  assert.deepEqual(await three.worker.simulate([three.current, three.draft], [three.draft, three.current], CSV, { format: "csv" }), want);
  // Each row has a date of its own, so that any order is the same claims; row numbers alone differ.
  const dated = claims.slice(0, 20_000).map((row, day) => ({ ...row, care_date: new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10) }));
  const [first, second] = await Promise.all([dated, [...dated].reverse()].map((list) => three.worker.simulate(three.current, three.draft, csvOf(list), { format: "csv", by })));
  const withoutRows = ({ persons, invalid, ...rest }) => ({ ...rest, persons: { ...persons, gains: [], losses: [] }, invalid: invalid.map(({ reason, rows }) => [reason, rows]) });
  assert.deepEqual(withoutRows(first), withoutRows(second));
});

test("rows that cannot be read have their row and line in the whole, wherever they were cut", async () => {
  const lines = csvOf(claims).split("\n");
  for (let line = 7; line < lines.length - 1; line += 10) lines[line] = line % 20 === 7 ? `${lines[line]};one more` : lines[line].replace(/^[^;]*;/, '"two\nlines";');
  const text = `\n${lines.join("\n")}`;
  const want = api.simulate(now, null, text, { format: "csv" });
  const found = Object.fromEntries(want.invalid.map(({ reason, rows }) => [reason, rows]));
  assert.deepEqual(Object.keys(found).sort(), ["ambiguous", "undetermined", "unknown_care_type", "unreadable"].filter((reason) => reason in found));
  assert.equal(found.unreadable + found.unknown_care_type, 6_000);
  const { first } = want.invalid.find(({ reason }) => reason === "unreadable");
  // Of row 6 the line is 7, and one for the header's blank line before it.
  assert.deepEqual([first[0].row, first[0].line], [6, 9]);
  for (const { worker, current } of [one, three]) assert.deepEqual(await worker.simulate(current, null, streamOf(encode(text), 33_333), { format: "csv" }), want);
});

test("progress in rows and bytes, to the end", async () => {
  for (const [source, options, total] of [[new Blob([CSV]), { format: "csv" }, encode(CSV).length], [columnsOf(claims), {}, null], [parquetOf(claims), { format: "parquet" }, undefined]]) {
    const seen = [];
    await three.worker.simulate(three.current, null, source, { ...options, onProgress: (progress) => seen.push(progress) });
    assert.deepEqual(seen.map(({ rows }) => rows), seen.map(({ rows }) => rows).sort((a, b) => a - b));
    const last = seen.at(-1);
    assert.equal(last.rows, 60_000);
    if (total !== undefined) assert.deepEqual([last.bytes, last.totalBytes], [total ?? 0, total]);
    else assert.equal(last.bytes, last.totalBytes);
  }
});

test("what is wrong with the call is refused as the package refuses it", async () => {
  const same = async (ask, claims, options) => {
    let want;
    try { ask(claims, options); } catch (error) { want = error; }
    assert.ok(want instanceof api.CoverageError, String(want));
    await assert.rejects(three.worker.simulate(three.current, three.draft, claims, options), { code: want.code, diagnostics: want.diagnostics });
  };
  const ask = (claims, options) => api.simulate(now, next, claims, options);
  await same(ask, CSV, { format: "csv", by: ["nothing"] });
  await same(ask, CSV, { format: "csv", nothing: 1 });
  await same(ask, "care_type;person\nCROWN;1\n", { format: "csv" });
  await same(ask, { care_type: { codes: Uint32Array.of(2), names: [] }, charged: Float64Array.of(1, 2), more: 1 }, {});
  for (const [current, draft] of [[[], null], [three.current, []]]) await assert.rejects(three.worker.simulate(current, draft, CSV, { format: "csv" }), { code: "wrong_type" });
  for (const options of [{}, { format: "xml" }]) await assert.rejects(three.worker.simulate(three.current, null, CSV, options), { code: "wrong_type" });
  await assert.rejects(three.worker.simulate(three.current, null, "text", { format: "parquet" }), { code: "wrong_type" });
  await assert.rejects(three.worker.simulate(one.current, null, CSV, { format: "csv" }), { code: "wrong_type", message: /of the same worker/ });
  assert.throws(() => api.simulate(now, null, encode("PAR1"), { format: "parquet" }), { code: "wrong_type", message: /care-coverage\/worker/ });
});

test("a part is freed in each worker, also of a simulation that fails or is cancelled", async () => {
  const made = [];
  const worker = () => {
    const one = new Worker(pathToFileURL(inside("node_modules/care-coverage/worker-thread-node.js")));
    const post = one.postMessage.bind(one);
    one.asked = [];
    one.postMessage = (message, transfer) => { one.asked.push(message.method ?? "free"); post(message, transfer); };
    made.push(one);
    return one;
  };
  const own = await createCoverageWorker({ worker, workers: 2 });
  const coverage = await own.createCatalog(lists).then((catalog) => catalog.compileCoverage(current));
  const stop = new AbortController();
  await own.simulate(coverage, null, CSV, { format: "csv" });
  await assert.rejects(own.simulate(coverage, null, CSV, { format: "csv", signal: stop.signal, onProgress: () => stop.abort() }), { name: "AbortError" });
  await assert.rejects(own.simulate(coverage, null, CSV, { format: "csv", onProgress: () => { throw new Error("mine"); } }), /mine/);
  await assert.rejects(own.simulate(coverage, null, "nothing\n1\n", { format: "csv" }), { name: "CoverageError" });
  await coverage.evaluate([]);
  assert.equal(made.length, 2);
  for (const { asked } of made) assert.equal(asked.filter((name) => name === "simulationPart").length, asked.filter((name) => name === "free").length);
  await own.close();
});
