// What goes wrong while claims are simulated: a worker that dies, a file that is not whole, a column of another type, rows that are wrong,
// somebody who stops. Each is said, nothing is counted twice or lost, and the client answers what it is asked next.
import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { csvOf, current, draft, lists, parquetOf, rows } from "../package/claims.mjs";
import { importText, inside } from "../package/install.mjs";

for (const name of ["hyparquet"]) symlinkSync(resolve("node_modules", name), inside("node_modules", name));
const { createCoverageWorker } = await importText("faults-entry.mjs", 'export * from "care-coverage/worker";\n');

const claims = rows(40_000);
const CSV = csvOf(claims);
const csv = { format: "csv", by: ["care_type"] };

/** A client of several workers, and those that it made. */
async function client(workers = 2) {
  const made = [];
  const worker = () => {
    made.push(new Worker(pathToFileURL(inside("node_modules/care-coverage/worker-thread-node.js"))));
    return made.at(-1);
  };
  const own = await createCoverageWorker({ worker, workers });
  const catalog = await own.createCatalog(lists);
  return { own, made, current: await catalog.compileCoverage(current), draft: await catalog.compileCoverage(draft) };
}

const expected = await (async () => {
  const { own, current, draft } = await client(1);
  const want = await own.simulate(current, draft, CSV, csv);
  await own.close();
  return want;
})();

/** Claims without end, a row group or some thousand rows at a time, and what came of them. */
function endless() {
  const [header, ...lines] = CSV.split("\n");
  const piece = new TextEncoder().encode(lines.slice(0, -1).map((line) => `${line}\n`).join(""));
  const seen = { pieces: 0, cancelled: undefined };
  const stream = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(`${header}\n`)),
    pull: (controller) => { seen.pieces += 1; controller.enqueue(piece.slice()); },
    cancel: (reason) => { seen.cancelled = reason; },
  }, { highWaterMark: 0 });
  return { stream, seen };
}

test("a worker that dies in the middle: the simulation ends with an error that says so, and the next one has another worker", async () => {
  const { own, made, current, draft } = await client();
  const { stream, seen } = endless();
  const asked = own.simulate(current, draft, stream, { ...csv, onProgress: ({ rows }) => { if (rows > 300_000 && made.length === 2) void made[1].terminate(); } });
  await assert.rejects(asked, /^Error: care-coverage\/worker: one of the workers has failed: it exited with code 1$/);
  assert.match(seen.cancelled.message, /one of the workers has failed/);
  // The first one answers, and has help again.
  const big = `${CSV}${CSV.slice(CSV.indexOf("\n") + 1)}`;
  assert.equal((await own.simulate(current, draft, big, csv)).rows, 80_000);
  assert.deepEqual(await own.simulate(current, draft, CSV, csv), expected);
  assert.equal(made.length, 3);
  await own.close();
});

test("the first worker that dies: all that is asked ends with an error, and the others end with the client", async () => {
  const { own, made, current } = await client();
  const { stream } = endless();
  await assert.rejects(own.simulate(current, null, stream, { ...csv, onProgress: ({ rows }) => { if (rows > 300_000) void made[0].terminate(); } }), /the worker has failed: it exited with code 1/);
  await assert.rejects(own.simulate(current, null, CSV, csv), /the worker has failed/);
  await own.close();
  await wait(10);
  assert.deepEqual(made.map(({ threadId }) => threadId), made.map(() => -1));
});

test("a worker that cannot be started: the others do all", async () => {
  let count = 0;
  const worker = () => (count++ === 0 ? new Worker(pathToFileURL(inside("node_modules/care-coverage/worker-thread-node.js"))) : new Worker("throw new Error('broken');", { eval: true }));
  const own = await createCoverageWorker({ worker, workers: 3 });
  const catalog = await own.createCatalog(lists);
  const [a, b] = [await catalog.compileCoverage(current), await catalog.compileCoverage(draft)];
  assert.deepEqual(await own.simulate(a, b, CSV, csv), expected);
  assert.equal(count, 3);
  await own.close();
});

