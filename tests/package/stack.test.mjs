// When the stack runs out in the middle of a question, WebAssembly is left without tidying up. Neither an input that makes
// it so nor a caller who was too deep already may spoil the module or an object for those who come after.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { calls, lists, payload, subjects } from "./calls.mjs";
import { imported as api, write } from "./install.mjs";

/** How often the stack is filled by a pair of questions. */
const ROUNDS = Number(process.env.STACK_ROUNDS ?? 40);

test("a getter that asks the very same question without end is a value that cannot be read", () => {
  // Each fills the whole stack with questions, and takes seconds.
  for (let round = 0; round < ROUNDS / 20; round++) {
    const { catalog, coverage } = subjects(api);
    const selector = { get include_care_types() { return catalog.explainSelector(selector); } };
    const act = { get care_type() { return coverage.explain(act); } };
    // From several depths, so that the stack does not always end in the same function.
    assert.throws(() => from(round * 23, () => catalog.explainSelector(selector)), { name: "CoverageError", code: "unreadable_value" });
    assert.throws(() => from(round * 23, () => coverage.explain(act)), { name: "CoverageError", code: "unreadable_value" });
    for (const { ask, arguments: given } of calls) ask({ api, catalog, coverage }, ...Object.values(given));
    catalog.free();
    coverage.free();
    assert.throws(() => catalog.careTypeCount, { code: "freed" });
  }
});

function from(depth, question) {
  return depth === 0 ? question() : from(depth - 1, question);
}

test("a caller who asks when the stack is nearly used up does not spoil the module", () => {
  // In a process of its own, because it may spoil it.
  const script = write(
    "stack.mjs",
    `import { CareTypeCatalog, ageOn } from "care-coverage";
     const catalog = new CareTypeCatalog(${JSON.stringify(lists)});
     Error.stackTraceLimit = 0;
     function askOnTheEdge(deep) {
       try {
         askOnTheEdge(deep + 1);
       } catch (error) {
         if (!(error instanceof RangeError)) throw error;
         if (deep % 16) throw error;
         catalog.explainSelector({ include_care_types: ["CROWN"] });
       }
     }
     for (let time = 0; time < 200; time++) askOnTheEdge(time);
     console.log(ageOn("2000-02-29", "2018-03-01"), catalog.explainSelector({ include_care_types: ["CROWN"] }).care_types.length);
     catalog.free();
     catalog.free();`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  assert.deepEqual({ status, stdout }, { status: 0, stdout: "18 1\n" }, stderr);
});

/** Questions, and questions that a getter of theirs asks. */
const NESTED = {
  "evaluate, explain": ["coverage.evaluate([{ get care_type() { return within(); } }])", "coverage.explain({ care_type: 'CROWN', member_age: 3 })"],
  "explain, ageOn": ["coverage.explain({ get care_type() { return within(); } })", "ageOn('2000-01-01', '2020-01-01')"],
  "guaranteesFor, guaranteesFor": ["coverage.guaranteesFor({ get care_type() { return within(); } })", "coverage.guaranteesFor({ care_type: 'CROWN', member_age: 3, establishment: 'E' })"],
  "validateCoverage, validateCoverageText": ["catalog.validateCoverage({ get name() { return within(); } })", "catalog.validateCoverageText('{\"name\":')"],
};

for (const [name, ask] of Object.entries({
  explain: "coverage.explain({ care_type: 'CROWN' })", analyze: "coverage.analyze()", reimburse: "coverage.reimburse({ care_type: 'CROWN', charged: '1' })",
  validateCoverage: "catalog.validateCoverage({})", checkDispense: "checkDispense({})",
})) {
  test(`the first question of its kind may be asked at the end of the stack: ${name}`, () => {
    const script = write(
      "cold.mjs",
      `import { CareTypeCatalog, checkDispense } from "care-coverage";
       const catalog = new CareTypeCatalog(${JSON.stringify(lists)});
       const coverage = catalog.compileCoverage(${JSON.stringify(payload)});
       const seen = new Set();
       function down(left) {
         let asked = 0;
         try {
           asked = down(left);
         } catch {}
         if (asked >= left) return asked;
         try {
           ${ask};
         } catch (error) {
           seen.add(error.code ?? error.name);
         }
         return asked + 1;
       }
       down(400);
       if (coverage.guaranteeNames.length !== ${payload.guarantees.length}) throw new Error("another answer");
       console.log([...seen].filter((code) => ["internal", "out_of_memory", "stale"].includes(code)).join());`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: "\n" }, stderr);
  });
}

for (const [name, [outer, inner]] of Object.entries(NESTED)) {
  test(`a getter that asks at the end of the stack does not spoil the module, from any depth: ${name}`, () => {
    // In a process of its own, because it may spoil it. What the end of the stack meets hangs on the depth: each round has another one.
    const script = write(
      "nested.mjs",
      `import { CareTypeCatalog, ageOn } from "care-coverage";
       const catalog = new CareTypeCatalog(${JSON.stringify(lists)});
       const coverage = catalog.compileCoverage(${JSON.stringify(payload)});
       const seen = new Set();
       let left, step, isDone;
       function toTheEnd(deep) {
         try {
           toTheEnd(deep + 1);
         } catch {}
         if (deep % step === 0 && left-- > 0) {
           try {
             ${inner};
             seen.add("answered");
           } catch (error) {
             seen.add(error.code ?? error.name);
           }
         }
       }
       function within() {
         if (!isDone) {
           isDone = true;
           toTheEnd(0);
         }
         return "CROWN";
       }
       const from = (depth, ask) => (depth === 0 ? ask() : from(depth - 1, ask));
       const want = JSON.stringify(coverage.explain({ care_type: "CROWN", member_age: 40 }));
       for (let round = 0; round < ${ROUNDS}; round++) {
         [left, step, isDone] = [40 + (round % 7) * 60, 1 + (round % 13), false];
         from(round % 31, () => ${outer});
         // A module that was spoilt would say "stale" here.
         if (round % 10 === 0 && JSON.stringify(coverage.explain({ care_type: "CROWN", member_age: 40 })) !== want) throw new Error("another answer");
       }
       console.log([...seen].sort().join());`,
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    // Where just enough is left to begin, an input may not be readable to its end.
    assert.match(stdout, /^RangeError(,answered)?(,unreadable_value)?\n$/);
  });
}
