/**
 * How is an act written in the text of the year, and how does it change there?
 *
 * With its amounts next to the act, as the examples have them, or among its facts, as the engine takes them. A change is written where the
 * entry has the field, and leaves everything else of the entry as it is.
 */
import type { ActAmounts, CareAct } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import { isObject, type Json } from "../../kit/json/values";
import { isAmount } from "../act/amount-fields";

export interface Entry {
  label: string | null;
  act: CareAct;
  amounts: Partial<ActAmounts>;
}

/** Null where the entry is no act. */
export function readEntry(json: unknown): Entry | null {
  if (!isObject(json)) return null;
  const { label, act, amounts, ...facts } = json;
  const given = isObject(act) ? act : "care_type" in facts ? facts : null;
  if (given === null) return null;
  const among = Object.fromEntries(Object.entries(given).filter(([name]) => isAmount(name)));
  const others = Object.fromEntries(Object.entries(given).filter(([name]) => !isAmount(name)));
  return {
    label: typeof label === "string" ? label : null,
    act: others as unknown as CareAct,
    amounts: { ...among, ...(isObject(amounts) ? amounts : {}) },
  };
}

/** The changes of an entry as a patch of the text. What is undefined is taken out. */
export function operationsOf(index: number, json: unknown, changes: Json): Operation[] {
  if (!isObject(json)) return [];
  let hasAmounts = isObject(json["amounts"]);
  return Object.entries(changes).flatMap(([field, value]): Operation[] => {
    const place = placeOf(json, field, hasAmounts);
    const path = `/${index}${place}/${field}`;
    const parent = place === "" ? json : (json[place.slice(1)] as Json | undefined);
    if (value === undefined) return parent && field in parent ? [{ op: "remove", path }] : [];
    if (place !== "/amounts" || hasAmounts) return [{ op: "add", path, value }];
    hasAmounts = true;
    return [{ op: "add", path: `/${index}/amounts`, value: { [field]: value } }];
  });
}

/** Where the field is, else where the entry has others of its kind. */
function placeOf(entry: Json, field: string, hasAmounts: boolean): "" | "/act" | "/amounts" {
  const { act, amounts } = entry;
  if (isObject(amounts) && field in amounts) return "/amounts";
  if (isObject(act) && field in act) return "/act";
  if (field === "label" || field in entry) return "";
  if (isAmount(field) && (hasAmounts || isObject(act))) return "/amounts";
  return isObject(act) ? "/act" : "";
}

/** What makes one act the other: the fields that differ. A number and the same number as text are the same. */
export function differenceOf(before: object, after: object): Json {
  const [old, next] = [before as Json, after as Json];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return Object.fromEntries(fields.filter((field) => written(old[field]) !== written(next[field])).map((field) => [field, next[field]]));
}

function written(value: unknown): string | undefined {
  return typeof value === "number" ? JSON.stringify(String(value)) : JSON.stringify(value);
}
