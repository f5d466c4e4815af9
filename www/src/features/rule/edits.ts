/** How does a change of the form change a rule? As operations on its text. */
import type { Operation } from "../../kit/json/patch";
import { isObject, type Json, listIn } from "../../kit/json/values";

/** Kinds whose options are lists of components. */
export const CHOICES = ["least_of", "greatest_of"] as const;
export type ChoiceKind = (typeof CHOICES)[number];
export const MOST_OPTIONS = 8;

export const AMOUNT_KINDS = ["flat_amount"];
export const PER_KINDS = ["flat_amount", "pmss_percent"];

/** Fields that anybody may have in any object, and that mean nothing. */
const isNote = (name: string) => name === "$schema" || name === "description" || name.startsWith("x-");

/** The figure stays, under the name that it has in the other kind. */
export function changeKind(path: string, component: Json, kind: string): Operation[] {
  const [before, after] = AMOUNT_KINDS.includes(kind) ? ["percent", "amount"] : ["amount", "percent"];
  const moves = before! in component && !(after! in component);
  return [
    { op: "add", path: `${path}/kind`, value: kind },
    ...(moves ? [{ op: "move" as const, from: `${path}/${before}`, path: `${path}/${after}` }] : []),
    ...("per" in component && !PER_KINDS.includes(kind) ? [{ op: "remove" as const, path: `${path}/per` }] : []),
  ];
}

export function isChoice(component: unknown): component is Json {
  return isObject(component) && CHOICES.some((kind) => kind === component["kind"]);
}

/** The component becomes the first option, and is followed by another; its limits are then of the choice. */
export function choose(path: string, component: Json, kind: ChoiceKind, other: Json): Operation[] {
  const [list, at] = placeOf(path);
  const before = `${list}/${at + 1}`;
  return [
    { op: "add", path, value: { kind, options: [[], [other]] } },
    ...("limits" in component ? [{ op: "move" as const, from: `${before}/limits`, path: `${path}/limits` }] : []),
    { op: "move", from: before, path: `${path}/options/0/0` },
  ];
}

/** Of one option that is left, its components take the place of the choice, unless a limit or another field would be lost by that. */
export function removeOption(path: string, choice: Json, option: number): Operation[] {
  const removed: Operation = { op: "remove", path: `${path}/options/${option}` };
  const options = listIn(choice, "options");
  const left = options.length === 2 ? options[1 - option] : null;
  if (!Array.isArray(left) || !isReplaceable(choice, left)) return [removed];
  const [list, at] = placeOf(path);
  const next = `${list}/${at + 1}`;
  return [
    ...left.map((_, index): Operation => ({ op: "move", from: `${path}/options/${1 - option}/${left.length - 1 - index}`, path: next })),
    ...("limits" in choice ? [{ op: "move" as const, from: `${path}/limits`, path: `${next}/limits` }] : []),
    { op: "remove", path },
  ];
}

function isReplaceable(choice: Json, left: readonly unknown[]): boolean {
  if (left.length === 0 || Object.keys(choice).some((name) => !["kind", "options", "limits"].includes(name))) return false;
  return !("limits" in choice) || (left.length === 1 && isObject(left[0]) && !("limits" in left[0]));
}

/** The list that an entry is in, and its position there. */
function placeOf(path: string): [list: string, at: number] {
  const slash = path.lastIndexOf("/");
  return [path.slice(0, slash), Number(path.slice(slash + 1))];
}

export function changePeriod(path: string, period: unknown, kind: string): Operation[] {
  if (!isObject(period)) return [{ op: "add", path, value: kind === "rolling_months" ? { kind, months: 12 } : { kind } }];
  const change: Operation = { op: "add", path: `${path}/kind`, value: kind };
  if (kind === "rolling_months" && !("months" in period)) return [change, { op: "add", path: `${path}/months`, value: 12 }];
  return kind !== "rolling_months" && "months" in period ? [change, { op: "remove", path: `${path}/months` }] : [change];
}

export function append(rule: Json, list: string, path: string, value: unknown): Operation {
  return Array.isArray(rule[list])
    ? { op: "add", path: `${path}/${list}/-`, value }
    : { op: "add", path: `${path}/${list}`, value: [value] };
}

/** What was a number stays one, where that says the same. */
export function like(name: string, before: unknown, typed: string): string | number {
  const isNumber = typeof before === "number" || name === "months";
  return isNumber && String(Number(typed)) === typed && /^\d{1,12}(\.\d+)?$/.test(typed) ? Number(typed) : typed;
}

/** The fields of a part that no control shows. */
export function othersIn(part: Json, shown: readonly string[]): [name: string, value: unknown][] {
  return Object.entries(part).filter(([name]) => !shown.includes(name) && !isNote(name));
}

/** Without a rule of this kind, somebody else's, which is left as it is. */
export function isOpaque(rule: unknown): boolean {
  return isObject(rule) && !("components" in rule);
}

export function isNone(rule: unknown): boolean {
  return isObject(rule) && Object.keys(rule).length === 0;
}
