/** What will people read? The coverage as a benefit table, and below it what the table does not say. */
import { useLayoutEffect } from "preact/hooks";
import { FORMATS } from "../../engine/table";
import { Menu } from "../../kit/menu";
import { Status } from "../../kit/status";
import { catalog, compiled, coverage } from "../../store/readings";
import { documents } from "../../store/work";
import { date } from "../common/counting";
import { FailureCard } from "../common/failure";
import { DateField } from "../common/fields";
import { StartPanel } from "../documents/start";
import { startWords } from "../documents/words";
import { chooseDate, downloadTable } from "./actions";
import { askForData, fetched } from "./data";
import { CellDialog } from "./cell-dialog";
import { Grid } from "./grid";
import { askedDate, chosenDate, comparedState, making, table } from "./model";
import { Unsaid } from "./unsaid";
import { tableWords as w } from "./words";
import "./style.css";

export function TableView() {
  const [types, text, hand] = [catalog.value, coverage.value, compiled.value];
  if (types.state === "failed") return <FailureCard code={types.code} />;
  if (text.state === "failed" && hand === null) return <FailureCard code={text.code} />;
  if (types.state !== "ready") {
    const isAlone = !documents.catalog.isThere.value && documents.coverage.isThere.value;
    return <StartPanel lead={isAlone ? startWords.needCatalog : w.lead} />;
  }
  if (hand === null) return <StartPanel lead={text.state === "none" ? w.lead : startWords.unreadableCoverage} />;
  return <Made />;
}

function Made() {
  useLayoutEffect(askForData, []);
  useLayoutEffect(() => making.start(), []);
  const shown = table.value;
  const compared = comparedState.value;
  return (
    <div class="tabled">
      <Settings />
      <States />
      <CellDialog />
      {(compared === "other_catalog" || compared === "unreadable") && <p class="hint no-print">{w.compared[compared]}</p>}
      {shown && (
        <div class={making.isBehind.value ? "tabled-answer is-behind" : "tabled-answer"} aria-busy={making.isBehind.value}>
          {shown.headings.length === 0 ? <p class="empty">{w.empty}</p> : <Grid table={shown} />}
          <Unsaid table={shown} />
        </div>
      )}
    </div>
  );
}

function Settings() {
  const shown = table.value;
  return (
    <section class="card tabled-settings no-print" aria-label={w.settings}>
      <DateField
        id="table-date"
        label={w.date}
        value={chosenDate.value ?? ""}
        placeholder={date(askedDate.value)}
        hint={w.dateHint}
        isOptional
        oncommit={chooseDate}
      />
      <div class="bar">
        <button type="button" disabled={shown === null} onClick={() => print()}>
          {w.print}
        </button>
        {shown && (
          <Menu id="table-download" label={w.download}>
            {() => FORMATS.map((format) => (
              <button type="button" key={format} onClick={() => void downloadTable(shown, format)}>
                {w.formats[format]}
              </button>
            ))}
          </Menu>
        )}
      </div>
    </section>
  );
}

function States() {
  const data = fetched.value;
  const failed = making.answer.value?.answer.state === "failed" && !making.isBehind.value;
  return (
    <>
      <div role="status" class="tabled-state">
        {coverage.value.state !== "ready" && <p class="hint">{w.states.brokenCoverage}</p>}
        {data.state === "loading" && <p class="hint">{w.states.loading}</p>}
        {making.isSlow.value && <p class="hint">{w.states.computing}</p>}
      </div>
      {data.state === "failed" && <Failed title={w.states.notFetched} again={askForData} />}
      {failed && <Failed title={w.states.failed} help={w.states.failedHelp} again={() => making.again()} />}
    </>
  );
}

function Failed({ title, help, again }: { title: string; help?: string; again: () => void }) {
  return (
    <div class="card bad-card" role="alert">
      <p>
        <Status tone="bad" word={title} />
      </p>
      {help && <p>{help}</p>}
      <p>
        <button type="button" onClick={again}>
          {w.states.again}
        </button>
      </p>
    </div>
  );
}
