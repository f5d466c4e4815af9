/** What there is to do about the coverage in hand: to decide, probably meant, accepted. */
import { useSignalEffect } from "@preact/signals";
import type { LoadedCoverage } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { Status, type Tone } from "../../kit/status";
import { coverage as reading } from "../../store/readings";
import { calls } from "../code/calls";
import { CopyAs } from "../code/copy-as";
import { Unfolding } from "../common/lists";
import { acceptedEntries } from "./acceptances";
import { Accepted } from "./accepted-list";
import { ToDecide } from "./decide";
import { findingsSaid, findingsSentence, focusNext, openGaps, toDecide } from "./model";
import { ProbablyMeant } from "./probably-meant";
import { worklistWords } from "./words";

/** How many findings there are is said once it has stayed the same this long. */
const SAY_AFTER_MS = 1000;

function sayLater(): () => void {
  const words = findingsSentence();
  const timer = setTimeout(() => (findingsSaid.value = words), SAY_AFTER_MS);
  return () => clearTimeout(timer);
}

/** `coverage`: as it could last be read. */
export function Worklist({ coverage }: { coverage: LoadedCoverage | null }) {
  useSignalEffect(sayLater);
  const { state } = reading.value;
  const next = focusNext.value;
  const decide = toDecide.value.length;
  const isReady = state === "ready" && coverage !== null;
  // Where a part has nothing left, the heading takes the focus.
  const isLast = next !== null && { decide: decide === 0, meant: openGaps.value.length === 0, accepted: acceptedEntries.value.length === 0 }[next.part];
  if (state === "none" || state === "failed") return null;
  return (
    <section class="card worklist" aria-labelledby="findings-title">
      <div class="visually-hidden" role="status">
        {findingsSaid.value}
      </div>
      <div class="list-head">
        <h2 id="findings-title" tabindex={-1} ref={takesFocus(isLast ? next.request : null)}>
          {worklistWords.title}
        </h2>
        <CopyAs call={calls.coverage.value} />
      </div>
      <section aria-labelledby="findings-decide">
        <Heading id="findings-decide" tone="decide" word={worklistWords.decide} number={decide} />
        <ToDecide coverage={coverage} />
      </section>
      {isReady && (
        <Part part="meant" tone="gap" word={worklistWords.meant} number={openGaps.value.length}>
          {() => <ProbablyMeant coverage={coverage} />}
        </Part>
      )}
      {coverage && (
        <Part part="accepted" tone="accepted" word={worklistWords.accepted} number={acceptedEntries.value.length}>
          {() => <Accepted catalog={coverage.catalog} />}
        </Part>
      )}
    </section>
  );
}

function Heading({ id, tone, word, number }: { id?: string; tone: Tone; word: string; number: number }) {
  return (
    <h3 id={id}>
      <Status tone={tone} word={worklistWords.counted(word, number)} />
    </h3>
  );
}

function Part({ part, children, ...heading }: { part: string; tone: Tone; word: string; number: number; children: () => preact.ComponentChildren }) {
  return (
    <Unfolding part={`worklist/${part}`} summary={<Heading {...heading} />}>
      {() => <div class="worklist-part">{children()}</div>}
    </Unfolding>
  );
}
