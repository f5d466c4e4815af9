/**
 * A coverage rule as a form that reads like a benefit table.
 *
 * Its controls show what is in the text; each change is an edit of the text. What the engine says about a part is at its control, and
 * what the form does not know is shown and kept.
 */
import type { CoverageGuarantee } from "../../engine/engine";
import { isObject, type Json, listIn } from "../../kit/json/values";
import { useEditor } from "../common/editor";
import { editRule } from "./actions";
import { Pathway, ShareAndCap } from "./cap";
import { Components } from "./components";
import { At, type Form, Part, Rest, Unknown } from "./controls";
import { Limits } from "./limits";
import { rootOf } from "./model";
import { Presets } from "./presets-bar";
import { FIRST_COMPONENT } from "./presets";
import { ruleFormWords as w } from "./words";

const SHOWN = ["components", "secu_share", "price_cap", "pathway_surcharge", "limits", "beyond_limits"];

export function RuleForm({ rule, guarantee, index }: { rule: unknown; guarantee: CoverageGuarantee; index: number }) {
  const editor = useEditor();
  const root = rootOf(index);
  const found = editor.problems.value.filter(({ pointer }) => pointer === root || pointer.startsWith(`${root}/`));
  const form: Form = { root, index, name: guarantee.name, problems: found };
  if (!isObject(rule)) return <Unknown value={rule} words={w.notAForm} />;
  return (
    <div class="rule-form" role="group" aria-label={w.edit}>
      <Presets guarantee={guarantee} index={index} rule={rule} />
      <Components form={form} path="" rule={rule} />
      <div>
        <ShareAndCap form={form} path="" rule={rule} />
        <Pathway form={form} rule={rule} />
      </div>
      <Limits form={form} rule={rule} />
      <Beyond form={form} rule={rule} />
      <Rest form={form} path="" part={rule} shown={[]} lists={SHOWN} />
    </div>
  );
}

function Beyond({ form, rule }: { form: Form; rule: Json }) {
  const editor = useEditor();
  const beyond = rule["beyond_limits"] ?? null;
  if (listIn(rule, "limits").length === 0 && beyond === null) return null;
  const change = () =>
    editRule(editor, form.root, {
      op: "add",
      path: "/beyond_limits",
      value: beyond === null ? { components: [FIRST_COMPONENT], secu_share: "included" } : null,
    });
  return (
    <Part title={w.beyondTitle}>
      <label class="choice">
        <input type="checkbox" checked={beyond !== null} onChange={change} />
        <span>{w.beyond}</span>
      </label>
      <At form={form} path="/beyond_limits" />
      {isObject(beyond) && (
        <>
          <Components form={form} path="/beyond_limits" rule={beyond} />
          <ShareAndCap form={form} path="/beyond_limits" rule={beyond} />
          <Others form={form} beyond={beyond} />
        </>
      )}
      {beyond !== null && !isObject(beyond) && <Unknown value={beyond} words={w.notAForm} />}
    </Part>
  );
}

/** What is said of the whole is said above already. */
function Others({ form, beyond }: { form: Form; beyond: Json }) {
  const within = { ...form, problems: form.problems.filter(({ pointer }) => pointer !== `${form.root}/beyond_limits`) };
  return <Rest form={within} path="/beyond_limits" part={beyond} shown={[]} lists={["components", "secu_share", "price_cap"]} />;
}
