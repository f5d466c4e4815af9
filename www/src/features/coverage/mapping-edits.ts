/** How does a mapping change? As operations on the text of the coverage. */
import type { Operation } from "../../kit/json/patch";
import type { CoverageCareTypeFilter, SelectorTerm } from "../../engine/engine";
import { isObject, type Json, listIn } from "./json";

export type Field = SelectorTerm["field"];
export type Condition = keyof Omit<CoverageCareTypeFilter, "description" | "$schema">;

export const EMPTY_MAPPING = { selector: {}, filter: {} };

/** At the end of a list, which is made where there is none. */
export function append(parent: string, object: unknown, name: string, value: unknown): Operation[] {
  const isThere = isObject(object) && Array.isArray(object[name]);
  return isThere ? [{ op: "add", path: `${parent}/${name}/-`, value }] : [{ op: "add", path: `${parent}/${name}`, value: [value] }];
}

/** `part`: where the mapping has no such object yet, it is made. */
function within(pointer: string, mapping: unknown, part: "selector" | "filter"): { operations: Operation[]; object: Json; path: string } {
  const object = isObject(mapping) ? mapping[part] : undefined;
  const path = `${pointer}/${part}`;
  return isObject(object) ? { operations: [], object, path } : { operations: [{ op: "add", path, value: {} }], object: {}, path };
}

export function addTerm(pointer: string, mapping: unknown, field: Field, shortCode: string): Operation[] {
  const { operations, object, path } = within(pointer, mapping, "selector");
  if (listIn(object, field).includes(shortCode)) return [];
  return [...operations, ...append(path, object, field, shortCode)];
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
  const { operations, path } = within(pointer, mapping, "filter");
  return [...operations, { op: "add", path: `${path}/${condition}`, value }];
}

export function removeConditions(pointer: string, mapping: unknown, conditions: readonly Condition[]): Operation[] {
  const { object, path } = within(pointer, mapping, "filter");
  return conditions.filter((condition) => condition in object).map((condition) => ({ op: "remove", path: `${path}/${condition}` }));
}

export function addValue(pointer: string, mapping: unknown, condition: Condition, value: string): Operation[] {
  const { operations, object, path } = within(pointer, mapping, "filter");
  if (listIn(object, condition).includes(value)) return [];
  return [...operations, ...append(path, object, condition, value)];
}
