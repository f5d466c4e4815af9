/** How much of something is paid in a period: the limits of a rule. */
import { isObject, type Json, listIn } from "../../kit/json/values";
import { TextInput } from "../common/fields";
import { addLimit, adderId, editRule } from "./actions";
import { Adder, At, Choice, common, Figure, type Form, Part, Remover, Rest, Unknown } from "./controls";
import { changePeriod } from "./edits";
import { sharingOf } from "./model";
import { type LimitPreset, maximumOf } from "./presets";
import { presetWords, ruleFormWords as w } from "./words";

export function Limits({ form, rule }: { form: Form; rule: Json }) {
  const limits = listIn(rule, "limits");
  const isThere = !("limits" in rule) || Array.isArray(rule["limits"]);
  const [first, ...others] = Object.keys(presetWords.limits) as LimitPreset[];
  const add = (preset: LimitPreset) => addLimit(form.root, form.name, rule, preset);
  const adding = `${adderId(form.root, "/limits")}/label`;
  return (
    <Part title={w.limits}>
      {isThere && limits.length === 0 && <p class="hint">{w.noLimits}</p>}
      {limits.map((limit, at) => (
        <Limit key={at} form={form} path={`/limits/${at}`} limit={limit} number={at + 1} />
      ))}
      {!isThere && <Unknown value={rule["limits"]} words={w.notAForm} />}
      <At form={form} path="/limits" />
      {isThere && (
        <div class="bar" role="group" aria-labelledby={adding}>
          <span id={adding} class="hint">
            {w.addLimit}
          </span>
          <Adder form={form} list="/limits" words={presetWords.limits[first!]} onclick={() => add(first!)} />
          {others.map((preset) => (
            <button type="button" onClick={() => add(preset)}>
              {presetWords.limits[preset]}
            </button>
          ))}
        </div>
      )}
    </Part>
  );
}

interface Props {
  form: Form;
  path: string;
  limit: unknown;
  number: number;
}

function Limit({ form, path, limit, number }: Props) {
  return (
    <div class="rule-limit" role="group" aria-label={w.limit(number)}>
      <div class="list-head">
        <p class="term">{w.limit(number)}</p>
        <Remover form={form} path={path} words={w.removeLimit(number)} />
      </div>
      {isObject(limit) ? (
        <LimitFields form={form} path={path} limit={limit} />
      ) : (
        <>
          <Unknown value={limit} words={w.notAForm} />
          <Rest form={form} path={path} shown={[]} />
        </>
      )}
    </div>
  );
}

function LimitFields({ form, path, limit }: { form: Form; path: string; limit: Json }) {
  const { root } = form;
  const maximum = maximumOf(limit);
  const set = (name: string) => (value: string) => editRule(root, { op: "add", path: `${path}/${name}`, value });
  const changeMaximum = (value: string) =>
    editRule(
      root,
      maximum in limit
        ? { op: "move", from: `${path}/${maximum}`, path: `${path}/${value}` }
        : { op: "add", path: `${path}/${value}`, value: "1" },
    );
  return (
    <>
      <div class="rule-row">
        <Figure form={form} path={path} name={maximum} label={w.maximum} part={limit} unit={maximum === "max_amount" ? "€" : undefined} />
        <Choice form={form} path={`${path}/${maximum}`} name="kind" label={w.maximumKind} value={maximum} words={w.maxima} oncommit={changeMaximum} />
        <Period form={form} path={`${path}/period`} period={limit["period"]} />
        <Choice form={form} path={path} name="scope" label={w.scope} value={String(limit["scope"] ?? "beneficiary")} words={w.scopes} oncommit={set("scope")} />
        {maximum === "max_amount" && (
          <Choice
            form={form}
            path={path}
            name="counts"
            label={w.counts}
            value={String(limit["counts"] ?? "complementary")}
            words={w.countsWhat}
            oncommit={set("counts")}
          />
        )}
      </div>
      <div class="rule-row">
        <Key form={form} path={path} limit={limit} />
      </div>
      <Rest form={form} path={path} part={limit} shown={["key", maximum, "scope", "counts"]} lists={["period"]} />
    </>
  );
}

function Period({ form, path, period }: { form: Form; path: string; period: unknown }) {
  const part = isObject(period) ? period : {};
  const kind = String(part["kind"] ?? "");
  const hasMonths = kind === "rolling_months";
  const change = (value: string) => editRule(form.root, ...changePeriod(path, period, value));
  return (
    <>
      <Choice form={form} path={path} name="kind" label={w.period} value={kind} words={w.periods} oncommit={change} />
      {hasMonths && <Figure form={form} path={path} name="months" label={w.months} part={part} unit={w.monthsUnit} isWhole />}
      <Rest form={form} path={path} part={part} shown={hasMonths ? ["kind", "months"] : ["kind"]} />
    </>
  );
}

function Key({ form, path, limit }: { form: Form; path: string; limit: Json }) {
  const key = typeof limit["key"] === "string" ? limit["key"] : "";
  const sharing = key === "" ? [] : sharingOf(form.index, key);
  return (
    <TextInput
      {...common({ form, path, name: "key", label: w.key })}
      class="key"
      label={w.key}
      value={key}
      hint={sharing.length > 0 ? w.keyShared(sharing) : w.keyHint}
      oncommit={(value) => editRule(form.root, { op: "add", path: `${path}/key`, value })}
    />
  );
}
