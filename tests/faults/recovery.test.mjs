// What an instance leaves behind that has failed: stale objects, an error for everybody who was asking, and a package that goes on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { act, lists, payload } from "../package/calls.mjs";
import { api, instead, latest, withFailure } from "./engine.mjs";

const subjects = () => {
  const catalog = new api.CareTypeCatalog(lists);
  return { catalog, coverage: catalog.compileCoverage(payload) };
};
const code = (ask) => {
  try {
    ask();
    return "answered";
  } catch (error) {
    assert.ok(error instanceof api.CoverageError, error?.stack);
    return error.code;
  }
};

test("objects of an instance that failed are stale, free() does nothing, and new ones work", () => {
  const { catalog, coverage } = subjects();
  for (let asked = 0; asked < 20; asked++) coverage.guaranteesFor(act); // The quick way, too.
  assert.equal(withFailure(1, () => catalog.explainSelector({ include_care_types: ["CROWN"] })).thrown.code, "out_of_memory");
  const asks = [
    () => catalog.careTypeCount, () => catalog.validateCoverage({}), () => catalog.compileCoverage(payload), () => coverage.name,
    () => coverage.guaranteesFor(act), () => coverage.evaluate([act]), () => coverage.evaluateText("{}", "ndjson"), () => coverage.explain(act),
    () => coverage.evaluateColumns({ care_type: Uint32Array.of(1) }), () => coverage.withPayload(payload),
  ];
  for (const ask of asks) assert.equal(code(ask), "stale", String(ask));
  const again = subjects();
  assert.equal(code(() => again.coverage.diff(coverage)), "stale");
  assert.equal(code(() => coverage.diff(again.coverage)), "stale");
  catalog.free();
  coverage.free();
  assert.deepEqual(asks.map(code), asks.map(() => "freed"));
  assert.equal(again.coverage.guaranteesFor(act).outcome, "covered");
});

test("the quick way fails and recovers as every other", () => {
  for (let k = 1; k < 40; k++) {
    const { coverage } = subjects();
    for (let asked = 0; asked < 12; asked++) coverage.guaranteesFor(act);
    // An act of another kind, which gets a number of its own.
    const other = { ...act, member_age: 3, member_birth_date: undefined };
    const want = subjects().coverage.guaranteesFor(other);
    const { value, thrown, hasFailed } = withFailure(k, () => coverage.guaranteesFor(other));
    if (hasFailed) assert.equal(thrown.code, "out_of_memory");
    else assert.ok(value);
    assert.equal(code(() => coverage.guaranteesFor(other)), hasFailed ? "stale" : "answered");
    assert.deepEqual(subjects().coverage.guaranteesFor(other), want);
  }
});

test("a batch in pieces fails between two of them", () => {
  const { coverage } = subjects();
  const text = `${JSON.stringify(act)}\n`.repeat(20_000);
  assert.equal(withFailure(50, () => coverage.evaluateText(text, "ndjson")).thrown.code, "out_of_memory");
  assert.equal(subjects().coverage.evaluateText(text, "ndjson").length, 20_000);
});

/** An act whose getter asks the core while an allocation fails, and what it saw. */
function hostileAct(catalog) {
  const seen = [];
  const hostile = {
    ...act,
    get care_type() {
      const failing = latest.exports;
      failing.fail_allocation(1);
      seen.push(code(() => catalog.explainSelector({ include_care_types: ["CROWN"] })));
      failing.fail_allocation(0);
      // Nothing is asked of an instance that has failed, and none takes its place while somebody waits for it.
      seen.push(code(() => api.ageOn("2000-01-01", "2020-01-01")), code(() => catalog.careTypeCount), latest.exports === failing);
      return "CROWN";
    },
  };
  return { hostile, seen };
}

for (const ask of ["explain", "guaranteesFor", "evaluate"]) {
  test(`what fails in a question within a question ends both, whatever the getter makes of it: ${ask}`, () => {
    const { catalog, coverage } = subjects();
    for (let asked = 0; asked < 12; asked++) coverage.guaranteesFor(act);
    const { hostile, seen } = hostileAct(catalog);
    const before = latest.count;
    assert.equal(code(() => coverage[ask](ask === "evaluate" ? [hostile] : hostile)), "out_of_memory");
    assert.deepEqual([...seen.slice(0, 4), latest.count], ["out_of_memory", "out_of_memory", "stale", true, before + 1]);
    assert.equal(code(() => coverage.explain(act)), "stale");
    assert.equal(subjects().coverage.explain(act).outcome, "covered");
  });
}

