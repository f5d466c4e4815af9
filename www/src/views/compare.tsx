/** What changes for members from one version to another? The two versions on the left, on the right the differences. */
import { keepVersion, loadExampleComparison } from "../documents";
import type { ComponentChildren } from "preact";
import type { LoadedCatalog, LoadedCoverage, Reading } from "../engine";
import { openAndPaste } from "../header";
import { messages as m } from "../messages";
import { problems } from "../problems";
import type { Results } from "../results";
import { getState, replaceWork, updateWork, type OtherVersion, type State } from "../state";
import { status } from "../status";
import { differences } from "./compare-differences";
import { showSpan } from "./coverage-text";
import { failureHelp, orFailure } from "./failure";
import { startPanel } from "./start";

export function compareView(state: State, results: Results): ComponentChildren {
  const { work } = state;
  if (work.catalog === null || (work.coverage === null && work.other === null)) {
    return startPanel(work.coverage === null ? m.compare.lead : m.start.needCatalog, exampleButton());
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
        <section class="column" aria-label={m.compare.versions}>
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
    >{`⇅ ${m.compare.swap}`}</button>
  );
  // Without keys, so that the button, between them, stays the same element and keeps the focus.
  return (
    <div class="columns compare-columns">
      <section class="column" aria-label={m.compare.versions}>
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
      {m.compare.example}
    </button>
  );
}

function handCard({ work }: State, { catalog, coverage, compiled }: Results): ComponentChildren {
  const position = work.other === null ? null : work.other.isBefore ? m.compare.after : m.compare.before;
  return (
    <>
      <h2 id="version-in-hand">{position === null ? m.compare.inHand : m.compare.position(position, m.compare.inHand)}</h2>
      <dl>
        {entry(
          m.loaded.coverage,
          coverage.state === "ready" ? versionOf(compiled) : coverage.state === "none" ? m.loaded.none : m.loaded.broken,
          work.coverage?.source,
        )}
        {entry(m.loaded.catalog, sizeOf(catalog), work.catalog?.source)}
      </dl>
      <div class="bar">
        <a href="#coverage">{m.compare.edit}</a>
        {work.other !== null && work.coverage !== null && (
          <button type="button" onClick={keepVersion} title={m.compare.keepHint}>
            {m.compare.keep}
          </button>
        )}
      </div>
    </>
  );
}

function otherCard(other: OtherVersion, { other: read }: Results): ComponentChildren {
  const words =
    other.coverage === null ? m.compare.sameCoverage : read.coverage.state === "ready" ? versionOf(read.coverage.value) : m.loaded.broken;
  return (
    <>
      <h2 id="version-other">{m.compare.position(other.isBefore ? m.compare.before : m.compare.after, m.compare.other)}</h2>
      <dl>
        {entry(m.loaded.coverage, words, other.coverage?.source)}
        {entry(m.loaded.catalog, other.catalog === null ? m.compare.sameCatalog : sizeOf(read.catalog), other.catalog?.source)}
      </dl>
      <div class="bar">
        {openAndPaste("other")}
        <button type="button" class="quiet" onClick={() => replaceWork({ ...getState().work, other: null }, m.compare.removed)}>
          {m.compare.remove}
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
  return coverage === null ? m.loaded.broken : m.loaded.version(coverage.payload.name, coverage.payload.version);
}

function sizeOf(catalog: Reading<LoadedCatalog>): string {
  return catalog.state === "ready" ? m.loaded.catalogSize(catalog.value.types.size, catalog.value.groups.size) : m.loaded.broken;
}

/** Nothing to compare yet: the ways to a second version. */
function chooser(): ComponentChildren {
  return (
    <section class="column start-compare" aria-labelledby="choose-title">
      <h2 id="choose-title">{m.compare.chooseTitle}</h2>
      <p>{m.compare.choose}</p>
      <div class="bar">
        <button type="button" class="primary" onClick={keepVersion}>
          {m.compare.keep}
        </button>
        {openAndPaste("other")}
        {exampleButton()}
      </div>
      <p class="hint">{m.loaded.openHint}</p>
    </section>
  );
}

function comparison(state: State, results: Results, other: OtherVersion): ComponentChildren {
  const { coverage, compiled, other: read } = results;
  const compared = read.coverage.state === "ready" ? read.coverage.value : null;
  const inHand =
    coverage.state !== "ready" &&
    brokenSide(m.compare.brokenHand, coverage, results.text, (offset) => showSpan({ start: offset, end: offset + 1 }));
  const toCompare =
    read.catalog.state !== "ready" && read.catalog.state !== "none"
      ? brokenSide(m.compare.brokenCatalog, read.catalog)
      : read.coverage.state !== "ready" && brokenSide(m.compare.brokenOther, read.coverage, read.text);
  return (
    <>
      <h2 id="differences-title">{m.compare.title}</h2>
      {inHand}
      {other.coverage === null && inHand ? null : toCompare}
      {compiled &&
        compared && [
          coverage.state !== "ready" && <p class="hint">{m.compare.stale}</p>,
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
      {side.state === "none" && <p>{m.compare.noCoverage}</p>}
      {side.state === "broken" && (
        <>
          <p>{m.mistake(side.mistake)}</p>
          {show && (
            <p>
              <button type="button" onClick={() => show(side.mistake.offset)}>
                {m.coverage.show}
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
