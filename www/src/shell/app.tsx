/** The page: keeps what is drawn in step with the state, and the state with the URL fragment, drops and pastes. */
import { shellWords } from "./words";
import { loadedWords, startWords } from "../features/documents/words";
import { shareWords } from "../features/share/words";
import { failureWords } from "../features/common/words";
import { render } from "preact";
import { dialog } from "./dialogs";
import { load, loadFiles, targetOf } from "../features/documents/actions";
import { packageVersion } from "../engine/engine";
import { onFailure, type FailureCode } from "../engine/failure";
import { exampleActs } from "../features/documents/examples";
import { header, noticeBar } from "./header";
import { openLink } from "../features/share/open";
import { freeAll, noResults, readWork } from "../store/results";
import { LONGEST_LINK, makeLink, sharedPart } from "../features/share/link";
import { getState, subscribe, update, type LoadedText, type State, type View, type Work } from "../store/state";
import { orFailure } from "../features/common/failure";
import { laterView, type ViewFunction } from "../features/common/later";
import { startPanel } from "../features/documents/start";

/** Each key is read at once, while that takes no longer than a person can notice; of a longer text, what stands when typing pauses. */
const SLOW_READ_MS = 50;
const TYPING_PAUSE_MS = 120;
/** How many problems there are is said once it has stayed the same this long. */
const SAY_AFTER_MS = 1000;
/** What a person meets first, with nothing loaded, is here. A view is fetched when it has something to show. */
const VIEWS: Record<View, ViewFunction> = {
  coverage: whenLoaded(later(() => import("../features/coverage/view").then(({ coverageView }) => coverageView))),
  act: whenLoaded(later(() => import("../features/act/view").then(({ actView }) => actView))),
  compare: later(() => import("../features/compare/view").then(({ compareView }) => compareView)),
  batch: later(() => import("../features/batch/view").then(({ batchView }) => batchView)),
  dispense: later(() => import("../features/dispense/view").then(({ dispenseView }) => dispenseView)),
  year: later(() => import("../features/year/view").then(({ yearView }) => yearView)),
};

/** Asked once: an engine without any memory left could not answer. */
const VERSION = packageVersion();

let page: Element;
let results = noResults;
let readFrom: Work | null = null;
let attempt = getState().attempt;
let lastReadMs = 0;
let typingTimer: ReturnType<typeof setTimeout> | undefined;
let sayTimer: ReturnType<typeof setTimeout> | undefined;
let drawing = false;
let lastDialog: State["dialog"] = null;
let isStarted = false;
let actsAsked = false;

export async function start(host: Element): Promise<void> {
  page = host;
  // Whatever asked is still at it.
  onFailure((code) => queueMicrotask(() => sayFailure(code)));
  subscribe(stateChanged, () => update({ notice: { ...getState().notice, tone: "failed", text: shellWords.notice.notKept } }));
  addEventListener("hashchange", () => void followFragment());
  listenForDocuments();
  await followFragment();
  read();
  draw();
}

function sayFailure(code: FailureCode): void {
  const { notice } = getState();
  const text = failureWords.notice[code];
  // What was replaced can still be brought back.
  if (notice?.text !== text) update({ notice: { tone: "failed", text, ...(notice?.undo && { undo: notice.undo }) } });
}

function later(fetch: () => Promise<ViewFunction>): ViewFunction {
  return laterView(fetch, () => draw());
}

function whenLoaded(view: ViewFunction): ViewFunction {
  return (state, results) =>
    state.work.catalog === null && state.work.coverage === null ? startPanel(startWords.lead) : view(state, results);
}

function stateChanged(state: State): void {
  const { work } = state;
  // A fix is no typing: the next problem takes the focus at once.
  const before = state.lastFix === null ? readFrom : null;
  const typing = before !== null && (isTyped(before.coverage, work.coverage) || isTyped(before.dispense, work.dispense));
  clearTimeout(typingTimer);
  // The key itself comes first; a text that changed meanwhile starts the wait again, so that only the newest is read.
  const pause = lastReadMs < SLOW_READ_MS ? 0 : Math.max(TYPING_PAUSE_MS, 3 * lastReadMs);
  if (typing) typingTimer = setTimeout(readTyped, pause);
  else read();
  if (state.view === "act" && !actsAsked) askForActs();
  if (state.dialog === "share" && lastDialog !== "share") void prepareLink();
  lastDialog = state.dialog;
  // What is read at once is drawn with what was read.
  if (drawing || (typing && pause === 0)) return;
  drawing = true;
  // Once per task, so that several changes in a row are drawn together; not per frame, so that a hidden tab is drawn too.
  queueMicrotask(() => {
    drawing = false;
    draw();
  });
}

