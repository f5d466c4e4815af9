/** What the worklist shows: what there is to decide, what is probably meant, what is accepted, and what is said aloud of it. */
import { computed, signal } from "@preact/signals";
import type { CoverageAnalysis, Severity, TextDiagnostic } from "../../engine/engine";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";
import { list } from "../common/counting";
import { analysis } from "../coverage/model";
import { coverageWords } from "../coverage/words";
import { type Finding, gapFinding, type GapFinding, overlapFinding, problemFindings } from "./findings";
import { findingWords, worklistWords } from "./words";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** The findings of this severity are listed; null: all. */
export const listedSeverity = perEditor(() => signal<Severity | null>(null));
/** How many findings there are, as last said aloud. */
export const findingsSaid = perEditor(() => signal(""));

export type Part = "decide" | "meant" | "accepted";

/** After a choice, the finding that is at its place now takes the focus; `request` is honoured once. */
export const focusNext = perEditor(() => signal<{ part: Part; index: number; request: object } | null>(null));

/** The analysis is of the text as it is; null while that cannot be compiled. */
const current = perEditor((editor) => computed((): CoverageAnalysis | null => (editor.coverage.value.state === "ready" ? analysis(editor).value : null)));

/** About the coverage itself, and not accepted. Overlaps and gaps are known better by the analysis, once there is one. */
const places = perEditor((editor) =>
  computed(() => {
    const byAnalysis = current(editor).value === null ? ["gap"] : ["gap", "overlap"];
    const problems = editor.problems.value;
    const errors = problems.filter(({ severity }) => severity === "error");
    /** A mapping that is not finished changes nothing yet. */
    const isUnfinished = ({ code, pointer }: TextDiagnostic) => code === "redundant_mapping" && errors.some((error) => error.pointer.startsWith(`${pointer}/`));
    return problems.filter(
      (problem) => problem.accepted === undefined && problem.code !== "stale_acceptance" && !byAnalysis.includes(problem.code) && !isUnfinished(problem),
    );
  }),
);

/** By severity, errors first; in each the order of the text, and what was found by looking at the coverage as a whole last. */
const LAST = ["redundant_mapping", "overlap", "analysis_truncated", "diagnostics_truncated"];

export const toDecide = perEditor((editor) =>
  computed((): readonly Finding[] => {
    const overlaps = (current(editor).value?.overlaps ?? []).filter(({ accepted }) => accepted === undefined).map(overlapFinding);
    const found = places(editor).value;
    const ordered = (severity: Severity) => problemFindings(found.filter((problem) => problem.severity === severity).toSorted((a, b) => rank(a) - rank(b)));
    return [...ordered("error"), ...overlaps, ...ordered("warning"), ...ordered("info")];
  }),
);

function rank({ code }: TextDiagnostic): number {
  return LAST.indexOf(code);
}

export const openGaps = perEditor((editor) =>
  computed((): readonly GapFinding[] => (current(editor).value?.gaps ?? []).filter(({ accepted }) => accepted === undefined).map(gapFinding)),
);

/** Acceptances that nothing needs, by position. */
export const staleAcceptances = perEditor(({ problems }) =>
  computed((): ReadonlySet<number> => {
    const stale = problems.value.flatMap(({ code, params }) => (code === "stale_acceptance" && "index" in params ? [params.index] : []));
    return new Set(stale);
  }),
);

export function severityOf(finding: Finding): Severity {
  return finding.kind === "problem" ? finding.problem.severity : "warning";
}

export function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[severityOf(finding)] += 1;
  return counts;
}

/** The numbers as a sentence, for those who do not see the list. */
export function findingsSentence(editor: Editor): string {
  const { state } = editor.coverage.value;
  if (state === "none" || state === "failed") return "";
  const counts = countsOf(toDecide(editor).value);
  const words = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => worklistWords.severities[severity](counts[severity]));
  const found = words.length > 0 ? list(words) : state === "broken" ? null : worklistWords.nothing;
  const gaps = openGaps(editor).value.length;
  return [state === "broken" && coverageWords.brokenTitle, found, gaps > 0 && findingWords.gaps(gaps)]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(" ");
}
