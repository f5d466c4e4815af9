/** What a person changes in a rule. Each change is an edit of the text of the coverage. */
import { batch } from "@preact/signals";
import type { CoverageGuarantee } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import { isObject, type Json, listIn } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { editCoverage } from "../text/actions";
import { append, type ChoiceKind, choose, removeOption } from "./edits";
import { isOutsideSecu, keysFor, lastPreset, partOf, rootOf } from "./model";
import { CREDIT, figureOf, FIRST_COMPONENT, FLAT, type LimitPreset, limitOf, maximumOf, otherThan, type PresetRule, ruleOf, type RulePreset, RULES } from "./presets";

/** `pointer` is the rule's, and the operations are within it. */
export function editRule(editor: Editor, pointer: string, ...operations: Operation[]): void {
  const within = (operation: Operation): Operation => ({
    ...operation,
    path: pointer + operation.path,
    ...(operation.from !== undefined && { from: pointer + operation.from }),
  });
  editCoverage(editor, operations.map(within));
}

/** Where there is no rule yet: what fits what the guarantee selects, with the focus in its figure. */
export function beginRule(editor: Editor, guarantee: CoverageGuarantee, index: number): void {
  const preset = isOutsideSecu(editor, guarantee) ? FLAT : RULES.brss;
  const { components, secu_share } = preset;
  batch(() => {
    editRule(editor, rootOf(index), { op: "add", path: "", value: { components, secu_share } });
    editor.isUnfolded(partOf(guarantee.name)).value = true;
    lastPreset(editor).value = null;
    editor.focusOn(rootOf(index) + preset.figure);
  });
}

/** Begins with a usual rule, or puts it in place of what there is. What the form does not know stays. */
export function takePreset(editor: Editor, { name }: CoverageGuarantee, index: number, rule: unknown, preset: RulePreset): void {
  const root = rootOf(index);
  const next = ruleOf(RULES[preset], keysFor(editor, name));
  batch(() => {
    if (isObject(rule) && "components" in rule) editRule(editor, root, ...replacing(rule, next));
    else editRule(editor, root, { op: "add", path: "", value: written(next) });
    editor.isUnfolded(partOf(name)).value = true;
    lastPreset(editor).value = { root, preset };
    editor.focusOn(root + RULES[preset].figure);
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

export function addLimit(editor: Editor, root: string, name: string, rule: Json, preset: LimitPreset): void {
  putLimit(editor, root, "", rule, limitOf(preset, keysFor(editor, name)()));
}

/** `path` is the component's. */
export function addCredit(editor: Editor, root: string, name: string, path: string, component: Json): void {
  putLimit(editor, root, path, component, { key: keysFor(editor, name)(), ...CREDIT });
}

function putLimit(editor: Editor, root: string, path: string, part: Json, limit: Json): void {
  editRule(editor, root, append(part, "limits", path, limit));
  editor.focusOn(`${root}${path}/limits/${listIn(part, "limits").length}/${maximumOf(limit)}`);
}

/** All costs, up to an amount of their own. `path` is the rule's. */
export function addCreditComponent(editor: Editor, root: string, name: string, path: string, rule: Json): void {
  const component = { kind: "actual_costs", percent: "100", limits: [{ key: keysFor(editor, name)(), ...CREDIT }] };
  editRule(editor, root, append(rule, "components", path, component));
  editor.focusOn(`${root}${path}/components/${listIn(rule, "components").length}/limits/0/${maximumOf(CREDIT)}`);
}

/** The component becomes one of two, of which the least or the greatest is paid. */
export function makeChoice(editor: Editor, root: string, path: string, component: Json, kind: ChoiceKind): void {
  const other = otherThan(component);
  editRule(editor, root, ...choose(path, component, kind, other));
  editor.focusOn(`${root}${path}/options/1/0/${figureOf(other)}`);
}

/** `path` is the choice's. */
export function addOption(editor: Editor, root: string, path: string, choice: Json): void {
  editRule(editor, root, append(choice, "options", path, [FIRST_COMPONENT]));
  editor.focusOn(`${root}${path}/options/${listIn(choice, "options").length}/0/${figureOf(FIRST_COMPONENT)}`);
}

export function dropOption(editor: Editor, root: string, path: string, choice: Json, option: number): void {
  const operations = removeOption(path, choice, option);
  editRule(editor, root, ...operations);
  editor.focusOn(operations.length > 1 ? `${root}${path}/kind` : adderId(root, `${path}/options`));
}

export function moveComponent(editor: Editor, root: string, list: string, from: number, to: number): void {
  editRule(editor, root, { op: "move", from: `${list}/${from}`, path: `${list}/${to}` });
  editor.focusOn(`${root}${list}/${to}/kind`);
}

/** The id of the button that adds an entry to a list. */
export function adderId(root: string, list: string): string {
  return `${root}${list}/add`;
}

/** The button that went may have had the focus, so the one that adds takes it. */
export function remove(editor: Editor, root: string, path: string): void {
  editRule(editor, root, { op: "remove", path });
  editor.focusOn(adderId(root, path.slice(0, path.lastIndexOf("/"))));
}

/** A component without limits has no list of them. `path` is the component's. */
export function removeCredit(editor: Editor, root: string, path: string, component: Json, limit: number): void {
  const isLast = listIn(component, "limits").length === 1;
  if (!isLast) return remove(editor, root, `${path}/limits/${limit}`);
  editRule(editor, root, { op: "remove", path: `${path}/limits` });
  editor.focusOn(`${root}${path}/kind`);
}
