/** The page: its parts, and how it follows the URL fragment, drops and pastes. */
import { effect } from "@preact/signals";
import { type ComponentType, render } from "preact";
import { packageVersion } from "../engine/engine";
import { type FailureCode, onFailure } from "../engine/failure";
import { followLanguage } from "../engine/words";
import { acts } from "../features/act/try-act";
import { isDrawerOpen } from "../features/code/model";
import { codeEntryWords } from "../features/code/entry-words";
import { EditorProvider } from "../features/common/editor";
import { OrFailure } from "../features/common/failure";
import { later } from "../features/common/later";
import { failureWords } from "../features/common/words";
import { openFirstExample } from "../features/documents/actions";
import { exampleActs as fetchExampleActs, exampleSynonyms } from "../features/documents/examples";
import { fetchedActs } from "../features/documents/model";
import { StartPanel } from "../features/documents/start";
import { noticeWords, startWords } from "../features/documents/words";
import { glossaryWords } from "../features/glossary/words";
import { history } from "../store/history";
import { importing } from "../store/importing";
import { language, moreWords } from "../store/language";
import { dialog, notice, say, view } from "../store/page";
import { keepWork } from "../store/persistence";
import { pageEditor, synonyms } from "../store/page-editor";
import type { View } from "../store/types";
import { isFirstVisit } from "../store/visit";
import { documents, isEmpty, work } from "../store/work";
import { Callouts } from "./callouts";
import { Dialogs } from "./dialogs";
import { followFragment } from "./fragment";
import { Header } from "./header";
import { listenForDocuments } from "./incoming";
import { NoticeBar } from "./notices";
import { listenForUndoKeys } from "./undo";
import { shellWords } from "./words";

/** What a person meets first, with nothing loaded, is here. A view is fetched when it has something to show. */
const TableView = later(() => import("../features/table/view").then(({ TableView }) => TableView));
const TableOfCoverage = whenLoaded(withQuestion(TableView));
const Import = laterWithWords(() => import("../features/import/view").then(({ ImportView }) => ImportView));
const Drawer = laterWithWords(() => import("../features/code/drawer").then(({ Drawer }) => Drawer));
const Question = later(() => import("../features/question/view").then(({ Question }) => Question));

const VIEWS: Record<View, ComponentType> = {
  table: () => (
    <>
      {importing.value !== "table" && <TableOfCoverage />}
      {importing.value !== null && <Import />}
    </>
  ),
  coverage: whenLoaded(withQuestion(laterWithWords(() => {
    // Without it, the view itself is printed.
    void import("../features/sheet/print").then(({ listenForPrint }) => listenForPrint(), () => undefined);
    return import("../features/coverage/view").then(({ CoverageView }) => CoverageView);
  }))),
  catalogue: laterWithWords(() => import("../features/catalogue/view").then(({ CatalogueView }) => CatalogueView)),
  // It says what the year says of its act.
  act: whenLoaded(laterWithWords(() => import("../features/act/view").then(({ ActView }) => ActView))),
  compare: laterWithWords(() => import("../features/compare/view").then(({ CompareView }) => CompareView)),
  compliance: laterWithWords(() => import("../features/compliance/view").then(({ ComplianceView }) => ComplianceView)),
  simulate: laterWithWords(() => import("../features/simulate/view").then(({ SimulateView }) => SimulateView)),
  dispense: laterWithWords(() => import("../features/dispense/view").then(({ DispenseView }) => DispenseView)),
  year: laterWithWords(() => import("../features/year/view").then(({ YearView }) => YearView)),
};

/** Asked once: an engine without any memory left could not answer. */
const VERSION = packageVersion();

export async function start(page: Element): Promise<void> {
  const isFirst = isFirstVisit();
  keepWork(() => say({ ...notice.value, tone: "failed", text: shellWords.notice.notKept }));
  followLanguage(language);
  history.record();
  void exampleSynonyms().then((found) => (synonyms.value = found));
  listenForUndoKeys();
  // Whatever asked is still at it.
  onFailure((code) => queueMicrotask(() => sayFailure(code)));
  addEventListener("hashchange", () => void followFragment());
  listenForDocuments();
  await followFragment();
  // A link comes before the example.
  if (isFirst && isEmpty(work.peek()) && notice.peek() === null && !(await openFirstExample())) say({ tone: "failed", text: noticeWords.exampleFailed });
  effect(() => {
    document.title = shellWords.title(shellWords.views[view.value]);
  });
  effect(() => {
    if (view.value === "act") askForActs();
  });
  page.replaceChildren();
  pageEditor.surroundings.acts = acts;
  render(
    <EditorProvider value={pageEditor}>
      <App />
    </EditorProvider>,
    page,
  );
}

function App() {
  const View = VIEWS[view.value];
  return (
    <>
      <Header />
      <NoticeBar />
      <main key={view.value} class={`view ${view.value}`} tabindex={-1}>
        <OrFailure>
          <View />
        </OrFailure>
      </main>
      <footer class="muted no-print">
        <span>{shellWords.footer(VERSION)}</span>
        <span class="bar">
          <button type="button" class="link" onClick={() => (isDrawerOpen.value = true)}>
            {codeEntryWords.how}
          </button>
          <button type="button" class="link" onClick={() => (dialog.value = "words")}>
            {glossaryWords.title}
          </button>
        </span>
      </footer>
      {isDrawerOpen.value && (
        <OrFailure>
          <Drawer />
        </OrFailure>
      )}
      <Dialogs />
    </>
  );
}

/** A view whose words a first visit does not need. */
function laterWithWords(fetch: () => Promise<ComponentType>): ComponentType {
  return later(() => Promise.all([fetch(), moreWords()]).then(([View]) => View));
}

/** What the coverage says, with a question that follows its edits. */
function withQuestion(View: ComponentType): ComponentType {
  return () => (
    <>
      <Callouts />
      <OrFailure>
        <Question />
      </OrFailure>
      <View />
    </>
  );
}

function whenLoaded(View: ComponentType): ComponentType {
  return function WhenLoaded() {
    return documents.catalog.isThere.value || documents.coverage.isThere.value ? <View /> : <StartPanel lead={startWords.lead} />;
  };
}

function sayFailure(code: FailureCode): void {
  const text = failureWords.notice[code];
  const before = notice.value;
  // What was replaced can still be brought back.
  if (before?.text !== text) say({ tone: "failed", text, ...(before?.step !== undefined && { step: before.step }) });
}

let actsAsked = false;

/** The example acts come with the first look at the view. Without them it still works, so a failure is not worth a message. */
function askForActs(): void {
  if (actsAsked) return;
  actsAsked = true;
  fetchExampleActs().then(
    (acts) => (fetchedActs.value = acts),
    () => (actsAsked = false),
  );
}
