/** What do the acts of a year cost a member or a family, and how far do the limits go? */
import { useEffect } from "preact/hooks";
import { Status } from "../../kit/status";
import * as readings from "../../store/readings";
import { documents } from "../../store/work";
import { FailureCard } from "../common/failure";
import { mistakeWords } from "../common/words";
import { StartPanel } from "../documents/start";
import { OpenAndPaste } from "../documents/ways-in";
import { addRow } from "./actions";
import { Import } from "./import";
import { pasteTable } from "./import-actions";
import { ImportButton } from "./import-button";
import { importing } from "./import-model";
import { year, type YearReading } from "./model";
import { Summary } from "./summary";
import { Table } from "./table";
import { ExampleButton, Text } from "./text";
import { UnderVersion } from "./under-version";
import { yearWords } from "./words";
import "./style.css";

export function YearView() {
  useEffect(() => {
    document.addEventListener("paste", pasteTable);
    return () => document.removeEventListener("paste", pasteTable);
  }, []);
  const [catalog, coverage, compiled] = [readings.catalog.value, readings.coverage.value, readings.compiled.value];
  const { isThere } = documents.year;
  if (!documents.catalog.isThere.value || !documents.coverage.isThere.value) {
    return <StartPanel lead={isThere.value ? yearWords.needCoverage : yearWords.lead} other={<ExampleButton />} />;
  }
  if (catalog.state === "failed") return <FailureCard code={catalog.code} />;
  if (coverage.state === "failed" && compiled === null) return <FailureCard code={coverage.code} />;
  if (catalog.state !== "ready" || compiled === null) return <StartPanel lead={yearWords.needReadable} other={<ExampleButton />} />;
  const reading = year.value;
  if (reading === null) {
    return importing.value ? (
      <div class="year">
        <Import />
      </div>
    ) : (
      <Nothing />
    );
  }
  return (
    <div class="year">
      {coverage.state !== "ready" && <p class="hint">{yearWords.stale}</p>}
      {reading.state === "ready" ? (
        <>
          <Summary coverage={compiled} reading={reading} />
          {!reading.hasUses && <p class="hint">{yearWords.manyActs}</p>}
          <Import />
          <Table coverage={compiled} rows={reading.rows} />
          <UnderVersion coverage={compiled} />
        </>
      ) : reading.state === "failed" ? (
        <FailureCard code={reading.code} />
      ) : (
        <Broken reading={reading} />
      )}
      <Text isReady={reading.state === "ready"} />
    </div>
  );
}

function Nothing() {
  return (
    <section class="start" aria-labelledby="year-start">
      <h2 id="year-start">{yearWords.title}</h2>
      <p>{yearWords.lead}</p>
      <div class="bar">
        <ExampleButton />
        <button type="button" onClick={() => addRow()}>
          {yearWords.add}
        </button>
        <ImportButton />
        <OpenAndPaste target="hand" />
      </div>
    </section>
  );
}

function Broken({ reading }: { reading: Exclude<YearReading, { state: "ready" | "failed" }> }) {
  return (
    <div class="card bad-card">
      <p role="status">
        <Status tone="bad" word={reading.state === "broken" ? yearWords.broken : yearWords.notAList} />
      </p>
      {reading.state === "broken" && <p>{mistakeWords(reading.mistake)}</p>}
    </div>
  );
}
