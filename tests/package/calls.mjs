// One good call of every exported function, constructor and method, for tests that then spoil a part of it.

export const lists = {
  care_type_groups: [
    { id: 1, short_code: "DENTAL", label: "Dentaire" },
    { id: 2, short_code: "OPTICAL", label: null },
  ],
  internal_care_types: [
    { id: 1, short_code: "CROWN", label: "Couronne", care_type_group_ids: [1], applicable_facts: null },
    { id: 2, short_code: "LENS", care_type_group_ids: [1, 2], applicable_facts: ["glasses_lens_complexity", "practitioner"] },
  ],
};

const crown = { id: 1, short_code: "CROWN", label: "Couronne", care_type_group_ids: [1], applicable_facts: null };
const lens = { id: 2, short_code: "LENS", care_type_group_ids: [2], applicable_facts: ["glasses_lens_complexity"] };

const mappings = {
  internal_care_type_by_short_code: { CROWN: crown, LENS: lens },
  care_type_group_by_short_code: { DENTAL: { id: 1, short_code: "DENTAL" }, OPTICAL: { id: 2, short_code: "OPTICAL", label: "Optique" } },
  care_type_group_to_internal_care_types: { 1: [crown], 2: [lens] },
};

const options = {
  selectorPrecedence: "types_over_groups",
  visibleTeeth: [11, 12],
  nonConventionedEstablishments: ["750000001"],
  knownValues: { practitioners: ["HYPNOTIST"], glassesLensComplexities: ["PRISM"], naturesDeSoins: ["AUTRES"], treatmentModes: ["98"] },
  synonyms: [{ language: "fr", synonyms: [{ terms: ["prothèse"], care_types: ["CROWN"], care_type_groups: ["DENTAL"] }] }],
};

const selector = {
  include_care_type_groups: ["DENTAL"],
  exclude_care_type_groups: ["OPTICAL"],
  include_care_types: ["CROWN"],
  exclude_care_types: ["LENS"],
};

const filter = {
  min_age: 18,
  max_age: 65,
  is_optam_or_secteur_1: true,
  is_for_at_least_one_visible_tooth: true,
  is_etablissement_conventionne: false,
  practitioner: "DENTIST",
  glasses_lens_complexities: ["SIMPLE", "COMPLEX"],
  reimbursed_by_secu: true,
  allowed_treatment_modes: ["02", "03"],
  allowed_natures_de_soins: ["CHIRURGIE"],
};

const rule = {
  components: [
    { kind: "actual_costs", percent: "80" },
    { kind: "flat_amount", amount: "12.50", per: "session" },
    { kind: "pmss_percent", percent: 1.5, per: "day" },
  ],
  secu_share: "excluded",
  price_cap: { kind: "amount", amount: "500" },
  limits: [
    { key: "dental", period: { kind: "rolling_months", months: 24 }, max_amount: "1500.00", counts: "total", scope: "tooth" },
    { key: "sessions", period: { kind: "civil_year" }, max_count: 5, scope: "family" },
  ],
  beyond_limits: { components: [{ kind: "brss_percent", percent: "100" }], secu_share: "included", price_cap: null },
};

export const payload = {
  name: "CONFORT",
  version: 1,
  guarantees: [
    { name: "DENTAL_CARE", care_type_mappings: [{ selector, filter }], coverage_rule: { rate: 1.5, caps: [{ amount: "100", yearly: true }] } },
    { name: "CROWNS", care_type_mappings: [{ selector: { include_care_types: ["CROWN"] }, filter: { max_age: 17 } }], coverage_rule: rule },
  ],
};

const mapping = { separator: ";", decimal: "comma", columns: { care_type: { column: "care_type", values: { G: "CROWN" } }, charged: "charged", reimbursed_by_secu: { fixed: true } } };
const headings = { headings: [{ id: "DENTAL", title: { fr: "Dentaire", en: "Dental" }, selector }] };
/** Typed arrays as lists; all else as it is. */
function asLists(answer) {
  if (ArrayBuffer.isView(answer)) return Array.from(answer, String);
  if (Array.isArray(answer) || answer === null || typeof answer !== "object") return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, asLists(value)]));
}

const distributions = { distributions: [{ care_type: "CROWN", facts: { member_age: 40 }, frequency: "0.1", amounts: [{ share: 1, charged: "500", brss: 120, rate: 60 }] }] };

