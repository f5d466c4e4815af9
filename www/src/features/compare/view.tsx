/** What changes for members from one version to another? The two versions on the left, on the right the differences. */
import { commonWords, mistakeWords } from "../common/words";
import { loadedWords, startWords } from "../documents/words";
import { compareWords } from "./words";
import { keepVersion, loadExampleComparison } from "../documents/actions";
import type { ComponentChildren } from "preact";
import type { LoadedCatalog, LoadedCoverage, Reading } from "../../engine/engine";
import { openAndPaste } from "../../shell/header";
import { problems } from "../common/problems";
import type { Results } from "../../store/results";
import { getState, replaceWork, updateWork, type OtherVersion, type State } from "../../store/state";
import { status } from "../../kit/status";
import { differences } from "./differences";
import { showSpan } from "../coverage/text";
import { failureHelp, orFailure } from "../common/failure";
import { startPanel } from "../documents/start";

export function compareView(state: State, results: Results): ComponentChildren {
  const { work } = state;
  if (work.catalog === null || (work.coverage === null && work.other === null)) {
    return startPanel(work.coverage === null ? compareWords.lead : startWords.needCatalog, exampleButton());
  }
  const { other } = work;
  const inHand = (
    <article class="card version" aria-labelledby="version-in-hand">
      {handCard(state, results)}
    </article>
  );
  if (other === null)
    return (
      <div class="columns compare-columns">
        <section class="column" aria-label={compareWords.versions}>
          {inHand}
        </section>
        {chooser()}
      </div>
    );
  const toCompare = (
    <article class="card version" aria-labelledby="version-other">
      {otherCard(other, results)}
    </article>
  );
  const swap = (
    <button
      type="button"
      class="swap"
      onClick={() => updateWork({ other: { ...other, isBefore: !other.isBefore } })}
    >{`⇅ ${compareWords.swap}`}</button>
  );
  // Without keys, so that the button, between them, stays the same element and keeps the focus.
  return (
    <div class="columns compare-columns">
      <section class="column" aria-label={compareWords.versions}>
        {other.isBefore ? (
          <>
            {toCompare}
            {swap}
            {inHand}
          </>
        ) : (
          <>
            {inHand}
            {swap}
            {toCompare}
          </>
        )}
      </section>
      <section class="column" aria-labelledby="differences-title">
        {comparison(state, results, other)}
      </section>
    </div>
  );
}

function exampleButton(): ComponentChildren {
  return (
    <button type="button" onClick={() => void loadExampleComparison()}>
      {compareWords.example}
    </button>
  );
}

function handCard({ work }: State, { catalog, coverage, compiled }: Results): ComponentChildren {
  const position = work.other === null ? null : work.other.isBefore ? compareWords.after : compareWords.before;
  return (
    <>
      <h2 id="version-in-hand">{position === null ? compareWords.inHand : compareWords.position(position, compareWords.inHand)}</h2>
      <dl>
        {entry(
          loadedWords.coverage,
          coverage.state === "ready" ? versionOf(compiled) : coverage.state === "none" ? loadedWords.none : loadedWords.broken,
          work.coverage?.source,
        )}
        {entry(loadedWords.catalog, sizeOf(catalog), work.catalog?.source)}
      </dl>
      <div class="bar">
        <a href="#coverage">{compareWords.edit}</a>
        {work.other !== null && work.coverage !== null && (
          <button type="button" onClick={keepVersion} title={compareWords.keepHint}>
            {compareWords.keep}
          </button>
        )}
      </div>
    </>
  );
}

function otherCard(other: OtherVersion, { other: read }: Results): ComponentChildren {
  const words =
    other.coverage === null ? compareWords.sameCoverage : read.coverage.state === "ready" ? versionOf(read.coverage.value) : loadedWords.broken;
  return (
    <>
      <h2 id="version-other">{compareWords.position(other.isBefore ? compareWords.before : compareWords.after, compareWords.other)}</h2>
      <dl>
        {entry(loadedWords.coverage, words, other.coverage?.source)}
        {entry(loadedWords.catalog, other.catalog === null ? compareWords.sameCatalog : sizeOf(read.catalog), other.catalog?.source)}
      </dl>
      <div class="bar">
        {openAndPaste("other")}
        <button type="button" class="quiet" onClick={() => replaceWork({ ...getState().work, other: null }, compareWords.removed)}>
          {compareWords.remove}
        </button>
      </div>
    </>
  );
}

function entry(term: string, words: string, source: string | undefined): ComponentChildren {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {words}
        {source !== undefined && <span class="muted">{` · ${source}`}</span>}
      </dd>
    </div>
  );
}

function versionOf(coverage: LoadedCoverage | null): string {
  return coverage === null ? loadedWords.broken : loadedWords.version(coverage.payload.name, coverage.payload.version);
}

function sizeOf(catalog: Reading<LoadedCatalog>): string {
  return catalog.state === "ready" ? loadedWords.catalogSize(catalog.value.types.size, catalog.value.groups.size) : loadedWords.broken;
}

/** Nothing to compare yet: the ways to a second version. */
function chooser(): ComponentChildren {
  return (
    <section class="column start-compare" aria-labelledby="choose-title">
      <h2 id="choose-title">{compareWords.chooseTitle}</h2>
      <p>{compareWords.choose}</p>
      <div class="bar">
        <button type="button" class="primary" onClick={keepVersion}>
          {compareWords.keep}
        </button>
        {openAndPaste("other")}
        {exampleButton()}
      </div>
      <p class="hint">{loadedWords.openHint}</p>
    </section>
  );
}

function comparison(state: State, results: Results, other: OtherVersion): ComponentChildren {
  const { coverage, compiled, other: read } = results;
  const compared = read.coverage.state === "ready" ? read.coverage.value : null;
  const inHand =
    coverage.state !== "ready" &&
    brokenSide(compareWords.brokenHand, coverage, results.text, (offset) => showSpan({ start: offset, end: offset + 1 }));
  const toCompare =
    read.catalog.state !== "ready" && read.catalog.state !== "none"
      ? brokenSide(compareWords.brokenCatalog, read.catalog)
      : read.coverage.state !== "ready" && brokenSide(compareWords.brokenOther, read.coverage, read.text);
  return (
    <>
      <h2 id="differences-title">{compareWords.title}</h2>
      {inHand}
      {other.coverage === null && inHand ? null : toCompare}
      {compiled &&
        compared && [
          coverage.state !== "ready" && <p class="hint">{compareWords.stale}</p>,
          orFailure(() =>
            other.isBefore ? differences(state, compared, compiled, "after") : differences(state, compiled, compared, "before"),
          ),
        ]}
    </>
  );
}

/** Where a side cannot be read; `show` leads to the place, where the page has it. */
function brokenSide(title: string, side: Reading<unknown>, text?: string, show?: (offset: number) => void): ComponentChildren {
  return (
    <div class="card bad-card">
      <p>{status("bad", title)}</p>
      {side.state === "none" && <p>{compareWords.noCoverage}</p>}
      {side.state === "broken" && (
        <>
          <p>{mistakeWords(side.mistake)}</p>
          {show && (
            <p>
              <button type="button" onClick={() => show(side.mistake.offset)}>
                {commonWords.show}
              </button>
            </p>
          )}
        </>
      )}
      {side.state === "refused" && problems(side.diagnostics, text)}
      {side.state === "failed" && failureHelp(side.code)}
    </div>
  );
}
