/** A benefit table that is brought in: chosen, read, gone through, and taken. */
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Status } from "../../kit/status";
import { importing } from "../../store/importing";
import { catalog } from "../../store/readings";
import { Failed } from "../common/failed";
import { FailureCard } from "../common/failure";
import { passFocusOn, StartPanel } from "../documents/start";
import { putAway, takeBroughtIn } from "./bring-in";
import { ColumnDialog } from "./column-dialog";
import { askForData, data } from "./data";
import { closePlace, step } from "./go-through";
import { showHistory } from "./history";
import { asking, draft, isNotKept, keepDraft, opening, reading } from "./model";
import { Review } from "./review";
import { openKey } from "./view-state";
import { Ways } from "./ways";
import { Another } from "./another";
import { importWords as w } from "./words";
import "./style.css";

/** A table in place of that of the coverage, or a column that is pasted onto it. */
export function ImportView() {
  useLayoutEffect(takeBroughtIn, []);
  return importing.value === "column" ? <ColumnDialog /> : <TableImport />;
}

function TableImport() {
  const all = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => () => passFocusOn(all.current), []);
  useLayoutEffect(askForData, []);
  useLayoutEffect(keepDraft, []);
  useLayoutEffect(showHistory, []);
  useLayoutEffect(() => asking.start(), []);
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  const types = catalog.value;
  if (types.state === "failed") return <FailureCard code={types.code} />;
  if (types.state !== "ready") {
    return (
      <div class="import" ref={all}>
        <Opening />
        <StartPanel lead={w.needCatalog} other={<Back />} />
      </div>
    );
  }
  const hasTable = draft.value !== null;
  return (
    <div class="import" ref={all}>
      <div class="list-head">
        <h2>{w.title}</h2>
        <div class="bar">
          <Another />
          <Back />
        </div>
      </div>
      <Opening />
      {hasTable ? <Read /> : opening.value.state !== "reading" && <Ways />}
    </div>
  );
}

function Back() {
  return (
    <button type="button" onClick={putAway}>
      {w.putAway}
    </button>
  );
}

/** F8 goes on to the next place, as in the text of a coverage; Escape closes what is open. */
function press(event: KeyboardEvent): void {
  if (document.querySelector("dialog[open]") !== null || event.defaultPrevented) return;
  if (event.key === "F8") {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape" && openKey.value !== null) closePlace();
}

function Opening() {
  const now = opening.value;
  return (
    <>
      <div role="status">{now.state === "reading" && <p class="hint">{w.reading(now.source)}</p>}</div>
      {now.state === "refused" && (
        <div class="card bad-card" role="alert">
          <p>
            <Status tone="bad" word={w.refused[now.why](now.source)} />
          </p>
          {draft.value !== null && <p>{w.before}</p>}
        </div>
      )}
    </>
  );
}

function Read() {
  const failed = asking.answer.value?.state === "failed" && !asking.isBehind.value;
  return (
    <>
      <div role="status">
        {data.value.state === "loading" && <p class="hint">{w.states.loading}</p>}
        {asking.isSlow.value && <p class="hint">{w.states.asking}</p>}
        {isNotKept.value && <p class="hint">{w.states.notKept}</p>}
      </div>
      {data.value.state === "failed" && <Failed title={w.states.notFetched} again={askForData} />}
      {failed && <Failed title={w.states.failed} help={w.states.failedHelp} again={() => asking.again()} />}
      {reading.value !== null && <Review isBehind={asking.isBehind.value} />}
    </>
  );
}
