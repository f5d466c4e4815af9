/**
 * What does the engine say about the texts in hand? This file alone imports the package.
 *
 * A catalogue and a coverage are built once and held; `free` gives their memory back when they are replaced.
 */
import init, {
  ageOn, CareTypeCatalog, Coverage, CoverageError, knownValues, lensComplexity, matchFilter, OUTCOME_CODES, packageVersion,
  checkDiscountAmount, checkDispense, describeRule, type ActAmounts, type ActConditions, type ActExplanation, type ActFact,
  type ActRegion, type CareAct, type CareTypeGroup, type CareTypeLists, type ConditionResult, type ContractSelection, type CoverageAnalysis,
  type CoverageCareTypeFilter, type CoverageCareTypeSelector, type CoverageDiff, type CoverageGuarantee,
  type CoveragePayload, type Diagnostic, type DiscountDecision, type DiscountInput, type DispenseCheck, type DispenseReport,
  type DispenseSnapshot, type Evaluation, type GuaranteeDecision, type InternalCareType, type LimitCounter, type Reimbursement,
  type Reimbursements, type SelectorExplanation, type SelectorTerm, type Severity, type TextCondition, type Truncation,
} from "care-coverage/slim";
import { engineModule } from "./engine-module";
import { parseJson, type Mistake } from "./json";

await init(engineModule);

export { OUTCOME_CODES, packageVersion };
export type {
  ActAmounts, ActConditions, ActExplanation, ActFact, ActRegion, CareAct, CareTypeGroup, CareTypeLists, ConditionResult, ContractSelection,
  CoverageAnalysis, CoverageCareTypeFilter, CoverageCareTypeSelector, CoverageDiff, CoverageGuarantee, CoveragePayload,
  Diagnostic, DiscountDecision, DiscountInput, DispenseCheck, DispenseReport, DispenseSnapshot, Evaluation, GuaranteeDecision,
  InternalCareType, LimitCounter, Reimbursement, Reimbursements, SelectorExplanation, SelectorTerm, Severity, TextCondition,
  Truncation,
};

export type CheckOutcome = DispenseCheck["outcome"];

/** The facts of an act that are texts. */
export type TextFact = "practitioner" | "glasses_lens_complexity" | "treatment_mode" | "nature_de_soins";

/** An answer, or everything the engine found wrong with the question. */
export type Answer<T> = { ok: true; value: T } | { ok: false; diagnostics: Diagnostic[] };

/** A text and what became of it. */
export type Reading<T> =
  | { state: "none" }
  | { state: "broken"; mistake: Mistake }
  | { state: "refused"; diagnostics: Diagnostic[] }
  | { state: "ready"; value: T };

function ask<T>(question: () => T): Answer<T> {
  try {
    return { ok: true, value: question() };
  } catch (error) {
    if (error instanceof CoverageError) return { ok: false, diagnostics: error.diagnostics };
    throw error;
  }
}

/** Of a call with several arguments, a message begins with the name of the one it is about; here that is always the act. */
function withoutArgument<T>(answer: Answer<T>): Answer<T> {
  if (answer.ok) return answer;
  return { ok: false, diagnostics: answer.diagnostics.map((found) => ({ ...found, message: found.message.replace(/^acts?: /, "") })) };
}

function read<T>(text: string, build: (json: unknown) => T): Reading<T> {
  const parsed = parseJson(text);
  if (!parsed.ok) return { state: "broken", mistake: parsed.mistake };
  const answer = ask(() => build(parsed.value));
  return answer.ok ? { state: "ready", value: answer.value } : { state: "refused", diagnostics: answer.diagnostics };
}

/** A catalogue with the look-ups that the page shows. */
export class LoadedCatalog {
  readonly types: ReadonlyMap<string, InternalCareType>;
  readonly groups: ReadonlyMap<string, CareTypeGroup>;

  private constructor(readonly handle: CareTypeCatalog) {
    const mappings = handle.getCareTypeMappings();
    this.types = new Map(Object.entries(mappings.internal_care_type_by_short_code));
    this.groups = new Map(Object.entries(mappings.care_type_group_by_short_code));
  }

  /** `nonConventioned`: identification numbers of établissements non conventionnés; with none, nothing is derived from an establishment. */
  static read(text: string, nonConventioned: string[]): Reading<LoadedCatalog> {
    const options = nonConventioned.length > 0 ? { nonConventionedEstablishments: nonConventioned } : {};
    return read(text, (json) => new LoadedCatalog(new CareTypeCatalog(json as ConstructorParameters<typeof CareTypeCatalog>[0], options)));
  }

  /** Every problem of a coverage's text, finished or not; each has its `range`. */
  validate(text: string): Diagnostic[] {
    return this.handle.validateCoverageText(text);
  }

  get warnings(): Diagnostic[] {
    return this.handle.diagnostics;
  }

  free(): void {
    this.handle.free();
  }
}

/** The same as compiling the payload; a coverage of the same catalogue lends the work on what did not change. */
function compile(catalog: LoadedCatalog, payload: CoveragePayload, before: Coverage | null): Coverage {
  return before ? before.withPayload(payload) : catalog.handle.compileCoverage(payload);
}

