// What the service asks of what it is given, with fakes: how often, and what becomes of their failures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CareTypeCatalog, CoverageError, init } from "../../pkg/node.js";
import { createMemoryStore } from "../../pkg/stores/memory.js";
import "./typescript.mjs";
import { example } from "./wrangler.mjs";

const { createApp } = await import("../../examples/edge/src/app.ts");
const { createCatalogSource } = await import("../../examples/edge/src/catalog.ts");
const { logFaults } = await import("../../examples/edge/src/report.ts");
const { settingsOf } = await import("../../examples/edge/src/settings.ts");

const TOKEN = "a-token";
const lists = example("catalog.json");
const payload = { ...example("coverage.json"), name: "basic", version: 1 };
const [{ act }] = example("acts.json");

/** A service with a store in memory. `asked`: which functions of the store were called. */
function service(services = {}) {
  const memory = new Map();
  const asked = [];
  const catalog = new CareTypeCatalog(lists);
  const openStore = () => {
    const store = createMemoryStore({ memory });
    return new Proxy(store, { get: (_, name) => (typeof store[name] === "function" ? (...given) => (asked.push(name), store[name](...given)) : store[name]) });
  };
  const app = createApp({ openStore, catalog: sourceOf(catalog), writeToken: TOKEN, maxBytes: 1_000_000, maxMilliseconds: 1000, onRequest: () => undefined, ...services });
  const post = (path, body) => app.request(path, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${TOKEN}` }, body: JSON.stringify(body) });
  return { app, post, asked };
}

const sourceOf = (catalog) => ({ current: () => catalog, latest: () => catalog, forget: () => assert.fail("nothing is to be forgotten") });
const errorOf = (code) => new CoverageError([{ code, severity: "error", message: code, pointer: "", related: [], fix: null }]);

test("a given version that is kept is not looked up again; of the latest only the number is", async () => {
  const { post, asked } = service();
  assert.equal((await post("/coverages", payload)).status, 201);
  const calls = async (path, question) => {
    asked.length = 0;
    assert.equal((await post(path, { name: "basic", act, ...question })).status, 200);
    return [...asked];
  };
  assert.deepEqual(await calls("/match", { version: 1 }), ["getCoveragePayload"]);
  assert.deepEqual(await calls("/match", { version: 1 }), []);
  assert.deepEqual(await calls("/match", {}), ["latestVersion"]);
  const priced = { act: { ...act, charged: "30" } };
  assert.deepEqual(await calls("/reimburse", { ...priced, version: 1 }), []);
  assert.deepEqual(await calls("/reimburse", priced), ["latestVersion"]);
  await post("/coverages", { ...payload, version: 2 });
  assert.deepEqual(await calls("/match", {}), ["latestVersion", "getCoveragePayload"]);
  assert.equal((await (await post("/match", { name: "basic", act })).json()).version, 2);
  assert.deepEqual(await calls("/match", { version: 1 }), []);
});

test("a store that does not know the latest version alone will do", async () => {
  const memory = new Map();
  const openStore = () => Object.assign(createMemoryStore({ memory }), { latestVersion: undefined });
  const { app, post } = service({ openStore });
  const precondition = (value) => app.request("/coverages", { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${TOKEN}`, "if-match": value }, body: JSON.stringify({ ...payload, version: 2 }) });
  assert.equal((await precondition('"1"')).status, 412);
  assert.equal((await post("/coverages", payload)).status, 201);
  assert.equal((await (await post("/match", { name: "basic", act })).json()).version, 1);
  assert.equal((await precondition('"1"')).status, 201);
  assert.equal((await (await post("/match", { name: "basic", act })).json()).version, 2);
  assert.equal((await (await post("/match", { name: "none", act })).json()).code, "unknown_coverage");
});

