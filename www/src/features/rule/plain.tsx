/** The fields of a component that is no choice: how much, of what, for each of what. In a row of the form. */
import { isObject, type Json } from "../../kit/json/values";
import { useEditor } from "../common/editor";
import { editRule } from "./actions";
import { Choice, Figure, type Form, Rest, Unknown } from "./controls";
import { AMOUNT_KINDS, changeKind, PER_KINDS } from "./edits";
import { ruleFormWords as w } from "./words";

/** `lists`: what of it is shown elsewhere. */
export function PlainFields({ form, path, component, lists = [] }: { form: Form; path: string; component: unknown; lists?: readonly string[] }) {
  const editor = useEditor();
  if (!isPlain(component))
    return (
      <>
        <Unknown value={component} words={isObject(component) ? w.unknownKind : w.notAForm} />
        <Rest form={form} path={path} shown={[]} />
      </>
    );
  const kind = String(component["kind"] ?? "");
  const isAmount = AMOUNT_KINDS.includes(kind) || ("amount" in component && !("percent" in component));
  const name = isAmount ? "amount" : "percent";
  const hasUnit = PER_KINDS.includes(kind);
  const change = (value: string) => editRule(editor, form.root, ...changeKind(path, component, value));
  const place = { form, path, isLabelHidden: true };
  return (
    <>
      <Figure {...place} name={name} label={w[name]} part={component} unit={isAmount ? "€" : "%"} />
      <Choice {...place} name="kind" label={w.kind} value={kind} words={w.kinds} oncommit={change} />
      {hasUnit && (
        <Choice
          {...place}
          name="per"
          label={w.per}
          value={String(component["per"] ?? "act")}
          words={w.units}
          oncommit={(value) => editRule(editor, form.root, { op: "add", path: `${path}/per`, value })}
        />
      )}
      <Rest form={form} path={path} part={component} shown={["kind", name, ...(hasUnit ? ["per"] : [])]} lists={lists} />
    </>
  );
}

/** A kind that was mistyped is mended by choosing another; a part of another shape is left to the text. */
export function isPlain(component: unknown): component is Json {
  if (!isObject(component)) return false;
  const kind = component["kind"];
  const isKnown = typeof kind === "string" && Object.hasOwn(w.kinds, kind);
  return isKnown || kind === undefined || "percent" in component || "amount" in component;
}

export function Plus() {
  return (
    <span class="plus" aria-hidden="true">
      +
    </span>
  );
}
