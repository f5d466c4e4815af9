/** What does this coverage say, and what is wrong with it? The text on the left, on the right what the engine reads in it. */
import type { Diagnostic, LoadedCoverage } from "../../engine/engine";
import { Status } from "../../kit/status";
import * as readings from "../../store/readings";
import { documents } from "../../store/work";
import { FailureCard, OrFailure } from "../common/failure";
import { Problems } from "../common/problems";
import { commonWords, mistakeWords, problemWords } from "../common/words";
import { startWords } from "../documents/words";
import { Unselected } from "../findings/card";
import { Truncated } from "../findings/truncated";
import { findingWords } from "../findings/words";
import { Worklist } from "../findings/worklist";
import { labelOf, TextField } from "../text/field";
import { showSpan } from "./actions";
import { AskedCareType } from "./asked-care-type";
import { Guarantees } from "./guarantees";
import { analysis, marks } from "./model";
import { coverageWords } from "./words";

const TEXT = "coverage";

export function CoverageView() {
  return (
    <div class="columns">
      <section class="column text-column" aria-labelledby={labelOf(TEXT)}>
        <TextField name={TEXT} label={coverageWords.text} document={documents.coverage} marks={marks} />
      </section>
      <section class="column" aria-label={coverageWords.title}>
        <Reading />
      </section>
    </div>
  );
}

function Reading() {
  const [catalog, coverage, compiled] = [readings.catalog.value, readings.coverage.value, readings.compiled.value];
  const brokenText = coverage.state === "broken" && (
    <Broken title={coverageWords.brokenTitle} words={mistakeWords(coverage.mistake)} offset={coverage.mistake.offset} />
  );
  if (catalog.state === "none")
    return (
      <>
        {brokenText}
        <p class="empty">{startWords.needCatalog}</p>
      </>
    );
  if (catalog.state === "broken")
    return [brokenText, <Broken title={coverageWords.refusedCatalog} words={mistakeWords(catalog.mistake)} />];
  if (catalog.state === "refused") return [brokenText, <Refused title={coverageWords.refusedCatalog} diagnostics={catalog.diagnostics} />];
  if (catalog.state === "failed") return [brokenText, <FailureCard code={catalog.code} />];
  const warnings = catalog.value.warnings;
  return (
    <>
      {brokenText}
      {coverage.state === "failed" ? <FailureCard code={coverage.code} /> : <Worklist coverage={compiled} />}
      {coverage.state !== "ready" && compiled && <p class="hint">{coverageWords.stale}</p>}
      {coverage.state === "none" && <p class="empty">{startWords.needCoverage}</p>}
      {compiled && (
        <div class={coverage.state === "ready" ? undefined : "stale"}>
          <OrFailure>
            <Content coverage={compiled} />
          </OrFailure>
        </div>
      )}
      {warnings.length > 0 && (
        <details class="card">
          <summary>{coverageWords.catalogWarnings}</summary>
          <Problems diagnostics={warnings} />
        </details>
      )}
    </>
  );
}

function Content({ coverage }: { coverage: LoadedCoverage }) {
  const found = analysis.value;
  if (found === null) return null;
  return (
    <>
      <AskedCareType coverage={coverage} />
      <Truncated catalog={coverage.catalog} truncated={found.truncated} title={findingWords.truncated} />
      <Guarantees coverage={coverage} />
      <Unselected coverage={coverage} analysis={found} />
    </>
  );
}

function Broken({ title, words, offset }: { title: string; words: string; offset?: number }) {
  return (
    <div class="card bad-card">
      <p>
        <Status tone="bad" word={title} />
      </p>
      <p>{words}</p>
      {offset !== undefined && (
        <p>
          <button type="button" onClick={() => showSpan({ start: offset, end: offset + 1 })}>
            {commonWords.show}
          </button>
        </p>
      )}
    </div>
  );
}

function Refused({ title, diagnostics }: { title: string; diagnostics: readonly Diagnostic[] }) {
  return (
    <div class="card bad-card">
      <p role="status">
        <Status tone="bad" word={title} /> {problemWords.title(diagnostics.length)}
      </p>
      <Problems diagnostics={diagnostics} />
    </div>
  );
}
