// Natural use of every declaration of the contract that the package has. It must compile against both, and run.
import {
  CareTypeCatalog, Coverage, CoverageError, ageOn, checkDiscountAmount, checkDispense, lensComplexity, matchFilter, packageVersion, selectContracts,
} from "care-coverage";
import type {
  ActExplanation, ActFact, ActOutcome, CareAct, CareTypeCatalogOptions, CareTypeGroup, CareTypeLists, CareTypeMappings, ConditionOutcome,
  ConditionResult, ContractQuery, ContractSelection, CoverageCareTypeFilter, CoverageCareTypeMapping, CoverageCareTypeSelector, CoverageGuarantee, CoveragePayload, CoverageStore, CoverageStoreOptions,
  CoverageRuleParameterSet, Decimal, Diagnostic, DispenseCheck, DispenseReport, DispenseSnapshot, GuaranteeDecision, InternalCareType, SelectorExplanation, SelectorTerm, Severity,
} from "care-coverage";

// ── a catalogue, from lists or from the three look-ups ──

const facts: ActFact[] = ["glasses_lens_complexity", "practitioner"];
const lens: InternalCareType = { id: 2, short_code: "LENS", label: "Verre", care_type_group_ids: [2], applicable_facts: facts };
const crown: InternalCareType = { id: 1, short_code: "CROWN", care_type_group_ids: [1], label: null, applicable_facts: null };
const dental: CareTypeGroup = { id: 1, short_code: "DENTAL", label: "Dentaire" };
const lists: CareTypeLists = { care_type_groups: [dental, { id: 2, short_code: "OPTICAL" }], internal_care_types: [crown, lens] };

const options: CareTypeCatalogOptions = {
  selectorPrecedence: "types_over_groups",
  visibleTeeth: "through_first_premolar",
  nonConventionedEstablishments: new Set(["750000001"]),
  knownValues: { practitioners: ["HYPNOTIST"], treatmentModes: ["98"] },
};

const catalog = new CareTypeCatalog(lists, options);
const counts: number = catalog.careTypeCount + catalog.careTypeGroupCount;
const warnings: Diagnostic[] = catalog.diagnostics;
const mappings: CareTypeMappings = catalog.getCareTypeMappings();
const found: InternalCareType | undefined = mappings.internal_care_type_by_short_code["CROWN"];
const same = new CareTypeCatalog(mappings, { visibleTeeth: [11, 12, 21, 22], nonConventionedEstablishments: ["750000001"] });
const asRead = new CareTypeCatalog(JSON.parse(JSON.stringify(lists)) as CareTypeLists);

// ── selectors ──

const selector: CoverageCareTypeSelector = {
  include_care_type_groups: new Set(["DENTAL", "OPTICAL"]),
  exclude_care_types: ["LENS"],
};
const codes: string[] = catalog.getCareTypesFromSelector(selector).map(({ short_code }) => short_code);
const explanation: SelectorExplanation = catalog.explainSelector({ include_care_types: new Set<string>() });
for (const { short_code, selected, decided_by, overridden } of explanation.care_types) {
  const term: SelectorTerm = decided_by;
  say(short_code, selected ? "selected by" : "excluded by", term.field, term.short_code, overridden.length);
}

// ── a coverage ──

const filter: CoverageCareTypeFilter = {
  min_age: 18,
  max_age: null,
  is_optam_or_secteur_1: true,
  practitioner: "DENTIST",
  allowed_treatment_modes: ["03"],
};
const rule: CoverageRuleParameterSet = { components: [{ kind: "brss_percent", percent: "150" }] };
const mapping: CoverageCareTypeMapping = { selector: { include_care_types: ["CROWN"] }, filter };
const guarantee: CoverageGuarantee = { name: "DENTAL", care_type_mappings: [mapping], coverage_rule: rule };
const payload: CoveragePayload = { name: "CONFORT", version: 1, guarantees: [guarantee] };

const coverage: Coverage = catalog.compileCoverage(payload);
const heading = `${coverage.name} ${coverage.version}: ${coverage.guaranteeNames.join(", ")}`;
const stored: string = JSON.stringify(coverage.toPayload());
const selected: string[] = coverage.careTypesOf("DENTAL");

// ── acts ──

const act: CareAct = {
  care_type: "CROWN",
  care_date: "2026-03-01",
  member_birth_date: "1990-06-15",
  is_optam_or_secteur_1: null,
  teeth: [11],
  practitioner: "DENTIST",
};
const decision: GuaranteeDecision = coverage.guaranteesFor(act);

