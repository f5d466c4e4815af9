// A compiled coverage, as src/wasm/coverage.rs and src/wasm/batch.rs have it.
import * as core from "#glue";
import { Handle } from "../ask.ts";
import type * as api from "../care-coverage";
import { Decisions } from "../decisions.ts";
import { unusable } from "../error.ts";
import { evaluateText } from "../evaluate-text.ts";
import { evaluate, evaluateColumns } from "../evaluate.ts";
import { disposable } from "./disposable.ts";
import { textOf } from "./text.ts";

/** The core's part of a coverage, for the thread of a worker. */
export let handleOf: (coverage: Coverage) => Handle<core.Coverage>;

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

  withPayload(payload: api.AsJson<api.CoveragePayload>): Coverage {
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

  guaranteesFor(act: api.GivenAct): api.GuaranteeDecision {
    return this.#decisions.of(act);
  }

  guaranteesForText(text: string | Uint8Array): api.GuaranteeDecision {
    return this.#handle.ask((coverage) => coverage.guaranteesForText(textOf(text)));
  }

  explain(act: api.GivenAct): api.ActExplanation {
    return this.#handle.ask((coverage) => coverage.explain(act));
  }

  explainText(text: string | Uint8Array): api.ActExplanation {
    return this.#handle.ask((coverage) => coverage.explainText(textOf(text)));
  }

  evaluate(acts: readonly api.GivenAct[] | ReadonlySet<api.GivenAct>): api.Evaluation {
    return this.#handle.ask((coverage) => evaluate(coverage, this.#decisions.encoder(), acts));
  }

  evaluateText(text: Uint8Array | string, format: "ndjson" | "csv"): api.Evaluation {
    return this.#handle.ask((coverage) => evaluateText(coverage, text, format));
  }

  evaluateColumns(columns: Readonly<api.ActColumns>): api.Evaluation {
    return this.#handle.ask((coverage) => evaluateColumns(coverage, columns));
  }

  actCodes(): api.ActCodes {
    const { visible_teeth, non_conventioned_establishments, ...lists } = this.#handle.ask((coverage) => coverage.actCodes());
    return lists;
  }

  analyze(options?: api.AsJson<api.AnalyzeOptions>): api.CoverageAnalysis {
    return this.#handle.ask((coverage) => coverage.analyze(options));
  }

  diff(next: Coverage): api.CoverageDiff {
    if (typeof next !== "object" || next === null || !(#handle in next)) throw unusable("wrong_type", "expected a Coverage");
    return this.#handle.ask((coverage) => next.#handle.ask((next) => coverage.diff(next)));
  }

  validate(payload: unknown, options?: api.ValidateOptions): api.Diagnostic[] {
    return this.#handle.ask((coverage) => coverage.validate(payload, options));
  }

  validateText(text: string | Uint8Array, options?: api.ValidateOptions): api.TextDiagnostic[] {
    return this.#handle.ask((coverage) => coverage.validateText(textOf(text), options));
  }

  reimburse(act: api.AsJson<api.CareAct & api.ActAmounts>, counters?: api.DeepReadonly<api.LimitCounter[]>, options?: api.ReimburseOptions): api.Reimbursement {
    return this.#handle.ask((coverage) => coverage.reimburse(act, counters, options));
  }

  reimburseText(text: string | Uint8Array, counters?: api.DeepReadonly<api.LimitCounter[]>, options?: api.ReimburseOptions): api.Reimbursement {
    return this.#handle.ask((coverage) => coverage.reimburseText(textOf(text, "act: "), counters, options));
  }

  reimburseMany(
    acts: readonly api.AsJson<api.CareAct & api.ActAmounts>[],
    counters?: api.DeepReadonly<api.LimitCounter[]>,
    options?: api.ReimburseManyOptions,
  ): api.Reimbursements {
    return this.#handle.ask((coverage) => coverage.reimburseMany(acts, counters, options));
  }

  free(): void {
    this.#handle.free();
  }

  declare [Symbol.dispose]: () => void;
}

disposable(Coverage);
