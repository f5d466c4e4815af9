/** What happens to a file of acts? Choose a file, see it evaluated, and what came of it: numbers, and the rows to look at. */
import { basisOf, cancel, evaluateAgain, isStale, type Batch, type Failure, type Progress } from "../batch";
import { h, type Child, type FocusRequest } from "../dom";
import type { Diagnostic } from "../engine";
import { batchMessages as b } from "../messages-batch";
import { plainSentence, sentence } from "../problems";
import type { Results } from "../results";
import type { State } from "../state";
import { status } from "../status";
import "../style/batch.css";
import { batchFile, exampleButton } from "./batch-file";
import { batchResult } from "./batch-result";
import { startPanel } from "./start";

/** The button that is gone when the work ends has the focus; what comes then takes it. */
let isCancelFocused = false;

export function batchView(state: State, results: Results): Child {
  const { batch, work } = state;
  if (basisOf(work) === null) {
    return [said(batch), startPanel(`${batch ? b.waiting(batch.file.name) : b.lead} ${b.needCoverage}`, exampleButton())];
  }
  return h("div", { class: "batch-view" },
    said(batch),
    unreadable(results),
    batchFile(state, isReadable(results)),
    batch && phase(state, results, batch, focusAfter(batch)));
}

function focusAfter({ phase }: Batch): FocusRequest | null {
  if (!isCancelFocused || phase.state === "running") return null;
  isCancelFocused = false;
  return {};
}

function said(batch: Batch | null): Child {
  return h("p", { class: "visually-hidden", role: "status" }, batch?.said);
}

function isReadable({ catalog, coverage }: Results): boolean {
  return catalog.state === "ready" && coverage.state === "ready";
}

function unreadable(results: Results): Child {
  if (isReadable(results)) return null;
  return h("div", { class: "card bad-card" },
    h("p", {}, status("bad", results.catalog.state === "ready" ? b.refused : b.noCatalog)),
    h("p", {}, h("a", { href: "#coverage" }, b.toCoverage)));
}

function phase(state: State, results: Results, batch: Batch, focus: FocusRequest | null): Child {
  const { file, phase } = batch;
  if (phase.state === "running") return running(file, phase);
  if (phase.state === "cancelled") {
    return card("info", focus, b.cancelled(phase.rows, phase.bytes, file.size), h("p", {}, b.cancelledHelp), againButton(results, b.again));
  }
  if (phase.state === "failed") return failure(file, phase.failure, focus);
  if (phase.state === "waiting") return card("info", focus, b.waiting(file.name), againButton(results, b.evaluate));
  return [
    isStale(batch, state.work) && h("div", { class: "card open-card" },
      h("p", {}, status("warn", b.stale(file.name))),
      againButton(results, b.again)),
    batchResult(state, results, batch, phase, focus),
  ];
}

function running(file: File, { rows, bytes }: Progress): Child {
  return h("section", { class: "card", "aria-labelledby": "batch-running" },
    h("h2", { id: "batch-running" }, b.running(file.name)),
    h("progress", { "aria-label": b.progress, max: file.size, value: bytes }),
    h("div", { class: "list-head" },
      h("p", {}, b.progressWords(rows, bytes, file.size)),
      h("button", {
        type: "button",
        mounted: () => (isCancelFocused = false),
        onfocus: () => (isCancelFocused = true),
        onblur: () => (isCancelFocused = false),
        onclick: cancel,
      }, b.cancel)),
    h("p", { class: "hint" }, b.goesOn));
}

function againButton(results: Results, words: string): Child {
  return h("p", {}, h("button", { type: "button", disabled: !isReadable(results), onclick: () => evaluateAgain() }, words));
}

function card(tone: "info" | "bad", focus: FocusRequest | null, words: string, ...rest: Child[]): Child {
  return h("section", { class: `card ${tone === "bad" ? "bad-card" : ""}`, tabindex: -1, focus, "aria-label": words },
    h("p", {}, status(tone, words)),
    rest);
}

function failure(file: File, failure: Failure, focus: FocusRequest | null): Child {
  const { title, help } = b.failure[failure.kind];
  return card("bad", focus, title(file.name),
    failure.kind === "header" && h("ul", { class: "problems" }, failure.diagnostics.map(headerProblem)),
    h("p", {}, help),
    failure.kind === "json" && h("p", {}, h("button", { type: "button", onclick: () => evaluateAgain("ndjson") }, b.asNdjson)),
    failure.kind === "worker" && h("p", {}, h("button", { type: "button", onclick: () => evaluateAgain() }, b.retry)),
    "cause" in failure && h("p", { class: "muted" }, b.cause(failure.cause)));
}

/** Pointers into a header are positions of its columns. */
function headerProblem({ pointer, message, related }: Diagnostic): Child {
  const place = (pointer: string) => (pointer === "" ? b.header : b.column(Number(pointer.slice(1)) + 1));
  return h("li", {},
    h("strong", {}, place(pointer)),
    h("div", {},
      h("p", {}, sentence(message)),
      related.map((other) => h("p", { class: "place" }, `${place(other.pointer)}: ${plainSentence(other.message)}`))));
}
