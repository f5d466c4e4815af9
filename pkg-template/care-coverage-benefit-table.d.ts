/**
 * Cells of French benefit tables (*tableaux de garanties*) as rules, without the engine.
 *
 *     import { readBenefit } from "care-coverage/benefit-table";
 *
 *     readBenefit("30 €/séance, 5 séances/an").readings[0].rule;
 *
 * Rules that hold everywhere
 *  - Never a guess: a cell is read when every word of it was used, or is known to carry no meaning. What was taken for granted is in
 *    `assumed`.
 *  - Places are offsets in UTF-16 units of the text that was given.
 *  - Nothing that is given as a text throws, and what is not read costs no more than what is.
 */
import type { CoverageCareTypeFilter, CoverageRule } from "./index.js";

export interface ReadBenefitOptions {
  /** Default `"fr"`; any other throws a `RangeError`. */
  language?: "fr" | undefined;
  /** The label of the row, of which keys of limits are made: "Médecine douce" gives `MEDECINE_DOUCE`, then `MEDECINE_DOUCE_2`. Without one
   *  they are `limit_1`, `limit_2`. */
  label?: string | undefined;
}

/** What a cell says, or which words of it were not understood: `readings` is empty where `unread` is not. */
export interface BenefitReading {
  /** One, or one for each condition; none where nothing is paid. */
  readings: { when: CoverageCareTypeFilter; rule: CoverageRule }[];
  /** "share": the cell does not say whether the Sécu part is included, and the other would pay otherwise. "year": "par an" is taken as the
   *  civil year. "unit": an amount with neither unit nor period is for each act. */
  assumed: ("share" | "year" | "unit")[];
  unread: BenefitPlace[];
  notes: BenefitNote[];
}

/** From `start` up to `end`, which is behind it. */
export interface BenefitPlace { start: number; end: number }

/** "nothing": nothing is paid. "frame_at_most": of it, this much for the frame. "pmss_in_euros": what a percentage of the PMSS is in euros.
 *  "currently": what an amount is today. Amounts are decimals in euros. */
export interface BenefitNote { code: "nothing" | "frame_at_most" | "pmss_in_euros" | "currently"; amount?: string }

/** Reads a cell. One of more than 2,000 UTF-16 units is not read. Throws a `TypeError` where the cell or the label is not a text. */
export function readBenefit(text: string, options?: ReadBenefitOptions): BenefitReading;
