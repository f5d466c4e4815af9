/** A problem of a text: how bad, what, where, and what mends it. */
import type { ComponentChildren } from "preact";
import type { TextDiagnostic } from "../../engine/engine";
import type { Span } from "../../kit/json/tree";
import { Status } from "../../kit/status";
import type { TextDocument } from "../../store/text-document";
import { useEditor } from "../common/editor";
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
  problem: TextDiagnostic;
  /** The position in the list, where the next problem takes the focus after a fix. */
  index: number;
}

export function ProblemItem({ problem, index, ...where }: Props) {
  const editor = useEditor();
  const { document } = where;
  const { severity, message, pointer, mark, related } = problem;
  const fix = fixOf(problem);
  const text = document.read.value;
  return (
    <>
      <Status tone={SEVERITY_TONES[severity]} word={problemWords.severity[severity]} />
      <div>
        <p>{sentence(message)}</p>
        <Place pointer={pointer} span={mark} line={mark.line} {...where} />
        {related.map((other) => (
          <>
            <p class="related">{problemWords.related(plainSentence(other.message))}</p>
            <Place pointer={other.pointer} span={beginOf(text, other.range)} line={other.range.line} {...where} />
          </>
        ))}
        {fix && (
          <p>
            <button
              type="button"
              class="fix"
              aria-label={problemWords.fixOf(fix.title, plainSentence(message))}
              onClick={() => applyFix(editor, document, text, fix, index)}
            >
              {fix.title}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

/** An object is shown by its first line. */
function beginOf(text: string, { start, end }: Span): Span {
  const lineEnd = text.indexOf("\n", start);
  return { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}

function Place({ pointer, span, line, wordsOf, show }: Omit<Where, "document"> & { pointer: string; span: Span; line: number }) {
  return (
    <>
      <p class="place">
        <button type="button" class="link" onClick={() => show(span)}>
          {problemWords.line(line)}
        </button>
        <span>{wordsOf(pointer)}</span>
      </p>
      <p class="pointer">
        <PointerCode pointer={pointer} />
      </p>
    </>
  );
}
