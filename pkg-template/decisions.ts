// The decision for one act: encoded here, decided by the core, and shared with all acts that are decided alike.
import type * as core from "#glue";
import { ask, beginReading, endReading, engine, failed, type Handle } from "./ask.ts";
import type * as api from "./care-coverage";
import type { Vocabulary } from "./codes.ts";
import { ActEncoder } from "./encoder.ts";
import { FACTS as ALL } from "./facts.ts";
import { OUTCOME_CODES } from "./answers.ts";
import { stackHasALittleRoom, stackHasSomeRoom } from "./stack.ts";

/** So many acts are asked the general way before the tables are made that the quick way needs. */
const FEW = 8;
/** No number: there are too many decisions. */
const NONE = 0xffff_ffff;

/** The facts that a decision may wait for, sorted, and their bits in the core's integers: those of the table, then the age. */
const FACTS = [...ALL.map(({ name }) => name), "member_age"].map((name, position) => ({ name, bit: 1 << position }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

type Codes = Parameters<core.Coverage["decide"]>;

export class Decisions {
  #handle: Handle<core.Coverage>;
  #encoder: ActEncoder | undefined;
  #guarantees: string[] = [];
  #asked = 0;
  /** Whether no other decision gets a number. */
  #isFull = false;
  #byNumber: api.GuaranteeDecision[] = [];

  constructor(handle: Handle<core.Coverage>) {
    this.#handle = handle;
  }

  /** For acts of this coverage. */
  encoder(): ActEncoder {
    return (this.#encoder ??= this.#handle.ask((coverage) => {
      this.#guarantees = coverage.guaranteeNames as string[];
      return new ActEncoder(coverage.actCodes() as Vocabulary);
    }));
  }

  of(act: unknown): api.GuaranteeDecision {
    const encoder = this.#encoder;
    if (encoder === undefined) return this.#first(act);
    const coverage = this.#handle.hold();
    try {
      return this.decided(coverage, encoder, act) ?? this.#generally(coverage, act);
    } finally {
      this.#handle.release();
    }
  }

  /** The decision for an act that can be encoded, by this encoder or another one of the same coverage; none where the general way has to
   *  be gone. `encoder` was asked before. */
  decided(coverage: core.Coverage, encoder: ActEncoder, act: unknown): api.GuaranteeDecision | undefined {
    // Before a reading begins, so that it also ends; what comes after it needs no more.
    if (!stackHasALittleRoom()) return undefined;
    let isEncoded = false;
    beginReading();
    try {
      isEncoded = encoder.encode(act);
    } catch {
      // The stack ended before it had begun.
    }
    endReading();
    if (!isEncoded) return undefined;
    const number = decide(coverage, encoder);
    return this.#byNumber[number] ?? this.#learn(coverage, number, encoder.codes());
  }

  /** A decision that is not known yet. The core reads no input here, so that a part of the stack that a question needs is enough. */
  #learn(coverage: core.Coverage, number: number, codes: Codes): api.GuaranteeDecision | undefined {
    stackHasSomeRoom();
    let integers: Uint32Array;
    try {
      if (number === NONE && !this.#isFull) {
        number = coverage.numberDecision(...codes);
        this.#isFull = number === NONE;
      }
      integers = coverage.decisionInIntegers(...codes);
    } catch (thrown) {
      throw ended(thrown);
    }
    if (integers.length === 0) return undefined;
    const decision = frozen(this.#spelled(integers));
    return number === NONE ? decision : (this.#byNumber[number] = decision);
  }

  #spelled(integers: Uint32Array): api.GuaranteeDecision {
    const guarantees: string[] = [];
    const undetermined: { guarantee: string; missing: string[] }[] = [];
    for (let part = 1; part < integers.length; part += 2) {
      const guarantee = this.#guarantees[integers[part]!]!;
      const missing = integers[part + 1]!;
      if (missing === 0) guarantees.push(guarantee);
      else undetermined.push({ guarantee, missing: FACTS.filter(({ bit }) => missing & bit).map(({ name }) => name) });
    }
    return { outcome: OUTCOME_CODES[integers[0]!]!, guarantees, undetermined } as api.GuaranteeDecision;
  }

  #first(act: unknown): api.GuaranteeDecision {
    this.#asked += 1;
    if (this.#asked > FEW) this.encoder();
    return frozen(this.#handle.ask((coverage) => coverage.guaranteesFor(act)));
  }

  #generally(coverage: core.Coverage, act: unknown): api.GuaranteeDecision {
    return frozen(ask(() => coverage.guaranteesFor(act)));
  }
}

/** No closure and no array: this is asked for each act. */
function decide(coverage: core.Coverage, encoder: ActEncoder): number {
  try {
    return encoder.decide(coverage);
  } catch (thrown) {
    throw ended(thrown);
  }
}

/** These questions read no input and refuse nothing: whatever they throw has ended the instance. */
export function ended(thrown: unknown): Error {
  engine.isFailed = true;
  engine.generation += 1;
  return failed(thrown);
}

function frozen(decision: api.GuaranteeDecision): api.GuaranteeDecision {
  for (const open of decision.undetermined) {
    Object.freeze(open.missing);
    Object.freeze(open);
  }
  Object.freeze(decision.undetermined);
  Object.freeze(decision.guarantees);
  return Object.freeze(decision);
}
