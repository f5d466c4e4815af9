// The public classes and functions over wasm-bindgen's glue. No rule lives here.
import * as core from "#glue";
import { Handle, ask, renewAfter } from "./ask.ts";
import type * as api from "./care-coverage";
import type { Parts } from "./columns.ts";
import { Decisions } from "./decisions.ts";
import type { Vocabulary } from "./encoder.ts";
import { unusable } from "./error.ts";
import { evaluate, evaluateColumns, evaluateEncoded, readable } from "./evaluate.ts";
import { TextBatch, evaluateText } from "./evaluate-text.ts";
import { bound } from "./memory.ts";
import { viewOf } from "./typed-arrays.ts";

export { OUTCOME_CODES } from "./answers.ts";
export { CoverageError } from "./error.ts";

/** The core's part of a coverage, for the thread of a worker. */
let handleOf: (coverage: Coverage) => Handle<core.Coverage>;

export class CareTypeCatalog {
  #handle: Handle<core.CareTypeCatalog>;

  constructor(data: api.CareTypeMappings | api.CareTypeLists, options?: api.CareTypeCatalogOptions) {
    this.#handle = new Handle(ask(() => new core.CareTypeCatalog(data, options)), "CareTypeCatalog");
  }

  get careTypeCount(): number {
    return this.#handle.ask((catalog) => catalog.careTypeCount);
  }

  get careTypeGroupCount(): number {
    return this.#handle.ask((catalog) => catalog.careTypeGroupCount);
  }

  get diagnostics(): api.Diagnostic[] {
    return this.#handle.ask((catalog) => catalog.diagnostics);
  }

  getCareTypeMappings(): api.CareTypeMappings {
    return this.#handle.ask((catalog) => catalog.getCareTypeMappings());
  }

  getCareTypesFromSelector(selector: api.CoverageCareTypeSelector): api.InternalCareType[] {
    return this.#handle.ask((catalog) => catalog.getCareTypesFromSelector(selector));
  }

  explainSelector(selector: api.CoverageCareTypeSelector): api.SelectorExplanation {
    return this.#handle.ask((catalog) => catalog.explainSelector(selector));
  }

  validateCoverage(payload: unknown, options?: api.ValidateOptions): api.Diagnostic[] {
    return this.#handle.ask((catalog) => catalog.validateCoverage(payload, options));
  }

  validateCoverageText(text: string | Uint8Array, options?: api.ValidateOptions): api.Diagnostic[] {
    return this.#handle.ask((catalog) => catalog.validateCoverageText(textOf(text), options));
  }

  compileCoverage(payload: api.CoveragePayload): Coverage {
    return new Coverage(this.#handle.ask((catalog) => catalog.compileCoverage(payload)));
  }

  free(): void {
    this.#handle.free();
  }
}

export class Coverage {
  static {
    handleOf = (coverage) => coverage.#handle;
  }

  #handle: Handle<core.Coverage>;
  #decisions: Decisions;

  /** Only for `compileCoverage`. */
  constructor(compiled: core.Coverage) {
    if (!(compiled instanceof core.Coverage)) throw new TypeError("a Coverage is made by compileCoverage");
    this.#handle = new Handle(compiled, "Coverage");
    this.#decisions = new Decisions(this.#handle);
  }

