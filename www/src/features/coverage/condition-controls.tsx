/** The control of each kind of condition: ages, yes or no, one value, several values. */
import { batch } from "@preact/signals";
import { knownFactValues, type TextFact } from "../../engine/engine";
import { Combobox, type Option } from "../../kit/combobox";
import { takesFocus } from "../../kit/focus";
import type { Editor } from "../../store/editor/editor";
import { useEditor } from "../common/editor";
import { regionWords } from "../common/act-words";
import { valueWords } from "../common/values";
import { IntegerField } from "../common/fields";
import { comboboxWords } from "../common/words";
import { edit } from "./actions";
import { conditionHint, type ConditionKind, conditionName, mappingKey, valuesOf } from "./condition-list";
import { focusInside } from "./focus-inside";
import { partOf, pointerOf } from "./guarantee-list";
import { addValue, type Condition, removeConditions, removeValue, setCondition } from "./mapping-edits";
import type { MappingProps } from "./mapping-props";
import { keepShown, mappingId } from "./model";
import { isWrong, severityAt } from "./problems-here";
import { textOf, wholeNumber } from "./values";
import { formWords } from "./words";

interface Props extends MappingProps {
  condition: ConditionKind;
}

/** What the controls need to know of their place. */
function placeOf({ item, mapping, value, condition }: Props) {
  const pointer = pointerOf(item.index, mapping);
  return { pointer, filter: partOf(value, "filter"), key: mappingKey(item, mapping), id: mappingId(item.index, mapping, condition.id) };
}

function clear(editor: Editor, { pointer, key }: ReturnType<typeof placeOf>, { value }: Props, fields: readonly Condition[]): void {
  batch(() => {
    keepShown(editor, key, fields);
    edit(editor, removeConditions(pointer, value, fields));
  });
}

export function AgeControl(props: Props) {
  const editor = useEditor();
  const place = placeOf(props);
  const { pointer, filter, id } = place;
  const words = formWords.age;
  const field = (name: "min_age" | "max_age", label: string, fieldId: string) => (
    <IntegerField
      id={fieldId}
      label={label}
      isLabelHidden
      isOptional
      value={textOf(filter[name])}
      isWrong={isWrong(editor, `${pointer}/filter/${name}`)}
      focus={editor.focusOf(fieldId)}
      oncommit={(age) => (age === "" ? clear(editor, place, props, [name]) : edit(editor, setCondition(pointer, props.value, name, wholeNumber(age))))}
    />
  );
  return (
    <div class="age-sentence">
      {words.from} {field("min_age", words.min, id)} {words.to} {field("max_age", words.max, `${id}-max`)} {words.years}
    </div>
  );
}

export function BooleanControl(props: Props) {
  const editor = useEditor();
  const { condition, value } = props;
  const { pointer, filter, id } = placeOf(props);
  if (condition.kind !== "boolean") return null;
  const words = regionWords.flags[condition.fact];
  const choice = (is: boolean) => (
    <label class="choice">
      <input
        type="radio"
        name={id}
        checked={filter[condition.id] === is}
        ref={is === (filter[condition.id] !== false) ? takesFocus(editor.focusOf(id)) : undefined}
        onChange={() => edit(editor, setCondition(pointer, value, condition.id, is))}
      />
      {is ? words.yes : words.no}
    </label>
  );
  return (
    <fieldset class="field">
      <legend>{conditionName(condition)}</legend>
      <div class="choices">
        {choice(true)}
        {choice(false)}
      </div>
    </fieldset>
  );
}

function optionsOf(fact: TextFact, taken: readonly string[]): Option[] {
  return knownFactValues[fact].filter((value) => !taken.includes(value)).map((value) => ({ value, label: valueWords(fact, value), code: value }));
}

export function TextControl(props: Props) {
  const editor = useEditor();
  const { condition, value } = props;
  const place = placeOf(props);
  const { pointer, filter, id } = place;
  if (condition.kind !== "text") return null;
  const now = filter[condition.id];
  return (
    <div class="condition-text" ref={focusInside(editor, id)}>
      <Combobox
        words={comboboxWords}
        id={id}
        label={conditionName(condition)}
        options={optionsOf(condition.fact, [])}
        value={now === undefined || now === null ? undefined : String(now)}
        free
        hint={now === undefined || now === null ? formWords.noValue : conditionHint(condition)}
        onchoose={(chosen) => (chosen ? edit(editor, setCondition(pointer, value, condition.id, chosen)) : clear(editor, place, props, [condition.id]))}
      />
    </div>
  );
}

export function TextsControl(props: Props) {
  const editor = useEditor();
  const { condition, value } = props;
  const place = placeOf(props);
  const { pointer, filter, id } = place;
  if (condition.kind !== "texts") return null;
  const now = filter[condition.id];
  const values = valuesOf(now);
  if (values === null) return <p class="empty">{formWords.otherShape}</p>;
  const name = conditionName(condition);
  const isEmpty = Array.isArray(now) && now.length === 0;
  // What is written as one text becomes a list with its second value.
  const add = (chosen: string) =>
    edit(editor, typeof now === "string" ? setCondition(pointer, value, condition.id, [...new Set([now, chosen])]) : addValue(pointer, value, condition.id, chosen));
  const remove = (gone: string) =>
    batch(() => {
      keepShown(editor, place.key, [condition.id]);
      const path = `${pointer}/filter/${condition.id}`;
      edit(editor, typeof now === "string" ? [{ op: "remove", path }] : removeValue(path, values, gone));
      editor.focusOn(id);
    });
  return (
    <div class="condition-text" ref={focusInside(editor, id)}>
      {values.length > 0 && (
        <ul class="term-chips" aria-label={name}>
          {values.map((entry, position) => {
            const severity = severityAt(editor, `${pointer}/filter/${condition.id}/${position}`);
            const words = valueWords(condition.fact, entry);
            return (
              <li key={`${position}/${entry}`} class={severity ? `term-chip ${severity}` : "term-chip"} title={entry}>
                <span>{words}</span>
                <button type="button" aria-label={formWords.removeValue(words)} onClick={() => remove(entry)}>
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <Combobox
        words={comboboxWords}
        id={id}
        label={name}
        options={optionsOf(condition.fact, values)}
        value={undefined}
        placeholder={formWords.addValue}
        free
        hint={isEmpty ? formWords.emptyList : values.length === 0 ? formWords.noValue : conditionHint(condition)}
        onchoose={(chosen) => chosen && add(chosen)}
      />
    </div>
  );
}
