/**
 * A coverage rule as a form that reads like a benefit table.
 *
 * Its controls show what is in the text; each change is an edit of the text. What the engine says about a part is at its control.
 */
import type { ComponentChildren } from "preact";
import { focusOn } from "../../store/page";
import { problems as found } from "../../store/readings";
import { documents } from "../../store/work";
import { adder, at, choice, edit, field, figure, type Form, remove, rest } from "./rule-controls";
import {
  AMOUNT_KINDS,
  append,
  changeKind,
  changePeriod,
  FIRST_COMPONENT,
  isObject,
  type Json,
  listIn,
  PER_KINDS,
  rootOf,
} from "./rule-edits";
import { sharingOf } from "./rule-text";
import { ruleFormWords } from "./words";

const MAXIMA = ["max_amount", "max_count", "max_days"] as const;

export function RuleForm({ rule, index }: { rule: unknown; index: number }) {
  const root = rootOf(index);
  const problems = new Set(found.value.filter(({ pointer }) => pointer === root || pointer.startsWith(`${root}/`)));
  const form: Form = { root, index, problems };
  if (!isObject(rule)) return <p class="hint">{ruleFormWords.notAForm}</p>;
  const limits = listIn(rule, "limits");
  const hasBeyond = isObject(rule["beyond_limits"]);
  const parts = [
    payment(form, "", rule),
    <fieldset class="rule-part">
      <legend>{ruleFormWords.limits}</legend>
      {limits.length === 0 && <p class="hint">{ruleFormWords.noLimits}</p>}
      {limits.map((limit, at) => limitPart(form, limit, at))}
      {adder(form, "/limits", ruleFormWords.addLimit, () => addLimit(form, rule, limits))}
    </fieldset>,
    (limits.length > 0 || hasBeyond) && (
      <fieldset class="rule-part">
        <legend>{ruleFormWords.beyondTitle}</legend>
        <label class="choice">
          <input
            type="checkbox"
            checked={hasBeyond}
            onChange={() =>
              edit(form, {
                op: "add",
                path: "/beyond_limits",
                value: hasBeyond ? null : { components: [FIRST_COMPONENT], secu_share: "included" },
              })
            }
          />
          <span>{ruleFormWords.beyond}</span>
        </label>
        {hasBeyond && payment(form, "/beyond_limits", rule["beyond_limits"] as Json)}
      </fieldset>
    ),
  ];
  return (
    <div class="rule-form" role="group" aria-label={ruleFormWords.edit}>
      {rest(form, "")}
      {parts}
    </div>
  );
}

/** Components, Sécu share and price cap: of a rule, and of what it pays beyond its limits. */
function payment(form: Form, path: string, rule: Json): ComponentChildren {
  const components = listIn(rule, "components");
  return (
    <>
      <fieldset class="rule-part">
        <legend>{ruleFormWords.components}</legend>
        {components.map((component, at) => componentPart(form, `${path}/components/${at}`, component, at))}
        {adder(form, `${path}/components`, ruleFormWords.addComponent, () => edit(form, append(rule, "components", path, FIRST_COMPONENT)))}
        <p class="hint">{ruleFormWords.kindsHint}</p>
        {at(form, `${path}/components`)}
      </fieldset>
      <div class="fields">
        <fieldset class="field">
          <legend>{ruleFormWords.share}</legend>
          <div class="choices stacked">
            {(["included", "excluded"] as const).map((share) => (
              <label class="choice">
                <input
                  type="radio"
                  name={`${form.root}${path}/secu_share`}
                  checked={(rule["secu_share"] ?? "included") === share}
                  onChange={() => edit(form, { op: "add", path: `${path}/secu_share`, value: share })}
                />
                <span>{ruleFormWords.shares[share]}</span>
              </label>
            ))}
          </div>
          {at(form, `${path}/secu_share`)}
        </fieldset>
        {capPart(form, `${path}/price_cap`, rule["price_cap"])}
      </div>
    </>
  );
}

function componentPart(form: Form, path: string, component: unknown, number: number): ComponentChildren {
  const removed = (
    <button type="button" aria-label={ruleFormWords.removePart(number + 1)} onClick={() => remove(form, path)}>
      {ruleFormWords.remove}
    </button>
  );
  if (!isObject(component))
    return (
      <div class="rule-row">
        <p class="hint">{ruleFormWords.notAForm}</p>
        {removed}
        {rest(form, path)}
      </div>
    );
  const kind = String(component["kind"]);
  const figureField = AMOUNT_KINDS.includes(kind) ? "amount" : "percent";
  const parts = [
    figure(form, { words: ruleFormWords.figure, isHidden: true }, path, figureField, component[figureField]),
    choice(form, { words: ruleFormWords.kind, isHidden: true }, `${path}/kind`, kind, ruleFormWords.kinds, (value) =>
      edit(form, ...changeKind(path, component, value)),
    ),
    PER_KINDS.includes(kind) &&
      choice(
        form,
        { words: ruleFormWords.per, isHidden: true },
        `${path}/per`,
        String(component["per"] ?? "act"),
        ruleFormWords.units,
        (value) => edit(form, { op: "add", path: `${path}/per`, value }),
      ),
    removed,
  ];
  return (
    <div class="rule-row" role="group" aria-label={ruleFormWords.component(number + 1)}>
      {parts}
      {rest(form, path)}
    </div>
  );
}

