/** The table as it was read, place by place, each with how it is with it; below the one that is open, its details. */
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { takesFocus } from "../../kit/focus";
import { ScrollBox } from "../../kit/scroll-box";
import { whenThereIsTime } from "../../kit/slices";
import { Icon } from "../../kit/status";
import { controlFocus } from "../../store/page";
import { closePlace, openPlace } from "./go-through";
import { Detail } from "./detail";
import { reading, sheet } from "./model";
import { lettersOf, placeName, type SheetRow, shortName, type Spot } from "./spots";
import { TONES } from "./tones";
import { FIRST_ROWS, idOf, isShown, openKey, ROWS_AT_REST, shownCount, shownRows } from "./view-state";
import { importWords } from "./words";

export function SheetGrid() {
  const { grid: w } = importWords;
  const { rows, more } = shownRows.value;
  const width = sheet.value!.grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  const names = new Map(reading.value!.formulas.flatMap(({ name, columns }) => columns.map((column) => [column, name] as const)));
  const draw = useDrawnRows(width);
  const isGrowing = more > 0 && rows.length < ROWS_AT_REST;
  useEffect(() => (isGrowing ? whenThereIsTime(() => (shownCount.value = rows.length + FIRST_ROWS)) : undefined), [isGrowing, rows.length]);
  return (
    <div class="import-table">
      {rows.length === 0 && <p class="empty">{w.empty}</p>}
      {rows.length > 0 && (
        <ScrollBox label={w.region} hint={w.scroll}>
          <table class="import-grid">
            <thead>
              <tr>
                <th scope="col">
                  <span class="visually-hidden">{w.row}</span>
                </th>
                {Array.from({ length: width }, (_, column) => (
                  <th scope="col" key={column}>
                    {lettersOf(column)} {names.has(column) && <span lang="fr">{shortName(names.get(column)!)}</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{rows.map(draw)}</tbody>
          </table>
        </ScrollBox>
      )}
      {more > 0 && !isGrowing && (
        <p>
          <button type="button" onClick={() => (shownCount.value = rows.length + ROWS_AT_REST)}>
            {w.more(Math.min(more, ROWS_AT_REST))}
          </button>
        </p>
      )}
    </div>
  );
}

/** A row that looks as it did is not drawn again: a table has hundreds of places, and most stay as they are. */
function useDrawnRows(width: number): (row: SheetRow) => VNode {
  const drawn = useRef(new Map<number, { as: string; node: VNode }>());
  const [open, focus] = [openKey.value, controlFocus.value];
  return (row) => {
    const isTouched = row.spots.some(({ key }) => key === open || idOf(key) === focus?.id);
    const as = isTouched ? "" : `${width} ${row.spots.map(({ key, span, text, state, isTyped, isRepeated, cell }) => [key, span, text, state, isTyped, isRepeated, isShown(state), cell !== null].join()).join("\n")} ${row.read?.kind}`;
    const known = drawn.current.get(row.row);
    if (!isTouched && known?.as === as) return known.node;
    const node = <Row key={row.row} row={row} width={width} open={open} focus={focus} />;
    drawn.current.set(row.row, { as, node });
    return node;
  };
}

interface RowProps {
  row: SheetRow;
  width: number;
  open: string | null;
  focus: { id: string; request: object } | null;
}

function Row({ row, width, open, focus }: RowProps) {
  const shown = row.spots.find(({ key }) => key === open);
  return (
    <>
      <tr class={`import-row ${row.read?.kind ?? ""}`}>
        <th scope="row">{row.row + 1}</th>
        {row.spots.map((spot) => (
          <Place key={spot.key} spot={spot} isOpen={spot === shown} isFaint={!isShown(spot.state)} focus={focus?.id === idOf(spot.key) ? focus.request : null} />
        ))}
      </tr>
      {shown && (
        <tr class="import-detail-row">
          <td colSpan={width + 1}>
            <Detail key={shown.key} row={row} spot={shown} />
          </td>
        </tr>
      )}
    </>
  );
}

function Place({ spot, isOpen, isFaint, focus }: { spot: Spot; isOpen: boolean; isFaint: boolean; focus: object | null }) {
  const { grid: w, stateNames } = importWords;
  const { key, row, column, text, state, span, isRepeated, isTyped, cell } = spot;
  if (text.trim() === "" && cell === null) return <td colSpan={span} class="import-empty" />;
  return (
    <td colSpan={span} class={`import-place ${state}${isFaint ? " is-faint" : ""}${isOpen ? " is-open" : ""}`}>
      <button type="button" id={idOf(key)} class="import-cell" aria-expanded={isOpen} ref={takesFocus(focus)} onClick={() => (isOpen ? closePlace() : openPlace(key))}>
        <span class="visually-hidden">{w.of(placeName(row, column))}</span>
        <span lang="fr" class={isRepeated ? "import-text muted" : "import-text"}>
          {text}
        </span>
        {state !== "text" && (
          <span class={`status ${TONES[state]}`}>
            <Icon tone={TONES[state]} />
            <span>{isTyped ? `${stateNames[state]}, ${w.typed}` : stateNames[state]}</span>
          </span>
        )}
      </button>
    </td>
  );
}
