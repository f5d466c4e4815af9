// What a coverage pays for one act whose rule has no limit: encoded here, computed by the core. Everything else is left to the core.
import type * as core from "#glue";
import type { Handle } from "./ask.ts";
import type * as api from "./care-coverage";
import type { Vocabulary } from "./codes.ts";
import { type Decisions, ended } from "./decisions.ts";
import { NOT_GIVEN, PricedEncoder, shown } from "./priced-encoder.ts";

/** So many acts are asked the general way before the tables are made that the quick way needs. */
const FEW = 8;
/** In place of a guarantee's position. */
const NOBODY = 0xffff_ffff;
/** Of a plain object, with what somebody may have added to all of them. */
const PLAIN = {};

export class Payments {
  readonly #handle: Handle<core.Coverage>;
  readonly #decisions: Decisions;
  readonly #positions = new Map<string, number>();
  #encoder: PricedEncoder | undefined;
  #asked = 0;

  constructor(handle: Handle<core.Coverage>, decisions: Decisions) {
    this.#handle = handle;
    this.#decisions = decisions;
  }

  /** None where the general way has to be gone: with its steps, counters, or an act that cannot be encoded. */
  of(act: unknown, counters: unknown, options: unknown): api.Reimbursement | undefined {
    if (counters !== undefined || !isWithoutSteps(options)) return undefined;
    const encoder = this.#encoder;
    if (encoder === undefined) return this.#prepare();
    const coverage = this.#handle.hold();
    try {
      const decision = this.#decisions.decided(coverage, encoder, act);
      if (decision === undefined || !encoder.isUsual || encoder.charged === NOT_GIVEN) return undefined;
      const { outcome } = decision;
      if (outcome !== "covered" && outcome !== "not_covered") return undefined;
      const guarantee = decision.guarantees[0] ?? null;
      const paid = pay(coverage, guarantee === null ? NOBODY : this.#positions.get(guarantee)!, encoder);
      if (paid.length === 0) return undefined;
      if (guarantee === null) return { outcome, guarantee, missing: [], amounts: null, steps: [], counters: [] };
      const amounts = {
        secu_theoretical: shown(paid[0]!), secu_paid: shown(paid[1]!), ticket_moderateur: shown(paid[2]!), complementary: shown(paid[3]!), out_of_pocket: shown(paid[4]!),
      };
      return { outcome, guarantee, missing: [], amounts, steps: [], counters: [] };
    } finally {
      this.#handle.release();
    }
  }

  #prepare(): undefined {
    this.#asked += 1;
    if (this.#asked <= FEW) return;
    this.#decisions.encoder();
    this.#encoder = this.#handle.ask((coverage) => {
      (coverage.guaranteeNames as string[]).forEach((name, position) => this.#positions.set(name, position));
      return new PricedEncoder(coverage.actCodes() as Vocabulary);
    });
  }
}

/** Numbers alone: whatever is thrown has ended the instance. */
function pay(coverage: core.Coverage, guarantee: number, act: PricedEncoder): Uint32Array {
  try {
    return coverage.paidAlone(guarantee, act.charged, act.brss, act.rate, act.flat, act.franchise, act.quantity);
  } catch (thrown) {
    throw ended(thrown);
  }
}

/** Whether no steps are asked for, and nothing else. */
function isWithoutSteps(options: unknown): boolean {
  if (typeof options !== "object" || options === null || Object.getPrototypeOf(options) !== Object.prototype) return false;
  for (const _ in PLAIN) return false;
  for (const key in options) if (key !== "steps") return false;
  const stated = Object.getOwnPropertyDescriptor(options, "steps");
  return stated !== undefined && stated.value === false;
}
