/** A table with its settings, what it does not say, and the cell that is typed: of the page, or of an element. */
import type { ComponentType } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { TEXT_FORMATS } from "../../engine/table";
import { Menu } from "../../kit/menu";
import { date } from "../common/counting";
import { Failed } from "../common/failed";
import { DateField } from "../common/fields";
import { downloadTable } from "./actions";
import { CellDialog } from "./cell-dialog";
import { Grid } from "./grid";
import { useTable } from "./state";
import { Unsaid } from "./unsaid";
import { tableWords as w } from "./words";

interface Props {
  /** The call that makes it, to be copied. */
  Copy?: ComponentType | undefined;
}

export function Table({ Copy }: Props) {
  const { askForData, making, columns, table } = useTable();
  useLayoutEffect(askForData, []);
  useLayoutEffect(() => making.start(), []);
  const shown = table.value;
  return (
    <div class="tabled">
      <Head Copy={Copy} />
      <States />
      <CellDialog />
      {columns.value.remarks.map((remark) => (
        <p class="hint no-print">{remark}</p>
      ))}
      {shown && (
        <div class={making.isBehind.value ? "tabled-answer is-behind" : "tabled-answer"} aria-busy={making.isBehind.value}>
          {shown.headings.length === 0 ? <p class="empty">{w.empty}</p> : <Grid table={shown} />}
          <Day />
          <Unsaid table={shown} />
        </div>
      )}
    </div>
  );
}

/** The day whose PMSS counts. */
function Day() {
  const { chosenDate, chooseDate, askedDate } = useTable();
  return (
    <div class="tabled-day no-print">
      <DateField
        id="table-date"
        label={w.date}
        value={chosenDate.value ?? ""}
        placeholder={date(askedDate.value)}
        hint={w.dateHint}
        isOptional
        oncommit={(day) => chooseDate(day === "" ? null : day)}
      />
    </div>
  );
}

function Head({ Copy }: Props) {
  const state = useTable();
  const { print, spreadsheetOf, importTable } = state;
  const shown = state.table.value;
  const formats = spreadsheetOf ? ([...TEXT_FORMATS, "xlsx"] as const) : TEXT_FORMATS;
  return (
    <div class="list-head no-print">
      <h2>{w.title}</h2>
      <div class="bar">
        {importTable && (
          <button type="button" onClick={importTable}>
            {w.import}
          </button>
        )}
        {print && (
          <button type="button" disabled={shown === null} onClick={print}>
            {w.print}
          </button>
        )}
        {shown && (
          <Menu id="table-download" label={w.download}>
            {() => (
              <>
                {formats.map((format) => (
                  <button type="button" key={format} onClick={() => void downloadTable(state, shown, format)}>
                    {w.formats[format]}
                  </button>
                ))}
                {Copy && <Copy />}
              </>
            )}
          </Menu>
        )}
      </div>
    </div>
  );
}

function States() {
  const { editor, data, making, askForData } = useTable();
  const answer = making.answer.value?.answer;
  const failed = answer?.state === "failed" && !making.isBehind.value ? answer : null;
  return (
    <>
      <div role="status" class="tabled-state">
        {editor.coverage.value.state !== "ready" && <p class="hint">{w.states.brokenCoverage}</p>}
        {data.value.state === "loading" && <p class="hint">{w.states.loading}</p>}
        {making.isSlow.value && <p class="hint">{w.states.computing}</p>}
      </div>
      {data.value.state === "failed" && <Failed title={w.states.notFetched} again={askForData} />}
      {failed && <Failed title={w.states.failed} help={failed.cause ?? w.states.failedHelp} again={() => making.again()} />}
    </>
  );
}
