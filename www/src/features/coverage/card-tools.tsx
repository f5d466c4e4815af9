/** The name of a guarantee, to be changed in place, and what can be done with the whole of it. */
import { useState } from "preact/hooks";
import { takesFocus } from "../../kit/focus";
import { focusOf, focusOn } from "../../store/page";
import { ProblemsAt } from "../findings/at";
import { addGuarantee, beginRenaming, duplicateGuarantee, moveGuarantee, removeGuarantee, renameGuarantee, showInText } from "./actions";
import { type GuaranteeItem, guaranteeItems, pointerOf } from "./guarantee-list";
import { nameFieldId, renameId, renamedGuarantee } from "./model";
import { isWrong } from "./problems-here";
import { formWords } from "./words";

export function CardTools({ item, isLast }: { item: GuaranteeItem; isLast: boolean }) {
  const { index, name } = item;
  const pointer = pointerOf(index);
  return (
    <div class="card-tools">
      {renamedGuarantee.value === item.id && <NameField item={item} />}
      <ProblemsAt pointer={`${pointer}/name`} />
      <div class="tools" role="group" aria-label={formWords.tools(name)}>
        <button
          type="button"
          id={renameId(index)}
          aria-expanded={renamedGuarantee.value === item.id}
          ref={takesFocus(focusOf(renameId(index)))}
          onClick={() => (renamedGuarantee.value === item.id ? (renamedGuarantee.value = null) : beginRenaming(item.id, index))}
        >
          {formWords.rename}
        </button>
        <button type="button" onClick={() => addGuarantee(index + 1)}>
          {formWords.addAfter}
        </button>
        <button type="button" onClick={() => duplicateGuarantee(index)}>
          {formWords.duplicate}
        </button>
        <button type="button" disabled={index === 0} onClick={() => moveGuarantee(index, index - 1)}>
          {formWords.up}
        </button>
        <button type="button" disabled={isLast} onClick={() => moveGuarantee(index, index + 1)}>
          {formWords.down}
        </button>
        <button type="button" onClick={() => showInText(pointer)}>
          {formWords.showText}
        </button>
        <button type="button" onClick={() => removeGuarantee(index)}>
          {formWords.remove}
        </button>
      </div>
    </div>
  );
}

/** The new name counts once it is typed: half a name would rename limits, or be that of another guarantee. */
function NameField({ item: { id: guarantee, index, name } }: { item: GuaranteeItem }) {
  const [typed, setTyped] = useState<string | null>(null);
  const id = nameFieldId(index);
  const isTaken = typed !== null && typed.trim() !== name && guaranteeItems.value?.some((other) => other.name === typed.trim());
  const problem = typed === null ? null : typed.trim() === "" ? formWords.nameEmpty : isTaken ? formWords.nameTaken(typed.trim()) : null;
  const take = () => {
    if (typed === null || problem !== null) return;
    setTyped(null);
    if (typed.trim() !== name) renameGuarantee(index, typed.trim());
  };
  const leave = () => {
    if (renamedGuarantee.value === guarantee) renamedGuarantee.value = null;
    focusOn(renameId(index));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && problem === null) {
      // Else the key would press the button that has the focus then.
      event.preventDefault();
      take();
      leave();
    } else if (event.key === "Escape") {
      setTyped(null);
      leave();
    }
  };
  return (
    <div class="field">
      <label for={id}>{formWords.guaranteeName}</label>
      <input
        id={id}
        class="guarantee-name"
        autocomplete="off"
        spellcheck={false}
        value={typed ?? name}
        aria-invalid={problem !== null || isWrong(`${pointerOf(index)}/name`) ? "true" : undefined}
        aria-describedby={`${id}-hint`}
        ref={takesFocus(focusOf(id))}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={take}
      />
      <p id={`${id}-hint`} class={problem ? "hint bad" : "hint"} role={problem ? "alert" : undefined}>
        {problem ?? formWords.guaranteeNameHint}
      </p>
    </div>
  );
}
