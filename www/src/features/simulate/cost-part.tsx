/** What the file would have cost: what pays, how far the computation is, and the answer. */
import { useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { type FocusRequest, takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { sentence } from "../common/problems";
import { cancelSimulation, simulateFile } from "./cost-actions";
import { type Answer, asked, type CostFailure, costs, type Costs, isChoiceKnown, isSameAsked } from "./cost-model";
import { CostResult } from "./cost-result";
import { costWords as c } from "./cost-words";
import { actsFile, type ActsFile, isReadable, isSmall } from "./model";
import type { Progress } from "./run";

/** Nothing has changed this long before the file is simulated again. */
const AGAIN_AFTER_MS = 500;

/** The button that is gone when the work ends has the focus; what comes then takes it. */
let isCancelFocused = false;

function cancelShown(): void {
  isCancelFocused = false;
}

export function CostPart({ actsFile }: { actsFile: ActsFile }) {
  useSignalEffect(follow);
  const now = costs.value;
  if (now === null || now.file !== actsFile.file) return null;
  return <Phase costs={now} focus={focusAfter(now)} />;
}

/** What was not asked yet is asked; what has changed since is asked again, unless that takes long. */
function follow(): (() => void) | undefined {
  const [file, now] = [actsFile.value, costs.value];
  if (!file?.look || !isChoiceKnown.value) return;
  if (now !== null && isSameAsked(now.asked, asked.value)) return;
  const isFirst = now === null || now.file !== file.file || now.phase.state === "columns" || now.phase.state === "waiting";
  if (!isFirst && !isSmall(file)) return;
  const timer = setTimeout(() => void simulateFile(), isFirst ? 0 : AGAIN_AFTER_MS);
  return () => clearTimeout(timer);
}

function focusAfter({ phase }: Costs): FocusRequest | null {
  if (!isCancelFocused || phase.state === "running") return null;
  isCancelFocused = false;
  return {};
}

function Phase({ costs: { file, phase, before, asked: of }, focus }: { costs: Costs; focus: FocusRequest | null }) {
  switch (phase.state) {
    case "columns":
      return (
        <Card tone="open" focus={focus} words={c.columnsNeeded(phase.missing)}>
          <p>{c.columnsHelp}</p>
        </Card>
      );
    case "waiting":
      return (
        <Card tone="info" focus={focus} words={c.waiting(file.name)}>
          <Again words={c.simulate} />
        </Card>
      );
    case "running":
      return (
        <>
          <Running file={file} progress={phase} />
          {before && <Before file={file} answer={before} />}
        </>
      );
    case "cancelled":
      return (
        <Card tone="info" focus={focus} words={c.cancelled(phase.rows, phase.bytes, file.size)}>
          <p>{c.cancelledHelp}</p>
          <Again words={c.again} />
        </Card>
      );
    case "failed":
      return <Failed file={file} failure={phase.failure} focus={focus} />;
    case "done":
      return (
        <>
          {!isSameAsked(of, asked.value) && (
            <div class="card open-card no-print">
              <p>
                <Status tone="warn" word={c.stale(file.name)} />
              </p>
              <Again words={c.again} />
            </div>
          )}
          <CostResult file={file} answer={phase.answer} focus={focus} isBefore={false} />
        </>
      );
  }
}

/** Stays while the file is simulated again, so that nothing jumps. */
function Before({ file, answer }: { file: File; answer: Answer }) {
  return (
    <div class="stale">
      <p class="hint">{c.before}</p>
      <CostResult file={file} answer={answer} focus={null} isBefore={true} />
    </div>
  );
}

function Running({ file, progress: { rows, bytes } }: { file: File; progress: Progress }) {
  return (
    <section class="card" aria-labelledby="cost-running">
      <h2 id="cost-running">{c.running(file.name)}</h2>
      <progress aria-label={c.progress} max={file.size} value={bytes} />
      <div class="list-head">
        <p>{c.progressWords(rows, Math.min(bytes, file.size), file.size)}</p>
        <button type="button" ref={cancelShown} onFocus={() => (isCancelFocused = true)} onBlur={() => (isCancelFocused = false)} onClick={cancelSimulation}>
          {c.cancel}
        </button>
      </div>
      <p class="hint">{c.goesOn}</p>
    </section>
  );
}

function Again({ words }: { words: string }) {
  return (
    <p>
      <button type="button" disabled={!isReadable.value} onClick={() => void simulateFile()}>
        {words}
      </button>
    </p>
  );
}

function Failed({ file, failure, focus }: { file: File; failure: CostFailure; focus: FocusRequest | null }) {
  const { title, help } = c.failure[failure.kind];
  return (
    <Card tone="bad" focus={focus} words={title(file.name)}>
      <p>{help}</p>
      {failure.kind === "refused" ? (
        <ul class="row-problems">
          {failure.diagnostics.map(({ message }) => (
            <li>{sentence(message)}</li>
          ))}
        </ul>
      ) : (
        failure.cause !== "" && <p class="muted">{c.cause(failure.cause)}</p>
      )}
      <Again words={c.retry} />
    </Card>
  );
}

interface Said {
  tone: "info" | "bad" | "open";
  focus: FocusRequest | null;
  words: string;
  children?: ComponentChildren;
}

function Card({ tone, focus, words, children: rest }: Said) {
  return (
    <section class={`card ${tone === "info" ? "" : `${tone}-card`}`} tabindex={-1} ref={takesFocus(focus)} aria-label={words}>
      <p>
        <Status tone={tone} word={words} />
      </p>
      {rest}
    </section>
  );
}
