/** The name of a guarantee, to be changed in place, and what can be done with the whole of it. */
import { useRef, useState } from "preact/hooks";
import { takesFocus } from "../../kit/focus";
import type { Editor } from "../../store/editor/editor";
import { useEditor } from "../common/editor";
import { ProblemsAt } from "../findings/at";
import { addGuarantee, beginRenaming, duplicateGuarantee, moveGuarantee, removeGuarantee, renameGuarantee, showInText } from "./actions";
import { type GuaranteeItem, guaranteeItems, pointerOf } from "./guarantee-list";
import { nameFieldId, renameId, renamedGuarantee } from "./model";
import { isWrong } from "./problems-here";
import { formWords } from "./words";

export function CardTools({ item, isLast }: { item: GuaranteeItem; isLast: boolean }) {
  const editor = useEditor();
  const { index, name } = item;
  const pointer = pointerOf(index);
  return (
    <div class="card-tools">
      {renamedGuarantee(editor).value === item.id && <NameField item={item} />}
      <ProblemsAt pointer={`${pointer}/name`} />
      <div class="tools" role="group" aria-label={formWords.tools(name)}>
        <button
          type="button"
          id={renameId(index)}
          aria-expanded={renamedGuarantee(editor).value === item.id}
          ref={takesFocus(editor.focusOf(renameId(index)))}
          onClick={() => (renamedGuarantee(editor).value === item.id ? (renamedGuarantee(editor).value = null) : beginRenaming(editor, item.id, index))}
        >
          {formWords.rename}
        </button>
        <button type="button" onClick={() => addGuarantee(editor, index + 1)}>
          {formWords.addAfter}
        </button>
        <button type="button" onClick={() => duplicateGuarantee(editor, index)}>
          {formWords.duplicate}
        </button>
        <button type="button" disabled={index === 0} onClick={() => moveGuarantee(editor, index, index - 1)}>
          {formWords.up}
        </button>
        <button type="button" disabled={isLast} onClick={() => moveGuarantee(editor, index, index + 1)}>
          {formWords.down}
        </button>
        <button type="button" onClick={() => showInText(editor, pointer)}>
          {formWords.showText}
        </button>
        <button type="button" onClick={() => removeGuarantee(editor, index)}>
          {formWords.remove}
        </button>
      </div>
    </div>
  );
}

/** Why this cannot be the name of the guarantee that is called `name`; null where it can. */
function problemOf(editor: Editor, typed: string | null, name: string): string | null {
  const wanted = typed?.trim();
  if (wanted === undefined || wanted === name) return null;
  if (wanted === "") return formWords.nameEmpty;
  return guaranteeItems(editor).value?.some((other) => other.name === wanted) ? formWords.nameTaken(wanted) : null;
}

/** The new name counts once it is typed: half a name would rename limits, or be that of another guarantee. */
function NameField({ item: { id: guarantee, index, name } }: { item: GuaranteeItem }) {
  const editor = useEditor();
  const [, redraw] = useState({});
  // The field is left, too, when it goes: after Escape nothing is typed any more.
  const typed = useRef<string | null>(null);
  const id = nameFieldId(index);
  const problem = problemOf(editor, typed.current, name);
  const type = (text: string | null) => {
    typed.current = text;
    redraw({});
  };
  const take = () => {
    const wanted = typed.current?.trim();
    if (wanted === undefined || problemOf(editor, wanted, name) !== null) return;
    type(null);
    renameGuarantee(editor, index, wanted);
  };
  const leave = () => {
    if (renamedGuarantee(editor).value === guarantee) renamedGuarantee(editor).value = null;
    editor.focusOn(renameId(index));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && problem === null) {
      // Else the key would press the button that has the focus then.
      event.preventDefault();
      take();
      leave();
    } else if (event.key === "Escape") {
      type(null);
      leave();
    }
  };
  return (
    <div class="field">
      <label for={id}>{formWords.guaranteeName}</label>
      <input
        id={id}
        class="guarantee-name"
        data-own-undo
        autocomplete="off"
        spellcheck={false}
        value={typed.current ?? name}
        aria-invalid={problem !== null || isWrong(editor, `${pointerOf(index)}/name`) ? "true" : undefined}
        aria-describedby={`${id}-hint`}
        ref={takesFocus(editor.focusOf(id))}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={take}
      />
      <p id={`${id}-hint`} class={problem ? "hint bad" : "hint"} role={problem ? "alert" : undefined}>
        {problem ?? formWords.guaranteeNameHint}
      </p>
    </div>
  );
}
