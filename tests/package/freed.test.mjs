// The life of a catalogue and of a coverage: after free() every question is answered with the code "freed".
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { act, calls, exportedNames, lists, payload, subjects, withObjects, withoutArguments } from "./calls.mjs";
import { imported, required, write } from "./install.mjs";

for (const [way, api] of Object.entries({ import: imported, require: required })) {
  test(`every method and getter of a freed object says so, through ${way}`, (t) => {
    const { catalog, coverage } = subjects(api);
    catalog.free();
    coverage.free();
    const members = exportedNames(api).filter((name) => name.includes("."));
    for (const member of members) assertFreed(() => ask(member, { api, catalog, coverage }), api, member);
    t.diagnostic(`${members.length} methods and getters`);
  });

  test(`free() may be called again, through ${way}`, () => {
    const { catalog, coverage } = subjects(api);
    for (const object of [catalog, coverage, coverage, catalog]) assert.equal(object.free(), undefined);
    assertFreed(() => catalog.careTypeCount, api);
    assertFreed(() => coverage.name, api);
  });

  test(`a coverage survives its catalogue, through ${way}`, () => {
    const { catalog, coverage } = subjects(api);
    const before = [coverage.explain(act), coverage.toPayload(), coverage.careTypesOf("CROWNS")];
    catalog.free();
    // Memory that was given back is used again.
    const others = Array.from({ length: 50 }, () => subjects(api));
    assert.deepEqual([coverage.explain(act), coverage.toPayload(), coverage.careTypesOf("CROWNS")], before);
    for (const other of others) other.catalog.free(), other.coverage.free();
  });
}

/** Asks a method with good arguments, or a getter. */
function ask(member, of) {
  const [name, property] = member.split(".");
  const object = name === "Coverage" ? of.coverage : of.catalog;
  if (member in withObjects) return withObjects[member](of);
  const known = calls.find((call) => call.name === member);
  if (known) return known.ask(of, ...Object.values(known.arguments));
  assert.ok(withoutArguments.includes(member), `${member} is new: add a good call`);
  return typeof Object.getOwnPropertyDescriptor(Object.getPrototypeOf(object), property).value === "function" ? object[property]() : object[property];
}

function assertFreed(question, { CoverageError }, what) {
  assert.throws(question, (error) => {
    assert.ok(error instanceof CoverageError, `${what}: ${error}`);
    assert.equal(error.code, "freed", what);
    assert.equal(error.diagnostics.length, 1);
    const { code, severity, pointer, related, fix } = error.diagnostics[0];
    assert.deepEqual({ code, severity, pointer, related, fix }, { code: "freed", severity: "error", pointer: "", related: [], fix: null });
    return true;
  });
}

test("a freed object reads no input", () => {
  const { catalog, coverage } = subjects(imported);
  catalog.free();
  coverage.free();
  const trap = new Proxy({}, { ownKeys: () => assert.fail("the input was read"), getPrototypeOf: () => assert.fail("the input was read") });
  for (const question of [
    () => catalog.getCareTypesFromSelector(trap), () => catalog.explainSelector(trap), () => catalog.compileCoverage(trap),
    () => coverage.guaranteesFor(trap), () => coverage.explain(trap), () => coverage.careTypesOf(trap),
  ]) {
    assertFreed(question, imported);
  }
});

test("dispose is free", { skip: !Symbol.dispose && "the runtime has no Symbol.dispose" }, () => {
  const { catalog, coverage } = subjects(imported);
  for (const object of [catalog, coverage]) {
    object[Symbol.dispose]();
    object[Symbol.dispose]();
    object.free();
  }
  assertFreed(() => catalog.careTypeCount, imported);
  assertFreed(() => coverage.version, imported);
});

test("using frees at the end of the block", (t) => {
  let run;
  try {
    run = new Function("make", "{ using object = make(); return object; }");
  } catch {
    return t.skip("the runtime has no `using`");
  }
  const catalog = run(() => new imported.CareTypeCatalog(lists));
  assertFreed(() => catalog.careTypeCount, imported);
  const coverage = run(() => new imported.CareTypeCatalog(lists).compileCoverage(payload));
  assertFreed(() => coverage.version, imported);
});

