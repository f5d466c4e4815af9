/** A snapshot that the engine cannot read: every problem, with its place and its fix. */
import type { ComponentChildren } from "preact";
import { takesFocus } from "../focus";
import type { Diagnostic } from "../engine";
import { placeOf } from "../json";
import { readTree, type Node } from "../json-tree";
import { more } from "../lists";
import { messages as m } from "../messages";
import { dispenseMessages as d } from "../messages-dispense";
import { fixWords, spanOf } from "../problem-words";
import { plainSentence, pointerCode, sentence, SEVERITY_TONES } from "../problems";
import { placeName } from "../snapshots";
import type { State } from "../state";
import { status } from "../status";
import { fixedText } from "../text-marks";
import { applyFix, showSpan } from "./dispense-text";

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
      <h2 id="dispense-problems">{m.problems.title(diagnostics.length)}</h2>
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
      {status(SEVERITY_TONES[severity], m.problems.severity[severity])}
      <div>
        <p>{sentence(message)}</p>
        {place(text, root, problem)}
        {related.map((other) => (
          <>
            <p class="related">{m.problems.related(plainSentence(other.message))}</p>
            {place(text, root, other)}
          </>
        ))}
        {fix && (
          <p>
            <button
              type="button"
              class="fix"
              aria-label={m.problems.fix.of(fixWords(fix), plainSentence(message))}
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
          {m.problems.line(placeOf(text, span.start).line)}
        </button>
        <span>{placeName(problem.pointer)}</span>
      </p>
      <p class="pointer">{pointerCode(problem.pointer)}</p>
    </>
  );
}
