/** The guarantees as cards, in the order of the text. */
import type { LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { foldLabel, fold } from "../../kit/search";
import { useEditor } from "../common/editor";
import { More, SearchBox, SEARCHED_FROM } from "../common/lists";
import { addGuarantee } from "./actions";
import { GuaranteeCard } from "./card";
import type { GuaranteeItem } from "./guarantee-list";
import { ADD_BUTTON, cursorPlace, GUARANTEE_LIST, openIds } from "./model";
import { coverageWords, formWords } from "./words";

const SHOWN_FIRST = 25;
/** From here on, those out of sight are laid out once they come into sight. */
const MANY = 40;

interface Props {
  catalog: LoadedCatalog;
  coverage: LoadedCoverage | null;
  guarantees: readonly GuaranteeItem[];
}

export function Guarantees({ catalog, coverage, guarantees }: Props) {
  const editor = useEditor();
  const { typed, shown } = editor.listState(GUARANTEE_LIST);
  const words = fold(typed.value.trim());
  const found = words === "" ? guarantees : guarantees.filter(({ name }) => foldLabel(name).includes(words));
  const length = Math.max(SHOWN_FIRST, shown.value ?? 0);
  const open = openIds(editor).value;
  const marked = editor.mode.value === "form" ? undefined : cursorPlace(editor).value?.guarantee;
  return (
    <>
      <div class="list-head">
        <h2>{coverageWords.guarantees(guarantees.length)}</h2>
        {guarantees.length > SEARCHED_FROM && <SearchBox list={GUARANTEE_LIST} label={coverageWords.findGuarantee} />}
      </div>
      {guarantees.length === 0 && <p class="empty">{coverageWords.noGuarantees}</p>}
      <div role="status">{guarantees.length > 0 && found.length === 0 && <p class="empty">{coverageWords.noGuarantee(typed.value)}</p>}</div>
      <ol class={found.length > MANY ? "guarantees many" : "guarantees"}>
        {found.slice(0, length).map((item) => (
          <GuaranteeCard
            key={item.id}
            catalog={catalog}
            coverage={coverage}
            item={item}
            isOpen={open.has(item.id)}
            isLast={item.index === guarantees.length - 1}
            isMarked={item.index === marked}
            canDrag={words === ""}
          />
        ))}
      </ol>
      <More list={GUARANTEE_LIST} length={found.length} shown={length} step={SHOWN_FIRST} />
      <p>
        <button type="button" class="primary" id={ADD_BUTTON} ref={takesFocus(editor.focusOf(ADD_BUTTON))} onClick={() => addGuarantee(editor, guarantees.length)}>
          {formWords.add}
        </button>
      </p>
    </>
  );
}
