// The schema of a coverage with what one catalogue knows: it refuses nothing that validation takes, and what it knows more is refused.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv07 from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { resolve } from "./cases.mjs";
import { golden } from "./golden.mjs";
import { imported as api } from "./install.mjs";
import { isDescribed } from "./schema-parts.mjs";

const OPTIONS = { strict: true, allowUnionTypes: true, allErrors: true };
const AJV = { "2020-12": () => addFormats(new Ajv2020(OPTIONS)), "07": () => addFormats(new Ajv07(OPTIONS)) };
const DRAFTS = Object.keys(AJV);
const example = (name) => JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));
const lists = example("catalog");
const catalog = new api.CareTypeCatalog(lists, { knownValues: { practitioners: ["HYPNOTIST"] } });
const compiled = (catalog, draft) => AJV[draft]().compile(catalog.jsonSchema({ draft }));

for (const draft of DRAFTS) {
  test(`the example and its catalogue, draft ${draft}`, () => {
    const schema = catalog.jsonSchema({ draft });
    isDescribed(schema, draft);
    const { CareTypeCode, CareTypeGroupCode } = schema.$defs ?? schema.definitions;
    const choices = (entries) => entries.map(({ short_code, label }) => ({ const: short_code, title: label ?? short_code })).sort((a, b) => (a.const < b.const ? -1 : 1));
    assert.deepEqual(CareTypeCode.oneOf, choices(lists.internal_care_types));
    assert.deepEqual(CareTypeGroupCode.oneOf, choices(lists.care_type_groups));

    const accepts = AJV[draft]().compile(schema);
    const payload = example("coverage");
    assert.ok(accepts(payload), JSON.stringify(accepts.errors));
    const mapping = (change) => {
      const changed = structuredClone(payload);
      Object.assign(changed.guarantees[0].care_type_mappings[0], change);
      return accepts(changed);
    };
    const [{ short_code }] = lists.internal_care_types;
    assert.ok(mapping({ selector: { include_care_types: [short_code] }, filter: { practitioner: "HYPNOTIST" } }));
    assert.ok(mapping({ filter: { practitioner: null, is_optam_or_secteur_1: null, allowed_treatment_modes: ["98"] } }));
    for (const wrong of [{ selector: { include_care_types: [`${short_code}X`] } }, { selector: { exclude_care_type_groups: ["NONE"] } }, { filter: { practitioner: "DENTISTE" } }, { filter: { glasses_lens_complexities: ["SIMPEL"] } }]) {
      assert.ok(!mapping(wrong), JSON.stringify(wrong));
    }
  });
}

test("what it refuses of the golden cases, validation finds an error in", (t) => {
  let [asked, refused] = [0, 0];
  const schemas = new Map();
  for (const { file, document } of golden) {
    for (const given of document.cases) {
      const { catalog: made, coverage, call, args } = resolve(given, document);
      const payload = call === "validateCoverage" ? args[0] : coverage;
      if (made === undefined || payload === undefined || / *\\ud[89a-f]/.test(JSON.stringify(payload))) continue;
      const known = usable(made);
      if (!known) continue;
      const key = JSON.stringify(made);
      if (!schemas.has(key)) schemas.set(key, DRAFTS.map((draft) => compiled(known, draft)));
      for (const accepts of schemas.get(key)) {
        asked += 1;
        if (accepts(payload)) continue;
        refused += 1;
        const errors = known.validateCoverage(payload, { analysis: false }).filter(({ severity }) => severity === "error");
        assert.ok(errors.length > 0, `${file}/${given.id}: ${JSON.stringify(accepts.errors)}`);
      }
    }
  }
  assert.ok(refused > 300 && asked > 2 * refused, `${refused} of ${asked} are refused`);
  t.diagnostic(`${asked} asked, ${refused} refused`);
});

function usable({ data, options }) {
  try {
    return new api.CareTypeCatalog(data, options);
  } catch (error) {
    assert.ok(error instanceof api.CoverageError);
    return undefined;
  }
}

test("nothing can be chosen of an empty catalogue", () => {
  const empty = new api.CareTypeCatalog({ care_type_groups: [], internal_care_types: [] });
  const payload = (include_care_types) => ({ name: "A", version: 1, guarantees: [{ name: "B", care_type_mappings: [{ selector: { include_care_types }, filter: {} }], coverage_rule: {} }] });
  for (const draft of DRAFTS) {
    const accepts = compiled(empty, draft);
    assert.deepEqual([accepts(payload([])), accepts(payload(["A"]))], [true, false]);
  }
});

test("draft 2020-12 is the default; each call makes another schema; wrong options are errors", () => {
  assert.equal(catalog.jsonSchema().$schema, "https://json-schema.org/draft/2020-12/schema");
  const mine = catalog.jsonSchema({ draft: undefined });
  mine.$defs.CareTypeCode.oneOf.length = 0;
  assert.notDeepEqual(catalog.jsonSchema(), mine);
  const code = (options) => {
    try {
      return catalog.jsonSchema(options).$schema;
    } catch (error) {
      assert.ok(error instanceof api.CoverageError, String(error));
      return error.code;
    }
  };
  assert.deepEqual([null, 7, { draft: 7 }, { draft: "2019-09" }, { drafts: "07" }, { get draft() { throw 1; } }].map(code), ["wrong_type", "wrong_type", "wrong_type", "wrong_type", "unknown_field", "unreadable_value"]);
  const freed = new api.CareTypeCatalog(lists);
  freed.free();
  assert.throws(() => freed.jsonSchema(), { code: "freed" });
});
