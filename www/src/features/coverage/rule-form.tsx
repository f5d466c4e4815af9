/**
 * A coverage rule as a form that reads like a benefit table.
 *
 * Its controls show what stands in the text; each change is an edit of the text. What the engine says about a part stands at its control.
 */
import type { ComponentChildren } from "preact";
import type { Diagnostic } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import type { Operation } from "../../kit/json/patch";
import { Status } from "../../kit/status";
import { controlFocus } from "../../store/page";
import { problems as found } from "../../store/readings";
import { documents } from "../../store/work";
import { SEVERITY_TONES } from "../common/problems";
import { plainSentence } from "../common/sentences";
import { editRule, sharingOf } from "./rule-text";
import { ruleFormWords } from "./words";

type Json = Record<string, unknown>;

/** In a row that reads as a sentence, the names of its controls are for those who do not see it. */
interface Label {
  words: string;
  isHidden?: boolean;
}

/** The rule in hand, and what the engine says about it that no control has shown yet. */
interface Form {
  /** The rule's place in the coverage. */
  root: string;
  index: number;
  problems: Set<Diagnostic>;
}

const AMOUNT_KINDS = ["flat_amount"];
const PER_KINDS = ["flat_amount", "pmss_percent"];
const MAXIMA = ["max_amount", "max_count", "max_days"] as const;
const FIRST_COMPONENT = { kind: "brss_percent", percent: "100" };

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

/** Where there is no rule yet. */
export function beginRule(index: number): void {
  editRule(rootOf(index), [
    { op: "add", path: "/components", value: [FIRST_COMPONENT] },
    { op: "add", path: "/secu_share", value: "included" },
  ]);
}

