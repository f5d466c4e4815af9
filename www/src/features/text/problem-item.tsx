/** A problem of a text: how bad, what, where, and what mends it. */
import type { ComponentChildren } from "preact";
import type { Diagnostic } from "../../engine/engine";
import { placeOf } from "../../kit/json/parse";
import type { Span } from "../../kit/json/tree";
import { Status } from "../../kit/status";
import type { TextDocument } from "../../store/text-document";
import { spanOf } from "../common/problem-places";
import { PointerCode, sentence, SEVERITY_TONES } from "../common/problems";
import { plainSentence } from "../common/sentences";
import { problemWords } from "../common/words";
import { applyFix, fixOf } from "./actions";

interface Where {
  document: TextDocument;
  /** A place in the words of the document. */
  wordsOf: (pointer: string) => ComponentChildren;
  /** Leads to a place in the text. */
  show: (span: Span) => void;
}

interface Props extends Where {
  problem: Diagnostic;
  /** The position in the list, where the next problem takes the focus after a fix. */
  index: number;
}

export function ProblemItem({ problem, index, ...where }: Props) {
  const { document } = where;
  const { severity, message, related } = problem;
  const fix = fixOf(problem);
  const text = document.read.value;
  return (
    <>
      <Status tone={SEVERITY_TONES[severity]} word={problemWords.severity[severity]} />
      <div>
        <p>{sentence(message)}</p>
        <Place problem={problem} {...where} />
        {related.map((other) => (
          <>
            <p class="related">{problemWords.related(plainSentence(other.message))}</p>
            <Place problem={other} {...where} />
          </>
        ))}
        {fix && (
          <p>
            <button
              type="button"
              class="fix"
              aria-label={problemWords.fixOf(fix.title, plainSentence(message))}
              onClick={() => applyFix(document, text, fix, index)}
            >
              {fix.title}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

function Place({ problem, document, wordsOf, show }: Where & { problem: Pick<Diagnostic, "pointer" | "range"> }) {
  const span = spanOf(document, problem);
  return (
    <>
      <p class="place">
        <button type="button" class="link" onClick={() => show(span)}>
          {problemWords.line(problem.range?.line ?? placeOf(document.read.value, span.start).line)}
        </button>
        <span>{wordsOf(problem.pointer)}</span>
      </p>
      <p class="pointer">
        <PointerCode pointer={problem.pointer} />
      </p>
    </>
  );
}