/** Catalogues whose engine may be replaced: what was made before it is stale. */
function replaceable() {
  let engine = 0;
  let forgotten = 0;
  let failing = null;
  const asking = (made, ask) => (...given) => {
    if (failing !== null) {
      engine += 1;
      const code = failing;
      failing = null;
      throw errorOf(code);
    }
    if (made !== engine) throw errorOf("stale");
    return ask(...given);
  };
  const make = () => {
    const made = engine;
    const catalog = new CareTypeCatalog(lists);
    return {
      careTypeCount: catalog.careTypeCount,
      validateCoverageText: asking(made, (text) => catalog.validateCoverageText(text)),
      compileCoverage: asking(made, (payload) => {
        const coverage = catalog.compileCoverage(payload);
        return {
          guaranteesFor: asking(made, (act) => coverage.guaranteesFor(act)),
          reimburse: asking(made, (...given) => coverage.reimburse(...given)),
          free: () => coverage.free(),
        };
      }),
    };
  };
  let catalog = make();
  const current = () => (catalog ??= make());
  return {
    source: { current, latest: current, forget: () => ((forgotten += 1), (catalog = null)) },
    failNext: (code) => (failing = code),
    replace: () => (engine += 1),
    forgotten: () => forgotten,
  };
}

test("after a fault of the engine the next request is answered: what is kept is made again", async () => {
  const engine = replaceable();
  const { post, asked } = service({ catalog: engine.source });
  assert.equal((await post("/coverages", payload)).status, 201);
  const question = { name: "basic", version: 1, act: { ...act, charged: "30" } };
  const questions = { "/validate": payload, "/match": { ...question, act }, "/reimburse": question };
  const good = Object.fromEntries(await Promise.all(Object.entries(questions).map(async ([path, body]) => [path, await (await post(path, body)).json()])));
  for (const [path, body] of Object.entries(questions)) {
    for (const [code, status, retryAfter] of [["out_of_memory", 503, "1"], ["internal", 500, null]]) {
      await post(path, body);
      engine.failNext(code);
      const failed = await post(path, body);
      const problem = await failed.json();
      assert.deepEqual([failed.status, problem.code, failed.headers.get("retry-after")], [status, code, retryAfter], path);
      const before = engine.forgotten();
      asked.length = 0;
      const next = await post(path, body);
      assert.deepEqual([next.status, await next.json(), engine.forgotten()], [200, good[path], before + 1], `${path} after ${code}`);
      if (path !== "/validate") assert.deepEqual(asked, ["getCoveragePayload"], "coverages are compiled again");
    }
    engine.replace();
    assert.deepEqual(await (await post(path, body)).json(), good[path]);
  }
  engine.replace();
  assert.equal((await post("/coverages", { ...payload, version: 2 })).status, 201);
});

test("a document that the memory does not hold is refused, and the next request is answered", async () => {
  init({ maxMemory: 8 * 1024 * 1024 });
  try {
    let catalog = null;
    const current = () => (catalog ??= new CareTypeCatalog(lists));
    const { post } = service({ catalog: { current, latest: current, forget: () => (catalog = null) } });
    assert.equal((await post("/coverages", payload)).status, 201);
    const question = { name: "basic", version: 1, act };
    const decision = await (await post("/match", question)).json();
    const large = { ...payload, guarantees: Array.from({ length: 60 }, (_, index) => payload.guarantees.map((one) => ({ ...one, name: `${one.name}_${index}` }))).flat() };
    for (let count = 0; count < 5; count++) {
      const refused = await post("/validate", large);
      assert.deepEqual([refused.status, (await refused.json()).code, refused.headers.get("retry-after")], [503, "out_of_memory", "1"]);
      assert.deepEqual(await (await post("/match", question)).json(), decision);
    }
  } finally {
    init();
  }
});

test("an engine that stays stale is not asked for ever", async () => {
  const stale = () => { throw errorOf("stale"); };
  const { post } = service({ catalog: { current: () => ({ validateCoverageText: stale }), latest: () => assert.fail(), forget: () => undefined } });
  const response = await post("/validate", payload);
  assert.deepEqual([response.status, (await response.json()).code, response.headers.get("retry-after")], [503, "stale", "1"]);
});

