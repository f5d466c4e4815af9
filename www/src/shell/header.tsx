/** The top of every view: name, views, what is loaded, share and theme. */
import { OpenAndPaste, Sources } from "../features/documents/ways-in";
import { loadedWords, sourceWords } from "../features/documents/words";
import { dialog, view } from "../store/page";
import { catalog, compiled, coverage, dispense } from "../store/readings";
import { type Language, language, LANGUAGES } from "../store/language";
import type { TextDocument } from "../store/text-document";
import { theme } from "../store/theme";
import { type Theme, VIEWS } from "../store/types";
import { documents } from "../store/work";
import { chooseLanguage } from "./languages";
import { shellWords } from "./words";

/** Each in its own language. */
const LANGUAGE_NAMES: Record<Language, string> = { en: "English", fr: "Français" };

/** The fragment names the view, so the skip link cannot use it. */
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector("main")?.focus();
}

export function Header() {
  const [catalog, coverage, dispense] = [
    documents.catalog.isThere.value,
    documents.coverage.isThere.value,
    documents.dispense.isThere.value,
  ];
  const isDispense = view.value === "dispense";
  // With nothing loaded, the view itself offers the ways in.
  const shown = isDispense ? dispense : catalog || coverage;
  return (
    <header class="page-header">
      <a class="skip" href="#" onClick={skip}>
        {shellWords.skip}
      </a>
      <div class="bar">
        <h1 class="brand">{shellWords.name}</h1>
        <nav aria-label={shellWords.views.label}>
          {VIEWS.map((name) => (
            <a href={`#${name}`} class="tab" aria-current={name === view.value ? "page" : undefined}>
              {shellWords.views[name]}
            </a>
          ))}
        </nav>
        <div class="bar-end">
          <button type="button" onClick={() => (dialog.value = "share")} disabled={!catalog && !coverage && !dispense}>
            {loadedWords.share}
          </button>
          <label class="inline-field">
            <span class="visually-hidden">{shellWords.language}</span>
            <select value={language()} onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}>
              {LANGUAGES.map((name) => (
                <option value={name} lang={name}>
                  {LANGUAGE_NAMES[name]}
                </option>
              ))}
            </select>
          </label>
          <label class="inline-field">
            <span class="visually-hidden">{shellWords.theme.label}</span>
            <select value={theme.value} onChange={(event) => (theme.value = event.currentTarget.value as Theme)}>
              {(["system", "light", "dark"] as const).map((name) => (
                <option value={name}>{shellWords.theme[name]}</option>
              ))}
            </select>
          </label>
        </div>
      </div>
      {shown && (
        <section class="bar loaded" aria-label={loadedWords.label}>
          <dl>
            {isDispense ? (
              <LoadedDispense />
            ) : (
              <>
                <LoadedCatalog />
                <LoadedCoverage />
              </>
            )}
          </dl>
          <div class="bar-end">{isDispense ? <OpenAndPaste target="hand" /> : <Sources />}</div>
        </section>
      )}
    </header>
  );
}

function LoadedCatalog() {
  const reading = catalog.value;
  const words =
    reading.state === "ready"
      ? loadedWords.catalogSize(reading.value.types.size, reading.value.groups.size)
      : reading.state === "none"
        ? loadedWords.none
        : loadedWords.broken;
  return <Entry term={loadedWords.catalog} words={words} source={sourceOf(documents.catalog)} />;
}

function LoadedCoverage() {
  const payload = coverage.value.state === "ready" ? compiled.value?.payload : undefined;
  const words = payload
    ? loadedWords.version(payload.name, payload.version)
    : isBlank(documents.coverage)
      ? loadedWords.none
      : loadedWords.broken;
  return <Entry term={loadedWords.coverage} words={words} source={sourceOf(documents.coverage)} />;
}

function LoadedDispense() {
  const reading = dispense.value;
  const words =
    reading.state === "ready"
      ? loadedWords.ruleset(reading.value.report.ruleset)
      : reading.state === "none"
        ? loadedWords.none
        : loadedWords.broken;
  return <Entry term={loadedWords.dispense} words={words} source={sourceOf(documents.dispense)} />;
}

function isBlank({ text }: TextDocument): boolean {
  return text.value.trim() === "";
}

/** Where a text came from, and whether it has been changed since. */
function sourceOf({ loaded }: TextDocument): string | undefined {
  return loaded.value ? sourceWords(loaded.value) : undefined;
}

function Entry({ term, words, source }: { term: string; words: string; source: string | undefined }) {
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
