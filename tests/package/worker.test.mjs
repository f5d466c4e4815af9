// The installed worker in Node: its answers are those of the package itself, whatever the acts come from and wherever they are cut.
import assert from "node:assert/strict";
import { openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import { after, test } from "node:test";
import { lists, payload } from "./calls.mjs";
import { golden } from "./golden.mjs";
import { importText, imported as api, required, write } from "./install.mjs";
import { createRequire } from "node:module";
import { inside } from "./install.mjs";
import { casesInWorker } from "./worker-cases.mjs";

const { createCoverageWorker } = await importText("worker-entry.mjs", 'export * from "care-coverage/worker";\n');
const worker = await createCoverageWorker();
after(() => worker.close());

const options = { nonConventionedEstablishments: ["750000001"] };
const direct = new api.CareTypeCatalog(lists, options).compileCoverage(payload);
const catalog = await worker.createCatalog(lists, options);
const coverage = await catalog.compileCoverage(payload);

test("every golden case that a worker can be asked, through import", async (t) => {
  const { count, differences } = await casesInWorker(golden, api, worker);
  assert.deepEqual(differences, [], differences.join("\n"));
  assert.ok(count > 300, `${count} cases`);
  t.diagnostic(`${count} cases`);
});

test("every golden case that a worker can be asked, through require", async () => {
  const copy = await createRequire(inside("worker.cjs"))("care-coverage/worker").createCoverageWorker();
  const { differences } = await casesInWorker(golden, required, copy);
  await copy.close();
  assert.deepEqual(differences, [], differences.join("\n"));
});

// ───────────── texts ─────────────

const ROWS = [
  { care_type: "CROWN", member_age: 40, practitioner: "DENTIST" },
  { care_type: "CROWN", practitioner: "Zahnärztin 🦷" },
  { care_type: "LENS", practitioner: "歯科医" },
  { care_type: "TOOTH_FAIRY" },
  { care_type: "CROWN", member_age: 12 },
  { care_type: "CROWN", member_age: 131 },
];
const NDJSON = `\ufeff${ROWS.map((row) => JSON.stringify(row)).join("\r\n")}\n\n{"care_type":\n`;
const CSV = 'care_type,practitioner,member_age\nCROWN,"DEN\r\nTIST",40\nLENS,"歯科医 ""🦷""",\nCROWN,,131\nCROWN,DENTIST,40';
const SMALL = [["ndjson", NDJSON], ["csv", CSV]];

/** Many rows, so that they do not fit into one piece of any size, and invalid ones beyond what is listed. */
const many = Array.from({ length: 30_000 }, (_, index) => (index % 11 ? ROWS[index % 4] : { ...ROWS[0], practitoner: "x".repeat(index % 97) }));
const LARGE = many.map((row) => JSON.stringify(row)).join("\n");

const encode = (text) => new TextEncoder().encode(text);
const streamOf = (...chunks) => new ReadableStream({
  pull(controller) {
    const chunk = chunks.shift();
    if (chunk === undefined) controller.close();
    else controller.enqueue(chunk);
  },
});

/** The same text from everywhere that a text can come from. */
const SOURCES = {
  "a string": (text) => text,
  "bytes": encode,
  "a part of bytes": (text) => encode(`${text}${text}`).subarray(0, encode(text).length),
  "a Buffer": (text) => Buffer.from(text),
  "bytes that are shared": (text) => { const bytes = encode(text); const shared = new Uint8Array(new SharedArrayBuffer(bytes.length)); shared.set(bytes); return shared; },
  "a Blob": (text) => new Blob([text]),
  "a file": (text, name) => openAsBlob(write(`worker-${name}.txt`, text)),
  "a Response": (text) => new Response(text),
  "the body of a Response": (text) => new Response(text).body,
  "a stream of one chunk": (text) => streamOf(encode(text)),
  "a stream of Node": (text) => Readable.from([Buffer.from(text)]),
  "an iterable of bytes": (text) => [encode(text).subarray(0, 9), encode(text).subarray(9)],
  "a generator that uses its buffer again": async function* (text) {
    const bytes = encode(text);
    const buffer = new Uint8Array(1_000);
    for (let start = 0; start < bytes.length; start += buffer.length) {
      const part = bytes.subarray(start, start + buffer.length);
      buffer.set(part);
      yield buffer.subarray(0, part.length);
    }
  },
};

for (const [name, source] of Object.entries(SOURCES)) {
  test(`a text from ${name}`, async () => {
    for (const [format, text] of [...SMALL, ["ndjson", LARGE], ["ndjson", ""], ["csv", "care_type\n"]]) {
      const got = await coverage.evaluate(await source(text, format + text.length), { format });
      assert.deepEqual(got, direct.evaluateText(text, format));
    }
  });
}

test("bytes that are given are left as they are", async () => {
  const bytes = encode(LARGE);
  const chunk = encode(NDJSON);
  await coverage.evaluate(bytes, { format: "ndjson" });
  await coverage.evaluate(streamOf(chunk), { format: "ndjson" });
  assert.deepEqual([new TextDecoder().decode(bytes) === LARGE, chunk], [true, encode(NDJSON)]);
});

test("a text that is cut at every place, and into single bytes", async () => {
  for (const [format, text] of SMALL) {
    const want = direct.evaluateText(text, format);
    const bytes = encode(text);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      assert.deepEqual(await coverage.evaluate(streamOf(bytes.subarray(0, cut), bytes.subarray(cut)), { format }), want, `${format} cut at ${cut}`);
    }
    assert.deepEqual(await coverage.evaluate(streamOf(...Array.from(bytes, (byte) => Uint8Array.of(byte))), { format }), want);
  }
});

