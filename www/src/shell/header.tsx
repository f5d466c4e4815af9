/** The top of every view: name, views, what is loaded, share, theme, and the last message. */
import { shellWords } from "./words";
import { loadedWords, kindWords } from "../features/documents/words";
import { linkWords } from "../features/share/words";
import { load, loadExample, loadFiles } from "../features/documents/actions";
import type { ComponentChildren } from "preact";
import { openOffered } from "../features/share/open";
import { problems } from "../features/common/problems";
import type { Results } from "../store/results";
import { getState, KINDS, update, VIEWS, type Kind, type State, type Target, type Theme } from "../store/state";
import { icon } from "../kit/status";

export function header(state: State, results: Results, skip: (event: Event) => void): ComponentChildren {
  const { catalog, coverage, dispense } = state.work;
  const isDispense = state.view === "dispense";
  const shown = isDispense ? dispense !== null : catalog !== null || coverage !== null;
  return (
    <header class="page-header">
      <a class="skip" href="#" onClick={skip}>
        {shellWords.skip}
      </a>
      <div class="bar">
        <h1 class="brand">{shellWords.name}</h1>
        <nav aria-label={shellWords.views.label}>
          {VIEWS.map((view) => (
            <a href={`#${view}`} class="tab" aria-current={view === state.view ? "page" : undefined}>
              {shellWords.views[view]}
            </a>
          ))}
        </nav>
        <div class="bar-end">
          <button
            type="button"
            onClick={() => update({ dialog: "share" })}
            disabled={catalog === null && coverage === null && dispense === null}
          >
            {loadedWords.share}
          </button>
          <label class="inline-field">
            <span class="visually-hidden">{shellWords.theme.label}</span>
            <select value={state.theme} onChange={(event: Event) => update({ theme: (event.target as HTMLSelectElement).value as Theme })}>
              {(["system", "light", "dark"] as const).map((theme) => (
                <option value={theme}>{shellWords.theme[theme]}</option>
              ))}
            </select>
          </label>
        </div>
      </div>
      {shown && (
        <section class="bar loaded" aria-label={loadedWords.label}>
          <dl>
            {isDispense ? (
              loadedDispense(state, results)
            ) : (
              <>
                {loadedCatalog(state, results)}
                {loadedCoverage(state, results)}
              </>
            )}
          </dl>
          <div class="bar-end">{isDispense ? openAndPaste("hand") : sources()}</div>
        </section>
      )}
    </header>
  );
}

/** The ways in. Where nothing is loaded yet, the example is the first of them. */
export function sources(emphasis?: "example"): ComponentChildren {
  const versions = (
    <button type="button" onClick={() => update({ dialog: "versions" })}>
      {loadedWords.versions}
    </button>
  );
  const example = (
    <button type="button" class={emphasis && "primary"} onClick={() => void loadExample()}>
      {loadedWords.example}
    </button>
  );
  return emphasis ? (
    <>
      {example}
      {versions}
      {openAndPaste("hand", true)}
    </>
  ) : (
    <>
      {openAndPaste("hand")}
      {versions}
      {example}
    </>
  );
}

export function openAndPaste(target: Target, isReversed = false): ComponentChildren {
  const open = (
    <label class="button" title={loadedWords.openHint}>
      <input
        type="file"
        class="visually-hidden"
        multiple
        accept=".json,application/json"
        onChange={(event: Event) => openChosen(event, target)}
      />
      {loadedWords.open}
    </label>
  );
  const paste = (
    <button type="button" onClick={() => update({ dialog: "paste", paste: { ...getState().paste, target, failure: null } })}>
      {loadedWords.paste}
    </button>
  );
  return isReversed ? (
    <>
      {paste}
      {open}
    </>
  ) : (
    <>
      {open}
      {paste}
    </>
  );
}

function openChosen(event: Event, target: Target): void {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  // So that choosing the same file again loads it again.
  input.value = "";
  void loadFiles(files, target);
}

function loadedCatalog({ work }: State, { catalog }: Results): ComponentChildren {
  const words =
    catalog.state === "ready"
      ? loadedWords.catalogSize(catalog.value.types.size, catalog.value.groups.size)
      : catalog.state === "none"
        ? loadedWords.none
        : loadedWords.broken;
  return entry(loadedWords.catalog, words, work.catalog?.source);
}

function loadedCoverage({ work }: State, { coverage, compiled }: Results): ComponentChildren {
  const words =
    coverage.state === "ready" && compiled
      ? loadedWords.version(compiled.payload.name, compiled.payload.version)
      : work.coverage === null || work.coverage.text.trim() === ""
        ? loadedWords.none
        : loadedWords.broken;
  return entry(loadedWords.coverage, words, work.coverage?.source);
}

function loadedDispense({ work }: State, { dispense: { reading } }: Results): ComponentChildren {
  const words =
    reading.state === "ready" ? loadedWords.ruleset(reading.value.report.ruleset) : reading.state === "none" ? loadedWords.none : loadedWords.broken;
  return entry(loadedWords.dispense, words, work.dispense?.source);
}

function entry(term: string, words: string, source: string | undefined): ComponentChildren {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {words}
        {source && <span class="muted">{` · ${source}`}</span>}
      </dd>
    </div>
  );
}

/** A failure is announced at once, anything else when there is a pause. */
export function noticeBar({ notice }: State): ComponentChildren {
  return (
    <div class="notice-area" role={notice?.tone === "failed" ? "alert" : "status"} aria-label={shellWords.notice.label}>
      {notice && (
        <div class={`notice ${notice.tone}`}>
          {icon(notice.tone === "failed" ? "bad" : notice.tone === "done" ? "good" : "info")}
          <div>
            <p>{notice.text}</p>
            {notice.diagnostics && problems(notice.diagnostics)}
          </div>
          <div class="bar-end">
            {notice.question &&
              KINDS.map((kind) => (
                <button type="button" onClick={() => answer(kind)}>
                  {kindWords[kind]}
                </button>
              ))}
            {notice.offer && (
              <button type="button" onClick={() => openOffered(notice.offer!)}>
                {linkWords.open}
              </button>
            )}
            {notice.undo && (
              <button type="button" onClick={undo}>
                {shellWords.notice.undo}
              </button>
            )}
            {notice.tone !== "busy" && (
              <button type="button" class="quiet" onClick={() => update({ notice: null })}>
                {shellWords.notice.dismiss}
              </button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function answer(kind: Kind): void {
  const question = getState().notice?.question;
  if (!question) return;
  const failure = load(question.loaded, kind, question.target);
  if (failure) update({ notice: failure });
}

/** Taking back can itself be taken back. */
function undo(): void {
  const { notice, work } = getState();
  if (notice?.undo) update({ work: notice.undo, notice: { tone: "done", text: shellWords.notice.undone, undo: work } });
}
