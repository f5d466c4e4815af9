/** The acts of the year as a sheet: rows in the order of their dates, with cells that can be typed. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { LoadedCoverage } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { listState } from "../../store/lists";
import { focusOf } from "../../store/page";
import { More } from "../common/lists";
import { addRow } from "./actions";
import { ADD, cellId, columnOf, NO_ACTS, type YearRow } from "./model";
import { ImportButton } from "./import-button";
import { ActRow } from "./row";
import { yearWords } from "./words";

const LIST = "year/acts";
const SHOWN_FIRST = 50;
const MORE = 200;

export function Table({ coverage, rows }: { coverage: LoadedCoverage; rows: readonly YearRow[] }) {
  const { caption, date, act, beneficiary, quantity, charged, secu, complementary, own, limits } = yearWords.table;
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  const kept = useKeptFocus();
  const number = (title: string) => (
    <th scope="col" class="number">
      {title}
    </th>
  );
  return (
    <div class="card">
      {rows.length === 0 ? (
        <p class="empty" tabindex={-1} ref={takesFocus(focusOf(NO_ACTS))}>
          {yearWords.empty}
        </p>
      ) : (
        <table class="year-acts" {...kept} onKeyDown={(event) => moveByKey(event, rows.slice(0, shown))}>
          <caption>
            <h2>{caption}</h2>
            <p class="hint">{yearWords.sheetHint}</p>
          </caption>
          <thead>
            <tr>
              <th scope="col">{date}</th>
              <th scope="col">{act}</th>
              <th scope="col">{beneficiary}</th>
              {number(quantity)}
              {number(charged)}
              {number(secu)}
              {number(complementary)}
              {number(own)}
              <th scope="col">{limits}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ index }, position) => (
              <ActRow key={index} coverage={coverage} rows={rows} position={position} />
            ))}
          </tbody>
        </table>
      )}
      <More list={LIST} length={rows.length} shown={shown} step={MORE} />
      <div class="bar">
        <button type="button" id={ADD} onClick={() => addRow()}>
          {yearWords.add}
        </button>
        <ImportButton />
      </div>
    </div>
  );
}

/** Enter and the arrows lead down and up in a column, Enter with Shift up; the last row leads to the button that adds one. */
function moveByKey(event: KeyboardEvent, rows: readonly YearRow[]): void {
  const cell = event.target instanceof HTMLInputElement ? columnOf(event.target.id) : null;
  if (cell === null || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const isUp = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
  if (!isUp && event.key !== "ArrowDown" && event.key !== "Enter") return;
  event.preventDefault();
  const at = rows.findIndex(({ index }) => index === cell.index);
  const next = rows[at + (isUp ? -1 : 1)];
  const id = next ? cellId(cell.column, next.index) : isUp ? null : ADD;
  if (id !== null) document.getElementById(id)?.focus();
}

/** A row that moves to another place loses the focus; it goes back to where it was going. What a cell has is selected when it gets the focus. */
function useKeptFocus() {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = wanted.current;
    wanted.current = null;
    if (id !== null && document.activeElement === document.body) document.getElementById(id)?.focus();
  });
  return {
    onFocusOutCapture: ({ relatedTarget }: FocusEvent) => {
      wanted.current = relatedTarget instanceof HTMLElement && relatedTarget.id !== "" ? relatedTarget.id : null;
    },
    onFocusIn: ({ target }: FocusEvent) => {
      if (target instanceof HTMLInputElement && target.type === "text") target.select();
    },
  };
}