test("what was kept by an instance that failed goes with it", () => {
  const large = () => Array.from({ length: 200 }, (_, index) => `${index}`.repeat(1_000));
  const before = process.memoryUsage().rss;
  for (let time = 0; time < 300; time++) {
    assert.equal(withFailure(4, () => new api.CareTypeCatalog({ ...lists, odd: large() })).thrown.code, "out_of_memory");
  }
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  assert.ok(grown < 300, `${grown} MiB more after 300 instances of 1.1 MiB and more`);
});

test("a defect of the core is distinguished from a want of memory, and recovered from alike", () => {
  const failures = {
    "a panic": [() => latest.exports.panic_now(), "internal", /panicked at .*lib\.rs:\d+.*as a defect would/s],
    "the end of the stack": [function deeper() { deeper(); }, "internal", /call stack/],
    "memory out of bounds": [() => { throw new WebAssembly.RuntimeError("memory access out of bounds"); }, "internal", /out of bounds/],
    "a string that the platform cannot make": [() => "x".repeat(2 ** 30), "out_of_memory", /memory/],
  };
  for (const [name, [fail, want, message]] of Object.entries(failures)) {
    const { coverage } = subjects();
    instead.explain = fail;
    assert.throws(() => coverage.explain(act), (error) => {
      assert.deepEqual([error instanceof api.CoverageError, error.code, message.test(error.message), error.cause instanceof Error], [true, want, true, true], `${name}: ${error.message}`);
      return true;
    });
    assert.equal(code(() => coverage.explain(act)), "stale", name);
    assert.equal(subjects().coverage.explain(act).outcome, "covered", name);
  }
});

test("what takes the memory of an argument away while it is read does not end the engine", () => {
  const { coverage } = subjects();
  const detach = (bytes) => structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  const [care_type, member_age] = [Uint32Array.of(1, 2), Uint8Array.of(3, 4)];
  const columns = { care_type, member_age, get practitioner() { detach(member_age); return undefined; } };
  assert.equal(code(() => coverage.evaluateColumns(columns)), "wrong_type");
  const text = new TextEncoder().encode(JSON.stringify({ ...act, charged: "1" }));
  assert.equal(code(() => coverage.reimburseText(text, [], { get secuRounding() { detach(text); return "down"; } })), "answered");
  for (const length of [-1, 1.5, "2", NaN]) {
    const acts = new Proxy([], { get: (target, name) => (name === "length" ? length : target[name]) });
    assert.equal(code(() => coverage.evaluate(acts)), "wrong_type", String(length));
  }
  assert.equal(code(() => api.init({ get maxMemory() { throw new Error("no"); } })), "unreadable_value");
  assert.equal(coverage.explain(act).outcome, "covered");
});

test("an engine is bounded: it refuses before the platform does", () => {
  const payloadOf = (guarantees) => ({ ...payload, guarantees: Array.from({ length: guarantees }, (_, index) => ({ ...payload.guarantees[0], name: `G${index}` })) });
  const catalog = new api.CareTypeCatalog(lists);
  api.init({ maxMemory: 8 * 2 ** 20 });
  assert.equal(code(() => catalog.careTypeCount), "stale");
  const compile = (guarantees) => code(() => new api.CareTypeCatalog(lists).compileCoverage(payloadOf(guarantees)));
  assert.deepEqual([compile(10), compile(20_000), compile(10)], ["answered", "out_of_memory", "answered"]);
  assert.ok(latest.exports.memory === undefined || latest.exports.memory.buffer.byteLength <= 8 * 2 ** 20);
  const kept = new api.CareTypeCatalog(lists);
  api.init({ maxMemory: 8 * 2 ** 20 });
  assert.equal(kept.careTypeCount > 0, true, "the same bound changes nothing");
  for (const [options, want] of [[{ maxMemory: 1 }, "out_of_range"], [{ maxMemory: NaN }, "out_of_range"], [{ maxMemory: "8" }, "wrong_type"], [{ maxMemry: 1 }, "unknown_field"], [7, "wrong_type"]]) {
    assert.equal(code(() => api.init(options)), want, JSON.stringify(options));
  }
  let within;
  code(() => kept.explainSelector({ get include_care_types() { within = code(() => api.init({ maxMemory: null })); return ["CROWN"]; } }));
  assert.equal(within, "unreadable_value");
  api.init();
  assert.equal(compile(20_000), "answered");
});
