/** Does the Sécu part count, which price is looked at, at most, and who pays what the Sécu pays less outside of the care pathway? */
import { isObject, type Json } from "../../kit/json/values";
import { useEditor } from "../common/editor";
import { editRule } from "./actions";
import { Choice, Figure, type Form, Rest, Unknown } from "./controls";
import { ruleFormWords as w } from "./words";

export function ShareAndCap({ form, path, rule }: { form: Form; path: string; rule: Json }) {
  const editor = useEditor();
  const share = rule["secu_share"] ?? "included";
  return (
    <div class="rule-row">
      <Choice
        form={form}
        path={path}
        name="secu_share"
        label={w.share}
        value={String(share)}
        words={w.shares}
        oncommit={(value) => editRule(editor, form.root, { op: "add", path: `${path}/secu_share`, value })}
      />
      <Cap form={form} path={`${path}/price_cap`} cap={rule["price_cap"] ?? null} />
    </div>
  );
}

/** Asked for once it is in the text: hardly any rule has it. */
export function Pathway({ form, rule }: { form: Form; rule: Json }) {
  const editor = useEditor();
  const set = (value: string) => editRule(editor, form.root, { op: "add", path: "/pathway_surcharge", value });
  const begin = () => {
    set("covered");
    editor.focusOn(`${form.root}/pathway_surcharge`);
  };
  if (!("pathway_surcharge" in rule))
    return (
      <p>
        <button type="button" class="link" onClick={begin}>
          {w.addPathway}
        </button>
      </p>
    );
  return (
    <div class="rule-row">
      <Choice
        form={form}
        path=""
        name="pathway_surcharge"
        label={w.pathway}
        value={String(rule["pathway_surcharge"])}
        words={w.pathways}
        hint={w.pathwayHint}
        oncommit={set}
      />
    </div>
  );
}

function Cap({ form, path, cap }: { form: Form; path: string; cap: unknown }) {
  const editor = useEditor();
  const kind = isObject(cap) ? String(cap["kind"] ?? "") : "none";
  const change = (value: string) => {
    const next = value === "none" ? null : value === "amount" ? { kind: value, amount: "100" } : { kind: value };
    editRule(editor, form.root, { op: "add", path, value: next });
  };
  return (
    <>
      <Choice form={form} path={path} name="kind" label={w.cap} value={kind} words={w.caps} oncommit={change} />
      {isObject(cap) && kind === "amount" && <Figure form={form} path={path} name="amount" label={w.capAmount} part={cap} unit="€" />}
      {cap !== null && !isObject(cap) && <Unknown value={cap} words={w.notAForm} />}
      <Rest form={form} path={path} part={isObject(cap) ? cap : undefined} shown={kind === "amount" ? ["kind", "amount"] : ["kind"]} />
    </>
  );
}
