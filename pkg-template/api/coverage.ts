// A compiled coverage, as src/wasm/coverage.rs and src/wasm/batch.rs have it.
import * as core from "#glue";
import { Handle } from "../ask.ts";
import type * as api from "../care-coverage";
import { Decisions } from "../decisions.ts";
import { evaluateText } from "../evaluate-text.ts";
import { evaluate, evaluateColumns } from "../evaluate.ts";
import { hasDate } from "../has-date.ts";
import { behind, findable } from "../itself.ts";
import { Payments } from "../payments.ts";
import { reimburseColumns } from "../reimburse-columns.ts";
import { assertAmounts } from "../start.ts";
import { disposable } from "./disposable.ts";
import { printed } from "./printed.ts";
import { textOf } from "./text.ts";

/** The core's part of a coverage; also where a proxy of it is given. */
export let handleOf: (coverage: Coverage) => CoverageHandle;

class CoverageHandle extends Handle<core.Coverage> {
  readonly decisions = new Decisions(this);
  readonly payments = new Payments(this, this.decisions);
}

export class Coverage {
  static {
    const own = (object: object) => (#handle in object ? object.#handle : undefined);
    handleOf = (coverage) => (typeof coverage === "object" && coverage !== null && #handle in coverage ? coverage.#handle : behind(coverage, own, "Coverage"));
  }

  readonly #handle: CoverageHandle;

  /** Only for `compileCoverage`. */
  constructor(compiled: core.Coverage) {
    if (!(compiled instanceof core.Coverage)) throw new TypeError("a Coverage is made by compileCoverage");
    this.#handle = new CoverageHandle(compiled, "Coverage");
    findable(this);
  }

  withPayload(payload: api.AsJson<api.CoveragePayload>): Coverage {
    return made(handleOf(this).ask((coverage) => coverage.withPayload(payload)));
  }

  get name(): string {
    return handleOf(this).ask((coverage) => coverage.name);
  }

  get version(): number {
    return handleOf(this).ask((coverage) => coverage.version);
  }

  get guaranteeNames(): string[] {
    return handleOf(this).ask((coverage) => coverage.guaranteeNames);
  }

  toPayload(): api.CoveragePayload {
    return handleOf(this).ask((coverage) => coverage.toPayload());
  }

  toJSON(): api.CoveragePayload {
    return handleOf(this).ask((coverage) => coverage.toPayload());
  }

  careTypesOf(guarantee: string): string[] {
    return handleOf(this).ask((coverage) => coverage.careTypesOf(guarantee));
  }

  guaranteesFor(act: api.GivenAct): api.GuaranteeDecision {
    return handleOf(this).decisions.of(act);
  }

  guaranteesForText(text: string | Uint8Array): api.GuaranteeDecision {
    return handleOf(this).ask((coverage) => coverage.guaranteesForText(textOf(text)));
  }

  explain(act: api.GivenAct): api.ActExplanation {
    return handleOf(this).ask((coverage) => coverage.explain(act));
  }

  explainText(text: string | Uint8Array): api.ActExplanation {
    return handleOf(this).ask((coverage) => coverage.explainText(textOf(text)));
  }

  evaluate(acts: readonly api.GivenAct[] | ReadonlySet<api.GivenAct>): api.Evaluation {
    const handle = handleOf(this);
    return handle.ask((coverage) => evaluate(coverage, handle.decisions.encoder(), acts));
  }

  evaluateText(text: Uint8Array | string, format: "ndjson" | "csv"): api.Evaluation {
    return handleOf(this).ask((coverage) => evaluateText(coverage, text, format));
  }

  evaluateColumns(columns: Readonly<api.ActColumns>): api.Evaluation {
    return handleOf(this).ask((coverage) => evaluateColumns(coverage, columns));
  }

  reimburseColumns(columns: Readonly<api.PricedColumns>, options?: api.ReimburseColumnsOptions): api.ReimbursedColumns {
    assertAmounts();
    return handleOf(this).ask((coverage) => reimburseColumns(coverage, columns, options));
  }

  actCodes(): api.ActCodes {
    const { visible_teeth, non_conventioned_establishments, ...lists } = handleOf(this).ask((coverage) => coverage.actCodes());
    return lists;
  }

  analyze(options?: api.AsJson<api.AnalyzeOptions>): api.CoverageAnalysis {
    return handleOf(this).ask((coverage) => coverage.analyze(options));
  }

  diff(next: Coverage, options?: api.DiffOptions): api.CoverageDiff {
    const isDated = hasDate(options);
    if (isDated) assertAmounts();
    return handleOf(this).ask((coverage) => handleOf(next).ask((next) => (isDated ? coverage.diffOnDate(next, options) : coverage.diff(next, options))));
  }

  compareAmounts(next: Coverage, options: api.CompareAmountsOptions): api.AmountComparison {
    assertAmounts();
    return handleOf(this).ask((coverage) => handleOf(next).ask((next) => coverage.compareAmounts(next, options)));
  }

  checkRequirements(profile: api.AsJson<api.RequirementProfile>, options: api.AsJson<api.RequirementsOptions>): api.RequirementsReport {
    assertAmounts();
    return handleOf(this).ask((coverage) => coverage.checkRequirements(profile, options));
  }

  validate(payload: unknown, options?: api.ValidateOptions): api.Diagnostic[] {
    return handleOf(this).ask((coverage) => coverage.validate(payload, options));
  }

  validateText(text: string | Uint8Array, options?: api.ValidateOptions): api.TextDiagnostic[] {
    return handleOf(this).ask((coverage) => coverage.validateText(textOf(text), options));
  }

  reimburse(act: api.AsJson<api.CareAct & api.ActAmounts>, counters?: api.DeepReadonly<api.LimitCounter[]>, options?: api.ReimburseOptions): api.Reimbursement {
    const handle = handleOf(this);
    return handle.payments.of(act, counters, options) ?? handle.ask((coverage) => coverage.reimburse(act, counters, options));
  }

  reimburseText(text: string | Uint8Array, counters?: api.DeepReadonly<api.LimitCounter[]>, options?: api.ReimburseOptions): api.Reimbursement {
    return handleOf(this).ask((coverage) => coverage.reimburseText(textOf(text, "act: "), counters, options));
  }

  reimburseMany(
    acts: readonly api.AsJson<api.CareAct & api.ActAmounts>[],
    counters?: api.DeepReadonly<api.LimitCounter[]>,
    options?: api.ReimburseManyOptions,
  ): api.Reimbursements {
    return handleOf(this).ask((coverage) => coverage.reimburseMany(acts, counters, options));
  }

  free(): void {
    handleOf(this).free();
  }

  declare [Symbol.dispose]: () => void;
}

disposable(Coverage);
printed(Coverage, "Coverage", ({ name, version, guaranteeNames }) => ({ name, version, guarantees: guaranteeNames.length }));

/** Not within the class: it would be given another name there. */
function made(compiled: core.Coverage): Coverage {
  return new Coverage(compiled);
}