const accept = [
  { code: "gap", guarantee: "CROWNS", care_types: ["CROWN"], conditions: { member_age: { min: 18, max: 130 }, practitioner: { not_in: ["DENTIST"] } }, reason: "adults" },
  { code: "overlap", conditions: { reimbursed_by_secu: true, treatment_mode: { in: ["03"] } }, reason: "both" },
];

const meant = { ignore: ["overlap"], severities: { gap: "info" }, accept, accepted: "info", analysis: false };

const inBoth = (text) => ({ fr: text, en: text });
const asked = {
  date: "2026-03-01", classes: { lenses: { selector: { include_care_types: ["LENS"] } } }, declarations: { R2: true },
  tariffs: { crowns: [{ care_types: ["CROWN"], filter: { max_age: 17 }, valid_from: "2026-01-01", valid_to: "2026-12-31", brss: "120", rate_percent: 60, plv: "500", hlf: "500", charged_at_most: "hlf", uncertain: true }] },
};
const profile = {
  name: "branch", title: inBoth("Branch"), published: "2026-01-01", note: inBoth("No legal advice"),
  classes: { crowns: { selector: { include_care_types: ["CROWN"] }, filter: { min_age: 18 }, tariffs: asked.tariffs.crowns }, lenses: { selector: {} } },
  requirements: [
    { id: "R1", article: "1", title: inBoth("Covered"), note: inBoth("A note"), uncertain: true, valid_from: "2025-01-01", valid_to: "2027-01-01", kind: "covered", class: "crowns" },
    { id: "R2", article: "2", title: inBoth("Declared"), kind: "declared" },
    { id: "R3", article: "3", title: inBoth("Share"), kind: "rule_field", class: "lenses", field: "secu_share", forbidden: "excluded" },
  ],
};

const facts = {
  care_date: "2026-03-01",
  member_birth_date: "1990-06-15",
  member_age: 35,
  is_optam_or_secteur_1: true,
  is_for_at_least_one_visible_tooth: true,
  teeth: [11, 46],
  is_etablissement_conventionne: false,
  practitioner: "DENTIST",
  glasses_lens_complexity: "SIMPLE",
  reimbursed_by_secu: true,
  treatment_mode: "03",
  nature_de_soins: "CHIRURGIE",
};

export const act = { care_type: "CROWN", ...facts, establishment: "750000001" };

export const snapshot = {
  ruleset: "code-2019",
  operation: "create_dispense",
  current_date: "2019-06-07",
  config: { DISPENSE_DIVISION_DLS_VERIFY: true, MEDICATION_DISPENSE_LEGAL_ENTITY_TYPES: ["PHARMACY"], TOLERANCE: "0.01", DEVIATION: 0.1 },
  token: { client_id: "LE1", user_id: "U1" },
  request: {
    code: "1234",
    medication_dispense: {
      medication_request_id: "MR1", division_id: "D1", medical_program_id: "P1",
      dispense_details: [{ medication_id: "M1", medication_qty: 10, sell_price: 18.65, discount_amount: "50" }],
    },
  },
  medication_request: {
    id: "MR1", status: "ACTIVE", is_active: true, intent: "order", dispense_valid_from: "2019-06-06", dispense_valid_to: "2019-06-08",
    medication_id: "ID1", medication_qty: "10", medical_program_id: "P1", verification_code: "1234", based_on: [{ type: "care_plan", id: "CP1" }],
  },
  divisions: [{ id: "D1", legal_entity_id: "LE1", status: "ACTIVE", is_active: true, dls_verified: true }],
  medical_programs: [{ id: "P1", is_active: true, medical_program_settings: { skip_mnn_in_treatment_period: false } }],
  program_medications: [{ medical_program_id: "P1", medication_id: "M1", is_active: true, reimbursement: { type: "FIXED", reimbursement_amount: 150 } }],
  medications: [{ id: "M1", type: "BRAND", is_active: true, package_qty: 30, package_min_qty: 10, ingredients: [{ is_primary: true, medication_child_id: "ID1" }] }],
  contracts: [{ id: "C1", type: "REIMBURSEMENT", status: "VERIFIED", start_date: "2019-06-07", end_date: "2019-06-21", medical_programs: ["P1"], contract_divisions: ["D1", { division_id: "D2" }] }],
  medication_dispenses: [{ medication_request_id: "MR1", status: "NEW", details: [{ medication_qty: 1.5 }] }],
  overlapping_dispensed_innm_ids: ["ID2"],
};

const qualification = {
  ruleset: "page-2022", operation: "qualify", current_date: "2019-06-07",
  request: { medication_request_id: "MR1", division_id: null, programs: [{ id: "P1" }] },
};

