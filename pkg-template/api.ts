// The public classes and functions over wasm-bindgen's glue. No rule lives here: it turns the array of diagnostics that
// the core throws into a CoverageError, and answers for objects that were freed.
import * as core from "#core";
import type * as api from "./care-coverage";

/** An input that cannot be used. */
export class CoverageError extends Error implements api.CoverageError {
  readonly code: string;
  readonly diagnostics: api.Diagnostic[];

  constructor(diagnostics: api.Diagnostic[]) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    const first = errors[0] ?? diagnostics[0];
    const place = first?.pointer ? ` at \`${first.pointer}\`` : "";
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
    super(`${first?.message ?? "the input cannot be used"}${place}${more}`);
    this.name = "CoverageError";
    this.code = first?.code ?? "unusable";
    this.diagnostics = diagnostics;
  }
}

/** How many questions are being asked: an input's getter may ask another one. */
let asking = 0;
const MAX_ASKING = 8;

/** Takes and gives back a piece of the stack. Where there is none left it throws a RangeError, which is harmless here and
 *  not inside the core: a stack that ends there leaves the core's memory in disorder. */
function stackHasRoom(frames: number): number {
  return frames === 0 ? 0 : 1 + stackHasRoom(frames - 1);
}

/** Asks the core; the array of diagnostics that it throws becomes an error. */
function ask<T>(question: () => T): T {
  if (asking === 0) stackHasRoom(400);
  if (asking === MAX_ASKING) throw unusable("unreadable_value", "an input asks questions within questions without end");
  asking += 1;
  try {
    return question();
  } catch (thrown) {
    throw Array.isArray(thrown) ? new CoverageError(thrown) : thrown;
  } finally {
    asking -= 1;
  }
}

function unusable(code: string, message: string): CoverageError {
  return new CoverageError([{ code, severity: "error", message, pointer: "", related: [], fix: null }]);
}

/** One of the core's objects and its life. Reading an input may run foreign code (a getter, a proxy) that frees the very
 *  object that is being asked: the memory is then given back after the answer. */
class Handle<T extends { free(): void }> {
  #object: T;
  #name: string;
  #questions = 0;
  #freed = false;

  constructor(object: T, name: string) {
    this.#object = object;
    this.#name = name;
  }

  ask<R>(question: (object: T) => R): R {
    if (this.#freed) throw unusable("freed", `this ${this.#name} was freed`);
    this.#questions += 1;
    try {
      return ask(() => question(this.#object));
    } finally {
      this.#questions -= 1;
      if (this.#freed && this.#questions === 0) this.#object.free();
    }
  }

  free(): void {
    if (this.#freed) return;
    this.#freed = true;
    if (this.#questions === 0) this.#object.free();
  }
}

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

  validateCoverageText(text: string, options?: api.ValidateOptions): api.Diagnostic[] {
    return this.#handle.ask((catalog) => catalog.validateCoverageText(text, options));
  }

  compileCoverage(payload: api.CoveragePayload): Coverage {
    return new Coverage(this.#handle.ask((catalog) => catalog.compileCoverage(payload)));
  }

  free(): void {
    this.#handle.free();
  }
}

export class Coverage {
  #handle: Handle<core.Coverage>;

  /** Only for `compileCoverage`. */
  constructor(compiled: core.Coverage) {
    if (!(compiled instanceof core.Coverage)) throw new TypeError("a Coverage is made by compileCoverage");
    this.#handle = new Handle(compiled, "Coverage");
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
    return this.#handle.ask((coverage) => coverage.guaranteesFor(act));
  }

  explain(act: api.CareAct): api.ActExplanation {
    return this.#handle.ask((coverage) => coverage.explain(act));
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

  reimburseMany(
    acts: readonly (api.CareAct & api.ActAmounts)[],
    counters?: api.LimitCounter[],
    options?: api.ReimburseOptions,
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

export function packageVersion(): string {
  return core.packageVersion();
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
