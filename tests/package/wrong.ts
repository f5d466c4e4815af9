// What the declarations must refuse. Never run.
import {
  CareTypeCatalog, Coverage, CoverageError, ageOn, checkDiscountAmount, checkDispense, knownValues, lensComplexity, matchFilter, packageVersion, selectContracts,
} from "care-coverage";
import type {
  ActOutcome, CareAct, CareTypeLists, Contract, CoverageCareTypeFilter, CoverageGuarantee, CoveragePayload, Diagnostic, DispenseConfig, DispenseSnapshot, Severity,
} from "care-coverage";

declare const catalog: CareTypeCatalog;
declare const coverage: Coverage;

// ── the catalogue ──

// @ts-expect-error: no catalogue
new CareTypeCatalog();
// @ts-expect-error: a list is missing
new CareTypeCatalog({ care_type_groups: [] });
// @ts-expect-error: a look-up is missing
new CareTypeCatalog({ internal_care_type_by_short_code: {}, care_type_group_by_short_code: {} });
// @ts-expect-error: a tuple of the three look-ups
new CareTypeCatalog([{}, {}, {}]);
// @ts-expect-error: a text is no catalogue
new CareTypeCatalog("{}");
// @ts-expect-error: misspelt
new CareTypeCatalog({ care_type_groups: [{ id: 1, short_code: "A", lable: "A" }], internal_care_types: [] });
// @ts-expect-error: a text for an id
new CareTypeCatalog({ care_type_groups: [{ id: "1", short_code: "A" }], internal_care_types: [] });
// @ts-expect-error: groups are a list
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [{ id: 1, short_code: "A", care_type_group_ids: 1 }] });
// @ts-expect-error: groups are missing
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [{ id: 1, short_code: "A" }] });
// @ts-expect-error: no such fact
const facts: CareTypeLists = { care_type_groups: [], internal_care_types: [{ id: 1, short_code: "A", care_type_group_ids: [1], applicable_facts: ["age"] }] };
// @ts-expect-error: no such option
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }, { selector_precedence: "exclude_wins" });
// @ts-expect-error: no such precedence
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }, { selectorPrecedence: "include_wins" });
// @ts-expect-error: no such set of teeth
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }, { visibleTeeth: "all" });
// @ts-expect-error: teeth are numbers
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }, { visibleTeeth: ["11"] });
// @ts-expect-error: identification numbers are texts
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }, { nonConventionedEstablishments: [750000001] });
// @ts-expect-error: no such kind of values
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }, { knownValues: { practitioner: ["DENTIST"] } });
// @ts-expect-error: null is no options
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }, null);
// @ts-expect-error: counts are not set
catalog.careTypeCount = 1;
// @ts-expect-error: no such method
catalog.getCareTypes();
// @ts-expect-error: a look-up may miss
catalog.getCareTypeMappings().internal_care_type_by_short_code["A"].id;

// ── selectors ──

// @ts-expect-error: misspelt
catalog.getCareTypesFromSelector({ include_care_type: ["CROWN"] });
// @ts-expect-error: a text is no list
catalog.getCareTypesFromSelector({ include_care_types: "CROWN" });
// @ts-expect-error: null is no list
catalog.getCareTypesFromSelector({ include_care_types: null });
// @ts-expect-error: short codes are texts
catalog.explainSelector({ include_care_types: [1] });
// @ts-expect-error: short codes are texts
catalog.explainSelector({ include_care_types: new Set([1]) });
// @ts-expect-error: a map is no list
catalog.explainSelector({ include_care_types: new Map([["CROWN", true]]) });
// @ts-expect-error: no selector
catalog.explainSelector();

// ── the coverage ──

