/** A snapshot that the engine cannot read: every problem, with its place and its fix. */
import type { Diagnostic } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { placeOf } from "../../kit/json/parse";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { lastFix } from "../../store/page";
import { documents } from "../../store/work";
import { More } from "../common/lists";
import { fixWords, spanOf } from "../common/problem-places";
import { PointerCode, sentence, SEVERITY_TONES } from "../common/problems";
import { plainSentence } from "../common/sentences";
import { problemWords } from "../common/words";
import { applyFix, isFixable } from "../text/actions";
import { showSpan } from "./actions";
import { placeName } from "./snapshots";
import { dispenseWords as d } from "./words";

const TEXT = documents.dispense;
const LIST = "dispense/problems";
const SHOWN_FIRST = 20;
const MORE = 100;

export function RefusedSnapshot({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  const fixed = lastFix.value;
  // After a fix, the next problem takes the focus.
  const next = fixed && fixed.index !== null && fixed.text === TEXT.read.value ? Math.min(fixed.index, diagnostics.length - 1) : null;
  return (
    <section class="card bad-card" aria-labelledby="dispense-problems">
      <h2 id="dispense-problems">{problemWords.title(diagnostics.length)}</h2>
      <p>
        <Status tone="bad" word={d.refused} />
      </p>
      <ul class="problems">
        {diagnostics.slice(0, shown).map((problem, index) => (
          <li tabindex={-1} ref={takesFocus(index === next ? fixed : null)}>
            <Item problem={problem} index={index} />
          </li>
        ))}
      </ul>
      <More list={LIST} length={diagnostics.length} shown={shown} step={MORE} />
    </section>
  );
}

function Item({ problem, index }: { problem: Diagnostic; index: number }) {
  const text = TEXT.read.value;
  const { severity, message, related, fix } = problem;
  return (
    <>
      <Status tone={SEVERITY_TONES[severity]} word={problemWords.severity[severity]} />
      <div>
        <p>{sentence(message)}</p>
        <Place problem={problem} />
        {related.map((other) => (
          <>
            <p class="related">{problemWords.related(plainSentence(other.message))}</p>
            <Place problem={other} />
          </>
        ))}
        {isFixable(TEXT, fix) && (
          <p>
            <button
              type="button"
              class="fix"
              aria-label={problemWords.fix.of(fixWords(fix), plainSentence(message))}
              onClick={() => applyFix(TEXT, text, fix, index)}
            >
              {fixWords(fix)}
            </button>
          </p>
        )}
      </div>
    </>
  );
}

function Place({ problem }: { problem: Pick<Diagnostic, "pointer" | "range"> }) {
  const span = spanOf(TEXT, problem);
  return (
    <>
      <p class="place">
        <button type="button" class="link" onClick={() => showSpan(span)}>
          {problemWords.line(placeOf(TEXT.read.value, span.start).line)}
        </button>
        <span>{placeName(problem.pointer)}</span>
      </p>
      <p class="pointer">
        <PointerCode pointer={problem.pointer} />
      </p>
    </>
  );
}