test("a rule that cannot be applied is distinguished from an act that cannot be read", async () => {
  const { post } = service();
  const [guarantee] = payload.guarantees;
  const broken = { name: "broken", version: 1, guarantees: [{ ...guarantee, care_type_mappings: [{ selector: { include_care_types: ["OSTEOPATHY"] }, filter: {} }] }] };
  // It was stored before rules were judged, so to speak.
  const memory = new Map([["broken", [JSON.stringify({ ...broken, guarantees: [{ ...broken.guarantees[0], coverage_rule: { components: [{ kind: "brss_percnt", percent: "1" }] } }] })]]]);
  const { post: ask } = service({ openStore: () => createMemoryStore({ memory }) });
  const priced = { care_type: "OSTEOPATHY", charged: "60" };
  const problem = await (await ask("/reimburse", { name: "broken", act: priced })).json();
  assert.deepEqual([problem.status, problem.code, problem.diagnostics[0].pointer], [409, "unusable_coverage", "/guarantees/0/coverage_rule/components/0/kind"]);
  const unreadable = await (await ask("/reimburse", { name: "broken", act: { ...priced, guarantees: 1 } })).json();
  assert.deepEqual([unreadable.status, unreadable.diagnostics.map(({ pointer }) => pointer)], [422, ["/act/guarantees"]]);
  assert.equal((await post("/coverages", broken)).status, 201);
});

test("without a configured token nobody writes, and everybody reads", async () => {
  const nothing = () => assert.fail("nothing else is asked");
  const { app, post } = service({ openStore: nothing, catalog: { current: nothing, latest: nothing, forget: nothing }, writeToken: undefined });
  const { status, code } = await (await post("/coverages", {})).json();
  assert.deepEqual([status, code], [503, "no_write_token"]);
  assert.equal((await app.request("/openapi.json")).status, 200);
});

test("without listed origins pages of other origins may not ask", async () => {
  const { app } = service();
  const preflight = await app.request("/match", { method: "OPTIONS", headers: { origin: "https://a.example", "access-control-request-method": "POST" } });
  assert.deepEqual([preflight.status, preflight.headers.get("allow"), preflight.headers.get("access-control-allow-origin"), preflight.headers.get("vary")], [405, "POST", null, null]);
});

test("whoever runs the service learns of every answer", async () => {
  const heard = [];
  const fault = new Error("the disk is full");
  const { app, post } = service({ onRequest: (answered) => heard.push(answered), openStore: () => { throw fault; } });
  const last = () => ({ ...heard.at(-1), ms: typeof heard.at(-1).ms });
  const answer = await app.request("/schemas/care-act", { headers: { "x-request-id": "id-1" } });
  assert.deepEqual(last(), { method: "GET", route: "/schemas/:name", path: "/schemas/care-act", status: 200, ms: "number", code: null, id: "id-1", error: undefined });
  assert.equal(answer.headers.get("x-request-id"), "id-1");
  await app.request("/nothing");
  assert.deepEqual([last().route, last().path, last().status, last().code], [null, "/nothing", 404, "not_found"]);
  await app.request("/match");
  assert.deepEqual([last().status, last().code], [405, "method_not_allowed"]);
  const failed = await post("/match", { name: "basic", act });
  const { detail, code } = await failed.json();
  assert.deepEqual([last().route, last().status, last().code, last().error], ["/match", 500, "internal_error", fault]);
  assert.deepEqual([code, detail.includes("disk")], ["internal_error", false]);
  assert.equal(heard.length, 4);
});

test("a hook that fails changes no answer; left out, faults are written as a line of JSON", async (t) => {
  const lines = [];
  t.mock.method(console, "error", (line) => lines.push(line));
  const { app } = service({ onRequest: () => { throw new Error("no disk"); } });
  assert.equal((await app.request("/schemas/care-act")).status, 200);
  assert.match(lines.pop().message, /no disk/);
  const { app: quiet } = service({ onRequest: logFaults, openStore: () => { throw new Error("the disk is full"); } });
  await quiet.request("/schemas/care-act");
  assert.equal(lines.length, 0);
  await quiet.request("/coverages/basic", { headers: { "x-request-id": "id-2" } });
  const line = JSON.parse(lines.pop());
  assert.deepEqual([line.path, line.id, line.status, line.error.includes("the disk is full")], ["/coverages/basic", "id-2", 500, true]);
});

