/** What was read: how much of it, what is still to be looked at, the table itself, and what becomes of it. */
import { takesFocus } from "../../kit/focus";
import { Icon, Status } from "../../kit/status";
import { focusOf } from "../../store/page";
import { Assumptions } from "./assumptions";
import { chooseAnother } from "./bring-in";
import { showOnly, step } from "./go-through";
import { SheetGrid } from "./grid";
import { Left } from "./left-part";
import { draft, reading } from "./model";
import { chooseSheet } from "./say";
import { counts, STATES, toSee } from "./spots";
import { TONES } from "./tones";
import { shownState, SUMMARY } from "./view-state";
import { Take } from "./take-part";
import { importWords as w } from "./words";

export function Review({ isBehind }: { isBehind: boolean }) {
  const hasFormula = reading.value!.formulas.length > 0;
  return (
    <div class="import-review" aria-busy={isBehind}>
      <Source />
      {hasFormula ? (
        <>
          <Counts />
          <Assumptions />
        </>
      ) : (
        <div class="card open-card" role="alert">
          <p>
            <Status tone="warn" word={w.states.noFormula} />
          </p>
          <p>{w.states.noFormulaHelp}</p>
        </div>
      )}
      <SheetGrid />
      {hasFormula && <Left />}
      {hasFormula && <Take />}
    </div>
  );
}

function Source() {
  const { source, sheets, sheet } = draft.value!;
  return (
    <section class="card import-source" aria-label={source}>
      <p class="import-name">{source}</p>
      {sheets.length > 1 && (
        <div class="field">
          <label for="import-sheet">{w.sheet}</label>
          <select id="import-sheet" value={String(sheet)} onChange={({ currentTarget: { value } }) => chooseSheet(Number(value))}>
            {sheets.map(({ name, hidden }, at) => (
              <option key={at} value={String(at)}>
                {hidden ? w.hidden(name) : name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="bar-end">
        <button type="button" onClick={chooseAnother}>
          {w.another}
        </button>
      </div>
    </section>
  );
}

function Counts() {
  const { counts: c } = w;
  const found = counts.value;
  const number = (...states: (typeof STATES)[number][]) => states.reduce((sum, state) => sum + (found.get(state) ?? 0), 0);
  const cells = reading.value!.cells;
  const read = cells.filter(({ status }) => status === "read" || status === "nothing").length;
  const left = toSee.value.length;
  const only = shownState.value;
  return (
    <section class="card import-counts" aria-label={c.label}>
      <div class="list-head">
        <h3 id={SUMMARY} tabIndex={-1} ref={takesFocus(focusOf(SUMMARY))}>
          {c.read(read, cells.length)}
        </h3>
        <div class="bar">
          <span role="status">{left === 0 ? <Status tone="good" word={c.none} /> : <Status tone="open" word={c.toSee(left)} />}</span>
          <button type="button" title={c.previousTitle} disabled={left === 0} onClick={() => step(-1)}>
            {c.previous}
          </button>
          <button type="button" title={c.nextTitle} disabled={left === 0} onClick={() => step(1)}>
            {c.next}
          </button>
        </div>
      </div>
      <div class="chips" role="group" aria-label={c.show}>
        <button type="button" class="chip" aria-pressed={only === null} onClick={() => only !== null && showOnly(only)}>
          {c.all}
        </button>
        <button type="button" class="chip" aria-pressed={only === "to_see"} onClick={() => showOnly("to_see")}>
          {`${c.to_see} ${left}`}
        </button>
        {STATES.filter((state) => state !== "text" && number(state) > 0).map((state) => (
          <button type="button" key={state} class="chip import-chip" aria-pressed={only === state} onClick={() => showOnly(state)}>
            <span class={`status ${TONES[state]}`}>
              <Icon tone={TONES[state]} />
            </span>
            {`${w.stateNames[state]} ${number(state)}`}
          </button>
        ))}
      </div>
    </section>
  );
}
