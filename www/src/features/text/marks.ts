/** How are the problems of a text marked in the editor? */
import { mistakeWords } from "../common/words";
import type { Mark } from "../../kit/editor/element";
import type { Diagnostic } from "../../engine/engine";
import type { Mistake } from "../../kit/json/parse";
import { readTree } from "../../kit/json/tree";
import { fixWords, spanOf } from "../common/problem-words";
import { plainSentence } from "../common/problems";
import { applyEdits, patchText } from "../../kit/json/patch";

export type Fix = NonNullable<Diagnostic["fix"]>;

/** The edited text of a fix; null when the text has no such places. */
export function fixedText(text: string, fix: Fix): string | null {
  const edits = patchText(text, fix);
  return edits && applyEdits(text, edits);
}

/** `mistake`: where the text is not JSON. `apply` is called with the fix of a problem. */
export function marksIn(text: string, problems: readonly Diagnostic[], mistake: Mistake | null, apply: (fix: Fix) => void): Mark[] {
  const { root } = readTree(text);
  const marks = problems.map((problem): Mark => {
    const fix = problem.fix && fixedText(text, problem.fix) !== null ? problem.fix : null;
    return {
      ...spanOf(text, root, problem),
      severity: problem.severity,
      message: plainSentence(problem.message),
      fix: fix && { words: fixWords(fix), apply: () => apply(fix) },
    };
  });
  if (mistake) marks.push({ start: mistake.offset, end: Math.min(mistake.offset + 1, text.length), severity: "error", message: mistakeWords(mistake), fix: null });
  return marks;
}
