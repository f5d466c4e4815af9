/** Is a finding gone in a coverage that was tried, and is nothing new wrong with it? */
import type { CoverageAnalysis, Diagnostic, TextDiagnostic } from "../../engine/engine";
import type { Trial } from "../../engine/trials";
import { type Finding, regionsMeet } from "./findings";

/** What is said of the coverage as it is. */
export interface Known {
  problems: readonly TextDiagnostic[];
  analysis: CoverageAnalysis | null;
}

type Overlap = CoverageAnalysis["overlaps"][number];

/** What a value that is added leaves to be written. None of it leaves the meaning undefined. */
const TO_BE_WRITTEN = new Set(["no_guarantee", "no_mapping", "empty_selector", "empty_rule", "redundant_mapping"]);
/** Said with the acts that a choice changes, or of the report itself. */
const NOT_COUNTED = new Set(["overlap", "gap", "analysis_truncated", "stale_acceptance", "diagnostics_truncated"]);

export function isSettled(finding: Finding, { problems }: Known, { diagnostics, analysis }: Trial): boolean {
  if (finding.kind === "problem") {
    const { code, params } = finding.problem;
    const same = JSON.stringify(params);
    const ofCode = (list: readonly Diagnostic[]) => list.filter((one) => one.code === code && one.accepted === undefined);
    const alike = (list: readonly Diagnostic[]) => ofCode(list).filter((one) => JSON.stringify(one.params) === same);
    return alike(diagnostics).length < alike(problems).length && ofCode(diagnostics).length < ofCode(problems).length;
  }
  if (analysis === null) return false;
  const { region } = finding;
  if (finding.kind === "gap") return !analysis.gaps.some((gap) => gap.accepted === undefined && regionsMeet(gap.region, region));
  const { guarantees } = finding;
  return !analysis.overlaps.some((overlap) => overlap.accepted === undefined && isSamePair(overlap.guarantees, guarantees) && regionsMeet(overlap.region, region));
}

export function makesWorse(finding: Finding, known: Known, trial: Trial): boolean {
  const before = countsOf(known.problems);
  const isAdded = finding.kind === "problem" && ["missing_field", "unknown_field", "no_mapping", "no_guarantee"].includes(finding.problem.code);
  for (const [code, number] of countsOf(trial.diagnostics)) {
    if (number > (before.get(code) ?? 0) && !(isAdded && TO_BE_WRITTEN.has(code))) return true;
  }
  return finding.kind !== "problem" && hasNewOverlap(known.analysis, trial.analysis);
}

function hasNewOverlap(before: CoverageAnalysis | null, after: CoverageAnalysis | null): boolean {
  if (before === null || after === null) return false;
  const isKnown = (overlap: Overlap) => before.overlaps.some(({ guarantees, region }) => isSamePair(guarantees, overlap.guarantees) && regionsMeet(region, overlap.region));
  return !after.overlaps.every(isKnown);
}

/** By code, of what is no hint. */
function countsOf(problems: readonly Diagnostic[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity, accepted } of problems) {
    if (severity === "info" || accepted !== undefined || NOT_COUNTED.has(code)) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

function isSamePair(one: readonly string[], other: readonly string[]): boolean {
  return one.every((name) => other.includes(name));
}
