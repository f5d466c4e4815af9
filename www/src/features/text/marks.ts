/** How are the problems of a text marked in the editor? */
import type { TextDiagnostic } from "../../engine/engine";
import type { Mark } from "../../kit/editor/editor";
import type { Mistake } from "../../kit/json/parse";
import { saidOf } from "../common/said";
import { plainSentence } from "../common/sentences";
import { mistakeWords } from "../common/words";
import { fixOf } from "./actions";

/** `mistake`: where the text is not JSON. */
export function marksIn(problems: readonly TextDiagnostic[], mistake: Mistake | null): Mark[] {
  // What is meant is no problem.
  const marks = problems.filter(({ accepted }) => accepted === undefined).map((problem): Mark => {
    const fix = fixOf(problem);
    const { mark, code, severity } = problem;
    return {
      mark,
      // Most coverages have many gaps, on purpose.
      severity: code === "gap" ? "hint" : severity,
      // A long text has a thousand, of which a few are looked at.
      get message() {
        return plainSentence(saidOf(problem));
      },
      edits: fix?.edits,
      fix_title: fix?.title,
    };
  });
  if (mistake === null) return marks;
  const { offset, found } = mistake;
  // The end of a line is a point.
  const end = offset + (found === null || found === "\n" ? 0 : found.length);
  return [...marks, { mark: { start: offset, end }, severity: "error", message: mistakeWords(mistake) }];
}
