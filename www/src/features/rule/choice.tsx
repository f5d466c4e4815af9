/** A component that is the least, or the greatest, of several options, each a sum. */
import { type Json, listIn } from "../../kit/json/values";
import { useEditor } from "../common/editor";
import { addOption, dropOption, editRule } from "./actions";
import { Adder, At, Choice, type Form, Remover, Rest, Unknown } from "./controls";
import { MOST_OPTIONS } from "./edits";
import { PlainFields, Plus } from "./plain";
import { FIRST_COMPONENT } from "./presets";
import { ruleFormWords as w } from "./words";

/** In the row of the component. */
export function ChoiceFields({ form, path, choice }: { form: Form; path: string; choice: Json }) {
  const editor = useEditor();
  const change = (value: string) => editRule(editor, form.root, { op: "add", path: `${path}/kind`, value });
  return (
    <>
      <Choice form={form} path={path} isLabelHidden name="kind" label={w.choice} value={String(choice["kind"])} words={w.choices} oncommit={change} />
      <Rest form={form} path={path} part={choice} shown={["kind"]} lists={["options", "limits"]} />
    </>
  );
}

export function Options({ form, path, choice, number }: { form: Form; path: string; choice: Json; number: number }) {
  const editor = useEditor();
  const list = `${path}/options`;
  const options = listIn(choice, "options");
  const isThere = !("options" in choice) || Array.isArray(choice["options"]);
  return (
    <div class="rule-options">
      {options.map((option, at) => (
        <div key={at} class="rule-option" role="group" aria-label={w.optionOf(at + 1, number)}>
          <div class="list-head">
            <p class="term">{w.option(at + 1)}</p>
            <button type="button" class="quiet" aria-label={w.removeOption(at + 1, number)} title={w.removeOption(at + 1, number)} onClick={() => dropOption(editor, form.root, path, choice, at)}>
              {w.remove}
            </button>
          </div>
          <Option form={form} path={`${list}/${at}`} option={option} />
        </div>
      ))}
      {!isThere && <Unknown value={choice["options"]} words={w.notAForm} />}
      <At form={form} path={list} />
      {isThere && options.length < MOST_OPTIONS && (
        <p class="bar">
          <Adder form={form} list={list} words={w.addOption} onclick={() => addOption(editor, form.root, path, choice)} />
        </p>
      )}
    </div>
  );
}

function Option({ form, path, option }: { form: Form; path: string; option: unknown }) {
  const editor = useEditor();
  if (!Array.isArray(option))
    return (
      <>
        <Unknown value={option} words={w.notAForm} />
        <Rest form={form} path={path} shown={[]} />
      </>
    );
  return (
    <>
      {option.map((component: unknown, at) => (
        <div key={at} class="rule-row" role={option.length > 1 ? "group" : undefined} aria-label={option.length > 1 ? w.component(at + 1) : undefined}>
          {at > 0 && <Plus />}
          <PlainFields form={form} path={`${path}/${at}`} component={component} />
          {option.length > 1 && <Remover form={form} path={`${path}/${at}`} words={w.removePart(at + 1)} />}
        </div>
      ))}
      <At form={form} path={path} />
      <p class="bar">
        <Adder form={form} list={path} words={w.addToOption} onclick={() => editRule(editor, form.root, { op: "add", path: `${path}/-`, value: FIRST_COMPONENT })} />
      </p>
    </>
  );
}
