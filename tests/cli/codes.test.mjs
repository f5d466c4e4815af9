// What codes mean in French: everything that English says, of every code, with the same names.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { explanations, tableOfCodes } from "../../site/lib/codes.mjs";

const FOLDER = "docs/codes/fr";
const table = tableOfCodes();
const areas = explanations();
const french = Object.fromEntries(readdirSync(FOLDER).map((name) => [`docs/codes/${name}`, JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8"))]));
const namesIn = (text) => [...new Set(text.match(/`[^`]+`/g) ?? [])].sort();

test("each area has its file", () => {
  assert.deepEqual(Object.keys(french).sort(), areas.map(({ file }) => file).sort());
  for (const { title } of Object.values(french)) assert.ok(title);
});

for (const { file, codes } of areas) {
  test(`all of ${file} is said`, () => {
    assert.deepEqual(Object.keys(french[file].codes), Object.keys(codes));
    for (const [code, { why, mend, fine }] of Object.entries(codes)) {
      const { when, fix } = table.get(code);
      const english = { when: when.replaceAll("\\|", "|"), ...(fix !== null && { fix }), why, mend, fine };
      const said = french[file].codes[code];
      assert.deepEqual(Object.keys(said).sort(), Object.keys(english).sort(), code);
      for (const [field, text] of Object.entries(said)) {
        assert.deepEqual(namesIn(text), namesIn(english[field]), `${code}, ${field}: the names`);
        assert.match(text, ["when", "fix"].includes(field) ? /^[^A-Z].*[^.]$/ : /^[A-ZÀÉÔ`0].*\.$/, `${code}, ${field}: a sentence, or a part of one`);
        const prose = text.replaceAll(/`[^`]+`/g, "");
        assert.doesNotMatch(prose, / [;:?!»%]|« |'|\.\.\./, `${code}, ${field}: no-break spaces and apostrophes`);
      }
    }
  });
}