// @ts-expect-error: nothing but the name
catalog.compileCoverage({ name: "A" });
// @ts-expect-error: a text for the version
catalog.compileCoverage({ name: "A", version: "1", guarantees: [] });
// @ts-expect-error: unknown field
catalog.compileCoverage({ name: "A", version: 1, guarantees: [], currency: "EUR" });
// @ts-expect-error: a guarantee needs a rule
catalog.compileCoverage({ name: "A", version: 1, guarantees: [{ name: "B", care_type_mappings: [] }] });
// @ts-expect-error: a mapping needs a filter
catalog.compileCoverage({ name: "A", version: 1, guarantees: [{ name: "B", care_type_mappings: [{ selector: {} }], coverage_rule: {} }] });
// @ts-expect-error: a note begins with x-
catalog.compileCoverage({ name: "A", version: 1, guarantees: [], X: 1 });
// @ts-expect-error: a description is a text
catalog.compileCoverage({ name: "A", version: 1, guarantees: [], description: ["a"] });
// @ts-expect-error: options are no documents
new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }, { description: "mine" });
// @ts-expect-error: an amount is a text or a number
coverage.guaranteesFor({ care_type: "CROWN", charged: true });
// @ts-expect-error: a rule is an object
catalog.compileCoverage({ name: "A", version: 1, guarantees: [{ name: "B", care_type_mappings: [], coverage_rule: [] }] });
// @ts-expect-error: a rule of ours has a kind of component that is known
const percnt: CoverageGuarantee = { name: "B", care_type_mappings: [], coverage_rule: { components: [{ kind: "brss_percnt" }] } };
// @ts-expect-error: and no misspelt field
const shar: CoverageGuarantee = { name: "B", care_type_mappings: [], coverage_rule: { components: [{ kind: "brss_percent", percent: 100 }], secu_shar: "x" } };
// @ts-expect-error: nor where it is given
catalog.compileCoverage({ name: "A", version: 1, guarantees: [{ name: "B", care_type_mappings: [], coverage_rule: { components: [{ kind: "brss_percent", percent: 100 }], secu_shar: "x" } }] });
// @ts-expect-error: a component is an object
catalog.compileCoverage({ name: "A", version: 1, guarantees: [{ name: "B", care_type_mappings: [], coverage_rule: { components: ["brss_percent"] } }] });
// @ts-expect-error: a promise of a payload is none
catalog.compileCoverage(Promise.resolve({} as CoveragePayload));
// @ts-expect-error: made by compileCoverage only
new Coverage();
// @ts-expect-error: the name is not set
coverage.name = "B";
// @ts-expect-error: by name, not by number
coverage.careTypesOf(0);

// ── filters and acts ──

// @ts-expect-error: misspelt
const misspelt: CoverageCareTypeFilter = { max_aeg: 17 };
// @ts-expect-error: a text for an age
const textAge: CoverageCareTypeFilter = { min_age: "18" };
// @ts-expect-error: modes are texts
const numberMode: CoverageCareTypeFilter = { allowed_treatment_modes: [2] };
// @ts-expect-error: a condition's list, not one value
const oneLens: CoverageCareTypeFilter = { glasses_lens_complexities: "SIMPLE" };
// @ts-expect-error: an act has a care type
const noCareType: CareAct = { member_age: 40 };
// @ts-expect-error: misspelt
const practicioner: CareAct = { care_type: "CROWN", practicioner: "DENTIST" };
// @ts-expect-error: a condition's name instead of the fact's
const condition: CareAct = { care_type: "CROWN", allowed_treatment_modes: ["02"] };
// @ts-expect-error: dates are texts
const date: CareAct = { care_type: "CROWN", care_date: new Date() };
// @ts-expect-error: teeth are a list
const tooth: CareAct = { care_type: "CROWN", teeth: 11 };
// @ts-expect-error: a text for a boolean
coverage.guaranteesFor({ care_type: "CROWN", reimbursed_by_secu: "true" });
// @ts-expect-error: one act, not a list
coverage.explain([{ care_type: "CROWN" }]);
// @ts-expect-error: a filter knows no care type
matchFilter({}, { care_type: "CROWN" });
// @ts-expect-error: no act
matchFilter({});
// @ts-expect-error: the axis does not matter
lensComplexity({ sphere: 1, cylinder: 0, multifocal: false, axis: 90 });
// @ts-expect-error: not a yes or no
lensComplexity({ sphere: 1, cylinder: 0, multifocal: 0 });
// @ts-expect-error: dates are texts
ageOn(new Date(), "2026-03-01");
// @ts-expect-error: on which day?
ageOn("1990-06-15");