function rootOf(index: number): string {
  return `/guarantees/${index}/coverage_rule`;
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

/** The figure stays, under the name that it has in the other kind. */
function changeKind(path: string, component: Json, kind: string): Operation[] {
  const [before, after] = AMOUNT_KINDS.includes(kind) ? ["percent", "amount"] : ["amount", "percent"];
  const moves = before! in component && !(after! in component);
  return [
    { op: "replace", path: `${path}/kind`, value: kind },
    ...(moves ? [{ op: "move" as const, from: `${path}/${before}`, path: `${path}/${after}` }] : []),
    ...("per" in component && !PER_KINDS.includes(kind) ? [{ op: "remove" as const, path: `${path}/per` }] : []),
  ];
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

function changePeriod(path: string, period: unknown, kind: string): Operation[] {
  if (!isObject(period)) return [{ op: "add", path, value: kind === "rolling_months" ? { kind, months: 12 } : { kind } }];
  const change: Operation = { op: "add", path: `${path}/kind`, value: kind };
  if (kind === "rolling_months" && !("months" in period)) return [change, { op: "add", path: `${path}/months`, value: 12 }];
  return kind !== "rolling_months" && "months" in period ? [change, { op: "remove", path: `${path}/months` }] : [change];
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

function append(rule: Json, list: string, path: string, value: unknown): Operation {
  return Array.isArray(rule[list])
    ? { op: "add", path: `${path}/${list}/-`, value }
    : { op: "add", path: `${path}/${list}`, value: [value] };
}

/** The button that went may have had the focus, so the one that adds takes it. */
function remove(form: Form, path: string): void {
  edit(form, { op: "remove", path });
  focusOn(adderId(form, path.slice(0, path.lastIndexOf("/"))));
}

function adder(form: Form, path: string, words: string, onclick: () => void): ComponentChildren {
  const id = adderId(form, path);
  return (
    <p>
      <button type="button" id={id} ref={takesFocus(focusOf(id))} onClick={onclick}>
        {words}
      </button>
    </p>
  );
}

function adderId({ root }: Form, path: string): string {
  return `${root}${path}/add`;
}

function focusOn(id: string): void {
  controlFocus.value = { id, request: {} };
}

function focusOf(id: string): object | null {
  return controlFocus.value?.id === id ? controlFocus.value.request : null;
}

function figure(form: Form, label: Label, path: string, name: string, value: unknown): ComponentChildren {
  const shown = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const change = (typed: string) => edit(form, { op: "add", path: `${path}/${name}`, value: like(name, value, typed) });
  return field(form, label, `${path}/${name}`, shown, "figure", change);
}

/** What was a number stays one, where that says the same. */
function like(name: string, before: unknown, typed: string): string | number {
  const isNumber = typeof before === "number" || name === "months";
  return isNumber && String(Number(typed)) === typed && /^\d{1,12}(\.\d+)?$/.test(typed) ? Number(typed) : typed;
}

function field(
  form: Form,
  label: Label,
  path: string,
  value: string,
  kind: "figure" | "key",
  change: (typed: string) => void,
  hint?: string,
): ComponentChildren {
  const id = form.root + path;
  const found = take(form, ({ pointer }) => pointer === id);
  const hintId = `${id}-hint`;
  return (
    <div class={`field ${kind}`}>
      <label for={id} class={label.isHidden ? "visually-hidden" : undefined}>
        {label.words}
      </label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        value={value}
        ref={takesFocus(focusOf(id))}
        aria-invalid={found.some(({ severity }) => severity === "error") ? "true" : undefined}
        aria-describedby={found.length > 0 || hint ? hintId : undefined}
        inputmode={kind === "figure" ? "decimal" : undefined}
        onInput={(event: Event) => change((event.target as HTMLInputElement).value)}
      />
      {(found.length > 0 || hint) && (
        <div id={hintId} class="hint">
          {found.length > 0 ? told(found) : hint}
        </div>
      )}
    </div>
  );
}

function choice(
  form: Form,
  label: Label,
  path: string,
  value: string,
  words: Record<string, string>,
  change: (value: string) => void,
): ComponentChildren {
  const id = form.root + path;
  const found = take(form, ({ pointer }) => pointer === id);
  const values = Object.keys(words);
  return (
    <div class="field">
      <label for={id} class={label.isHidden ? "visually-hidden" : undefined}>
        {label.words}
      </label>
      <select
        id={id}
        value={value}
        aria-describedby={found.length > 0 ? `${id}-hint` : undefined}
        onChange={(event: Event) => change((event.target as HTMLSelectElement).value)}
      >
        {[...(values.includes(value) ? [] : [value]), ...values].map((own) => (
          <option value={own}>{words[own] ?? own}</option>
        ))}
      </select>
      {found.length > 0 && (
        <div id={`${id}-hint`} class="hint">
          {told(found)}
        </div>
      )}
    </div>
  );
}

/** What the engine says about a part, but not about what is in it. */
function at(form: Form, path: string): ComponentChildren {
  return told(take(form, ({ pointer }) => pointer === form.root + path));
}

/** What it says about a part and all in it, and no control has shown. Of the whole rule: only about the rule itself. */
function rest(form: Form, path: string): ComponentChildren {
  const own = form.root + path;
  return told(take(form, ({ pointer }) => pointer === own || (path !== "" && pointer.startsWith(`${own}/`))));
}

function take({ problems }: Form, isIt: (problem: Diagnostic) => boolean): Diagnostic[] {
  const taken = [...problems].filter(isIt);
  for (const problem of taken) problems.delete(problem);
  return taken;
}

function told(problems: readonly Diagnostic[]): ComponentChildren {
  return problems.map(({ severity, message }) => (
    <p class="told">
      <Status tone={SEVERITY_TONES[severity]} word={ruleFormWords.severity[severity]} /> {plainSentence(message)}
    </p>
  ));
}

function edit({ root }: Form, ...operations: Operation[]): void {
  editRule(root, operations);
}

function listIn(rule: Json, name: string): readonly unknown[] {
  return Array.isArray(rule[name]) ? rule[name] : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
