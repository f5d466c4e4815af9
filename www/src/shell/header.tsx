/** The top of every view, in one row: name, views, documents, what is loaded, language, and everything else about the page. */
import { DocumentMenu } from "../features/documents/menu";
import { Loaded } from "../features/documents/loaded";
import { type Language, language, LANGUAGES } from "../store/language";
import { shownHistory } from "../store/history";
import { say, view } from "../store/page";
import { VIEWS } from "../store/types";
import { chooseLanguage } from "./languages";
import { MoreMenu } from "./more";
import { redoStep, undoStep } from "./undo";
import { shellWords } from "./words";

/** Each in its own language. */
const LANGUAGE_NAMES: Record<Language, string> = { en: "English", fr: "Français" };

/** The fragment names the view, so the skip link cannot use it. */
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector("main")?.focus();
}

/** In a row that scrolls, the tab in front is in sight. */
function inSight(tab: HTMLAnchorElement | null): void {
  tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Where its words cannot be fetched, the language stays as it was. */
async function speakIn(select: HTMLSelectElement): Promise<void> {
  if (await chooseLanguage(select.value as Language)) return;
  select.value = language();
  say({ tone: "failed", text: shellWords.languageFailed });
}

/** The last change of anything, taken back or made again: the same as by keys. */
function History() {
  const history = shownHistory.value;
  return (
    <>
      <button type="button" disabled={!history.canUndo.value} onClick={undoStep}>
        {shellWords.undoLast(history.lastStep.value?.words ?? null)}
      </button>
      <button type="button" disabled={!history.canRedo.value} onClick={redoStep}>
        {shellWords.redoLast}
      </button>
    </>
  );
}

export function Header() {
  return (
    <header class="page-header no-print">
      <a class="skip" href="#" onClick={skip}>
        {shellWords.skip}
      </a>
      <h1 class="brand" title={shellWords.name}>
        <svg class="brand-icon" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 1.5l5.5 2v4c0 3.6-2.3 5.9-5.5 7-3.2-1.1-5.5-3.4-5.5-7v-4zM5.3 8l2 2 3.4-4" />
        </svg>
        <span>{shellWords.name}</span>
      </h1>
      <nav aria-label={shellWords.views.label}>
        {VIEWS.map((name) => (
          <a
            href={`#${name}`}
            class="tab"
            key={name}
            aria-current={name === view.value ? "page" : undefined}
            ref={name === view.value ? inSight : null}
          >
            {shellWords.views[name]}
          </a>
        ))}
      </nav>
      <DocumentMenu first={<History />} />
      <Loaded />
      <div class="header-end">
        <select
          aria-label={shellWords.language}
          class="language"
          value={language()}
          onChange={(event) => void speakIn(event.currentTarget)}
        >
          {LANGUAGES.map((name) => (
            <option value={name} lang={name}>
              {LANGUAGE_NAMES[name]}
            </option>
          ))}
        </select>
        <MoreMenu />
      </div>
    </header>
  );
}