test("cancelled in the middle: at once, the source is cancelled, and the workers answer", async () => {
  const { own, current, draft } = await client();
  for (const parts of [1, 40]) {
    const { stream, seen } = endless();
    const stop = new AbortController();
    const reason = new Error("enough");
    let count = 0;
    await assert.rejects(own.simulate(current, draft, stream, { ...csv, signal: stop.signal, onProgress: () => { if ((count += 1) === parts) stop.abort(reason); } }), reason);
    assert.equal(seen.cancelled, reason);
    const { pieces } = seen;
    await wait(20);
    assert.equal(seen.pieces, pieces);
  }
  assert.deepEqual(await own.simulate(current, draft, CSV, csv), expected);
  await own.close();
});

test("many that are cancelled, and many that fail, leave nothing behind", async () => {
  const { own, current, draft } = await client();
  const round = async () => {
    const { stream } = endless();
    const stop = new AbortController();
    await assert.rejects(own.simulate(current, draft, stream, { ...csv, signal: stop.signal, onProgress: () => stop.abort() }), { name: "AbortError" });
    await assert.rejects(own.simulate(current, draft, "nothing\n", csv), { name: "CoverageError" });
  };
  const rounds = async (count) => { for (let done = 0; done < count; done += 1) await round(); return process.memoryUsage().rss; };
  const before = await rounds(40);
  const later = await rounds(60);
  await own.close();
  // A round reads some megabytes: those of 60 that stay would be hundreds.
  assert.ok(later - before < 100e6, `${(later - before) / 1e6} MB more`);
});

test("a Parquet file that is not whole, or damaged in one row group, is refused, and the next one is read", async () => {
  const { own, current, draft } = await client();
  const file = parquetOf(claims, { rowGroupSize: 5_000 });
  const parquet = { format: "parquet", by: ["care_type"] };
  const damaged = file.slice();
  damaged.fill(0xff, Math.floor(file.length / 2), Math.floor(file.length * 0.7));
  for (const bytes of [file.subarray(0, file.length - 100), file.subarray(0, 1_000), damaged]) {
    await assert.rejects(own.simulate(current, draft, bytes, parquet), { name: "CoverageError", code: "wrong_type", message: /Parquet file/ });
  }
  const of = ({ totals, groups, persons, limits }) => ({ totals, groups, persons, limits });
  assert.deepEqual(of(await own.simulate(current, draft, file, parquet)), of(expected));
  await own.close();
});

test("a column of another type is refused with its name, before anything is read", async () => {
  const { own, current } = await client();
  const file = parquetOf(claims.slice(0, 100), { changed: { care_date: { element: { type: "DOUBLE" }, value: () => 1.5 } } });
  let reported = 0;
  await assert.rejects(own.simulate(current, null, file, { format: "parquet", onProgress: () => { reported += 1; } }), { code: "wrong_type", message: /the column "care_date"/ });
  assert.equal(reported, 0);
  await own.close();
});

test("ten of a hundred rows are wrong: each is counted under its reason, and the others are what they are without them", async () => {
  const { own, current, draft } = await client();
  const [header, ...lines] = CSV.trimEnd().split("\n");
  const wrong = (row) => [`${lines[row]};one more`, lines[row].replace(/;[0-9.]+;/, ";twelve;"), `"${lines[row]}`.replace(/"/, '"a"b'), lines[row].replace(/^[^;]+/, "TOOTH_FAIRY")][(row / 10) % 4];
  const mixed = [header, ...lines.map((line, row) => (row % 10 === 0 ? wrong(row) : line))].join("\n");
  const fine = [header, ...lines.filter((_, row) => row % 10 !== 0)].join("\n");
  const [got, want] = [await own.simulate(current, draft, mixed, csv), await own.simulate(current, draft, fine, csv)];
  assert.deepEqual([got.rows, want.rows], [40_000, 36_000]);
  const sums = ({ totals: { outcomes, ...sums }, groups, limits }) => ({ sums, groups: groups.filter(({ key }) => key.care_type !== "TOOTH_FAIRY" && key.care_type !== null), limits });
  assert.deepEqual(sums(got), sums(want));
  const counts = ({ invalid }) => Object.fromEntries(invalid.map(({ reason, rows }) => [reason, rows]));
  const [more, before] = [counts(got), counts(want)];
  const added = Object.keys(more).reduce((sum, reason) => sum + more[reason] - (before[reason] ?? 0), 0);
  assert.equal(added, 4_000);
  assert.equal(got.invalid.reduce((listed, { first }) => listed + first.length, 0), 1_000);
  await own.close();
});
