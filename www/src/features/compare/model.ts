/** What changes from one of the two versions to the other. */
import { computed } from "@preact/signals";
import type { LoadedCoverage } from "../../engine/engine";
import { compiled, otherCoverage } from "../../store/readings";
import { otherIsBefore } from "../../store/work";
import { Comparison } from "./comparison";

export interface Sides {
  before: LoadedCoverage;
  after: LoadedCoverage;
  /** Which of the two is in hand. */
  inHand: "before" | "after";
}

/** Null until both can be read. */
export const sides = computed((): Sides | null => {
  const hand = compiled.value;
  const other = otherCoverage.value;
  if (hand === null || other.state !== "ready") return null;
  return otherIsBefore.value ? { before: other.value, after: hand, inHand: "after" } : { before: hand, after: other.value, inHand: "before" };
});

let last: Comparison | null = null;

export const comparison = computed((): Comparison | null => {
  const before = last;
  // Once nobody can be asking it any more.
  if (before) setTimeout(() => before.free());
  last = null;
  return sides.value && (last = new Comparison(sides.value.before, sides.value.after));
});
