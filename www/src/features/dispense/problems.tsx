/** A snapshot that the engine cannot read: every problem, with its place and its fix. */
import type { TextDiagnostic } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { lastFix } from "../../store/page";
import { documents } from "../../store/work";
import { More } from "../common/lists";
import { problemWords } from "../common/words";
import { ProblemItem } from "../text/problem-item";
import { showSpan } from "./actions";
import { placeName } from "./snapshots";
import { dispenseWords as d } from "./words";

const TEXT = documents.dispense;
const LIST = "dispense/problems";
const SHOWN_FIRST = 20;
const MORE = 100;

export function RefusedSnapshot({ diagnostics }: { diagnostics: readonly TextDiagnostic[] }) {
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
            <ProblemItem document={TEXT} problem={problem} index={index} wordsOf={placeName} show={showSpan} />
          </li>
        ))}
      </ul>
      <More list={LIST} length={diagnostics.length} shown={shown} step={MORE} />
    </section>
  );
}
