/** Does the Sécu part count, and which price is looked at, at most? */
import { isObject, type Json } from "../../kit/json/values";
import { editRule } from "./actions";
import { Choice, Figure, type Form, Rest, Unknown } from "./controls";
import { ruleFormWords as w } from "./words";

export function ShareAndCap({ form, path, rule }: { form: Form; path: string; rule: Json }) {
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
        oncommit={(value) => editRule(form.root, { op: "add", path: `${path}/secu_share`, value })}
      />
      <Cap form={form} path={`${path}/price_cap`} cap={rule["price_cap"] ?? null} />
    </div>
  );
}

function Cap({ form, path, cap }: { form: Form; path: string; cap: unknown }) {
  const kind = isObject(cap) ? String(cap["kind"] ?? "") : "none";
  const change = (value: string) => {
    const next = value === "none" ? null : value === "amount" ? { kind: value, amount: "100" } : { kind: value };
    editRule(form.root, { op: "add", path, value: next });
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
