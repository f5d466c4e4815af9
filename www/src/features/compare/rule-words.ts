/** A rule in the words of a benefit table; null of one that is none, of which an unfinished coverage may have some. */
import type { CoverageGuarantee } from "../../engine/engine";
import { describeRule } from "../../engine/words";

export function ruleWordsOf(rule: CoverageGuarantee["coverage_rule"]): string | null {
  try {
    return describeRule(rule);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
