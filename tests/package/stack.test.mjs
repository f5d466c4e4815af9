// When the stack runs out in the middle of a question, WebAssembly is left without tidying up. Neither an input that makes
// it so nor a caller who was too deep already may spoil the module or an object for those who come after.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { calls, lists, subjects } from "./calls.mjs";
import { imported as api, write } from "./install.mjs";

test("a getter that asks the very same question without end is a value that cannot be read", () => {
  for (let deep = 0; deep < 20; deep++) {
    const { catalog, coverage } = subjects(api);
    const selector = { get include_care_types() { return catalog.explainSelector(selector); } };
    const act = { get care_type() { return coverage.explain(act); } };
    // From several depths, so that the stack does not always end in the same function.
    assert.throws(() => from(deep * 7, () => catalog.explainSelector(selector)), { name: "CoverageError", code: "unreadable_value" });
    assert.throws(() => from(deep * 7, () => coverage.explain(act)), { name: "CoverageError", code: "unreadable_value" });
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
