/**
 * What does the engine say about the texts in hand? The files of this folder alone import the package.
 *
 * A catalogue and a coverage are built once and held; `free` gives their memory back when they are replaced. Where the engine itself fails,
 * a question throws an `EngineFailure`, and a reading says so.
 */
import {
  ageOn, CareTypeCatalog, Coverage, CoverageError, knownValues, lensComplexity, matchFilter, OUTCOME_CODES, packageVersion, reimburseStack,
  checkDiscountAmount, checkDispenseText, describeRule as englishRule, type Acceptance, type AnalyzeOptions, type ActAmounts, type ActConditions, type ActExplanation, type ActFact,
  type ActRegion, type AmountChange, type AmountComparison, type AmountExample, type BooleanFact, type CareAct, type CareTypeGroup, type CareTypeGroupEntry, type CareTypeEntry, type CareTypeLists, type CareTypeSynonyms, type CatalogHit, type ClaimMapping, type GroupKey, type Simulation, type SimulationSums, type PersonAct, type PersonChange, type PersonChanges, type RowAmounts, type InvalidRow, type InvalidReason, type AssumedReason, type Headings, type SearchOptions, type ConditionResult, type ContractSelection, type CoverageAnalysis,
  type CoverageCareTypeFilter, type CoverageCareTypeSelector, type CoverageDiff, type CoverageGuarantee,
  type CoveragePayload, type ActClass, type ActTariff, type Diagnostic, type DiscountDecision, type DiscountInput, type DispenseCheck, type DispenseReport,
  type DispenseSnapshot, type Evaluation, type GuaranteeDecision, type InternalCareType, type LimitChange, type LimitCounter, type LimitState, type NotDecidable, type Reimbursement,
  type Reimbursements, type Requirement, type RequirementAnswer, type RequirementExample, type RequirementProfile, type RequirementsOptions, type RequirementsReport, type RequirementStatus, type RequirementViolation, type SelectorExplanation, type SelectorTerm, type Severity, type StackedReimbursement, type TextCondition, type TextDiagnostic, type TextFact, type Truncation,
} from "care-coverage/slim";
import { FACTS } from "../../../pkg-template/facts";
import type { Mistake, Parsed } from "../kit/json/parse";
import { asked, EngineFailure, type FailureCode, Held, isStale } from "./failure";
import { describeRule, translated } from "./words";
// Whoever imports this can ask.
import "./start";

export { FACTS, OUTCOME_CODES, packageVersion };
export type {
  Acceptance, ActAmounts, ActClass, ActConditions, ActExplanation, ActFact, ActRegion, ActTariff, AmountChange, AmountComparison, AmountExample, AnalyzeOptions, BooleanFact, CareAct, CareTypeEntry, CareTypeGroup, CareTypeGroupEntry, CareTypeLists,
  AssumedReason, CareTypeSynonyms, CatalogHit, ClaimMapping, ConditionResult, GroupKey, Headings, InvalidReason, InvalidRow, PersonAct, PersonChange, PersonChanges, RowAmounts, Simulation, SimulationSums, ContractSelection,
  CoverageAnalysis, CoverageCareTypeFilter, CoverageCareTypeSelector, CoverageDiff, CoverageGuarantee, CoveragePayload,
  Diagnostic, DiscountDecision, DiscountInput, DispenseCheck, DispenseReport, DispenseSnapshot, Evaluation, GuaranteeDecision,
  InternalCareType, LimitChange, LimitCounter, LimitState, NotDecidable, Reimbursement, Reimbursements, Requirement, RequirementAnswer, RequirementExample,
  RequirementProfile, RequirementsOptions, RequirementsReport, RequirementStatus, RequirementViolation, SelectorExplanation, SelectorTerm, Severity, TextCondition, TextDiagnostic, TextFact,
  Truncation,
};

export type CheckOutcome = DispenseCheck["outcome"];

/** An answer, or everything the engine found wrong with the question. */
export type Answer<T> = { ok: true; value: T } | { ok: false; diagnostics: Diagnostic[] };

