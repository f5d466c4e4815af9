/** What happens to a file of acts? Choose a file, see it evaluated, and what came of it: numbers, and the rows to look at. */
import type { ComponentChildren } from "preact";
import type { Diagnostic } from "../../engine/engine";
import { type FocusRequest, takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { catalog } from "../../store/readings";
import { sentence } from "../common/problems";
import { plainSentence } from "../common/sentences";
import { StartPanel } from "../documents/start";
import { cancel, evaluateAgain } from "./actions";
import { BatchFile, ExampleButton } from "./file";
import { basis, batch, type Batch, type Failure, isReadable, isStale, type Progress } from "./model";
import { BatchResult } from "./result";
import "./style.css";
import { batchWords as b } from "./words";

/** The button that is gone when the work ends has the focus; what comes then takes it. */
let isCancelFocused = false;

export function BatchView() {
  const now = batch.value;
  if (basis.value === null) {
    const lead = now ? b.waiting(now.file.name) : b.lead;
    return (
      <>
        <Said batch={now} />
        <StartPanel lead={`${lead} ${b.needCoverage}`} other={<ExampleButton />} />
      </>
    );
  }
  return (
    <div class="batch-view">
      <Said batch={now} />
      <Unreadable />
      <BatchFile />
      {now && <Phase batch={now} focus={focusAfter(now)} />}
    </div>
  );
}

function focusAfter({ phase }: Batch): FocusRequest | null {
  if (!isCancelFocused || phase.state === "running") return null;
  isCancelFocused = false;
  return {};
}

function Said({ batch }: { batch: Batch | null }) {
  return (
    <p class="visually-hidden" role="status">
      {batch?.said}
    </p>
  );
}

function Unreadable() {
  if (isReadable.value) return null;
  return (
    <div class="card bad-card">
      <p>
        <Status tone="bad" word={catalog.value.state === "ready" ? b.refused : b.noCatalog} />
      </p>
      <p>
        <a href="#coverage">{b.toCoverage}</a>
      </p>
    </div>
  );
}

function Phase({ batch, focus }: { batch: Batch; focus: FocusRequest | null }) {
  const { file, phase } = batch;
  if (phase.state === "running") return <Running file={file} progress={phase} />;
  if (phase.state === "cancelled") {
    return (
      <Card tone="info" focus={focus} words={b.cancelled(phase.rows, phase.bytes, file.size)}>
        <p>{b.cancelledHelp}</p>
        <AgainButton words={b.again} />
      </Card>
    );
  }
  if (phase.state === "failed") return <FailurePart file={file} failure={phase.failure} focus={focus} />;
  if (phase.state === "waiting")
    return (
      <Card tone="info" focus={focus} words={b.waiting(file.name)}>
        <AgainButton words={b.evaluate} />
      </Card>
    );
  return (
    <>
      {isStale(batch) && (
        <div class="card open-card">
          <p>
            <Status tone="warn" word={b.stale(file.name)} />
          </p>
          <AgainButton words={b.again} />
        </div>
      )}
      <BatchResult batch={batch} result={phase} focus={focus} />
    </>
  );
}

function Running({ file, progress: { rows, bytes } }: { file: File; progress: Progress }) {
  return (
    <section class="card" aria-labelledby="batch-running">
      <h2 id="batch-running">{b.running(file.name)}</h2>
      <progress aria-label={b.progress} max={file.size} value={bytes} />
      <div class="list-head">
        <p>{b.progressWords(rows, bytes, file.size)}</p>
        <button
          type="button"
          ref={cancelShown}
          onFocus={() => (isCancelFocused = true)}
          onBlur={() => (isCancelFocused = false)}
          onClick={cancel}
        >
          {b.cancel}
        </button>
      </div>
      <p class="hint">{b.goesOn}</p>
    </section>
  );
}

function cancelShown(): void {
  isCancelFocused = false;
}

function AgainButton({ words }: { words: string }) {
  return (
    <p>
      <button type="button" disabled={!isReadable.value} onClick={() => evaluateAgain()}>
        {words}
      </button>
    </p>
  );
}

function Card({
  tone,
  focus,
  words,
  children: rest,
}: {
  tone: "info" | "bad";
  focus: FocusRequest | null;
  words: string;
  children?: ComponentChildren;
}) {
  return (
    <section class={`card ${tone === "bad" ? "bad-card" : ""}`} tabindex={-1} ref={takesFocus(focus)} aria-label={words}>
      <p>
        <Status tone={tone} word={words} />
      </p>
      {rest}
    </section>
  );
}

function FailurePart({ file, failure, focus }: { file: File; failure: Failure; focus: FocusRequest | null }) {
  const { title, help } = b.failure[failure.kind];
  return (
    <Card tone="bad" focus={focus} words={title(file.name)}>
      {failure.kind === "header" && (
        <ul class="problems">
          {failure.diagnostics.map((problem) => (
            <HeaderProblem problem={problem} />
          ))}
        </ul>
      )}
      <p>{help}</p>
      {failure.kind === "json" && (
        <p>
          <button type="button" onClick={() => evaluateAgain("ndjson")}>
            {b.asNdjson}
          </button>
        </p>
      )}
      {failure.kind === "worker" && (
        <p>
          <button type="button" onClick={() => evaluateAgain()}>
            {b.retry}
          </button>
        </p>
      )}
      {"cause" in failure && <p class="muted">{b.cause(failure.cause)}</p>}
    </Card>
  );
}

/** Pointers into a header are positions of its columns. */
function HeaderProblem({ problem: { pointer, message, related } }: { problem: Diagnostic }) {
  const place = (pointer: string) => (pointer === "" ? b.header : b.column(Number(pointer.slice(1)) + 1));
  return (
    <li>
      <strong>{place(pointer)}</strong>
      <div>
        <p>{sentence(message)}</p>
        {related.map((other) => (
          <p class="place">{`${place(other.pointer)}: ${plainSentence(other.message)}`}</p>
        ))}
      </div>
    </li>
  );
}