function isTyped(before: LoadedText | null, now: LoadedText | null): boolean {
  return before?.source === now?.source && before?.text !== now?.text;
}

function readTyped(): void {
  const started = performance.now();
  read();
  draw();
  lastReadMs = performance.now() - started;
}

function read(): void {
  const { work } = getState();
  const before = results;
  if (attempt !== getState().attempt) {
    attempt = getState().attempt;
    freeAll(results);
    results = noResults;
    readFrom = null;
  }
  results = readWork(work, readFrom, results);
  readFrom = work;
  if (results === before) return;
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => void sayProblems(), SAY_AFTER_MS);
}

/** By now the view that shows the problems is here; where it could not be fetched, it says so itself. */
async function sayProblems(): Promise<void> {
  if (getState().work.coverage === null) return update({ problemsSaid: "" });
  const problems = await import("../features/coverage/problems").catch(() => null);
  if (problems) update({ problemsSaid: problems.problemsSentence(results) });
}

function draw(): void {
  if (!isStarted) page.replaceChildren();
  isStarted = true;
  const state = getState();
  document.title = shellWords.title(shellWords.views[state.view]);
  render(
    <>
      {header(state, results, skip)}
      {noticeBar(state)}
      <main key={state.view} class={`view ${state.view}`} tabindex={-1}>
        {orFailure(() => VIEWS[state.view](state, results))}
      </main>
      <footer class="muted">{shellWords.footer(VERSION)}</footer>
      {dialog(state, results)}
    </>,
    page,
  );
}

/** The fragment names the view, so the skip link cannot use it. */
function skip(event: Event): void {
  event.preventDefault();
  page.querySelector("main")?.focus();
}

async function followFragment(): Promise<void> {
  const fragment = location.hash.slice(1);
  const name = fragment.split("&")[0] ?? "";
  const view: View = Object.hasOwn(VIEWS, name) ? (name as View) : getState().view;
  const shared = sharedPart(fragment);
  if (view !== getState().view) scrollTo(0, 0);
  if (shared === null) return update({ view, lastFix: null });
  // A reload keeps what is changed from here on, rather than opening the link again.
  history.replaceState(null, "", `#${view}`);
  await openLink(shared, view);
}

/** The example acts come with the first look at the view. Without them it still works, so a failure is not worth a message. */
function askForActs(): void {
  actsAsked = true;
  exampleActs().then(
    (acts) => update({ exampleActs: acts }),
    () => (actsAsked = false),
  );
}

async function prepareLink(): Promise<void> {
  const { view, work } = getState();
  const made = await makeLink(new URL(location.href), view, work);
  if (made.ok) return update({ shareLink: { state: "ready", link: made.link, copied: false } });
  const { tooLong, tooLarge, unsupported } = shareWords;
  const reason =
    made.reason === "too_long" ? tooLong(made.length, LONGEST_LINK) : made.reason === "too_large" ? tooLarge(made.length) : unsupported;
  update({ shareLink: { state: "failed", reason } });
}

/** Files dropped anywhere, text pasted anywhere but into a field. */
function listenForDocuments(): void {
  document.body.dataset["drop"] = loadedWords.drop;
  const dropping = (on: boolean) => document.body.classList.toggle("dropping", on);
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    dropping(true);
  });
  addEventListener("dragleave", (event) => event.relatedTarget === null && dropping(false));
  addEventListener("drop", (event) => {
    dropping(false);
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void loadFiles([...event.dataTransfer.files], targetOf(getState()));
  });
  addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const intoField = event.target instanceof Element && event.target.closest("input, textarea, dialog, care-editor") !== null;
    if (intoField || text.trim() === "") return;
    const failure = load({ text, source: loadedWords.pastedSource }, "auto", targetOf(getState()));
    if (failure) update({ notice: failure });
  });
}
