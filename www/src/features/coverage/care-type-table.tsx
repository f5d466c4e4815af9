/** Every care type that a selector touches: selected or left out, and why. */
import type { LoadedCatalog, SelectorExplanation } from "../../engine/engine";
import { search } from "../../kit/search";
import { useEditor } from "../common/editor";
import { SelectedWords, TypeName } from "../common/care-types";
import { fullReason, typeLabel } from "../common/labels";
import { More, SearchBox, SEARCHED_FROM } from "../common/lists";
import { movingType } from "./model";
import { coverageWords, formWords } from "./words";

const ROWS_SHOWN = 10;
const MORE_ROWS = 100;

interface Props {
  catalog: LoadedCatalog;
  guarantee: number;
  list: string;
  rows: SelectorExplanation["care_types"];
}

export function CareTypeTable({ catalog, guarantee, list, rows }: Props) {
  const editor = useEditor();
  const typed = editor.listState(list).typed.value;
  const shown = editor.listState(list).shown.value ?? ROWS_SHOWN;
  const selected = rows.filter((row) => row.selected);
  const found = search(
    [...selected, ...rows.filter((row) => !row.selected)],
    typed,
    (row) => typeLabel(catalog, row.short_code),
    (row) => row.short_code,
  );
  if (rows.length === 0) return null;
  return (
    <div class="care-type-table">
      <div class="list-head">
        <p>{coverageWords.selectedCount(selected.length, rows.length - selected.length)}</p>
        {rows.length > SEARCHED_FROM && <SearchBox list={list} label={coverageWords.findCareType} />}
      </div>
      <div role="status">{found.length === 0 && <p class="empty">{coverageWords.noCareType(typed)}</p>}</div>
      {found.length > 0 && (
        <table class="stacking">
          <thead>
            <tr>
              <th scope="col">{coverageWords.table.careType}</th>
              <th scope="col">{coverageWords.table.why}</th>
              <th scope="col">
                <span class="visually-hidden">{coverageWords.table.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((row) => (
              <tr key={row.short_code}>
                <td>
                  <TypeName catalog={catalog} shortCode={row.short_code} />
                </td>
                <td>
                  <SelectedWords selected={row.selected} /> <span class="why">{fullReason(catalog, row.decided_by, row.overridden)}</span>
                </td>
                <td class="row-action">
                  {row.selected && (
                    <button
                      type="button"
                      class="quiet"
                      aria-label={formWords.moveTypeOf(typeLabel(catalog, row.short_code))}
                      onClick={() => (movingType(editor).value = { guarantee, careType: row.short_code })}
                    >
                      {formWords.moveType}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More list={list} length={found.length} shown={shown} step={MORE_ROWS} />
    </div>
  );
}
