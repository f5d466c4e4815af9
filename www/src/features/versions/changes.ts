/** What does the version that is being published change, and what is left to decide in it? */
import { computed } from "@preact/signals";
import { LoadedCoverage } from "../../engine/engine";
import { parseJson } from "../../kit/json/parse";
import { catalog, coverage } from "../../store/readings";
import { pageEditor } from "../../store/page-editor";
import { Comparison } from "../compare/comparison";
import { type ChangeLine, changeLines } from "../compare/lines";
import { countsOf, openGaps, toDecide } from "../findings/model";
import { versions } from "./model";

export type Changes = { state: "first" } | { state: "unreadable"; which: "hand" | "before" } | { state: "ready"; lines: readonly ChangeLine[]; isWhole: boolean };

const before = computed(() => versions.value?.publishing?.before ?? null);

/** Null while nothing is published. */
export const changes = computed((): Changes | null => {
  if (versions.value === null || versions.value.publishing === null) return null;
  if (before.value === null) return { state: "first" };
  const [types, hand] = [catalog.value, coverage.value];
  if (types.state !== "ready" || hand.state !== "ready") return { state: "unreadable", which: "hand" };
  const earlier = LoadedCoverage.read(types.value, parseJson(before.value.text), hand.value);
  if (earlier.state !== "ready") return { state: "unreadable", which: "before" };
  let comparison: Comparison | null = null;
  try {
    comparison = new Comparison(earlier.value, hand.value);
    const lines = changeLines(comparison, { before: earlier.value, after: hand.value });
    return { state: "ready", lines, isWhole: comparison.diff.truncated === null };
  } finally {
    comparison?.free();
    earlier.value.free();
  }
});

/** Errors refuse a version; the others are for a person to decide. What is accepted is not among them. */
export const leftToDecide = computed(() => {
  const { error: errors, warning: warnings } = countsOf(toDecide(pageEditor).value);
  return { errors, warnings, gaps: openGaps(pageEditor).value.length };
});
