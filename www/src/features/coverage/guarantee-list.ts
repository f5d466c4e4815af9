/**
 * The coverage as the form shows it: what its text says, however unfinished. A guarantee keeps its identity where it is renamed, moved or
 * changed, so that what is open and what has the focus stay with it.
 */
import { computed } from "@preact/signals";
import { isObject, type Json, listIn } from "../../kit/json/values";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";

export interface GuaranteeItem {
  id: string;
  index: number;
  name: string;
  /** The same object as long as the guarantee is the same. */
  value: unknown;
}

interface Known extends GuaranteeItem {
  text: string;
}

const lists = perEditor(({ documents: { coverage } }) => {
  let lastValue: unknown;
  /** The last text that was JSON; `isCurrent`: it is the text in hand. */
  const readable = computed((): { value: unknown; isCurrent: boolean } => {
    const { typedJson, text } = coverage;
    if (text.value.trim() === "") return { value: (lastValue = undefined), isCurrent: true };
    const json = typedJson.value;
    if (json.ok) lastValue = json.value;
    return { value: lastValue, isCurrent: json.ok };
  });
  const value = computed(() => readable.value.value);
  let known: readonly Known[] = [];
  let given = 0;
  const items = computed((): readonly GuaranteeItem[] | null => {
    const all = value.value;
    if (!isObject(all) || !Array.isArray(all["guarantees"])) return null;
    return (known = recognized(known, all["guarantees"], () => `g${(given += 1)}`));
  });
  return { isEditable: computed(() => readable.value.isCurrent), value, items };
});

export const isEditable = (editor: Editor) => lists(editor).isEditable;
/** `undefined` where there is no text yet. */
export const coverageValue = (editor: Editor) => lists(editor).value;
/** Null where the text has no list of guarantees. */
export const guaranteeItems = (editor: Editor) => lists(editor).items;

/** First by name, then what is left by its position: a guarantee is renamed where it is, and moved under its name. */
function recognized(before: readonly Known[], values: readonly unknown[], newId: () => string): Known[] {
  const free = new Set(before);
  const named = new Map<string, Known[]>();
  for (const one of before) named.set(one.name, [...(named.get(one.name) ?? []), one]);
  const texts = values.map((value) => JSON.stringify(value));
  const same = values.map((value) => {
    const one = named.get(nameOf(value))?.shift();
    if (one) free.delete(one);
    return one;
  });
  return values.map((value, index) => {
    const place = before[index];
    const one = same[index] ?? (place && free.has(place) ? place : undefined);
    const text = texts[index]!;
    if (one?.text === text && one.index === index) return one;
    return { id: one?.id ?? newId(), index, name: nameOf(value), text, value: one?.text === text ? one.value : value };
  });
}

/** Empty where it has none. */
export function nameOf(guarantee: unknown): string {
  const name = isObject(guarantee) ? guarantee["name"] : "";
  return typeof name === "string" ? name : "";
}

export function mappingsOf(guarantee: unknown): readonly unknown[] {
  return isObject(guarantee) ? listIn(guarantee, "care_type_mappings") : [];
}

/** A part of a mapping; empty where it has none. */
export function partOf(mapping: unknown, part: "selector" | "filter"): Json {
  const value = isObject(mapping) ? mapping[part] : undefined;
  return isObject(value) ? value : NOTHING;
}
const NOTHING: Json = {};

export function pointerOf(guarantee: number, mapping?: number): string {
  return mapping === undefined ? `/guarantees/${guarantee}` : `/guarantees/${guarantee}/care_type_mappings/${mapping}`;
}