function inWords({ outcome, guarantees, undetermined }: GuaranteeDecision): string {
  switch (outcome) {
    case "covered": return `${guarantees[0]} covers this act`;
    case "ambiguous": return `${guarantees.join(" and ")} cover this act`;
    case "undetermined": return `it depends on ${undetermined.flatMap(({ missing }) => missing).join(", ")}`;
    case "not_covered": return "nothing covers this act";
    case "unknown_care_type": return "no such care type";
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

const why: ActExplanation = coverage.explain(act);
const outcome: ActOutcome = why.outcome;
for (const { guarantee, pointer, outcome, decided_by, conditions } of why.mappings) {
  const failed = conditions.filter((condition) => condition.outcome === "fails");
  say(guarantee, pointer, outcome satisfies ConditionOutcome, decided_by.short_code, failed.map(inCondition).join());
}
for (const { changes } of why.nearest) say(inWords(coverage.guaranteesFor({ ...act, ...changes })));

function inCondition({ field, expected, actual }: ConditionResult): string {
  return `${field satisfies keyof CoverageCareTypeFilter} wants ${JSON.stringify(expected)}, has ${JSON.stringify(actual)}`;
}

// ── without a catalogue ──

const match = matchFilter({ min_age: 18, glasses_lens_complexities: ["SIMPLE"] }, { member_age: 40 });
if (match.outcome === "unknown") say("needs", match.missing.join(", "), match.conditions.length);
const complexity: "SIMPLE" | "COMPLEX" | "VERY_COMPLEX" = lensComplexity({ sphere: -2.25, cylinder: 0.5, multifocal: false });
const age: number = ageOn("1990-06-15", "2026-03-01");
const version: string = packageVersion();

// ── a dispense ──

const price: Decimal = "50";
const discount = checkDiscountAmount({ discount_amount: price, reimbursement_amount: 150, medication_qty: 10, package_qty: 30 });
const allowed: string = discount.allowed ? discount.allowed_amount : discount.excess;

const query: ContractQuery = {
  current_date: "2019-06-07", client_id: "LE1", division_id: null, medical_program_id: "P1",
  contracts: [{ id: "C1", type: "REIMBURSEMENT", inserted_at: "2019-06-01T00:00:00Z" }],
};
const selection: ContractSelection = selectContracts(query);
for (const { id, conditions } of selection.candidates) say(id, conditions.dates === null ? "has no dates" : conditions.dates);

const snapshot: DispenseSnapshot = {
  ruleset: "page-2022",
  current_date: "2019-06-07",
  token: { client_id: "LE1" },
  legal_entities: [],
  medication_request: null,
  request: { medication_dispense: { medication_request_id: "MR1", dispense_details: [{ medication_id: "M1", medication_qty: "10", sell_price: 18.65 }] } },
};
const report: DispenseReport = checkDispense(snapshot);
const failure: string = report.first_failure ? `${report.first_failure.status} ${report.first_failure.message}` : "none";
for (const check of report.checks) say(inCheck(check));

function inCheck({ id, outcome, because, pointer }: DispenseCheck): string {
  switch (outcome) {
    case "passed": return id;
    case "failed": return `${id} at ${pointer ?? "no place"}`;
    case "skipped": case "unknown": return `${id}: ${because.join(", ")}`;
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

// ── errors ──

try {
  catalog.compileCoverage({ ...payload, version: 0 });
} catch (error) {
  if (!(error instanceof CoverageError)) throw error;
  const asError: Error = error;
  say(error.code, asError.message);
  for (const { code, severity, message, pointer, related, fix, range } of error.diagnostics) {
    const level: Severity = severity;
    say(level, code, message, pointer, related[0]?.pointer, fix?.[0]?.op, fix?.[0]?.path, range?.line);
  }
}

// ── stores ──

/** What a caller does with a store, whatever its storage. */
export async function publish(store: CoverageStore, payloads: CoveragePayload[]): Promise<string[]> {
  const options: CoverageStoreOptions = { catalog };
  say(options.catalog === undefined);
  for (const payload of payloads) {
    const { name, version, created }: { name: string; version: number; created: boolean } = await store.createOrUpdateCoverage(payload, { commit: false });
    say(name, version, created);
  }
  const committed: void = await store.commit().catch(() => store.rollback());
  const latest: CoveragePayload = await store.getLatestCoveragePayload(payload.name);
  const first: CoveragePayload = await store.getCoveragePayload(payload.name, 1);
  await store.createOrUpdateCoverage({ ...latest, version: latest.version + 1 }, { commit: null });
  return [String(committed), first.name, ...(await store.listCoverages()).map(({ name, latest_version }) => `${name} ${latest_version}`)];
}

// ── lives ──

{
  using shortLived = new CareTypeCatalog(lists);
  using compiled = shortLived.compileCoverage(payload);
  say(shortLived.careTypeCount, compiled.name);
}
for (const object of [coverage, same, asRead, catalog]) object.free();

function say(...words: unknown[]): void {
  if (words.length === 0) throw new Error("nothing to say");
}

export const reported = {
  counts, warnings, found, codes, heading, stored, selected, decision: inWords(decision), outcome, complexity, age, version, allowed, failure,
  decided: report.decision, chosen: selection.selected,
};
