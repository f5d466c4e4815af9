/** What happens to a file of acts? Choose a file, see it evaluated, and what came of it: numbers, and the rows to look at. */
import { basisOf, cancel, evaluateAgain, isStale, type Batch, type Failure, type Progress } from "./actions";
import type { ComponentChildren } from "preact";
import { takesFocus, type FocusRequest } from "../../kit/focus";
import type { Diagnostic } from "../../engine/engine";
import { batchWords as b } from "./words";
import { plainSentence, sentence } from "../common/problems";
import type { Results } from "../../store/results";
import type { State } from "../../store/state";
import { status } from "../../kit/status";
import "./style.css";
import { batchFile, exampleButton } from "./file";
import { batchResult } from "./result";
import { startPanel } from "../documents/start";

/** The button that is gone when the work ends has the focus; what comes then takes it. */
let isCancelFocused = false;

export function batchView(state: State, results: Results): ComponentChildren {
  const { batch, work } = state;
  if (basisOf(work) === null) {
    return [said(batch), startPanel(`${batch ? b.waiting(batch.file.name) : b.lead} ${b.needCoverage}`, exampleButton())];
  }
  return (
    <div class="batch-view">
      {said(batch)}
      {unreadable(results)}
      {batchFile(state, isReadable(results))}
      {batch && phase(state, results, batch, focusAfter(batch))}
    </div>
  );
}

function focusAfter({ phase }: Batch): FocusRequest | null {
  if (!isCancelFocused || phase.state === "running") return null;
  isCancelFocused = false;
  return {};
}

function said(batch: Batch | null): ComponentChildren {
  return (
    <p class="visually-hidden" role="status">
      {batch?.said}
    </p>
  );
}

function isReadable({ catalog, coverage }: Results): boolean {
  return catalog.state === "ready" && coverage.state === "ready";
}

function unreadable(results: Results): ComponentChildren {
  if (isReadable(results)) return null;
  return (
    <div class="card bad-card">
      <p>{status("bad", results.catalog.state === "ready" ? b.refused : b.noCatalog)}</p>
      <p>
        <a href="#coverage">{b.toCoverage}</a>
      </p>
    </div>
  );
}

function phase(state: State, results: Results, batch: Batch, focus: FocusRequest | null): ComponentChildren {
  const { file, phase } = batch;
  if (phase.state === "running") return running(file, phase);
  if (phase.state === "cancelled") {
    return card("info", focus, b.cancelled(phase.rows, phase.bytes, file.size), <p>{b.cancelledHelp}</p>, againButton(results, b.again));
  }
  if (phase.state === "failed") return failure(file, phase.failure, focus);
  if (phase.state === "waiting") return card("info", focus, b.waiting(file.name), againButton(results, b.evaluate));
  return (
    <>
      {isStale(batch, state.work) && (
        <div class="card open-card">
          <p>{status("warn", b.stale(file.name))}</p>
          {againButton(results, b.again)}
        </div>
      )}
      {batchResult(state, results, batch, phase, focus)}
    </>
  );
}

function running(file: File, { rows, bytes }: Progress): ComponentChildren {
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

function againButton(results: Results, words: string): ComponentChildren {
  return (
    <p>
      <button type="button" disabled={!isReadable(results)} onClick={() => evaluateAgain()}>
        {words}
      </button>
    </p>
  );
}

function card(tone: "info" | "bad", focus: FocusRequest | null, words: string, ...rest: ComponentChildren[]): ComponentChildren {
  return (
    <section class={`card ${tone === "bad" ? "bad-card" : ""}`} tabindex={-1} ref={takesFocus(focus)} aria-label={words}>
      <p>{status(tone, words)}</p>
      {rest}
    </section>
  );
}

function failure(file: File, failure: Failure, focus: FocusRequest | null): ComponentChildren {
  const { title, help } = b.failure[failure.kind];
  return card(
    "bad",
    focus,
    title(file.name),
    failure.kind === "header" && <ul class="problems">{failure.diagnostics.map(headerProblem)}</ul>,
    <p>{help}</p>,
    failure.kind === "json" && (
      <p>
        <button type="button" onClick={() => evaluateAgain("ndjson")}>
          {b.asNdjson}
        </button>
      </p>
    ),
    failure.kind === "worker" && (
      <p>
        <button type="button" onClick={() => evaluateAgain()}>
          {b.retry}
        </button>
      </p>
    ),
    "cause" in failure && <p class="muted">{b.cause(failure.cause)}</p>,
  );
}

/** Pointers into a header are positions of its columns. */
function headerProblem({ pointer, message, related }: Diagnostic): ComponentChildren {
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
