/**
 * care-coverage in words, in English and French, without the engine: nothing is loaded but the words.
 *
 *     import { describeRule, translate } from "care-coverage/words";
 *
 *     describeRule({ components: [{ kind: "brss_percent", percent: "150" }] }, { language: "fr" });   // 150 % BR, y compris le remboursement de la Sécurité sociale
 *     validateCoverage(payload).map((diagnostic) => translate(diagnostic, "fr"));
 *
 * Rules that hold everywhere
 *  - The language is English where none is given. One that is not in `LANGUAGES` throws a `RangeError`.
 *  - Words are for people, and may change: programs go by codes and values.
 *  - What a person wrote is in backticks, cut after 80 characters, without control characters. Values of facts that the package has
 *    words for are in words, all others in backticks.
 *  - French has narrow no-break spaces in figures and before their units: `1 500,50 €`.
 *  - Documents are described as they are, not judged: that is what a validation is for. What cannot be said throws a `TypeError`
 *    with its place.
 */
import type {
  ActRegion, AsJson, CareAct, CoverageCareTypeFilter, CoverageCareTypeSelector, CoverageRuleParameterSet, DeepReadonly, Diagnostic, DispenseCheck, InvalidRow, Reimbursement,
} from "./index.js";

export type Language = "en" | "fr";

export const LANGUAGES: readonly Language[];

export interface WordsOptions { language?: Language | undefined }

export interface LabelledOptions extends WordsOptions {
  /** What a person reads for a short code; without one, the code itself is said. */
  label?: ((shortCode: string, of: "care_type" | "group") => string | null | undefined) | undefined;
}

/** A rule in the words of a benefit table: `TM + 200 €`, `frais réels, plafond de 1 500 € par an, au-delà 100 % BR`. English is that of
 *  `describeRule` of "care-coverage". Rules that pay differently have different words, but for the keys of limits; `readBenefit` of
 *  "care-coverage/benefit-table" reads the French words as the same rule. */
export function describeRule(rule: AsJson<CoverageRuleParameterSet>, options?: WordsOptions): string;

/** Which care types a selector names: `the group DENTAL, except the care type SCALING`. */
export function describeSelector(selector: DeepReadonly<CoverageCareTypeSelector>, options?: LabelledOptions): string;

/** Which acts a filter asks for: `members of 18 or older, OPTAM or secteur 1, by a dentist`. */
export function describeFilter(filter: DeepReadonly<CoverageCareTypeFilter>, options?: WordsOptions): string;

/** The acts of a region of `analyze` or `diff`: `acts of care type CROWN or BRIDGE for members of 18 or older`. Of more than eight care
 *  types, eight are named. */
export function describeRegion(region: DeepReadonly<ActRegion>, options?: LabelledOptions): string;

/** What an act says: `an act of care type CROWN for a member of 17, by a dentist`. Facts that are left out or null are not said, nor
 *  are amounts. */
export function describeAct(act: DeepReadonly<CareAct>, options?: LabelledOptions): string;

/** A line of a computation. */
export type Step = Reimbursement["steps"][number];

export interface StepInWords {
  name: string;
  /** In euros. */
  value: string;
  /** Why it is so; a note that these words do not know, of a later version, is as it was. */
  note: string | null;
}

/** A line of `steps` of `reimburse`. */
export function describeStep(step: DeepReadonly<Step>, options?: WordsOptions): StepInWords;

export interface CheckInWords {
  /** What the check asks; its id where these words do not know it, of a later version. */
  asks: string;
  outcome: string;
  /** Of a check that did not pass: what that means, what it waits for, or why it was not asked. */
  why: string | null;
  /** The system's own message, verbatim, whatever the language: programs compare it. */
  message: string | null;
}

/** A check of `checkDispense`. */
export function describeCheck(check: DeepReadonly<DispenseCheck>, options?: WordsOptions): CheckInWords;

/** The same diagnostic with its `message`, its `fix_title` and the messages of its related places in a language; or a row of claims that
 *  is in no sum, with its `message`. English is what the engine says. What these words have no sentence for, of another version or of
 *  a call, stays as it is. */
export function translate<D extends Diagnostic | InvalidRow>(said: D, language: Language): D;
