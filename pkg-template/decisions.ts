// The decision for one act: encoded here, decided by the core, and shared with all acts that are decided alike.
import type * as core from "#glue";
import { ask, type Handle, reading, stackHasRoom } from "./ask.ts";
import type * as api from "./care-coverage";
import { ActEncoder, type Vocabulary } from "./encoder.ts";

/** So many acts are asked the general way before the tables are made that the quick way needs. */
const FEW = 8;
/** No number: there are too many decisions. */
const NONE = 0xffff_ffff;

export class Decisions {
  #handle: Handle<core.Coverage>;
  #encoder: ActEncoder | undefined;
  #asked = 0;
  #byNumber: api.GuaranteeDecision[] = [];

  constructor(handle: Handle<core.Coverage>) {
    this.#handle = handle;
  }

  /** For acts of this coverage. */
  encoder(): ActEncoder {
    return (this.#encoder ??= new ActEncoder(this.#handle.ask((coverage) => coverage.actCodes()) as Vocabulary));
  }

  of(act: api.CareAct): api.GuaranteeDecision {
    const encoder = this.#encoder;
    if (encoder === undefined) return this.#first(act);
    const coverage = this.#handle.hold();
    try {
      // What `decide` takes of the stack is little; the probe is a short one.
      if (!reading(() => encoder.encode(act)) || stackHasRoom(64) === 0) return this.#generally(coverage, act);
      const { careType, practitioner, lens, mode, nature } = encoder;
      const facts = encoder.age | (encoder.optam << 8) | (encoder.visibleTooth << 10) | (encoder.conventionne << 12) | (encoder.secu << 14);
      const number = coverage.decide(careType, facts, practitioner, lens, mode, nature);
      return this.#byNumber[number] ?? this.#learn(coverage, act, number, [careType, facts, practitioner, lens, mode, nature]);
    } finally {
      this.#handle.release();
    }
  }

  /** A decision that is not known yet. */
  #learn(coverage: core.Coverage, act: api.CareAct, number: number, codes: [number, number, number, number, number, number]): api.GuaranteeDecision {
    if (number === NONE) number = ask(() => coverage.numberDecision(...codes));
    if (number === NONE) return this.#generally(coverage, act);
    return (this.#byNumber[number] = frozen(ask(() => coverage.decision(number)) as api.GuaranteeDecision));
  }

  #first(act: api.CareAct): api.GuaranteeDecision {
    this.#asked += 1;
    if (this.#asked > FEW) this.encoder();
    return frozen(this.#handle.ask((coverage) => coverage.guaranteesFor(act)));
  }

  #generally(coverage: core.Coverage, act: api.CareAct): api.GuaranteeDecision {
    return frozen(ask(() => coverage.guaranteesFor(act)));
  }
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
