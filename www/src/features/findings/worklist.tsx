/** What there is to do about the coverage in hand: to decide, probably meant, accepted. */
import { useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { LoadedCoverage } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { Status, type Tone } from "../../kit/status";
import type { Editor } from "../../store/editor/editor";
import { regionName, useEditor } from "../common/editor";
import { Unfolding } from "../common/lists";
import { acceptedEntries } from "./acceptances";
import { Accepted } from "./accepted-list";
import { ToDecide } from "./decide";
import { findingsSaid, findingsSentence, focusNext, openGaps, toDecide } from "./model";
import { ProbablyMeant } from "./probably-meant";
import { worklistWords } from "./words";

/** How many findings there are is said once it has stayed the same this long. */
const SAY_AFTER_MS = 1000;

function sayLater(editor: Editor): () => void {
  const words = findingsSentence(editor);
  const timer = setTimeout(() => (findingsSaid(editor).value = words), SAY_AFTER_MS);
  return () => clearTimeout(timer);
}

interface Props {
  /** As it could last be read. */
  coverage: LoadedCoverage | null;
  /** Next to the heading. */
  tools?: ComponentChildren;
}

export function Worklist({ coverage, tools }: Props) {
  const editor = useEditor();
  useSignalEffect(() => sayLater(editor));
  const { state } = editor.coverage.value;
  const next = focusNext(editor).value;
  const decide = toDecide(editor).value.length;
  const isReady = state === "ready" && coverage !== null;
  // Where a part has nothing left, the heading takes the focus.
  const isLast = next !== null && { decide: decide === 0, meant: openGaps(editor).value.length === 0, accepted: acceptedEntries(editor).value.length === 0 }[next.part];
  if (state === "none" || state === "failed") return null;
  return (
    <section class="card worklist" aria-label={regionName(editor, worklistWords.title)}>
      <div class="visually-hidden" role="status">
        {findingsSaid(editor).value}
      </div>
      <div class="list-head">
        <h2 id="findings-title" tabindex={-1} ref={takesFocus(isLast ? next.request : null)}>
          {worklistWords.title}
        </h2>
        {tools}
      </div>
      <section aria-label={regionName(editor, worklistWords.counted(worklistWords.decide, decide))}>
        <Heading tone="decide" word={worklistWords.decide} number={decide} />
        <ToDecide coverage={coverage} />
      </section>
      {isReady && (
        <Part part="meant" tone="gap" word={worklistWords.meant} number={openGaps(editor).value.length}>
          {() => <ProbablyMeant coverage={coverage} />}
        </Part>
      )}
      {coverage && (
        <Part part="accepted" tone="accepted" word={worklistWords.accepted} number={acceptedEntries(editor).value.length}>
          {() => <Accepted catalog={coverage.catalog} />}
        </Part>
      )}
    </section>
  );
}

function Heading({ tone, word, number }: { tone: Tone; word: string; number: number }) {
  return (
    <h3>
      <Status tone={tone} word={worklistWords.counted(word, number)} />
    </h3>
  );
}

function Part({ part, children, ...heading }: { part: string; tone: Tone; word: string; number: number; children: () => ComponentChildren }) {
  return (
    <Unfolding part={`worklist/${part}`} summary={<Heading {...heading} />}>
      {() => <div class="worklist-part">{children()}</div>}
    </Unfolding>
  );
}
