/** What a person changes in a rule. Each change is an edit of the text of the coverage. */
import { batch } from "@preact/signals";
import type { CoverageGuarantee } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import { isObject, type Json, listIn } from "../../kit/json/values";
import { isUnfolded } from "../../store/lists";
import { focusOn } from "../../store/page";
import { editCoverage } from "../text/actions";
import { append, type ChoiceKind, choose, removeOption } from "./edits";
import { isOutsideSecu, keysFor, lastPreset, partOf, rootOf } from "./model";
import { CREDIT, figureOf, FIRST_COMPONENT, FLAT, type LimitPreset, limitOf, maximumOf, otherThan, type PresetRule, ruleOf, type RulePreset, RULES } from "./presets";

/** `pointer` is the rule's, and the operations are within it. */
export function editRule(pointer: string, ...operations: Operation[]): void {
  const within = (operation: Operation): Operation => ({
    ...operation,
    path: pointer + operation.path,
    ...(operation.from !== undefined && { from: pointer + operation.from }),
  });
  editCoverage(operations.map(within));
}

/** Where there is no rule yet: what fits what the guarantee selects, with the focus in its figure. */
export function beginRule(guarantee: CoverageGuarantee, index: number): void {
  const preset = isOutsideSecu(guarantee) ? FLAT : RULES.brss;
  const { components, secu_share } = preset;
  batch(() => {
    editRule(rootOf(index), { op: "add", path: "", value: { components, secu_share } });
    isUnfolded(partOf(guarantee.name)).value = true;
    lastPreset.value = null;
    focusOn(rootOf(index) + preset.figure);
  });
}

/** Begins with a usual rule, or puts it in place of what there is. What the form does not know stays. */
export function takePreset({ name }: CoverageGuarantee, index: number, rule: unknown, preset: RulePreset): void {
  const root = rootOf(index);
  const next = ruleOf(RULES[preset], keysFor(name));
  batch(() => {
    if (isObject(rule) && "components" in rule) editRule(root, ...replacing(rule, next));
    else editRule(root, { op: "add", path: "", value: written(next) });
    isUnfolded(partOf(name)).value = true;
    lastPreset.value = { root, preset };
    focusOn(root + RULES[preset].figure);
  });
}

function written({ components, secu_share, limits, beyond_limits }: PresetRule): Json {
  return { components, secu_share, ...(limits.length > 0 && { limits }), ...(beyond_limits && { beyond_limits }) };
}

function replacing(rule: Json, { components, secu_share, limits, beyond_limits }: PresetRule): Operation[] {
  const put = (name: string, value: unknown): Operation => ({ op: "add", path: `/${name}`, value });
  return [
    put("components", components),
    put("secu_share", secu_share),
    ...(limits.length > 0 || "limits" in rule ? [put("limits", limits)] : []),
    ...(isObject(rule["price_cap"]) ? [put("price_cap", null)] : []),
    ...(beyond_limits || isObject(rule["beyond_limits"]) ? [put("beyond_limits", beyond_limits)] : []),
  ];
}

export function addLimit(root: string, name: string, rule: Json, preset: LimitPreset): void {
  putLimit(root, "", rule, limitOf(preset, keysFor(name)()));
}

/** `path` is the component's. */
export function addCredit(root: string, name: string, path: string, component: Json): void {
  putLimit(root, path, component, { key: keysFor(name)(), ...CREDIT });
}

function putLimit(root: string, path: string, part: Json, limit: Json): void {
  editRule(root, append(part, "limits", path, limit));
  focusOn(`${root}${path}/limits/${listIn(part, "limits").length}/${maximumOf(limit)}`);
}

/** All costs, up to an amount of their own. `path` is the rule's. */
export function addCreditComponent(root: string, name: string, path: string, rule: Json): void {
  const component = { kind: "actual_costs", percent: "100", limits: [{ key: keysFor(name)(), ...CREDIT }] };
  editRule(root, append(rule, "components", path, component));
  focusOn(`${root}${path}/components/${listIn(rule, "components").length}/limits/0/${maximumOf(CREDIT)}`);
}

/** The component becomes one of two, of which the least or the greatest is paid. */
export function makeChoice(root: string, path: string, component: Json, kind: ChoiceKind): void {
  const other = otherThan(component);
  editRule(root, ...choose(path, component, kind, other));
  focusOn(`${root}${path}/options/1/0/${figureOf(other)}`);
}

/** `path` is the choice's. */
export function addOption(root: string, path: string, choice: Json): void {
  editRule(root, append(choice, "options", path, [FIRST_COMPONENT]));
  focusOn(`${root}${path}/options/${listIn(choice, "options").length}/0/${figureOf(FIRST_COMPONENT)}`);
}

export function dropOption(root: string, path: string, choice: Json, option: number): void {
  const operations = removeOption(path, choice, option);
  editRule(root, ...operations);
  focusOn(operations.length > 1 ? `${root}${path}/kind` : adderId(root, `${path}/options`));
}

export function moveComponent(root: string, list: string, from: number, to: number): void {
  editRule(root, { op: "move", from: `${list}/${from}`, path: `${list}/${to}` });
  focusOn(`${root}${list}/${to}/kind`);
}

/** The id of the button that adds an entry to a list. */
export function adderId(root: string, list: string): string {
  return `${root}${list}/add`;
}

/** The button that went may have had the focus, so the one that adds takes it. */
export function remove(root: string, path: string): void {
  editRule(root, { op: "remove", path });
  focusOn(adderId(root, path.slice(0, path.lastIndexOf("/"))));
}

/** A component without limits has no list of them. `path` is the component's. */
export function removeCredit(root: string, path: string, component: Json, limit: number): void {
  const isLast = listIn(component, "limits").length === 1;
  if (!isLast) return remove(root, `${path}/limits/${limit}`);
  editRule(root, { op: "remove", path: `${path}/limits` });
  focusOn(`${root}${path}/kind`);
}