const query = { current_date: "2019-06-07", client_id: "LE1", division_id: "D1", medical_program_id: "P1", contracts: snapshot.contracts };
const figures = { discount_amount: 50, reimbursement_amount: "150", medication_qty: "10.5", package_qty: 30 };
const amounts = {
  charged: "720.00",
  brss: "193.50",
  secu_rate_percent: 70,
  flat_contribution: "2",
  franchise: "1",
  quantity: 2,
  plv: "800",
  hlf: "700",
  pmss: "4005",
  reconstituted_brss: "193.50",
  beneficiary: "anne",
  stay_id: "S1",
  membership_start: "2020-03-01",
  side: "left",
  tooth: 16,
};

const counters = [
  { key: "dental", scope_id: "anne/16", period_start: null, amount: "100.00", count: "0", entries: [{ date: "2025-06-01", amount: "100.00", count: "0" }] },
  { key: "sessions", scope_id: "family", period_start: "2026-01-01", amount: "0.00", count: "1", entries: null },
];

/** Of a child, whom only CROWNS covers. */
const priced = { ...act, member_birth_date: "2012-06-15", member_age: 13, ...amounts };

/** Made once for all calls: { api, catalog, coverage }. */
export function subjects(api) {
  const catalog = new api.CareTypeCatalog(lists, options);
  return { api, catalog, coverage: catalog.compileCoverage(payload) };
}

