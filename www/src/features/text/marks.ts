/** How are the problems of a text marked in the editor? */
import type { Diagnostic } from "../../engine/engine";
import type { Mark } from "../../kit/editor/editor";
import type { Mistake } from "../../kit/json/parse";
import type { TextDocument } from "../../store/text-document";
import { spanOf } from "../common/problem-places";
import { plainSentence } from "../common/sentences";
import { mistakeWords } from "../common/words";
import { applyFix, fixOf } from "./actions";

/** `mistake`: where the text is not JSON. */
export function marksIn(document: TextDocument, problems: readonly Diagnostic[], mistake: Mistake | null): Mark[] {
  const text = document.read.value;
  const marks = problems.map((problem): Mark => {
    const fix = fixOf(problem);
    return {
      ...spanOf(document, problem),
      severity: problem.severity,
      message: plainSentence(problem.message),
      fix: fix && { words: fix.title, apply: () => applyFix(document, text, fix, null) },
    };
  });
  if (mistake === null) return marks;
  const end = Math.min(mistake.offset + 1, text.length);
  return [...marks, { start: mistake.offset, end, severity: "error", message: mistakeWords(mistake), fix: null }];
}
