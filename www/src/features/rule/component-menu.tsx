/** What else can be made of a component: limits of its own, one of two, another place. It is folded, so that simple rules look simple. */
import { Menu } from "../../kit/menu";
import { isObject } from "../../kit/json/values";
import { useEditor } from "../common/editor";
import { addCredit, makeChoice, moveComponent } from "./actions";
import type { Form } from "./controls";
import { CHOICES, isChoice } from "./edits";
import { isPlain } from "./plain";
import { ruleFormWords as w } from "./words";

export interface ComponentProps {
  form: Form;
  /** Where the components are. */
  list: string;
  at: number;
  component: unknown;
  count: number;
  /** Beyond the limits, there are no others. */
  mayBeLimited: boolean;
}

export function ComponentMenu({ form, list, at, component, count, mayBeLimited }: ComponentProps) {
  const editor = useEditor();
  const path = `${list}/${at}`;
  const isKnown = isObject(component) && (isChoice(component) || isPlain(component));
  const hasList = isKnown && (!("limits" in component) || Array.isArray(component["limits"]));
  const items = [
    ...(isKnown && hasList && mayBeLimited ? [{ words: w.limitPart, onclick: () => addCredit(editor, form.root, form.name, path, component) }] : []),
    ...(isKnown && !isChoice(component) ? CHOICES.map((kind) => ({ words: w.choose[kind], onclick: () => makeChoice(editor, form.root, path, component, kind) })) : []),
    ...(at > 0 ? [{ words: w.up, onclick: () => moveComponent(editor, form.root, list, at, at - 1) }] : []),
    ...(at + 1 < count ? [{ words: w.down, onclick: () => moveComponent(editor, form.root, list, at, at + 1) }] : []),
  ];
  if (items.length === 0) return null;
  return (
    <Menu id={`${form.root}${path}/menu`} label={w.more} name={w.moreOf(at + 1)} class="quiet-menu">
      {() => items.map(({ words, onclick }) => (
        <button type="button" onClick={onclick}>
          {words}
        </button>
      ))}
    </Menu>
  );
}
