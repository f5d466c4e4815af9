// What is given comes back unchanged, however strange the names: as own properties, and with every letter.
import assert from "node:assert/strict";
import { test } from "node:test";
import { imported as api } from "./install.mjs";

/** Names that every object has, or that an assignment would not store. */
const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf", "toJSON", "then", "length", "0", "-0", "1e3"];
const TEXTS = ["", " ", "é", "e\u0301", "\ufffd", "\ufeffbegin", "end\ufeff", "\u0000", "\u2028", "💊", "\udbff\udfff", "\uffff", "\\", "a/b~c", "x".repeat(2 ** 20)];

/** An object with own properties of these names. */
function own(names, value) {
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

const catalogOf = (codes) =>
  new api.CareTypeCatalog({
    care_type_groups: codes.map((short_code, index) => ({ id: index, short_code })),
    internal_care_types: codes.map((short_code, index) => ({ id: index, short_code, care_type_group_ids: [index] })),
  });

const coverageOf = (coverage_rule, name = "GUARANTEE") =>
  new api.CareTypeCatalog({ care_type_groups: [], internal_care_types: [] })
    .compileCoverage({ name: "HEALTH", version: 1, guarantees: [{ name, care_type_mappings: [], coverage_rule }] });

test("a coverage rule comes back with every name", () => {
  const rule = own(NAMES, (name) => ({ [name]: 1, inner: own(NAMES, () => [name]) }));
  const back = coverageOf(rule).toPayload().guarantees[0].coverage_rule;
  assert.deepEqual(back, rule);
  for (const name of NAMES) assert.ok(Object.hasOwn(back, name) && Object.hasOwn(back[name].inner, name), name);
  assert.equal(Object.getPrototypeOf(back), Object.prototype);
  const parsed = JSON.parse('{"__proto__": {"__proto__": null, "polluted": 1}}');
  const proto = coverageOf(parsed).toPayload().guarantees[0].coverage_rule;
  assert.equal(JSON.stringify(proto), JSON.stringify(parsed));
  assert.equal({}.polluted, undefined);
});

test("a coverage rule comes back with every letter and number", () => {
  const numbers = [0, -0, 1, -1, 0.1, 18.65, 1e21, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 2 ** 53, 2 ** 53 + 2, 2 ** 31, 2 ** 63];
  const rule = { texts: TEXTS, numbers, keys: own(TEXTS, () => null), rest: [true, false, null, [], {}, [[]], { a: { b: [] } }] };
  const back = coverageOf(rule).toPayload().guarantees[0].coverage_rule;
  assert.deepEqual(back, rule);
  assert.deepEqual(Object.keys(back.keys), Object.keys(rule.keys));
});

test("fields come back in the order in which they were given", () => {
  const rule = { z: 1, a: { y: 1, b: 2 }, m: 3 };
  assert.equal(JSON.stringify(coverageOf(rule).toPayload().guarantees[0].coverage_rule), JSON.stringify(rule));
});

test("a payload may be as deep as is allowed, and no deeper", () => {
  // The rule of the first guarantee is the fourth level.
  const nested = (levels) => (levels === 1 ? {} : { inner: nested(levels - 1) });
  const rule = nested(61);
  assert.deepEqual(coverageOf(rule).toPayload().guarantees[0].coverage_rule, rule);
  assert.throws(() => coverageOf(nested(62)), { code: "too_deep" });
});

test("short codes of every name work in every look-up", () => {
  const catalog = catalogOf(NAMES);
  const mappings = catalog.getCareTypeMappings();
  const { internal_care_type_by_short_code: types, care_type_group_by_short_code: groups, care_type_group_to_internal_care_types: members } = mappings;
  for (const [index, name] of NAMES.entries()) {
    for (const [lookUp, key] of [[types, name], [groups, name], [members, String(index)]]) assert.ok(Object.hasOwn(lookUp, key), `${name} in ${Object.keys(lookUp)}`);
    assert.equal(types[name].short_code, name);
    assert.equal(groups[name].id, index);
    assert.deepEqual(members[index].map(({ short_code }) => short_code), [name]);
    assert.deepEqual(catalog.getCareTypesFromSelector({ include_care_type_groups: [name] }).map(({ id }) => id), [index]);
    assert.deepEqual(catalog.explainSelector({ include_care_types: [name] }).care_types.map(({ short_code }) => short_code), [name]);
  }
  assert.deepEqual(new api.CareTypeCatalog(mappings).getCareTypeMappings(), mappings);
  assert.deepEqual(new api.CareTypeCatalog(JSON.parse(JSON.stringify(mappings))).getCareTypeMappings(), mappings);
});

test("short codes and labels keep every letter", () => {
  const codes = TEXTS.filter((text) => text.trim() === text && text.length > 0 && text.length <= 64);
  const mappings = catalogOf(codes).getCareTypeMappings();
  assert.deepEqual(Object.keys(mappings.internal_care_type_by_short_code).sort(), [...codes].sort());
  assert.deepEqual(new api.CareTypeCatalog(mappings).getCareTypeMappings(), mappings);
  for (const label of TEXTS) {
    const catalog = new api.CareTypeCatalog({ care_type_groups: [{ id: 1, short_code: "A", label }], internal_care_types: [] });
    assert.equal(catalog.getCareTypeMappings().care_type_group_by_short_code.A.label, label);
  }
});

test("guarantees of every name are found and named", () => {
  const catalog = catalogOf(NAMES);
  const guarantees = NAMES.map((name) => ({ name, care_type_mappings: [{ selector: { include_care_types: [name] }, filter: {} }], coverage_rule: {} }));
  const coverage = catalog.compileCoverage({ name: "__proto__", version: Number.MAX_SAFE_INTEGER, guarantees });
  assert.deepEqual([coverage.name, coverage.version, coverage.guaranteeNames], ["__proto__", Number.MAX_SAFE_INTEGER, NAMES]);
  for (const name of NAMES) {
    assert.deepEqual(coverage.careTypesOf(name), [name]);
    assert.deepEqual(coverage.guaranteesFor({ care_type: name }).guarantees, [name]);
    assert.deepEqual(coverage.explain({ care_type: name }).mappings.map(({ guarantee }) => guarantee), [name]);
  }
});

test("a name that no document has is refused at its own place, with the name in the message", () => {
  for (const name of NAMES) {
    const selector = Object.defineProperty({}, name, { value: [], enumerable: true });
    assert.throws(() => catalogOf([]).explainSelector(selector), (error) => {
      assert.deepEqual(error.diagnostics.map(({ code, pointer }) => [code, pointer]), [["unknown_field", `/${name}`]]);
      return error.diagnostics[0].message.includes(`\`${name}\``);
    });
  }
});

test("what was given is not changed, and what was answered is the caller's", () => {
  const given = { name: "HEALTH", version: 1, guarantees: [{ name: "A", care_type_mappings: [], coverage_rule: { list: [1] } }] };
  const before = structuredClone(given);
  const coverage = catalogOf(["A"]).compileCoverage(given);
  given.guarantees[0].coverage_rule.list.push(2);
  given.guarantees[0].name = "B";
  assert.deepEqual(coverage.toPayload(), before);
  try {
    coverage.toPayload().guarantees[0].coverage_rule.list.push(3);
    coverage.guaranteeNames.push("C");
  } catch {
    // A frozen answer is as good.
  }
  assert.deepEqual([coverage.toPayload(), coverage.guaranteeNames], [before, ["A"]]);
});