test("pieces of every size, around those that go to the worker", async () => {
  const want = direct.evaluateText(LARGE, "ndjson");
  const bytes = encode(LARGE);
  for (const size of [1 << 10, (1 << 16) - 1, 1 << 16, (1 << 16) + 1, (1 << 17) - 1, (1 << 17) + 1, 300_000, bytes.length]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
    assert.deepEqual(await coverage.evaluate(streamOf(...chunks), { format: "ndjson" }), want, `pieces of ${size}`);
  }
});

test("a half of a character is no character, as in the package itself", async () => {
  const text = `${JSON.stringify(ROWS[0])}\n{"care_type":"CROWN","practitioner":"\ud800"}\n${JSON.stringify(ROWS[0])}`;
  const got = await coverage.evaluate(text, { format: "ndjson" });
  assert.deepEqual(got, direct.evaluateText(text, "ndjson"));
  assert.deepEqual(got.invalid.map(({ line }) => line), [2]);
});

test("a header that is wrong rejects, with its diagnostics, and the source is cancelled", async () => {
  for (const text of ["a,b\n1,2\n", "care_type,care_type\n", ""]) {
    let want;
    try { direct.evaluateText(text, "csv"); } catch (error) { want = error; }
    let cancelled = 0;
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(encode(text + "\n".repeat(70_000))),
      cancel() { cancelled += 1; },
    });
    await assert.rejects(coverage.evaluate(text, { format: "csv" }), (error) => error instanceof api.CoverageError && (assert.deepEqual(error.diagnostics, want.diagnostics), true));
    if (text) await assert.rejects(coverage.evaluate(endless, { format: "csv" }), { name: "CoverageError", code: want.code });
    assert.equal(cancelled, text ? 1 : 0);
  }
});

// ───────────── objects ─────────────

test("acts from an array, a Set, generators and a stream of objects", async () => {
  const want = direct.evaluate(many);
  async function* slowly() { yield* many; }
  for (const acts of [many, new Set(many.map((act) => ({ ...act }))), many.values(), slowly(), streamOf(...many), { *[Symbol.iterator]() { yield* many; } }]) {
    assert.deepEqual(await coverage.evaluate(acts), want);
  }
  assert.equal(want.invalid.length, 1_000);
  assert.ok(want.summary.by_outcome.invalid_act > 1_000);
  assert.deepEqual(await coverage.evaluate([]), direct.evaluate([]));
});

