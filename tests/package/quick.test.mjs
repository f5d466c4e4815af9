// Is the quick way taken at all? Its answers are those of the general way, so only what the core is asked shows it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { lists, payload } from "./calls.mjs";
import { write } from "./install.mjs";

test("after a few acts the core reads none any more, and is asked once for each decision", () => {
  const script = write(
    "quick-asked.mjs",
    `const asked = {};
     const counting = (name, ask) => (...given) => { asked[name] = (asked[name] ?? 0) + 1; return ask(...given); };
     WebAssembly.Instance = class extends WebAssembly.Instance {
       #exports;
       get exports() {
         const counted = ([name, made]) => [name, typeof made === "function" && name.startsWith("coverage_") ? counting(name.slice(9), made) : made];
         return (this.#exports ??= Object.fromEntries(Object.entries(super.exports).map(counted)));
       }
     };
     const { CareTypeCatalog } = await import("care-coverage");
     const coverage = new CareTypeCatalog(${JSON.stringify(lists)}).compileCoverage(${JSON.stringify(payload)});
     const ages = (count) => { for (let age = 0; age < count; age += 1) coverage.guaranteesFor({ care_type: "CROWN", member_age: age % 100, practitioner: "DENTIST" }); };
     const since = (act) => { for (const name in asked) delete asked[name]; act(); return { ...asked }; };
     const said = [since(() => ages(9)), since(() => ages(1000)), since(() => ages(1000))];
     said.push(since(() => coverage.evaluate(Array.from({ length: 1000 }, (_, age) => ({ care_type: "CROWN", member_age: age % 100 })))));
     said.push(since(() => coverage.evaluate(Array.from({ length: 1000 }, (_, age) => ({ care_type: "CROWN", member_age: age % 100, charged: "120.00", brss: 107.5, secu_paid: null, beneficiary: "claire", tooth: 16, side: "left", membership_start: "2024-01-01" })))));
     console.log(JSON.stringify(said));`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  assert.equal(stderr, "");
  const [first, then, again, batch, priced] = JSON.parse(stdout);
  assert.equal(first.guaranteesFor, 9);
  // A child is covered by one guarantee; an adult up to 65 may be by the other; above nothing covers.
  assert.deepEqual([then.decide, then.guaranteesFor, then.decisionInIntegers], [1000, undefined, 3]);
  assert.deepEqual(again, { decide: 1000 });
  assert.deepEqual([batch.codesOf, batch.guaranteesFor, batch.evaluateColumns], [undefined, undefined, 1]);
  // Amounts, on which no guarantee depends, are read here, too.
  assert.deepEqual([priced.codesOf, priced.guaranteesFor, priced.evaluateColumns], [undefined, undefined, 1]);
});
