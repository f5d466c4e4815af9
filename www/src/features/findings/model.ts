/** What the worklist shows: what there is to decide, what is probably meant, what is accepted, and what is said aloud of it. */
import { computed, signal } from "@preact/signals";
import type { CoverageAnalysis, Severity, TextDiagnostic } from "../../engine/engine";
import { coverage, problems } from "../../store/readings";
import { list } from "../common/counting";
import { analysis } from "../coverage/model";
import { coverageWords } from "../coverage/words";
import { type Finding, gapFinding, type GapFinding, overlapFinding, problemFindings } from "./findings";
import { findingWords, worklistWords } from "./words";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** The findings of this severity are listed; null: all. */
export const listedSeverity = signal<Severity | null>(null);
/** How many findings there are, as last said aloud. */
export const findingsSaid = signal("");

export type Part = "decide" | "meant" | "accepted";

/** After a choice, the finding that is at its place now takes the focus; `request` is honoured once. */
export const focusNext = signal<{ part: Part; index: number; request: object } | null>(null);

/** The analysis is of the text as it is; null while that cannot be compiled. */
const current = computed((): CoverageAnalysis | null => (coverage.value.state === "ready" ? analysis.value : null));

/** About the coverage itself, and not accepted. Overlaps and gaps are known better by the analysis, once there is one. */
const places = computed(() => {
  const byAnalysis = current.value === null ? ["gap"] : ["gap", "overlap"];
  const errors = problems.value.filter(({ severity }) => severity === "error");
  /** A mapping that is not finished changes nothing yet. */
  const isUnfinished = ({ code, pointer }: TextDiagnostic) => code === "redundant_mapping" && errors.some((error) => error.pointer.startsWith(`${pointer}/`));
  return problems.value.filter(
    (problem) => problem.accepted === undefined && problem.code !== "stale_acceptance" && !byAnalysis.includes(problem.code) && !isUnfinished(problem),
  );
});

/** By severity, errors first; in each the order of the text, and what was found by looking at the coverage as a whole last. */
const LAST = ["redundant_mapping", "overlap", "analysis_truncated", "diagnostics_truncated"];

export const toDecide = computed((): readonly Finding[] => {
  const overlaps = (current.value?.overlaps ?? []).filter(({ accepted }) => accepted === undefined).map(overlapFinding);
  const ordered = (severity: Severity) => problemFindings(places.value.filter((problem) => problem.severity === severity).toSorted((a, b) => rank(a) - rank(b)));
  return [...ordered("error"), ...overlaps, ...ordered("warning"), ...ordered("info")];
});

function rank({ code }: TextDiagnostic): number {
  return LAST.indexOf(code);
}

export const openGaps = computed((): readonly GapFinding[] => (current.value?.gaps ?? []).filter(({ accepted }) => accepted === undefined).map(gapFinding));

/** Acceptances that nothing needs, by position. */
export const staleAcceptances = computed((): ReadonlySet<number> => {
  const stale = problems.value.flatMap(({ code, params }) => (code === "stale_acceptance" && "index" in params ? [params.index] : []));
  return new Set(stale);
});

export function severityOf(finding: Finding): Severity {
  return finding.kind === "problem" ? finding.problem.severity : "warning";
}

export function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[severityOf(finding)] += 1;
  return counts;
}

/** The numbers as a sentence, for those who do not see the list. */
export function findingsSentence(): string {
  const { state } = coverage.value;
  if (state === "none" || state === "failed") return "";
  const counts = countsOf(toDecide.value);
  const words = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => worklistWords.severities[severity](counts[severity]));
  const found = words.length > 0 ? list(words) : state === "broken" ? null : worklistWords.nothing;
  const gaps = openGaps.value.length;
  return [state === "broken" && coverageWords.brokenTitle, found, gaps > 0 && findingWords.gaps(gaps)]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(" ");
}