  withPayload(payload: api.CoveragePayload): Coverage {
    return new Coverage(this.#handle.ask((coverage) => coverage.withPayload(payload)));
  }

  get name(): string {
    return this.#handle.ask((coverage) => coverage.name);
  }

  get version(): number {
    return this.#handle.ask((coverage) => coverage.version);
  }

  get guaranteeNames(): string[] {
    return this.#handle.ask((coverage) => coverage.guaranteeNames);
  }

  toPayload(): api.CoveragePayload {
    return this.#handle.ask((coverage) => coverage.toPayload());
  }

  careTypesOf(guarantee: string): string[] {
    return this.#handle.ask((coverage) => coverage.careTypesOf(guarantee));
  }

  guaranteesFor(act: api.CareAct): api.GuaranteeDecision {
    return this.#decisions.of(act);
  }

  guaranteesForText(text: string | Uint8Array): api.GuaranteeDecision {
    return this.#handle.ask((coverage) => coverage.guaranteesForText(textOf(text)));
  }

  explain(act: api.CareAct): api.ActExplanation {
    return this.#handle.ask((coverage) => coverage.explain(act));
  }

  explainText(text: string | Uint8Array): api.ActExplanation {
    return this.#handle.ask((coverage) => coverage.explainText(textOf(text)));
  }

  evaluate(acts: readonly api.CareAct[] | ReadonlySet<api.CareAct>): api.Evaluation {
    return this.#handle.ask((coverage) => evaluate(coverage, this.#decisions.encoder(), acts));
  }

  evaluateText(text: Uint8Array | string, format: "ndjson" | "csv"): api.Evaluation {
    return this.#handle.ask((coverage) => evaluateText(coverage, text, format));
  }

  evaluateColumns(columns: api.ActColumns): api.Evaluation {
    return this.#handle.ask((coverage) => evaluateColumns(coverage, columns));
  }

  actCodes(): api.ActCodes {
    const { visible_teeth, non_conventioned_establishments, ...lists } = this.#handle.ask((coverage) => coverage.actCodes());
    return lists;
  }

  analyze(): api.CoverageAnalysis {
    return this.#handle.ask((coverage) => coverage.analyze());
  }

  diff(next: Coverage): api.CoverageDiff {
    if (typeof next !== "object" || next === null || !(#handle in next)) throw unusable("wrong_type", "expected a Coverage");
    return this.#handle.ask((coverage) => next.#handle.ask((next) => coverage.diff(next)));
  }

  reimburse(act: api.CareAct & api.ActAmounts, counters?: api.LimitCounter[], options?: api.ReimburseOptions): api.Reimbursement {
    return this.#handle.ask((coverage) => coverage.reimburse(act, counters, options));
  }

  reimburseText(text: string | Uint8Array, counters?: api.LimitCounter[], options?: api.ReimburseOptions): api.Reimbursement {
    return this.#handle.ask((coverage) => coverage.reimburseText(textOf(text, "act: "), counters, options));
  }

  reimburseMany(
    acts: readonly (api.CareAct & api.ActAmounts)[],
    counters?: api.LimitCounter[],
    options?: api.ReimburseManyOptions,
  ): api.Reimbursements {
    return this.#handle.ask((coverage) => coverage.reimburseMany(acts, counters, options));
  }

  free(): void {
    this.#handle.free();
  }
}

// `using` needs it; older runtimes do not have the symbol.
if (Symbol.dispose) {
  for (const disposable of [CareTypeCatalog, Coverage]) {
    Object.defineProperty(disposable.prototype, Symbol.dispose, { value: disposable.prototype.free });
  }
}

export function init(options?: api.InitOptions): void {
  if (options !== undefined && (typeof options !== "object" || options === null)) throw unusable("wrong_type", "expected an object of options");
  const { maxMemory, ...others } = readable(() => ({ ...options }));
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw unusable("unknown_field", `there is no option ${JSON.stringify(unknown)}`);
  renewAfter(() => bound(maxMemory));
}

export function packageVersion(): string {
  return ask(() => core.packageVersion());
}

export function matchFilter(...[filter, act]: Parameters<typeof api.matchFilter>): ReturnType<typeof api.matchFilter> {
  return ask(() => core.matchFilter(filter, act));
}

export function lensComplexity(
  ...[prescription]: Parameters<typeof api.lensComplexity>
): ReturnType<typeof api.lensComplexity> {
  return ask(() => core.lensComplexity(prescription));
}

export function ageOn(birthDate: string, date: string): number {
  return ask(() => core.ageOn(birthDate, date));
}

export function checkDiscountAmount(
  ...[input]: Parameters<typeof api.checkDiscountAmount>
): ReturnType<typeof api.checkDiscountAmount> {
  return ask(() => core.checkDiscountAmount(input));
}

export function selectContracts(query: api.ContractQuery): api.ContractSelection {
  return ask(() => core.selectContracts(query));
}

export function checkDispense(snapshot: api.DispenseSnapshot): api.DispenseReport {
  return ask(() => core.checkDispense(snapshot));
}

export function checkDispenseText(text: string | Uint8Array): api.DispenseReport {
  return ask(() => core.checkDispenseText(textOf(text)));
}

export function describeRule(rule: api.CoverageRule | api.CoverageRuleParameterSet): string {
  return ask(() => core.describeRule(rule));
}

export function knownValues(): ReturnType<typeof api.knownValues> {
  return ask(() => core.knownValues());
}

export function readCoveragePayload(payload: unknown): api.CoveragePayload {
  return ask(() => core.readCoveragePayload(payload));
}

export function checkCoverageVersion(payload: api.CoveragePayload, latest?: number | null): api.CoverageVersion {
  return ask(() => core.checkCoverageVersion(payload, latest));
}

export function readJsonText(text: string | Uint8Array): unknown {
  return ask(() => core.readJsonText(textOf(text)));
}

/** A text as the core knows it: what only pretends to be bytes would run foreign code in its midst. */
function textOf(text: unknown, argument = ""): unknown {
  if (typeof text === "string") return text;
  const bytes = viewOf("Uint8Array", text);
  if (bytes === undefined) throw unusable("wrong_type", `${argument}expected a string or a Uint8Array`);
  return bytes;
}

/** What the thread of a worker asks beside the public: parts of a batch. */
export default {
  vocabulary: (coverage: Coverage) => handleOf(coverage).ask((coverage) => coverage.actCodes()) as Vocabulary,
  textBatch: (coverage: Coverage, isCsv: boolean) => handleOf(coverage).ask((coverage) => new TextBatch(coverage, isCsv)),
  evaluateEncoded: (coverage: Coverage, parts: Parts, odd: readonly (readonly [place: number, act: unknown])[]) =>
    handleOf(coverage).ask((coverage) => evaluateEncoded(coverage, parts, odd)),
};
