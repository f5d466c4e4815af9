/** How are the problems of a text marked in the editor? */
import type { Mark } from "./editor";
import type { Diagnostic } from "./engine";
import type { Mistake } from "./json";
import { readTree } from "./json-tree";
import { messages as m } from "./messages";
import { fixWords, spanOf } from "./problem-words";
import { plainSentence } from "./problems";
import { applyEdits, patchText } from "./text-patch";

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
  if (mistake) marks.push({ start: mistake.offset, end: Math.min(mistake.offset + 1, text.length), severity: "error", message: m.mistake(mistake), fix: null });
  return marks;
}
