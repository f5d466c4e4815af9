/** How are the problems of a text marked in the editor? */
import type { TextDiagnostic } from "../../engine/engine";
import type { Mark } from "../../kit/editor/editor";
import type { Mistake } from "../../kit/json/parse";
import type { TextDocument } from "../../store/text-document";
import { saidOf } from "../common/said";
import { plainSentence } from "../common/sentences";
import { mistakeWords } from "../common/words";
import { applyFix, fixOf } from "./actions";

/** `mistake`: where the text is not JSON. */
export function marksIn(document: TextDocument, problems: readonly TextDiagnostic[], mistake: Mistake | null): Mark[] {
  const text = document.read.value;
  // What is meant is no problem.
  const marks = problems.filter(({ accepted }) => accepted === undefined).map((problem): Mark => {
    const fix = fixOf(problem);
    const { mark: { start, end }, code, severity } = problem;
    return {
      start,
      end,
      // Most coverages have many gaps, on purpose.
      severity: code === "gap" ? "quiet" : severity,
      // A long text has a thousand, of which a few are looked at.
      get message() {
        return plainSentence(saidOf(problem));
      },
      fix: fix && { words: fix.title, apply: () => applyFix(document, text, fix, null) },
    };
  });
  if (mistake === null) return marks;
  const { offset, found } = mistake;
  // The end of a line is a point.
  const end = offset + (found === null || found === "\n" ? 0 : found.length);
  return [...marks, { start: offset, end, severity: "error", message: mistakeWords(mistake), fix: null }];
}
