// SQLite's loop: the k-th allocation of a question fails, for k = 1, 2, 4, 8 … until the question has no more. Each time an error with a
// code, and then the right answer. FAULTS=all asks every golden case, and without it each twelfth.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, resolve } from "../package/cases.mjs";
import { golden } from "../package/golden.mjs";
import { api, latest, withFailure } from "./engine.mjs";

const EACH = process.env.FAULTS === "all" ? 1 : 12;
const cases = golden.flatMap(({ file, document }) => document.cases.map((written) => ({ name: `${file}/${written.id}`, given: resolve(written, document) })));

test("the k-th allocation of a golden case fails: an error with a code, then the right answer", (t) => {
  let [asked, failed] = [0, 0];
  for (const { name, given } of cases.filter((_, index) => index % EACH === 0)) {
    const ask = () => JSON.stringify(answer(given, api));
    const want = ask();
    for (let k = 1; ; k *= 2) {
      const before = latest.count;
      const { value, thrown, hasFailed } = withFailure(k, ask);
      asked += 1;
      if (!hasFailed) {
        assert.deepEqual([value, latest.count], [want, before], `${name}, ${k}: nothing failed`);
        break;
      }
      failed += 1;
      assert.ok(thrown instanceof api.CoverageError, `${name}, ${k}: ${thrown?.stack ?? value}`);
      assert.deepEqual([thrown.code, thrown.diagnostics.length], ["out_of_memory", 1], `${name}, ${k}`);
      assert.equal(ask(), want, `${name}, after ${k}`);
      // At the latest by the next question.
      assert.equal(latest.count, before + 1, `${name}, after ${k}: one other instance`);
    }
  }
  t.diagnostic(`${asked} questions, ${failed} of them without memory`);
});

test("10,000 failed allocations in a row are survived", (t) => {
  const lists = { care_type_groups: [{ id: 1, short_code: "G" }], internal_care_types: [{ id: 1, short_code: "A", care_type_group_ids: [1] }] };
  const payload = { name: "b", version: 1, guarantees: [{ name: "D", care_type_mappings: [{ selector: { include_care_types: ["A"] }, filter: { min_age: 18 } }], coverage_rule: {} }] };
  const ask = () => new api.CareTypeCatalog(lists).compileCoverage(payload).explain({ care_type: "A", member_age: 18 });
  const want = JSON.stringify(ask());
  let failed = 0;
  for (let k = 1; failed < 10_000; k = (k % 97) + 1) {
    const { thrown, hasFailed } = withFailure(k, ask);
    if (!hasFailed) continue;
    failed += 1;
    assert.equal(thrown?.code, "out_of_memory");
  }
  assert.equal(JSON.stringify(ask()), want);
  t.diagnostic(`${latest.count} instances, ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`);
});