// ── dispenses ──

// @ts-expect-error: a figure is missing
checkDiscountAmount({ discount_amount: 50, reimbursement_amount: 150, medication_qty: 10 });
// @ts-expect-error: a decimal is a text or a number
checkDiscountAmount({ discount_amount: 50n, reimbursement_amount: 150, medication_qty: 10, package_qty: 30 });
// @ts-expect-error: no such figure
checkDiscountAmount({ discount_amount: 50, reimbursement_amount: 150, medication_qty: 10, package_qty: 30, tolerance: 0.01 });
// @ts-expect-error: no such ruleset
const ruleset: DispenseSnapshot = { ruleset: "page-2023", current_date: "2019-06-07" };
// @ts-expect-error: no such operation
const operation: DispenseSnapshot = { ruleset: "page-2022", operation: "create", current_date: "2019-06-07" };
// @ts-expect-error: on which day?
checkDispense({ ruleset: "page-2022" });
// @ts-expect-error: no such setting
const config: DispenseConfig = { DISPENSE_DLS_VERIFY: true };
// @ts-expect-error: a section is a list
checkDispense({ ruleset: "page-2022", current_date: "2019-06-07", divisions: { id: "D1" } });
// @ts-expect-error: an id is a text
checkDispense({ ruleset: "page-2022", current_date: "2019-06-07", divisions: [{ id: 1 }] });
// @ts-expect-error: a contract has an id
const contract: Contract = { type: "REIMBURSEMENT" };
// @ts-expect-error: no division is null
selectContracts({ current_date: "2019-06-07", client_id: "LE1", medical_program_id: "P1", contracts: [] });
// @ts-expect-error: no such decision
if (checkDispense({ ruleset: "page-2022", current_date: "2019-06-07" }).decision === "approved") packageVersion();
// @ts-expect-error: there may be none
checkDispense({ ruleset: "page-2022", current_date: "2019-06-07" }).first_failure.status;

// ── answers ──

// @ts-expect-error: no such outcome
const outcome: ActOutcome = "refused";
// @ts-expect-error: no such severity
const severity: Severity = "fatal";
// @ts-expect-error: no such outcome to compare with
if (coverage.guaranteesFor({ care_type: "CROWN" }).outcome === "rejected") packageVersion();
// @ts-expect-error: there may be none
coverage.explain({ care_type: "CROWN" }).nearest[0].changes;
// @ts-expect-error: unknown until looked at
coverage.toPayload().guarantees.map(({ coverage_rule }) => coverage_rule["rate"] * 2);
// @ts-expect-error: from diagnostics, not from a text
new CoverageError("no");
// @ts-expect-error: the code is not set
new CoverageError([]).code = "mine";
// @ts-expect-error: what is removed has no value
const removal: Diagnostic["fix"] = [{ op: "remove", path: "/a", value: 1 }];
// @ts-expect-error: what is moved comes from somewhere
const moved: Diagnostic["fix"] = [{ op: "move", path: "/a" }];
// @ts-expect-error: no such outcome is counted
coverage.evaluate([]).summary.by_outcome.refused;
// @ts-expect-error: no such fact is missing
if (coverage.guaranteesFor({ care_type: "CROWN" }).undetermined[0]?.missing.includes("age")) packageVersion();
// @ts-expect-error: no such check
if (checkDispense({ ruleset: "page-2022", current_date: "2019-06-07" }).checks[0]?.id === "contract_exist") packageVersion();
// @ts-expect-error: a diagnostic has a place
const diagnostic: Diagnostic = { code: "mine", severity: "error", message: "mine", related: [], fix: null };
// @ts-expect-error: no such kind of values
knownValues().teeth;
// @ts-expect-error: an entry is shared
catalog.careType("CROWN")!.label = "mine";
// @ts-expect-error: there may be no such group
catalog.membersOf("DENTAL").length;
// @ts-expect-error: no such kind
catalog.search("crown", { kind: "group" });
// @ts-expect-error: a coverage is there only where it is not null
catalog.tryCompile({}).coverage.name;
// @ts-expect-error: a guarantee alone has no part of a coverage
catalog.validateGuarantee({}, { within: "/name" });