test("odd acts are those of the package itself, each in its place", async () => {
  const odd = [
    undefined, null, 7, "CROWN", [], {}, new Map(), { care_type: "CROWN", member_age: 17.5 }, { care_type: "CROWN", teeth: new Set([11]) },
    { care_type: "CROWN", care_date: "2026-01-01", member_birth_date: "2027-01-01" }, { care_type: "CROWN", practitioner: "\ud800" },
    { care_type: "CROWN", teeth: [, 11] }, { care_type: "CROWN", member_age: 1n }, { care_type: "CROWN", member_age: new Date(0) },
    { care_type: "CROWN", get member_age() { return 40; } }, Object.assign(Object.create(null), ROWS[0]), { ...ROWS[0], treatment_mode: undefined },
    { care_type: "CROWN", nested: Array(300).fill().reduce((inner) => [inner], 1) }, JSON.parse('{"care_type":"CROWN","__proto__":{"member_age":4}}'),
  ];
  const acts = odd.flatMap((act) => [act, ROWS[0]]);
  assert.deepEqual(await coverage.evaluate(acts), direct.evaluate(acts));
  const sparse = [, ROWS[0], ,];
  assert.deepEqual(await coverage.evaluate(sparse), direct.evaluate(sparse));
});

test("what cannot be copied of an act makes it invalid, and names the field", async () => {
  const trap = new Proxy({}, { ownKeys() { throw new Error("no"); } });
  const throwing = { care_type: "CROWN", get member_age() { throw new Error("no"); } };
  const cycle = { care_type: "CROWN" };
  cycle.teeth = [cycle];
  const acts = [{ ...ROWS[0], practitioner: () => 1 }, throwing, { care_type: Symbol("CROWN") }, () => 1, trap, new Proxy({ ...ROWS[0], member_age: 131 }, {}), cycle, ROWS[0]];
  const { outcomes, invalid } = await coverage.evaluate(acts);
  assert.deepEqual([...outcomes].map((outcome) => outcome === 5), [true, true, true, true, true, true, true, false]);
  const [first, second, third, fourth, fifth, sixth, seventh] = invalid.map(({ diagnostics: [{ code, pointer }] }) => `${code} ${pointer}`);
  assert.deepEqual([first, second, third, fourth, fifth], ["/practitioner", "/member_age", "/care_type", "/care_type", "/care_type"].map((place) => `unreadable_value ${place}`));
  assert.deepEqual([sixth, seventh], ["/member_age", "/teeth/0"].map((place, index) => `${direct.evaluate(acts).invalid[index + 5].diagnostics[0].code} ${place}`));
  const { proxy, revoke } = Proxy.revocable([ROWS[0]], {});
  revoke();
  await assert.rejects(coverage.evaluate(proxy), { name: "CoverageError", code: "unreadable_value" });
  const holes = new Proxy([ROWS[0], ROWS[0]], { get: (target, key) => { if (key === "0") throw new Error("no"); return target[key]; } });
  assert.deepEqual([...(await coverage.evaluate(holes)).outcomes], [5, direct.evaluate([ROWS[0]]).outcomes[0]]);
});

// ───────────── arguments ─────────────

