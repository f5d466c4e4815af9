/** Which problems are listed, in which order, and what is said of their number? */
import { computed } from "@preact/signals";
import type { Severity, TextDiagnostic } from "../../engine/engine";
import { coverage, problems } from "../../store/readings";
import { list } from "../common/counting";
import { problemWords } from "../common/words";
import { coverageWords, findingWords } from "./words";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
/** Listed after all others, in this order. */
const LAST = ["redundant_mapping", "overlap", "analysis_truncated"];

/** Most coverages have many gaps, on purpose, and each is shown at its guarantee: in the list they are folded, and not counted as problems. */
export const apart = computed(() => {
  const isGap = ({ code }: TextDiagnostic) => code === "gap";
  return { problems: problems.value.filter((problem) => !isGap(problem)), gaps: problems.value.filter(isGap) };
});

/** Within a severity in the order of the text; what was found by looking at the coverage as a whole comes last. */
export function inOrder(problems: readonly TextDiagnostic[]): TextDiagnostic[] {
  const rank = ({ code }: TextDiagnostic) => LAST.indexOf(code);
  return problems.toSorted((a, b) => rank(a) - rank(b));
}

/** The number of problems as a sentence, for those who do not see the list. */
export function problemsSentence(): string {
  const { state } = coverage.value;
  if (state === "none" || state === "failed") return "";
  const { problems, gaps } = apart.value;
  const counts = countsOf(problems);
  const words = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => problemWords.severities[severity](counts[severity]));
  const found = words.length > 0 ? list(words) : state === "broken" ? null : problemWords.none;
  return [state === "broken" && coverageWords.brokenTitle, found, gaps.length > 0 && findingWords.gaps(gaps.length)]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(" ");
}

export function countsOf(problems: readonly TextDiagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}