/** A text and what became of it. */
export type Reading<T, D extends Diagnostic = Diagnostic> =
  | { state: "none" }
  | { state: "broken"; mistake: Mistake }
  | { state: "refused"; diagnostics: D[] }
  | { state: "failed"; code: FailureCode }
  | { state: "ready"; value: T };

function ask<T>(question: () => T): Answer<T> {
  try {
    return { ok: true, value: asked(question) };
  } catch (error) {
    if (error instanceof CoverageError) return { ok: false, diagnostics: error.diagnostics.map(translated) };
    throw error;
  }
}

/** Of a call with several arguments, a message begins with the name of the one it is about; here that is always the act, or the catalogue. */
function withoutArgument<T>(answer: Answer<T>): Answer<T> {
  return answer.ok ? answer : { ok: false, diagnostics: answer.diagnostics.map(plain) };
}

function plain(found: Diagnostic): Diagnostic {
  return { ...found, message: found.message.replace(/^(?:acts?|data)\s*: /, "") };
}

function read<T>(parsed: Parsed, build: (json: unknown) => T): Reading<T> {
  if (!parsed.ok) return { state: "broken", mistake: parsed.mistake };
  try {
    const answer = ask(() => build(parsed.value));
    return answer.ok ? { state: "ready", value: answer.value } : { state: "refused", diagnostics: answer.diagnostics };
  } catch (error) {
    if (error instanceof EngineFailure) return { state: "failed", code: error.code };
    throw error;
  }
}

function orFailure<T>(question: () => T): T | EngineFailure {
  try {
    return question();
  } catch (error) {
    if (error instanceof EngineFailure) return error;
    throw error;
  }
}

/** Asks with the findings that are meant. Where the engine cannot read those, which somebody may have written by hand, nothing is meant. */
function accepting<T>(accept: readonly Acceptance[], question: (options: { accept: Acceptance[] }) => T): T {
  try {
    return question({ accept: [...accept] });
  } catch (error) {
    if (accept.length > 0 && error instanceof CoverageError) return question({ accept: [] });
    throw error;
  }
}

/** A catalogue with the look-ups that the page shows. */
export class LoadedCatalog {
  readonly types: ReadonlyMap<string, InternalCareType>;
  readonly groups: ReadonlyMap<string, CareTypeGroup>;
  private readonly english: readonly Diagnostic[];
  private readonly explanations = new WeakMap<object, SelectorExplanation["care_types"]>();

  private constructor(private readonly held: Held<CareTypeCatalog>) {
    const mappings = this.ask((catalog) => catalog.getCareTypeMappings());
    this.types = new Map(Object.entries(mappings.internal_care_type_by_short_code));
    this.groups = new Map(Object.entries(mappings.care_type_group_by_short_code));
    this.english = this.ask((catalog) => catalog.diagnostics);
  }

  /** `nonConventioned`: identification numbers of établissements non conventionnés; with none, nothing is derived from an establishment. */
  static read(json: Parsed, nonConventioned: readonly string[], synonyms: readonly CareTypeSynonyms[] = []): Reading<LoadedCatalog> {
    const options = { synonyms: [...synonyms], ...(nonConventioned.length > 0 && { nonConventionedEstablishments: [...nonConventioned] }) };
    const make = (json: unknown) => new CareTypeCatalog(json as ConstructorParameters<typeof CareTypeCatalog>[0], options);
    const reading = read(json, (json) => new LoadedCatalog(new Held(() => make(json))));
    return reading.state === "refused" ? { ...reading, diagnostics: reading.diagnostics.map(plain) } : reading;
  }

  ask<T>(question: (catalog: CareTypeCatalog) => T): T {
    return this.held.ask(question);
  }

