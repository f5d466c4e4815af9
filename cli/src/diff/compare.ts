// What changes for members between two coverages, and do they lose anything?
import type { CareTypeCatalog, Coverage, CoverageDiff, CoveragePayload, TextDiagnostic } from "care-coverage/slim";

export interface Side { file: string; coverage: Coverage; catalog: CareTypeCatalog }

/** One coverage: before, after, or both. */
export type Change =
  | { kind: "changed"; file: string; name: string; versions: [number, number]; diff: CoverageDiff; rules: RuleChange[]; loses: boolean; isSame: boolean }
  | { kind: "added" | "removed"; file: string; name: string; version: number; loses: boolean; isSame: false }
  | { kind: "unreadable"; file: string; before: { file: string; text: string }; problems: TextDiagnostic[]; loses: true; isSame: false };

export interface RuleChange { guarantee: string; before: Rule; after: Rule; messages: string[] }
export type Rule = CoveragePayload["guarantees"][number]["coverage_rule"] | undefined;

export function compare(before: Side, after: Side, date: string): Change {
  const diff = before.coverage.diff(after.coverage, { date });
  const rulesOf = ({ coverage }: Side) => new Map(coverage.toPayload().guarantees.map(({ name, coverage_rule: rule }) => [name, rule]));
  const [old, next] = [rulesOf(before), rulesOf(after)];
  const names = [...new Set(diff.rule_changes.map(({ guarantee }) => guarantee))];
  const rules = names.map((guarantee) => ({
    guarantee, before: old.get(guarantee), after: next.get(guarantee),
    messages: diff.rule_changes.filter((change) => change.guarantee === guarantee).map(({ message }) => message),
  }));
  return {
    kind: "changed", file: after.file, name: after.coverage.name, versions: [before.coverage.version, after.coverage.version], diff, rules,
    loses: loses(diff), isSame: isSame(diff),
  };
}

/** A rule that is written otherwise and pays the same is no change: where amounts were compared, they decide. */
function isSame({ added_guarantees, removed_guarantees, rule_changes, decision_changes, amount_changes, truncated }: CoverageDiff): boolean {
  const ofRules = amount_changes === null ? [rule_changes] : [amount_changes.regions, amount_changes.limits, amount_changes.not_decidable];
  return [added_guarantees, removed_guarantees, decision_changes, ...ofRules].every(({ length }) => length === 0) && truncated === null;
}

/** Less is paid at some amounts, an act is covered no more, or it could not be decided whether that is so. */
function loses({ decision_changes, amount_changes, truncated }: CoverageDiff): boolean {
  return truncated !== null
    || decision_changes.some(({ before, after }) => before.length === 1 && after.length !== 1)
    || (amount_changes !== null && (amount_changes.regions.some(({ direction }) => direction !== "more") || amount_changes.limits.length > 0 || amount_changes.not_decidable.length > 0));
}
