// Files of JSON, of whose texts a compiler knows only that they are texts, and what nobody may change.
import { CareTypeCatalog, checkCoverageVersion, checkDispense, describeRule, matchFilter } from "care-coverage";
import type { Coverage, CoverageStore, JsonPatchOperation } from "care-coverage";
import lists from "./catalog.json";
import payload from "./coverage.json";
import meant from "./coverage.accept.json";
import acts from "./acts.json";
import year from "./year.json";
import accepted from "./accepted.json";

const catalog = new CareTypeCatalog(lists);
const coverage: Coverage = catalog.compileCoverage(payload).withPayload(payload);
for (const { act } of acts) coverage.guaranteesFor(act);
coverage.evaluate(acts.map(({ act }) => act));
for (const { act, amounts } of year) coverage.reimburse({ ...act, ...amounts });
for (const { coverage_rule } of payload.guarantees) describeRule(coverage_rule);
coverage.analyze(meant);
catalog.validateCoverage(payload, { ...meant, accepted: "info", severities: { gap: "info" } as const });
checkCoverageVersion(payload);
export const report = checkDispense(accepted);
export const stored = (store: CoverageStore) => store.createOrUpdateCoverage(payload);

const fixed = {
  name: "A",
  version: 1,
  guarantees: [{
    name: "B",
    care_type_mappings: [{ selector: { include_care_types: ["CROWN"] }, filter: { allowed_treatment_modes: ["03"], min_age: 1 } }],
    coverage_rule: { components: [{ kind: "brss_percent", percent: "100" }], limits: [{ key: "A", period: { kind: "civil_year" }, max_count: 1 }] },
  }],
} as const;
catalog.compileCoverage(fixed);
catalog.compileCoverage(Object.freeze(fixed));
for (const { selector, filter } of fixed.guarantees[0].care_type_mappings) {
  catalog.getCareTypesFromSelector(selector);
  matchFilter(filter, { teeth: [11, 12] as const, practitioner: undefined });
}
catalog.explainSelector({ include_care_types: new Set(["CROWN"]) as ReadonlySet<string> });
coverage.guaranteesFor({ care_type: "CROWN", member_age: undefined } as const);
catalog.validateCoverage(payload, { ignore: undefined, analysis: undefined });
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }, { visibleTeeth: [11] as readonly number[], knownValues: undefined, selectorPrecedence: undefined });
coverage.reimburseMany([], [] as const, { secuRounding: undefined, counters: undefined });

// What the fields of an interface of one's own say is enough, and one act serves every question.
interface Claim { care_type: string; member_age?: number; practitioner: string | null; charged: number; brss: string }
const claim: Claim = { care_type: "CROWN", practitioner: null, charged: 120, brss: "107.50" };
coverage.guaranteesFor(claim);
coverage.explain(claim);
coverage.evaluate([claim]);
coverage.reimburse(claim);
matchFilter({}, { member_age: 40, charged: "120.00", side: "left" });
interface Filter { min_age: number }
const filter: Filter = { min_age: 18 };
matchFilter(filter, {});

// What is noted in a document.
catalog.getCareTypesFromSelector({ $schema: "a", description: "crowns", "x-owner": { team: 1 }, include_care_types: ["CROWN"] });
catalog.compileCoverage({
  name: "A", version: 1, description: "of 2025", "x-owner": "team",
  guarantees: [{ name: "B", care_type_mappings: [{ selector: {}, filter: { "x-why": 1, min_age: 18 } }], coverage_rule: { "x-page": 3, components: [{ kind: "brss_percent", percent: 100, "x-row": 7 }] }, "x-": null }],
});

export function inWords(step: JsonPatchOperation): string {
  switch (step.op) {
    case "move": return `${step.from satisfies string} to ${step.path}`;
    case "remove": return step.path;
    default: return `${step.path}: ${JSON.stringify(step.value)}`;
  }
}
for (const { range, fix } of catalog.validateCoverageText("{}")) inWords(fix?.[0] ?? { op: "remove", path: String(range.line) });