  /** For what the package makes of a catalogue that it is given, which asks no more than this. */
  get asked(): CareTypeCatalog {
    const asked: Pick<CareTypeCatalog, "getCareTypeMappings" | "getCareTypesFromSelector" | "headings" | "compileCoverage"> = {
      getCareTypeMappings: () => this.ask((catalog) => catalog.getCareTypeMappings()),
      getCareTypesFromSelector: (selector) => this.ask((catalog) => catalog.getCareTypesFromSelector(selector)),
      headings: (headings) => this.ask((catalog) => catalog.headings(headings)),
      compileCoverage: (payload) => this.ask((catalog) => catalog.compileCoverage(payload)),
    };
    return asked as CareTypeCatalog;
  }

  get warnings(): readonly Diagnostic[] {
    return this.english.map(translated);
  }

  /** Care types and groups by what a person types, best first. */
  search(text: string, options?: SearchOptions): readonly CatalogHit[] {
    return this.ask((catalog) => catalog.search(text, options));
  }

  /** Of the group with this short code; none where there is no such group. */
  membersOf(group: string): readonly CareTypeEntry[] {
    return this.ask((catalog) => catalog.membersOf(group)) ?? [];
  }

  /** Of the care type with this short code; none where there is no such care type. */
  groupsOf(careType: string): readonly CareTypeGroupEntry[] {
    return this.ask((catalog) => catalog.groupsOf(careType)) ?? [];
  }

  /** What is wrong with findings that are said to be meant; nothing where they can be used. */
  judgeAcceptances(accept: readonly Acceptance[]): readonly Diagnostic[] {
    const answer = ask(() => this.ask((catalog) => catalog.validateCoverage({}, { accept: [...accept] })));
    return answer.ok ? [] : answer.diagnostics;
  }

  /** Every care type that a selector touches, selected or not, and why. Of a selector that is not finished, what is known in it counts. */
  explain(selector: object): SelectorExplanation["care_types"] {
    let rows = this.explanations.get(selector);
    if (!rows) {
      const known = (field: SelectorTerm["field"], codes: ReadonlyMap<string, unknown>) => {
        const list: unknown = (selector as CoverageCareTypeSelector)[field];
        return { [field]: Array.isArray(list) ? list.filter((code) => codes.has(code)) : [] };
      };
      const terms = {
        ...known("include_care_type_groups", this.groups), ...known("exclude_care_type_groups", this.groups),
        ...known("include_care_types", this.types), ...known("exclude_care_types", this.types),
      };
      rows = this.ask((catalog) => catalog.explainSelector(terms).care_types);
      this.explanations.set(selector, rows);
    }
    return rows;
  }

  /** Of a coverage that is not the one in hand; none where it cannot be compiled. */
  analysisOf(payload: CoveragePayload): CoverageAnalysis | null {
    const answer = ask(() =>
      this.ask((catalog) => {
        const coverage = catalog.compileCoverage(payload);
        try {
          return coverage.analyze();
        } finally {
          coverage.free();
        }
      }),
    );
    return answer.ok ? answer.value : null;
  }

  /** Every problem of a coverage's text, finished or not. What is accepted is there, with its reason. */
  validate(text: string, accept: readonly Acceptance[]): TextDiagnostic[] | EngineFailure {
    const question = (options: object) => this.ask((catalog) => catalog.validateCoverageText(text, { ...options, accepted: "info" }));
    return orFailure(() => accepting(accept, question));
  }

  free(): void {
    this.held.free();
  }
}

/** A compiled coverage, the payload it was compiled from, and what follows from it. What is asked once is remembered, and so are failures. */
export class LoadedCoverage {
  readonly payload: CoveragePayload;
  private readonly held: Held<Coverage>;
  private readonly selections = new Map<string, SelectorExplanation["care_types"]>();
  private readonly careTypes = new Map<string, string[]>();
  private readonly failures = new Map<string, EngineFailure>();
  private analyzed: { accept: readonly Acceptance[]; analysis: CoverageAnalysis } | null = null;
  private compared: { next: LoadedCoverage; diff: CoverageDiff } | null = null;

  private constructor(readonly catalog: LoadedCatalog, held: Held<Coverage>) {
    this.held = held;
    this.payload = this.held.ask((coverage) => coverage.toPayload());
  }

