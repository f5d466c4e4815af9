/** The conditions of a mapping as sentences with the control that each needs. */
import { batch } from "@preact/signals";
import { takesFocus } from "../../kit/focus";
import type { Editor } from "../../store/editor/editor";
import { useEditor } from "../common/editor";
import { ProblemsAt } from "../findings/at";
import { edit } from "./actions";
import { AgeControl, BooleanControl, TextControl, TextsControl } from "./condition-controls";
import { applicability, CONDITIONS, conditionHint, type ConditionKind, conditionName, conditionsOf, mappingKey } from "./condition-list";
import { partOf, pointerOf } from "./guarantee-list";
import { removeConditions, setCondition } from "./mapping-edits";
import type { MappingProps } from "./mapping-props";
import { begunConditions, keepShown, mappingId } from "./model";
import { formWords } from "./words";

const KNOWN = new Set<string>([...CONDITIONS.flatMap(({ fields }) => fields), "description", "$schema"]);

export function Conditions(props: MappingProps) {
  const editor = useEditor();
  const { item, mapping, value } = props;
  const { shown, others } = conditionsOf(editor, value, mappingKey(item, mapping));
  const pointer = `${pointerOf(item.index, mapping)}/filter`;
  const unknown = Object.keys(partOf(value, "filter")).filter((field) => !KNOWN.has(field) && !field.startsWith("x-"));
  const title = mappingId(item.index, mapping, "conditions-title");
  return (
    <div class="conditions-form" role="group" aria-labelledby={title}>
      <p class="term" id={title}>
        {formWords.conditions}
      </p>
      <ProblemsAt pointer={pointer} />
      {shown.length === 0 ? (
        <p>{formWords.noCondition}</p>
      ) : (
        <ul class="condition-list">
          {shown.map((condition) => (
            <ConditionRow key={condition.id} {...props} condition={condition} />
          ))}
        </ul>
      )}
      {unknown.map((field) => (
        <ProblemsAt pointer={`${pointer}/${field.replaceAll("~", "~0").replaceAll("/", "~1")}`} deep />
      ))}
      {others.length > 0 && <AddCondition {...props} others={others} />}
    </div>
  );
}

export interface ConditionProps extends MappingProps {
  condition: ConditionKind;
}

const CONTROLS = { age: AgeControl, boolean: BooleanControl, text: TextControl, texts: TextsControl };

function ConditionRow(props: ConditionProps) {
  const editor = useEditor();
  const { catalog, item, mapping, value, condition } = props;
  const Control = CONTROLS[condition.kind];
  const name = conditionName(condition);
  const note = applicability(condition, catalog, value);
  return (
    <li>
      <div class="condition-control">
        <Control {...props} />
        <button type="button" class="quiet remove" aria-label={formWords.removeCondition(name)} title={formWords.removeCondition(name)} onClick={() => remove(editor, props)}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      {note && <p class="hint">{note}</p>}
      {condition.fields.map((field) => (
        <ProblemsAt pointer={`${pointerOf(item.index, mapping)}/filter/${field}`} deep />
      ))}
    </li>
  );
}

function remove(editor: Editor, { item, mapping, value, condition }: ConditionProps): void {
  batch(() => {
    forget(editor, mappingKey(item, mapping), condition);
    edit(editor, removeConditions(pointerOf(item.index, mapping), value, condition.fields));
    editor.focusOn(mappingId(item.index, mapping, "add-condition"));
  });
}

function forget(editor: Editor, key: string, { fields }: ConditionKind): void {
  const begun = new Map(begunConditions(editor).peek());
  begun.set(key, (begun.get(key) ?? []).filter((field) => !fields.includes(field)));
  begunConditions(editor).value = begun;
}

/** What is yes or no begins with yes; anything else is shown, and asks for nothing until it has a value. */
function begin(editor: Editor, { item, mapping, value }: MappingProps, condition: ConditionKind): void {
  const key = mappingKey(item, mapping);
  batch(() => {
    editor.isUnfolded(`conditions/${key}`).value = false;
    if (condition.kind === "boolean") edit(editor, setCondition(pointerOf(item.index, mapping), value, condition.id, true));
    else keepShown(editor, key, condition.fields);
    editor.focusOn(mappingId(item.index, mapping, condition.id));
  });
}

function AddCondition({ others, ...props }: MappingProps & { others: readonly ConditionKind[] }) {
  const editor = useEditor();
  const { catalog, item, mapping, value } = props;
  const isOpen = editor.isUnfolded(`conditions/${mappingKey(item, mapping)}`);
  const id = mappingId(item.index, mapping, "add-condition");
  const close = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen.value) return;
    event.preventDefault();
    isOpen.value = false;
    editor.focusOn(id);
  };
  return (
    <div class="add-condition" onKeyDown={close}>
      <button type="button" id={id} aria-expanded={isOpen.value} ref={takesFocus(editor.focusOf(id))} onClick={() => (isOpen.value = !isOpen.value)}>
        {formWords.addCondition}
      </button>
      {isOpen.value && (
        <ul class="condition-offers">
          {others.map((condition) => {
            const hint = `${id}-${condition.id}`;
            const note = applicability(condition, catalog, value);
            return (
              <li>
                <button type="button" class="quiet" aria-describedby={hint} onClick={() => begin(editor, props, condition)}>
                  {conditionName(condition)}
                </button>
                <p class="hint" id={hint}>
                  {conditionHint(condition)} {note}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