test("what is no source, and a format where there must be none, or the other way round", async () => {
  const wrong = [
    [undefined], [null], [7], [{}], [{ length: 2 }],
    ["CROWN"], [encode(NDJSON)], [new Blob([NDJSON])], [new Response(NDJSON)], [new Response(NDJSON).body],
    [undefined, { format: "csv" }], [7, { format: "csv" }], [{}, { format: "csv" }],
    [many, { format: "ndjson" }], [many.values(), { format: "csv" }], [new Uint16Array(3), { format: "csv" }], [[NDJSON], { format: "ndjson" }], [streamOf(NDJSON), { format: "ndjson" }],
    ["", { format: "CSV" }], ["", { format: null }], [many, { onProgress: 1 }], [many, { signal: {} }],
  ];
  for (const given of wrong) await assert.rejects(coverage.evaluate(...given), { name: "CoverageError", code: "wrong_type" }, String(given));
  await assert.rejects(coverage.evaluate(new Response("no such file", { status: 404 }), { format: "csv" }), /status 404/);
  await assert.rejects(coverage.diff(direct), { name: "CoverageError", code: "wrong_type" });
  await assert.rejects(coverage.diff({}), { name: "CoverageError", code: "wrong_type" });
  await assert.rejects(createCoverageWorker({ module: {} }), { name: "CoverageError", code: "wrong_type" });
  await assert.rejects(createCoverageWorker({ worker: {} }), { name: "CoverageError", code: "wrong_type" });
  assert.deepEqual(await coverage.evaluate([ROWS[0]]), direct.evaluate([ROWS[0]]));
});

test("hostile values are refused, and the next question is answered", async () => {
  const loop = {};
  loop.loop = loop;
  for (const given of [() => 1, Symbol("x"), new Proxy({}, {}), { get guarantees() { throw new Error("no"); } }, new WeakMap(), Promise.resolve(1)]) {
    for (const ask of [catalog.validateCoverage(given), catalog.compileCoverage(given), worker.createCatalog(given)]) {
      await assert.rejects(ask, { name: "CoverageError", code: "unreadable_value" });
    }
  }
  for (const given of [undefined, null, 7, "x", loop, new Date(0), new Map(), 1n, [loop]]) {
    await assert.rejects(catalog.compileCoverage(given), { name: "CoverageError" });
    assert.deepEqual(await catalog.validateCoverage(given), new api.CareTypeCatalog(lists, options).validateCoverage(given));
  }
  for (const wrong of [7, null, { ignore: 1 }, { analysis: 1 }, { other: true }]) await assert.rejects(catalog.validateCoverage(payload, wrong), { name: "CoverageError" });
  assert.deepEqual(await catalog.validateCoverage(payload, { signal: new AbortController().signal, analysis: false }), new api.CareTypeCatalog(lists, options).validateCoverage(payload, { analysis: false }));
});

test("an argument is copied when the question is asked", async () => {
  const changing = structuredClone(payload);
  const asked = Array.from({ length: 20 }, (_, index) => {
    changing.version = index + 1;
    return catalog.compileCoverage(changing);
  });
  assert.deepEqual((await Promise.all(asked)).map(({ version }) => version), Array.from({ length: 20 }, (_, index) => index + 1));
});

test("progress: rows and bytes that are answered, of how many", async () => {
  const reported = [];
  const bytes = encode(LARGE);
  const onProgress = (progress) => reported.push(progress);
  for (const source of [bytes, new Blob([bytes]), new Response(bytes, { headers: { "content-length": String(bytes.length) } })]) {
    reported.length = 0;
    await coverage.evaluate(source, { format: "ndjson", onProgress });
    assert.ok(reported.length > 3);
    reported.reduce((before, after) => (assert.ok(after.rows >= before.rows && after.bytes >= before.bytes), after));
    assert.deepEqual(reported.at(-1), { rows: many.length, bytes: bytes.length, totalBytes: bytes.length });
  }
  for (const source of [new Response(bytes, { headers: { "content-length": "9", "content-encoding": "gzip" } }), new Response(bytes, { headers: { "content-length": "9" } }), LARGE]) {
    await coverage.evaluate(source, { format: "ndjson", onProgress });
    assert.deepEqual(reported.at(-1), { rows: many.length, bytes: bytes.length, totalBytes: null });
  }
  await coverage.evaluate(many, { onProgress });
  assert.deepEqual(reported.at(-1), { rows: many.length, bytes: 0, totalBytes: null });
});