  /** `before`: the coverage as it was, if there was one; it is left as it is. */
  static read(catalog: LoadedCatalog, json: Parsed, before: LoadedCoverage | null): Reading<LoadedCoverage> {
    const lender = before?.catalog === catalog ? before.held : null;
    return read(json, (json) => new LoadedCoverage(catalog, heldCoverage(catalog, json as CoveragePayload, lender)));
  }

  /** Short codes of the care types that some mapping of the guarantee selects. */
  careTypesOf(guarantee: string): string[] {
    let careTypes = this.careTypes.get(guarantee);
    if (!careTypes) this.careTypes.set(guarantee, (careTypes = this.ask(["careTypesOf", guarantee], (coverage) => coverage.careTypesOf(guarantee))));
    return careTypes;
  }

  /** Every care type that a mapping's selector touches, selected or not, and why. */
  selection(guarantee: number, mapping: number): SelectorExplanation["care_types"] {
    const key = `${guarantee}/${mapping}`;
    let selection = this.selections.get(key);
    if (!selection) {
      const selector = this.payload.guarantees[guarantee]?.care_type_mappings[mapping]?.selector ?? {};
      selection = this.remembering(["selection", key], () => this.catalog.ask((catalog) => catalog.explainSelector(selector).care_types));
      this.selections.set(key, selection);
    }
    return selection;
  }

  /** Every problem of a text that is to replace this coverage's, finished or not. What did not change is not analyzed again. */
  validate(text: string, accept: readonly Acceptance[]): TextDiagnostic[] | EngineFailure {
    const question = (options: object) => this.held.ask((coverage) => coverage.validateText(text, { ...options, accepted: "info" }));
    return orFailure(() => accepting(accept, question));
  }

  /** The payload in place of this coverage's; null where it cannot be compiled. To be freed. */
  with(payload: CoveragePayload): LoadedCoverage | null {
    const answer = ask(() => new LoadedCoverage(this.catalog, heldCoverage(this.catalog, payload, this.held)));
    return answer.ok ? answer.value : null;
  }

  decide(act: CareAct): Answer<GuaranteeDecision> {
    return ask(() => this.ask(["decide", act], (coverage) => coverage.guaranteesFor(act)));
  }

  explain(act: CareAct): Answer<ActExplanation> {
    return ask(() => this.ask(["explain", act], (coverage) => coverage.explain(act)));
  }

  /** Who pays what for the act, and every line of the computation. `counters`: what earlier acts used of the limits. */
  reimburse(act: CareAct & ActAmounts, counters: readonly LimitCounter[] = []): Answer<Reimbursement> {
    return withoutArgument(ask(() => this.ask(["reimburse", act, counters], (coverage) => coverage.reimburse(act, counters))));
  }

  /** Many acts, each on its own. */
  evaluate(acts: readonly CareAct[]): Evaluation {
    return this.held.ask((coverage) => coverage.evaluate(acts));
  }

  /** The same for NDJSON. */
  evaluateLines(text: string): Evaluation {
    return this.held.ask((coverage) => coverage.evaluateText(text, "ndjson"));
  }

  get guaranteeNames(): string[] {
    return this.held.ask((coverage) => coverage.guaranteeNames);
  }

  /** What it pays for an act, and its options after it. */
  reimburseStack(options: readonly LoadedCoverage[], act: CareAct & ActAmounts): Answer<StackedReimbursement> {
    return withoutArgument(ask(() => {
      const answer = (asked: readonly Coverage[], [next, ...others]: readonly LoadedCoverage[]): StackedReimbursement =>
        next ? next.held.ask((coverage) => answer([...asked, coverage], others)) : reimburseStack(asked, act, asked.map(() => []), { steps: false });
      return answer([], [this, ...options]);
    }));
  }

  /** Acts that use the same limits, in the order of their dates. `counters`: what is used after each of them, or after the last; `before`: before the first. */
  reimburseMany(acts: readonly (CareAct & ActAmounts)[], counters: "each" | "last", before: readonly LimitCounter[] = []): Answer<Reimbursements> {
    return withoutArgument(ask(() => this.held.ask((coverage) => coverage.reimburseMany(acts, before, { counters }))));
  }

