/** What changes for members from one version to another? The two versions at the top, below them the differences. */
import type { Reading } from "../../engine/engine";
import { Status } from "../../kit/status";
import * as readings from "../../store/readings";
import type { OtherVersion } from "../../store/types";
import { documents, otherIsBefore, work as inHand } from "../../store/work";
import { pageEditor } from "../../store/page-editor";
import { calls } from "../code/calls";
import { CopyAs } from "../code/copy-as";
import { FailureHelp, OrFailure } from "../common/failure";
import { Problems } from "../common/problems";
import { commonWords, mistakeWords } from "../common/words";
import { showSpan } from "../coverage/actions";
import { StartPanel } from "../documents/start";
import { OpenAndPaste } from "../documents/ways-in";
import { loadedWords, startWords } from "../documents/words";
import { loadExampleComparison } from "./actions";
import { Differences } from "./differences";
import { HandCard, Keep, OtherCard } from "./sides";
import { StoredVersions } from "./stored";
import { compareWords } from "./words";
import "./style.css";

export function CompareView() {
  const work = inHand.value;
  if (work.catalog === null || (work.coverage === null && work.other === null)) {
    return <StartPanel lead={work.coverage === null ? compareWords.lead : startWords.needCatalog} other={<ExampleButton />} />;
  }
  const { other } = work;
  if (other === null) {
    return (
      <div class="compare">
        <section class="two-versions" aria-label={compareWords.versions}>
          <HandCard />
          <Chooser />
        </section>
      </div>
    );
  }
  // Without keys, so that the button, between them, stays the same element and keeps the focus.
  const swap = (
    <button
      type="button"
      class="swap"
      onClick={() => (otherIsBefore.value = !other.isBefore)}
    >{`⇄ ${compareWords.swap}`}</button>
  );
  return (
    <div class="compare">
      <section class="two-versions" aria-label={compareWords.versions}>
        {other.isBefore ? (
          <>
            <OtherCard other={other} />
            {swap}
            <HandCard />
          </>
        ) : (
          <>
            <HandCard />
            {swap}
            <OtherCard other={other} />
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

/** Nothing to compare yet: the ways to a second version. */
function Chooser() {
  return (
    <section class="card start-compare" aria-labelledby="choose-title">
      <h2 id="choose-title">{compareWords.chooseTitle}</h2>
      <p>{compareWords.choose}</p>
      <div class="bar">
        <Keep primary />
        <OpenAndPaste target="other" />
        <ExampleButton />
      </div>
      <StoredVersions />
      <p class="hint">{loadedWords.openHint}</p>
    </section>
  );
}

function Comparison({ other }: { other: OtherVersion }) {
  const coverage = readings.coverage.value;
  const otherCatalog = readings.otherCatalog.value;
  const otherCoverage = readings.otherCoverage.value;
  const text = documents.coverage.read.value;
  const show = (offset: number) => showSpan(pageEditor, { start: offset, end: offset + 1 });
  const isHandBroken = coverage.state !== "ready";
  const isCatalogBroken = otherCatalog.state !== "ready" && otherCatalog.state !== "none";
  return (
    <>
      <div class="list-head">
        <h2 id="differences-title">{compareWords.title}</h2>
        <CopyAs call={calls.compare.value} />
      </div>
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
