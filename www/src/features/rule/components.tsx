/** What a rule pays: its components, which are summed, each a line that reads like a benefit table. */
import { isObject, type Json, listIn } from "../../kit/json/values";
import { useEditor } from "../common/editor";
import { addCreditComponent, editRule } from "./actions";
import { ChoiceFields, Options } from "./choice";
import { ComponentMenu, type ComponentProps } from "./component-menu";
import { Adder, At, type Form, Part, Remover, Unknown } from "./controls";
import { append, isChoice } from "./edits";
import { Credits } from "./limits";
import { isPlain, PlainFields, Plus } from "./plain";
import { FIRST_COMPONENT } from "./presets";
import { ruleFormWords as w } from "./words";

/** `path`: where the rule is, or what it pays beyond its limits. */
export function Components({ form, path, rule }: { form: Form; path: string; rule: Json }) {
  const editor = useEditor();
  const list = `${path}/components`;
  const isThere = !("components" in rule) || Array.isArray(rule["components"]);
  const components = listIn(rule, "components");
  return (
    <Part title={w.components}>
      {components.map((component, at) => (
        <Component key={at} form={form} list={list} at={at} component={component} count={components.length} mayBeLimited={path === ""} />
      ))}
      {!isThere && <Unknown value={rule["components"]} words={w.notAForm} />}
      <At form={form} path={list} />
      {isThere && (
        <p class="bar">
          <Adder form={form} list={list} words={w.addComponent} onclick={() => editRule(editor, form.root, append(rule, "components", path, FIRST_COMPONENT))} />
          {path === "" && (
            <button type="button" onClick={() => addCreditComponent(editor, form.root, form.name, path, rule)}>
              {w.addCredit}
            </button>
          )}
          <span class="hint">{w.kindsHint}</span>
        </p>
      )}
    </Part>
  );
}

function Component(props: ComponentProps) {
  const { form, list, at, component } = props;
  const path = `${list}/${at}`;
  const choice = isChoice(component) ? component : null;
  const isLimited = isObject(component) && "limits" in component && (choice !== null || isPlain(component));
  return (
    <div class="rule-component" role="group" aria-label={w.component(at + 1)}>
      <div class="rule-row">
        {at > 0 && <Plus />}
        {choice ? (
          <ChoiceFields form={form} path={path} choice={choice} />
        ) : (
          <PlainFields form={form} path={path} component={component} lists={isLimited ? ["limits"] : []} />
        )}
        <ComponentMenu {...props} />
        <Remover form={form} path={path} words={w.removePart(at + 1)} />
      </div>
      {choice && <Options form={form} path={path} choice={choice} number={at + 1} />}
      {isLimited && <Credits form={form} path={path} component={component} number={at + 1} mayBeLimited={props.mayBeLimited} />}
    </div>
  );
}