/** `name`: as in the declarations. `arguments`: good ones, by name. `ask`: the call; what it makes is read whole. */
export const calls = [
  call("CareTypeCatalog", { data: lists, options }, newCatalog),
  call("CareTypeCatalog", { data: mappings, options: undefined }, newCatalog),
  call("CareTypeCatalog.getCareTypesFromSelector", { selector }, ({ catalog }, ...given) => catalog.getCareTypesFromSelector(...given)),
  call("CareTypeCatalog.explainSelector", { selector }, ({ catalog }, ...given) => catalog.explainSelector(...given)),
  ...["careType", "groupsOf"].map((name) => call(`CareTypeCatalog.${name}`, { code: "CROWN" }, ({ catalog }, code) => catalog[name](code))),
  ...["group", "membersOf"].map((name) => call(`CareTypeCatalog.${name}`, { code: "DENTAL" }, ({ catalog }, code) => catalog[name](code))),
  call("CareTypeCatalog.search", { text: "prothèse", options: { kind: "care_type", limit: 5 } }, ({ catalog }, ...given) => catalog.search(...given)),
  call("CareTypeCatalog.validateGuarantee", { guarantee: payload.guarantees[0] }, ({ api, catalog }, guarantee) => withoutError(api, catalog.validateGuarantee(guarantee))),
  call("CareTypeCatalog.validateGuarantee", { options: { ignore: ["overlap"], analysis: false } }, ({ catalog }, options) => catalog.validateGuarantee(payload.guarantees[0], options)),
  call("CareTypeCatalog.tryCompile", { payload }, ({ api, catalog }, payload) => tried(api, catalog.tryCompile(payload))),
  call("CareTypeCatalog.tryCompileText", { text: JSON.stringify(payload) }, ({ api, catalog }, text) => tried(api, catalog.tryCompileText(text))),
  call("validateCatalog", { data: lists }, ({ api }, data) => withoutError(api, api.validateCatalog(data))),
  call("validateCatalogText", { text: JSON.stringify(lists) }, ({ api }, text) => withoutError(api, api.validateCatalogText(text))),
  call("CareTypeCatalog.compileCoverage", { payload }, newCoverage),
  call("CareTypeCatalog.validateCoverage", { payload }, ({ api, catalog }, payload) => withoutError(api, catalog.validateCoverage(payload))),
  call("CareTypeCatalog.validateCoverage", { options: meant }, ({ catalog }, options) => catalog.validateCoverage(payload, options)),
  call("CareTypeCatalog.validateCoverageText", { text: JSON.stringify(payload) }, ({ api, catalog }, text) => withoutError(api, catalog.validateCoverageText(text))),
  call("Coverage.validate", { payload }, ({ api, coverage }, payload) => withoutError(api, coverage.validate(payload))),
  call("Coverage.analyze", { options: { accept } }, ({ coverage }, options) => coverage.analyze(options)),
  call("validateProfile", { profile }, ({ api }, profile) => withoutError(api, api.validateProfile(profile))),
  call("validateProfileText", { text: JSON.stringify(profile) }, ({ api }, text) => withoutError(api, api.validateProfileText(text))),
  call("validateMapping", { mapping }, ({ api }, mapping) => withoutError(api, api.validateMapping(mapping))),
  call("validateHeadings", { headings }, ({ api }, headings) => withoutError(api, api.validateHeadings(headings))),
  call("CareTypeCatalog.headings", { headings }, ({ catalog }, headings) => catalog.headings(headings)),
  call("guessMapping", { header: ["ACTE", "MONTANT_DEPENSE"], rows: [["G", "26,50"]] }, ({ api }, ...given) => api.guessMapping(...given)),
  call("previewClaims", { claims: "care_type;charged\nG;26,50\n", options: { format: "csv", mapping, by: ["care_type"] } }, ({ api }, ...given) => api.previewClaims(...given)),
  call("previewClaims", { claims: distributions }, ({ api }, claims) => api.previewClaims(claims)),
  call("simulate", { claims: "care_type;charged\nG;26,50\n", options: { format: "csv", mapping, by: ["guarantee", "heading", { column: "care_type" }], headings, amounts: true, secuRounding: "half_up" } }, ({ api, coverage }, ...given) => asLists(api.simulate(coverage, [coverage, coverage], ...given))),
  call("Coverage.checkRequirements", { profile, options: asked }, ({ coverage }, ...given) => coverage.checkRequirements(...given)),
  call("Coverage.validate", { options: meant }, ({ coverage }, options) => coverage.validate(payload, options)),
  call("Coverage.validateText", { text: JSON.stringify(payload) }, ({ api, coverage }, text) => withoutError(api, coverage.validateText(text))),
  call("Coverage.careTypesOf", { guarantee: "DENTAL_CARE" }, ({ coverage }, ...given) => coverage.careTypesOf(...given)),
  call("Coverage.guaranteesFor", { act }, ({ coverage }, ...given) => coverage.guaranteesFor(...given)),
  call("Coverage.guaranteesForText", { text: JSON.stringify(act) }, ({ coverage }, ...given) => coverage.guaranteesForText(...given)),
  call("Coverage.explainText", { text: JSON.stringify(act) }, ({ coverage }, ...given) => coverage.explainText(...given)),
  call("Coverage.reimburseText", { act: JSON.stringify(priced), counters, options: { secuRounding: "half_up" } }, ({ coverage }, ...given) => coverage.reimburseText(...given)),
  call("Coverage.evaluate", { act }, ({ api, coverage }, ...given) => readable(api, coverage.evaluate(given))),
  call("Coverage.evaluateText", { text: JSON.stringify(act) }, ({ api, coverage }, text) => readable(api, coverage.evaluateText(text, "ndjson"))),
  call("Coverage.evaluateText", { format: "ndjson" }, ({ api, coverage }, format) => readable(api, coverage.evaluateText(JSON.stringify(act), format))),
  call("Coverage.explain", { act }, ({ coverage }, ...given) => coverage.explain(...given)),
  call("Coverage.withPayload", { payload }, ({ coverage }, payload) => newCoverage({ catalog: { compileCoverage: (given) => coverage.withPayload(given) } }, payload)),
  call("Coverage.reimburse", { act: priced, counters, options: { secuRounding: "half_up" } }, ({ coverage }, ...given) => coverage.reimburse(...given)),
  call("Coverage.reimburseMany", { acts: [priced, { ...act, ...amounts }, { ...priced }], counters, options: { counters: "each" } }, ({ coverage }, ...given) => coverage.reimburseMany(...given)),
  call("reimburseStack", { act: priced, counters: [counters, []], options: { secuRounding: "half_up" } }, ({ api, coverage }, ...given) => api.reimburseStack([coverage, coverage], ...given)),
  call("describeRule", { rule }, ({ api }, ...given) => api.describeRule(...given)),
  call("readCoveragePayload", { payload }, ({ api }, ...given) => api.readCoveragePayload(...given)),
  call("checkCoverageVersion", { payload: { ...payload, version: 3 }, latest: 2 }, ({ api }, ...given) => api.checkCoverageVersion(...given)),
  call("matchFilter", { filter, act: facts }, ({ api }, ...given) => api.matchFilter(...given)),
  call("lensComplexity", { prescription: { sphere: -1.25, cylinder: 0.5, multifocal: false } }, ({ api }, ...given) => api.lensComplexity(...given)),
  call("checkDiscountAmount", { input: figures }, ({ api }, ...given) => api.checkDiscountAmount(...given)),
  call("selectContracts", { query }, ({ api }, ...given) => api.selectContracts(...given)),
  call("checkDispense", { snapshot }, ({ api }, ...given) => api.checkDispense(...given)),
  call("checkDispense", { snapshot: qualification }, ({ api }, ...given) => api.checkDispense(...given)),
  call("checkDispenseText", { text: JSON.stringify(snapshot) }, ({ api }, ...given) => api.checkDispenseText(...given)),
  call("readJsonText", { text: JSON.stringify(snapshot) }, ({ api }, ...given) => api.readJsonText(...given)),
  call("ageOn", { birthDate: "1990-06-15", date: "2026-03-01" }, ({ api }, ...given) => api.ageOn(...given)),
];

