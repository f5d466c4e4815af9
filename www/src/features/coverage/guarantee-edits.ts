/** How do whole guarantees change? As operations on the text of the coverage. */
import { freeKey, freeName as firstFree, LONGEST_KEY } from "../../kit/free-name";
import type { Operation } from "../../kit/json/patch";
import { isObject, type Json, listIn } from "../../kit/json/values";
import { nameOf, pointerOf } from "./guarantee-list";

/** With a mapping, so that what it selects can be chosen at once. */
export function newGuarantee(guarantees: readonly unknown[], name: string): Json {
  return { name: freeName(guarantees, name), care_type_mappings: [{ selector: {}, filter: {} }], coverage_rule: {} };
}

export function addition(index: number, guarantee: unknown): Operation[] {
  return [{ op: "add", path: pointerOf(index), value: guarantee }];
}

export function removal(index: number): Operation[] {
  return [{ op: "remove", path: pointerOf(index) }];
}

export function move(from: string, path: string): Operation[] {
  return [{ op: "move", from, path }];
}

/** A copy after it, with a name that is free, and limits that are counted on their own. */
export function duplication(guarantees: readonly unknown[], index: number): Operation[] {
  const before = nameOf(guarantees[index]);
  const name = freeName(guarantees, before);
  const copy = pointerOf(index + 1);
  const taken = new Set(allKeys(guarantees));
  const own = new Map<string, string>();
  for (const { key } of limitsOf(guarantees[index])) {
    if (own.has(key)) continue;
    const named = carried(key, before, name);
    const next = named !== null && !taken.has(named) ? named : freeKey(taken, key);
    own.set(key, next);
    taken.add(next);
  }
  const isNamed = isObject(guarantees[index]);
  return [
    { op: "copy", from: pointerOf(index), path: copy },
    ...(isNamed ? [{ op: "add", path: `${copy}/name`, value: name } as const] : []),
    ...limitsOf(guarantees[index]).map(({ key, path }) => replaceKey(copy, path, own.get(key)!)),
  ];
}

/** Limit keys that are named after the guarantee go with it, also where other guarantees share them. */
export function renaming(guarantees: readonly unknown[], index: number, name: string): Operation[] {
  const before = nameOf(guarantees[index]);
  const keys = new Map<string, string>();
  const all = new Set(allKeys(guarantees));
  for (const { key } of limitsOf(guarantees[index])) {
    const next = before === "" ? null : carried(key, before, name);
    // Two counters do not become one.
    if (next === null || all.has(next)) continue;
    keys.set(key, next);
    all.add(next);
  }
  const limits = guarantees.flatMap((guarantee, at) =>
    limitsOf(guarantee).flatMap(({ key, path }): Operation[] => {
      const value = keys.get(key);
      return value === undefined ? [] : [replaceKey(pointerOf(at), path, value)];
    }),
  );
  return [{ op: "add", path: `${pointerOf(index)}/name`, value: name }, ...limits];
}

/** In the text of what is accepted. */
export function renamingIn(acceptances: Json, before: string, name: string): Operation[] {
  return listIn(acceptances, "accept").flatMap((acceptance, index): Operation[] =>
    isObject(acceptance) && acceptance["guarantee"] === before ? [{ op: "replace", path: `/accept/${index}/guarantee`, value: name }] : [],
  );
}

export function freeName(guarantees: readonly unknown[], wanted: string): string {
  return firstFree(new Set(guarantees.map(nameOf)), wanted);
}

/** A key that begins with the name of the guarantee, as written or in lower case, under its new name; null for another key. */
function carried(key: string, before: string, after: string): string | null {
  for (const written of [(name: string) => name, (name: string) => name.toLowerCase()]) {
    const rest = key.slice(written(before).length);
    if (!key.startsWith(written(before)) || /^[\p{L}\p{N}]/u.test(rest)) continue;
    const next = written(after) + rest;
    return [...next].length <= LONGEST_KEY ? next : null;
  }
  return null;
}

function replaceKey(pointer: string, limit: string, value: string): Operation {
  return { op: "replace", path: `${pointer}${limit}/key`, value };
}

/** Of the rule and of its components, with their places in the guarantee. */
function limitsOf(guarantee: unknown): { key: string; path: string }[] {
  const rule = isObject(guarantee) ? guarantee["coverage_rule"] : null;
  const parts = [{ part: rule, at: "/coverage_rule" }, ...listIn(rule, "components").map((part, index) => ({ part, at: `/coverage_rule/components/${index}` }))];
  return parts.flatMap(({ part, at }) =>
    listIn(part, "limits").flatMap((limit, index) =>
      isObject(limit) && typeof limit["key"] === "string" ? [{ key: limit["key"], path: `${at}/limits/${index}` }] : [],
    ),
  );
}

function allKeys(guarantees: readonly unknown[]): string[] {
  return guarantees.flatMap((guarantee) => limitsOf(guarantee).map(({ key }) => key));
}