function capPart(form: Form, path: string, cap: unknown): ComponentChildren {
  const kind = isObject(cap) ? String(cap["kind"]) : "none";
  const change = (value: string) =>
    edit(form, { op: "add", path, value: value === "none" ? null : value === "amount" ? { kind: value, amount: "100" } : { kind: value } });
  const parts = [
    choice(form, { words: ruleFormWords.cap }, `${path}/kind`, kind, ruleFormWords.caps, change),
    isObject(cap) && kind === "amount" && figure(form, { words: ruleFormWords.capAmount }, path, "amount", cap["amount"]),
  ];
  return (
    <div class="field">
      {parts}
      {rest(form, path)}
    </div>
  );
}

function limitPart(form: Form, limit: unknown, number: number): ComponentChildren {
  const path = `/limits/${number}`;
  const removed = (
    <button type="button" aria-label={ruleFormWords.removeLimit(number + 1)} onClick={() => remove(form, path)}>
      {ruleFormWords.remove}
    </button>
  );
  if (!isObject(limit))
    return (
      <div class="rule-row">
        <p class="hint">{ruleFormWords.notAForm}</p>
        {removed}
        {rest(form, path)}
      </div>
    );
  const maximum = MAXIMA.find((name) => name in limit) ?? "max_amount";
  const period = isObject(limit["period"]) ? limit["period"] : {};
  const key = typeof limit["key"] === "string" ? limit["key"] : "";
  const sharing = key === "" ? [] : sharingOf(form.index, key);
  const parts = [
    figure(form, { words: ruleFormWords.maximum }, path, maximum, limit[maximum]),
    choice(form, { words: ruleFormWords.maximumKind }, `${path}/${maximum}/kind`, maximum, ruleFormWords.maxima, (value) =>
      edit(
        form,
        maximum in limit
          ? { op: "move", from: `${path}/${maximum}`, path: `${path}/${value}` }
          : { op: "add", path: `${path}/${value}`, value: "1" },
      ),
    ),
    choice(form, { words: ruleFormWords.period }, `${path}/period/kind`, String(period["kind"]), ruleFormWords.periods, (value) =>
      edit(form, ...changePeriod(`${path}/period`, limit["period"], value)),
    ),
    period["kind"] === "rolling_months" && figure(form, { words: ruleFormWords.months }, `${path}/period`, "months", period["months"]),
    choice(form, { words: ruleFormWords.scope }, `${path}/scope`, String(limit["scope"] ?? "beneficiary"), ruleFormWords.scopes, (value) =>
      edit(form, { op: "add", path: `${path}/scope`, value }),
    ),
    maximum === "max_amount" &&
      choice(
        form,
        { words: ruleFormWords.counts },
        `${path}/counts`,
        String(limit["counts"] ?? "complementary"),
        ruleFormWords.countsWhat,
        (value) => edit(form, { op: "add", path: `${path}/counts`, value }),
      ),
    field(
      form,
      { words: ruleFormWords.key },
      `${path}/key`,
      key,
      "key",
      (value) => edit(form, { op: "add", path: `${path}/key`, value }),
      sharing.length > 0 ? ruleFormWords.keyShared(sharing) : ruleFormWords.keyHint,
    ),
  ];
  return (
    <div class="limit" role="group" aria-label={ruleFormWords.limit(number + 1)}>
      <div class="list-head">
        <p class="term">{ruleFormWords.limit(number + 1)}</p>
        {removed}
      </div>
      <div class="rule-row">{parts}</div>
      {rest(form, path)}
    </div>
  );
}

/** A name for its counter that no other limit has. */
function addLimit(form: Form, rule: Json, limits: readonly unknown[]): void {
  const guarantees = documents.coverage.text.value;
  const name = `limit_${form.index + 1}`;
  let key = name;
  for (let number = 2; guarantees.includes(JSON.stringify(key)); number += 1) key = `${name}_${number}`;
  edit(
    form,
    append(rule, "limits", "", { key, period: { kind: "civil_year" }, max_amount: "100", counts: "complementary", scope: "beneficiary" }),
  );
  focusOn(`${form.root}/limits/${limits.length}/max_amount`);
}
