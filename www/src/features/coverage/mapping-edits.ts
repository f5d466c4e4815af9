/** How does a mapping change? As operations on the text of the coverage. */
import type { Operation } from "../../kit/json/patch";
import type { CoverageCareTypeFilter, SelectorTerm } from "../../engine/engine";
import { isObject, type Json, listIn } from "../../kit/json/values";

export type Field = SelectorTerm["field"];
export type Condition = keyof Omit<CoverageCareTypeFilter, "description" | "$schema">;

export const EMPTY_MAPPING = { selector: {}, filter: {} };

/** At the end of a list, which is made where there is none. */
export function append(parent: string, object: unknown, name: string, value: unknown): Operation[] {
  const isThere = isObject(object) && Array.isArray(object[name]);
  return isThere ? [{ op: "add", path: `${parent}/${name}/-`, value }] : [{ op: "add", path: `${parent}/${name}`, value: [value] }];
}

/** A part of a mapping, and where it is; empty where the mapping has none. */
function within(pointer: string, mapping: unknown, part: "selector" | "filter"): { object: Json; path: string } {
  const object = isObject(mapping) ? mapping[part] : undefined;
  return { object: isObject(object) ? object : {}, path: `${pointer}/${part}` };
}

/** An object that is empty, or not there, is written with it. */
function put(path: string, object: Json, name: string, value: unknown): Operation[] {
  return [Object.keys(object).length === 0 ? { op: "add", path, value: { [name]: value } } : { op: "add", path: `${path}/${name}`, value }];
}

export function addTerm(pointer: string, mapping: unknown, field: Field, shortCode: string): Operation[] {
  return addEntry(within(pointer, mapping, "selector"), field, shortCode);
}

function addEntry({ object, path }: ReturnType<typeof within>, name: string, value: string): Operation[] {
  if (listIn(object, name).includes(value)) return [];
  return Array.isArray(object[name]) ? append(path, object, name, value) : put(path, object, name, [value]);
}

/** From the last on, so that no removal moves another; a list goes with its last entry. */
export function removeTerm(pointer: string, mapping: unknown, field: Field, shortCode: string): Operation[] {
  const { object, path } = within(pointer, mapping, "selector");
  return removeValue(`${path}/${field}`, listIn(object, field), shortCode);
}

export function removeValue(path: string, list: readonly unknown[], value: unknown): Operation[] {
  if (!list.includes(value)) return [];
  if (list.every((entry) => entry === value)) return [{ op: "remove", path }];
  return list.flatMap((entry, index): Operation[] => (entry === value ? [{ op: "remove", path: `${path}/${index}` }] : [])).reverse();
}

export function setCondition(pointer: string, mapping: unknown, condition: Condition, value: unknown): Operation[] {
  const { object, path } = within(pointer, mapping, "filter");
  return put(path, object, condition, value);
}

export function removeConditions(pointer: string, mapping: unknown, conditions: readonly Condition[]): Operation[] {
  const { object, path } = within(pointer, mapping, "filter");
  return conditions.filter((condition) => condition in object).map((condition) => ({ op: "remove", path: `${path}/${condition}` }));
}

export function addValue(pointer: string, mapping: unknown, condition: Condition, value: string): Operation[] {
  return addEntry(within(pointer, mapping, "filter"), condition, value);
}