  /** As `LoadedCatalog.asked`. */
  get asked(): Coverage {
    const asked: Pick<Coverage, "toPayload" | "reimburseMany"> = {
      toPayload: () => this.payload,
      reimburseMany: (...question) => this.held.ask((coverage) => coverage.reimburseMany(...question)),
    };
    return asked as Coverage;
  }

  /** Overlaps, gaps, what nobody selects and what changes nothing. Findings that are meant say why. */
  analysis(accept: readonly Acceptance[] = []): CoverageAnalysis {
    if (this.analyzed?.accept !== accept) {
      const question = (options: { accept: Acceptance[] }) => this.ask(["analyze"], (coverage) => coverage.analyze(options));
      this.analyzed = { accept, analysis: accepting(accept, question) };
    }
    return this.analyzed.analysis;
  }

  /** What changes for members when `next` replaces this coverage. */
  diff(next: LoadedCoverage): CoverageDiff {
    if (this.compared?.next !== next) {
      const diff = this.remembering(["diff", next.payload], () => this.held.ask((before) => next.held.ask((after) => before.diff(after))));
      this.compared = { next, diff };
    }
    return this.compared.diff;
  }

  free(): void {
    this.held.free();
  }

  private ask<T>(key: readonly unknown[], question: (coverage: Coverage) => T): T {
    return this.remembering(key, () => this.held.ask(question));
  }

  /** The page asks again whenever it draws; each failure costs it an instance of the engine. */
  private remembering<T>(key: readonly unknown[], question: () => T): T {
    const before = this.failures.size > 0 && this.failures.get(JSON.stringify(key));
    if (before) throw before;
    try {
      return question();
    } catch (error) {
      if (error instanceof EngineFailure) this.failures.set(JSON.stringify(key), error);
      throw error;
    }
  }
}

/** A function of its own: made next to a lender, it would hold that for as long as the coverage lives, and so every one before it. */
function compiler(catalog: LoadedCatalog, payload: CoveragePayload): () => Coverage {
  return () => catalog.ask((catalog) => catalog.compileCoverage(payload));
}

function heldCoverage(catalog: LoadedCatalog, payload: CoveragePayload, lender: Held<Coverage> | null): Held<Coverage> {
  const compile = compiler(catalog, payload);
  return new Held(compile, lender ? () => borrowed(lender, payload) ?? compile() : compile);
}

/** The same as compiling the payload: a coverage of the same catalogue lends the work on what did not change. Null where it is stale. */
function borrowed(lender: Held<Coverage>, payload: CoveragePayload): Coverage | null {
  try {
    return asked(() => lender.now.withPayload(payload));
  } catch (error) {
    if (isStale(error)) return null;
    throw error;
  }
}

const known = knownValues();

/** The values that the engine knows for the facts that are texts; an act may have others. */
export const knownFactValues = Object.fromEntries(
  FACTS.flatMap(({ name, knownValues: list }) => (list === null ? [] : [[name, known[list]]])),
) as unknown as Record<TextFact, readonly string[]>;

const ruleAnswers = new WeakMap<object, Answer<string>>();

/** A coverage rule in the words of a benefit table, in the language of the page. */
export function ruleWords(rule: object): Answer<string> {
  const given = rule as Parameters<typeof englishRule>[0];
  let answer = ruleAnswers.get(rule);
  if (!answer) ruleAnswers.set(rule, (answer = ask(() => englishRule(given))));
  return answer.ok ? { ok: true, value: describeRule(given) } : answer;
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

/** `json`: what the text says. */
export function judgeDispense(text: string, json: Parsed): Reading<JudgedDispense, TextDiagnostic> {
  const reading = read(json, (json) => ({ snapshot: json as DispenseSnapshot, report: checkDispenseText(text) }));
  // What is thrown for a text has its places.
  return reading as Reading<JudgedDispense, TextDiagnostic>;
}

export function judgeDiscount(figures: DiscountInput): Answer<DiscountDecision> {
  return ask(() => checkDiscountAmount(figures));
}
