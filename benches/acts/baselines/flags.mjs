// The four boolean facts in one integer, two bits each, so that all of them are compared at once.
import { FLAGS } from "../conditions.mjs";

/** What a filter asks of the flags: `(bits & mask) === flags`. */
export function flagsOf(filter) {
  let mask = 0;
  let flags = 0;
  FLAGS.forEach((flag, position) => {
    if (filter[flag] === undefined) return;
    mask |= 3 << (2 * position);
    flags |= (filter[flag] ? 2 : 1) << (2 * position);
  });
  return { mask, flags };
}

const bitsOf = (value) => (value === true ? 2 : value === false ? 1 : 0);

/** In the order of `FLAGS`. */
export function bitsOfFlags(act) {
  return (
    bitsOf(act.is_optam_or_secteur_1) | (bitsOf(act.is_for_at_least_one_visible_tooth) << 2) |
    (bitsOf(act.is_etablissement_conventionne) << 4) | (bitsOf(act.reimbursed_by_secu) << 6)
  );
}

const bitsOfText = (text) => (text === "true" ? 2 : text === "false" ? 1 : 0);

/** Of an act whose flags are still the texts of a file. */
export function bitsOfFlagTexts(act) {
  return (
    bitsOfText(act.is_optam_or_secteur_1) | (bitsOfText(act.is_for_at_least_one_visible_tooth) << 2) |
    (bitsOfText(act.is_etablissement_conventionne) << 4) | (bitsOfText(act.reimbursed_by_secu) << 6)
  );
}
