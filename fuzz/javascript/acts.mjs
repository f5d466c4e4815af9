// Acts that JavaScript encodes: whatever an act looks like, and whatever was asked before, the quick way says what the general one says.
import assert from "node:assert/strict";
import fc from "fast-check";
import { lists, payload } from "../../tests/package/calls.mjs";
import { imported as api } from "../../tests/package/install.mjs";
import { OTHERS, VALUES, dressed, generally, reported } from "../../tests/package/odd-acts.mjs";

const values = Object.fromEntries(
  Object.entries({ ...VALUES, ...OTHERS }).map(([field, values]) => [
    field,
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...values.slice(0, 3)) },
      { weight: 3, arbitrary: fc.constantFrom(...values) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 70 }) },
      { weight: 1, arbitrary: fc.oneof(fc.double(), fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)), fc.jsonValue({ maxDepth: 2 })) },
    ),
  ]),
);
const facts = fc.record(values, { requiredKeys: [] });
const act = fc
  .tuple(facts, fc.integer({ min: 0, max: 15 }), fc.boolean(), fc.array(fc.nat(30)))
  .map(([facts, kind, isNamed, order]) => dressed(isNamed ? { care_type: "CROWN", ...inOrder(facts, order) } : inOrder(facts, order), kind));

/** The fields in another order. */
function inOrder(object, order) {
  const entries = Object.entries(object);
  for (const [index, place] of order.entries()) if (entries.length > 1) entries.splice(place % entries.length, 0, ...entries.splice(index % entries.length, 1));
  return Object.fromEntries(entries);
}

const options = fc.record(
  {
    nonConventionedEstablishments: fc.subarray(["750000001", "750000002"]),
    visibleTeeth: fc.oneof(fc.constantFrom("through_first_premolar", "through_second_premolar"), fc.subarray([11, 12, 36])),
  },
  { requiredKeys: [] },
);

export const property = fc.property(options, fc.array(act, { minLength: 1, maxLength: 12, size: "max" }), (options, acts) => {
  const catalog = new api.CareTypeCatalog(lists, options);
  const coverage = catalog.compileCoverage(payload);
  // The first acts ask the general way; later ones, and those that are asked again, the quick one.
  for (const act of [...acts, ...acts, { care_type: "CROWN" }, ...acts]) assert.equal(reported(() => coverage.guaranteesFor(act)), generally(coverage, act));
  const { outcomes, guarantees, invalid } = coverage.evaluate(acts);
  const names = coverage.guaranteeNames;
  acts.forEach((act, index) => {
    const want = generally(coverage, act);
    const wrong = invalid.find((entry) => entry.index === index);
    if (wrong) return assert.equal(JSON.stringify(wrong.diagnostics), want);
    const { outcome, guarantees: [first] } = JSON.parse(want);
    assert.deepEqual([api.OUTCOME_CODES[outcomes[index]], names[guarantees[index]]], [outcome, first]);
  });
  coverage.free();
  catalog.free();
});
