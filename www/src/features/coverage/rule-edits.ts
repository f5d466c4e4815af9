/** How does a change of the form change a rule? As operations on its text. */
import type { Operation } from "../../kit/json/patch";
import { editRule } from "./rule-text";

export type Json = Record<string, unknown>;

export const AMOUNT_KINDS = ["flat_amount"];
export const PER_KINDS = ["flat_amount", "pmss_percent"];
export const FIRST_COMPONENT = { kind: "brss_percent", percent: "100" };

/** Where there is no rule yet. */
export function beginRule(index: number): void {
  editRule(rootOf(index), [
    { op: "add", path: "/components", value: [FIRST_COMPONENT] },
    { op: "add", path: "/secu_share", value: "included" },
  ]);
}

export function rootOf(index: number): string {
  return `/guarantees/${index}/coverage_rule`;
}

/** The figure stays, under the name that it has in the other kind. */
export function changeKind(path: string, component: Json, kind: string): Operation[] {
  const [before, after] = AMOUNT_KINDS.includes(kind) ? ["percent", "amount"] : ["amount", "percent"];
  const moves = before! in component && !(after! in component);
  return [
    { op: "replace", path: `${path}/kind`, value: kind },
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

export function listIn(rule: Json, name: string): readonly unknown[] {
  return Array.isArray(rule[name]) ? rule[name] : [];
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
