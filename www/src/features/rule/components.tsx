/** What a rule pays: its components, which are summed, each a line that reads like a benefit table. */
import { isObject, type Json, listIn } from "../../kit/json/values";
import { editRule } from "./actions";
import { Adder, At, Choice, Figure, type Form, Part, Remover, Rest, Unknown } from "./controls";
import { AMOUNT_KINDS, append, changeKind, PER_KINDS } from "./edits";
import { FIRST_COMPONENT } from "./presets";
import { ruleFormWords as w } from "./words";

/** `path`: where the rule is, or what it pays beyond its limits. */
export function Components({ form, path, rule }: { form: Form; path: string; rule: Json }) {
  const list = `${path}/components`;
  const isThere = !("components" in rule) || Array.isArray(rule["components"]);
  return (
    <Part title={w.components}>
      {listIn(rule, "components").map((component, at) => (
        <Component key={at} form={form} path={`${list}/${at}`} component={component} number={at + 1} />
      ))}
      {!isThere && <Unknown value={rule["components"]} words={w.notAForm} />}
      <At form={form} path={list} />
      {isThere && (
        <p class="bar">
          <Adder form={form} list={list} words={w.addComponent} onclick={() => editRule(form.root, append(rule, "components", path, FIRST_COMPONENT))} />
          <span class="hint">{w.kindsHint}</span>
        </p>
      )}
    </Part>
  );
}

interface Props {
  form: Form;
  path: string;
  component: unknown;
  number: number;
}

function Component({ form, path, component, number }: Props) {
  const removed = <Remover form={form} path={path} words={w.removePart(number)} />;
  const kind = isObject(component) ? component["kind"] : null;
  const isKnown = typeof kind === "string" && Object.hasOwn(w.kinds, kind);
  if (!isObject(component) || (!isKnown && kind !== undefined && !hasFigure(component)))
    return (
      <div class="rule-row" role="group" aria-label={w.component(number)}>
        <Unknown value={component} words={isObject(component) ? w.unknownKind : w.notAForm} />
        {removed}
        <Rest form={form} path={path} shown={[]} />
      </div>
    );
  const isAmount = AMOUNT_KINDS.includes(String(kind)) || ("amount" in component && !("percent" in component));
  const name = isAmount ? "amount" : "percent";
  const hasUnit = PER_KINDS.includes(String(kind));
  const change = (value: string) => editRule(form.root, ...changeKind(path, component, value));
  const place = { form, path, isLabelHidden: true };
  return (
    <div class="rule-row" role="group" aria-label={w.component(number)}>
      {number > 1 && (
        <span class="plus" aria-hidden="true">
          +
        </span>
      )}
      <Figure {...place} name={name} label={w[name]} part={component} unit={isAmount ? "€" : "%"} />
      <Choice {...place} name="kind" label={w.kind} value={String(kind ?? "")} words={w.kinds} oncommit={change} />
      {hasUnit && (
        <Choice
          {...place}
          name="per"
          label={w.per}
          value={String(component["per"] ?? "act")}
          words={w.units}
          oncommit={(value) => editRule(form.root, { op: "add", path: `${path}/per`, value })}
        />
      )}
      {removed}
      <Rest form={form} path={path} part={component} shown={["kind", name, ...(hasUnit ? ["per"] : [])]} />
    </div>
  );
}

/** A kind that was mistyped is mended by choosing another; a part of another shape is left to the text. */
function hasFigure(component: Json): boolean {
  return "percent" in component || "amount" in component;
}
