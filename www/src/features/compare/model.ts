/** What changes from one of the two versions to the other. */
import { computed } from "@preact/signals";
import { type CoverageDiff, type CoverageGuarantee, LoadedCoverage } from "../../engine/engine";
import { compiled, otherCoverage } from "../../store/readings";
import { otherIsBefore } from "../../store/work";
import { type Direction, directionOf } from "./direction";
import { type Rename, renamesOf, underLaterNames } from "./renames";

export interface Sides {
  before: LoadedCoverage;
  after: LoadedCoverage;
  /** Which of the two is in hand. */
  inHand: "before" | "after";
}

/** A guarantee whose rule is another, by its later name. */
export interface RuleChange {
  guarantee: string;
  before: CoverageGuarantee["coverage_rule"];
  after: CoverageGuarantee["coverage_rule"];
  direction: Direction;
}

/** Null until both can be read. */
export const sides = computed((): Sides | null => {
  const hand = compiled.value;
  const other = otherCoverage.value;
  if (hand === null || other.state !== "ready") return null;
  return otherIsBefore.value ? { before: other.value, after: hand, inHand: "after" } : { before: hand, after: other.value, inHand: "before" };
});

export const renames = computed((): readonly Rename[] => (sides.value ? renamesOf(sides.value.before, sides.value.after) : []));

let renamed: LoadedCoverage | null = null;

/** The earlier coverage under the later names, so that a rename is no change of what is covered. */
const namedAlike = computed((): LoadedCoverage | null => {
  const last = renamed;
  if (last) setTimeout(() => last.free());
  renamed = null;
  if (sides.value === null) return null;
  const { before, after } = sides.value;
  const payload = underLaterNames(before.payload, after.payload, renames.value);
  const reading = LoadedCoverage.read(before.catalog, { ok: true, value: payload }, before);
  if (reading.state === "ready") renamed = reading.value;
  return renamed ?? before;
});

export const difference = computed((): CoverageDiff | null => (sides.value && namedAlike.value ? namedAlike.value.diff(sides.value.after) : null));

export const ruleChanges = computed((): RuleChange[] => {
  const names = new Set(difference.value?.rule_changes.map(({ guarantee }) => guarantee));
  const rules = (coverage: LoadedCoverage) => new Map(coverage.payload.guarantees.map(({ name, coverage_rule }) => [name, coverage_rule]));
  if (sides.value === null || namedAlike.value === null) return [];
  const [before, after] = [rules(namedAlike.value), rules(sides.value.after)];
  return [...names].map((guarantee) => {
    const [was, is] = [before.get(guarantee)!, after.get(guarantee)!];
    return { guarantee, before: was, after: is, direction: directionOf(was, is) };
  });
});

/** What a guarantee of the later names was called before. */
export function earlierName(name: string): string {
  return renames.value.find(({ after }) => after === name)?.before ?? name;
}

/** Whether members get more or less where a guarantee pays in place of another. */
export function moveDirection(before: string, after: string): Direction {
  const ruleOf = (coverage: LoadedCoverage | null, name: string) => coverage?.payload.guarantees.find((guarantee) => guarantee.name === name)?.coverage_rule;
  return directionOf(ruleOf(namedAlike.value, before), ruleOf(sides.value?.after ?? null, after));
}