/** A compiled coverage, the payload it was compiled from, and what follows from it. What is asked once is remembered. */
export class LoadedCoverage {
  readonly payload: CoveragePayload;
  private readonly selections = new Map<string, SelectorExplanation["care_types"]>();
  private readonly careTypes = new Map<string, string[]>();
  private analyzed: CoverageAnalysis | null = null;
  private compared: { next: LoadedCoverage; diff: CoverageDiff } | null = null;

  private constructor(readonly catalog: LoadedCatalog, private readonly handle: Coverage) {
    this.payload = handle.toPayload();
  }

  /** `before`: the coverage as it was, if there was one; it is left as it is. */
  static read(catalog: LoadedCatalog, text: string, before: LoadedCoverage | null): Reading<LoadedCoverage> {
    const lender = before?.catalog === catalog ? before.handle : null;
    return read(text, (json) => new LoadedCoverage(catalog, compile(catalog, json as CoveragePayload, lender)));
  }

  /** Short codes of the care types that some mapping of the guarantee selects. */
  careTypesOf(guarantee: string): string[] {
    let careTypes = this.careTypes.get(guarantee);
    if (!careTypes) this.careTypes.set(guarantee, (careTypes = this.handle.careTypesOf(guarantee)));
    return careTypes;
  }

  /** Every care type that a mapping's selector touches, selected or not, and why. */
  selection(guarantee: number, mapping: number): SelectorExplanation["care_types"] {
    const key = `${guarantee}/${mapping}`;
    let selection = this.selections.get(key);
    if (!selection) {
      const selector = this.payload.guarantees[guarantee]?.care_type_mappings[mapping]?.selector ?? {};
      selection = this.catalog.handle.explainSelector(selector).care_types;
      this.selections.set(key, selection);
    }
    return selection;
  }

  decide(act: CareAct): Answer<GuaranteeDecision> {
    return ask(() => this.handle.guaranteesFor(act));
  }

  explain(act: CareAct): Answer<ActExplanation> {
    return ask(() => this.handle.explain(act));
  }

  /** Who pays what for the act, and every line of the computation. */
  reimburse(act: CareAct & ActAmounts): Answer<Reimbursement> {
    return withoutArgument(ask(() => this.handle.reimburse(act)));
  }

  /** The same for acts that use the same limits, in the order of their dates. */
  reimburseMany(acts: readonly (CareAct & ActAmounts)[]): Answer<Reimbursements> {
    return withoutArgument(ask(() => this.handle.reimburseMany(acts)));
  }

  /** Overlaps, gaps, what nobody selects and what changes nothing. */
  analysis(): CoverageAnalysis {
    return (this.analyzed ??= this.handle.analyze());
  }

  /** What changes for members when `next` replaces this coverage. */
  diff(next: LoadedCoverage): CoverageDiff {
    if (this.compared?.next !== next) this.compared = { next, diff: this.handle.diff(next.handle) };
    return this.compared.diff;
  }

  free(): void {
    this.handle.free();
  }
}

const { practitioners, glassesLensComplexities, treatmentModes, naturesDeSoins } = knownValues();

/** The values that the engine knows for the facts that are texts; an act may have others. */
export const knownFactValues: Record<TextFact, readonly string[]> = {
  practitioner: practitioners,
  glasses_lens_complexity: glassesLensComplexities,
  treatment_mode: treatmentModes,
  nature_de_soins: naturesDeSoins,
};

const ruleAnswers = new WeakMap<object, Answer<string>>();

/** A coverage rule in the words of a benefit table. */
export function ruleWords(rule: object): Answer<string> {
  let answer = ruleAnswers.get(rule);
  if (!answer) ruleAnswers.set(rule, (answer = ask(() => describeRule(rule as Parameters<typeof describeRule>[0]))));
  return answer;
}

/** Completed years; null while the dates cannot be used. */
export function completedYears(birthDate: string, careDate: string): number | null {
  const answer = ask(() => ageOn(birthDate, careDate));
  return answer.ok ? answer.value : null;
}

export function complexityOf(prescription: { sphere: number; cylinder: number; multifocal: boolean }): Answer<string> {
  return ask(() => lensComplexity(prescription));
}

/** Whether one of these teeth is visible; null while the numbers cannot be used. */
export function visibleTooth(teeth: number[]): boolean | null {
  const answer = ask(() => matchFilter({ is_for_at_least_one_visible_tooth: true }, { teeth }));
  return answer.ok ? answer.value.outcome === "holds" : null;
}

/** A snapshot and what the engine says of it. */
export interface JudgedDispense {
  snapshot: DispenseSnapshot;
  report: DispenseReport;
}

export function judgeDispense(text: string): Reading<JudgedDispense> {
  return read(text, (json) => ({ snapshot: json as DispenseSnapshot, report: checkDispense(json as DispenseSnapshot) }));
}

export function judgeDiscount(figures: DiscountInput): Answer<DiscountDecision> {
  return ask(() => checkDiscountAmount(figures));
}
