/** A snapshot that the engine cannot read: every problem, with its place and its fix. */
import { problemWords } from "../common/words";
import type { ComponentChildren } from "preact";
import { takesFocus } from "../../kit/focus";
import type { Diagnostic } from "../../engine/engine";
import { placeOf } from "../../kit/json/parse";
import { readTree, type Node } from "../../kit/json/tree";
import { more } from "../common/lists";
import { dispenseWords as d } from "./words";
import { fixWords, spanOf } from "../common/problem-words";
import { plainSentence, pointerCode, sentence, SEVERITY_TONES } from "../common/problems";
import { placeName } from "./snapshots";
import type { State } from "../../store/state";
import { status } from "../../kit/status";
import { fixedText } from "../text/marks";
import { applyFix, showSpan } from "./text";

const LIST = "dispense/problems";
const SHOWN_FIRST = 20;
const MORE = 100;

export function refusedSnapshot(state: State, text: string, diagnostics: readonly Diagnostic[]): ComponentChildren {
  const { root } = readTree(text);
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  const { lastFix } = state;
  // After a fix, the next problem takes the focus.
  const next = lastFix && lastFix.index !== null && lastFix.text === text ? Math.min(lastFix.index, diagnostics.length - 1) : null;
  return (
    <section class="card bad-card" aria-labelledby="dispense-problems">
      <h2 id="dispense-problems">{problemWords.title(diagnostics.length)}</h2>
      <p>{status("bad", d.refused)}</p>
      <ul class="problems">
        {diagnostics.slice(0, shown).map((problem, index) => (
          <li tabindex={-1} ref={takesFocus(index === next ? lastFix : null)}>
            {item(text, root, problem, index)}
          </li>
        ))}
      </ul>
      {more(LIST, diagnostics.length, shown, MORE)}
    </section>
  );
}

function item(text: string, root: Node | null, problem: Diagnostic, index: number): ComponentChildren {
  const { severity, message, related } = problem;
  const fix = problem.fix && fixedText(text, problem.fix) !== null ? problem.fix : null;
  return (
    <>
      {status(SEVERITY_TONES[severity], problemWords.severity[severity])}
      <div>
        <p>{sentence(message)}</p>
        {place(text, root, problem)}
        {related.map((other) => (
          <>
            <p class="related">{problemWords.related(plainSentence(other.message))}</p>
            {place(text, root, other)}
          </>
        ))}
        {fix && (
          <p>
            <button
              type="button"
              class="fix"
              aria-label={problemWords.fix.of(fixWords(fix), plainSentence(message))}
              onClick={() => applyFix(text, fix, index)}
            >
              {fixWords(fix)}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

function place(text: string, root: Node | null, problem: Pick<Diagnostic, "pointer" | "range">): ComponentChildren {
  const span = spanOf(text, root, problem);
  return (
    <>
      <p class="place">
        <button type="button" class="link" onClick={() => showSpan(span)}>
          {problemWords.line(placeOf(text, span.start).line)}
        </button>
        <span>{placeName(problem.pointer)}</span>
      </p>
      <p class="pointer">{pointerCode(problem.pointer)}</p>
    </>
  );
}