/** What takes no argument. */
export const withoutArguments = [
  "knownValues", "packageVersion",
  "CareTypeCatalog.careTypeCount", "CareTypeCatalog.careTypeGroupCount", "CareTypeCatalog.diagnostics", "CareTypeCatalog.getCareTypeMappings", "CareTypeCatalog.toJSON",
  "CareTypeCatalog.knownValues",
  "Coverage.name", "Coverage.version", "Coverage.guaranteeNames", "Coverage.toPayload", "Coverage.toJSON",
  "Coverage.actCodes",
];

/** What takes an object of ours, or options of the package alone, by name: no value can be spoilt there. Diagnostics are the package's
 *  own, too. */
export const withObjects = {
  applyFixes: ({ api, catalog }) => api.applyFixes("{}", catalog.validateCoverageText("{}")),
  formatDiagnostics: ({ api, catalog }) => api.formatDiagnostics("{}", catalog.validateCoverageText("{}")),
  init: ({ api }) => api.init(),
  "CareTypeCatalog.jsonSchema": ({ catalog }) => catalog.jsonSchema({ draft: "07" }),
  "Coverage.diff": ({ coverage }) => coverage.diff(coverage),
  "Coverage.compareAmounts": ({ coverage }) => coverage.compareAmounts(coverage, { date: "2026-06-15" }),
  "Coverage.reimburseColumns": ({ coverage }) => coverage.reimburseColumns({ care_type: Uint32Array.of(1), charged: Float64Array.of(1) }),
  "Coverage.evaluateColumns": ({ coverage }) => coverage.evaluateColumns({ care_type: Uint32Array.of(1) }),
};

function call(name, given, ask) {
  return { name, arguments: given, ask };
}

/** A batch lists what other calls throw. */
function readable(api, { outcomes, guarantees, summary, invalid }) {
  if (invalid.length > 0) throw new api.CoverageError(invalid[0].diagnostics);
  return { outcomes: [...outcomes], guarantees: [...guarantees], summary };
}

/** A validation returns what other calls throw. */
function withoutError(api, diagnostics) {
  if (diagnostics.some(({ severity }) => severity === "error")) throw new api.CoverageError(diagnostics);
  return diagnostics;
}

/** What is tried is not thrown. */
function tried(api, { coverage, diagnostics }) {
  if (coverage === null) throw new api.CoverageError(diagnostics);
  const { name, version } = coverage;
  coverage.free();
  return { name, version, diagnostics };
}

function newCatalog({ api }, ...given) {
  const catalog = new api.CareTypeCatalog(...given);
  const { careTypeCount, careTypeGroupCount, diagnostics } = catalog;
  const answer = { careTypeCount, careTypeGroupCount, diagnostics, mappings: catalog.getCareTypeMappings() };
  catalog.free();
  return answer;
}

function newCoverage({ catalog }, ...given) {
  const coverage = catalog.compileCoverage(...given);
  const { name, version, guaranteeNames } = coverage;
  const answer = { name, version, guaranteeNames, payload: coverage.toPayload(), decision: coverage.guaranteesFor(act) };
  coverage.free();
  return answer;
}

/** The names of every function that is exported, methods and getters of the classes included. */
export function exportedNames(api) {
  return Object.entries(api).flatMap(([name, exported]) => {
    if (typeof exported !== "function") return [];
    const isClass = /^class\b/.test(Function.prototype.toString.call(exported));
    if (!isClass || exported === api.CoverageError) return exported === api.CoverageError ? [] : [name];
    const members = Object.getOwnPropertyNames(exported.prototype).filter((member) => !["constructor", "free"].includes(member));
    // A Coverage is made by compileCoverage only.
    return [...(exported === api.Coverage ? [] : [name]), ...members.map((member) => `${name}.${member}`)];
  });
}
