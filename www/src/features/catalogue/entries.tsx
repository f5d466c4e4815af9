/** The tree of groups and their care types, or what is found by a typed text. */
import type { LoadedCatalog } from "../../engine/engine";
import { Status } from "../../kit/status";
import { Tree } from "../../kit/tree";
import { listState } from "../../store/lists";
import { SearchBox } from "../common/lists";
import { detailOf } from "../picker/option";
import { usePreparedSearch } from "../picker/prepared";
import { type CatalogRow, keyOf, rowsOf } from "../picker/rows";
import { pickerWords } from "../picker/words";
import { choose, expand, SEARCH, DETAILS_ID } from "./actions";
import { chosen, drafts, expanded, onlyUnselected, selectedBy, unselectedCount } from "./model";
import { catalogueWords as w } from "./words";

const NAMES_SHOWN = 2;

export function Entries({ catalog }: { catalog: LoadedCatalog }) {
  usePreparedSearch(catalog);
  const text = listState(SEARCH).typed.value;
  const selected = selectedBy.value;
  const isFiltered = onlyUnselected.value && selected !== null;
  const rows = rowsOf(catalog, {
    text,
    expanded: expanded.value,
    isShown: isFiltered ? (careType) => !selected.has(careType) : undefined,
    isGroupShown: () => !isFiltered,
  });
  const current = currentRow(rows);
  return (
    <>
      <SearchBox list={SEARCH} label={w.find} />
      {selected !== null && <Filter total={catalog.types.size} />}
      <div role="status">{rows.length === 0 && <p class="empty">{emptyWords(text, isFiltered)}</p>}</div>
      {rows.length > 0 && (
        <>
          <Tree
            id="catalogue-tree"
            label={w.tree}
            rows={rows}
            current={current}
            onexpand={(row, isExpanded) => expand(row.key, isExpanded)}
            onchoose={chooseRow}
            draw={(row) => <RowWords catalog={catalog} row={row} />}
          />
          <p class="hint">{w.treeHint}</p>
        </>
      )}
    </>
  );
}

function emptyWords(text: string, isFiltered: boolean): string {
  if (text.trim() === "") return isFiltered ? w.everythingSelected : w.empty;
  return isFiltered ? w.noneUnselected(text.trim()) : w.none(text.trim());
}

/** A care type may be under several groups: the first row that shows it. */
function currentRow(rows: readonly CatalogRow[]): string | null {
  const now = chosen.value;
  return now && (rows.find(({ hit }) => hit.of === now.of && hit.shortCode === now.shortCode)?.key ?? null);
}

/** On a narrow screen the details are below the tree. */
function chooseRow({ hit: { of, shortCode } }: CatalogRow): void {
  choose({ of, shortCode });
  if (matchMedia("(max-width: 64rem)").matches) setTimeout(() => document.getElementById(DETAILS_ID)?.scrollIntoView({ block: "start" }));
}

function Filter({ total }: { total: number }) {
  const choice = (value: boolean, words: string) => (
    <button type="button" class="chip" aria-pressed={onlyUnselected.value === value} onClick={() => (onlyUnselected.value = value)}>
      {words}
    </button>
  );
  return (
    <div class="chips" role="group" aria-label={w.filter}>
      {choice(false, w.all(total))}
      {choice(true, w.unselected(unselectedCount.value ?? 0))}
    </div>
  );
}

function RowWords({ catalog, row: { hit } }: { catalog: LoadedCatalog; row: CatalogRow }) {
  const { of, shortCode, label, synonym } = hit;
  const guarantees = selectedBy.value === null ? null : (selectedBy.value.get(shortCode) ?? []);
  const details = synonym === null ? [] : [pickerWords.synonym(synonym)];
  if (of === "group") details.push(detailOf(catalog, hit));
  else if (guarantees !== null && guarantees.length > 0)
    details.push(w.selectedBy(guarantees.slice(0, NAMES_SHOWN), guarantees.length - NAMES_SHOWN));
  return (
    <span class="catalog-option">
      <span class="catalog-option-name" title={label}>
        <span class={of === "group" ? "label group-label" : "label"}>{label}</span> {label !== shortCode && <code>{shortCode}</code>}
      </span>
      <span class="catalog-option-detail muted">
        {details.join(" · ")}
        {of === "care_type" && guarantees?.length === 0 && <Status tone="open" word={w.nobody} />}
      </span>
      {drafts.value.has(keyOf(hit)) && (
        <span class="impact">
          <Status tone="info" word={w.isBeingChanged} />
        </span>
      )}
    </span>
  );
}
