import type { CareAct, ShortText } from "./acts";
import type { Annotations } from "./json";
import type { InBothLanguages } from "./requirements";
import type { ActAmounts } from "./reimbursement";

// ───────────────────────────── examples of a benefit table ─────────────────────────────

/** Acts of which a benefit table says in euros what is paid. */
export interface BenefitExamples extends Annotations {
  examples: BenefitExample[];
}

/** A named example: an act, or several that belong together, such as a frame and two lenses. */
export interface BenefitExample extends Annotations {
  /** Unique in the file. */
  id: ShortText;
  title: InBothLanguages;
  /** Paid one after the other, of one person.
   *  @minItems 1 */
  acts: PricedAct[];
}

/** An act with its amounts. */
export interface PricedAct extends CareAct, ActAmounts {}