test("an input whose getter frees the object that reads it still gets its answer", () => {
  const questions = {
    "CareTypeCatalog.getCareTypesFromSelector": "include_care_types",
    "CareTypeCatalog.explainSelector": "include_care_types",
    "CareTypeCatalog.compileCoverage": "guarantees",
    "Coverage.guaranteesFor": "teeth",
    "Coverage.explain": "teeth",
  };
  for (const [member, field] of Object.entries(questions)) {
    const of = subjects(imported);
    const object = member.startsWith("Coverage.") ? of.coverage : of.catalog;
    const { ask, arguments: given } = calls.find(({ name }) => name === member);
    const [good] = Object.values(given);
    const want = ask(of, good);
    const freeing = Object.defineProperty({ ...good }, field, {
      enumerable: true,
      get() {
        object.free();
        assertFreed(() => ask(of, good), imported, member);
        object.free();
        return good[field];
      },
    });
    assert.deepEqual(ask(of, freeing), want, member);
    assertFreed(() => ask(of, good), imported, member);
    assert.equal(object.free(), undefined);
  }
});

test("an input whose getter frees the object and then throws gives an error, and the object is freed", () => {
  const { catalog } = subjects(imported);
  const input = { get include_care_types() { catalog.free(); throw new Error("no"); } };
  assert.throws(() => catalog.explainSelector(input), { name: "CoverageError", code: "unreadable_value" });
  assertFreed(() => catalog.careTypeCount, imported);
});

test("a coverage is compared with a coverage only, and not with a freed one", () => {
  const { coverage } = subjects(imported);
  const freed = subjects(imported).coverage;
  freed.free();
  for (const given of [undefined, null, payload, {}, "CONFORT", Object.create(imported.Coverage.prototype)]) {
    assert.throws(() => coverage.diff(given), { name: "CoverageError", code: "wrong_type" });
  }
  assertFreed(() => coverage.diff(freed), imported);
  assertFreed(() => freed.diff(coverage), imported);
  assert.deepEqual(coverage.diff(coverage).decision_changes, []);
});

test("a stack has coverages only, and none that is freed", () => {
  const { coverage } = subjects(imported);
  const freed = subjects(imported).coverage;
  freed.free();
  const act = { care_type: "CROWN", charged: "1" };
  for (const given of [undefined, null, payload, "CONFORT", coverage, [undefined], [coverage, payload], [[coverage]]]) {
    assert.throws(() => imported.reimburseStack(given, act), { name: "CoverageError", code: "wrong_type" });
  }
  for (const stack of [[freed], [coverage, freed], [freed, coverage]]) assertFreed(() => imported.reimburseStack(stack, act), imported);
  // More than questions may be asked within each other, and the same one more than once.
  const many = Array.from({ length: 40 }, () => coverage);
  assert.equal(imported.reimburseStack(many, act).results.length, 40);
});

test("a coverage of a stack may be freed while its act is read", () => {
  const [{ coverage }, other] = [subjects(imported), subjects(imported).coverage];
  const act = { care_type: "CROWN", get charged() { coverage.free(); return "1"; } };
  assert.equal(imported.reimburseStack([other, coverage], act).results.length, 2);
  assertFreed(() => coverage.name, imported);
});

test("a coverage is made by compileCoverage only", () => {
  for (const given of [[], [payload], [{ free() {} }], [subjects(imported).coverage]]) {
    assert.throws(() => new imported.Coverage(...given), TypeError);
  }
});

test("nobody needs free(): what is not held any more gives its memory back, within a bound", () => {
  const program = (hold) => write(`collected-${hold}.mjs`, `
    import { setImmediate } from "node:timers/promises";
    import { CareTypeCatalog, init } from "care-coverage";
    import { lists, payload } from ${JSON.stringify(new URL("./calls.mjs", import.meta.url).href)};
    init({ maxMemory: 8 * 1024 * 1024 });
    const held = [];
    try {
      for (let turn = 0; turn < 100; turn += 1) {
        for (let count = 0; count < 40; count += 1) {
          const coverage = new CareTypeCatalog(lists).compileCoverage(payload);
          coverage.analyze();
          if (${hold}) held.push(coverage);
        }
        await setImmediate();
        gc();
        await setImmediate();
      }
      console.log("done");
    } catch (error) {
      console.log(error.code);
    }`);
  const run = (hold) => execFileSync(process.execPath, ["--expose-gc", program(hold)], { encoding: "utf8" }).trim();
  assert.deepEqual([run(false), run(true)], ["done", "out_of_memory"]);
});
