/** What a person changes in a rule. Each change is an edit of the text of the coverage. */
import { batch } from "@preact/signals";
import type { CoverageGuarantee } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import { isObject, type Json, listIn } from "../../kit/json/values";
import { isUnfolded } from "../../store/lists";
import { focusOn } from "../../store/page";
import { editCoverage } from "../text/actions";
import { append } from "./edits";
import { isOutsideSecu, keyFor, lastPreset, partOf, rootOf } from "./model";
import { type ComponentPreset, firstFigure, FLAT, type LimitPreset, limitOf, maximumOf, RULES } from "./presets";

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
  const { components, secu_share } = isOutsideSecu(guarantee) ? FLAT : RULES.brss;
  batch(() => {
    editRule(rootOf(index), { op: "add", path: "", value: { components, secu_share } });
    isUnfolded(partOf(guarantee.name)).value = true;
    lastPreset.value = null;
    focusOn(rootOf(index) + firstFigure({ components, secu_share }));
  });
}

/** Begins with a usual rule, or puts it in place of what there is. What the form does not know stays. */
export function takePreset({ name }: CoverageGuarantee, index: number, rule: unknown, preset: ComponentPreset): void {
  const { components, secu_share, limit } = RULES[preset];
  const root = rootOf(index);
  const limits = limit ? [limitOf(limit, keyFor(name))] : [];
  batch(() => {
    if (isObject(rule) && "components" in rule) editRule(root, ...replacing(rule, components, secu_share, limits));
    else editRule(root, { op: "add", path: "", value: { components, secu_share, ...(limit && { limits }) } });
    isUnfolded(partOf(name)).value = true;
    lastPreset.value = { root, preset };
    focusOn(root + firstFigure(RULES[preset]));
  });
}

function replacing(rule: Json, components: Json[], secu_share: string, limits: Json[]): Operation[] {
  const cleared = ["price_cap", "beyond_limits"].filter((name) => isObject(rule[name]));
  return [
    { op: "add", path: "/components", value: components },
    { op: "add", path: "/secu_share", value: secu_share },
    ...(limits.length > 0 || "limits" in rule ? [{ op: "add" as const, path: "/limits", value: limits }] : []),
    ...cleared.map((name) => ({ op: "add" as const, path: `/${name}`, value: null })),
  ];
}

export function addLimit(root: string, name: string, rule: Json, preset: LimitPreset): void {
  const limit = limitOf(preset, keyFor(name));
  editRule(root, append(rule, "limits", "", limit));
  focusOn(`${root}/limits/${listIn(rule, "limits").length}/${maximumOf(limit)}`);
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
