/** What changes for members from one version to another? The two versions on the left, on the right the differences. */
import type { LoadedCatalog, LoadedCoverage, Reading } from "../../engine/engine";
import { Status } from "../../kit/status";
import * as readings from "../../store/readings";
import type { LoadedText, OtherVersion } from "../../store/types";
import { replaceWork } from "../../store/replace";
import { documents, otherIsBefore, work as inHand } from "../../store/work";
import { FailureHelp, OrFailure } from "../common/failure";
import { Problems } from "../common/problems";
import { commonWords, mistakeWords } from "../common/words";
import { showSpan } from "../coverage/actions";
import { StartPanel } from "../documents/start";
import { OpenAndPaste } from "../documents/ways-in";
import { loadedWords, sourceWords, startWords } from "../documents/words";
import { keepVersion, loadExampleComparison } from "./actions";
import { Differences } from "./differences";
import { compareWords } from "./words";

export function CompareView() {
  const work = inHand.value;
  if (work.catalog === null || (work.coverage === null && work.other === null)) {
    return <StartPanel lead={work.coverage === null ? compareWords.lead : startWords.needCatalog} other={<ExampleButton />} />;
  }
  const { other } = work;
  const hand = (
    <article class="card version" aria-labelledby="version-in-hand">
      <HandCard />
    </article>
  );
  if (other === null)
    return (
      <div class="columns compare-columns">
        <section class="column" aria-label={compareWords.versions}>
          {hand}
        </section>
        <Chooser />
      </div>
    );
  const toCompare = (
    <article class="card version" aria-labelledby="version-other">
      <OtherCard other={other} />
    </article>
  );
  const swap = (
    <button type="button" class="swap" onClick={() => (otherIsBefore.value = !other.isBefore)}>{`⇅ ${compareWords.swap}`}</button>
  );
  // Without keys, so that the button, between them, stays the same element and keeps the focus.
  return (
    <div class="columns compare-columns">
      <section class="column" aria-label={compareWords.versions}>
        {other.isBefore ? (
          <>
            {toCompare}
            {swap}
            {hand}
          </>
        ) : (
          <>
            {hand}
            {swap}
            {toCompare}
          </>
        )}
      </section>
      <section class="column" aria-labelledby="differences-title">
        <Comparison other={other} />
      </section>
    </div>
  );
}

function ExampleButton() {
  return (
    <button type="button" onClick={() => void loadExampleComparison()}>
      {compareWords.example}
    </button>
  );
}

function HandCard() {
  const work = inHand.value;
  const [catalog, coverage, compiled] = [readings.catalog.value, readings.coverage.value, readings.compiled.value];
  const position = work.other === null ? null : work.other.isBefore ? compareWords.after : compareWords.before;
  return (
    <>
      <h2 id="version-in-hand">{position === null ? compareWords.inHand : compareWords.position(position, compareWords.inHand)}</h2>
      <dl>
        <Entry
          term={loadedWords.coverage}
          words={coverage.state === "ready" ? versionOf(compiled) : coverage.state === "none" ? loadedWords.none : loadedWords.broken}
          loaded={work.coverage}
        />
        <Entry term={loadedWords.catalog} words={sizeOf(catalog)} loaded={work.catalog} />
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

function OtherCard({ other }: { other: OtherVersion }) {
  const [otherCatalog, otherCoverage] = [readings.otherCatalog.value, readings.otherCoverage.value];
  const words =
    other.coverage === null
      ? compareWords.sameCoverage
      : otherCoverage.state === "ready"
        ? versionOf(otherCoverage.value)
        : loadedWords.broken;
  return (
    <>
      <h2 id="version-other">{compareWords.position(other.isBefore ? compareWords.before : compareWords.after, compareWords.other)}</h2>
      <dl>
        <Entry term={loadedWords.coverage} words={words} loaded={other.coverage} />
        <Entry
          term={loadedWords.catalog}
          words={other.catalog === null ? compareWords.sameCatalog : sizeOf(otherCatalog)}
          loaded={other.catalog}
        />
      </dl>
      <div class="bar">
        <OpenAndPaste target="other" />
        <button type="button" class="quiet" onClick={() => replaceWork({ other: null }, compareWords.removed)}>
          {compareWords.remove}
        </button>
      </div>
    </>
  );
}

function Entry({ term, words, loaded }: { term: string; words: string; loaded: LoadedText | null }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {words}
        {loaded && <span class="muted">{` · ${sourceWords(loaded)}`}</span>}
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
function Chooser() {
  return (
    <section class="column start-compare" aria-labelledby="choose-title">
      <h2 id="choose-title">{compareWords.chooseTitle}</h2>
      <p>{compareWords.choose}</p>
      <div class="bar">
        <button type="button" class="primary" onClick={keepVersion}>
          {compareWords.keep}
        </button>
        <OpenAndPaste target="other" />
        <ExampleButton />
      </div>
      <p class="hint">{loadedWords.openHint}</p>
    </section>
  );
}

function Comparison({ other }: { other: OtherVersion }) {
  const coverage = readings.coverage.value;
  const otherCatalog = readings.otherCatalog.value;
  const otherCoverage = readings.otherCoverage.value;
  const text = documents.coverage.read.value;
  const show = (offset: number) => showSpan({ start: offset, end: offset + 1 });
  const isHandBroken = coverage.state !== "ready";
  const isCatalogBroken = otherCatalog.state !== "ready" && otherCatalog.state !== "none";
  return (
    <>
      <h2 id="differences-title">{compareWords.title}</h2>
      {isHandBroken && <BrokenSide title={compareWords.brokenHand} side={coverage} text={text} show={show} />}
      {/* The same text is the same mistake. */}
      {other.coverage === null && isHandBroken ? null : isCatalogBroken ? (
        <BrokenSide title={compareWords.brokenCatalog} side={otherCatalog} />
      ) : (
        otherCoverage.state !== "ready" && (
          <BrokenSide title={compareWords.brokenOther} side={otherCoverage} text={readings.otherDocument.value.read.value} />
        )
      )}
      {readings.compiled.value && otherCoverage.state === "ready" && (
        <>
          {isHandBroken && <p class="hint">{compareWords.stale}</p>}
          <OrFailure>
            <Differences />
          </OrFailure>
        </>
      )}
    </>
  );
}

/** Where a side cannot be read; `show` leads to the place, where the page has it. */
function BrokenSide({
  title,
  side,
  text,
  show,
}: {
  title: string;
  side: Reading<unknown>;
  text?: string;
  show?: (offset: number) => void;
}) {
  return (
    <div class="card bad-card">
      <p>
        <Status tone="bad" word={title} />
      </p>
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
      {side.state === "refused" && <Problems diagnostics={side.diagnostics} text={text} />}
      {side.state === "failed" && <FailureHelp code={side.code} />}
    </div>
  );
}