test("settings that cannot be used end the start", () => {
  for (const [name, values] of Object.entries({
    WRITE_TOKEN: ["with blank", "ü", "a=b"],
    ALLOWED_ORIGINS: ["*", "https://a.example/", "a.example", "https://a.example,null"],
    MAX_BODY_BYTES: ["1 MB", "-1", "1.5"],
    MAX_BODY_MILLISECONDS: ["soon"],
  })) for (const value of values) assert.throws(() => settingsOf({ [name]: value }), new RegExp(name), `${name}=${value}`);
  const { allowedOrigins, writeToken, maxBytes } = settingsOf({ ALLOWED_ORIGINS: " https://a.example,https://b.example:81 ", WRITE_TOKEN: "" });
  assert.deepEqual([allowedOrigins, writeToken, maxBytes], [["https://a.example", "https://b.example:81"], undefined, 1_048_576]);
});

/** A D1 with a catalogue. `asked`: the statements. */
function catalogues() {
  const asked = [];
  let revision = 1;
  const all = async (sql) => {
    asked.push(sql.slice(0, 10));
    await null;
    return { results: sql.includes("max(revision)") ? [{ revision }] : [{ data: JSON.stringify(lists), options: "{}" }] };
  };
  const database = { prepare: (sql) => ({ bind: () => ({ all: () => all(sql) }) }), batch: () => assert.fail() };
  return { database, asked, seed: () => (revision += 1) };
}

test("the catalogue is kept, asked for again after an answer, and waited for where it is too old", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: 1_000_000 });
  const { database, asked, seed } = catalogues();
  const after = [];
  const source = createCatalogSource(database, { freshMilliseconds: 5000, usableMilliseconds: 60_000, waitUntil: (promise) => after.push(promise) });
  const first = await source.current();
  assert.deepEqual([asked.length, after.length], [2, 0]);
  seed();
  t.mock.timers.tick(5000);
  assert.equal(source.current(), first, "nobody waits, and nobody asks");
  assert.deepEqual([asked.length, after.length], [2, 0]);
  t.mock.timers.tick(1);
  assert.equal(source.current(), first, "nobody waits");
  assert.equal(source.current(), first);
  assert.equal(after.length, 1, "one asks");
  await after.pop();
  const second = await source.current();
  assert.deepEqual([second === first, asked.length], [false, 4]);
  t.mock.timers.tick(60_000);
  assert.equal(source.current(), second, "usable");
  await after.pop();
  assert.equal(asked.length, 5, "it is the same: its number is enough");
  seed();
  t.mock.timers.tick(60_001);
  const waited = source.current();
  assert.ok(waited instanceof Promise, "too old: the request waits");
  assert.notEqual(await waited, second);
  seed();
  assert.notEqual(await source.latest(), await waited, "what is stored is judged by the latest");
  source.forget();
  const count = asked.length;
  await source.current();
  assert.equal(asked.length, count + 2);
});

test("a catalogue that cannot be asked for again stays until it is too old", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: 1_000_000 });
  const errors = [];
  t.mock.method(console, "error", (error) => errors.push(error));
  const { database } = catalogues();
  const after = [];
  let isBroken = false;
  const breaking = { ...database, prepare: (sql) => (isBroken ? { bind: () => ({ all: async () => { throw new Error("D1 is away"); } }) } : database.prepare(sql)) };
  const source = createCatalogSource(breaking, { freshMilliseconds: 5000, usableMilliseconds: 60_000, waitUntil: (promise) => after.push(promise) });
  const first = await source.current();
  isBroken = true;
  for (let count = 1; count <= 3; count++) {
    t.mock.timers.tick(5001);
    assert.equal(source.current(), first);
    assert.equal(source.current(), first);
    assert.equal(after.length, count, "asked for once in a while");
    await after.at(-1);
  }
  assert.equal(errors.length, 3);
  t.mock.timers.tick(60_000);
  await assert.rejects(source.current(), /D1 is away/);
  isBroken = false;
  assert.ok(await source.current());
});
