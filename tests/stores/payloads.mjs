// Payloads for the stores, and a catalogue.

/** A small coverage; `note` distinguishes writers. */
export function coverageOf(name, version, note = "") {
  return { name, version, guarantees: [{ name: "DENTAL_CARE", care_type_mappings: [], coverage_rule: { note } }] };
}

export const lists = {
  care_type_groups: [{ id: 1, short_code: "DENTAL" }],
  internal_care_types: [{ id: 1, short_code: "CROWN", care_type_group_ids: [1] }],
};

const adults = { selector: { include_care_types: ["CROWN"] }, filter: { min_age: 18 } };

/** Acts of children match nothing. */
export const payloadWithWarning = {
  name: "with a warning",
  version: 1,
  guarantees: [{ name: "crowns", care_type_mappings: [adults], coverage_rule: { components: [{ kind: "brss_percent", percent: "100" }] } }],
};

/** A care type that the catalogue does not have, a guarantee without mappings, and a component that no one knows. */
export const payloadWithError = {
  name: "with errors",
  version: 1,
  guarantees: [
    { name: "CROWNS", care_type_mappings: [{ selector: { include_care_types: ["CROWM"] }, filter: {} }], coverage_rule: { components: [{ kind: "no_such_component" }] } },
    { name: "NOTHING", care_type_mappings: [], coverage_rule: {} },
  ],
};

const nested = (levels) => (levels === 0 ? "deep" : { inner: nested(levels - 1) });

/** Rule parameters that no version of the package knows. */
export const rich = {
  name: "rich",
  version: 1,
  guarantees: [
    {
      name: "OF_ANOTHER_SYSTEM",
      care_type_mappings: [adults],
      coverage_rule: JSON.parse(String.raw`{
        "z": 1, "a": { "y": [null, true, false, "", {}, []], "b": -1.5 },
        "__proto__": { "__proto__": null, "polluted": 1 }, "constructor": { "prototype": 1 }, "toJSON": "x", "toString": 0, "length": 1, "then": null,
        "numbers": [0, 0.1, 18.65, 1e21, 5e-324, 1.7976931348623157e308, 9007199254740991, -9007199254740993],
        "texts": ["é", "e\u0301", "\u0000", "\u2028", "💊", "\ufeff", "\uffff", "\\\\", "a/b~c", "</script>"], "": { " ": 1 }
      }`),
    },
    { name: "DEEP", care_type_mappings: [], coverage_rule: { deep: nested(58) } },
    { name: "LARGE", care_type_mappings: [], coverage_rule: { text: "x".repeat(2 ** 20), many: Array.from({ length: 50_000 }, (_, index) => index) } },
  ],
};
