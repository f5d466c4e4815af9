/** Values of a text of which nothing is known yet, by pointer. */
import type { Parsed } from "../../kit/json/parse";
import { segmentsOf } from "../../kit/json/tree";
import { isObject } from "../../kit/json/values";

/** Undefined where there is nothing. */
export function valueAt(json: Parsed, pointer: string): unknown {
  if (!json.ok) return undefined;
  return segmentsOf(pointer).reduce<unknown>((value, name) => {
    if (Array.isArray(value)) return value[Number(name)];
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }, json.value);
}

export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

export function lastName(pointer: string): string {
  return segmentsOf(pointer).at(-1) ?? "";
}

/** As a segment of a pointer. */
export function segment(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
