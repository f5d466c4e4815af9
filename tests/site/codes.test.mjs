// docs/codes/ explains each code with an example that gives it and one that does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { explanations, tableOfCodes } from "../../site/lib/codes.mjs";
import { diagnosticsOf } from "../../site/lib/examples.mjs";

const table = tableOfCodes();
const areas = explanations();

test("every code is explained, once", () => {
  const explained = areas.flatMap(({ codes }) => Object.keys(codes));
  assert.deepEqual(explained.toSorted(), [...table.keys()].toSorted());
});

for (const { title, file, codes } of areas) {
  test(`the examples of ${file} give what they should`, () => {
    assert.ok(title);
    for (const [code, entry] of Object.entries(codes)) {
      for (const field of ["why", "mend", "fine"]) assert.match(entry[field] ?? "", /^[A-Z`0].*\.$/, `${code}: ${field} is a sentence`);
      // A code that no input gives says why.
      if (entry.none) continue;
      const [wrong, right] = [diagnosticsOf(entry, "wrong"), diagnosticsOf(entry, "right")];
      const found = wrong.find((one) => one.code === code);
      assert.ok(found, `${code}: the wrong example gives ${wrong.map((one) => one.code)}`);
      assert.ok(!right.some((one) => one.code === code), `${code}: the right example gives it, too`);
      assert.deepEqual(right.filter(({ severity }) => severity === "error"), [], `${code}: the right example has errors`);
      assert.equal(wrong.filter((one) => one.code === code && one.severity !== table.get(code).severity && code !== "irrelevant_condition").length, 0, `${code}: severity`);
    }
  });
}
