/** The catalogue as a tree to choose from: it stays open, so that several are chosen one after the other. */
import { useState } from "preact/hooks";
import type { LoadedCatalog } from "../../engine/engine";
import { Tree } from "../../kit/tree";
import { indexOf } from "./catalog-index";
import type { CatalogEntry, Kinds } from "./hits";
import { type Impact, OptionWords } from "./option";
import { type CatalogRow, checkOf, rowsOf } from "./rows";
import { pickerWords } from "./words";

interface Props {
  catalog: LoadedCatalog;
  id: string;
  kinds: Kinds;
  chosen: ReadonlySet<string>;
  onpick: (entry: CatalogEntry) => void;
  onunpick?: ((entry: CatalogEntry) => void) | undefined;
  impact: Impact | undefined;
  onclose: () => void;
}

export function TreePanel({ catalog, id, kinds, chosen, onpick, onunpick, impact, onclose }: Props) {
  const [text, setText] = useState("");
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const index = indexOf(catalog);
  const isPickable = ({ of }: CatalogEntry) => kinds === "both" || (of === "group") === (kinds === "groups");
  const rows = rowsOf(catalog, { text, expanded }).map((row) => ({ ...row, isChecked: checkOf(index, row.hit, chosen) }));
  const expand = (row: CatalogRow, isExpanded: boolean) => {
    const next = new Set(expanded);
    if (isExpanded) next.add(row.key);
    else next.delete(row.key);
    setExpanded(next);
  };
  const choose = (row: CatalogRow) => {
    const { of, shortCode } = row.hit;
    if (!isPickable(row.hit)) {
      if (row.isExpanded !== undefined) expand(row, !row.isExpanded);
    } else if (chosen.has(shortCode)) onunpick?.({ of, shortCode });
    else if (row.isChecked !== "true" || of === "group") onpick({ of, shortCode });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onclose();
  };
  return (
    <div class="tree-panel" id={id} role="group" aria-label={pickerWords.tree} onKeyDown={press}>
      <div class="bar">
        <input
          type="search"
          aria-label={pickerWords.filter}
          placeholder={pickerWords.filter}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="button" class="quiet" onClick={onclose}>
          {pickerWords.close}
        </button>
      </div>
      <div role="status">{rows.length === 0 && <p class="empty">{text.trim() ? pickerWords.none(text.trim()) : pickerWords.noneOf[kinds]}</p>}</div>
      {rows.length > 0 && (
        <Tree
          id={`${id}-tree`}
          label={pickerWords.tree}
          rows={rows}
          isMulti
          onexpand={expand}
          onchoose={choose}
          draw={({ hit, isChecked }) => (
            <OptionWords
              catalog={catalog}
              hit={hit}
              state={chosen.has(hit.shortCode) ? "chosen" : hit.of === "care_type" && isChecked === "true" ? "through_group" : "open"}
              impact={isPickable(hit) ? impact : undefined}
            />
          )}
        />
      )}
      <p class="hint">{pickerWords.treeHint}</p>
    </div>
  );
}
