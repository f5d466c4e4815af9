/** How does a change of the form change a rule? As operations on its text. */
import type { Operation } from "../../kit/json/patch";
import { isObject, type Json } from "../../kit/json/values";

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
