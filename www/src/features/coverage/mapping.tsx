/** A mapping: which care types it selects, under which conditions, and why a care type is in it or not. */
import { dragEntry, stepOf } from "../../kit/drag-list";
import { takesFocus } from "../../kit/focus";
import { isObject } from "../../kit/json/values";
import { useEditor } from "../common/editor";
import { commonWords } from "../common/words";
import { ProblemsAt } from "../findings/at";
import { duplicateMapping, moveMapping, removeMapping, showInText } from "./actions";
import { CareTypeTable } from "./care-type-table";
import { Conditions } from "./conditions";
import { partOf, pointerOf } from "./guarantee-list";
import { mappingId, movingMapping } from "./model";
import type { MappingProps } from "./mapping-props";
import { Terms } from "./terms";
import { formWords } from "./words";

export function MappingPart(props: MappingProps & { isOnly: boolean; isLast: boolean }) {
  const editor = useEditor();
  const { catalog, item, mapping, value, isOnly } = props;
  const guarantee = item.index;
  const pointer = pointerOf(guarantee, mapping);
  const title = mappingId(guarantee, mapping);
  const drag = formWords.drag(formWords.mappingOf(mapping + 1, item.name));
  const put = (from: number, to: number) => moveMapping(editor, guarantee, from, to);
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (step === 0 || isOfField(event.target)) return;
    event.preventDefault();
    put(mapping, mapping + step);
  };
  const isReadable = isObject(value) && ["selector", "filter"].every((part) => !(part in value) || isObject(value[part]));
  return (
    <li class="mapping-entry" data-entry={mapping} onKeyDown={press}>
      <section class="mapping" role="group" aria-labelledby={title}>
        <div class="mapping-head">
          {!isOnly && (
            <button type="button" class="handle" aria-label={drag} title={drag} onPointerDown={(event) => dragEntry(event, put)}>
              <span aria-hidden="true">⠿</span>
            </button>
          )}
          <h4 id={title} tabindex={-1} ref={takesFocus(editor.focusOf(title))}>
            {commonWords.mapping(mapping + 1)}
          </h4>
          <MappingTools {...props} />
        </div>
        <ProblemsAt pointer={pointer} />
        {isReadable ? (
          <>
            <div class="mapping-words">
              <Terms {...props} />
              <Conditions {...props} />
            </div>
            <CareTypeTable catalog={catalog} guarantee={guarantee} list={`${item.id}/${mapping}`} rows={catalog.explain(partOf(value, "selector"))} />
          </>
        ) : (
          <>
            <p class="empty">{formWords.otherShape}</p>
            <ProblemsAt pointer={`${pointer}/selector`} deep />
            <ProblemsAt pointer={`${pointer}/filter`} deep />
          </>
        )}
      </section>
    </li>
  );
}

function MappingTools({ item, mapping, isOnly, isLast }: MappingProps & { isOnly: boolean; isLast: boolean }) {
  const editor = useEditor();
  const guarantee = item.index;
  return (
    <div class="tools" role="group" aria-label={formWords.tools(formWords.mappingOf(mapping + 1, item.name))}>
      <button type="button" onClick={() => duplicateMapping(editor, guarantee, mapping)}>
        {formWords.duplicate}
      </button>
      {!isOnly && (
        <>
          <button type="button" disabled={mapping === 0} onClick={() => moveMapping(editor, guarantee, mapping, mapping - 1)}>
            {formWords.up}
          </button>
          <button type="button" disabled={isLast} onClick={() => moveMapping(editor, guarantee, mapping, mapping + 1)}>
            {formWords.down}
          </button>
        </>
      )}
      <button type="button" onClick={() => (movingMapping(editor).value = { guarantee, mapping })}>
        {formWords.moveTo}
      </button>
      <button type="button" onClick={() => showInText(editor, pointerOf(guarantee, mapping))}>
        {formWords.showText}
      </button>
      <button type="button" onClick={() => removeMapping(editor, guarantee, mapping)}>
        {formWords.remove}
      </button>
    </div>
  );
}

/** Where Alt with an arrow may mean something else. */
function isOfField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea") !== null;
}
